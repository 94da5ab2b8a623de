/**
 * What is said next in words that mean something only behind a certain kind of answer, and the words that say it plainly:
 * 最省心的是哪个 after which project has most is 最少的是哪个. A row of the table is a way to say it, not a question.
 */

/** What the answer before was: problems, the one of them, groups in their order, a rate or days, the rate of those content. */
export type Kind = 'rows' | 'one' | 'ranking' | 'measured' | 'content';

const AHEAD = '(?:那么?|又|而|就|这|都|它们?|他们|其中|里[头面]|[,，\\s])*';
const ENDS = '[了的呢啊呀吧吗嘛哦噢不没\\s\\p{P}]*$';
const WHICH = '(?:哪一?[个家](?:单位|局|部门|项目|企业)?|谁)';
const whole = (body: string) => new RegExp(`^${AHEAD}(?:${body})${ENDS}`, 'u');

const EASY = '(?:省心|省事|让人?(?:省心|放心)|放心|清闲|轻松|清爽|太平|安生|不用操心)';
const HARD = '(?:头[疼痛]|让人?(?:头[疼痛]|操心|闹心|不放心)|闹心|操心|恼火|费心|费神|不省心|拖后腿)';
const SOONER =
  '(?:(?:期限|时限|日子)?(?:更|最|比较)?(?:先|早|近|靠前)(?:到期|到点|到日子|到时间|到|期)?|(?:更|最|比较|要)?(?:急|紧|要紧|紧急|着急|紧迫|赶))(?:一?[些点])?';
const AMONG = '(?:俩|[两几二三四五][个件条桩]|两件事)?(?:里[头面]|之间|当中|相比|比)?';
const EACH_ONE = '(?:分别|各自?|每一?[件个])';
const BESIDE = '(?:请|要|给我|再|也)?(?:带上?|附上?|写明|写上|注明|标明|标上|加上|连同)';
const DOES = '(?:在)?(?:弄|办|管|盯|跟|搞|负责|做|经办|跑)';

const SAID: readonly (readonly [after: readonly Kind[], said: RegExp, means: string])[] = [
  [['ranking'], whole(`最${EASY}的?(?:又|那个|就)?是?${WHICH}?|${WHICH}最${EASY}`), '最少的是哪个'],
  [['ranking'], whole(`最${HARD}的?(?:又|那个|就)?是?${WHICH}?|${WHICH}最${HARD}`), '最多的是哪个'],
  [['rows'], whole(`${AMONG}(?:哪一?[个件条桩]|谁)(?:的)?${SOONER}`), '最急的是哪件'],
  [
    ['rows'],
    whole(`${AMONG}(?:哪一?[个件条桩]|谁)(?:更|最|是)?(?:先|早)(?:登记?|报|提|上报|录)(?:上来)?`),
    '最早登记的是哪件',
  ],
  // 李航在弄还是别个在弄
  [
    ['one'],
    whole(`\\p{Script=Han}{2,4}?(?:自己|亲自)?${DOES}?(?:的)?还是\\p{Script=Han}{1,4}?(?:自己|亲自)?${DOES}`),
    '谁在办',
  ],
  // The second half of a question: what is told with each.
  [
    ['rows'],
    whole(
      '(?:都|主要|分别)?(?:是|在)(?:哪一?[些几个]?家?)(?:(?:企业|厂子?|公司|项目)(?:门口|门前|里头?|那儿|那边|上|的)?|门口|门前)',
    ),
    '按项目分开',
  ],
  [['rows'], whole(`${EACH_ONE}(?:[超晚拖逾误]期?|耽误)了?(?:几天|多少天?|多久|几个工作日)`), '分别超了几天'],
  [
    ['rows'],
    whole(`(?:${BESIDE})(?:都是)?(?:超期|逾期)(?:的)?(?:天数|时间)|(?:${BESIDE})[超晚拖]了?几天`),
    '分别超了几天',
  ],
  [
    ['rows'],
    whole(
      `(?:[派转]单?的|签收的|核验的|办的)?(?:该|是)?谁(?:在)?(?:卡|压|拖|耽误|占)(?:着|住|起)?|(?:${BESIDE})(?:都是)?(?:谁(?:负责|在办|在管|办)|(?:责任|负责|经办|办理)人)`,
    ),
    '各是谁在办',
  ],
  [
    ['rows'],
    whole(`(?:都|分别|各)?到(?:几号|哪天)|(?:${BESIDE})(?:都是)?(?:几号到期|到期(?:日期?|时间)|[期时]限)`),
    '都几号到期',
  ],
  [
    ['rows'],
    whole(
      `(?:${BESIDE})(?:都是)?(?:登记|上报)(?:日期?|时间)|(?:${BESIDE})(?:都是)?(?:哪天|什么时候)(?:登记|报)的?`,
    ),
    '都是哪天登记的',
  ],
  [
    ['rows'],
    whole(
      `(?:${BESIDE})(?:都是)?[转派]办?(?:日期?|时间)|(?:${BESIDE})(?:都是)?(?:哪天|什么时候)[转派]办?的?`,
    ),
    '都是哪天转办的',
  ],
  [['rows'], whole('(?:里头)?有没有?[超逾误]期?'), '有没有超期的'],
  [
    ['rows', 'ranking'],
    whole(
      '(?:把|将|请|帮我|给我)*(?:这些|这几[件个条]|它们|上面的?)?(?:都|全)?(?:导|做|弄|拉|出|整|列|汇|打)(?:成|出|理成|个|张|份)*(?:一?[个张份])?(?:表格?|excel|台账|单子|清单|文件)(?:给我|发我|发来|来)?',
    ),
    '导出来',
  ],
  [
    ['rows'],
    whole(
      '(?:红|黄|蓝|绿|正常|灯|的|[,，、和跟])*[红黄蓝绿](?:灯|的)?(?:分开|拆开|分别|各自?|单独)(?:列|说|报|算|是|有|几|多少|[件个])*',
    ),
    '各种灯各几件',
  ],
  [
    ['content'],
    whole(
      '(?:企业)?(?:哪一?[个家](?:项目|企业|单位)?|谁)(?:(?:打分|评价|评分)最(?:差|低)|最不满意?|打得?最低|满意度?最低)',
    ),
    '各项目满意率',
  ],
  [
    ['measured'],
    whole(
      '全[区县市](?:的|上下|一共|总共|整体)*平均(?:数|值|水平|下来)?(?:是|要|有|得)?(?:几多|多少|几天|几|怎么样|啥水平)',
    ),
    '全区平均',
  ],
];

