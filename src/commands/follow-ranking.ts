/** What is said after a ranking: of who came first unless it says another place, a name, all of them or another time. */
import { noSuchRowText } from '../cards/words-figures.ts';
import { UNITS_NOT_PEOPLE } from '../cards/words-ranks.ts';
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import { asksHead } from '../language/lexicon/after-answers.ts';
import { stepIn } from '../language/lexicon/follow-ups.ts';
import { turnsIn } from '../language/lexicon/going-on.ts';
import {
  asksAllTogether,
  asksApartOfTwo,
  asksForEach,
  asksHeld,
  asksMore,
  asksNoMore,
  asksWhichOfIt,
  changesOnly,
  narrowing,
  type Place,
  pointedIn,
  standingSaid,
  withoutWho,
} from '../language/lexicon/ranking-said.ts';
import { readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, scanOf } from '../language/topic.ts';
import { isStanding } from '../language/topic-states.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isWhose, orAnew, saysAll } from './follow-bearing.ts';
import { onlyWhose } from './follow-from.ts';
import { isSoon, lastOf, type Remembered } from './follow-memory.ts';
import { askOnwards, headsOf } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';
import { ofTheRest, otherEnd, SAID_BY } from './ranked-ends.ts';
import {
  fromEnd,
  isLevel,
  isWorstFirst,
  leadOf,
  type Placed,
  placedAs,
  placesOf,
  RANKS,
  type Ranking,
  rankingOf,
  topicOfThose,
  ungrouped,
} from './ranked-places.ts';
import { apartOfTwo, backTo, besideFirst, heardAs, whichOf } from './ranked-which.ts';
import { saying } from './without-asides.ts';

/** Goes on from what is remembered then, as if it had been said in these words. */
type Follow = (text: string) => Promise<Answer | null | undefined>;

/** 逾期的呢: of those that were counted; 现在逾期的呢 is of all. */
const OF_COUNTED = /^(?!.*(?:现在|目前|眼下|如今)).*呢[\s\p{P}]*$/u;
/** So many that are alike are meant together. */
const MOST_TIED = 3;
/** So many are told one beside the other. */
const MOST_APART = 6;
const OPEN_OF = '没办完的有几件';
const PERSON = /^(?:那么?|[,，\s])*[他她](?!们)/u;

interface Said {
  folded: string;
  match: Match;
  follow: Follow;
}

/** undefined: it is not of the ranking. null: it is on its way by itself. */
export async function ofTheRanking(
  context: CommandContext,
  last: Remembered,
  said: Said,
): Promise<Answer | null | undefined> {
  const { topic, filter, ranking } = last;
  const end = isSoon(context, last) ? await otherEnd(context, last, said.folded) : undefined;
  if (end !== undefined) return end;
  const ranked = ranking && rankingOf(last) ? { topic, filter, ranking } : last.ranked;
  if (!ranked || !isSoon(context, last)) return inRanking(context, last, said);
  const { at } = pointedIn(said.folded) ?? {};
  // 第二多的是谁, after something of the first.
  const back = !ranking && at && !(at.place === 'first' && at.it);
  const answer =
    (await inRanking(context, back ? { ...last, ...ranked } : last, said)) ??
    (ranking ? undefined : await ofItsFocus(context, last, ranked, said));
  if (answer === undefined && back) await remember(context, last);
  const now = answer && (await lastOf(context));
  const by = rankingOf(ranked as Remembered)?.by;
  // Of several that were level it is a ranking as well, and the wider one is kept.
  const within = by && now && now.topic[GROUP_IDS[by]].length > 0 && ranked.topic[GROUP_IDS[by]].length === 0;
  if (now && (!now.ranking || within)) await remember(context, { ...now, ranked });
  const person = ranked.ranking.by === 'unit' && PERSON.test(said.folded);
  return (answer && person && saying(answer, [UNITS_NOT_PEOPLE])) || answer;
}

