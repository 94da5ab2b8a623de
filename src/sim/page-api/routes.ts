import type { Core } from '../core.ts';
import type { Sim } from '../types.ts';
import { serveAsset, servePageFile, serveVendor } from './assets.ts';
import type { PageCall } from './call.ts';
import { moveClock } from './clock.ts';
import { streamEvents } from './events.ts';
import { addFault, clearFaults } from './fault.ts';
import {
  clickFromPage,
  openP2p,
  reactFromPage,
  recallFromPage,
  sayFromPage,
  sendFromPage,
} from './people.ts';
import { json, PageError, readBody } from './reply.ts';
import { showFile, showLog, showMessages, showState } from './state.ts';
import { uploadFromPage } from './upload.ts';
import { addChatFromPage, addUserFromPage, moveBotFromPage } from './world.ts';

type Handler = (call: PageCall) => unknown;

/** Everything under /sim. What a handler returns goes out as JSON unless it is a Response. */
const HANDLERS: readonly [string, string, Handler][] = [
  ['GET', '/sim', () => servePageFile()],
  ['GET', '/sim/assets/*', ({ params }) => serveAsset(params.rest ?? '')],
  ['GET', '/sim/vendor/:name', ({ params }) => serveVendor(params.name ?? '')],
  ['GET', '/sim/api/state', showState],
  ['GET', '/sim/api/chats/:chatId/messages', showMessages],
  ['GET', '/sim/api/files/:key', showFile],
  ['GET', '/sim/api/log', showLog],
  ['GET', '/sim/api/events', streamEvents],
  ['POST', '/sim/api/say', sayFromPage],
  ['POST', '/sim/api/send', sendFromPage],
  ['POST', '/sim/api/click', clickFromPage],
  ['POST', '/sim/api/react', reactFromPage],
  ['POST', '/sim/api/recall', recallFromPage],
  ['POST', '/sim/api/p2p', openP2p],
  ['POST', '/sim/api/upload', uploadFromPage],
  ['POST', '/sim/api/users', addUserFromPage],
  ['POST', '/sim/api/chats', addChatFromPage],
  ['POST', '/sim/api/chats/:chatId/bot', moveBotFromPage],
  ['POST', '/sim/api/clock', moveClock],
  ['POST', '/sim/api/fault', addFault],
  ['DELETE', '/sim/api/faults', clearFaults],
];

const COMPILED = HANDLERS.map(([method, path, handle]) => ({
  method,
  handle,
  pattern: new RegExp(`^${path.replace('/*', '/(?<rest>.+)').replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`),
}));

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The page acts for anybody without asking who one is, so it answers this machine only, and no other site. */
function checkCaller(url: URL, request: Request): void {
  if (!LOOPBACK.test(url.hostname)) throw new PageError(403, '模拟器页面只在本机可用');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== url.origin) throw new PageError(403, '不接受来自其他网站的请求');
}

function decodeSegment(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new PageError(400, '地址写错了');
  }
}

/** Serves the page and its API; a mistake of the caller is 400 with `{error}`. */
export async function servePage(core: Core, sim: Sim, request: Request): Promise<Response> {
  const url = new URL(request.url);
  try {
    checkCaller(url, request);
    for (const { method, pattern, handle } of COMPILED) {
      const match = method === request.method ? pattern.exec(url.pathname) : null;
      if (!match) continue;
      const body = await readBody(request);
      const params = Object.fromEntries(
        Object.entries({ ...match.groups }).map(([name, value]) => [name, decodeSegment(value)]),
      );
      const result = await handle({ core, sim, request, params, query: url.searchParams, body });
      return result instanceof Response ? result : json(200, result ?? {});
    }
    throw new PageError(404, '没有这个地址');
  } catch (error) {
    if (error instanceof PageError) return json(error.status, { error: error.message });
    if (error instanceof Error && error.message.startsWith('sim: ')) {
      return json(400, { error: error.message.slice(5) });
    }
    throw error;
  }
}
