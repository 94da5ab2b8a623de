/** Who may do what: the rights table of product.md §8 as data, asked for every command and every click. */
import type { Actor } from './actor.ts';
import type { IssueFilter } from './answer.ts';
import { type Refused, refuse } from './decision.ts';
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import type { Project } from './model.ts';

/** What somebody can be to an issue or a project; one person can be several. */
export type RoleCode =
  | 'enterprise'
  | 'unit'
  | 'co-unit'
  | 'assignee'
  | 'group'
  | 'secretary'
  | 'office'
  | 'leader'
  | 'reporter'
  | 'chaser'
  | 'administrator';

/** What is no verb of a problem. `settings`: of the project or area named in `where`, of the whole deployment without one. */
export type Action = 'see' | 'log' | 'on-the-spot' | 'settings' | 'admin';

/** Chinese names of the roles, as a refusal lists them. */
export const ROLE_NAMES: Record<RoleCode, string> = {
  enterprise: '企业联系人',
  unit: '责任单位',
  'co-unit': '协办单位',
  assignee: '签收人',
  group: '项目群成员',
  secretary: '项目秘书',
  office: '综合办',
  leader: '分管领导',
  reporter: '登记人',
  chaser: '盯办人',
  administrator: '管理员',
};

/** The unit's side and those who help it. */
export const WORKING_SIDE: readonly RoleCode[] = ['unit', 'assignee', 'secretary', 'office'];

/** Who confirms that it is solved. */
export const VERIFIERS: readonly RoleCode[] = ['enterprise', 'secretary', 'office', 'leader'];

const APPROVE: readonly RoleCode[] = ['office', 'leader'];
/** Everybody who is anything to a problem. */
export const SEEING: readonly RoleCode[] = [
  'enterprise',
  'unit',
  'co-unit',
  'assignee',
  'group',
  'secretary',
  'office',
  'leader',
  'reporter',
  'chaser',
];
/** Of them the officials. */
export const OFFICIALS: readonly RoleCode[] = SEEING.filter(
  (role) => role !== 'enterprise' && role !== 'group',
);

/** What a role may beside the verbs, whose rights stand in their descriptors (src/verbs/). */
export const MAY: Readonly<Record<Action, readonly RoleCode[]>> = {
  see: SEEING,
  log: ['enterprise', 'unit', 'secretary', 'office', 'leader'],
  'on-the-spot': ['unit', 'secretary', 'office', 'leader'],
  settings: ['secretary', 'office', 'administrator'],
  admin: ['administrator'],
};

/** Where something is asked for that is not an issue yet, or the group it was said in. */
export interface Where {
  /** Projects of the group in which the person speaks: being there is proof of membership. */
  chatProjectIds?: readonly number[];
  /** Project a new issue or a setting is about. */
  projectId?: number | null;
  /** Area a setting is about. */
  areaId?: number;
}

/** Units whose items are this person's own: the own unit and those coordinated or headed. */
export function ownUnits(actor: Actor): number[] {
  const { unitId } = actor.person;
  return unitId === null ? actor.signsFor : [unitId, ...actor.signsFor.filter((id) => id !== unitId)];
}

/** Whether an office or leader grant of this person reaches down to the area; never up or across. */
export function reachesArea(
  actor: Actor,
  roles: readonly ('office' | 'leader' | 'principal')[],
  areaId: number,
  directory: Directory,
): boolean {
  return actor.grants.some(
    (grant) => roles.some((role) => role === grant.role) && directory.reaches(grant.areaId, areaId),
  );
}

/**
 * Everything the person is to this issue. People of other tenants are at most enterprise and reporter, and without
 * being anybody's contact reporter only as long as they are in a group of its project.
 */
export function rolesOn(actor: Actor, issue: Issue, directory: Directory, where: Where = {}): Set<RoleCode> {
  const roles = projectRoles(actor, issue.projectId, where);
  const { id, home } = actor.person;
  const mine = home || roles.has('enterprise') || isStillAmong(actor, issue.projectId, where);
  const me = (personId: number | null | undefined) =>
    personId === id || (personId != null && actor.standsInFor.includes(personId));
  if (me(issue.reporterId) && mine) roles.add('reporter');
  if (!home) return roles;
  const units = ownUnits(actor);
  if (issue.unitId !== null && units.includes(issue.unitId)) roles.add('unit');
  if (issue.coUnits.some((co) => units.includes(co.unitId))) roles.add('co-unit');
  if (me(issue.assigneeId)) roles.add('assignee');
  if (issue.status === 'paused' && me(issue.pauses.at(-1)?.chaserId)) roles.add('chaser');
  if (reachesArea(actor, ['office'], issue.areaId, directory)) roles.add('office');
  if (reachesArea(actor, ['leader', 'principal'], issue.areaId, directory)) roles.add('leader');
  return roles;
}

