/** 哪个最少, 其他的呢, after what had most: another end, or the rest, of all that was ranked, and never of the one that came first. */
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, type GroupBy, type IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { type End, endSaid } from '../language/lexicon/ranking-said.ts';
import { goOn, type Topic } from '../language/topic.ts';
import { type CommandContext, readContextOf } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { fromEnd, isRising, type Ranking, rankingOf, ungrouped } from './ranked-places.ts';
import { heardAs } from './ranked-which.ts';

export const SAID_BY: Partial<Record<GroupBy, string>> = {
  unit: '单位',
  project: '项目',
  category: '类别',
  area: '园区',
};

/** @param folded the whole message; undefined: it asks for no end of what was ranked last */
export async function otherEnd(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  const end = last.parts || last.projects ? undefined : endSaid(folded);
  const own = rankingOf(last);
  const wide = own ? last : last.ranked && { ...last, ...last.ranked };
  const ranking = wide && rankingOf(wide);
  if (!end || !ranking) return undefined;
  const now = heardAs(context, folded);
  // 最慢的呢, after the problems of one of them, is of those.
  const ofRows = !own && end.bare && ranking.measure !== 'duration' && 'worded' in end;
  if ((now.by && now.by.by !== ranking.by) || (ofRows && !/[多少]/.test(end.worded))) return undefined;
  const call = endOf(context, wide, ranking, end);
  if (!call) return undefined;
  await remember(context, { ...wide, page: 1 });
  return askOnwards(context, call);
}

const OUT = {
  unit: 'exceptUnitIds',
  project: 'exceptProjectIds',
  category: 'exceptCategoryIds',
} as const;

/** 其他的呢: the same, without those that came first, or that were named. */
export function ofTheRest(
  context: CommandContext,
  { topic }: Remembered,
  { top: _, standing: _s, bound: _b, ...ranking }: Ranking,
  out: readonly number[],
): Promise<Answer | null> | undefined {
  const { by, measure, filter } = ranking;
  // A step is of the unit that took it then.
  if (by === 'area' || measure === 'steps') return undefined;
  const key = GROUP_IDS[by];
  const { except = { unitIds: [], projectIds: [], categoryIds: [], states: [] } } = topic;
  const left = [...except[key], ...out];
  const { [key]: _n, ...more } = filter;
  const all = ungrouped(topic);
  const group: Pick<Topic, 'by' | 'tags'> = {
    by: { tag: 'by', by, asks: true },
    tags: [...all.tags, ['by', 1, '']],
  };
  const said: Topic = { ...all, ...group, [key]: [], except: { ...except, [key]: left } };
  return askOnwards(context, {
    ...{ name: 'ask', ...ranking, topic: said },
    filter: { ...more, [OUT[by]]: left },
  });
}

function endOf(context: CommandContext, { topic }: Remembered, ranking: Ranking, end: End) {
  const { by, measure, top: _, bound: _b, standing, ...reading } = ranking;
  const all = ungrouped(standing === undefined ? topic : { ...topic, [GROUP_IDS[by]]: [] });
  const pace = 'worded' in end && measure === 'count' && paceAsked(end.worded, SAID_BY[by]);
  if (pace) {
    const call = askOf(goOn({ ...all, states: [] }, heardAs(context, pace)), readContextOf(context));
    return call.unread || call.doubt || call.by !== by ? undefined : call;
  }
  const rising = 'top' in end ? !isRising(ranking) : isRising(fromEnd(ranking, end.worded));
  // Steps are told most first.
  const cut = !(rising && measure === 'steps') && {
    most: mostOf(reading.filter, measure, rising),
    ...top(end),
  };
  const tag = measure === 'count' ? (rising ? 'least' : 'most') : rising ? 'lowest' : 'highest';
  const said: Topic = {
    ...all,
    ...(all.duration && { duration: rising ? 'fastest' : 'slowest' }),
    by: { tag: 'by', by, asks: true },
    tags: [...all.tags, ['by', 1, ''], ...(all.duration ? [] : [[tag, 1, ''] as Topic['tags'][number]])],
  };
  const { most: _m, ...plain } = reading;
  return { name: 'ask', ...plain, measure, by, ...cut, topic: said } as const;
}

const top = (end: End) => 'top' in end && { top: end.top };

function mostOf(
  { overdue }: IssueFilter,
  measure: Reading['measure'],
  rising: boolean,
): NonNullable<Reading['most']> {
  if (measure !== 'count') return rising ? 'low' : 'high';
  return rising ? 'least' : overdue ? 'overdue' : 'count';
}

/** 最快的呢, after numbers: by days, as it is asked of all. */
function paceAsked(worded: string, group = '单位'): string | undefined {
  if (/[快短]/.test(worded)) return `哪个${group}办得最快`;
  return /[慢长]/.test(worded) ? `哪个${group}最慢` : undefined;
}
