/** Problems asked about by their numbers, wherever they stand: 为啥35号亮红灯, #12 和 #15 怎么样了. */

import { todayOf } from '../domain/directory.ts';
import type { Fact } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { factAsked } from '../language/lexicon/asked.ts';
import { ISSUE_ID_MAX, issueNumberAt } from '../language/lexicon/numbers.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { periodAt } from '../language/lexicon/periods.ts';
import type { Phrase } from '../language/phrase.ts';
import { emptyScan } from '../language/scan.ts';
import { topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';

const MOST = 10;
/** A letter asks of no number. */
const LONGEST = 1000;
/** What is counted has a day, no number: 12号新增几个. */
const COUNTED = /几[个件条项]|多少|哪些|有没有|几多|好多(?!天|久)/;
const BY_DEADLINE = /先到期|更急|急|先办|时限|期限|到期|拖得|更久|最久/;

/** Numbers of problems in the text, each once; a day of the month is none. */
export function numbersIn(folded: string, { directory, now }: ReadContext): { ids: number[]; rest: string } {
  if (folded.length > LONGEST) return { ids: [], rest: folded };
  const today = todayOf({ now, directory });
  const ids: number[] = [];
  let rest = '';
  for (let at = 0; at < folded.length; ) {
    const bare = /[\d月年.\-/第]/.test(folded.charAt(at - 1)) && folded[at] !== '#';
    const found = bare ? undefined : issueNumberAt(folded, at);
    // 11月1号到15号: days, the last of which looks like a number.
    const period = found === undefined || found.kind === 'counted' ? periodAt(folded, at, today) : undefined;
    if (period) {
      rest += folded.slice(at, at + period.length);
      at += period.length;
      continue;
    }
    const counted = found && (found.kind !== 'bare' || isInRow(folded, found.span[1]));
    if (found && counted && found.id >= 1 && found.id <= ISSUE_ID_MAX) {
      if (!ids.includes(found.id)) ids.push(found.id);
      rest += ' '.repeat(found.span[1] - at);
      at = found.span[1];
    } else {
      rest += folded.charAt(at);
      at++;
    }
  }
  return { ids, rest };
}

/** The 12 of 12、15号: what it is joined to says what it is. */
function isInRow(folded: string, at: number): boolean {
  for (let end = at; ; ) {
    const joint = /^\s?[、,和跟与及]\s?/.exec(folded.slice(end, end + 3))?.[0];
    const next = joint === undefined ? undefined : issueNumberAt(folded, end + joint.length);
    if (!next) return false;
    if (next.kind !== 'bare') return true;
    end = next.span[1];
  }
}

const ASKS =
  /怎|咋|如何|哪|什么|啥|么子|么样|谁|吗|呢|没有|是不是|进展|情况|进度|状态|多久|几天|为何|[看查列]|说说|讲讲|讲一下|说一下|来龙去脉|没[\s\p{P}]*$|[冇冒不][\s\p{P}]*$/u;

/** 26跟27哪个急: bare numbers, at the beginning, side by side and with a question right behind. */
const BARE =
  /^(?:那个|那)?(\d{1,6})(?:和|跟|与|同|、|,|，|还是)(\d{1,6})(?=(?:号)?(?:这)?(?:两个|两件|俩)?(?:问题|事)?(?:哪|谁|怎么|咋|各|分别|都|比|情况|一起|到底|先))/;

function bareNumbers(folded: string): { ids: number[]; rest: string } | undefined {
  const found = BARE.exec(folded);
  const ids = [...new Set([Number(found?.[1]), Number(found?.[2])])];
  return found && ids.length === 2 && ids.every((id) => id >= 1)
    ? { ids, rest: folded.slice(found[0].length) }
    : undefined;
}

/** Several numbers with a question about them: the list of just these, with what is asked of each. */
export function severalNumbers(phrase: Phrase, context: ReadContext): CallOf<'ask'> | undefined {
  const { ids, rest } = bareNumbers(phrase.folded) ?? numbersIn(phrase.folded, context);
  if (ids.length < 2 || ids.length > MOST || !ASKS.test(rest)) return undefined;
  const urgent = BY_DEADLINE.test(rest);
  const fact = factAsked(rest) ?? (urgent ? ('deadline' as const) : undefined);
  return ofNumbers(ids, context, { ...(fact && { fact }), ...(urgent && { sort: 'deadline' }) });
}

/** Asked, and not understood. */
export function notRead(text: string, context: ReadContext): CallOf<'ask'> {
  const topic = topicOf(emptyScan(context));
  return { name: 'ask', measure: 'list', filter: {}, unread: [text.slice(0, 12)], topic };
}

/** The list of just these. */
export function ofNumbers(
  ids: number[],
  context: ReadContext,
  { fact, sort }: { fact?: Fact; sort?: 'deadline' } = {},
): CallOf<'ask'> {
  const topic = topicOf(emptyScan(context));
  const filter = { ids, ...(sort && { sort }) };
  return { name: 'ask', measure: 'list', filter, topic, ...(fact && { fact }) };
}

/** The one number a question is about; undefined: none, several, or what is counted on a day. */
export function numberAsked(phrase: Phrase, context: ReadContext): number | undefined {
  const { ids, rest } = numbersIn(phrase.folded, context);
  const [only, second] = ids;
  const day = COUNTED.test(rest) && !/(?:问题|编号|#)\s?\d/.test(phrase.folded);
  const asks = !day && (ASKS.test(rest) || oneAskedIn(rest) !== undefined);
  return only !== undefined && second === undefined && asks ? only : undefined;
}
