/**
 * Words of time, whether the grammar knows what they mean or not. They tell where an expression of time begins and
 * ends, so that a part of one is never taken for the whole.
 */
import { NUMERAL_CHARS } from '../numerals.ts';
import { GAP } from './hours.ts';

const CN = NUMERAL_CHARS;
const HAN = '\\u4e00-\\u9fff';
const NOT_A_THING = '(?![线楼路井桩栋幢厂门院机房车台塔桥库])';
const N = `(?:\\d{1,4}(?:\\.\\d{1,2})?|[${CN}半几数多]{1,7})(?:${GAP}\\([\\d${CN}]{1,5}\\))?`;
const COUNTED = `(?:${N}${GAP}(?:[-~]|至|到|、|或)${GAP})?${N}${GAP}(?:个半?)?${GAP}(?:工作${GAP}[日天周]|工时|自然[日天月]|日历[日天月]|[日天号]${NOT_A_THING}(?![气线然窗常均产])|小时|钟头|星期|礼拜|周(?![年岁围边]|期(?!间))|季度|月份?|年(?!级)|分钟|刻钟|旬|[hH](?![a-zA-Z]))`;
const DAY =
  '(?:大?[今明后昨前]|[次翌隔当])[天日](?![然气线常报志])|[今明昨][早晚](?!报)|[今明后]儿个?|第二天|明后天';
const WEEKDAY = `(?:[上下本这那当]{1,2}一?个?)?(?:周|星期|礼拜)(?:[一二三四五六日天末初](?![次回])|[1-6](?!\\d))|(?:[上下本这]{1,2}一?个?)(?:周|星期|礼拜)`;
const MONTH = `(?:[上下本这次当]{1,2}一?个?月份?|(?<![${CN}\\d个正腊本下这岁]|(?<!原则)上)月)(?:[上中下]旬|的?月?[底末初中])|(?:[下本这次]{1,2}一?个?)月|[上中下]旬`;
const YEAR =
  '[今明本来后去]年|年[底末终初中内]|岁末|[上下]半[年月]|[本下这上]?一?个?季度?[末底初]|[本下这]一?个?季度';
const FEAST =
  '春节|过年|除夕|元旦|清明|五一|端午|中秋|国庆|元宵|重阳|腊八|三八|六一|七一|八一|教师节|儿童节|妇女节|劳动节|建军节|圣诞|(?:正月|腊月|冬月|农历|大年)(?:\\d{1,2}月)?(?:初?[一二三四五六七八九十廿]{1,3}|\\d{1,2})?[日号]?';
const CLOCK = `${N}[点时](?:钟|半|整|[一三]刻|${N}分?)?|\\d{1,2}:\\d{2}|[上下]午|中午|傍晚|凌晨|晚上|早上|下班|上班前`;
const ENGLISH =
  '\\d{1,3} ?(?:d|days?|w|wks?|weeks?|wd|working days?)(?![a-zA-Z])|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])';
const UNSURE =
  '一会儿?|待会儿?|晚[点些](?:时候)?|稍后|回头|改[天日]|有空|空了|待定|另行通知|视情况|长期|年后|开年后?|[早午晚]饭[前后]|过[几两]天|这[几两]天|近[几两]天|最近几天|过段时间|一段时间';
const OFTEN = `每个?(?:周|星期|礼拜)[一二三四五六日天末]?|每[天日]|每个?月(?:${N}[日号]|[底初末])?`;
const NUMERIC_DATE = '(?:\\d{4}[-./])?\\d{1,2}[-./]\\d{1,2}(?![\\d.%])[日号]?';
const NTH = `(?:最后|倒?数?第[\\d${CN}]{1,3}|首|头)(?:一)?个?(?:工作[日天]|自然日|日历[日天]|天|周|日(?!历)|月)|(?:下下?|次)(?:一个?|个)工作[日天]`;

