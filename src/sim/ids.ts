import { createHash } from 'node:crypto';

/** Source of ids that look like the platform's. Its whole state is (seed, drawn), so a snapshot keeps it. */
export interface IdState {
  seed: number;
  drawn: number;
}

function drawHex(state: IdState, length: number): string {
  state.drawn += 1;
  return createHash('sha256').update(`${state.seed}:${state.drawn}`).digest('hex').slice(0, length);
}

export const newOpenId = (s: IdState): string => `ou_${drawHex(s, 32)}`;
export const newUnionId = (s: IdState): string => `on_${drawHex(s, 32)}`;
export const newUserId = (s: IdState): string => drawHex(s, 8);
export const newChatId = (s: IdState): string => `oc_${drawHex(s, 32)}`;
/** om_x100b + 23 hex characters, as seen since 2025 (feishu.md, id prefixes). */
export const newMessageId = (s: IdState): string => `om_x100b${drawHex(s, 23)}`;
export const newEventId = (s: IdState): string => drawHex(s, 32);
export const newCardToken = (s: IdState): string => `c-${drawHex(s, 40)}`;
export const newTenantToken = (s: IdState): string => `t-g1${drawHex(s, 38).toUpperCase()}`;
export const newTenantKey = (s: IdState): string => drawHex(s, 16);
export const newReactionId = (s: IdState): string => `ZCaCIjUBVVWSrm5L-3ZTw${drawHex(s, 24)}`;
/** A decimal number in a string, as in real deliveries. */
export const newNonce = (s: IdState): string => String(Number.parseInt(drawHex(s, 8), 16) % 1_000_000_000);
export const newIv = (s: IdState): Buffer => Buffer.from(drawHex(s, 32), 'hex');

/** A version 4 uuid, drawn from the seed. */
export function newUuid(s: IdState): string {
  const hex = drawHex(s, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Image and file keys: prefix and a uuid. */
export const newFileKey = (s: IdState, kind: 'img' | 'file'): string =>
  kind === 'img' ? `img_v3_02el_${newUuid(s)}` : `file_v3_00el_${newUuid(s)}`;

/** X-Tt-Logid: local time to the second, then hex. */
export function newLogId(s: IdState, now: number): string {
  const stamp = new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
  return stamp + drawHex(s, 20).toUpperCase();
}
