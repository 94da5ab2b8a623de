/** Questions about the links or the weather of one project, which its map, the card of the link or its 晴雨表 answers. */

import { todayOf } from '../domain/directory.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

/** 安琪还差哪些手续, 兴发的施工许可办下来没: the map of the project's links, or the one that is named. */
export function aboutLinks(scan: Scan, { chat }: ReadContext): CallOf<'link-map' | 'link-state'> | undefined {
  const { tags, projectIds, left, states, doubt } = scan;
  const named = tags.get('link-name') ?? 0;
  // 环评批复跟能评: one card would leave the other out.
  if (named > 1 || !(named === 1 || tags.has('links')) || tags.has('enterprise') || doubt) return undefined;
  const fields = ['projectIds', 'nodes', 'nodesSaid', 'reached', 'states', 'kinds'] as const;
  const narrower = states.some(({ kind }) => kind !== 'open' && kind !== 'closed' && kind !== 'all');
  // 还差哪些手续
  const unread = left.some((word) => !/^(?:还差|差|还剩|还缺|缺|离|距|距离)$/.test(word));
  if (narrower || unread || !saysOnly(scan, ...fields)) return undefined;
  const here = chat.projectIds.length === 1 ? chat.projectIds[0] : undefined;
  const [only = chat.defaultProjectId ?? here, second] = projectIds;
  if (only === undefined || second !== undefined) return undefined;
  const of = { projectIds: [only] };
  return named === 1
    ? { name: 'link-state', words: scan.heard.get('link-name') ?? '', ...of }
    : { name: 'link-map', ...of };
}

/** What else may stand beside the weather: nothing that counts or picks projects. */
const OTHERWISE = [
  'count',
  'by',
  'most',
  'least',
  'than',
  'noun',
  'node',
  'rate',
  'duration',
  'send',
] as const;

const ASKING = ['how', 'why', 'ask', 'which', 'when', 'tell'] as const;

/**
 * 安琪现在是晴还是雨, 邦普为什么转雨了: the 晴雨表 of the project, which says why. Of all, where nothing but the weather
 * itself or why it is so is asked (项目晴雨表今天什么天气, 为什么下雨).
 */
export function aboutWeather(scan: Scan, context: ReadContext): CallOf<'weather'> | undefined {
  const { weather, tags, projectIds, periods, left, doubt } = scan;
  if (!weather || left.length > 0 || doubt) return undefined;
  // 下雨的那几个为什么下雨 counts none.
  const those = tags.has('why') && /^几[个家]$/.test(scan.heard.get('count') ?? '');
  if (OTHERWISE.some((tag) => tags.has(tag) && !(those && tag === 'count'))) return undefined;
  if (!saysOnly(scan, 'projectIds', 'weather', 'periods')) return undefined;
  const today = todayOf(context);
  if (!periods.every(({ from, until }) => from <= today && today <= until)) return undefined;
  const [only, second] = projectIds;
  // 兴发那边下雨了 is talk.
  const asks = weather.length !== 1 || ASKING.some((tag) => tags.has(tag));
  if (only !== undefined && second === undefined && asks)
    return { name: 'weather', all: false, projectId: only, heard: '' };
  const asksAll = weather.length === 0 || tags.has('why');
  const some = tags.has('projects') || tags.has('here') || tags.has('everywhere') || tags.has('why');
  return only === undefined && asksAll && some
    ? { name: 'weather', all: true, projectId: null, heard: '' }
    : undefined;
}