/** One word that says a time or a length of time. */
const WORD = `(?:${NTH}|${COUNTED}|${WEEKDAY}|${DAY}|${MONTH}|${YEAR}|${FEAST}|${CLOCK}|${OFTEN}|[Qq][1-4](?![\\w])(?:季度)?|${UNSURE}|${ENGLISH}|${NUMERIC_DATE})`;
const PAREN = '\\([^()\\n]{0,14}(?:[日天周月假含起延点时节]|工作)[^()\\n]{0,14}\\)';
/** What changes the meaning of the time it stands behind. */
const QUALIFIER = `(?:左右|前后|上下|开外|以上|以下|之久|有余|不等|之间|期间|以来|为止|截止|算起|起算|开始|当[天日]|那[天周]|[之以][前后内]|${PAREN}|节前|节后)`;
const SHORT = `(?:前(?![期面置往景台端沿述提门后锋线来])|后(?![续勤期台门面方院山])|内(?![部容蒙外墙涝])|起(?![草火诉重点吊])|止(?![水血步])|多(?=天|个|日)|[底末初](?![${HAN}])|[上中下]旬|中(?![${HAN}])|半(?![${HAN}])|工作[日天]|自然日|[一二三四五六日](?=[前,\\s。;]|$)|最后一?[个天日])`;
const RANGE = '(?:至|到|[-~]+)';
const CHOICE = '(?:或者?|还是|、|和|及|以及|与|/)';

/** 两会前, 验收后: tied to something that happens. */
const EVENT = `[${HAN}]{2,8}(?:(?<![门楼店屋村房桥路院厂面眼目身生空提之以日先从当事产婚饭墙车])(?:之前|以前|前)|(?<![落滞先前今最随售善背之墙屋楼车院房门])(?:之后|以后|后))(?![${HAN}])`;
const MORE = `${GAP}(?:[之以]?后的?|又|零|再?加|外加)${GAP}${WORD}|${GAP}${EVENT}|${GAP}(?:起|后|止|半|多|[上下]午)(?![${HAN}])`;

const OPEN_RIGHT = new RegExp(
  `^(?:${MORE}|${SHORT}|(?:的?${GAP})${WORD}|${GAP}(?:${QUALIFIER})|${GAP}(?:${RANGE}|${CHOICE})${GAP}${WORD})`,
);
/** A word of time that ends there is no beginning of what is to be done (月底前12月份报表). */
const CLOSED_RIGHT = new RegExp(
  `^(?:${MORE}|${GAP}(?:${QUALIFIER})|${GAP}(?:${RANGE}|${CHOICE})${GAP}${WORD}|的?${WORD}(?![${HAN}\\w]))`,
);
const GLUED_LEFT = new RegExp(`(?:${WORD}(?:的|份)?(?:${QUALIFIER}|[前后内起底末初中])?的?)$`);
const CHOICE_LEFT = new RegExp(`(?:${WORD}(?:${QUALIFIER}|[前后内])?${GAP}${CHOICE}${GAP})$`);
const RANGE_LEFT = new RegExp(`(?:${WORD}(?:${QUALIFIER}|[前后内])?${GAP}${RANGE}${GAP})$`);
const QUALIFIED_LEFT = new RegExp(
  `(?:(?:最后|倒数|首|不早于?|最早|至少|起码|不少于?|不低于|多于|大于|再过|又过|(?<![${HAN}])(?:前|头|再|隔|每|逢|近|下|次|上|那|某|第)|每[上下]|(?:${FEAST})节?[前后]?[ \\t])的?${GAP})$`,
);
/** 材料齐全后, 自收到之日起: from a day nobody knows. */
const ANCHOR = new RegExp(
  `(?:[${HAN}A-Za-z\\d()《》“”]{0,16}(?:(?<![落滞先售善背幕])后|之日起?|(?<![发引兴掀拉唤])起|以来))(?:的|${GAP})$`,
);

