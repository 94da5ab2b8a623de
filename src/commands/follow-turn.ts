/** An answer turned as a whole (按单位分开, 再加上住建, 跟9月比呢, 导出来): the question is put anew and asked. */
import type { IssueGroup } from '../cards/issue-groups.ts';
import { cameText, contactText } from '../cards/words-figures.ts';
import { contactsText, EACH_DEADLINE, NO_PROMISE } from '../cards/words-follow-up.ts';
import { FILE_OF_PROBLEMS } from '../cards/words-reading.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { type GroupBy, type IssueFilter, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { stepIn } from '../language/lexicon/follow-ups.ts';
import type { Turn } from '../language/lexicon/going-on.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { isAhead, isStanding } from '../language/topic-states.ts';
import { alone, turned } from '../language/turned.ts';
import { shortUnitName } from '../text/names.ts';
import { groupsFound, narrow } from '../views/issue-list.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { countFound } from './count-found.ts';
import { execute, sentWith } from './dispatch.ts';
import { lastOf, type Remembered, rememberAnswer, sameFilter } from './follow-memory.ts';
import { remember } from './left.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';
import { ungrouped } from './ranked-places.ts';
import { viewerOf } from './reply.ts';
import { isFigure, readingIn } from './several-questions.ts';

/** undefined: it does not go with what was answered. null: it is on its way by itself. */
export async function answerTurns(
  context: CommandContext,
  last: Remembered,
  turns: readonly Turn[],
): Promise<Answer | null | undefined> {
  const [turn, second] = turns;
  const later = ofLater(last);
  if (turn?.turn === 'apart' && !second && later !== last) return askTurned(context, later, turns);
  // 现在还剩几件, after now beside a month before: how many there are now.
  if (turn?.turn === 'again' && !second && later !== last) {
    const call = askOf(scanOf(later.topic), readContextOf(context));
    return call.unread ? undefined : askOnwards(context, call);
  }
  if (!turn || second) return last.parts ? undefined : askTurned(context, last, turns);
  if (turn.turn === 'apart' && !turn.people && last.parts) return eachApart(context, last, turn.by);
  switch (turn.turn) {
    case 'again':
      if (last.parts) return undefined;
      return listAgain(context, last);
    case 'file':
      // Of several figures it is not known which.
      return last.parts ? undefined : sendFile(context, last);
    case 'top':
      return ranked(context, last);
    default:
      return last.parts ? undefined : askTurned(context, last, turns);
  }
}

/** 按单位看, after how many came and how many were struck off: both of each unit. */
async function eachApart(
  context: CommandContext,
  { parts = [], filter, topic }: Remembered,
  by: GroupBy,
): Promise<Answer | null | undefined> {
  const plain = parts.every(({ measure, compared, by: own }) => measure === 'count' && !compared && !own);
  if (!plain || parts.length < 2) return undefined;
  const each = parts.map((part) => ({ ...part, by }));
  return askOnwards(context, { name: 'ask', measure: 'count', filter, by, parts: each, topic });
}

/** 多在哪几个项目上, after this week beside last: of this week. */
export function ofLater(last: Remembered): Remembered {
  const [part, other, third] = last.parts ?? [];
  const undated = (one: Reading) =>
    JSON.stringify(one, (key, value) => (/(?:From|To)$/.test(key) ? undefined : value));
  const beside = part && other ? !third && undated(part) === undated(other) : part?.compared;
  const compares = last.topic.tags.some(([tag]) => ['than', 'against', 'trend'].includes(tag));
  if (!beside && !compares) return last;
  const { parts: _, ...rest } = last;
  return { ...rest, topic: topicOf(ofNow(alone(scanOf(last.topic)))) };
}

/** 没解决的在哪些单位, after 一共几个，解决了几个: of all that were counted. */
export function ofAllCounted(last: Remembered, { states }: Scan): Remembered {
  const { parts = [], ...rest } = last;
  const [first] = parts;
  const stands = states.length > 0 && states.every((one) => isStanding(one) && one.kind !== 'closed');
  const done = parts.some(({ filter }) => filter.statuses?.join() === 'closed');
  const counted = parts.every(({ measure, compared, by }) => measure === 'count' && !compared && !by);
  const whose = ({ filter }: Reading) =>
    JSON.stringify(filter, (key, value) => (OF_STATE.includes(key) || isDay(key) ? undefined : value));
  const alike = new Set(parts.map(whose)).size === 1;
  if (!first || !stands || !done || !counted || !alike) return last;
  const logged = first.filter.loggedFrom !== undefined && { basis: 'logged' as const };
  return { ...rest, topic: { ...last.topic, states: [], ...logged } };
}

