import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

function deriveKey(encryptKey: string): Buffer {
  return createHash('sha256').update(encryptKey, 'utf8').digest();
}

/**
 * AES-256-CBC with PKCS#7 under SHA-256(Encrypt Key); base64 of IV ‖ ciphertext (feishu.md §1.3).
 * `iv` is 16 bytes.
 */
export function encryptText(encryptKey: string, plain: string, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-cbc', deriveKey(encryptKey), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** Undoes {@link encryptText}. Throws on a wrong key, broken padding or a truncated text. */
export function decryptText(encryptKey: string, encoded: string): string {
  const bytes = Buffer.from(encoded, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', deriveKey(encryptKey), bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
}

/** Lower-case hex SHA-256(timestamp ‖ nonce ‖ Encrypt Key ‖ raw body); the key is '' when none is set (§1.4). */
export function signBody(timestamp: string, nonce: string, encryptKey: string, body: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey + body, 'utf8')
    .digest('hex');
}
