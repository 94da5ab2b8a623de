import { decryptText, equalSecrets, signRequest } from './cipher.ts';
import type { Instant } from './incoming.ts';
import { parseEpoch, parseRequestTime } from './timestamp.ts';

export interface VerifyConfig {
  /** At least one, none empty: without an Encrypt Key a signature proves nothing. Two while rotating. */
  encryptKeys: string[];
  /** Any of them will do, two while rotating; none: not checked. */
  verificationTokens: string[];
  appId: string;
  /** Each delivery, re-pushes too, is signed when sent; the window only covers clocks. Default one hour. */
  maxSkewMs?: number;
}

export interface VerifyInput {
  /** The body exactly as it came. */
  rawBody: Uint8Array;
  headers: (name: string) => string | undefined | null;
  config: VerifyConfig;
  nowMs: Instant;
}

export type RejectionRule =
  | 'body-too-large'
  | 'not-json'
  | 'no-signature'
  | 'bad-signature'
  | 'stale'
  | 'not-encrypted'
  | 'undecryptable'
  | 'bad-challenge'
  | 'bad-token'
  | 'wrong-app';

export type Verified =
  /** Answer 200 `{"challenge": …}` within one second and do nothing else. */
  | { kind: 'challenge'; challenge: string }
  /** Authentic and for this app; give it to `parsePush`. */
  | { kind: 'push'; payload: unknown }
  /** Tell the sender nothing of the rule (it would be a decryption oracle); log it. */
  | { kind: 'rejected'; rule: RejectionRule };

export const MAX_BODY_BYTES = 1024 * 1024;
/** The URL check is a few hundred bytes; anything longer without a signature is not worth decrypting. */
export const MAX_UNSIGNED_BYTES = 8 * 1024;
const DEFAULT_MAX_SKEW_MS = 3_600_000;
/** The last re-push of an event starts 7 h 05 m 15 s after the first attempt. */
const REPUSH_SPAN_MS = 8 * 3_600_000;

/**
 * Decides whether a request is from the platform: size, signature over the raw bytes, freshness, decryption,
 * token, app. The platform does not sign its URL check, so an unsigned request may be that and nothing else:
 * encrypted with our key, with the right token, and only ever echoed.
 */
export async function verifyRequest(input: VerifyInput): Promise<Verified> {
  const { rawBody, headers, config, nowMs } = input;
  if (config.encryptKeys.length === 0 || config.encryptKeys.includes(''))
    throw new Error('encrypt key missing');
  if (rawBody.length > MAX_BODY_BYTES) return reject('body-too-large');

  const timestamp = headers('x-lark-request-timestamp');
  const nonce = headers('x-lark-request-nonce');
  const signature = headers('x-lark-signature');
  if (!timestamp || !nonce || !signature) return await verifyUnsigned(rawBody, config);

  const key = await findSigningKey(config.encryptKeys, timestamp, nonce, signature, rawBody);
  if (key === undefined) return reject('bad-signature');
  const maxSkewMs = config.maxSkewMs ?? DEFAULT_MAX_SKEW_MS;
  const signedAt = parseRequestTime(timestamp);
  if (signedAt !== undefined && Math.abs(nowMs - signedAt) > maxSkewMs) return reject('stale');

  const opened = await openBody(rawBody, [key]);
  if (typeof opened === 'string') return reject(opened);
  if (!(await hasToken(opened.payload, config))) return reject('bad-token');
  if (opened.payload.type === 'url_verification') return acceptChallenge(opened.payload);
  if (!isForApp(opened.payload, config.appId)) return reject('wrong-app');
  if (signedAt === undefined && !isRecent(opened.payload, nowMs, maxSkewMs)) return reject('stale');
  return { kind: 'push', payload: opened.payload };
}

type Json = Record<string, unknown>;

const reject = (rule: RejectionRule): Verified => ({ kind: 'rejected', rule });

async function verifyUnsigned(rawBody: Uint8Array, config: VerifyConfig): Promise<Verified> {
  if (rawBody.length > MAX_UNSIGNED_BYTES) return reject('no-signature');
  const opened = await openBody(rawBody, config.encryptKeys);
  if (typeof opened === 'string') return reject(opened);
  if (opened.payload.type !== 'url_verification') return reject('no-signature');
  if (!(await hasToken(opened.payload, config))) return reject('bad-token');
  return acceptChallenge(opened.payload);
}

async function findSigningKey(
  keys: string[],
  timestamp: string,
  nonce: string,
  signature: string,
  body: Uint8Array,
) {
  for (const key of keys) {
    if (await equalSecrets(await signRequest(timestamp, nonce, key, body), signature)) return key;
  }
  return undefined;
}

/** Only the `encrypt` field counts: whatever stands beside it is not covered by the encryption. */
async function openBody(rawBody: Uint8Array, keys: string[]): Promise<{ payload: Json } | RejectionRule> {
  const outer = parseObject(decodeUtf8(rawBody));
  if (outer === undefined) return 'not-json';
  if (typeof outer.encrypt !== 'string') return 'not-encrypted';
  for (const key of keys) {
    const payload = parseObject(await decryptText(outer.encrypt, key));
    if (payload !== undefined) return { payload };
  }
  return 'undecryptable';
}

function acceptChallenge({ challenge }: Json): Verified {
  return typeof challenge === 'string' ? { kind: 'challenge', challenge } : reject('bad-challenge');
}

/** v2 carries the token in its header, v1 and the URL check at the top. */
async function hasToken(payload: Json, { verificationTokens }: VerifyConfig): Promise<boolean> {
  if (verificationTokens.length === 0) return true;
  const token = headerOf(payload)?.token ?? payload.token;
  if (typeof token !== 'string') return false;
  for (const known of verificationTokens) if (await equalSecrets(token, known)) return true;
  return false;
}

function isForApp(payload: Json, appId: string): boolean {
  const header = headerOf(payload);
  if (header !== undefined) return header.app_id === appId;
  const named = asObject(payload.event)?.app_id;
  return named === undefined || named === appId;
}

/** For a request whose time header cannot be read: the time the payload itself names. */
function isRecent(payload: Json, nowMs: Instant, maxSkewMs: number): boolean {
  const header = headerOf(payload);
  const at = parseEpoch(header?.create_time ?? payload.ts);
  if (at === undefined) return false;
  const oldestMs = header?.event_type === 'card.action.trigger' ? maxSkewMs : maxSkewMs + REPUSH_SPAN_MS;
  return nowMs - at <= oldestMs && at - nowMs <= maxSkewMs;
}

const headerOf = (payload: Json) => asObject(payload.header);

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseObject(text: string | undefined): Json | undefined {
  try {
    return asObject(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}
