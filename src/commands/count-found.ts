/** How many a filter finds for who asks, for a sentence that tells a number and shows no list. */
import { countOfList } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { narrow } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** A number of problems; undefined: nothing of what the filter is about may be seen here. */
export async function countFound(context: CommandContext, filter: IssueFilter): Promise<number | undefined> {
  const narrowed = narrow(filter, viewerOf(context));
  return narrowed && (await countOfList(context.tx, narrowed.query)).total;
}
