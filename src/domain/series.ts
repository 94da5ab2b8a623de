/** The spans a series tells of. */
import { rangeOf } from './period.ts';
import type { Series } from './reading.ts';
import type { Day } from './time.ts';

const MOST = 60;

/** The days, weeks or months between, cut at both ends. */
export function spansBetween({ by, from, to }: Pick<Series, 'by' | 'from' | 'to'>): { from: Day; to: Day }[] {
  const spans: { from: Day; to: Day }[] = [];
  for (let offset = 0; offset < MOST; offset++) {
    const [first, last] = rangeOf(by, offset, from);
    if (first > to) break;
    spans.push({ from: first < from ? from : first, to: last > to ? to : last });
  }
  return spans;
}
