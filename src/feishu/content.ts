import type { Attachment } from './incoming.ts';

/** Text still with placeholders, and the attachments, of one message. */
export interface Content {
  rawText: string;
  attachments: Attachment[];
}

type Json = Record<string, unknown>;

/**
 * Reads a message's content string by type (im-v1/message-content-description). Only text and post have
 * words of their own; cards, forwards, shares and the like give ''. Malformed content is empty, never thrown.
 */
export function readContent(messageType: string, content: string | undefined): Content {
  const json = parseObject(content);
  switch (messageType) {
    case 'text':
      return { rawText: str(json.text), attachments: [] };
    case 'post':
      return readPost(json);
    case 'image':
      return { rawText: '', attachments: attach('image', json.image_key) };
    case 'file':
      return { rawText: '', attachments: attach('file', json.file_key, json.file_name) };
    case 'audio':
      return { rawText: '', attachments: attach('audio', json.file_key) };
    case 'media':
      return { rawText: '', attachments: attach('video', json.file_key, json.file_name) };
    default:
      return { rawText: '', attachments: [] };
  }
}

/** Received posts have no locale around them; one that has is read in its first language. */
function readPost(json: Json): Content {
  const post = Array.isArray(json.content)
    ? json
    : (Object.values(json).map(asObject).find(hasContent) ?? {});
  const attachments: Attachment[] = [];
  const lines = [str(post.title)];
  for (const paragraph of asArray(post.content)) {
    lines.push(
      asArray(paragraph)
        .map((element) => readElement(asObject(element), attachments))
        .join(''),
    );
  }
  return { rawText: lines.join('\n'), attachments };
}

function readElement(element: Json, attachments: Attachment[]): string {
  switch (element.tag) {
    case 'text':
    case 'md':
    case 'code_block':
      return str(element.text);
    case 'a':
      return linkText(str(element.text), str(element.href));
    case 'at':
      return atText(str(element.user_id), str(element.user_name));
    case 'img':
      attachments.push(...attach('image', element.image_key));
      return '';
    case 'media':
      attachments.push(...attach('video', element.file_key, element.file_name));
      return '';
    case 'emotion':
      return element.emoji_type ? `[${str(element.emoji_type)}]` : '';
    default:
      return '';
  }
}

/** Same form as links in text messages, which arrive as markdown. */
function linkText(text: string, href: string): string {
  if (text === '' || text === href) return href;
  return href === '' ? text : `[${text}](${href})`;
}

function atText(userId: string, userName: string): string {
  if (userId === 'all' || userId === '@_all') return '@_all';
  return userId.startsWith('@_') ? userId : `@${userName}`;
}

function attach(kind: Attachment['kind'], key: unknown, name?: unknown): Attachment[] {
  if (typeof key !== 'string' || key === '') return [];
  return [{ kind, key, ...(typeof name === 'string' && name !== '' && { name }) }];
}

const str = (value: unknown) => (typeof value === 'string' ? value : '');
const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const hasContent = (post: Json) => Array.isArray(post.content);

function parseObject(content: string | undefined): Json {
  try {
    return asObject(JSON.parse(content ?? ''));
  } catch {
    return {};
  }
}
