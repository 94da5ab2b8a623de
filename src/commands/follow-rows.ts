/** Rows of the list that was shown last, for 第二个 and 第一件催一下. */
import { ASKED_ROWS } from '../cards/issue-list.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { isOnlyGlue, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { hasNoRows, isSoon, type Remembered, rememberIssues } from './follow-memory.ts';
import { viewerOf } from './reply.ts';

/** The problem in a row of the page that was shown last. @param nth from 0; -1: the last */
export async function rowOf(
  context: CommandContext,
  last: Remembered,
  nth: number,
): Promise<number | undefined> {
  const rows = hasNoRows(last) ? undefined : await rowsOf(context, last);
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

/** 前两个谁在办: one thing of each. */
export async function ofTheRows(
  context: CommandContext,
  last: Remembered,
  { rows, rest }: { rows: number[]; rest: string },
): Promise<Answer | undefined> {
  const asked = isOnlyGlue(rest) ? undefined : oneAskedIn(rest);
  if (!isOnlyGlue(rest) && asked?.one !== 'fact' && asked?.one !== 'card' && asked?.one !== 'why')
    return undefined;
  const shown = await rowsOf(context, last);
  const ids = rows.flatMap((nth) => shown?.at(nth) ?? []);
  if (!shown || ids.length < 2) return undefined;
  const fact = asked?.one === 'fact' ? asked.fact : asked?.one === 'why' ? ('why' as const) : undefined;
  await rememberIssues(context, ids);
  return { kind: 'list', filter: { ids }, page: 1, asked: true, ...(fact && { fact }) };
}

/** The one a list of one has. */
export async function onlyRow(context: CommandContext, last: Remembered): Promise<number | undefined> {
  if (hasNoRows(last)) return undefined;
  // A project's card asks for no problem.
  const { states, texts, unitIds, categoryIds, step, basis } = last.topic;
  const asked = states.length + texts.length + unitIds.length + categoryIds.length > 0;
  if (!asked && step === undefined && !basis) return undefined;
  const rows = isSoon(context, last) ? await rowsOf(context, { ...last, page: 1 }) : undefined;
  return rows?.length === 1 ? rows[0] : undefined;
}
