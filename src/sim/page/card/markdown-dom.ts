import { drawAvatar } from '../avatar.ts';
import { fill, h } from '../dom.ts';
import type { Block, Inline } from '../markdown/tokens.ts';
import { writeLocalDatetime } from '../zoned-time.ts';
import { readColor, readTint } from './color.ts';
import type { CardContext } from './context.ts';
import { readIconSign } from './icon.ts';
import { drawPages } from './pages.ts';
import { drawSigns } from './sign.ts';

/** Rows of a markdown table on one page; fixed by the platform. */
const TABLE_PAGE = 5;

export function drawBlocks(blocks: Block[], card: CardContext): Node[] {
  return blocks.map((block) => drawBlock(block, card));
}

function drawBlock(block: Block, card: CardContext): Node {
  switch (block.type) {
    case 'paragraph':
      return h('p', {}, ...drawInline(block.children, card));
    case 'heading': {
      const level = Math.max(1, Math.min(6, block.level));
      return h(
        'div',
        { class: `md-h${level}`, role: 'heading', 'aria-level': level + 2 },
        ...drawInline(block.children, card),
      );
    }
    case 'code':
      return h('pre', { 'data-lang': block.lang || undefined }, h('code', {}, block.text));
    case 'quote':
      return h('blockquote', {}, ...drawBlocks(block.children, card));
    case 'list': {
      const items = block.items.map((item) => h('li', {}, ...drawBlocks(item, card)));
      return block.ordered ? h('ol', { start: block.start }, ...items) : h('ul', {}, ...items);
    }
    case 'table':
      return drawMarkdownTable(block, card);
    case 'hr':
      return h('hr');
  }
}

function drawMarkdownTable(block: Extract<Block, { type: 'table' }>, card: CardContext): HTMLElement {
  const cell = (tag: 'td' | 'th', children: Inline[], column: number) =>
    h(
      tag,
      { style: block.align[column] && `text-align:${block.align[column]}` },
      ...drawInline(children, card),
    );
  const body = h('tbody');
  const table = h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...block.header.map((children, column) => cell('th', children, column)))),
    body,
  );
  const pages = drawPages(block.rows.length, TABLE_PAGE, (from, to) => {
    const rows = block.rows
      .slice(from, to)
      .map((row) => h('tr', {}, ...row.map((children, column) => cell('td', children, column))));
    fill(body, ...rows);
  });
  return h('div', { class: 'table-box' }, h('div', { class: 'table-scroll', tabindex: 0 }, table), pages);
}

export function drawInline(nodes: Inline[], card: CardContext): Node[] {
  return nodes.map((node) => drawNode(node, card));
}

function drawNode(node: Inline, card: CardContext): Node {
  switch (node.type) {
    case 'text':
      return drawSigns(node.text);
    case 'br':
      return h('br');
    case 'code':
      return h('code', {}, node.text);
    case 'strong':
    case 'em':
    case 'del':
      return h(node.type, {}, ...drawInline(node.children, card));
    case 'link': {
      const sign = node.icon && h('span', { 'aria-hidden': 'true' }, `${readIconSign(node.icon)} `);
      return drawLink(node.href, sign || undefined, ...drawInline(node.children, card));
    }
    case 'image':
      return h('img', { class: 'md-image', src: card.imageUrl(node.key), alt: node.alt, title: node.alt });
    case 'font': {
      const color = readColor(node.color, 'text', card.style);
      return h('span', { style: color && `color:${color}` }, ...drawInline(node.children, card));
    }
    case 'tag':
      return drawTag(node.color, ...drawInline(node.children, card));
    default:
      return drawSpecial(node, card);
  }
}

function drawSpecial(
  node: Extract<Inline, { type: 'at' | 'person' | 'number' | 'datetime' }>,
  card: CardContext,
): Node {
  switch (node.type) {
    case 'at': {
      const names = node.all
        ? ['所有人']
        : node.email
          ? [node.email]
          : node.ids.map((id) => card.nameOf(id) ?? '未知用户');
      const mine = node.all || node.ids.includes(card.viewer);
      return h('span', { class: mine ? 'at mine' : 'at' }, names.map((name) => `@${name}`).join(' '));
    }
    case 'person':
      return drawPerson(node.id, card, node);
    case 'number': {
      const ground = readColor(node.background, 'middle', card.style);
      const color = readColor(node.color, 'text', card.style);
      const style = `${ground ? `background:${ground};` : ''}${color ? `color:${color}` : ''}`;
      const badge = h('span', { class: 'number-tag', style: style || undefined }, node.text);
      return node.href ? drawLink(node.href, badge) : badge;
    }
    case 'datetime': {
      const text = writeLocalDatetime(node.millisecond ?? card.sentAt, node.format, card.timeZone);
      return node.href ? drawLink(node.href, text) : h('time', {}, text);
    }
  }
}

/** A link that tells the other side nothing about this page. */
export function drawLink(href: string, ...children: (Node | string | undefined)[]): HTMLElement {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A coloured label (text_tag, option of a table). */
export function drawTag(color: unknown, ...children: (Node | string)[]): HTMLElement {
  const tint = readTint(color) ?? readTint('neutral');
  return h('span', { class: 'tag', style: `background:${tint?.ground};color:${tint?.text}` }, ...children);
}

/** One person with avatar and name; an id nobody has shows 未知用户, as in Feishu. */
export function drawPerson(
  id: string,
  card: CardContext,
  look: { showName?: boolean; showAvatar?: boolean; capsule?: boolean },
): HTMLElement {
  const name = card.nameOf(id) ?? '未知用户';
  return h(
    'span',
    { class: look.capsule ? 'person capsule' : 'person', title: name },
    look.showAvatar !== false && drawAvatar(name, id, 'small'),
    look.showName !== false && h('span', {}, name),
  );
}
