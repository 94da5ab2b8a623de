/** What writing one row of a ledger takes and gives. Each kind has a file of its own. */
import type { CommandContext } from '../../commands/context.ts';
import { findProjectByName } from '../../db/project.ts';
import { findUnitByName } from '../../db/unit.ts';
import type { RowOutcome, RowState, Target } from '../../domain/ledger/import.ts';
import type { Project, Unit } from '../../domain/model.ts';
import { areaOfImporter } from './rules-rights.ts';
import { ROW } from './words-report.ts';

export interface Written {
  state: RowState;
  outcome: RowOutcome | null;
  issueId: number | null;
}

/** Of the row at this place of its import. */
export type Done = Written & { position: number };

/** Of one import: where it came from, as the history of what it writes says it. */
export interface Source {
  importId: string;
  fileName: string;
}

export const failed = (reason: string): Written => ({ state: 'failed', outcome: { reason }, issueId: null });
export const refused = (reason: string): Written => ({
  state: 'refused',
  outcome: { reason },
  issueId: null,
});
export const same: Written = { state: 'same', outcome: null, issueId: null };

/** The project of a row; of one made in this import by its name. */
export async function projectOf(
  { tx, directory, actor }: CommandContext,
  target: Target,
): Promise<Project | undefined> {
  if (target === null) return undefined;
  if ('id' in target) return directory.project(target.id);
  const found = await findProjectByName(tx, areaOfImporter(actor, directory), target.name);
  return found && directory.project(found.id);
}

export async function unitOf(
  { tx, directory, actor }: CommandContext,
  target: Target,
): Promise<Unit | undefined> {
  if (target === null) return undefined;
  if ('id' in target) {
    const unit = directory.unit(target.id);
    return unit?.closed ? undefined : unit;
  }
  return findUnitByName(tx, areaOfImporter(actor, directory), target.name);
}

/** The project a row needs, which the speaker may still write; or why not. */
export async function needProject(
  context: CommandContext,
  target: Target,
  may: (projectId: number) => boolean,
): Promise<{ project: Project } | { not: Written }> {
  const project = await projectOf(context, target);
  if (!project) return { not: failed(ROW.noProject) };
  if (project.archived) return { not: refused(ROW.archived(project.name)) };
  return may(project.id) ? { project } : { not: refused(ROW.notYours(project.name)) };
}
