/** Where months, quarters and years end and begin: 十月底, 上季度末, 年初. */
import { readNumeral } from '../../domain/numerals.ts';
import { monthOf, rangeOf } from '../../domain/period.ts';
import { addDays, type Day, datePartsOf } from '../../domain/time.ts';
import { yearOf } from './written-days.ts';

/** The last day of it; of a beginning the day before. */
export interface Edge {
  day: Day;
  length: number;
}

const TWO = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const YEAR = '(?:(\\d{4}|今|去)年)?';
const MONTH_EDGE = new RegExp(`${YEAR}(${TWO})月份?的?([底末初])`, 'y');
const NEAR_EDGE =
  /(?<![\d一二三四五六七八九十个每])(本|这个?|上个?|上上个?|)(月|季度)份?的?([底末初])|(今|去|前|本)?年年?的?(底|末|初)|(去|前|今)年(?:年)?(底|末|初)/y;
const QUARTER_EDGE = new RegExp(`${YEAR}的?第?([一二三四1-4])季度的?([底末初])`, 'y');
const HALF_EDGE = new RegExp(`${YEAR}的?(上)半年的?([底末])`, 'y');

/** The last day of it, or the one before its first. */
function edgeOf([first, last]: readonly [Day, Day], edge: string | undefined): Day {
  return edge === '初' ? addDays(first, -1) : last;
}

/** The edge whose name begins at `at`, ahead or behind. */
export function edgeAt(folded: string, at: number, today: Day): Edge | undefined {
  const { year } = datePartsOf(today);
  const find = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(folded);
  };
  const month = find(MONTH_EDGE);
  const which = readNumeral(month?.[2] ?? '') ?? 0;
  if (month && which >= 1 && which <= 12)
    return { day: edgeOf(monthOf(yearOf(month[1], which, today), which), month[3]), length: month[0].length };
  const near = find(NEAR_EDGE);
  if (near) {
    const [said, of, kind, edge, yearly, yearEdge] = near;
    const offset = (word: string | undefined) =>
      word?.startsWith('上上') ? -2 : word?.startsWith('上') ? -1 : 0;
    if (of !== undefined)
      return {
        day: edgeOf(rangeOf(kind === '月' ? 'month' : 'quarter', offset(of), today), edge),
        length: said.length,
      };
    const years = yearly === '去' ? -1 : yearly === '前' ? -2 : 0;
    return { day: edgeOf(rangeOf('year', years, today), yearEdge), length: said.length };
  }
  const spanOf = (said: string | undefined) => yearOf(said, 1, today);
  const quarter = find(QUARTER_EDGE);
  if (quarter) {
    const n = readNumeral(quarter[2] ?? '') ?? 1;
    const of = quarter[1] === undefined ? year : spanOf(quarter[1]);
    return {
      day: edgeOf([monthOf(of, n * 3 - 2)[0], monthOf(of, n * 3)[1]], quarter[3]),
      length: quarter[0].length,
    };
  }
  const half = find(HALF_EDGE);
  return half
    ? { day: monthOf(half[1] === undefined ? year : spanOf(half[1]), 6)[1], length: half[0].length }
    : undefined;
}
