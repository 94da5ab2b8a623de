import { asRecord, parseJson } from '../content/json.ts';
import type { Core } from '../core.ts';
import { newNonce, newUuid } from '../ids.ts';
import { MAX_CONNECTIONS } from './hub.ts';

export const ENDPOINT_PATH = '/callback/ws/endpoint';
export const SOCKET_PATH = '/ws/v2';
const TICKET_MS = 60_000;

/** POST /callback/ws/endpoint: where to connect to, with a ticket for one connection (feishu.md §2.1). */
export async function serveEndpoint(core: Core, request: Request): Promise<Response> {
  const refuse = (code: number, msg: string) => Response.json({ code, msg, data: {} });
  if (request.method !== 'POST') return new Response('404 page not found', { status: 404 });
  const { AppID: appId, AppSecret: secret } = asRecord(parseJson(await request.text()));
  const { longconn: hub, options } = core;
  if (hub.refusal) return refuse(hub.refusal.code, hub.refusal.msg);
  if (appId !== options.appId || secret !== options.appSecret) return refuse(514, 'auth failed');
  if (options.transport !== 'longconn') return refuse(403, 'forbidden');
  if (hub.lines.size >= MAX_CONNECTIONS) return refuse(1000040350, 'the number of connections exceeded');
  const { ids } = core.world;
  const ticket = newUuid(ids);
  const deviceId = `7${newNonce(ids)}`;
  const serviceId = 33554678;
  hub.tickets.set(ticket, { deviceId, serviceId, expiresAt: core.now() + TICKET_MS });
  const url = new URL(SOCKET_PATH, request.url);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams({
    device_id: deviceId,
    service_id: String(serviceId),
    ticket,
  }).toString();
  return Response.json({ code: 0, msg: '', data: { URL: url.href, ClientConfig: hub.clientConfig } });
}
