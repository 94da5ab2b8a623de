/** 红灯的有几件,都是哪些单位的: a few are told one by one, for each row has its unit and project. */
import { countOfList } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

const NUMBER_FIRST =
  /(?:几|多少)[件个条桩]?[^几多哪]{0,6}(?:哪些|哪几[个家]|哪一?[个家])(?:单位|局|部门|项目|企业)?(?:的|办的)?[\s\p{P}]*$/u;
/** Of one page. */
const FEW = 5;

export async function fewListed(
  context: CommandContext,
  { by, most, having, told, top, standing }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<boolean> {
  const plain = (by === 'unit' || by === 'project') && !most && !having && !told && !top;
  if (!plain || standing !== undefined || !NUMBER_FIRST.test(context.said ?? '')) return false;
  const narrowed = narrow(filter, viewerOf(context));
  const { total } = narrowed ? await countOfList(context.tx, narrowed.query) : { total: 0 };
  return total > 0 && total <= FEW;
}
