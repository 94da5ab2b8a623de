/** What a word of a list or a question can mean, beside names and periods. */
import type { GroupBy, Mark } from '../../domain/answer.ts';
import type { ItemKind, Status } from '../../domain/issue.ts';
import type { Step, ToldUp, TurnedColor } from '../../domain/issue-filter.ts';
import type { LightColor } from '../../domain/lights.ts';
import type { Weather } from '../../domain/model.ts';
import type { Fate, Post, ProjectGroup, ProjectOrder, ReadNode } from '../../domain/projects-asked.ts';
import type { MeasureWord } from './measures.ts';

export type StateWord =
  | { kind: 'color'; color: LightColor }
  | { kind: 'status'; status: Status }
  /** 办结: a state of the past, and with a period or a count an event. */
  | { kind: 'closed' }
  | { kind: 'overdue' }
  /** 没逾期: it runs and is not overdue. */
  | { kind: 'in-time' }
  /** 亮灯的: blue, yellow or red. */
  | { kind: 'lit' }
  | { kind: 'open' }
  | { kind: 'all' }
  | { kind: 'agenda' }
  /** 长期事项: without a deadline. */
  | { kind: 'long-term' }
  /** 未开始提醒: imported overdue. */
  | { kind: 'asleep' }
  | { kind: 'extension'; extension: 'any' | 'asked' | 'granted' }
  /** 已上报: to whom; 'me': to the speaker's own post. */
  | { kind: 'told-up'; to: ToldUp | 'me' }
  | { kind: 'mark'; mark: Mark }
  /** 由黄转红: on the days beside it; `ahead`: 要变红. */
  | { kind: 'turned'; color: TurnedColor; ahead?: true }
  /** 没催过: never, or not on the days beside it. */
  | { kind: 'without'; step: Step }
  /** 跨了两个单位以上的: so many have a part in it. */
  | { kind: 'units'; least: number }
  /** 转了两家以上的: so many had it, one after the other. */
  | { kind: 'passed'; least: number };

