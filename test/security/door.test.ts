/** What strangers can cost us before they have proven anything. */
import { afterEach, expect, test, vi } from 'vitest';
import { MAX_UNSIGNED_BYTES, verifyRequest } from '../../src/feishu/verify.ts';
import { envelope } from '../feishu/seal.ts';

const config = { encryptKeys: ['key-of-the-app'], verificationTokens: ['token'], appId: 'cli_1' };
const utf8 = new TextEncoder();
const challenge = (filler = '') =>
  JSON.stringify({ challenge: 'c', token: 'token', type: 'url_verification', filler });

async function unsigned(body: string) {
  return verifyRequest({ rawBody: utf8.encode(body), headers: () => undefined, config, nowMs: 0 });
}

afterEach(() => void vi.restoreAllMocks());

test('the URL check passes without a signature', async () => {
  expect(await unsigned(envelope(challenge(), 'key-of-the-app'))).toEqual({
    kind: 'challenge',
    challenge: 'c',
  });
});

test('a large body without a signature is refused before anything is decrypted', async () => {
  const decrypt = vi.spyOn(globalThis.crypto.subtle, 'decrypt');
  const body = envelope(challenge('x'.repeat(MAX_UNSIGNED_BYTES)), 'key-of-the-app');
  expect(await unsigned(body)).toEqual({ kind: 'rejected', rule: 'no-signature' });
  expect(decrypt).not.toHaveBeenCalled();
});

test('a body nested as deep as it can be is refused, not a fault', async () => {
  for (const body of ['['.repeat(500_000), `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`]) {
    const timestamp = {
      'x-lark-request-timestamp': '1',
      'x-lark-request-nonce': '1',
      'x-lark-signature': 'x',
    };
    const headers = (name: string) => timestamp[name as keyof typeof timestamp];
    const verified = await verifyRequest({ rawBody: utf8.encode(body), headers, config, nowMs: 0 });
    expect(verified).toEqual({ kind: 'rejected', rule: 'bad-signature' });
    expect((await unsigned(body.slice(0, MAX_UNSIGNED_BYTES))).kind).toBe('rejected');
  }
});