/** The same plainly; undefined: it means the same after every answer. @param folded the whole message */
export function inItsWords(folded: string, kinds: readonly Kind[]): string | undefined {
  return SAID.find(([after, said]) => after.some((one) => kinds.includes(one)) && said.test(folded))?.[2];
}

const SPAN_BEFORE =
  /^(?:那么?|[,，\s])*再?(?:往前|前|上)[面头]?(?:再|推|数|看)*的?(?:[那这]?一|[那这])(?:段|截|期|程|档|个?时段)(?:时间)?的?(?:呢|是?多少|怎么样|情况|[\s\p{P}])*$/u;
/** 再往前那一段呢: the same of as long a time before. */
export function asksSpanBefore(folded: string): boolean {
  return SPAN_BEFORE.test(folded.trim());
}

const BEFORE_IT =
  /^(?:那么?|[,，\s])*(?:前[头面]|先前|此前|早先|早前|原先|中间|期间|半路上?|一路上|后[来头]|到头来)(?=有没有|[延退催挂转换改签核动停]|有人)/u;
/** 前头延过没, of one problem: when it was is all of its time. */
export function withoutBefore(folded: string): string | undefined {
  const rest = folded.replace(BEFORE_IT, '');
  return rest === folded ? undefined : rest;
}

const AHEAD_OF_US = new RegExp(
  `^${AHEAD}(?:我们|咱们?|我局|排|在)*(?:前[头面]|上[头面]|后[头面])(?:的)?(?:都|还|又)*(?:是|有)?(?:些)?(?:哪[些几个家]|谁|几家).{0,4}$|^${AHEAD}(?:有|还|都|是)*比(?:我们|咱们?|我局|它们?|他们?)(?:局|家|还|更|要|办得|做得)*[差好低高慢快多少强弱]的(?:有|是|都|还|单位|局|部门)*(?:哪|几|谁|没|不).{0,4}$`,
  'u',
);
/** 前头都是哪个, 比我们差的有哪几家: where one stands among all. */
export function asksAround(folded: string): boolean {
  return AHEAD_OF_US.test(folded.trim());
}

const EACH =
  /^(?:那么?|这|[,，\s])*(?:(?:[一每各][家个边头](?:项目|企业|单位|局)?)(?:各|分别|各自|是|有|占|还剩|还有|剩)*|(?:各|分别|各自)(?:是|有|占|还剩|还有|剩)*)(?:几|多少|好多|几多)[件个条]?[了呢啊呀吧吗\s\p{P}]*$/u;
/** 一家各几件 */
export function asksOfEach(folded: string): boolean {
  return EACH.test(folded.trim());
}

const WHICH_MOST =
  /^(?:那么?|又|其中|里[头面]|[,，\s])*哪一?[家个]的?(?:问题|事)?(?:最)([多少])的?[了呢啊呀\s\p{P}]*$/u;
/** 哪家最多 */
export function asksWhichMost(folded: string): string | undefined {
  return WHICH_MOST.exec(folded.trim())?.[1];
}

const BESIDE_EACH = new RegExp(`^${BESIDE}(?=.)`, 'u');
/** 带上谁负责, behind what is listed: asked of each of them. */
export function tellsWithEach(part: string): boolean {
  return BESIDE_EACH.test(part);
}
