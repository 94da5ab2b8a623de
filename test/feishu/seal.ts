/** The platform's side of §1.3 and §1.4, written with node:crypto so that it shares nothing with src. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const KEY = 'kd-督办-2026';
export const TOKEN = 'vt-5Qx';
export const APP = 'cli_a1b2c3d4e5f60708';
export const NOW = Date.UTC(2026, 0, 5, 1, 0, 0);

export function seal(plain: unknown, key = KEY): string {
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export const envelope = (plain: unknown, key = KEY) => JSON.stringify({ encrypt: seal(plain, key) });

export interface SignOptions {
  key?: string;
  timestamp?: string;
  nonce?: string;
  signature?: string;
}

export function sign(body: string, options: SignOptions = {}): Record<string, string> {
  const { key = KEY, timestamp = String(NOW / 1000), nonce = '533226633' } = options;
  const signature = createHash('sha256')
    .update(timestamp + nonce + key)
    .update(body)
    .digest('hex');
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': options.signature ?? signature,
  };
}

export const bytes = (text: string) => new TextEncoder().encode(text);

/** A v2 push as the platform orders it. */
export function push(eventType: string, event: unknown, header: Record<string, unknown> = {}) {
  return {
    schema: '2.0',
    header: {
      event_id: '5e3702a84e847582be8db7fb73283c02',
      token: TOKEN,
      create_time: String(NOW),
      event_type: eventType,
      tenant_key: 'tk-home',
      app_id: APP,
      ...header,
    },
    event,
  };
}
