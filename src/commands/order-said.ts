/** Orders in plain words (让钱进今天回个话, 路灯那个延三天) as the command that serves; what it is of is asked where it is unclear. */
import { orderRefusedText, urgeOneText } from '../cards/words-described.ts';
import { routeNoneText, routeWhichText, URGE_WHAT, URGE_WHICH } from '../cards/words-figures.ts';
import {
  NO_ORDERS_HERE,
  noReceiverText,
  OVER_ALREADY,
  ofOthersText,
  pauseText,
  QUIET,
  TELL_AS_URGE,
  URGE_NONE,
  urgedIsText,
  WHICH_TO,
} from '../cards/words-orders.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { findPeople } from '../db/person.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import type { Mention } from '../feishu/incoming.ts';
import { OF_THEIR_HEAD, TOLD_TO_URGE, WHO_MUST } from '../language/lexicon/said-orders.ts';
import { withWholeNames } from '../language/people-said.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { ordersSaid, type SaidOrder, toldTo } from '../language/said-order.ts';
import { shortUnitName } from '../text/names.ts';
import { maySay } from '../verbs/decide.ts';
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { thingNowhere } from './described-nowhere.ts';
import { isSoon, type Remembered, rememberAnswer, rememberIssue } from './follow-memory.ts';
import { holdersOf } from './holders.ts';
import { offerHandOn, overText, receiverIn } from './order-described.ts';
import { extend, sendBack, tellUp } from './order-one.ts';
import { type Target, targetOf } from './order-target.ts';
import { theirsOpen, type Whom, whomAt } from './order-whom.ts';
import { whichToUrge } from './urge-meant.ts';
import { narrowedTo, noneOpen, offerUrge, openIds, openOnes } from './urge-several.ts';

const LONGEST = 60;

type Kind = SaidOrder['kind'];

/** What may be read as an order at all: commands and what is told of a number win. */
function mayBe(match: Match): boolean {
  if (match.kind === 'unknown') return match.doubt?.word === undefined;
  return match.kind === 'call' && match.call.name === 'ask';
}

/** @param kinds those that are looked for; undefined: there is none of them */
export async function offerSaid(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
  last: Remembered | undefined,
  kinds: readonly Kind[],
): Promise<Answer | undefined> {
  if (!mayBe(match) || said.mentions.length > 0 || said.text.length > LONGEST) return undefined;
  // What a firm asks of a unit is a problem to be logged.
  if (context.actor.contactOf.length > 0 || ordersSaid(said.text).length === 0) return undefined;
  const { text } = withWholeNames(said.text, await holdersOf(context));
  // 报给唐市长 is said with the post.
  const all = [...ordersSaid(said.text).filter(({ kind }) => kind === 'raise'), ...ordersSaid(text)];
  for (const order of all.filter(({ kind }) => kinds.includes(kind))) {
    const offered = await offer(context, order, last);
    if (offered) return offered;
  }
  return undefined;
}

async function offer(
  context: CommandContext,
  order: SaidOrder,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  if (order.kind === 'tell') return offerTelling(context, order, last);
  if (order.kind === 'urge') {
    const whom = await whomAt(context, order.whom);
    return whom && whom.length === order.whom.length ? urgeThem(context, order.what, whom, last) : undefined;
  }
  const target = await targetOf(context, order.what, last);
  if (target === 'unclear') return undefined;
  if (order.kind === 'watch') return target ? urgeTarget(context, target) : whichToUrge(URGE_WHAT);
  if (order.kind === 'route') return route(context, order.to, target);
  const one = target?.issue ?? (target && (await only(context, target.filter)));
  if (one) return ofOne(context, order, one);
  if (order.kind === 'quiet') return { kind: 'suggest', text: QUIET, commands: ['没办完的有哪些'] };
  return which(context, order, target?.filter);
}

/** The one open problem there is. */
async function only(context: CommandContext, filter: IssueFilter): Promise<Issue | undefined> {
  const { issues } = await openOnes(context, filter);
  return issues.length === 1 ? issues[0] : undefined;
}

