/** What a tick could have to do, asked in one statement: in most minutes of a year that is nothing. */
import { eq, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Day, Instant } from '../domain/time.ts';
import { tookColorBetween } from './card-time.ts';
import { readInstant, writeInstant } from './column.ts';
import { severalFor } from './deferred.ts';
import type { Tx } from './open.ts';
import { isCountedWith } from './recount.ts';
import {
  draft,
  handover,
  inbox,
  inboxMessage,
  issue,
  issueCard,
  lease,
  meta,
  outbox,
  periodicRun,
  setting,
} from './schema.ts';
import { figureChange, figureMonth } from './schema-figures.ts';
import { learntKey } from './setting.ts';
import { prepareStatement } from './statement.ts';

const instantOf = (name: string) => sql`${sql.placeholder(name)}::timestamptz`;
/** So many changes may be noted before somebody looks; each look goes over them. */
const MOST_NOTED = 500;
/** An index answers it at its head, whatever the table holds. */
const earliest = (from: PgTable, column: PgColumn) => sql`(select min(${column}) from ${from})`;

const instants = {
  issueDueAt: earliest(issue, issue.nextAt),
  handoverDueAt: earliest(handover, handover.nextAt),
  messageDueAt: earliest(outbox, outbox.dueAt),
  cardDueAt: earliest(issueCard, issueCard.dueAt),
  eventReceivedAt: earliest(inbox, inbox.receivedAt),
  inboxMessageReceivedAt: earliest(inboxMessage, inboxMessage.receivedAt),
  messageFinishedAt: earliest(outbox, outbox.finishedAt),
  draftCreatedAt: earliest(draft, draft.createdAt),
  checkedAt: sql`(select ${lease.doneAt} from ${lease} where ${lease.name} = 'check')`,
};
const others = {
  isCounted: isCountedWith(sql`${sql.placeholder('calendar')}::text`, instantOf('at')),
  // Counted, not asked whether one exists: for that PostgreSQL would rather read the table than the indexes.
  tookColor: sql`(select count(*) > 0 from ${issue}
    where ${tookColorBetween(instantOf('from'), instantOf('until'))})`,
  hasSeveral: sql`(select count(*) > 0 from (${severalFor(instantOf('bundledBy'))}) several)`,
  // Of the month that runs nothing is summed; what was noted in it is cleared away now and then.
  owesSums: sql`(exists (select from ${figureMonth} where ${figureMonth.formula} <> ${sql.placeholder('formula')}::text)
    or exists (select from ${figureChange} where ${figureChange.at} < ${instantOf('unsummed')})
    or (select count(*) from (select from ${figureChange} limit ${sql.raw(`${MOST_NOTED + 1}`)}) noted) > ${sql.raw(`${MOST_NOTED}`)})`,
  planned: sql`(select coalesce(jsonb_agg(${periodicRun.kind}), '[]') from ${periodicRun}
    where ${periodicRun.day} = ${sql.placeholder('day')}::date)`,
  learnt: sql`(select coalesce(jsonb_object_agg(${setting.key}, ${setting.value}), '{}') from ${setting}
    where ${setting.key} = any(string_to_array(${sql.placeholder('keys')}, ',')))`,
};
const fields = { ...instants, ...others };

const readFacts = prepareStatement<Record<keyof typeof fields, unknown>>(fields, (db) =>
  db.select(fields).from(meta).where(eq(meta.key, 'directory')),
);

/** The earliest of each, null when there is none; `checkedAt`: when the platform was last asked for its findings. */
type Instants = Record<keyof typeof instants, Instant | null>;

export interface TickFacts extends Instants {
  /** The deadlines were counted with this calendar, and nothing of that is under way or to be looked at again. */
  isCounted: boolean;
  /** Some open issue, since the tick before. */
  tookColor: boolean;
  /** Somebody would get several reminders at once. */
  hasSeveral: boolean;
  /** Something has changed that sums of earlier months count, or how they are counted; or much was noted of any. */
  owesSums: boolean;
  /** What of the day has been planned. */
  planned: string[];
  /** What the deployment has learnt, by the names asked for. */
  learnt: Record<string, unknown>;
}

/**
 * @param asked.since the tick before; null: the very first, when no card is older than this instant's
 * @param asked.day today, where the deployment is
 * @param asked.calendar fingerprint of the calendar that counts
 * @param asked.bundledBy reminders that leave until then are told together
 * @param asked.unsummed since then nothing is summed
 * @param asked.formula of the sums this version makes
 * @param asked.states names of what the deployment has learnt
 */
export async function readTickFacts(
  tx: Tx,
  asked: {
    at: Instant;
    since: Instant | null;
    bundledBy: Instant;
    unsummed: Instant;
    formula: string;
    day: Day;
    calendar: string;
    states: readonly string[];
  },
): Promise<TickFacts> {
  const { at, day, calendar, states } = asked;
  const since = asked.since ?? at;
  const keys = new Map(states.map((name) => [learntKey(name), name]));
  const [row] = await readFacts(tx, {
    at: writeInstant(at),
    from: writeInstant(Math.min(since, at)),
    until: writeInstant(Math.max(since, at)),
    bundledBy: writeInstant(asked.bundledBy),
    unsummed: writeInstant(asked.unsummed),
    formula: asked.formula,
    day,
    calendar,
    keys: [...keys.keys()].join(','),
  });
  if (!row) throw new Error('no directory version: the database is not migrated');
  const learnt = Object.entries(row.learnt as Record<string, unknown>);
  const earliestOf = Object.keys(instants).map((name) => {
    const value = row[name as keyof Instants];
    return [name, value === null ? null : readInstant(value)];
  });
  return {
    ...(Object.fromEntries(earliestOf) as Instants),
    isCounted: row.isCounted === true,
    tookColor: row.tookColor === true,
    hasSeveral: row.hasSeveral === true,
    owesSums: row.owesSums === true,
    planned: row.planned as string[],
    learnt: Object.fromEntries(learnt.map(([key, value]) => [keys.get(key) ?? key, value])),
  };
}
