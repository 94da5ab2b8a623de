import { buildInline } from './inline.ts';
import { type Branch, nest, parser } from './parser.ts';
import { readAttribute } from './tags.ts';
import type { Align, Block, Inline } from './tokens.ts';

/** Blocks of the dialect: CommonMark without HTML blocks and underlined headings, plus tables and `<hr>`. */
export function parseMarkdown(source: string): Block[] {
  return nest(parser.parse(source, {})).flatMap(buildBlock);
}

function buildBlock({ token, children }: Branch): Block[] {
  switch (token.type) {
    case 'paragraph_open':
      return [{ type: 'paragraph', children: textOf(children) }];
    case 'heading_open':
      return [{ type: 'heading', level: Number(token.tag.slice(1)), children: textOf(children) }];
    case 'fence':
    case 'code_block':
      return [{ type: 'code', lang: token.info.trim(), text: token.content.replace(/\n$/, '') }];
    case 'blockquote_open':
      return [{ type: 'quote', children: children.flatMap(buildBlock) }];
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items = children.map((item) => item.children.flatMap(buildBlock));
      const start = Number(token.attrGet('start') ?? 1);
      return [{ type: 'list', ordered: token.type === 'ordered_list_open', start, items }];
    }
    case 'table_open':
      return [buildTable(children)];
    case 'hr':
      return [{ type: 'hr' }];
    default:
      return [];
  }
}

/** The text of a paragraph, a heading or a cell: its one `inline` token. */
const textOf = (children: Branch[]): Inline[] => children.flatMap((child) => buildInline(child.children));

function buildTable([head, body]: Branch[]): Block {
  const cells = head?.children[0]?.children ?? [];
  const align = cells.map(({ token }) => readAlign(readAttribute(token, 'style')));
  const header = cells.map((cell) => textOf(cell.children));
  const rows = (body?.children ?? []).map((row) => row.children.map((cell) => textOf(cell.children)));
  return { type: 'table', align, header, rows };
}

const readAlign = (style: string): Align =>
  (['left', 'center', 'right'] as const).find((side) => style === `text-align:${side}`);
