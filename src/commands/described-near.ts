/** Problems as they are compared with what is said of one, and those that are only a little like it. */
import { sharingWords } from '../db/described.ts';
import { type Candidate, rankDescribed } from '../domain/described.ts';
import type { Issue } from '../domain/issue.ts';
import type { Description } from '../language/description.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** What is closed longer is asked for by its number. */
export const CLOSED_LATELY = 90 * 24 * 3_600_000;

/** What it says, with the unit it was logged for and without the days. */
export function describingText({ title, text }: Issue): string {
  const behind = text.startsWith(title) ? text.slice(title.length) : '';
  return /^\s+[^。！？!?\n]{1,20}$/u.test(behind) ? `${title} ${behind.trim().split(/\s+/u)[0]}` : text;
}

export function candidateOf(issue: Issue): Candidate {
  const { id, status, projectId, unitId, coUnits, categoryId } = issue;
  const helping = coUnits.map((one) => one.unitId);
  return {
    id,
    text: describingText(issue),
    open: status !== 'closed' && status !== 'void',
    projectId,
    unitIds: unitId === null ? helping : [unitId, ...helping],
    categoryId,
  };
}

/** A little of what was said stands in it: no answer, and offered to be looked at. */
const A_LITTLE = 0.8;
const FEW_NEAR = 2;
/** Of the nearest; what holds less is left out. */
const ALIKE = 0.75;

/** Those that hold some of the words, the nearest first, where none is near enough to be told. */
export async function nearestOf(context: CommandContext, { tokens, ...said }: Description): Promise<Issue[]> {
  const narrowed = narrow({}, viewerOf(context));
  if (!narrowed || tokens.length === 0) return [];
  const since = context.now - CLOSED_LATELY;
  const { issues, rarity } = await sharingWords(context.tx, narrowed.query, tokens, since);
  const ranked = rankDescribed(said, issues.map(candidateOf), rarity);
  const near = ranked.filter(({ strength, elsewhere, open }) => open && !elsewhere && strength >= A_LITTLE);
  return near
    .filter(({ score }) => score >= ALIKE * (near[0]?.score ?? 0))
    .slice(0, FEW_NEAR)
    .flatMap(({ id }) => issues.find((issue) => issue.id === id) ?? []);
}
