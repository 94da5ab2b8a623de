/**
 * What people say of the nodes of projects (开工, 投产): that one has happened, has not, should have, will be late. Each
 * is one pattern with the verb inside or beside it, since 要, 过了, 没开 alone belong to anything.
 */

import type { ReadNode } from '../../domain/projects-asked.ts';
import { type FoundWord, longestAt } from './longest.ts';
import type { QueryWord } from './query-word.ts';

const START = '(?:破土动工|动土开工|动土动工|开工建设|开工|动工|开建|破土|动土)';
const PRODUCTION = '(?:投入生产|投产达效|投产|投运|量产)';
/** 开了工, 投了产. */
const START_DONE = '(?:开了工|动了工|开工了|动工了|开建了|开成了工|开成工了|开了建)';
const PRODUCTION_DONE = '(?:投了产|投产了|投运了|量产了|投成产了|投入生产了)';
/** 开成工, 开得了工: what 没 stands before. */
const START_COME = `(?:开成工|开得了工|开得成工|开了工|开上工|动得了工|动成工|${START})`;
const PRODUCTION_COME = `(?:投成产|投得了产|投得成产|投了产|${PRODUCTION})`;
const ALREADY = '(?:已经|已|真正|真的|实际|确实|正式|都|全|早就|早)';
const STILL = '(?:都|还|仍然|仍|一直|到现在|至今|却|也|依然)';
const NOT = '(?:没有|没能|没得|没|未能|未|尚未|冇)';
const AHEAD = '(?:计划|预计|打算|安排|可望|有望|能够|能|可以|会|可|定在|定|应该|应)';
const SOON = '(?:马上要|马上就要|马上|快要|就要|即将|快)';
const DAY = '(?:的)?(?:节点|日期|时间|日子|计划|目标|时点)(?:上|里)?';
const MAYBE = '(?:可能|恐怕|怕是|估计|预计|大概率|搞不好|弄不好|八成)';
const IN_TIME =
  '(?:按时|按期|如期|准时|按计划|按原计划|按点|按节点|按照?(?:原来|原先|原|当初|之前|本来|既定)(?:说好|定好|商定|约定|计划|安排|定)?的?(?:日子|日期|时间|节点|工期)|按照?计划的?(?:日子|日期|时间|节点))';
/** 拖得最厉害, 误得最狠. */
const WORST =
  '(?:拖|误|晚|延|推|慢|超|落|差|耽误|耽搁|拖延|滞后|延误|推迟|逾期|超期|误期)(?:了|后|下来)?(?:得|的)?(?:时间|天数|日子)?最(?:厉害|狠|久|多|长|严重|凶|远|离谱|很|大)';
const WHEN = '(?:什么时候|啥时候|啥时间|什么时间|何时|几时|么时候|哪一?天|几号|哪个?月|几月)';
const LATE =
  '(?:延后|推后|推迟|延迟|延期|往后拖|往后推|往后延|往后挪|往后移|后延|拖后|拖期|滞后|误期|延误|拖延|晚点|晚|拖|误)';
const WILL_IT =
  '(?:会不会|会否|是否会|是不是会|是不是要|要不要|有没有可能)(?:都|全|再|又|继续|还)?(?:要|得|会)?';
const CANNOT = '(?:保不住|保不了|赶不上|赶不及|完不成|够呛|悬了?|有危险|有风险|没把握|没戏|要黄)';

type Part = QueryWord & { tag: 'node' };
const word = (node: ReadNode, more: Omit<Part, 'tag' | 'node'> = {}): Part => ({
  tag: 'node',
  node,
  ...more,
});

/** The same of each node. @param make the pattern, of the bare verb, 开了工 and 开成工 */
function both(
  make: (bare: string, done: string, come: string) => string,
  more: Omit<Part, 'tag' | 'node'> = {},
): (readonly [RegExp, QueryWord])[] {
  return [
    [new RegExp(make(START, START_DONE, START_COME), 'uy'), word('start', more)],
    [new RegExp(make(PRODUCTION, PRODUCTION_DONE, PRODUCTION_COME), 'uy'), word('production', more)],
  ];
}

/** Beside a node that is said elsewhere in the sentence. */
const fate = (more: Omit<QueryWord & { tag: 'node-fate' }, 'tag'>): QueryWord => ({
  tag: 'node-fate',
  ...more,
});
/** No other word goes on from it: 没开的, and not 没开会. */
const ENDS = '(?![\\p{Script=Han}](?<![的了吗呢啊呀吧嘛哪几有是]))';
const THERE_NOT = `${STILL}*${NOT}(?:真正|正式|实际|能)?(?:开工|动工|投产|开建|开|动|投)(?:起来|得了|成|了)?(?:的)?${ENDS}`;

