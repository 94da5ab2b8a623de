/** What is said after a ranking: of who came first unless it says another place, a name, all of them or another time. */
import { groupName, oneOf, rankedGroups } from '../cards/issue-groups.ts';
import { noSuchRowText } from '../cards/words-figures.ts';
import { apartText, askOfText, nthText, placeText, severalFirstText } from '../cards/words-follow-up.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { type RankedGroup, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { LEADING } from '../language/lexicon/follow-ups.ts';
import {
  asksAllTogether,
  asksApartOfTwo,
  asksNoMore,
  changesOnly,
  type Place,
  pointedIn,
  standingSaid,
  withoutWho,
} from '../language/lexicon/ranking-said.ts';
import { cutStart, readPhrase, trim } from '../language/phrase.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { drawnFigure } from '../views/figures.ts';
import { groupsFound, narrow } from '../views/issue-list.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isWhose, saysAll } from './follow-bearing.ts';
import { isSoon, type Remembered, remember, sameFilter } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';

/** Goes on from what is remembered then, as if it had been said in these words. */
type Follow = (text: string) => Promise<Answer | null | undefined>;

const IDS = { unit: 'unitIds', project: 'projectIds', area: 'areaIds', category: 'categoryIds' } as const;
/** So many that are alike are meant together. */
const MOST_TIED = 3;
const MOST_OFFERED = 4;
const LEADING_WORDS = /^(?:那么?|它们?|他们|的|[,，\s])+/u;

interface Placed {
  id: number;
  name: string;
  /** By which they stand in their order: the same of all that are level. */
  value: readonly number[];
  text: string;
}

interface Ranking extends Reading {
  by: RankedGroup;
}

function rankingOf({ ranking }: Remembered): Ranking | undefined {
  const by = RANKED_GROUPS.find((one) => one === ranking?.by);
  return ranking && by && { ...ranking, by };
}

/** undefined: it is not of the ranking. null: it is on its way by itself. */
export async function ofTheRanking(
  context: CommandContext,
  last: Remembered,
  { folded, match, follow }: { folded: string; match: Match; follow: Follow },
): Promise<Answer | null | undefined> {
  if (last.parts || last.projects || isCommand(match)) return undefined;
  const stands = standingSaid(folded);
  if (stands !== undefined) return placeAmong(context, last, stands);
  const ranking = rankingOf(last);
  if (!ranking) return undefined;
  if (asksAllTogether(folded)) return askOnwards(context, askOf(scanOf(ungrouped(last.topic)), readContextOf(context)));
  if (asksApartOfTwo(folded)) return apartOfTwo(context, last, ranking);
  const pointed = pointedIn(folded);
  const unordered = ranking.most === undefined && ranking.standing === undefined;
  const it = pointed?.at.place === 'first' && pointed.at.it === true;
  if (pointed && !(it && unordered)) {
    const now = heardAs(context, pointed.rest);
    // 那家供电公司: named beside it.
    if (now[IDS[ranking.by]].length > 0) return it ? ofNamed(context, last, ranking, now) : undefined;
    return atPlace(context, last, ranking, { at: pointed.at, rest: pointed.rest, match, follow });
  }
  if (!isSoon(context, last) || unordered) return undefined;
  const now = heardAs(context, folded);
  if (now[IDS[ranking.by]].length > 0) return ofNamed(context, last, ranking, now);
  const time = now.periods.length === 1 ? withoutWho(folded) : undefined;
  if (time !== undefined) return follow(`${time}呢`);
  if (now.by || isWhose(now) || changesOnly(folded) || standsAlone(now, folded, match)) return undefined;
  return atPlace(context, last, ranking, { at: { place: 'first', it: true }, rest: folded, match, follow });
}

function isCommand(match: Match): boolean {
  if (match.kind !== 'call') return false;
  const { call } = match;
  return !['ask', 'countdown', 'weather'].includes(call.name) && !(call.name === 'urge' && call.issueId === undefined);
}

