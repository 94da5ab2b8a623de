import type { Mention } from './incoming.ts';
import { type WireMention, wireMention } from './wire.ts';

/** C0 and C1 controls but tab and newline, soft hyphen, zero-width, BiDi, invisible tags. */
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
/** A joiner stays only where it glues two pictures into one emoji. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** What a person sees and a database stores: one kind of newline, nothing invisible, no half characters. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\u00A0/g, ' ')
    .replace(INVISIBLE, '')
    .replace(LOOSE_JOINER, '');
}

export interface PlacedText {
  text: string;
  mentions: Mention[];
  mentionsAll: boolean;
}

/**
 * Puts names in place of the wire's placeholders, in one pass and longest key first, so that neither
 * `@_user_1` eats the head of `@_user_10` nor a name that looks like a placeholder is replaced again.
 * `@_all` never has an entry. Our own bot is known by exact open_id only; names prove nothing.
 */
export function placeMentions(
  raw: string,
  listed: unknown[] | undefined,
  botOpenId: string | undefined,
): PlacedText {
  const entries = new Map<string, WireMention>();
  for (const candidate of listed ?? []) {
    const { data } = wireMention.safeParse(candidate);
    if (data) entries.set(data.key, data);
  }
  const keys = [...entries.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const placeholder = new RegExp([...keys, '@_all(?![A-Za-z0-9_])'].join('|'), 'g');

  const source = cleanText(raw).trim();
  const mentions: Mention[] = [];
  let mentionsAll = false;
  let text = '';
  let readTo = 0;
  for (const match of source.matchAll(placeholder)) {
    text += source.slice(readTo, match.index);
    readTo = match.index + match[0].length;
    const entry = entries.get(match[0]);
    const isAll = entry === undefined || entry.key === '@_all';
    const shown = isAll ? '@所有人' : `@${cleanName(entry.name)}`;
    if (isAll) mentionsAll = true;
    else mentions.push(...toMention(entry, botOpenId, [text.length, text.length + shown.length]));
    text += shown;
  }
  return { text: text + source.slice(readTo), mentions, mentionsAll };
}

/** Text without our bot's own mention and the space it leaves; the other mentions keep their places. */
export function stripBotMention(text: string, mentions: Mention[]): { text: string; mentions: Mention[] } {
  const cuts = mentions.filter((m) => m.isBot).map((m) => withSpaceAfter(text, m.span));
  const keep = (at: number) => at - cuts.reduce((gone, [from, to]) => gone + clamp(at, from, to), 0);
  const bare = cuts.toReversed().reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
  const lead = bare.length - bare.trimStart().length;
  return {
    text: bare.trim(),
    mentions: mentions
      .filter((m) => !m.isBot)
      .map((m) => ({ ...m, span: [keep(m.span[0]) - lead, keep(m.span[1]) - lead] })),
  };
}

/**
 * Where what is said to the bot begins when other words stand before its mention (@所有人 @机器人 清单, a post's title);
 * 0 when none do. An offset into the text of {@link stripBotMention}.
 */
export function addressedFrom(text: string, mentions: Mention[]): number {
  const first = mentions.filter((m) => m.isBot).toSorted((a, b) => a.span[0] - b.span[0])[0];
  if (!first) return 0;
  return text.slice(0, first.span[0]).trim() === '' ? 0 : text.slice(0, first.span[0]).trimStart().length;
}

/** "报 @机器人 停电" leaves one space, "请@机器人 报" keeps its own. */
function withSpaceAfter(text: string, [from, to]: [number, number]): [number, number] {
  if (from > 0 && !/\s/.test(text[from - 1] ?? '')) return [from, to];
  const space = /^[ \t\u3000]*/.exec(text.slice(to))?.[0].length ?? 0;
  return [from, to + space];
}

const clamp = (at: number, from: number, to: number) => Math.max(0, Math.min(at, to) - from);
const escapePattern = (key: string) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const cleanName = (name: string | undefined) =>
  cleanText(name ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** Without an open_id (never seen live) the name stays in the text, but there is nobody to address. */
function toMention(entry: WireMention, botOpenId: string | undefined, span: [number, number]): Mention[] {
  const openId = entry.id.open_id;
  if (!openId) return [];
  const isBot = botOpenId !== undefined && openId === botOpenId;
  const isApp = isBot || entry.mentioned_type === 'bot' || entry.id_type === 'app_id';
  return [
    {
      key: entry.key,
      openId,
      name: cleanName(entry.name),
      ...(entry.tenant_key && { tenantKey: entry.tenant_key }),
      isBot,
      mentionedType: isApp ? 'bot' : 'user',
      span,
    },
  ];
}
