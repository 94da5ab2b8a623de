/** The morning wave: one digest a day for each person and each project group with something to say. */
import { chatsOfKind } from '../db/chat.ts';
import { listHotIssues } from '../db/issue-open.ts';
import { doneAt, finishLease, takeLease } from '../db/lease.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { digestAt } from '../domain/digest.ts';
import { digestRecipients } from '../domain/digest-recipients.ts';
import type { Directory } from '../domain/directory.ts';
import { MORNING } from '../domain/sendable.ts';
import { addDays, clockOf, type Day, dayOf, type Instant, instantAt } from '../domain/time.ts';

/** After this the morning is over: what was missed is sent marked 补发, until the end of working time. */
const WAVE_END = '08:45';
const LEASE_MS = 10 * 60_000;

/** The next 08:31 of a working day strictly after `now`. */
export function nextWaveAt(directory: Directory, now: Instant): Instant {
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const isToday = directory.calendar.isWorkingDay(today) && instantAt(today, MORNING, timeZone) > now;
  const day = isToday ? today : directory.calendar.nextWorkingDay(today);
  return instantAt(day, MORNING, timeZone);
}

/**
 * Queues today's digests if it is time and they are not queued yet.
 * @returns how many messages were queued
 */
export async function planWave(deps: Deps, at: Instant): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    const { timeZone, hours } = directory.settings;
    const day = dayOf(at, timeZone);
    const clock = clockOf(at, timeZone);
    if (!directory.calendar.isWorkingDay(day) || clock < MORNING || clock >= hours.end) return 0;
    const last = await doneAt(tx, 'wave');
    if (last !== null && last >= instantAt(day, MORNING, timeZone)) return 0;
    if (!(await takeLease(tx, 'wave', deps.holder, at, LEASE_MS))) return 0;
    const late = clock >= WAVE_END;
    const rows = [
      ...(await personRows(deps, tx, directory, at, { day, late })),
      ...(await groupRows(deps, tx, directory, at, { day, late })),
    ];
    const queued = await enqueue(tx, rows, at);
    await finishLease(tx, 'wave', deps.holder, at);
    return queued.length;
  });
}

type Tx = Parameters<Parameters<Deps['db']['transaction']>[0]>[0];

async function personRows(
  deps: Deps,
  tx: Tx,
  directory: Directory,
  at: Instant,
  wave: { day: Day; late: boolean },
) {
  const until = instantAt(addDays(wave.day, 1), '00:00', directory.settings.timeZone);
  const hot = await listHotIssues(tx, { dueBefore: until });
  const ids = digestRecipients(hot, directory, at);
  const people = ids.size > 0 ? await findPeople(tx, [...ids]) : [];
  return people
    .filter((person) => person.home && person.unreachableSince === null)
    .map((person) => ({
      id: deps.newId(),
      kind: 'person-digest',
      target: `person:${person.openId}`,
      payload: { openId: person.openId, ...wave },
      dedupeKey: `digest:person:${person.openId}:${wave.day}`,
      dueAt: Math.max(at, digestAt(wave.day, person.openId, directory)),
    }));
}

async function groupRows(
  deps: Deps,
  tx: Tx,
  directory: Directory,
  at: Instant,
  wave: { day: Day; late: boolean },
) {
  return (await chatsOfKind(tx, 'project'))
    .filter((chat) => !chat.unreachable)
    .map((chat) => ({
      id: deps.newId(),
      kind: 'group-digest',
      target: `chat:${chat.id}`,
      payload: { chatId: chat.id, ...wave },
      dedupeKey: `digest:group:${chat.id}:${wave.day}`,
      dueAt: Math.max(at, digestAt(wave.day, chat.id, directory)),
    }));
}