function heardAs(context: CommandContext, text: string): Scan {
  return scanHeard(trim(cutStart(readPhrase(text), LEADING)), readContextOf(context));
}

/** 本周新增了几件, 全区还有多少问题: a whole question that says what or when of its own. */
function standsAlone(now: Scan, folded: string, match: Match): boolean {
  if (now.tags.has('everywhere') || saysAll(readPhrase(folded))) return true;
  const dated = now.periods.length > 0 || now.point !== undefined;
  const noun = /问题|事项/.test(folded) && ['count', 'most'].some((tag) => now.tags.has(tag as 'count'));
  const what = now.basis !== undefined || now.states.length > 0 || now.step !== undefined;
  return isWholeQuestion(match) && (noun || (dated && what));
}

/** Those that are ranked, in the order of the card. */
async function placesOf(context: CommandContext, ranking: Ranking): Promise<Placed[]> {
  const { by, filter, most, measure } = ranking;
  const viewer = viewerOf(context);
  const narrowed = narrow(filter, viewer);
  if (!narrowed) return [];
  const view = { directory: context.directory, now: context.now, people: new Map(), demo: false };
  if (measure !== 'count') {
    const { top: _t, standing: _s, bound: _b, ...all } = ranking;
    const drawn = await drawnFigure(context.tx, { ...all, most: most ?? 'high' }, narrowed, view);
    return (drawn.groups?.rows ?? []).flatMap(({ id, value, text }) =>
      typeof id === 'number' && value != null ? [{ id, name: groupName(by, id, view), value: [value], text }] : [],
    );
  }
  const order = most === 'overdue' ? 'overdue' : 'count';
  const found = rankedGroups(await groupsFound(context.tx, narrowed, by, viewer), order);
  return found.flatMap(({ id, overdue, overdueDays, counts }) => {
    if (typeof id !== 'number') return [];
    const value = order === 'overdue' ? [overdue, overdueDays] : [counts.total];
    const text = placeText(overdue, overdueDays, counts.total);
    return [{ id, name: groupName(by, id, view), value, text }];
  });
}

const isLevel = (a: Placed, b: Placed) => String(a.value) === String(b.value);

/** 最低的那个: from that end. */
function fromEnd(ranking: Ranking, worded: string | undefined): Ranking {
  if (worded === undefined) return ranking;
  const low = /[少低快短]/.test(worded) || (/[好差]/.test(worded) && (worded === '差') !== (ranking.measure === 'duration'));
  const { standing: _, ...rest } = ranking;
  return ranking.measure === 'count' ? rest : { ...rest, most: low ? 'low' : 'high' };
}

interface At {
  at: Place;
  rest: string;
  match: Match;
  follow: Follow;
}

async function atPlace(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  said: At,
): Promise<Answer | null | undefined> {
  const { at, rest } = said;
  const ends = fromEnd(ranking, at.place === 'first' ? at.worded : undefined);
  // 最少的那个: those with none are not among them.
  if (ranking.measure === 'count' && at.place === 'first' && /[少低快短]/.test(at.worded ?? '')) return undefined;
  const places = await placesOf(context, ends);
  const [first] = places;
  if (!first) return undefined;
  const own = ends.standing === undefined ? undefined : places.filter(({ id }) => id === ends.standing);
  const leaders = own?.length ? own : places.filter((one) => isLevel(one, first));
  if (at.place === 'first') return ofThose(context, last, ends, leaders, said);
  if (at.place === 'rest') {
    if (leaders.length > MOST_TIED) return whichOf(context, leaders, rest);
    return asksNoMore(rest) ? ofTheRest(context, last, ends, leaders) : undefined;
  }
  const nth = at.place === 'last' ? -1 : at.nth;
  const found = places.at(nth < 0 ? nth : nth - 1);
  if (!found) return { kind: 'text', tone: 'warning', text: noSuchRowText(places.length) };
  return ofThose(context, last, ends, [found], said, leadOf(places, found));
}

