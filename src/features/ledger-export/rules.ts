/** Which layout and what name a file has. Pure. */
import type { Actor } from '../../domain/actor.ts';
import type { IssueFilter } from '../../domain/answer.ts';
import type { Directory } from '../../domain/directory.ts';
import type { LedgerKind } from '../../domain/ledger/model.ts';
import type { Chat } from '../../domain/model.ts';
import { shortProjectName, shortUnitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { EXPORT } from './words.ts';

/** Items one file holds at most. */
export const MOST_ROWS = 20_000;

/** What is exported; a layout saved by name is that of each, as far as one was imported. */
export const EXPORTED: readonly LedgerKind[] = ['problems', 'tasks'];

/** Of tasks alone the ledger of tasks, else that of problems. */
export function kindOf({ kinds }: IssueFilter): LedgerKind {
  return kinds?.length === 1 && kinds[0] === 'task' ? 'tasks' : 'problems';
}

/** Areas whose layouts serve here: that of the place, else the speaker's own, all above and all below. */
export function layoutAreas(actor: Actor, chat: Chat | undefined, directory: Directory): number[] {
  const projects = chat?.kind === 'project' ? chat.projectIds : [...actor.secretaryOf, ...actor.leaderOf];
  const unit = actor.person.unitId === null ? undefined : directory.unit(actor.person.unitId);
  const own = [
    ...(chat?.kind === 'office' ? [chat.areaId ?? directory.topAreaId] : []),
    ...projects.flatMap((id) => directory.project(id)?.areaId ?? []),
    ...(chat ? [] : actor.grants.map(({ areaId }) => areaId)),
    ...(chat || !unit ? [] : [unit.areaId]),
  ];
  return directory.data.areas
    .map(({ id }) => id)
    .filter((id) => own.some((one) => directory.reaches(one, id) || directory.reaches(id, one)));
}

/** Whose ledger it is, as its title and the name of its file say: one unit or project, else the area. */
export function whoseOf(
  { unitIds, projectIds, areaIds }: IssueFilter,
  area: string,
  ctx: ViewContext,
): string {
  const [unit, ...units] = unitIds ?? [];
  if (unit !== undefined && units.length === 0) return shortUnitName(ctx, unit);
  const [project, ...projects] = projectIds ?? [];
  if (project !== undefined && projects.length === 0) return shortProjectName(ctx, project);
  const [named, ...others] = areaIds ?? [];
  return (named !== undefined && others.length === 0 && ctx.directory.area(named)?.name) || area;
}

export function whatOf({ kinds }: IssueFilter): string {
  if (kinds === undefined) return EXPORT.problems;
  return kindOf({ kinds }) === 'tasks' ? EXPORT.tasks : EXPORT.items;
}

/** 住建局_问题台账_2026-11-28.xlsx, without what a file's name must not hold. */
export function fileName(who: string, what: string, day: string): string {
  const safe = who.replaceAll(/[\\/:*?"<>|\p{Cc}\s.]/gu, '').slice(0, 40);
  return EXPORT.fileName(safe || EXPORT.all, what, day);
}

/** A name of 1 to 20 characters without spaces, and not the standard one's. */
export function layoutNameFault(name: string): string | undefined {
  if (name === EXPORT.standard) return EXPORT.taken;
  return /^\S{1,20}$/u.test(name) ? undefined : EXPORT.badName;
}
