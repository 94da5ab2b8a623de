/** Which problems are meant, as data. */
import type { ItemKind, Status } from './issue.ts';
import type { LightColor } from './lights.ts';
import type { Day } from './time.ts';

/** What befell it, as far as lists are asked for it: 退回过, 反弹过, 联合攻坚, 企业不满意, 申诉待裁定, 申诉免责, 绿色通道, 当场解决. */
export const MARKS = [
  'bounced',
  'reopened',
  'joint',
  'unsatisfied',
  'appealed',
  'exempt',
  'green-channel',
  'on-the-spot',
] as const;
export type Mark = (typeof MARKS)[number];

/**
 * Filter of 清单 and of plain questions; every field narrows, values of one field widen. What a list is called is read
 * off it (cards/filter-title.ts), so a field without words there does not compile. Rights are applied beside it.
 */
export interface IssueFilter {
  /** Absent: 问题 only. */
  kinds?: ItemKind[];
  /** These areas and all below. */
  areaIds?: number[];
  projectIds?: number[];
  unitIds?: number[];
  /** 'helping': the units only as co-units (协办). Default: as responsible units (主办). */
  unitRole?: 'helping';
  /** Of projects of this park, of this industry. */
  park?: string;
  industry?: string;
  categoryIds?: number[];
  /** Who signed for it, or was named for it. */
  personId?: number;
  reporterId?: number;
  /** Logged by an enterprise contact. */
  source?: 'enterprise';
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
  /** 长期: without a deadline. */
  longTerm?: true;
  /** Imported overdue, and not reminded of yet. */
  asleep?: true;
  /** Standing still, or untouched by people, since this day or before. */
  pausedTo?: Day;
  quietTo?: Day;
  search?: string;
  onAgenda?: boolean;
  /** An extension was approved, or is asked for ('asked': only that). */
  extension?: 'any' | 'asked';
  mark?: Mark;
  similarTo?: number;
  /** Worst light first when absent. 'overdue': most overdue first; 'longest': first logged first. */
  sort?: 'deadline' | 'newest' | 'longest' | 'overdue';
}

/** What figures are asked for each of: 哪个单位, 各项目, 各乡镇, 哪一类. */
export const GROUPS_BY = ['unit', 'project', 'area', 'category'] as const;
export type GroupBy = (typeof GROUPS_BY)[number];
