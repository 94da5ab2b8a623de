/** The words 批次, and 工程量 with the names of what is counted each day. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { choosePerson } from '../../commands/log-people.ts';
import { recordChange, refuseChange } from '../../commands/project-change.ts';
import { warning } from '../../commands/report.ts';
import { type SaidProject, whichProject } from '../../commands/which-project.ts';
import { saveDraft } from '../../db/draft.ts';
import { lockProject } from '../../db/project.ts';
import { allows } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Project } from '../../domain/model.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import type { LogLine } from '../../language/said.ts';
import { TASKS_DRAFT, type TasksDraft } from './draft.ts';
import { lacksOf, readBatch, readQuantity } from './read.ts';
import { figuresOf, type Quantity } from './rules.ts';
import { daysOf, listBatches, listQuantities, reportDay, saveQuantity, takeBatch, tasksOf } from './store.ts';
import { BATCH, planText, QUANTITY, quantityText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** By number, or by name (made when there is none); both missing: shows all. `lines`: tasks to add. */
    batch: SaidProject & { no: number | null; batchName: string; lines: LogLine[]; page: number };
    /** `item` '': all of them. `change` null: shows it. */
    quantity: SaidProject & {
      item: string;
      change:
        | { planned: number; measure: string; dueOn: Day | null }
        | { done: number; day: Day }
        | 'off'
        | null;
    };
  }
}

async function runBatch(context: CommandContext, call: CallOf<'batch'>): Promise<Answer> {
  const { no, batchName, lines, page } = call;
  // No button holds the lines, and without them they would be lost.
  const again = (name: string) =>
    lines.length > 0 ? null : ['批次', name, no ?? batchName].join(' ').trim();
  const found = whichProject(context, call, again, { archived: lines.length === 0 });
  if ('answer' in found) return found.answer;
  const { project } = found;
  const { tx, actor, now } = context;
  if (no === null && batchName === '') return { kind: 'batches', projectId: project.id };
  const batches = await listBatches(tx, project.id);
  const known = batches.find((batch) => (no === null ? batch.name === batchName : batch.no === no));
  if (no !== null && !known) return warning(BATCH.unknown(no));
  if (lines.length === 0 && known) return { kind: 'batch', batchId: known.id, page };
  const refused = refuseChange(context, project);
  if (refused) return refused;
  const name = known?.name ?? batchName;
  if (lines.length > 0) return previewTasks(context, project, { name, id: known?.id ?? null }, lines);
  const made = await takeBatch(tx, { projectId: project.id, name, madeBy: actor.person.id }, now);
  if (made.fresh) await recordChange(context, project, '批次', { from: null, to: name });
  return { kind: 'text', tone: 'success', text: (made.fresh ? BATCH.made : BATCH.known)(made.no, name) };
}

const LINES_TOLD = 10;

/** What was read of each line; nothing is written before 确认, and nothing at all when a fact is missing. */
async function previewTasks(
  context: CommandContext,
  project: Project,
  batch: { name: string; id: number | null },
  lines: readonly LogLine[],
): Promise<Answer> {
  const { tx, deps, actor, now } = context;
  const there = new Set(batch.id === null ? [] : (await tasksOf(tx, [batch.id])).map(({ title }) => title));
  const tasks: TasksDraft['tasks'] = [];
  const lacking: string[] = [];
  const skipped: string[] = [];
  for (const [i, line] of lines.entries()) {
    const { assignee } = await choosePerson(context, line);
    const unitId = line.unitId ?? assignee?.unitId ?? null;
    const past = line.deadline.ok && line.deadline.deadline.at <= now ? BATCH.lacks.past : '';
    const lacks = [lacksOf({ ...line, unitId }), past].filter(Boolean).join('、');
    if (lacks !== '' || !line.deadline.ok) {
      lacking.push(BATCH.lineLacks(i + 1, lacks, line.text));
      continue;
    }
    const { title, text, deadline } = { ...line, deadline: line.deadline.deadline };
    if (there.has(title)) skipped.push(title);
    else {
      there.add(title);
      tasks.push({ title, text, unitId, assigneeId: assignee?.id ?? null, deadline });
    }
  }
  if (lacking.length > 0)
    return warning(BATCH.incomplete(lacking.slice(0, LINES_TOLD), lacking.length - LINES_TOLD));
  if (tasks.length === 0) return warning(BATCH.allThere);
  const draftId = deps.newId();
  const payload: TasksDraft = { projectId: project.id, batchName: batch.name, tasks };
  await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: TASKS_DRAFT, payload }, now);
  return { kind: 'preview', draftId };
}

