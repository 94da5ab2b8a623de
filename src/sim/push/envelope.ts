import type { Core } from '../core.ts';
import { encryptText, signBody } from '../crypto.ts';
import { newIv, newNonce, newUuid } from '../ids.ts';

/**
 * Body of a v2 push as it goes over the wire: compact JSON in the real key order, encrypted when a key is set
 * (feishu.md §1.3, §1.6). `createTime` is ms for events and µs for card callbacks, as a decimal string.
 */
export function buildEnvelope(
  core: Core,
  head: { eventId: string; eventType: string; createTime: string },
  event: unknown,
): string {
  const plain = JSON.stringify({
    schema: '2.0',
    header: {
      event_id: head.eventId,
      token: core.options.verificationToken,
      create_time: head.createTime,
      event_type: head.eventType,
      tenant_key: core.world.tenantKey,
      app_id: core.options.appId,
    },
    event,
  });
  return seal(core, plain);
}

/** The URL check sent when an address is saved (§1.2). */
export function buildChallenge(core: Core, challenge: string): string {
  return seal(
    core,
    JSON.stringify({ challenge, token: core.options.verificationToken, type: 'url_verification' }),
  );
}

function seal(core: Core, plain: string): string {
  const key = core.options.encryptKey;
  // A long connection was authenticated when it was opened; what travels over it is plain (§2).
  if (core.options.transport === 'longconn') return plain;
  return key ? JSON.stringify({ encrypt: encryptText(key, plain, newIv(core.world.ids)) }) : plain;
}

/** Headers of every push, signed or not (§1.4). */
export function plainHeaders(core: Core): Record<string, string> {
  return {
    'User-Agent': 'Go-http-client/1.1',
    'Content-Type': 'application/json;charset=utf-8',
    'Accept-Encoding': 'gzip',
    Unit: 'eu_nc',
    'X-Request-Id': newUuid(core.world.ids),
  };
}

/** Adds a fresh timestamp, nonce and signature over the outer body; the key is '' when none is set. */
export function signedHeaders(core: Core, body: string, timestamp: string): Record<string, string> {
  const nonce = newNonce(core.world.ids);
  return {
    ...plainHeaders(core),
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signBody(timestamp, nonce, core.options.encryptKey ?? '', body),
  };
}

export const eventTimestamp = (now: number): string => String(Math.floor(now / 1000));

/** The card callback's header has been seen in three forms; which one is sent is a matter of `strict`. */
export function cardTimestamp(core: Core): string {
  const now = core.now();
  switch (core.world.strict.cardTimestamp) {
    case 'millis':
      return String(now);
    case 'goTime': {
      const utc = new Date(now).toISOString().replace('T', ' ').replace('Z', '');
      return `${utc}456789 +0000 UTC m=+12345.100000001`;
    }
    default:
      return eventTimestamp(now);
  }
}
