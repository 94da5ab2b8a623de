/** A day of the month at the beginning of a question looks like the number of a problem: 12号到期的, 15号有几个. */
import { todayOf } from '../domain/directory.ts';
import type { ReadContext } from '../language/definition.ts';
import { periodAt } from '../language/lexicon/periods.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Head } from './prefix.ts';

/** 15号有几个, 15号以前的, 12号和15号新增几个: what is counted has a day. */
const OF_A_DAY =
  /^(?:之?前(?![面后])|以前|之?后(?!来)|以后|的?(?:一共|总共|共|又|还|都)*有?(?:几[个件条项]|多少[个件条项]|哪些|哪几[个件条]))|^[和跟与、].{1,4}号.{0,6}(?:几[个件条项]|多少[个件条项])/u;

const DONE_THEN =
  /^[^号#]{1,3}号(?:那天|当天)?(?:一共|总共|又|都)?\p{Script=Han}{2}了?(?:几|多少)[个件条项]/u;

const ONLY_THEN = /^(?:的|这段)*(?:数|情况)?(?:呢|吧|啊)[\s\p{P}]*$/u;

/** 12号到期的, 3号到5号新增几个: a day is no number of a problem. */
export function withoutDay(head: Head, { folded }: Phrase, context: ReadContext): Head {
  const { number, word, ...rest } = head;
  if (number?.kind !== 'counted') return head;
  // 20号办结了几件 closes nothing.
  if (word !== undefined) return DONE_THEN.test(folded) ? { ...rest, specs: [], at: 0, end: 0 } : head;
  const today = todayOf(context);
  const counts = /[几多哪]|有没有|清单|到期的|的呢?[\s\p{P}]*$/u.test(folded);
  const period = periodAt(folded, number.span[0], today);
  // 15号到现在几件, 23号以来呢
  const behind = folded.slice(number.span[0] + (period?.length ?? 0));
  if ((counts || ONLY_THEN.test(behind)) && number.span[0] === 0 && (period?.length ?? 0) > number.span[1])
    return { ...rest, at: 0, end: 0 };
  const day =
    period !== undefined ||
    (folded.charAt(number.span[1] - 1) === '号' &&
      number.id <= 31 &&
      OF_A_DAY.test(folded.slice(number.span[1])));
  return day && counts && number.span[0] === 0 ? { ...rest, at: 0, end: 0 } : head;
}