/** 它的办结率, 它手上几件, after something else of the first. */
async function ofItsFocus(
  context: CommandContext,
  last: Remembered,
  ranked: NonNullable<Remembered['ranked']>,
  { folded, match }: Said,
): Promise<Answer | null | undefined> {
  const ranking = rankingOf({ ...last, ...ranked });
  const { at, rest } = pointedIn(folded) ?? {};
  if (!ranking || at?.place !== 'first' || !at.it || rest === undefined) return undefined;
  const those = last.topic[GROUP_IDS[ranking.by]].map((id) => placedAs(context, ranking.by, id));
  const { rate, duration } = heardAs(context, rest);
  if (those.length === 0 || !(rate ?? duration ?? asksHeld(rest))) return undefined;
  return ofOnlyThose(context, ranking, those, match, asksHeld(rest) ? OPEN_OF : rest);
}

async function inRanking(
  context: CommandContext,
  last: Remembered,
  { folded, match, follow }: Said,
): Promise<Answer | null | undefined> {
  if (last.projects || isCommand(match)) return undefined;
  const stands = standingSaid(folded);
  if (stands !== undefined) return placeAmong(context, last, stands);
  if (last.parts) return undefined;
  const ranking = rankingOf(last);
  if (!ranking) return undefined;
  if (asksAllTogether(folded))
    return askOnwards(context, askOf(scanOf(ungrouped(last.topic)), readContextOf(context)));
  if (asksApartOfTwo(folded)) return apartOfTwo(context, last, ranking);
  const pointed = pointedIn(folded);
  const unordered = ranking.most === undefined && ranking.standing === undefined;
  const it = pointed?.at.place === 'first' && pointed.at.it === true;
  const several = last.topic[GROUP_IDS[ranking.by]];
  // 它现在逾期的有几件, after two that were level: of both.
  if (pointed && it && unordered && several.length > 1) {
    const those = several.map((id) => placedAs(context, ranking.by, id));
    return ofThose(context, last, ranking, those, { ...pointed, match, follow });
  }
  // 其他单位呢, after what some that were named have: all but those.
  if (pointed?.at.place === 'rest' && several.length > 0 && asksNoMore(pointed.rest))
    return ofTheRest(context, last, ranking, several);
  if (pointed && !(it && unordered)) {
    const now = heardAs(context, pointed.rest);
    // 那家供电公司: named beside it.
    if (now[GROUP_IDS[ranking.by]].length > 0)
      return it ? ofNamed(context, last, ranking, { now, folded, match }) : undefined;
    return atPlace(context, last, ranking, { at: pointed.at, rest: pointed.rest, match, follow });
  }
  // Of two beside each other what is said next compares them again.
  if (!isSoon(context, last) || unordered || several.length > 1) return undefined;
  const now = heardAs(context, folded);
  if (/^(?:那么?)?[跟和与同比]/.test(folded) && now[GROUP_IDS[ranking.by]].length === 1)
    return besideFirst(context, last, ranking, now[GROUP_IDS[ranking.by]]);
  if (now[GROUP_IDS[ranking.by]].length > 0) return ofNamed(context, last, ranking, { now, folded, match });
  // A file, the first three and 这几个项目 are of all that was counted.
  const [turn] = turnsIn(folded) ?? [];
  const these = /^(?:那么?|把)?[这那]几个/.test(folded);
  if (these || turn?.turn === 'file' || turn?.turn === 'top' || asksForEach(folded)) return undefined;
  // 办结的呢，比上月: of all, as the ranking came from.
  const compares = turn?.turn === 'against' || now.tags.has('against') || now.tags.has('than');
  if (compares) return ofAll(context, last, follow, folded);
  const time = now.periods.length === 1 ? withoutWho(folded) : undefined;
  if (time !== undefined) return follow(`${time}呢`);
  // 都是哪些单位的, of the project that came first.
  const apart = turn?.turn === 'apart' && turn.by !== ranking.by && !now.tags.has('most');
  const another = now.by !== undefined && !(apart && asksMore(folded));
  if (another || isWhose(now) || (standsAlone(now, folded) && !asksWhichOfIt(folded))) return undefined;
  // 红的呢, of those that are not signed for: both, or it is said that they have no figure together.
  const narrower = now.states.length > 0 && now.periods.length === 0 ? narrowing(folded) : undefined;
  if (narrower !== undefined) return follow(narrower);
  if (changesOnly(folded)) return undefined;
  const each = apart && turn.turn === 'apart' && turn.by !== 'unit' ? `按${SAID_BY[turn.by]}分开` : undefined;
  return atPlace(context, last, ranking, {
    at: { place: 'first', it: true },
    rest: each ?? folded,
    match,
    follow,
    implied: true,
  });
}

