/** 日小结 of a group, from the state of the moment it is sent. */
import type { Card } from '../../cards/kit.ts';
import { historySince } from '../../db/history.ts';
import { listIssuesOfDay } from '../../db/issue-open.ts';
import type { Tx } from '../../db/open.ts';
import type { Chat } from '../../domain/model.ts';
import { dayOf, instantAt } from '../../domain/time.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { summaryCard } from './card.ts';
import { daySummary } from './rules.ts';

const READ = 400;

/** undefined when the day brought nothing. */
export async function drawDaySummary(
  tx: Tx,
  chat: Chat,
  { late }: { late: boolean },
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Card | undefined> {
  const { directory, now } = base;
  const { timeZone } = directory.settings;
  const since = instantAt(dayOf(now, timeZone), '00:00', timeZone);
  const issues = await listIssuesOfDay(tx, { projectIds: chat.projectIds, since, limit: READ });
  const rows = await historySince(
    tx,
    issues.map((issue) => issue.id),
    since,
  );
  const found = daySummary(
    issues.filter((issue) => issue.kind === 'problem'),
    rows,
    directory,
    now,
  );
  if (!found) return undefined;
  const name = directory.project(chat.defaultProjectId ?? chat.projectIds[0] ?? 0)?.name ?? chat.name;
  return summaryCard({ name, ...found, late }, await viewContext(tx, base, { issues }));
}
