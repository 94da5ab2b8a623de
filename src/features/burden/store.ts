/** What was sent in a month, counted in the outbox; sums of months that are over. */
import { and, count, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { timestamp } from '../../db/column.ts';
import type { Tx } from '../../db/open.ts';
import { burdenMonth, history, issueCard, outbox, person } from '../../db/schema.ts';
import type { BurdenSums } from '../../domain/burden.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { ASKED_KINDS, type Got, PAPER_KINDS, type Stretch } from './rules.ts';

/** Really gone out, as a message. */
function wasSent({ from, until }: Stretch): SQL {
  const all = and(
    eq(outbox.state, 'sent'),
    isNotNull(outbox.messageId),
    gte(outbox.finishedAt, from),
    lt(outbox.finishedAt, until),
  );
  return all ?? sql`false`;
}

/** Somebody asked for it; the office's post carries who did (personId beside the area). */
const wasAsked = sql`(${outbox.kind} in (${sql.join(
  ASKED_KINDS.map((kind) => sql`${kind}`),
  sql`, `,
)}) or (${outbox.payload} ? 'personId' and ${outbox.payload} ? 'areaId'))`;

const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);

/** By target: 'person:ou_…' or 'chat:oc_…'. */
export function countByTarget(tx: Tx, of: Stretch): Promise<Got[]> {
  return tx
    .select({
      target: outbox.target,
      messages: number(sql`not ${wasAsked}`),
      answers: number(wasAsked),
    })
    .from(outbox)
    .where(wasSent(of))
    .groupBy(outbox.target);
}

/** Live cards of problems by target, beside those that are a reminder themselves; of one posted anew its last posting. */
export function countCards(
  tx: Tx,
  { from, until }: Stretch,
): Promise<{ place: 'chat' | 'person'; target: string; cards: number }[]> {
  return tx
    .select({ place: issueCard.place, target: issueCard.target, cards: count() })
    .from(issueCard)
    .where(
      and(
        gte(issueCard.postedAt, from),
        lt(issueCard.postedAt, until),
        sql`not exists (select 1 from ${outbox} where ${outbox.messageId} = ${issueCard.messageId})`,
      ),
    )
    .groupBy(issueCard.place, issueCard.target);
}

/** Messages outside the given hours, by kind and target. */
export function countQuiet(
  tx: Tx,
  of: Stretch,
  hours: readonly Stretch[],
): Promise<{ kind: string; target: string; asked: boolean; count: number }[]> {
  const inside = hours.map(
    ({ from, until }) =>
      sql`(${outbox.finishedAt} >= ${timestamp(from)} and ${outbox.finishedAt} < ${timestamp(until)})`,
  );
  const outside = inside.length === 0 ? undefined : sql`not (${sql.join(inside, sql` or `)})`;
  const asked = sql<boolean>`${wasAsked}`;
  return tx
    .select({ kind: outbox.kind, target: outbox.target, asked: asked.as('asked'), count: count() })
    .from(outbox)
    .where(and(wasSent(of), outside))
    .groupBy(outbox.kind, outbox.target, sql`asked`);
}

/** Sent papers with what tells whose they are. */
export function listPapers(
  tx: Tx,
  of: Stretch,
): Promise<{ kind: string; target: string; payload: Record<string, unknown> }[]> {
  return tx
    .select({ kind: outbox.kind, target: outbox.target, payload: outbox.payload })
    .from(outbox)
    .where(and(wasSent(of), inArray(outbox.kind, [...PAPER_KINDS])));
}

/**
 * Private reminders about problems, by receiver: how many had their time to act by `now`, on how many the receiver did
 * anything to one of their problems in it, and how many still have time.
 * @param limits the days of the month, each with the instant until which there is time
 */
export async function countActed(
  tx: Tx,
  of: Stretch,
  limits: readonly (Stretch & { limit: Instant })[],
  now: Instant,
): Promise<{ target: string; asked: number; acted: number; pending: number }[]> {
  if (limits.length === 0) return [];
  const days = limits.map(
    ({ from, until, limit }) => sql`(${timestamp(from)}, ${timestamp(until)}, ${timestamp(limit)})`,
  );
  const named = sql`case when ${outbox.kind} = 'notice' then jsonb_build_array(${outbox.issueId})
    else jsonb_path_query_array(${outbox.payload}, '$.notices[*].issueId') end`;
  const acted = sql`exists (select 1 from ${history} join ${person} on ${person.id} = ${history.actorId}
    where 'person:' || ${person.openId} = ${outbox.target} and ${history.at} >= ${outbox.finishedAt}
    and ${history.at} < limits.limit_at
    and ${history.issueId} in (select value::int from jsonb_array_elements_text(${named})))`;
  const over = sql`limits.limit_at <= ${timestamp(now)}`;
  return tx
    .select({
      target: outbox.target,
      asked: number(over),
      acted: number(sql`${over} and ${acted}`),
      pending: number(sql`not (${over})`),
    })
    .from(outbox)
    .innerJoin(
      sql`(values ${sql.join(days, sql`, `)}) as limits (from_at, until_at, limit_at)`,
      sql`${outbox.finishedAt} >= limits.from_at and ${outbox.finishedAt} < limits.until_at`,
    )
    .where(
      and(
        wasSent(of),
        inArray(outbox.kind, ['notice', 'reminders', 'person-digest']),
        sql`jsonb_array_length(${named}) > 0`,
      ),
    )
    .groupBy(outbox.target);
}

export async function readBurden(tx: Tx, areaId: number, month: Day): Promise<BurdenSums | undefined> {
  const [row] = await tx
    .select({ payload: burdenMonth.payload })
    .from(burdenMonth)
    .where(and(eq(burdenMonth.areaId, areaId), eq(burdenMonth.month, month)));
  return row?.payload;
}

/** Written once; of two at once the first stays. */
export async function keepBurden(
  tx: Tx,
  kept: { areaId: number; month: Day; payload: BurdenSums },
  now: Instant,
): Promise<void> {
  await tx
    .insert(burdenMonth)
    .values({ ...kept, madeAt: now })
    .onConflictDoNothing();
}
