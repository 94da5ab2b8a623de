import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { readEntity } from './entities.ts';
import { readAngleLink, readBareLink } from './links.ts';
import { readTag } from './tags.ts';

const EMOJI: Record<string, string> = {
  OK: '👌',
  THUMBSUP: '👍',
  DONE: '✅',
  CheckMark: '✅',
  CrossMark: '❌',
  Get: '🉐',
  FIRE: '🔥',
  Alarm: '⏰',
  HEART: '❤️',
  APPLAUSE: '👏',
  SMILE: '🙂',
  JIAYI: '➕',
  Pin: '📌',
  Fire: '🔥',
};
/** Emphasis nests as deep as it is written; beyond this the text stays and its look is lost. */
const MAX_DEPTH = 200;

/** CommonMark with tables and `~~`, without HTML, underlined headings and reference links, plus Feishu's dialect. */
export const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
parser.disable(['html_block', 'html_inline', 'lheading', 'reference', 'autolink']);
// Targets pass as they were written: safeHref judges each, and a refused one must leave its label.
parser.validateLink = () => true;
parser.normalizeLink = (target) => target;
parser.block.ruler.after('hr', 'hr_tag', readRuleTag, { alt: ['paragraph', 'blockquote', 'list'] });
// The library asks the rules of 'blockquote' where a table ends.
parser.block.ruler.push('table_end', endsTable, { alt: ['blockquote'] });
parser.inline.ruler.at('entity', readEntityRule);
parser.inline.ruler.before('text', 'emoji', readEmoji);
parser.inline.ruler.before('text', 'bare_link', readBareLink);
parser.inline.ruler.before('text', 'angle_link', readAngleLink);
parser.inline.ruler.before('text', 'tag', readTag);

function readRuleTag(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if (!/^ {0,3}<hr\s*\/?>\s*$/i.test(state.getLines(line, line + 1, state.blkIndent, false))) return false;
  if (silent) return true;
  state.push('hr', 'hr', 0);
  state.line = line + 1;
  return true;
}

/** A row has a bar; CommonMark's tables go on to the next empty line. */
function endsTable(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const row = state.getLines(line, line + 1, state.blkIndent, false);
  return silent && state.parentType === 'table' && !row.includes('|');
}

/** The entities the platform knows, not all of HTML's. They stand for text: the marks were recognised before. */
function readEntityRule(state: StateInline, silent: boolean): boolean {
  const entity = readEntity(state.src, state.pos);
  if (!entity) return false;
  if (!silent) state.push('text_special', '', 0).content = entity.text;
  state.pos += entity.length;
  return true;
}

function readEmoji(state: StateInline, silent: boolean): boolean {
  const pattern = /:([A-Za-z]{2,20}):/y;
  pattern.lastIndex = state.pos;
  const name = pattern.exec(state.src)?.[1];
  if (!name || !Object.hasOwn(EMOJI, name)) return false;
  if (!silent) state.pending += EMOJI[name];
  state.pos = pattern.lastIndex;
  return true;
}

/** A token with what stands between it and the token that closes it. */
export interface Branch {
  token: Token;
  children: Branch[];
}

/** The library's flat list as a tree. */
export function nest(tokens: Token[]): Branch[] {
  const top: Branch[] = [];
  const open = [top];
  for (const token of tokens) {
    const parent = open.at(-1) ?? top;
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const branch = { token, children: nest(token.children ?? []) };
    const deep = open.length > MAX_DEPTH;
    if (token.nesting === 0 || !deep) parent.push(branch);
    if (token.nesting > 0) open.push(deep ? parent : branch.children);
  }
  return top;
}
