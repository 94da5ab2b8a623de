/** What is asked in reply to an answer of ours is asked as if that answer had just been given. */
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { rememberIssue } from './follow-memory.ts';
import { goOnFrom } from './left.ts';
import { matchSaid } from './match-said.ts';

export interface Next {
  context: CommandContext;
  match: Match;
}

/** Whatever else a reply to a card says is done with its problem. */
const ASKED: readonly string[] = [
  'show',
  'ask',
  'countdown',
  'weather',
  'link-state',
  'link-map',
  'projects',
];

const asks = (match: Match): boolean =>
  match.kind === 'call' ? ASKED.includes(match.call.name) : match.kind === 'unknown' && !match.doubt;

/** How it reads without the reply; as it is where it is none, or one to somebody else's words. */
export async function asIfNext(context: CommandContext, match: Match, text: string): Promise<Next> {
  const { cardIssueId, parentId } = context;
  if (parentId === undefined || !asks(match)) return { context, match };
  const alone = { ...context, parentId: undefined, cardIssueId: undefined };
  if (cardIssueId !== undefined) {
    await rememberIssue(context, cardIssueId);
    return { context: alone, match: matchSaid(context, text) };
  }
  const goesOn = await goOnFrom(context, parentId);
  return goesOn ? { context: alone, match: matchSaid(context, text) } : { context, match };
}
