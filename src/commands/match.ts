/** From words to a call: the one way in for every text addressed to the bot. */
import { noNoteText, numberUnknownText, ONE_NUMBER, tooLongText } from '../cards/words-reading.ts';
import { TEXT_LIMIT } from '../domain/issue.ts';
import { rungHeldBy } from '../domain/post-held.ts';
import type { Mention } from '../feishu/incoming.ts';
import type { InReplyTo, ReadContext, ReadInput } from '../language/definition.ts';
import { ISSUE_ID_MAX } from '../language/lexicon/numbers.ts';
import { moodOf } from '../language/mood.ts';
import { findProjects } from '../language/names.ts';
import { nearestCommands, slippedCommand } from '../language/nearest.ts';
import {
  cut,
  cutStart,
  isBlank,
  join,
  type Phrase,
  readPhrase,
  trim,
  trimMarks,
} from '../language/phrase.ts';
import type { Misuse } from '../language/said.ts';
import { aboutIssue, readAsked, readNamed, readTalk } from './about-issue.ts';
import { severalNumbers } from './asked-numbers.ts';
import { askedPaper } from './asked-paper.ts';
import type { Call, CommandDefinition, Doubt, Match } from './call.ts';
import { withoutDay } from './day-number.ts';
import { asksFigure, asksWithIt } from './figure-first.ts';
import { asksStatus, type Head, ordinalEnd, ordinalWithin, parseCommandPrefix } from './prefix.ts';
import { readQuestion } from './question.ts';
import { countTooMany } from './read/log.ts';
import type { CommandTable } from './table.ts';
import { goesOn, takeNumber } from './take-number.ts';
import { wordFirst } from './word-first.ts';

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
  /** Said and confirmed by tap: no doubt is left. */
  confirmed?: boolean;
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
const REPORT_TO_ME = /^(?:请|麻烦|你|帮忙|\s)*(?:给|跟|向)(?:我|我们|咱|领导)(?:汇)?报(?:一?下|告)/;

/** 报一下住建局没办完的, of somebody who is reported to and logs nothing. */
const REPORT_ONCE = /^(?:请|麻烦|你|小?秘书|[\s,，])*报(?:一下|个数|下)(?!子)/;

function isReportedTo({ actor }: ReadContext): boolean {
  return actor.secretaryOf.length === 0 && rungHeldBy(actor) !== undefined;
}

/** Reads a message. Never throws; costs the length of the text. */
export function matchCommand(said: MatchInput, table: CommandTable): Match {
  const input: Input = { ...said, table };
  const phrase = unwrap(trim(readPhrase(input.text, input.mentions)));
  const head = withoutDay(parseCommandPrefix(phrase.folded, table.words), phrase, input.context);
  const overheard = input.addressed === false;
  // 给我报一下各项目的红黄灯 is told to the speaker, not logged.
  const toldTo =
    REPORT_TO_ME.test(phrase.folded) || (REPORT_ONCE.test(phrase.folded) && isReportedTo(input.context));
  const read = toldTo ? readQuestion(phrase, input.context) : null;
  const whole = read && !('unread' in read && read.unread);
  const asked = REPORT_TO_ME.test(phrase.folded) || whole ? read : null;
  const paper = asked ?? askedPaper(phrase, input.context, () => readSent(phrase, input));
  const told = overheard ? null : (paper ?? asksFigure(phrase, input.context));
  if (told) return { kind: 'call', call: told };
  const looked = head.word === undefined || head.specs[0]?.name === 'show';
  const several = overheard || !looked ? undefined : severalNumbers(phrase, input.context);
  if (several) return { kind: 'call', call: several };
  const tried = overheard && !beginsPlainly(phrase, head) ? undefined : readWord(phrase, head, input);
  if (tried && overheard && tried.kind !== 'call') return unknown(phrase, head, input);
  const figure = tried && !overheard ? asksWithIt(phrase, head, tried, input) : null;
  if (figure) return { kind: 'call', call: figure };
  if (tried?.kind === 'doubt') return { ...unknown(phrase, head, input), doubt: tried.doubt };
  if (tried) return tried;
  if (overheard) return unknown(phrase, head, input);
  const behind = head.word === undefined && !head.number ? readAfterProject(phrase, input) : undefined;
  if (behind?.kind === 'doubt') return { ...unknown(phrase, head, input), doubt: behind.doubt };
  if (behind) return behind;
  const last = readWordLast(phrase, input);
  if (last?.kind === 'call') return last;
  const sent = head.number ? undefined : readSent(phrase, input);
  if (sent) return { kind: 'call', call: sent };
  const call =
    readStatus(phrase, head, input) ??
    (head.number
      ? null
      : (readNamed(phrase, input.context) ??
        readAsked(phrase, input.context) ??
        readQuestion(phrase, input.context)));
  if (call) return { kind: 'call', call };
  const about = readTalk(phrase, head, input.inReplyTo, input.context);
  if (about && 'name' in about) return { kind: 'call', call: about };
  if (last?.kind === 'misuse' && !about && head.word === undefined) return last;
  return { ...unknown(phrase, head, input), ...(about && { doubt: about }) };
}

