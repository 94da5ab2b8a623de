/** Words that point into a ranking: at who came first, at another place of it, at the rest, at all; and what is asked of places. */

const GROUP = '(?:责任)?(?:单位|部门|局|口子|项目|企业|公司|园区|类别|类型|类)';
const ONE = `(?:那|这|该)?(?:一)?(?:家|个|位|名|类)?(?:${GROUP})?`;
const THAT = `(?:(?:那|这|该)(?:一)?(?:家|个)?${GROUP}|(?:那|这)(?:一)?(?:家|类)(?!企业登|和|跟|与))`;
const HAS = '(?:手上|手里|手头|名下|头上|那边|那里|里[面头]?)?的?';

/** 它, 那家单位, 他们: whoever was told of last. */
const IT = new RegExp(`(?:(?:它们?|他们|她们|人家|他)家?|${THAT})${HAS}`, 'u');
/** 第一名, 最多的那个单位; 最久的是哪件 is a problem. */
const BEST = new RegExp(
  `(?:排|排在|排名|位居)?(?:(?<!倒数)第一(?:名|家|个单位|个项目|位)?(?![件个条桩次季步])|头一?名|头一家|头一?个(?=单位|局|项目)|榜首|排头的?|打头的?|最前面?的?|(?:问题|事|件数|数量|没解决|没办完)?(?:最|拖得最|办得最|退得最|(?=[多少高低快慢]的那))([多少高低快慢久长差好短])的?(?=[那这]|单位|部门|局|项目|企业|一家|类))的?${ONE}${HAS}`,
  'u',
);
const NTH = new RegExp(
  `(?:排|排在|排名|位居)?(倒数)?(?:第|老)([一二三四五六七八九十2-9])([多高低少快慢久长])?(?:名|家|位|(?=的?(?:[呢是谁啊]|单位|项目|[\\s\\p{P}]*$))|个(?=单位|项目|局|类|[呢是谁啊]|[\\s\\p{P}]*$))的?${ONE}${HAS}`,
  'u',
);
const LAST = new RegExp(
  `(?:(?:排|排在|排名)?最后(?:面|头)?(?:一)?(?:名|家|位|(?=的?(?:单位|项目|局|类)))|垫底|末位|排(?:在)?(?:最后|末尾)|倒数第?一(?:名|家|个|位)?)(?:的)?${ONE}${HAS}`,
  'u',
);
const REST = new RegExp(
  `(?:(?:其他|其它|其余|剩下|余下|另外|别)的?(?:那?几|一些|那些)?|除了?(?:这|那)[几两三四五]?)(?:家|个|些)?(?:${GROUP})?(?:以外|之外|外)?${HAS}`,
  'u',
);
/** What may stand in front of what points: 那, 上个月, 把. */
const FRONT =
  /^(?:那么?|把|将|就|再|也|嗯|哦|好|先|请|麻烦|给我|帮我|[,，\s]|上个?月|上周|本周|这周|本月|这个月|今年|去年|本季度|上季度|今天|昨天|现在|目前|催|一下|跟|和|比|离|其中|这些|这个?|列(?:出|[一个]下?)?(?:清单|单子)?)*$/u;

export type Place =
  /** `worded`: 最低的那个, by which end; `it`: nothing says that it is the first; `held`: 它手上的; `many`: 它们. */
  | { place: 'first'; worded?: string; it?: true; held?: true; many?: true }
  | { place: 'nth'; nth: number; worded?: string }
  | { place: 'last' }
  | { place: 'rest' };

export interface Pointed {
  at: Place;
  /** What is said beside it. */
  rest: string;
}

const DIGITS = '一二三四五六七八九十';
const ONE_PROBLEM = /^[那再把]?(?:办得|拖得|办)?最[慢快久长]的那[件桩条]/u;

/** What of a ranking is pointed at; undefined: nothing by itself. @param folded the whole message */
export function pointedIn(folded: string): Pointed | undefined {
  const said = folded.trim();
  const cut = (pattern: RegExp) => {
    const found = pattern.exec(said);
    if (!found || !FRONT.test(said.slice(0, found.index))) return undefined;
    return { found, rest: `${said.slice(0, found.index)}${said.slice(found.index + found[0].length)}` };
  };
  // 最慢的那件是啥事: a problem, and no place.
  if (ONE_PROBLEM.test(said)) return undefined;
  const last = cut(LAST);
  if (last) return { at: { place: 'last' }, rest: last.rest };
  const best = cut(BEST);
  if (best) {
    const [, worded] = best.found;
    return { at: { place: 'first', ...(worded !== undefined && { worded }) }, rest: best.rest };
  }
  const nth = cut(NTH);
  const [, back, digit = '', worded] = nth?.found ?? [];
  const number = DIGITS.indexOf(digit) + 1 || Number(digit);
  if (nth) {
    const at = { place: 'nth', nth: back === undefined ? number : -number } as const;
    return { at: worded === undefined ? at : { ...at, worded }, rest: nth.rest };
  }
  const rest = cut(REST);
  if (rest) return { at: { place: 'rest' }, rest: rest.rest };
  const it = cut(IT);
  const held = it && /[手名头][上里头下]/.test(it.found[0]) && { held: true as const };
  const many = it && /^它们/.test(it.found[0]) && { many: true as const };
  return it && { at: { place: 'first', it: true, ...held, ...many }, rest: it.rest };
}