/** 多在哪个单位, after what is open beside a month before: of what is open now. */
function ofNow(scan: Scan): Scan {
  const dated = scan.basis !== undefined || scan.rate || scan.duration || scan.step !== undefined;
  return dated || scan.states.some(({ kind }) => kind === 'closed') ? scan : { ...scan, periods: [] };
}

/** What is said next is of the file. */
async function sendFile(context: CommandContext, last: Remembered): Promise<Answer | null> {
  const tags = last.topic.tags.filter(([tag]) => tag !== 'send');
  await remember(context, { ...last, topic: { ...last.topic, tags: [...tags, ['send', 1, '']] } });
  const sent = await execute(context, { name: 'ledger-export', filter: last.filter });
  return sent ?? ((last.topic.rate ?? last.topic.duration) ? { kind: 'text', text: FILE_OF_PROBLEMS } : null);
}

async function listAgain(context: CommandContext, last: Remembered): Promise<Answer> {
  const { ranking: _, rows: __, long: ___, ...rest } = last;
  await remember(context, { ...rest, page: 1 });
  return { kind: 'list', filter: last.filter, page: 1, asked: true };
}

const MOST_LISTS = 3;

/** 列出来, after several figures: a list of each, in their order. undefined: they are of no problems, or too many. */
export async function listEach(
  context: CommandContext,
  match: Match,
  text: string,
): Promise<Answer[] | undefined> {
  const commands = match.kind === 'call' && match.call.name !== 'ask';
  if (commands || stepIn(readPhrase(text).folded) !== 'list') return undefined;
  const last = await lastOf(context);
  const parts = last?.parts ?? [];
  const counted = parts.every(({ measure, compared, by }) => LISTED.includes(measure) && !compared && !by);
  if (!last || parts.length < 2 || parts.length > MOST_LISTS || !counted) return undefined;
  await remember(context, last);
  return parts.map(({ filter }) => ({ kind: 'list', filter, page: 1, asked: true }));
}

const LISTED: readonly Reading['measure'][] = ['count', 'list'];

async function askTurned(
  context: CommandContext,
  last: Remembered,
  turns: readonly Turn[],
): Promise<Answer | null | undefined> {
  const readContext = readContextOf(context);
  const { ids } = last.filter;
  // 都是哪些单位的, after 拖得最久的三件: of those three.
  const states: Topic['states'] = [{ state: { kind: 'all' }, heard: '' }];
  let topic = ids && last.topic.top ? { ...ungrouped(last.topic), states } : last.topic;
  let scans: Scan[] | undefined;
  for (const turn of turns) {
    scans = turned(topic, turn, readContext);
    const [scan, more] = scans ?? [];
    if (!scan || (more && turns.length > 1)) return undefined;
    topic = topicOf(scan);
  }
  const calls = (scans?.map((scan) => askOf(scan, readContext)) ?? []).map((call) =>
    ids && last.issueId === undefined ? { ...call, filter: { ...call.filter, ids } } : call,
  );
  const [call, second] = calls;
  if (!call || calls.some(({ unread, doubt }) => unread || doubt)) return undefined;
  if (second) return asParts(context, call, calls);
  return askOnwards(context, call, turns.at(-1));
}

/** Asks what goes on from the question before, and keeps it for the next. null: a file is on its way. */
export async function askOnwards(
  context: CommandContext,
  call: CallOf<'ask'>,
  turn?: Turn,
): Promise<Answer | null> {
  const asked = await answerQuestion(context, call);
  const lead = turn ? await leadOf(context, turn, asked) : await cameOf(context, call);
  const withLead = lead !== undefined && (asked.kind === 'list' || asked.kind === 'groups');
  const answer = await rememberAnswer(context, call, withLead ? { ...asked, lead } : asked);
  return call.measure === 'file' ? sentWith(context, answer) : answer;
}

/** How many of those that were asked about before are struck off, where those of their days are told. */
async function cameOf(
  context: CommandContext,
  { topic, filter, measure }: CallOf<'ask'>,
): Promise<string | undefined> {
  const { closedFrom, closedTo, ...more } = filter;
  if (!topic.came || !closedFrom || !closedTo || measure !== 'count') return undefined;
  const then: IssueFilter = { ...more, statuses: ['closed'], loggedFrom: closedFrom, loggedTo: closedTo };
  const count = await countFound(context, then);
  return count === undefined ? undefined : cameText(count);
}

/** 跟去年比, of a rate or of days: the same figure of both times. */
async function asParts(
  context: CommandContext,
  call: CallOf<'ask'>,
  calls: CallOf<'ask'>[],
): Promise<Answer | undefined> {
  if (!calls.every(isFigure)) return undefined;
  const both = { ...call, parts: calls.map(readingIn) };
  return rememberAnswer(context, both, await answerQuestion(context, both));
}

