/** What follows once a push is known to come from the platform, whichever way it came in. */
import { errorToast, slowToast, tooFastToast } from '../cards/toast.ts';
import { tooFastText } from '../cards/words.ts';
import { isAddressed, receive, rejectMessage } from '../commands/receive.ts';
import type { Asking } from '../commands/sender-limit.ts';
import { isOutage } from '../db/database-error.ts';
import type { Deps } from '../deps.ts';
import { FeishuError } from '../feishu/errors.ts';
import type { Incoming } from '../feishu/incoming.ts';
import { parsePush } from '../feishu/parse.ts';
import { codeOf, describeError, within } from '../log.ts';

export interface PushAnswer {
  status: 200 | 400 | 401 | 500;
  body: object;
}

/**
 * A payload whose origin is proven: by its signature, or by the long connection it came through. Never throws.
 * @param requestId names this push in every line of the log it causes; its short form is what people are told
 */
export async function processPayload(deps: Deps, payload: unknown, requestId: string): Promise<PushAnswer> {
  const startedAt = deps.clock();
  const { outcome, answer } = await within({ requestId }, () => take(deps, payload, requestId));
  deps.metrics.push(outcome, (deps.clock() - startedAt) / 1000);
  // Outside of the above: what is sent from now on need not be of this push.
  if (outcome !== 'ignored') deps.wake();
  return answer;
}

type Outcome = 'accepted' | 'duplicate' | 'ignored' | 'failed' | 'limited';

async function take(
  deps: Deps,
  payload: unknown,
  requestId: string,
): Promise<{ outcome: Outcome; answer: PushAnswer }> {
  const { log } = deps;
  let incoming: Incoming | undefined;
  try {
    const bot = await deps.bot();
    const parsed = parsePush(payload, deps.clock(), bot.openId);
    if (parsed.kind === 'invalid' || parsed.kind === 'ignored') {
      log.info('push.ignored', { why: parsed.kind === 'invalid' ? parsed.reason : parsed.eventType });
      return { outcome: 'ignored', answer: { status: 200, body: {} } };
    }
    incoming = parsed;
    const refused = await limit(deps, parsed, tenantOf(payload), requestId);
    if (refused) return { outcome: 'limited', answer: refused };
    const receipt = await receive(deps, parsed, tenantOf(payload), requestId);
    log.debug('push.done', { kind: parsed.kind, eventId: parsed.eventId, fresh: receipt.fresh });
    const outcome = receipt.fresh ? 'accepted' : 'duplicate';
    return { outcome, answer: { status: 200, body: receipt.reply ?? {} } };
  } catch (error) {
    log.error('push.failed', { kind: incoming?.kind, eventId: incoming?.eventId, ...describeError(error) });
    return { outcome: 'failed', answer: await answerFailure(deps, payload, requestId, incoming, error) };
  }
}

/** The answer to somebody who asks too much: told once, then nothing is done, not even a row written. */
async function limit(
  deps: Deps,
  incoming: Incoming,
  headerTenant: string,
  requestId: string,
): Promise<PushAnswer | undefined> {
  const who = asking(incoming);
  const now = deps.clock();
  const admission = who ? deps.senderLimit.admit(who.asking, who.openId, now) : 'ok';
  if (admission === 'ok' || !who) return undefined;
  const quiet: PushAnswer = { status: 200, body: {} };
  if (admission === 'silent') return quiet;
  deps.log.warn('sender.limited', { kind: incoming.kind, eventId: incoming.eventId });
  if (incoming.kind === 'click') return { status: 200, body: tooFastToast() };
  if (incoming.kind !== 'message' || !isAddressed(incoming)) return quiet;
  await rejectMessage(deps, incoming, headerTenant, {
    requestId,
    answer: { kind: 'text', tone: 'warning', text: tooFastText(deps.config.perMinute.commands) },
    // Of several processes that notice it one tells.
    dedupeKey: `too-fast:${who.openId}:${Math.floor(now / 60_000)}`,
  });
  return quiet;
}

function asking(incoming: Incoming): { asking: Asking; openId: string } | undefined {
  switch (incoming.kind) {
    case 'message':
      return { asking: isAddressed(incoming) ? 'command' : 'talk', openId: incoming.sender.openId };
    case 'click':
      return { asking: 'click', openId: incoming.operator.openId };
    case 'menu':
    case 'privateChatEntered':
      return { asking: 'command', openId: incoming.operator.openId };
    default:
      return undefined;
  }
}

/**
 * A click is never pushed again, so its person is told by the answer. A message is pushed again, which helps against an
 * outage only: with a fault of ours its writer is told at once, and the message is over.
 */
async function answerFailure(
  deps: Deps,
  payload: unknown,
  requestId: string,
  incoming: Incoming | undefined,
  error: unknown,
): Promise<PushAnswer> {
  const code = codeOf(requestId);
  if (isClick(payload)) return { status: 200, body: errorToast(code) };
  const again: PushAnswer = { status: 500, body: { code: 500, msg: 'try again' } };
  if (incoming?.kind !== 'message' || !isAddressed(incoming)) return again;
  if (isOutage(error) || error instanceof FeishuError) return again;
  try {
    const answer = { kind: 'error', code, at: deps.clock() } as const;
    await rejectMessage(deps, incoming, tenantOf(payload), { requestId, answer });
    return { status: 200, body: {} };
  } catch (second) {
    deps.log.error('push.failed', {
      kind: incoming.kind,
      eventId: incoming.eventId,
      ...describeError(second),
    });
    return again;
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
