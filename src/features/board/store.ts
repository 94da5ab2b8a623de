/** Links to the pages, and what the board reads beside links and plans: figures of many projects at once. */

import { and, count, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import { forecast, projectLink, boardLink as table } from '../../db/schema-plans.ts';
import { inIds } from '../../db/where.ts';
import type { NodeName } from '../../domain/plan/network.ts';
import type { LinkWeather } from '../../domain/plan/weather.ts';
import type { Instant } from '../../domain/time.ts';
import type { Shift } from './rules.ts';

export interface BoardLink {
  id: string;
  personId: number;
  /** null: all projects the person may see. */
  projectId: number | null;
  madeAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
  /** Of the browser it was first opened in (`browserOf`); null: not opened yet. */
  browser: string | null;
}

/** What is over for so long is of no use to anybody. */
const KEPT_MS = 7 * 86_400_000;

export async function insertBoardLink(tx: Tx, link: Omit<BoardLink, 'revokedAt' | 'browser'>): Promise<void> {
  await tx.delete(table).where(lt(table.expiresAt, link.madeAt - KEPT_MS));
  await tx.insert(table).values(link);
}

export async function loadBoardLink(tx: Tx, id: string): Promise<BoardLink | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id));
  return row;
}

/** Gives a link to a browser, if no other has it. @returns whose it is now */
export async function claimBoardLink(tx: Tx, id: string, browser: string): Promise<string | null> {
  await tx
    .update(table)
    .set({ browser })
    .where(and(eq(table.id, id), isNull(table.browser)));
  return (await loadBoardLink(tx, id))?.browser ?? null;
}

/** Ends all links of a person at once. @returns how many were still good */
export async function revokeBoardLinks(tx: Tx, personId: number, now: Instant): Promise<number> {
  const ended = await tx
    .update(table)
    .set({ revokedAt: now })
    .where(and(eq(table.personId, personId), isNull(table.revokedAt), gt(table.expiresAt, now)))
    .returning({ id: table.id });
  return ended.length;
}

export interface LinkCounts {
  concerned: number;
  done: number;
}

/** Links of many projects in one query; projects without any are left out. */
export async function countLinks(tx: Tx, projectIds: readonly number[]): Promise<Map<number, LinkCounts>> {
  if (projectIds.length === 0) return new Map();
  const over = or(sql`${projectLink.finishedOn} is not null`, sql`${issue.status} = 'closed'`);
  const rows = await tx
    .select({
      projectId: projectLink.projectId,
      concerned: count(),
      done: sql`count(*) filter (where ${over})`.mapWith(Number),
    })
    .from(projectLink)
    .leftJoin(issue, eq(issue.id, projectLink.issueId))
    .where(and(inIds(projectLink.projectId, projectIds), isNull(projectLink.unconcerned)))
    .groupBy(projectLink.projectId);
  return new Map(rows.map(({ projectId, ...counts }) => [projectId, counts]));
}

/** What the morning's forecasts say, of many projects in one query, without the rest of them. */
export async function shiftsOf(tx: Tx, projectIds: readonly number[]): Promise<Map<number, Shift>> {
  if (projectIds.length === 0) return new Map();
  const days = (node: NodeName) =>
    sql<number | null>`(${forecast.payload} -> 'shift' ->> ${node})::int`.mapWith({
      mapFromDriverValue: (value: unknown) => (value === null ? null : Number(value)),
    });
  const bad = alias(projectLink, 'bad');
  const rows = await tx
    .select({
      projectId: forecast.projectId,
      worst: sql<LinkWeather | null>`${forecast.payload} -> 'worst'`,
      badNo: bad.no,
      badName: sql<string | null>`${bad.definition} ->> 'name'`,
      start: days('start'),
      production: days('production'),
      no: projectLink.no,
      name: sql<string | null>`${projectLink.definition} ->> 'name'`,
    })
    .from(forecast)
    .leftJoin(
      projectLink,
      and(
        eq(projectLink.projectId, forecast.projectId),
        sql`${projectLink.code} = ${forecast.payload} ->> 'because'`,
      ),
    )
    .leftJoin(
      bad,
      and(
        eq(bad.projectId, forecast.projectId),
        sql`${bad.code} = ${forecast.payload} -> 'worst' ->> 'code'`,
      ),
    )
    .where(inIds(forecast.projectId, projectIds));
  return new Map(
    rows.map(({ projectId, start, production, no, name, worst, badNo, badName }) => [
      projectId,
      {
        start,
        production,
        cause: no === null || name === null ? null : { no, name },
        worst: worst && {
          link: badNo === null || badName === null ? null : { no: badNo, name: badName },
          weather: worst,
        },
      },
    ]),
  );
}
