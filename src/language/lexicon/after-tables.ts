/** What is said after figures of each unit, project or kind, and after rates, in words that follow-ups are read in. */

const WORST = /(?:[拉拖]了?(?:大家的?)?后腿|垫了?底|掉了?链子|倒数第?一名?|排名?在?(?:最后|末尾|末位))/u;
const BEST = /(?:排名?在?|位居|得)?(?:第一名?|头名|榜首)/u;
const WHO = /^(?:那么?|到底|究竟|又|是|[,，\s])*(?:谁|哪一?[个家](?:单位|局|部门|项目|企业|类)?)/u;
/** 哪家拉了后腿, 谁家排第一, of a measure: 最差, 最好. */
export function inEnds(folded: string): string {
  return WHO.test(folded)
    ? folded.replace(WORST, '最差').replace(BEST, '最好').replace(/谁家/u, '哪家')
    : folded;
}

/** 最磨蹭的是哪家, 谁垫底, 最差的那家, by the measure that was told. */
export function inWorst(folded: string, worst: '最差' | '最多' | '最少'): string {
  if (!/谁|哪一?[个家](?!问题|事)|的那[个家]/u.test(folded)) return folded;
  const said = folded.replace(/最(?:磨蹭|拖拉|拉胯|不像话|不给力)/u, worst);
  return worst === '最差' ? said : said.replace(WORST, worst).replace('最差', worst);
}

const ALL_BESIDE =
  /^(?:那么?|把|让|再|[,，\s])*(?:(?:全部|全区|所有的?|各个?|每个?)(责任单位|单位|局|部门|项目|企业|类别|类|家(?=都|也|全))|大家伙?|大伙儿?)的?(?:都|也|全|一起|放(?:在)?一[起块]儿?|[摆亮拉]出来|给我)*(?:比一?比|对比|比较|排一?排|排个?[名队序]|看一?看|说一?说|列一?列|摆一?摆|报|拉)?(?:一下|出来|看看|呢|吧|[\s\p{P}])*$/u;
/** 全部单位都比一比, 大家都摆出来比比, after a rate or days: of what each is asked. */
export function eachBeside(folded: string): string | undefined {
  const found = ALL_BESIDE.exec(folded);
  return found ? (found[1]?.replace('家', '单位') ?? '单位') : undefined;
}
/** 项目维度的也要: by what else. */
const EACH_TOO =
  /^(?:那么?|再|把|按|分|以|[,，\s])*(单位|部门|项目|企业|类别|园区)(?:维度|口径|角度|层面|那边)?的?(?:也|再)(?:给我|帮我)?(?:要|来|出)(?:一?[份张个下]|出来|[\s\p{P}])*$/u;
export const eachToo = (folded: string) =>
  EACH_TOO.exec(folded)?.[1]?.replace('部门', '单位').replace('企业', '项目');

/** 全部单位拉平了呢, after the rate or days of one. */
export const ALL_EVEN =
  /^(?:那么?|把|[,，\s])*(?:全部|所有|各个?|全区)(?:责任)?(?:单位|局|部门|家)?的?(?:都|一起)*(?:拉平|扯平|平均|均摊)(?:下来|一下|了|算|呢|是|多少|几天|[\s\p{P}])*$/u;

/** 后面这个的清单给我, after one and then the other. */
export const LATTER =
  /^(?:那么?|把|将|就|[,，\s])*(?:后[面头边][这那][个家]|后一[个家])的?(?:清单|单子|明细|名单)?(?:给我|给大家|都)*[列报念说看拉]?(?:一下|出来|给我|看|听|吧|呢|[\s\p{P}])*$/u;

const COLORED =
  /^(?:那么?|都|又|[,，\s])*(红|黄|蓝|逾期|超期)在(?:哪儿|哪里|什么地方|哪[几些]?[个件条]?(?:问题|事)?上?)[呢啊了\s\p{P}]*$|^把?(?:它们?|他们|[这那][些几][个件条]?)+(红|黄|蓝|逾期|超期)的(?:都|全)*[报念说讲列读](?:[来给我大家报念说讲听看]|一下|一遍)*[吧呢啊\s\p{P}]*$/u;
