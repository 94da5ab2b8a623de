/**
 * Writes src/language/lexicon/homophones.ts: characters of GB 2312 by the syllable they are usually read with, tones
 * aside. Run by hand when the reading of a character was wrong: `node scripts/make-homophones.ts`.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** The 6,763 characters of GB 2312, in its order. */
export function characters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const all: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) all.push(character);
    }
  return all;
}

/** Characters by syllable, those alone with theirs left out. */
export function groups(): string[] {
  const bySyllable = Map.groupBy(characters(), (one) => pinyin(one, { toneType: 'none' }));
  return [...bySyllable.values()].map((some) => some.join('')).filter((some) => some.length > 1);
}

const HEAD = `/**
 * Characters that sound alike, tones aside: one group for each syllable, by the usual reading alone. Made by
 * scripts/make-homophones.ts from pinyin-pro (MIT), so that neither the server nor a Worker carries its dictionary.
 */
`;

if (import.meta.main) {
  const lines = groups().reduce<string[]>((all, group) => {
    const last = all.at(-1);
    if (last === undefined || last.length + group.length > 100) all.push(group);
    else all[all.length - 1] = `${last} ${group}`;
    return all;
  }, []);
  const text = lines.map((line) => `  '${line}',`).join('\n');
  const code = `${HEAD}export const SOUNDS_ALIKE: readonly string[] = [\n${text}\n];\n`;
  writeFileSync(new URL('../src/language/lexicon/homophones.ts', import.meta.url), code);
}
