import { standsApart } from './deadline/accept.ts';
import { foldText } from './deadline/fold.ts';
import { findHeard } from './deadline/heard.ts';
import { readHour } from './deadline/hours.ts';
import { readWeekday } from './deadline/phrases.ts';
import type {
  DeadlineCandidate,
  DeadlineContext,
  DeadlineProblem,
  DeadlineReading,
  DeadlineRemark,
  DeadlineRule,
} from './deadline/reading.ts';
import { listRuleRemarks } from './deadline/remarks.ts';
import { resolveMeaning } from './deadline/resolve.ts';
import { dayOfRule, hourOfRule, recomputeDeadline } from './deadline/rule.ts';
import { listPhrases, type Phrase } from './deadline/scan.ts';
import { widenPhrase, widenToWords } from './deadline/time-words.ts';
import { type Day, datePartsOf, dayOf, daysBetween, weekdayOf } from './time.ts';

export type { DeadlineExplanation } from './deadline/explain.ts';
export { explainDeadline } from './deadline/explain.ts';
export type {
  DeadlineCandidate,
  DeadlineContext,
  DeadlineProblem,
  DeadlineReading,
  DeadlineRemark,
  DeadlineRule,
  HeardWords,
} from './deadline/reading.ts';
export { listProvisionalYears } from './deadline/remarks.ts';
export { recomputeDeadline } from './deadline/rule.ts';

/** Deadlines further ahead than this are taken for a slip of the pen (2062 for 2026). */
const HORIZON_DAYS = 5 * 366;

/** How many of several deadlines are quoted when they are asked back. */
const QUOTED_MAX = 4;

type Found = Extract<DeadlineReading, { kind: 'found' }>;
type Unclear = Extract<DeadlineReading, { kind: 'unclear' }>;

/**
 * Reads the deadline in a sentence (product.md §4): finds the words anywhere in `text`, leaves quantities alone, and
 * never guesses: what is past, impossible, ambiguous or only partly understood comes back as 'unclear' with what it
 * could mean; 'none' carries words of time that were heard and set no day (尽快, 两会前).
 *
 * "N个工作日" counts from the next working day; "N天内" are calendar days; 前 includes the named day but not a named
 * period (月底前 = 11月30日, 12月前 = 11月30日, 12月下旬前 = 12月20日); a week starts on Monday; a bare 周三, 10号 or
 * 12月20日 is the next one, today included.
 */
export function readDeadline(text: string, ctx: DeadlineContext): DeadlineReading {
  const folded = foldText(text);
  const phrases = listPhrases(folded);
  const readings = phrases
    .map((phrase, at) => ({ phrase, at, reading: readPhrase(text, phrase, ctx) }))
    .filter(({ phrase, reading }) => !isHearsay(phrase, reading, folded))
    .map(({ at, reading }) => readWhole(text, folded, phrases, at, reading))
    .filter((reading) => reading !== undefined);
  return askWhole(text, folded, settle(text, folded, preferApart(folded, readings), ctx));
}

/** A deadline that is a word of its own wins over one inside the sentence: 12月20日前停电 供电公司 3天内. */
function preferApart(folded: string, readings: readonly Whole[]): (Found | Unclear)[] {
  const joined = readings.filter(({ alone }) => !alone).map(({ whole }) => whole);
  const apart = readings.filter(({ reading: { span }, alone }) => {
    const shared = joined.some(([from, until]) => from < span[1] && span[0] < until);
    return alone && !shared && standsApart(folded, ...span);
  });
  const [only] = apart;
  return apart.length === 1 && only?.reading.kind === 'found'
    ? [only.reading]
    : readings.map(({ reading }) => reading);
}

/** One deadline said once or several times; different ones are asked back with every day. */
function settle(
  text: string,
  folded: string,
  readings: readonly (Found | Unclear)[],
  ctx: DeadlineContext,
): DeadlineReading {
  const [first, ...others] = readings;
  if (!first) {
    const heard = findHeard(folded, text);
    return { kind: 'none', ...(heard && { heard }) };
  }
  const whole = joinSpans(folded, readings);
  if (others.every((other) => isSame(first, other))) {
    return { ...first, span: whole, phrase: text.slice(...whole) };
  }
  const candidates = readings.flatMap((reading) =>
    reading.kind === 'found' ? [candidateOf(reading.rule, ctx)] : reading.candidates,
  );
  const unclear = readings.find((reading) => reading.kind === 'unclear');
  return {
    kind: 'unclear',
    span: whole,
    phrase: [...new Set(readings.map((reading) => reading.phrase))].slice(0, QUOTED_MAX).join(' / '),
    problem: unclear && candidates.length === 0 ? unclear.problem : 'ambiguous',
    candidates: [...new Map(candidates.map((one) => [one.at, one])).values()],
  };
}

