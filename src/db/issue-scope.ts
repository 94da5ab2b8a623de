/** What somebody may see and what was asked for, as conditions on the issue table. */
import { and, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { IssueScope } from '../domain/access.ts';
import type { IssueFilter, Mark } from '../domain/answer.ts';
import { ITEM_KINDS, type ItemKind, OPEN_STATUSES, type Status } from '../domain/issue.ts';
import type { Outcome, Step, ToldUp, TurnedColor } from '../domain/issue-filter.ts';
import type { LightColor } from '../domain/lights.ts';
import { queryTokens } from '../domain/search.ts';
import { addDays, type Day, type Instant, instantAt, LONG_TERM_DAY, LONG_TERM_FROM } from '../domain/time.ts';
import { timestamp } from './column.ts';
import { COUNTS, IN_TIME } from './in-time.ts';
import { pastCondition } from './issue-past.ts';
import { lacksStep, tookStep, wasPassed, wasStruck } from './issue-steps.ts';
import { coUnit, issue, person, project, projectContact } from './schema.ts';
import { tsqueryOfAll } from './search.ts';
import { allOf, anyOf, inIds } from './where.ts';

const NOTHING = sql`false`;

/** Open issues, as the partial indexes say it; a parameter here would keep a prepared plan from using them. */
export const isOpen = sql`${issue.status} not in ('closed', 'void')`;

/** Of kind 问题, what lists and figures speak of unless a kind is named. */
export const isProblem = sql`${issue.kind} = 'problem'`;

/**
 * Brought in by a ledger (导入) that does not say when they were raised: logged at the moment of the import, raised on no
 * day. In an index of their own (0028).
 */
export const RAISED_ON_NO_DAY = sql`${issue.id} in (select ${issue.id} from ${issue}
  where ${issue.facts} -> 'imported' is not null
  and ${issue.loggedAt} = to_timestamp((${issue.facts} -> 'imported' ->> 'at')::float8 / 1000))`;

function isOfKinds(kinds: readonly ItemKind[] | undefined): SQL {
  if (kinds === undefined) return isProblem;
  const words = ITEM_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => `'${kind}'`);
  return words.length === 0 ? NOTHING : sql`${issue.kind} in (${sql.raw(words.join(', '))})`;
}

/** Written into the text for the same reason; never anything but the words of the type. */
function literals(statuses: readonly Status[]): SQL {
  const known: Status[] = [...OPEN_STATUSES, 'closed', 'void'];
  const words = known.filter((status) => statuses.includes(status)).map((status) => `'${status}'`);
  return words.length === 0 ? NOTHING : sql`${issue.status} in (${sql.raw(words.join(', '))})`;
}

function isOneOf(column: PgColumn, ids: readonly number[]): SQL {
  return ids.length === 0 ? NOTHING : inArray(column, [...ids]);
}

/** One of the units is a co-unit (`onlyOpen`: whose own tick is still missing). */
function isHelpedBy(unitIds: readonly number[], onlyOpen: boolean): SQL {
  const ticks = onlyOpen ? sql`and ${coUnit.open}` : sql``;
  return sql`${issue.id} in (select ${coUnit.issueId} from ${coUnit}
    where ${inArray(coUnit.unitId, [...unitIds])} ${ticks})`;
}

/** Responsible unit, or co-unit. */
function ofUnits(unitIds: readonly number[]): SQL {
  if (unitIds.length === 0) return NOTHING;
  return anyOf(inArray(issue.unitId, [...unitIds]), isHelpedBy(unitIds, false));
}

/** Every one of them leads it or is a co-unit. */
function hasPartOf(unitIds: readonly number[] | undefined): SQL | undefined {
  return unitIds && and(...[...new Set(unitIds)].map((id) => ofUnits([id])));
}

