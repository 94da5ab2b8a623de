/** Which problems are meant, as data. */
import type { ItemKind, Status } from './issue.ts';
import type { LightColor } from './lights.ts';
import type { Day } from './time.ts';

/**
 * What befell it, as far as lists are asked for it: 退回过, 反弹过, 联合攻坚, 协办单位未办完, 企业不满意, 企业满意 (基本满意, too), either of the two alone, 企业评价过, 企业还没评价
 * (struck off, and not rated), 申诉待裁定, 申诉免责, 绿色通道, 当场解决, 有固化措施, and what was not reported done
 * by its deadline: overdue now, or reported done after it.
 */
export const MARKS = [
  'bounced',
  'reopened',
  'joint',
  'unhelped',
  'unsatisfied',
  'satisfied',
  'wholly',
  'fairly',
  'rated',
  'unrated',
  'appealed',
  'exempt',
  'green-channel',
  'on-the-spot',
  'measured',
  'late',
  'early',
] as const;
export type Mark = (typeof MARKS)[number];

/** How far up it has been told (上报) by the clock of its present run: to the leader in charge, to the principal leader. */
export const TOLD_UP = ['leader', 'principal'] as const;
export type ToldUp = (typeof TOLD_UP)[number];

/**
 * Steps that problems are asked for by, and counted: 转办, 签收, 退回, 报进展, 报办结, 催办, 批准延期, 重开, 上报领导, 上报主要领导,
 * 申请延期, 不同意延期, 改派 (from one unit to another), 批准挂账, 核验不属实, 销号 (by 核验属实, or solved on the spot), 作废, 恢复计时,
 * 申诉, 裁定免责, 核验 (whatever was found), 企业评价, any of 签收, 报进展, 报办结 (`moved`), those and 销号 (`advanced`), what a unit
 * does once it has signed (`worked`), anything people do with it (`handled`), and the light that turned, whatever it is now.
 * A step taken back is none.
 */
export const STEPS = [
  'routed',
  'signed',
  'bounced',
  'progress',
  'reported-done',
  'urged',
  'extended',
  'reopened',
  'told-up',
  'told-principal',
  'asked-extension',
  'refused-extension',
  'rerouted',
  'paused',
  'refuted',
  'struck-off',
  'voided',
  'resumed',
  'appealed',
  'exempted',
  'verified',
  'rated',
  'moved',
  'advanced',
  'worked',
  'handled',
  'turned-yellow',
  'turned-red',
] as const;
export type Step = (typeof STEPS)[number];

/** Steps of an extension: asked for, approved, refused. */
export const EXTENSION_STEPS: readonly Step[] = ['asked-extension', 'extended', 'refused-extension'];

/** Lights that are turned to as time goes by: 由绿转黄, 由黄转红. */
export const TURNED_COLORS = ['yellow', 'red'] as const;
export type TurnedColor = (typeof TURNED_COLORS)[number];

