/**
 * What of the question before may stand beside what is said now. A rate of a unit and 红的几个 have no figure together:
 * the unit stays, the rate goes.
 */
import type { Answer } from '../domain/answer.ts';
import type { ReadContext } from '../language/definition.ts';
import type { StateWord } from '../language/lexicon/query-word.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { isStanding } from '../language/topic-states.ts';
import { alone } from '../language/turned.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';

type Tag = Topic['tags'][number][0];

const MEASURE = ['rate', 'duration', 'highest', 'lowest', 'portion', 'more', 'most', 'least'] as const;
const WHOSE: readonly Tag[] = ['me', 'our-unit', 'here', 'enterprise', 'of-projects', 'helping'];
const RATINGS: readonly string[] = ['unsatisfied', 'satisfied', 'wholly', 'fairly', 'rated', 'unrated'];

export function isRating(state: StateWord): boolean {
  return state.kind === 'mark' && RATINGS.includes(state.mark);
}

/**
 * What is asked now beside what was.
 * @param pointed 其中: of those alone, or not at all
 * @param bears what is said now lacks what was said before
 */
export function askBeside(
  last: Topic,
  now: Scan,
  { bears, ...how }: { within: boolean; pointed: boolean; marked?: boolean; bears: boolean },
  reader: ReadContext,
): CallOf<'ask'> {
  const both = askOf(goOn(how.pointed ? last : besides(last, now), now, how), reader);
  // What has no figure together: at least whose it is stays.
  const whose = both.unread && !how.pointed && bears ? onlyWhose(last) : undefined;
  const own = whose && askOf(goOn(whose, now), reader);
  return own && !own.unread ? own : both;
}

/** 红的几个, after how it stood on a past day: of all. undefined: no question of its own */
export async function askedAnew(context: CommandContext, match: Match): Promise<Answer | null | undefined> {
  return isWholeQuestion(match) ? askOnwards(context, match.call) : undefined;
}

/** The question before without what cannot stand beside what is said now. */
function besides(last: Topic, now: Scan): Topic {
  const was = ofOneTime(ratedBy(scanOf(last)), now);
  const measured = was.rate ?? was.duration;
  const rest = isShareDone(was) && now.states.every((one) => isStanding(one) && !isDone(one));
  const asked = now.rate ?? now.duration ?? (rest ? undefined : now.by);
  if (measured && (measured !== 'share' || rest) && asked === undefined && now.states.length > 0)
    return topicOf(afterMeasure(was, now));
  // 超期最长的是哪件, after a rate: what is overdue now; 最慢的 is of those.
  if (isOver(measured) && now.longest === 'overdue' && !/慢/.test(now.heard.get('longest') ?? ''))
    return topicOf({ ...afterMeasure(was, now), states: [], periods: [], ages: [] });
  const rates = (now.rate && now.rate !== 'share') || now.duration;
  // 办结率, after 红灯有几个: of all that the unit has.
  const ofAll = was.states.filter((one) => (!isStanding(one) || isDone(one)) && !isRating(one));
  if (rates && now.states.length === 0 && ofAll.length < was.states.length)
    return topicOf({ ...was, states: ofAll });
  if (now.states.some(isRating)) {
    const left = was.states.filter((one) => !isRating(one));
    return topicOf({ ...was, states: left[0] || !was.states[0] ? left : [CLOSED] });
  }
  // 办完的有几件, after the red ones of a mark: of those with it.
  if (now.states.some(isDone) && was.states.some((one) => !isStanding(one)))
    return topicOf({ ...was, states: was.states.filter((one) => !isStanding(one)) });
  return topicOf(was);
}

/** 企业满意率: firms are who rates, and not who told of it. */
function ratedBy(was: Scan): Scan {
  if (was.rate !== 'satisfied') return was;
  return { ...was, tags: new Map([...was.tags].filter(([tag]) => tag !== 'enterprise')) };
}

/** 平均几天办完的, after this month beside last month: of this month. */
function ofOneTime(was: Scan, now: Scan): Scan {
  const asks = [now.rate, now.duration, now.by].some((one) => one !== undefined);
  // 把本周的列一下, after this week beside last: of this one alone.
  const lists = now.periods.length === 1 && /列|念|名单|清单|哪[几些]/.test(now.heard.get('count') ?? '');
  return lists || (asks && was.periods.length > 1 && now.periods.length === 0) ? alone(was) : was;
}

