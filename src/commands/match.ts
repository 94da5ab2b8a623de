/** From words to a call: the one way in for every text addressed to the bot. */
import { noNoteText, numberUnknownText, ONE_NUMBER, tooLongText } from '../cards/words-reading.ts';
import { TEXT_LIMIT } from '../domain/issue.ts';
import type { Mention } from '../feishu/incoming.ts';
import type { InReplyTo, ReadContext, ReadInput } from '../language/definition.ts';
import { ISSUE_ID_MAX } from '../language/lexicon/numbers.ts';
import { nearestCommands } from '../language/nearest.ts';
import { cut, cutStart, isBlank, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import type { Misuse } from '../language/said.ts';
import type { Call, CommandDefinition, Match } from './call.ts';
import { asksStatus, type Head, parseCommandPrefix } from './prefix.ts';
import { readQuestion } from './question.ts';
import { countTooMany } from './read/log.ts';
import type { CommandTable } from './table.ts';
import { goesOn, takeNumber } from './take-number.ts';

export type { InReplyTo, ReadContext } from '../language/definition.ts';

export interface MatchInput {
  /** The bot's mention already stripped. */
  text: string;
  /** Spans into `text`. */
  mentions: readonly Mention[];
  inReplyTo?: InReplyTo | undefined;
  /**
   * false: overheard in a group, not addressed to the bot. Then only what certainly is a command is matched: the word
   * at the very beginning, set off from what follows, nothing incomplete, no plain questions. Default true.
   */
  addressed?: boolean;
  context: ReadContext;
}

/** With the table it is read by. */
interface Input extends MatchInput {
  table: CommandTable;
}

function isWord(text: string, { words }: CommandTable): boolean {
  return words.get(text[0] ?? '')?.some(({ word }) => word === text) ?? false;
}

function showRow({ rows }: CommandTable): CommandDefinition {
  const row = rows.find((spec) => spec.name === 'show');
  if (!row) throw new Error('the command table has no row show');
  return row;
}

/** Reads a message. Never throws; costs the length of the text. */
export function matchCommand(said: MatchInput, table: CommandTable): Match {
  const input: Input = { ...said, table };
  const phrase = unwrap(trim(readPhrase(input.text, input.mentions)));
  const head = parseCommandPrefix(phrase.folded, table.words);
  const overheard = input.addressed === false;
  const tried = overheard && !beginsPlainly(phrase, head) ? undefined : readWord(phrase, head, input);
  if (tried && overheard && tried.kind !== 'call') return unknown(phrase, head, input);
  if (tried) return tried;
  if (overheard) return unknown(phrase, head, input);
  const call = readStatus(phrase, head, input) ?? (head.number ? null : readQuestion(phrase, input.context));
  return call ? { kind: 'call', call } : unknown(phrase, head, input);
}

/** A bare number, or 怎么样了 in reply to a card. */
function readStatus(phrase: Phrase, head: Head, { inReplyTo }: MatchInput): Call | null {
  const bare = /^\d{1,9}(?=\D{0,3}$)/.exec(phrase.folded);
  if (bare && isBlank(cut(phrase, bare[0].length)) && Number(bare[0]) > 0) {
    return { name: 'show', issueId: Number(bare[0]) };
  }
  const issueId = inReplyTo?.issueId;
  return issueId !== undefined && !head.number && asksStatus(phrase) ? { name: 'show', issueId } : null;
}

const QUOTES: Record<string, string> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  "'": "'",
  '‘': '’',
  '【': '】',
  '《': '》',
};

/** A message put in quotes as a whole. */
function unwrap(phrase: Phrase): Phrase {
  const close = QUOTES[phrase.folded[0] ?? ''];
  const last = phrase.folded.length - 1;
  const wrapped = close !== undefined && last > 0 && phrase.folded.indexOf(close, 1) === last;
  return wrapped ? trim(cut(phrase, 1, last)) : phrase;
}