const NODE_PATTERNS: readonly (readonly [RegExp, QueryWord])[] = [
  // 项目一共几个，开工几个: that have; 明年开工几个 are planned.
  ...both((bare) => `(?<=^|[,，、\\s])${bare}(?=(?:几|多少)个?(?:$|[\\s\\p{P}]))`, { reached: true }),
  ...both((bare) => `(?:${AHEAD})*${bare}(?:${DAY})?`),
  // 多久才开得了工
  ...both((bare, _, come) => `才(?:能够|能|可以|会)?(?:${come}|${bare})`),
  ...both((bare) => `(?:要|将|等着|准备|打算|该|应该|应当|必须|得)(?:${AHEAD})?${bare}`, { soon: 'will' }),
  // 开工拖得最厉害的, 拖得最久没开工的
  ...both((bare) => `${bare}(?:${DAY})?(?:的)?(?:已经|都)?${WORST}(?:的)?`, { fate: 'late', order: 'slip' }),
  ...both((bare) => `${WORST}(?:还)?(?:没有|没|未)?${bare}(?:的)?`, { fate: 'late', order: 'slip' }),
  ...both((bare) => `(?:${SOON})(?:${AHEAD})?${bare}`, { soon: 'near' }),
  ...both((bare) => `${bare}的(?=(?:项目|企业)?(?:有|一共|总共|共|都|又|是)?(?:几|多少|哪))`, {
    stands: true,
  }),
  // 开没开工, 开工没开工, 投没投产
  ...both((bare) => `(?:有没有|是不是|是否)(?:已经|已|真正)?${bare}(?:了)?`, { asks: true }),
  [
    /(?:开工(?:了)?没(?:有)?开工|开没开工|动没动工|开不开得了工|开没开得了工|能不能开得了工|能否开得了工)/y,
    word('start', { asks: true }),
  ],
  [
    /(?:投产(?:了)?没(?:有)?投产|投没投产|投不投得了产|能不能投得了产|能否投得了产)/y,
    word('production', { asks: true }),
  ],
  ...both((bare, done) => `${ALREADY}*(?:${done}|${ALREADY}${bare})(?:的)?(?!没|冇|吗|么|不)`, {
    reached: true,
  }),
  ...both((_, __, come) => `${STILL}*${NOT}(?:真正|正式|实际|能够|能)?${come}(?:的)?`, { reached: false }),
  ...both((bare) => `(?:待|等待|等着)${bare}(?:的)?`, { reached: false }),
  // 该开工没开工的, 该开工还没开的, 应开未开
  ...both(
    (bare, _, come) =>
      `(?:本来|早就|早)?(?:该|应该|应当|应|到期|到点|到了时间|逾期|超期)${bare}?(?:了)?(?:而|却|但|又|的|,)?${STILL}*${NOT}(?:${come}|[开动投]${ENDS})(?:的)?`,
    { fate: 'missed' },
  ),
  // 过了开工节点还没开工的
  ...both(
    (bare, _, come) =>
      `(?:已经|都|早就|早)?(?:过了|已过|超过了|超过|到了)(?:计划|原定)?(?:的)?${bare}(?:${DAY})(?:,|但|却|可)?${STILL}*${NOT}(?:${come}|[开动投]${ENDS})(?:的)?`,
    { fate: 'missed' },
  ),
  [/(?:应开未开|该开未开|该开没开|该开不开|应开没开)(?:的)?/y, word('start', { fate: 'missed' })],
  [/(?:应投未投|该投未投|该投没投|应投没投)(?:的)?/y, word('production', { fate: 'missed' })],
  // 没按时开工的: also what came later than planned.
  ...both((_, __, come) => `${STILL}*(?:没有|没能|没|未能|未)(?:能)?${IN_TIME}${come}(?:的)?`, {
    fate: 'slipped',
  }),
  ...both((bare) => `(?:能够|能|可以|预计)${IN_TIME}${bare}(?:的|(?=[\\s\\p{P}]*$))`, { fate: 'kept' }),
  ...both((bare) => `(?:不能|无法|没法|不太能)${IN_TIME}${bare}(?:的)?`, { fate: 'late' }),
  ...both((bare) => `(?:${MAYBE})*(?:要|会|得)?${LATE}(?:了)?${bare}(?:的)?`, { fate: 'late' }),
  ...both((bare) => `${bare}(?:会|要|可能)?(?:${CANNOT})(?:的)?`, { fate: 'late' }),
  // 开工晚了的, 开工可能要晚于计划
  ...both(
    (bare) =>
      `${bare}(?:${DAY})?(?:已经|都|又|比计划|比原定){0,2}(?:晚|迟)了(?:的)?(?![几多好\\d一二两三四五六七八九十])`,
    { fate: 'slipped' },
  ),
  ...both(
    (bare) =>
      `${bare}(?:${DAY})?(?:会|要|可能|得|恐怕|估计){0,2}(?:晚|迟|滞后|落后)于(?:原)?(?:计划|定)(?:时间|日期|节点)?(?:的)?`,
    { fate: 'late' },
  ),
  ...both((bare) => `(?:能不能|能否|可不可以|是否能)(?:都|全部|全)?(?:${IN_TIME})?${bare}`, {
    fate: 'fate',
    asks: true,
  }),
  // 会不会延期开工
  ...both((bare) => `${WILL_IT}${LATE}${bare}`, { fate: 'fate', asks: true }),
  // 离开工最近的
  ...both((bare) => `(?:离|距离|距)${bare}(?:${DAY})?(?:时间|日子)?(?:最近|最快|最早)(?:的)?`, {
    order: 'earliest',
    reached: false,
  }),
  ...both(
    (bare) => `${bare}(?:有没有风险|有没有把握|有把握吗|稳不稳|保得住吗|保不保得住|能不能保住|悬不悬)`,
    {
      fate: 'fate',
      asks: true,
    },
  ),
  // 最先开工的, 投产最早的, 谁先投
  ...both((bare) => `(?:最早|最先|头一个|第一个|率先|先)(?:能|会|要)?${bare}(?:的)?`, { order: 'earliest' }),
  ...both(
    (bare) => `${bare}(?:得|的|时间|日期)?(?:最早|最先|排在前面|在前面|在前头|在前|打头|靠前|最近)(?:的)?`,
    { order: 'earliest' },
  ),
  ...both((bare) => `(?:最晚|最后|最迟)(?:一个)?(?:能|会|要)?${bare}(?:的)?`, { order: 'latest' }),
  ...both((bare) => `${bare}(?:得|的|时间|日期)?(?:最晚|最后|最迟|在后面|在后头|最靠后)(?:的)?`, {
    order: 'latest',
  }),
  ...both(
    (bare) =>
      `(?:没有|没|还没|未|尚未)(?:定|确定|排|填|登记|写)(?:好|下来)?${bare}(?:的)?(?:节点|日期|时间|日子)?(?:的)?`,
    { undated: true },
  ),
  ...both(
    (bare) =>
      `${bare}(?:的)?(?:节点|日期|时间|日子)(?:都|还|一直)*(?:没有|没|未)(?:定|确定|排|填|登记|写)(?:好|下来)?(?:的)?`,
    { undated: true },
  ),
];