/** 把这周的周报发我: as with the word in front. */
function readSent(phrase: Phrase, input: Input): Call | undefined {
  const again = wordFirst(phrase, input.context);
  const read = again && readWord(again, parseCommandPrefix(again.folded, input.table.words), input);
  return read?.kind === 'call' ? read.call : undefined;
}

/** 兴发 第7环节, read as 第7环节 兴发; only rows that say so, and only where nothing is missing. */
function readAfterProject(phrase: Phrase, input: Input): Tried | undefined {
  // 兴发第7环节: the number ends the name.
  const named = cut(phrase, 0, ordinalWithin(phrase.folded));
  const name = findProjects(named, input.context.directory).find(({ span }) => span[0] === 0);
  if (!name) return undefined;
  const behind = trim(cutStart(cut(phrase, name.span[1]), /^(?:项目|专班)?的?[\s:,、]*/));
  const head = parseCommandPrefix(behind.folded, input.table.words);
  if (head.at > 0 || head.number || !head.specs.some((spec) => spec.afterProject)) return undefined;
  const end = head.end === 0 ? (ordinalEnd(behind.folded) ?? 0) : head.end;
  const rest = trim(cut(behind, end));
  if (isBlank(rest) && head.end > 0 && head.specs[0]?.everyday) return undefined;
  const turned = join(join(trim(cut(behind, 0, end)), cut(phrase, ...name.span)), rest);
  const specs = head.specs.filter((spec) => spec.afterProject);
  const { separated } = head;
  const again = { ...parseCommandPrefix(turned.folded, input.table.words), specs, separated };
  const read = readWord(turned, again, input);
  return read?.kind === 'misuse' ? undefined : read;
}

const REPORTED = /^(?:了|过|上来|上去|来|到|给|送|几|多少|好多|几多|办结|问题|的(?:有|是|都|还|几|问题|事))/u;

/** 上月兴发专报, read as 专报 上月兴发; only rows that say so. */
function readWordLast(phrase: Phrase, input: Input): Tried | undefined {
  for (const spec of input.table.rows) {
    if (!spec.wordLast) continue;
    const [word] = spec.words;
    const at = phrase.folded.lastIndexOf(word);
    if (at <= 0) continue;
    const end = at + word.length;
    // 我这个月报了几个: no report.
    if (word.endsWith('报') && REPORTED.test(phrase.folded.slice(end))) continue;
    const turned = join(cut(phrase, at, end), join(trim(cut(phrase, 0, at)), cut(phrase, end)));
    const again = { word, specs: [spec], at: 0, end: word.length, separated: false, mentionFirst: false };
    return readWord(turned, again, input);
  }
  return undefined;
}

/** A bare number; 怎么样了 in reply to a card. */
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
  // 第7环节 alone; with more behind it, it is talk.
  if (head.end === head.at) return head.at === 0 && isBlank(cut(phrase, ordinalEnd(phrase.folded) ?? 0));
  return before.startsWith(head.word) || /^[/#]/.test(before);
}

type Tried = Match | { kind: 'doubt'; doubt: Doubt };

