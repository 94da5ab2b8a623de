/** What follows once a push is known to come from the platform, whichever way it came in. */
import { errorToast, slowToast } from '../cards/toast.ts';
import { receive } from '../commands/receive.ts';
import type { Deps } from '../deps.ts';
import { parsePush } from '../feishu/parse.ts';
import { describeError } from '../log.ts';

export interface PushAnswer {
  status: 200 | 400 | 401 | 500;
  body: object;
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
    log.debug('push.done', { kind: incoming.kind, eventId: incoming.eventId, fresh: receipt.fresh });
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

/**
 * The answer when the work takes longer than the platform waits. An event is refused, so that it comes again and
 * finds itself done; a click comes only once, so its person is told to look again.
 */
export function answerToSlow(payload: unknown): PushAnswer {
  if (isClick(payload)) return { status: 200, body: slowToast() };
  return { status: 500, body: { code: 500, msg: 'too slow' } };
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
