/** What goes on from an answer in words of its own, put together of parts that are free, as the words that are read. */

const AHEAD =
  '(?:那么?|哦|嗯|行|好的?|就|再|也|你|您|请|帮我|给我|里头|里面|其中|这里面|这些|那些|[这那]几[件个条]|[,，\\s])*';
const BEHIND = '(?:一下|看看?|给我|我|吧|呢|啊|呀|嘛|哈|了|[,，?？!！。\\s])*';
const whole = (body: string) => new RegExp(`^${AHEAD}(?:${body})${BEHIND}$`, 'u');

const DONE = '(?:办完|办结|办好|办掉|销号|销完|销掉|解决|搞定|搞完|完成|清零|清掉|弄完|了结)';
const WHEN = '(?:什么时候|啥时候|哪个时候|几时|哪一?天|几号|什么日子|哪年哪月)';
const LOGGED = '(?:登记上来|登记进来|报上来|提上来|反映上来|提出来|登记|登进来|登|报|提|反映|录|立|来)';
const ONE = '(?:那|这)?(?:一)?(?:[件个条桩项]|问题|事)?';
const WHICH_UNIT = '(?:哪一?[个家](?:单位|局|部门)?|谁家?|哪个单位|哪个局)';

const ALL = '(?:是不是|是否|到底|现在|已经)*(?:都|全部?|通通|统统|全都|一件不剩)(?:给)?(?:已经|给)*';
const IS_IT = '(?:了)?(?:没有|没|冇|吗|么|不|没得)';

const SAID: readonly [RegExp, string][] = [
  // Whether all are: which are not.
  [whole(`${ALL}${DONE}${IS_IT}`), '都办完了没'],
  [whole(`(?:企业|人家)?(?:${ALL}|每件)都?(?:给了?)?评价?[了过]?${IS_IT}`), '还没评价的有哪些'],
  // 最早那件什么时候登的
  [
    whole(
      `最(?:早|先|老|前面)的?${ONE}(?:${LOGGED})?(?:的)?(?:是|在)?${WHEN}(?:${LOGGED})?(?:的|上来的|进来的)?`,
    ),
    '哪天登记的',
  ],
  // 差得最多的是哪个, 差几天
  [
    whole(
      '(?:超期|超|拖|差|晚|逾期|延误|落后|欠)(?:得|的)?最(?:多|久|长|厉害|狠|离谱|严重)的?(?:那|是|又是|的)*(?:哪一?[个件条桩](?:问题|事)?|那?一?[件个条])?[,，\\s]*(?:(?:到底|一共|都)?(?:超|拖|差|晚|逾期|超期)(?:了|期了?)?(?:几|多少)(?:天|个工作日))?',
    ),
    '超期最长的是哪件',
  ],
  // 有赶不上的没
  [
    whole(
      '(?:有没有|有冇|有|哪些|哪几[件个]|会不会有|可能|怕|恐怕|估计|是不是有)*(?:可能|会|要|怕|估计|眼看)*(?:赶不上|赶不及|来不及|完不成|办不完|要误期|(?<=可能|会|怕|恐怕|估计|眼看)误期|误时限|要误)的?(?:有没有|有哪些|有几[件个]|是哪些|有|没有|没|吗|么|不|啊)*',
    ),
    '其中逾期和快到期的有哪些',
  ],
];
const SATISFIED = whole(
  '(?:企业|人家|厂里|他们|老板们?)(?:都|那边|对|[这那][个些件]|[办处]理|结果|的|还)*(?:满意|认可|评价)(?:不满意|吗|没|没有|不|么|度|怎么样|如何|咋样|高不高)?',
);
const HIGHEST = whole(
  `(?:是)?${WHICH_UNIT}(?:的)?(?:数)?(?:最高|最大)的?|最(?:高|大)的(?:又|是|那)*(?:${WHICH_UNIT})?`,
);
const LOWEST = whole(
  `(?:是)?${WHICH_UNIT}(?:的)?(?:数)?(?:最低|最小)的?|最(?:低|小)的(?:又|是|那)*(?:${WHICH_UNIT})?`,
);
const SHARE = whole(
  '(?:大概|大约|一共|总共|能|又|各)*占(?:了|到|全部|总数|所有|全区|总量|整个|总的|的|比|有|是)*(?:几成|百分之几|百分之多少|多少|几分之几|多大|多高|多大比例|什么比例|怎么样)?|(?:占比|比例|比重|份额)(?:是|有|占)?(?:多少|多大|多高|几成)?',
);
const HEAD =
  /^(?:那么?|它|他们|这家|那家|人家|,|\s)*(?:单位|局里?)?(?:的)?(?:(?:局长|一把手|主要领导|主要负责人|负责人|头儿?|老大|经理|大队长)(?:是|叫)?(?:谁|什么名字|哪个|哪位)|(?:局长|一把手|主要负责人|负责人|联络员|经理|大队长)?的?(?:电话|手机号?|号码|联系方式|联系电话)(?:是|有)?(?:多少|几号|什么|呢|吗)?)[呢啊\s\p{P}]*$/u;
const FREED =
  /^(?:那么?|要是|如果|,|\s)*(?:不限(?:定|制|于)?|不分|不管|不论|不光|不只|不单|不局限于?|别限|莫限)(\p{Script=Han}{2,8}?)(?:的话|一家|一个|的|那边)*[,，\s]*(?:呢|看看?|一共|总共|有|是|几[件个]|多少|啊|[\s\p{P}])*$/u;

/** What was told: how many there are, a rate, or days. */
export type Told = 'count' | 'rate' | 'days';
const ENDS: Readonly<Record<Told, readonly [string, string]>> = {
  count: ['哪个单位最多', '哪个单位最少'],
  rate: ['最高的是哪家', '最低的是哪家'],
  days: ['哪个单位最慢', '哪个单位最快'],
};

/** @param folded the whole message; undefined: it is none of these */
export function saidAfter(folded: string, told: Told): string | undefined {
  const said = folded.trim();
  const [highest, lowest] = ENDS[told];
  if (HIGHEST.test(said)) return highest;
  if (LOWEST.test(said)) return lowest;
  if (told !== 'count') return undefined;
  for (const [pattern, means] of SAID) if (pattern.test(said)) return means;
  return SATISFIED.test(said) ? '满意率多少' : undefined;
}

/** 占多少, 占几成 */
export function asksShare(folded: string): boolean {
  return SHARE.test(folded.trim());
}

/** 局长是谁 */
export function asksHead(folded: string): boolean {
  return HEAD.test(folded.trim());
}

/** 不限项目呢, 不光住建局呢: of what it is to be free; undefined: of nothing. */
export function freedOf(folded: string): string | undefined {
  return FREED.exec(folded.trim())?.[1];
}
