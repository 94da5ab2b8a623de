/** Ledgers that people sent: the import, its rows, names as ledgers write them, layouts for writing the same table again. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  min,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import type { HistoryVerb, Issue } from '../domain/issue.ts';
import type { ImportState, NameKind, PlannedRow, RowOutcome, RowState } from '../domain/ledger/import.ts';
import type { LedgerKind, LedgerLayout } from '../domain/ledger/model.ts';
import type { Instant } from '../domain/time.ts';
import { cleanText } from './column.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { isAsleep } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { history, issue } from './schema.ts';
import {
  ledgerImport as imports,
  ledgerLayout as layouts,
  ledgerName as names,
  ledgerImportRow as rows,
} from './schema-ledger.ts';

export type StoredImport = typeof imports.$inferSelect;
export type StoredRow = typeof rows.$inferSelect;
export type StoredName = typeof names.$inferSelect;

// Far below PostgreSQL's 65,535 parameters for one statement.
const CHUNK = 500;

export async function insertImport(tx: Tx, made: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(made);
}

export async function loadImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, id));
  return row;
}

/** Of two who go on with an import at once the second waits, and sees what the first did. */
export async function lockImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, id)).for('update');
  return row;
}

// Any number that no other program on the server is likely to use.
const WRITING = 7_262_613;

