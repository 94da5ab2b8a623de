/** Finds words of lists and questions in a text. */
import { COLLOQUIAL } from './colloquial.ts';
import { COLLOQUIAL_MORE } from './colloquial-more.ts';
import * as composed from './composed.ts';
import { type QueryWord, state } from './query-word.ts';
import { SAID } from './said.ts';
import { tellingAt } from './speech.ts';
import { WRITTEN } from './states.ts';

const WORDS = new Map<string, QueryWord[]>();
for (const [meaning, words] of [...WRITTEN, ...COLLOQUIAL, ...COLLOQUIAL_MORE, ...SAID])
  for (const word of words.split(' '))
    if (word !== '') WORDS.set(word, [...(WORDS.get(word) ?? []), meaning]);
const AS_WRITTEN = new Set(WRITTEN.flatMap(([, words]) => words.split(' ')));
// 逾期的 is 逾期 and 的, where both say the same.
for (const [word, meanings] of [...WORDS]) {
  const bare = word.endsWith('的') && !AS_WRITTEN.has(word) ? WORDS.get(word.slice(0, -1)) : undefined;
  if (bare && JSON.stringify(bare) === JSON.stringify(meanings)) WORDS.delete(word);
}
const LONGEST = [...WORDS.keys()].reduce((most, { length }) => Math.max(most, length), 0);
const FIRST = new Set([...WORDS.keys()].map((word) => word.charAt(0)));
/** Words only at the end of what is said: 多晶硅 and 管网 are others. */
const ENDING: ReadonlySet<string> = new Set(['多', '管', '不', '数', '有没', '还有没', '还有不']);
const GOES_ON = /^(?![了啊呀呢吧吗的])\p{Script=Han}/u;

/** Words whose parts are put together too freely to be written out. */
const PATTERNS: readonly (readonly [RegExp, QueryWord])[] = [
  [/(?:说|讲|念|读|报|列|摆|翻)给(?:我们|我|咱|领导)(?:听听|看看|听|看)?/y, { tag: 'tell' }],
  [composed.TOLD_LEADER, state({ kind: 'told-up', to: 'leader' })],
  [composed.TOLD_PRINCIPAL, state({ kind: 'told-up', to: 'principal' })],
  [composed.TOLD_ME, state({ kind: 'told-up', to: 'me' })],
  [composed.TOLD_ANY, state({ kind: 'told-up', to: 'leader' })],
  [composed.VERSUS_AVERAGE, { tag: 'versus-average' }],
  [composed.LINK_NAMES, { tag: 'link-name' }],
  [composed.ON_TIME, { tag: 'rate', rate: 'on-time' }],
  [composed.AVERAGE_FREE, { tag: 'duration', of: 'average' }],
  [composed.DUE_WHEN_FREE, { tag: 'due-when' }],
];

function patternAt(folded: string, at: number): { word: string; meanings: readonly QueryWord[] } | undefined {
  let found: { word: string; meanings: readonly QueryWord[] } | undefined;
  for (const [pattern, meaning] of PATTERNS) {
    pattern.lastIndex = at;
    const word = pattern.exec(folded)?.[0] ?? '';
    if (word.length > (found?.word.length ?? 0)) found = { word, meanings: [meaning] };
  }
  return found;
}

const TELL: readonly QueryWord[] = [{ tag: 'tell' }];

/** A word of the lists is at least as long as what is told. */
function knows(folded: string, at: number, told: number): boolean {
  for (let length = Math.min(LONGEST, folded.length - at); length >= told; length--) {
    const meanings = WORDS.get(folded.slice(at, at + length));
    if (meanings && (length > told || meanings.some(({ tag }) => tag !== 'filler'))) return true;
  }
  return false;
}

/** The longest word of a question that begins at `at`, with all it may mean. */
function listedAt(folded: string, at: number): { word: string; meanings: readonly QueryWord[] } | undefined {
  const told = tellingAt(folded, at);
  if (told > 0 && !knows(folded, at, told)) return { word: folded.slice(at, at + told), meanings: TELL };
  if (!FIRST.has(folded.charAt(at))) return undefined;
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    const word = folded.slice(at, at + length);
    const meanings = WORDS.get(word);
    const after = folded.slice(at + length);
    // 解决不了 is not 解决了不.
    const cut = (ENDING.has(word) && GOES_ON.test(after)) || (word === '不' && after.startsWith('了'));
    if (meanings && !cut) return { word, meanings };
  }
  return undefined;
}

/** As {@link listedAt}, with what is put together freely. */
export function queryWordAt(
  folded: string,
  at: number,
): { word: string; meanings: readonly QueryWord[] } | undefined {
  const listed = listedAt(folded, at);
  const free = patternAt(folded, at);
  return free && free.word.length > (listed?.word.length ?? 0) ? free : listed;
}

/** Every word of the vocabulary, with what it means: for the tests that compose sentences from it. */
export function queryWords(): { word: string; meanings: readonly QueryWord[] }[] {
  return [...WORDS].map(([word, meanings]) => ({ word, meanings }));
}
