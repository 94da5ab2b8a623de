/** The append-only history of an issue (历史), and the state before its last change for 撤销. */
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  notInArray,
  sql,
} from 'drizzle-orm';
import type { HistoryEvent, HistoryRow, HistoryVerb, Issue } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { completeIssue } from './issue-row.ts';
import type { Tx } from './open.ts';
import { history, issue } from './schema.ts';
import { placeholdersFor, prepareRows } from './statement.ts';

export interface HistoryContext {
  at: Instant;
  /** null: the clock. */
  actorId: number | null;
  messageId: string | null;
  /** The issue before this change, 'none' for its first; kept until the next change, so that it can be taken back. */
  before?: Issue | 'none';
}

const { before: _before, ...columns } = getTableColumns(history);

const insertRows = prepareRows(columns, (db, size) =>
  db
    .insert(history)
    .values(
      Array.from({ length: size }, (_, n) =>
        placeholdersFor(['issueId', 'verb', 'detail', 'at', 'actorId', 'messageId', 'before'] as const, n),
      ),
    )
    .returning(columns),
);

/** Adds the rows of one change. The state before the previous change is forgotten. */
export async function appendHistory(
  tx: Tx,
  issueId: number,
  events: HistoryEvent[],
  context: HistoryContext,
): Promise<HistoryRow[]> {
  if (events.length === 0) return [];
  const { at, actorId, messageId } = context;
  const before = context.before === 'none' ? null : (context.before ?? null);
  if (context.before !== 'none') {
    await tx
      .update(history)
      .set({ before: null })
      .where(and(eq(history.issueId, issueId), isNotNull(history.before)));
  }
  const last = events.length - 1;
  return insertRows(
    tx,
    events.map(({ verb, detail }, index) => ({
      issueId,
      verb,
      detail,
      at,
      actorId,
      messageId,
      before: index === last ? before : null,
    })),
  );
}

/** Newest first. */
export function readHistory(
  tx: Tx,
  issueId: number,
  page: { limit: number; offset?: number },
): Promise<HistoryRow[]> {
  return tx
    .select(columns)
    .from(history)
    .where(eq(history.issueId, issueId))
    .orderBy(desc(history.id))
    .limit(page.limit)
    .offset(page.offset ?? 0);
}

/** The newest row of one of these kinds. */
export async function readLastOf(
  tx: Tx,
  issueId: number,
  verbs: readonly HistoryVerb[],
): Promise<HistoryRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(history)
    .where(and(eq(history.issueId, issueId), inArray(history.verb, [...verbs])))
    .orderBy(desc(history.id))
    .limit(1);
  return row;
}

/** What people and the clock did to these issues from `since` on, oldest first. */
export function historySince(tx: Tx, issueIds: number[], since: Instant): Promise<HistoryRow[]> {
  if (issueIds.length === 0) return Promise.resolve([]);
  return tx
    .select(columns)
    .from(history)
    .where(and(inArray(history.issueId, issueIds), gte(history.at, since)))
    .orderBy(asc(history.id));
}

/** The newest row and, when its change can be taken back, the issue as it was before that change. */
export async function lastChange(
  tx: Tx,
  issueId: number,
): Promise<{ row: HistoryRow; before: Issue | null } | undefined> {
  const [found] = await tx
    .select()
    .from(history)
    .where(eq(history.issueId, issueId))
    .orderBy(desc(history.id))
    .limit(1);
  if (!found) return undefined;
  const { before, ...row } = found;
  return { row, before: before && completeIssue(before) };
}

/** The last steps of all these issues together but those left out, newest first. */
export function historyOf(
  tx: Tx,
  issueIds: readonly number[],
  limit: number,
  without: readonly [HistoryVerb, ...HistoryVerb[]],
): Promise<HistoryRow[]> {
  return tx
    .select(columns)
    .from(history)
    .where(and(inArray(history.issueId, [...issueIds]), notInArray(history.verb, [...without])))
    .orderBy(desc(history.id))
    .limit(limit);
}

/** Whether somebody put the issue into this group by 同步. */
export async function wasShownIn(tx: Tx, issueId: number, chatId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: history.id })
    .from(history)
    .where(
      and(
        eq(history.issueId, issueId),
        eq(history.verb, 'show-in'),
        sql`${history.detail} ->> 'chatId' = ${chatId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Steps of all issues from `from` on and before `before`, by number, after number `after`; with what the issue is now. */
export function historyBetween(
  tx: Tx,
  range: { from: Instant; before: Instant; after: number; limit: number },
): Promise<(HistoryRow & { title: string; projectId: number | null; unitId: number | null })[]> {
  const { title, projectId, unitId } = issue;
  return tx
    .select({ ...columns, title, projectId, unitId })
    .from(history)
    .innerJoin(issue, eq(issue.id, history.issueId))
    .where(and(gte(history.at, range.from), lt(history.at, range.before), gt(history.id, range.after)))
    .orderBy(asc(history.id))
    .limit(range.limit);
}