/** What a phrase is joined to on each side. `closed`: 前 or 内 stands behind it. */
function reach(text: string, from: number, until: number, closed: boolean): [number, number] {
  const right = (closed ? CLOSED_RIGHT : OPEN_RIGHT).exec(text.slice(until, until + 40))?.[0].length ?? 0;
  const before = text.slice(Math.max(0, from - 40), from);
  const left =
    GLUED_LEFT.exec(before) ??
    CHOICE_LEFT.exec(before) ??
    (closed ? null : RANGE_LEFT.exec(before)) ??
    QUALIFIED_LEFT.exec(before) ??
    ANCHOR.exec(before);
  return [from - (left?.[0].length ?? 0), until + right];
}

const STEPS = 6;

/**
 * Widens [from, until) to the whole expression of time it belongs to, in folded text. The same span comes back when
 * nothing around it belongs to it. `closed`: the phrase ends in 前 or 内, so what follows is what is to be done.
 */
export function widenPhrase(text: string, from: number, until: number, closed: boolean): [number, number] {
  let span: [number, number] = [from, until];
  for (let step = 0; step < STEPS; step++) {
    const next = reach(text, ...span, closed);
    if (next[0] === span[0] && next[1] === span[1]) return span;
    span = next;
  }
  return span;
}

const PIECES = [
  WORD,
  QUALIFIER,
  SHORT,
  RANGE,
  CHOICE,
  '的',
  '整',
  '大?约',
  '大概',
  '最[迟晚早]',
  '之',
  '不[早晚]于',
  '至少|起码|不少于|不到|将近|约莫|大致|近',
  '暂定|拟[于在]?|计划|预计|争取|力争|尽量|尽可能|原则上|ddl|DDL|deadline|by',
  '[吧呢啊哈零又过多整再每第下上近前头逢隔]|最后|[年月周][底末初中]|行吗|行不行|可以吗?|好吗|为宜|为好',
].map((source) => new RegExp(source, 'iy'));
const [SAYS_TIME] = PIECES;

/** How much of a word, from its beginning, is made of words of time; 0 when none of them says a time. */
function lengthOfTime(word: string): number {
  let at = 0;
  let says = false;
  while (at < word.length) {
    let longest = 0;
    for (const piece of PIECES) {
      piece.lastIndex = at;
      const length = piece.exec(word)?.[0].length ?? 0;
      if (length > longest) longest = length;
      if (piece === SAYS_TIME && length > 0) says = true;
    }
    if (longest === 0) break;
    at += longest;
  }
  return says ? at : 0;
}

const EVENT_ONLY = new RegExp(`^${EVENT}$`);
const ANCHORED = new RegExp(`^[${HAN}A-Za-z\\d()]{1,16}?(?:后|起|以来)(?=${WORD})`);
/** 开会前 behind 12月20日 */
const BOUND = new RegExp(`^[${HAN}]{1,8}(?:前|后|期间|起)$`);

/** Whether a word of its own says when, known to the grammar or not. */
export function saysWhen(word: string): boolean {
  const length = lengthOfTime(word);
  const rest = word.slice(length);
  if (length > 0 && (rest === '' || BOUND.test(rest))) return true;
  const anchor = ANCHORED.exec(word)?.[0].length ?? 0;
  return EVENT_ONLY.test(word) || (anchor > 0 && saysWhen(word.slice(anchor)));
}

/** Widens a span over the words beside it, blanks between, that say when; the first word of a text opens its tale. */
export function widenToWords(text: string, [from, until]: readonly [number, number]): [number, number] {
  const span: [number, number] = [from, until];
  for (let step = 0; step < STEPS; step++) {
    const before = /([^\s,。;!?|\uE000\uE001]{1,30})[ \t]{1,3}$/.exec(
      text.slice(Math.max(0, span[0] - 40), span[0]),
    );
    const after = /^[ \t]{1,3}([^\s,。;!?|\uE000\uE001]{1,30})/.exec(text.slice(span[1], span[1] + 40));
    const opens = before && text.slice(0, span[0] - before[0].length).trim() === '';
    if (before && !opens && saysWhen(before[1] ?? '')) span[0] -= before[0].length;
    else if (after && saysWhen(after[1] ?? '')) span[1] += after[0].length;
    else break;
  }
  return span;
}
