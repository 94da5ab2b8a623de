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
/** Tokens are looked up, the rarest first, until together they stand in this many of the sample. */
const LOOKED_UP = 40;
/** And so many the sample does not know. */
const UNKNOWN = 12;
const MOST = 200;

/** Rarity of the tokens among what may be seen. */
async function rarityOf(tx: Tx, query: IssueQuery, tokens: readonly string[]): Promise<Rarity> {
  const { where } = await conditionOf(tx, query);
  const newest = tx
    .select({ search: issue.search })
    .from(issue)
    .where(where)
    .orderBy(desc(issue.id))
    .limit(SAMPLE)
    .as('newest');
  const rows = await tx
    .select({ token: sql<string>`lexeme`, times: count() })
    .from(sql`${newest}, unnest(${newest.search})`)
    .where(inArray(sql`lexeme`, [...tokens]))
    .groupBy(sql`lexeme`);
  const [sample] = await tx.select({ size: count() }).from(newest);
  return { size: sample?.size ?? 0, times: new Map(rows.map(({ token, times }) => [token, times])) };
}

function seedsOf(tokens: readonly string[], { times }: Rarity): string[] {
  const known = tokens
    .flatMap((token) => ({ token, times: times.get(token) ?? 0 }))
    .filter((one) => one.times > 0)
    .toSorted((a, b) => a.times - b.times);
  const unknown = tokens.filter((token) => !times.has(token)).slice(0, UNKNOWN);
  let sum = 0;
  const rare = known.filter((one, i) => {
    sum += one.times;
    return i === 0 || sum <= LOOKED_UP;
  });
  return [...rare.map(({ token }) => token), ...unknown];
}

/**
 * Open ones and those closed since a moment that hold one of the rarest tokens, open ones first, at most 200.
 * @param query where and for whom; its filter says nothing of the state
 */
export async function sharingWords(
  tx: Tx,
  query: IssueQuery,
  tokens: readonly string[],
  closedSince: Instant,
): Promise<{ issues: Issue[]; rarity: Rarity }> {
  const rarity = await rarityOf(tx, query, tokens);
  const seeds = tsqueryOfAny(seedsOf(tokens, rarity));
  if (seeds === '') return { issues: [], rarity };
  const { where } = await conditionOf(tx, query);
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(
      and(
        sql`${issue.search} @@ ${seeds}::tsquery`,
        sql`${issue.status} <> 'void'`,
        or(isOpen, gte(issue.closedAt, timestamp(closedSince))),
        where,
      ),
    )
    .orderBy(sql`${isOpen} desc`, desc(issue.id))
    .limit(MOST);
  return { issues: rows.map(issueOfRow), rarity };
}
