/** Who stands where in what was ranked: by numbers, a rate, days or steps. */
import { groupName, oneOf, rankedGroups } from '../cards/issue-groups.ts';
import { nthText, placeText } from '../cards/words-follow-up.ts';
import { GROUP_IDS, type IssueFilter, RANKED_GROUPS, type RankedGroup } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import { scanOf, type Topic, topicOf } from '../language/topic.ts';
import type { ViewContext } from '../text/view.ts';
import { drawnFigure } from '../views/figures.ts';
import { groupsFound, narrow } from '../views/issue-list.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { type Remembered, sameFilter } from './follow-memory.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';

export interface Placed {
  id: number;
  name: string;
  /** By which they stand in their order: the same of all that are level. */
  value: readonly number[];
  text: string;
}

export interface Ranking extends Reading {
  by: RankedGroup;
}

/** What was ranked; undefined: nothing that has a first. */
export function rankingOf({ ranking }: Remembered): Ranking | undefined {
  const by = RANKED_GROUPS.find((one) => one === ranking?.by);
  return ranking && by && { ...ranking, by };
}

/** Those that are ranked, in the order of the card. */
export async function placesOf(context: CommandContext, ranking: Ranking): Promise<Placed[]> {
  const { by, filter, most, measure } = ranking;
  const viewer = viewerOf(context);
  const narrowed = narrow(filter, viewer);
  if (!narrowed) return [];
  const view = viewIn(context);
  if (measure !== 'count') {
    const { top: _t, standing: _s, bound: _b, ...all } = ranking;
    const drawn = await drawnFigure(context.tx, { ...all, most: most ?? 'high' }, narrowed, view);
    return (drawn.groups?.rows ?? []).flatMap(({ id, value, text }) =>
      typeof id === 'number' && value != null
        ? [{ id, name: groupName(by, id, view), value: [value], text: text.replace(/。$/, '') }]
        : [],
    );
  }
  const order = most === 'high' || most === 'low' || most === undefined ? 'count' : most;
  const found = rankedGroups(await groupsFound(context.tx, narrowed, by, viewer, order), order);
  return found.flatMap(({ id, overdue, overdueDays, longestDays, counts }) => {
    if (typeof id !== 'number') return [];
    const late = order === 'overdue' || order === 'longest';
    const value = order === 'longest' ? [longestDays] : late ? [overdue, overdueDays] : [counts.total];
    const text = placeText(late ? overdue : 0, overdueDays, counts.total);
    return [{ id, name: groupName(by, id, view), value, text }];
  });
}

/** 倒数第二, of who is overdue most, slowest or lowest: those are the last already. */
export const isWorstFirst = ({ most, rate, duration }: Ranking) =>
  most === 'overdue' ||
  most === 'longest' ||
  (rate !== undefined && rate !== 'reopened' && most === 'low') ||
  (duration !== undefined && most === 'high');

/** Neither stands before the other. */
export const isLevel = (a: Placed, b: Placed) => String(a.value) === String(b.value);

/** 最低的那个: from that end. */
export function fromEnd(ranking: Ranking, worded: string | undefined): Ranking {
  if (worded === undefined) return ranking;
  const low =
    /[少低快短]/.test(worded) ||
    (/[好差]/.test(worded) && (worded === '差') !== (ranking.measure === 'duration'));
  const { standing: _, ...rest } = ranking;
  if (ranking.measure !== 'count') return { ...rest, most: low ? 'low' : 'high' };
  if (low) return { ...rest, most: 'least' };
  return rest.most === 'least' ? { ...rest, most: rest.filter.overdue ? 'overdue' : 'count' } : rest;
}

/** The smallest stand in front. */
export const isRising = ({ most }: Ranking) => most === 'least' || most === 'low';

/** The one of them by its id, whether or not it has a place. */
export function placedAs(context: CommandContext, by: RankedGroup, id: number): Placed {
  return { id, name: groupName(by, id, viewIn(context)), value: [], text: '' };
}

/** Names of groups are nobody's. */
export function viewIn({ directory, now }: CommandContext): ViewContext {
  return { directory, now, people: new Map(), demo: false };
}

/** Which place it has, and what. */
export function leadOf(places: readonly Placed[], found: Placed): string {
  const place = places.findIndex((one) => isLevel(one, found)) + 1;
  const level = places.filter((one) => isLevel(one, found)).length - 1;
  return nthText(place, places.length, `${found.name}，${found.text}`, level);
}

/** What a ranking says beside what is ranked. */
export const RANKS: readonly Topic['tags'][number][0][] = [
  ...(['by', 'most', 'least', 'more', 'each', 'highest', 'lowest', 'longest', 'top'] as const),
  ...(['sorted', 'standing', 'against', 'than', 'trend'] as const),
];

/** What was ranked, without the order. */
export function ungrouped({ by: _b, top: _t, standing: _s, sorted: _o, bound: _u, ...topic }: Topic): Topic {
  const { longest, against: _a, than: _h, ...rest } = topic;
  const late =
    longest === 'overdue' && !rest.duration && !rest.states.some(({ state }) => state.kind === 'overdue');
  return {
    ...rest,
    ...(rest.duration && { duration: 'average' as const }),
    states: late ? [...rest.states, { state: { kind: 'overdue' }, heard: '' }] : rest.states,
    tags: rest.tags.filter(([tag]) => !RANKS.includes(tag)),
  };
}

/** The question of those alone, as the words for the next go on from it. */
export function topicOfThose(
  context: CommandContext,
  last: Remembered,
  { by, filter, measure }: Ranking,
  ids: number[],
): Omit<Remembered, 'at'> {
  if (measure === 'steps') {
    const topic = { ...ungrouped(last.topic), [GROUP_IDS[by]]: ids };
    return { topic, filter: askOf(scanOf(topic), readContextOf(context)).filter, page: 1 };
  }
  const own: IssueFilter = { ...oneOf(by, filter, ids[0] ?? 0), [GROUP_IDS[by]]: ids };
  const read = scanOfReading({ measure: 'list', filter: own });
  const again = measure === 'count' ? askOf(read, readContextOf(context)) : undefined;
  const plain = again && !again.unread && sameFilter(again.filter, own);
  const topic = plain ? topicOf(read) : { ...ungrouped(last.topic), [GROUP_IDS[by]]: ids };
  return { topic, filter: own, page: 1 };
}
