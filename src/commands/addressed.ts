/** Which part of a message is said to the bot: what stands before its mention is not the command. */
import { TEXT_LIMIT } from '../domain/issue.ts';
import type { Match } from './call.ts';
import { type MatchInput, matchCommand } from './match.ts';
import type { CommandTable } from './table.ts';

const EVERYBODY = /^(?:\s*@所有人)+\s*/;

/**
 * Reads a message whose bot's mention does not come first. A line above it (the title of a post) and @所有人 are not the
 * command; words before it in the same line are read with the rest, and left out when that says nothing.
 * @param from where what follows the mention begins in the text
 */
export function matchAddressed(said: MatchInput, table: CommandTable, from: number): Match {
  const everybody = EVERYBODY.exec(said.text)?.[0].length ?? 0;
  const start = Math.max(from, everybody);
  const before = said.text.slice(0, start);
  const whole = () => matchCommand(said, table);
  if (start === 0 || said.text.slice(start).trim() === '') return whole();
  const after = matchCommand(afterwards(said, start), table);
  if (before.replace(EVERYBODY, '').trim() === '') return after;
  const ownLine = /\n\s*$/.test(before);
  if (ownLine && after.kind === 'call') return withTitle(after, before.trim());
  const read = whole();
  return read.kind === 'unknown' && after.kind === 'call' ? after : read;
}

function afterwards(said: MatchInput, start: number): MatchInput {
  const mentions = said.mentions.flatMap((m) =>
    m.span[0] >= start ? [{ ...m, span: [m.span[0] - start, m.span[1] - start] as [number, number] }] : [],
  );
  return { ...said, text: said.text.slice(start), mentions };
}

/** The title of a post is kept with the text of the problem below it. */
function withTitle(match: Match & { kind: 'call' }, title: string): Match {
  const { call } = match;
  const [line] = call.name === 'log' ? call.lines : [];
  if (call.name !== 'log' || !line || call.lines.length > 1) return match;
  const text = `${title}\n${line.text}`;
  return [...text].length > TEXT_LIMIT
    ? match
    : { kind: 'call', call: { ...call, lines: [{ ...line, text }] } };
}

/** Cheap, before anything is loaded, for groups where the bot hears everything. */
export function beginsLikeCommand(text: string): boolean {
  return /^[\s/／「"“]*([#＃]\s*\d|[㐀-鿿])/u.test(text) && text.length <= 6000;
}
