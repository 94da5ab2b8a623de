/** `npm start` without credentials: the bot, the simulator and a zone full of life, on this machine only. */
import { serve } from '@hono/node-server';
import { type Config, ConfigError } from '../config.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import type { Leaving } from '../stop.ts';
import { SAMPLE_NAME, SAMPLE_PATH, sampleLedger } from './ledger.ts';
import { type Demo, openDemo } from './open.ts';
import type { Joined } from './world.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Resolves once the page can be opened. */
export async function startDemo(config: Config, leaving: Leaving): Promise<void> {
  if (!LOOPBACK.has(config.host)) {
    throw new ConfigError(['HOST：演示模式只能绑定本机（127.0.0.1）；正式使用请设置 FEISHU_APP_ID']);
  }
  const say = (line: string) => process.stdout.write(`${line}\n`);
  let demo: Demo | undefined;
  // Listening comes first: a taken port is told at once, and a page opened early waits for the data.
  const { server, port } = await listen(config, (request) =>
    demo ? route(demo, request) : Promise.resolve(waitingPage(request)),
  );
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  // So that 看板 opens here, too.
  demo = await openDemo({ ...config, publicUrl: config.publicUrl ?? url }, { say });
  say(`演示已就绪：请在浏览器打开 ${url}/sim`);
  say('按 Ctrl+C 停止；数据保存在本机，下次启动接着用。');
  const opened = demo;
  leaving.by({
    withinMs: config.stopMs,
    async end() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    },
    gaveUp: () => {},
    close: () => opened.close(),
  });
}

async function listen(config: Config, fetch: (request: Request) => Promise<Response>) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, ({ port }) =>
      resolve({ server, port }),
    );
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = `端口 ${config.port} 已被占用（可能已有一个演示在运行），可换一个：PORT=${config.port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
  });
}

/** Page and platform by path; the bot's own routes otherwise. Other host names are refused (DNS rebinding). */
export async function route(
  demo: Pick<Joined, 'sim' | 'app'> & Partial<Pick<Joined, 'deps'>>,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  if (!isLocal(url)) return refuse();
  if (url.pathname === '/')
    return new Response(null, { status: 302, headers: { ...SECURITY_HEADERS, location: '/sim' } });
  if (url.pathname === SAMPLE_PATH && demo.deps) return sampleFile(demo.deps);
  if (url.pathname.startsWith('/sim') || url.pathname.startsWith('/open-apis/'))
    return demo.sim.fetch(request);
  return demo.app.fetch(request);
}

/** Something to drop into a chat: the guide of the page sends it, a browser saves it. */
async function sampleFile(deps: Joined['deps']): Promise<Response> {
  const bytes = await sampleLedger(deps.clock(), deps.config.timeZone);
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(SAMPLE_NAME)}`,
  };
  return new Response(bytes, { headers });
}

/** What is shown while the fortnight is being played; it asks again by itself. */
export function waitingPage(request: Request): Response {
  if (!isLocal(new URL(request.url))) return refuse();
  const page =
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>专班秘书 · 演示</title><p style="font:18px sans-serif;margin:3em;text-align:center">正在准备演示数据，十几秒就好…</p>';
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'content-type': 'text/html; charset=utf-8',
  };
  return new Response(page, { status: 503, headers });
}

/** Whether a request names this machine; other names may be somebody's page that was led here. */
export function isLocal(url: URL): boolean {
  return LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, ''));
}

export function refuse(): Response {
  return new Response('only on this machine', { status: 403, headers: SECURITY_HEADERS });
}
