/** What a question of which a part was not understood may have meant: only ever offered as buttons. */
import type { ReadContext } from '../language/definition.ts';
import { namesSeen } from '../language/names-seen.ts';
import { fold } from '../language/phrase.ts';
import { soundsLike } from '../language/sounds.ts';

const MOST = 2;
const MOST_TRIED = 12;
/** Without such a word the rest would ask for the opposite, or for more. */
const TURNS = /[不没非无除未超外过]/;

/** Month by month is what 统计 tells. */
const MONTHLY = /逐月|每个?月|按月|各个?月|月度|逐周|每周/;
const BY_MONTH = '统计 今年 按月';

/** One character is another one: 税务局 for 水务局. */
function isSlip(said: string, name: string): boolean {
  let others = 0;
  for (let i = 0; i < name.length; i++) if (said[i] !== name[i]) others++;
  return others === 1;
}

/**
 * The sentence with a name it misspells put right, then the sentence without what is not understood.
 * @param left what is not understood, as written
 * @param asks whether a sentence is a question that is understood to the end
 */
export function nearestQuestions(
  text: string,
  left: readonly string[],
  context: ReadContext,
  asks: (text: string) => boolean,
): string[] {
  const said = text.trim();
  if (MONTHLY.test(said)) return [BY_MONTH];
  const folded = fold(said);
  const spots = left.map((one) => [said.indexOf(one), one.length] as const).filter(([at]) => at >= 0);
  const righted: string[] = [];
  for (const { name } of namesSeen(context)) {
    if (name.length < 2 || righted.length >= MOST_TRIED) continue;
    for (const [spot, length] of spots) {
      for (let at = Math.max(0, spot - name.length + 1); at < spot + length; at++) {
        const window = folded.slice(at, at + name.length);
        if (window.length === name.length && (isSlip(window, fold(name)) || soundsLike(window, fold(name))))
          righted.push(said.slice(0, at) + name + said.slice(at + name.length));
      }
    }
  }
  const shorter = left.reduce((rest, one) => rest.replace(one, ''), said).replace(/^[的了,，、\s]+/u, '');
  const turns = left.some((one) => one.length < 2 || TURNS.test(one));
  const without = shorter !== said && !turns && [...shorter].length >= 3 ? [shorter] : [];
  const tried = [...new Set(righted)].filter(asks).slice(0, MOST);
  return tried.length > 0 ? tried : without.filter(asks);
}
