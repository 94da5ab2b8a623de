/** Rows of procedures and of investment: into the links and months of a project. */
import type { CommandContext } from '../../commands/context.ts';
import { recordChange } from '../../commands/project-change.ts';
import { loadInvestment, monthOf, setInvestment } from '../../db/investment.ts';
import { loadBasis, loadLinkForUpdate, loadLinks, updateLink } from '../../db/link.ts';
import { takeChosenTemplate } from '../../db/link-template.ts';
import { lockProject } from '../../db/project.ts';
import type { PlannedInvestment, PlannedLinks, Reversal, RowState } from '../../domain/ledger/import.ts';
import type { Project } from '../../domain/model.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import { amountText } from '../../domain/project-facts.ts';
import { dayOf } from '../../domain/time.ts';
import { mayWriteFacts, mayWriteLinks } from './rules-rights.ts';
import { ROW } from './words-report.ts';
import { failed, needProject, same, type Written } from './write.ts';

/** Marks without a day count as done on the day chosen in the preview; what has a clock of ours is left alone. */
export async function writeLinks(context: CommandContext, row: PlannedLinks): Promise<Written> {
  const { tx, directory, now, actor } = context;
  const need = await needProject(context, row.project, (id) => mayWriteLinks(actor, id, directory));
  if ('not' in need) return need.not;
  const { project } = need;
  await lockProject(tx, project.id);
  const { timeZone } = directory.settings;
  if (!(await loadBasis(tx, project.id)))
    await takeChosenTemplate(
      tx,
      project,
      { byId: actor.person.id, reason: ROW.byTemplate },
      { now, directory },
    );
  const links = await loadLinks(tx, project.id, timeZone);
  const reversals: Reversal[] = [];
  const problems: string[] = [];
  for (const said of row.links) {
    const listed = links.find(({ definition }) => definition.no === said.no);
    const link = listed && (await loadLinkForUpdate(tx, listed.id, timeZone));
    if (!link) problems.push(ROW.noLink(said.at, said.name));
    else if (link.item !== null && link.finishedOn === null)
      problems.push(ROW.linkRuns(said.at, link.definition.no, link.item.id));
    else if (isOpen(link)) reversals.push(await writeLink(context, project, link, said));
  }
  const reason = problems.length > 0 ? { reason: problems.join('；') } : {};
  if (reversals.length > 0)
    return { state: stateOf(row), outcome: { projectId: project.id, reversals, ...reason }, issueId: null };
  return problems.length > 0 ? failed(problems.join('；')) : same;
}

/** Nothing is known to have been done with it. */
function isOpen({ finishedOn, item, unconcerned }: ProjectLink): boolean {
  return finishedOn === null && item === null && unconcerned === null;
}

async function writeLink(
  context: CommandContext,
  project: Project,
  link: ProjectLink,
  { value, day }: PlannedLinks['links'][number],
): Promise<Reversal> {
  const { tx, now, actor, directory } = context;
  const label = ROW.linkLabel(link.definition.no, link.definition.name);
  if (value === 'not-needed') {
    const unconcerned = { reason: ROW.notNeeded, byId: actor.person.id, at: now };
    await updateLink(tx, link.id, { unconcerned });
    await recordChange(context, project, label, { from: null, to: ROW.unconcerned, reason: ROW.reason });
    return { what: `link:${link.id}`, from: null, to: 'unconcerned' };
  }
  const finishedOn = day ?? dayOf(now, directory.settings.timeZone);
  await updateLink(tx, link.id, { finishedOn, startedOn: null, unconcerned: null, issueId: null });
  await recordChange(context, project, label, {
    from: null,
    to: ROW.linkDone(finishedOn),
    reason: ROW.reason,
  });
  return { what: `link:${link.id}`, from: null, to: finishedOn };
}

export async function writeInvestment(context: CommandContext, row: PlannedInvestment): Promise<Written> {
  const { tx, directory, actor } = context;
  const need = await needProject(context, row.project, (id) => mayWriteFacts(actor, id, directory));
  if ('not' in need) return need.not;
  const { project } = need;
  await lockProject(tx, project.id);
  const { year, month, planned } = row;
  // A year's plan stands for itself; what is done in it is the sum of its months, so a sum is put on the last one named.
  const actual = row.actual === null ? null : await stillMissing(context, project.id, row);
  if (actual !== null && actual < 0) return failed(ROW.lessThanMonths(year));
  const reversals: Reversal[] = [];
  const set = async (when: { year: number; month: number | null }, key: 'planned' | 'actual', to: number) => {
    const from = (await monthOf(tx, project.id, when))[key];
    if (from === to) return;
    await setInvestment(tx, project.id, when, { [key]: to });
    await recordChange(context, project, ROW.investment(when, key), {
      from: from === null ? null : `${amountText(from)} 万元`,
      to: `${amountText(to)} 万元`,
      reason: ROW.reason,
    });
    reversals.push({ what: `investment:${when.year}:${when.month ?? 0}:${key}`, from, to });
  };
  if (planned !== null) await set({ year, month: null }, 'planned', planned);
  if (actual !== null && month !== null) await set({ year, month }, 'actual', actual);
  if (reversals.length === 0) return same;
  return { state: stateOf(row), outcome: { projectId: project.id, reversals }, issueId: null };
}

/** As the preview counts it: of a project that this very import makes all is new. */
const stateOf = ({ project }: PlannedLinks | PlannedInvestment): RowState =>
  project !== null && 'name' in project ? 'new' : 'changed';

/** What of a sum since January is not in the months before. */
async function stillMissing(
  { tx }: CommandContext,
  projectId: number,
  { year, month, actual }: PlannedInvestment,
): Promise<number | null> {
  if (actual === null || month === null) return null;
  const known = (await loadInvestment(tx, [projectId], year)).get(projectId);
  let before = 0;
  for (const [nth, amounts] of known?.months ?? []) if (nth < month) before += amounts.actual ?? 0;
  return Math.round((actual - before) * 100) / 100;
}
