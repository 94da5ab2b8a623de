/** Issues: load, lock, write. Lists stand in issue-list.ts, the row's shape in issue-row.ts. */
import { and, asc, eq, getTableColumns, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { Issue, ItemKind } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { ISSUE_COLUMNS, issueOfRow, rowOfIssue } from './issue-row.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { coUnit, issue as table } from './schema.ts';
import { tsvectorOf } from './search.ts';
import { placeholdersFor, prepareStatement } from './statement.ts';

/** What is stored beside an issue so that lists and the clock need not compute it; the domain makes it. */
export interface Derived {
  blueAt: Instant | null;
  yellowAt: Instant | null;
  redAt: Instant | null;
  /** When the clock must look at it again; null: never. */
  nextAt: Instant | null;
  searchTokens: string[];
}

const {
  search: _search,
  blueAt: _blue,
  yellowAt: _yellow,
  redAt: _red,
  nextAt: _next,
  ...columns
} = getTableColumns(table);

/** The columns an Issue is made of. */
export const issueColumns = columns;

function derivedColumns(derived: Derived) {
  const { searchTokens, ...instants } = derived;
  return { ...instants, search: sql`${tsvectorOf(searchTokens)}::tsvector` };
}

async function saveCoUnits(tx: Tx, issue: Issue, before: 'none' | 'some'): Promise<void> {
  const over = issue.status === 'closed' || issue.status === 'void';
  const rows = issue.coUnits.map(({ unitId, doneAt }) => ({
    issueId: issue.id,
    unitId,
    open: doneAt === null && !over,
  }));
  if (before === 'some') {
    const gone =
      rows.length > 0
        ? [
            notInArray(
              coUnit.unitId,
              rows.map((row) => row.unitId),
            ),
          ]
        : [];
    await tx.delete(coUnit).where(and(eq(coUnit.issueId, issue.id), ...gone));
  }
  if (rows.length === 0) return;
  await tx
    .insert(coUnit)
    .values(rows)
    .onConflictDoUpdate({
      target: [coUnit.issueId, coUnit.unitId],
      set: { open: sql`excluded.open` },
    });
}

const id = { id: table.id };
const insertRow = prepareStatement(id, (db) =>
  db
    .insert(table)
    .values({
      ...placeholdersFor([...ISSUE_COLUMNS, 'deadlineAt', 'deadlineDay', 'facts'] as const),
      ...placeholdersFor(['blueAt', 'yellowAt', 'redAt', 'nextAt'] as const),
      search: sql`${sql.placeholder('search')}::tsvector`,
    })
    .returning(id),
);

/** Writes a new issue; the database gives the number. */
export async function insertIssue(tx: Tx, issue: Omit<Issue, 'id'>, derived: Derived): Promise<Issue> {
  const { searchTokens, ...instants } = derived;
  const search = tsvectorOf(searchTokens);
  const { id } = only(await insertRow(tx, { ...rowOfIssue(issue), ...instants, search }));
  const numbered = { ...issue, id };
  await saveCoUnits(tx, numbered, 'none');
  return numbered;
}

export async function loadIssue(tx: Tx, id: number): Promise<Issue | undefined> {
  const [row] = await tx.select(columns).from(table).where(eq(table.id, id));
  return row && issueOfRow(row);
}

/** Loads and locks an issue until the transaction ends. Lock several in ascending order of id. */
export async function loadIssueForUpdate(tx: Tx, id: number): Promise<Issue | undefined> {
  const [row] = await tx.select(columns).from(table).where(eq(table.id, id)).for('update');
  return row && issueOfRow(row);
}

/** Ids of what was logged from a message, ascending: several lines make several. */
export async function idsOfMessage(tx: Tx, messageId: string): Promise<number[]> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(eq(table.sourceMessageId, messageId))
    .orderBy(asc(table.id));
  return rows.map(({ id }) => id);
}

/** Several issues by id, in ascending order of id; missing ones are left out. */
export async function loadIssues(tx: Tx, ids: number[]): Promise<Issue[]> {
  if (ids.length === 0) return [];
  const rows = await tx.select(columns).from(table).where(inArray(table.id, ids)).orderBy(asc(table.id));
  return rows.map(issueOfRow);
}

/**
 * Writes an issue that was loaded for update.
 * @throws Error when the stored version is newer (it was not locked) or the issue does not exist
 */
export async function saveIssue(tx: Tx, issue: Issue, derived: Derived): Promise<void> {
  const saved = await tx
    .update(table)
    .set({ ...rowOfIssue(issue), ...derivedColumns(derived) })
    .where(and(eq(table.id, issue.id), lte(table.version, issue.version)))
    .returning({ id: table.id });
  if (saved.length === 0) throw new Error(`issue ${issue.id}: stored version is newer, or there is none`);
  await saveCoUnits(tx, issue, 'some');
}

/**
 * Numbers of issues the clock must look at, the longest waiting first, locked until the transaction ends; those
 * another process holds are passed over.
 */
export async function claimDueIssues(tx: Tx, now: Instant, limit: number): Promise<number[]> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(lte(table.nextAt, now))
    .orderBy(asc(table.nextAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return rows.map((row) => row.id);
}

/** Only when the clock must look again; the issue itself and its version stay. */
export async function setNextAt(tx: Tx, id: number, nextAt: Instant | null): Promise<void> {
  await tx.update(table).set({ nextAt }).where(eq(table.id, id));
}

/** Numbers of all open issues, for recomputing each; ascending, which is also the order to lock them in. */
export async function listOpenIds(tx: Tx): Promise<number[]> {
  const rows = await tx.select({ id: table.id }).from(table).where(isOpen).orderBy(asc(table.id));
  return rows.map((row) => row.id);
}

/** Whether any item of these kinds was ever logged. */
export async function hasLogged(tx: Tx, personId: number): Promise<boolean> {
  const found = await tx.select({ id: table.id }).from(table).where(eq(table.reporterId, personId)).limit(1);
  return found.length > 0;
}

/** Whether there is any of these kinds. */
export async function hasItemsOf(tx: Tx, kinds: readonly ItemKind[]): Promise<boolean> {
  const found = await tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.kind, [...kinds]))
    .limit(1);
  return found.length > 0;
}
