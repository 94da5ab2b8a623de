/** The links of a project as they are now, or as its template would have them. */
import { loadBasis, loadLinks } from '../../db/link.ts';
import { chosenTemplate, takeChosenTemplate } from '../../db/link-template.ts';
import type { Tx } from '../../db/open.ts';
import { agreedPlan } from '../../db/plan.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import { copyLinks } from '../../domain/plan/copy-template.ts';
import type { ByCode } from '../../domain/plan/link-rules.ts';
import { linkStates } from '../../domain/plan/link-state.ts';
import type { LinkState, LinkTemplate, Plan, ProjectLink } from '../../domain/plan/model.ts';
import type { PlanBasis } from '../../domain/plan/network.ts';
import type { Instant } from '../../domain/time.ts';
import { LINKS } from './words.ts';

/** All links of a project. Without a copy of its own, `taken` is false and the links have no ids. */
export interface Board {
  /** null: nobody's, the template alone. */
  project: Project | null;
  taken: boolean;
  basis: PlanBasis;
  links: ProjectLink[];
  byCode: ByCode;
  states: Map<string, LinkState>;
  plan: Plan | undefined;
}

export const stateIn = ({ states }: Pick<Board, 'states'>, { definition }: ProjectLink): LinkState =>
  states.get(definition.code) ?? 'waiting';

/** Its days by the agreed plan. */
export const plannedStep = ({ plan }: Pick<Board, 'plan'>, { definition }: ProjectLink) =>
  plan?.payload.steps.find(({ code }) => code === definition.code);

export async function loadBoard(tx: Tx, project: Project | null, directory: Directory): Promise<Board> {
  const basis = project ? await loadBasis(tx, project.id) : undefined;
  if (!project || !basis) return boardOfTemplate(await chosenTemplate(tx), project, directory);
  const links = await loadLinks(tx, project.id, directory.settings.timeZone);
  return boardOf({ project, taken: true, basis, links, plan: await agreedPlan(tx, project.id) });
}

function boardOf(parts: Omit<Board, 'byCode' | 'states'>): Board {
  const byCode = new Map(parts.links.map((link) => [link.definition.code, link]));
  return { ...parts, byCode, states: linkStates(parts.links) };
}

function boardOfTemplate(template: LinkTemplate, project: Project | null, directory: Directory): Board {
  const { links, ...basis } = template;
  const areaId = project?.areaId ?? directory.topAreaId;
  const copies = copyLinks({ ...basis, links }, areaId, directory, {
    id: 0,
    at: 0,
    reason: LINKS.byTemplate,
  });
  return boardOf({
    project,
    taken: false,
    basis,
    plan: undefined,
    links: copies.map((copy) => ({
      ...copy,
      id: 0,
      projectId: project?.id ?? 0,
      contactId: copy.definition.contactId,
      startedOn: null,
      reportedOn: null,
      finishedOn: null,
      ticked: [],
      subUnits: null,
      item: null,
    })),
  });
}

/** Gives the project its copy of the chosen template unless it has one. @returns the template's name when it was taken now */
export async function ensureTaken(
  tx: Tx,
  project: Project,
  byId: number | null,
  { now, directory }: { now: Instant; directory: Directory },
): Promise<string | undefined> {
  if (await loadBasis(tx, project.id)) return undefined;
  return takeChosenTemplate(tx, project, { byId, reason: LINKS.byTemplate }, { now, directory });
}
