/** What is said next, in words that mean something only behind the kind of answer that was just given. */
import type { Answer } from '../domain/answer.ts';
import {
  asksAround,
  asksOfEach,
  asksWhichMost,
  inItsWords,
  type Kind,
  theOneOf,
  withoutBefore,
} from '../language/lexicon/in-its-words.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isClear, isWhose } from './follow-bearing.ts';
import { hasNoRows, isSoon, lastOf, type Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { isShown } from './in-parts.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { ungrouped } from './ranked-places.ts';

/** Goes on as if it had been said in these words. */
type Follow = (words: string) => Promise<Answer | null | undefined>;

/** undefined: its words mean the same after every answer, or there was none just now. null: it is on its way by itself. */
export async function saidInItsWords(
  context: CommandContext,
  text: string,
  follow: Follow,
): Promise<Answer | null | undefined> {
  const last = await lastOf(context);
  if (!last || !isSoon(context, last) || context.cardIssueId !== undefined) return undefined;
  const { folded } = trim(readPhrase(text));
  const words = wordsAfter(context, last, folded);
  if (words !== undefined && words !== folded) return follow(words);
  return (await inOrder(context, last, folded)) ?? ofTheOne(context, last, folded, follow);
}

function kindsOf(last: Remembered): Kind[] {
  const { topic, ranking, ranked, issueId } = last;
  return [
    ...(issueId === undefined ? [] : ['one' as const]),
    ...((ranking ?? ranked) ? ['ranking' as const] : []),
    ...((topic.rate ?? topic.duration) === undefined ? [] : ['measured' as const]),
    ...(hasNoRows(last) || issueId !== undefined ? [] : ['rows' as const]),
  ];
}

function wordsAfter(context: CommandContext, last: Remembered, folded: string): string | undefined {
  const kinds = kindsOf(last);
  const { topic, filter } = last;
  const meant = inItsWords(folded, kinds);
  if (meant === '全区平均') return topic.duration ? '全区平均几天办完' : undefined;
  if (meant !== undefined) return meant;
  if (kinds.includes('one')) return withoutBefore(folded);
  const measured = kinds.includes('measured') || kinds.includes('ranking');
  if (measured && asksAround(folded)) return ofOwnPlace(context, last);
  // Of whose projects it was asked, and not of units.
  const theirs = (filter.secretaryId ?? filter.leaderId) !== undefined || topic.projectIds.length > 1;
  if (!kinds.includes('rows')) return undefined;
  if (asksOfEach(folded) && (theirs || topic.unitIds.length > 1)) return theirs ? '按项目分开' : '按单位分开';
  const most = theirs && topic.unitIds.length === 0 ? asksWhichMost(folded) : undefined;
  return most && `哪个项目最${most}`;
}

/** 前头都是哪个: where the one that was spoken of, or the asker's own, stands. */
function ofOwnPlace(context: CommandContext, { topic }: Remembered): string | undefined {
  const [unit = context.actor.person.unitId, second] = topic.unitIds;
  if (unit === null || second !== undefined) return undefined;
  return `${shortUnitName(context, unit)}排第几`;
}

/** 按超的天数从多到少排, 剩下的按到期先后排一下: the same in another order. */
async function inOrder(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  if (!kindsOf(last).includes('rows')) return undefined;
  const said = folded.replace(/^(?:把|将|那|就|再|它们|这些|那些|都|全部|给我|帮我)+/u, '');
  const scan = scanHeard(readPhrase(said), readContextOf(context));
  const { sorted, states, periods, by, basis, step, rate, duration, left } = scan;
  const more = [by, basis, step, rate, duration].some((one) => one !== undefined);
  if (!sorted || left.length > 0 || more || states.length + periods.length > 0 || isWhose(scan))
    return undefined;
  if (!isClear(scan)) return undefined;
  const call = askOf(goOn(last.topic, scan), readContextOf(context));
  if (call.unread || call.doubt) return undefined;
  const { ids } = last.filter;
  return askOnwards(context, ids ? { ...call, filter: { ...call.filter, ids } } : call);
}

/** 最久的那件讲讲怎么回事: first which it is, among what was told, then that. */
async function ofTheOne(
  context: CommandContext,
  last: Remembered,
  folded: string,
  follow: Follow,
): Promise<Answer | null | undefined> {
  const said = last.issueId === undefined ? theOneOf(folded) : undefined;
  if (!said || last.parts || last.projects) return undefined;
  const { topic, filter } = last;
  if (last.ranking) await remember(context, { topic: ungrouped(topic), filter, page: 1 });
  const which = await follow(said.which);
  if (which && isShown(which)) return (await follow(said.rest)) ?? which;
  await remember(context, last);
  return undefined;
}
