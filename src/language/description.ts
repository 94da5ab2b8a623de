/** A problem described in somebody's own words (门口路破了那个修了没有): what of the words tells which one is meant. */
import type { Described } from '../domain/described.ts';
import type { Manner } from '../domain/described-verdict.ts';
import { alike, variantsIn } from '../domain/same-words.ts';
import { queryTokens } from '../domain/search.ts';
import type { ReadContext } from './definition.ts';
import {
  ASKS_A_FIGURE,
  ASKS_LOOSELY,
  BETWEEN,
  BOTH,
  DEFINITE_ONE,
  IN_GENERAL,
  OF_PROJECTS,
  POINTS_AT_ONE,
  tellingParts,
} from './lexicon/describing.ts';
import { isQuestioning } from './mood.ts';
import { findAreas, findCategory, findKeywordAt, findProjects, findUnits } from './names.ts';
import { fold, type Phrase, readPhrase, without } from './phrase.ts';

/** What a description says, and how it is said. */
export interface Description extends Described, Manner {
  /** Nothing but words of categories. */
  keywords: boolean;
  /** The telling words as they were said. */
  said: string[];
  /** Tokens to look candidates up by, however their words are written. */
  tokens: string[];
}

/** Longer texts tell a story. */
const LONGEST = 80;

/** As it stands, and without a name that is glued to what is said of it (兴发堆场那个事): the first that finds is meant. */
export function descriptionsIn(phrase: Phrase, context: ReadContext): Description[] {
  const glued = namesAtStart(phrase.folded, context);
  const all = [descriptionIn(phrase, context), glued.length > 0 && descriptionIn(phrase, context, glued)];
  return all.filter((one) => one !== undefined && one !== false);
}

/** undefined: nothing telling is said. @param left spans that are left out */
export function descriptionIn(
  phrase: Phrase,
  context: ReadContext,
  left: readonly [number, number][] = [],
): Description | undefined {
  const { folded } = phrase;
  if (folded.length > LONGEST) return undefined;
  const units = findUnits(phrase, context.directory);
  const projects = findProjects(phrase, context.directory);
  const areas = findAreas(phrase, context.directory);
  const bare = without(phrase, [...[...units, ...projects, ...areas].map(({ span }) => span), ...left]);
  const parts = tellingParts(alike(bare.text));
  if (parts.length === 0) return undefined;
  const said = tellingParts(fold(bare.text));
  const keywords = said.every((part) => part.length === 1 || isKeyword(part, context));
  const category = findCategory(phrase, context.directory);
  return {
    parts,
    said,
    tokens: tokensOf(said, parts),
    projectIds: projects.flatMap(({ ids }) => ids),
    unitIds: units.flatMap(({ ids }) => ids),
    categoryIds: category === null ? [] : [category],
    pointed: POINTS_AT_ONE.test(folded),
    asks: isQuestioning(folded) || ASKS_LOOSELY.test(folded),
    figure: ASKS_A_FIGURE.test(folded),
    ofProject: OF_PROJECTS.test(folded),
    keywords,
    general: IN_GENERAL.test(folded) && !DEFINITE_ONE.test(folded),
    matter: keywords && (!DEFINITE_ONE.test(folded) || said.every((part) => isCategory(part, context))),
  };
}

/** The name of a project the text begins with. */
function namesAtStart(folded: string, { directory }: ReadContext): [number, number][] {
  const names = directory.liveProjects.flatMap(({ name, shortNames }) => [name, ...shortNames]);
  const first = names
    .filter((name) => name.length > 1 && folded.startsWith(name))
    .toSorted((a, b) => b.length - a.length)[0];
  return first === undefined ? [] : [[0, first.length]];
}

/** 征地, 安评: a word of a category, and nothing beside it. */
function isKeyword(part: string, { directory }: ReadContext): boolean {
  return findKeywordAt(part, 0, directory)?.name.length === part.length;
}

/** 用水, 消防: all of a category. */
function isCategory(part: string, { directory }: ReadContext): boolean {
  return part.length === 1 || directory.data.categories.some(({ name }) => name === part);
}

/** As written, as compared, and every other way to write it; single characters say too little. */
function tokensOf(said: readonly string[], parts: readonly string[]): string[] {
  const all = [...said, ...parts, ...parts.flatMap(variantsIn)];
  const tokens = all.flatMap(queryTokens).filter((token) => [...token].length > 1);
  return [...new Set(tokens)];
}

/** The two that are described at once (…那个事，还有…那个，两个一起说); undefined: one is. */
export function describedBoth({ folded, text }: Phrase): [Phrase, Phrase] | undefined {
  if (!BOTH.test(folded)) return undefined;
  const at = BETWEEN.exec(text);
  if (!at) return undefined;
  return [readPhrase(text.slice(0, at.index)), readPhrase(text.slice(at.index + at[0].length))];
}
