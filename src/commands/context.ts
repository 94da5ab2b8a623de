/** What a handler works with: one open transaction, one instant, one person. */
import { actualStarts } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Chat } from '../domain/model.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Attachment, Mention } from '../feishu/incoming.ts';
import type { ReadContext } from '../language/definition.ts';
import { SINCE_START } from '../language/lexicon/when.ts';

export interface CommandContext {
  deps: Deps;
  tx: Tx;
  now: Instant;
  directory: Directory;
  actor: Actor;
  /** Where it was said or clicked. */
  chatId: string;
  chatType: 'p2p' | 'group';
  /** The group's record; undefined in a private chat. */
  chat: Chat | undefined;
  /** The message that spoke, or the card that was clicked. */
  messageId: string;
  mentions: Mention[];
  /** Its words, without who is mentioned; undefined of a click. */
  said?: string;
  attachments: Attachment[];
  /** Message this one replies to. */
  parentId: string | undefined;
  /** Issue whose card it replies to or was clicked on. */
  cardIssueId: number | undefined;
  /** As of the reader's; undefined: nothing that was said needs it. */
  startedOn?: ReadonlyMap<number, Day>;
  /** Names of people that stand in what was said; undefined: nothing was looked up. */
  people?: readonly string[];
  via: 'message' | 'click';
}

/** What the reader of words may look at, of this context. */
export function readContextOf(context: CommandContext): ReadContext {
  const { directory, now, chat, chatType, actor, startedOn, people } = context;
  return {
    directory,
    now,
    chat: {
      kind: chatType,
      projectIds: chat?.projectIds ?? [],
      defaultProjectId: chat?.defaultProjectId ?? null,
    },
    actor,
    ...(startedOn && { startedOn }),
    ...(people && { people }),
  };
}

/** The one project this group is for. undefined: in private, none or several. */
export function projectHere({ chat }: CommandContext): number | undefined {
  const [only, second] = chat?.kind === 'project' ? chat.projectIds : [];
  return second === undefined ? only : undefined;
}

/** 开工以来, 投产以来: counted from a day that is recorded, which reading cannot look up by itself. */
export async function loadStarts(context: CommandContext, text: string): Promise<void> {
  if (context.startedOn || !SINCE_START.test(text)) return;
  context.startedOn = await actualStarts(
    context.tx,
    context.directory.liveProjects.map(({ id }) => id),
  );
}