async function leadOf(context: CommandContext, turn: Turn, answer: Answer): Promise<string | undefined> {
  if (turn.turn === 'forecast') return NO_PROMISE;
  if (turn.turn === 'when') return EACH_DEADLINE;
  if (turn.turn !== 'apart' || !turn.people || answer.kind !== 'groups') return undefined;
  return contactsOf(context, answer.filter);
}

/** 他们头儿是谁, of the one problem that was shown. */
export async function headsOf(context: CommandContext, filter: IssueFilter): Promise<Answer> {
  const lead = await contactsOf(context, filter);
  return { kind: 'list', filter, page: 1, asked: true, fact: 'who', ...(lead !== undefined && { lead }) };
}

const MOST_CONTACTS = 12;

/** 联络员是谁, of the units a filter finds. */
async function contactsOf(context: CommandContext, filter: IssueFilter): Promise<string | undefined> {
  const found = await groupsIn(context, 'unit', filter);
  const ids = found.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
  return ids.length === 0 || ids.length > MOST_CONTACTS ? undefined : contactsOfUnits(context, ids);
}

/** 水利局：联络员 蒋平，负责人 卫东。 */
export async function contactsOfUnits(
  { tx, directory }: CommandContext,
  unitIds: readonly number[],
): Promise<string> {
  const units = unitIds.flatMap((id) => directory.unit(id) ?? []);
  const ids = units
    .flatMap(({ headId, coordinatorId }) => [headId, coordinatorId])
    .filter((id) => id !== null);
  const people = new Map((await findPeople(tx, ids)).map((person) => [person.id, person.name]));
  const nameOf = (id: number | null) => (id === null ? undefined : people.get(id));
  return contactsText(
    units.map((unit) =>
      contactText(shortUnitName({ directory }, unit.id), nameOf(unit.headId), nameOf(unit.coordinatorId)),
    ),
  );
}

async function groupsIn(context: CommandContext, by: GroupBy, filter: IssueFilter): Promise<IssueGroup[]> {
  const viewer = viewerOf(context);
  const narrowed = narrow(filter, viewer);
  return narrowed ? groupsFound(context.tx, narrowed, by, viewer) : [];
}

/** 前三名是谁: in order of their number. */
async function ranked(context: CommandContext, last: Remembered): Promise<Answer | undefined> {
  const { by, measure, most } = last.ranking ?? {};
  if (!last.ranking || measure !== 'count' || !RANKED_GROUPS.some((one) => one === by)) return undefined;
  const order = most === 'overdue' || most === 'longest' ? most : 'count';
  await remember(context, { ...last, ranking: { ...last.ranking, most: order } });
  return by && { kind: 'groups', by, filter: last.filter, most: order };
}

/** 按时的占多少, after 今年收到多少,解决多少; 这个月最慢的, after two months: what they have alike stays. */
export function isOfAlike(parts: readonly Reading[], { rate, duration, periods, states }: Scan): boolean {
  const days = ({ filter }: Reading) => [
    filter.loggedFrom ?? filter.closedFrom,
    filter.loggedTo ?? filter.closedTo,
  ];
  const whose = ({ filter: { unitIds, projectIds, categoryIds, areaIds, industry } }: Reading) => [
    [unitIds, projectIds, categoryIds, areaIds],
    industry,
  ];
  const alike = (of: (part: Reading) => unknown) =>
    new Set(parts.map((part) => JSON.stringify(of(part)))).size === 1;
  if (!alike(whose)) return false;
  const measures = (rate !== undefined && rate !== 'share') || duration !== undefined;
  return (measures && alike(days)) || (periods.length > 0 && states.length === 0 && !alike(days));
}

const OF_STATE: readonly string[] = ['statuses', 'colors', 'overdue'];
/** A filter without how its problems stand. */
export const whoseOf = ({ statuses: _s, colors: _c, overdue: _o, ...more }: IssueFilter) => more;
/** What belongs to a state or to some days and not to whose it is. */
const DATED = /From$|To$|^(?:sort|ids|step|mark|asOf|toldUp|without|search)/;

/** 超期的呢, after what two have open: of each of them. undefined: they are not told apart by whose they are alone */
export function restatedParts(
  context: CommandContext,
  { parts = [], topic }: Remembered,
  now: Scan,
): CallOf<'ask'> | undefined {
  const { filter, unread } = askOf(now, readContextOf(context));
  const keys = Object.keys(filter);
  if (parts.length < 2 || now.states.length === 0 || unread || !keys.every((key) => OF_STATE.includes(key)))
    return undefined;
  const whose = parts.map((part) => whoseOf(part.filter));
  const apart = new Set(whose.map((one) => JSON.stringify(one))).size === parts.length;
  const plain = parts.every(({ measure, compared, by }) => measure === 'count' && !compared && !by);
  if (!apart || !plain || whose.some((one) => Object.keys(one).some((key) => DATED.test(key))))
    return undefined;
  const said = parts.map((part, i): Reading => ({ ...part, filter: { ...whose[i], ...filter } }));
  const last = said.at(-1)?.filter ?? {};
  return { name: 'ask', measure: 'count', filter: last, parts: said, topic: topicOf(goOn(topic, now)) };
}

