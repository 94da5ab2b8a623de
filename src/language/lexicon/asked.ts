/**
 * What people ask of one problem they mean (超了几天, 期限是哪天, 哪天转过去的, 核验了没), and how they count steps (催办了多少
 * 回). Cut out of the sentence, so that what is left says which problems are meant.
 */
import type { Step } from '../../domain/issue-filter.ts';
import type { Fact } from '../../domain/reading.ts';
import { COUNTED, OF_REQUESTS } from './step-counts.ts';

const LONG =
  '(?:多少个?工作日|几个工作日|多少天|几天|好多天|几多天|多久|好久|多长时间|好长时间|多少日子|几个月|几个礼拜|几个星期|(?:时长|天数)(?:一共|分别|各自?|都)?[是有]?(?:多少|多长|几天))';
const WHEN = '(?:哪一天|哪天|哪日|什么时候|啥时候|么时候|什么时间|几时|何时|几号|哪月哪[天日]|几月几号)';
const WHO = '(?:谁|哪个单位|哪个局|哪个部门|哪家单位|哪家|哪个人|哪位|哪个)';
const ALREADY =
  '(?:到现在|到今天|到目前|至今|目前|现在|如今|已经|已|一共|总共|都|各|又|还|到底|究竟|具体|分别)?';
const SO = `${ALREADY}${ALREADY}`;
/** 退回过没延期的: 没 before what was not done asks nothing. */
export const DENIED_NEXT =
  '(?:再|被|又|及时|按时|按期)?(?:反弹|报|催|退|延|办|签|核|销|解决|评|转|动|超|逾|批|按|接|更新|完成|落实|重|升|上报|挂|停|通过)';
const IF = `(?:(?:没有|没得|了没有|了没|没|了冇|冇)(?!${DENIED_NEXT})|了吗|吗|了不|不)`;
const WHETHER = '(?:是不是|是否|有没有|到底|后来|最后|现在|都|已经|已|又|还|给|全部|全){0,3}';
const YES = `${WHETHER}(?:VERB)(?:了|过|掉|好)?${IF}`;
const yes = (verbs: string) => YES.replace('VERB', verbs);
/** Behind it no words that make it a description: 超了几天的有哪些. */
const END = '(?!的(?:有|都|是|问题|事)|[以内前])';

const DONE = '办结|办完|办好|办掉|搞完|搞好|弄完|弄好|解决|完成|销号|销掉|销|了结|处理完|处理好|整改完|搞定';

