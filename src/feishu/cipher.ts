// Synchronous on purpose: a push takes some microseconds of hashing, and WebCrypto's way to another thread and back
// takes many times that.
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** X-Lark-Signature: lower-case hex SHA-256 of timestamp ‖ nonce ‖ Encrypt Key ‖ raw body bytes. */
export async function signRequest(
  timestamp: string,
  nonce: string,
  encryptKey: string,
  rawBody: Uint8Array,
): Promise<string> {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(rawBody)
    .digest('hex');
}

/**
 * Opens the `encrypt` field: base64(IV ‖ AES-256-CBC), key = SHA-256(Encrypt Key). `undefined` when it was
 * not made with this key; bad base64, bad padding and bad UTF-8 look alike on purpose.
 */
export async function decryptText(encrypt: string, encryptKey: string): Promise<string | undefined> {
  try {
    // atob, unlike Buffer, refuses what is no base64.
    const sealed = Uint8Array.from(atob(encrypt), (char) => char.charCodeAt(0));
    const key = createHash('sha256').update(encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
}

/** Compares without telling by its duration where, or in what length, the two differ. */
export async function equalSecrets(a: string, b: string): Promise<boolean> {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