/** 比上周多了吗: of all that was ranked. */
async function ofAll(context: CommandContext, last: Remembered, follow: Follow, said: string) {
  await remember(context, { topic: ungrouped(last.topic), filter: last.filter, page: 1 });
  const answer = await follow(said);
  if (answer === undefined) await remember(context, last);
  return answer;
}

function isCommand(match: Match): boolean {
  if (match.kind !== 'call') return false;
  const { call } = match;
  return (
    !['ask', 'beyond', 'term', 'countdown', 'weather'].includes(call.name) &&
    !(call.name === 'urge' && call.issueId === undefined)
  );
}

/** 全区还有多少问题, 本周新增了多少问题: of all there are. */
function standsAlone(now: Scan, folded: string): boolean {
  if (now.tags.has('everywhere') || saysAll(readPhrase(folded))) return true;
  return /问题|事项/.test(folded) && ['count', 'most'].some((tag) => now.tags.has(tag as 'count'));
}

interface At {
  at: Place;
  rest: string;
  match: Match;
  follow: Follow;
  /** Nothing points at it. */
  implied?: true;
}

async function atPlace(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  said: At,
): Promise<Answer | null | undefined> {
  const { at, rest } = said;
  const worded = at.place === 'first' || at.place === 'nth' ? at.worded : undefined;
  const ends = fromEnd(ranking, worded);
  const places = await placesOf(context, ends);
  // 逾期的还有几件, after where one stands: of that one, whether or not it has a place.
  const asked = at.place === 'first' && at.it ? ends.standing : undefined;
  if (asked !== undefined) return ofThose(context, last, ends, [placedAs(context, ends.by, asked)], said);
  const [first] = places;
  // Fewer than whom, of the only one.
  if (!first || (!places[1] && worded === '少')) return undefined;
  const leaders = places.filter((one) => isLevel(one, first));
  if (at.place === 'first') return ofThose(context, last, ends, leaders, said);
  if (at.place === 'rest') {
    const level = leaders.length > 1 && leaders.length === places.length;
    if (level) return whichOf(context, last, ends, leaders, rest);
    const out = (ends.top ? places.slice(0, ends.top) : leaders).map(({ id }) => id);
    return asksNoMore(rest) ? ofTheRest(context, last, ends, out) : undefined;
  }
  // 垫底那家还剩几件: of each that is level with it.
  const end = at.place === 'last' ? places.at(-1) : undefined;
  const level = end ? places.filter((one) => isLevel(one, end)) : [];
  if (level.length > 1 && !asksNoMore(rest)) return ofThose(context, last, ends, level, said);
  const nth = at.place === 'last' ? -1 : at.nth;
  const found = places.at(
    nth < 0 && at.place === 'nth' && isWorstFirst(ranking) ? -nth - 1 : nth < 0 ? nth : nth - 1,
  );
  if (!found) return { kind: 'text', tone: 'warning', text: noSuchRowText(places.length) };
  return ofThose(context, last, ends, [found], said, leadOf(places, found));
}

/** 它现在逾期的有几件, after who was put off most: what stands now, whether or not it was counted. */
function isOfNow({ states, except, ...was }: Scan, now: Scan['states']): boolean {
  const isNow = (one: Scan['states'][number]) => isStanding(one) && one.kind !== 'closed';
  const of = (was.periods[0] ?? was.step ?? was.basis ?? was.longest) !== undefined || !states.every(isNow);
  return of && was.ages.length + was.kinds.length === 0 && !except && now.length > 0 && now.every(isNow);
}

