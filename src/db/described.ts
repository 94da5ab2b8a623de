/** Problems that share rare words with a description, and how rare its words are; bounded however many problems there are. */
import { and, count, desc, gte, inArray, or, sql } from 'drizzle-orm';
import type { Rarity } from '../domain/described.ts';
import type { Issue } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import { issueColumns } from './issue.ts';
import { conditionOf, type IssueQuery } from './issue-list.ts';
import { issueOfRow } from './issue-row.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { tsqueryOfAny } from './search.ts';

/** How rare a word is, is told by the newest problems that may be seen. */
const SAMPLE = 1000;
/** Of whoever sees little, so many are gone through for them. */
const WALKED = 10_000;
/** Tokens are looked up, the rarest first, until together they stand in this many of the sample. */
const LOOKED_UP = 40;
/** And so many the sample does not know. */
const UNKNOWN = 12;
/** In the sample of everything. */
const RARE = 5;
const MOST = 200;

/** The newest problems that may be seen. */
async function newestOf(tx: Tx, query: IssueQuery) {
  const { where } = await conditionOf(tx, query);
  return tx.$with('newest').as(
    tx
      .select({ search: issue.search })
      .from(issue)
      .where(
        and(where, sql`${issue.id} > (select max(${issue.id}) - ${sql.raw(String(WALKED))} from ${issue})`),
      )
      .orderBy(desc(issue.id))
      .limit(SAMPLE),
  );
}

/** Pairs of the newest problems that share their first or their last character with one of those that were said. */
export async function pairsLike(tx: Tx, query: IssueQuery, said: readonly string[]): Promise<string[]> {
  if (said.length === 0) return [];
  const newest = await newestOf(tx, query);
  const ends = (of: 'left' | 'right') => {
    const characters = [...new Set(said.map((pair) => pair.at(of === 'left' ? 0 : -1) ?? ''))];
    return inArray(of === 'left' ? sql`left(lexeme, 1)` : sql`right(lexeme, 1)`, characters);
  };
  const rows = await tx
    .with(newest)
    .selectDistinct({ pair: sql<string>`lexeme` })
    .from(sql`${newest}, unnest(${newest.search})`)
    .where(and(sql`length(lexeme) = 2`, or(ends('left'), ends('right'))));
  return rows.map(({ pair }) => pair);
}

/** Rarity of the tokens among what may be seen, in one statement. */
async function rarityOf(tx: Tx, query: IssueQuery, tokens: readonly string[]): Promise<Rarity> {
  const newest = await newestOf(tx, query);
  const rows = await tx
    .with(newest)
    .select({
      token: sql<string>`lexeme`,
      times: count(),
      size: sql<number>`(select count(*)::int from ${newest})`,
    })
    .from(sql`${newest}, unnest(${newest.search})`)
    .where(inArray(sql`lexeme`, [...tokens]))
    .groupBy(sql`lexeme`);
  return { size: rows[0]?.size ?? 0, times: new Map(rows.map(({ token, times }) => [token, times])) };
}

/** The rarest, until together they stand in so many of the sample. */
function rarest(tokens: readonly string[], { times }: Rarity): string[] {
  let sum = 0;
  return tokens
    .flatMap((token) => ({ token, times: times.get(token) ?? 0 }))
    .filter((one) => one.times > 0)
    .toSorted((a, b) => a.times - b.times)
    .filter((one, i) => {
      sum += one.times;
      return i === 0 || sum <= LOOKED_UP;
    })
    .map(({ token }) => token);
}

/** What the sample of one who sees little does not know may stand everywhere else: those words find nothing of theirs. */
async function seedsOf(
  tx: Tx,
  query: IssueQuery,
  tokens: readonly string[],
  rarity: Rarity,
): Promise<string[]> {
  const { within: _, ...all } = query;
  const strange = tokens.filter((token) => !rarity.times.has(token));
  const others =
    strange.length > 0 && rarity.size < SAMPLE
      ? await rarityOf(tx, { ...all, scope: { all: true } }, strange)
      : rarity;
  const unknown = strange.filter((token) => (others.times.get(token) ?? 0) <= RARE).slice(0, UNKNOWN);
  return [...rarest(tokens, rarity), ...unknown];
}

/**
 * Open ones and those closed since a moment that hold one of the rarest tokens, open ones first, at most 200.
 * @param query where and for whom; its filter says nothing of the state
 * @param projectIds open ones of these as well, whatever they hold
 */
export async function sharingWords(
  tx: Tx,
  query: IssueQuery,
  tokens: readonly string[],
  closedSince: Instant,
  projectIds: readonly number[] = [],
): Promise<{ issues: Issue[]; rarity: Rarity }> {
  const rarity = await rarityOf(tx, query, tokens);
  const seeds = tsqueryOfAny(await seedsOf(tx, query, tokens, rarity));
  if (seeds === '' && projectIds.length === 0) return { issues: [], rarity };
  const holds = seeds === '' ? undefined : sql`${issue.search} @@ ${seeds}::tsquery`;
  const theirs = projectIds.length === 0 ? undefined : and(isOpen, inArray(issue.projectId, [...projectIds]));
  const { where } = await conditionOf(tx, query);
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(
      and(
        or(holds, theirs),
        sql`${issue.status} <> 'void'`,
        or(isOpen, gte(issue.closedAt, timestamp(closedSince))),
        where,
      ),
    )
    .orderBy(sql`${isOpen} desc`, desc(issue.id))
    .limit(MOST);
  return { issues: rows.map(issueOfRow), rarity };
}
