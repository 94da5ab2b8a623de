import { GAP, HOUR_PHRASE } from './hours.ts';
import type { Meaning } from './reading.ts';
import type { Form } from './row.ts';

/** What follows the core of a phrase: weekday or date beside it, an hour, 前 or 内, and 完成. */
export interface Tail {
  end: number;
  groups: Record<string, string | undefined>;
  suffix: boolean;
  approximate: boolean;
}

const WEEK = '(?:周|星期|礼拜)';
const BESIDE = `(?:${GAP}[(]${GAP}${WEEK}(?<paren>[一二三四五六日天])${GAP}[)]|${GAP}${WEEK}(?<beside>[一二三四五六日天])|${GAP}[(]${GAP}(?<sideMonth>\\d{1,2})[月./-](?<sideDay>\\d{1,2})[日号]?${GAP}[)])`;
const SUFFIX = `(?:之前|以前|前(?![期面置往景台端沿述提门后锋线]|来(?!电|水))|之内|以内|内(?![部容蒙外墙涝])|为止|截止|止(?![水血步]))`;
/** 前 includes the day anyway. */
const INCLUSIVE = `(?:${GAP}[(](?:含|包[含括])(?:[当本][天日])?[)])`;
const TAIL = new RegExp(
  `(?:当[天日])?${BESIDE}?${INCLUSIVE}?(?:的?${GAP}${HOUR_PHRASE})?(?<approximate>${GAP}(?:左右|前后|上下))?(?<suffix>${GAP}${SUFFIX}${INCLUSIVE}?)?`,
  'y',
);
const TAIL_WITHOUT_HOUR = new RegExp(`(?<approximate>${GAP}(?:左右|前后|上下))?`, 'y');

/** Reads what follows the core ending at `from`; durations in hours take no hour. */
export function readTail(text: string, from: number, hours: boolean): Tail {
  const pattern = hours ? TAIL : TAIL_WITHOUT_HOUR;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const groups = match?.groups ?? {};
  return {
    end: from + (match?.[0].length ?? 0),
    groups,
    suffix: groups.suffix !== undefined,
    approximate: groups.approximate !== undefined,
  };
}

const LEAD_WORD =
  '(?<![^\\s,。;:(\uE000])(?:大?约|大概|差不多|预计|力争|争取|尽量|尽可能|原则上|暂定|ddl|DDL|deadline)|(?:自|从)?(?:即日|今[天日]|现在|当前)(?:起|开始|算起)|' +
  '(?:完成|办结|办理|整改|解决|交付|要求)?(?:时限|期限|限期|限时|时间节点|完成日期|办结日期|最后期限)(?:[:]|是|为|在|到|至)?' +
  '|截止(?:时间|日期)?(?:到|至|于|是|为|在|[:])?|截至|最迟|最晚|不晚于|不迟于|至迟|不超过|(?<![有权年无上下界])限(?:在|于)?' +
  '|(?<![^\\s,。;:(])(?:到|至)';
const LEAD = new RegExp(
  `(?<lead>(?:${LEAD_WORD})(?:${GAP}(?:${LEAD_WORD}))?)(?:于|在|到|至)?${GAP}$|(?:务必|必须)?[于在]${GAP}$`,
);
const POSTPONED = /(?:延期|延长|顺延|推迟|延后|延|改|展期)(?:到|至)[ \t]{0,3}$/;
const DIRECTIVE = /(?<![申邀聘])请(?![问示假教客])|(?<![转出])让|责成|务必|必须|确保|力争|争取/;
const SPENT =
  /(?:(?<![各亲独擅])自|还剩|仅剩|只剩|剩余|剩下|滞后|落后|距今|原[定计本拟][划于在]?|本应[于在]?|曾[定于]+|自从|从|早在|逾期|超期|超时|(?<!不)超过?|最近|(?<![附就靠邻])近|过去|连续|持续|历时|长达|多达|了|已|已经|(?<!公)共|累计|每|每隔|为期|工期|周期|约定|规定(?:的|在|于)?|用时|耗时|停电|停水|停产|停工|停气|断电|断水|封闭|中断|延误|拖延?|提前|间隔|有效期|保修期?|质保期?|每天|一等|等待?)[ \t]{0,3}$/;
const PROCESS =
  /(?:需要?|用|平均|压缩[到至为]?|缩短[到至为]?|承诺|法定|约|至少|满|只要|仅|要|花|审批|超|期(?:为|是)?)[ \t]{0,3}$/;
const STATEMENT =
  /^[ \t]{0,3}(?:已|曾|起(?!草)|开始|以来|至今|没|未|还没|不|连续|多次|屡次|反复|发生|出现|累计|停电|停水|停产|停工|断电|断水|被|一直|有\d)/;
