/** Who may make and agree to a plan, and what an agreed one says of the nodes. Pure. */
import { mayNot, reachesArea } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refused } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import type { Plan, PlanPayload, PlanTargets } from '../../domain/plan/model.ts';

/** The side of the task force, and the side of the enterprise; the leader in charge may speak for the latter. */
export interface Sides {
  taskForce: boolean;
  enterprise: boolean;
  leader: boolean;
}

export function sidesOf(actor: Actor, project: Project, directory: Directory): Sides {
  const { home } = actor.person;
  const reaches = (roles: readonly ('office' | 'leader' | 'principal')[]) =>
    home && reachesArea(actor, roles, project.areaId, directory);
  return {
    taskForce: (home && actor.secretaryOf.includes(project.id)) || reaches(['office']),
    enterprise: actor.contactOf.includes(project.id),
    leader: (home && actor.leaderOf.includes(project.id)) || reaches(['leader', 'principal']),
  };
}

/** Whoever plans: secretary, office, leader. */
export function mayPlan(actor: Actor, project: Project, directory: Directory): true | Refused {
  const { taskForce, leader } = sidesOf(actor, project, directory);
  return taskForce || leader ? true : mayNot(['secretary', 'office', 'leader']);
}

/** What a tap on 同意 does: whose consent it is, or why it is none. */
export type Consent =
  | { side: 'task-force' | 'enterprise' }
  | { none: 'may-not' | 'already' | 'one-person' | 'superseded' | 'agreed' };

/** One person never speaks for both sides. */
export function consentOf(plan: Plan, personId: number, sides: Sides): Consent {
  if (plan.state === 'superseded') return { none: 'superseded' };
  if (plan.state === 'agreed') return { none: 'agreed' };
  const { agreedBy, contactBy } = plan;
  if (personId === agreedBy || personId === contactBy) return { none: 'already' };
  if (sides.taskForce && agreedBy === null) return { side: 'task-force' };
  if ((sides.enterprise || sides.leader) && contactBy === null) return { side: 'enterprise' };
  const known = sides.taskForce || sides.enterprise || sides.leader;
  return { none: known ? 'already' : 'may-not' };
}

/** The days of the nodes under a plan: what was asked for, else where the plan has them. */
export function nodesOf({ targets, reached }: PlanPayload): PlanTargets {
  return {
    start: targets.start ?? reached.start,
    production: targets.production ?? reached.production,
  };
}
