/**
 * Makes the font pictures are drawn with: Noto Sans CJK SC with the characters of GB 2312 and of 通用规范汉字表, so that a
 * server without any font draws every name. Run by hand when the set changes, on Debian with
 * `apt-get install fonts-noto-cjk python3-fonttools unicode-data`; the result is in the repository.
 */
import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
/** Simplified Chinese in the collection. */
const FACE = 2;
const UNIHAN = '/usr/share/unicode/Unihan_OtherMappings.txt.bz2';
const FOLDER = fileURLToPath(new URL('../src/files/font/', import.meta.url));
const TARGET = join(FOLDER, 'noto-sans-sc.otf');
/** What the font can draw, for counting what it cannot. */
const CHARACTERS = join(FOLDER, 'characters.txt');

/** 6,763 characters and 682 marks and letters. */
function gb2312(): string {
  const decoder = new TextDecoder('gbk', { fatal: true });
  let all = '';
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      try {
        all += decoder.decode(new Uint8Array([high, low]));
      } catch {
        // A place of the table that is not taken.
      }
    }
  }
  return all.replaceAll(/\p{Private_Use}/gu, '');
}

/** 8,105 characters that stand in names today: 喆, 堃, 犇 are not in GB 2312. */
function standardCharacters(): string {
  const mappings = execFileSync('bzcat', [UNIHAN], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...mappings.matchAll(/^U\+([0-9A-F]+)\tkTGH\t/gm)]
    .map(([, code = '']) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).join('');

const characters = new Set(
  `${gb2312() + standardCharacters() + range(0x20, 0x7e) + range(0xa0, 0xff)}‐–—‘’“”…•′″※€№℃™㎡㎥㎏㎜㎝㎞□■●`,
);
writeFileSync(CHARACTERS, [...characters].sort().join(''));
const options = [`--font-number=${FACE}`, `--text-file=${CHARACTERS}`, `--output-file=${TARGET}`];
const small = ['--layout-features=', '--no-hinting', '--name-IDs=0,1,2,3,4,5,6,13,14', '--notdef-outline'];
execFileSync('python3', ['-m', 'fontTools.subset', SOURCE, ...options, ...small], { stdio: 'inherit' });
process.stdout.write(`${characters.size} characters, ${statSync(TARGET).size} bytes: ${TARGET}\n`);
