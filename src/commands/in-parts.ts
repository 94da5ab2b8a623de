/**
 * A message of two or three parts of which no one answer tells: the first is answered as it stands alone, and what comes
 * behind it as if it had been said next.
 */

import { oneText } from '../cards/words-facts.ts';
import { COMMAND_BELOW, partUnreadText, saysUnread } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import { isOfNamed } from '../domain/links-asked.ts';
import type { Fact } from '../domain/reading.ts';
import { withFirst } from '../language/lexicon/first-of.ts';
import { tellsWithEach } from '../language/lexicon/in-its-words.ts';
import { asksApartOfTwo } from '../language/lexicon/ranking-said.ts';
import { withTotals } from '../language/lexicon/rewordings/totals.ts';
import { ordersIn, partsOf, withoutUnless } from '../language/parts.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import { scanOf } from '../language/topic.ts';
import { isStanding } from '../language/topic-states.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { namesAnother } from './clause-carry.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { factsOf } from './facts-told.ts';
import { isWhose } from './follow-bearing.ts';
import { isRating } from './follow-from.ts';
import { isSoon, lastOf, type Remembered, sameFilter } from './follow-memory.ts';
import { whoseOf } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { saysItGoesOn } from './of-its-own.ts';
import { visibleIssue } from './visible-issue.ts';
import { SHOWS } from './without-asides.ts';

export type Answers = (Answer | null)[];

/** What is answered to words in this place; undefined: they are not understood. */
type AnswerTo = (context: CommandContext, text: string, match?: Match) => Promise<Answers | undefined>;

/** A message in parts: `answers` to all of them; else the first, to be told from what is answered to the whole. */
export interface InParts {
  match: Match;
  parts: string[];
  first: Answer;
  /** How many of those behind the first are understood. */
  toldOf: number;
  answers?: Answers;
}

/** undefined: it is one, or the first is not understood by itself. Leaves nothing behind without `answers`. */
export async function inParts(
  context: CommandContext,
  match: Match,
  text: string,
  answerTo: AnswerTo,
): Promise<InParts | undefined> {
  const { cardIssueId, parentId, mentions } = context;
  if (cardIssueId !== undefined || parentId !== undefined || mentions.length > 0) return undefined;
  const [part = '', ...said] = partsOf(withFirst(withTotals(text)));
  const last = isBeside(context, [part, ...said]) ? await lastOf(context) : undefined;
  const before = last && isSoon(context, last) && !sameFilter(whoseOf(last.filter), {}) ? last : undefined;
  if (said.length === 0 || standsWhole(match, part, before)) return undefined;
  const alone = matchSaid(context, part);
  // 供电公司和水利局谁的多，多几件: the card of both tells it.
  const more = said.filter((one) => !(asksApartOfTwo(one) && ofTwo(alone)));
  const later = more.map((one) => ofTheirs(context, alone, one));
  const parts = [part, ...later];
  if (tellsBoth(match, alone, later)) return undefined;
  let read: InParts | undefined;
  const kept = await takenBack(context, async (inner) => {
    const [first, second] = (await answerTo(inner, part, alone)) ?? [];
    if (!first || second !== undefined || !isShown(first)) return undefined;
    const { answers, unread } = await answersTo(inner, first, later, answerTo, before);
    read = { match, parts, first, toldOf: later.length - unread.length };
    if (unread.length > 0 || addsNothing(match, first, answers)) return undefined;
    return { ...read, answers };
  });
  return kept ?? read;
}

/** 哪些办完了，哪些没办完: two parts of what was spoken of before, and not the one of the other. */
function isBeside(context: CommandContext, said: readonly string[]): boolean {
  const [a, b] = said.map((part) => {
    const scan = scanQuery(readPhrase(part), readContextOf(context));
    const { states, left, periods, basis, step } = scan;
    const more = left.length + periods.length > 0 || (basis ?? step) !== undefined || isWhose(scan);
    if (more || states.length === 0) return undefined;
    const [kind] = states.map((one) => (isRating(one) ? 'rated' : one.kind === 'closed' ? 'closed' : 'open'));
    return states.every((one) => isRating(one) || isStanding(one)) ? kind : undefined;
  });
  return !!a && !!b && said.length === 2 && (a !== b || a === 'rated');
}

const ofTwo = (match: Match): boolean =>
  isWholeQuestion(match) &&
  match.call.by !== undefined &&
  (match.call.filter.unitIds ?? match.call.filter.projectIds)?.length === 2;

