/** What every step of a link has in common: rights first, its copy of the template, the link locked. */
import type { CommandContext } from '../../commands/context.ts';
import { findLinkByCode, loadLinkForUpdate, loadLinks } from '../../db/link.ts';
import { agreedPlan } from '../../db/plan.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Refused } from '../../domain/decision.ts';
import type { Project } from '../../domain/model.ts';
import type { ByCode } from '../../domain/plan/link-rules.ts';
import type { Plan, ProjectLink } from '../../domain/plan/model.ts';
import { type Day, formatDay } from '../../domain/time.ts';
import { type ChosenLink, warn } from './choose.ts';
import { mayWork } from './rights.ts';
import { ensureTaken, loadBoard } from './store.ts';
import { LINKS, PROGRESS } from './words.ts';

/** A link that is about to change, locked until the transaction ends. */
export interface HeldLink {
  project: Project;
  link: ProjectLink;
  byCode: ByCode;
  plan: Plan | undefined;
  /** Said when the project took its template just now. */
  lead: string[];
}

export interface Holding {
  /** Default: who works on the link. */
  may?: (link: ProjectLink) => true | Refused;
  /** Why the step cannot be taken; asked before the template is taken, so that a refusal writes nothing. */
  check?: (held: Pick<HeldLink, 'link' | 'byCode'>) => Promise<Answer | undefined> | Answer | undefined;
}

/** Takes the template where the project has none, and locks the link; the answer instead when the step cannot be taken. */
export async function holdLink(
  context: CommandContext,
  { project, link, board }: ChosenLink,
  { may, check }: Holding = {},
): Promise<HeldLink | { answer: Answer }> {
  const { tx, directory, actor, now } = context;
  const allowed = may ? may(link) : mayWork(actor, link, project, directory);
  if (allowed !== true) return { answer: { kind: 'refusal', refusal: allowed.refusal } };
  if (project.archived) return { answer: warn(LINKS.archived(project.name)) };
  const early = board.taken ? undefined : await check?.({ link, byCode: board.byCode });
  if (early) return { answer: early };
  const template = await ensureTaken(tx, project, actor.person.id, { now, directory });
  const { timeZone } = directory.settings;
  const stored = await findLinkByCode(tx, project.id, link.definition.code, timeZone);
  const held = stored && (await loadLinkForUpdate(tx, stored.id, timeZone));
  if (!held) return { answer: warn(LINKS.noSuch(link.definition.name)) };
  const links = await loadLinks(tx, project.id, timeZone);
  const byCode = new Map(links.map((one) => [one.definition.code, one.id === held.id ? held : one]));
  const refused = await check?.({ link: held, byCode });
  if (refused) return { answer: refused };
  return {
    project,
    link: held,
    byCode,
    plan: await agreedPlan(tx, project.id),
    lead: template === undefined ? [] : [PROGRESS.taken(template)],
  };
}

/** The link a button names; undefined when the project or the link is gone. */
export async function linkOfButton(
  context: CommandContext,
  { projectId, code }: { projectId: number; code: string },
): Promise<ChosenLink | undefined> {
  const project = context.directory.project(projectId);
  if (!project) return undefined;
  const board = await loadBoard(context.tx, project, context.directory);
  const link = board.byCode.get(code);
  return link && { board, project, link };
}

/** 12月3日, with its year when it is another one. */
export function plainDay(day: Day, today: Day): string {
  return formatDay(day, { weekday: false, year: Number(today.slice(0, 4)) });
}
