/** What goes on from an answer, put together of parts that are free: 摊到各家各是几件, 超期的先报我, 资规没在里面吧. */
import { numberOf } from './sums.ts';

const AHEAD =
  '(?:那么?|就|再|也|都|先|你|您|请|麻烦|帮我|给我|跟我|替我|它们?|他们|这[些几][件个条]?|那[些几][件个条]?|到底|一共|总共|[,，\\s])*';
const BEHIND =
  '(?:一下|一遍|给我|我|听听?|看看?|瞧瞧?|瞅瞅?|吧|呢|啊|呀|嘛|吗|哈|了|的|没|没有|来着|行不行|[,，?？!！。\\s])*';
const whole = (body: string) => new RegExp(`^${AHEAD}(?:${body})${BEHIND}$`, 'u');

const SPREAD =
  '(?:分摊|平摊|细化|分解|分布|具体|分派|摊派|分散|散落|摊|分|落|派|算|拆|散|细|归|压|均)(?:实)?(?:到|在|给|成|至|下来|下去)?';
const MANY =
  '(?:各自|各|分别|都|又|是|有|占|摊|得|呢|[每一][家个]|手里|手上|头上|名下|身上|[,，])*(?:几|多少|好多|怎么个?数)(?:件|个|条|起|桩)?(?:问题|事)?';
const UNIT = '(?:个)?(?:责任单位|委办局|单位|部门|口子|家单位|家|局|口)';
const PROJECT = '(?:个)?(?:项目|企业|公司|厂子|厂)';
const KIND = '(?:个)?(?:类别|类型|种类|类)';
const spreads = (names: string) =>
  whole(
    `(?:${SPREAD})(?:各|每一?|哪几|哪些|不同)?(?:个)?${names}(?:头上|手上|手里|名下|身上|里|上)?(?:${MANY})?|(?:各|每一?)${names}(?:头上|手上|手里|名下|身上|里)?${MANY}|(?:都|主要|大多|多半|大头|集中|基本上?)*(?:多|增|涨|少|降|出|冒|新增)?(?:分布|分散|散|集中|落|压|堆|卡|出|摊|归)?(?:在|到|于|是|给)(?:了)?(?:哪|什么地方|哪里|哪些|哪几|哪一)(?:些|几)?${names}(?:头上|手上|手里|名下|身上|那里|那儿|里|上)?|(?:各)?${names}(?:的)?(?:分布|构成|占比|占几件|明细|情况|名单)(?:怎么样|是怎样|如何|情况)?|分(?:一下|一分|分|个)${names}|(?:以|按|照)?${names}(?:分开|拆开|排开|摆开)(?:来)?(?:说|报|看|列|算)?|(?:报|说|讲|列)(?:一下|下)?(?:各|每个?)${names}(?:的)?(?:数|情况)?`,
  );

