/** Several lines after 报: numbering, a heading whose facts hold for all of them, lines that belong together, limits. */
import {
  lineWithoutMatterText,
  MATTER_NEEDED,
  SOLVED_NEEDED,
  tooLongText,
  tooManyLinesText,
} from '../../cards/words-reading.ts';
import { TEXT_LIMIT } from '../../domain/issue.ts';
import { misuse, type ReadContext, type ReadInput } from '../../language/definition.ts';
import { cut, isBlank, type Phrase, trim } from '../../language/phrase.ts';
import type { LogLine, Misuse } from '../../language/said.ts';
import { afterWord } from '../prefix.ts';
import { labelAt } from './labelled.ts';
import { countTooMany, readLine } from './log.ts';
import { lineSpans, markLength } from './numbering.ts';

export const LINES_LIMIT = 50;

/** A problem as typed, over one line or more. */
interface Block {
  from: number;
  until: number;
  /** A list mark or the command's word stands before it. */
  marked: boolean;
}

/** Every problem, or what is wrong. Numbering and blank lines are dropped; “兴发项目:” heads the rest. */
export function readLines(input: ReadInput): LogLine[] | Misuse {
  const all = blocksOf(input);
  const [first, ...others] = all;
  const head = first && others.length > 0 && !first.marked ? textOf(input.rest, first) : undefined;
  const read = head && readLine(head, input.context);
  // What says only whom and when, without a mark of its own, holds for the lines below.
  const heading = read && (/:\s*$/.test(head.folded) || read.title === '') ? read : undefined;
  const phrases = (heading ? others : all).map((block) => textOf(input.rest, block));
  if (phrases.length > LINES_LIMIT) {
    return misuse(input, tooManyLinesText(LINES_LIMIT, phrases.length));
  }
  const tooLong = tooLongOf(phrases);
  if (tooLong) return misuse(input, tooLong);
  const context = heading ? below(heading, input.context) : input.context;
  const lines = phrases.map((phrase) => applyHeading(readLine(phrase, context), heading));
  const [leader] = input.before;
  if (leader) for (const line of lines) line.assigneeOpenId ??= leader.openId;
  const empty = lines.findIndex((line) => line.title === '');
  if (empty < 0) return lines;
  return misuse(input, lineWithoutMatterText(lines.length > 1 ? empty + 1 : undefined));
}

function textOf(rest: Phrase, { from, until }: Block): Phrase {
  return trim(cut(rest, from, until));
}

/** A line that says only facts, or what a label of the same form says, belongs to the line before it. */
function blocksOf({ rest, word, context }: ReadInput): Block[] {
  const spans = lineSpans(rest);
  const several = spans.length > 1;
  const blocks: Block[] = [];
  let labelled = false;
  for (const [start, until] of spans) {
    const mark = markLength(rest.folded.slice(start, until), several);
    const said = start + mark + wordLength(rest.folded.slice(start + mark, until), word);
    const from = said + (said > start + mark ? markLength(rest.folded.slice(said, until), several) : 0);
    const line = trim(cut(rest, from, until));
    if (isBlank(line)) continue;
    const label = labelAt(line.folded);
    const marked = from > start;
    const before = blocks.at(-1);
    const joins =
      before &&
      !marked &&
      label !== 'matter' &&
      (label !== undefined || labelled || readLine(line, context).title === '');
    if (joins) before.until = until;
    else {
      blocks.push({ from, until, marked });
      labelled = label === 'matter';
    }
  }
  return blocks;
}

/** People begin every line with 报, with or without a space; 报告 is another word. */
function wordLength(folded: string, word: string): number {
  const lead = folded.length - folded.trimStart().length;
  const after = afterWord(folded.slice(lead), word);
  if (after === undefined) return 0;
  return lead + after + (/^[\s:,、]*/.exec(folded.slice(lead + after))?.[0].length ?? 0);
}

function tooLongOf(phrases: readonly Phrase[]): string | undefined {
  for (const [i, phrase] of phrases.entries()) {
    const count = countTooMany(phrase.text);
    if (count === undefined) continue;
    return tooLongText(count, TEXT_LIMIT, phrases.length > 1 ? i + 1 : undefined);
  }
  return undefined;
}

/** Lines under a heading that names a project belong to it unless they name another. */
function below(heading: LogLine, context: ReadContext): ReadContext {
  if (heading.projectId === null) return context;
  return { ...context, chat: { ...context.chat, defaultProjectId: heading.projectId } };
}

function applyHeading(line: LogLine, heading: LogLine | undefined): LogLine {
  if (!heading) return line;
  const own = line.deadline.ok || !line.deadline.missing;
  return {
    ...line,
    unitId: line.unitId ?? heading.unitId,
    unitCandidates: line.unitId === null ? heading.unitCandidates : line.unitCandidates,
    assigneeOpenId: line.assigneeOpenId ?? heading.assigneeOpenId,
    deadline: own ? line.deadline : heading.deadline,
  };
}

/** The whole of a message as one problem; a list mark before it goes. */
function onePhrase({ rest }: ReadInput): Phrase {
  return trim(cut(rest, markLength(rest.folded, false)));
}

/** 当场: one problem, however many lines it was told in. */
export function readWhole(input: ReadInput): LogLine | Misuse {
  const count = countTooMany(input.rest.text);
  if (count !== undefined) {
    return misuse(input, tooLongText(count, TEXT_LIMIT));
  }
  if (isBlank(input.rest)) return misuse(input, SOLVED_NEEDED);
  const line = readLine(onePhrase(input), input.context);
  return line.title === '' ? misuse(input, MATTER_NEEDED) : line;
}

/** 报 in reply to a message that is no card of ours. */
export function repliesToMessage({ inReplyTo }: ReadInput): boolean {
  return inReplyTo?.hasParent === true && inReplyTo.issueId === undefined;
}

/** 报 住建局 3天, in reply: only facts, the problem itself is the message replied to. */
export function readFacts(input: ReadInput): LogLine | undefined {
  if (!repliesToMessage(input) || input.rest.text.length > 60 || input.rest.folded.includes('\n'))
    return undefined;
  const line = readLine(input.rest, input.context);
  return line.title === '' ? line : undefined;
}
