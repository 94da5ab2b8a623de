/** 体检: the deployment's own state, read at this moment, and what was found outside when it was last looked. */
import type { HealthItem } from '../cards/admin.ts';
import { checkedAtText, healthItems } from '../cards/words-health.ts';
import { lastArrivals } from '../db/arrivals.ts';
import { unreachableChats } from '../db/chat.ts';
import { databaseState, firstCardAt, overdueSince, peopleWithoutUnit, unboundChats } from '../db/health.ts';
import { doneAt } from '../db/lease.ts';
import type { Tx } from '../db/open.ts';
import { outboxCounts } from '../db/outbox.ts';
import { countDueByYear } from '../db/recount.ts';
import { SCHEMA_VERSION } from '../db/schema.ts';
import { readState } from '../db/setting.ts';
import { DAY, datePartsOf, dayOf, type Instant, MINUTE } from '../domain/time.ts';
import { shortInstant } from '../text/moments.ts';
import type { Viewer } from './context.ts';

/** Name of the learnt row `checkOutside` is written to. */
export const CHECK_ROW = 'check';

export interface OutsideCheck {
  at: Instant;
  items: HealthItem[];
}

/** Later than this it should have left. */
const OVERDUE_MS = 10 * MINUTE;
const UNBOUND_MS = 7 * DAY;
/** Made anew every morning; older than this it says nothing about today. */
const CHECK_STALE_MS = 26 * 60 * MINUTE;

type Reader = Pick<Viewer, 'now' | 'directory' | 'demo'>;

/** Every finding, good and bad, in a fixed order. */
export async function readHealth(tx: Tx, viewer: Reader): Promise<HealthItem[]> {
  return [...(await readInside(tx, viewer)), ...(await readOutside(tx, viewer))];
}

/** Without what was found outside: for who looks there himself. */
export async function readInside(tx: Tx, viewer: Reader): Promise<HealthItem[]> {
  const { now, directory } = viewer;
  const messages = { sent: 0, waiting: 0, dropped: 0, dead: 0 };
  for (const { state, count } of await outboxCounts(tx, now - DAY)) messages[state] += count;
  const gone = await unreachableChats(tx);
  const people = await peopleWithoutUnit(tx);
  const { units } = directory.data;
  return healthItems(
    {
      tickAt: await doneAt(tx, 'tick'),
      messages,
      overdue: await overdueSince(tx, now - OVERDUE_MS),
      unreachableChats: gone.map((chat) => chat.name || chat.id),
      unboundChats: await unboundChats(tx, now - UNBOUND_MS),
      unitsWithoutCoordinator: units.filter((unit) => unit.coordinatorId === null).map((unit) => unit.name),
      peopleWithoutUnit: people.count,
      busyWithoutUnit: people.busy,
      missingYears: await missingYears(tx, viewer),
      database: { ...(await databaseState(tx)), expected: SCHEMA_VERSION },
      arrivals: await lastArrivals(tx),
      firstCardAt: await firstCardAt(tx),
    },
    contextOf(viewer),
  );
}

/** Next year's notice comes in November; from then on, or as soon as a deadline lies in such a year, it is missed. */
const NOTICE_MONTH = 11;

async function missingYears(tx: Tx, { now, directory }: Reader): Promise<{ year: number; due: number }[]> {
  const { calendar, settings } = directory;
  const { year, month } = datePartsOf(dayOf(now, settings.timeZone));
  const due = await countDueByYear(tx, calendar.publishedThrough + 1);
  const wanted = month >= NOTICE_MONTH ? year + 1 : year;
  const years = new Set([...due.keys()].filter((one) => calendar.isProvisional(one)));
  for (let one = calendar.publishedThrough + 1; one <= wanted; one++) years.add(one);
  return [...years].sort().map((one) => ({ year: one, due: due.get(one) ?? 0 }));
}

async function readOutside(tx: Tx, viewer: Reader): Promise<HealthItem[]> {
  const check = (await readState(tx, CHECK_ROW)) as OutsideCheck | undefined;
  if (!check || viewer.now - check.at > CHECK_STALE_MS) return [];
  const when = shortInstant(check.at, contextOf(viewer));
  return check.items.map((item) => (item.ok ? item : { ...item, value: checkedAtText(item.value, when) }));
}

function contextOf({ now, directory, demo }: Reader) {
  return { now, directory, people: new Map(), demo };
}