const TELLS = '(?:报|念|说|讲|列|摆|数|读|亮|点|拉|挑|拎|拣|捡|摘|发|看)';
const PLAIN: readonly [RegExp, string][] = [
  [spreads(UNIT), '按单位分开'],
  [spreads(PROJECT), '按项目分开'],
  [spreads(KIND), '按类别分开'],
  [
    whole(
      '(?:平均)?(?:花|用|耗|费|办)(?:了|掉|去)?(?:大概|大约|总共)?(?:几天|多久|多少天|多长时间|几个工作日)(?:办完|办结|办好|才办完)?',
    ),
    '平均用时多少天',
  ],
  [
    whole(
      `(?:把)?(?:它们?|他们|这家|那家|人家|这里面|里头)?(?:的)?(?:那|这)?(?:几|些|两|三)?[件个条]?(?:问题|事)?(?:都|一一|逐个|挨个|一件件|一条条)*${TELLS}(?:给)?(?:我|大家|领导)?(?:听|看|一)*(?:一下|下|听|看)|(?:(?:都|分别)?(?:是)?(?:些)?(?:什么|啥|哪些)(?:样的)?(?:问题|事情?|题目|名堂|内容)(?:来着)?)|(?:说的?|讲的?)(?:都)?(?:是)?(?:些)?(?:什么|啥)(?:事情?|问题)?|(?:题目|名字|标题|事由|名目|内容)(?:都|分别)?(?:是|叫)?(?:什么|啥|哪些)?${TELLS}?`,
    ),
    '列出来',
  ],
  // 就讲最严重的那一件, 哪件最要命, 老大难
  [
    whole(
      '(?:里头|里面|其中|这里面)*(?:哪些|哪几[件个]|哪个|哪件|有哪些|有没有)?(?:是|算|叫|最是)*(?:老大难|硬骨头|钉子户|老赖|陈年老账|老问题|积案|难啃的|最难啃的|最难办的|最头疼的|最棘手的)(?:问题|事)?(?:是|有)?(?:哪些|哪几[件个]|哪[件个])?|(?:里头|里面|其中)*(?:哪一?[件个条桩]|哪几[件个条桩]|哪些)(?:事|问题)?(?:最|更|特别|比较)(?:要命|头疼|严重|难办|棘手|麻烦|恼火|让人操心|不像话|离谱)(?:的)?|(?:只|就|光|单|先|挑|拣)*(?:给我)?(?:说|讲|报|看|挑|拣|念|拎)?(?:其中|里头|里面)?最(?:严重|要命|狠|厉害|过分|离谱|难|难办|老|久)的(?:那|是哪)?(?:一)?[件条桩个]?(?:是啥|是什么|来看看|事|问题|情况)?',
    ),
    '最久的是哪件',
  ],
  // 哪几件悬: what is over its time or near to it.
  [
    whole(
      '(?:里头|里面|其中)*(?:有)?(?:哪一?[件个条]|哪几[件个条]|哪些|有没有|几[件个])?(?:是|会|要|比较|怕|可能)*(?:悬|有风险|有危险|危险|不保险|不稳|不稳当|没把握|够呛|怕要超|要黄|要出事|玄乎?|堪忧|吃紧|告急|来不及|赶不及|赶不赢|搞不赢|悬乎)(?:的)?(?:是|有)?(?:哪些|哪几[件个]|哪[件个]|几[件个])?',
    ),
    '其中逾期和快到期的有哪些',
  ],
  // 整体呢: of all.
  [
    whole(
      '(?:整体上?|总体上?|总的|全局|全盘|大盘|总盘子|整个区|整个面上|面上|所有单位|全部单位|各单位合起来|全区上下|全区一共|全区总共|整个|全区|通盘)(?:来看|来说|情况|数)?(?:又|的话)?(?:是)?(?:呢|是|怎么样|怎样|如何|多少|几[件个])*',
    ),
    '那全区呢',
  ],
];

/** 超期的先报我, 红的单独拎出来, 先说红的, 重点讲用地的 */
const THOSE_FIRST: readonly RegExp[] = [
  new RegExp(
    `^(?:那么?|你|把|将|就|给我|,|\\s)*([^,，。;；]{1,10}?的)(?:那?几?[件个条些]?)?(?:先|优先|首先|随后|然后|其次|再|接着|单独|单另|展开|铺开|摊开|打开|另外|专门|另|挑|拣|捡|摘|拎|抽|拉|拿|调|翻|筛|捞|揪|摆)(?:给|跟|向|为|帮)?(?:我|大家|领导)?(?:出来|一)?${TELLS}*(?:一下|出来|给我|给领导|我听|我看|我|听听?|看看?|一遍|一份|个|吧|呢|啊|[\\s\\p{P}])*$`,
    'u',
  ),
  new RegExp(
    `^(?:那么?|你|就|再|给我|,|\\s)*(?:先|然后|接着|其次|重点|主要|优先|尽|专拣|专挑|拣|挑|捡)(?:给|跟|把)?(?:我|大家)?${TELLS}*(?:一下|一[说讲看])?([^,，。;；]{1,10}?的)(?:那?几?[件个条些])?(?:${TELLS}|一下|出来|给我|我|听听?|看看?|吧|呢|啊|就行|[\\s\\p{P}])*$`,
    'u',
  ),
];
/** 逾期的也比比 */
const COMPARED =
  /^(?:那么?|把|,|\s)*(?![我你您咱])([^,，。;；]{1,10}?)(?:的)?(?:呢)?[,，\s]*(?:也|再|又)(?:给我|帮我|拿来|放一起|拿出来|来)*(?:比|对比|比较|pk|排|较量)(?:比|一比|一下|下|个|较|一较|一排|排)*[吧呢啊看\s\p{P}]*$/u;