/** Whether somebody who is nobody's registered contact is in one of the project's groups. */
function isStillAmong(actor: Actor, projectId: number | null, where: Where): boolean {
  if (projectId === null || actor.contactOf.length > 0) return false;
  return actor.groupProjectIds.includes(projectId) || (where.chatProjectIds?.includes(projectId) ?? false);
}

function projectRoles(actor: Actor, projectId: number | null, where: Where): Set<RoleCode> {
  const roles = new Set<RoleCode>();
  if (projectId === null) return roles;
  const here = where.chatProjectIds?.includes(projectId) ?? false;
  if (actor.contactOf.includes(projectId)) roles.add('enterprise');
  if (!actor.person.home) {
    // Not registered as contact of anything: in the project's own group they see what everybody there sees.
    if (here && actor.contactOf.length === 0) roles.add('group');
    return roles;
  }
  if (here || actor.groupProjectIds.includes(projectId)) roles.add('group');
  if (actor.secretaryOf.includes(projectId)) roles.add('secretary');
  if (actor.leaderOf.includes(projectId)) roles.add('leader');
  return roles;
}

/** Whether this person reported it done, stands in for who did, or is stood in for by them: then others verify. */
export function isOwnReport(issue: Pick<Issue, 'doneBy'>, actor: Actor, directory: Directory): boolean {
  const { doneBy } = issue;
  if (doneBy === null) return false;
  const { id } = actor.person;
  return doneBy === id || actor.standsInFor.includes(doneBy) || directory.deputyOf(id) === doneBy;
}

/** The refusal that says who may: `who` as codes, `may` in words. */
export function mayNot(who: readonly RoleCode[]): Refused {
  return refuse('may-not', { who: who.join(','), may: who.map((role) => ROLE_NAMES[role]).join('、') });
}

/**
 * Whether the person may do this, decided from the person alone, never from what a card says.
 * @param issue the issue the action is about; null for log, settings and admin
 * @returns true, or the refusal naming who may
 */
export function allows(
  actor: Actor,
  action: Action,
  issue: Issue | null,
  directory: Directory,
  where: Where = {},
): true | Refused {
  if (action === 'admin' || action === 'settings') return allowsSettings(actor, action, directory, where);
  if (action === 'log' || action === 'on-the-spot') return allowsLog(actor, action, where);
  if (issue === null) return refuse('issue-unknown');
  return allowsRoles(actor, MAY.see, issue, directory, where) === true ? true : refuse('not-yours-to-see');
}

/** Whether the person holds one of these roles on the problem; the refusal says who does. */
export function allowsRoles(
  actor: Actor,
  may: readonly RoleCode[],
  issue: Issue,
  directory: Directory,
  where: Where = {},
): true | Refused {
  const roles = rolesOn(actor, issue, directory, where);
  return may.some((role) => roles.has(role)) ? true : mayNot(may);
}

function allowsLog(actor: Actor, action: 'log' | 'on-the-spot', where: Where): true | Refused {
  const roles = projectRoles(actor, where.projectId ?? null, where);
  if (action === 'log' && roles.has('enterprise')) return true;
  if (action === 'log' && !actor.person.home && roles.has('group')) return true;
  if (!actor.person.home)
    return where.projectId == null ? refuse('enterprise-only-here') : mayNot(MAY[action]);
  return isOfficial(actor) ? true : mayNot(MAY[action]);
}

/** Own staff who are not merely an enterprise contact or merely the administrator. */
export function isOfficial(actor: Actor): boolean {
  if (!actor.person.home) return false;
  if (ownUnits(actor).length > 0 || actor.secretaryOf.length > 0 || actor.leaderOf.length > 0) return true;
  if (actor.grants.some((grant) => grant.role !== 'administrator')) return true;
  return actor.grants.length === 0 && actor.contactOf.length === 0;
}

