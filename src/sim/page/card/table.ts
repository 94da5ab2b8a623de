import { fill, h } from '../dom.ts';
import { parseMarkdown } from '../markdown/blocks.ts';
import { parseInline } from '../markdown/inline.ts';
import { writeDateFormat } from '../zoned-time.ts';
import { readColor } from './color.ts';
import type { CardContext, Place } from './context.ts';
import { drawBlocks, drawInline, drawPerson, drawTag } from './markdown-dom.ts';
import { readLength } from './measure.ts';
import { drawPages } from './pages.ts';
import { type Json, readList, readNumber, readObject, readString } from './read.ts';

/** table: typed columns, `page_size` rows a page (1–10, else 5). */
export function drawTable(element: Json, place: Place): HTMLElement {
  const columns = readList(element.columns);
  const rows = readList(element.rows);
  const body = h('tbody');
  const head = h(
    'tr',
    {},
    ...columns.map((column) => drawHeading(column, readObject(element.header_style), place.card)),
  );
  const table = h('table', { class: 'card-table' }, h('thead', {}, head), body);
  if (element.freeze_first_column === true) table.classList.add('freeze');
  const height =
    readLength(element.row_height, 32, 124) ??
    { low: '34px', medium: '44px', high: '60px' }[readString(element.row_height) ?? ''];
  const wanted = readNumber(element.page_size) ?? 5;
  const size = wanted >= 1 && wanted <= 10 ? Math.floor(wanted) : 5;
  const pages = drawPages(rows.length, size, (from, to) => {
    const drawn = rows.slice(from, to).map((row) => {
      const line = h(
        'tr',
        {},
        ...columns.map((column) => drawCell(column, row[readString(column.name) ?? ''], place.card)),
      );
      if (height) line.style.height = height;
      return line;
    });
    const none = h('tr', {}, h('td', { colspan: columns.length, class: 'none' }, '暂无数据'));
    fill(body, ...(rows.length > 0 ? drawn : [none]));
  });
  return h('div', { class: 'table-box' }, h('div', { class: 'table-scroll', tabindex: 0 }, table), pages);
}

function drawHeading(column: Json, style: Json, card: CardContext): HTMLElement {
  const heading = h('th', { scope: 'col' }, readString(column.display_name) || readString(column.name) || '');
  const width = readLength(column.width, 80, 600);
  if (width) heading.style.minWidth = heading.style.width = width;
  const align = readString(style.text_align) ?? readString(column.horizontal_align);
  if (align === 'center' || align === 'right') heading.style.textAlign = align;
  if (style.background_style === 'none') heading.style.background = 'transparent';
  if (style.bold === false) heading.style.fontWeight = '400';
  const color = readColor(style.text_color, 'text', card.style);
  if (color) heading.style.color = color;
  return heading;
}

function drawCell(column: Json, value: unknown, card: CardContext): HTMLElement {
  const cell = h('td', {}, ...drawValue(column, value, card));
  const align = readString(column.horizontal_align);
  if (align === 'center' || align === 'right') cell.style.textAlign = align;
  const vertical = readString(column.vertical_align);
  if (vertical === 'top' || vertical === 'bottom') cell.style.verticalAlign = vertical;
  return cell;
}

function drawValue(column: Json, value: unknown, card: CardContext): (Node | string)[] {
  if (value === undefined || value === null || value === '') return [];
  switch (column.data_type) {
    case 'number':
      return [writeNumber(readObject(column.format), value)];
    case 'options': {
      const options = typeof value === 'string' ? [{ text: value, color: 'neutral' }] : readList(value);
      return options.map((option) => drawTag(option.color, readString(option.text) ?? ''));
    }
    case 'persons':
      return (Array.isArray(value) ? value : [value]).map((id) => drawPerson(String(id), card, {}));
    case 'date':
      return [writeDateFormat(Number(value), readString(column.date_format) ?? 'YYYY/MM/DD', card.timeZone)];
    case 'lark_md':
      return drawInline(parseInline(String(value)), card);
    case 'markdown':
      return [h('div', { class: 'md' }, ...drawBlocks(parseMarkdown(String(value)), card))];
    default:
      return [String(value)];
  }
}

/** Symbol, thousands separator and decimals of a number column. */
export function writeNumber(format: Json, value: unknown): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return String(value);
  const precision = readNumber(format.precision);
  const digits =
    precision === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  const useGrouping = format.separator === true || format.seperator === true;
  return `${readString(format.symbol) ?? ''}${number.toLocaleString('zh-CN', { useGrouping, ...digits })}`;
}
