/** One door for events and card callbacks: verified, understood, made durable, then answered. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorToast } from '../cards/toast.ts';
import { receive } from '../commands/receive.ts';
import type { Deps } from '../deps.ts';
import { parsePush } from '../feishu/parse.ts';
import { MAX_BODY_BYTES, verifyRequest } from '../feishu/verify.ts';
import { describeError } from '../log.ts';

/** `POST /event` and `POST /card`; either takes either, as the console may be given one URL for both. */
export function createWebhook(deps: Deps): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => {
      deps.metrics.push('rejected');
      deps.log.warn('push.rejected', { rule: 'body-too-large' });
      return c.json({ code: 413, msg: 'body too large' }, 413);
    },
  });
  for (const path of ['/event', '/card']) {
    app.post(path, limit, async (c) => {
      const raw = new Uint8Array(await c.req.raw.arrayBuffer());
      const answer = await takePush(deps, raw, (name) => c.req.header(name));
      return c.json(answer.body, answer.status);
    });
  }
  return app;
}

interface PushAnswer {
  status: 200 | 400 | 401 | 500;
  body: object;
}

/** The work behind the door without HTTP; raw body in, JSON answer out. Never throws. */
export async function takePush(
  deps: Deps,
  rawBody: Uint8Array,
  headers: (name: string) => string | undefined | null,
): Promise<PushAnswer> {
  const requestId = deps.newId();
  const log = deps.log.with({ requestId });
  const app = deps.config.app;
  if (!app) return { status: 401, body: { code: 401, msg: 'not configured' } };
  const verified = await verifyRequest({
    rawBody,
    headers,
    config: { encryptKeys: app.encryptKeys, verificationTokens: app.verificationTokens, appId: app.id },
    nowMs: deps.clock(),
  });
  if (verified.kind === 'challenge') return { status: 200, body: { challenge: verified.challenge } };
  if (verified.kind === 'rejected') {
    deps.metrics.push('rejected');
    log.warn('push.rejected', { rule: verified.rule });
    return { status: 401, body: { code: 401, msg: 'rejected' } };
  }
  return takePayload({ ...deps, log }, verified.payload, requestId);
}

/** A payload whose origin is proven: by its signature, or by the long connection it came through. */
export async function takePayload(deps: Deps, payload: unknown, requestId: string): Promise<PushAnswer> {
  const { log } = deps;
  try {
    const bot = await deps.bot();
    const incoming = parsePush(payload, deps.clock(), bot.openId);
    if (incoming.kind === 'invalid' || incoming.kind === 'ignored') {
      deps.metrics.push('ignored');
      log.info('push.ignored', { why: incoming.kind === 'invalid' ? incoming.reason : incoming.eventType });
      return { status: 200, body: {} };
    }
    const receipt = await receive(deps, incoming, tenantOf(payload));
    deps.metrics.push(receipt.fresh ? 'accepted' : 'duplicate');
    log.debug('push.done', { kind: incoming.kind, event: incoming.eventId, fresh: receipt.fresh });
    deps.wake();
    return { status: 200, body: receipt.reply ?? {} };
  } catch (error) {
    deps.metrics.push('failed');
    log.error('push.failed', describeError(error));
    // A click is never pushed again, so its person must be told; an event is, and must be refused to come back.
    if (isClick(payload)) return { status: 200, body: errorToast(requestId.slice(0, 8)) };
    return { status: 500, body: { code: 500, msg: 'try again' } };
  }
}

function headerOf(payload: unknown): { tenant_key?: unknown; event_type?: unknown } {
  const header = (payload as { header?: unknown } | null)?.header;
  return typeof header === 'object' && header !== null ? header : {};
}

/** The tenant the app is installed in stands in the header, whoever the sender is. */
function tenantOf(payload: unknown): string {
  const key = headerOf(payload).tenant_key;
  return typeof key === 'string' ? key : '';
}

function isClick(payload: unknown): boolean {
  return headerOf(payload).event_type === 'card.action.trigger';
}
