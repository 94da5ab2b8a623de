/** Readers of 交接: who, from when until when, to whom. */
import { HANDOVER_BACKWARDS, HANDOVER_NEEDED } from '../../cards/words-reading.ts';
import { type DeadlineRule, readDeadline } from '../../domain/deadline.ts';
import { HANDOVER_AHEAD_MAX, type HandoverDays } from '../../domain/handover.ts';
import {
  addDays,
  addMonths,
  clockOf,
  type Day,
  datePartsOf,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
} from '../../domain/time.ts';
import { misuse, type ReadContext, type ReadInput } from '../../language/definition.ts';
import { deadlineContext } from '../../language/lexicon/deadline.ts';
import { cut, fold, isBlank, openIdsOf, type Phrase, trimMarks, without } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { deadlineProblemText } from '../../text/deadline.ts';
import type { CallOf } from '../call.ts';

const CANCEL = /^(?:取消|撤销|结束|收回|终止)(?:交接)?\s*/;
/** Whom it goes to stands after one of these, the first before the second. */
const GIVEN_TO = [/(?:交给|转给|给)\s*(?=[\p{L}\uE000@])/gu, /(?<=^|\s|\d|[日号])由\s*(?=[\p{L}\uE000@])/gu];
const BY = /(?:代办|代理|代管|负责|接手|处理|代)[。.!\s]*$/;

/** 交接 [@谁] <日期> 给 @某人, the days before or behind; 交接 alone shows. */
export function readHandover(input: ReadInput): CallOf<'handover'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (CANCEL.test(rest.folded)) return null;
  if (isBlank(rest)) return { name: 'handover', asked: null };
  const given = GIVEN_TO.map((way) => [...rest.folded.matchAll(way)].at(-1)).find(Boolean);
  if (!given) return input.separated ? misuse(input, HANDOVER_NEEDED) : null;
  const before = trimMarks(cut(rest, 0, given.index));
  const after = cut(rest, given.index + given[0].length);
  const deputy = readWho(after, input.context);
  const days = readDays(bare(before), input.context) ?? deputy.days;
  const said = readWho(before, input.context);
  const whole = deputy.openIds.length > 0 || deputy.name !== '';
  if (!whole || days === undefined) return input.separated ? misuse(input, HANDOVER_NEEDED) : null;
  if (typeof days === 'string') return misuse(input, days);
  return { name: 'handover', asked: { ...days, deputy: pick(deputy), person: pick(said) } };
}

/** 交接 取消, 交接 取消 10/8, 取消交接 @张三. */
export function readHandoverCancel(input: ReadInput): CallOf<'handover-cancel'> | Misuse | null {
  const said = CANCEL.exec(trimMarks(input.rest).folded);
  if (!said && !CANCEL.test(input.word)) return null;
  const rest = trimMarks(cut(trimMarks(input.rest), said?.[0].length ?? 0));
  const who = readWho(rest, input.context);
  if (typeof who.days === 'string') return misuse(input, who.days);
  return { name: 'handover-cancel', day: who.days?.fromDay ?? null, person: pick(who) };
}

interface Who {
  openIds: string[];
  name: string;
  days: HandoverDays | string | undefined;
}

function pick({ openIds, name }: Who) {
  const [openId] = openIds;
  return openId !== undefined ? { openId, name: null } : { openId: null, name: name || null };
}

function bare(phrase: Phrase): Phrase {
  return trimMarks(
    without(
      phrase,
      phrase.mentions.map((m) => m.span),
    ),
  );
}

/** A person by @ or name, with days before or behind: 李四 到 12月5日, @李四 10/8-10/15. */
function readWho(phrase: Phrase, context: ReadContext): Who {
  const openIds = openIdsOf(phrase);
  const words = bare(phrase).text.replace(BY, '').trim();
  const parts = words.split(/[\s,,、]+/).filter((part) => part !== '');
  // The longest run of parts that are days; what is left is the name.
  for (let size = parts.length; size > 0; size--) {
    for (const from of [0, parts.length - size]) {
      const days = readDaysOf(parts.slice(from, from + size).join(' '), context);
      if (days === undefined) continue;
      const name = [...parts.slice(0, from), ...parts.slice(from + size)].join(' ');
      return { openIds, name: nameOf(name), days };
    }
  }
  // 李四到12月5日, written without a space.
  const glued = /^([^到至\d]{1,10})([到至].+)$/.exec(words);
  const [, before = '', behind = ''] = glued ?? [];
  const days = glued ? readDaysOf(behind, context) : undefined;
  return { openIds, name: nameOf(days !== undefined ? before : words), days };
}

function nameOf(words: string): string {
  return words
    .replace(/^[@＠]\s*/, '')
    .replace(/^(?:同志|从|自)\s*/, '')
    .slice(0, 40)
    .trim();
}

function readDays(phrase: Phrase, context: ReadContext): HandoverDays | string | undefined {
  const words = trimMarks(phrase).text;
  if (words === '') return undefined;
  return readDaysOf(words, context) ?? readWho(phrase, context).days;
}

