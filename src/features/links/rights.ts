/** Who may move a link: its unit, the secretary, the office. Decided for words and clicks alike. */
import {
  allowsRoles,
  mayNot,
  ownUnits,
  type RoleCode,
  reachesArea,
  WORKING_SIDE,
} from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refused } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';

const WORKING: readonly RoleCode[] = ['unit', 'secretary', 'office'];
const NAMING: readonly RoleCode[] = ['secretary', 'office'];

export function isOffice(actor: Actor, project: Project, directory: Directory): boolean {
  return actor.person.home && reachesArea(actor, ['office'], project.areaId, directory);
}

export function isSecretary(actor: Actor, project: Project): boolean {
  return actor.person.home && actor.secretaryOf.includes(project.id);
}

/** 开始, 完成, 不涉及, 材料, 分项, 容缺. */
export function mayWork(
  actor: Actor,
  link: ProjectLink,
  project: Project,
  directory: Directory,
): true | Refused {
  if (isOffice(actor, project, directory) || isSecretary(actor, project)) return true;
  const { person } = actor;
  if (person.home && link.unitId !== null && ownUnits(actor).includes(link.unitId)) return true;
  if (person.home && link.contactId === person.id) return true;
  if (link.item && allowsRoles(actor, WORKING_SIDE, link.item, directory) === true) return true;
  return mayNot(WORKING);
}

/** Naming the unit of a link. */
export function mayName(actor: Actor, project: Project, directory: Directory): true | Refused {
  return isOffice(actor, project, directory) || isSecretary(actor, project) ? true : mayNot(NAMING);
}

export function mayOffice(actor: Actor, project: Project, directory: Directory): true | Refused {
  return isOffice(actor, project, directory) ? true : mayNot(['office']);
}
