import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES, type VerifyConfig, verifyRequest } from '../../src/feishu/verify.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };
import { APP, bytes, envelope, KEY, NOW, push, seal, sign, TOKEN } from './seal.ts';

const config: VerifyConfig = { encryptKeys: [KEY], verificationTokens: [TOKEN], appId: APP };
const challenge = { challenge: 'c-1', token: TOKEN, type: 'url_verification' };
const event = push('im.message.receive_v1', { message: {} });

function verify(
  body: string,
  headers: Record<string, string> = {},
  over: Partial<VerifyConfig> = {},
  nowMs = NOW,
) {
  const get = (name: string) => headers[name.toLowerCase()];
  return verifyRequest({ rawBody: bytes(body), headers: get, config: { ...config, ...over }, nowMs });
}

const rejected = (rule: string) => ({ kind: 'rejected', rule });
const HOUR = 3_600_000;

describe('a genuine push', () => {
  test('is opened', async () => {
    const body = envelope(event);
    expect(await verify(body, sign(body))).toEqual({ kind: 'push', payload: event });
  });

  test('is signed over its bytes: white space and another key order do no harm', async () => {
    const body = `{ "unit" : 1.0, "encrypt" : "${seal(event)}" }\n`;
    expect(await verify(body, sign(body))).toEqual({ kind: 'push', payload: event });
  });

  test('keeps every Chinese character', async () => {
    const chinese = push('im.message.receive_v1', { text: '三号路临时用电未接通 ⚡️😀' });
    const body = envelope(chinese);
    expect(await verify(body, sign(body))).toEqual({ kind: 'push', payload: chinese });
  });

  test('signed with the old key passes while keys are being changed', async () => {
    const body = envelope(event, 'old key');
    const headers = sign(body, { key: 'old key' });
    const encryptKeys = ['new key', 'old key'];
    expect(await verify(body, headers, { encryptKeys })).toEqual({ kind: 'push', payload: event });
    expect(await verify(body, headers, { encryptKeys: ['new key'] })).toEqual(rejected('bad-signature'));
  });

  test('with either Verification Token passes while the token is being changed, with a third it does not', async () => {
    const verificationTokens = ['new token', TOKEN];
    for (const [token, verdict] of [
      ['new token', 'push'],
      [TOKEN, 'push'],
      ['older still', 'rejected'],
      ['', 'rejected'],
      ['new token,token', 'rejected'],
    ] as const) {
      const body = envelope(push('x', {}, { token }));
      expect((await verify(body, sign(body), { verificationTokens })).kind).toBe(verdict);
    }
  });

  test('in the old v1 envelope carries its token at the top', async () => {
    const v1 = {
      uuid: 'u1',
      token: TOKEN,
      ts: '1589970805.376395',
      type: 'event_callback',
      event: { app_id: APP },
    };
    const body = envelope(v1);
    expect(await verify(body, sign(body))).toEqual({ kind: 'push', payload: v1 });
  });

  test('passes without a configured verification token', async () => {
    const body = envelope(push('x', {}, { token: undefined }));
    const bare = { ...config, verificationTokens: [] };
    const get = (name: string) => sign(body)[name];
    expect((await verifyRequest({ rawBody: bytes(body), headers: get, config: bare, nowMs: NOW })).kind).toBe(
      'push',
    );
  });
});

