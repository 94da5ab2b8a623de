/** What is asked in reply to an answer of ours is asked as if that answer had just been given. */

import { cardInsteadText } from '../cards/words-follow-up.ts';
import { loadActor } from '../db/person.ts';
import { todayOf } from '../domain/directory.ts';
import type { Person } from '../domain/model.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { periodAt } from '../language/lexicon/periods.ts';
import { findProjects, findUnits } from '../language/names.ts';
import { readPhrase, trim, without } from '../language/phrase.ts';
import type { Topic } from '../language/topic.ts';
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { hasNoRows, rememberIssue } from './follow-memory.ts';
import { rowsOf } from './follow-rows.ts';
import { presentIn } from './identify.ts';
import type { Answers } from './in-parts.ts';
import { leftBy, remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';

export interface Next {
  context: CommandContext;
  match: Match;
  /** What is asked of a card, without whose and when is said with it. */
  text?: string;
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

/** 催一下, without a number. */
const urges = (match: Match): boolean =>
  match.kind === 'call' && match.call.name === 'urge' && match.call.issueId === undefined;

/** How it reads without the reply; as it is where it is none, or one to somebody else's words. */
export async function asIfNext(context: CommandContext, match: Match, text: string): Promise<Next> {
  const { cardIssueId, parentId } = context;
  const urged = cardIssueId === undefined && urges(match);
  if (parentId === undefined || !(asks(match) || urged)) return { context, match };
  const alone = { ...context, parentId: undefined, cardIssueId: undefined };
  if (cardIssueId !== undefined) {
    await rememberIssue(context, cardIssueId);
    const said = await ofTheCard(context, cardIssueId, text);
    return { context: alone, match: matchSaid(context, said), text: said };
  }
  const left = await leftBy(context, parentId);
  if (!left) return { context, match };
  const last = await asSeen(context, left);
  if (!last) return { context, match };
  await remember(context, last);
  return { context: alone, match: matchSaid(context, text) };
}

const NODES = /开工|动工|投产|竣工/;
const THAT_TIME = /^(?:[上这]次)?(?:里|内)?/u;

/** 昨天催了吗, 资规局退过吗, 什么时候能开工: of that problem or its project, whatever day or unit is said with it. */
async function ofTheCard(context: CommandContext, issueId: number, text: string): Promise<string> {
  const issue = await visibleIssue(context, issueId);
  if (!issue) return text;
  const phrase = trim(readPhrase(text));
  const spans = findUnits(phrase, context.directory).map(({ span }) => span);
  const said = without(phrase, spans).text.trim();
  const dated = periodAt(readPhrase(said).folded, 0, todayOf(context))?.length ?? 0;
  const rest = said.slice(dated).replace(THAT_TIME, '').trim();
  if (rest !== text.trim() && oneAskedIn(readPhrase(rest).folded)?.one === 'fact') return rest;
  const project = issue.projectId === null ? undefined : context.directory.project(issue.projectId);
  const ofProject = NODES.test(phrase.folded) && findProjects(phrase, context.directory).length === 0;
  return project && ofProject ? `${project.name}${text}` : text;
}

/** A question that is not understood, in reply to a card: the card, and that it is not. */
export function cardInstead(
  next: Next | undefined,
  { match, text }: { match: Match; text: string },
  answers: Answers,
): Answers {
  const [only, second] = answers;
  const unheard = next?.match.kind === 'unknown' && match.kind === 'call' && match.call.name === 'show';
  if (!unheard || second !== undefined || only?.kind !== 'issue' || only.lead !== undefined) return answers;
  return [{ ...only, lead: cardInsteadText(text.trim()) }];
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
