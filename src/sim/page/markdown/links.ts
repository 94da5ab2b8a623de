import type { StateInline } from 'markdown-it';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The target if a click may go there, else undefined. Feishu opens http and https only (tel on phones);
 * `javascript:` and friends must never reach an href.
 */
export function safeHref(target: string): string | undefined {
  const trimmed = target.trim();
  try {
    return ALLOWED.has(new URL(trimmed).protocol) ? trimmed : undefined;
  } catch {
    return undefined;
  }
}

const BARE = /https?:\/\/[^\s<>"'`，。；、：！？（）「」《》【】]+/y;

/** A bare URL at `at`, without the punctuation that ends a sentence. */
export function readBareUrl(source: string, at: number): string | undefined {
  BARE.lastIndex = at;
  const found = BARE.exec(source)?.[0].replace(/[.,;:!?)\]*_~]+$/, '');
  return found && found.length > 'https://'.length ? found : undefined;
}

/** Rule of the parser for a bare URL. It stops at the colon: what stands before is pending text already. */
export function readBareLink(state: StateInline, silent: boolean): boolean {
  // Silent asks where a label ends, and its bracket binds closer than an address.
  if (silent || state.src[state.pos] !== ':') return false;
  const scheme = /https?$/.exec(state.pending)?.[0];
  if (!scheme) return false;
  const at = state.pos - scheme.length;
  const url = readBareUrl(state.src.slice(0, state.posMax), at);
  if (!url) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  pushLink(state, url);
  state.pos = at + url.length;
  return true;
}

/** Rule of the parser for `<https://…>`; other schemes and mail addresses in angle brackets are text. */
export function readAngleLink(state: StateInline, silent: boolean): boolean {
  const pattern = /<(https?:\/\/[^\s<>]+)>/y;
  pattern.lastIndex = state.pos;
  const url = pattern.exec(state.src)?.[1];
  if (!url) return false;
  if (!silent) pushLink(state, url);
  state.pos = pattern.lastIndex;
  return true;
}

function pushLink(state: StateInline, url: string): void {
  state.push('link_open', 'a', 1).attrs = [['href', url]];
  state.push('text', '', 0).content = url;
  state.push('link_close', 'a', -1);
}
