/** Asks the platform where to connect to (reference §2.1). */
import { z } from 'zod';
import { FeishuError } from '../errors.ts';
import { exchange } from '../transport.ts';
import { ConnectRefusal, refusalOf } from './refusal.ts';

export interface EndpointOptions {
  /** Origin such as https://open.feishu.cn; the secret goes nowhere else. */
  domain: string;
  appId: string;
  appSecret: string;
  fetch: typeof fetch;
  timeoutMs: number;
}

export interface Endpoint {
  /** Holds a ticket: never logged. */
  url: string;
  serviceId: number;
  /** ClientConfig as it came. */
  config: unknown;
}

const PATH = '/callback/ws/endpoint';
const answer = z.object({
  code: z.number(),
  data: z.object({ URL: z.string(), ClientConfig: z.unknown().optional() }).nullish().catch(undefined),
});

/** @throws ConnectRefusal */
export async function askEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const url = new URL(PATH, options.domain);
  const { bytes, status } = await exchange(options.fetch, {
    method: 'POST',
    url,
    headers: new Headers({ 'content-type': 'application/json; charset=utf-8', locale: 'zh' }),
    body: JSON.stringify({ AppID: options.appId, AppSecret: options.appSecret }),
    timeoutMs: options.timeoutMs,
    maxBytes: 64 * 1024,
  }).catch((error: unknown) => {
    if (!(error instanceof FeishuError)) throw error;
    throw new ConnectRefusal('unreachable', 0, error.detail ?? error.reason);
  });
  const read = answer.safeParse(parse(bytes));
  if (!read.success) throw new ConnectRefusal(status === 200 ? 'unreadable-answer' : 'refused', status);
  const { code, data } = read.data;
  if (code !== 0) throw refusalOf(code);
  if (!data || !URL.canParse(data.URL)) throw new ConnectRefusal('unreadable-answer', status);
  const target = new URL(data.URL);
  // Whoever answers may not lead a protected app onto an open line.
  if (target.protocol !== (url.protocol === 'https:' ? 'wss:' : 'ws:'))
    throw new ConnectRefusal('unreadable-answer', status, 'PROTOCOL');
  const service = Number(target.searchParams.get('service_id'));
  const serviceId = Number.isInteger(service) && Math.abs(service) < 2 ** 31 ? service : 0;
  return { url: data.URL, serviceId, config: data.ClientConfig };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
