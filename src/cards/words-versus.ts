/** What is said beside figures that are set beside each other. */
import type { Reached } from '../domain/links-asked.ts';
import type { Weather } from '../domain/model.ts';
import { SKY_NAMES } from './words-projects-asked.ts';

/** 跟资规局比谁快: only one side was said. */
export const ownSideText = (unit: string): string => `另一边没有说，按${unit}算。`;
/** Why one is lower than the other. */
export const NO_REASON_FOR = '系统只有数，没有记高低的原因。';
/** Which is worst, or goes better, is no figure. */
export const NO_VERDICT = '哪样好、哪样差系统不评，只列已有的数。';
/** One project beside another. */
export function wholeText(name: string, weather: Weather | null, { done, concerned }: Reached): string {
  const sky = weather === null ? '晴雨还没有预报' : `晴雨：${SKY_NAMES[weather]}`;
  const links = concerned === 0 ? '还没有定环节' : `环节办完 ${done}/${concerned}`;
  return `${name}：${sky}，${links}。`;
}
/** Of one side the asker may see all, of the other only a part. @param compare which is more was asked */
export const partlySeenText = (compare: boolean): string =>
  `标“您看得到的”的只算您有权看的，不是全部${compare ? '，所以不比多少' : ''}。`;
/** Of rates and days that are compared all the same. */
export const AS_SEEN = '只按您看得到的算：';
/** Behind by how much one has more. */
export const WITHOUT_VOID = '作废的没有比。';
/** A side that is all there is. */
export const ALL_SIDE = '全部';

/** Rates or days of several, by what they differ. @param days else percent */
export function comparedValuesText(
  sides: readonly { name: string; value: number | null }[],
  days: boolean,
): string {
  const known = sides.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const none = sides.filter(({ value }) => value === null).map(({ name }) => name);
  if (none.length > 0) return `${none.join('、')}没有可算的，比不出${days ? '快慢' : '高低'}。`;
  const [first, ...others] = known.toSorted((a, b) => (days ? a.value - b.value : b.value - a.value));
  const last = others.at(-1);
  if (!first || !last) return '';
  if (first.value === last.value) return '两边一样。'.replace('两边', sides.length > 2 ? '几边' : '两边');
  const apart = Math.round(Math.abs(first.value - last.value) * 10) / 10;
  return days
    ? `${first.name}快，平均用时比${last.name}短 ${apart} 个工作日。`
    : `${first.name}高，比${last.name}高 ${apart} 个百分点。`;
}

/** Of months in a row, those ahead of the first with anything in it. */
export const emptyBeforeText = (count: number): string => `前面 ${count} 段都没有，不列。`;