/** The same for one, or for up to three that are alike; what is said beside is of those. */
async function ofThose(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  those: readonly Placed[],
  { at, rest, match, follow, implied }: At,
  lead?: string,
): Promise<Answer | null | undefined> {
  const tied = those.length > MOST_TIED;
  // What would write or send something is not tried.
  const again = heardAs(context, rest);
  // 退的都是哪些事: the steps that were counted.
  const steps =
    ranking.measure === 'steps' &&
    again.periods.length === 0 &&
    (again.step !== undefined || again.states.some(({ kind }) => kind === 'mark'));
  const which = asksWhichOfIt(rest) || (steps && /哪|什么|啥/.test(rest));
  const urges = stepIn(rest.trim()) === 'urge';
  const heads = asksHead(rest) && (ranking.by !== 'unit' || those.length > 1);
  const few = tied && !implied && those.length <= MOST_APART && ranking.measure !== 'count';
  const open = asksHeld(rest) && /[件条个]/.test(rest);
  const asks = few && !which && !heads && !urges && (open || !asksNoMore(rest));
  const apart = asks && (await ofOnlyThose(context, ranking, those, match, open ? OPEN_OF : rest));
  if (apart) return apart;
  if (tied && (!implied || heads || which || urges || asksNoMore(rest) || /[导发表]/.test(rest)))
    return whichOf(context, last, ranking, those, rest);
  const ids = those.map(({ id }) => id);
  const it = !implied && at.place === 'first' && at.it && !(at.many && ids.length === 1);
  const now = it && (at.held || !OF_COUNTED.test(rest)) && isOfNow(scanOf(last.topic), again.states);
  const topic = now && onlyWhose({ ...last.topic, [GROUP_IDS[ranking.by]]: ids });
  const filter = topic && askOf(scanOf(topic), readContextOf(context)).filter;
  const focus = filter ? { topic, filter, page: 1 } : topicOfThose(context, last, ranking, ids);
  await remember(context, focus);
  if (which) return { kind: 'list', filter: focus.filter, page: 1, asked: true };
  // 它手上一共几件: all that it has open.
  const held = asksHeld(rest) && (ranking.measure !== 'count' || (at.place === 'first' && at.held));
  if (!implied && (held || asksAllTogether(rest)))
    return ofOnlyThose(context, ranking, those, match, OPEN_OF);
  if (asksNoMore(rest)) return figureOf(context, ranking, focus, lead);
  // Of several units or of a project: of each that has it.
  if (heads && ranking.measure !== 'count') return headsOf(context, focus.filter);
  const answer =
    (await follow(heads ? '都是谁在管' : rest.trim())) ??
    (await ofOnlyThose(context, ranking, those, match, rest));
  if (answer === null) return null;
  const understood = answer !== undefined && (urges || (answer.kind !== 'suggest' && answer.kind !== 'text'));
  if (understood && tied) await remember(context, last);
  if (understood) return tied ? whichOf(context, last, ranking, those, rest) : answer;
  if (answer === undefined || implied) await remember(context, last);
  if (implied) return undefined;
  return answer ?? backTo(those, rest);
}

/** 本周新增了几件: a question of its own, whose: theirs. */
async function ofOnlyThose(
  context: CommandContext,
  { by, measure }: Ranking,
  those: readonly Placed[],
  match: Match,
  said: string,
): Promise<Answer | null | undefined> {
  const read = matchSaid(context, said);
  if (!isWholeQuestion(read) || read.call.topic.by || isWhose(scanOf(read.call.topic))) return undefined;
  // What was sent back of theirs, and not by them.
  const back = read.call.topic.step === 'bounced' && measure !== 'steps' && { byAnyone: true as const };
  // 这个单位平均几天, after which was slowest this year: of this year.
  const { rate, duration, periods } = read.call.topic;
  const timed = (rate ?? duration) !== undefined && periods.length === 0;
  const when = timed && { periods: (await lastOf(context))?.topic.periods ?? [] };
  const each = those.length > MOST_TIED && { by: { tag: 'by', by, asks: true } as const };
  const topic = { ...read.call.topic, ...back, ...when, ...each, [GROUP_IDS[by]]: those.map(({ id }) => id) };
  const call = askOf(scanOf(topic), readContextOf(context));
  if (call.unread || call.doubt) return undefined;
  return orAnew(await askOnwards(context, call), call, { match, phrase: readPhrase(said) });
}

