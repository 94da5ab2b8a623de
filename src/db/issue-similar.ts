/** Issues that speak of the same thing, by the words they share; a rare word counts more than a common one. */
import { and, count, desc, gte, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { IssueScope } from '../domain/access.ts';
import type { Issue } from '../domain/issue.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { isProblem, scopeCondition } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { tsqueryOfAny } from './search.ts';
import { allOf } from './where.ts';

/** How rare a word is, is told by the newest issues: counting in all of them would cost more than the search. */
const SAMPLE = 1000;
/**
 * Only issues with one of the rarest words are compared, so that common words do not drag in half of the table: words
 * are added until together they stand in this many issues of the sample.
 */
const COMPARED = 20;
/** Words compared at most: so many that the sample does not know, and so many that it does. */
const UNKNOWN = 6;
const KNOWN = 24;
/** Least part of the (weighted) words both must share. */
const LEAST = 0.15;

export interface Similarity {
  matches: SQL;
  /** 0–1: weighted part of the words that are shared. */
  rank: SQL<number>;
}

async function tokensOf(tx: Tx, issueId: number): Promise<string[]> {
  const rows = await tx
    .select({ token: sql<string>`lexeme` })
    .from(sql`${issue}, unnest(${issue.search})`)
    .where(sql`${issue.id} = ${issueId}::int`);
  return rows.map((row) => row.token);
}

interface Weighed {
  token: string;
  /** Issues of the sample that hold it. */
  times: number;
  weight: number;
}

/** The rarest first. Single characters say too little. `own`: the issue they come from, which would count as a find. */
async function weigh(tx: Tx, tokens: string[], own: number | undefined): Promise<Weighed[]> {
  const telling = tokens.filter((token) => [...token].length > 1);
  if (telling.length === 0) return [];
  const newest = tx
    .select({ search: issue.search })
    .from(issue)
    .where(own === undefined ? undefined : ne(issue.id, own))
    .orderBy(desc(issue.id))
    .limit(SAMPLE)
    .as('newest');
  const [sample] = await tx.select({ size: count() }).from(newest);
  const rows = await tx
    .select({ token: sql<string>`lexeme`, times: count() })
    .from(sql`${newest}, unnest(${newest.search})`)
    .where(inArray(sql`lexeme`, telling))
    .groupBy(sql`lexeme`);
  const found = new Map(rows.map((row) => [row.token, row.times]));
  const size = sample?.size ?? 0;
  return telling
    .map((token) => {
      const times = found.get(token) ?? 0;
      return { token, times, weight: Math.log((size + 1) / (times + 0.5)) };
    })
    .sort((a, b) => a.times - b.times || (a.token < b.token ? -1 : 1));
}

function chooseSeeds(weighed: Weighed[]): string[] {
  let sum = 0;
  const seeds = weighed.filter(({ times }) => {
    sum += times;
    return sum <= COMPARED;
  });
  return (seeds.length > 0 ? seeds : weighed.slice(0, 1)).map(({ token }) => token);
}

/** Conditions for what is similar to an issue, or to tokens; undefined when there is nothing to compare. */
export async function similarity(tx: Tx, to: number | string[]): Promise<Similarity | undefined> {
  const own = typeof to === 'number' ? to : undefined;
  const weighed = await weigh(tx, typeof to === 'number' ? await tokensOf(tx, to) : to, own);
  const compared = [
    ...weighed.filter(({ times }) => times === 0).slice(0, UNKNOWN),
    ...weighed.filter(({ times }) => times > 0).slice(0, KNOWN),
  ];
  if (compared.length === 0) return undefined;
  const whole = compared.reduce((sum, { weight }) => sum + weight, 0);
  const shares = compared.map(
    ({ token, weight }) =>
      sql`case when ${issue.search} @@ ${tsqueryOfAny([token])}::tsquery then ${weight / whole}::float8 else 0 end`,
  );
  const rank = sql<number>`(${sql.join(shares, sql` + `)})`;
  const seeds = tsqueryOfAny(chooseSeeds(compared));
  return { matches: allOf(sql`${issue.search} @@ ${seeds}::tsquery`, gte(rank, LEAST)), rank };
}

/**
 * The most similar issues within a scope, the best first.
 * @param to an issue, which is left out of the result itself, or searchTokens of a text
 */
export async function similarIssues(
  tx: Tx,
  to: { issueId: number } | { tokens: string[] },
  scope: IssueScope,
  limit: number,
): Promise<{ issue: Issue; score: number }[]> {
  const alike = await similarity(tx, 'issueId' in to ? to.issueId : to.tokens);
  if (!alike) return [];
  const others = 'issueId' in to ? ne(issue.id, to.issueId) : undefined;
  const rows = await tx
    .select({ ...issueColumns, score: sql`${alike.rank}`.mapWith(Number).as('score') })
    .from(issue)
    .where(and(isProblem, alike.matches, others, scopeCondition(scope)))
    .orderBy(sql`score desc`, desc(issue.id))
    .limit(limit);
  return rows.map(({ score, ...row }) => ({ issue: issueOfRow(row), score }));
}
