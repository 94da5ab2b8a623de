/** A message somebody wrote: is it for the bot, what does it say, and what becomes of it. */
import { GOING_ON_BEFORE, OF_MINE } from '../cards/words-follow-up.ts';
import { MISSED } from '../cards/words-missed.ts';
import { findIssueByMessage } from '../db/card.ts';
import type { Tx } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import type { Instant } from '../domain/time.ts';
import type { IncomingMessage, Mention } from '../feishu/incoming.ts';
import { addressedFrom, stripBotMention } from '../feishu/text.ts';
import type { Holder } from '../language/appositions.ts';
import { namesIn, withWholeNames } from '../language/people-said.ts';
import { beginsLikeCommand, matchAddressed } from './addressed.ts';
import { afterNone, isOrderOfIt } from './after-none.ts';
import { askModel } from './ask-model.ts';
import { attachFiles } from './attach.ts';
import { backToOne } from './back-to-one.ts';
import { besideSides } from './beside-sides.ts';
import { type Call, isOver, type Match } from './call.ts';
import { type CommandContext, loadStarts, readContextOf } from './context.ts';
import { asksOfLink, describedInstead, describedRather } from './described.ts';
import { besideOrder } from './described-told.ts';
import { execute } from './dispatch.ts';
import { corrected } from './follow-corrected.ts';
import {
  forgetQuestion,
  fromBefore,
  lastOf,
  leaveNone,
  rememberCommand,
  rememberShown,
} from './follow-memory.ts';
import { ofTheProblemMeant } from './follow-one.ts';
import { keepList, missesOne } from './follow-rows.ts';
import { listEach } from './follow-turn.ts';
import { followUp } from './follow-up.ts';
import { withNamesHeard } from './heard-names.ts';
import { holdersOf } from './holders.ts';
import { openContext } from './identify.ts';
import { saidInItsWords } from './in-its-words.ts';
import { type Answers, inParts, isShown, withTheRest } from './in-parts.ts';
import { isNothing, leaveUnseen } from './leave-unseen.ts';
import { leftNow } from './left.ts';
import type { MatchInput } from './match.ts';
import { matchSaid, saidWithin } from './match-said.ts';
import { ofWhatWasTold } from './of-what-was-told.ts';
import { offerOrder, offerSureOrder } from './order.ts';
import { overviewOf } from './overview.ts';
import { type Beside, besidePeople } from './people-beside.ts';
import { asIfNext, cardInstead, type Next } from './replied.ts';
import { reply } from './reply.ts';
import { spokenBefore } from './spoken.ts';
import type { CommandTable } from './table.ts';
import { answerTalk } from './talk.ts';
import { telling } from './telling.ts';
import { withAllTold } from './told-beside.ts';
import { askedBack } from './unheard.ts';
import { unitOfPerson } from './unit-of-person.ts';
import { namesNobody } from './whose.ts';
import {
  type Bare,
  bareWays,
  hearsAside,
  isHeard,
  isShown as isShownWay,
  SHOWS,
  saying,
} from './without-asides.ts';

/**
 * Answers a message addressed to the bot; leaves all other talk alone.
 * @param saidAt of a message taken up later: its days are counted from then, and one that is over is asked for anew
 */
export async function receiveMessage(
  deps: Deps,
  tx: Tx,
  message: IncomingMessage,
  homeTenant: string,
  now: Instant,
  saidAt?: Instant,
): Promise<void> {
  const understood = await understand(deps, tx, message, homeTenant, now, saidAt);
  if (!understood) return;
  const { context, match, withFiles, addressed } = understood;
  if (withFiles) {
    await reply(context, await attachFiles(context));
    if (understood.text.trim() === '') return;
  }
  if (match.kind !== 'call' && !addressed) return;
  context.mentions = understood.mentions;
  context.said = understood.text;
  const next = addressed ? await asIfNext(context, understood.match, understood.text) : undefined;
  const goesOn = next && context.cardIssueId === undefined;
  const last = goesOn ? ((await lastOf(context)) ?? (await spokenBefore(context))) : undefined;
  const sides = next && saidAt === undefined ? await answerSides(context, match, understood) : undefined;
  const answers = sides ?? (await answersTo(understood, next, saidAt));
  const all = addressed && !sides ? await withAllTold(context, last, understood, answers) : answers;
  const [first = null, ...others] = all;
  const told =
    understood.told === undefined ? all : [...telling(context, first, [understood.told]), ...others];
  const leaves = await leftNow(context);
  for (const [i, answer] of told.entries())
    await reply(context, answer, i === told.length - 1 ? leaves : undefined);
}

