/** 兴发消防的事怎么样了: a kind of problems that links bear the name of as well; both are told. */
import { linksBesideText, linkText, NOT_SET } from '../cards/words-links-asked.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { findLinks } from '../domain/plan/find-link.ts';
import { dayText } from '../text/moments.ts';
import { orderedAsked } from '../views/projects-asked.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

const THE_MATTER = /的事(?:情|儿)?(?!项)|方面|这块|那块|^(?!.*问题).*[卡堵]/u;

/** What is told of the links of one project, before its problems of that kind; undefined: they are not meant. */
export async function linksBeside(context: CommandContext, filter: IssueFilter): Promise<string | undefined> {
  const { projectIds = [], categoryIds = [], ...more } = filter;
  const [only, second] = projectIds;
  const [kind, other] = categoryIds;
  const one = only !== undefined && second === undefined && kind !== undefined && other === undefined;
  const narrower = Object.keys(more).some((key) => key !== 'statuses');
  if (!one || narrower || !THE_MATTER.test(context.said ?? '')) return undefined;
  const said = context.directory.category(kind)?.name ?? '';
  const [facts] = await orderedAsked(
    context.tx,
    { measure: 'projects', filter: { projectIds: [only] }, projects: { links: {} } },
    viewerOf(context),
  );
  const ctx = { directory: context.directory, now: context.now, people: new Map(), demo: false };
  const told = findLinks(said, facts?.links ?? []).map((link) => linkText(link, (day) => dayText(day, ctx)));
  if (told.length > 0) return linksBesideText(said, told);
  return facts && (facts.links ?? []).length === 0 ? linksBesideText(said, [NOT_SET]) : undefined;
}
