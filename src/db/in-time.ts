/** What counts for 按时率, and what of it was done in time. */
import { sql } from 'drizzle-orm';
import { LONG_TERM_DAY } from '../domain/time.ts';
import { issue } from './schema.ts';

/**
 * No appeal granted (force majeure included), never 挂账, not 长期; of what was imported only what is reminded of, or was
 * struck off on a known day with a known deadline: only these count for rates.
 */
// The index issue_uncounted says the same, word by word: no parameters.
export const COUNTS = sql`(${issue.facts} -> 'appeal' ->> 'decision' is distinct from 'exempt'
  and coalesce(jsonb_array_length(${issue.facts} -> 'pauses'), 0) = 0
  and ${issue.deadlineDay} < ${sql.raw(`date '${LONG_TERM_DAY}'`)}
  and coalesce(${issue.facts} -> 'imported' -> 'unrated' is null and ${issue.facts} -> 'imported' -> 'sleeping' is null, true))`;
/** Reported done by the deadline that held in the end; verifying takes its own time. */
export const IN_TIME = sql`coalesce(${issue.doneAt}, ${issue.closedAt}) <= ${issue.deadlineAt}`;