/** Two or more set beside each other, or one told as a whole, every word with its part in it; undefined: none are. */
async function answerSides(
  context: CommandContext,
  match: Match,
  { text, mentions }: { text: string; mentions: readonly Mention[] },
): Promise<Answers | undefined> {
  const sides = mentions.length > 0 ? undefined : await besideSides(context, match, text);
  if (sides) return telling(context, await answerCall(context, sides.call), sides.told);
  const whole = mentions.length > 0 ? undefined : await overviewOf(context, match, text);
  if (!whole) return undefined;
  const answers: Answers = [];
  for (const call of whole.calls) answers.unshift(await answerCall(context, call));
  const [first = null, ...others] = answers;
  return [...telling(context, first, whole.told), ...others];
}

/** All that is answered, in its order. */
async function answersTo(
  understood: Understood,
  next: Next | undefined,
  saidAt: Instant | undefined,
): Promise<Answers> {
  const { context, match, text } = understood;
  // What was said in an outage is answered as a whole: its days are counted from then.
  const parts = next && saidAt === undefined;
  const cut = parts ? await inParts(next.context, next.match, text, answerPart) : undefined;
  if (cut?.answers) return cut.answers;
  context.said = text;
  const heard = next && (await answerHeard(understood, next));
  const rest = next?.text === undefined || next.text === text ? understood : { ...understood, ...next };
  if (!cut) return heard ?? cardInstead(next, understood, await answerRest(rest, saidAt));
  const read = match.kind === 'call' && match.call.name !== 'beyond' && isHeard(match);
  const whole = heard ?? (read ? await answerRest(understood, saidAt) : undefined);
  return withTheRest(
    context,
    whole ?? (await answerPart(context, cut.parts[0] ?? '')) ?? [],
    cut,
    answerPart,
  );
}

/** What goes on, orders or describes, or is understood without what is said beside it. */
async function answerHeard(understood: Heard, next: Next): Promise<Answers | undefined> {
  const { mentions } = understood;
  const { context, match, text = understood.text } = next;
  const lists = await listEach(context, match, text);
  if (lists) return lists;
  const answer = await onwards(context, match, { text, mentions });
  return answer === undefined ? answerBare(understood) : [answer];
}

/** A part of a message, as if it were all. Of commands only what shows something. */
async function answerPart(context: CommandContext, text: string, read?: Match): Promise<Answers | undefined> {
  context.said = text;
  delete context.people;
  const match = read ?? matchSaid(context, text);
  const said = { text, mentions: [], context: readContextOf(context) };
  const part = {
    ...waysOf(said, context.deps.features.table),
    context,
    match,
    addressed: true,
    withFiles: false,
    messageType: 'text',
  };
  const heard = (await answerSides(context, match, part)) ?? (await answerHeard(part, part));
  if (heard) return heard;
  if (match.kind === 'unknown') {
    const told = await answerTalk(context, match, part);
    return isShown(told) ? [told] : undefined;
  }
  const shows = match.kind === 'call' && SHOWS.includes(match.call.name) && isHeard(match);
  return shows ? answerRest(part, undefined) : undefined;
}

