/** 清单, 搜 and plain questions: what may be shown here, to this person. */
import type { Answer, IssueFilter } from '../domain/answer.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { checkPlace } from './log.ts';
import { resolvePerson } from './person.ts';

/** 清单 and 搜. */
export async function listIssuesFor(
  context: CommandContext,
  call: Call & { name: 'list' | 'search' },
): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  return call.name === 'list'
    ? listOf(context, call, { openId: call.personOpenId ?? null, name: call.personHeard ?? null })
    : {
        kind: 'list',
        title: `搜“${call.words.slice(0, 30)}”`,
        filter: narrowToChat(context, { search: call.words.slice(0, 100) }),
        page: 1,
      };
}

/** Plain words (红色的有几个): figures first, then the list. A question about one project shows the project. */
export async function answerQuestion(context: CommandContext, call: Call & { name: 'ask' }): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  if (call.projectId !== undefined) return { kind: 'project', projectId: call.projectId };
  return listOf(context, call, { openId: call.personOpenId ?? null, name: null });
}

/** The list of a filter, of one person's when somebody was named. */
async function listOf(
  context: CommandContext,
  call: { title: string; filter: IssueFilter },
  heard: { openId: string | null; name: string | null },
): Promise<Answer> {
  const person = await resolvePerson(context, heard);
  if (typeof person === 'string') {
    return { kind: 'refusal', refusal: { code: 'person-unknown', params: { name: heard.name ?? '' } } };
  }
  const filter = person ? { ...call.filter, personId: person.id } : call.filter;
  // “没有红色的” must not sound like none anywhere.
  const here = context.chat?.kind === 'project' && filter.projectIds === undefined;
  const title = here && !call.title.startsWith('本群') ? `本群${call.title}` : call.title;
  return { kind: 'list', title, filter: narrowToChat(context, filter), page: 1 };
}

/**
 * Everybody in a group reads the answer, so in a project's group only its projects are shown, whatever the
 * asker may see elsewhere. Written into the filter, as buttons of the list carry it on.
 */
export function narrowToChat(context: CommandContext, filter: IssueFilter): IssueFilter {
  if (context.chat?.kind !== 'project') return filter;
  const here = context.chat.projectIds;
  const wanted = filter.projectIds?.filter((id) => here.includes(id));
  return { ...filter, projectIds: wanted && wanted.length > 0 ? wanted : here };
}