const PATTERNS: readonly (readonly [Fact, string])[] = [
  // 红灯亮了几天了: since when it has been so.
  ['turning', `(?<=[红黄](?:灯|色|牌)?)(?:都|已经|已){0,2}(?:亮(?:了|着)?|了)${LONG}了?${END}`],
  [
    'limit',
    `(?:(?:办理)?(?:期限|时限)?${SO}(?:给|定|留|批)了?(?:他们|人家)?(?:的)?(?:期限|时限)?(?:是)?${LONG}|(?:期限|时限)(?:一共|总共)?(?:是|有)?${LONG})[,，、\\s]{0,2}(?:${SO}(?:用掉|用去|用|过去|过|花|走)(?:了|掉)?(?:几个|几天|多少个?|多少天|几个工作日|${LONG})了?)?`,
  ],
  ['late', `(?:是)?(?:从|自|打)?${WHEN}(?:就)?(?:起|开始)(?:就)?(?:超期|逾期|拖)的?${END}`],
  ['idle', `${SO}${LONG}(?:都|就)?没有?(?:人)?(?:动静|进展|更新|动作|消息|回音|动)(?:了|过)?${END}`],
  ['overdue', `${SO}(?:超期|逾期|超时|超限|过期|误期|超|逾)(?:的|了)?${ALREADY}${LONG}(?:工作日)?了?${END}`],
  [
    'paused',
    `${SO}(?:停表|停|挂账|挂起|暂停|挂)(?:表|账|起|在那|在那里|在那儿)?(?:了|着|得|的)?${ALREADY}(?:有)?(?:${LONG})了?${END}|(?:是)?${WHEN}(?:停|挂)(?:表|账|起来?)?的|(?:什么|啥|么子)?原因(?:停|挂)的|停到${WHEN}|挂到${WHEN}|${WHEN}(?:能|会|才|可以)?恢复(?:计时)?`,
  ],
  [
    'waiting',
    `(?:都|各|分别|各自)?(?:是|还)?(?:在)?等(?:着)?(?:什么|啥子?|么子|谁|哪个(?:部门|单位|局)?|哪一级|哪里|哪家)(?!时|候)|(?:${SO}(?:放|等|晾|搁)(?:了|着|在那里|在那儿|在那){0,2}(?:有)?${LONG}|(?:转|派|交|发)(?:过去|出去|下去)${SO}(?:有)?${LONG})了?${END}`,
  ],
  [
    'age',
    `(?:从|自)?(?:登记|提出来|提出|报上来|反映上来|提上来|接到|收到|报来)?${SO}(?:拖|积压|压|搁|放|耽搁|耽误|过去|折腾|磨|办|搞|弄|处理)(?:到现在|到今天|了|着)(?:${ALREADY})(?:有)?${LONG}了?${END}|(?:登记|提出来|提出|报上来|提上来)?(?:到现在|到今天|至今)(?:已经|有|是|都|过了){0,3}${LONG}了?${END}|${SO}有${LONG}了${END}`,
  ],
  [
    'deadline',
    `(?:办理|完成|整改)?(?:期限|时限|截止(?:时间|日期)?|到期(?:时间|日期?)|完成时间)${SO}(?:是|到|在|定在|定到|定的是|定的|定|给到|截到|截至){0,2}(?:是)?(?:${WHEN}|多久|几月几号)|(?:是|要|该|说好|要求|规定|限定?)?${SO}${WHEN}(?:之前)?(?:要|该|应该|必须)?(?:到期|截止|办完|办好|办结|搞完|搞定|弄完|交差|交账|解决|完成|销号|修好|修完|弄好|修通|通电|通水)(?!的)|(?:期限|时限)?(?:还|离到期|距到期|离期限|离时限)(?:还)?(?:有|剩|差)(?:下)?${LONG}(?:到期|到时限|超期|逾期|的?时限|的?期限)?(?![\\s]{0,2}(?:变|转|亮|红|黄|开工|投产|动工|恢复|能|才))|(?:约定|说好|定)的?(?:是)?${WHEN}(?!的)`,
  ],
  [
    'routed',
    `(?:是)?${WHEN}(?:给)?(?:转办?|派|交办?|分)(?:给|到)(?:了)?(?:我们|咱们|我)(?:局里?|单位|这里|这边|这儿|手上|手里)?(?:来)?的|(?:是)?${WHEN}(?:给)?(?:转办?|派|交办?|分|下)(?:过去|出去|下去|给他们|给他|来|到|走)?的|(?:是)?${WHO}(?:给)?(?:转办?|派|交办?|分)(?:过去|出去|下去|过来|给他们|来)?的|${SO}转(?:给|到)(?:了)?(?:${WHO}|哪里|哪儿)了?|(?:都|全|全都|全部)(?:都)?(?:已经|已)?(?:转办?|派|交办|分派?|下发|安排)(?:出去|下去|过去|走|完)?(?:(?:给|到)(?:各)?(?:责任)?(?:单位|部门|局))?(?:了|过)?${IF}`,
  ],
  [
    'signed',
    `(?:是)?${WHEN}(?:签收?|接|认领|收)的|(?:是)?${WHO}(?:签收?|接|认领)的|${yes('签收|签|接单|接收|认领|接手|接')}(?:几[个件条]|多少)?`,
  ],
  [
    'reported',
    `(?:是)?${WHEN}报(?:的|了)?(?:${DONE}|结)(?:上来|过来)?的?|(?:是)?${WHO}报(?:的|了)?(?:${DONE}|结)的?(?![最几多少])`,
  ],
  [
    'verified',
    `(?:是)?${WHEN}(?:核验?|核实|验收)的|(?:是)?${WHO}(?:核验?|核实|验收|去核|在核)的?|${yes('核验通过|核验|核实|验收|核')}`,
  ],
  [
    'closed',
    `(?:是)?${WHEN}(?:${DONE})(?:了)?的?号?(?!几)|(?:是)?${WHEN}销的号|(?:是)?${WHO}(?:${DONE})的|(?:是不是|是否|算不算)(?:都|已经|早就|已|就|全){0,3}(?:${DONE})了`,
  ],
  [
    'extension',
    `(?:什么时候|啥时候|几时|哪天|几号|多久)(?:才)?(?:能|可以|会)?批(?:下来|准|复)?(?:啊|呀|呢)?|延期?到(?:了)?${WHEN}|(?:之前|以前)?(?:有没有)?延过(?!期?的)(?:期)?${IF}?(?:几[次回])?|(?:${SO}延(?:期|了|过){0,2}(?:几|多少|好多|几多)[次回道])|(?:${yes('批下来|批准|批|同意')})|(?:延期)?(?:是)?${WHO}(?:批准?|同意)的(?:延期)?|(?:${SO}申请过?(?:延期|延)${IF})`,
  ],
  [
    'urged',
    `(?:之前|以前)?(?:有没有|有人)?催(?:办)?过${IF}|(?:有没有|有没得)(?:人)?催(?:办)?过?|(?:是)?${WHO}催的|${WHEN}催的`,
  ],
  [
    'bounced',
    `(?:有没有)?(?:被)?退(?:回)?过${IF}|(?:是)?${WHO}(?:退|打)回?(?:来|去)?的|(?:为什么|为啥|为何|凭什么|怎么|咋)(?:又|再|要|被|给|老是|老|总是|总|一直|还|会|都){0,3}(?:退|打)回?(?:来|去|了)?(?:的)?|退回?(?:的)?(?:理由|原因)(?:都)?(?:是)?(?:什么|啥|些什么|些啥|些么子|么子)?`,
  ],
  ['reopened', `(?:有没有)?(?:反弹|重开)过${IF}|${WHEN}(?:反弹|重开|翻出来)的`],
  [
    'rating',
    `(?<=[,，、\\s])(?:企业|人家|对方)?(?:都|全|已经|全都)?(?:给)?(?:评价|打分|评分|评)(?:了|过)?${IF}|(?:企业|人家|他们|对方)?(?:是)?(?:怎么|咋|如何)(?:评价?|打分)的|(?:企业|人家)?(?:打|给)了?(?:几分|多少分|什么分|么子分)|(?:企业|人家)(?:认不认可|认可不认可|认可${IF}|满不满意|满意不满意|满意${IF}|(?:都|全|已经|全都)?(?:给)?(?:评价|打分|评分|评)(?:了|过)?${IF}|评了什么|怎么评的|评价(?:怎么样|如何|咋样))|(?:企业)?评价(?:都|全|已经)?(?:出来|有|到)了?${IF}|(?:企业)?(?:真正|真的|实际)?(?:认可|满意)的${SO}(?:有)?(?:多少|几[个件条])`,
  ],
  [
    'in-time',
    `${SO}(?:来得及|来不来得及|赶得上|赶不赶得上|赶不赶得及|够不够|够不|再给(?:他|她|它)?(?:们)?[一二两三四五六七八九十\\d]{1,3}(?:天|个工作日|周|个星期)(?:时间)?(?:够不够|够不|够吗|行不行|来得及吗|来得及不)|能不能按时|能不能按期|能否按时|能否按期|(?:按时|按期|如期|准时)(?=能?办得[完了成]))(?:能?办得[完了成]|办完|完成|办结)?${IF}?(?:啊|呢)?|${WHETHER}(?:按时|按期|如期|及时)(?:办结|办完|完成)?(?:的)?${IF}|(?:里头|其中)?(?:按时|按期|如期)(?:的|办结的|办完的)(?:占|有)?(?:几成|多少|几[个件条])`,
  ],
  [
    'progress',
    `(?:最近|最后|上)一?次(?:有)?(?:进展|更新|动作|反馈|动静|动向|进度|消息|回话|汇报)(?:是)?(?:${WHEN}|什么)?|${WHETHER}(?:他们|人家)?(?:后来)?(?:动静|动作|动|行动|动起来)(?:了|过)?${IF}|${WHETHER}(?:重新|又|再)(?:去|来)?(?:办|办理|处理|转办|派)(?:了|过)?${IF}?`,
  ],
  [
    'logged',
    `(?:都|分别|各)?(?:是)?(?:谁家|谁|哪个人|哪位|哪个同志)(?:最先|最早|先|给)?(?:登记|登|录入|录|报|提|反映|上报)(?:上来|进来|过来|出来|进去)?的(?!最|多|少|问题|事|有|延期|申请)|(?:是)?(?:哪天|哪一天|什么时候|啥时候|几号|几时|何时)(?:登记|录入|提|报|反映)(?:上来|进来|过来)?的(?=[呢啊呀吗]?$)|(?:登记|录入|提出|上报|反映)人(?:都|分别)?(?:是)?(?:谁|哪个|哪些人|哪几个)`,
  ],
  [
    'who',
    `${SO}(?:又|换|是){0,2}${WHO}(?:在|来)?(?:办|管|负责|跟进|跟|盯|牵头|主办|办理|处理|承办|接手|弄|搞)(?:的|着|了)?(?![几多理过])|(?:责任人|经办人|联络人|签收人|承办单位|责任单位)(?:现在)?(?:是)?${WHO}|${SO}(?:挂|在|卡|压|落)(?:在|到)?${WHO}(?:名下|手上|手里|头上|那里|那儿|那)(?:了)?`,
  ],
];