async function runQuantity(context: CommandContext, call: CallOf<'quantity'>): Promise<Answer> {
  const { item, change } = call;
  const said =
    change === null
      ? ''
      : change === 'off'
        ? '停用'
        : 'done' in change
          ? `${change.day} ${change.done}`
          : `总量 ${change.planned} ${change.measure}${change.dueOn ? ` 到 ${change.dueOn}` : ''}`;
  const found = whichProject(context, call, (name) => `工程量 ${name} ${item} ${said}`.trim());
  if ('answer' in found) return found.answer;
  const { project } = found;
  const { tx, directory, now, actor, chat } = context;
  const today = dayOf(now, directory.settings.timeZone);
  const ever = await listQuantities(tx, project.id);
  const all = ever.filter((one) => one.endedOn === null);
  const known = all.find((one) => one.name === item);
  if (item === '') {
    if (all.length === 0) return { kind: 'text', text: QUANTITY.none };
    const texts: string[] = [];
    for (const one of all) texts.push(quantityText(one, figuresOf(one, await daysOf(tx, one.id), today)));
    return { kind: 'text', text: texts.join('\n\n') };
  }
  if (change !== null && change !== 'off' && 'planned' in change) {
    const before = ever.find((one) => one.name === item);
    return switchOn(context, project, before, { item, ...change });
  }
  if (!known) return warning(QUANTITY.off(item));
  if (change === 'off') return switchOff(context, project, known);
  const days = await daysOf(tx, known.id);
  if (change === null) return { kind: 'text', text: quantityText(known, figuresOf(known, days, today)) };
  const where = { projectId: project.id, chatProjectIds: chat?.projectIds ?? [] };
  const may = allows(actor, 'log', null, directory, where);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (change.day > today) return warning(QUANTITY.future);
  const before = days.get(change.day);
  await reportDay(tx, { quantityId: known.id, day: change.day, done: change.done, byId: actor.person.id });
  const after = figuresOf(known, new Map([...days, [change.day, change.done]]), today);
  const replaced =
    before === undefined || before === change.done
      ? []
      : [QUANTITY.changed(change.day, before, known.measure)];
  return { kind: 'text', tone: 'success', text: [...replaced, quantityText(known, after)].join('\n') };
}

async function switchOn(
  context: CommandContext,
  project: Project,
  known: Quantity | undefined,
  wanted: { item: string; planned: number; measure: string; dueOn: Day | null },
): Promise<Answer> {
  const refused = refuseChange(context, project);
  if (refused) return refused;
  const { tx, directory, now } = context;
  const today = dayOf(now, directory.settings.timeZone);
  await lockProject(tx, project.id);
  const { item, planned, dueOn } = wanted;
  const measure = wanted.measure || known?.measure || '';
  const saved = await saveQuantity(tx, {
    projectId: project.id,
    name: item,
    measure,
    planned,
    dueOn,
    beganOn: known?.beganOn ?? today,
    endedOn: null,
  });
  const change = { from: known && known.endedOn === null ? planText(known) : null, to: planText(saved) };
  await recordChange(context, project, QUANTITY.historyName(item), change);
  const figures = figuresOf(saved, await daysOf(tx, saved.id), today);
  return { kind: 'text', tone: 'success', text: quantityText(saved, figures) };
}

/** What was reported stays, and is there again when it is switched on anew. */
async function switchOff(context: CommandContext, project: Project, known: Quantity): Promise<Answer> {
  const refused = refuseChange(context, project);
  if (refused) return refused;
  const { tx, directory, now } = context;
  await lockProject(tx, project.id);
  const { id: _id, ...quantity } = known;
  await saveQuantity(tx, { ...quantity, endedOn: dayOf(now, directory.settings.timeZone) });
  await recordChange(context, project, QUANTITY.historyName(known.name), { from: planText(known), to: null });
  return { kind: 'text', tone: 'success', text: QUANTITY.ended(known.name) };
}

export const COMMANDS = [
  featureCommand('batch', {
    group: '项目与群',
    words: ['批次', '任务批次'],
    usage: '批次 [项目] [<编号>|<名称>]，下面每行：任务 单位 时限',
    summary: '分批的任务：进度、清单、添加',
    example: ['批次', '批次 矿山搬迁', '批次 3'],
    where: 'anywhere',
    claim: () => 'note',
    read: readBatch,
    run: runBatch,
  }),
  featureCommand('quantity', {
    group: '项目与群',
    words: ['工程量', '填方', '挖方', '土方', '土石方', '桩基', '混凝土', '管网', '钢结构'],
    usage: '工程量 [名称] [总量 <数> <单位> 到 <日期> | <今天完成的数> | 停用]',
    summary: '每日工程量：计划、完成、预计',
    example: ['工程量 填方 总量 10000 立方米 到 2027-01-31', '填方 28', '填方 停用', '工程量'],
    where: 'anywhere',
    contact: true,
    claim: () => 'fact',
    read: readQuantity,
    run: runQuantity,
  }),
];
