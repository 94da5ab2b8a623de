/** Yes or no of the list that was shown, told first: whether one is among those, whether all have come to something. */
import { allText, amongText } from '../cards/words-follow-up.ts';
import { findsAny } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { type Issue, OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { type AllOf, allIn, amongIn, NOT_YET } from '../language/lexicon/whether.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';
import { namedProblem } from './described.ts';
import { isOnlyCard, type Remembered } from './follow-memory.ts';
import { remember } from './left.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

/** undefined: neither is asked, or no list of problems was shown. */
export async function whetherOf(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | undefined> {
  if (last.parts || last.projects || last.ofLinks || last.ofWeather || isOnlyCard(last)) return undefined;
  // 拖得最久的前3件, 哪个项目最多: the filter finds more than was meant.
  if (last.topic.top !== undefined || last.first || last.ranking) return undefined;
  const name = amongIn(folded);
  const all = name === undefined ? allIn(folded) : undefined;
  if (all) return whetherAll(context, last, all);
  const issue = name === undefined ? undefined : await named(context, last, name);
  return issue && isAmong(context, last, issue);
}

async function named(context: CommandContext, last: Remembered, name: string): Promise<Issue | undefined> {
  const [, number] = /^#?\s?(\d{1,6})号?$/.exec(name) ?? [];
  if (number !== undefined) return (await visibleIssue(context, Number(number))) ?? undefined;
  const anywhere = { ...last, topic: { ...last.topic, projectIds: [] } };
  return (await namedProblem(context, name, anywhere))?.issue;
}

async function isAmong(
  context: CommandContext,
  last: Remembered,
  { id, coUnits }: Issue,
): Promise<Answer | undefined> {
  const { ids = [id], ...filter } = last.whole ?? last.filter;
  const narrowed = ids.includes(id) ? narrow({ ...filter, ids: [id] }, viewerOf(context)) : undefined;
  const among = narrowed !== undefined && (await findsAny(context.tx, narrowed.query));
  // Those a unit helps with stand on its card, too.
  if (!among && coUnits.some(({ unitId }) => filter.unitIds?.includes(unitId))) return undefined;
  await remember(context, { ...last, issueId: id });
  return { kind: 'issue', issueId: id, lead: amongText(id, among) };
}

/** What was made void comes to nothing. */
const LIVE: readonly Status[] = [...OPEN_STATUSES, 'closed'];

async function whetherAll(
  context: CommandContext,
  last: Remembered,
  stage: AllOf,
): Promise<Answer | undefined> {
  const said = last.whole ?? last.filter;
  // Open is what a list is of where nothing says how they stand; all of them is asked.
  const filter = last.topic.states.length === 0 ? { ...said, statuses: [...LIVE] } : said;
  if (stage === 'closed' && filter.statuses && !filter.statuses.includes('closed')) return undefined;
  const of = (statuses: readonly Status[]): IssueFilter => {
    const asked = filter.statuses ?? LIVE;
    return { ...filter, statuses: statuses.filter((status) => asked.includes(status)) };
  };
  const count = async (those: IssueFilter) =>
    those.statuses?.length ? ((await countFound(context, those)) ?? 0) : 0;
  const total = await count(of(LIVE));
  if (total === 0) return undefined;
  const open = await count(of(NOT_YET[stage]));
  const shown = open > 0 ? of(NOT_YET[stage]) : filter;
  await remember(context, { ...last, filter: shown, whole: filter, page: 1 });
  return { kind: 'list', filter: shown, page: 1, asked: true, lead: allText(stage, total, open) };
}
