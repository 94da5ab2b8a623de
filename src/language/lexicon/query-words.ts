/** Finds words of lists and questions in a text. */

import { remembered } from '../remembered.ts';
import { DENIED_NEXT } from './asked.ts';
import { ASKING_WORDS } from './asking.ts';
import { BESIDE_FREE, BESIDE_NAME_WORDS } from './beside-names.ts';
import { CO_UNIT_FREE, CO_UNIT_WORDS } from './co-units.ts';
import { DURATION_FREE, DURATION_WORDS } from './durations.ts';
import { EVENT_PATTERNS, EVENTS } from './events.ts';
import { FIGURE_FREE } from './figure-words.ts';
import { FILLER_FREE, FILLER_WORDS } from './fillers.ts';
import { FIRM_FREE } from './firms.ts';
import { LIGHTS } from './free-lights.ts';
import { BEFALLEN } from './free-marks.ts';
import { STAGES } from './free-stages.ts';
import { examplesOf, freeWordAt, freeWordsOf } from './free-words.ts';
import { GROUP_FREE, GROUP_WORDS } from './groups.ts';
import { ITEM_KIND_FREE } from './item-kinds.ts';
import { JOINING_WORDS } from './joining.ts';
import { LIGHT_WORDS } from './lights.ts';
import { linkStepAt } from './link-steps.ts';
import { type FoundWord, longestAt } from './longest.ts';
import { MARK_FREE, MARK_WORDS } from './marks.ts';
import { nodeWordAt } from './nodes.ts';
import { NOUN_WORDS } from './nouns.ts';
import { PEOPLE_WORDS } from './people.ts';
import { portfolioWordAt } from './portfolio.ts';
import { PRAISE_FREE, PRAISE_WORDS } from './praise.ts';
import { PROJECT_FREE, PROJECT_WORDS } from './projects.ts';
import type { FreeWord, QueryWord, WordGroup } from './query-word.ts';
import { ORDER_WORDS } from './rankings.ts';
import { orderAt } from './rankings-free.ts';
import { RANK_WORDS } from './ranks.ts';
import { RATE_FREE, RATE_WORDS } from './rates.ts';
import { SENDING_FREE, SENDING_WORDS } from './sending.ts';
import { SORTING_FREE, SORTING_WORDS } from './sorting.ts';
import { SPAN_FREE } from './spans-taken.ts';
import { STANDING } from './standing.ts';
import { STATE_WORDS } from './states.ts';
import { STEP_FREE, STEP_WORDS } from './steps.ts';
import { TELLING_FREE, tellingAt } from './telling.ts';
import { TREND_WORDS } from './trends.ts';
import { NEW_LIGHTS, TURNED_WORDS, TURNING } from './turning.ts';
import { UNDONE } from './undone.ts';
import { WAITS_ABOVE } from './waits-above.ts';
import { WEATHER_WORDS } from './weather.ts';
import { WHEN_FREE, WHEN_WORDS } from './when.ts';

/** Where a word may mean several things, the first that fits where it stands is taken: the order is that of the lists. */
const LISTS: readonly (readonly WordGroup[])[] = [
  TURNED_WORDS,
  LIGHT_WORDS,
  MARK_WORDS,
  WHEN_WORDS,
  STATE_WORDS,
  STANDING,
  STEP_WORDS,
  DURATION_WORDS,
  RATE_WORDS,
  PRAISE_WORDS,
  RANK_WORDS,
  ORDER_WORDS,
  TREND_WORDS,
  PEOPLE_WORDS,
  CO_UNIT_WORDS,
  JOINING_WORDS,
  SENDING_WORDS,
  FILLER_WORDS,
  BESIDE_NAME_WORDS,
  GROUP_WORDS,
  ASKING_WORDS,
  PROJECT_WORDS,
  WEATHER_WORDS,
  NOUN_WORDS,
  SORTING_WORDS,
  EVENTS,
];

const FREE: readonly FreeWord[] = [
  ...TELLING_FREE,
  ...SENDING_FREE,
  ...MARK_FREE,
  ...CO_UNIT_FREE,
  ...STEP_FREE,
  ...RATE_FREE,
  ...PRAISE_FREE,
  ...PROJECT_FREE,
  ...DURATION_FREE,
  ...SPAN_FREE,
  ...GROUP_FREE,
  ...WHEN_FREE,
  ...SORTING_FREE,
  ...EVENT_PATTERNS,
  ...NEW_LIGHTS,
  ...BESIDE_FREE,
  ...FIRM_FREE,
  ...FIGURE_FREE,
  ...FILLER_FREE,
  ...ITEM_KIND_FREE,
  ...WAITS_ABOVE,
];

/** States as they are put together in speech. */
const SPOKEN = [...LIGHTS, ...STAGES, ...BEFALLEN, ...TURNING, ...UNDONE];
const SPOKEN_WORDS = freeWordsOf(SPOKEN);