const BETWEEN = /[到至~～—–\-－]+/g;

/** 10/8-10/15, 今天到周五, 到 12月5日, 明天: both days, what is wrong, or undefined when it is no date. */
function readDaysOf(said: string, context: ReadContext): HandoverDays | string | undefined {
  const words = fold(said)
    .replace(/\s+/g, '')
    .replace(/^(?:从|自)/, '');
  if (words === '' || words.length > 40) return undefined;
  const { timeZone } = context.directory.settings;
  const today = dayOf(context.now, timeZone);
  const span = readSpan(words, context, today);
  if (span) return span;
  const open = /^[到至]/.test(words);
  const one = readDay(open ? words.slice(1) : words, context, context.now);
  if (one !== undefined && isDay(one)) return { fromDay: open ? today : one, untilDay: one };
  let problem: string | undefined;
  for (const dash of words.matchAll(BETWEEN)) {
    const left = readDay(words.slice(0, dash.index), context, context.now);
    const end = words.slice(dash.index + dash[0].length);
    const right = readDay(end, context, context.now);
    if (left === undefined || right === undefined) continue;
    if (!isDay(left)) problem = left;
    else if (isDay(right) && right >= left) return { fromDay: left, untilDay: right };
    else {
      // 15日 after 10月8日 is meant from there on.
      const later = readDay(end, context, instantAt(left, clockOf(context.now, timeZone), timeZone));
      const near = later !== undefined && isDay(later) && daysBetween(left, later) <= HANDOVER_AHEAD_MAX;
      if (near && later >= left) return { fromDay: left, untilDay: later };
      problem ??= later !== undefined && !isDay(later) ? later : HANDOVER_BACKWARDS;
    }
  }
  return one ?? problem;
}

/** 从12月1日起3天: a length from a day on. */
const FROM_ON = /^(.+?)(?:起|开始)[,，]?(?:共|计|连续)?(.+)$/;
/** 本月, 12月: all of it, not its last day. */
const MONTH =
  /^(?:本月|这个?月|当月|下个?月|次月|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)(?:之内|以内|内)?$/;

/** 3天 is today and two more days, 本周 what is left of it; undefined when the words name a day or are no time. */
function readSpan(words: string, context: ReadContext, today: Day): HandoverDays | undefined {
  const reading = readDeadline(words, deadlineContext(context));
  if (reading.kind === 'found' && reading.span[0] === 0 && reading.span[1] === words.length) {
    const { rule, day } = reading;
    if (MONTH.test(words)) return { fromDay: later(today, `${day.slice(0, 7)}-01`), untilDay: day };
    if (rule.kind === 'last-working-day' && !words.includes('最后'))
      return { fromDay: later(today, rule.from), untilDay: day };
    if (/周末(?:内)?$/.test(words)) return { fromDay: later(today, addDays(day, -1)), untilDay: day };
    return countFrom(today, words, reading.rule, context);
  }
  const on = FROM_ON.exec(words);
  const [, begin = '', length = ''] = on ?? [];
  const from = on ? readDay(begin, context, context.now) : undefined;
  const counted = on ? readDeadline(length, deadlineContext(context)) : undefined;
  if (from === undefined || !isDay(from) || counted?.kind !== 'found') return undefined;
  return counted.span[1] === length.length ? countFrom(from, length, counted.rule, context) : undefined;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** So many days of which `first` is one; 3天后 names a day and is no length. */
function countFrom(
  first: Day,
  words: string,
  rule: DeadlineRule,
  { directory }: ReadContext,
): HandoverDays | undefined {
  if (/后$/.test(words)) return undefined;
  if (rule.kind === 'calendar-days')
    return { fromDay: first, untilDay: addDays(addMonths(first, rule.months), rule.days - 1) };
  if (rule.kind !== 'working-days') return undefined;
  const { calendar } = directory;
  const more = calendar.isWorkingDay(first) ? rule.count - 1 : rule.count;
  return { fromDay: first, untilDay: calendar.addWorkingDays(first, more) };
}

const isDay = (words: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(words);

/** One day that makes up the whole of the words; or what is wrong with it. */
function readDay(words: string, context: ReadContext, now: Instant): Day | string | undefined {
  const named = words.replace(/(?:止|为止|结束)$/, '');
  const reading = readDeadline(named, { ...deadlineContext(context), now });
  if (reading.kind === 'none' || reading.span[0] !== 0 || reading.span[1] !== named.length) return undefined;
  if (reading.kind === 'found') return reading.day;
  // The day itself may still be meant although its working hours are over.
  const { timeZone } = context.directory.settings;
  const [single] = reading.candidates;
  if (/^(?:今天|今日)$/.test(named)) return dayOf(now, timeZone);
  if (single && reading.candidates.length === 1 && single.day === dayOf(now, timeZone)) return single.day;
  return deadlineProblemText(reading, { year: datePartsOf(dayOf(now, timeZone)).year });
}