/** Ledgers are written one page at a time, whoever sent them, until the transaction ends. */
export async function lockWriting(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITING}::bigint)`);
}

export async function updateImport(
  tx: Tx,
  id: string,
  patch: Partial<Omit<StoredImport, 'id' | 'personId'>>,
): Promise<void> {
  await tx.update(imports).set(patch).where(eq(imports.id, id));
}

/** The newest import of somebody that was confirmed, in one of these states. */
export async function latestImport(
  tx: Tx,
  of: { personId: number; states: readonly ImportState[]; since?: Instant },
): Promise<StoredImport | undefined> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.personId, of.personId),
        inArray(imports.state, [...of.states]),
        of.since === undefined ? undefined : gte(imports.madeAt, of.since),
      ),
    )
    .orderBy(desc(imports.madeAt), desc(imports.id))
    .limit(1);
  return row;
}

/** What files held is kept no longer than somebody may come back to the preview. */
export async function forgetSheets(tx: Tx, before: Instant): Promise<void> {
  await tx
    .update(imports)
    .set({ sheets: null })
    .where(and(isNotNull(imports.sheets), lt(imports.madeAt, before)));
}

/** Stores the rows of an import in their order, each waiting unless its state says otherwise. */
export async function insertRows(
  tx: Tx,
  importId: string,
  made: readonly {
    payload: PlannedRow;
    state: RowState;
    outcome: RowOutcome | null;
    issueId: number | null;
  }[],
): Promise<void> {
  for (let start = 0; start < made.length; start += CHUNK) {
    const values = made
      .slice(start, start + CHUNK)
      .map((row, at) => ({ ...row, importId, position: start + at + 1 }));
    await tx.insert(rows).values(values).onConflictDoNothing();
  }
}

export function waitingRows(tx: Tx, importId: string, limit: number): Promise<StoredRow[]> {
  return tx
    .select()
    .from(rows)
    .where(and(eq(rows.importId, importId), eq(rows.state, 'waiting')))
    .orderBy(asc(rows.position))
    .limit(limit);
}

/** Rows in these states, by position; behind `after`. */
export function listRows(
  tx: Tx,
  importId: string,
  of: { states: readonly RowState[]; limit: number; after?: number },
): Promise<StoredRow[]> {
  return tx
    .select()
    .from(rows)
    .where(
      and(
        eq(rows.importId, importId),
        inArray(rows.state, [...of.states]),
        sql`${rows.position} > ${of.after ?? 0}`,
      ),
    )
    .orderBy(asc(rows.position))
    .limit(of.limit);
}

/** Written rows of which something was left as it is, and why; the first of them, and how many there are. */
export async function listPartly(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<{ rows: StoredRow[]; total: number }> {
  const where = and(
    eq(rows.importId, importId),
    inArray(rows.state, ['new', 'changed']),
    sql`${rows.outcome} ->> 'reason' is not null`,
  );
  const [counted] = await tx.select({ n: count() }).from(rows).where(where);
  const total = counted?.n ?? 0;
  const first =
    total === 0 ? [] : await tx.select().from(rows).where(where).orderBy(asc(rows.position)).limit(limit);
  return { rows: first, total };
}

/** Written rows that are still to be taken back, the last first. */
export function rowsToRevoke(tx: Tx, importId: string, limit: number): Promise<StoredRow[]> {
  return tx
    .select()
    .from(rows)
    .where(and(eq(rows.importId, importId), inArray(rows.state, ['new', 'changed'])))
    .orderBy(desc(rows.position))
    .limit(limit);
}

/** What became of rows of one import, in one statement. */
export async function finishRows(
  tx: Tx,
  importId: string,
  done: readonly {
    position: number;
    state: RowState;
    outcome: RowOutcome | null;
    issueId: number | null;
  }[],
): Promise<void> {
  if (done.length === 0) return;
  const values = JSON.stringify(
    done.map((row) => ({ ...row, outcome: row.outcome && JSON.stringify(row.outcome) })),
    (_key, value) => (typeof value === 'string' ? cleanText(value) : value),
  );
  await tx.execute(sql`
    update ${rows} set state = said.state, outcome = said.outcome::jsonb, issue_id = said."issueId"
    from jsonb_to_recordset(${values}::jsonb)
      as said(position int, state text, outcome text, "issueId" int)
    where ${rows.importId} = ${importId} and ${rows.position} = said.position`);
}

export async function countRows(tx: Tx, importId: string): Promise<Partial<Record<RowState, number>>> {
  const counted = await tx
    .select({ state: rows.state, n: count() })
    .from(rows)
    .where(eq(rows.importId, importId))
    .groupBy(rows.state);
  return Object.fromEntries(counted.map(({ state, n }) => [state, n]));
}

/** Problems and tasks of these projects, and those without any; void ones are none. */
export async function loadItemsOf(tx: Tx, projectIds: readonly number[]): Promise<Issue[]> {
  const found = await tx
    .select(issueColumns)
    .from(issue)
    .where(
      and(
        inArray(issue.kind, ['problem', 'task']),
        ne(issue.status, 'void'),
        or(
          isNull(issue.projectId),
          projectIds.length === 0 ? undefined : inArray(issue.projectId, [...projectIds]),
        ),
      ),
    )
    .orderBy(asc(issue.id));
  return found.map(issueOfRow);
}

const SPEAKING: HistoryVerb[] = ['progress', 'report-done', 'import'];

/** What was said of the progress of these items last: a note, a result, what a file brought. */
export async function lastWords(tx: Tx, issueIds: readonly number[]): Promise<Map<number, string>> {
  const words = new Map<number, string>();
  for (let start = 0; start < issueIds.length; start += CHUNK) {
    const found = await tx
      .select({ issueId: history.issueId, detail: history.detail })
      .from(history)
      .where(
        and(inArray(history.issueId, issueIds.slice(start, start + CHUNK)), inArray(history.verb, SPEAKING)),
      )
      .orderBy(asc(history.id));
    for (const { issueId, detail } of found) {
      const said = detail.note ?? detail.result;
      if (typeof said === 'string' && said !== '') words.set(issueId, said);
    }
  }
  return words;
}

/** What the last file that spoke of these items said of them. */
export async function lastPayloads(tx: Tx, issueIds: readonly number[]): Promise<Map<number, PlannedRow>> {
  const payloads = new Map<number, PlannedRow>();
  for (let start = 0; start < issueIds.length; start += CHUNK) {
    const found = await tx
      .select({ issueId: rows.issueId, payload: rows.payload })
      .from(rows)
      .innerJoin(imports, eq(imports.id, rows.importId))
      .where(
        and(
          inArray(rows.issueId, issueIds.slice(start, start + CHUNK)),
          inArray(rows.state, ['new', 'changed', 'same', 'conflict']),
        ),
      )
      .orderBy(asc(imports.madeAt), asc(rows.position));
    for (const { issueId, payload } of found) if (issueId !== null) payloads.set(issueId, payload);
  }
  return payloads;
}

/** Numbers of the items an import made; undefined: none. */
export async function issueNumbers(
  tx: Tx,
  importId: string,
): Promise<{ from: number; to: number; n: number } | undefined> {
  const [found] = await tx
    .select({ from: min(rows.issueId), to: max(rows.issueId), n: count() })
    .from(rows)
    .where(and(eq(rows.importId, importId), eq(rows.state, 'new'), isNotNull(rows.issueId)));
  const { from, to, n = 0 } = found ?? {};
  return from == null || to == null ? undefined : { from, to, n };
}

/** Items of an import that were overdue then and still sleep. */
export async function countAsleep(tx: Tx, importId: string): Promise<number> {
  const [found] = await tx
    .select({ n: count() })
    .from(rows)
    .innerJoin(issue, eq(issue.id, rows.issueId))
    .where(and(eq(rows.importId, importId), isAsleep));
  return found?.n ?? 0;
}

/** Rows of those of them behind `after`, by the number of the item. */
export async function asleepRows(
  tx: Tx,
  importId: string,
  of: { after: number; limit: number },
): Promise<(StoredRow & { issueId: number })[]> {
  const found = await tx
    .select({ row: rows })
    .from(rows)
    .innerJoin(issue, eq(issue.id, rows.issueId))
    .where(and(eq(rows.importId, importId), isAsleep, gt(issue.id, of.after)))
    .orderBy(asc(issue.id), asc(rows.position))
    .limit(of.limit);
  return found.flatMap(({ row }) => (row.issueId === null ? [] : [{ ...row, issueId: row.issueId }]));
}

/** Names as ledgers of these areas write them; of one said in several the caller's own area comes last. */
export async function loadNames(tx: Tx, areaIds: readonly number[]): Promise<StoredName[]> {
  if (areaIds.length === 0) return [];
  const found = await tx
    .select()
    .from(names)
    .where(inArray(names.areaId, [...areaIds]));
  return found.toSorted((a, b) => areaIds.indexOf(a.areaId) - areaIds.indexOf(b.areaId));
}

/** From now on the name stands for this one. */
export async function rememberName(
  tx: Tx,
  name: { areaId: number; kind: NameKind; heard: string; targetId: number; madeBy: number },
  now: Instant,
): Promise<void> {
  const set = { targetId: name.targetId, madeBy: name.madeBy, madeAt: now };
  await tx
    .insert(names)
    .values({ ...name, madeAt: now })
    .onConflictDoUpdate({ target: [names.areaId, names.kind, names.heard], set });
}

/** Keeps how a ledger of this kind looks; `name` '': of the last import. */
export async function saveLayout(
  tx: Tx,
  layout: { areaId: number; kind: LedgerKind; name: string; payload: LedgerLayout; madeBy: number },
  now: Instant,
): Promise<void> {
  const set = { payload: layout.payload, madeBy: layout.madeBy, madeAt: now };
  await tx
    .insert(layouts)
    .values({ ...layout, madeAt: now })
    .onConflictDoUpdate({ target: [layouts.areaId, layouts.kind, layouts.name], set });
}

/** How ledgers of this kind look in an area, the latest of the areas named; undefined: none was ever imported. */
export async function findLayout(
  tx: Tx,
  of: { areaIds: readonly number[]; kind: LedgerKind; name: string },
): Promise<LedgerLayout | undefined> {
  if (of.areaIds.length === 0) return undefined;
  const [row] = await tx
    .select({ payload: layouts.payload })
    .from(layouts)
    .where(
      and(inArray(layouts.areaId, [...of.areaIds]), eq(layouts.kind, of.kind), eq(layouts.name, of.name)),
    )
    .orderBy(desc(layouts.madeAt))
    .limit(1);
  return row?.payload;
}

/** Of an import, what it brought as struck off on no known day. */
export async function countUndated(tx: Tx, importId: string): Promise<number> {
  const [found] = await tx
    .select({ n: count() })
    .from(rows)
    .innerJoin(issue, eq(issue.id, rows.issueId))
    .where(and(eq(rows.importId, importId), sql`${issue.status} = 'closed' and ${issue.closedAt} is null`));
  return found?.n ?? 0;
}
