/** 日小结 of a group, from the state of the moment it is sent. */
import type { Card } from '../../cards/kit.ts';
import { listIssues } from '../../db/issue-list.ts';
import type { Tx } from '../../db/open.ts';
import type { Chat } from '../../domain/model.ts';
import { dayOf, instantAt } from '../../domain/time.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { loadPeriodSummary } from '../../views/period-summary.ts';
import { summaryCard } from './card.ts';
import { type DaySummary, isQuiet } from './rules.ts';

const READ = 400;

/** undefined when the day brought nothing. */
export async function drawDaySummary(
  tx: Tx,
  chat: Chat,
  { late }: { late: boolean },
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Card | undefined> {
  const { directory } = base;
  const found = await loadDaySummary(tx, chat.projectIds, base);
  if (isQuiet(found)) return undefined;
  const name = directory.project(chat.defaultProjectId ?? chat.projectIds[0] ?? 0)?.name ?? chat.name;
  const issues = Object.values(found).flatMap((list) => list.issues);
  return summaryCard({ name, ...found, late }, await viewContext(tx, base, { issues }));
}

async function loadDaySummary(
  tx: Tx,
  projectIds: number[],
  { now, directory }: Pick<Viewer, 'now' | 'directory'>,
): Promise<DaySummary> {
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const scope = { all: false as const, areaIds: [], unitIds: [], projectIds, personIds: [] };
  const stretch = { from: instantAt(today, '00:00', timeZone), before: now + 1 };
  const summary = await loadPeriodSummary(tx, { ...stretch, scope }, READ);
  const due = await listIssues(tx, {
    scope,
    now,
    timeZone,
    filter: {
      statuses: ['unrouted', 'unsigned', 'working'],
      dueTo: directory.calendar.nextWorkingDay(today),
      sort: 'deadline',
    },
    page: 1,
    pageSize: READ,
  });
  const told = new Set(Object.values(summary).flatMap((list) => list.issues.map((issue) => issue.id)));
  const next = due.issues.filter((issue) => !told.has(issue.id));
  return { ...summary, next: { issues: next, total: next.length } };
}
