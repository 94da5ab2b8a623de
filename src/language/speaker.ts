/** Who the speaker says they are: 我是住建的老吴，我们局… */
import type { ReadContext } from './definition.ts';
import { fold } from './phrase.ts';

const SELF = /(?<=^|[\s,。;!?])我是([^\s,。;!?我]{2,12})(?=[\s,。;!?]|$)/u;

/**
 * The text with such words blanked, of the same length, where they tell what is known of the speaker; somebody else's
 * name or unit is left to be told as not understood.
 */
export function withoutSelf(folded: string, { actor, directory }: ReadContext): string {
  const match = SELF.exec(folded);
  const said = match?.[1];
  if (!match || said === undefined) return folded;
  const unit = actor.person.unitId === null ? undefined : directory.unit(actor.person.unitId);
  const units = unit ? [unit.name, ...unit.shortNames].map(fold) : [];
  const named = [...units, ...units.map((one) => one.replace(/局$/u, ''))];
  const known = [...named.filter((one) => one.length >= 2), fold(actor.person.name)];
  if (!known.some((one) => one !== '' && said.includes(one))) return folded;
  const end = match.index + match[0].length;
  return folded.slice(0, match.index) + ' '.repeat(match[0].length) + folded.slice(end);
}
