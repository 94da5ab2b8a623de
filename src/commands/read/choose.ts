/** Which of the names in a line is the unit, and which project may be chosen by words where it was said. */
import { allows, ownUnits, reachesArea } from '../../domain/access.ts';
import type { ReadContext } from '../../language/definition.ts';
import { type Found, type Named, nearestByArea } from '../../language/names.ts';

export interface Chosen {
  id: number | null;
  candidates: number[];
  /** What named it. */
  names: Found[];
}

/** Names standing alone win over names that end the sentence, those over names inside it; several are asked back. */
function choose(found: readonly Found[], narrow: (name: Found) => number[]): Chosen {
  const fitting = found.flatMap((name) => {
    const ids = narrow(name);
    return ids.length > 0 ? [{ ...name, ids }] : [];
  });
  const alone = fitting.filter((name) => name.separate);
  const closing = fitting.filter((name) => name.closing);
  const names = alone.length > 0 ? alone : closing.length > 0 ? closing : fitting;
  const ids = [...new Set(names.flatMap((name) => name.ids))];
  return { id: ids[0] ?? null, candidates: ids.length > 1 ? ids : [], names };
}

/** The responsible unit; of several of one name the one nearest to the project. */
export function chooseUnit(
  names: readonly Named[],
  projectId: number | null,
  { directory, actor }: ReadContext,
): Chosen {
  const project = projectId === null ? undefined : directory.project(projectId);
  const areaId = project?.areaId ?? directory.unit(actor.person.unitId ?? -1)?.areaId;
  const units = names.map(({ unitIds, ...name }) => ({ ...name, ids: unitIds }));
  return choose(units, ({ ids }) =>
    nearestByArea(ids, (id) => directory.unit(id)?.areaId, areaId, directory),
  );
}

export interface ChosenProject extends Chosen {
  /** Projects that are named but cannot be chosen by words here. */
  elsewhere: number[];
}

/**
 * The project of a line. In a group only its own projects can be chosen by words; in a private chat the speaker's, or
 * any for somebody who has none and may log everywhere. A company that is a unit as well counts as the unit.
 */
export function chooseProject(names: readonly Named[], context: ReadContext): ChosenProject {
  const { chat } = context;
  const projects = names.flatMap(({ unitIds, projectIds, ...name }) =>
    projectIds.length > 0 && unitIds.length === 0 ? [{ ...name, ids: projectIds }] : [],
  );
  const may = choosableBy(context);
  const named = choose(projects, (name) => name.ids.filter((id) => may(id, name)));
  const elsewhere = projects.flatMap((name) => {
    const plainly = name.separate || name.closing || name.span[1] - name.span[0] > 2;
    return plainly && !name.ids.some((id) => may(id, name)) ? name.ids : [];
  });
  const found = { ...named, elsewhere: [...new Set(elsewhere)] };
  if (named.id !== null) return found;
  const own = chat.projectIds.filter((id) => may(id));
  if (chat.defaultProjectId !== null && (own.length === 0 || own.includes(chat.defaultProjectId))) {
    return { ...found, id: chat.defaultProjectId };
  }
  return { ...found, id: own[0] ?? null, candidates: own.length > 1 ? own : [] };
}

function choosableBy(context: ReadContext): (id: number, name?: Found) => boolean {
  const { chat, actor, directory } = context;
  const { person, contactOf } = actor;
  const bound = new Set(chat.projectIds);
  if (chat.kind === 'group' && bound.size > 0) {
    const contacts = !person.home && contactOf.some((id) => bound.has(id));
    return (id) => bound.has(id) && (!contacts || contactOf.includes(id));
  }
  if (!person.home) {
    const own = contactOf.length > 0 ? contactOf : actor.groupProjectIds;
    return (id) => own.includes(id);
  }
  const own = new Set(projectsOf(context));
  const anywhere = own.size === 0;
  const asUnit = ownUnits(actor).length > 0;
  return (id, name) =>
    allows(actor, 'log', null, directory, { projectId: id }) === true &&
    (anywhere || own.has(id) || (asUnit && name?.separate === true));
}

/** Projects somebody has to do with: by post, by unit, by group, by area. */
function projectsOf({ actor, directory }: ReadContext): number[] {
  const units = ownUnits(actor);
  const joined = directory.liveProjects.flatMap((project) => {
    const byUnit = [project.leadUnitId, ...project.memberUnitIds].some(
      (id) => id !== null && units.includes(id),
    );
    const byArea = reachesArea(actor, ['office', 'leader', 'principal'], project.areaId, directory);
    return byUnit || byArea ? [project.id] : [];
  });
  return [...actor.secretaryOf, ...actor.leaderOf, ...actor.contactOf, ...actor.groupProjectIds, ...joined];
}
