/** A state said alone behind a list (黄灯呢, 挂账呢): another in the place of the one before. */
import type { ReadContext } from './definition.ts';
import { readPhrase, trim } from './phrase.ts';
import { scanHeard } from './sounds.ts';
import { isStanding } from './topic-states.ts';

const AND_THIS = /^那?(\p{Script=Han}{1,6}?)(?<!的)呢[\s?？。]*$/u;

/** Its words; undefined: more is said, or less. */
export function stateAlone(text: string, context: ReadContext): string | undefined {
  const [, state] = AND_THIS.exec(trim(readPhrase(text)).folded) ?? [];
  if (state === undefined) return undefined;
  const { states, left, periods } = scanHeard(trim(readPhrase(state)), context);
  const [one, second] = states;
  return one && !second && isStanding(one) && left.length + periods.length === 0 ? state : undefined;
}
