/** 红黑榜: reckoned from the figures of the month, drawn as draft and as what is published. */

import type { OwnForm } from '../../cards/form.ts';
import type { Card } from '../../cards/kit.ts';
import { chatsOfKind, loadChat } from '../../db/chat.ts';
import type { Tx } from '../../db/open.ts';
import { countOpen, countPeriod, countPlates, countResults } from '../../db/stats.ts';
import { allowsReport } from '../../domain/access.ts';
import type { Bulletin, BulletinPayload } from '../../domain/bulletin.ts';
import type { Directory } from '../../domain/directory.ts';
import { nextMonth } from '../../domain/meeting-day.ts';
import type { Chat } from '../../domain/model.ts';
import { figuresOf, resultOf } from '../../domain/stats.ts';
import { type Day, type Instant, instantAt } from '../../domain/time.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { areasBelow } from '../../views/place.ts';
import { bulletinCard, editForm, entryName, publishedCard, publishForm } from './card.ts';
import { loadBefore, loadCards } from './load-cards.ts';
import { proposeEntries } from './rules.ts';
import { loadBulletin } from './store.ts';
import { bulletinEntryText, bulletinGroupText, bulletinTitle, monthText } from './words.ts';

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
  const span = { areaId, areaIds, from: startOf(month), until };
  return {
    month: await figures(monthly.from),
    year: await figures(startOf(`${month.slice(0, 4)}-01-01`)),
    all: await figures(undefined),
    open: await countOpen(tx, areaIds),
    units: results.unit,
    entries: proposeEntries(results, rules),
    plates: await countPlates(tx, areaIds, now),
    ...(await loadCards(tx, span, rules, directory)),
    before: await loadBefore(tx, span, month, rules, timeZone),
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

/** The form to change an entry; nothing of it for somebody without a right to it. */
export async function drawEditForm(tx: Tx, id: number, viewer: Viewer): Promise<OwnForm> {
  const bulletin = await allowedBulletin(tx, id, viewer);
  if (!bulletin) return editForm({ id, title: '', choices: [] });
  const context = await viewContext(tx, viewer, {});
  const choices = bulletin.payload.entries.map((entry, at) => ({
    id: at,
    name: bulletinEntryText(entry.list, entryName(entry, context)),
  }));
  return editForm({ id, title: bulletinTitle(monthText(bulletin.month)), choices });
}

/** The form to publish it; nothing of it for somebody without a right to it. */
export async function drawPublishForm(tx: Tx, id: number, viewer: Viewer): Promise<OwnForm> {
  const bulletin = await allowedBulletin(tx, id, viewer);
  if (!bulletin) return publishForm({ id, title: '', choices: [] });
  const choices = (await publishingChats(tx, bulletin.areaId, viewer.directory)).map((chat) => ({
    id: chat.id,
    name: bulletinGroupText(chat.name, chat.external),
  }));
  return publishForm({ id, title: bulletinTitle(monthText(bulletin.month)), choices });
}

async function allowedBulletin(tx: Tx, id: number, viewer: Viewer): Promise<Bulletin | undefined> {
  const bulletin = await loadBulletin(tx, id);
  const may = bulletin && allowsReport(viewer.actor, bulletin.areaId, viewer.directory);
  return may === true ? bulletin : undefined;
}

/** Groups a 红黑榜 of the area may be published to: those of its offices first, then of its projects. */
export async function publishingChats(tx: Tx, areaId: number, directory: Directory): Promise<Chat[]> {
  const areaIds = areasBelow(areaId, directory);
  const offices = (await chatsOfKind(tx, 'office')).filter((chat) =>
    areaIds.includes(chat.areaId ?? directory.topAreaId),
  );
  const projects = (await chatsOfKind(tx, 'project')).filter(
    (chat) =>
      chat.projectIds.length > 0 &&
      chat.projectIds.every((one) => areaIds.includes(directory.project(one)?.areaId ?? Number.NaN)),
  );
  const inside = (chat: Chat) => Number(chat.external);
  return [...offices, ...projects.sort((a, b) => inside(a) - inside(b))].filter((chat) => !chat.unreachable);
}
