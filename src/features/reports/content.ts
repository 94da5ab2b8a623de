/** What a report tells, before it is put into words. */
import type { LightColor } from '../../domain/lights.ts';
import type { Project } from '../../domain/model.ts';
import type { PeriodSummary, SomeIssues } from '../../domain/period-summary.ts';
import type { ProjectNode } from '../../domain/plan/model.ts';
import type { LinkWeather } from '../../domain/plan/weather.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { Days, Reading, ReportWord } from './rules.ts';
import type { LinkNews } from './rules-links.ts';

export interface ProjectStanding {
  project: Project;
  open: number;
  lights: Partial<Record<LightColor, number>>;
  /** Logged and struck off in the days of the report. */
  raised: number;
  closed: number;
  nodes: ProjectNode[];
  /** Of an agreed plan, where the report is about few projects. */
  reason: { weather: LinkWeather; row: { no: number | null; name: string } | null } | null;
}

/** A node of a project on its day. */
export interface NodeLine {
  projectId: number;
  name: string;
  day: Day;
}

export interface ReportContent {
  word: ReportWord;
  reading: Reading;
  /** Whose report it is: an area or projects, in words. */
  place: string;
  days: Days;
  /** Of this period: all that was logged, all that was struck off. */
  logged: number;
  struckOff: number;
  /** Brought in from ledgers, of which nobody said when they were raised: not among `logged`. */
  broughtIn: number;
  /** Since the beginning, and now. */
  loggedEver: number;
  struckOffEver: number;
  open: Record<LightColor | 'total', number>;
  lists: PeriodSummary;
  reds: SomeIssues;
  yellows: SomeIssues;
  links: LinkNews;
  /** Nodes that were reached in the days, and those that come next. */
  reached: NodeLine[];
  coming: NodeLine[];
  next: Days | undefined;
  dueNext: SomeIssues;
  projects: ProjectStanding[];
  progress: ReadonlyMap<number, { at: Instant; note: string }>;
}

/** Nothing was done, nothing is late, nothing comes next. */
export function isEmpty(content: ReportContent): boolean {
  const { lists, reds, yellows, links, reached, coming, dueNext } = content;
  const counted = [...Object.values(lists), reds, yellows, dueNext].every(({ total }) => total === 0);
  const listed = [links.done, links.late, links.begin, links.due, reached, coming];
  return counted && listed.every((list) => list.length === 0);
}
