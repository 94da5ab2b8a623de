/** How words of ledgers are compared: NFKC, no spaces, no line breaks, one case. */

/** Full-width as half-width, without any space; for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Without marks, too: what is left of a name or a sentence when only its words count. */
export function foldWords(text: string): string {
  return fold(text).replace(/[\p{P}\p{S}]+/gu, '');
}

const NOTHING = /^(?:[/\\|\-—–_.。、*]+|无|暂无|没有|n\/?a|null|空|不涉及问题|无问题|暂无问题|无存在问题)$/;

/** Written where there is nothing to write: /, —, 无. */
export function isNothing(text: string): boolean {
  const folded = fold(text);
  return folded === '' || NOTHING.test(folded);
}
