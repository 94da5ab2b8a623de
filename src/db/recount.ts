/** Counting all deadlines again after the calendar has changed: how far it has come, and what it moved. */
import { and, asc, count, eq, gt, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/time.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { recountChange as changes, issue, recount as table } from './schema.ts';

export type Recount = typeof table.$inferSelect;
export type RecountChange = typeof changes.$inferSelect;

const ONLY = 1;
const NEW = { id: ONLY, run: 0, afterId: 0, answered: false } as const;

/** The state of counting, locked until the transaction ends. */
export async function lockRecount(tx: Tx): Promise<Recount> {
  await tx.insert(table).values(NEW).onConflictDoNothing();
  return only(await tx.select().from(table).where(eq(table.id, ONLY)).for('update'));
}

/** Without a lock; undefined before the first tick. */
export async function readRecount(tx: Tx): Promise<Recount | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, ONLY));
  return row;
}

/**
 * As an expression: the deadlines were counted with this calendar, and nothing of that is under way or, at this
 * instant, to be looked at again.
 */
export function isCountedWith(calendar: SQL, at: SQL): SQL {
  return sql`exists (select 1 from ${table} where ${table.id} = 1 and ${table.target} is null
    and ${table.calendar} = ${calendar} and coalesce(${table.recheckAt} >= ${at}, true)
    and coalesce(${table.countedAt} <= ${at}, true))`;
}

/** Only of a row locked before. */
export async function updateRecount(tx: Tx, change: Partial<Omit<Recount, 'id'>>): Promise<void> {
  await tx.update(table).set(change).where(eq(table.id, ONLY));
}

/** Moves the mark up; a run that is over or counts with another calendar by now is left alone. */
export async function moveRecountMark(
  tx: Tx,
  run: Pick<Recount, 'run' | 'target'>,
  afterId: number,
): Promise<void> {
  await tx
    .update(table)
    .set({ afterId })
    .where(and(eq(table.run, run.run), eq(table.target, run.target ?? ''), lt(table.afterId, afterId)));
}

/** Numbers of issues the calendar matters to: the open ones and those to be looked back on; ascending. */
export async function listCountedIds(tx: Tx, from: { after: number; limit: number }): Promise<number[]> {
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(or(isOpen, isNotNull(issue.lookBackOn)), gt(issue.id, from.after)))
    .orderBy(asc(issue.id))
    .limit(from.limit);
  return rows.map((row) => row.id);
}

/** Notes a deadline that moved. Moved twice in one run it stands once; moved back it does not stand at all. */
export async function noteRecountChange(tx: Tx, change: RecountChange): Promise<void> {
  const { run, issueId } = change;
  const [row] = await tx
    .insert(changes)
    .values(change)
    .onConflictDoUpdate({
      target: [changes.run, changes.issueId],
      set: {
        toDay: change.toDay,
        countedDay: change.countedDay,
        personId: change.personId,
      },
    })
    .returning();
  if (row?.fromDay !== row?.toDay) return;
  await tx.delete(changes).where(and(eq(changes.run, run), eq(changes.issueId, issueId)));
}

/** A change as it is reported, with the issue as it is by now. */
export interface ReportedChange {
  issueId: number;
  title: string;
  unitId: number | null;
  from: Day;
  to: Day;
  counted: Day | null;
}

interface Which {
  run: number;
  personId?: number;
  /** Only issues of these areas. */
  areaIds?: number[];
}

function whichChanges({ run, personId, areaIds }: Which) {
  return and(
    eq(changes.run, run),
    personId === undefined ? undefined : eq(changes.personId, personId),
    areaIds === undefined ? undefined : inArray(issue.areaId, areaIds.length > 0 ? areaIds : [0]),
    // What was closed or moved otherwise meanwhile is no news any more.
    isOpen,
    eq(issue.deadlineDay, changes.toDay),
  );
}

/** Changes of a run that still hold, the first due first. */
export function listRecountChanges(tx: Tx, which: Which, limit: number): Promise<ReportedChange[]> {
  return tx
    .select({
      issueId: changes.issueId,
      title: issue.title,
      unitId: issue.unitId,
      from: changes.fromDay,
      to: changes.toDay,
      counted: changes.countedDay,
    })
    .from(changes)
    .innerJoin(issue, eq(issue.id, changes.issueId))
    .where(whichChanges(which))
    .orderBy(asc(changes.toDay), asc(changes.issueId))
    .limit(limit);
}

export async function countRecountChanges(tx: Tx, which: Which): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(changes)
    .innerJoin(issue, eq(issue.id, changes.issueId))
    .where(whichChanges(which));
  return row?.n ?? 0;
}

/** Who is responsible for something that moved. */
export async function listRecountPeople(tx: Tx, run: number): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: changes.personId })
    .from(changes)
    .where(and(eq(changes.run, run), isNotNull(changes.personId)))
    .orderBy(asc(changes.personId));
  return rows.flatMap((row) => row.id ?? []);
}

/** Reports are drawn within days; the history keeps every change. */
export async function forgetRecountChanges(tx: Tx, before: number): Promise<void> {
  await tx.delete(changes).where(lt(changes.run, before));
}

/** Open issues due in each year from `from` on, years without any left out. */
export async function countDueByYear(tx: Tx, from: number): Promise<Map<number, number>> {
  const year = sql<number>`extract(year from ${issue.deadlineDay})::int`;
  const rows = await tx
    .select({ year, n: count() })
    .from(issue)
    .where(and(isOpen, sql`${issue.deadlineDay} >= ${`${from}-01-01`}::date`))
    .groupBy(year)
    .orderBy(year);
  return new Map(rows.map((row) => [Number(row.year), row.n]));
}
