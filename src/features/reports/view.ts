/** A report of an area or of projects, drawn from the state of this moment. */
import type { Report } from '../../cards/report.ts';
import type { Tx } from '../../db/open.ts';
import type { Directory } from '../../domain/directory.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { nothingIn, reportOf } from './card.ts';
import { type About, loadReport } from './load.ts';
import type { Reading, ReportScope } from './rules.ts';
import { projectsText } from './words.ts';

/** 宜化高新区; 兴发磷石膏综合利用项目; 兴发、美利信等 5 个项目. */
export function placeText({ areaId, projectIds = [] }: ReportScope, directory: Directory): string {
  if (areaId !== undefined) return directory.area(areaId)?.name ?? '';
  const projects = projectIds.flatMap((id) => directory.project(id) ?? []);
  const [only] = projects;
  if (only && projects.length === 1) return only.name;
  return projectsText(projects.map(({ name, shortNames }) => shortNames[0] ?? name));
}

/** In words; or the one sentence when there is nothing to report. */
export async function readReport(
  tx: Tx,
  about: About,
  reading: Reading,
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<{ report: Report } | { nothing: string }> {
  const content = await loadReport(tx, about, reading, placeText(about, base.directory), base);
  const { lists, reds, yellows, dueNext } = content;
  const issues = [...Object.values(lists), reds, yellows, dueNext].flatMap((some) => some.issues);
  const ctx = await viewContext(tx, base, { issues });
  const nothing = nothingIn(content, ctx);
  return nothing === undefined ? { report: reportOf(content, ctx) } : { nothing };
}
