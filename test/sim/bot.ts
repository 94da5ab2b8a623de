import { createDecipheriv, createHash } from 'node:crypto';
import type { PushAnswer, PushPath, PushRequest, Sim, SimOptions } from '../../src/sim/sim.ts';
import { createSim } from '../../src/sim/sim.ts';

export const APP_ID = 'cli_a1b2c3d4e5f60718';
export const APP_SECRET = 'secret-of-the-app';
export const ENCRYPT_KEY = 'kd-督办-2026';
export const TOKEN = 'verification-token';
/** Thursday 2026-01-01 08:00 in Shanghai. */
export const START = Date.UTC(2026, 0, 1, 0, 0, 0);

export interface Received {
  path: PushPath;
  request: PushRequest;
  /** The decrypted push. */
  body: { header: Record<string, string>; event: Record<string, unknown> } & Record<string, unknown>;
}

export interface Scripted {
  sim: Sim;
  received: Received[];
  /** What the bot answers next; default 200 {}. */
  script: (push: Received) => Promise<PushAnswer> | PushAnswer;
  now: number;
  call: (method: string, path: string, body?: unknown, token?: string | null) => Promise<Answer>;
  token: () => Promise<string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  json: Record<string, unknown> & { code: number; msg: string; data?: Record<string, unknown> };
}

/** Decrypts independently of src/sim. */
export function openBody(body: string, key: string | undefined): Received['body'] {
  const outer = JSON.parse(body) as Received['body'];
  if (key === undefined) return outer;
  const bytes = Buffer.from(String(outer.encrypt), 'base64');
  const hash = createHash('sha256').update(key).digest();
  const decipher = createDecipheriv('aes-256-cbc', hash, bytes.subarray(0, 16));
  return JSON.parse(decipher.update(bytes.subarray(16), undefined, 'utf8') + decipher.final('utf8'));
}

/** A simulator with a bot that writes down what it hears. */
export function createScripted(o: Partial<SimOptions> = {}): Scripted {
  const key = 'encryptKey' in o ? o.encryptKey : ENCRYPT_KEY;
  const scripted: Scripted = {
    sim: undefined as unknown as Sim,
    received: [],
    script: () => ({ status: 200, body: '{}' }),
    now: START,
    async call(method, path, body, token) {
      const bearer = token === undefined ? await scripted.token() : token;
      const response = await scripted.sim.fetch(
        new Request(`http://127.0.0.1${path}`, {
          method,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const json = (await response.json()) as Answer['json'];
      return { status: response.status, headers: response.headers, json };
    },
    async token() {
      const path = '/open-apis/auth/v3/tenant_access_token/internal';
      const answer = await scripted.call('POST', path, { app_id: APP_ID, app_secret: APP_SECRET }, null);
      return String(answer.json.tenant_access_token);
    },
  };
  scripted.sim = createSim({
    appId: APP_ID,
    appSecret: APP_SECRET,
    verificationToken: TOKEN,
    clock: () => scripted.now,
    seed: 1,
    deliver: async (path, request) => {
      const push = { path, request, body: openBody(request.body, key) };
      scripted.received.push(push);
      return scripted.script(push);
    },
    ...(key === undefined ? {} : { encryptKey: key }),
    ...o,
  });
  return scripted;
}

/** A group of three with the bot inside. */
export function createGroup(s: Scripted) {
  const wang = s.sim.addUser({ name: '王姐', note: '项目秘书' });
  const li = s.sim.addUser({ name: '李工' });
  const zhao = s.sim.addUser({ name: '赵总' });
  const chat = s.sim.addChat({
    name: '兴发专班',
    members: [wang.openId, li.openId, zhao.openId],
    bot: true,
  });
  return { wang, li, zhao, chat };
}

/** A valid card 2.0 with these body elements. */
export function card(...elements: unknown[]) {
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: { tag: 'plain_text', content: '问题 #12' } },
    body: { elements },
  };
}

export function button(text: string, value: unknown, more: Record<string, unknown> = {}) {
  return {
    tag: 'button',
    text: { tag: 'plain_text', content: text },
    behaviors: [{ type: 'callback', value }],
    ...more,
  };
}

/** Sends a card to a chat as the bot; returns its message id. */
export async function sendCard(s: Scripted, chatId: string, content: unknown): Promise<string> {
  const answer = await s.call('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id', {
    receive_id: chatId,
    msg_type: 'interactive',
    content: JSON.stringify(content),
  });
  if (answer.json.code !== 0) throw new Error(JSON.stringify(answer.json));
  return String(answer.json.data?.message_id);
}
