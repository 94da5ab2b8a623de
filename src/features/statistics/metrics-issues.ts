/** The metrics that count issues. */
import { sql } from 'drizzle-orm';
import { IN_TIME } from '../../db/in-time.ts';
import { isColor } from '../../db/issue-scope.ts';
import { issue } from '../../db/schema.ts';
import type { LightColor } from '../../domain/lights.ts';
import { type IssueMetric, issueMetric, ofFigure } from './metric.ts';
import { METRIC_WORDS } from './words-metrics.ts';

const everything = { unit: true, category: true };
/** Only problems have a category. */
const uncategorised = { unit: true, category: false };

const light = (id: 'red' | 'yellow' | 'blue' | 'green' | 'paused', color: LightColor) =>
  issueMetric({
    id,
    ...METRIC_WORDS[id],
    section: 'problems',
    kind: 'count',
    measure: '件',
    clock: 'now',
    by: everything,
    base: 'open',
    where: ({ now }) => isColor(color, now),
  });

/** Of problems, as they are shown. */
export const PROBLEM_METRICS: readonly IssueMetric[] = [
  issueMetric({
    id: 'raised',
    ...METRIC_WORDS.raised,
    section: 'problems',
    kind: 'count',
    measure: '件',
    clock: 'period',
    by: everything,
    ...ofFigure('raised'),
  }),
  issueMetric({
    id: 'closed',
    ...METRIC_WORDS.closed,
    section: 'problems',
    kind: 'count',
    measure: '件',
    clock: 'period',
    by: everything,
    ...ofFigure('closed'),
  }),
  issueMetric({
    id: 'open',
    ...METRIC_WORDS.open,
    section: 'problems',
    kind: 'count',
    measure: '件',
    clock: 'now',
    by: everything,
    base: 'open',
  }),
  light('red', 'red'),
  light('yellow', 'yellow'),
  light('blue', 'blue'),
  light('green', 'green'),
  light('paused', 'paused'),
  issueMetric({
    id: 'onTime',
    ...METRIC_WORDS.onTime,
    section: 'quality',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    ...ofFigure('onTime'),
  }),
  issueMetric({
    id: 'routedSameDay',
    ...METRIC_WORDS.routedSameDay,
    section: 'quality',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    ...ofFigure('routedSameDay'),
  }),
  issueMetric({
    id: 'satisfied',
    ...METRIC_WORDS.satisfied,
    section: 'quality',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    ...ofFigure('satisfied'),
  }),
  issueMetric({
    id: 'takenAverage',
    ...METRIC_WORDS.takenAverage,
    section: 'quality',
    kind: 'average',
    measure: '个工作日',
    clock: 'period',
    by: everything,
    ...ofFigure('taken'),
    taken: true,
  }),
  issueMetric({
    id: 'takenMedian',
    ...METRIC_WORDS.takenMedian,
    section: 'quality',
    kind: 'median',
    measure: '个工作日',
    clock: 'period',
    by: everything,
    ...ofFigure('taken'),
    taken: true,
  }),
];

const decision = sql`${issue.facts} -> 'appeal' ->> 'decision'`;

/** Of tasks, promises and appeals. */
export const OTHER_METRICS: readonly IssueMetric[] = [
  issueMetric({
    id: 'batchTasks',
    ...METRIC_WORDS.batchTasks,
    section: 'others',
    kind: 'rate',
    measure: '%',
    clock: 'now',
    by: uncategorised,
    base: 'tasks',
    hit: () => sql`${issue.status} = 'closed'`,
  }),
  issueMetric({
    id: 'deferralsMade',
    ...METRIC_WORDS.deferralsMade,
    section: 'others',
    kind: 'count',
    measure: '件',
    clock: 'period',
    by: uncategorised,
    base: 'promised',
  }),
  issueMetric({
    id: 'deferralsKept',
    ...METRIC_WORDS.deferralsKept,
    section: 'others',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: uncategorised,
    base: 'kept',
    hit: () => IN_TIME,
  }),
  issueMetric({
    id: 'deferralsOpen',
    ...METRIC_WORDS.deferralsOpen,
    section: 'others',
    kind: 'count',
    measure: '件',
    clock: 'now',
    by: uncategorised,
    base: 'owed',
  }),
  issueMetric({
    id: 'deferralsOverdue',
    ...METRIC_WORDS.deferralsOverdue,
    section: 'others',
    kind: 'count',
    measure: '件',
    clock: 'now',
    by: uncategorised,
    base: 'owed',
    where: ({ now }) => sql`(${isColor('red', now)} or ${isColor('yellow', now)})`,
  }),
  issueMetric({
    id: 'appeals',
    ...METRIC_WORDS.appeals,
    section: 'others',
    kind: 'count',
    measure: '件',
    clock: 'period',
    by: everything,
    base: 'appealed',
  }),
  issueMetric({
    id: 'appealsGranted',
    ...METRIC_WORDS.appealsGranted,
    section: 'others',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    base: 'appealed',
    where: () => sql`${decision} is not null`,
    hit: () => sql`${decision} = 'exempt'`,
  }),
];