/** 资规没在里面吧, 里头有没有资规 */
const AMONG: readonly RegExp[] = [
  /^(?:那么?|,|\s)*(\p{Script=Han}{2,8}?)(?:的)?(?:没|不|有没有|在不|也|是不是|应该)*(?:在|算|排|列|进)(?:不在|没在)?(?:里[面头]|其中|当中|名单(?:里|上)?|这里[面头]|内|里|榜上|之列)(?:吧|吗|没|没有|不|么|啊|呢|[\s\p{P}])*$/u,
  /^(?:那么?|,|\s)*(?:里[面头]|其中|这里[面头]|名单里)(?:有没有|有无|有冇|有)(\p{Script=Han}{2,8}?)(?:的)?(?:吧|吗|没|没有|不|么|啊|呢|[\s\p{P}])*$/u,
];

function partOf(patterns: readonly RegExp[], said: string): string | undefined {
  for (const pattern of patterns) {
    const part = pattern.exec(said)?.[1]?.trim();
    if (part) return part;
  }
  return undefined;
}

/** @param folded the whole message; undefined: it is none of these */
export function saidOnwards(folded: string): string | undefined {
  const said = folded.trim();
  for (const [pattern, means] of PLAIN) if (pattern.test(said)) return means;
  const first = partOf(THOSE_FIRST, said);
  if (first !== undefined && !/[哪谁]/.test(first)) return `只看${first}`;
  const likewise = COMPARED.exec(said)?.[1] ?? partOf(AMONG, said);
  return likewise === undefined ? undefined : `那${likewise}的呢`;
}

/** 逾期的也比比, after two that were named: of those two, and no other time. */
export function comparedToo(folded: string): string | undefined {
  const what = COMPARED.exec(folded.trim())?.[1];
  return what === undefined ? undefined : `那${what}的呢`;
}

const WITH_PAUSED =
  /^(?:那么?|要是|如果|,|\s)*(?:(?:算|带|加|连|包括|包含|把)(?:上|进|着)?(?:已经)?(?:挂|停)(?:账|起|着|起来|表)?的?(?:那?[几些]?[件个]?)?(?:也|都)?(?:算上|加上|算进来|算进去|一起|在内|的话|算)?|(?:挂|停)(?:账|起|着|起来|表)?的(?:那?[几些]?[件个]?)?(?:也|都)(?:算上|加上|算进来|算进去|算|带上)(?:的话)?)(?:呢|是|有|一共|多少|几[件个]|啊|[\s\p{P}])*$/u;

/** 算上挂的呢, after 不算挂账的. */
export function addsPaused(folded: string): boolean {
  return WITH_PAUSED.test(folded.trim());
}

/** 两家加起来过期的有没有: something of both together. */
const TOGETHER =
  /^(?:那么?|,|\s)*(?:(?:这|那|把|将)?(?:两|俩|二)(?:家单位|个单位|个局|个项目|个人|家|个|边|头|者)?(?:一共|总共|加起来|合起来|加一起|一起|合计|合一起|加一块儿?|放一起|都算上|算在一起|并在一起)+(?:的)?|(?:加起来|合起来|加一起|合一起|一起算)(?:的)?)[,，\s]*(.{2,12})$/u;

export function ofBoth(folded: string): string | undefined {
  return TOGETHER.exec(folded.trim())?.[1];
}

const THESE_TWO =
  /^(?:那么?|,|\s)*(?:[这那]|上[面述](?=几)|(?=[两俩][个家](?:单位|局|项目)?(?:相?比|对比)))(两|俩|二|三|四|五|六|几|些(?=单位|局|部门|项目|企业))(?:(个?项目|家?企业)|((?:家|个)?(?:单位|局|部门))|[个家]类?)(?:的)?(?:(?:相|对)?比(?:一?下|较|起来)?[,，\s]*(?=谁|哪))?(.{2,14})$/u;
