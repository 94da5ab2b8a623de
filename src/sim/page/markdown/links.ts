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
