/** Steps of the history that problems are asked for by: which rows they are, who took them, how many there are. */
import { and, asc, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { HistoryRow } from '../domain/issue.ts';
import type { IssueFilter, RankedGroup, Step } from '../domain/issue-filter.ts';
import { addDays, instantAt } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { Tx } from './open.ts';
import { history, issue, person, project, roleGrant } from './schema.ts';
import { allOf, anyOf } from './where.ts';

const decided = (request: string, approve: boolean) =>
  sql`step.verb = 'decide-request' and step.detail ->> 'request' = ${sql.raw(`'${request}'`)} and step.detail ->> 'approve' = ${sql.raw(`'${approve}'`)}`;

/** What the history calls each step; of a row called `step`. */
const STEP_ROWS: Record<Step, SQL> = {
  // Given to a unit: as it was logged, later, or because it stood with the wrong one.
  routed: sql`(step.verb = 'route' or (step.verb = 'log' and step.detail ->> 'unitId' is not null
    and step.detail ->> 'onTheSpot' is distinct from 'true')
    or (step.verb = 'correct' and step.detail -> 'to' ->> 'unitId' is not null))`,
  signed: sql`step.verb = 'sign'`,
  bounced: sql`step.verb = 'bounce'`,
  progress: sql`step.verb = 'progress'`,
  'reported-done': sql`step.verb = 'report-done'`,
  urged: sql`step.verb = 'urge'`,
  extended: decided('extension', true),
  reopened: sql`step.verb = 'reopen'`,
  'told-up': sql`step.verb = 'rung' and step.detail ->> 'rung' in ('red', 'deep-red')`,
  'told-principal': sql`step.verb = 'rung' and step.detail ->> 'rung' = 'deep-red'`,
  'asked-extension': sql`step.verb = 'request-extension'`,
  'refused-extension': decided('extension', false),
  // To whom it goes after it was sent back is no other unit's loss.
  rerouted: sql`((step.verb = 'route' and (step.detail ->> 'fromUnitId')::int <> (step.detail ->> 'unitId')::int)
    or (step.verb = 'correct'
      and (step.detail -> 'from' ->> 'unitId')::int <> (step.detail -> 'to' ->> 'unitId')::int))`,
  paused: decided('pause', true),
  refuted: sql`step.verb = 'verify' and step.detail ->> 'confirmed' = 'false'`,
  // Solved on the spot it was struck off as it was logged.
  'struck-off': sql`((step.verb = 'verify' and step.detail ->> 'confirmed' = 'true')
    or (step.verb = 'log' and step.detail ->> 'onTheSpot' = 'true'))`,
  // Logging is taken back by making it void.
  voided: sql`(step.verb = 'void' or (step.verb = 'undo' and step.detail ->> 'undone' = 'log'))`,
  resumed: sql`step.verb = 'resume'`,
  appealed: sql`step.verb = 'appeal'`,
  exempted: sql`step.verb = 'decide-appeal' and step.detail ->> 'exempt' = 'true'`,
  verified: sql`step.verb = 'verify'`,
  rated: sql`step.verb = 'rate'`,
  // Heard one by one, or the highest of several at once.
  'turned-yellow': sql`step.verb = 'rung' and step.detail ->> 'rung' = 'yellow'`,
  'turned-red': sql`step.verb = 'rung' and (step.detail ->> 'rung' = 'red' or step.detail -> 'also' @> '["red"]')`,
  moved: sql`step.verb in ('sign', 'progress', 'report-done')`,
  advanced: sql`(step.verb in ('sign', 'progress', 'report-done')
    or (step.verb = 'verify' and step.detail ->> 'confirmed' = 'true'))`,
  worked: sql`step.verb in ('progress', 'report-done', 'bounce', 'request-extension', 'request-pause')`,
  handled: sql`(step.actor_id is not null and step.verb not in ('import', 'undo', 'mute', 'unmute', 'show-in',
    'source-recalled'))`,
};

/** Not taken back by the very next change. */
const standsAs = (row: 'step' | 'back') => {
  const of = (column: string) => sql.raw(`${row}.${column}`);
  return sql`(select later.verb from ${history} later where later.issue_id = ${of('issue_id')}
    and later.id > ${of('id')} and later.at > ${of('at')} order by later.id limit 1) is distinct from 'undo'`;
};
const STANDS = standsAs('step');

const BOUNCED_BY = sql<number | null>`(step.detail ->> 'unitId')::int`;
const HANDED_ON = sql`step.verb = 'route'`;
const GIVEN_TO = sql<
  number | null
>`coalesce(step.detail ->> 'unitId', step.detail -> 'to' ->> 'unitId')::int`;
/** Whose a step is, where the history tells it. */
const UNIT_OF: Partial<Record<Step, SQL<number | null>>> = {
  bounced: BOUNCED_BY,
  routed: GIVEN_TO,
  handled: sql`(select ${person.unitId} from ${person} where ${person.id} = step.actor_id)`,
};
const among = (unit: SQL, ids: readonly number[]) =>
  sql`${unit} = any(string_to_array(${ids.join(',')}, ',')::int[])`;

/** The rows of the filter's step, on its days, by its units or by one person. */
function stepRows(filter: IssueFilter & { step: Step }, timeZone: string): SQL {
  const { step, stepFrom, stepTo, stepUnitIds, stepById, stepByLeaders } = filter;
  return allOf(
    sql`(${STEP_ROWS[step]})`,
    stepFrom === undefined ? undefined : sql`step.at >= ${timestamp(instantAt(stepFrom, '00:00', timeZone))}`,
    stepTo === undefined
      ? undefined
      : sql`step.at < ${timestamp(instantAt(addDays(stepTo, 1), '00:00', timeZone))}`,
    stepUnitIds ? among(UNIT_OF[step] ?? BOUNCED_BY, stepUnitIds) : undefined,
    // Who hands on does not log.
    stepById !== undefined && step === 'routed' ? HANDED_ON : undefined,
    stepById === undefined ? undefined : sql`step.actor_id = ${stepById}`,
    stepByLeaders
      ? sql`step.actor_id in (select ${roleGrant.personId} from ${roleGrant}
          where ${roleGrant.role} in ('leader', 'principal')
          union select ${project.leaderId} from ${project} where ${project.leaderId} is not null)`
      : undefined,
    STANDS,
  );
}

/** Taken so often on these days, by these units, and with the other step after the last of them or without. */
export function tookStep(filter: IssueFilter, timeZone: string): SQL | undefined {
  const { step, stepTimes, after } = filter;
  if (step === undefined) return undefined;
  const rows = stepRows({ ...filter, step }, timeZone);
  const times = stepTimes === undefined || stepTimes < 2 ? sql`` : sql`having count(*) >= ${stepTimes}`;
  if (!after)
    return sql`${issue.id} in (select step.issue_id from ${history} step where ${rows}
      group by step.issue_id ${times})`;
  const other = sql`exists (select from ${history} step where step.issue_id = took.issue_id and step.id > took.id
    and (${STEP_ROWS[after.step]}) and ${STANDS})`;
  return sql`${issue.id} in (select took.issue_id from
    (select step.issue_id, max(step.id) as id from ${history} step where ${rows}
      group by step.issue_id ${times}) took
    where ${after.taken ? other : sql`not ${other}`})`;
}

/** So many units had it, one after the other, as it was logged, handed on or corrected. */
export function wasPassed({ passedLeast }: IssueFilter): SQL | undefined {
  if (passedLeast === undefined) return undefined;
  return sql`${issue.id} in (select step.issue_id from ${history} step where (${STEP_ROWS.routed}) and ${STANDS}
    group by step.issue_id having count(distinct ${GIVEN_TO}) >= ${passedLeast})`;
}

const CAME_BACK = sql`(${issue.facts} ->> 'reopens')::int > 0`;

/** Reopened after it was struck off on these days; at any time where none are said. */
export function cameBack({ struck }: IssueFilter, timeZone: string): SQL {
  const { from, to } = struck ?? {};
  if (from === undefined && to === undefined) return CAME_BACK;
  const struckThen = stepRows(
    {
      step: 'struck-off',
      ...(from !== undefined && { stepFrom: from }),
      ...(to !== undefined && { stepTo: to }),
    },
    timeZone,
  );
  return sql`exists (select from ${history} step where step.issue_id = ${issue.id} and ${struckThen} and exists
    (select from ${history} back where back.issue_id = step.issue_id and back.id > step.id and back.verb = 'reopen'
      and ${standsAs('back')}))`;
}

/** Struck off once on these days, though it may be open again; a ledger knows the last time alone. */
export function wasStruck(filter: IssueFilter, timeZone: string): SQL | undefined {
  const { struck } = filter;
  if (!struck) return undefined;
  if (struck.back) return cameBack(filter, timeZone);
  const { from, to } = struck;
  if (from === undefined && to === undefined) return anyOf(sql`${issue.status} = 'closed'`, CAME_BACK);
  const rows = stepRows(
    {
      step: 'struck-off',
      ...(from !== undefined && { stepFrom: from }),
      ...(to !== undefined && { stepTo: to }),
    },
    timeZone,
  );
  const closed = allOf(
    sql`${issue.status} = 'closed'`,
    from === undefined
      ? undefined
      : sql`${issue.closedAt} >= ${timestamp(instantAt(from, '00:00', timeZone))}`,
    to === undefined
      ? undefined
      : sql`${issue.closedAt} < ${timestamp(instantAt(addDays(to, 1), '00:00', timeZone))}`,
  );
  return anyOf(
    closed,
    sql`exists (select from ${history} step where step.issue_id = ${issue.id} and ${rows})`,
  );
}

/** Never taken, or not on these days. */
export function lacksStep({ without }: IssueFilter, timeZone: string): SQL | undefined {
  if (!without) return undefined;
  const { step, from, to } = without;
  const rows = stepRows(
    { step, ...(from !== undefined && { stepFrom: from }), ...(to !== undefined && { stepTo: to }) },
    timeZone,
  );
  return sql`not exists (select from ${history} step where step.issue_id = ${issue.id} and ${rows})`;
}

/** When the filter's step was last taken. */
export function lastTaken(filter: IssueFilter, timeZone: string): SQL | undefined {
  return ofSteps(sql`max(step.id)`, filter, timeZone);
}

/** How often the filter's step was taken. */
export function timesTaken(filter: IssueFilter, timeZone: string): SQL | undefined {
  return ofSteps(sql`count(*)`, filter, timeZone);
}

function ofSteps(what: SQL, filter: IssueFilter, timeZone: string): SQL | undefined {
  const { step } = filter;
  return step === undefined
    ? undefined
    : sql`(select ${what} from ${history} step where step.issue_id = ${issue.id}
        and ${stepRows({ ...filter, step }, timeZone)})`;
}

export interface StepCounts {
  /** null: all together, or what has no unit, project, area or category. */
  id: number | null;
  times: number;
  /** Of how many problems. */
  issues: number;
}

/**
 * How often the step was taken with what the condition finds; each group's apart with `by`. Units are those responsible
 * now; of 退回 those that sent back, of 转办 those it was given to.
 * @param where of the query without its step
 */
export async function countSteps(
  tx: Tx,
  { filter, timeZone }: { filter: IssueFilter & { step: Step }; timeZone: string },
  where: SQL | undefined,
  by?: RankedGroup,
): Promise<StepCounts[]> {
  const step = alias(history, 'step');
  const own = {
    unit: issue.unitId,
    project: issue.projectId,
    area: issue.areaId,
    category: issue.categoryId,
  };
  const column = by && ((by === 'unit' && UNIT_OF[filter.step]) || own[by]);
  const rows = tx
    .select({
      id: column ? sql<number | null>`${column}` : sql<null>`null`,
      times: sql`count(*)`.mapWith(Number),
      issues: sql`count(distinct ${issue.id})`.mapWith(Number),
    })
    .from(step)
    .innerJoin(issue, sql`${issue.id} = step.issue_id`)
    .where(and(where, stepRows(filter, timeZone)));
  return column ? rows.groupBy(column) : rows;
}

/** Steps of these kinds with these problems, those taken back left out; oldest first. */
export async function stepsWith(
  tx: Tx,
  issueIds: readonly number[],
  kinds: readonly Step[],
): Promise<HistoryRow[]> {
  if (issueIds.length === 0 || kinds.length === 0) return [];
  const step = alias(history, 'step');
  const { id, issueId, at, actorId, verb, detail, messageId } = step;
  const some = sql.join(
    // What was written when it was logged is told by the problem itself.
    kinds.map((kind) => (kind === 'routed' ? HANDED_ON : sql`(${STEP_ROWS[kind]})`)),
    sql` or `,
  );
  return tx
    .select({ id, issueId, at, actorId, verb, detail, messageId })
    .from(step)
    .where(
      and(
        sql`step.issue_id = any(string_to_array(${issueIds.join(',')}, ',')::int[])`,
        sql`(${some})`,
        STANDS,
      ),
    )
    .orderBy(asc(step.id));
}