/** 这两个项目今年各解决了多少, after one and then the other; no `key`: 这两个; no `number`: 这几家. */
export function ofTheseTwo(
  folded: string,
): { number?: number; key?: 'projectIds' | 'unitIds'; rest: string } | undefined {
  const [said, many = '', project, unit, rest = ''] = THESE_TWO.exec(folded.trim()) ?? [];
  if (said === undefined) return undefined;
  return {
    ...(!/[几些]/u.test(many) && { number: numberOf(many) }),
    rest,
    ...(project ? { key: 'projectIds' } : unit && { key: 'unitIds' }),
  };
}

const WHY_SO =
  /^(?:那么?|,|\s)*(?:为什么|为啥|为何|怎么|咋|凭什么)(?:会|就|才|都|老)*(?:这么|那么|只有|这样)?(?:低|差|少|慢|高|难看|惨)(?:的)?(?:呢|啊|了|[\s\p{P}])*$/u;
/** 为啥这么低, of a rate: no reason is kept, the lowest is told. */
export function asksWhyRate(folded: string): boolean {
  return WHY_SO.test(folded.trim());
}

const RATE_OF =
  /^(?:那么?)?(\p{Script=Han}{2,8}?)的?(?:(?:[这那]个?率|当时|那会儿?)(?:是|有|到)?(?:百分之几|百分之多少|多少|呢)|(?:是|有|到)?百分之(?:几|多少))[呢啊\s\p{P}]*$/u;
/** 住建局的是百分之几, 住建局当时是多少, after a rate: whose. */
export function rateOf(folded: string): string | undefined {
  return RATE_OF.exec(folded.trim())?.[1];
}

const WHICH_PACE =
  /^(?:那么?|里头|其中|,|\s)*(?:哪一?(?:个|家|类)?|谁)(单位|局|部门|项目|企业|类别|类型|类|家)?(?:的)?(?:事|问题)?(?:办得|用得|拖得|办|平均|用时|花得|耗得)?最(?:慢|快|长|短|久|磨蹭|拖)(?:的)?[呢啊\s\p{P}]*$/u;
const PACE_OF =
  /^(?:那么?|,|\s)*最[快慢长短久]的(?:那?[个家])?(?:又|是)*(?:哪一?[个家类]|谁)(单位|局|部门|项目|企业|类别|类)?[呢啊\s\p{P}]*$/u;
/**
 * 谁办得最快, after days: which unit, project or kind, from that end; undefined: it is no such question.
 * @param apart what they were told of: 最快的是哪个 is one of those
 */
export function paceBy(folded: string, apart?: string): string | undefined {
  const found = WHICH_PACE.exec(folded.trim()) ?? (apart ? PACE_OF.exec(folded.trim()) : null);
  if (!found) return undefined;
  const [said, by = apart === 'project' ? '项目' : apart === 'category' ? '类' : ''] = found;
  const noun = /项目|企业/.test(by) ? '项目' : /类/.test(said + by) ? '类别' : '单位';
  return `哪个${noun}${/最[快短]/.test(said) ? '最快' : '最慢'}`;
}

const GROWN =
  /^(?:那么?|主要|都|又|是|在|[,，\s])*哪(?:几|些|一)?[个家]?(单位|部门|局|项目|企业|类)?别?(?:上|头上)?(?:增加|增长|增|多出来|上升|涨)(?:了|得|的|最|多|快)*[呢啊\s\p{P}]*$/u;
/** 主要是哪几家增加的, after now beside then: which groups. */
export function grownBy(folded: string): string | undefined {
  const [said, by = '单位'] = GROWN.exec(folded.trim()) ?? [];
  return said && (by === '类' ? '类别' : by);
}

const CAN_IT =
  /^(?:那么?|再看看?|,|\s)*(\p{Script=Han}{2,8}?)(?:那边|的)?(?:呢)?[,，\s]*(?:能不能|能否|可不可以|行不行|成不成|赶不赶得上|赶得上|来不来得及|来得及|会不会|会不会晚|有没有把握|稳不稳|悬不悬)(?:晚|拖|按时|成|行)?(?:吗|不|没|呢|啊|[\s\p{P}])*$/u;