/** 王建国管几个项目，几件问题: of those projects, where nobody else is named. 三峡光伏有几个问题 归我们的几个: of those. */
function ofTheirs(context: CommandContext, first: Match, part: string): string {
  if (!isWholeQuestion(first)) return part;
  const whose = first.call.projects ? first.call.personHeard : undefined;
  const scan = scanQuery(readPhrase(part), readContextOf(context), { people: true });
  if (whose === undefined) {
    const counts = !first.call.by && ['count', 'list'].includes(first.call.measure) && !saysItGoesOn(part);
    return counts && namesAnother(part, scanOf(first.call.topic), scan)
      ? `其中${part.replace(/^是/u, '')}`
      : part;
  }
  const asked = `${whose}的项目${part}`;
  return scan.projectIds.length > 0 || scan.someone || !isWholeQuestion(matchSaid(context, asked))
    ? part
    : asked;
}

/** What is answered to the whole; where that is the first part and nothing more, with the others behind it. */
export async function withTheRest(
  context: CommandContext,
  whole: Answers,
  { match, parts, first, toldOf }: InParts,
  answerTo: AnswerTo,
): Promise<Answers> {
  const [only, second] = whole;
  const [part = '', ...later] = parts;
  if (!only || second !== undefined) return whole;
  // The order is offered of what was asked about, and the question is lost in it.
  const offers = !isShown(only) && only.kind !== 'refusal' && later.some(ordersIn);
  if (offers && isOf(first, only)) return [first, only];
  if (offers) await answerTo(context, part);
  else if (told(only) !== told(first)) return whole;
  const { answers } = await answersTo(context, offers ? first : only, later.slice(0, toldOf), answerTo);
  // Every word of it had a part in what is told.
  if (isWholeQuestion(match) || toldOf === later.length) return answers;
  // What a described problem has no answer to is told with it.
  const lead = ('lead' in only && only.lead) || '';
  const unsaid = later.slice(toldOf).filter((part) => !lead.includes(`“${part}”`));
  if (unsaid.length === 0) return answers;
  return [...answers, { kind: 'text', tone: 'warning', text: partUnreadText(unsaid) }];
}

/** What is not understood, and what comes behind it, which might go on from it, is left over. */
async function answersTo(
  context: CommandContext,
  first: Answer,
  later: readonly string[],
  answerTo: AnswerTo,
  from?: Remembered,
): Promise<{ answers: Answers; unread: readonly string[] }> {
  const answers: Answers = [first];
  for (const [i, part] of later.entries()) {
    const before = answers.at(-1);
    const said = before && oneIn(before) && ordersIn(part) ? withoutUnless(part) : part;
    if (from) await remember(context, from);
    const next = (await answerTo(context, said)) ?? commandOf(context, part);
    const answered = next?.every((answer) => isAnswer(answer) && (!ordersIn(part) || isOf(before, answer)));
    if (!next || !answered) return { answers, unread: later.slice(i) };
    await together(context, answers, next);
  }
  return { answers, unread: [] };
}

/** 催办 #9, behind a question: a whole command, which its button gives. */
function commandOf(context: CommandContext, part: string): Answers | undefined {
  const match = matchSaid(context, part);
  const whole = match.kind === 'call' && COMMANDS.includes(match.call.name) && /#?\d/.test(part);
  return whole ? [{ kind: 'suggest', text: COMMAND_BELOW, commands: [part] }] : undefined;
}
const COMMANDS: readonly string[] = ['urge', 'route', 'sign'];

