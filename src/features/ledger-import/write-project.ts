/** A row of projects: made, or its facts brought to what the ledger says; each change is a row of its history. */
import { FIELD_NAMES } from '../../cards/words-admin.ts';
import type { CommandContext } from '../../commands/context.ts';
import { recordChange } from '../../commands/project-change.ts';
import { setNode } from '../../commands/project-nodes.ts';
import { loadNodes, saveNode } from '../../db/nodes.ts';
import { findPeople } from '../../db/person.ts';
import {
  findProjectByName,
  insertProject,
  lockProject,
  setProjectUnit,
  updateProject,
} from '../../db/project.ts';
import type { PlannedProject, Reversal } from '../../domain/ledger/import.ts';
import type { Project } from '../../domain/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../../domain/plan/nodes.ts';
import { amountText } from '../../domain/project-facts.ts';
import { areaOfImporter, mayMakeProject, mayWriteFacts } from './rules-rights.ts';
import { ROW } from './words-report.ts';
import { failed, projectOf, refused, same, unitOf, type Written } from './write.ts';

export async function writeProject(context: CommandContext, row: PlannedProject): Promise<Written> {
  const known = await projectOf(context, row.project);
  if (!known) return makeProject(context, row);
  const { actor, directory, tx } = context;
  if (known.archived) return refused(ROW.archived(known.name));
  if (!mayWriteFacts(actor, known.id, directory)) return refused(ROW.notYours(known.name));
  await lockProject(tx, known.id);
  const reversals: Reversal[] = [];
  const problems: string[] = [];
  await changeFacts(context, known, row, reversals);
  await changeTeam(context, known, row, reversals);
  for (const [name, day] of Object.entries(row.nodes)) {
    const before = (await loadNodes(tx, known)).find((node) => node.name === name)?.plannedOn ?? null;
    if (before === day) continue;
    const answer = await setNode(context, known, { name, plannedOn: day }, ROW.reason);
    if (answer.kind === 'text' && answer.tone === 'success')
      reversals.push({ what: `node:${name}`, from: before, to: day });
    else problems.push(answer.kind === 'text' ? answer.text : ROW.nodeRefused(name));
  }
  if (reversals.length === 0)
    return problems.length > 0 ? failed(problems.join('；')) : { ...same, outcome: { projectId: known.id } };
  const reason = problems.length > 0 ? { reason: problems.join('；') } : {};
  return { state: 'changed', outcome: { projectId: known.id, reversals, ...reason }, issueId: null };
}

/** With its facts at once, so that nothing asks for a directory that knows it. */
async function makeProject(context: CommandContext, row: PlannedProject): Promise<Written> {
  const { tx, now, actor, directory } = context;
  const areaId = areaOfImporter(actor, directory);
  if (!mayMakeProject(actor, areaId, directory)) return refused(ROW.mayNotMakeProject(row.name));
  const leadUnit = await unitOf(context, row.leadUnit);
  const { [START_NODE]: startOn = null, [PRODUCTION_NODE]: productionOn = null, ...nodes } = row.nodes;
  const made = await insertProject(
    tx,
    {
      areaId,
      name: row.name,
      ...row.facts,
      startOn,
      productionOn,
      leadUnitId: leadUnit?.id ?? null,
      secretaryId: row.secretaryId,
      leaderId: row.leaderId,
    },
    now,
  );
  if (!made) return takeUpAgain(context, row, areaId);
  if (leadUnit) await setProjectUnit(tx, made.id, leadUnit.id, true);
  for (const [name, day] of Object.entries(nodes)) await saveNode(tx, made.id, name, { plannedOn: day });
  await recordChange(context, made, ROW.made, { from: null, to: made.name, reason: ROW.reason });
  const outcome = { projectId: made.id, made: { kind: 'project', id: made.id } as const };
  return { state: 'new', outcome, issueId: null };
}

/** One that an import made and 撤回 put away is taken up where the file is sent again. */
async function takeUpAgain(context: CommandContext, row: PlannedProject, areaId: number): Promise<Written> {
  const { tx, directory } = context;
  const found = await findProjectByName(tx, areaId, row.name);
  const project = found && directory.project(found.id);
  if (project?.archived?.reason !== ROW.revoked) return failed(ROW.nameTaken(row.name));
  await updateProject(tx, project.id, { ...row.facts, archived: null });
  await recordChange(context, project, ROW.takenUp, { from: null, to: project.name, reason: ROW.reason });
  const outcome = { projectId: project.id, made: { kind: 'project', id: project.id } as const };
  return { state: 'new', outcome, issueId: null };
}

type Facts = PlannedProject['facts'];
const LABELS: Record<keyof Facts, string> = {
  enterprise: FIELD_NAMES.enterprise,
  park: FIELD_NAMES.park,
  level: FIELD_NAMES.level,
  land: FIELD_NAMES.land,
  bucket: FIELD_NAMES.bucket,
  industries: FIELD_NAMES.industries,
  investTotal: FIELD_NAMES['invest-total'],
  note: FIELD_NAMES.note,
};

function factText(value: Facts[keyof Facts] | null): string | null {
  if (value == null) return null;
  if (Array.isArray(value)) return value.join('、') || null;
  return typeof value === 'number' ? `${amountText(value)} 万元` : value;
}

async function changeFacts(
  context: CommandContext,
  project: Project,
  { facts }: PlannedProject,
  reversals: Reversal[],
): Promise<void> {
  for (const key of Object.keys(facts) as (keyof Facts)[]) {
    const to = facts[key];
    const from = project[key];
    if (to === undefined || factText(from) === factText(to)) continue;
    await updateProject(context.tx, project.id, { [key]: to });
    await recordChange(context, project, LABELS[key], {
      from: factText(from),
      to: factText(to),
      reason: ROW.reason,
    });
    reversals.push({ what: key, from, to });
  }
}

/** Unit, secretary and leader are filled in where nobody stands; somebody who stands there stays. */
async function changeTeam(
  context: CommandContext,
  project: Project,
  row: PlannedProject,
  reversals: Reversal[],
): Promise<void> {
  const { tx } = context;
  const unit = project.leadUnitId === null ? await unitOf(context, row.leadUnit) : undefined;
  if (unit) {
    await updateProject(tx, project.id, { leadUnitId: unit.id });
    await setProjectUnit(tx, project.id, unit.id, true);
    await recordChange(context, project, FIELD_NAMES['lead-unit'], {
      from: null,
      to: unit.name,
      reason: ROW.reason,
    });
    reversals.push({ what: 'leadUnitId', from: null, to: unit.id });
  }
  for (const [key, label] of [
    ['secretaryId', FIELD_NAMES.secretary],
    ['leaderId', FIELD_NAMES.leader],
  ] as const) {
    const to = row[key];
    if (to === null || project[key] !== null) continue;
    const [person] = await findPeople(tx, [to]);
    if (!person) continue;
    await updateProject(tx, project.id, { [key]: to });
    await recordChange(context, project, label, { from: null, to: person.name, reason: ROW.reason });
    reversals.push({ what: key, from: null, to });
  }
}
