import { parseInline } from './inline.ts';
import { parseList, readMarker } from './lists.ts';
import { readTable, startsTable } from './tables.ts';
import type { Block } from './tokens.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr\s*\/?>\s*)$/i;
const QUOTE = /^ {0,3}> ?/;
const MAX_DEPTH = 12;

/** Blocks of the dialect: CommonMark without HTML blocks and setext headings, plus tables and `<hr>`. */
export function parseMarkdown(source: string, depth = 0): Block[] {
  const lines = source.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n');
  if (depth > MAX_DEPTH) return [{ type: 'paragraph', children: [{ type: 'text', text: source }] }];
  const nested = (inner: string[]) => parseMarkdown(inner.join('\n'), depth + 1);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, used } = readBlock(lines, at, nested);
    if (block) blocks.push(block);
    at += used;
  }
  return blocks;
}

type Nested = (inner: string[]) => Block[];
interface Taken {
  block?: Block;
  used: number;
}

function readBlock(lines: string[], at: number, nested: Nested): Taken {
  const line = lines[at] ?? '';
  if (!line.trim()) return { used: 1 };
  const fence = FENCE.exec(line);
  if (fence) return readFence(lines, at, fence);
  const heading = HEADING.exec(line);
  if (heading) {
    const children = parseInline(heading[2] ?? '');
    return { block: { type: 'heading', level: heading[1]?.length ?? 1, children }, used: 1 };
  }
  if (RULE.test(line)) return { block: { type: 'hr' }, used: 1 };
  if (QUOTE.test(line)) return readQuote(lines, at, nested);
  if (readMarker(line)) return parseList(lines, at, nested, startsBlock);
  if (startsTable(lines, at)) return readTable(lines, at);
  if (/^ {4}/.test(line)) return readIndented(lines, at);
  return readParagraph(lines, at);
}

/** Whether a line ends the paragraph before it. An ordered list does so only when it begins with 1. */
export function startsBlock(line: string): boolean {
  const marker = readMarker(line);
  const list = marker !== undefined && marker.text !== '' && (!marker.ordered || marker.start === 1);
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || list;
}

function readFence(lines: string[], at: number, fence: RegExpExecArray): Taken {
  const mark = fence[1] ?? '```';
  const close = new RegExp(`^ {0,3}\\${mark[0]}{${mark.length},}\\s*$`);
  let end = at + 1;
  while (end < lines.length && !close.test(lines[end] ?? '')) end++;
  const text = lines.slice(at + 1, end).join('\n');
  return {
    block: { type: 'code', lang: (fence[2] ?? '').trim(), text },
    used: Math.min(end + 1, lines.length) - at,
  };
}

function readQuote(lines: string[], at: number, nested: Nested): Taken {
  let end = at;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (!QUOTE.test(line) && (!line.trim() || startsBlock(line))) break;
    end++;
  }
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { type: 'quote', children: nested(inner) }, used: end - at };
}

function readIndented(lines: string[], at: number): Taken {
  let end = at;
  while (end < lines.length && (/^ {4}/.test(lines[end] ?? '') || !(lines[end] ?? '').trim())) end++;
  const text = lines
    .slice(at, end)
    .map((line) => line.slice(4))
    .join('\n')
    .trimEnd();
  return { block: { type: 'code', lang: '', text }, used: end - at };
}

function readParagraph(lines: string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (!line.trim() || startsBlock(line) || startsTable(lines, end)) break;
    end++;
  }
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join('\n');
  return { block: { type: 'paragraph', children: parseInline(text) }, used: end - at };
}