export type QueryWord =
  | MeasureWord
  | { tag: 'state'; state: StateWord }
  /** Which day the period speaks about. */
  | { tag: 'basis'; basis: 'due' | 'logged' }
  /** 几个, 哪些: certainly a question. */
  | { tag: 'count' }
  /** 谁, 什么: a question only beside something else. */
  | { tag: 'which'; of?: 'period' }
  /** 吗: what stands before it is asked. */
  | { tag: 'ask'; choice?: true }
  | { tag: 'why' }
  /** 怎么样了 */
  | { tag: 'how' }
  /** 最久, 最慢: overdue longest, unless logged longest is said. */
  | { tag: 'longest'; by: 'overdue' | 'age' }
  /** 最多: of the units or projects asked for. */
  | { tag: 'most'; late?: true }
  | { tag: 'newest' }
  /** 哪个单位, 各项目: figures of each apart. `asks`: certainly a question; `ranked`: only beside 最多 and the like. */
  | { tag: 'by'; by: GroupBy; asks: boolean; ranked?: true }
  /** 各有: of several units or projects named, each apart. */
  | { tag: 'each' }
  /** 多 at the end: 谁欠账多; `less`: 少. */
  | { tag: 'more'; less?: true }
  /** 最少: of the units or projects asked for. */
  | { tag: 'least'; late?: true }
  /** 拖了多少天了: beside the longest. */
  | { tag: 'lasting' }
  /** 什么时候能办完, 还有几天到期: what is open, by its deadline. */
  | { tag: 'due-when' }
  /** 在管: after 哪些单位. */
  | { tag: 'after-by' }
  /** 前三个, 三家: beside an order; `bottom`: 倒数三名. */
  | { tag: 'top'; count?: number; by?: GroupBy; bottom?: true }
  /** 排第几, 能排进前三吗: of a unit or project that is named. */
  | { tag: 'standing'; top?: number }
  /** 按到期先后排; `first`: 最急的. */
  | {
      tag: 'sorted';
      sort: 'deadline' | 'overdue' | 'newest' | 'longest' | 'waits' | 'struck' | 'rising' | 'falling';
      first?: true;
    }
  /** 光头: of nothing struck off. */
  | { tag: 'nothing-done' }
  /** 高新区其他地方: the rest of the area that is named before. */
  | { tag: 'elsewhere' }
  /** 那两个: beside what is named. */
  | { tag: 'pointed' }
  /** 几成: beside a rate. */
  | { tag: 'portion' }
  | { tag: 'me' }
  /** 待我办, 等我批: what waits for the speaker. */
  | { tag: 'mine' }
  /** `beside`: 我们和资规局比, beside another unit. */
  | { tag: 'our-unit'; beside?: true }
  | { tag: 'enterprise' }
  | { tag: 'staff' }
  /** 协办的; `too`: beside those that are led. */
  | { tag: 'helping'; too?: true }
  /** 没动静的: beside an age. */
  | { tag: 'quiet' }
  | ({ tag: 'node'; node: ReadNode } & NodeSays)
  /** 已经过了还没开的, 要延后: of a node that is said elsewhere. */
  | ({ tag: 'node-fate' } & NodeSays)
  /** 原来定的时间: beside a node that did not come then. */
  | { tag: 'node-planned' }
  /** 双节点里面: beside a node. */
  | { tag: 'beside-node' }
  /** 每个秘书手上几个项目 */
  | { tag: 'project-by'; by: ProjectGroup }
  /** 问题最多的是哪个, of somebody's projects; 投资最大的. */
  | { tag: 'project-order'; order: ProjectOrder }
  /** 总投资多少 */
  | { tag: 'project-told' }
  /** 秘书是谁, of one project. */
  | { tag: 'post'; post: Post }
  /** 晚了多少天: each row tells it. */
  | { tag: 'node-days' }
  /** 背着红灯: problems of projects. */
  | { tag: 'carries'; none?: true }
  /** 给我报一下: what stands beside it is asked. */
  | { tag: 'tell' }
  /** 除了, 不算: leaves out the names behind it. */
  | { tag: 'except' }
  /** 以外, 除外: behind the names. */
  | { tag: 'except-end' }
  /** 别的单位: beside what is left out. */
  | { tag: 'others' }
  /** 报给: in front of somebody's name. */
  | { tag: 'told-to' }
  /** 他们局: behind a name. */
  | { tag: 'after-name' }
  /** A step that was taken: beside a period or a number of times. */
  | { tag: 'step'; step: Step }
  /** 唐志强分管的 */
  | { tag: 'of-projects' }
  /** 项目, where projects are asked for. */
  | { tag: 'projects' }
  | { tag: 'weather'; weather: Weather[] }
  /** 每个月: each month of the period apart. */
  | { tag: 'monthly'; by: 'month' | 'week' | 'day' }
  /** 跟平均比 */
  | { tag: 'versus-average' }
  /** 各占多少, 平均每个单位几件 */
  | { tag: 'told'; told: 'share' | 'average'; by?: GroupBy }
  /** 什么时候报的: when it was logged. */
  | { tag: 'since-when' }
  /** 手续, 环节 of a project: the map of its links. */
  | { tag: 'links' }
  /** 施工许可证: one link of a project. */
  | { tag: 'link-name' }
  | { tag: 'when' }
  /** 全部项目, 全市 */
  | { tag: 'everywhere' }
  /** 本群, 这个项目 */
  | { tag: 'here' }
  /** 环节, 容缺: items of another kind than problems. */
  | { tag: 'kind'; kind: ItemKind }
  /** 问题, 事项: what is asked for. */
  | { tag: 'noun' }
  /** 的 */
  | { tag: 'of' }
  /** 和: joins words of one kind. */
  | { tag: 'and'; sides?: true }
  /** 没有: only at the end, where it asks; elsewhere it would turn a word round. */
  | { tag: 'not' }
  /** 单位, 项目 and 亮: mean nothing of their own after a unit, a project or beside a colour, and nowhere else. */
  | { tag: 'after-unit' }
  | { tag: 'after-project' }
  /** 三家, 这两个局: after as many names. */
  | { tag: 'as-many'; count: number }
  /** 归资规局管的. */
  | { tag: 'before-unit' }
  /** 主要是哪些单位. */
  | { tag: 'mainly' }
  /** 9号到13号那一个星期. */
  | { tag: 'after-period' }
  /** What is asked of each (超了几天), or how often a step was taken (催办了几回): asked.ts. */
  | { tag: 'asked' }
  | { tag: 'with-color' }
  | { tag: 'filler' };

/** What is said of a node. `asks`: whether it has happened, or will in time; `soon`: 要, 马上要; `stands`: 开工的几个. */
export interface NodeSays {
  reached?: boolean;
  fate?: Fate;
  undated?: true;
  order?: 'earliest' | 'latest' | 'ends' | 'slip';
  soon?: 'will' | 'near';
  stands?: true;
  asks?: true;
}

/** Words of one meaning, with spaces between. */
export type WordGroup = readonly [QueryWord, string];

/** A word whose parts are put together too freely to be written out; the pattern is sticky. */
export type FreeWord = readonly [RegExp, QueryWord | readonly QueryWord[]];

export const state = (s: StateWord): QueryWord => ({ tag: 'state', state: s });
export const color = (c: LightColor): QueryWord => state({ kind: 'color', color: c });
export const status = (s: Status): QueryWord => state({ kind: 'status', status: s });

/** Words that only join or point: beside any measure, and nothing of them is kept. */
export const SILENT: readonly QueryWord['tag'][] = [
  ...(['filler', 'of', 'ask', 'tell', 'noun', 'and', 'mainly', 'as-many', 'others'] as const),
  ...(['except', 'except-end', 'before-unit', 'after-unit', 'after-project', 'after-name'] as const),
  'after-period',
];