/** 那美利信能不能, after when another will start: whose. */
export function canIt(folded: string): string | undefined {
  return CAN_IT.exec(folded.trim())?.[1];
}

const TOLD_TO =
  /^(?:那么?|,|\s)*(?:报|捅|送|升|上报)?(?:到|给)?(\p{Script=Han}{2,5}?)(?:那里|那儿|那边|那头|那一级|这一级|手里|手上|案头|桌上)(?:的)?(?:呢|有几[个件]|几[个件]|多少|[\s\p{P}])*$/u;
/** 高县长那里呢, after what was told to somebody: to whom. */
export function toldTo(folded: string): string | undefined {
  return TOLD_TO.exec(folded.trim())?.[1];
}

const STANDS =
  /^(?:那么?|都|分别|各|已经|这些?|,|\s)*(?:挂|晾|撂|搁|扔|放|停|摆|压|丢)(?:在那(?:里|儿)?)?(?:了|着)?(?:几天|多久|多少天|好久|多长时间)(?:了|啊|呢|[\s\p{P}])*$/u;
/** 挂了几天了, of what waits for somebody: how long it has waited. */
export function asksHowLongIt(folded: string): boolean {
  return STANDS.test(folded.trim());
}

/** Letters that say nothing beside what is furthest. */
const BESIDE_MOST =
  /其中|[这那]?(?:些|几[件个])?(?:里[头面]|当中)|[这那哪]?一?[件个条]|[他它]们?|问题|事情?|到现在|现在|至今|目前|一直|什么|多少|多久|工作日|给我|告诉我|[说讲看][说讲看]|[说讲看]?一?下|时间|天数?|[几是叫的了得着啊呢\s\p{P}]/gu;
const MOST = /最(?:[长久多高]|严重|厉害)/u;
const MOST_OF = { verifying: /核/, unsigned: /签/, unrouted: /[转派]/ } as const;
/** 等核验时间最长的是哪个, 哪个拖的时间最长: of what waits (and for what, if it is said), is late or open the furthest. */
export function furthestOf(folded: string): 'late' | 'waits' | 'logged' | keyof typeof MOST_OF | undefined {
  const most = MOST.exec(folded)?.[0];
  if (most === undefined || (most === '最多' && !/天|工作日|[一那][件条个]|哪一?[件条]/.test(folded)))
    return undefined;
  const rest = folded.replace(MOST, '').replace(BESIDE_MOST, '');
  if (/^(?:[超逾误过][期时限]?|拖)+$/u.test(rest) && /[超逾误过]/.test(rest)) return 'late';
  if (/^(?:历时|耗时|积压)+$/u.test(rest)) return 'logged';
  if (!/^[等待拖放搁压没有未人还]+(?:核验?|签收?|转办?|派)?[等拖放搁压]*$/u.test(rest)) return undefined;
  const of = (['verifying', 'unsigned', 'unrouted'] as const).find((one) => MOST_OF[one].test(rest));
  return of ?? (rest.includes('等') ? 'waits' : undefined);
}

const CONCERNS =
  /^(?:那么?|一共|总共|都|这些|它们|,|\s)*(?:(?:涉及|牵涉|牵扯|关系|波及|覆盖|影响|关联)(?:到|了)*|(?:主要|集中)?(?:出|发生|落|分布|集中|存在)在|所属的?(?:是)?)(?:哪些|哪几|哪一?(?=个|家)|几|多少|(?<=所属的?))(?:个|家)?(?:责任)?(单位|局|部门|项目|企业|公司|厂|类别|类|园区)(?:上|里|头上|的|(?:分别|都)?是哪[个些几家]个?)*[呢啊呀\s\p{P}]*$/u;
/** 涉及哪些企业: of those that were told, each apart. */
export function concernedBy(folded: string): string | undefined {
  const by = CONCERNS.exec(folded.trim())?.[1];
  if (by === undefined) return undefined;
  if (/项目|企业|公司|厂/.test(by)) return '项目';
  return by === '园区' ? '园区' : by.startsWith('类') ? '类别' : '单位';
}
