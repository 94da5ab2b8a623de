/** 都催一下: what the answer before was of, where it was of problems and of one set of them. */
import { URGE_WHICH_SET } from '../cards/words-figures.ts';
import { URGE_NONE } from '../cards/words-orders.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { pageSizeOf } from './follow-rows.ts';
import { offerUrge } from './urge-several.ts';

/** What was shown or answered last; undefined: projects, whose filter is only their place, or several sets of problems. */
export function meantBy(last: Remembered | undefined): IssueFilter | undefined {
  if (last?.issueId !== undefined) return { ids: [last.issueId] };
  // All of another's list, where it has no second page.
  if (last?.rows && last.page === 1 && last.rows.length < pageSizeOf(last)) return { ids: last.rows };
  const projectIds = last?.filter.projectIds ?? last?.topic.projectIds ?? [];
  const theirs = projectIds.length > 0 && { projectIds };
  return last && !last.projects && !last.parts ? { ...last.filter, ...theirs } : undefined;
}

/** What is to be urged is asked, with what mostly is. */
export function whichToUrge(text: string): Answer {
  return { kind: 'suggest', text, commands: ['逾期的有哪些', '待签收的有哪些'] };
}

/** Offers to urge it; which is meant is asked back, and that there is none is said. */
export async function urgeMeant(context: CommandContext, last: Remembered): Promise<Answer> {
  const meant = meantBy(last);
  if (!meant) return whichToUrge(URGE_WHICH_SET);
  const { issueId, topic } = last;
  const offered = await offerUrge(context, meant, issueId === undefined ? topic : undefined);
  return offered ?? { kind: 'text', tone: 'warning', text: URGE_NONE };
}
