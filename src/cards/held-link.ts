/** What a problem on the way of a link costs, on its card. */
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { colored } from './kit.ts';

export interface HeldLink {
  no: number;
  name: string;
  /** Working days it may still last before the node moves; null: no plan is agreed, or no node waits for it. */
  cost: { float: number; moves: 'start' | 'production' } | null;
}

const NODES = { start: '开工', production: '投产' } as const;

/** 卡住 第11环节 建设工程规划许可证：再拖 6 个工作日，开工顺延 1 天. Markdown. @param own the card is the link's own */
export function heldLinkLine({ no, name, cost }: HeldLink, own: boolean): string {
  const what = own ? '对节点的影响' : `卡住 第${no}环节 ${escapeMarkdown(clip(oneLine(name), 30))}`;
  const effect = costText(cost);
  if (effect === '') return own ? '' : colored('grey', what);
  return `${colored('grey', what)}  ${cost?.float === 0 ? colored('red', `**${effect}**`) : `**${effect}**`}`;
}

function costText(cost: HeldLink['cost']): string {
  if (!cost) return '';
  const node = NODES[cost.moves];
  return cost.float <= 0 ? `每拖一天，${node}顺延一天` : `再拖 ${cost.float + 1} 个工作日，${node}顺延 1 天`;
}