/** The figure of the same measure of those alone. */
async function figureOf(
  context: CommandContext,
  { measure }: Ranking,
  { topic, filter }: Pick<Remembered, 'topic' | 'filter'>,
  lead?: string,
): Promise<Answer | null> {
  const told = lead === undefined ? [] : [lead];
  const answer: Answer | null =
    measure === 'count'
      ? { kind: 'list', filter, page: 1, asked: true }
      : await askOnwards(context, askOf(scanOf(topic), readContextOf(context)));
  return answer && (saying(answer, told) ?? answer);
}

/** 那家供电公司, 资规局多少: the same of it; with more beside it, a question of its own. */
async function ofNamed(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  { now, folded, match }: { now: Scan; folded: string; match: Match },
): Promise<Answer | null | undefined> {
  const { states, periods, ages, kinds, texts, left, personOpenIds } = now;
  const more = [states, periods, ages, kinds, texts, left, personOpenIds];
  const others = [now.by, now.step, now.basis, now.rate, now.duration, now.except, now.someone, now.fact];
  const ranks = RANKS.some((tag) => now.tags.has(tag)) || now.tags.has('why') || now.doubt !== undefined;
  const names = Object.values(GROUP_IDS).filter((key) => now[key].length > 0);
  if (more.some((list) => list.length > 0) || others.some((one) => one !== undefined)) return undefined;
  if (ranks || names.length > 1 || asksMore(folded) || !isSoon(context, last)) return undefined;
  const focus = topicOfThose(context, last, ranking, now[GROUP_IDS[ranking.by]]);
  await remember(context, focus);
  const own = askOf(scanOf(focus.topic), readContextOf(context));
  return orAnew(await figureOf(context, ranking, focus), own, { match, phrase: readPhrase(folded) });
}

/** 排第几: of the one that is named, else of the one that was spoken of. */
function placeAmong(
  context: CommandContext,
  last: Remembered,
  said: string,
): Promise<Answer | null> | undefined {
  const now = heardAs(context, said);
  const ranking = rankingOf(last);
  const named = RANKED_GROUPS.find((one) => now[GROUP_IDS[one]].length > 0);
  const by = named ?? ranking?.by ?? RANKED_GROUPS.find((one) => last.topic[GROUP_IDS[one]].length === 1);
  if (!by || now.left.length > 0 || now.doubt) return undefined;
  if (named === undefined && !isSoon(context, last)) return undefined;
  const [id, second] = named
    ? now[GROUP_IDS[named]]
    : ranking
      ? [ranking.standing]
      : last.topic[GROUP_IDS[by]];
  if (id === undefined || second !== undefined) return undefined;
  const group = { tag: 'by', by, asks: true } as const;
  const asked = goOn({ ...ungrouped(last.topic), [GROUP_IDS[by]]: [] }, { ...now, [GROUP_IDS[by]]: [] });
  const call = askOf(
    { ...asked, by: group, tags: new Map([...asked.tags, ['by', 1]]) },
    readContextOf(context),
  );
  if (call.unread || call.doubt || call.by !== by) return undefined;
  const counted = call.filter.overdue ? 'overdue' : 'count';
  const most = ranking?.most ?? (call.measure === 'rate' || call.measure === 'duration' ? 'high' : counted);
  // 去年呢, said next: its place then.
  const topic = { ...call.topic, standing: true as const, [GROUP_IDS[by]]: [id] };
  return askOnwards(context, { ...call, topic, standing: id, most });
}