/** So many units have a part in it. */
function hasUnits(least: number | undefined): SQL | undefined {
  if (least === undefined) return undefined;
  return sql`${issue.id} in (select ${coUnit.issueId} from ${coUnit}
    group by ${coUnit.issueId} having count(*) >= ${least - 1})`;
}

/** The units as what the filter means them: responsible, or only helping. */
function inRole(unitIds: readonly number[], filter: IssueFilter): SQL {
  if (unitIds.length === 0) return NOTHING;
  const leads = inArray(issue.unitId, [...unitIds]);
  if (filter.unitRole === undefined) return leads;
  if (filter.unitRole === 'any') return ofUnits(unitIds);
  return allOf(isHelpedBy(unitIds, onlyOpen(filter)), sql`(${leads}) is not true`);
}

function inProjects(condition: SQL): SQL {
  return sql`${issue.projectId} in (select ${project.id} from ${project} where ${condition})`;
}

/** Logged by somebody of another tenant, or by a contact of the project. */
const byEnterprise = sql`(${issue.reporterId} in (select ${person.id} from ${person} where not ${person.home})
  or (${issue.projectId}, ${issue.reporterId}) in
    (select ${projectContact.projectId}, ${projectContact.personId} from ${projectContact}))`;

/** Every problem is from one of the two. */
export function isFrom(source: 'enterprise' | 'staff'): SQL {
  return source === 'enterprise' ? byEnterprise : sql`(${byEnterprise}) is not true`;
}

/** Imported overdue, and nobody has taken it up or said 开始提醒. */
export const isAsleep = sql`(${isOpen} and ${issue.facts} -> 'imported' ->> 'sleeping' = 'true')`;

const askedForExtension = sql`${issue.facts} -> 'pending' ->> 'kind' = 'extension'`;
const wasExtended = sql`${issue.facts} -> 'originalDeadline' <> 'null'::jsonb`;

const MARKED: Record<Exclude<Mark, 'late' | 'early'>, SQL> = {
  bounced: sql`jsonb_array_length(${issue.facts} -> 'bounces') > 0`,
  reopened: sql`(${issue.facts} ->> 'reopens')::int > 0`,
  joint: sql`${issue.id} in (select ${coUnit.issueId} from ${coUnit})`,
  unhelped: sql`(${isOpen} and ${issue.id} in (select ${coUnit.issueId} from ${coUnit} where ${coUnit.open}))`,
  unsatisfied: sql`${issue.facts} -> 'satisfaction' ->> 'score' = 'unsatisfied'`,
  satisfied: sql`${issue.facts} -> 'satisfaction' ->> 'score' in ('satisfied', 'fairly')`,
  wholly: sql`${issue.facts} -> 'satisfaction' ->> 'score' = 'satisfied'`,
  fairly: sql`${issue.facts} -> 'satisfaction' ->> 'score' = 'fairly'`,
  rated: sql`(${issue.status} = 'closed' and ${issue.facts} -> 'satisfaction' ->> 'score' is not null)`,
  unrated: sql`(${issue.status} = 'closed' and ${issue.facts} -> 'satisfaction' ->> 'score' is null)`,
  appealed: sql`(${issue.facts} -> 'appeal' <> 'null'::jsonb and ${issue.facts} -> 'appeal' ->> 'decision' is null)`,
  exempt: sql`${issue.facts} -> 'appeal' ->> 'decision' = 'exempt'`,
  'green-channel': sql`${issue.greenChannel}`,
  'on-the-spot': sql`${issue.onTheSpot}`,
  measured: sql`${issue.measure} is not null`,
};

/** Rungs of the ladder that were heard in this run; a higher one holds those below it. */
const HEARD: Record<ToldUp, SQL> = {
  leader: sql`${issue.facts} -> 'ladder' -> 'fired' @> '["red"]'::jsonb`,
  principal: sql`${issue.facts} -> 'ladder' -> 'fired' @> '["deep-red"]'::jsonb`,
};

