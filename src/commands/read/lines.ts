/** Several lines after 报: numbering, a heading whose facts hold for all of them, limits. */
import { TEXT_LIMIT } from '../../domain/issue.ts';
import { misuse, type ReadContext, type ReadInput } from '../../language/definition.ts';
import { cut, isBlank, type Phrase, trim } from '../../language/phrase.ts';
import type { LogLine, Misuse } from '../../language/said.ts';
import { countTooMany, readLine, splitLines, stripNumbering } from './log.ts';

export const LINES_LIMIT = 50;

const EXAMPLE_LINE = '磷石膏仓库堆放不下 生态环境局 3个工作日';

/** Every line as a problem, or what is wrong. Numbering and blank lines are dropped; “兴发项目:” heads the rest. */
export function readLines(input: ReadInput): LogLine[] | Misuse {
  const all = splitLines(input.rest)
    .map((line) => withoutWord(line, input.word))
    .filter((line) => !isBlank(line));
  const headed = all.length > 1 && /:\s*$/.test(all[0]!.folded);
  const heading = headed ? readLine(all[0]!, input.context) : undefined;
  const phrases = headed ? all.slice(1) : all;
  if (phrases.length > LINES_LIMIT) {
    return misuse(input, `一次最多登记 ${LINES_LIMIT} 条,这里有 ${phrases.length} 条,请分几次发。`);
  }
  const tooLong = tooLongOf(phrases);
  if (tooLong) return misuse(input, tooLong);
  const context = heading ? below(heading, input.context) : input.context;
  const lines = phrases.map((phrase) => applyHeading(readLine(phrase, context), heading));
  const [leader] = input.before;
  if (leader) for (const line of lines) line.assigneeOpenId ??= leader.openId;
  const empty = lines.findIndex((line) => line.title === '');
  if (empty < 0) return lines;
  const where = lines.length > 1 ? `第 ${empty + 1} 条` : '';
  return misuse(input, `${where}还没写是什么事,例如:报 ${EXAMPLE_LINE}`);
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
    const which = phrases.length > 1 ? `第 ${i + 1} 条有` : '内容有';
    return `${which} ${count} 字,最多 ${TEXT_LIMIT} 字,请删减或用附件。`;
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
    return misuse(input, `内容有 ${count} 字,最多 ${TEXT_LIMIT} 字,请删减或用附件。`);
  }
  if (isBlank(input.rest))
    return misuse(input, '请写一下当场解决了什么,例如:当场 协调供电公司恢复了临时用电');
  const line = readLine(input.rest, input.context);
  return line.title === '' ? misuse(input, '还没写是什么事,请补充一句。') : line;
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
