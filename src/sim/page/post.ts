import type { SimMessage } from '../types.ts';
import { fileUrl } from './api.ts';
import { drawBlocks, drawLink } from './card/markdown-dom.ts';
import { type Json, readObject, readString } from './card/read.ts';
import { h } from './dom.ts';
import { parseMarkdown } from './markdown/blocks.ts';
import { readBareUrl, safeHref } from './markdown/links.ts';
import type { Desk } from './session.ts';

const PIECE =
  /@_user_\d+|@_all|<at user_id="([^"]*)">([^<]*)<\/at>|https?:\/\/|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** A text message: mentions by name, addresses as links, everything else as it was written. */
export function drawWords(text: string, message: SimMessage, desk: Desk): (Node | string)[] {
  const out: (Node | string)[] = [];
  let done = 0;
  for (const found of text.matchAll(PIECE)) {
    if (found.index < done) continue;
    const url = found[0].startsWith('http') ? readBareUrl(text, found.index) : undefined;
    if (found[0].startsWith('http') && !url) continue;
    out.push(text.slice(done, found.index));
    done = found.index + (url ?? found[0]).length;
    if (url) out.push(drawLink(url, url));
    else if (found[4]) out.push(drawLink(found[4], found[3]));
    else out.push(drawMention(found[0], found[1], found[2], message, desk));
  }
  out.push(text.slice(done));
  return out;
}

function drawMention(
  source: string,
  id: string | undefined,
  label: string | undefined,
  message: SimMessage,
  desk: Desk,
): HTMLElement {
  const mention = message.mentions.find((one) => one.key === source || one.openId === id);
  const all = source === '@_all' || id === 'all';
  const name = all ? '所有人' : (mention?.name ?? (id && desk.nameOf(id)) ?? label ?? '未知用户');
  const mine = all || (mention?.openId ?? id) === desk.session.viewer;
  return h('span', { class: mine ? 'at mine' : 'at' }, `@${name}`);
}

/** A rich-text (post) message, with or without the wrapper that names its language. */
export function drawPost(content: Json, message: SimMessage, desk: Desk): HTMLElement[] {
  const body = Array.isArray(content.content) ? content : readObject(content.zh_cn ?? content.en_us);
  const title = readString(body.title);
  const lines = Array.isArray(body.content) ? body.content : [];
  return [
    ...(title ? [h('b', { class: 'post-title' }, title)] : []),
    ...lines.map((line: unknown) =>
      h(
        'div',
        {},
        ...(Array.isArray(line) ? line : []).map((part) => drawPart(readObject(part), message, desk)),
      ),
    ),
  ];
}

function drawPart(part: Json, message: SimMessage, desk: Desk): Node | string {
  const text = readString(part.text) ?? '';
  switch (part.tag) {
    case 'a': {
      const href = safeHref(readString(part.href) ?? '');
      return href ? drawLink(href, text || href) : text;
    }
    case 'at': {
      const id = readString(part.user_id) ?? '';
      return drawMention(id, id, readString(part.user_name), message, desk);
    }
    case 'img':
      return h('img', { class: 'sent-image', src: fileUrl(readString(part.image_key) ?? ''), alt: '图片' });
    case 'hr':
      return h('hr');
    case 'code_block':
      return h('pre', {}, text);
    case 'md':
      return h('div', { class: 'md' }, ...drawBlocks(parseMarkdown(text), cardLess(message, desk)));
    case 'emotion':
      return `[${readString(part.emoji_type) ?? '表情'}]`;
    default:
      return Array.isArray(part.style) && part.style.includes('bold') ? h('b', {}, text) : text;
  }
}

function cardLess(message: SimMessage, desk: Desk) {
  return {
    viewer: desk.session.viewer,
    members: [],
    nameOf: desk.nameOf,
    timeZone: desk.session.state.timeZone,
    sentAt: message.createdAt,
    imageUrl: fileUrl,
    style: {},
    act: async () => {},
    confirm: async () => false,
    openUrl: () => {},
    notify: () => {},
  };
}
