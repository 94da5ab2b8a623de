/**
 * A message of two or three parts of which no one answer tells: the first is answered as it stands alone, and what comes
 * behind it as if it had been said next.
 */
import { partUnreadText, saysUnread } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import type { Fact } from '../domain/reading.ts';
import { ordersIn, partsOf } from '../language/parts.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { factsTold } from './facts-told.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';
import { SHOWS } from './without-asides.ts';

export type Answers = (Answer | null)[];

/** What is answered to words in this place; undefined: they are not understood. */
type AnswerTo = (context: CommandContext, text: string) => Promise<Answers | undefined>;

/** A message in parts: `answers` to all of them; else the first, to be told from what is answered to the whole. */
export interface InParts {
  parts: string[];
  first: Answer;
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
  const parts = partsOf(text);
  const [part = '', ...later] = parts;
  if (later.length === 0 || standsWhole(match, part)) return undefined;
  let read: InParts | undefined;
  const kept = await takenBack(context, async (inner) => {
    const [first, second] = (await answerTo(inner, part)) ?? [];
    if (!first || second !== undefined || !isShown(first)) return undefined;
    read = { parts, first };
    if (tellsBoth(context, match, parts)) return undefined;
    const rest = await answersTo(inner, first, later, answerTo);
    if (rest.unread.length > 0 || addsNothing(match, first, rest.answers)) return undefined;
    return { ...read, answers: rest.answers };
  });
  return kept ?? read;
}

/** What is answered to the whole; where that is the first part and nothing more, with the others behind it. */
export async function withTheRest(
  context: CommandContext,
  whole: Answers,
  { parts, first }: InParts,
  answerTo: AnswerTo,
): Promise<Answers> {
  const [only, second] = whole;
  if (!only || second !== undefined) return whole;
  // The order is offered of what was asked about, and the question is lost in it.
  const offers = only.kind === 'suggest' || only.kind === 'text';
  if (offers && parts.slice(1).some(ordersIn)) return [first, only];
  if (told(only) !== told(first)) return whole;
  // 办得最快的是哪件，用了几天: its days stand there.
  const days = first.kind === 'figures' && first.reading.measure === 'duration';
  if (days && parts.slice(1).every((part) => DAYS.test(part))) return whole;
  const { answers, unread } = await answersTo(context, only, parts.slice(1), answerTo);
  if (unread.length === 0) return answers;
  return [...answers, { kind: 'text', tone: 'warning', text: partUnreadText(unread) }];
}

const DAYS = /^(?:[用花办]|一共|总共)*了?(?:几|多少)(?:天|个?工作日)[了呢啊]?$/u;

async function answersTo(
  context: CommandContext,
  first: Answer,
  later: readonly string[],
  answerTo: AnswerTo,
): Promise<{ answers: Answers; unread: string[] }> {
  const answers: Answers = [first];
  for (const [i, part] of later.entries()) {
    const answered = await takenBack(context, async (inner) => {
      const next = await answerTo(inner, part);
      return next?.every(isAnswer) ? next : undefined;
    });
    // What comes behind what is not understood might go on from it.
    if (!answered) return { answers, unread: later.slice(i) };
    await together(context, answers, answered);
  }
  return { answers, unread: [] };
}

const UNDONE = Symbol('undone');

/** Leaves nothing behind where it comes to nothing. */
async function takenBack<A>(
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
function standsWhole(match: Match, first: string): boolean {
  if (match.kind === 'misuse' || ordersIn(first)) return true;
  if (match.kind === 'unknown') return match.doubt !== undefined;
  const { call } = match;
  if (call.name !== 'ask') return !SHOWS.includes(call.name) && call.name !== 'beyond';
  return call.doubt !== undefined || call.parts !== undefined;
}

/** One answer tells the whole: nothing of the first is lost in it, and it is more than the first. */
function tellsBoth(context: CommandContext, match: Match, parts: readonly string[]): boolean {
  if (parts.slice(1).some(ordersIn)) return false;
  const alone = matchSaid(context, parts[0] ?? '');
  return isWholeQuestion(match) && isWholeQuestion(alone) && !drops(match.call, alone.call);
}

/** The first figure is none of what the whole tells, or the whole is the first and nothing more. */
function drops(whole: CallOf<'ask'>, first: CallOf<'ask'>): boolean {
  const of = ({ filter: { sort: _, ...filter }, rate, duration, projectId, projects }: CallOf<'ask'>) =>
    JSON.stringify([Object.entries(filter).toSorted(), rate, duration, projectId, projects]);
  if (of(whole) !== of(first)) return true;
  if (whole.by !== undefined && first.by === undefined) return first.measure === 'list';
  // 哪天办结的 is no day on which it is due; of each of them one list tells.
  if (whole.fact !== first.fact) return whole.fact === 'deadline';
  return whole.by === first.by && (whole.by !== undefined || whole.measure === first.measure);
}

/** One card tells both: a list with what was asked of each. */
function addsNothing(match: Match, first: Answer, answers: Answers): boolean {
  const last = answers.at(-1);
  if (!isWholeQuestion(match) || match.call.fact === undefined || last?.kind !== 'list') return false;
  const same = (answer: Answer) =>
    answer.kind === 'list' && JSON.stringify({ ...answer.filter, sort: undefined });
  return last.fact === match.call.fact && same(first) === same(last);
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
  else if (before && then && told(before) === told(then)) answers.splice(-1, 1, ...next);
  else answers.push(...next);
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
  const facts = [was.fact, now.fact].filter((fact) => fact !== undefined);
  const told = await factsTold(context, issue, [...new Set(facts)]);
  const lead = was.lead === undefined ? told : `${was.lead} ${told}`;
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