async function ofOne(context: CommandContext, order: SaidOrder, issue: Issue): Promise<Answer | undefined> {
  const { id, title } = issue;
  await rememberIssue(context, id);
  if (order.kind === 'quiet') return { kind: 'suggest', text: QUIET, commands: [`#${id}`] };
  if (order.kind === 'return') return sendBack(context, id);
  if (order.kind === 'raise') return tellUp(id);
  const closed = issue.status === 'closed' || issue.status === 'void';
  if (closed) return { kind: 'suggest', text: OVER_ALREADY, commands: [`#${id}`] };
  const verb = order.kind === 'pause' ? 'request-pause' : 'request-extension';
  const may = maySay(context.actor, verb, issue, context.directory);
  if (may !== true)
    return { kind: 'text', tone: 'warning', text: orderRefusedText(id, title, refusalText(may.refusal)) };
  if (order.kind === 'pause')
    return { kind: 'suggest', text: pauseText(id, title), commands: [`挂账 #${id}`] };
  return order.kind === 'extend' && order.until !== undefined
    ? extend(id, order.until)
    : { kind: 'suggest', text: WHICH_TO.until, commands: [`延期 #${id}`] };
}

/** Each is done by itself: of which it is meant is asked. */
async function which(
  context: CommandContext,
  { kind }: SaidOrder,
  filter: IssueFilter | undefined,
): Promise<Answer> {
  const text = WHICH_TO[['pause', 'return', 'raise', 'route'].includes(kind) ? (kind as 'route') : 'extend'];
  const ids = filter ? await openIds(context, filter) : [];
  const commands = ids.length > 0 ? ids.map((id) => `#${id}`) : ['逾期的有哪些', '没办完的有哪些'];
  return { kind: 'suggest', text, commands };
}

async function route(
  context: CommandContext,
  to: string,
  target: Target | undefined,
): Promise<Answer | undefined> {
  const theirs = OF_THEIR_HEAD.test(to) ? context.directory.unit(target?.issue?.unitId ?? -1) : undefined;
  const [head] = theirs?.headId == null ? [] : await findPeople(context.tx, [theirs.headId]);
  if (OF_THEIR_HEAD.test(to) && !head) return which(context, { kind: 'route', what: '', to }, target?.filter);
  const receiver = await receiverIn(context, head?.name ?? to);
  // 转给宋丽跟一下: who is of no unit.
  const { name, unitId } = (receiver ? undefined : await whomAt(context, to)) ?? {};
  if (name !== undefined && unitId === undefined && target)
    return urgeTarget(context, target, noReceiverText(name));
  if (!receiver) return undefined;
  const one = target?.issue ?? (target && (await only(context, target.filter)));
  if (one) return offerHandOn(context, one, receiver);
  const ids = target ? await openIds(context, target.filter) : [];
  // 把陈晨手上超期的转给褚亮, of which there are none.
  if (ids.length === 0 && target?.call) return noneOpen(context, target.filter);
  if (ids.length === 0) return { kind: 'text', tone: 'warning', text: routeNoneText(receiver.name) };
  const commands = ids.map((id) => `转办 #${id} ${receiver.name}`);
  return { kind: 'suggest', text: routeWhichText(receiver.name), commands };
}

/** 让钱进今天回个话: 批示 is not built, and 催办 reaches whoever has the problem. */
async function offerTelling(
  context: CommandContext,
  { before, rest }: Extract<SaidOrder, { kind: 'tell' }>,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const whom = await whomAt(context, rest);
  if (whom && TOLD_TO_URGE.test(rest.slice(whom.length))) return whichToUrge(NO_ORDERS_HERE);
  const told = whom && toldTo(rest.slice(whom.length));
  if (!whom || told === undefined) return undefined;
  // 停了三次电，请供电公司抓紧解决 tells of a problem.
  const target = before === '' ? undefined : await targetOf(context, before, last);
  if (target === 'unclear') return undefined;
  const who = rest.slice(0, whom.length);
  const one = last && isSoon(context, last) && (last.issueId !== undefined || last.first);
  // 让孙倩今天签收: what she has not signed for.
  const signs = whom.unitId !== undefined && !one && /签/u.test(rest.slice(whom.length)) && '待签收的';
  return urgeThem(context, before || told || (WHO_MUST.test(who) ? who : signs || ''), whom, last);
}