const SORT = '(?:排一?排|排一下|排个?(?:队|序|名|个队|先后)|排出来|排列|排)(?:一下|看看|给我)?';
/** Only in a sentence that names a node. */
const BESIDE: readonly (readonly [RegExp, QueryWord])[] = [
  [
    new RegExp(
      `(?:都|已经|已|早就|早已经)*(?:过了|已过|过掉了|到了|过去了|过)(?:很久|好久|好几天)?(?:了)?(?:,|可|但|却)?${THERE_NOT}`,
      'uy',
    ),
    fate({ fate: 'missed' }),
  ],
  [new RegExp(THERE_NOT, 'uy'), fate({ reached: false })],
  [
    new RegExp(`(?:${MAYBE})*(?:要|会|得)(?:${LATE}|${CANNOT})(?!过)(?:了)?(?:的)?`, 'y'),
    fate({ fate: 'late' }),
  ],
  [
    new RegExp(`(?:${MAYBE})?(?:${CANNOT}|延后|推后|推迟|往后拖|往后推)(?!过)(?:了)?(?:的)?`, 'y'),
    fate({ fate: 'late' }),
  ],
  [new RegExp(`${WORST}(?:的)?`, 'y'), fate({ fate: 'late', order: 'slip' })],
  // 开工日子从早到晚排一下
  [
    new RegExp(
      `(?:按|照)?(?:时间|日期|日子)?(?:的)?(?:从早到晚|由早到晚|先后顺序|先后|早晚|从近到远)(?:${SORT})?|${SORT}`,
      'y',
    ),
    fate({ order: 'earliest' }),
  ],
  [new RegExp(`(?:按|照)?(?:从晚到早|由晚到早|从远到近|倒着)(?:${SORT})?`, 'y'), fate({ order: 'latest' })],
  // 年底前投产搞不搞得成
  [
    /(?:到底|究竟|还)?(?:(?:搞|办|弄|做|成|行|实现|完成|达到|保|拿)(?:不(?:搞|办|弄|做|成|行|实现|完成|保|拿))?(?:得|的)(?:成|到|了|住|下来)?(?:不|吗|么|没)?|成不成|行不行|能行吗|能行不|能成吗|能成不|有没有戏|有戏没有?|有戏吗|悬不悬|靠不靠谱|有没有可能|可不可能|有可能没|有没有问题|问题大不大|有没有把握|有把握没有?|有把握吗|稳不稳)(?=[\s,，。?？啊呀呢吧哦]|$)/y,
    fate({ fate: 'fate', asks: true }),
  ],
  // 计划明年上半年投产的
  [
    /(?:原来|原|当初)?(?:计划|打算|准备|预计|安排|定于|定在)(?:在|是|于)?(?=[^,，。;；]{2,14}(?:开工|动工|投产|投运|量产))/y,
    { tag: 'beside-node' },
  ],
  // 哪个最早投产哪个最晚
  [/(?:最早|最先|最前|最快)(?:的)?(?=[\s,，。?？呢是哪谁]|$)/y, fate({ order: 'earliest' })],
  [/(?:最晚|最后|最迟|最慢)(?:的)?(?=[\s,，。?？呢是哪谁]|$)/y, fate({ order: 'latest' })],
  // 打算哪天开工
  [
    new RegExp(
      `(?:原来|原|当初)?(?:计划|打算|准备|预计|安排|想|定|说好|约)(?:好)?(?:的|在|是)?(?:是)?(?=${WHEN})`,
      'y',
    ),
    { tag: 'beside-node' },
  ],
  // 会不会往后拖
  [new RegExp(`${WILL_IT}(?:${LATE}|${CANNOT})(?!过)(?:了)?`, 'y'), fate({ fate: 'fate', asks: true })],
  [
    new RegExp(
      `(?:能不能|能否|可不可以|是不是|是否)?(?:都|全部|全)?(?:能够|能)?(?:赶得上|赶上|赶不赶得上|${IN_TIME}|来得及|保得住)(?:不|吗|么)?`,
      'y',
    ),
    fate({ fate: 'fate' }),
  ],
  [
    /(?:原来|原先|当初|之前|原本)?(?:定|计划|安排|说好|约定)(?:好|下)?的(?:时间|日期|日子|节点)|原定(?:的)?(?:时间|日期|日子|节点)?|按原计划/y,
    { tag: 'node-planned' },
  ],
  [
    /(?:按|照|按照|依)?(?:现在|目前|当前|眼下)?(?:这个|这|现在的|目前的|当前的)?(?:进度|搞法|速度|节奏|势头|架势|干法|走法|样子|步子)(?:来看|来说|看|往后推|推下去|走下去|搞下去|下去)?/y,
    { tag: 'beside-node' },
  ],
  [/(?:双节点|两个节点|开工投产|开工和投产|节点)(?:里面|里头|当中|中|里|上|情况)?/y, { tag: 'beside-node' }],
  [
    /(?:晚|拖|延|误|过|超|延误|延后|推迟)(?:了)?(?:多少天|几天|多久|好多天|几多天|多长时间)(?:了)?/y,
    { tag: 'node-days' },
  ],
  [
    /(?:有|一共|总共|共)?(?:几|多少|哪几|哪些|哪)家(?:企业|公司|项目)?/y,
    { tag: 'by', by: 'project', asks: true },
  ],
  [
    /(?:身上|手上|手里|名下)?(?:还|都|也)*(?:背着|背了|带着|带了|挂着|压着|顶着|亮着|缠着|有着|有)(?:的)?(?=[红黄蓝]|逾期|超期|没办完|没销号|未销号|没解决)/y,
    { tag: 'carries' },
  ],
  [
    /(?:身上|手上|手里|名下)?(?:还|都|也)*(?:没有|没得|没|不带|无)(?=[红黄蓝]灯|[红黄蓝]色|逾期的问题|超期的问题)/y,
    { tag: 'carries', none: true },
  ],
];

const ALL: readonly (readonly [RegExp, QueryWord])[] = [...NODE_PATTERNS, ...BESIDE];
const NAMED =
  /开工|动工|开建|破土|动土|投产|投运|量产|投入生产|[开动][了成][了]?工|投[了成]产|开得[了成]工|开[没不]|投[没不]|[应该][开投]/;

/** The longest of what is said of nodes that begins at `at`. */
export function nodeWordAt(folded: string, at: number): FoundWord | undefined {
  if (!NAMED.test(folded)) return undefined;
  return longestAt(ALL, folded, at);
}
