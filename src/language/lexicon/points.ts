/** Past days on which something stood so or so: 十月底, 去年这个时候, 截至上周五, 上周五下班时. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { rangeOf } from '../../domain/period.ts';
import { addDays, addMonths, type Day } from '../../domain/time.ts';
import { remembered } from '../remembered.ts';
import { edgeAt } from './edges-of-time.ts';
import { matchAt } from './period-words.ts';
import { dayAt } from './periods.ts';

/** How it stood when `day` was over. */
export interface Point {
  day: Day;
  length: number;
}

const UP_TO = /(?:截至到|截止到|截至|截止|直到|到|至)/y;
/** Behind a day they say that it is looked at from there. */
const AT_THAT_TIME =
  /的?(?:当天|那天)?的?(?:下班(?:的?时候|那会儿?|时|后|以后|之后|为止)?|收工(?:的?时候|时)?|收盘时?|晚上|24[点时]|二十四[点时]|零点|结束(?:的?时候|时)|当时|(?:这个?|同一)时候|这个点|这会儿?|那个?时候|那会儿?|的?时候|时点|为止)(?:为止)?/y;
const BARE_END = /(?:为止|止|当时|的?时候|那个?时候|那会儿?|时点|时)/y;

const SAME_TIME =
  /(去年|前年|上个?月|上上个?月|上个?周|上个?星期|上个?礼拜|上个?季度|昨天|前天)的?(?:这个?时候|这个时间点?|这会儿?|这时|此时此刻|此时|现在|今天|今日|当天|同一天|同一日|同日|同一时间|同一个?时候|这一天|这天|这个点)/y;
const AGO = new RegExp(
  `(${NUMERAL}|半)(天|周|个?星期|个?礼拜|个月|年)(?:之前|以前|前)的?(?:这个?时候|今天)?`,
  'y',
);
const STILL =
  /^(?:那天|当天)?还(?:有|剩下?|欠|压着?)(?:几|多少|好多|几多)[件个条桩]?(?:问题|事)?(?:是)?(?:没|未|冇|逾期|超期|在办)/u;
/** What came, was done or falls due on that day is no state of it. */
const NAMED = '[^,，。的该要新登报提派转签退催销期]{0,8}';
/** 上周五水利局在办几件: how it stood then. */
const OPEN_THEN = new RegExp(`^的?${NAMED}(?:在办|正在办|办理中|手上)`, 'u');
/** 昨天没办结的; 上周没办完的 are those of that week. */
const UNDONE_THEN = new RegExp(
  `^的?${NAMED}(?!(?<=有)没有)[没未](?:有|能)?(?:办[完结好]|销号|解决|完成|搞完)`,
  'u',
);
/** 上周的时候解决了几件: what came or was done in those days, and no state of them. */
const CAME_THEN =
  /^(?!.*(?:[没未在手]|[还剩]有|[逾超红黄蓝])).{0,10}(?:办结|销号|解决|新增|登记|\p{Script=Han}率)/u;
const OF_DAY = /^[昨前]|末|(?:周|星期|礼拜)[一二三四五六日天]|[日号天]$/;
/** 上周末新增的 came on those two days. */
const WEEKEND = /(?:上周末|上个?星期末)(?=还有|还剩|还压|时|的时候)/y;
/** 年初以来 and 从年初到现在 are spans of days. */
const GOES_ON = /^(?:以来|至今|到|至|开始|起|以后|之后|过后|~|-|—)/;

function namedAt(folded: string, at: number, today: Day): Point | undefined {
  const edge = edgeAt(folded, at, today);
  if (edge) return edge;
  const find = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(folded);
  };
  const same = find(SAME_TIME);
  if (same) return { day: sameDay(same[1] ?? '', today), length: same[0].length };
  const ago = find(AGO);
  const many = ago?.[1] === '半' ? 0.5 : (readNumeral(ago?.[1] ?? '') ?? 0);
  if (ago && many > 0 && many <= 400) {
    const day = agoOf(many, ago[2] ?? '', today);
    if (day !== undefined) return { day, length: ago[0].length };
  }
  const weekend = matchAt(WEEKEND, folded, at);
  return weekend === undefined ? undefined : { day: rangeOf('week', -1, today)[1], length: weekend.length };
}

function sameDay(said: string, today: Day): Day {
  if (said.endsWith('年')) return addMonths(today, said.startsWith('去') ? -12 : -24);
  if (said.endsWith('季度')) return addMonths(today, -3);
  if (said.endsWith('月')) return addMonths(today, said.startsWith('上上') ? -2 : -1);
  return addDays(today, said === '昨天' ? -1 : said === '前天' ? -2 : -7);
}

function agoOf(many: number, unit: string, today: Day): Day | undefined {
  if (unit.endsWith('年')) return addMonths(today, -12 * many);
  if (unit.endsWith('月')) return many < 1 ? addDays(today, -15) : addMonths(today, -many);
  if (many < 1) return undefined;
  return addDays(today, -many * (unit === '天' ? 1 : 7));
}

/** The point of time whose name begins at `at`: a day that is over, looked at from its end. */
export const pointAt = remembered((folded, at, today: Day): Point | undefined => {
  if (/[从自]/.test(folded.charAt(at - 1))) return undefined;
  const upTo = matchAt(UP_TO, folded, at);
  const start = at + (upTo?.length ?? 0);
  const named = namedAt(folded, start, today);
  const whole = named ?? dayAt(folded, start, today);
  if (!whole || whole.day >= today) return undefined;
  const end = start + whole.length;
  if (named && GOES_ON.test(folded.slice(end))) return undefined;
  const tail = matchAt(named ? BARE_END : AT_THAT_TIME, folded, end);
  if (!named && /时候|会儿/.test(tail ?? '') && CAME_THEN.test(folded.slice(end + (tail ?? '').length)))
    return undefined;
  // 上周五还有几件没办完: how it stood then.
  const [said, rest] = [folded.slice(start, end), folded.slice(end)];
  const stood =
    !named && (STILL.test(rest) || OPEN_THEN.test(rest) || (OF_DAY.test(said) && UNDONE_THEN.test(rest)));
  if (stood && tail === undefined && upTo === undefined) return { day: whole.day, length: end - at };
  // 上周五 alone is the day on which something came or fell due.
  if (!named && tail === undefined && upTo === undefined) return undefined;
  return { day: whole.day, length: end + (tail?.length ?? 0) - at };
});