/** 周三 3天内 明天: words beside it that say when, too, make the whole unclear. */
function askWhole(text: string, folded: string, reading: DeadlineReading): DeadlineReading {
  if (reading.kind === 'none') return reading;
  const span = widenToWords(folded, reading.span);
  if (span[0] === reading.span[0] && span[1] === reading.span[1]) return reading;
  return { kind: 'unclear', span, phrase: text.slice(...span), problem: 'vague', candidates: [] };
}

interface Whole {
  reading: Found | Unclear;
  /** the expression it is a part of */
  whole: [number, number];
  /** nothing beside it belongs to the same expression */
  alone: boolean;
}

/**
 * A phrase as it stands: what belongs to the same expression and was not read with it makes the whole unclear; 左右
 * behind hours leaves nothing that could be kept to the minute.
 */
function readWhole(
  text: string,
  folded: string,
  phrases: readonly Phrase[],
  at: number,
  reading: Found | Unclear,
): Whole | undefined {
  const phrase = phrases[at];
  if (!phrase) return undefined;
  const loose = phrase.meaning.kind === 'minutes' && phrase.tail.approximate;
  if (loose && phrases.length === 1) return undefined;
  const closed = phrase.closed && !phrase.core.endsWith('后');
  const [from, until] = widenPhrase(folded, phrase.from, phrase.tail.end, closed);
  const span: [number, number] = [Math.min(from, phrase.from), Math.max(until, phrase.until)];
  const own = span[0] === phrase.from && span[1] === phrase.until;
  if (!loose && (own || isCovered(folded, span, phrases, at))) return { reading, whole: span, alone: own };
  const phraseOf = text.slice(...span);
  const unclear: Unclear = { kind: 'unclear', span, phrase: phraseOf, problem: 'vague', candidates: [] };
  return { reading: unclear, whole: span, alone: true };
}

const JOINED = /^(?:[\s()]|或者?|还是|、|和|及|与|以及|\/|至|到|[-~])*$/;

/** Whether the phrases beside the one at `index` make up all of a span with it. */
function isCovered(
  folded: string,
  [from, until]: [number, number],
  phrases: readonly Phrase[],
  index: number,
): boolean {
  let first = index;
  while ((phrases[first - 1]?.until ?? 0) > from) first--;
  let at = from;
  for (let next = phrases[first]; next && next.from < until; next = phrases[++first]) {
    if (at > from && next.from <= at) return false;
    if (!JOINED.test(folded.slice(at, Math.max(at, next.from)))) return false;
    at = Math.max(at, next.until);
  }
  return JOINED.test(folded.slice(at, Math.max(at, until)));
}

/** The span of phrases that are one expression (周三或周五); of the first when they stand apart. */
function joinSpans(folded: string, readings: readonly (Found | Unclear)[]): [number, number] {
  const [first, ...others] = readings.map(({ span }) => span);
  if (!first) return [0, 0];
  const whole: [number, number] = [...first];
  for (const span of others) {
    if (span[0] > whole[1] && !JOINED.test(folded.slice(whole[1], span[0]))) break;
    whole[1] = Math.max(whole[1], span[1]);
  }
  const said = folded.slice(...whole);
  if (folded[whole[1]] === ')' && said.lastIndexOf('(') > said.lastIndexOf(')')) whole[1]++;
  return whole;
}

/** The default limit of a category as a deadline: `count` working days from `ctx.now`. */
export function deadlineAfterWorkingDays(
  count: number,
  ctx: DeadlineContext,
): Pick<Found, 'at' | 'day' | 'rule' | 'remarks'> {
  const rule: DeadlineRule = { kind: 'working-days', start: dayOf(ctx.now, ctx.timeZone), count };
  return {
    at: recomputeDeadline(rule, ctx),
    day: dayOfRule(rule, ctx),
    rule,
    remarks: listRuleRemarks(rule, ctx),
  };
}

