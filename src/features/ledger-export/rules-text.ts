/** The parts an imported item's text was put together from, taken apart again. Pure. */
import type { Issue } from '../../domain/issue.ts';
import { PARTS } from './words.ts';

export interface TextParts {
  /** What the item is about. */
  body: string;
  measure: string;
  source: string;
  verifier: string;
  /** Named parts of the note (责任领导：张三), by name; what bears no name stands under ''. */
  notes: Map<string, string>;
}

const LINES = ['measure', 'source', 'verifier', 'note'] as const;
const NAMED = /^([^：；\n]{1,20})：([\s\S]*)$/;

/** Facts said in the same line, which have columns of their own. */
const FACTS_MOST = 24;

/** What was said in one line without its unit and time; all of it when there is more than these. */
function bodyOf({ text, title }: Pick<Issue, 'text' | 'title'>): string {
  const rest = text.replace(title, '');
  const facts = title !== '' && text.includes(title) && rest.length <= FACTS_MOST;
  return facts && !/[。；;！!？?\n]/.test(rest) ? title : text;
}

export function partsOf({ text, title, imported }: Pick<Issue, 'text' | 'title' | 'imported'>): TextParts {
  const parts: TextParts = { body: text, measure: '', source: '', verifier: '', notes: new Map() };
  if (!imported) return { ...parts, body: bodyOf({ text, title }) };
  let rest = text;
  // They stand at the end in this order, so the last is looked for first.
  for (const key of LINES.toReversed()) {
    const at = rest.lastIndexOf(`\n${PARTS[key]}：`);
    if (at < 0) continue;
    const said = rest.slice(at + PARTS[key].length + 2);
    rest = rest.slice(0, at);
    if (key === 'note') parts.notes = notesOf(said);
    else parts[key] = said;
  }
  return { ...parts, body: rest };
}

function notesOf(note: string): Map<string, string> {
  const notes = new Map<string, string>();
  for (const piece of note.split('；')) {
    const [, name = '', said = piece] = NAMED.exec(piece) ?? [];
    notes.set(name, notes.has(name) ? `${notes.get(name)}；${said}` : said);
  }
  return notes;
}