async function urgeThem(
  context: CommandContext,
  what: string,
  whom: Whom,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const target = await targetOf(context, what, last);
  if (target === 'unclear' && what === '') return undefined;
  if (target === 'unclear')
    return (await thingNowhere(context, trim(readPhrase(`${what}怎么样了`)))) ?? whichToUrge(NO_ORDERS_HERE);
  if (target?.issue) return urgeOne(context, target.issue, { whom });
  const { unitId } = whom;
  if (target && unitId !== undefined && !target.asked) {
    const theirs = narrowedTo(target.filter, unitId);
    const offered = theirs && (await offerUrge(context, theirs, undefined, TELL_AS_URGE));
    if (offered) return offered;
    // Told, not counted: 让何静把今天到期的签收了, of which there are none.
    if (what !== '') return noneOf(context, target.filter, shortUnitName(context, unitId));
  } else if (target) return urgeTarget(context, target, TELL_AS_URGE);
  return theirsOpen(context, whom, TELL_AS_URGE) ?? whichToUrge(NO_ORDERS_HERE);
}

/** @param unit whose they were to be */
async function noneOf(context: CommandContext, filter: IssueFilter, unit: string): Promise<Answer> {
  const { title } = await openOnes(context, filter);
  const text = `${TELL_AS_URGE}${ofOthersText(unit, title)}`;
  return { kind: 'suggest', text, commands: [`${unit}没办完的有哪些`] };
}

async function urgeOne(
  context: CommandContext,
  issue: Issue,
  { whom, lead = TELL_AS_URGE }: { whom?: Whom; lead?: string } = {},
): Promise<Answer | undefined> {
  const { id, title, unitId } = issue;
  await rememberIssue(context, id);
  const over = overText(issue);
  if (over) return over;
  const offered = await offerUrge(context, { ids: [id] });
  if (offered?.kind !== 'suggest') return offered;
  const others = whom?.unitId !== undefined && unitId !== null && unitId !== whom.unitId;
  const text = `${lead}${urgeOneText(id, title)}`;
  if (!others && whom?.name === undefined) return { ...offered, text };
  const { personIds } = mustActNow(issue, context.directory);
  const names = (await findPeople(context.tx, personIds)).map(({ name }) => name);
  const to = others && names.length === 0 ? [shortUnitName(context, unitId)] : names;
  const told = urgedIsText(to, {
    ...(others && { unit: shortUnitName(context, unitId) }),
    ...(whom?.name !== undefined && { whom: whom.name }),
  });
  return { ...offered, text: `${text.replace(/：$/, '')}${told}` };
}

/** A question beside the order is answered first. */
async function urgeTarget(context: CommandContext, target: Target, lead = ''): Promise<Answer | undefined> {
  const { issue, filter, call, answer, asked } = target;
  if (issue) return urgeOne(context, issue, lead ? { lead } : {});
  const ids = call && answer ? await openIds(context, filter) : [];
  if (call && answer && (asked || ids.length === 0)) {
    await rememberAnswer(context, call, answer);
    if (!asked) return noneOpen(context, filter, lead);
    if (ids.length === 0 || (answer.kind !== 'list' && answer.kind !== 'groups')) return answer;
    return { ...answer, lead: `${lead}${URGE_WHICH}`, others: ids.map((id) => `催办 #${id}`) };
  }
  const none: Answer = { kind: 'text', tone: 'warning', text: URGE_NONE };
  return (await offerUrge(context, filter, call?.topic, lead)) ?? none;
}
