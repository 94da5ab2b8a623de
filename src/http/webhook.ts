/** One door for events and card callbacks: verified, understood, made durable, then answered. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '../deps.ts';
import type { SetTimer } from '../feishu/longconn/socket.ts';
import { MAX_BODY_BYTES, verifyRequest } from '../feishu/verify.ts';
import { processInTime } from './in-time.ts';
import { type PushAnswer, processPayload } from './payload.ts';

/** `POST /event` and `POST /card`; either takes either, as the console may be given one URL for both. */
export function createWebhook(deps: Deps, setTimer?: SetTimer): Hono {
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
      const answer = await handlePush(deps, raw, (name) => c.req.header(name), setTimer);
      return c.json(answer.body, answer.status);
    });
  }
  return app;
}

/**
 * The work behind the door without HTTP; raw body in, JSON answer out. Never throws.
 * @param setTimer answers in time, see processInTime
 */
export async function handlePush(
  deps: Deps,
  rawBody: Uint8Array,
  headers: (name: string) => string | undefined | null,
  setTimer?: SetTimer,
): Promise<PushAnswer> {
  const requestId = deps.newId();
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
    deps.log.warn('push.rejected', { requestId, rule: verified.rule });
    return { status: 401, body: { code: 401, msg: 'rejected' } };
  }
  return setTimer
    ? processInTime(deps, verified.payload, requestId, setTimer)
    : processPayload(deps, verified.payload, requestId);
}
