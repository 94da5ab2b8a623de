/** Whose problems somebody's are by the post they hold. */
import type { Actor } from './actor.ts';
import type { Directory } from './directory.ts';
import type { IssueFilter, ToldUp } from './issue-filter.ts';

/**
 * Of the unit they head, of the projects they lead or are the secretary of; of the only principal leader, who has no
 * projects, what was told up. undefined: they hold no such post, and theirs is what they signed for.
 */
export function filterOfPost(personId: number, { data }: Directory): IssueFilter | undefined {
  const head = data.units.find(({ headId }) => headId === personId);
  if (head) return { unitIds: [head.id] };
  return filterOfProjects(personId, { data }) ?? (isOnlyPrincipal(personId, data) ? TOLD_UP : undefined);
}

/** Of the projects they lead, else of those they are the secretary of. */
export function filterOfProjects(
  personId: number,
  { data }: Pick<Directory, 'data'>,
): IssueFilter | undefined {
  if (data.projects.some(({ leaderId }) => leaderId === personId)) return { leaderId: personId };
  if (data.projects.some(({ secretaryId }) => secretaryId === personId)) return { secretaryId: personId };
  return undefined;
}

const TOLD_UP: IssueFilter = { toldUp: 'principal' };

/** Which of several principal leaders it was told to is not kept. */
export function isOnlyPrincipal(personId: number, { grants }: Directory['data']): boolean {
  const principals = grants.filter(({ role }) => role === 'principal');
  return principals.length > 0 && principals.every((one) => one.personId === personId);
}

/** The rung of the ladder at which somebody hears of what is late; of several posts the higher. undefined: no leader. */
export function rungHeldBy({ grants }: Pick<Actor, 'grants'>): ToldUp | undefined {
  if (grants.some(({ role }) => role === 'principal')) return 'principal';
  return grants.some(({ role }) => role === 'leader') ? 'leader' : undefined;
}