const COUNT_STATEMENT = /^[ \t]{0,3}(?:了|还|都|才|太|以上|多|无|没|未|的(?!时限|期限)|前)/;
const PERIOD_STATEMENT = /^[ \t]{0,3}(?:就|又|因|至|停|漏|断|堵|塌|召开|举行|投产|开工|[^前]{0,4}了)/;
const MUST = '(?:要|需要|须|需|必须|务必|应当?|得|一定|争取|力争|要求|能|可)?';
const VERB =
  '(?:完成(?![率度情])|办结|完结|办完|办好|办妥|做完|弄好|搞定|解决|处理|处置|答复|回复|反馈|提交|上报|报送|拿出|拿方案|拿意见|落实|到位|整改|修复|修好|修通|接通|清运|拆除|销号|交付|移交|交(?:材料|方案)|报(?:材料|方案)|给(?:答复|意见|方案|结果|回复)|出(?:方案|意见|结果))';
const VERB_AFTER = new RegExp(`^${GAP}${MUST}${GAP}${VERB}(?![了过])`);
const CUT_VERB = new RegExp(
  `^${GAP}${MUST}${GAP}(?:完成(?![率度情])|办结|完结|办完|做完|解决(?=[\\s,。;!?)]|$))(?![了过])`,
);
const UNIT_AFTER =
  /^[日号]?[ \t]{0,3}(?:亿|万|千|百|元|块|吨|公?斤|米|公里|km|m|kw|kv|mw|瓦|度|人|户|家|个|台|套|辆|亩|公顷|平|立方|%|‰|℃|倍|层|栋|楼|期|份|件|次|小时|分)/i;
const QUANTITY_BEFORE =
  /(?:进度|比例|占比|率|投资|面积|产值|价格?|约|共|计|版本?|编[号码]|号|电话|评?分|坐标|高程|宽|长|高|深|厚|径|距离|温度|浓度|压力|容量|[Vv第比])[:是为]?[ \t]{0,3}$/;

