/** The metrics that count issues. */
import { type SQL, sql } from 'drizzle-orm';
import { isColor } from '../../db/issue-scope.ts';
import { history, issue } from '../../db/schema.ts';
import { COUNTS, IN_TIME, LOGGED_HERE, TIMED } from '../../db/stats.ts';
import type { LightColor } from '../../domain/lights.ts';
import { type IssueMetric, issueMetric } from './metric.ts';
import { METRIC_WORDS } from './words-metrics.ts';

const score = sql`${issue.facts} -> 'satisfaction' ->> 'score'`;

const dayIn = (at: SQL, timeZone: string) => sql`(${at} at time zone ${timeZone})::date`;

/**
 * Given to a unit on the day it was logged, whatever became of it since. The row tells it where it was never handed on
 * later; else its history does: logged with a unit, 转办, 改单位, unless that very step was taken back.
 */
function routedSameDay(timeZone: string): SQL {
  const logged = dayIn(sql`${issue.loggedAt}`, timeZone);
  const routes = sql`(step.verb = 'route' or (step.verb = 'log' and step.detail ->> 'unitId' is not null)
    or (step.verb = 'correct' and step.detail -> 'to' ->> 'unitId' is not null))`;
  const next = sql`(select later.verb from ${history} later where later.issue_id = step.issue_id
    and later.id > step.id and later.at > step.at order by later.id limit 1)`;
  return sql`(coalesce(${issue.routedAt} = ${issue.loggedAt} or ${dayIn(sql`${issue.routedAt}`, timeZone)} = ${logged}, false) or exists (
    select 1 from ${history} step where step.issue_id = ${issue.id} and ${routes}
    and ${dayIn(sql`step.at`, timeZone)} = ${logged} and ${next} is distinct from 'undo'))`;
}

/** Of closed ones, so that the index of what fits is enough (0022); the sub-select hides the outer table. */
const closedWith = (condition: SQL) =>
  sql`(select ${issue.id} from ${issue} where ${issue.status} = 'closed' and ${condition})`;

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
    base: 'logged',
  }),
  issueMetric({
    id: 'closed',
    ...METRIC_WORDS.closed,
    section: 'problems',
    kind: 'count',
    measure: '件',
    clock: 'period',
    by: everything,
    base: 'closed',
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
    base: 'closed',
    // What is left out of rates is said in one place: db/stats.ts.
    where: () => sql`${issue.id} not in ${closedWith(sql`not ${COUNTS}`)}`,
    hit: () => IN_TIME,
  }),
  issueMetric({
    id: 'routedSameDay',
    ...METRIC_WORDS.routedSameDay,
    section: 'quality',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    base: 'logged',
    where: () => sql`not ${issue.onTheSpot} and ${LOGGED_HERE}`,
    hit: ({ timeZone }) => routedSameDay(timeZone),
  }),
  issueMetric({
    id: 'satisfied',
    ...METRIC_WORDS.satisfied,
    section: 'quality',
    kind: 'rate',
    measure: '%',
    clock: 'period',
    by: everything,
    base: 'closed',
    where: () => sql`${issue.id} in ${closedWith(sql`${score} is not null`)}`,
    hit: () => sql`${issue.id} in ${closedWith(sql`${score} in ('satisfied', 'fairly')`)}`,
  }),
  issueMetric({
    id: 'takenAverage',
    ...METRIC_WORDS.takenAverage,
    section: 'quality',
    kind: 'average',
    measure: '个工作日',
    clock: 'period',
    by: everything,
    base: 'closed',
    taken: true,
    where: () => TIMED,
  }),
  issueMetric({
    id: 'takenMedian',
    ...METRIC_WORDS.takenMedian,
    section: 'quality',
    kind: 'median',
    measure: '个工作日',
    clock: 'period',
    by: everything,
    base: 'closed',
    taken: true,
    where: () => TIMED,
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
