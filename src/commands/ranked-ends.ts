/** 哪个最少, 其他的呢, after what had most: another end, or the rest, of all that was ranked. */
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, type GroupBy, RANKED_GROUPS } from '../domain/issue-filter.ts';
import { type End, endSaid } from '../language/lexicon/ranking-said.ts';
import { goOn, type Topic } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { fromEnd, isRising, type Ranking, rankingOf, ungrouped } from './ranked-places.ts';
import { heardAs } from './ranked-which.ts';

export const SAID_BY: Partial<Record<GroupBy, string>> = { project: '项目', category: '类别', area: '园区' };

/** @param folded the whole message; undefined: it asks for no end of what was ranked last */
export async function otherEnd(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  const end = last.parts || last.projects ? undefined : endSaid(folded);
  // 最快的是谁, after the days of those that were level as the slowest: of all that were ranked.
  const key = last.ranked?.ranking.by && GROUP_IDS[last.ranked.ranking.by as keyof typeof GROUP_IDS];
  const level = key && last.topic[key].length > 0 && last.ranked?.topic[key].length === 0;
  const wide = rankingOf(last) && !level ? last : { ...last, ...last.ranked };
  const ranking = rankingOf(wide);
  if (!end || !ranking) return undefined;
  const { by, heard } = heardAs(context, folded);
  // 哪家 is of projects, too: each has its firm.
  const firm = ranking.by === 'project' && /家$/.test(heard.get('by') ?? '');
  const other = by && !firm ? RANKED_GROUPS.find((one) => one === by.by) : ranking.by;
  // 最慢的呢, after the problems of one of them, is of those.
  const ofRows = wide !== last && end.bare && ranking.measure !== 'duration' && /[^多少]/.test(end.worded);
  if (!other || ofRows) return undefined;
  const call = endOf(context, wide, { ...ranking, by: other }, end);
  if (call) await remember(context, { ...wide, page: 1 });
  return call && askOnwards(context, call);
}

/** Each of them apart, without the order there was. */
function regrouped(topic: Topic, by: GroupBy, ...order: Topic['tags'][number][]): Topic {
  const all = ungrouped(topic);
  return { ...all, by: { tag: 'by', by, asks: true }, tags: [...all.tags, ['by', 1, ''], ...order] };
}

function endOf(
  context: CommandContext,
  { topic }: Remembered,
  ranking: Ranking,
  end: End,
): CallOf<'ask'> | undefined {
  const { by, measure, top: _, bound: _b, standing, most: _m, ...reading } = ranking;
  const all = standing === undefined ? topic : { ...topic, [GROUP_IDS[by]]: [] };
  const counts = measure === 'count';
  // 最快的呢, after numbers: by days, as it is asked of all.
  if (counts && /[快慢长短]/.test(end.worded)) {
    const pace = `哪个${SAID_BY[by] ?? '单位'}${/[快短]/.test(end.worded) ? '办得最快' : '最慢'}`;
    const call = askOf(
      goOn({ ...ungrouped(all), states: [] }, heardAs(context, pace)),
      readContextOf(context),
    );
    return call.unread || call.doubt || call.by !== by ? undefined : call;
  }
  const rising = end.worded ? isRising(fromEnd(ranking, end.worded)) : !isRising(ranking);
  const largest = reading.filter.overdue ? 'overdue' : 'count';
  const most = counts ? (rising ? 'least' : largest) : rising ? 'low' : 'high';
  // Steps are told most first.
  const order: Pick<Ranking, 'most' | 'top'> = rising && measure === 'steps' ? {} : { most };
  if (end.top) order.top = end.top;
  const said = regrouped(all, by, [rising ? 'least' : 'most', 1, '']);
  return { name: 'ask', ...reading, measure, by, ...order, topic: said };
}

const OUT = { unit: 'exceptUnitIds', project: 'exceptProjectIds', category: 'exceptCategoryIds' } as const;

/** 其他的呢: the same, without those that came first, or that were named. */
export function ofTheRest(
  context: CommandContext,
  { topic }: Remembered,
  { top: _, standing: _s, bound: _b, ...ranking }: Ranking,
  out: readonly number[],
): Promise<Answer | null> | undefined {
  const { by, measure } = ranking;
  // A step is of the unit that took it then.
  if (by === 'area' || measure === 'steps') return undefined;
  const key = GROUP_IDS[by];
  const { except = { unitIds: [], projectIds: [], categoryIds: [], states: [] } } = topic;
  const left = [...except[key], ...out];
  const { [key]: _n, ...more } = ranking.filter;
  const said = { ...regrouped(topic, by), [key]: [], except: { ...except, [key]: left } };
  return askOnwards(context, { name: 'ask', ...ranking, filter: { ...more, [OUT[by]]: left }, topic: said });
}
