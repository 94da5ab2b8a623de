import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decryptText, encryptText, signBody } from '../../src/sim/crypto.ts';

interface Vector {
  id: string;
  kind: 'decrypt' | 'sign';
  key: string;
  encrypt: string;
  plaintext: string;
  timestamp: string;
  nonce: string;
  body: string;
  signature: string;
}

const file = new URL('./fixtures/feishu-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

describe("the platform's own vectors", () => {
  test.each(vectors.filter((v) => v.kind === 'decrypt'))(
    '$id is read and written back byte for byte',
    (v) => {
      expect(decryptText(v.key, v.encrypt)).toBe(v.plaintext);
      const iv = Buffer.from(v.encrypt, 'base64').subarray(0, 16);
      expect(encryptText(v.key, v.plaintext, iv)).toBe(v.encrypt);
    },
  );

  test.each(vectors.filter((v) => v.kind === 'sign'))('$id has the signature of its raw body', (v) => {
    expect(signBody(v.timestamp, v.nonce, v.key, v.body)).toBe(v.signature);
  });
});

test('a wrong key does not decrypt', () => {
  const sealed = encryptText('right', 'text', Buffer.alloc(16, 1));
  expect(() => decryptText('wrong', sealed)).toThrow();
});
