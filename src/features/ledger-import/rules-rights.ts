/** Who may import, and what of a ledger is whose to write. Pure. */
import { allows, isOfficial, mayNot, reachesArea } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refused } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import type { PlannedRow } from '../../domain/ledger/import.ts';
import { ROW } from './words-report.ts';

export function isAdministrator({ person, grants }: Actor): boolean {
  return person.home && grants.some(({ role }) => role === 'administrator');
}

function isOfficeOfAny({ person, grants }: Actor): boolean {
  return person.home && grants.some(({ role }) => role === 'office');
}

/** The office, a secretary for own projects, the administrator. */
export function mayImport(actor: Actor, _directory: Directory): true | Refused {
  const secretary = actor.person.home && actor.secretaryOf.length > 0;
  return secretary || isOfficeOfAny(actor) || isAdministrator(actor)
    ? true
    : mayNot(['office', 'secretary', 'administrator']);
}

/** Where what somebody makes by an import stands: the area of the own office, else the top. */
export function areaOfImporter(actor: Actor, directory: Directory): number {
  const own = actor.grants.find(({ role }) => role === 'office') ?? actor.grants[0];
  const [project] = actor.secretaryOf.flatMap((id) => directory.project(id) ?? []);
  return own?.areaId ?? project?.areaId ?? directory.topAreaId;
}

/** Areas whose names for things this person understands, the own one last. */
export function areasAbove(areaId: number, directory: Directory): number[] {
  const line: number[] = [];
  for (let at: number | null | undefined = areaId; at != null; at = directory.area(at)?.parentId) {
    if (line.includes(at)) break;
    line.push(at);
  }
  return line.reverse();
}

/** Problems, tasks and facts of a project: its secretary and its office. */
export function mayWriteProject(actor: Actor, projectId: number, directory: Directory): boolean {
  const project = directory.project(projectId);
  if (!project || project.archived || !actor.person.home) return false;
  return actor.secretaryOf.includes(projectId) || reachesArea(actor, ['office'], project.areaId, directory);
}

/** Why somebody may not write what is in a project; undefined: nothing is against it. */
export function whyNotOf(actor: Actor, projectId: number | null, directory: Directory): string | undefined {
  if (projectId === null || mayWriteProject(actor, projectId, directory)) return undefined;
  const project = directory.project(projectId);
  return project?.archived ? ROW.archived(project.name) : ROW.notYours(project?.name ?? '');
}

/** Facts of projects are the administrator's, too; problems are not. */
export function mayWriteFacts(actor: Actor, projectId: number, directory: Directory): boolean {
  const project = directory.project(projectId);
  if (!project || project.archived) return false;
  return allows(actor, 'settings', null, directory, { projectId }) === true;
}

/** A problem without a project is the office's of that area. */
export function mayWriteUnattached(actor: Actor, areaId: number, directory: Directory): boolean {
  return isOfficial(actor) && reachesArea(actor, ['office'], areaId, directory);
}

/** Links that were done before count at once, so they are the office's (补录). */
export function mayWriteLinks(actor: Actor, projectId: number, directory: Directory): boolean {
  const project = directory.project(projectId);
  if (!project || project.archived || !actor.person.home) return false;
  return reachesArea(actor, ['office'], project.areaId, directory);
}

/** Taking a row back asks for what writing it asked for; of an item its project counts as it is now. */
export function mayWriteRow(
  actor: Actor,
  kind: PlannedRow['kind'],
  place: { projectId: number | null; areaId: number },
  directory: Directory,
): boolean {
  const { projectId, areaId } = place;
  switch (kind) {
    case 'unit':
    case 'person':
    case 'holiday':
      return isAdministrator(actor);
    case 'links':
      return projectId !== null && mayWriteLinks(actor, projectId, directory);
    case 'project':
    case 'investment':
      return projectId !== null && mayWriteFacts(actor, projectId, directory);
    case 'task':
    case 'problem':
      return projectId === null
        ? mayWriteUnattached(actor, areaId, directory)
        : mayWriteProject(actor, projectId, directory);
  }
}

export function mayMakeProject(actor: Actor, areaId: number, directory: Directory): boolean {
  return allows(actor, 'settings', null, directory, { areaId }) === true;
}
