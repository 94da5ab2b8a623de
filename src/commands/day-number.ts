/** A day of the month at the beginning of a question looks like the number of a problem: 12号到期的, 15号有几个. */
import { todayOf } from '../domain/directory.ts';
import type { ReadContext } from '../language/definition.ts';
import { issueNumberAt } from '../language/lexicon/numbers.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { oneWordsIn } from '../language/lexicon/one-words.ts';
import { periodAt } from '../language/lexicon/periods.ts';
import { isQuestioning } from '../language/mood.ts';
import type { Phrase } from '../language/phrase.ts';
import { numbersIn, severalNumbers } from './asked-numbers.ts';
import type { Head } from './prefix.ts';

/** 15号有几个, 15号以前的, 12号和15号新增几个: what is counted has a day. */
const OF_A_DAY =
  /^(?:之?前(?![面后])|以前|之?后(?!来)|以后|的?(?:一共|总共|共|又|还|都)*有?(?:几[个件条项]|多少[个件条项]|哪些|哪几[个件条]))|^[和跟与、].{1,4}号.{0,6}(?:几[个件条项]|多少[个件条项])/u;

const DONE_THEN =
  /^[^号#]{1,3}号(?:那天|当天)?(?:一共|总共|又|都)?\p{Script=Han}{2}了?(?:几|多少)[个件条项]/u;

/** 18号当天办结的: reports nothing of #18. */
const SAID_AS_DAY = /^[^号#]{1,3}号(?:[那这]一?天|[当那]日|当天)/;

const ONLY_THEN = /^(?:的|这段)*(?:数|情况)?(?:呢|吧|啊)[\s\p{P}]*$/u;

/** Words of commands that people ask with as well. */
const ALSO_ASKS = ['log', 'show', 'verify'];
/** 问题12谁负责, 问题12 已经办完了, 报一下8号件的进展: of a problem by its number; 问题 3台吊车没证 is logged. */
function asksOfNumber({ word, specs }: Head, phrase: Phrase, context: ReadContext): boolean {
  if (word === undefined || !ALSO_ASKS.includes(specs[0]?.name ?? '')) return false;
  const { ids, rest } = numbersIn(phrase.folded, context);
  const said = rest.replace(word, ' ').trim();
  if (ids.length !== 1)
    return word === '问题' && said.length <= 16 && severalNumbers(phrase, context) !== undefined;
  if (word === '问题') return oneWordsIn(said.replace(/[\s\p{P}]/gu, '')) !== undefined;
  // 核验 #1 不属实 还堵着 is an order, whatever else it tells.
  const asks = isQuestioning(said) || TELLS_HOW.test(said);
  return asks && !VERDICT.test(said) && oneAskedIn(said) !== undefined;
}

const VERDICT = /属实|通过|合格|同意/;
const TELLS_HOW = /(?:进展|进度|情况|状态|状况|原因|天数)[\s\p{P}]*$/u;

/** 12号到期的, 3号到5号新增几个: a day is no number of a problem, and 问题12谁负责 gives no order. */
export function withoutDay(head: Head, phrase: Phrase, context: ReadContext): Head {
  const { folded } = phrase;
  const { number, word, ...rest } = head;
  if (asksOfNumber(head, phrase, context)) {
    const own = word === '问题' ? issueNumberAt(folded, rest.at) : undefined;
    const end = own?.span[1] ?? 0;
    return { ...rest, ...(own && { number: own }), specs: [], at: end, end, separated: true };
  }
  if (number?.kind !== 'counted') return head;
  if (number.span[0] === 0 && SAID_AS_DAY.test(folded)) return { ...rest, specs: [], at: 0, end: 0 };
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
