/** 兴发这周有什么进展: what was done, or what came. */
import type { Phrase } from '../language/phrase.ts';
import { measureOf } from '../language/reading-of.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

/**
 * 兴发这周有什么进展 could ask for what was done or for what came; what falls due then is neither. Of nobody in particular
 * both are told.
 * @param several the figures that are told together (several-questions.ts)
 */
export function whatMoved(
  phrase: Phrase,
  scan: Scan,
  call: CallOf<'ask'>,
  several: CallOf<'ask'> | undefined,
): CallOf<'ask'> | undefined {
  const how = scan.heard.get('how') ?? '';
  const [period, second] = scan.periods;
  if (!period || second || !/进展|动静/.test(how) || scan.basis || scan.states.length > 0) return undefined;
  if (call.unread || measureOf(scan) !== 'progress' || (several?.parts && isOfAll(scan, call)))
    return undefined;
  const nearest = ['办结的有哪些', '新增的有哪些'].map((end) => phrase.text.trim().replace(how, end));
  return { ...call, filter: {}, unread: [scan.heard.get(period) ?? how], nearest };
}

/** 近三天有什么动静: of everything. */
function isOfAll(
  { by, kinds, texts, categoryIds, someone, periods }: Scan,
  { filter }: CallOf<'ask'>,
): boolean {
  const { projectIds, unitIds, areaIds, personId } = filter;
  const narrowed = projectIds ?? unitIds ?? areaIds ?? personId ?? someone ?? by;
  const long = periods.some(({ from, until }) => from !== until);
  return long && narrowed === undefined && kinds.length + texts.length + categoryIds.length === 0;
}
