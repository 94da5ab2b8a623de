/** 减负账单 of a month and an area: reckoned from what was sent, or as it was kept. */
import type { Report } from '../../cards/report.ts';
import { chatsOfKind } from '../../db/chat.ts';
import type { Tx } from '../../db/open.ts';
import { findPeopleByOpenIds } from '../../db/person.ts';
import type { FeatureLookup } from '../../deps.ts';
import type { BurdenRole, BurdenSums } from '../../domain/burden.ts';
import { nextMonth } from '../../domain/meeting-day.ts';
import { addDays, type Day, dayOf, instantAt } from '../../domain/time.ts';
import { KEEP_FINISHED_MS } from '../../engine/forget.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { areasBelow } from '../../views/place.ts';
import { burdenReport, monthName } from './card.ts';
import {
  actLimits,
  daysFrom,
  isGroupOf,
  openHours,
  PAPER_KINDS,
  roleIn,
  type Stretch,
  sortGroups,
  sumRoles,
} from './rules.ts';
import { countActed, countByTarget, countCards, countQuiet, listPapers, readBurden } from './store.ts';
import { notKeptText } from './words.ts';

type Base = Pick<Viewer, 'now' | 'directory'>;
const DAY_MS = 86_400_000;

/** Whether every message since the month began is still kept. */
export function isKept(month: Day, { now, directory }: Base): boolean {
  return instantAt(month, '00:00', directory.settings.timeZone) >= now - KEEP_FINISHED_MS;
}

/** From what was sent; the month must still be kept whole. */
export async function sumBurden(tx: Tx, areaId: number, month: Day, base: Base): Promise<BurdenSums> {
  const { now, directory } = base;
  const { timeZone } = directory.settings;
  const areaIds = areasBelow(areaId, directory);
  const end = instantAt(nextMonth(month), '00:00', timeZone);
  const of: Stretch = { from: instantAt(month, '00:00', timeZone), until: Math.min(now + 1, end) };
  const days = daysFrom(month, addDays(nextMonth(month), -1));
  const got = await countByTarget(tx, of);
  const idOf = (target: string) => target.slice(target.indexOf(':') + 1);
  const privately = got.filter(({ target }) => target.startsWith('person:'));
  const people = await findPeopleByOpenIds(
    tx,
    privately.map(({ target }) => idOf(target)),
  );
  const roles = new Map<string, BurdenRole>(
    people.flatMap((person) => {
      const role = roleIn(person, areaIds, directory);
      return role === undefined ? [] : [[`person:${person.openId}`, role] as const];
    }),
  );
  const chats = [...(await chatsOfKind(tx, 'office')), ...(await chatsOfKind(tx, 'project'))].filter((chat) =>
    isGroupOf(chat, areaIds, directory),
  );
  const targets = new Set([...roles.keys(), ...chats.map(({ id }) => `chat:${id}`)]);
  const cards = await countCards(tx, of);
  const quiet = (await countQuiet(tx, of, openHours(days, directory))).filter(({ target }) =>
    targets.has(target),
  );
  const acted = (await countActed(tx, of, actLimits(days, directory.calendar, timeZone), now)).filter(
    ({ target }) => targets.has(target),
  );
  const papers = (await listPapers(tx, of)).filter(({ target }) => targets.has(target));
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  const byKind = (rows: readonly { kind: string; count: number }[]) =>
    [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => ({
      kind,
      count: sum(own.map((one) => one.count)),
    }));
  return {
    until: of.until,
    roles: sumRoles(
      privately.flatMap((one) => {
        const role = roles.get(one.target);
        return role === undefined ? [] : [{ ...one, role }];
      }),
    ),
    groups: sortGroups(
      chats.flatMap(({ id, name }) => {
        const own = got.find(({ target }) => target === `chat:${id}`) ?? { messages: 0, answers: 0 };
        const posted = cards.find(({ place, target }) => place === 'chat' && target === id)?.cards ?? 0;
        const { messages, answers } = own;
        return messages + answers + posted === 0 ? [] : [{ name, messages, answers, cards: posted }];
      }),
    ),
    privateCards: sum(
      cards.flatMap((one) =>
        one.place === 'person' && roles.has(`person:${one.target}`) ? [one.cards] : [],
      ),
    ),
    asked: sum(acted.map((one) => one.asked)),
    acted: sum(acted.map((one) => one.acted)),
    pending: sum(acted.map((one) => one.pending)),
    quiet: byKind(quiet.filter(({ asked }) => !asked)),
    quietAnswers: sum(quiet.filter(({ asked }) => asked).map(({ count }) => count)),
    papers: byKind(papersOnce(papers)).sort(
      (a, b) => PAPER_KINDS.indexOf(a.kind as never) - PAPER_KINDS.indexOf(b.kind as never),
    ),
  };
}

/** One paper that went to several of an office is one paper. */
function papersOnce(rows: readonly { kind: string; payload: Record<string, unknown> }[]) {
  const seen = new Set<string>();
  return rows.flatMap(({ kind, payload }) => {
    const { areaId, day, bulletinId, personId, chatId } = payload;
    const own =
      personId === undefined ? [areaId, day, bulletinId, kind === 'daily-summary' ? chatId : ''] : null;
    // The draft of a month is one paper, however often it is shown.
    const key = kind === 'bulletin' ? `${kind}:${bulletinId}` : own && `${kind}:${own.join(':')}`;
    if (key !== null && seen.has(key)) return [];
    if (key !== null) seen.add(key);
    return [{ kind, count: 1 }];
  });
}

/** As a report; or why there is none. */
export async function readBurdenReport(
  tx: Tx,
  areaId: number,
  month: Day,
  base: Pick<Viewer, 'now' | 'directory' | 'demo'> & { features: FeatureLookup },
): Promise<{ report: Report } | { missing: string }> {
  const { directory, features } = base;
  const kept = await readBurden(tx, areaId, month);
  if (!kept && !isKept(month, base))
    return { missing: notKeptText(monthName(month), KEEP_FINISHED_MS / DAY_MS) };
  const sums = kept ?? (await sumBurden(tx, areaId, month, base));
  const view = {
    areaName: directory.area(areaId)?.name ?? '',
    month,
    sums,
    nameOf: (kind: string) => features.messages.get(kind)?.name ?? kind,
  };
  return { report: burdenReport(view, await viewContext(tx, base, {})) };
}

/** The month before, once the time to act on its last messages is over. */
export function monthToKeep({ now, directory }: Base): Day | undefined {
  const { calendar, settings } = directory;
  const today = dayOf(now, settings.timeZone);
  const last = addDays(`${today.slice(0, 8)}01` as Day, -1);
  const month = `${last.slice(0, 8)}01` as Day;
  return calendar.addWorkingDays(last, 2) < today && isKept(month, { now, directory }) ? month : undefined;
}
