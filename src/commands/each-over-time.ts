/** Two times side by side of each unit, project or kind: 各单位逾期跟上周比多了还是少了, 哪个单位进步最大 逾期减得最多. */
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { GroupBy, IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { overTimeIn } from '../language/over-time.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

const GROUP =
  /(?:各个?|每一?个?|按|分|哪一?个?|哪几个?|哪些|谁)(?:家)?(?:责任)?(单位|部门|委办局|局|家|项目|企业|类(?:问题|别|事)?|园区|乡镇)(?:分开|分|的)?/gu;
const GROUPS: readonly (readonly [GroupBy, RegExp])[] = [
  ['unit', /单位|部门|局|家/u],
  ['project', /项目|企业/u],
  ['category', /类/u],
  ['area', /园区|乡镇/u],
];
/** Which of them changed most; that they are told in that order says it. */
const MOST =
  /(?:增|减|多|少|升|降|涨|跌|掉|压减?|下降|上升|减少|增加|增长|提高|提升)(?:得|的|了)?(?:最|更)(?:多|快|大|狠|明显|厉害|凶)(?:的)?/gu;
const BETTER =
  /(?:有没有|有无|是不是|有)?(?:进步|长进|起色|改善|改观|退步|倒退|滑坡)(?:得|的|了)?(?:最|比较|更)?(?:大|明显|快|多|厉害)?(?:的)?(?:没有|没|吗|了)?/gu;
const MEASURED = /逾期|超期|没办完|未办|未结|没销|未销|积压|存量|办结|销号|解决|新增|登记|率|用时|平均|几天/u;

/**
 * A table of both times; what is not understood to the end is left to others.
 * @param make the call of a reading, with the people and names that were said
 */
export function eachOverTime(
  phrase: Phrase,
  context: ReadContext,
  make: (scan: Scan, reading: Reading) => CallOf<'ask'>,
): CallOf<'ask'> | undefined {
  const [group, second] = [...phrase.folded.matchAll(GROUP)];
  const by = GROUPS.find(([, noun]) => noun.test(group?.[1] ?? ''))?.[0];
  if (!group || second || !by) return undefined;
  const bare = phrase.folded.slice(0, group.index) + phrase.folded.slice(group.index + group[0].length);
  const improved = bare.search(BETTER) >= 0;
  // 哪个单位进步最大, of nothing: of 按时率, which the title says.
  const measure = improved && !MEASURED.test(bare) ? ' 按时率' : '';
  const said = `${bare.replace(BETTER, ' ').replace(MOST, '变化')}${measure}`;
  const changes = /变化/.test(said) || !improved ? '' : '变化';
  const read = overTimeIn(readPhrase(`${said}${changes}`), context);
  if (!read || read.past !== undefined) return undefined;
  const both = bothOf(read.reading, by);
  if (!both) return undefined;
  const counted = both.every(({ measure: one }) => one === 'count');
  const [first] = both;
  return first && { ...make(read.scan, first), parts: both, ...(counted && { compare: true as const }) };
}

/** The later time in front. */
function bothOf({ measure, filter, compared, ...rest }: Reading, by: GroupBy): Reading[] | undefined {
  if (!compared) return undefined;
  const { from, to } = compared;
  const { sort: _, ...whole } = filter;
  // What was voided came by mistake, as in a comparison of all.
  const came = measure === 'trend' && whole.loggedFrom !== undefined && !whole.statuses;
  const later: IssueFilter = came ? { ...whole, statuses: [...OPEN_STATUSES, 'closed'] } : whole;
  const timed: IssueFilter | undefined =
    later.closedFrom !== undefined
      ? { ...later, closedFrom: from, closedTo: to }
      : later.loggedFrom !== undefined
        ? { ...later, loggedFrom: from, loggedTo: to }
        : measure === 'trend' && from === to
          ? { ...later, asOf: to }
          : undefined;
  if (!timed) return undefined;
  const kind = measure === 'trend' ? ('count' as const) : measure;
  if (kind !== 'count' && kind !== 'rate' && kind !== 'duration') return undefined;
  return [later, timed].map((one) => ({ ...rest, measure: kind, filter: one, by }));
}