/** Of what is struck off and counts for 按时率: reported done by the deadline, or later. */
export const OUTCOMES = ['in-time', 'late'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Filter of 清单 and of plain questions; every field narrows, values of one field widen. What a list is called is read
 * off it (cards/filter-title.ts), so a field without words there does not compile. Rights are applied beside it.
 */
export interface IssueFilter {
  /** These numbers alone (#12 和 #15). */
  ids?: number[];
  /** Absent: 问题 only. */
  kinds?: ItemKind[];
  /** These areas and all below. */
  areaIds?: number[];
  projectIds?: number[];
  unitIds?: number[];
  /** 'helping': the units only as co-units (协办); 'any': as either. Default: as responsible units (主办). */
  unitRole?: 'helping' | 'any';
  /** Each of these has a part in it: leads it, or helps (住建局和供电公司一起办的). */
  jointUnitIds?: number[];
  /** So many units at least have a part in it, the one that leads among them. */
  unitsLeast?: number;
  /** Of projects of this park, of this industry. */
  park?: string;
  industry?: string;
  categoryIds?: number[];
  /** Left out (除了住建局, 不算用地); what has no unit or category stays. */
  exceptUnitIds?: number[];
  exceptProjectIds?: number[];
  exceptCategoryIds?: number[];
  /** Left out: what bears these words (除了并网的), and what this befell (当场解决的不算). */
  exceptSearch?: string[];
  exceptMarks?: Mark[];
  /** Of projects this person leads (分管), or is the secretary of. */
  leaderId?: number;
  secretaryId?: number;
  /** Who signed for it, or was named for it. */
  personId?: number;
  reporterId?: number;
  /** Logged by an enterprise contact, or by nobody of them. */
  source?: 'enterprise' | 'staff';
  statuses?: Status[];
  colors?: LightColor[];
  /** Yellow or red. */
  overdue?: boolean;
  dueFrom?: Day;
  dueTo?: Day;
  loggedFrom?: Day;
  loggedTo?: Day;
  closedFrom?: Day;
  closedTo?: Day;
  /** Statuses or `overdue` are those of when this day was over; everything else is as it is now. Never beside colours. */
  asOf?: Day;
  /** 长期: without a deadline. */
  longTerm?: true;
  /** Imported overdue, and not reminded of yet. */
  asleep?: true;
  /** Standing still, or untouched by people, since this day or before. */
  pausedTo?: Day;
  quietTo?: Day;
  /** 待签收 since this day or before; 待核验 since. */
  routedTo?: Day;
  doneTo?: Day;
  /** Told up so far, in the present run of its clock. */
  toldUp?: ToldUp;
  /** A step that was taken, on these days, so many times at least (once when absent). */
  step?: Step;
  stepFrom?: Day;
  stepTo?: Day;
  stepTimes?: number;
  /** The units that sent it back, of `bounced`; that it was given to, of `routed`; whose people did it, of `handled`. */
  stepUnitIds?: number[];
  /** Who took it (宋丽转办的, 我催过的). */
  stepById?: number;
  /** By one of the leaders, whoever: 领导催过的. */
  stepByLeaders?: true;
  /** So many units had it, one after the other. */
  passedLeast?: number;
  /** Whether another step was taken after the last such one. */
  after?: { step: Step; taken: boolean };
  /** Struck off once on these days, whatever became of it; `back`: and reopened after that. */
  struck?: { from?: Day; to?: Day; back?: true };
  /** A step that was never taken; with days, not on these. */
  without?: { step: Step; from?: Day; to?: Day };
  /**
   * Whose light turned so on these days and has not gone back since, as its deadline gives it now: what was struck off,
   * paused or put off since then is none. `ahead`: will turn so, unless something is done.
   */
  turned?: { color: TurnedColor; ahead?: true; from?: Day; to?: Day };
  outcome?: Outcome;
  search?: string;
  onAgenda?: boolean;
  /** An extension was approved, or is asked for ('asked', 'granted': only that). */
  extension?: 'any' | 'asked' | 'granted';
  mark?: Mark;
  similarTo?: number;
  /**
   * Worst light first when absent. 'overdue': most overdue first; 'longest': first logged first; 'paused': longest standing
   * still first; 'waits': longest with whoever has it now; 'step': whose `step` was taken last; 'struck': first struck off.
   */
  sort?: (typeof SORTS)[number];
}

export const SORTS = [
  ...(['deadline', 'newest', 'longest', 'overdue', 'paused', 'waits'] as const),
  ...(['step', 'times', 'closed', 'struck'] as const),
] as const;

/** What figures are asked for each of: 哪个单位, 各项目, 各乡镇, 哪一类, 每个秘书, 各状态. */
export const GROUPS_BY = [
  'unit',
  'project',
  'area',
  'category',
  'secretary',
  'leader',
  'park',
  'industry',
  'status',
  'color',
  'source',
  'reporter',
  'assignee',
] as const;
export type GroupBy = (typeof GROUPS_BY)[number];

/** Groups that can be first, and whose one a question can go on with. */
export const RANKED_GROUPS = ['unit', 'project', 'area', 'category'] as const satisfies readonly GroupBy[];
export type RankedGroup = (typeof RANKED_GROUPS)[number];
/** Where a filter and what was asked keep their ids. */
export const GROUP_IDS = {
  unit: 'unitIds',
  project: 'projectIds',
  area: 'areaIds',
  category: 'categoryIds',
} as const satisfies Record<RankedGroup, string>;

/** Which of the groups: an id, or the word of a park, an industry, a status, a light, a source. */
export type GroupKey = number | string;

/** People are not ranked: their figures stand in no order of size, and without a first. */
export const OF_PEOPLE: readonly GroupBy[] = ['secretary', 'leader', 'reporter', 'assignee'];
