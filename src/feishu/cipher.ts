const utf8 = new TextEncoder();
const subtle = globalThis.crypto.subtle;

/** X-Lark-Signature: lower-case hex SHA-256 of timestamp ‖ nonce ‖ Encrypt Key ‖ raw body bytes. */
export async function signRequest(
  timestamp: string,
  nonce: string,
  encryptKey: string,
  rawBody: Uint8Array,
): Promise<string> {
  const head = utf8.encode(timestamp + nonce + encryptKey);
  const signed = new Uint8Array(head.length + rawBody.length);
  signed.set(head);
  signed.set(rawBody, head.length);
  const digest = new Uint8Array(await subtle.digest('SHA-256', signed));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Opens the `encrypt` field: base64(IV ‖ AES-256-CBC), key = SHA-256(Encrypt Key). `undefined` when it was
 * not made with this key; bad base64, bad padding and bad UTF-8 look alike on purpose.
 */
export async function decryptText(encrypt: string, encryptKey: string): Promise<string | undefined> {
  try {
    const sealed = Uint8Array.from(atob(encrypt), (char) => char.charCodeAt(0));
    const digest = await subtle.digest('SHA-256', utf8.encode(encryptKey));
    const key = await subtle.importKey('raw', digest, 'AES-CBC', false, ['decrypt']);
    const iv = sealed.subarray(0, 16);
    const plain = await subtle.decrypt({ name: 'AES-CBC', iv }, key, sealed.subarray(16));
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
}

/** Compares without telling by its duration where, or in what length, the two differ. */
export async function equalSecrets(a: string, b: string): Promise<boolean> {
  const [x, y] = await Promise.all([a, b].map((text) => subtle.digest('SHA-256', utf8.encode(text))));
  const left = new Uint8Array(x ?? new ArrayBuffer(0));
  const right = new Uint8Array(y ?? new ArrayBuffer(0));
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++) difference |= (left[i] ?? 0) ^ (right[i] ?? 0);
  return difference === 0;
}
