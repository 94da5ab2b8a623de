/** Traditional characters and dialect in what is asked in plain words, each with the common form. */
import { TRADITIONAL } from './traditional-characters.ts';

/** Written one for the other, though both are simplified characters. */
const MIXED = '帐账於于矽硅徵征';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL, MIXED].flatMap((pairs) =>
    Array.from(
      { length: pairs.length / 2 },
      (_, i) => [pairs.charAt(i * 2), pairs.charAt(i * 2 + 1)] as const,
    ),
  ),
);

/** Words of the south-west and of Hunan and Hubei, each with the common one of the same length. */
const DIALECT: readonly [RegExp, string][] = [
  [/(?:没得|莫得|冇得|冒得)(?![出过到罪意])/g, '没有'],
  [/好多(?!了)/g, '多少'],
  [/(?:啥子|么子|啥个)/g, '什么'],
  [/咋个/g, '怎么'],
  [/甚么/g, '什么'],
  [/晓得/g, '知道'],
  [/一哈|哈子/g, '一下'],
  [/(?<![什怎这那多])么样/g, '怎样'],
  [/(?<![什怎这那多])么(?=情况|动静|原因|结果|问题|进展)/g, '啥'],
];

/** The text with these characters simplified; of the same length. */
export function inSimplified(text: string): string {
  return [...text].map((one) => SIMPLIFIED.get(one) ?? one).join('');
}

/** The same with these words replaced; of the same length. */
export function simplify(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  return DIALECT.reduce((said, [word, common]) => said.replace(word, common), inSimplified(text));
}