/** Told by others, and no part of what is asked: 说好月底办完的, 他们说是弄好了. It stands before a mark. */
const CLAIMS = [
  new RegExp(
    `(?:他们|人家)?(?:说好|讲好|说定|答应|承诺|表态)(?:了)?(?:说|要|的)?(?:是)?[^,，。;；\\s]{0,10}(?:${DONE}|通|给)(?:的)?(?=[,，。;；\\s])`,
    'g',
  ),
  new RegExp(
    `(?:他们|人家|单位)?(?:说|讲|报|反映)(?:的)?是?(?:已经|都|早就)?(?:${DONE}|修好|修通)了?(?:的)?(?=[,，。;；\\s])`,
    'g',
  ),
  // 我记得有个, 昨天看见有个: how the speaker came to know of it; the day is of that.
  /(?<=^|[,，。;；\s啊哎唉呃嗯])(?:我)?(?:昨天|前天|今天|刚才|刚刚|上午|早上|上周|前两天|前几天)?(?:看见|看到|听说|记得|听到|见到)(?:说|讲|了)?(?:有)?(?:一?[个条件])?(?:关于)?/g,
  /(?:说|讲)是?(?:要|在|得)?等[^,，。;；\s]{1,10}(?=[,，。;；\s])/g,
  /不会(?:又)?是(?:我们|咱们)(?:局|单位)?(?:吧|啊)?/g,
];

