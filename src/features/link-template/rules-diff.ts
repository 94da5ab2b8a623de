/** What differs between two states of a template, link by link and fact by fact. Pure. */
import type { LinkDefinition } from '../../domain/plan/model.ts';

/** The facts people read and change, in the order they are shown. */
export const FACTS = [
  'no',
  'stage',
  'name',
  'synonyms',
  'trigger',
  'concerned',
  'authorities',
  'unit',
  'contact',
  'task',
  'statutory',
  'promised',
  'dependencies',
  'materials',
  'fee',
  'output',
  'place',
  'source',
  'grade',
  'confirmed',
] as const;
export type Fact = (typeof FACTS)[number];

/** Every fact of one link in words. */
export type FactTexts = Record<Fact, string>;

export interface LinkDifference {
  kind: 'added' | 'removed' | 'changed';
  no: number;
  name: string;
  /** Of a changed one. */
  facts: { fact: Fact; before: string; after: string }[];
}

/**
 * Links by their codes: changed ones first in the order they stand in now, then added, then removed ones.
 * @param textsOf a link's facts in words, of the state before and of the one after
 */
export function diffLinks(
  before: readonly LinkDefinition[],
  after: readonly LinkDefinition[],
  textsOf: { before(link: LinkDefinition): FactTexts; after(link: LinkDefinition): FactTexts },
): LinkDifference[] {
  const known = new Map(before.map((link) => [link.code, link]));
  const kept = new Set(after.map((link) => link.code));
  const changed = after.flatMap((link): LinkDifference[] => {
    const old = known.get(link.code);
    if (!old) return [];
    const was = textsOf.before(old);
    const is = textsOf.after(link);
    const facts = FACTS.flatMap((fact) =>
      was[fact] === is[fact] ? [] : [{ fact, before: was[fact], after: is[fact] }],
    );
    return facts.length > 0 ? [{ kind: 'changed', no: old.no, name: old.name, facts }] : [];
  });
  const nameOnly =
    (kind: 'added' | 'removed') =>
    (link: LinkDefinition): LinkDifference => ({
      kind,
      no: link.no,
      name: link.name,
      facts: [],
    });
  return [
    ...changed,
    ...after.filter((link) => !known.has(link.code)).map(nameOnly('added')),
    ...before.filter((link) => !kept.has(link.code)).map(nameOnly('removed')),
  ];
}
