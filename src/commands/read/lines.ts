/** Several lines after 报: numbering, a heading whose facts hold for all of them, limits. */
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
import { countTooMany, readLine, splitLines, stripNumbering } from './log.ts';

export const LINES_LIMIT = 50;

/** Every line as a problem, or what is wrong. Numbering and blank lines are dropped; “兴发项目:” heads the rest. */
export function readLines(input: ReadInput): LogLine[] | Misuse {
  const all = splitLines(input.rest)
    .map((line) => withoutWord(line, input.word))
    .filter((line) => !isBlank(line));
  const [first, ...others] = all;
  const headed = first && others.length > 0 && /:\s*$/.test(first.folded);
  const heading = headed ? readLine(first, input.context) : undefined;
  const phrases = headed ? others : all;
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

/** People begin every line with 报; only a space or mark after it makes it the command's. */
function withoutWord(line: Phrase, word: string): Phrase {
  if (!line.folded.startsWith(word) || !/^(?:[\s:,]|$)/.test(line.folded.slice(word.length))) return line;
  return stripNumbering(trim(cut(line, word.length + 1)));
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

/** 当场: one problem, however many lines it was told in. */
export function readWhole(input: ReadInput): LogLine | Misuse {
  const count = countTooMany(input.rest.text);
  if (count !== undefined) {
    return misuse(input, tooLongText(count, TEXT_LIMIT));
  }
  if (isBlank(input.rest)) return misuse(input, SOLVED_NEEDED);
  const line = readLine(input.rest, input.context);
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
