/** What an export reads: the last words on each item, people, and layouts by name. */
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { findPeople } from '../../db/person.ts';
import { history } from '../../db/schema.ts';
import { ledgerLayout as layouts } from '../../db/schema-ledger.ts';
import type { LedgerKind } from '../../domain/ledger/model.ts';
import type { Person } from '../../domain/model.ts';

// Far below PostgreSQL's 65,535 parameters for one statement.
const CHUNK = 2000;

/** The newest words on the progress of each item: a 进展, a result, what a file brought. */
export async function lastWords(tx: Tx, issueIds: readonly number[]): Promise<Map<number, string>> {
  const words = new Map<number, string>();
  const said = sql<string>`coalesce(${history.detail} ->> 'note', ${history.detail} ->> 'result')`;
  for (let start = 0; start < issueIds.length; start += CHUNK) {
    const rows = await tx
      .selectDistinctOn([history.issueId], { issueId: history.issueId, said })
      .from(history)
      .where(
        and(
          inArray(history.issueId, issueIds.slice(start, start + CHUNK)),
          sql`${history.verb} in ('progress', 'report-done', 'import')`,
          sql`${said} <> ''`,
        ),
      )
      .orderBy(history.issueId, desc(history.id));
    for (const row of rows) words.set(row.issueId, row.said);
  }
  return words;
}

export async function peopleById(tx: Tx, ids: Iterable<number>): Promise<Map<number, Person>> {
  const all = [...new Set(ids)];
  const people = new Map<number, Person>();
  for (let start = 0; start < all.length; start += CHUNK)
    for (const person of await findPeople(tx, all.slice(start, start + CHUNK))) people.set(person.id, person);
  return people;
}

/** Names of layouts that were saved for these areas. */
export async function layoutNames(tx: Tx, areaIds: readonly number[], kind: LedgerKind): Promise<string[]> {
  if (areaIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ name: layouts.name })
    .from(layouts)
    .where(and(inArray(layouts.areaId, [...areaIds]), eq(layouts.kind, kind), ne(layouts.name, '')))
    .orderBy(layouts.name);
  return rows.map(({ name }) => name);
}

/** @returns whether there was one */
export async function deleteLayout(
  tx: Tx,
  of: { areaId: number; kind: LedgerKind; name: string },
): Promise<boolean> {
  const gone = await tx
    .delete(layouts)
    .where(and(eq(layouts.areaId, of.areaId), eq(layouts.kind, of.kind), eq(layouts.name, of.name)))
    .returning({ id: layouts.id });
  return gone.length > 0;
}
