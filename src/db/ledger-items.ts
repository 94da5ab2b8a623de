/** Items as ledgers brought them, looked for where they are not expected: in another project, in another import. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Issue } from '../domain/issue.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import type { StoredImport } from './ledger.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { ledgerImport as imports, ledgerImportRow as rows } from './schema-ledger.ts';

/** Items that a ledger brought without a project, or for one of these, and that stand in another one now. */
export async function itemsMovedFrom(tx: Tx, projectIds: readonly number[]): Promise<Issue[]> {
  const broughtFor = sql`(${rows.outcome} ->> 'projectId')::int`;
  const found = await tx
    .select(issueColumns)
    .from(issue)
    .innerJoin(rows, eq(rows.issueId, issue.id))
    .where(
      and(
        eq(rows.state, 'new'),
        ne(issue.status, 'void'),
        isNotNull(issue.projectId),
        projectIds.length === 0 ? undefined : notInArray(issue.projectId, [...projectIds]),
        or(
          sql`${broughtFor} is null`,
          projectIds.length === 0 ? undefined : inArray(broughtFor, [...projectIds]),
        ),
      ),
    )
    .orderBy(asc(issue.id));
  return found.map(issueOfRow);
}

/** What other imports have made since this one was confirmed; void ones are none. */
export async function itemsMadeBeside(tx: Tx, { id, confirmedAt }: StoredImport): Promise<Issue[]> {
  if (confirmedAt === null) return [];
  const found = await tx
    .select(issueColumns)
    .from(issue)
    .innerJoin(rows, eq(rows.issueId, issue.id))
    .innerJoin(imports, eq(imports.id, rows.importId))
    .where(
      and(
        ne(imports.id, id),
        or(isNull(imports.finishedAt), gte(imports.finishedAt, confirmedAt)),
        eq(rows.state, 'new'),
        ne(issue.status, 'void'),
      ),
    )
    .orderBy(asc(issue.id));
  return found.map(issueOfRow);
}