/** The same for one, or for up to three that are alike; what is said beside is of those. */
async function ofThose(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  those: readonly Placed[],
  { at, rest, follow }: At,
  lead?: string,
): Promise<Answer | null | undefined> {
  const implied = at.place === 'first' && at.it === true;
  const tied = those.length > MOST_TIED;
  // What would write or send something is not tried.
  if (tied && (!implied || asksNoMore(rest) || /[催导发表]/.test(rest))) return whichOf(context, those, rest);
  const focus = focusOf(context, last, ranking, those.map(({ id }) => id));
  await remember(context, focus);
  if (asksNoMore(rest)) return figureOf(context, ranking, focus, lead);
  const answer = (await follow(rest.trim())) ?? undefined;
  const understood = answer !== undefined && answer.kind !== 'suggest' && answer.kind !== 'text';
  if (understood && tied) await remember(context, last);
  if (understood) return tied ? whichOf(context, those, rest) : answer;
  if (answer === undefined || implied) await remember(context, last);
  if (implied) return undefined;
  return answer ?? backTo(those, rest);
}

/** The figure of the same measure of those alone. */
function figureOf(
  context: CommandContext,
  { measure }: Ranking,
  { topic, filter }: Pick<Remembered, 'topic' | 'filter'>,
  lead?: string,
): Promise<Answer | null> | Answer {
  if (measure === 'count') return { kind: 'list', filter, page: 1, asked: true, ...(lead !== undefined && { lead }) };
  return askOnwards(context, askOf(scanOf(topic), readContextOf(context)));
}

const RANKS: readonly Topic['tags'][number][0][] = [
  ...(['by', 'most', 'least', 'more', 'each', 'highest', 'lowest', 'longest', 'top'] as const),
  ...(['sorted', 'standing', 'against', 'than', 'trend'] as const),
];

/** What was ranked, without the order. */
function ungrouped({ by: _b, top: _t, standing: _s, sorted: _o, bound: _u, ...topic }: Topic): Topic {
  const { longest, against: _a, than: _h, ...rest } = topic;
  const late = longest === 'overdue' && !rest.states.some(({ state }) => state.kind === 'overdue');
  return {
    ...rest,
    ...(rest.duration && { duration: 'average' as const }),
    states: late ? [...rest.states, { state: { kind: 'overdue' }, heard: '' }] : rest.states,
    tags: rest.tags.filter(([tag]) => !RANKS.includes(tag)),
  };
}

/** The question of those alone, as the words for the next go on from it. */
function focusOf(
  context: CommandContext,
  last: Remembered,
  { by, filter, measure }: Ranking,
  ids: number[],
): Omit<Remembered, 'at'> {
  const own: IssueFilter = { ...oneOf(by, filter, ids[0] ?? 0), [IDS[by]]: ids };
  const read = scanOfReading({ measure: 'list', filter: own });
  const again = measure === 'count' ? askOf(read, readContextOf(context)) : undefined;
  const plain = again && !again.unread && sameFilter(again.filter, own);
  const topic = plain ? topicOf(read) : { ...ungrouped(last.topic), [IDS[by]]: ids };
  return { topic, filter: own, page: 1 };
}

/** 那家供电公司, 资规局多少: the same of it; with more beside it, a question of its own. */
async function ofNamed(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  now: Scan,
): Promise<Answer | null | undefined> {
  const { states, periods, ages, kinds, texts, left, personOpenIds } = now;
  const more = [states, periods, ages, kinds, texts, left, personOpenIds];
  const others = [now.by, now.step, now.basis, now.rate, now.duration, now.except, now.someone, now.fact];
  const ranks = RANKS.some((tag) => now.tags.has(tag)) || now.tags.has('why') || now.doubt !== undefined;
  const names = Object.values(IDS).filter((key) => now[key].length > 0);
  if (more.some((list) => list.length > 0) || others.some((one) => one !== undefined)) return undefined;
  if (ranks || names.length > 1 || !isSoon(context, last)) return undefined;
  const focus = focusOf(context, last, ranking, now[IDS[ranking.by]]);
  await remember(context, focus);
  return figureOf(context, ranking, focus);
}

