/** 固化措施 of closed issues, offered where a similar problem comes up. */
import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { IssueScope } from '../domain/access.ts';
import { scopeCondition } from './issue-scope.ts';
import { similarity } from './issue-similar.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';

export interface Measure {
  issueId: number;
  text: string;
}

/** The measure of the most similar closed issue of the scope; undefined when none is similar. Cheap when there are none. */
export async function findMeasure(tx: Tx, issueId: number, scope: IssueScope): Promise<Measure | undefined> {
  const written = and(
    isNotNull(issue.measure),
    eq(issue.status, 'closed'),
    ne(issue.id, issueId),
    scopeCondition(scope),
  );
  const [any] = await tx.select({ id: issue.id }).from(issue).where(written).limit(1);
  if (!any) return undefined;
  const alike = await similarity(tx, issueId);
  if (!alike) return undefined;
  const [row] = await tx
    .select({ issueId: issue.id, text: issue.measure, score: sql<number>`${alike.rank}`.as('score') })
    .from(issue)
    .where(and(written, alike.matches))
    .orderBy(sql`score desc`, desc(issue.id))
    .limit(1);
  return row?.text ? { issueId: row.issueId, text: row.text } : undefined;
}
