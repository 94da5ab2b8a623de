/** 这个项目还有别的问题没, 他手上还有别的吗: what else whoever has the problem just shown has, without that one. */
import { othersThanText, SHOWN_TOO } from '../cards/words-follow-up.ts';
import { findPeople } from '../db/person.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { besidesIn, type OthersSaid, othersIn } from '../language/lexicon/others-said.ts';
import { namesSaid } from '../text/names.ts';
import { isWholeQuestion } from './call.ts';
import { type CommandContext, projectHere } from './context.ts';
import { countFound } from './count-found.ts';
import { lastOf, type Remembered } from './follow-memory.ts';
import { rowOf } from './follow-rows.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';
import { saying } from './without-asides.ts';

/** @returns undefined: it asks for no others, or nobody has what was shown */
export async function ofOtherOnes(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  const said = othersIn(folded);
  if (said && said.who === '' && said.kind === '') return undefined;
  const whose = said && (await whoseOf(context, last, said));
  // 除了这个我们还有挂着的吗: what follows is no part of what is left out.
  const first = !said && last.first ? await rowOf(context, last, 0) : undefined;
  const issueId = last.issueId ?? first;
  const rest = said || issueId === undefined ? undefined : besidesIn(folded);
  if (whose === undefined && rest === undefined) return undefined;
  const read = matchSaid(context, rest ?? `${whose}${said?.kind || '没办完的'}有哪些`);
  if (!isWholeQuestion(read) || read.call.projectId !== undefined) return undefined;
  if (read.call.by || !['count', 'list'].includes(read.call.measure)) return undefined;
  const answer = await askOnwards(context, read.call);
  if (answer?.kind !== 'list') return answer;
  const told = await besideShown(context, { ...last, issueId }, answer.filter);
  return saying(answer, told) ?? answer;
}

/** The name to ask with; undefined: it is nobody's. */
async function whoseOf(
  context: CommandContext,
  { topic: { unitIds, projectIds, someone }, issueId, about }: Remembered,
  { who, whom }: OthersSaid,
): Promise<string | undefined> {
  const { directory, tx } = context;
  const issue = issueId === undefined ? undefined : await visibleIssue(context, issueId);
  const only = (ids: readonly number[]) => (ids.length === 1 ? ids[0] : undefined);
  const projectId = issue?.projectId ?? only(projectIds) ?? about ?? projectHere(context) ?? 0;
  if (whom === 'project') return directory.project(projectId)?.name;
  if (whom === 'unit') return directory.unit(issue?.unitId ?? only(unitIds) ?? 0)?.name;
  const [holder] = whom && issue?.assigneeId ? await findPeople(tx, [issue.assigneeId]) : [];
  const name = holder?.name ?? (issue ? undefined : someone);
  const theirs = name === undefined ? undefined : `${name}负责的`;
  return whom ? theirs : who || `${namesSaid(context, { unitIds, projectIds }).join('和')}${theirs ?? ''}`;
}

/** 除 #12 外还有 1 件, where that one is among them. */
async function besideShown(
  context: CommandContext,
  { issueId, parts, projects }: Remembered,
  filter: IssueFilter,
): Promise<string[]> {
  if (issueId === undefined) return parts || projects ? [] : [SHOWN_TOO];
  const count = async (more: IssueFilter) => (await countFound(context, { ...filter, ...more })) ?? 0;
  const issue = await visibleIssue(context, issueId);
  const now = await lastOf(context);
  if (now && issue?.projectId != null) await remember(context, { ...now, about: issue.projectId });
  return (await count({ ids: [issueId] })) === 0 ? [] : [othersThanText(issueId, (await count({})) - 1)];
}
