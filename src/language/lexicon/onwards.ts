/** Words that go on from one figure to its like: another person's, the month before that, of each, the last of them. */
import type { GroupBy } from '../../domain/issue-filter.ts';

/** What is asked of the answer before; whether it has such a thing, onwards.ts says. */
export type Onward =
  /** 那刘敏的呢: somebody else's; `held`: 赵磊手里的. */
  | { onward: 'person'; name: string; held?: true }
  /** 那再上个月呢: one more of the span before. */
  | { onward: 'earlier'; span: 'day' | 'week' | 'month' | 'quarter' | 'year' }
  /** 每个单位各几件, 哪一类最厉害; `of`: the word that says what they are counted by. */
  | { onward: 'each'; by: GroupBy; most?: true; of?: string }
  /** 垫底的是谁, of a rate. */
  | { onward: 'end'; end: 'lowest' | 'highest'; why: boolean }
  /** 现在呢, of a past day. */
  | { onward: 'now' }
  /** 最慢的呢, 最久的拖了几天; `said`: as a word of order; `one`: of problems and not of units. */
  | { onward: 'extreme'; slow: boolean; said: '最早' | '最久' | '拖得最久'; one: boolean }
  /** 解决了几个, 还剩几个, 还有哪些没办完: of somebody's just asked about. */
  | { onward: 'rest'; said: string }
  /** 上个月多少: the same of another time. */
  | { onward: 'then' }
  /** 各占多少, of groups. */
  | { onward: 'share' }
  /** 离那天还差多少天, 会不会往后拖: the day of the node, again. */
  | { onward: 'node' }
  /** 下一个环节是什么，谁牵头, 还差哪几个环节 */
  | { onward: 'links' };

/** Nobody goes on in more words. */
const LONGEST = 30;
const END = '[的了啊呀呢吗嘛吧哦哈\\s\\p{P}]*$';
const TITLE = '(?:局长|主任|书记|市长|县长|区长|所长|队长|总|秘书|科长)';

const PERSON = new RegExp(
  `^(?:那么?|还有|再看|看看|换[成做]?)?(\\p{Script=Han}{2,3}?(?=他|自己|那|手|名|管|负|的|呢|怎|有|几|看|${TITLE})|\\p{Script=Han}${TITLE})(?:${TITLE})?(?:他|自己|那边|那里|那儿|那头|那(?:几|些|两|三|四)?[个件家]|手上|手里|名下|管的|负责的|的|项目)*(?:(?<=^换\\p{Script=Han}{2,5})|呢|看看?|怎么样|有几[个件]|几[个件])${END}`,
  'u',
);
const EARLIER =
  /^(?:那么?)?(?:再(?:上|前|往前)|往前再|前(?=[一1]))(?:面)?(?:推|看|数)?(?:一|1)?个?(天|日|周|星期|礼拜|月|季度|季|年)(?:份)?(?:的|那个|这个)?(?:数(?:据|字)?)?(?:呢|是几[个件]|是多少|多少|几[个件]|情况)?[呢啊吧\s\p{P}]*$/u;
const SPANS: Readonly<Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year'>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
  年: 'year',
};

const GROUPS: readonly [GroupBy, string][] = [
  ['unit', '单位|部门|局|责任单位|家'],
  ['project', '项目|企业|公司'],
  ['category', '类别|类型|种类|类'],
  ['area', '园区|乡镇|区域|片区'],
];
const EACH: readonly [GroupBy, RegExp][] = GROUPS.map(([by, names]) => [
  by,
  new RegExp(
    `^(?:那么?)?(?:每一?个|每家|各个?|每)(?:${names})(?:的|手里|手上|名下|各自|各|分别|都|现在|是|有|占)*(?:几[个件条]|多少[个件条]?)${END}`,
    'u',
  ),
]);
const MOST_OF =
  '申请延?期?|延期?|提|报|登记|反弹|回潮|重开|翻出来|翻|[挨被]?退回?|[挨被]?催|拖|超期|逾期|超|红|反映|办结|办成|办|销号?|收|接';