describe('a forged push', () => {
  test('without signature headers is refused', async () => {
    expect(await verify(envelope(event))).toEqual(rejected('no-signature'));
  });

  for (const name of ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature']) {
    test(`without ${name} is refused`, async () => {
      const body = envelope(event);
      expect(await verify(body, { ...sign(body), [name]: '' })).toEqual(rejected('no-signature'));
    });
  }

  test('with a wrong signature is refused', async () => {
    const body = envelope(event);
    expect(await verify(body, sign(body, { signature: '0'.repeat(64) }))).toEqual(rejected('bad-signature'));
  });

  test('with a shortened signature is refused', async () => {
    const body = envelope(event);
    const signature = sign(body)['x-lark-signature'] ?? '';
    expect(await verify(body, sign(body, { signature: signature.slice(0, 8) }))).toEqual(
      rejected('bad-signature'),
    );
  });

  test('with one byte changed is refused', async () => {
    const body = envelope(event);
    expect(await verify(`${body} `, sign(body))).toEqual(rejected('bad-signature'));
  });

  test('whose JSON means the same but was written anew is refused', async () => {
    const body = `{ "encrypt": "${seal(event)}" }`;
    expect(await verify(JSON.stringify(JSON.parse(body)), sign(body))).toEqual(rejected('bad-signature'));
  });

  test('signed with an empty key, as the platform does without an Encrypt Key, is refused', async () => {
    const body = JSON.stringify(event);
    expect(await verify(body, sign(body, { key: '' }))).toEqual(rejected('bad-signature'));
  });

  test('in plain text with a valid signature is refused', async () => {
    const body = JSON.stringify(event);
    expect(await verify(body, sign(body))).toEqual(rejected('not-encrypted'));
  });

  test('gains nothing from fields beside encrypt', async () => {
    const smuggled = {
      schema: '2.0',
      header: { ...event.header, event_type: 'evil' },
      event: { evil: true },
    };
    const body = JSON.stringify({
      ...smuggled,
      encrypt: seal(event),
      type: 'url_verification',
      challenge: 'x',
    });
    expect(await verify(body, sign(body))).toEqual({ kind: 'push', payload: event });
  });

  test('encrypted with another key than it is signed with is refused', async () => {
    const body = envelope(event, 'other');
    expect(await verify(body, sign(body), { encryptKeys: [KEY, 'other'] })).toEqual(
      rejected('undecryptable'),
    );
  });

  test('that decrypts to something other than a JSON object is refused', async () => {
    for (const plain of ['hello world', '[1]', 'null', '']) {
      const body = envelope(plain);
      expect(await verify(body, sign(body))).toEqual(rejected('undecryptable'));
    }
  });

  test('that is no JSON, no UTF-8 or no object is refused', async () => {
    for (const body of ['', 'encrypt=1', '[]', 'null', '"x"']) {
      expect(await verify(body, sign(body))).toEqual(rejected('not-json'));
    }
    const rawBody = Uint8Array.of(0xff, 0xfe);
    expect(await verifyRequest({ rawBody, headers: () => null, config, nowMs: NOW })).toEqual(
      rejected('not-json'),
    );
  });

  test('with the wrong verification token, or none, is refused', async () => {
    for (const token of ['other', '', undefined, 7]) {
      const body = envelope(push('x', {}, { token }));
      expect(await verify(body, sign(body))).toEqual(rejected('bad-token'));
    }
  });

  test('for another app, or for none, is refused', async () => {
    for (const app_id of ['cli_other', undefined]) {
      const body = envelope(push('x', {}, { app_id }));
      expect(await verify(body, sign(body))).toEqual(rejected('wrong-app'));
    }
    const v1 = envelope({ uuid: 'u', token: TOKEN, type: 'event_callback', event: { app_id: 'cli_other' } });
    expect(await verify(v1, sign(v1))).toEqual(rejected('wrong-app'));
  });

  test('larger than a megabyte is refused before anything is computed', async () => {
    const body = 'x'.repeat(MAX_BODY_BYTES + 1);
    expect(await verify(body, sign(body))).toEqual(rejected('body-too-large'));
  });

  test('cannot get in because somebody forgot the key', async () => {
    await expect(verify('{}', {}, { encryptKeys: [] })).rejects.toThrow('encrypt key missing');
    await expect(verify('{}', {}, { encryptKeys: [KEY, ''] })).rejects.toThrow('encrypt key missing');
  });
});

