export { NODES, type ProjectsAsked, type ReadNode } from './projects-asked.ts';

/** What a plain question asks for, as data: one measure of what a filter finds, of each unit apart when grouped. */
import type { GroupBy, IssueFilter } from './issue-filter.ts';
import type { NodeAspect, Post, ProjectsAsked, ReadNode } from './projects-asked.ts';
import type { Day } from './time.ts';

export const MEASURES = [
  'count',
  'list',
  'progress',
  'slowest',
  'rate',
  'duration',
  'trend',
  'who',
  'why',
  'file',
  'forecast',
  'projects',
  'steps',
  'part',
  'series',
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * closed: of what was logged, how much is struck off by now · on-time: of what was struck off, how much was reported
 * done by the deadline · satisfied: of what was rated, how much was 满意 or 基本满意 · reopened: of what was struck off once, how
 * much was reopened after that · share: of what is open.
 */
export const RATES = ['closed', 'on-time', 'satisfied', 'reopened', 'share'] as const;
export type Rate = (typeof RATES)[number];

/**
 * From when to when days are counted: logged to reported done when absent, routed to signed, logged to routed, logged to
 * signed, routed to reported done, signed to reported done, logged to struck off; `overdue`: from the deadline to today, of what is overdue.
 */
export const TAKEN = ['signing', 'routing', 'reaching', 'handling', 'working', 'closing', 'overdue'] as const;
export type Taken = (typeof TAKEN)[number];
/** Of what is struck off alone. */
export const TAKEN_TO_END: readonly (Taken | undefined)[] = ['handling', 'working', 'closing'];

/**
 * What is asked of each problem of a list: how long it has gone on, how long it is overdue, its deadline, how much of the
 * time is used up, who has it, when and by whom it was routed, signed, struck off and verified, how long it waits where
 * it is, why and how long it stands still, its extensions, how often it was urged, sent back and reopened, how it was
 * rated, whether there is time enough, what was done last, when it was logged, when its light turned or will turn yellow
 * and red, why it is as it is, which light it has, to whom it was told up, who helps, how it was solved, its project and
 * its kind, since when it is late, how long nothing was done, which units have not done their part, what was made a rule of
 * it, whether it was solved on the spot, which units had it, and which steps are still to come.
 */
export const FACTS = [
  'age',
  'overdue',
  'deadline',
  'limit',
  'who',
  'routed',
  'signed',
  'reported',
  'closed',
  'verified',
  'waiting',
  'paused',
  'extension',
  'urged',
  'bounced',
  'reopened',
  'rating',
  'in-time',
  'progress',
  'logged',
  'turning',
  'why',
  'light',
  'escalated',
  'helping',
  'result',
  'project',
  'category',
  'late',
  'idle',
  'lacking',
  'measure',
  'on-the-spot',
  'units',
  'remaining',
] as const;
export type Fact = (typeof FACTS)[number];

/** Which of the groups are told: those with so many at least, or at most; `none`: with something open, and none of these. */
export interface Having {
  least?: number;
  most?: number;
  none?: true;
}

/** Which of the groups are told by a rate, in percent: 不到九成, 90%以上. */
export interface Bound {
  least?: number;
  most?: number;
  over?: number;
  under?: number;
}

/** Working days. */
export const DURATIONS = ['average', 'fastest', 'slowest'] as const;
export type Duration = (typeof DURATIONS)[number];

/**
 * What a series tells of each of its spans: logged and struck off in it, open and overdue when it was over (of the one
 * that runs: now), rates and days of what was logged or struck off in it.
 */
export const SERIES_FIGURES = [
  'logged',
  'closed',
  'open',
  'overdue',
  'closed-rate',
  'on-time',
  'satisfied',
  'reopened',
  'days',
] as const;
export type SeriesFigure = (typeof SERIES_FIGURES)[number];
export const SERIES_SPANS = ['day', 'week', 'month'] as const;

/** Day by day, week by week or month by month. */
export interface Series {
  by: (typeof SERIES_SPANS)[number];
  from: Day;
  to: Day;
  of: SeriesFigure[];
  /** 哪个月最多: which span has the most, or the least, of the first. */
  most?: 'high' | 'low';
  /** 平均每周几件: of the whole spans. */
  mean?: true;
  /** 照这个速度: the average of the whole spans, what is open now, and the one divided by the other. */
  pace?: true;
  /** Of a pace: by this day. */
  until?: Day;
  /** How it changed is asked for (是不是越来越多, 走势): from the first to the last, and how often it rose. */
  drift?: true;
  /** Nothing was said of days, weeks or months: cut finer where too few of them hold anything. */
  finer?: true;
}

/**
 * The filter holds what is counted as a whole: of a rate all it is taken of, of a trend the later period, of `steps` whose
 * steps of one kind are counted, each time one.
 */
export interface Reading {
  measure: Measure;
  filter: IssueFilter;
  by?: GroupBy;
  /** Of groups: largest first by overdue or by number, fewest first, or by a rate from the top or the bottom. */
  /** 'longest': whose one problem is overdue longest; 'overdue': who has most that are. */
  most?: 'longest' | 'overdue' | 'count' | 'least' | 'high' | 'low';
  /** Of groups, or of a list in its order: so many from the front. */
  top?: number;
  /** Of groups: the unit or project whose place among them is asked for. */
  standing?: number;
  bound?: Bound;
  rate?: Rate;
  /**
   * A share of all there is, whoever's it is (施工类占多少), rather than of all that is open in its place. A group: whether all
   * of the same are of that one (用地的问题都是资规局的吗).
   */
  shareOf?: 'all' | 'place' | GroupBy;
  duration?: Duration;
  taken?: Taken;
  /**
   * Days a trend, rate or average is compared with; the filter holds the later ones. Of what is open or overdue the one
   * day whose end is looked at; the later one is the filter's `asOf`, or now.
   */
  compared?: { from: Day; to: Day };
  series?: Series;
  /** The project as a whole (兴发怎么样了), or whose nodes are asked for. */
  projectId?: number;
  nodes?: ReadNode[];
  /** Of a forecast: whether by this day. */
  until?: Day;
  /** Of a forecast: what is told first. */
  first?: NodeAspect[];
  /** Whose matter it is (征地找谁). */
  categoryId?: number;
  projects?: ProjectsAsked;
  /** Of one project: who holds it (兴发的秘书是谁). */
  post?: Post;
  /** Of groups: which of them, and what beside their figures: each one's share, the average of one. */
  having?: Having;
  told?: 'share' | 'average';
  /** Of a list: what each row says first. */
  fact?: Fact;
  /** Of measure 'part': which of them are counted beside the whole. */
  part?: IssueFilter;
}
