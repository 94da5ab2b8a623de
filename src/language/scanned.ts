/** What reading a text word by word finds (scan.ts). */
import type { ItemKind } from '../domain/issue.ts';
import type { GroupBy, Outcome, Step } from '../domain/issue-filter.ts';
import type { Weather } from '../domain/model.ts';
import type { Post, ProjectGroup, ProjectOrder } from '../domain/projects-asked.ts';
import type { Bound, Duration, Fact, Having, Rate, ReadNode, Taken } from '../domain/reading.ts';
import type { Day } from '../domain/time.ts';
import type { Age } from './lexicon/ages.ts';
import type { Against } from './lexicon/measures.ts';
import type { Period } from './lexicon/periods.ts';
import type { NodeSays, QueryWord, StateWord } from './lexicon/query-word.ts';

export interface NodeSaid extends NodeSays {
  node?: ReadNode;
  periods: number;
}

/** When it was logged, or falls due, of what is asked by another clock. */
export interface OtherDays {
  basis: 'logged' | 'due';
  period: Period;
  heard: string;
}

export interface Scan {
  unitIds: number[];
  projectIds: number[];
  areaIds: number[];
  personOpenIds: string[];
  states: StateWord[];
  /** Two of them are joined by 和 or 、 and widen each other. */
  either?: true;
  /** Other kinds than problems that are asked for. */
  kinds: ItemKind[];
  periods: Period[];
  /** How it stood when this day was over: 十月底. */
  point?: { day: Day; heard: string };
  /** 超过10天 */
  ages: { age: Age; heard: string }[];
  basis?: 'due' | 'logged';
  /** 上周登记这周办结的: `periods` are of the other clock. */
  otherDays?: OtherDays;
  /** 红的呢, after 本周催办过的: the days are those of the step. */
  stepDays?: true;
  /** Asked after what was logged on the same days: 剩下的 is of those. */
  came?: true;
  /** 住建局退回过的: the units named sent it back. */
  sentBack?: true;
  /** 退过几次, after what one unit has: by whomever. */
  byAnyone?: true;
  /** 宋丽转办的, 我催过的: who is named took the step. */
  doer?: true;
  /** 领导催过的: one of the leaders took the step. */
  byLeaders?: true;
  /** 协办的也算上 */
  helpingToo?: true;
  /** 我登记的上周退回的: the days come behind it and are of what happened then. */
  toldFirst?: true;
  /** The last of each tag that says more than that it is there. */
  by?: QueryWord & { tag: 'by' };
  longest?: 'overdue' | 'age';
  rate?: Rate;
  /** No rate was said: 办得最好, 排第几. */
  byDefault?: true;
  duration?: Duration;
  against?: Against;
  nodes: ReadNode[];
  categoryIds: number[];
  /** Named behind 除了, 不算. */
  except?: {
    unitIds: number[];
    projectIds: number[];
    categoryIds: number[];
    states: StateWord[];
    /** 除了取水: the problems that bear the word. */
    texts?: string[];
  };
  /** 已开工, 没开工 */
  reached?: boolean;
  weather?: Weather[];
  /** What is said of nodes, in the order of the words; `node` undefined: of one said elsewhere; `periods`: said before it. */
  nodesSaid?: NodeSaid[];
  projectBy?: ProjectGroup;
  projectOrder?: ProjectOrder;
  post?: Post;
  /** 王建国和刘敏: others than `someone`, for whom only questions about projects have a use. */
  others?: string[];
  step?: Step;
  /** 两次以上 */
  times?: number;
  /** 超过3件的, 一件都没有的: of groups. */
  having?: Having;
  /** Asked of each: 超了几天. */
  fact?: Fact;
  /** Asked of one that the speaker means: 那条, 上次那个. */
  definite?: true;
  /** The number of times `step` was taken is asked for; `bare`: 批了几次, which alone says not of what. */
  counted?: true;
  bare?: true;
  /** 挂起最久的: longest standing still first. */
  longestPaused?: true;
  /** 催了三次还没动静: what was not done after the step. */
  after?: { step: Step; taken: boolean };
  /** 超了期才办完的: how many of what was struck off. */
  among?: Outcome;
  /** 上周转办的签收了几条: taken after `step`. */
  second?: Step;
  /** 上次反弹的: whose step was taken last. */
  latest?: true;
  told?: 'share' | 'average';
  /** 前三名; `bottom`: from the other end. */
  top?: { count: number; bottom: boolean };
  /** 排第几; of whom, the names say. */
  standing?: true;
  /** In which order, of a list or of groups. */
  sorted?: (QueryWord & { tag: 'sorted' })['sort'];
  /** 不到九成. */
  bound?: Bound;
  /** 施工类占多少: of all that is alike. */
  /** A group: of all but in that. */
  ofAll?: true | GroupBy;
  /** 谁少 */
  less?: true;
  /** A second kind of groups: 每个单位各类. */
  alsoBy?: QueryWord & { tag: 'by' };
  /** 本周红的: the time that was said of lights, which are those of now. */
  litNow?: string;
  monthly?: 'month' | 'week' | 'day';
  taken?: Taken;
  park?: string;
  industry?: string;
  /** What is looked for in the text. */
  texts: string[];
  /** Perhaps somebody's name: the handler knows people. */
  someone?: string;
  /** 增加了: of two periods, or what was logged in one. */
  grows?: true;
  /** Where 比 stands between two periods: how many come before it. */
  than?: number;
  /** How often each other tag occurs. */
  tags: ReadonlyMap<QueryWord['tag'], number>;
  /** As written: of each state and period, the last of each other tag, and the second person. */
  heard: ReadonlyMap<StateWord | Period | QueryWord['tag'] | 'person', string>;
  /** Names as written that mean, in a group, also projects that are none of its. */
  outside: string[];
  /** Said where another word of the same kind says otherwise: 上周登记本周到期. */
  clashes: string[];
  /** What no word covers, spaces and marks aside. */
  left: string[];
  /** Names taken for what sounds like them, and the text with them in it. */
  sounded?: { names: { heard: string; name: string }[]; right: string };
  /** Part of a name that several have. */
  doubt?: { heard: string; names: string[] };
  /** Ends in 的, particles aside. */
  endsOf: boolean;
}
