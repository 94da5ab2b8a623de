/** Rows of the list that was shown last, for 第二个 and 第一件催一下. */
import { ASKED_ROWS } from '../cards/issue-list.ts';
import { listIssues } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { viewerOf } from './reply.ts';

/** The problem in a row of the page that was shown last. @param nth from 0; -1: the last */
export async function rowOf(
  context: CommandContext,
  last: Remembered,
  nth: number,
): Promise<number | undefined> {
  const rows = await rowsOf(context, last);
  return rows?.at(nth);
}

/** Numbers of the problems on that page; undefined: none of it may be seen here. */
export function rowsOf(context: CommandContext, last: Remembered): Promise<number[] | undefined> {
  return idsOfPage(context, last.filter, { page: last.page, pageSize: ASKED_ROWS });
}

/** Numbers of the problems on a page of what a filter finds; undefined: none of it may be seen here. */
export async function idsOfPage(
  context: CommandContext,
  filter: IssueFilter,
  page: { page: number; pageSize: number },
): Promise<number[] | undefined> {
  const narrowed = narrow(filter, viewerOf(context));
  if (!narrowed) return undefined;
  const { issues } = await listIssues(context.tx, { ...narrowed.query, ...page });
  return issues.map(({ id }) => id);
}
