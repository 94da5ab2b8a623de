/** The words 导航图, 环节 (第7环节), 进度, 材料, 分项, 容缺, 卡 and 不卡. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { viewerOf } from '../../commands/reply.ts';
import type { Answer } from '../../domain/answer.ts';
import type { LinkAspect } from '../../domain/link-aspects.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import { linkAspects } from '../../language/lexicon/link-aspects.ts';
import { maySeeProject } from '../../views/project.ts';
import { readLinkSetting } from '../link-template/feature.ts';
import { runBlock } from './block.ts';
import { chooseProject, maySeeLink, pickOne } from './choose.ts';
import { runDefer } from './defer.ts';
import { showGeneral } from './general.ts';
import { runHistory } from './history.ts';
import { runMaterials } from './materials.ts';
import { runParts } from './parts.ts';
import { runProgress } from './progress.ts';
import {
  readBlock,
  readDefer,
  readHistory,
  readLink,
  readMap,
  readMaterials,
  readParts,
  readProgress,
} from './read.ts';
import { loadBoard } from './store.ts';

/** What is told first, by the words that ask. */
function asksOf(
  { said }: CommandContext,
  call: CallOf<'link-map' | 'link' | 'link-state'>,
): { asks?: LinkAspect[] } {
  const own = call.name === 'link' ? undefined : call.asks;
  const asks = own ?? (said === undefined ? [] : linkAspects(said, call.name === 'link-map'));
  return asks.length > 0 ? { asks } : {};
}

function showMap(context: CommandContext, call: CallOf<'link-map'>): Answer {
  const chosen = chooseProject(context, call.projectIds, (name) => `导航图 ${name}`);
  if ('answer' in chosen) return chosen.answer;
  return { kind: 'link-map', projectId: chosen.project?.id ?? 0, ...asksOf(context, call) };
}

async function showLink(context: CommandContext, call: CallOf<'link' | 'link-state'>): Promise<Answer> {
  const { projectIds, words } = call;
  if (call.name === 'link-state' && call.general)
    return showGeneral(context, [words, ...(call.also ?? [])], asksOf(context, call));
  const chosen = chooseProject(context, projectIds, (name) => `环节 ${words} ${name}`);
  if ('answer' in chosen) return chosen.answer;
  const { project } = chosen;
  const board = await loadBoard(context.tx, project, context.directory);
  const all = board.links.map((link) => ({ ...link.definition, link }));
  const again = (no: string) => (project ? `${no} ${project.name}` : no);
  const one = pickOne(findLinks(words, all), words, again, all);
  if ('answer' in one) return one.answer;
  const sees = project === null || maySeeProject(project, viewerOf(context));
  if (!maySeeLink(context, sees, one.link)) return { kind: 'refusal', refusal: { code: 'not-yours-to-see' } };
  const asked = asksOf(context, call);
  // 图审呢: nothing is said of it.
  const asks = call.name === 'link-state' && !asked.asks ? { asks: ['state' as const] } : asked;
  const said = call.name === 'link-state' && project ? { said: words.replace(/证$/u, '') } : {};
  return { kind: 'link', projectId: project?.id ?? 0, code: one.code, ...asks, ...said };
}

const SHOWS = { group: '查询', where: 'anywhere', shows: true, contact: true, afterProject: true } as const;
const WRITES = { group: '项目与群', where: 'anywhere', afterProject: true } as const;

export const COMMANDS = [
  featureCommand('link-map', {
    ...SHOWS,
    words: ['导航图', '环节图', '审批流程图', '办事流程', '手续清单'],
    usage: '导航图 [项目]',
    summary: '四个阶段、全部环节办到哪一步',
    example: ['导航图', '导航图 兴发'],
    read: readMap,
    run: showMap,
  }),
  featureCommand('link', {
    ...SHOWS,
    words: ['环节'],
    usage: '第N环节 [项目] | 环节 <名称>',
    summary: '一个环节办什么、到哪办、找谁办',
    example: ['第7环节', '环节 环评', '第十一环节找谁办'],
    read: (input) => (readLinkSetting(input) ? null : (readLink(input) as CallOf<'link'> | null)),
    run: showLink,
  }),
  featureCommand('link-state', {
    ...SHOWS,
    words: ['进度'],
    usage: '进度 <环节>',
    summary: '一个环节的进度；只写“进度”看导航图',
    example: ['进度 施工许可', '进度 第11环节'],
    // Said to others it is talk: 进度 怎么样.
    everyday: true,
    read: (input) => readLink(input) as CallOf<'link-state'> | null,
    run: showLink,
  }),
  featureCommand('link-history', {
    ...WRITES,
    words: ['进度'],
    usage: '进度 补录 <编号…> <日期>',
    summary: '综合办补记以前已办完的环节',
    example: ['进度 补录 1 2 3 4 2026-05-01'],
    read: readHistory,
    run: runHistory,
  }),
  featureCommand('link-progress', {
    ...WRITES,
    words: ['进度', '环节'],
    usage: '进度 <环节> 开始|完成 [日期] | 不涉及 <理由> | 恢复 | 单位 <单位>',
    summary: '报一个环节开始、完成、不涉及',
    example: ['进度 施工许可 完成 12月3日', '进度 第18环节 开始', '进度 第6环节 不涉及 能耗在标准以下'],
    claim: ({ step }) => (step === 'finish' ? 'result' : step === 'unconcerned' ? 'reason' : 'fact'),
    read: (input) => (input.word === '环节' && readLinkSetting(input) ? null : readProgress(input)),
    run: runProgress,
  }),
  featureCommand('link-materials', {
    ...WRITES,
    words: ['材料', '资料'],
    usage: '材料 <环节> [取消] [编号…]',
    summary: '看或勾选一个环节的材料',
    example: ['材料 第11环节', '材料 第11环节 1 3', '材料 第11环节 取消 3'],
    claim: () => 'note',
    read: readMaterials,
    run: runMaterials,
  }),
  featureCommand('link-defer', {
    ...WRITES,
    words: ['容缺', '容缺受理', '容缺办理'],
    usage: '容缺 <环节> <材料> <时限> [@某人]',
    summary: '材料先欠着，记下谁什么时候补齐',
    example: ['容缺 第14环节 消防设计文件 12月20日 @张三'],
    claim: () => 'note',
    read: readDefer,
    run: runDefer,
  }),
  featureCommand('link-parts', {
    ...WRITES,
    words: ['分项'],
    usage: '分项 <环节> [<总数> | <完成数> 完成 | 第N项 完成]',
    summary: '一个环节分几项，完成了几项',
    example: ['分项 第14环节 13', '分项 第14环节 3 完成', '分项 第14环节 第5项 完成', '分项 第14环节'],
    claim: () => 'note',
    read: readParts,
    run: runParts,
  }),
  featureCommand('link-block', {
    ...WRITES,
    words: ['卡', '卡住', '不卡', '不再卡'],
    usage: '卡 <环节…> #编号 | 不卡 <环节…> #编号',
    summary: '记下哪个问题卡住哪个环节',
    example: ['卡 第11环节 #12', '卡 第13、14环节 #12', '不卡 第11环节 #12'],
    claim: () => 'note',
    read: readBlock,
    run: runBlock,
  }),
];