/** 哪个最少, 最慢的是谁: by which end; 后三名: so many of the other. `bare`: no group is said. */
export type End = { worded: string; top?: number | undefined; bare: boolean };

const WHOM = `(?:哪(?:一)?(?:家|个|类)?(?:${GROUP})?|谁|什么${GROUP})`;
const MOST = '(?:的)?(?:问题|事情?|件数|数量|积压|手上|(?:办|干|做)?[得的])*最([多少高低快慢长短好差])的?';
const END = new RegExp(
  `^(?:那么?|又|而|反过来|[,，\\s])*(?:${WHOM}${MOST}|${MOST}(?:那|这)?(?:一)?[个家类]?(?:${GROUP})?(?:又|那|是|呢|都|有)*(?:${WHOM}|哪些${GROUP})?)(?:呢|啊|呀|的|[\\s\\p{P}])*$`,
  'u',
);
const TAIL =
  /^(?:那么?|[,，\s])*(?:排名?|排在)?(?:最后|倒数|末尾|垫底|后)的?([二三四五2-5]|两)(?:名|位|家|个(?:单位|项目|局|类别)?)的?(?:是|有|都|呢|谁|哪些|哪[几两三]?[家个]|[\s\p{P}])*$/u;

/** @param folded the whole message; undefined: no end of a ranking is asked for */
export function endSaid(folded: string): End | undefined {
  const said = folded.trim();
  const [, before, worded = before] = END.exec(said) ?? [];
  if (worded !== undefined) return { worded, bare: !/[哪谁]/.test(said) };
  const count = TAIL.exec(said)?.[1]?.replace('两', '二');
  return count ? { worded: '', top: DIGITS.indexOf(count) + 1 || Number(count), bare: true } : undefined;
}

const PEOPLE =
  /谁(?!家|[高低多少]|最[高低多少])|哪[一]?[个位名些](?:工作人员|干部|同志|负责人|责任人|经办人|联络员|局长|主任|领导|秘书|人)/u;
/** 谁手上逾期的最多, 哪个干部最慢 */
export function ranksPeople(said: string): boolean {
  return PEOPLE.test(said);
}

const SAYS_NOTHING =
  /^(?:那么?|把|将|就|再|是|又|都|有|呢|谁|哪[家个类位]?|什么|啥|怎么样|情况|单位|项目|局|部门|企业|多少|几[件个]|看|说|讲|报|列|一下|给我|我|的|了|啊|呀|吧|吗|[\s\p{P}])*$/u;
const LISTS =
  /^(?:那么?|把|将|具体|到底|究竟|分别|主要|都|全|又|是|有|些|手上|的|给我|看看?|说说?|讲讲?|一下|[,，\s])*(?:(?:哪一?[几两三些]?[件个条桩]|哪些|什么|啥子?|么子)(?:事情?|问题|东西|事项)?(?:在?(?:拖|压|卡|欠)(?:着|后腿|住)?)?|(?:列|念|摆|拉|报|展开|打开|点开)(?:出来|一下|给我|一遍|来)*|(?:问题)?(?:清单|明细))(?:看|出来|给?我|呢|啊|吧|了|的|[\s\p{P}])*$/u;
/** 具体哪几件: those it has are asked for. */
export function asksWhichOfIt(rest: string): boolean {
  return LISTS.test(rest) && !/^(?:是|哪个|[\s\p{P}])*$/u.test(rest);
}

/** Nothing is asked of it but which it is and what it has. */
export function asksNoMore(rest: string): boolean {
  return SAYS_NOTHING.test(rest);
}

const STANDS =
  /(?:能)?(?:排|占|位居|处于|是|在)*(?:到|在)?(?:第几|老几|多少名|第多少)(?:名|位|家|个)?|排名(?:多少|第几|如何|怎么样)|(?:什么|啥)名次|名次(?=[呢啊多如怎\s\p{P}]|$)/u;
const AMONG =
  /(?:在)?(?:各|所有|全部|全区|全区各|这些|几个|这几个)(?:个|家)?(?:责任)?(?:单位|局|部门|项目|企业|类)?(?:里头?|里面|中间?|当中|之中)|[跟和与同](?:其[他它余]|别的|各|所有)(?:的)?(?:家|单位|局|部门|项目|企业)?(?:相?比较?起?来?)?|[这那]个?率|(?:排名|名次)/gu;