/** What is offered for one problem that was told is of no other. */
function isOf(before: Answer | null | undefined, offered: Answer | null): boolean {
  const one = before ? oneIn(before) : undefined;
  if (!one || offered?.kind !== 'suggest') return true;
  return offered.commands.every((command) =>
    [undefined, `${one.issueId}`].includes(/#(\d+)/.exec(command)?.[1]),
  );
}

const UNDONE = Symbol('undone');

/** Leaves nothing behind where it comes to nothing. */
export async function takenBack<A>(
  context: CommandContext,
  work: (inner: CommandContext) => Promise<A | undefined>,
): Promise<A | undefined> {
  try {
    return await context.tx.savepoint(async (tx) => {
      const answer = await work({ ...context, tx });
      if (answer === undefined) throw UNDONE;
      return answer;
    });
  } catch (error) {
    if (error === UNDONE) return undefined;
    throw error;
  }
}

/** A command, several figures side by side, or what cannot be told from either. */
function standsWhole(match: Match, first: string, before?: Remembered): boolean {
  if (match.kind === 'misuse' || ordersIn(first)) return true;
  if (match.kind === 'unknown') return match.doubt !== undefined;
  const { call } = match;
  if (call.name !== 'ask')
    return !SHOWS.includes(call.name) && call.name !== 'beyond' && call.name !== 'term';
  // 牵头单位是哪个 包保领导又是谁: each row tells both.
  const { tells, links } = call.projects ?? {};
  const rows = tells ?? (links && !isOfNamed(links) ? links.rows : undefined);
  return call.doubt !== undefined || rows !== undefined || (call.parts !== undefined && !before);
}

/** One answer tells the whole: nothing of the first is lost in it, and it is more than the first. */
function tellsBoth(match: Match, alone: Match, later: readonly string[]): boolean {
  if (later.some((part) => ordersIn(part) || tellsWithEach(part))) return false;
  return isWholeQuestion(match) && isWholeQuestion(alone) && !drops(match.call, alone.call);
}

/** The first figure is none of what the whole tells, or the whole is the first and nothing more. */
function drops(whole: CallOf<'ask'>, first: CallOf<'ask'>): boolean {
  const of = ({ filter: { sort: _, ...filter }, rate, duration, projectId, projects }: CallOf<'ask'>) =>
    JSON.stringify([Object.entries(filter).toSorted(), rate, duration, projectId, projects]);
  // 按时办结的有几件，占多少: the rate tells both.
  if (first.measure === 'part' && whole.rate) return of({ ...first, rate: whole.rate }) !== of(whole);
  if (of(whole) !== of(first)) return true;
  if (whole.by !== undefined && first.by === undefined) return first.measure === 'list';
  // 哪天办结的 is no day on which it is due; of each of them one list tells.
  if (whole.fact !== first.fact) return whole.fact === 'deadline';
  const more = whole.measure !== first.measure && whole.measure !== 'list';
  return whole.by === first.by && !(whole.by === undefined && more);
}

/** One card tells both: a list with what was asked of each. */
function addsNothing(match: Match, first: Answer, answers: Answers): boolean {
  const last = answers.at(-1);
  if (!isWholeQuestion(match) || match.call.fact === undefined || last?.kind !== 'list') return false;
  return last.fact === match.call.fact && isSame(first, last);
}

/** It tells something itself; what asks back or refuses is nothing that one could go on from. */
export function isShown({ kind }: Answer): boolean {
  return !['suggest', 'text', 'refusal', 'bind', 'misuse', 'unknown'].includes(kind);
}

/** Not asked back. */
function isAnswer(answer: Answer | null): boolean {
  if (answer?.kind === 'suggest') return answer.unheard === undefined;
  return answer?.kind !== 'text' || !saysUnread(answer.text);
}

/** Adds them; what is asked of one problem twice is told in one card. */
async function together(context: CommandContext, answers: Answers, next: Answers): Promise<void> {
  const before = answers.at(-1);
  const [then, second] = next;
  const one = before && then && second === undefined ? await bothOf(context, before, then) : undefined;
  if (one) answers.splice(-1, 1, one);
  else if (before && then && isSame(before, then)) answers.splice(-1, 1, ...next);
  else answers.push(...next);
}

/** The same, or the same problems with more of each. */
function isSame(before: Answer, then: Answer): boolean {
  if (before.kind !== 'list' || then.kind !== 'list') return told(before) === told(then);
  const of = ({ filter: { sort: _, ...filter } }: typeof before) => filter;
  return sameFilter(of(before), of(then)) && (before.fact === undefined || before.fact === then.fact);
}

/** What it says, whatever else it offers. */
function told(answer: Answer): string {
  return JSON.stringify({ ...answer, others: undefined, lead: undefined });
}

async function bothOf(context: CommandContext, before: Answer, then: Answer): Promise<Answer | undefined> {
  const [was, now] = [oneIn(before), oneIn(then)];
  if (!was || !now || was.issueId !== now.issueId || !now.fact) return undefined;
  const issue = await visibleIssue(context, was.issueId);
  if (!issue) return undefined;
  const told: string[] = [];
  for (const fact of new Set([was.fact, now.fact]))
    if (fact) told.push(await factsOf(context, issue, [fact]));
  const more = told.filter((text) => !was.lead?.includes(text));
  const lead = [
    ...(was.lead === undefined ? [] : [was.lead]),
    ...(more.length === 0 ? [] : [oneText(issue.id, more.join('；'))]),
  ].join(' ');
  return { kind: 'issue', issueId: issue.id, lead };
}

/** The one problem that an answer is about. */
function oneIn(
  answer: Answer,
): { issueId: number; fact?: Fact | undefined; lead?: string | undefined } | undefined {
  if (answer.kind === 'issue') return { issueId: answer.issueId, lead: answer.lead };
  if (answer.kind !== 'list') return undefined;
  const [issueId, second] = answer.filter.ids ?? [];
  if (issueId === undefined || second !== undefined) return undefined;
  return { issueId, fact: answer.fact, lead: answer.lead };
}