const MOST: readonly [GroupBy, RegExp][] = GROUPS.map(([by, names]) => {
  const which =
    by === 'unit' ? `哪(?:一?个|一?家|些)?(?:${names})?|谁家?` : `哪(?:一?个|一?家|一|几|些)?(?:${names})`;
  return [
    by,
    new RegExp(
      `^(?:那么?|里头|其中|这里头|这里面|里面|这些|按(?:${names})看|,)*(?:是)?(?:${which})(?:的)?(${MOST_OF})?(?:得|的|次数|件数|占比?)*(?:最多|最大|最厉害|最严重|最狠|最突出|最集中)${END}`,
      'u',
    ),
  ];
});
const SHARE = new RegExp(
  `^(?:那么?)?(?:各|分别|各自|各类|各单位|各项目|都)*占(?:了|比)?(?:是)?(?:多少|几成|百分之几|比例)${END}`,
  'u',
);
const LOW = '垫底|最低|最差|倒数第一|最后一名|末位';
const HIGH = '最高|最好|排第一|第一名|领先';
const LAST_OF = new RegExp(
  `^(?:那么?|里头|其中)?(?:(${LOW})|(?:${HIGH}))的?(?:又)?(?:是)?(?:谁|哪个|哪家|哪一家|哪个单位|哪个局|哪个部门|呢)?(单位|局)?[,，\\s]*(为什么|为啥|什么原因|怎么回事)?${END}`,
  'u',
);
const NOW = new RegExp(
  `^(?:那么?)?(?:现在|目前|眼下|如今|到现在)(?:又)?(?:呢|怎么样|是多少|多少|还有几[个件]|几[个件])?${END}`,
  'u',
);
const SLOW =
  '最慢|最长|最久|最老|最严重|最狠|最厉害|最磨蹭|最拖拉|最拖|最早|最先|最(?:要命|过分|离谱|难办)|(?<=[间时数期])最多';
const QUICK = '最快|最短|最麻溜|最利索|最爽快|最快当|最麻利|(?<=[间时数期])最少';
const LASTS = '拖|拖延|耽搁|等|搁|放|晾|压|挂|停|办|花|用|耗|磨|超|逾期|卡|欠|躺|积';
const EXTREME = new RegExp(
  `^(?:那么?|里头|其中|这里头|这里面|里面|是|到底|又|它|他们|这家|那家|这些|只|就|光|单|先|挑|拣|给我|说|讲|报|看|念|拎|要|花的|用的|哪一?[个件条桩](?:问题|事情?)?|谁(?=等)|,)*(?:${LASTS})?(?:了|得|的)?(?:时间|用时|天数|周期)?(?:(${SLOW})|${QUICK})的?(?:那|是|又|这)*(?:一?[个件条张桩项单回次趟遭]|哪一?[个件条张桩项回次]|谁|哪家|哪个单位|什么|啥|事)*(?:叫|是)?(?:啥|什么|哪个|哪件|哪一?[个件条张桩]|谁|哪家|哪个单位|么子)?(?:事|问题|名字)?[,，\\s]*(?:${LASTS}|耗费)*了?(?:几天|多少天|多久|几久|多长时间|多长|好久|几个工作日)?(?:才办完|办完|办结|就行|就好|就够|情况)?${END}`,
  'u',
);
const REST: readonly [RegExp, string][] = [
  [
    new RegExp(
      `^(?:那么?|其中|里头|已经|都)*(?:解决|办结|办完|办好|完成|搞定|办掉|销掉|销号?|处理完)了?(?:几|多少|好多)[个件条]?${END}`,
      'u',
    ),
    '办结了几个',
  ],
  [
    new RegExp(
      `^(?:那么?|其中|里头|就)*(?:还剩|剩下?|还差|还有)(?:下)?(?:几|多少|好多)[个件条]?(?:问题|事)?(?:没|没有|未)?(?:办完?|解决|完成?|销号?|弄完|搞完)?${END}`,
      'u',
    ),
    '没办完的有几个',
  ],
];
const THEN = new RegExp(`(?:是)?(?:多少|几[个件条]|有几[个件条]|怎么样)${END}`, 'u');
const NODE = new RegExp(
  `^(?:那么?|那天|离|距|到|现在|目前|一共|开工|投产|到底|,)*(?:还)?(?:差|有|剩|要|得)(?:多少|几|好多)(?:天|个工作日|个月)${END}|^(?:那么?|到底|他们|它|这样|会不会是|,)*(?:会不会|会|能不能|能|可不可以)(?:又)?(?:往后)?(?:拖|推迟|延后|推后|晚|延迟|耽误|误期|按时|如期|按期|赶得上|来得及)(?:开工|投产|完成)?${END}|^(?:来得及|来不来得及|赶得上|赶不赶得上)${END}`,
  'u',
);
const LINK = '(?:环节|手续|步骤|关口|关卡|程序|流程|关|证|[环步道])';
const NEXT_LINK =
  '(?:接着|接下来|再往下|往下|再往后|往后|后面|后头|下面|下头|然后|完了以后|之后|(?:再)?下一?(?:个|步|环|关|道|站|程|项))';
