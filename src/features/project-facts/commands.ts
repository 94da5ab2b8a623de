/** The words 节点 and 投资, and 项目 with 历史, 归档, 恢复. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { recordChange, refuseChange } from '../../commands/project-change.ts';
import { setNode } from '../../commands/project-nodes.ts';
import { warning } from '../../commands/report.ts';
import { type SaidProject, whichProject } from '../../commands/which-project.ts';
import { loadInvestment, monthOf, setInvestment } from '../../db/investment.ts';
import { deleteNode, loadNodes } from '../../db/nodes.ts';
import { lockProject } from '../../db/project.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Project } from '../../domain/model.ts';
import { type Amounts, figuresOf } from '../../domain/plan/investment.ts';
import { PLANNED_NODES } from '../../domain/plan/nodes.ts';
import { amountText } from '../../domain/project-facts.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { previewArchive, restore } from './end.ts';
import { readArchive, readHistory, readInvestment, readNode, readRestore } from './read.ts';
import { INVESTMENT, investedText, investmentLabel, investmentText, NODE, nodeText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'project-history': SaidProject & { page: number };
    'project-archive': SaidProject & { reason: string };
    'project-restore': SaidProject & { reason: string };
    /** `change` null: shows those there are. */
    node: SaidProject & {
      change: { node: string; plannedOn?: Day; actualOn?: Day; gone?: true } | null;
      reason: string;
    };
    /** `month` null: the plan of the whole year. `amounts` null: shows the year. */
    investment: SaidProject & { year: number; month: number | null; amounts: Partial<Amounts> | null };
  }
}

async function runNode(context: CommandContext, call: CallOf<'node'>): Promise<Answer> {
  const { change, reason } = call;
  const again = (name: string) =>
    [
      '节点',
      name,
      change?.node ?? '',
      change?.actualOn ? '实际' : '',
      change?.gone ? '取消' : '',
      change?.plannedOn ?? change?.actualOn ?? '',
      reason,
    ]
      .filter(Boolean)
      .join(' ');
  const found = whichProject(context, call, again, { sets: true });
  if ('answer' in found) return found.answer;
  const { project } = found;
  if (change === null) return showNodes(context, project);
  await lockProject(context.tx, project.id);
  if (change.gone) return removeNode(context, project, change.node, reason);
  const { node: name, plannedOn, actualOn } = change;
  const days = { ...(plannedOn && { plannedOn }), ...(actualOn && { actualOn }) };
  return setNode(context, project, { name, ...days }, reason);
}

async function showNodes({ tx }: CommandContext, project: Project): Promise<Answer> {
  const nodes = await loadNodes(tx, project);
  const set = nodes.some(({ plannedOn, actualOn }) => plannedOn !== null || actualOn !== null);
  const lines = [NODE.title(project.name), ...nodes.map(nodeText), ...(set ? [] : [NODE.none])];
  return { kind: 'text', text: lines.join('\n') };
}

async function removeNode(
  context: CommandContext,
  project: Project,
  name: string,
  reason: string,
): Promise<Answer> {
  const refused = refuseChange(context, project);
  if (refused) return refused;
  if (PLANNED_NODES.includes(name)) return warning(NODE.fixed);
  const before = (await loadNodes(context.tx, project)).find((node) => node.name === name);
  if (!before) return warning(NODE.unknown(name));
  await deleteNode(context.tx, project.id, name);
  const from = before.actualOn ?? before.plannedOn ?? '';
  await recordChange(context, project, name, { from, to: NODE.removedTo, reason });
  return { kind: 'text', tone: 'success', text: NODE.removed(project.name, name) };
}

