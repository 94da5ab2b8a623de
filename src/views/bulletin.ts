/** 红黑榜: reckoned from the figures of the month, drawn as draft and as what is published. */
import { bulletinCard, publishedCard } from '../cards/bulletin.ts';
import type { Card } from '../cards/kit.ts';
import { loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { countOpen, countPeriod, countPlates, countResults } from '../db/stats.ts';
import { type Bulletin, type BulletinPayload, proposeEntries } from '../domain/bulletin.ts';
import type { Directory } from '../domain/directory.ts';
import { nextMonth } from '../domain/meeting-day.ts';
import { figuresOf, resultOf } from '../domain/stats.ts';
import { type Day, type Instant, instantAt } from '../domain/time.ts';
import { type Viewer, viewContext } from './context.ts';
import { areasBelow } from './place.ts';

/** Figures and proposals of a month until `now`, in the area and below. */
export async function draftBulletin(
  tx: Tx,
  areaId: number,
  month: Day,
  { directory, now }: { directory: Directory; now: Instant },
): Promise<BulletinPayload> {
  const { timeZone, bulletin: rules } = directory.settings;
  const areaIds = areasBelow(areaId, directory);
  const startOf = (day: Day) => instantAt(day, '00:00', timeZone);
  const until = Math.min(now + 1, startOf(nextMonth(month)));
  const since = (from: Instant | undefined) => ({ areaIds, from, until, timeZone });
  const monthly = since(startOf(month));
  const figures = async (from: Instant | undefined) =>
    figuresOf(await countPeriod(tx, since(from)), directory.calendar);
  const results = {
    unit: (await countResults(tx, monthly, 'unit', now)).map(resultOf),
    project: (await countResults(tx, monthly, 'project', now)).map(resultOf),
  };
  return {
    month: await figures(monthly.from),
    year: await figures(startOf(`${month.slice(0, 4)}-01-01`)),
    all: await figures(undefined),
    open: await countOpen(tx, areaIds),
    units: results.unit,
    entries: proposeEntries(results, rules),
    plates: await countPlates(tx, areaIds, now),
    rules,
    tries: 0,
  };
}

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

/** For the office: figures, proposals and, while it is a draft, the buttons. */
export async function drawBulletin(
  tx: Tx,
  bulletin: Bulletin,
  base: Base & { late?: boolean; lead?: string },
): Promise<Card> {
  const context = await viewContext(tx, base, { personIds: [bulletin.decidedBy] });
  const group = bulletin.chatId === null ? undefined : (await loadChat(tx, bulletin.chatId))?.name;
  return bulletinCard(bulletin, context, {
    late: base.late === true,
    ...(base.lead && { lead: base.lead }),
    ...(group && { group }),
  });
}

/** For the chosen group. */
export async function drawPublished(tx: Tx, bulletin: Bulletin, base: Base): Promise<Card> {
  return publishedCard(bulletin, await viewContext(tx, base, {}));
}
