export interface CodeRule {
  kind: FailureKind;
  /** Short stable English slug, fit for logs and metrics. */
  reason: string;
  /** Kind instead when the message was addressed to a person by open_id. */
  toPerson?: FailureKind;
  /** How long to wait when the answer does not say. */
  afterMs?: number;
}

const rows = (kind: FailureKind, reasons: Record<number, string>): [number, CodeRule][] =>
  Object.entries(reasons).map(([code, reason]) => [Number(code), { kind, reason }]);

/** Messages, urgents, pins: the platform's pages im-v1/message/create, reply, patch, buzz-messages. */
const messages = [
  ...rows('retry', {
    230020: 'rate-limited',
    230049: 'being-sent',
    11232: 'rate-limited',
    11233: 'rate-limited',
    // Somebody's click on the same card is being answered.
    11310: 'card-busy',
    200810: 'card-busy',
  }),
  ...rows('chat-gone', { 230002: 'bot-not-in-chat', 232009: 'chat-dissolved' }),
  ...rows('person-unreachable', {
    230013: 'outside-availability-range',
    230029: 'person-resigned',
    230038: 'cross-tenant-private-chat',
    230053: 'bot-blocked-by-person',
  }),
  // A plainer message may pass where this form did not.
  ...rows('card-refused', { 230025: 'too-long', 230054: 'type-not-allowed-here', 230099: 'card-content' }),
  ...rows('card-too-old', { 230031: 'older-than-14-days' }),
  ...rows('message-gone', {
    230011: 'message-recalled',
    230050: 'message-invisible',
    230110: 'message-deleted',
    230111: 'message-self-destructs',
    99992354: 'message-id-unknown',
  }),
  ...rows('configuration', { 230006: 'bot-ability-off-or-unpublished' }),
  ...rows('give-up', {
    230001: 'invalid-parameter',
    230012: 'not-the-sender',
    230015: 'private-chat-not-shareable',
    230017: 'resource-of-another-bot',
    230018: 'group-forbids-speaking',
    230019: 'topic-missing',
    230022: 'sensitive-content',
    230023: 'too-many-unread-urgents',
    230024: 'urgent-quota-used-up',
    230027: 'no-permission-or-external',
    230028: 'data-loss-prevention',
    230033: 'older-than-7-days',
    230036: 'tenant-encryption-key-deleted',
    230046: 'pin-refused',
    230047: 'pin-refused',
    230052: 'urgent-restricted',
    230055: 'uploaded-type-differs',
    230071: 'no-threads-here',
    230072: 'no-threads-here',
    230075: 'encrypted-chat',
    230098: 'folded-message',
    99992402: 'field-validation',
  }),
  [230034, { kind: 'give-up', reason: 'invalid-receiver', toPerson: 'person-unreachable' }],
  [230035, { kind: 'give-up', reason: 'no-right-to-send', toPerson: 'person-unreachable' }],
  [99992351, { kind: 'give-up', reason: 'id-unknown', toPerson: 'person-unreachable' }],
  [99992361, { kind: 'give-up', reason: 'open-id-of-another-app', toPerson: 'person-unreachable' }],
  [11247, { kind: 'retry', reason: 'daily-batch-limit', afterMs: 3_600_000 }],
] satisfies [number, CodeRule][];

/** Chats, people, files. */
const others = [
  ...rows('chat-gone', { 232006: 'chat-id-unknown', 232011: 'bot-not-in-chat' }),
  ...rows('give-up', {
    232001: 'invalid-parameter',
    232014: 'no-permission',
    232010: 'chat-of-another-tenant',
    232033: 'external-chat',
    41050: 'person-outside-contact-range',
    40004: 'department-outside-contact-range',
  }),
  ...rows('configuration', { 232025: 'bot-ability-off', 232034: 'app-inactive' }),
] satisfies [number, CodeRule][];

/** Tokens, scopes, limits: authentication pages and api-call-guide. */
const platform = [
  ...rows('retry', {
    2200: 'internal-error',
    1500: 'internal-error',
    99991400: 'rate-limited',
    // The client has already fetched a new token and tried again once before these come out.
    99991661: 'token-missing',
    99991663: 'token-invalid',
  }),
  ...rows('configuration', {
    10003: 'app-id-malformed',
    10014: 'app-unknown-or-secret-wrong',
    10015: 'secret-wrong',
    99991401: 'ip-not-allowed',
    99991403: 'monthly-quota-used-up',
    99991662: 'app-disabled',
    99991664: 'wrong-token-kind',
    99991665: 'wrong-token-kind',
    99991668: 'wrong-token-kind',
    99991671: 'wrong-token-kind',
    99991672: 'scope-missing',
    99991673: 'app-not-installed',
    212100: 'app-not-installed',
    99991677: 'user-token-expired',
    99991679: 'user-must-authorise',
  }),
] satisfies [number, CodeRule][];

const table = new Map<number, CodeRule>([...messages, ...others, ...platform]);

/** Row of a platform code; file codes 234001–234043 share one. `undefined` for codes nobody listed. */
export function findCodeRule(code: number): CodeRule | undefined {
  if (code >= 234001 && code <= 234043) return { kind: 'give-up', reason: 'file-refused' };
  return table.get(code);
}

/**
 * What a failed call means for the one who wanted something.
 * - retry: it did not happen; try later (with the same uuid).
 * - uncertain: sent, outcome unknown; repeat only with the same uuid and within its hour.
 * - card-refused: this form of the content was refused, a plain text may pass.
 * - configuration: nothing will work until an administrator acts.
 */
export type FailureKind =
  | 'retry'
  | 'uncertain'
  | 'give-up'
  | 'chat-gone'
  | 'person-unreachable'
  | 'card-refused'
  | 'card-too-old'
  | 'message-gone'
  | 'configuration';
