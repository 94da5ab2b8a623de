/** Days of a project that nobody records, with the node that comes nearest: 达产, 竣工 and 试产 are no 投产, 进场 is no 开工. */
import type { ReadNode } from '../../domain/projects-asked.ts';

const NEAR: readonly (readonly [ReadNode, RegExp])[] = [
  ['start', /进场施工|进场|打桩|打地基|挖地基|平场|上马/u],
  [
    'production',
    /达产达效|达产|满产|达效|试生产|试产|试运行|试运营|出产品|出货|下线|点火|竣工(?!验收|备案)|完工|建成(?!区)|建好|盖好|封顶/u,
  ],
];

/** The first of them a text says. */
export function nearNodeIn(folded: string): { heard: string; node: ReadNode } | undefined {
  for (const [node, said] of NEAR) {
    const [heard] = said.exec(folded) ?? [];
    if (heard !== undefined) return { heard, node };
  }
  return undefined;
}