async function runInvestment(context: CommandContext, call: CallOf<'investment'>): Promise<Answer> {
  const { tx, now, directory } = context;
  const { year, month, amounts } = call;
  const when = month === null ? `${year}年` : `${year}年${month}月`;
  const { planned, actual } = amounts ?? {};
  const again = (name: string) =>
    month === null && planned !== undefined
      ? `投资 ${name} ${year}年全年计划 ${planned}`
      : [
          '投资',
          name,
          when,
          planned === undefined ? '' : `计划 ${planned}`,
          actual === undefined ? '' : `完成 ${actual}`,
        ]
          .filter(Boolean)
          .join(' ');
  const found = whichProject(context, call, again, { sets: true });
  if ('answer' in found) return found.answer;
  const { project } = found;
  if (amounts === null) {
    const known = (await loadInvestment(tx, [project.id], year)).get(project.id);
    if (!known) return { kind: 'text', text: INVESTMENT.none(project.name, year) };
    return { kind: 'text', text: investmentText(project.name, year, known, figuresOf(known)) };
  }
  const refused = refuseChange(context, project);
  if (refused) return refused;
  const today = dayOf(now, directory.settings.timeZone);
  const first = `${year}-${String(month ?? 1).padStart(2, '0')}-01`;
  if (actual !== undefined && first > today) return warning(INVESTMENT.future);
  await lockProject(tx, project.id);
  const before = await monthOf(tx, project.id, { year, month });
  await setInvestment(tx, project.id, { year, month }, amounts);
  for (const key of ['planned', 'actual'] as const) {
    const to = amounts[key];
    const text = (amount: number | null) => (amount === null ? null : `${amountText(amount)} 万元`);
    if (to != null)
      await recordChange(context, project, investmentLabel({ year, month }, key), {
        from: text(before[key]),
        to: text(to),
      });
  }
  const said = { ...(planned != null && { planned }), ...(actual != null && { actual }) };
  return { kind: 'text', tone: 'success', text: investedText(project.name, { year, month }, said) };
}

async function withArchived(
  context: CommandContext,
  call: SaidProject,
  again: (name: string) => string,
  run: (project: Project) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = whichProject(context, call, again, { archived: true });
  return 'answer' in found ? found.answer : run(found.project);
}

export const COMMANDS = [
  featureCommand('project-history', {
    group: '项目与群',
    after: 'project-create',
    words: ['项目', '专班'],
    usage: '项目 [名称] 历史',
    summary: '项目情况的每一次变更',
    example: ['项目 兴发 历史'],
    where: 'anywhere',
    shows: true,
    read: readHistory,
    run: (context, call) =>
      withArchived(
        context,
        call,
        (name) => `项目 ${name} 历史`,
        ({ id }) => ({
          kind: 'project-history',
          projectId: id,
          page: call.page,
        }),
      ),
  }),
  featureCommand('project-archive', {
    group: '项目与群',
    after: 'project-create',
    words: ['项目', '专班'],
    usage: '项目 归档 <名称> <原因>',
    summary: '结束一个项目，历史保留',
    example: ['项目 归档 兴发 已全面投产'],
    where: 'anywhere',
    read: readArchive,
    run: (context, call) =>
      withArchived(
        context,
        call,
        (name) => `项目 归档 ${name} ${call.reason}`,
        (project) => previewArchive(context, project, call.reason),
      ),
  }),
  featureCommand('project-restore', {
    group: '项目与群',
    after: 'project-create',
    words: ['项目', '专班'],
    usage: '项目 恢复 <名称>',
    summary: '恢复已归档的项目',
    example: ['项目 恢复 兴发'],
    where: 'anywhere',
    read: readRestore,
    run: (context, call) =>
      withArchived(
        context,
        call,
        (name) => `项目 恢复 ${name}`,
        (project) => restore(context, project, call.reason),
      ),
  }),
  featureCommand('node', {
    group: '项目与群',
    after: 'project',
    words: ['节点', '项目节点'],
    usage: '节点 [项目] [<名称> [实际] <日期> [理由]]',
    summary: '项目的节点：计划和实际日期',
    example: ['节点 封顶 2027-03-10', '节点 兴发 开工 实际 2026-12-20', '节点 封顶 取消 设计调整'],
    where: 'anywhere',
    claim: () => 'fact',
    read: readNode,
    run: runNode,
  }),
  featureCommand('investment', {
    group: '项目与群',
    after: 'project',
    words: ['投资', '完成投资'],
    usage: '投资 [项目] [<月份> 计划 <万元> 完成 <万元> | 全年计划 <万元>]',
    summary: '投资计划和完成（万元）',
    example: ['投资 兴发 2026年11月 计划 500 完成 420', '投资 兴发 全年计划 8000', '投资 兴发'],
    where: 'anywhere',
    claim: () => 'fact',
    read: readInvestment,
    run: runInvestment,
  }),
];
