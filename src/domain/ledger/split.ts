/** Several problems in one cell: 1.… 2.…, ①…②…, one a line. Pure. */
import { readNumeral } from '../numerals.ts';

interface Mark {
  from: number;
  until: number;
  n: number;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** A number of a list begins the text, or follows a space or the end of a sentence; 1.5 and 2025.6 are none. */
const STYLES: readonly RegExp[] = [
  /(?<=^|[\s;；。,，、:：])(?<n>\d{1,2})(?:[.．、)）](?!\d)|(?<=(?:^|[;；。\n]\s*)\d{1,2})[.．、])/g,
  /[(（](?<n>\d{1,2})[)）]/g,
  new RegExp(`(?<c>[${CIRCLED}])`, 'g'),
  /(?<=^|[\s;；。])(?<h>[一二三四五六七八九十]{1,2})[、.．]/g,
  /[(（](?<h>[一二三四五六七八九十]{1,2})[)）]/g,
  /(?<=^|[\s;；。])(?<h>[一二三四五六七八九十])是/g,
  /(?<=^|[\s;；。])第?(?<h>[一二三四五六七八九十])[，,]/g,
];

/**
 * The parts of a cell that lists several things, without their numbers; undefined when it is one thing. Numbers must
 * run 1, 2, 3 …; one that was mistyped where the next is due, and nowhere else stands (21. for 3.), begins a part, too.
 */
export function splitItems(text: string): string[] | undefined {
  for (const style of STYLES) {
    const marks = running([...text.matchAll(style)].flatMap((match) => markOf(match)));
    if (marks.length > 1) return partsOf(text, marks);
  }
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 1 && lines.every((line) => line.length >= 4) ? lines : undefined;
}

function markOf(match: RegExpMatchArray): Mark[] {
  const { n, c, h } = match.groups ?? {};
  const number =
    n !== undefined ? Number(n) : c !== undefined ? CIRCLED.indexOf(c) + 1 : readNumeral(h ?? '');
  const from = match.index ?? 0;
  return number === undefined ? [] : [{ from, until: from + match[0].length, n: number }];
}

function running(marks: readonly Mark[]): Mark[] {
  const taken: Mark[] = [];
  marks.forEach((mark, at) => {
    const due = taken.length + 1;
    const slip = due > 1 && due < 10 && mark.n >= 10 && !marks.slice(at).some(({ n }) => n === due);
    if (mark.n === due || slip) taken.push(mark);
  });
  return taken;
}

/** What stands before the first number belongs to every part. */
function partsOf(text: string, marks: readonly Mark[]): string[] {
  const lead = text.slice(0, marks[0]?.from).trim();
  return marks.map(({ until }, at) => {
    const part = text.slice(until, marks[at + 1]?.from).trim();
    return lead === '' ? part : `${lead} ${part}`;
  });
}