const OUTCOME: Record<Outcome, SQL> = {
  'in-time': allOf(sql`${issue.status} = 'closed'`, COUNTS, IN_TIME),
  late: allOf(sql`${issue.status} = 'closed'`, COUNTS, sql`not (${IN_TIME})`),
};

/** A column that may be empty is none of the ids. */
function isNoneOf(column: PgColumn, ids: readonly number[] | undefined): SQL | undefined {
  return ids === undefined || ids.length === 0 ? undefined : sql`(${inArray(column, [...ids])}) is not true`;
}

/** Any part of the scope fits; undefined when everything may be seen. */
export function scopeCondition(scope: IssueScope): SQL | undefined {
  if (scope.all) return undefined;
  const { areaIds, unitIds, projectIds, personIds, personIn } = scope;
  const within = personIn && isOneOf(issue.projectId, personIn);
  const parts = [
    ...(areaIds.length > 0 ? [isOneOf(issue.areaId, areaIds)] : []),
    ...(unitIds.length > 0 ? [ofUnits(unitIds)] : []),
    ...(projectIds.length > 0 ? [isOneOf(issue.projectId, projectIds)] : []),
    ...(personIds.length === 0
      ? []
      : [
          and(isOneOf(issue.reporterId, personIds), within),
          and(isOneOf(issue.assigneeId, personIds), within),
        ]),
  ];
  return parts.length === 0 ? NOTHING : or(...parts);
}

const isOver = sql`${issue.status} in ('closed', 'void')`;
const isPaused = sql`${issue.status} = 'paused'`;
const reached = (at: PgColumn, now: Instant) => sql`coalesce(${at} <= ${timestamp(now)}, false)`;

/** domain/lights.ts in SQL: the thresholds are null whenever no clock runs. */
export function isColor(color: LightColor, now: Instant): SQL {
  const runs = sql`not ${isOver} and not ${isPaused}`;
  const red = reached(issue.redAt, now);
  const yellow = reached(issue.yellowAt, now);
  const blue = reached(issue.blueAt, now);
  const unlit = sql`coalesce(${issue.blueAt} >= ${timestamp(LONG_TERM_FROM)}, false)`;
  switch (color) {
    case 'done':
      return isOver;
    case 'paused':
      return isPaused;
    case 'red':
      return sql`(${runs} and ${red})`;
    case 'yellow':
      return sql`(${runs} and ${yellow} and not ${red})`;
    case 'blue':
      return sql`(${runs} and ${blue} and not ${yellow} and not ${red})`;
    case 'green':
      return sql`(${runs} and not ${blue} and not ${yellow} and not ${red} and not ${unlit})`;
    case 'none':
      return sql`(${runs} and ${unlit})`;
  }
}

/**
 * Its light turned on these days, or will. Where two yellows make red, it was never yellow: the thresholds are one.
 * The thresholds are null whenever no clock runs.
 */
function hasTurned({ turned }: IssueFilter, now: Instant, timeZone: string): SQL | undefined {
  if (!turned) return undefined;
  const { color, ahead, from, to } = turned;
  const at = color === 'red' ? issue.redAt : issue.yellowAt;
  const start = (day: Day) => timestamp(instantAt(day, '00:00', timeZone));
  return allOf(
    isOpen,
    ahead ? sql`${at} > ${timestamp(now)}` : sql`${at} <= ${timestamp(now)}`,
    from === undefined ? undefined : sql`${at} >= ${start(from)}`,
    to === undefined ? undefined : sql`${at} < ${start(addDays(to, 1))}`,
    color === 'yellow' ? sql`${issue.redAt} is distinct from ${issue.yellowAt}` : undefined,
  );
}

const TURNS: Partial<Record<Step, TurnedColor>> = { 'turned-yellow': 'yellow', 'turned-red': 'red' };