/** Overheard talk counts only when the command word comes first and stands apart. */
function beginsPlainly(phrase: Phrase, head: Head): boolean {
  if (head.word === undefined || !head.separated || head.mentionFirst) return false;
  const before = phrase.folded.slice(0, head.end);
  return before.startsWith(head.word) || /^[/#]/.test(before);
}

function readWord(phrase: Phrase, head: Head, input: Input): Match | undefined {
  const after = cut(phrase, head.end);
  const rest = trim(cutStart(after, /^[\s:,、]*/));
  if (head.word === undefined) return readNumberOnly(head, rest, input);
  const before = phrase.mentions.filter((m) => m.span[1] <= head.end);
  for (const spec of head.specs) {
    const read = readSpec(spec, { head, word: head.word, rest, before }, input);
    if (!read) continue;
    return 'problem' in read
      ? { kind: 'misuse', misuse: { ...read, usage: spec.usage } }
      : { kind: 'call', call: read };
  }
  return undefined;
}

/** #12, #12 怎么样了 */
function readNumberOnly(head: Head, rest: Phrase, { table }: Input): Match | undefined {
  if (!head.number) return undefined;
  if (goesOn(rest, head.number.id)) return { kind: 'misuse', misuse: several(showRow(table)) };
  if (!isBlank(rest) && !asksStatus(rest)) return undefined;
  const wrong = wrongNumber(head.number.id, showRow(table));
  if (wrong) return { kind: 'misuse', misuse: wrong };
  return { kind: 'call', call: { name: 'show', issueId: head.number.id } };
}

function several(spec: CommandDefinition): Misuse {
  return { word: spec.words[0], problem: ONE_NUMBER };
}

function wrongNumber(id: number, spec: CommandDefinition): Misuse | undefined {
  if (id >= 1 && id <= ISSUE_ID_MAX) return undefined;
  return { word: spec.words[0], problem: numberUnknownText(id) };
}

interface Parts {
  head: Head;
  word: string;
  rest: Phrase;
  before: readonly Mention[];
}

function readSpec(spec: CommandDefinition, parts: Parts, input: Input): Call | Misuse | null {
  const { head, word, rest, before } = parts;
  const common = {
    word,
    separated: head.separated,
    before,
    ...(input.inReplyTo && { inReplyTo: input.inReplyTo }),
    knows: (text: string) => isWord(text, input.table),
    context: input.context,
  };
  if (input.addressed === false && !mayOverhear(spec, head, input)) return null;
  if (!spec.needsIssue) {
    if (head.number) return null;
    const long = tooLong(spec, rest);
    if (long) return head.separated ? long : null;
    return spec.read({ ...common, numbered: false, rest });
  }
  const taken = takeNumber(spec, head, rest, input);
  const { issueId } = taken;
  const wrong = issueId === undefined ? undefined : wrongNumber(issueId, spec);
  if (wrong) return wrong;
  if (!maySpeak(spec, { ...parts, rest: taken.rest }, { ...taken, input })) return null;
  const long = tooLong(spec, taken.rest);
  if (long) return long;
  if (taken.several) return several(spec);
  const readInput: ReadInput = {
    ...common,
    numbered: taken.numbered,
    rest: taken.rest,
    ...(issueId !== undefined && { issueId }),
  };
  if (spec.name !== 'show' && asksStatus(taken.rest)) {
    return issueId === undefined ? null : { name: 'show', issueId };
  }
  if (spec.bare && !isPolite(taken.rest)) {
    return { word: spec.words[0], problem: noNoteText(spec.words[0], issueId) };
  }
  return spec.read(readInput);
}

/** Of overheard talk only canonical words count; everyday and administration words never do, but beside a card. */
function mayOverhear(spec: CommandDefinition, head: Head, { inReplyTo }: MatchInput): boolean {
  if (inReplyTo?.issueId !== undefined && spec.needsIssue) return true;
  return spec.words[0] === head.word && !spec.everyday && spec.where !== 'private';
}

/** Whether what stands around the word makes it a command rather than everyday talk. */
function maySpeak(
  spec: CommandDefinition,
  { head, rest }: Parts,
  { numbered, issueId, input }: { numbered: boolean; issueId?: number; input: Input },
): boolean {
  if (head.mentionFirst && !spec.afterMention) return false;
  const blank = isBlank(rest);
  if (!spec.glued && !blank && DOUBT.test(rest.folded)) return false;
  if (numbered) return true;
  if (issueId !== undefined) return isPolite(rest) || head.separated || spec.glued === true;
  if (spec.everyday) return blank && input.addressed !== false;
  return (blank || head.separated) && input.addressed !== false;
}

/** 签收 #12 吗, 同意 #12 没有: said to ask, not to act. */
const DOUBT = /(?:吗|么|没有|不了|不行|不能|能不能|是不是|是否|能否|可否)[\s\p{P}]*$/u;

const POLITE_WORDS =
  /^(?:谢谢|多谢|感谢|辛苦|麻烦|拜托|请|尽快|马上|立即|赶紧|抓紧|好的|好|行|一下|了|吧|哈|啦|呀|您|你|大家|各位|领导|收到|这个|这件|问题|事|件|号|给我|\s|\p{P}|\p{S}|\p{M}|\uE000)*$/u;

function isPolite(rest: Phrase): boolean {
  return rest.folded.length <= 40 && POLITE_WORDS.test(rest.folded);
}

/** 报 counts line by line; everything else is limited as a whole, before anything reads it. */
function tooLong(spec: CommandDefinition, rest: Phrase): Misuse | undefined {
  if (spec.name === 'log' || spec.name === 'on-the-spot') return undefined;
  const count = countTooMany(rest.text);
  if (count === undefined) return undefined;
  return {
    word: spec.words[0],
    problem: tooLongText(count, TEXT_LIMIT),
  };
}

function unknown(phrase: Phrase, head: Head, input: Input): Match {
  const aboutIssue = head.number !== undefined || input.inReplyTo?.issueId !== undefined;
  return {
    kind: 'unknown',
    nearest: nearestCommands(phrase, input.table.rows, { first: head.specs.slice(0, 1), aboutIssue }),
  };
}
