/** What a row of the command table is made of, whatever it reads. The table itself: commands/table.ts. */

import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Mention } from '../feishu/incoming.ts';
import type { Claim } from './mood.ts';
import type { Phrase } from './phrase.ts';
import type { Misuse } from './said.ts';

/** What reading may look at beside the words; nothing here is asked from the network. */
export interface ReadContext {
  directory: Directory;
  now: Instant;
  chat: { kind: 'p2p' | 'group'; projectIds: number[]; defaultProjectId: number | null };
  actor: Actor;
  /** The day 开工 really was, of projects that say so; loaded where the words speak of it. */
  startedOn?: ReadonlyMap<number, Day>;
  /** Names of people that certainly stand in the text; loaded where it is not understood as it stands. */
  people?: readonly string[];
}

export interface InReplyTo {
  /** The card that was replied to shows this problem. */
  issueId?: number | undefined;
  /** There is a message that was replied to, ours or anybody's. */
  hasParent: boolean;
}

export interface ReadInput {
  /** The table's word the message begins with. */
  word: string;
  /** From the text, else from the card replied to. */
  issueId?: number;
  /** The number stands in the text. */
  numbered: boolean;
  /** What follows word and number, spaces trimmed. */
  rest: Phrase;
  /** A space, a mark, a number or the end stands after the word. */
  separated: boolean;
  /** People mentioned before the word. */
  before: readonly Mention[];
  inReplyTo?: InReplyTo;
  /** Whether a folded text is a word of the table. */
  knows: (text: string) => boolean;
  context: ReadContext;
}

export type CommandGroup = '登记' | '办理' | '时限' | '查询' | '报表' | '个人' | '项目与群' | '管理';

/** @typeParam C the typed call it reads */
export interface CommandRow<C extends { name: string } = { name: string }> {
  /** The call it reads; several rows may read the same one. */
  name: C['name'];
  /** Canonical word first, synonyms after; folded (half-width, lower case). */
  words: readonly [string, ...string[]];
  /** e.g. '报 <事项> [单位] [时限]' */
  usage: string;
  /** Chinese, at most 30 characters. */
  summary: string;
  example: readonly [string, ...string[]];
  where: 'anywhere' | 'group' | 'private';
  /** Administrators only. */
  admin?: boolean;
  /** Speaks about one problem: number in the text, or the card replied to, or asked for. */
  needsIssue?: boolean;
  /** The words that follow may touch the command word: 进展已到货. */
  glued?: boolean;
  /** Nothing may follow but polite words; a note would be lost. */
  bare?: boolean;
  /** A bare number or 12号 after the word may be a day. */
  takesDeadline?: boolean;
  /** May be said to somebody else: @张三 催办 #12. Others after a mention are that person's business. */
  afterMention?: boolean;
  /** Everyday words (收到, 同意): only when the bot is addressed or its card replied to. */
  everyday?: boolean;
  /** May follow the name of the project it is about: 兴发 第7环节. */
  afterProject?: boolean;
  /** May come last, after all it is about: 上月兴发专报. Its reader takes the parts in any order. */
  wordLast?: boolean;
  /** What the words it carries claim; by that their mood is judged before anything is written. Default 'reason'. */
  claim?(call: C): Claim;
  /** Misuse: understood but incomplete. null: this row does not read such a text; the next one may. */
  read: (input: ReadInput) => C | Misuse | null;
}

/** A row in its place in the table. */
export interface CommandInGroup<C extends { name: string } = { name: string }> extends CommandRow<C> {
  group: CommandGroup;
}

/** Says what is missing, in one polite Chinese sentence. */
export function misuse(input: { word: string }, problem: string): Misuse {
  return { word: input.word, problem };
}
