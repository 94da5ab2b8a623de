/** As what a message is tried: the card it is, plain text, private numbers masked. Pure. */
import { cardText, SOMEBODY } from '../cards/card-text.ts';
import type { Card } from '../cards/kit.ts';
import { escapeMarkdown, maskPrivate, neutralText } from '../text/escape.ts';
import type { Mentioned } from './rendered.ts';

export interface Rendition {
  /** The card was refused; its facts go as text. */
  asText: boolean;
  /** The tenant's rules against leaks (230028) refused it as it was. */
  masked: boolean;
  /** Somebody it mentions has left (100290): it stands there with names in place of mentions. */
  unmentioned: boolean;
}

/** The column first; the version before kept it at the head of the last error. */
export function readRendition(row: { rendition: string | null; lastError: string | null }): Rendition {
  const marks = row.rendition ?? /^\[([a-z ]*)\]/.exec(row.lastError ?? '')?.[1] ?? '';
  return {
    asText: marks.includes('text'),
    masked: marks.includes('masked'),
    unmentioned: marks.includes('names'),
  };
}

/** For the column; null: the card as it is. */
export function noteRendition({ asText, masked, unmentioned }: Rendition): string | null {
  const marks = [asText && 'text', masked && 'masked', unmentioned && 'names'];
  return marks.filter(Boolean).join(' ') || null;
}

/** Names by open_id, of those a card mentions. */
export type Names = ReadonlyMap<string, string>;

const MENTION = /<at id=([^>]*)><\/at>/g;

/** Whose names are needed: of those mentioned, when the mentions are to be written out. */
export function mentionedIn(rendition: Rendition, card: Card | undefined): string[] {
  if (card === undefined || !(rendition.unmentioned || rendition.asText)) return [];
  return [...new Set([...JSON.stringify(card).matchAll(MENTION)].map(([, id = '']) => id))];
}

/**
 * Body of a send or reply. Other content never goes under the same uuid, which would bring back the old message.
 * @param drawn a card, or plain words
 */
export function bodyIn(
  rendition: Rendition,
  drawn: { card: Card } | { text: string; at?: readonly Mentioned[] | undefined },
  uuid: string,
  names: Names = new Map(),
) {
  const own = `${uuid}${rendition.asText ? 't' : ''}${rendition.masked ? 'm' : ''}${rendition.unmentioned ? 'n' : ''}`;
  if ('card' in drawn && !rendition.asText)
    return { type: 'interactive', content: cardIn(rendition, drawn.card, names), uuid: own } as const;
  const text = neutralText('card' in drawn ? cardText(drawn.card, (id) => names.get(id)) : drawn.text);
  const called = 'at' in drawn ? (drawn.at ?? []).map(mentionTag).join('') : '';
  const words = rendition.masked ? maskPrivate(text) : text;
  return { type: 'text', content: { text: `${called}${words}` }, uuid: own } as const;
}

function mentionTag({ openId, name }: Mentioned): string {
  return /^ou_[\w-]+$/.test(openId)
    ? `<at user_id="${openId}">${neutralText(name)}</at> `
    : `${neutralText(name)} `;
}

/** The card as it may be shown; the values of its buttons stay. */
export function cardIn(rendition: Rendition, card: Card, names: Names = new Map()): unknown {
  const named = rendition.unmentioned
    ? mapStrings(card, (text) =>
        text.replace(MENTION, (_, id: string) => escapeMarkdown(names.get(id) ?? SOMEBODY)),
      )
    : card;
  return rendition.masked ? mapStrings(named, maskPrivate) : named;
}

function mapStrings(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((one) => mapStrings(one, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'value' ? value : mapStrings(value, change)]),
  );
}
