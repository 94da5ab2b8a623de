/** The whole HTTP surface over one set of dependencies; the same on Node and on Workers. */
import { Hono } from 'hono';
import { type Queues, readQueues } from '../db/queue.ts';
import type { Deps } from '../deps.ts';
import type { SetTimer } from '../feishu/longconn/socket.ts';
import { describeError } from '../log.ts';
import { createPages } from './pages.ts';
import { createReadiness } from './readiness.ts';
import { securityHeaders } from './security-headers.ts';
import { createWebhook } from './webhook.ts';

export interface AppOptions {
  /** How long the long connection has been down, where there should be one. */
  longconnDownForMs?: () => number;
  /** Pushes are answered in time, and their work goes on after it; absent where it could not (Workers). */
  setTimer?: SetTimer;
  /** How refused pages are held back; waits so many milliseconds. */
  pause?: (ms: number) => Promise<void>;
}

export function createApp(deps: Deps, options: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  // With a long connection there need be no Encrypt Key, and without one nothing could be verified.
  if (deps.config.app?.encryptKeys.length) app.route('/webhook', createWebhook(deps, options.setTimer));
  app.get('/healthz', (c) => c.json({ ok: true }));
  const problemOf = createReadiness(deps, options.longconnDownForMs ?? (() => 0));
  app.get('/readyz', async (c) => {
    const problem = await problemOf();
    if (!problem) return c.json({ ok: true });
    // Why is for its operator: strangers learn that it is not ready, and no more.
    return c.json(
      mayLookInside(deps, c.req.header('authorization')) ? { ok: false, ...problem } : { ok: false },
      503,
    );
  });
  app.get('/metrics', async (c) => {
    if (deps.config.metricsToken === undefined)
      return c.json({ ok: false, problem: 'METRICS_TOKEN is not set' }, 404);
    if (!mayLookInside(deps, c.req.header('authorization'))) return c.json({ ok: false }, 401);
    deps.metrics.queues(await askQueues(deps), deps.clock());
    return c.text(await deps.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' });
  });
  app.route('/', createPages(deps, options.pause));
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

/** Whether a request shows METRICS_TOKEN, as `Authorization: Bearer <token>`. */
function mayLookInside({ config }: Deps, authorization = ''): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return config.metricsToken !== undefined && given !== undefined && sameText(given, config.metricsToken);
}

/** Compares without telling by its duration where two texts part. */
function sameText(given: string, wanted: string): boolean {
  let different = given.length ^ wanted.length;
  for (let i = 0; i < wanted.length; i++) different |= (given.charCodeAt(i) || 0) ^ wanted.charCodeAt(i);
  return different === 0;
}