/** 刘敏的列出来, after what two have: the one of them, as it was told. */
export async function partNamed(
  context: CommandContext,
  { parts = [] }: Remembered,
  match: Match,
): Promise<Answer | undefined> {
  if (parts.length < 2 || !isWholeQuestion(match)) return undefined;
  const { by, topic, filter, personHeard } = match.call;
  if (by || topic.states.length > 0) return undefined;
  const whom = ({ filter: { secretaryId, leaderId, personId } }: Reading) =>
    secretaryId ?? leaderId ?? personId;
  const people = personHeard
    ? await findPeople(
        context.tx,
        parts.flatMap((one) => whom(one) ?? []),
      )
    : [];
  const heard = people.find(({ name }) => name === personHeard);
  const whose = whoseOf(filter);
  const [own, second] = parts.filter((one) =>
    personHeard ? heard && whom(one) === heard.id : sameFilter(whoseOf(one.filter), whose),
  );
  const named = personHeard !== undefined || Object.keys(whose).length > 0;
  if (!named || second || own?.measure !== 'count') return undefined;
  await remember(context, { topic: topicOf(scanOfReading(own)), filter: own.filter, page: 1 });
  return { kind: 'list', filter: own.filter, page: 1, asked: true };
}

const isDay = (key: string) => /From$|To$|^asOf/.test(key);
const PERIODS = [
  ['loggedFrom', 'loggedTo'],
  ['closedFrom', 'closedTo'],
  ['dueFrom', 'dueTo'],
  ['stepFrom', 'stepTo'],
] as const;

/** Whose or where, without an id: 我们局, 全县. */
const ELSEWHERE = ['me', 'our-unit', 'here', 'everywhere', 'enterprise', 'helping'] as const;

/** 那应急局呢, after two figures: both of it. undefined: the answer had one, or more is said than whose and when. */
export function swappedParts(last: Remembered, now: Scan): CallOf<'ask'> | undefined {
  const { parts } = last;
  const more =
    now.states.length + now.ages.length + now.kinds.length + now.texts.length + now.personOpenIds.length;
  const others = [
    ...[now.by, now.step, now.basis, now.except, now.someone, now.rate, now.duration, now.against],
    ...[now.point, now.park, now.having, now.top, now.standing, now.sorted, now.bound],
  ];
  if (!parts || more > 0 || others.some((one) => one !== undefined) || now.periods.length > 1)
    return undefined;
  if (ELSEWHERE.some((tag) => now.tags.has(tag))) return undefined;
  const names = {
    ...(now.unitIds.length > 0 && { unitIds: now.unitIds }),
    ...(now.projectIds.length > 0 && { projectIds: now.projectIds }),
    ...(now.areaIds.length > 0 && { areaIds: now.areaIds }),
    ...(now.categoryIds.length > 0 && { categoryIds: now.categoryIds }),
    ...(now.industry !== undefined && { industry: now.industry }),
  };
  const [period] = now.periods;
  // What holds now stays, and months beside each other are the times that were asked for.
  const dated = parts.filter(({ filter }) => PERIODS.some(([from]) => filter[from] !== undefined));
  const undated = parts.every((one) => dated.includes(one) || !Object.keys(one.filter).some(isDay));
  const starts = new Set(
    dated.map(({ filter }) => filter.loggedFrom ?? filter.closedFrom ?? filter.dueFrom ?? filter.stepFrom),
  );
  const compares = parts.some(({ compared }) => compared !== undefined);
  if (period && (!undated || starts.size !== 1 || compares || isAhead(now))) return undefined;
  // 最慢的呢, after the month with most: nothing of it is changed.
  if (parts.length === 1 && !period && Object.keys(names).length === 0) return undefined;
  const swapped = parts.map((part): Reading => {
    const { projectIds: _p, areaIds: _a, ...anywhere } = part.filter;
    const place = now.projectIds.length + now.areaIds.length > 0 ? anywhere : part.filter;
    const filter: IssueFilter = { ...place, ...names };
    for (const [from, to] of PERIODS)
      if (period && filter[from] !== undefined)
        Object.assign(filter, { [from]: period.from, [to]: period.until });
    return { ...part, filter };
  });
  const distinct = new Set(swapped.map((part) => JSON.stringify(part)));
  if (distinct.size < parts.length) return undefined;
  const filter = swapped.at(-1)?.filter ?? {};
  const [only, second] = swapped;
  if (only && !second) return { name: 'ask', ...only, topic: topicOf(goOn(last.topic, now)) };
  return { name: 'ask', measure: 'count', filter, parts: swapped, topic: topicOf(goOn(last.topic, now)) };
}
