/** Whose items are counted: what was asked for, within what the asker and the place may have counted. Pure. */
import { mayNot, ownUnits } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Chat } from '../../domain/model.ts';
import type { Asked } from '../../domain/statistics/asked.ts';

/** Every list narrows; null: it does not. An empty one finds nothing. */
export interface StatScope {
  areaIds: number[] | null;
  projectIds: number[] | null;
  /** As responsible units. */
  unitIds: number[] | null;
  categoryIds: number[] | null;
}

/** By what right it is counted: the place's projects, areas, own projects, own units. */
export type Whose = { kind: 'here' | 'areas' | 'projects' | 'units'; ids: number[] };

export interface Resolved {
  scope: StatScope;
  whose: Whose;
}

export type Unresolved = { refusal: Refusal } | { onlyHere: number[] };

interface Asker {
  actor: Actor;
  directory: Directory;
  chat: Chat | undefined;
}

const both = (a: number[] | null, b: number[]) => (a === null ? b : a.filter((id) => b.includes(id)));

function below(areaIds: readonly number[], { data, reaches }: Directory): number[] {
  return data.areas.map(({ id }) => id).filter((id) => areaIds.some((upper) => reaches(upper, id)));
}

/** Projects that were named, alone or by park and industry; null: none was. */
function projectsNamed({ projectIds, park, industry }: Asked, { data }: Directory): number[] | null {
  if (park === undefined && industry === undefined) return projectIds ?? null;
  const fits = data.projects.filter(
    (one) =>
      (park === undefined || one.park === park) &&
      (industry === undefined || one.industries.includes(industry)),
  );
  return both(
    projectIds ?? null,
    fits.map(({ id }) => id),
  );
}

/** In a project's group everybody reads along, so only its projects are counted there, whoever asks. */
function ofGroup(asked: Asked, { actor, directory }: Asker, here: readonly number[]): Resolved | Unresolved {
  const { contactOf, person } = actor;
  const seen = here.filter((id) => person.home || contactOf.length === 0 || contactOf.includes(id));
  const areas = asked.areaIds && below(asked.areaIds, directory);
  const projectIds = both(projectsNamed(asked, directory), [...seen]).filter(
    (id) => !areas || areas.includes(directory.project(id)?.areaId ?? -1),
  );
  if (projectIds.length === 0) return { onlyHere: [...here] };
  const scope = { areaIds: null, projectIds, unitIds: asked.unitIds ?? null };
  return {
    scope: { ...scope, categoryIds: asked.categoryIds ?? null },
    whose: { kind: 'here', ids: projectIds },
  };
}

/**
 * Office and leaders: their areas and all below, and projects they lead. Secretaries: their projects. Members of a
 * unit: what it is responsible for. Enterprise contacts: their own projects. In an office group nothing outside its area.
 */
export function resolveScope(asked: Asked, asker: Asker): Resolved | Unresolved {
  const { actor, directory, chat } = asker;
  if (chat?.kind === 'project') return ofGroup(asked, asker, chat.projectIds);
  const projects = projectsNamed(asked, directory);
  const units = asked.unitIds ?? null;
  const areas = asked.areaIds ? below(asked.areaIds, directory) : null;
  const answer = (kind: Whose['kind'], ids: number[], narrowed: Partial<StatScope>): Resolved => ({
    scope: {
      areaIds: areas,
      projectIds: projects,
      unitIds: units,
      categoryIds: asked.categoryIds ?? null,
      ...narrowed,
    },
    whose: { kind, ids },
  });
  if (!actor.person.home) {
    if (actor.contactOf.length === 0) return { refusal: { code: 'enterprise-only-here' } };
    if (projects?.some((id) => !actor.contactOf.includes(id)))
      return { refusal: { code: 'not-yours-to-see' } };
    return answer('projects', actor.contactOf, { projectIds: projects ?? [...actor.contactOf] });
  }
  const place = chat?.kind === 'office' ? below([chat.areaId ?? directory.topAreaId], directory) : null;
  const areaOf = (id: number) => directory.project(id)?.areaId ?? -1;
  const granted = actor.grants.filter(({ role }) => role !== 'administrator').map(({ areaId }) => areaId);
  const reach = both(place, below(granted, directory));
  const inPlace = (ids: readonly number[]) => ids.filter((id) => !place || place.includes(areaOf(id)));
  const own = inPlace([...new Set([...actor.secretaryOf, ...actor.leaderOf])]);
  const inUnits = ownUnits(actor);
  const placed = place === null ? areas : both(areas, place);
  const reached = (id: number) => reach.includes(areaOf(id));
  if (projects !== null && projects.length > 0 && projects.every((id) => own.includes(id)))
    return answer('projects', projects, { areaIds: areas });
  if (reach.length > 0) {
    const beyond = areas?.find((id) => !reach.includes(id));
    if (beyond !== undefined && place && !place.includes(beyond))
      return { refusal: { code: 'not-yours-to-see', params: { here: 'group' } } };
    if (beyond !== undefined) return { refusal: mayNot(['office', 'leader']).refusal };
    if (projects?.some((id) => !reached(id) && !own.includes(id)))
      return { refusal: { code: 'not-yours-to-see' } };
    const all = projects === null || projects.every(reached);
    return answer('areas', topsOf(areas ?? reach, directory), { areaIds: all ? (areas ?? reach) : areas });
  }
  if (units?.every((id) => inUnits.includes(id))) return answer('units', units, { areaIds: placed });
  if (own.length > 0) {
    if (projects?.some((id) => !own.includes(id))) return { refusal: { code: 'not-yours-to-see' } };
    return answer('projects', own, { projectIds: projects ?? own, areaIds: areas });
  }
  if (inUnits.length > 0) {
    if (units !== null) return { refusal: mayNot(['office', 'leader', 'unit']).refusal };
    return answer('units', inUnits, { unitIds: inUnits, areaIds: placed });
  }
  const contacts = inPlace(actor.contactOf);
  if (contacts.length === 0) return { refusal: mayNot(['office', 'leader', 'secretary', 'unit']).refusal };
  if (projects?.some((id) => !contacts.includes(id))) return { refusal: { code: 'not-yours-to-see' } };
  return answer('projects', contacts, { projectIds: projects ?? contacts, areaIds: areas });
}

/** Of areas with all below them the upper ones. */
function topsOf(areaIds: readonly number[], { reaches }: Directory): number[] {
  return areaIds.filter((id) => !areaIds.some((other) => other !== id && reaches(other, id)));
}
