/** 统计, 明细, 口径 and 单位 with a name, said in a chat. What may be counted is decided when it is drawn. */
import { ONLY_IN_PRIVATE } from '../../cards/words-group.ts';
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { allows } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Asked, ColumnName } from '../../domain/statistics/asked.ts';
import { describeUnit } from '../unit-reform/feature.ts';
import { readDefinitions, readDetail, readStatistics, readUnitCard } from './read.ts';
import { refuseUnitCard } from './rules-unit.ts';
import type { MetricId } from './words-metrics.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    statistics: { asked: Asked };
    'statistics-detail': { metric: MetricId; asked: Asked; column: ColumnName; page: number };
    'statistics-definitions': { metric: MetricId | null };
    'unit-card': { unitId: number };
  }
}

/** Who administers units and may see no figures gets what stands behind the name. */
function showUnit(context: CommandContext, { unitId }: CallOf<'unit-card'>): Answer | Promise<Answer> {
  const { actor, directory, chat } = context;
  if (chat?.kind === 'project') return { kind: 'text', tone: 'warning', text: ONLY_IN_PRIVATE };
  const refused = refuseUnitCard(unitId, context);
  if (refused === undefined) return { kind: 'unit-card', unitId };
  if (allows(actor, 'admin', null, directory) !== true) return { kind: 'refusal', refusal: refused };
  return describeUnit(context, unitId);
}

export const COMMANDS = [
  featureCommand('statistics', {
    group: '报表',
    wordLast: true,
    words: ['统计', '统计表', '统计数据', '数据统计', '报表'],
    usage: '统计 [今年|累计|本月|10月|起止日期] [项目|单位|区域|类别] [按 单位|项目|类别|月|区域]',
    summary: '今年、累计的各项数字和图',
    example: ['统计 今年', '统计 住建局 本月', '统计 兴发', '统计 上季度 按 单位'],
    where: 'anywhere',
    shows: true,
    contact: true,
    read: readStatistics as (input: Parameters<typeof readStatistics>[0]) => CallOf<'statistics'> | null,
    run: (_context, { asked }) => ({ kind: 'statistics', asked }),
  }),
  featureCommand('statistics-detail', {
    group: '报表',
    words: ['明细', '统计明细'],
    usage: '明细 <统计项> [时间] [项目|单位|区域]',
    summary: '一个统计数字数的是哪些，逐件列出',
    example: ['明细 按时率 本月', '明细 提出问题 住建局'],
    where: 'anywhere',
    shows: true,
    contact: true,
    read: readDetail,
    run: (_context, { name: _name, ...call }) => ({ kind: 'statistics-detail', ...call }),
  }),
  featureCommand('statistics-definitions', {
    group: '报表',
    words: ['口径', '统计口径'],
    usage: '口径 [统计项]',
    summary: '每个统计数字怎么算的',
    example: ['口径', '口径 按时率'],
    where: 'anywhere',
    shows: true,
    contact: true,
    read: readDefinitions,
    run: (_context, { metric }) => ({ kind: 'statistics-definitions', metric }),
  }),
  featureCommand('unit-card', {
    group: '管理',
    after: 'units',
    words: ['单位', '部门'],
    usage: '单位 <名称>',
    summary: '一个单位：在办、按时率、最近变动',
    example: ['单位 住建局'],
    where: 'anywhere',
    everyday: true,
    shows: true,
    read: readUnitCard,
    run: async (context, call) => showUnit(context, call),
  }),
];
