import type { Inline } from './tokens.ts';

/** A run of `*`, `_` or `~` that may still become emphasis. */
export interface Run {
  type: 'run';
  mark: '*' | '_' | '~';
  count: number;
  canOpen: boolean;
  canClose: boolean;
}

const SPACE = /^\s?$/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Measures the run at `at` by CommonMark's flanking rules. Feishu follows them, which is why its page says to
 * put a space around bold that does not show: `**（一）**正文` stays literal there, and must here.
 */
export function readRun(source: string, at: number): Run {
  const mark = source[at] as Run['mark'];
  let end = at;
  while (source[end] === mark) end++;
  const before = characterBefore(source, at);
  const after = characterAfter(source, end);
  const left =
    !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
  const right =
    !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
  const word = mark === '_';
  const count = end - at;
  const usable = mark !== '~' || count === 2;
  return {
    type: 'run',
    mark,
    count,
    canOpen: usable && left && (!word || !right || PUNCTUATION.test(before)),
    canClose: usable && right && (!word || !left || PUNCTUATION.test(after)),
  };
}

function characterBefore(source: string, at: number): string {
  const pair = source.slice(Math.max(0, at - 2), at);
  return /^[\ud800-\udbff]/.test(pair) ? pair : pair.slice(-1);
}

function characterAfter(source: string, at: number): string {
  const code = source.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Pairs the runs (CommonMark "process emphasis") and turns what is left over back into text. */
export function pairEmphasis(nodes: (Inline | Run)[]): Inline[] {
  const list = [...nodes];
  for (let at = 0; at < list.length; at++) {
    const closer = list[at];
    if (closer?.type !== 'run' || !closer.canClose || closer.count === 0) continue;
    const from = findOpener(list, at, closer);
    if (from === undefined) continue;
    const opener = list[from] as Run;
    const size = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    const children = joinText(list.slice(from + 1, at).flatMap(leaveAsText));
    const type = closer.mark === '~' ? 'del' : size === 2 ? 'strong' : 'em';
    opener.count -= size;
    closer.count -= size;
    const before = opener.count > 0 ? [opener] : [];
    const after = closer.count > 0 ? [closer] : [];
    list.splice(from, at - from + 1, ...before, { type, children }, ...after);
    at = from + before.length;
  }
  return joinText(list.flatMap(leaveAsText));
}

function findOpener(list: (Inline | Run)[], closerAt: number, closer: Run): number | undefined {
  for (let at = closerAt - 1; at >= 0; at--) {
    const run = list[at];
    if (run?.type !== 'run' || run.mark !== closer.mark || !run.canOpen || run.count === 0) continue;
    const mixed = run.canClose || closer.canOpen;
    const multiple = (run.count + closer.count) % 3 === 0 && (run.count % 3 !== 0 || closer.count % 3 !== 0);
    if (!(closer.mark !== '~' && mixed && multiple)) return at;
  }
  return undefined;
}

function leaveAsText(node: Inline | Run): Inline[] {
  if (node.type !== 'run') return [node];
  return node.count > 0 ? [{ type: 'text', text: node.mark.repeat(node.count) }] : [];
}

/** Merges neighbouring text, so that a reader of tokens sees whole sentences. */
export function joinText(nodes: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
