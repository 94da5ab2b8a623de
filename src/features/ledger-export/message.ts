/** The file itself: read, laid out and written when it is sent, as far as who asked may see it then. */
import { filterTitle, titleParts } from '../../cards/filter-title.ts';
import { TITLE_WORDS } from '../../cards/words.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import { loadChat } from '../../db/chat.ts';
import { type IssueQuery, listIssues } from '../../db/issue-list.ts';
import { findLayout } from '../../db/ledger.ts';
import type { Tx } from '../../db/open.ts';
import { loadActor } from '../../db/person.ts';
import type { Issue } from '../../domain/issue.ts';
import { dayOf, formatDay, formatInstant } from '../../domain/time.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop, textMessage } from '../../engine/rendered.ts';
import type { LaidSheet } from '../../files/spreadsheet-write.ts';
import type { ViewContext } from '../../text/view.ts';
import type { Viewer } from '../../views/context.ts';
import { type Narrowed, narrow, peopleIn } from '../../views/issue-list.ts';
import { LEDGER_FILE } from './kinds.ts';
import { fileName, kindOf, layoutAreas, MOST_ROWS, whatOf, whoseOf } from './rules.ts';
import type { LedgerItem } from './rules-cell.ts';
import { laidLike, standardSheet } from './rules-sheet.ts';
import { partsOf } from './rules-text.ts';
import { lastWords, peopleById } from './store.ts';
import { EXPORT } from './words.ts';

export const LEDGER_FILE_MESSAGE = defineMessage(LEDGER_FILE, {
  name: EXPORT.name,
  draw: async (deps, tx, { payload }, now) => {
    const actor = await loadActor(tx, { id: payload.personId });
    if (!actor || actor.person.unreachableSince !== null) return drop('person-gone');
    const chat = payload.chatId === undefined ? undefined : await loadChat(tx, payload.chatId);
    if (payload.chatId !== undefined && (!chat || chat.unreachable)) return drop('group-gone');
    const directory = await deps.directory.get(tx);
    const to = chat ? { chatId: chat.id } : { openId: actor.person.openId };
    const viewer: Viewer = { now, directory, actor, chat, demo: deps.demo, features: deps.features };
    const narrowed = chat?.kind === 'unbound' ? undefined : narrow(payload.filter, viewer);
    if (!narrowed) return textMessage(refusalText({ code: 'not-yours-to-see' }), to, payload.replyTo);
    const made = await makeSheet(tx, narrowed, viewer, payload.layout);
    if ('text' in made) return textMessage(made.text, to, payload.replyTo);
    return {
      kind: 'message',
      card: undefined,
      text: EXPORT.refused,
      to,
      replyTo: payload.replyTo,
      file: {
        name: made.name,
        // Loaded when it is needed: a deployment that never makes one never pays for it.
        write: async () => (await import('../../files/spreadsheet-write.ts')).writeLaidSheet(made.sheet),
      },
    };
  },
});

/** What the file would say it counted; also for the answer when there is nothing to count. */
export function titleOf({ filter, place }: Narrowed, ctx: ViewContext): string {
  return filterTitle(filter, place, ctx);
}

/** What a file's name need not say. */
const UNNAMED: readonly string[] = [TITLE_WORDS.all, TITLE_WORDS.here, TITLE_WORDS.seen];

async function makeSheet(
  tx: Tx,
  narrowed: Narrowed,
  viewer: Viewer,
  layoutName: string | undefined,
): Promise<{ sheet: LaidSheet; name: string } | { text: string }> {
  const { actor, chat, directory, now } = viewer;
  const { filter, query } = narrowed;
  const { issues, total } = await readItems(tx, query);
  const items = await itemsOf(tx, issues, viewer);
  const ctx = await contextOf(tx, items, narrowed, viewer);
  const title = titleOf(narrowed, ctx);
  if (total === 0) return { text: EXPORT.empty(title) };
  if (total > MOST_ROWS) return { text: EXPORT.tooMany(total, MOST_ROWS) };
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const counted = EXPORT.counted(title, total, formatInstant(now, timeZone, { weekday: false }));
  const top = narrowed.place.areaId ?? actor.grants[0]?.areaId ?? directory.topAreaId;
  const who = whoseOf(filter, directory.area(top)?.name ?? '', ctx);
  const what = whatOf(filter);
  const parts = titleParts(filter, narrowed.place, ctx).filter(
    (part) => part !== who && !UNNAMED.includes(part),
  );
  const name = fileName([who, ...parts].join('_'), what, today);
  const of = { areaIds: layoutAreas(actor, chat, directory), kind: kindOf(filter) };
  const found = layoutName === '' ? undefined : await findLayout(tx, { ...of, name: layoutName ?? '' });
  // A table read by position has no headers to be written again.
  const layout = found && found.headerRows.length > 0 ? found : undefined;
  if (layoutName && !layout) return { text: EXPORT.noLayout(layoutName, []) };
  const said = formatDay(today, { weekday: false });
  const sheet = layout
    ? laidLike(layout, items, { counted, today: said }, ctx)
    : standardSheet(items, { title: EXPORT.ledgerOf(who, what), counted }, ctx);
  return { sheet, name };
}

async function readItems(tx: Tx, query: IssueQuery): Promise<{ issues: Issue[]; total: number }> {
  const { issues, total } = await listIssues(tx, { ...query, page: 1, pageSize: MOST_ROWS });
  // Ledgers go project by project; within one the oldest number first.
  const project = (issue: Issue) => issue.projectId ?? Number.MAX_SAFE_INTEGER;
  return { issues: issues.sort((a, b) => project(a) - project(b) || a.id - b.id), total };
}

async function itemsOf(tx: Tx, issues: readonly Issue[], { directory }: Viewer): Promise<LedgerItem[]> {
  const words = await lastWords(
    tx,
    issues.map(({ id }) => id),
  );
  return issues.map((issue) => ({
    issue,
    parts: partsOf(issue),
    project: issue.projectId === null ? undefined : directory.project(issue.projectId),
    progress: words.get(issue.id) ?? '',
  }));
}

async function contextOf(
  tx: Tx,
  items: readonly LedgerItem[],
  { filter }: Narrowed,
  { now, directory, demo }: Viewer,
): Promise<ViewContext> {
  const ids = items.flatMap(({ issue, project }) => [
    issue.assigneeId,
    issue.closedBy,
    project?.leaderId,
    project?.secretaryId,
  ]);
  const wanted = [...ids, ...peopleIn(filter)].filter((id) => id != null);
  return { now, directory, demo, people: await peopleById(tx, wanted) };
}
