/** The list of the answer before once more (下一页, 列出来, 为什么, 催一下), or each of it apart. */

import { WHICH_ONE } from '../cards/words-figures.ts';
import { questionUnreadText } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import { REST_SAID, type Step, WHY_THE_ONE } from '../language/lexicon/follow-ups.ts';
import type { Turn } from '../language/lexicon/going-on.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import { areClosed } from '../language/scan-clashes.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, scanOf } from '../language/topic.ts';
import { narrow, pageOf } from '../views/issue-list.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { askBeside, isShareDone } from './follow-from.ts';
import { lastOf, type Remembered, rememberProject } from './follow-memory.ts';
import { pageSizeOf } from './follow-rows.ts';
import { answerTurns, askOnwards, ofAllCounted } from './follow-turn.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';
import { urgeMeant } from './urge-meant.ts';

/** What is open of the one project whose node was asked about, each unit apart where who has it is asked. */
export async function ofItsProblems(
  context: CommandContext,
  phrase: Phrase,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId, second] = last.topic.projectIds;
  if (projectId === undefined || second !== undefined) return undefined;
  await rememberProject(context, projectId);
  const project = await lastOf(context);
  const turn = turnOfMany(phrase) ?? ({ turn: 'apart', by: 'unit', people: true } as const);
  return project && answerTurns(context, project, [turn]);
}

/** undefined: nothing there is of that kind. */
export async function stepTo(
  context: CommandContext,
  last: Remembered,
  step: Step,
): Promise<Answer | null | undefined> {
  if (step === 'urge') return urgeMeant(context, last);
  // 还有吗, after 拖得最久的三件: all there are, in their order.
  const { top, ...all } = last.topic;
  if (step === 'next' && top && last.filter.ids)
    return askOnwards(context, askOf(scanOf(all), readContextOf(context)));
  const page = step === 'next' ? last.page + 1 : step === 'previous' ? Math.max(1, last.page - 1) : 1;
  // What is listed now is no longer told apart.
  const { ranking: _, rows: __, ...rest } = last;
  await remember(context, { ...rest, page: await pageShown(context, last, page) });
  const fact = step === 'why' ? 'why' : last.topic.fact;
  return {
    kind: 'list',
    filter: last.filter,
    page,
    ...(!last.long && { asked: true }),
    ...(fact && { fact }),
  };
}

/** 剩下的, after what was struck off of some: those of them that are open. undefined: that was not asked */
export async function restOf(
  context: CommandContext,
  last: Remembered,
  { folded }: Phrase,
): Promise<Answer | null | undefined> {
  const read = readContextOf(context);
  const open = scanQuery(readPhrase('没办完的有哪些'), read);
  const all = REST_SAID.test(folded) ? ofAllCounted(last, open) : last;
  if (all !== last) return askOnwards(context, askOf(goOn(all.topic, open), read));
  const { topic, parts, filter } = last;
  // 剩下的呢, after what share of them is struck off.
  const share = isShareDone(scanOf(topic));
  const done = share || areClosed(topic.states.map(({ state }) => state));
  const ofSome = topic.came || (topic.basis ?? topic.step) !== undefined || topic.periods.length === 0;
  if (!done || !ofSome || parts) return undefined;
  // 其他的呢: more of them, where there are more.
  const others = /^(?:那么?)?(?:其他|其它|另外|别)的/u.test(folded);
  if (!REST_SAID.test(folded) && !(others && (await pageShown(context, { filter }, 2)) === 1))
    return undefined;
  const how = { within: false, pointed: false, bears: true };
  const call = share ? askBeside(topic, open, how, read) : askOf(goOn(topic, open), read);
  return call.unread ? undefined : askOnwards(context, call);
}

/** The page that is drawn for `page`: the last one where there are not so many. */
async function pageShown(
  context: CommandContext,
  last: Pick<Remembered, 'filter' | 'long'>,
  page: number,
): Promise<number> {
  const query = page === 1 ? undefined : narrow(last.filter, viewerOf(context))?.query;
  return query ? (await pageOf(context.tx, { ...query, page, pageSize: pageSizeOf(last) })).page : page;
}

/** 现在卡在谁那里, 几号到期, of several: of each apart. */
export function turnOfMany({ folded }: Phrase): Turn | undefined {
  if (/谁|哪[个家]|责任单位|联络员/.test(folded) && !/哪[个家](?:项目|企业)/.test(folded))
    return { turn: 'apart', by: 'unit', people: true };
  if (/项目|企业/.test(folded)) return { turn: 'apart', by: 'project' };
  return undefined;
}

/** What is compared is not said, and nothing before tells. */
export function unreadOf({ text }: Phrase): Answer {
  const commands = ['本月比上月新增多了几件', '本月比上月办结多了几件'];
  return { kind: 'suggest', text: questionUnreadText([text.trim()]), commands };
}

/** 为啥到现在没办, 之前延过没有, where no one problem was shown: all that are open are not meant. */
export function askWhichOne({
  ofOne,
  match,
  phrase,
  scan,
}: {
  ofOne: boolean;
  scan: Scan;
  match: Match;
  phrase: Phrase;
}): Answer | undefined {
  if (!ofOne || match.kind !== 'call' || match.call.name !== 'ask' || match.call.unread) return undefined;
  const { filter, by, fact, rate, duration, personHeard, parts, projectId } = match.call;
  const { statuses: _, sort: __, ...more } = filter;
  // 为什么取水许可证还没办下来: of what is called so.
  if (scan.tags.has('link-name')) return undefined;
  const other = by ?? rate ?? duration ?? personHeard ?? parts ?? projectId;
  const one = fact !== undefined || WHY_THE_ONE.test(phrase.folded);
  if (!one || other !== undefined || Object.keys(more).length > 0) return undefined;
  return { kind: 'suggest', text: WHICH_ONE, commands: ['没办完的有哪些', '逾期的有哪些'] };
}