function allowsSettings(
  actor: Actor,
  action: 'settings' | 'admin',
  directory: Directory,
  where: Where,
): true | Refused {
  if (!actor.person.home) return mayNot(MAY[action]);
  if (actor.grants.some((grant) => grant.role === 'administrator')) return true;
  if (action === 'admin') return mayNot(MAY.admin);
  const { projectId, areaId } = where;
  const project = projectId == null ? undefined : directory.project(projectId);
  if (project && actor.secretaryOf.includes(project.id)) return true;
  const area = project?.areaId ?? areaId;
  if (area !== undefined && reachesArea(actor, ['office'], area, directory)) return true;
  return mayNot(project ? MAY.settings : area === undefined ? MAY.admin : ['office', 'administrator']);
}

/** What a person sees, for the WHERE of a query: everything when `all`, else whatever fits any of the four. */
export interface VisibleScope {
  all: boolean;
  /** Areas under this person's office or leader grants, the whole tree below included. */
  areaIds: number[];
  /** Own units, as responsible unit or co-unit. */
  unitIds: number[];
  projectIds: number[];
  /** Reported by, assigned to. Empty: a contact of another tenant, for whom only own projects count. */
  personIds: number[];
  /** When set, what these people reported counts in these projects only. */
  personIn?: number[];
}

/** A scope as queries take it; `{ all: true }` alone for the clock and the system itself. */
export type IssueScope = { all: true } | VisibleScope;

/** `see` of {@link allows} as data for SQL (a chaser finds the item by number only). `all` only for office and leaders of the top area. */
export function visibleScope(actor: Actor, directory: Directory, where: Where = {}): VisibleScope {
  const here = where.chatProjectIds ?? [];
  if (!actor.person.home) {
    const projectIds = actor.contactOf.length > 0 ? actor.contactOf : [...here];
    const none = { all: false, areaIds: [], unitIds: [], projectIds };
    if (actor.contactOf.length > 0) return { ...none, personIds: [] };
    const personIn = [...new Set([...actor.groupProjectIds, ...here])];
    return { ...none, personIds: [actor.person.id], personIn };
  }
  const upper = actor.grants.filter((grant) => grant.role !== 'administrator').map((grant) => grant.areaId);
  const areas = directory.data.areas.filter((area) => upper.some((id) => directory.reaches(id, area.id)));
  const projects = [actor.secretaryOf, actor.leaderOf, actor.contactOf, actor.groupProjectIds, here].flat();
  return {
    all: upper.includes(directory.topAreaId),
    areaIds: areas.map((area) => area.id),
    unitIds: ownUnits(actor),
    projectIds: [...new Set(projects)],
    personIds: [actor.person.id, ...actor.standsInFor],
  };
}

/** Whether the filter can find nothing that the scope hides. */
export function seesAll(scope: VisibleScope, filter: IssueFilter, directory: Directory): boolean {
  if (scope.all) return true;
  const { projectIds, areaIds, unitIds, personId, reporterId } = filter;
  const inScope = (id: number) => {
    const areaId = directory.project(id)?.areaId;
    return scope.projectIds.includes(id) || (areaId !== undefined && scope.areaIds.includes(areaId));
  };
  const own = (id: number | undefined) =>
    id !== undefined && scope.personIds.includes(id) && scope.personIn === undefined;
  return (
    (projectIds?.every(inScope) ?? false) ||
    (areaIds?.every((id) => scope.areaIds.includes(id)) ?? false) ||
    (unitIds?.every((id) => scope.unitIds.includes(id)) ?? false) ||
    own(personId) ||
    own(reporterId)
  );
}

/** A project is seen by whoever sees its problems as a whole, and by its units. */
export function seesProject(actor: Actor, project: Project, directory: Directory): boolean {
  const scope = visibleScope(actor, directory);
  if (scope.all || scope.projectIds.includes(project.id) || scope.areaIds.includes(project.areaId))
    return true;
  const units = [...project.memberUnitIds, ...(project.leadUnitId === null ? [] : [project.leadUnitId])];
  return scope.unitIds.some((id) => units.includes(id));
}

/** Reports of an area (调度包, 红黑榜) are read and approved by its office and leaders, and by those above. */
export function allowsReport(actor: Actor, areaId: number, directory: Directory): true | Refused {
  if (actor.person.home && reachesArea(actor, ['office', 'leader', 'principal'], areaId, directory))
    return true;
  return mayNot(APPROVE);
}

/** What stands in a draft is the office's. */
export function allowsDraft(actor: Actor, areaId: number, directory: Directory): true | Refused {
  if (actor.person.home && reachesArea(actor, ['office'], areaId, directory)) return true;
  return mayNot(['office']);
}
