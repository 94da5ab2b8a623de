/** The whole HTTP surface over one set of dependencies; the same on Node and on Workers. */
import { Hono } from 'hono';
import { directoryVersion } from '../db/directory.ts';
import { type Queues, readQueues } from '../db/queue.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';
import { securityHeaders } from './security-headers.ts';
import { createWebhook } from './webhook.ts';

export interface AppOptions {
  /** How long the long connection has been down, where there should be one. */
  longconnDownForMs?: () => number;
}

/** A reconnection takes a while; after this long it is trouble. */
const LONGCONN_PATIENCE_MS = 60_000;

export function createApp(deps: Deps, options: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  // With a long connection there need be no Encrypt Key, and without one nothing could be verified.
  if (deps.config.app?.encryptKeys.length) app.route('/webhook', createWebhook(deps));
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    try {
      await deps.db.read((tx) => directoryVersion(tx));
      const down = options.longconnDownForMs?.() ?? 0;
      if (down > LONGCONN_PATIENCE_MS)
        return c.json({ ok: false, problem: 'longconn', downForSeconds: Math.floor(down / 1000) }, 503);
      return c.json({ ok: true });
    } catch (error) {
      deps.log.error('readyz.failed', describeError(error));
      return c.json({ ok: false, problem: 'database' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    const token = deps.config.metricsToken;
    const given = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
    if (token === undefined) return c.json({ ok: false, problem: 'METRICS_TOKEN is not set' }, 404);
    if (!sameText(given, token)) return c.json({ ok: false }, 401);
    deps.metrics.queues(await askQueues(deps), deps.clock());
    return c.text(await deps.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' });
  });
  app.notFound((c) => c.json({ code: 404, msg: 'not found' }, 404));
  app.onError((error, c) => {
    deps.log.error('http.failed', describeError(error));
    return c.json({ code: 500, msg: 'internal error' }, 500);
  });
  return app;
}

/** Asked of the database at the moment of the scrape; without it the rest is still told. */
async function askQueues(deps: Deps): Promise<Queues | undefined> {
  try {
    return await deps.db.read((tx) => readQueues(tx, deps.clock()));
  } catch (error) {
    deps.log.error('metrics.failed', describeError(error));
    return undefined;
  }
}

/** Compares without telling by its duration where two texts part. */
function sameText(given: string, wanted: string): boolean {
  let different = given.length ^ wanted.length;
  for (let i = 0; i < wanted.length; i++) different |= (given.charCodeAt(i) || 0) ^ wanted.charCodeAt(i);
  return different === 0;
}
