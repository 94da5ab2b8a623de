/** What the readers of measures share. */
import { GROUP_IDS, type GroupBy, type IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

/** `unread`: words that do not go with the measure. */
export type Part = { reading: Reading; unread: string[] };

export function heardOf(scan: Scan, key: StateWord | Period | QueryWord['tag']): string {
  return scan.heard.get(key) ?? '';
}

/** States other than these do not go with the measure. */
export function statesBut(scan: Scan, ...kinds: StateWord['kind'][]): string[] {
  return scan.states.filter(({ kind }) => !kinds.includes(kind)).map((one) => heardOf(scan, one));
}

/** 六个项目里头, 所有项目 */
export const ofAllProjects = (scan: Scan): boolean => /项目/.test(heardOf(scan, 'everywhere'));

export const by = (scan: Scan): { by?: GroupBy } => (scan.by ? { by: scan.by.by } : {});

/** Which end stands in front. Of days 最差 are many and 最好 few, of rates the other way round. */
export function rankOf({ tags, top, sorted, standing, duration, heard, less }: Scan): Pick<Reading, 'most'> {
  const days = duration !== undefined;
  const said = (tag: 'highest' | 'lowest') => heard.get(tag) ?? '';
  const bad = /差|后|末|倒|垫|不行|不好/.test(said('lowest')) || top?.bottom === true;
  if (less) return { most: 'low' };
  if (tags.has('lowest') || top?.bottom || tags.has('least')) return { most: days && bad ? 'high' : 'low' };
  if (sorted === 'rising') return { most: 'low' };
  if (sorted === 'falling') return { most: 'high' };
  const ranks =
    (tags.has('more') && !days) ||
    tags.has('highest') ||
    tags.has('most') ||
    top !== undefined ||
    standing === true;
  if (!ranks) return {};
  return { most: days && !/[高大]/.test(said('highest')) && !tags.has('most') ? 'low' : 'high' };
}

/** How many from the front, whose place, and which of them by their rate. */
export function cutOf(scan: Scan, context: ReadContext): Pick<Reading, 'top' | 'standing' | 'bound'> {
  const standing = standingId(scan, context);
  return {
    ...(scan.top && { top: scan.top.count }),
    ...(standing !== undefined && { standing }),
    ...(scan.bound && { bound: scan.bound }),
  };
}

/** Whose place is asked for: the one unit or project that is named. */
export function standingId(
  { standing, unitIds, projectIds, categoryIds, tags }: Scan,
  { actor }: ReadContext,
) {
  if (!standing) return undefined;
  const own = tags.has('our-unit') ? actor.person.unitId : null;
  return unitIds[0] ?? own ?? projectIds[0] ?? categoryIds[0];
}

/** Its place is among all of them, so it narrows nothing; the groups are of its kind. */
export function amongAll(scan: Scan): Scan {
  if (!scan.standing) return scan;
  const ofUnits = scan.unitIds.length > 0 || scan.tags.has('our-unit');
  const tags = new Map([...scan.tags].filter(([tag]) => tag !== 'our-unit'));
  const kind = ofUnits ? 'unit' : scan.projectIds.length > 0 ? 'project' : 'category';
  const by = { tag: 'by', by: kind, asks: true } as const;
  return { ...scan, tags, by, [GROUP_IDS[kind]]: [] };
}

/** A place is of one that is named, and among groups of its own kind. */
export function standingMisfits(scan: Scan): string[] {
  if (!scan.standing) return [];
  const { unitIds, projectIds, categoryIds, by, tags } = scan;
  const units = unitIds.length + (tags.has('our-unit') && unitIds.length === 0 ? 1 : 0);
  const named = units + projectIds.length;
  // 用水类排第几; beside a unit or a project a kind narrows what is ranked.
  const one = named === 1 || (named === 0 && categoryIds.length === 1);
  const kind = units === 1 ? 'unit' : projectIds.length === 1 ? 'project' : 'category';
  return one && (!by || by.by === kind) ? [] : [heardOf(scan, 'standing')];
}

/** The same places, units and kinds, whatever their state; days of the period by `basis`. */
export function whole(scan: Scan, context: ReadContext, basis: 'logged' | 'closed'): IssueFilter {
  const filter = filterOf({ ...scan, states: [{ kind: 'all' }] }, context, false);
  const { dueFrom, dueTo, loggedFrom, loggedTo, closedFrom, closedTo, sort: _, ...rest } = filter;
  const from = dueFrom ?? loggedFrom ?? closedFrom;
  const to = dueTo ?? loggedTo ?? closedTo;
  if (from === undefined || to === undefined) return rest;
  if (scan.basis === 'due') return { ...rest, dueFrom: from, dueTo: to };
  const logged = scan.basis === 'logged' || basis === 'logged';
  return logged ? { ...rest, loggedFrom: from, loggedTo: to } : { ...rest, closedFrom: from, closedTo: to };
}
