/**
 * How problems stood when a day was over, worked back from what they are now along their history: the first step after
 * it tells what was before it. Nothing of the past is stored beside. Colours cannot be told so: the rules and earlier
 * runs of the clock they need are not kept as they were.
 */
import { type SQL, sql } from 'drizzle-orm';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { addDays, DAY, type Day, instantAt, LONG_TERM_DAY } from '../domain/time.ts';
import { timestamp } from './column.ts';
import { history, issue } from './schema.ts';

/** `running`: with a clock that runs, whether handed on and signed for or not. */
type Stood = 'running' | 'paused' | 'verifying' | 'closed' | 'void';

const RUNNING: readonly Status[] = ['unrouted', 'unsigned', 'working'];

/** undefined: among what is asked is a state nobody can tell of the past. */
function stoodAs(statuses: readonly Status[]): Stood[] | undefined {
  const running = RUNNING.filter((status) => statuses.includes(status)).length;
  if (running !== 0 && running !== RUNNING.length) return undefined;
  const others = statuses.filter(
    (status): status is 'paused' | 'verifying' | 'closed' | 'void' => !RUNNING.includes(status),
  );
  return [...(running > 0 ? (['running'] as const) : []), ...others];
}

const IS_EXTENSION = (step: string) =>
  sql.raw(`(${step}.detail ->> 'request' = 'extension' and ${step}.detail ->> 'approve' = 'true')`);
const IS_PAUSE = (step: string) =>
  sql.raw(`(${step}.detail ->> 'request' = 'pause' and ${step}.detail ->> 'approve' = 'true')`);

/** The step an undo took back: the row right before it. */
const undone = (select: SQL) => sql`(select ${select} from ${history} done where done.issue_id = step.issue_id
  and done.id < step.id order by done.id desc limit 1)`;

/** Taken back while it was all there was of it: it is void now. */
const UNMADE = sql`(${issue.status} = 'void' and step.detail ->> 'undone' in ('log', 'import', 'start-reminding'))`;
const BROUGHT_IN_CLOSED = sql`exists (select from ${history} brought where brought.issue_id = step.issue_id
  and brought.verb = 'import' and brought.detail ->> 'what' = 'closed')`;

/** What it was before a step; null where the step changed nothing of that. */
const before = (day: Day) => sql`case step.verb
  when 'verify' then 'verifying'
  when 'reopen' then 'closed'
  when 'void' then case when step.detail ->> 'fromStatus' in ('paused', 'verifying')
    then step.detail ->> 'fromStatus' else 'running' end
  when 'report-done' then 'running'
  when 'resume' then 'paused'
  when 'auto-resume' then 'paused'
  when 'decide-request' then case when ${IS_PAUSE('step')} then 'running' end
  when 'import' then case when step.detail ->> 'what' = 'closed' then
    case when step.detail ->> 'on' is null then 'unknown' when step.detail ->> 'on' <= ${day} then 'closed' else 'running' end end
  when 'undo' then case when ${UNMADE}
    then case when ${issue.closedAt} is not null or ${BROUGHT_IN_CLOSED} then 'closed' else 'running' end
    else ${undone(sql`case done.verb
      when 'verify' then case when done.detail ->> 'confirmed' = 'true' then 'closed' else 'running' end
      when 'reopen' then 'running'
      when 'void' then 'void'
      when 'report-done' then 'verifying'
      when 'resume' then 'running'
      when 'decide-request' then case when ${IS_PAUSE('done')} then 'paused' end
    end`)} end
  end`;
const MOVES = sql.raw(
  `('verify', 'reopen', 'void', 'report-done', 'resume', 'auto-resume', 'decide-request', 'import', 'undo')`,
);

/**
 * What the first step after the day says of the time before it; null: no step says anything. Most have none: that is
 * asked first, where the planner may find all that have one at once.
 */
function firstAfter(at: SQL, verbs: SQL, what: SQL): SQL {
  return sql`case when exists (select from ${history} changed where changed.issue_id = ${issue.id}
      and changed.at >= ${at} and changed.verb in ${verbs})
    then (select told.was from (select step.id, ${what} as was from ${history} step
      where step.issue_id = ${issue.id} and step.at >= ${at} and step.verb in ${verbs}) told
      where told.was is not null order by told.id limit 1) end`;
}

const NOW = sql`case when ${issue.status} in ('paused', 'verifying', 'closed', 'void') then ${issue.status} else 'running' end`;

/** A step may be taken back for minutes; so long ago one that was cannot have been taken back since. */
const UNDO_WINDOW = DAY;

/**
 * It stood so when `day` was over, as the books said then: what was made void later counts as what it was, what was
 * reopened later as struck off. Of what a ledger brought in, the ledger's days count; what it brought in by mistake,
 * and what it does not say when it was raised, not before the import.
 */
function stoodOn(day: Day, as: readonly Stood[], timeZone: string): SQL {
  const over = instantAt(addDays(day, 1), '00:00', timeZone);
  const at = timestamp(over);
  const words = sql.raw(as.length === 0 ? `('')` : `('${as.join("', '")}')`);
  // The others cannot have changed since, and were over already. Each part is found by an index of its own.
  const maybe =
    as.includes('closed') || as.includes('void')
      ? sql`true`
      : sql`${issue.id} in (select open.id from ${issue} open where open.status not in ('closed', 'void')
      union all select gone.id from ${issue} gone where gone.status = 'void'
      union all select done.id from ${issue} done where done.status = 'closed' and done.closed_at >= ${at}
      union all select back.issue_id from ${history} back where back.verb = 'reopen'
        and back.at < ${at} and back.at >= ${timestamp(over - UNDO_WINDOW)})`;
  return sql`(${issue.loggedAt} < ${at} and ${maybe}
    and not (${issue.status} = 'void' and coalesce((${issue.facts} -> 'imported' ->> 'at')::bigint >= ${over}, false))
    and coalesce(${firstAfter(at, MOVES, before(day))}, ${NOW}) in ${words})`;
}