/** 不满意的几个, after 本月满意率: of those that were struck off then; what stands now was not. */
function afterMeasure(was: Scan, now: Scan): Scan {
  const { rate, duration: _d, byDefault: _b, taken: _t, bound: _o, came: _c, ...rest } = was;
  const tags = new Map([...was.tags].filter(([tag]) => !MEASURE.includes(tag as (typeof MEASURE)[number])));
  const over = isOver(rate ?? was.duration) && rest.basis === undefined && rest.periods.length > 0;
  const done = rest.states.some(isDone) || !over ? rest.states : [...rest.states, CLOSED];
  const left: Scan = { ...rest, tags, states: done };
  if (now.states.every(isRating)) return left;
  const stands = now.states.every((one) => isStanding(one) && !isDone(one));
  // 没办完的列一下, after 今年办结率: of those that were logged then.
  if (stands && isShareDone(was) && rest.periods.length > 0) return { ...left, states: [], basis: 'logged' };
  return stands && rest.basis === undefined ? { ...left, states: [], periods: [], ages: [] } : left;
}

/** 办结率, 办完的占多少: of what came in some days, how much is struck off. */
export const isShareDone = ({ rate, states, basis, came }: Scan): boolean =>
  rate === 'closed' || (rate === 'share' && (came === true || basis === 'logged') && states.some(isDone));

const CLOSED: StateWord = { kind: 'closed' };

/** Of what was struck off, by when it was. */
const isOver = (measure: Scan['rate'] | Scan['duration']) =>
  measure !== undefined && !['closed', 'share', 'reopened'].includes(measure);

const isDone = ({ kind }: StateWord) => kind === 'closed';

/** Whose it was and nothing else; undefined: nobody's. */
export function onlyWhose(last: Topic): Topic | undefined {
  const was = ratedBy(scanOf(last));
  const tags = new Map([...was.tags].filter(([tag]) => WHOSE.includes(tag)));
  const except = was.except && { ...was.except, states: [] };
  const named = [was.unitIds, was.projectIds, was.areaIds, was.personOpenIds, was.categoryIds, was.texts];
  const left = except ? [except.unitIds, except.projectIds, except.categoryIds] : [];
  const more = was.someone ?? was.park ?? was.industry;
  if ([...named, ...left].every((list) => list.length === 0) && more === undefined && tags.size === 0)
    return undefined;
  const { someone, park, industry, others } = was;
  return topicOf({
    ...blankOf(was),
    tags,
    ...(except && { except }),
    ...(someone !== undefined && { someone }),
    ...(park !== undefined && { park }),
    ...(industry !== undefined && { industry }),
    ...(others !== undefined && { others }),
  });
}

function blankOf({ unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts, heard }: Scan): Scan {
  const none = {
    states: [],
    kinds: [],
    periods: [],
    ages: [],
    nodes: [],
    outside: [],
    clashes: [],
    left: [],
  };
  const named = { unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts };
  return { ...none, ...named, tags: new Map(), heard, endsOf: false };
}

/** 两家哪个超期的多, after one and the other: these two. 两个单位各几件, after both: of each. */
export function ofTheTwo(folded: string, last: Remembered | undefined): string {
  const each = folded.replace(/^[这那]?两[个家](?:单位|局|部门|项目|企业|类)?(?=各|分别)/u, '');
  return last?.run ? folded.replace(/^([两三四五六])(?=[个家])/u, '这$1') : each;
}

/** 那楚能呢, after 美利信开工以来, of a project that has not begun. */
export async function withoutStart(
  context: CommandContext,
  call: CallOf<'ask'>,
  { projectIds }: Scan,
): Promise<Answer | undefined> {
  const [project] = call.topic.projectIds;
  const since = call.topic.tags.find(([tag]) => tag === 'since-node')?.[2];
  if (!since || call.unread?.join('') !== since || project === undefined || projectIds.length !== 1)
    return undefined;
  const name = context.directory.project(project)?.name ?? '';
  const nearest = [`${name}今年新增的有几个`];
  return answerQuestion(context, { ...call, filter: {}, untold: 'no-start', nearest });
}
