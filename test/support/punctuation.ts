/** GB/T 15834: the punctuation of Chinese text is full-width. */

const TOUCHING =
  /(?:\p{Script=Han}|[”》】）])[”》]?[,:;?!(]|(?<!\])[,:;?!)(][“《（]?\p{Script=Han}|\p{Script=Han}\)/gu;

/** Half-width marks that touch Chinese in a text, each with what stands around it; the target of a link is none. */
export function halfWidthIn(text: string): string[] {
  const plain = text.replace(/\]\([^)]*\)/g, ']').replace(/https?:\/\/[^\s\p{Script=Han}]+/gu, 'link');
  return [...plain.matchAll(TOUCHING)].map(({ index, 0: hit }) =>
    plain.slice(Math.max(0, index - 12), index + hit.length + 12),
  );
}
