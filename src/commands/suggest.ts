/** What somebody is offered who was not understood: two or three buttons that fit who they are and what they said. */
import { listIssues } from '../db/issue-list.ts';
import { visibleScope } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Status } from '../domain/issue.ts';
import { fold } from '../language/phrase.ts';
import { areasShown } from '../views/place.ts';
import type { CommandContext } from './context.ts';

const OPEN: Status[] = ['unrouted', 'unsigned', 'working', 'paused', 'verifying'];

/** What people of this kind need first; each is a command. */
export function firstWordsFor(actor: Actor, isGroup: boolean): [string, string] {
  const roles = new Set(actor.grants.map(({ role }) => role));
  if (!actor.person.home) return ['报', '清单'];
  if (roles.has('leader') || roles.has('principal') || actor.leaderOf.length > 0)
    return ['红色的有几个', isGroup ? '清单' : '我的'];
  if (roles.has('office')) return ['我的', '清单'];
  if (actor.secretaryOf.length > 0) return ['报', '我的'];
  if (actor.contactOf.length > 0) return ['报', '清单'];
  if (actor.person.unitId !== null || actor.signsFor.length > 0) return ['我的', '报'];
  return ['报', '帮助'];
}

/** Function words between the words that carry a topic. */
const EMPTY =
  /那个|这个|那件|这件|的事情?|事情|问题|怎么样|怎样|怎么|如何|什么时候|什么|为什么|哪一步|哪里|哪儿|哪|办到|办得|办理|办|到底|现在|目前|最近|有没有|没有|是不是|能不能|可以|请问|一下|帮我|给我|看看|进展|情况|进度|已经|还|没|了|的|吗|呢|吧|啊|是|在|有|我|你|您|他|她|它|们|个|和|与|跟|都|也|就|不|[\s\p{P}\p{S}\d\uE000]/gu;

/** Words of the text that may be found in a title, most telling first. */
export function topicsOf(text: string): string[] {
  const parts = fold(text.slice(0, 60)).replace(EMPTY, ' ').split(' ');
  return [...new Set(parts.filter((part) => part.length >= 2 && part.length <= 10))].slice(0, 4);
}

/** 搜 with the words that open problems of this place hold; undefined when none does. */
export async function searchHit(context: CommandContext, text: string): Promise<string | undefined> {
  const topics = topicsOf(text);
  if (topics.length === 0) return undefined;
  const { tx, chat, actor, directory, now } = context;
  if (chat && chat.kind === 'unbound') return undefined;
  const here = chat?.kind === 'project' ? chat.projectIds : [];
  const within = areasShown({ chat, directory });
  const finds = async (search: string) => {
    const { issues } = await listIssues(tx, {
      filter: { search, statuses: OPEN, ...(chat?.kind === 'project' && { projectIds: here }) },
      scope: visibleScope(actor, directory, { chatProjectIds: here }),
      now,
      timeZone: directory.settings.timeZone,
      ...(within && { within }),
      page: 1,
      pageSize: 1,
    });
    return issues.length > 0;
  };
  const all = topics.join(' ');
  if (await finds(all)) return `搜 ${all}`;
  if (topics.length > 1) for (const topic of topics) if (await finds(topic)) return `搜 ${topic}`;
  return undefined;
}