const WORDS = new Map<string, QueryWord[]>();
for (const [meaning, words] of LISTS.flat())
  for (const word of words.split(' ')) {
    const said = WORDS.get(word) ?? [];
    if (word !== '' && !said.some((one) => JSON.stringify(one) === JSON.stringify(meaning)))
      WORDS.set(word, [...said, meaning]);
  }
/** 逾期的 is 逾期 and 的, where both say the same; 我的 is one word. */
const WITH_OF: ReadonlySet<string> = new Set(['我的']);
for (const [word, meanings] of [...WORDS]) {
  const bare = word.endsWith('的') && !WITH_OF.has(word) ? WORDS.get(word.slice(0, -1)) : undefined;
  if (bare && JSON.stringify(bare) === JSON.stringify(meanings)) WORDS.delete(word);
}
const LONGEST = [...WORDS.keys()].reduce((most, { length }) => Math.max(most, length), 0);
const FIRST = new Set([...WORDS.keys()].map((word) => word.charAt(0)));
/** Words only at the end of what is said: 多晶硅 and 管网 are others. */
const ENDING: ReadonlySet<string> = new Set([
  '多',
  '少',
  '高',
  '低',
  '管',
  '慢',
  '快',
  '不',
  '数',
  '有没',
  '还有没',
  '还有不',
]);
/** 办结没: whether it is; before what was not done it is none. */
const ASKS_IF = /[结完好决号成掉实签收改理]了?[没冇]$/;
const DENIED = new RegExp(`^${DENIED_NEXT}`);
const COUNTS_ON = /^(?:[从由最排是有和与及按分各几]|多少|给我排)/;
const GOES_ON = /^(?![了啊呀呢吧吗的])\p{Script=Han}/u;

/** The longest of what is put together freely. */
function freeAt(folded: string, at: number): FoundWord | undefined {
  return longestAt(FREE, folded, at, freeWordAt(SPOKEN_WORDS, folded, at));
}

/** Of nodes, of whose projects they are, of links. */
const TOPICS = [nodeWordAt, portfolioWordAt, linkStepAt];

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
function listedAt(folded: string, at: number): FoundWord | undefined {
  const told = tellingAt(folded, at);
  if (told > 0 && !knows(folded, at, told)) return { word: folded.slice(at, at + told), meanings: TELL };
  if (!FIRST.has(folded.charAt(at))) return undefined;
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    const word = folded.slice(at, at + length);
    const meanings = WORDS.get(word);
    const after = folded.slice(at + length);
    // 解决不了 is not 解决了不.
    const cut =
      (ENDING.has(word) && GOES_ON.test(after) && !(word === '数' && COUNTS_ON.test(after))) ||
      (word === '不' && after.startsWith('了')) ||
      // 每个单位平均办几天: days of each.
      (/..平均$/.test(word) &&
        /^(?:办|用时|要|几天|多少天|多久|签|逾|超|处理|解决|天数|时长|耗|花|转)/.test(after)) ||
      // 重办的, 督办的: other words.
      (word === '办的' && /[重督承合协联包交查代催]/.test(folded.charAt(at - 1))) ||
      // 谁办得最慢: who is slow, not whose it is.
      (/[办搞弄]$/.test(word) && /^得[最更要比快慢好差]/.test(after)) ||
      // 办结没反弹的: not whether.
      (/[没冇]$/.test(word) && word.length > 1 && ASKS_IF.test(word) && DENIED.test(after)) ||
      // 那个厂房: no factory.
      (word.endsWith('厂') && /^[房区界门址]/.test(after));
    if (meanings && !cut) return { word, meanings };
  }
  return undefined;
}

/** As {@link listedAt}, with what is put together freely. */
export const queryWordAt = remembered((folded, at): FoundWord | undefined => {
  const listed = listedAt(folded, at);
  const free = freeAt(folded, at);
  const plain = free && free.word.length > (listed?.word.length ?? 0) ? free : listed;
  const said = TOPICS.reduce((longest, wordAt) => {
    const found = wordAt(folded, at);
    return found && found.word.length >= (longest?.word.length ?? 0) ? found : longest;
  }, plain);
  const ordered = orderAt(folded, at);
  if (!ordered || (said && said.word.length > ordered.word.length)) return said;
  // 三家: after as many names, or beside an order. 我们 is somebody's unit beside another, and else by the way.
  const same = said?.word.length === ordered.word.length ? said.meanings : [];
  const first = ordered.meanings.filter(
    (one) => one.tag === 'our-unit' || (one.tag === 'rate' && one.whether),
  );
  return { word: ordered.word, meanings: [...first, ...same, ...ordered.meanings] };
});

/** Every word of the vocabulary, with what it means: for the tests that compose sentences from it. */
export function queryWords(): { word: string; meanings: readonly QueryWord[] }[] {
  const spoken = [...examplesOf(SPOKEN)].map(({ word, means }) => ({ word, meanings: [means] }));
  return [...[...WORDS].map(([word, meanings]) => ({ word, meanings })), ...spoken];
}