/** A masked name or link (private-use characters) is a word of its own. */
const isLeftEdge = (text: string) => text === '' || /[\s,。;:!?()【】“”"'|>@[\]\uE000\uE001]$/.test(text);
const isRightEdge = (text: string) => /^[\uE000\uE001]*(?:$|[\s,。;!?()【】“”"'|<[\]])/.test(text);
/** 周五前的会议纪要, 20日前完成的改造: the time belongs to a thing. */
const OF_A_THING = new RegExp(`^${GAP}(?:${VERB})?的(?!时限|期限|时间)`);
/** 周五前会议纪要没发: what follows in the clause tells of what is wrong and asks for nothing. */
const COMPLAINT =
  /^(?![修查治清通补换拆装排改抢把将请让])[^\s,。;!?]{0,16}?(?:没(?!问题)|未|至今|仍|尚|打不开|不了$|了$|(?:发现|反映|投诉)(?!的)|不(?:[亮通动够上完好齐起]|出来?|下来|到位|开)$|停[电水气]$|了(?:\d|[一二三四五六七八九十两几多好数]))/;
const ANY_VERB = new RegExp(VERB);
/** 预计12月20日投产，电还没通: a day something is to happen on, followed by what stands in its way. */
const EVENT =
  /^(?:要|须|将|会|就|计划|准备|必须|务必|正式|全面|整体|项目|企业|我们|公司|我公司|工厂|[ \t])*(?:投产|投运|投用|开工|复工|复产|开业|开园|开学|开会|开庭|试产|试车|试运行|试生产|竣工|封顶|点火|并网|通车|入驻|搬迁|搬入|进场|交房|交付|交地|供货|发货|到货|举行|召开|检查|督查|审计|验收|评审|签约|挂牌)[^\s,。;!?]{0,6}[,。;!?]\s*\S/;
const IN_THE_WAY = /没|未|不|缺|差|仍|尚|还|无法|受阻|滞后|卡|断|停|坏|漏|难/;

/** Whether [from, until) is a word of its own: between blanks, punctuation, masked names or the ends. */
export function standsApart(text: string, from: number, until: number): boolean {
  return isLeftEdge(text.slice(Math.max(0, from - 1), from)) && isRightEdge(text.slice(until, until + REACH));
}

/** One phrase in its sentence. `start`–`tail.end` is what was matched. */
export interface Place {
  text: string;
  start: number;
  core: string;
  tail: Tail;
  form: Form;
  meaning: Meaning;
  /** the expression it is a part of: 周三或周五 */
  outer: readonly [number, number];
  /** where the text begins and ends without blanks */
  bounds: readonly [number, number];
}

/** How far a sentence is looked at on either side, so that the cost stays that of the text. */
const REACH = 60;

/** Whether a phrase is a deadline there, how sure that is, and what to cut out of the text. */
export interface Acceptance {
  /** 3 = said to be one (前, a verb, a lead-in), 2 = standing apart or requested */
  certainty: 2 | 3;
  from: number;
  until: number;
}

/** Decides from the words around a phrase whether it sets a deadline; undefined = it only tells of a time. */
export function acceptPhrase(place: Place): Acceptance | undefined {
  const { text, start, core, tail, form, meaning } = place;
  const lead = LEAD.exec(text.slice(Math.max(0, start - 20), start));
  const from = start - (lead?.[0].length ?? 0);
  const led = lead?.groups?.lead !== undefined;
  const left = text.slice(Math.max(0, from - REACH), from);
  const right = text.slice(tail.end, tail.end + REACH);
  const begins = Math.min(from, place.outer[0]);
  const opens = begins <= place.bounds[0];
  const closes = place.outer[1] >= place.bounds[1];
  const whole = opens && closes;
  const bounded = isClosed(core, tail);
  const verb = VERB_AFTER.test(right);
  const cut = CUT_VERB.exec(right)?.[0].length ?? 0;
  const accepted = (certainty: Acceptance['certainty']): Acceptance => ({
    certainty,
    from,
    until: tail.end + cut,
  });

  if (SPENT.test(left) && !led) return undefined;
  if (STATEMENT.test(right)) return undefined;
  if (whole) return accepted(3);
  if (tellsOfSomething(right, left) && !led) return undefined;
  if (opens && EVENT.test(right) && IN_THE_WAY.test(right)) return undefined;
  if (form === 'firm') {
    const counted = meaning.kind === 'working-days' && !bounded && !led;
    if (counted && ((PROCESS.test(left) && !isLeftEdge(left)) || COUNT_STATEMENT.test(right)))
      return undefined;
    return accepted(3);
  }
  if (form === 'period' && !tail.suffix && PERIOD_STATEMENT.test(right)) return undefined;
  if (lead?.[0].startsWith('截至') && !tail.suffix && /^[ \t]*,/.test(right)) return undefined;
  if (tail.suffix || led || (bounded && form !== 'period')) return accepted(3);
  if (bounded) return accepted(2);
  if (form === 'point') return closes && isHourAtEnd(core, left) ? accepted(2) : undefined;
  if (verb) return accepted(3);
  if (POSTPONED.test(left)) return accepted(3);
  const around = [
    text.slice(Math.max(0, begins - REACH), begins),
    text.slice(place.outer[1], place.outer[1] + REACH),
  ] as const;
  const apart = isApart(place, ...around, opens && !closes);
  return apart || isOrdered(meaning, left, right) ? accepted(2) : undefined;
}

/** Whether 前 or 内 ends the phrase, so that what follows is what is to be done. */
export function isClosed(core: string, tail: Tail): boolean {
  return tail.suffix || /(?:内|前|夕|后)$/.test(core);
}

function tellsOfSomething(right: string, left: string): boolean {
  if (OF_A_THING.test(right)) return true;
  const clause = /^[^\s,。;!?]*/.exec(right)?.[0] ?? '';
  return COMPLAINT.test(clause) && !ANY_VERB.test(clause) && !DIRECTIVE.test(left);
}

/** A phrase standing between blanks or punctuation is a deadline, unless it opens the tale (今天 停水了). */
function isApart({ form, meaning }: Place, left: string, right: string, opens: boolean): boolean {
  if (!isLeftEdge(left) || !isRightEdge(right)) return false;
  if (form === 'number' && (QUANTITY_BEFORE.test(left) || UNIT_AFTER.test(right.trimStart()))) return false;
  const tells = meaning.kind === 'relative-day' && meaning.days <= 0;
  const dayWord = meaning.kind === 'relative-day' || meaning.kind === 'weekday';
  return !(opens && (tells || (dayWord && /^\s*,/.test(right))));
}

/** 下午三点 as the last word; an hour without its half of the day may be anything (三点). */
function isHourAtEnd(core: string, left: string): boolean {
  return /午|早|晚|:\d/.test(core) && /\d|[点时]/.test(core) && isLeftEdge(left);
}

/** 请供电公司明天来人: a request in the same clause makes a coming day a deadline. */
function isOrdered(meaning: Meaning, left: string, right: string): boolean {
  const clause = left.slice(
    Math.max(left.lastIndexOf(','), left.lastIndexOf('。'), left.lastIndexOf(';')) + 1,
  );
  const day = !['working-days', 'calendar-days', 'minutes', 'today', 'unclear'].includes(meaning.kind);
  return day && DIRECTIVE.test(clause) && !PERIOD_STATEMENT.test(right);
}
