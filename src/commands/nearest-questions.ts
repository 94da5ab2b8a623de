/** What a question of which a part was not understood may have meant: only ever offered as buttons. */
import type { ReadContext } from '../language/definition.ts';
import { inEarnest } from '../language/lexicon/framing.ts';
import { NEAR_WORDS } from '../language/lexicon/near-words.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { namesSeen } from '../language/names-seen.ts';
import { fold } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { sentencesOf } from '../language/sentence-of-scan.ts';
import { soundsLike } from '../language/sounds.ts';

const MOST = 2;
const MOST_TRIED = 12;
/** Without such a word the rest would ask for the opposite, or for more. */
export const TURNS = /[不没非无除未超外过别免减净差]/;

/** Month by month is what 统计 tells. */
const MONTHLY = /逐月|每个?月|按月|各个?月|月度|逐周|每周/;
const BY_MONTH = '统计 今年 按月';

/** Who does well or badly may be told by several measures. */
const PRAISE =
  /做得|干得|表现|进步|退步|长进|表扬|批评|优秀|先进|最好|最差|靠前|靠后|扯皮|不作为|效率|得力|突出/;
const BY_MEASURE = ['各单位按时率', '各单位逾期的有几件'];
const SAME_DAY = /当天转办|当日转办/;

/** How a sentence is read, to be offered or not. */
export interface Near {
  /** undefined: no question that is understood; `same`: what is counted, alike for sentences that ask for the same. */
  read(text: string): { same: string; scan: Scan } | undefined;
  /** What was understood of the sentence, and of each figure when it asks for several. */
  scans: readonly Scan[];
}

/** `vague`: only made of what was understood, so that a model may know better. */
export interface Offers {
  nearest: string[];
  vague?: true;
}

/** One character is another one: 税务局 for 水务局. */
function isSlip(said: string, name: string): boolean {
  let others = 0;
  for (let i = 0; i < name.length; i++) if (said[i] !== name[i]) others++;
  return others === 1;
}

/** The sentence with a name it misspells put right. */
function rightedOf(said: string, left: readonly string[], context: ReadContext): string[] {
  const folded = fold(said);
  const spots = left.map((one) => [said.indexOf(one), one.length] as const).filter(([at]) => at >= 0);
  const righted: string[] = [];
  for (const { name } of namesSeen(context)) {
    if (name.length < 2 || righted.length >= MOST_TRIED) continue;
    for (const [spot, length] of spots) {
      for (let at = Math.max(0, spot - name.length + 1); at < spot + length; at++) {
        const window = folded.slice(at, at + name.length);
        if (
          window.length === name.length &&
          ((name.length > 2 && isSlip(window, fold(name))) || soundsLike(window, fold(name)))
        )
          righted.push(said.slice(0, at) + name + said.slice(at + name.length));
      }
    }
  }
  return righted;
}

/** The sentence with a word of ours in the place of one that is near to it. */
function nearOf(said: string): string[] {
  return NEAR_WORDS.flatMap(([pattern, instead]) =>
    pattern.test(said) ? instead.map((word) => said.replace(pattern, word)) : [],
  ).slice(0, MOST_TRIED);
}

export function tidy(text: string): string {
  return text
    .replace(/[\s,，、。;；:：]+/gu, (marks) => (/[,，。;；]/u.test(marks) ? '，' : marks.slice(0, 1)))
    .replace(/^[的了\s\p{P}]+|[\s，、]+$/gu, '');
}

/** What is said in earnest: address, courtesy and what it is for left out. */
export function bareOf(said: string): string {
  return tidy(inEarnest(said, simplify(fold(said))));
}

/**
 * Two whole questions at most, each understood to the end: with a misspelt name put right; with a near word of ours;
 * made of what was understood. No two of them ask for the same.
 * @param left what is not understood, as written
 */
export function nearestQuestions(
  text: string,
  left: readonly string[],
  context: ReadContext,
  { read, scans }: Near,
): Offers {
  if (MONTHLY.test(text)) return { nearest: [BY_MONTH] };
  if (SAME_DAY.test(text)) return { nearest: ['统计 当日转办率'] };
  if (PRAISE.test(text) && /单位|局|部门|哪家|谁/.test(text)) return { nearest: BY_MEASURE };
  const said = bareOf(text.trim());
  const found = new Map<string, string>();
  const offer = (sentence: string, clean: boolean) => {
    const as = found.size < MOST ? read(sentence) : undefined;
    if (!as || found.has(as.same)) return;
    const made = clean ? sentence : sentencesOf(as.scan, context).find((one) => read(one)?.same === as.same);
    if (made !== undefined) found.set(as.same, made);
  };
  for (const sentence of new Set(rightedOf(said, left, context))) offer(sentence, true);
  for (const sentence of nearOf(said)) offer(sentence, [...sentence].length <= SHORT);
  const vague = found.size === 0;
  for (const sentence of firstOfEach(scans.map((scan) => sentencesOf(scan, context)))) offer(sentence, true);
  return { nearest: [...found.values()], ...(vague && { vague: true as const }) };
}

const SHORT = 16;

/** The best of each, then the second of each. */
function firstOfEach(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}
