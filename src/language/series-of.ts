/** Spans one after the other: each of which days, and what is told of it. */
import { rangeOf } from '../domain/period.ts';
import type { Reading, Series, SeriesFigure } from '../domain/reading.ts';
import { spansBetween } from '../domain/series.ts';
import { type Day, daysBetween } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import type { Heard } from './heard-times.ts';
import { whole } from './reading-part.ts';
import type { Scan } from './scanned.ts';

const LENGTHS = { day: 14, week: 8, month: 6 } as const;
/** Rows of one answer. */
const MOST_SPANS = 31;

/** Spans one after the other; undefined: nothing of the kind is asked. @param alone no state, rate or clock is said */
export function seriesOf(
  place: Scan,
  heard: Heard,
  alone: boolean,
  context: ReadContext,
  today: Day,
): Reading | undefined {
  const { said, times } = heard;
  const [time, second] = times;
  if (second || time?.point || said.has('same') || said.has('before')) return undefined;
  const apart = [...(said.get('apart') ?? []), ...(said.get('lately') ?? [])].join('');
  const named = /[周星礼]/.test(apart)
    ? 'week'
    : /[天日]/.test(apart)
      ? 'day'
      : apart === ''
        ? undefined
        : 'month';
  const until = time && time.until < today ? time.until : today;
  const days = time ? daysBetween(time.from, until) + 1 : 0;
  const by =
    named ??
    (!time
      ? said.has('form') || said.has('pace')
        ? 'week'
        : 'month'
      : days <= 10
        ? 'day'
        : days <= 62
          ? 'week'
          : 'month');
  const [year] = rangeOf('year', 0, today);
  // 哪个月最多: of this year, once it has two.
  const most = said.has('most') || said.has('least');
  // 从上线到现在每天登记几件: as many as one answer holds, from the first there is.
  const all = place.states.some(({ kind }) => kind === 'all');
  const many = all ? MOST_SPANS : said.has('mean') && by === 'day' ? 7 : LENGTHS[by];
  const lengths = rangeOf(by, 1 - many, today)[0];
  const from = time
    ? firstFull(time.from, until, by, today)
    : most && by === 'month' && year < rangeOf('month', 0, today)[0]
      ? year
      : lengths;
  const spans = spansBetween({ by, from, to: until });
  if (spans.length < 2 || spans.length > MOST_SPANS) return undefined;
  const of = figuresOf(place, said, alone);
  if (of.length === 0) return undefined;
  // Few days, and few that are late, are the good end.
  const ends = endsSaid(said).join('');
  const fewIsGood = of[0] === 'overdue' || of[0] === 'open';
  const turned = of[0] === 'days' ? /[快慢好差]/.test(ends) : fewIsGood && /[好差]/.test(ends);
  const asked =
    said.has('apart') && said.has('most') !== said.has('least')
      ? { most: said.has('most') !== turned ? ('high' as const) : ('low' as const) }
      : {};
  const { source: _s, ...others } = whole({ ...place, periods: [], states: [] }, context, 'logged');
  const filter = place.basis === 'logged' && _s ? { ...others, source: _s } : others;
  const pace = said.has('pace') && { pace: true as const, ...(heard.ahead && { until: heard.ahead }) };
  const counts = of.every((one) => one === 'logged' || one === 'closed');
  if (said.has('mean') && !counts) return undefined;
  const mean = said.has('mean') && { mean: true as const };
  const drift = (said.has('growing') || said.has('form') || said.has('changed')) &&
    !most && { drift: true as const };
  const finer = named === undefined && !pace && { finer: true as const };
  return {
    measure: 'series',
    filter,
    series: { by, from, to: until, of, ...asked, ...pace, ...mean, ...drift, ...finer },
  };
}

/** 近三个月, month by month: three of them, the present one the last. */
export function firstFull(from: Day, to: Day, by: Series['by'], today: Day): Day {
  if (by !== 'month' || to !== today || from.endsWith('-01')) return from;
  const [next] = rangeOf('month', 1, from);
  return daysBetween(from, to) > 58 ? next : from;
}

/** 最多, 最好, 最慢: words for either end. */
function endsSaid(said: Heard['said']): string[] {
  return [...(said.get('most') ?? []), ...(said.get('least') ?? [])];
}

function figuresOf(place: Scan, said: Heard['said'], alone: boolean): SeriesFigure[] {
  const { states, basis, rate } = place;
  const has = (kind: string) => states.some((s) => s.kind === kind);
  if (states.some((s) => s.kind === 'status')) return [];
  // 平均逾期几天办完 asks for days of some, not when all are done.
  const narrower = place.duration !== undefined || states.some((s) => s.kind !== 'open' && s.kind !== 'all');
  if (said.has('pace')) return rate || basis || narrower ? [] : ['logged', 'closed', 'open'];
  if (said.has('form'))
    return rate || basis || states.length > 0 ? [] : ['logged', 'closed', 'open', 'overdue'];
  if (rate)
    return states.length > 0 && !has('closed')
      ? []
      : [rate === 'closed' || rate === 'share' ? 'closed-rate' : rate];
  if (place.duration) return ['days'];
  const ends = endsSaid(said);
  const best = ends.some((word) => /[好差高低]/.test(word));
  const some: SeriesFigure[] = [
    ...(basis === 'logged' || (has('closed') && ends.length > 1) ? (['logged'] as const) : []),
    ...(has('closed') ? (['closed'] as const) : []),
    ...(has('closed') && best ? (['closed-rate'] as const) : []),
    ...(has('open') ? (['open'] as const) : []),
    ...(has('overdue') ? (['overdue'] as const) : []),
  ];
  if (some.length > 0) return some;
  // 问题是越来越多还是越来越少: what came, and what was left.
  // 哪个月问题最多: what came.
  if (ends.length > 0 && alone && place.tags.has('noun')) return ['logged'];
  if (place.tags.has('noun') || said.has('growing')) return alone ? ['logged', 'closed', 'open'] : [];
  return [];
}