const DOES = '(?:是|该|要|应该|得|轮到|归|去|来)*(?:弄|办|走|跑|搞|做|干|到|报|批|进|推)?(?:的)?(?:是)?';
const WHICH_LINK = '(?:什么|啥子?|哪一?[个步环关道项]?|么子?|什么时候|几时)';
const LINKS = new RegExp(
  `^(?:那么?|现在|它|他们|项目|,)*${NEXT_LINK}${LINK}?${DOES}${WHICH_LINK}?(?:手续|环节|事)?[,，\\s]*(?:谁|哪个单位|哪个局|哪家)?(?:负责|牵头|管|办|在办)?${END}|^(?:那么?|它|他们|后头|后面|前面|,)*还(?:有|剩|差)(?:几|多少|好多|哪些|哪几)(?:个|步|道)?没(?:有)?(?:跑|走|过)(?:完|到)?${END}|^(?:那么?|它|他们|项目|,)*哪一?(?:步|环|关|道|个环节|道手续|个手续)(?:拖|走|办|卡|跑|用)?(?:得|的|了)?最(?:慢|久|长|多)(?:时间)?${END}|^(?:那么?|现在|它|他们|后头|后面|前面|前头|下面|,)*(?:还|总共|一共)+(?:差|缺|剩|有|欠|少|要)(?:着|下|走|办|跑|过)*(?:哪些|哪几|哪|几|什么|多少|好多)(?:个|道|步|项|样|关|件)?${LINK}(?:没办|没走|没完|没过|没批|没跑|没弄|要办|要走|要过|要跑|没有办|没拿|没办完|没走完|才能开工|才能投产)*${END}|^(?:那么?|现在|它|他们|整体|总体|整个|一共|总共|全部|目前|到现在|手续|进度|流程|环节|,)*(?:都|已经)*(?:走|完成|推进|跑|过)(?:完|到|了|的)*(?:环节|手续|进度|流程)?(?:的)?(?:百分之几|百分之多少|几成|几分之几|多少了?|几个环节|几道手续|几[个道步]了?)${END}|^(?:那么?|现在|它|他们|整体|总体|整个|,)*(?:的)?(?:完成度|完成率|总进度|整体进度|进度)(?:是|到|有)*(?:多少|百分之几|百分之多少|几成|怎么样|如何|咋样)${END}`,
  'u',
);

/** @param folded the whole message; undefined: it says none of these */
export function onwardIn(folded: string): Onward | undefined {
  const said = folded.trim();
  if (said.length > LONGEST) return undefined;
  const earlier = EARLIER.exec(said)?.[1];
  const span = earlier === undefined ? undefined : SPANS[earlier];
  if (span) return { onward: 'earlier', span };
  for (const [by, pattern] of EACH) if (pattern.test(said)) return { onward: 'each', by };
  for (const [by, pattern] of MOST) {
    const found = pattern.exec(said);
    if (found) return { onward: 'each', by, most: true, ...(found[1] && { of: found[1] }) };
  }
  if (SHARE.test(said)) return { onward: 'share' };
  const end = LAST_OF.exec(said);
  if (end) return { onward: 'end', end: end[1] ? 'lowest' : 'highest', why: end[3] !== undefined };
  if (NOW.test(said)) return { onward: 'now' };
  const extreme = EXTREME.exec(said);
  if (extreme) {
    const lasts = /最[久长老]/.test(said) && !/[拖超逾卡欠积].{0,4}最/u.test(said);
    const order = /最[早先]/.test(said) ? '最早' : lasts ? '最久' : '拖得最久';
    return { onward: 'extreme', slow: extreme[1] !== undefined, said: order, one: /[件桩]/.test(said) };
  }
  for (const [pattern, means] of REST) if (pattern.test(said)) return { onward: 'rest', said: means };
  if (NODE.test(said)) return { onward: 'node' };
  if (LINKS.test(said)) return { onward: 'links' };
  const name = PERSON.exec(said)?.[1];
  const held = /[手名][上里下]|负责的/.test(said) && !/领导|企业|单位|我们|你们|他们/.test(said);
  if (name !== undefined) return { onward: 'person', name, ...(held && { held }) };
  return THEN.test(said) ? { onward: 'then' } : undefined;
}