function isSame(a: Found | Unclear, b: Found | Unclear): boolean {
  return a.kind === 'found' && b.kind === 'found' && a.at === b.at;
}

/** A time over, or no date at all, without 前 or a verb tells of something else, unless it closes the text. */
function isHearsay(phrase: Phrase, reading: Found | Unclear, folded: string): boolean {
  if (phrase.certainty === 3 || reading.kind === 'found') return false;
  const closes = folded.slice(phrase.until).trim() === '';
  const decimal = phrase.form === 'number' && phrase.core.includes('.') && reading.problem === 'impossible';
  return !closes || decimal;
}

function candidateOf(rule: DeadlineRule, ctx: DeadlineContext): DeadlineCandidate {
  const hour = hourOfRule(rule, ctx.timeZone);
  return {
    day: dayOfRule(rule, ctx),
    ...(hour === undefined ? {} : { hour }),
    at: recomputeDeadline(rule, ctx),
  };
}

function readPhrase(text: string, phrase: Phrase, ctx: DeadlineContext): Found | Unclear {
  const span: [number, number] = [phrase.from, phrase.until];
  const words = text.slice(...span);
  const fail = (problem: DeadlineProblem, rules: DeadlineRule[] = []): Unclear => ({
    kind: 'unclear',
    span,
    phrase: words,
    problem,
    candidates: rules.map((rule) => candidateOf(rule, ctx)).filter((candidate) => candidate.at >= ctx.now),
  });
  const said = readHour(
    phrase.tail.groups,
    ctx.hours,
    /前(?:[ \t]*\(|$)/.test(phrase.tail.groups.suffix ?? ''),
  );
  if (said?.kind === 'problem') {
    const options = said.hours.map((hour) => resolveMeaning(phrase.meaning, hour, ctx));
    return fail(
      said.problem,
      options.flatMap((option) => (option.kind === 'rule' ? [option.rule] : [])),
    );
  }
  const resolved = resolveMeaning(phrase.meaning, said?.hour, ctx);
  if (resolved.kind === 'problem') return fail(resolved.problem, resolved.options);
  const { rule } = resolved;
  const counted = rule.kind === 'working-days' || rule.kind === 'calendar-days';
  if (phrase.tail.approximate && !counted) return fail('vague', [rule]);
  const day = dayOfRule(rule, ctx);
  if (daysBetween(rule.start, day) > HORIZON_DAYS) return fail('too-far');
  if (contradicts(day, phrase.tail.groups)) {
    const other = secondWeekday(phrase, ctx);
    return other ? fail('ambiguous', [rule, other]) : fail('weekday-mismatch', [rule]);
  }
  const hour = hourOfRule(rule, ctx.timeZone);
  const assumed: DeadlineRemark[] =
    said?.assumed && said.hour ? [{ kind: 'hour-assumed', hour: said.hour }] : [];
  return {
    kind: 'found',
    at: recomputeDeadline(rule, ctx),
    day,
    ...(hour === undefined ? {} : { hour }),
    span,
    phrase: words,
    rule,
    remarks: [...resolved.remarks, ...assumed, ...listRuleRemarks(rule, ctx)],
  };
}

/** 周三周五: two weekdays, not one and its name. */
function secondWeekday({ meaning, tail }: Phrase, ctx: DeadlineContext): DeadlineRule | undefined {
  const { beside } = tail.groups;
  if (meaning.kind !== 'weekday' || beside === undefined) return undefined;
  const second = resolveMeaning({ ...meaning, weekday: readWeekday(beside) }, undefined, ctx);
  return second.kind === 'rule' ? second.rule : undefined;
}

/** Whether the weekday or date written beside the phrase says another day: 12月20日(周三). */
function contradicts(day: Day, groups: Record<string, string | undefined>): boolean {
  const weekday = groups.paren ?? groups.beside;
  if (weekday !== undefined) return weekdayOf(day) !== readWeekday(weekday);
  if (groups.sideMonth === undefined) return false;
  const { month, day: date } = datePartsOf(day);
  return month !== Number(groups.sideMonth) || date !== Number(groups.sideDay);
}
