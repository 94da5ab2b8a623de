/** Master data, settings and health as an administrator sees them. */
import {
  areasCard,
  categoriesCard,
  type HealthItem,
  healthCard,
  peopleCard,
  rolesCard,
  settingsCard,
  unitsCard,
} from '../cards/admin.ts';
import { shortInstant } from '../cards/moments.ts';
import { unreachableChats } from '../db/chat.ts';
import { doneAt } from '../db/lease.ts';
import type { Tx } from '../db/open.ts';
import { outboxCounts } from '../db/outbox.ts';
import { searchPeople } from '../db/person.ts';
import { countDueByYear } from '../db/recount.ts';
import type { Answer } from '../domain/answer.ts';
import { DAY, datePartsOf, dayOf } from '../domain/time.ts';
import type { DrawnAnswer } from './answer.ts';
import { type Viewer, viewContext } from './context.ts';
import { drawHolidays } from './holiday.ts';

type AdminAnswer = Extract<
  Answer,
  { kind: 'units' | 'categories' | 'people' | 'roles' | 'settings' | 'holidays' | 'areas' | 'health' }
>;

const PEOPLE_SHOWN = 60;

export async function drawAdministration(tx: Tx, answer: AdminAnswer, viewer: Viewer): Promise<DrawnAnswer> {
  const { data } = viewer.directory;
  const named = [
    ...data.units.flatMap((unit) => [unit.headId, unit.coordinatorId]),
    ...data.grants.map((grant) => grant.personId),
  ];
  const context = await viewContext(tx, viewer, { personIds: named });
  switch (answer.kind) {
    case 'units':
      return { kind: 'card', card: unitsCard(context) };
    case 'categories':
      return { kind: 'card', card: categoriesCard(context) };
    case 'people':
      return {
        kind: 'card',
        card: peopleCard(await searchPeople(tx, { words: answer.words, limit: PEOPLE_SHOWN }), context),
      };
    case 'roles':
      return { kind: 'card', card: rolesCard(context) };
    case 'settings':
      return { kind: 'card', card: settingsCard(context) };
    case 'holidays':
      return { kind: 'card', card: await drawHolidays(tx, viewer) };
    case 'areas':
      return { kind: 'card', card: areasCard(context) };
    case 'health':
      return { kind: 'card', card: healthCard(await readHealth(tx, viewer), context) };
  }
}

/** A tick is due every minute; later than this and the reminders are not running. */
const TICK_LATE_MS = 5 * 60_000;

async function readHealth(tx: Tx, viewer: Viewer): Promise<HealthItem[]> {
  const { now, directory } = viewer;
  const context = { now, directory, people: new Map(), demo: viewer.demo };
  const tick = await doneAt(tx, 'tick');
  const sent = { sent: 0, waiting: 0, dropped: 0, dead: 0 };
  for (const { state, count } of await outboxCounts(tx, now - DAY)) sent[state] += count;
  const gone = await unreachableChats(tx);
  const { data } = directory;
  const without = data.units.filter((unit) => unit.coordinatorId === null);
  return [
    {
      name: '定时任务',
      value: tick === null ? '还没有运行过' : `最近一次 ${shortInstant(tick, context)}`,
      ok: tick !== null && now - tick < TICK_LATE_MS,
    },
    {
      name: '近24小时消息',
      value: `已发 ${sent.sent} · 待发 ${sent.waiting} · 无需发 ${sent.dropped} · 失败 ${sent.dead}`,
      ok: sent.dead === 0,
    },
    {
      name: '发不到的群',
      value:
        gone.length === 0
          ? '没有'
          : gone
              .slice(0, 5)
              .map((chat) => chat.name || chat.id)
              .join('、'),
      ok: gone.length === 0,
    },
    await calendarHealth(tx, viewer),
    {
      name: '单位联络员',
      value:
        without.length === 0
          ? '都已设置'
          : `${without.length} 个单位未设:${without
              .slice(0, 5)
              .map((unit) => unit.name)
              .join('、')}`,
      ok: without.length === 0,
    },
  ];
}

/** Next year's notice comes in November; from then on, or as soon as a deadline lies in such a year, it is missed. */
const NOTICE_MONTH = 11;

async function calendarHealth(tx: Tx, { now, directory }: Viewer): Promise<HealthItem> {
  const { calendar, settings } = directory;
  const { year, month } = datePartsOf(dayOf(now, settings.timeZone));
  const due = await countDueByYear(tx, calendar.publishedThrough + 1);
  const wanted = month >= NOTICE_MONTH ? year + 1 : year;
  const years = new Set([...due.keys()].filter((one) => calendar.isProvisional(one)));
  for (let one = calendar.publishedThrough + 1; one <= wanted; one++) years.add(one);
  const missing = [...years].sort();
  if (missing.length === 0) {
    return { name: '放假安排', value: `已有 ${calendar.publishedThrough} 年及以前`, ok: true };
  }
  const lines = missing.map((one) => {
    const count = due.get(one) ?? 0;
    return `${one}年放假安排尚未录入${count > 0 ? `,${count} 件时限落在 ${one} 年` : ''}`;
  });
  return { name: '放假安排', value: lines.join(';'), ok: false };
}
