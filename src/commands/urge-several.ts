/** 都催一下: the problems it means are named on one card, and one 确认 urges all of them by the rules of 催办. */
import { filterTitle } from '../cards/filter-title.ts';
import { toast } from '../cards/toast.ts';
import { MOST_URGED, type Urged, urgeCard, urgedCard } from '../cards/urge.ts';
import { urgeWhichText } from '../cards/words-figures.ts';
import {
  firstOfText,
  noneOpenText,
  OWN_TURN,
  urgedText,
  urgeNoneText,
  urgeRefusedText,
  whyOfSeveral,
} from '../cards/words-orders.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { saveDraft } from '../db/draft.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { URGE_DRAFT, type UrgeDraft } from '../kinds/drafts.ts';
import type { Topic } from '../language/topic.ts';
import { decideIssue } from '../verbs/decide.ts';
import { viewContext } from '../views/context.ts';
import { narrow, peopleIn } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { defineDraft, leaveUnchanged } from './draft-kind.ts';
import { rememberIssue, rememberIssues } from './follow-memory.ts';
import { decideAndApply } from './issue.ts';
import { type ClickReply, viewerOf } from './reply.ts';

/** The first that are open of what a filter finds, how many there are, and what they are called. @param any open or not */
export async function openOnes(
  context: CommandContext,
  filter: IssueFilter,
  any = false,
): Promise<{ issues: Issue[]; total: number; title: string }> {
  const none = { issues: [], total: 0, title: '' };
  // Nothing is urged of a past day: part of it is done.
  if (filter.asOf !== undefined) return none;
  const { statuses } = filter;
  const open = OPEN_STATUSES.filter((status) => statuses === undefined || statuses.includes(status));
  const viewer = viewerOf(context);
  const narrowed = narrow(any ? filter : { ...filter, statuses: open }, viewer);
  if (!narrowed) return none;
  const { issues, total } = await listIssues(context.tx, {
    ...narrowed.query,
    page: 1,
    pageSize: MOST_URGED,
  });
  const ctx = await viewContext(context.tx, viewer, { personIds: peopleIn(filter) });
  // 本月登记的催一下 is of those that are open, and says so.
  const live = filter.overdue === true || (filter.colors !== undefined && !filter.colors.includes('done'));
  return { issues, total, title: filterTitle(live ? filter : narrowed.filter, narrowed.place, ctx) };
}

/** As many as are offered one by one. */
const OFFERED = 5;

/** Of the first that are open, as many as are offered one by one. */
export async function openIds(context: CommandContext, filter: IssueFilter): Promise<number[]> {
  return (await openOnes(context, filter)).issues.slice(0, OFFERED).map(({ id }) => id);
}

/**
 * Of what was listed: one is offered by its number, several are named and wait for 确认. undefined: none is open. What is
 * said next goes on from those. @param topic what was asked for, if it was a question
 * @param lead said before what they are
 */
export async function offerUrge(
  context: CommandContext,
  filter: IssueFilter,
  topic?: Topic,
  lead = '',
): Promise<Answer | undefined> {
  const { issues, total, title: plain } = await openOnes(context, filter);
  const title = `${lead}${plain}`;
  const [only, second] = issues;
  if (!only) return undefined;
  if (!second) await rememberIssue(context, only.id);
  const whyOnly = second ? undefined : whyNot(context, only);
  if (whyOnly !== undefined) return { kind: 'text', tone: 'warning', text: urgeRefusedText(title, whyOnly) };
  if (!second)
    return { kind: 'suggest', text: urgeWhichText(title, total, 1), commands: [`催办 #${only.id}`] };
  const held = issues.flatMap((issue) => {
    const why = whyNot(context, issue);
    return why === undefined ? [] : [{ id: issue.id, why }];
  });
  const ids = issues.map(({ id }) => id).filter((id) => !held.some((one) => one.id === id));
  await rememberIssues(context, ids.length > 0 ? ids : issues.map(({ id }) => id), topic);
  if (ids.length === 0) {
    const why = [...new Set(held.map((one) => whyOfSeveral(one.why)))];
    return { kind: 'text', tone: 'warning', text: `${urgeNoneText(`${title} ${total} 件`, why)}。` };
  }
  const draftId = context.deps.newId();
  const { sort } = filter;
  const cut = total > issues.length && sort !== undefined && sort !== 'deadline' && sort !== 'overdue';
  const named = cut
    ? { heading: firstOfText(title, total), total: issues.length }
    : { heading: title, total };
  const payload: UrgeDraft = { ids, held, ...named };
  const draft = { id: draftId, personId: context.actor.person.id, kind: URGE_DRAFT, payload };
  await saveDraft(context.tx, draft, context.now);
  return { kind: 'preview', draftId };
}

/** None of those is open: how many there are, and that nothing is urged of them. */
export async function noneOpen(context: CommandContext, filter: IssueFilter, lead = ''): Promise<Answer> {
  const { issues, total, title } = await openOnes(context, filter, true);
  const commands = issues.slice(0, OFFERED).map(({ id }) => `#${id}`);
  const text = `${lead}${noneOpenText(title, total)}`;
  return { kind: 'suggest', text, commands: commands.length > 0 ? commands : ['没办完的有哪些'] };
}

/** Of those only what a unit has; undefined: none of another unit's. */
export function narrowedTo(filter: IssueFilter, unitId: number): IssueFilter | undefined {
  const { unitIds } = filter;
  return unitIds && !unitIds.includes(unitId) ? undefined : { ...filter, unitIds: [unitId] };
}

/** Why 催办 would be refused now, or would only reach who asks; undefined: neither. */
function whyNot({ now, actor, directory }: CommandContext, issue: Issue): string | undefined {
  const decision = decideIssue(issue, { verb: 'urge' }, { now, actor, directory });
  if (!decision.ok) return refusalText(decision.refusal);
  const [first, second] = mustActNow(issue, directory).personIds;
  return first === actor.person.id && second === undefined ? OWN_TURN : undefined;
}

/** Each by the rules of 催办 as they stand now, in the order of the numbers, so that two at once never wait for each other. */
async function urgeAll(context: CommandContext, { ids }: UrgeDraft): Promise<ClickReply> {
  const done: { id: number; title: string }[] = [];
  const failed: Urged['failed'][number][] = [];
  for (const id of ids.toSorted((a, b) => a - b)) {
    const issue = await loadIssueForUpdate(context.tx, id);
    if (!issue) continue;
    const answer = await decideAndApply(context, issue, { verb: 'urge' });
    if (answer.kind === 'refusal') failed.push({ id, why: refusalText(answer.refusal) });
    else done.push({ id, title: issue.title });
  }
  const said = urgedText(done.length, failed.length);
  return {
    toast: toast(done.length === 0 ? 'warning' : 'success', said),
    card: { type: 'raw', data: urgedCard({ done, failed }, context.deps.demo) },
  };
}

export const URGE_SEVERAL = defineDraft(URGE_DRAFT, {
  preview: async (tx, draftId, { ids, held, heading, total }, viewer) => {
    const narrowed = narrow({ ids }, viewer);
    const found = narrowed
      ? await listIssues(tx, { ...narrowed.query, page: 1, pageSize: MOST_URGED })
      : { issues: [] };
    const ctx = await viewContext(tx, viewer, {
      personIds: found.issues.flatMap(({ assigneeId }) => assigneeId ?? []),
    });
    return urgeCard({ draftId, heading, total, issues: found.issues, held }, ctx);
  },
  confirm: urgeAll,
  cancel: leaveUnchanged,
});
