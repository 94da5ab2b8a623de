/** Rows of the list that was shown last, for 第二个 and 第一件催一下. */
import { ASKED_ROWS } from '../cards/issue-list.ts';
import { listIssues } from '../db/issue-list.ts';
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
export async function rowsOf(context: CommandContext, last: Remembered): Promise<number[] | undefined> {
  const narrowed = narrow(last.filter, viewerOf(context));
  if (!narrowed) return undefined;
  const page = { ...narrowed.query, page: last.page, pageSize: ASKED_ROWS };
  const { issues } = await listIssues(context.tx, page);
  return issues.map(({ id }) => id);
}
