/**
 * A message of two or three parts of which no one answer tells: the first is answered as it stands alone, and what comes
 * behind it as if it had been said next.
 */
import { partUnreadText } from '../cards/words-reading.ts';
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

/** The answers to its parts, in their order; undefined: it is one, or one of them is not understood. */
export async function inParts(
  context: CommandContext,
  match: Match,
  text: string,
  answerTo: AnswerTo,
): Promise<Answers | undefined> {
  if (!mayHaveParts(context)) return undefined;
  const parts = partsOf(text);
  if (parts.length < 2 || standsWhole(context, match, parts)) return undefined;
  return takenBack(context, async (inner) => {
    const answers: Answers = [];
    for (const [i, part] of parts.entries()) {
      const answered = await answerTo(inner, part);
      if (!answered || !(i === 0 ? answered.every(isShownAnswer) : answered.every(isAnswer)))
        return undefined;
      await together(inner, answers, answered);
    }
    return answers;
  });
}

/** The same where the whole is not understood either: what is, and that the others are not. */
export async function asFarAsUnderstood(
  context: CommandContext,
  text: string,
  answerTo: AnswerTo,
): Promise<Answers | undefined> {
  const parts = mayHaveParts(context) ? partsOf(text) : [];
  if (parts.length < 2) return undefined;
  return takenBack(context, async (inner) => {
    const answers: Answers = [];
    const unread: string[] = [];
    for (const [i, part] of parts.entries()) {
      const answered = unread.length > 0 ? undefined : await answerTo(inner, part);
      const heard = answered?.every(i === 0 ? isShownAnswer : isAnswer) === true;
      if (i === 0 && !heard) return undefined;
      if (answered && heard) await together(inner, answers, answered);
      else unread.push(part);
    }
    if (unread.length > 0) answers.push({ kind: 'text', tone: 'warning', text: partUnreadText(unread) });
    return answers;
  });
}

function mayHaveParts({ cardIssueId, parentId, mentions }: CommandContext): boolean {
  return cardIssueId === undefined && parentId === undefined && mentions.length === 0;
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

/** One answer tells all of it, or it is a command. */
function standsWhole(context: CommandContext, match: Match, [first = '', ...later]: string[]): boolean {
  if (match.kind === 'misuse' || ordersIn(first)) return true;
  if (match.kind === 'unknown') return match.doubt !== undefined;
  const { call } = match;
  if (!SHOWS.includes(call.name)) return true;
  if (call.name !== 'ask') return false;
  if (call.doubt || call.parts) return true;
  if (later.some(ordersIn)) return false;
  const alone = matchSaid(context, first);
  return call.unread === undefined && !(isWholeQuestion(alone) && drops(call, alone.call));
}

/** The first figure is none of what the whole tells, or the whole is the first and nothing more. */
function drops(whole: CallOf<'ask'>, first: CallOf<'ask'>): boolean {
  const of = ({ filter: { sort: _, ...filter }, rate, duration }: CallOf<'ask'>) =>
    JSON.stringify([Object.entries(filter).toSorted(), rate, duration]);
  if (of(whole) !== of(first)) return true;
  if (whole.by !== undefined && first.by === undefined) return first.measure === 'list';
  return whole.fact === first.fact && whole.by === first.by && whole.measure === first.measure;
}

/** It tells something itself; what asks back or refuses is nothing that one could go on from. */
function isShownAnswer(answer: Answer | null): boolean {
  return (
    answer !== null && !['suggest', 'text', 'refusal', 'bind', 'misuse', 'unknown'].includes(answer.kind)
  );
}

/** Not asked back. */
function isAnswer(answer: Answer | null): boolean {
  if (answer?.kind === 'suggest') return answer.unheard === undefined;
  return answer?.kind !== 'text' || answer.tone !== 'warning';
}

/** Adds them; what is asked of one problem twice is told in one card. */
async function together(context: CommandContext, answers: Answers, next: Answers): Promise<void> {
  const before = answers.at(-1);
  const [then, second] = next;
  const one = before && then && second === undefined ? await bothOf(context, before, then) : undefined;
  if (one) answers.splice(-1, 1, one);
  else if (!before || !then || told(before) !== told(then)) answers.push(...next);
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
