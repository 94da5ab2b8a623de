/** 体检: the deployment's own state, read at this moment, and what was found outside when it was last looked. */
import type { HealthItem } from '../cards/admin.ts';
import { checkedAtText, HAS_ISSUES, type HealthFacts, healthItems, postsOf } from '../cards/words-health.ts';
import { lastArrivals } from '../db/arrivals.ts';
import { unreachableChats } from '../db/chat.ts';
import {
  databaseState,
  firstCardAt,
  overdueSince,
  peopleWithoutUnit,
  unboundChats,
  unreachableAssignees,
} from '../db/health.ts';
import { doneAt } from '../db/lease.ts';
import { chosenTemplate } from '../db/link-template.ts';
import type { Tx } from '../db/open.ts';
import { outboxCounts } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import { countDueByYear } from '../db/recount.ts';
import { SCHEMA_VERSION } from '../db/schema.ts';
import { readState } from '../db/setting.ts';
import type { Directory } from '../domain/directory.ts';
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
      unreachablePeople: await listUnreachable(tx, viewer.directory),
      peopleWithoutUnit: people.count,
      busyWithoutUnit: people.busy,
      missingYears: await missingYears(tx, viewer),
      template: await chosenTemplate(tx),
      database: { ...(await databaseState(tx)), expected: SCHEMA_VERSION },
      arrivals: await lastArrivals(tx),
      firstCardAt: await firstCardAt(tx),
    },
    contextOf(viewer),
  );
}

/** Those who hold a post or have a problem in hand and cannot be reached: 孙倩（生态环境局联络员）. */
async function listUnreachable(tx: Tx, { data }: Directory): Promise<string[]> {
  const busy = await unreachableAssignees(tx);
  const people = await findPeople(tx, data.unreachable);
  return people
    .sort((a, b) => a.id - b.id)
    .flatMap((person) => {
      const posts = postsOf(person.id, data);
      if (posts.length === 0 && !busy.includes(person.id)) return [];
      return `${person.name}（${posts.length > 0 ? posts.join('、') : HAS_ISSUES}）`;
    });
}

/** From November on 体检 says that next year's notice is still to come, and of whatever year a deadline lies in. */
const NOTICE_MONTH = 11;
/**
 * From this day on it is missed. The State Council published those of 2019 to 2026 between 25 October and 8 December,
 * six of the eight before December.
 */
const NOTICE_DUE = '12-01';

async function missingYears(tx: Tx, { now, directory }: Reader): Promise<HealthFacts['missingYears']> {
  const { calendar, settings } = directory;
  const today = dayOf(now, settings.timeZone);
  const { year, month } = datePartsOf(today);
  const due = await countDueByYear(tx, calendar.publishedThrough + 1);
  const years = new Set([...due.keys()].filter((one) => calendar.isProvisional(one)));
  const wanted = month >= NOTICE_MONTH ? year + 1 : year;
  for (let one = calendar.publishedThrough + 1; one <= wanted; one++) years.add(one);
  const missedTo = today.slice(5) >= NOTICE_DUE ? year + 1 : year;
  return [...years].sort().map((one) => ({ year: one, due: due.get(one) ?? 0, missed: one <= missedTo }));
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
