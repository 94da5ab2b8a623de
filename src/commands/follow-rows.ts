/** Rows of the list that was shown last, for 第二个 and 第一件催一下. */
import { ASKED_ROWS, PAGE_SIZE } from '../cards/issue-list.ts';
import { noOthersText } from '../cards/words-follow-up.ts';
import { takenSpans } from '../db/issue-outcomes.ts';
import type { Answer } from '../domain/answer.ts';
import { WAITING_STATUSES } from '../domain/issue.ts';
import { DEFINITE_ONE } from '../language/lexicon/describing.ts';
import { isOnlyGlue, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { othersIn } from '../language/lexicon/others-said.ts';
import { furthest } from '../views/extremes.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import {
  hasNoRows,
  idsOfPage,
  isOnlyCard,
  isSoon,
  lastOf,
  type Remembered,
  rememberIssues,
} from './follow-memory.ts';
import { remember } from './left.ts';
import { openSlowest } from './oldest-instead.ts';
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

export const pageSizeOf = ({ long }: Pick<Remembered, 'long'>): number => (long ? PAGE_SIZE : ASKED_ROWS);

/** Numbers of the problems on that page; undefined: none of it may be seen here. */
export function rowsOf(context: CommandContext, last: Remembered): Promise<number[] | undefined> {
  if (last.rows) return Promise.resolve(last.rows);
  return idsOfPage(context, last.filter, { page: last.page, pageSize: pageSizeOf(last) });
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

/** 第三件催一下, after an order of the first: of the same list. @param last before the order */
export async function keepList(context: CommandContext, last: Remembered | undefined): Promise<void> {
  const now = last && !hasNoRows(last) && isSoon(context, last) ? await lastOf(context) : undefined;
  if (!last || !now || now.issueId === undefined || !isOnlyCard(now)) return;
  if ((await rowsOf(context, last))?.includes(now.issueId))
    await remember(context, { ...last, issueId: now.issueId });
}

const OTHERS =
  /^(?:那么?|把|将|给我|再|[,，\s])*(?:除了?(?:[这那]一?[个件条]|它)(?:以外|之外|外)?[,，\s]*)?(?:除了?(?:[这那]一?[个件条]|它)(?:以外|之外|外|呢|还有?)?|其他|其它|其余|剩下|余下|别|另外)的?(?:[那这]?[几两三][个件条]|[那这]些)?的?(?:问题|事情?)?(?:呢|都|也|又|再|还?有|哪些|分别|各|是|给我|列|说|讲|念|一?下|出来|我|看看?|[\s\p{P}])*/u;

/** 其他几件也说下原因: the rest of the list that the one problem is of. undefined: none was, or more is said */
export async function ofTheOthers(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | undefined> {
  const { filter } = last;
  const [lead] = OTHERS.exec(folded) ?? [];
  // 除了这件还有挂账的没, of all there are.
  if (lead === undefined || hasNoRows(last) || othersIn(folded)?.kind) return undefined;
  const rest = folded.slice(lead.length);
  // 其他项目呢 is of all that are no part of it.
  if (/^(?:项目|企业|单位|部门|局|家|类|人)/.test(rest)) return undefined;
  const asked = rest === '' ? undefined : oneAskedIn(rest);
  if (rest !== '' && asked?.one !== 'fact' && asked?.one !== 'why' && asked?.one !== 'card') return undefined;
  const all = await idsOfPage(context, filter, { page: 1, pageSize: MOST_OTHERS });
  const issueId = last.issueId ?? (last.first ? await rowOf(context, last, 0) : undefined);
  const ids = all?.filter((id) => id !== issueId) ?? [];
  if (issueId === undefined) return undefined;
  if (all?.length === 0) return { kind: 'list', filter, page: 1, asked: true };
  if (ids.length === 0) return { kind: 'text', tone: 'info', text: noOthersText(issueId) };
  await rememberIssues(context, ids);
  const fact = asked?.one === 'fact' ? asked.fact : asked?.one === 'why' ? ('why' as const) : undefined;
  return { kind: 'list', filter: { ids }, page: 1, asked: true, ...(fact && { fact }) };
}

const MOST_OTHERS = 50;

/** The one that took longest, or shortest, where that was told: 用时最长的是 #1. undefined: several did */
export async function extremeOf(context: CommandContext, last: Remembered): Promise<number | undefined> {
  const { duration, by } = last.topic;
  if (!duration || duration === 'average' || by || last.parts) return undefined;
  const query = narrow(last.filter, viewerOf(context))?.query;
  const { calendar } = context.directory;
  const { issueIds } = query
    ? furthest(await takenSpans(context.tx, query), duration, calendar)
    : { issueIds: [] };
  if (issueIds.length === 0) return (await openSlowest(context, last.topic, last.filter))?.id;
  return issueIds.length === 1 ? issueIds[0] : undefined;
}

/** The problem that holds up the one project that was asked about, as its card names it first: 卡在哪. */
export async function heldUpBy(context: CommandContext, last: Remembered): Promise<number | undefined> {
  const { projectIds, tags } = last.topic;
  const held = tags.some(([tag, , heard]) => tag === 'how' && /[卡堵]/.test(heard));
  if (projectIds.length !== 1 || !held || last.issueId !== undefined || last.ofLinks) return undefined;
  return (await idsOfPage(context, { projectIds, overdue: true }, { page: 1, pageSize: 1 }))?.[0];
}

/** The one a list of one has. */
export async function onlyRow(context: CommandContext, last: Remembered): Promise<number | undefined> {
  if (hasNoRows(last)) return undefined;
  // A project's card asks for no problem.
  const { states, texts, unitIds, categoryIds, step, basis } = last.topic;
  const asked = states.length + texts.length + unitIds.length + categoryIds.length > 0;
  if (!asked && step === undefined && !basis && !last.filter.ids) return undefined;
  const rows = isSoon(context, last) ? await rowsOf(context, { ...last, page: 1 }) : undefined;
  return rows?.length === 1 ? rows[0] : undefined;
}

/** 堆场那件什么时候到期, answered by a list that goes on and has nothing: one problem was meant. */
export async function missesOne(
  context: CommandContext,
  text: string,
  answer: Answer | null,
): Promise<boolean> {
  if (answer?.kind !== 'list' || answer.filter.ids || !DEFINITE_ONE.test(text)) return false;
  if (answer.filter.search === undefined && answer.filter.categoryIds === undefined) return false;
  return (await idsOfPage(context, answer.filter, { page: 1, pageSize: 1 }))?.length === 0;
}

/** Of what waits for somebody. @param of for what */
export function waits({ topic }: Remembered, of = 'waits'): boolean {
  return topic.states.some(
    ({ state }) =>
      state.kind === 'status' &&
      (of === 'waits' ? WAITING_STATUSES.includes(state.status) : state.status === of),
  );
}
