/** Everything a plan of a project is computed from, as it stands now. */
import { loadBasis, loadLinks } from '../../db/link.ts';
import { chosenTemplate } from '../../db/link-template.ts';
import { actualStarts } from '../../db/nodes.ts';
import type { Tx } from '../../db/open.ts';
import { listPlans } from '../../db/plan.ts';
import type { Directory } from '../../domain/directory.ts';
import { type BackSchedule, backSchedule, type PlanRequest } from '../../domain/plan/back-schedule.ts';
import { type Cut, compress } from '../../domain/plan/compress.ts';
import { workingDayFrom } from '../../domain/plan/duration.ts';
import type { LinkDuration, PlanTargets } from '../../domain/plan/model.ts';
import {
  linksOfTemplate,
  type NetworkFault,
  type NetworkLink,
  type PlanBasis,
} from '../../domain/plan/network.ts';
import { type Day, dayOf, type Instant } from '../../domain/time.ts';

/** How a gap is to be met. */
export type GapChoice = 'compress' | 'move' | 'keep';

/** What was asked for. */
export interface Asked {
  projectId: number;
  targets: PlanTargets;
  /** null: as in the plan before, else as the template has it. */
  construction: LinkDuration | null;
  choice: GapChoice | null;
}

export interface Computed {
  asked: Asked;
  links: readonly NetworkLink[];
  basis: PlanBasis;
  plan: BackSchedule;
  /** As it would be without any choice. */
  plain: BackSchedule;
  cuts: Cut[];
}

export interface Ground {
  links: readonly NetworkLink[];
  basis: PlanBasis;
  construction: LinkDuration | null;
  constructionStartedOn: Day | null;
}

/** The project's own links, or those of the template it would take. */
export async function loadGround(tx: Tx, projectId: number, directory: Directory): Promise<Ground> {
  const basis = await loadBasis(tx, projectId);
  const [last] = (await listPlans(tx, projectId)).filter((plan) => plan.payload.construction !== null);
  const construction = last?.payload.construction ?? null;
  if (!basis) {
    const template = await chosenTemplate(tx);
    const { links: _links, ...rest } = template;
    return { links: linksOfTemplate(template), basis: rest, construction, constructionStartedOn: null };
  }
  const links = await loadLinks(tx, projectId, directory.settings.timeZone);
  return {
    links,
    basis,
    construction,
    constructionStartedOn: (await actualStarts(tx, [projectId])).get(projectId) ?? null,
  };
}

export async function computePlan(
  tx: Tx,
  asked: Asked,
  { directory, now }: { directory: Directory; now: Instant },
): Promise<Computed | NetworkFault> {
  const { calendar, settings } = directory;
  const today = dayOf(now, settings.timeZone);
  const ground = await loadGround(tx, asked.projectId, directory);
  const request: PlanRequest = {
    ...ground,
    construction: asked.construction ?? ground.construction,
    targets: asked.targets,
    from: workingDayFrom(calendar, today),
    today,
  };
  const plain = backSchedule(request, calendar);
  if ('fault' in plain) return plain;
  const made = { asked, links: ground.links, basis: ground.basis, plain };
  if (plain.gaps.length === 0 || asked.choice === null || asked.choice === 'keep')
    return { ...made, plan: plain, cuts: [] };
  if (asked.choice === 'compress') {
    const { plan, cuts } = compress(plain, request, calendar);
    return { ...made, plan, cuts };
  }
  const targets = { ...asked.targets };
  for (const gap of plain.gaps) targets[gap.node] = gap.earliest;
  const moved = backSchedule({ ...request, targets }, calendar);
  if ('fault' in moved) return moved;
  return { ...made, plan: { ...moved, payload: { ...moved.payload, choice: 'nodes-moved' } }, cuts: [] };
}

/** Whether the plan reaches beyond 开工, and so must know how long 施工 takes. */
export function needsConstruction(asked: Asked, ground: Pick<Ground, 'construction'>): boolean {
  return asked.targets.production !== null && asked.construction === null && ground.construction === null;
}