/** The deadline before a step; null where the step did not move it. */
const DEADLINE_BEFORE = sql`case step.verb
  when 'decide-request' then case when ${IS_EXTENSION('step')} then step.detail ->> 'from' end
  when 'resume' then step.detail ->> 'from'
  when 'auto-resume' then step.detail ->> 'from'
  when 'reopen' then step.detail ->> 'fromDeadline'
  when 'correct' then step.detail -> 'from' ->> 'deadline'
  when 'recompute' then case when step.detail ->> 'request' is null then step.detail ->> 'from' end
  when 'import' then case when step.detail ->> 'what' = 'update' and step.detail ->> 'deadline' is not null
    then step.detail ->> 'from' end
  when 'undo' then (select moved.day from (select part.id, case part.verb
      when 'decide-request' then case when ${IS_EXTENSION('part')} then part.detail ->> 'to' end
      when 'resume' then part.detail ->> 'deadline'
      when 'reopen' then part.detail ->> 'deadline'
      when 'correct' then left(part.detail -> 'to' ->> 'deadline', 10)
      when 'import' then case when part.detail ->> 'what' = 'update' then part.detail ->> 'deadline' end
    end as day from ${history} part where part.issue_id = step.issue_id and part.id < step.id
      and part.at = ${undone(sql`done.at`)}) moved where moved.day is not null order by moved.id desc limit 1)
  end`;
const MOVE_DEADLINE = sql.raw(
  `('decide-request', 'resume', 'auto-resume', 'reopen', 'correct', 'recompute', 'import', 'undo')`,
);

/** The last step of these until then that was not taken back until then. */
function lastUntil(at: SQL, verbs: SQL, what: SQL): SQL {
  return sql`(select ${what} from ${history} last where last.issue_id = ${issue.id} and last.at < ${at} and ${verbs}
    and not coalesce((select later.verb = 'undo' and later.at < ${at} from ${history} later
      where later.issue_id = last.issue_id and later.id > last.id and later.at > last.at order by later.id limit 1), false)
    order by last.id desc limit 1)`;
}

/** Nothing is overdue while it is excused; a new deadline ends that. */
const wasExempt = (at: SQL) =>
  sql`coalesce(${lastUntil(
    at,
    sql`(last.verb in ('decide-appeal', 'reopen') or (last.verb = 'correct' and last.detail -> 'to' ->> 'deadline' is not null))`,
    sql`last.verb = 'decide-appeal' and last.detail ->> 'exempt' = 'true'`,
  )}, false)`;

/** Since when 延期 or 挂账 was asked for and not decided; null: nothing was. The light stays as it was then. */
const askedSince = (at: SQL) =>
  lastUntil(
    at,
    sql`last.verb in ('request-extension', 'request-pause', 'decide-request', 'report-done', 'bounce', 'void')`,
    sql`case when last.verb in ('request-extension', 'request-pause') then last.at end`,
  );

/** Yellow or red when `day` was over: its clock ran, and the deadline it had then was past. */
function wasOverdue(day: Day, timeZone: string): SQL {
  const at = timestamp(instantAt(addDays(day, 1), '00:00', timeZone));
  const due = sql`coalesce(${firstAfter(at, MOVE_DEADLINE, DEADLINE_BEFORE)}, ${issue.deadlineDay}::text)`;
  // A pause and a changed calendar move the day and keep the hour, and so do nearly all other changes.
  const dueAt = sql`((${due})::date + (${issue.deadlineAt} at time zone ${timeZone})::time) at time zone ${timeZone}`;
  return sql`(${stoodOn(day, ['running'], timeZone)}
    and ${due} <= ${day} and ${due} < ${LONG_TERM_DAY}
    and not ${wasExempt(at)}
    and coalesce(${dueAt} < ${askedSince(at)}, true))`;
}

/** Brought in by a ledger after the day, which does not say when it was raised, or struck off: nobody knows of it. */
export function isUnknownOn(day: Day, timeZone: string): SQL {
  const over = instantAt(addDays(day, 1), '00:00', timeZone);
  return sql`(${issue.status} <> 'void' and ${issue.facts} -> 'imported' is not null
    and (${issue.facts} -> 'imported' ->> 'at')::bigint >= ${over}
    and (${issue.loggedAt} = to_timestamp((${issue.facts} -> 'imported' ->> 'at')::float8 / 1000)
      or (${issue.status} = 'closed' and ${issue.closedAt} is null)))`;
}

/** The state of a filter on its day: overdue, or one of the statuses, of all that are open when none is named. */
export function pastCondition(
  { asOf, overdue, statuses, colors }: Pick<IssueFilter, 'overdue' | 'statuses' | 'colors'> & { asOf: Day },
  timeZone: string,
): SQL {
  const as = stoodAs(statuses ?? OPEN_STATUSES);
  if (colors !== undefined || as === undefined) return sql`false`;
  return overdue ? wasOverdue(asOf, timeZone) : stoodOn(asOf, as, timeZone);
}
