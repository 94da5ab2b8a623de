/** Which problems an order is of: one by its number, row or description, those of a question, or what was just answered. */
import type { Answer, IssueFilter } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { DEFINITE_ONE } from '../language/lexicon/describing.ts';
import { rowAlone } from '../language/lexicon/rows-said.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { numbersIn } from './asked-numbers.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { describedIssue, namesThing } from './described.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { rowOf } from './follow-rows.ts';
import { asksIn, personsIn, questionIn } from './order-words.ts';
import { answerQuestion } from './query.ts';
import { meantBy } from './urge-meant.ts';
import { openIds } from './urge-several.ts';
import { visibleIssue } from './visible-issue.ts';

export interface Target {
  issue?: Issue;
  filter: IssueFilter;
  /** The question that says which. */
  call?: CallOf<'ask'>;
  answer?: Answer;
  /** It is asked, too. */
  asked?: boolean;
}

/** undefined: nothing is said of it, and nothing was answered before. unclear: what is said is not understood. */
export async function targetOf(
  context: CommandContext,
  what: string,
  last: Remembered | undefined,
): Promise<Target | 'unclear' | undefined> {
  if (what === '') return spokenOf(context, last);
  const { ids, rest } = numbersIn(trim(readPhrase(what)).folded, readContextOf(context));
  if (ids.length > 0 && /^(?:那个|这个|那件|这件|的?事|问题|号|的|和|跟|与|都|\s|\p{P})*$/u.test(rest)) {
    const [only, second] = ids;
    return second === undefined && only !== undefined ? byId(context, only) : { filter: { ids } };
  }
  const nth = last && isSoon(context, last) ? rowAlone(what) : undefined;
  if (nth !== undefined && last) return byId(context, await rowOf(context, last, nth));
  return (
    (DEFINITE_ONE.test(what) || namesThing(context, what) ? await described(context, what) : undefined) ??
    (await foundOrGone(context, what, last)) ??
    (await described(context, what)) ??
    'unclear'
  );
}

async function byId(context: CommandContext, id: number | undefined): Promise<Target | 'unclear'> {
  const issue = id === undefined ? undefined : await visibleIssue(context, id);
  return issue ? { issue, filter: { ids: [issue.id] } } : 'unclear';
}

async function spokenOf(
  context: CommandContext,
  last: Remembered | undefined,
): Promise<Target | 'unclear' | undefined> {
  if (context.cardIssueId !== undefined) return byId(context, context.cardIssueId);
  if (!last || !isSoon(context, last)) return undefined;
  const shown = last.issueId ?? (last.first ? await rowOf(context, last, 0) : undefined);
  if (shown !== undefined) return byId(context, shown);
  const filter = meantBy(last);
  return filter && { filter };
}

async function described(context: CommandContext, what: string): Promise<Target | undefined> {
  const issue = await describedIssue(context, what, { closed: true });
  return issue && { issue, filter: { ids: [issue.id] } };
}

/** 设备补贴的事, of which nothing is open: the one that it was. */
async function foundOrGone(
  context: CommandContext,
  what: string,
  last: Remembered | undefined,
): Promise<Target | undefined> {
  const target = await asked(context, what, last);
  if (target?.filter.search === undefined || target.asked) return target;
  if ((await openIds(context, target.filter)).length > 0) return target;
  return (await described(context, what)) ?? target;
}

async function asked(
  context: CommandContext,
  what: string,
  last: Remembered | undefined,
): Promise<Target | undefined> {
  const words = what.replace(/^(?:[那这]|催)(?:几|些|几个)(?:家|个|件)?(?=.)/u, '');
  const call = questionIn(context, words, last) ?? personsIn(context, words);
  const answer = call && (await answerQuestion(context, call));
  if (!call || (answer?.kind !== 'list' && answer?.kind !== 'groups')) return undefined;
  return { filter: answer.filter, call, answer, asked: asksIn(context, words) };
}
