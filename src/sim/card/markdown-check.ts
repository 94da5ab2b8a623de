import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import { CardProblem } from './problem.ts';

/** What markdown may point at. */
export interface Targets {
  hasUser(id: string): boolean;
  hasEmail(email: string): boolean;
  hasImage(key: string): boolean;
  mayAtAll: boolean;
}

const MAX_TABLES_PER_TEXT = 4;
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Without code blocks and code spans: nothing in them is read as a tag. */
export const stripCode = (markdown: string): string =>
  markdown.replace(/^(```|~~~)[\s\S]*?(^\1|(?![\s\S]))/gm, '').replace(/`[^`\n]*`/g, '');

/** How many tables a markdown text holds: a line with cells above a delimiter row. */
export function countTables(markdown: string): number {
  const lines = stripCode(markdown).split('\n');
  return lines.filter(
    (line, i) => line.includes('|') && DELIMITER_ROW.test(line) && (lines[i - 1] ?? '').includes('|'),
  ).length;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>/]+))`).exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}

function invalidUser(value: string): CardProblem {
  return new CardProblem(100290, 'There is an invalid user resource(at/person) in your card', { value });
}

/** People and images a markdown text names must exist; @所有人 needs the group's leave (feishu.md §6.2). */
export function checkMarkdown(markdown: string, targets: Targets): void {
  const bare = stripCode(markdown);
  for (const [tag] of bare.matchAll(/<at\b[^>]*>/gi)) {
    const ids = attribute(tag, 'ids') ?? attribute(tag, 'id');
    const email = attribute(tag, 'email');
    if (ids === undefined && email === undefined) throw invalidUser(tag);
    for (const id of (ids ?? '').split(',').map((part) => part.trim())) {
      if (id === 'all' ? !targets.mayAtAll : id !== '' && !targets.hasUser(id)) throw invalidUser(id);
    }
    if (email !== undefined && !targets.hasEmail(email)) throw invalidUser(email);
  }
  for (const [, key = ''] of bare.matchAll(/!\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)) {
    if (!targets.hasImage(key)) {
      throw new CardProblem(200570, 'card contains invalid image keys', { value: `image key ${key}` });
    }
  }
  if (countTables(markdown) > MAX_TABLES_PER_TEXT) throw tooManyTables();
}

export const tooManyTables = (): CardProblem =>
  new CardProblem(11310, 'card table number over limit', { value: 'table' });

/** All markdown of a card: markdown components, lark_md texts, and table cells of those kinds. */
export function listMarkdown(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(listMarkdown);
  if (!isRecord(node)) return [];
  if (node.tag === 'table') return tableMarkdown(node);
  const own = node.tag === 'markdown' || node.tag === 'lark_md' ? [asString(node.content)] : [];
  const inner = Object.entries(node).filter(([key]) => key !== 'chart_spec' && key !== 'behaviors');
  return [...own, ...inner.flatMap(([, child]) => listMarkdown(child))];
}

function tableMarkdown(table: Record<string, unknown>): string[] {
  const columns = asList(table.columns).map(asRecord);
  const names = columns
    .filter((c) => c.data_type === 'lark_md' || c.data_type === 'markdown')
    .map((c) => asString(c.name));
  return asList(table.rows).flatMap((row) => names.map((name) => asString(asRecord(row)[name])));
}
