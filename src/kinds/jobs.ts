/** The kinds of jobs of the outbox: what each carries. What they do: engine/jobs.ts. */
import { z } from 'zod';
import { rowKind } from './kind.ts';
import { ANSWER } from './messages.ts';
import { id, instant, logLine, record, rules } from './shape.ts';

const text = z.string();

export const LEARN_CHAT = rowKind('learn-chat', record({ chatId: text }));
/** Draws a group's card on top anew; `asked`: somebody changed something, not the clock. */
export const REFRESH_TOP = rowKind('refresh-top', record({ chatId: text, asked: z.boolean() }));

/** Asks the model what a sentence may mean; `otherwise` is answered when that is no help. */
export const ASK_MODEL = rowKind(
  'ask-model',
  record({
    text,
    chatId: text,
    replyTo: text,
    personId: id,
    /** Lane of the answer. */
    target: text,
    otherwise: z.looseObject({ kind: text }),
  }),
);

export const LEARN_NAME = rowKind('learn-name', record({ openId: text }));

/** `then`: the answer that waits for it. */
export const CHECK_OUTSIDE = rowKind(
  'check-outside',
  record({
    // biome-ignore lint/suspicious/noThenProperty: so it is called in rows.
    then: record({
      id: text,
      target: text,
      issueId: id.optional(),
      payload: ANSWER.payload,
      dueAt: instant,
    }).optional(),
  }),
);

const quoted = record({
  messageId: text,
  chatId: text,
  chatType: z.enum(['p2p', 'group']),
  /** The message that said 报. */
  replyTo: text,
  openId: text,
  /** Unit or deadline that stood beside it. */
  facts: logLine.optional(),
});
export type QuotedPayload = z.infer<typeof quoted>;
export const READ_QUOTED = rowKind<QuotedPayload>('read-quoted', quoted);

const reading = record({
  chatId: text,
  from: instant,
  to: instant,
  /** Of all pages of one group. */
  batch: text,
  page: z.int(),
  pageToken: text.optional(),
  kept: z.array(text),
  others: z.int(),
});
export type CatchUpPayload = z.infer<typeof reading>;
export const CATCH_UP = rowKind<CatchUpPayload>('catch-up', reading);

const adopting = record({
  /** Of this confirmation; a page of an earlier one, come back after a crash, must not bring old rules back. */
  token: text,
  change: record({ projectId: id.nullable(), rules }),
  /** Number of the last problem looked at. */
  after: z.int(),
  /** So far: with other rules, with another light. */
  adopted: z.int(),
  lights: z.int(),
  /** Who confirmed; told when all is done. */
  byId: id,
  openId: text,
});
export type AdoptPayload = z.infer<typeof adopting>;
/** Pages follow one another, so kind and target are one. */
export const ADOPT_RULES = rowKind<AdoptPayload>('adopt-rules', adopting);
