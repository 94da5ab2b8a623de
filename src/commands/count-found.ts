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

/** The same as a sentence: how many there are of what they are called. */
export async function tellFound(
  context: CommandContext,
  filter: IssueFilter,
  tell: (title: string, count: number) => string,
): Promise<string | undefined> {
  const viewer = viewerOf(context);
  const count = await countFound(context, filter);
  const place = narrow(filter, viewer)?.place;
  if (count === undefined || !place) return undefined;
  return tell(
    filterTitle(filter, place, await viewContext(context.tx, viewer, { personIds: peopleIn(filter) })),
    count,
  );
}