/** 在各单位里排第几: what is said beside it, whose and when; undefined: no place is asked for. */
export function standingSaid(folded: string): string | undefined {
  const said = folded.trim();
  if (!STANDS.test(said)) return undefined;
  return said
    .replace(STANDS, '')
    .replace(AMONG, '')
    .replace(/^(?:那么?|它|他们|嗯|[,，\s])+|[呢啊呀了吗\s\p{P}]+$/gu, '');
}

const ALL_TOGETHER =
  /^(?:那么?|他们|它们|这些?|各?(?:家|单位|项目|类)|所有的?|全部的?|[,，\s])*(?:一共|总共|合计|拢共|总计|加起来|合起来|加一起|全部加|加总|总数)+(?:起来|一起)?(?:的话)?(?:是|有|又|呢|多少|好多|几[件个条次]|[件个条次]|问题|啊|了|[\s\p{P}])*$/u;
/** 一共几件, of all of them. */
export function asksAllTogether(folded: string): boolean {
  return ALL_TOGETHER.test(folded.trim());
}

const HELD =
  /^(?:那么?|手上|手里|手头|名下|现在|目前|一共|总共|合计|拢共|总计|到底|还|有|剩|积压|压[了着]?|在办|没办完|没办结|没销号|的|问题|事|几|多少|好多|[件个条]|呢|啊|了|[,，\s\p{P}])*$/u;
/** 手上还有几件, of who was ranked by something else: all that it has open. */
export function asksHeld(rest: string): boolean {
  return HELD.test(rest.trim()) && /[几多][件个条少]|好多/.test(rest);
}

/** 十类全排出来, 各家分别几件: each of them again. */
export function asksForEach(folded: string): boolean {
  return /全(?:部|都)?(?:给我)?(?:排|列|摆|报|念)|各[家个类]|每[一]?[家个类]|各?(?:单位|局|项目)(?:分别|各)/u.test(
    folded,
  );
}

const APART_BY =
  /^(?:那么?|[,，\s])*(?:(?:第一|头一?名?|前两|前二|头两)(?:名|家|个|位)?(?:和|跟|与|同|比|,)?(?:第二)?(?:名|家|个|位)?|(?:它|他们)?(?:跟|和|与|比|离)第[一二](?:名|家|个|位)?)(?:相比|比起来|之间|比)?(?:差|相差|差距|多|高|低|少|慢|快|差别)(?:了|出)?(?:有)?(?:多少|多大|几[件个天]|好多|远不远|大不大|很多|多不多)?(?:吗|呢|啊|[\s\p{P}])*$|^(?:那么?|它|[,，\s])*(?:多|高|差|相差|差距|少|低|快|慢)(?:了|出|是|有)?(?:几[件个天]|多少|多大)(?:呢|啊|[\s\p{P}])*$|^(?:那么?|它|他们|[,，\s])*(?:跟|和|与|同)第二(?:名|家|个|位)?(?:相比|比起来|比一下|比比|比)(?:呢|怎么样|如何|[\s\p{P}])*$/u;
/** 前两名差多少 */
export function asksApartOfTwo(folded: string): boolean {
  return APART_BY.test(folded.trim());
}

const WHO_THEN =
  /(?:又|都|那)*(?:是)?(?:哪[家个类](?:单位|局|部门|项目|企业)?|谁|哪一[家个类])(?:最[多少高低快慢久长])?(?:的)?[呢啊\s\p{P}]*$/u;
/** 上个月是哪个, without its question; undefined: it has none. */
export function withoutWho(folded: string): string | undefined {
  const rest = folded.trim().replace(WHO_THEN, '');
  return rest === folded.trim() || rest === '' ? undefined : rest;
}

const CHANGES =
  /^(?:那么?|[,，\s])*(?:只|光|单|仅|专|就)*(?:看|要|算|说|统计)|(?:的)?(?:呢|咧|哩)[\s\p{P}]*$|^(?:那么?)?(?:换成|改成|换|改)/u;
/** 楚能那几件都是谁家的: more than what it has. */
export function asksMore(folded: string): boolean {
  return /[谁哪啥怎催]|什么|为何|原因|平均|局长|联络|负责|列|导/.test(folded);
}

/** 红的呢, as what narrows the ranking: 只看红的; undefined: it says so already. */
export function narrowing(folded: string): string | undefined {
  const what = /^(?:那么?|[,，\s])*(.{1,8}的)(?:呢|咧|哩)[\s\p{P}]*$/u.exec(folded)?.[1];
  return what && `只看${what}`;
}

const ASKS = /[几谁吗什啥怎]|多少|哪|有没有|有冇|是不是|原因/u;
/** 红的呢, 只看逾期的: another filter of the same, and no question. */
export function changesOnly(folded: string): boolean {
  return CHANGES.test(folded) && !ASKS.test(folded);
}