/** 红过的: the light of now counts as well, of which nobody may have been reminded yet. */
function litBy(filter: IssueFilter, now: Instant, timeZone: string): SQL | undefined {
  const { step, stepFrom: from, stepTo: to, stepTimes = 1, after } = filter;
  const color = step && TURNS[step];
  if (!color || stepTimes > 1 || after) return undefined;
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return hasTurned({ turned: { color, ...days } }, now, timeZone);
}

function notLit({ without }: IssueFilter, now: Instant): SQL | undefined {
  const color = without && TURNS[without.step];
  return color && sql`not ${isColor(color, now)}`;
}

/** Overdue now, or reported done after its deadline; of what is excused there is none. */
function wasLate(now: Instant): SQL {
  const done = allOf(
    sql`${issue.status} in ('verifying', 'closed')`,
    sql`${issue.facts} -> 'appeal' ->> 'decision' is distinct from 'exempt'`,
    lt(issue.deadlineDay, LONG_TERM_DAY),
    sql`not (${IN_TIME})`,
  );
  return anyOf(isColor('red', now), isColor('yellow', now), done);
}

/** Struck off, and reported done on a day before that of the deadline. */
function wasEarly(timeZone: string): SQL {
  return allOf(
    sql`${issue.status} = 'closed'`,
    lt(issue.deadlineDay, LONG_TERM_DAY),
    sql`(coalesce(${issue.doneAt}, ${issue.closedAt}) at time zone ${timeZone})::date < ${issue.deadlineDay}`,
  );
}

function markedBy(mark: Mark, now: Instant, timeZone: string): SQL {
  if (mark === 'late') return wasLate(now);
  return mark === 'early' ? wasEarly(timeZone) : MARKED[mark];
}

/** Whether only open issues can fit, which lets the small partial indexes be used. */
function onlyOpen(filter: IssueFilter): boolean {
  const { statuses, colors, overdue, asOf } = filter;
  if (asOf !== undefined) return false;
  return (
    overdue === true ||
    (colors !== undefined && !colors.includes('done')) ||
    statuses?.every((status) => OPEN_STATUSES.includes(status)) === true
  );
}

/**
 * The conditions of a filter. Days are days of `timeZone`. A unit finds what it is responsible for; in the role of a
 * co-unit what it helps with, of open issues where it has not ticked yet.
 */