describe('freshness', () => {
  const at = (timestamp: string, nowMs: number, payload: unknown = event) => {
    const body = envelope(payload);
    return verify(body, sign(body, { timestamp }), {}, nowMs);
  };
  const seconds = String(NOW / 1000);

  test('an hour either way is accepted, more is stale', async () => {
    expect((await at(seconds, NOW + HOUR)).kind).toBe('push');
    expect((await at(seconds, NOW - HOUR)).kind).toBe('push');
    expect(await at(seconds, NOW + HOUR + 1000)).toEqual(rejected('stale'));
    expect(await at(seconds, NOW - HOUR - 1000)).toEqual(rejected('stale'));
  });

  test('a re-push six hours later carries its own time and passes', async () => {
    const later = NOW + 6 * HOUR;
    expect((await at(String(later / 1000), later)).kind).toBe('push');
  });

  const forms = {
    milliseconds: String(NOW),
    'Go time': '2026-01-05 09:00:00.5 +0800 CST m=+12345.1',
    RFC850: 'Monday, 05-Jan-26 09:00:00 CST',
  };
  for (const [name, timestamp] of Object.entries(forms)) {
    test(`${name} in the time header is understood`, async () => {
      expect((await at(timestamp, NOW + HOUR / 2)).kind).toBe('push');
      expect(await at(timestamp, NOW + 2 * HOUR)).toEqual(rejected('stale'));
    });
  }

  test('an unreadable time header leaves it to the time in the payload', async () => {
    expect((await at('gestern', NOW)).kind).toBe('push');
    expect((await at('gestern', NOW + 7.5 * HOUR)).kind).toBe('push');
    expect(await at('gestern', NOW + 10 * HOUR)).toEqual(rejected('stale'));
    expect(await at('gestern', NOW, push('x', {}, { create_time: undefined }))).toEqual(rejected('stale'));
  });

  test('a click is never pushed again, so its microseconds must be within the hour', async () => {
    const click = push('card.action.trigger', {}, { create_time: `${NOW}000` });
    expect((await at('gestern', NOW + HOUR / 2, click)).kind).toBe('push');
    expect(await at('gestern', NOW + 2 * HOUR, click)).toEqual(rejected('stale'));
  });

  test('the time header is part of what is signed', async () => {
    const body = envelope(event);
    const headers = { ...sign(body), 'x-lark-request-timestamp': String(NOW / 1000 + 1) };
    expect(await verify(body, headers)).toEqual(rejected('bad-signature'));
  });
});

describe('the unsigned URL check', () => {
  const echoed = { kind: 'challenge', challenge: 'c-1' };

  test('is echoed when it is encrypted and knows the token', async () => {
    expect(await verify(envelope(challenge))).toEqual(echoed);
  });

  test('is echoed when it is signed as well', async () => {
    const body = envelope(challenge);
    expect(await verify(body, sign(body))).toEqual(echoed);
  });

  test('is echoed for either key while keys are being changed', async () => {
    expect(await verify(envelope(challenge, 'new key'), {}, { encryptKeys: [KEY, 'new key'] })).toEqual(
      echoed,
    );
  });

  test('of the published vector is echoed', async () => {
    const { encrypt, key = '' } = vectors.find((v) => v.id === 'A4') ?? {};
    const over = { encryptKeys: [key], verificationTokens: ['iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6'] };
    const result = await verify(JSON.stringify({ encrypt }), {}, over);
    expect(result).toEqual({ kind: 'challenge', challenge: '5634b122-c042-4634-bc7f-b07a3c3e77ad' });
  });

  test('in plain text is refused', async () => {
    expect(await verify(JSON.stringify(challenge))).toEqual(rejected('not-encrypted'));
  });

  test('with a wrong or missing token is refused', async () => {
    expect(await verify(envelope({ ...challenge, token: 'guess' }))).toEqual(rejected('bad-token'));
    expect(await verify(envelope({ ...challenge, token: undefined }))).toEqual(rejected('bad-token'));
  });

  test('under a key we do not have is refused', async () => {
    expect(await verify(envelope(challenge, 'other'))).toEqual(rejected('undecryptable'));
  });

  test('without a challenge to echo is refused', async () => {
    expect(await verify(envelope({ ...challenge, challenge: { $gt: '' } }))).toEqual(
      rejected('bad-challenge'),
    );
  });

  test('never lets an event through, even one dressed as a URL check', async () => {
    const dressed = { ...event, ...challenge };
    expect(await verify(envelope(dressed))).toEqual(echoed);
    const body = envelope(dressed);
    expect(await verify(body, sign(body))).toEqual(echoed);
  });

  test('with a bad signature is refused although none is needed', async () => {
    const body = envelope(challenge);
    expect(await verify(body, sign(body, { signature: 'f'.repeat(64) }))).toEqual(rejected('bad-signature'));
  });
});

test('the legacy card callback, unencrypted and signed with the token, is refused', async () => {
  const body = JSON.stringify({
    open_id: 'ou_1',
    open_message_id: 'om_1',
    token: 'c-1',
    action: { value: {} },
  });
  const { createHash } = await import('node:crypto');
  const signature = createHash('sha1')
    .update(`${NOW / 1000}n${TOKEN}${body}`)
    .digest('hex');
  expect(await verify(body, sign(body, { nonce: 'n', signature }))).toEqual(rejected('bad-signature'));
});
