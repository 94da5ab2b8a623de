/** What a header means: the dictionary, else what it ends in, for the head of a Chinese noun stands last. Pure. */
import { CARRIERS, DICTIONARY, GENERIC, linkOf } from './dictionary.ts';
import { fold } from './fold.ts';
import type { LedgerField } from './model.ts';

export interface HeaderMeaning {
  field: LedgerField;
  /** Of the dictionary; false: only alike. */
  sure: boolean;
  unitOfMeasure?: string;
  year?: number;
}

const MEASURES: Record<string, string> = { m2: '平方米', '㎡': '平方米', '%': '%', 平米: '平方米' };
const MEASURE =
  /[([【](?:单位[::])?(万元|亿元|千元|元|平方米|平米|m2|㎡|亩|公顷|%|个|项|件|户|人|天|工作日|公里|千米|米|吨|万吨|栋|处|次)[)\]】]/;

/** 总投资/亿元, 总投资：亿元: without brackets, money only. */
const MEASURE_BEHIND = /[/:—-]?(亿元|万元)$/;

/** To bring a matter to its end, as counties say it. */
export const SETTLE =
  '销号|办结|完成|解决|整改|到位|落实|完结|化解|闭环|清零|破解|打通|处置|处理|办理|核销|攻克|办理完毕|消除|疏通|摘牌|办妥';
/** To take a matter up. */
const RAISE =
  '提出|创建|登记|受理|交办|转办|发现|上报|录入|填报|立案|立项|反映|下达|收集|排查|检查|巡查|批示|会议|召开|入库|入账|报送|收文|来文|接收|接报|督办|收件|来访|来电|申报|提报|征集|走访|调研|下发|通报|诉求|投诉|约谈';
/** Date, time or day, as the last word of a header. */
const WHEN = '(?:时间|日期|日|时点|年月)';

