/** What is asked in reply to an answer of ours is asked as if that answer had just been given. */
import { loadActor } from '../db/person.ts';
import type { Person } from '../domain/model.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import type { Topic } from '../language/topic.ts';
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { hasNoRows, rememberIssue } from './follow-memory.ts';
import { rowsOf } from './follow-rows.ts';
import { presentIn } from './identify.ts';
import { leftBy, remember } from './left.ts';
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
  const left = await leftBy(context, parentId);
  if (!left) return { context, match };
  const last = await asSeen(context, left);
  if (!last) return { context, match };
  await remember(context, last);
  return { context: alone, match: matchSaid(context, text) };
}

/** 我登记的 is of whoever said it. */
const OWN: readonly string[] = ['me', 'our-unit'];

/**
 * What an answer left, for whoever replies: of another's own it is that person's, and its rows are those the card has.
 * undefined: of whom it is cannot be said. Shows nothing: what goes on has the rights of who asks.
 */
async function asSeen(
  context: CommandContext,
  { last, personId }: NonNullable<Awaited<ReturnType<typeof leftBy>>>,
): Promise<LastAnswer | undefined> {
  if (personId === context.actor.person.id) return last;
  const asker = typeof personId === 'number' ? await loadActor(context.tx, { id: personId }) : undefined;
  if (!asker || last.topic.tags.some(([tag]) => tag === 'mine')) return undefined;
  const before = { ...last, topic: ofAnother(last.topic, asker.person), at: context.now };
  if (hasNoRows(before)) return before;
  const shown = await rowsOf({ ...context, actor: presentIn(context.chat, asker) }, before);
  return { ...before, ...(shown && { rows: shown }) };
}

function ofAnother(topic: Topic, { name, unitId }: Person): Topic {
  const has = (own: string) => topic.tags.some(([tag]) => tag === own);
  const unitIds = has('our-unit') && unitId !== null ? [...topic.unitIds, unitId] : topic.unitIds;
  const tags = topic.tags.filter(([tag]) => !OWN.includes(tag));
  return { ...topic, ...(has('me') && { someone: name }), unitIds, tags };
}