function readWord(phrase: Phrase, head: Head, input: Input): Tried | undefined {
  const after = cut(phrase, head.end);
  const rest = trim(cutStart(after, /^[\s:,、]*/));
  if (head.word === undefined) return readNumberOnly(head, rest, input);
  const before = phrase.mentions.filter((m) => m.span[1] <= head.end);
  for (const spec of head.specs) {
    const read = readSpec(
      spec,
      { head, word: head.word, rest, before, lead: phrase.folded.slice(0, head.at) },
      input,
    );
    if (!read) continue;
    if ('mood' in read) return { kind: 'doubt', doubt: read };
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
  /** What stands before the word, folded. */
  lead: string;
}

function readSpec(spec: CommandDefinition, parts: Parts, input: Input): Call | Misuse | Doubt | null {
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
    const call = spec.read({ ...common, numbered: false, rest });
    return call && !('problem' in call) && writes(spec) ? (doubtOf(spec, call, parts, input) ?? call) : call;
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
  if (spec.bare) {
    const doubt = writes(spec) && doubtOf(spec, { issueId }, { ...parts, rest: taken.rest }, input);
    if (doubt) return doubt;
    if (!isPolite(taken.rest)) return { word: spec.words[0], problem: noNoteText(spec.words[0], issueId) };
  }
  const call = spec.read(readInput);
  return call && !('problem' in call) && writes(spec)
    ? (doubtOf(spec, call, { ...parts, rest: taken.rest }, input) ?? call)
    : call;
}

/** Rows that only show something, beside those that look things up. */
const SHOWING: ReadonlySet<string> = new Set([
  'explain',
  'projects',
  'project',
  'this-group',
  'rules',
  'log-form',
]);
/** Their text is the problem itself, which may well be a question; doubtful ones wait for 确认. */
const LOGGING: ReadonlySet<string> = new Set(['log', 'log-quoted']);

function writes(spec: CommandDefinition): boolean {
  if (SHOWING.has(spec.name) || LOGGING.has(spec.name)) return false;
  return spec.group !== '查询' && (spec.needsIssue === true || spec.group !== '报表');
}

/** 12号退回过几次什么理由: what was done before is asked about, never done. 退回 过渡段不归我局 is a reason. */
const HAS_BEEN =
  /^(?:过(?![期程户渡磅秤滤去来后节年于高低大小多少路])|办?了?几[次回遍]|报过|报了几|的?(?:原因|理由)(?:是?什么|是啥|呢)?$)/u;

/** Why what was read is not simply done; a question about one problem shows it. undefined: it is a command. */
function doubtOf(
  spec: CommandDefinition,
  read: Call | { issueId?: number | undefined },
  { word, rest, lead }: Parts,
  { confirmed, context }: Input,
): Call | Doubt | undefined {
  if (confirmed) return undefined;
  const call = read as Call;
  const claim =
    spec.claim?.(call) ?? (spec.name === 'on-the-spot' ? 'result' : spec.needsIssue ? 'reason' : 'fact');
  const issueId = 'issueId' in read ? read.issueId : undefined;
  const about = () => aboutIssue(`${lead}${word}${rest.folded}`, Number(issueId), context);
  if (issueId !== undefined && HAS_BEEN.test(rest.folded)) return about();
  const mood = moodOf({ before: lead, rest: rest.folded, claim, stage: !word.includes('结') });
  if (mood === 'command') return undefined;
  // 转办 #12 应该给谁: its card has the button; #20为什么退回 asks what is recorded.
  if (mood === 'question' && issueId !== undefined)
    return trim(readPhrase(lead)).folded === '' ? { name: 'show', issueId } : about();
  // 已完成80%: the word is part of what is told.
  const told = trimMarks(rest).text;
  const note = word === spec.words[0] || told === '' ? told : `${word}${told}`;
  const partly = claim === 'result' && issueId !== undefined && note !== '';
  return {
    mood,
    ...(issueId !== undefined && { issueId }),
    word: spec.words[0],
    note,
    choices: partly ? ['progress', 'as-said'] : ['as-said'],
  };
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
  if (numbered) return true;
  if (issueId !== undefined) return isPolite(rest) || head.separated || spec.glued === true;
  if (spec.everyday) return blank && input.addressed !== false;
  return (blank || head.separated) && input.addressed !== false;
}

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

function unknown(phrase: Phrase, head: Head, input: Input): Match & { kind: 'unknown' } {
  const aboutIssue = head.number !== undefined || input.inReplyTo?.issueId !== undefined;
  return {
    kind: 'unknown',
    close: slippedCommand(phrase, input.table.rows),
    nearest: nearestCommands(phrase, input.table.rows, { first: head.specs.slice(0, 1), aboutIssue }),
  };
}
