import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { type AppCalls, createAppCalls } from './app.ts';
import { type ChatCalls, createChatCalls } from './chats.ts';
import { createFileCalls, type FileCalls } from './files.ts';
import { type CallRecord, createHttp } from './http.ts';
import type { Instant } from './incoming.ts';
import { createMessageCalls, type MessageCalls } from './messages.ts';
import type { TokenCell } from './token.ts';

/** Everything this bot asks of the Open Platform. Stateless but for the tenant token and the bot's id. */
export interface FeishuClient extends MessageCalls, ChatCalls, FileCalls, AppCalls {
  /** Resolves when app id and secret are good (a token was obtained); else a FeishuError. */
  checkCredentials(): Promise<void>;
  /** Platform's clock minus ours in ms by its last answer, good to a second; undefined before the first. */
  clockOffset(): number | undefined;
}

export interface FeishuClientOptions {
  appId: string;
  appSecret: string;
  /** An origin: https://open.feishu.cn, https://open.larksuite.com or the simulator's. */
  domain: string;
  fetch?: typeof fetch;
  /** For one exchange, answer included; files get a minute. Default 10 s. */
  timeoutMs?: number;
  clock: () => Instant;
  /** Told of every exchange, also of the token's. */
  log?: (call: CallRecord) => void;
  /** On Workers, where a client lives for one request only: one cell per isolate keeps the token. */
  tokenCell?: TokenCell;
  /** Asked last of all before a call that names who holds it (`heldBy`). */
  mayLeave?: (heldBy: string) => boolean;
}

/** How long one exchange is waited for. */
export const CALL_TIMEOUT_MS = 10_000;

/** The SDK logs request bodies, tokens and the app secret; we log what is worth it ourselves. */
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/**
 * A client over the official SDK, of which only the typed API methods are used: the network, the token,
 * errors and logging are ours. No call is repeated here except once after a refused token; all fail with
 * FeishuError. Pacing (5 per second per chat) is the caller's business.
 */
export function createFeishuClient(options: FeishuClientOptions): FeishuClient {
  const { appId, appSecret, clock, log } = options;
  const domain = originOf(options.domain);
  const http = createHttp({
    appId,
    appSecret,
    domain,
    clock,
    timeoutMs: options.timeoutMs ?? CALL_TIMEOUT_MS,
    // Wrapped, because workerd's fetch must not be called as a method of anything else.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    tokenCell: options.tokenCell ?? {},
    ...(options.mayLeave && { mayLeave: options.mayLeave }),
    ...(log && { log }),
  });
  const sdk = new Client({
    appId,
    appSecret,
    domain,
    httpInstance: http.instance,
    disableTokenCache: true,
    cache: { get: async () => undefined, set: async () => true },
    logger: silent,
    loggerLevel: LoggerLevel.error,
  });

  const chats = createChatCalls(sdk);
  let knownBot: string | undefined;
  const botOpenId = async () => {
    knownBot ??= (await chats.botInfo()).openId;
    return knownBot;
  };
  return {
    ...createMessageCalls(sdk, botOpenId),
    ...chats,
    ...createFileCalls(sdk),
    ...createAppCalls(sdk),
    async checkCredentials() {
      await http.tokens.get();
    },
    clockOffset: http.clockOffset,
  };
}

function originOf(domain: string): string {
  const url = new URL(domain);
  if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Error('the Feishu domain must be an http(s) origin without a path');
  }
  return url.origin;
}