/** 那两个安评的件: which they are is said beside it, and how many is told. */
const SOME = /[那这](?:两|三|四|五|几)[个条件项](?!月|星期|礼拜|季度|年|单位|局|项目|企业|园区|部门)/g;

const FACTS = PATTERNS.map(([fact, said]) => [fact, new RegExp(said, 'g')] as const);

/** What is taken of many, or looked for by how much: none of one problem. */
const OF_MANY =
  /平均|一般|通常|普遍|最快|多数|超过[\d一二三四五六七八九十两半]|[\d一二三四五六七八九十两半](?:个|天|周)?以上/;
export const DEFINITE = /[那这](?:一)?[个条件桩项笔单](?![项])|上[次回]|最近一次|最后一次|前[两几]天/;

export interface AskedOf {
  fact?: Fact;
  /** Steps whose number is asked for; the first of them. */
  step?: Step;
  /** 批了几次 alone says not of what. */
  bare?: true;
  /** As written. */
  heard: string;
  /** The text with spaces in the place of what was cut. */
  rest: string;
}

const MOST = 4;

function cutAll(text: string, patterns: readonly RegExp[]): { rest: string; cut: string[] } {
  const cut: string[] = [];
  let rest = text;
  for (const pattern of patterns)
    rest = rest.replace(pattern, (said) => {
      if (said.trim() === '') return said;
      cut.push(said.trim());
      return ' '.repeat(said.length);
    });
  return { rest, cut };
}

/** The facts steps are asked by, where one problem is named by its number: 12号催过几次. */
const FACT_OF: Partial<Record<Step, Fact>> = {
  urged: 'urged',
  bounced: 'bounced',
  reopened: 'reopened',
  extended: 'extension',
  'asked-extension': 'extension',
  'refused-extension': 'extension',
  paused: 'paused',
};