/** Headers end like this when the dictionary does not know them; the match that reaches furthest decides. */
const ENDINGS: readonly (readonly [RegExp, LedgerField])[] = [
  // Alike, and yet something else: kept as it stands.
  [
    /资金来源|资金渠道|(?:往年|历年|上年|去年|以前年度)\p{Script=Han}*|(?:项目|问题|事项|任务|诉求|困难|卡点|堵点|难点)(?:个|件|总)?数量?|追责\p{Script=Han}*|诉求方\p{Script=Han}*|上周\p{Script=Han}*|上月\p{Script=Han}*|上期\p{Script=Han}*|(?:截[至止]\d{4}年?底?|(?:自|从)?开工(?:建设)?(?:以来|至今)|建设以来|历年|自开工)\p{Script=Han}*|(?<![-—~至到\d])\d{1,2}月份?(?:当月)?完成(?:投资)?(?:额度?|情况)?|[本当]月完成(?:投资)?(?:额度?)?|(?:\d{1,2}月份?|[下本当次]月|[一二三四下本]季度|下一?步|下周|本周|明年)\p{Script=Han}{0,2}(?:计划|目标|预计|拟|力争)\p{Script=Han}*/gu,
    'unrecognised',
  ],
  [/建设(?:内容|规模)/g, 'scale'],
  [/电话|手机|号码|联系方式|传真|邮箱|身份证号?/g, 'ignored'],
  [/剩余(?:天数|时间|工作日)|(?:超期|逾期|超时)(?:天数|时间)?|倒计时|预警(?:等级|状态)?/g, 'ignored'],
  [
    new RegExp(
      `(?:实际(?:${SETTLE})?|销号|摘牌|核销|清零|完结|闭环|办结|办复|答复|回复|已(?:${SETTLE}))${WHEN}`,
      'g',
    ),
    'closedOn',
  ],
  [
    /时限|期限|限期|限时|截止(?:时间|日期)?|时间节点|时间要求|完成(?:时间|日期|节点|时点)|节点时间|(?:计划|拟|应|预计|要求|承诺|限|目标|力争|最迟)\p{Script=Han}{0,4}(?:时间|日期|时点|节点|日)|完成年月|期望\p{Script=Han}{0,4}(?:时间|日期)/gu,
    'deadline',
  ],
  [/(?:开工|动工)(?:时间|日期|年月)/g, 'startOn'],
  [/(?:投产|达产|投用|试生产)(?:时间|日期|年月)/g, 'productionOn'],
  [/(?:竣工|完工|建成|交付)(?:时间|日期|年月)|(?:计划|预计|拟)(?:竣工|完工|建成)$/g, 'endOn'],
  [new RegExp(`(?:${RAISE})${WHEN}|^日期$|^时间$`, 'g'), 'raisedOn'],
  [
    new RegExp(
      `是否\\p{Script=Han}{0,6}(?:${SETTLE})|状态|(?:${SETTLE})与否|销号情况|(?:${SETTLE})(?:标志|标识)|(?:是|已)否?销号|闭环情况`,
      'gu',
    ),
    'state',
  ],
  [
    /进展(?:情况|概况|动态)?|进度|(?:落实|完成|办理|整改|推进|处理|解决|化解|处置|协调|目前|最新|当前|办复|销号|推动|跟进|跟踪|督办|调度|反馈|破解|打通|攻坚|核实|答复|补齐|整治|清偿|兑现|拨付|履行|执行|办件)\p{Script=Han}{0,2}(?:情况|结果|成效|动态|反馈|答复)|最新反馈|现状|成效/gu,
    'progress',
  ],
  [
    /措施|对策|解决方案|整改方案|办法|举措|建议|下一?步(?:打算|工作|计划|安排)|路径|(?:整改|工作|解决|处理)要求|整改目标|思路/g,
    'measure',
  ],
  [/(?:配合|协办|协助|参与|协同|会办|参加|协作|成员)\p{Script=Han}{0,4}(?:单位|部门|科室|方)/gu, 'coUnit'],
  [
    /(?:核查|验收|核验|核实|复查|复核|回访|督办|督查|审核|督导|监督|考核|评价)\p{Script=Han}{0,4}(?:单位|部门|人员?)/gu,
    'verifier',
  ],
  [/(?:业主|建设|投资|实施|申报)\p{Script=Han}{0,2}(?:单位|主体|企业)|业主|企业名称/gu, 'enterprise'],
  [
    /(?:提出|反映|报送|上报|填报|来文|交办|反馈|提交|申报)\p{Script=Han}{0,2}(?:单位|部门|主体|方|人)/gu,
    'source',
  ],
  [/单位|部门|部室|科室|责任主体|责任方|主体|处室|专班|工作组/g, 'unit'],
  [/领导|牵头人|包保人|挂点人|第一责任人|县长|市长|主官/g, 'leader'],
  [
    /责任人员?|负责人|经办人?员?|联系人|联络[员人]|承办人|协调人|对接人|专员|跟进人|承办人员|[跟代帮包承主督]办(?:员|人)|网格员|人员/g,
    'person',
  ],
  [/谁(?:来)?(?:办|负责|牵头|管|抓|解决)|归(?:谁|哪家)管?|哪家(?:单位)?(?:负责|办|牵头)/g, 'unit'],
  [/(?:什么时候|何时|几时|多久|哪天)\p{Script=Han}{0,6}/gu, 'deadline'],
  [/(?:怎么|如何|咋)(?:办|解决|整改|推进|处理)/g, 'measure'],
  [/(?:办|做|干|推进|进展)(?:到|得|的)(?:哪一?步|哪里|怎么样|如何)了?|到哪一?步了?/g, 'progress'],
  [/[销办结完](?:没|不)[销办结完]?了?|(?:好|完成|解决|办好|办完)了?(?:没有?|吗)/g, 'state'],
  [/(?:什么|啥)(?:问题|事|困难)|卡在哪里?/g, 'item'],
  [/来源|出处|(?:提出|收集|反映)?渠道|依据/g, 'source'],
  [/类别|类型|分类|性质|种类|归类|属性/g, 'category'],
  [/项目(?:名称|名)?|工程(?:名称|名)/g, 'project'],
  [
    /问题(?:描述|概述|情况|清单|简述|内容)?|事项|诉求|急难愁盼|短板弱项|瓶颈制约|困难|堵点|难点|卡点|需求|隐患|任务|短板|症结|描述|表述|瓶颈|障碍|请求|痛点|(?:协调|支持|帮助|解决)内容|(?:制约|影响|不利|滞后)(?:因素|原因)|滞后原因|事由|内容/g,
    'item',
  ],
  [/总投资(?:额)?/g, 'investTotal'],
  [/计划投资(?:额)?|投资计划/g, 'investPlan'],
  [/完成投资(?:额|额度)?/g, 'investActual'],
  [/备注|说明/g, 'note'],
  [/乡镇|街道|属地|区域|辖区|地点|地址|县区|所在地/g, 'area'],
  [/规模|概况/g, 'scale'],
];

/** 存在问题及建议, 主要困难和需要协调的事项: the matter stands first, and what follows belongs to it. */
const MATTER_AND_MORE =
  /^(?!.*(?:上周|上月|上期|来源|数量))\p{Script=Han}{0,10}?(?:困难|问题|难点|堵点|卡点|诉求|瓶颈|需求)(?:及|和|与|、|或)/u;
/** A unit with its person in one cell: the unit leads, its person is found beside it. */
export const UNIT_AND_PERSON =
  /(?:单位|部门|主体)(?:[及和与、/(]|其)+(?:具体)?(?:责任人|负责人|联系人|经办人|联络员|人(?=\)?$))/;