/** 其他的呢: the same ranking, without those that came first. */
function ofTheRest(
  context: CommandContext,
  last: Remembered,
  { by }: Ranking,
  leaders: readonly Placed[],
): Promise<Answer | null> | undefined {
  if (by === 'area') return undefined;
  const { except = { unitIds: [], projectIds: [], categoryIds: [], states: [] } } = last.topic;
  const left = [...except[IDS[by]], ...leaders.map(({ id }) => id)];
  const call = askOf(scanOf({ ...last.topic, except: { ...except, [IDS[by]]: left } }), readContextOf(context));
  return call.unread || call.doubt ? undefined : askOnwards(context, call);
}

async function apartOfTwo(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
): Promise<Answer | undefined> {
  const [first, second] = await placesOf(context, ranking);
  if (!first || !second) return undefined;
  const [a = 0, more = 0] = first.value;
  const [b = 0, less = 0] = second.value;
  await remember(context, last);
  const kind = ranking.measure === 'count' ? 'count' : ranking.measure === 'rate' ? 'rate' : 'days';
  const said = [first, second].map(({ name, text }) => `${name}：${text}`);
  return { kind: 'text', text: apartText(said, kind, Math.abs(a - b), Math.abs(more - less)) };
}

/** 排第几: of the one that is named, else of the one that was spoken of. */
function placeAmong(
  context: CommandContext,
  last: Remembered,
  said: string,
): Promise<Answer | null> | undefined {
  const now = heardAs(context, said);
  const ranking = rankingOf(last);
  const by = ranking?.by ?? RANKED_GROUPS.find((one) => last.topic[IDS[one]].length === 1);
  if (!by || now.left.length > 0 || now.doubt) return undefined;
  const [id, second] = now[IDS[by]].length > 0 ? now[IDS[by]] : ranking ? [ranking.standing] : last.topic[IDS[by]];
  if (id === undefined || second !== undefined) return undefined;
  const group = { tag: 'by', by, asks: true } as const;
  const asked = goOn({ ...ungrouped(last.topic), [IDS[by]]: [] }, { ...now, [IDS[by]]: [] });
  const call = askOf({ ...asked, by: group, tags: new Map([...asked.tags, ['by', 1]]) }, readContextOf(context));
  if (call.unread || call.doubt || call.by !== by) return undefined;
  const most = ranking?.most ?? (call.measure === 'rate' || call.measure === 'duration' ? 'high' : call.filter.overdue ? 'overdue' : 'count');
  return askOnwards(context, { ...call, standing: id, most });
}

function leadOf(places: readonly Placed[], found: Placed): string {
  const place = places.findIndex((one) => isLevel(one, found)) + 1;
  const level = places.filter((one) => isLevel(one, found)).length - 1;
  return nthText(place, places.length, `${found.name}，${found.text}`, level);
}

/** Several are alike, and more than are told together. */
function whichOf(context: CommandContext, those: readonly Placed[], rest: string): Answer {
  const asked = rest.replace(LEADING_WORDS, '');
  const commands = those.slice(0, MOST_OFFERED).map(({ name }) => {
    const own = `${name}${asked}`;
    return isWholeQuestion(matchSaid(context, own)) ? own : `${name}呢`;
  });
  return { kind: 'suggest', text: severalFirstText(those.map(({ name }) => name), those[0]?.text ?? ''), commands };
}

function backTo(those: readonly Placed[], rest: string): Answer {
  const names = those.map(({ name }) => name).join('、');
  return { kind: 'suggest', text: askOfText(rest.trim(), names), commands: [`${names}没办完的有哪些`, `${names}逾期的有几件`] };
}
