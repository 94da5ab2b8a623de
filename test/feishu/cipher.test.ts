import { describe, expect, test } from 'vitest';
import { decryptText, equalSecrets, signRequest } from '../../src/feishu/cipher.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };
import { bytes, KEY, seal } from './seal.ts';

describe('published vectors', () => {
  for (const vector of vectors) {
    if (vector.kind === 'decrypt') {
      test(`${vector.id} decrypts to its plaintext`, async () => {
        expect(await decryptText(vector.encrypt ?? '', vector.key)).toBe(vector.plaintext);
      });
    } else {
      test(`${vector.id} signs the bytes as they stand`, async () => {
        const { timestamp = '', nonce = '', key, body = '', signature } = vector;
        expect(await signRequest(timestamp, nonce, key, bytes(body))).toBe(signature);
      });
    }
  }
});

describe('what cannot be opened is undefined, never an exception', () => {
  const cases: Record<string, string> = {
    'another key': seal('{}', 'other'),
    'not base64': '%%%',
    empty: '',
    'an IV and nothing else': Buffer.alloc(16).toString('base64'),
    'half a block': Buffer.alloc(24).toString('base64'),
    'random blocks': Buffer.alloc(64, 7).toString('base64'),
  };
  for (const [name, encrypt] of Object.entries(cases)) {
    test(name, async () => {
      expect(await decryptText(encrypt, KEY)).toBeUndefined();
    });
  }
});

test('secrets are equal only when they are the same text', async () => {
  expect(await equalSecrets('令牌', '令牌')).toBe(true);
  expect(await equalSecrets('abc', 'abd')).toBe(false);
  expect(await equalSecrets('abc', 'abcd')).toBe(false);
  expect(await equalSecrets('', 'a')).toBe(false);
});
