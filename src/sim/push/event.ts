import type { Core } from '../core.ts';
import { track } from '../core.ts';
import type { Fault } from '../faults.ts';
import { newEventId } from '../ids.ts';
import type { PendingPush } from '../world.ts';
import { buildEnvelope, eventTimestamp, signedHeaders } from './envelope.ts';
import { PUSH_LIMIT_MS, sendOnce } from './send.ts';

/** Waits before the 2nd to 5th delivery; after the last the event is given up (feishu.md §1.7). */
export const RETRY_DELAYS_MS: readonly number[] = [15_000, 300_000, 3_600_000, 21_600_000];

/**
 * Pushes one event; resolves when it has been answered, or has failed for now and waits for its redelivery,
 * or is held back by a delayPush fault. Never rejects.
 */
export function pushEvent(core: Core, eventType: string, event: unknown): Promise<void> {
  return track(core, deliverNew(core, eventType, event, newEventId(core.world.ids)));
}

async function deliverNew(core: Core, eventType: string, event: unknown, eventId: string): Promise<void> {
  const head = { eventId, eventType, createTime: String(core.now()) };
  const pending: PendingPush = {
    eventId,
    eventType,
    body: buildEnvelope(core, head, event),
    attempt: 0,
    dueAt: core.now(),
  };
  const faults = core.faults.take({ eventType, eventId, event, attempt: 1 });
  if (faults.some((f) => f.kind === 'delayPush')) {
    core.held.push(() => void track(core, deliverFirst(core, pending, event, faults)));
    return;
  }
  await deliverFirst(core, pending, event, faults);
}

async function deliverFirst(
  core: Core,
  pending: PendingPush,
  event: unknown,
  faults: Fault[],
): Promise<void> {
  const twin = faults.find((f) => f.kind === 'duplicatePush');
  const copies = twin ? (twin.copies ?? 2) - 1 : 0;
  if (twin?.concurrent) {
    const extra = Array.from({ length: copies }, () => attempt(core, { ...pending }, faults));
    await Promise.all([attempt(core, pending, faults), ...extra]);
  } else {
    for (let i = 0; i <= copies; i += 1) await attempt(core, i === 0 ? pending : { ...pending }, faults);
  }
  if (faults.some((f) => f.kind === 'newEventIdSameMessage')) {
    await deliverNew(core, pending.eventType, event, newEventId(core.world.ids));
  }
}

/** One delivery; a failed one is put back for later until the four redeliveries are used up. */
async function attempt(core: Core, pending: PendingPush, faults: Fault[]): Promise<void> {
  pending.attempt += 1;
  const push = await sendOnce(core, {
    path: '/webhook/event',
    request: {
      headers: signedHeaders(core, pending.body, eventTimestamp(core.now())),
      body: pending.body,
    },
    eventType: pending.eventType,
    eventId: pending.eventId,
    attempt: pending.attempt,
    limitMs: PUSH_LIMIT_MS,
    faults,
  });
  if (push.failure === 'lost') return;
  const again = push.failure !== undefined || faults.some((f) => f.kind === 'redeliverAfterSuccess');
  const wait = RETRY_DELAYS_MS[pending.attempt - 1];
  if (again && wait !== undefined) core.world.pending.push({ ...pending, dueAt: core.now() + wait });
}

/** A clock that leapt further past a redelivery would bring an event the platform has long given up. */
const GIVEN_UP_MS = 24 * 3_600_000;

/** Makes every redelivery whose time has come by the clock, oldest first; resolves when all are answered. */
export async function deliverDue(core: Core): Promise<void> {
  const now = core.now();
  const due = core.world.pending
    .filter((p) => p.dueAt <= now && now - p.dueAt <= GIVEN_UP_MS)
    .sort((a, b) => a.dueAt - b.dueAt);
  core.world.pending = core.world.pending.filter((p) => p.dueAt > now);
  for (const pending of due) {
    const context = {
      eventType: pending.eventType,
      eventId: pending.eventId,
      attempt: pending.attempt + 1,
    };
    await track(core, attempt(core, pending, core.faults.take(context)));
  }
}