/** A command, a question of which nothing is beside it, and what is not understood; nothing where a model is asked. */
async function answerRest(understood: Understood, saidAt: Instant | undefined): Promise<Answers> {
  const { context, match, text, mentions, addressed, messageType } = understood;
  if (match.kind === 'misuse') return [{ kind: 'misuse', ...match.misuse }];
  if (match.kind === 'unknown') {
    const talked = await answerTalk(context, match, { text, mentions, messageType });
    const answer = talked.kind === 'suggest' && talked.unheard ? await askedBack(context, talked) : talked;
    return (await askModel(context, match, text, answer)) ? [] : [answer];
  }
  if (saidAt !== undefined && isOver(match.call, context.now))
    return [{ kind: 'text', tone: 'warning', text: MISSED.over }];
  const unread = addressed && match.call.name === 'ask' && match.call.unread !== undefined;
  const back = unread ? await backToOne(context, text) : undefined;
  const answer = back ? await askedBack(context, back) : await answerCall(context, match.call);
  if (answer && (await askModel(context, match, text, answer))) return [];
  return [answer];
}

/** One problem in other words than its own, where a question is not understood or finds nothing. */
async function describedFor(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | undefined> {
  if (match.kind !== 'call') return undefined;
  const { call } = match;
  const rather = asksOfLink(call) || (call.name === 'log' && call.unsure);
  const answer = rather
    ? await describedRather(context, call, said)
    : call.name === 'ask'
      ? await describedInstead(context, call, said, await lastOf(context))
      : undefined;
  return answer?.kind === 'suggest' && answer.unheard ? askedBack(context, answer) : answer;
}

/** What goes on from the last answer, is an order in plain words, or describes one problem. */
async function onwards(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  const right = await corrected(context, said);
  const first = right === undefined ? await afterNone(context, match, said) : right;
  if (first !== undefined) return first;
  const before = isOrderOfIt(said.text)
    ? await fromBefore(context, () => followedOrOrdered(context, match, said))
    : undefined;
  if (before) return saying(before, [GOING_ON_BEFORE]) ?? before;
  const next = await followedOrOrdered(context, match, said);
  const told =
    next === undefined ? await ofWhatWasTold(context, { match, text: said.text }, followWords) : next;
  if (told !== undefined && told !== next) return told;
  const other = next === undefined || (await missesOne(context, said.text, next));
  return other ? ((await describedFor(context, match, said)) ?? next) : next;
}

const followWords = (context: CommandContext, text: string) =>
  followedOrOrdered(context, matchSaid(context, text), { text, mentions: [] });

async function followedOrOrdered(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  const follow = (text: string) => followWords(context, text);
  const named = said.mentions.length > 0;
  const meant = named ? undefined : await saidInItsWords(context, said.text, follow);
  if (meant !== undefined) return meant;
  const one = named ? undefined : await ofTheProblemMeant(context, { match, text: said.text });
  if (one !== undefined) return one;
  const last = await lastOf(context);
  const sure = await offerSureOrder(context, match, said, last);
  const followed = sure ? undefined : await followUp(context, match, said);
  if (followed !== undefined) return followed;
  const offered = sure ?? (await offerOrder(context, match, said, await lastOf(context)));
  if (offered) await keepList(context, last);
  return offered && besideOrder(context, said.text, offered);
}

/** Understood without what is said beside it, which the answer tells; undefined: not even so. */
async function answerBare({
  context,
  match: whole,
  bare,
  beside,
  text: said,
}: Heard): Promise<Answers | undefined> {
  const works = await unitOfPerson(context, said);
  if (works) return [works];
  if (isHeard(whole) && !hearsAside(whole, bare([], true)) && !(await namesNobody(context, whole)))
    return undefined;
  const holders = await holdersOf(context);
  const people = await beside(context, holders);
  if (people) return telling(context, await answerCall(context, people.call), people.told);
  const known = namesIn(withWholeNames(said, holders).text, holders);
  if (known.length > 0) context.people = known;
  const ways = bare(holders);
  for (const { match, text, told } of ways) {
    const next = await onwards(context, match, { text, mentions: [] });
    if (next !== undefined) return telling(context, next, told);
  }
  const way = ways.find(isShownWay);
  if (way?.match.kind !== 'call') return undefined;
  return telling(context, await answerCall(context, way.match.call), way.told);
}

async function answerCall(context: CommandContext, call: Call): Promise<Answer | null> {
  const answer = await execute(context, call);
  if (LEAVES_NOTHING.includes(call.name) || isNothing(answer)) await forgetQuestion(context);
  await leaveUnseen(context, call, answer);
  if (call.name === 'mine')
    await leaveNone(context, { commands: MINE, text: answer?.kind === 'suggest' ? answer.text : OF_MINE });
  await rememberShown(context, call);
  await rememberCommand(context, call);
  return answer;
}

/** Asked in words and answered by something else than problems: the next words go on from nothing. */
const LEAVES_NOTHING: readonly string[] = [
  'mine',
  'countdown',
  'link-map',
  'link-state',
  'projects',
  'beyond',
];

const MINE = ['我登记的有几个', '我负责的有几个', '我的'];

/** Words said to the bot, and how they read. */
interface Heard {
  context: CommandContext;
  match: Match;
  text: string;
  mentions: Mention[];
  /** How it reads without what is said beside it. */
  bare: (people: readonly Holder[], sure?: boolean) => Bare[];
  /** How it reads as a question about several people. */
  beside: (context: CommandContext, people: readonly Holder[]) => Promise<Beside | undefined>;
}

export interface Understood extends Heard {
  addressed: boolean;
  /** Files sent in reply to a card. */
  withFiles: boolean;
  messageType: string;
  /** Which names were taken for what sounds like them. */
  told?: string;
}

function waysOf(said: MatchInput, table: CommandTable): Omit<Heard, 'context' | 'match'> {
  return {
    text: said.text,
    mentions: [...said.mentions],
    bare: (people, sure) => bareWays(said, table, people, sure),
    beside: (asked, people) => besidePeople(asked, said, table, people),
  };
}

/** What a message says to the bot; undefined when it is none of its business at first sight. Runs nothing. */
export async function understand(
  deps: Deps,
  tx: Tx,
  message: IncomingMessage,
  homeTenant: string,
  now: Instant,
  saidAt: Instant = now,
): Promise<Understood | undefined> {
  const addressed = message.chatType === 'p2p' || message.mentions.some((mention) => mention.isBot);
  const cardIssueId = message.parentId ? await findIssueByMessage(tx, message.parentId) : undefined;
  const { text, mentions } = stripBotMention(message.text, message.mentions);
  const withFiles = message.attachments.length > 0 && cardIssueId !== undefined;
  // With im:message.group_msg all talk arrives; only what begins with a command word is meant for us.
  if (!addressed && !withFiles && !beginsLikeCommand(text)) return undefined;
  const context = await openContext(deps, tx, message, homeTenant, now, cardIssueId);
  await loadStarts(context, text);
  const plain = {
    text,
    mentions,
    addressed,
    inReplyTo: message.parentId ? { issueId: cardIssueId, hasParent: true } : undefined,
    context: { ...readContextOf(context), now: saidAt },
  };
  const { table } = deps.features;
  const name = addressedFrom(message.text, message.mentions);
  const asIs = matchAddressed(plain, table, name);
  const alone = addressed && !withFiles && mentions.length === 0;
  const right = alone ? await withNamesHeard(context, text, asIs) : undefined;
  const said = right ? { ...plain, text: right.text } : plain;
  const whole = right ? matchAddressed(said, table, name) : asIs;
  const inside = alone ? saidWithin(said.text, whole) : text;
  const heard = inside === said.text ? said : { ...said, text: inside };
  const from = Math.max(0, name - said.text.indexOf(inside));
  const match = heard === said ? whole : matchAddressed(heard, table, from);
  const { messageType } = message;
  const told = right && { told: right.told };
  return { ...waysOf(heard, table), context, match, addressed, withFiles, messageType, ...told };
}
