/** What is asked of a node, told first; and of the links of several projects, with what is read. */
import type { NodeAspect } from '../../src/domain/projects-asked.ts';

const DAYS = ['什么时候', '哪天', '几号', '啥时候'];
const NODES = ['开工', '投产'];
const each = (said: (day: string, node: string) => string): string[] =>
  DAYS.flatMap((day) => NODES.map((node) => said(day, node)));

/** Without the name of the project. */
export const FIRST: readonly (readonly [said: string, first: readonly NodeAspect[]])[] = [
  ...[
    ...each((day, node) => `计划${day}${node}`),
    ...each((day, node) => `计划${day}${node}的`),
    ...each((day, node) => `原定${day}${node}`),
    ...each((day, node) => `按计划${day}${node}`),
  ].map((said) => [said, ['planned']] as const),
  ...each((day, node) => `预计${day}${node}`).map((said) => [said, ['expected']] as const),
  ...each((day, node) => `${day}能${node}`).map((said) => [said, ['expected']] as const),
  ...each((day, node) => `实际${day}${node}的`).map((said) => [said, ['actual']] as const),
  ...each((day, node) => `${day}${node}`).map((said) => [said, []] as const),
  ...NODES.flatMap((node) =>
    [`${node}比计划晚几天`, `比计划慢了几天`, `${node}会不会受影响`, `能不能按时${node}`].map(
      (said) => [said, said.startsWith('能') ? (['gap', 'expected'] as const) : (['gap'] as const)] as const,
    ),
  ),
  ...NODES.map((node) => [`${node}卡在什么地方`, ['held']] as const),
  ...NODES.map((node) => [`离计划${node}还差几天`, []] as const),
];

const PROJECTS = ['六个项目', '各项目', '每个项目'];
export const EACH_STUCK: readonly string[] = PROJECTS.flatMap((projects) =>
  ['分别卡在哪个环节', '分别卡在什么环节', '现在分别卡在哪些环节'].map((asked) => `${projects}${asked}`),
);
export const LATEST: readonly string[] = [
  ...[
    '哪个环节最耽误时间',
    '哪个环节用时最长',
    '哪道手续办得最慢',
    '哪个环节拖得最厉害',
    '最费时间的环节是哪个',
  ],
];
