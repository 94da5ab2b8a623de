import { foldText } from './deadline/fold.ts';
import { readHour } from './deadline/hours.ts';
import { listRuleNotices } from './deadline/notices.ts';
import { readWeekday } from './deadline/phrases.ts';
import type {
  DeadlineCandidate,
  DeadlineContext,
  DeadlineNotice,
  DeadlineProblem,
  DeadlineReading,
  DeadlineRule,
} from './deadline/reading.ts';
import { resolveMeaning } from './deadline/resolve.ts';
import { dayOfRule, hourOfRule, recomputeDeadline } from './deadline/rule.ts';
import { listPhrases, type Phrase } from './deadline/scan.ts';
import { type Day, datePartsOf, dayOf, daysBetween, weekdayOf } from './time.ts';

export type { DeadlineExplanation } from './deadline/explain.ts';
export { explainDeadline } from './deadline/explain.ts';
export { listProvisionalYears } from './deadline/notices.ts';
export type {
  DeadlineCandidate,
  DeadlineContext,
  DeadlineNotice,
  DeadlineProblem,
  DeadlineReading,
  DeadlineRule,
} from './deadline/reading.ts';
export { recomputeDeadline } from './deadline/rule.ts';

/** Deadlines further ahead than this are taken for a slip of the pen (2062 for 2026). */
const HORIZON_DAYS = 5 * 366;

type Found = Extract<DeadlineReading, { kind: 'found' }>;
type Unclear = Extract<DeadlineReading, { kind: 'unclear' }>;

/**
 * Reads the deadline in a sentence (product.md §4): finds the words anywhere in `text`, leaves quantities alone, and
 * never guesses: what is past, impossible or ambiguous comes back as 'unclear' with what it could mean.
 *
 * "N个工作日" counts from the next working day; "N天内" are calendar days; 前 includes the named day but not a named
 * period (12月前 = 11月30日); a week starts on Monday; a bare 周三, 10号 or 12月20日 is the next one, today included.
 */
export function readDeadline(text: string, ctx: DeadlineContext): DeadlineReading {
  const folded = foldText(text);
  const heard = listPhrases(folded)
    .map((phrase) => ({ phrase, reading: readPhrase(text, phrase, ctx) }))
    .filter(({ phrase, reading }) => !isHearsay(phrase, reading, folded));
  const said = heard.filter(({ phrase }) => phrase.certainty > 1);
  const readings = (said.length > 0 ? said : heard).map(({ reading }) => reading);
  const [first, ...others] = readings;
  if (!first) return { kind: 'none' };
  const conflict = others.filter((other) => !isSame(first, other));
  if (conflict.length === 0) return first;
  const candidates = readings.flatMap((reading) =>
    reading.kind === 'found' ? [candidateOf(reading.rule, ctx)] : reading.candidates,
  );
  const unclear = readings.find((reading) => reading.kind === 'unclear');
  return {
    kind: 'unclear',
    span: first.span,
    phrase: readings.map((reading) => reading.phrase).join(' / '),
    problem: unclear && candidates.length === 0 ? unclear.problem : 'ambiguous',
    candidates: candidates.filter((one, at) => candidates.findIndex((other) => other.at === one.at) === at),
  };
}

/** The default limit of a category as a deadline: `count` working days from `ctx.now`. */
export function deadlineAfterWorkingDays(
  count: number,
  ctx: DeadlineContext,
): Pick<Found, 'at' | 'day' | 'rule' | 'notices'> {
  const rule: DeadlineRule = { kind: 'working-days', start: dayOf(ctx.now, ctx.timeZone), count };
  return {
    at: recomputeDeadline(rule, ctx),
    day: dayOfRule(rule, ctx),
    rule,
    notices: listRuleNotices(rule, ctx),
  };
}

function isSame(a: Found | Unclear, b: Found | Unclear): boolean {
  return a.kind === 'found' && b.kind === 'found' && a.at === b.at;
}

/**
 * A time over, or no date at all, without 前 or a verb tells of something else, unless it closes the text; so does
 * a period inside a sentence that had to be taken to next year (10月底完工).
 */
function isHearsay(phrase: Phrase, reading: Found | Unclear, folded: string): boolean {
  if (phrase.certainty === 3) return false;
  const rolled = reading.kind === 'found' && reading.notices.some((notice) => notice.kind === 'rolled');
  if (reading.kind === 'found') return phrase.certainty === 1 && rolled;
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
  const said = readHour(phrase.tail.groups, ctx.hours, /前$/.test(phrase.tail.groups.suffix ?? ''));
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
  if (phrase.tail.approximate) return fail('vague', [rule]);
  const day = dayOfRule(rule, ctx);
  if (daysBetween(rule.start, day) > HORIZON_DAYS) return fail('too-far');
  if (contradicts(day, phrase.tail.groups)) return fail('weekday-mismatch', [rule]);
  const hour = hourOfRule(rule, ctx.timeZone);
  const assumed: DeadlineNotice[] =
    said?.assumed && said.hour ? [{ kind: 'hour-assumed', hour: said.hour }] : [];
  return {
    kind: 'found',
    at: recomputeDeadline(rule, ctx),
    day,
    ...(hour === undefined ? {} : { hour }),
    span,
    phrase: words,
    rule,
    notices: [...resolved.notices, ...assumed, ...listRuleNotices(rule, ctx)],
  };
}

/** Whether the weekday or date written beside the phrase says another day: 12月20日(周三). */
function contradicts(day: Day, groups: Record<string, string | undefined>): boolean {
  const weekday = groups.paren ?? groups.beside;
  if (weekday !== undefined) return weekdayOf(day) !== readWeekday(weekday);
  if (groups.sideMonth === undefined) return false;
  const { month, day: date } = datePartsOf(day);
  return month !== Number(groups.sideMonth) || date !== Number(groups.sideDay);
}
