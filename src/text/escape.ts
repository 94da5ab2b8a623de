/**
 * Text written by people, made harmless. In card markdown a line of user text could mention everybody
 * (`<at id=all>`), hide a link or draw a table, so every character the dialect gives a meaning becomes an entity.
 */

/** Control characters, bidirectional overrides and zero-width marks: they change how a line reads. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Half of a surrogate pair alone is not a character and breaks JSON readers. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
const MEANINGFUL = /[!-/:-@[-`{-~]/g;

/** The text without characters nobody can see; line breaks stay, at most two in a row. */
export function stripInvisible(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** User text for a markdown element: one line, shown literally, whatever it contains. */
export function escapeMarkdown(userText: string): string {
  return oneLine(userText).replace(MEANINGFUL, (char) => `&#${char.charCodeAt(0)};`);
}

/** The text on one line, runs of white space as one blank. */
export function oneLine(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim();
}

/** At most `limit` characters, the last of them `…` when something was cut; never half an emoji. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${wholeStart(text, limit - 1)}…`;
}

/** The first `length` characters, one less when that would split a surrogate pair. */
export function wholeStart(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** An id for an `<at>` or a picker: only the characters the platform uses; undefined for anything else. */
export function safeOpenId(openId: string): string | undefined {
  return /^ou_[\w-]{1,64}$/.test(openId) ? openId : undefined;
}

/** Words for a plain text message, in which `<at user_id="all">` and tags would still have a meaning. */
export function neutralText(text: string): string {
  return text.replace(/<(?=[/a-z])/gi, '＜').replace(/\]\(/g, '] (');
}

/** Mobile numbers and e-mail addresses so that nobody can use them: some tenants refuse messages with them (230028). */
export function maskPrivate(text: string): string {
  return text
    .replace(/(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g, '$1××××$2')
    .replace(/([\w.+-])[\w.+-]*(@|&#64;)[\w-]+(?:(?:\.|&#46;)[a-z]{2,})+/gi, '$1×××');
}