export function filterCondition(filter: IssueFilter, now: Instant, timeZone: string): SQL | undefined {
  const from = (column: PgColumn, day: Day | undefined) =>
    day === undefined ? undefined : gte(column, instantAt(day, '00:00', timeZone));
  const through = (column: PgColumn, day: Day | undefined) =>
    day === undefined ? undefined : lt(column, instantAt(addDays(day, 1), '00:00', timeZone));
  const closedIn = filter.closedFrom !== undefined || filter.closedTo !== undefined;
  const { asOf } = filter;
  const { statuses, colors, overdue } = asOf === undefined ? filter : {};
  return and(
    onlyOpen(filter) ? isOpen : undefined,
    asOf === undefined ? undefined : pastCondition({ ...filter, asOf }, timeZone),
    filter.ids === undefined ? isOfKinds(filter.kinds) : inIds(issue.id, filter.ids),
    isNoneOf(issue.unitId, filter.exceptUnitIds),
    isNoneOf(issue.projectId, filter.exceptProjectIds),
    isNoneOf(issue.categoryId, filter.exceptCategoryIds),
    ...(filter.exceptSearch ?? []).map((words) => sql`(${matches(words)}) is not true`),
    ...(filter.exceptMarks ?? []).map((mark) => sql`(${markedBy(mark, now, timeZone)}) is not true`),
    filter.leaderId === undefined ? undefined : inProjects(eq(project.leaderId, filter.leaderId)),
    filter.secretaryId === undefined ? undefined : inProjects(eq(project.secretaryId, filter.secretaryId)),
    filter.toldUp && HEARD[filter.toldUp],
    or(tookStep(filter, timeZone), litBy(filter, now, timeZone)),
    wasPassed(filter),
    lacksStep(filter, timeZone),
    notLit(filter, now),
    wasStruck(filter, timeZone),
    hasTurned(filter, now, timeZone),
    filter.routedTo === undefined
      ? undefined
      : allOf(
          sql`coalesce(${issue.routedAt}, ${issue.loggedAt}) < ${timestamp(instantAt(addDays(filter.routedTo, 1), '00:00', timeZone))}`,
        ),
    through(issue.doneAt, filter.doneTo),
    closedIn ? sql`${issue.status} = 'closed'` : undefined,
    filter.projectIds && isOneOf(issue.projectId, filter.projectIds),
    filter.areaIds && isOneOf(issue.areaId, filter.areaIds),
    filter.unitIds && inRole(filter.unitIds, filter),
    hasPartOf(filter.jointUnitIds),
    hasUnits(filter.unitsLeast),
    filter.categoryIds && isOneOf(issue.categoryId, filter.categoryIds),
    filter.park === undefined ? undefined : inProjects(sql`${project.park} = ${filter.park}`),
    filter.industry === undefined
      ? undefined
      : inProjects(sql`${project.industries} ? ${filter.industry}::text`),
    filter.personId === undefined ? undefined : eq(issue.assigneeId, filter.personId),
    filter.reporterId === undefined ? undefined : eq(issue.reporterId, filter.reporterId),
    filter.source && isFrom(filter.source),
    statuses && literals(statuses),
    colors && (or(...colors.map((color) => isColor(color, now))) ?? NOTHING),
    overdue ? or(isColor('red', now), isColor('yellow', now)) : undefined,
    filter.dueFrom === undefined ? undefined : gte(issue.deadlineDay, filter.dueFrom),
    // What has no deadline is due on no day.
    filter.dueFrom !== undefined && filter.dueTo === undefined
      ? lt(issue.deadlineDay, LONG_TERM_DAY)
      : undefined,
    filter.dueTo === undefined ? undefined : lte(issue.deadlineDay, filter.dueTo),
    from(issue.loggedAt, filter.loggedFrom),
    through(issue.loggedAt, filter.loggedTo),
    filter.loggedFrom === undefined && filter.loggedTo === undefined
      ? undefined
      : sql`not ${RAISED_ON_NO_DAY}`,
    from(issue.closedAt, filter.closedFrom),
    through(issue.closedAt, filter.closedTo),
    filter.pausedTo === undefined
      ? undefined
      : factBefore(sql`-> 'pauses' -> -1 ->> 'from'`, filter.pausedTo, timeZone),
    filter.quietTo === undefined ? undefined : factBefore(sql`->> 'changedAt'`, filter.quietTo, timeZone),
    filter.mark && markedBy(filter.mark, now, timeZone),
    filter.outcome && OUTCOME[filter.outcome],
    filter.search === undefined ? undefined : matches(filter.search),
    filter.onAgenda === undefined ? undefined : eq(issue.onAgenda, filter.onAgenda),
    filter.longTerm && eq(issue.deadlineDay, LONG_TERM_DAY),
    filter.asleep && isAsleep,
    filter.extension &&
      {
        asked: askedForExtension,
        granted: wasExtended,
        any: anyOf(askedForExtension, wasExtended),
      }[filter.extension],
  );
}

/** An instant among the facts lies on the day or before. */
function factBefore(path: SQL, day: Day, timeZone: string): SQL {
  return sql`(${issue.facts} ${path})::bigint < ${instantAt(addDays(day, 1), '00:00', timeZone)}`;
}

/** Every token of the words; words without any token (punctuation only) find nothing. */
function matches(words: string): SQL {
  const query = tsqueryOfAll(queryTokens(words));
  return query === '' ? NOTHING : sql`${issue.search} @@ ${query}::tsquery`;
}