/** 红在哪儿, 把它这些红的报来听听: which of those that were told. */
export function coloredIn(folded: string): string | undefined {
  const [, where, those = where] = COLORED.exec(folded) ?? [];
  return those?.replace('超', '逾');
}

const THOSE_DAYS =
  /^(?:(?:那么?)?同样的?[这那]|那)(?:[几两二三四五六七八九十]天|段时间)里?(?=[又还再也]?(?:新|登|报|提|来|收|办|解决|销))/u;
/** 那同样这三天又新来了多少, 那几天新报上来的呢, after figures of some days. */
export const inThoseDays = (folded: string) => folded.replace(THOSE_DAYS, '');

const OLDEST =
  /^(?:那么?|其中|里[头面]|这?里面|这些里?|[,，\s])*最(老|早|久|急|紧急|紧迫)的?(?:又?是|是|有)?(?:哪一?[个件条桩]|什么|啥)?(?:问题|事)?[呢啊\s\p{P}]*$/u;
const DRAGGED =
  /^(?:那么?|其中|里[头面]|这?里面|这些里?|[,，\s])*(?:拖|放|压|搁|等|超|逾)?期?得?最(?:久|长|厉害|狠)的?(?:又?是|是)?哪一?[件条桩](?:问题|事)?[呢啊\s\p{P}]*$/u;
/** 最老的是哪个, after a table: the one problem of all of its rows. */
export function oldestOne(folded: string): string | undefined {
  const end = OLDEST.exec(folded)?.[1];
  if (end !== undefined) return /[急紧]/u.test(end) ? '最急的是哪件' : '登记最久的是哪件';
  return DRAGGED.test(folded) ? '拖得最久的是哪件' : undefined;
}

const OF_NAME =
  /^(?:那么?|[,，\s])*(\p{Script=Han}{2,10}?)(?:上|手[上里]|名下)?的(?:那?[几些]?[个件条]?)?(?:都|又|具体|分别)*(?:是|有)(?:哪[一几两些]?[个件条桩]?|什么|啥)(?:问题|事)?[呢啊\s\p{P}]*$/u;
/** 安琪的是哪件, 我项目上的是哪几件: the words that say whose. */
export function whichOfName(folded: string): string | undefined {
  const whose = OF_NAME.exec(folded)?.[1];
  return whose && `${whose}的`;
}

/** 把这几件摆出来看看 */
export const LAYS_OUT =
  /^(?:那么?|就|再|给我|帮我|[,，\s])*(?:把|将)?(?:[这那](?:[几些]|[两二三四五六七八九十])?[个件条桩]?的?(?:问题|事情?)?|它们)(?:都|全|全部|一一|逐[件个条]|一[件个条]{1,2})*(?:给我|给大家)?(?:摆|列|亮|摊|铺|展|拉|念|报|说|讲|拿|调|晒)(?:出来|开来?|上来|一下|一遍|给我|给我看)*(?:看一?看|瞧瞧|听听|看一下|我看看?|吧|呢|[\s\p{P}])*$/u;

const ASKED_TOO =
  /^(?:那么?|再|还有|另外|[,，\s])*(.{2,8}?)(?:也|都|再)*(?:给我|帮我)?(?:看看?|看一下|说说?|报|列|算|查|讲)?(?:一?下|出来)?(?:呢|多少|怎么样|如何|分别|各|是|[\s\p{P}])*$/u;
/** 按时率也看看, 那满意率呢: which measure is asked for, as it was said. */
export function measureToo(folded: string): string | undefined {
  return ASKED_TOO.exec(folded)?.[1];
}

/** 严重的是哪些: those that are red, which the title says. */
export const SEVERE =
  /^(?:那么?|其中|里[头面])*(?:比较|特别|真正)?严重(?:一[点些])?的(呢|(?:都|又)?(?:是|有)?(?:哪[些几][个件]?|几[个件])|列出来)[呢啊\s\p{P}]*$/u;