/** What is asked of the problem a number names. @param said without the number */
export function factAsked(said: string): Fact | undefined {
  const asked = askedIn(said);
  if (!asked || (asked.bare && !/延/.test(said))) return undefined;
  const { fact, step, rest } = asked;
  // Two things of it stand on its card.
  if (askedIn(rest)) return undefined;
  if (fact === 'extension' && !/延/.test(said)) return undefined;
  // 停表还剩几天: till it goes on.
  if (fact === 'deadline' && /(?:停表|挂账|停摆)(?:还|剩)/.test(said)) return 'paused';
  return fact ?? (step && FACT_OF[step]);
}

/** What is asked; undefined: nothing of the kind. @param folded a question, not a story */
export function askedIn(folded: string): AskedOf | undefined {
  return countsSteps(folded) ?? asksFact(folded);
}

function countsSteps(folded: string): AskedOf | undefined {
  const found = COUNTED.flatMap(([step, pattern]) => {
    const [said] = cutAll(folded, [pattern]).cut;
    return said === undefined ? [] : [{ step, said, at: folded.indexOf(said) }];
  });
  const best = found.toSorted((a, b) => a.at - b.at || b.said.length - a.said.length)[0];
  if (best) {
    const { rest } = cutAll(folded, [
      ...COUNTED.map(([, p]) => p),
      ...OF_REQUESTS.map(([, p]) => p),
      ...CLAIMS,
    ]);
    return { step: best.step, heard: best.said, rest };
  }
  for (const [step, pattern] of OF_REQUESTS) {
    const { rest, cut } = cutAll(folded, [pattern]);
    const [said] = cut;
    if (said !== undefined) return { step, bare: true, heard: said, rest };
  }
  return undefined;
}

function asksFact(folded: string): AskedOf | undefined {
  if (OF_MANY.test(folded)) return undefined;
  const { rest: claimed } = cutAll(folded, [...CLAIMS, SOME]);
  const found = FACTS.flatMap(([fact, pattern]) => {
    const { cut } = cutAll(claimed, [pattern]);
    return cut.length === 0 ? [] : [{ fact, pattern, said: cut[0] ?? '' }];
  });
  if (found.length === 0 || found.length > MOST) return undefined;
  // What is asked first, of what begins there the longest: 是不是已经销了，哪天销的.
  const [first] = found.toSorted(
    (a, b) => claimed.indexOf(a.said) - claimed.indexOf(b.said) || b.said.length - a.said.length,
  );
  if (!first) return undefined;
  let { rest } = cutAll(claimed, [first.pattern]);
  const others = found.filter(({ fact }) => fact !== first.fact && goesWith(first.fact, fact));
  rest = cutAll(
    rest,
    others.map(({ pattern }) => pattern),
  ).rest;
  return { fact: first.fact, heard: first.said, rest };
}

/** What the sentence of the first tells as well. */
const TELLS: Partial<Record<Fact, readonly Fact[]>> = {
  closed: ['verified', 'in-time'],
  verified: ['closed', 'waiting'],
  age: ['overdue'],
  overdue: ['deadline'],
  deadline: ['overdue', 'in-time', 'limit'],
  limit: ['deadline', 'overdue'],
  'in-time': ['deadline', 'progress'],
  paused: ['age', 'waiting'],
  bounced: [],
  signed: ['waiting'],
  waiting: ['age', 'signed', 'verified'],
};

function goesWith(first: Fact, other: Fact): boolean {
  return TELLS[first]?.includes(other) ?? false;
}

/** 谁签收的, 之前延过没有: nothing but that is asked, of nothing named. */
export function asksOneFact(folded: string): boolean {
  // 满意的有几件 is of many.
  if (/(?:几|多少|好多)[件条桩起](?!事)/.test(folded)) return false;
  const rest = askedIn(folded)?.rest.replace(
    /[那这][个件条]?(?:事|问题)?|它|之前|以前|现在|到底|[的了啊呀呢吗过\s\p{P}]/gu,
    '',
  );
  return rest === '' && factAsked(folded) !== undefined;
}
