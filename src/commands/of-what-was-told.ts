/**
 * What is said right after an answer and is nothing else: which of what was told, and what of it (language/lexicon/of-told.ts).
 * Only of those that were told; what it does not know to the last word is left to be asked back.
 */
import { PAGE_SIZE } from '../cards/issue-list.ts';
import { GOING_ON_BEFORE } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import type { Fact } from '../domain/reading.ts';
import { MOST_URGENT, type ToldClause, toldIn } from '../language/lexicon/of-told.ts';
import type { OneAsked } from '../language/lexicon/one-asked.ts';
import { HANDS_ON, TELLS_SOMEBODY, withoutOrder } from '../language/lexicon/orders.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { isQuestioning } from '../language/mood.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import { scanHeard } from '../language/sounds.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { factsTold } from './facts-told.ts';
import { isWhose } from './follow-bearing.ts';
import { fromBefore, hasNoRows, idsOfPage, isSoon, lastOf, type Remembered } from './follow-memory.ts';
import { askedOfOne, problemMeant } from './follow-one.ts';
import { isShown, takenBack } from './in-parts.ts';
import { remember } from './left.ts';
import { ungrouped } from './ranked-places.ts';
import { visibleIssue } from './visible-issue.ts';
import { saying } from './without-asides.ts';

type Follow = (context: CommandContext, words: string) => Promise<Answer | null | undefined>;

const LONGEST = 30;
const AFTER_A_STEP = /[退催签转派挂延核办][了过完](?:之后|以后|后)|退完/u;

/** undefined: it is a command, talk, a question of its own, or some word of it is not understood. */
export async function ofWhatWasTold(
  context: CommandContext,
  { match, text }: { match: Match; text: string },
  follow: Follow,
): Promise<Answer | undefined> {
  if (match.kind === 'misuse' || isWholeQuestion(match)) return undefined;
  if (match.kind === 'call' && match.call.name !== 'ask') return undefined;
  const folded = simplify(trim(readPhrase(text)).folded).trim();
  const orders = withoutOrder(text) !== undefined || HANDS_ON.test(folded) || TELLS_SOMEBODY.test(folded);
  if (folded.length > LONGEST || (orders && !isQuestioning(folded)) || smallTalkIn(text)) return undefined;
  const clauses = folded
    .split(/[\s\p{P}]+/u)
    .filter((one) => one !== '')
    .map((one) => toldIn(one).find(({ those }) => those === undefined || narrowing(context, those)));
  const known = clauses.flatMap((one) => one ?? []);
  if (known.length === 0 || known.length < clauses.length) return undefined;
  const work = () =>
    takenBack(context, async (inner) => {
      const last = await lastOf(inner);
      return last && isSoon(inner, last) ? tell(inner, rowsThat(last), known, follow) : undefined;
    });
  if (await lastOf(context)) return work();
  const before = await fromBefore(context, work);
  return before && (saying(before, [GOING_ON_BEFORE]) ?? before);
}

/** Of figures of each, in no order, it is asked of the problems behind them. */
function rowsThat(last: Remembered): Remembered {
  const { ranking, ...rest } = last;
  const unordered = ranking?.measure === 'count' && (ranking.most ?? ranking.standing) === undefined;
  return unordered ? { ...rest, topic: ungrouped(last.topic), page: 1 } : last;
}

async function tell(
  context: CommandContext,
  rows: Remembered,
  clauses: readonly ToldClause[],
  follow: Follow,
): Promise<Answer | undefined> {
  if (hasNoRows(rows) || rows.ofLinks || rows.ofWeather) return undefined;
  await remember(context, rows);
  let answer: Answer | undefined;
  for (const { most, those, of, behind, words } of clauses) {
    if (of !== undefined && !(await isSoMany(context, rows, of))) return undefined;
    // What is struck off is no more urgent.
    const { statuses, overdue, colors } = (await lastOf(context))?.filter ?? {};
    const open = statuses ? !statuses.includes('closed') || !statuses[1] : (overdue ?? colors);
    if (most === MOST_URGENT && !open && !(await follow(context, '其中没办完的'))) return undefined;
    const picked = most ?? (those === undefined ? undefined : narrowing(context, those));
    for (const said of [picked, behind]) {
      const found = said === undefined ? answer : await follow(context, said);
      if (said !== undefined && (!found || !isShown(found))) return undefined;
      answer = found ?? undefined;
    }
    // None of what was told: another may be meant.
    if (those !== undefined && words !== '' && (await isSoMany(context, await lastOf(context), 0)))
      return undefined;
  }
  const last = await lastOf(context);
  const asked = clauses.flatMap((one) => one.asked);
  if (!last || asked.length === 0) return answer ?? (last && listOf(context, last, []));
  const facts = asked.flatMap((one) => factOf(one) ?? []);
  const each = facts.length === asked.length ? facts : undefined;
  const issueId = await problemMeant(context, last);
  // 退完之后: some of many, and the story of one.
  if (issueId === undefined && clauses.some(({ words }) => AFTER_A_STEP.test(words))) return undefined;
  if (issueId === undefined) return each && !hasNoRows(last) ? listOf(context, last, each) : undefined;
  const [one, second] = asked;
  const all = second === undefined ? one : each && ({ one: 'facts', facts: each } as const);
  const phrase = readPhrase(clauses.map(({ words }) => words).join(''));
  return all && ((await askedOfOne(context, { asked: all, issueId, phrase }, last)) ?? undefined);
}

async function isSoMany(
  context: CommandContext,
  last: Remembered | undefined,
  count: number,
): Promise<boolean> {
  const { filter } = last ?? {};
  return !!filter && (await idsOfPage(context, filter, { page: 1, pageSize: count + 1 }))?.length === count;
}

/** 其中美利信的: what is wholly a name or a state. */
function narrowing(context: CommandContext, said: string): string | undefined {
  const scan = scanHeard(readPhrase(`${said}的`), readContextOf(context));
  const { left, doubt, states, texts, periods, by, rate, duration } = scan;
  const more = [doubt, by, rate, duration].some((one) => one !== undefined);
  if (left.length + texts.length + periods.length > 0 || more) return undefined;
  return isWhose(scan) || states.length > 0 ? `其中${said}的` : undefined;
}

/** What each row tells of it. */
function factOf(asked: OneAsked): Fact[] | undefined {
  switch (asked.one) {
    case 'fact':
      return [asked.fact];
    case 'facts':
      return asked.facts;
    case 'why':
      return ['why'];
    case 'card':
      return ['progress'];
    default:
      return undefined;
  }
}

/** Stands in each row anyway. */
const IN_ROWS: readonly Fact[] = ['overdue'];

/** Those, and what was asked of each; what a row has no place for is told ahead, of the first of them. */
async function listOf(context: CommandContext, last: Remembered, facts: readonly Fact[]): Promise<Answer> {
  const apart = [...new Set(facts)];
  const more = apart.filter((one) => !IN_ROWS.includes(one));
  const [fact, ...others] = more.length > 0 ? more : apart.slice(0, 1);
  const { rows: _, long: __, ...rest } = last;
  await remember(context, { ...rest, page: 1, ...(fact && { fact }) });
  const ids =
    others.length === 0 ? [] : await idsOfPage(context, last.filter, { page: 1, pageSize: PAGE_SIZE });
  const told: string[] = [];
  for (const id of ids ?? []) {
    const issue = await visibleIssue(context, id);
    if (issue) told.push(await factsTold(context, issue, others));
  }
  const lead = told.length > 0 && { lead: told.join('\n') };
  return { kind: 'list', filter: last.filter, page: 1, asked: true, ...(fact && { fact }), ...lead };
}
