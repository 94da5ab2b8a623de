/** Which links a problem may hold up, the likeliest first: a suggestion to choose from, never a decision. Pure. */
import type { LinkState, ProjectLink } from './model.ts';

export interface HeldUp {
  /** All that is said of it. */
  text: string;
  unitId: number | null;
  /** Name and keywords of its category. */
  category: readonly string[];
}

/** Points for a name that stands in the text, a word of the category in the name, the same unit, and being on now. */
const NAMED = 8;
const OF_CATEGORY = 4;
const SAME_UNIT = 3;
const ON_NOW = 2;

/** Links that are over are left out; of as likely ones the first in order stands first. */
export function suggestLinks(
  problem: HeldUp,
  links: readonly ProjectLink[],
  states: ReadonlyMap<string, LinkState>,
): ProjectLink[] {
  return links
    .filter(({ definition }) => !OVER.includes(states.get(definition.code) ?? 'waiting'))
    .map((link) => ({ link, points: pointsOf(problem, link, states.get(link.definition.code)) }))
    .toSorted((a, b) => b.points - a.points || a.link.definition.no - b.link.definition.no)
    .map(({ link }) => link);
}

const OVER: readonly LinkState[] = ['done', 'unconcerned'];

function pointsOf(
  { text, unitId, category }: HeldUp,
  { definition, unitId: own }: ProjectLink,
  state?: LinkState,
) {
  const names = [definition.name, ...definition.synonyms].filter((name) => name.length > 1);
  const words = category.filter((word) => word.length > 1);
  return (
    (names.some((name) => text.includes(name)) ? NAMED : 0) +
    (words.some((word) => names.some((name) => name.includes(word))) ? OF_CATEGORY : 0) +
    (unitId !== null && unitId === own ? SAME_UNIT : 0) +
    (state === 'working' || state === 'verifying' || state === 'ready' ? ON_NOW : 0)
  );
}
