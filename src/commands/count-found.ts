/** How many a filter finds for who asks, for a sentence that tells a number and shows no list. */
import { filterTitle } from '../cards/filter-title.ts';
import { countOfList } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { viewContext } from '../views/context.ts';
import { narrow, peopleIn } from '../views/issue-list.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** A number of problems; undefined: nothing of what the filter is about may be seen here. */
export async function countFound(context: CommandContext, filter: IssueFilter): Promise<number | undefined> {
  const narrowed = narrow(filter, viewerOf(context));
  return narrowed && (await countOfList(context.tx, narrowed.query)).total;
}

/** What they are called, to who asks; undefined: nothing of them may be seen here. */
export async function titleFound(context: CommandContext, filter: IssueFilter): Promise<string | undefined> {
  const viewer = viewerOf(context);
  const place = narrow(filter, viewer)?.place;
  return (
    place &&
    filterTitle(filter, place, await viewContext(context.tx, viewer, { personIds: peopleIn(filter) }))
  );
}
