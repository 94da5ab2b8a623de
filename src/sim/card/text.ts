import { asList, asRecord, asString, isRecord } from '../content/json.ts';

type NameOf = (openId: string) => string | undefined;

/** Properties that hold words or further components, in reading order. */
const WORDS = ['content', 'label', 'placeholder', 'display_name'];
const INNER = [
  'title',
  'subtitle',
  'text_tag_list',
  'text',
  'fields',
  'header',
  'columns',
  'elements',
  'options',
  'button_area',
  'buttons',
];

function markdownWords(text: string, nameOf: NameOf): string {
  return text
    .replace(/<at\s+ids?=["']?([^"'>]+)["']?[^>]*>(?:<\/at>)?/g, (_, ids: string) =>
      ids
        .split(',')
        .map((id) => (id === 'all' ? '@所有人' : `@${nameOf(id.trim()) ?? id.trim()}`))
        .join(' '),
    )
    .replace(
      /<person\s+id\s*=\s*["']?([^"'\s>]+)["']?[^>]*>(?:<\/person>)?/g,
      (_, id: string) => nameOf(id) ?? id,
    )
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?[a-z_]+[^>]*>/gi, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

function tableWords(table: Record<string, unknown>, nameOf: NameOf): string[] {
  const columns = asList(table.columns).map(asRecord);
  const head = columns.map((c) => asString(c.display_name)).join(' | ');
  const rows = asList(table.rows).map((row) =>
    columns.map((c) => cellWords(asRecord(row)[asString(c.name)], nameOf)).join(' | '),
  );
  return [head, ...rows];
}

function cellWords(cell: unknown, nameOf: NameOf): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return nameOf(cell) ?? markdownWords(cell, nameOf);
  if (Array.isArray(cell)) return cell.map((c) => cellWords(isRecord(c) ? c.text : c, nameOf)).join('、');
  return '';
}

function collect(node: unknown, nameOf: NameOf, out: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, nameOf, out);
    return;
  }
  if (!isRecord(node)) return;
  const tag = node.tag;
  if (tag === 'table') {
    out.push(...tableWords(node, nameOf));
    return;
  }
  if (tag === 'person') out.push(nameOf(asString(node.user_id)) ?? '');
  if (tag === 'person_list') {
    out.push(
      asList(node.persons)
        .map((p) => nameOf(asString(asRecord(p).id)) ?? '')
        .join('、'),
    );
  }
  for (const key of WORDS) {
    const words = node[key];
    if (typeof words === 'string') out.push(tag === 'plain_text' ? words : markdownWords(words, nameOf));
    else if (isRecord(words)) collect(words, nameOf, out);
  }
  for (const key of INNER) collect(node[key], nameOf, out);
}

/** All the words on a card in reading order, one component a line; people by name. */
export function cardText(card: unknown, nameOf: NameOf): string {
  const out: string[] = [];
  const c = asRecord(card);
  collect(c.header, nameOf, out);
  collect(asRecord(c.body).elements, nameOf, out);
  return out.filter((line) => line !== '').join('\n');
}