const IS_SETTLED = new RegExp(
  `^(?:是否(?:已经?)?(?:完全|全部)?(?:${SETTLE})(?:到位|完成|销号)?(?:问题|事项|到位情况)?|(?:${SETTLE})(?:状态|与否))$`,
);
/** 开工（竣工）时间, 建设起止年限: both in one cell. */
const BUILD_SPAN =
  /^(?:计划)?(?:开工\(?[、/及至]?(?:竣工|完工|投产)\)?|开竣工|开[、/]竣工|建设(?:起止|周期起止)|起止)(?:时间|日期|年限|年月)$/;
/** Persons with their telephones in one column: the name is wanted, the number is cut out. */
const PERSON_AND_PHONE = /(?:人员?|领导)(?:[及和与、/]|姓名)*(?:联系)?(?:电话|方式|手机)/;

/** Of one cell, with the groups above it, outermost first. */
export function readHeader(parts: readonly string[]): HeaderMeaning {
  const said = parts.map((part) => fold(part).replace(/^[*★#]+|[*★]+$|\(必填\)$/g, ''));
  const behind = said
    .map((part) => (/投资|金额|资金|额|费/.test(part) ? MEASURE_BEHIND.exec(part)?.[1] : undefined))
    .findLast(Boolean);
  const folded = behind === undefined ? said : said.map((part) => part.replace(MEASURE_BEHIND, ''));
  const leaf = folded.at(-1) ?? '';
  const whole = folded.join('');
  const unit = MEASURE.exec(folded.toReversed().find((part) => MEASURE.test(part)) ?? '')?.[1] ?? behind;
  const outside = whole.replace(/\([^()]*\)/g, '');
  const year = /(20\d{2})年?度?/.exec(outside)?.[1];
  const marks = {
    ...(unit !== undefined && { unitOfMeasure: MEASURES[unit] ?? unit }),
    ...(year !== undefined && { year: Number(year) }),
  };
  return { ...meaningOf(leaf, folded.slice(0, -1)), ...marks };
}

function meaningOf(leaf: string, groups: readonly string[]): Pick<HeaderMeaning, 'field' | 'sure'> {
  if (leaf === '') return { field: 'unrecognised', sure: false };
  const group = groups.at(-1) ?? '';
  const generic = GENERIC.has(bare(leaf)) && group !== '';
  if (generic) {
    // 主要问题/内容 is the problem, 主要问题/类别 is not.
    const joined = exact(group + leaf) ?? carriedBy(group, bare(leaf));
    if (joined) return { field: joined, sure: true };
    const alike = endingOf(bare(group) + bare(leaf));
    if (alike) return { field: alike, sure: false };
  }
  const spanned = new RegExp(`${WHEN}$|年限$`).test(bare(group))
    ? DICTIONARY.get(`${bare(leaf)}时间`)
    : undefined;
  if (spanned) return { field: spanned, sure: true };
  // 完成时限/原定, 完成时限/调整后.
  if (PUT_OFF.test(bare(leaf)) && meaningOf(group, []).field === 'deadline')
    return { field: 'deadline', sure: true };
  // 项目秘书/姓名: what stands above says whose.
  const whose = bare(leaf) === '姓名' ? exact(bare(group)) : undefined;
  if (whose !== undefined && PEOPLE.includes(whose)) return { field: whose, sure: true };
  const tick = tickOf(bare(leaf), bare(group));
  if (tick) return { field: tick, sure: true };
  const ofLink = groups.length > 0 ? linkOf(group) : undefined;
  if (ofLink !== undefined && LINK_LEAF.test(bare(leaf)))
    return PLAN.test(leaf) ? { field: 'unrecognised', sure: true } : { field: `link:${ofLink}`, sure: true };
  const own = exact(leaf);
  if (own) return { field: own, sure: !generic };
  const link = linkOf(leaf);
  // 手续办理计划/立项 is when it is to be done.
  const planned = [leaf, ...groups].some((part) => PLAN.test(part) && !DONE.test(part));
  if (link !== undefined && planned) return { field: 'unrecognised', sure: true };
  if (link !== undefined) return { field: `link:${link}`, sure: true };
  if (/手续|审批|证照|环节/.test(group) && bare(leaf).length <= 16) return { field: 'link:0', sure: false };
  const field = endingOf(bare(leaf));
  return field ? { field, sure: false } : { field: 'unrecognised', sure: false };
}

const PLAN = /计划|目标|预计|拟(?!建)|要求|承诺|应(?:办(?!手续|事项)|完成)|序时|时限|期限/;
const DONE = /实际|完成情况|办理情况|进展/;
/** Under the name of a procedure: when it is to be done, and whether it is. */
const LINK_LEAF = new RegExp(
  `^(?:(?:计划|目标|预计|拟|要求|承诺|应|序时|实际)\\p{Script=Han}{0,6}|(?:完成|办理|办结|批复|取得|目前)?(?:时限|期限|情况|进度|进展|状态|${WHEN})|是否(?:${SETTLE}|取得)|(?:批准|批复)?文号|目标)$`,
  'u',
);

const PUT_OFF = /^(?:原定?|原计划|调整后?|延期后?|变更后?|现定?|新)$/;
const PEOPLE: readonly LedgerField[] = ['secretary', 'leader', 'person', 'coordinator'];
const MATTER: readonly (LedgerField | undefined)[] = ['item', 'itemMore', 'project'];

function carriedBy(group: string, leaf: string): LedgerField | undefined {
  const field = exact(group);
  return MATTER.includes(field) && !CARRIERS.has(leaf) ? undefined : field;
}

const CLOSED_TICK = new RegExp(`^(?:已(?:经)?(?:全部)?(?:${SETTLE})(?:到位|完毕)?)$`);
const OPEN_TICK = new RegExp(
  `^(?:(?:未|尚未|没有|正在)(?:完全|全部)?(?:${SETTLE}|推进|启动|开展)(?:到位)?|(?:${SETTLE}|推进)中)$`,
);
const STATE_GROUP = new RegExp(`是否|状态|(?:${SETTLE}|进展|推进)情况`);

/** 解决情况 above 已解决 and 未解决: a mark in the one or the other. */
function tickOf(leaf: string, group: string): LedgerField | undefined {
  return STATE_GROUP.test(group) ? tickOfLeaf(leaf) : undefined;
}

/** What a header would be beside its opposite: 已办结, 未办结. */
export function tickOfLeaf(header: string): 'closedTick' | 'openTick' | undefined {
  const leaf = bare(fold(header));
  return CLOSED_TICK.test(leaf) ? 'closedTick' : OPEN_TICK.test(leaf) ? 'openTick' : undefined;
}

/** Without brackets, the year and other things that change from table to table. */
function bare(header: string, brackets = true): string {
  return (brackets ? header.replace(/\([^()]*\)|【[^【】]*】|\[[^[\]]*\]/g, '') : header)
    .replace(/^(?:20\d{2}年?度?|本年度?|当年|今年)(?=.)/, '')
    .replace(/[::*%]+$/, '');
}

function exact(header: string): LedgerField | undefined {
  const short = header.replace(MEASURE, '');
  if (BUILD_SPAN.test(bare(header, false))) return 'buildSpan';
  return (
    DICTIONARY.get(header) ??
    DICTIONARY.get(short) ??
    DICTIONARY.get(short.replace(/[%::]+$/, '')) ??
    DICTIONARY.get(bare(header)) ??
    (UNIT_AND_PERSON.test(header) ? 'unit' : undefined) ??
    (MATTER_AND_MORE.test(bare(header)) && !/责任|单位|时限|期限/.test(header) ? 'item' : undefined) ??
    (/^(?:20\d{2}年)?(?:\d{1,2}[-~—–至到]\d{1,2}月(?:份|底)?(?:累计)?|\d{1,2}月(?:份|底)?累计)完成(?:投资)?(?:额|情况)?$/.test(
      bare(header),
    )
      ? 'investActual'
      : undefined) ??
    (IS_SETTLED.test(bare(header)) ? 'state' : undefined) ??
    (PERSON_AND_PHONE.test(header) ? (/领导/.test(header) ? 'leader' : 'person') : undefined)
  );
}

function endingOf(header: string): LedgerField | undefined {
  let best: { end: number; length: number; field: LedgerField } | undefined;
  for (const [pattern, field] of ENDINGS) {
    for (const match of header.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const better = !best || end > best.end || (end === best.end && match[0].length > best.length);
      if (better) best = { end, length: match[0].length, field };
    }
  }
  // 问题金额 speaks of money, not of the problem: what follows the head must be little.
  if (best && header.length - best.end <= 1) return best.field;
  const short = header.replace(/(?:要求|安排|一览|栏)$/, '');
  return short !== header && short !== '' ? endingOf(short) : undefined;
}

/** Cells of a ledger repeat (住建局, √, 是): each is looked at once. */
const scores = new Map<string, number>();
const SCORES_KEPT = 5000;

/** How much a cell looks like a header: 1 in the dictionary, 0.5 alike, 0 not. */
export function headerScore(text: string): number {
  const known = scores.get(text);
  if (known !== undefined) return known;
  if (scores.size >= SCORES_KEPT) scores.clear();
  const score = scoreText(text);
  scores.set(text, score);
  return score;
}

function scoreText(text: string): number {
  const folded = fold(text);
  if (folded === '' || folded.length > 40 || /^[\d.,%\-/:]+$/.test(folded)) return 0;
  const { field, sure } = readHeader([text]);
  if (field === 'unrecognised') return 0;
  return sure ? 1 : folded.length <= 14 ? 0.5 : 0;
}
