/** Words that go on from an answer as a whole: each apart, another one instead, one more, without one, the first of them. */
import type { GroupBy } from '../../domain/issue-filter.ts';

/** What is to become of the question before; `rest`: the words that say which. */
export type Turn =
  /** 按单位分开, 都是谁家的: each apart. `people`: who has them is asked; `most`: 主要是哪一类, most first. */
  | { turn: 'apart'; by: GroupBy; people?: true; most?: true }
  /** 换成上个月的, 供电公司也照这个算一下; 不看红的了,看没签收的: without what is dropped. */
  | { turn: 'instead'; rest: string; drops?: string }
  /** 只要没办完的就行了 */
  | { turn: 'within'; rest: string }
  /** 再加上住建 */
  | { turn: 'also'; rest: string }
  /** 不要兴发的 */
  | { turn: 'without'; rest: string }
  /** 跟9月比呢, 比上个月快了没 */
  | { turn: 'against'; rest: string }
  /** 他们这周会不会办完: nobody foretells it. */
  | { turn: 'forecast'; rest: string }
  /** 前三名是谁 */
  | { turn: 'top' }
  /** 导出来 */
  | { turn: 'file' }
  /** 一共几件来着 */
  | { turn: 'again' }
  /** 几号到期, of all that were listed. */
  | { turn: 'when' }
  /** 多少天了, of all that were listed; `day`: since which day. */
  | { turn: 'since'; day: boolean };

/** What may stand before and behind and says nothing of its own. */
const BEFORE =
  '(?:那么|那|好的|好|行|嗯|哦|再|也|都|就|先|你|您|请|麻烦|(?:把|将)?(?:这个?|那个?|上面的?|刚才的?)(?:总?数字?)|顺便|顺带|帮我|给我|替我|帮忙|[,，\\s])*';
const BEHIND =
  '(?:一下子?|一遍|一哈|一道|看|听|说|讲|吧|呢|啊|呀|嘛|哈|咯|啦|了|给我|我要做表|我?要用|开会用|(?:我)?(?:带|拿)?(?:去|到)?(?:开会|会上|现场|汇报)(?:用|要用|带着)?|我带(?:去|走)|带上|[?？!！。,，\\s])*';
const whole = (body: string) => new RegExp(`^${BEFORE}${body}${BEHIND}$`, 'u');

const GROUPS: readonly [GroupBy, string][] = [
  ['unit', '责任单位|承办单位|单位|部门|局'],
  ['project', '项目'],
  ['category', '问题类别|问题类型|类别|类型|种类|事项类别|类'],
  ['area', '园区|区域|乡镇|县区|片区'],
];
const SPLIT =
  '(?:来|去|再|给我|都|进行|一个个|逐个)*(?:分开来?|拆开来?|拆分|拆|分列|分别|分类|分组|分一分|分|归类|归拢|归归堆|归堆|汇总|展开|细分|摆开|列开|排开|列|排|统计|算)(?:列|算|看|说|数|开|出来|一个)*';
const APART: readonly [GroupBy, RegExp][] = GROUPS.map(([by, names]) => [
  by,
  whole(`(?:(?:按照|按|照|以|分)(?:${names})(?:来|${SPLIT})?|分(?:${names})(?:来)?(?:看|列|算|说|统计))`),
]);

const IS =
  '(?:都|分别|各自|各|全部|全|主要|基本上?|大部分)*(?:是|在|归|属于?|落在|卡在|压在|转给了?|派给了?|分给了?|给了?|找)*(?:些)?';
const HOLDS =
  '(?:在)?(?:盯着?|跟着?|管着?|办着?|负责|牵头|经办|承办|搞|弄|处理|拖着?|压着?|欠着?|卡着?|签|落实|手里|手上|那里|那儿|那边|名下|头上|家里)*(?:的|了)*(?:问题|事|活|责任)?';
const WHOSE: readonly [GroupBy, RegExp, boolean][] = [
  [
    'unit',
    whole(
      `${IS}(?:谁家|(?:哪一?家|哪些家|哪几家)(?!企业|公司)|(?:哪个|哪些|哪几个|哪一个|哪一?家|哪几家|什么|啥)(?:责任)?(?:单位|部门|局|口子))${HOLDS}`,
    ),
    false,
  ],
  [
    'unit',
    whole(
      '(?:(?:都|分别)?是?谁的|(?:都|分别|各自|各)(?:是|归|由)?(?:谁|哪个|哪些人|哪个人|哪位)(?:在)?(?:盯着?|跟着?|管着?|办着?|负责|牵头|经办|承办|搞|弄|处理|联系)(?:的|了)*(?:这个事|这些事|这件事|这个|这些|这块)?|(?:谁|哪个|哪位)(?:在)(?:盯着?|跟着?|管着?|办着?|负责|牵头|经办|承办|搞|弄|处理)(?:的)?(?:这个事|这些事|这件事|这个|这些|这块)?|(?:都|分别|各自)?(?:该)?(?:找谁|问谁)|(?:它们|他们|这些)?(?:的)?(?:都|分别)?(?:联络员|联系人|经办人|负责人)(?:都|分别)?(?:是)?(?:谁|哪个|哪些|哪位)?)',
    ),
    true,
  ],
  [
    'project',
    whole(
      `(?:${IS}|有(?=.{2,6}的))(?:哪个|哪些|哪几个|哪几家|哪一?家|哪一个|什么|啥)(?:项目|企业|公司)${HOLDS}(?:上)?`,
    ),
    false,
  ],
  [
    'category',
    whole(`${IS}(?:哪些|哪几|哪个|哪一|什么|啥)(?:类别|类型|类|方面|种类)(?:的)?(?:问题|事)?`),
    false,
  ],
  ['area', whole(`${IS}(?:哪个|哪些|哪几个)(?:园区|乡镇|县区|区域|片区)(?:里)?(?:的)?`), false],
];

/** 主要是哪一类: of which there are most. */
const MOSTLY = /主要|大部分|大头/;
const TOP = whole(
  '(?:(?:排)?前(?:[二三四五六七八九十两]|[2-9]|10)(?:名|位|个|家)?(?:的)?(?:都|分别)?(?:是)?(?:谁家|谁|哪些|哪几家|哪几个|哪几位|哪三家|哪三个|哪个)?(?:单位|项目|局|部门)?|(?:排)?(?:第一名?|头名|头一名|第一位|榜首|最多的|最高的)(?:的)?(?:是)(?:谁家|谁|哪家|哪个|哪一家|哪一个)(?:单位|项目|局|部门)?|(?:谁|哪家|哪个|哪个单位|哪个项目|哪个局)(?:排)?(?:第一|最多|排头|排最前|在最前))',
);
const FILE = whole(
  '(?:把|将)?(?:它们|它|这个|这些|这几件|上面的|刚才的|刚才那些|结果|数据)?(?:都|全部|全|一起|一并|直接|统一)*(?:导成|导出成|做成|整理成|弄成|汇成|存成|转成|变成)?(?:导出来|导一下|导一份|导个表|导出个?表格?|导|下载下来|下载|做个表格?|做一张表|做张表|拉个表|拉张表|出个表|出张表|列个表格|打印出来|打印|打个包发|打包发)?(?:一?[张个份])?(?:excel|电子表格|表格|表|台账|台帐|文件|附件)?(?:发我一份|发我看看|发我|发给我|发过来|发一份|传给我|传我|发这里|给我一份)?(?:表格|表|文件|excel|台账)?',
);
const FILE_SAID =
  /导|下载|打印|做[个成张一]|拉[个张]表|出[个张]表|发(?:我|给我|过来|一份|这里)|传(?:给)?我|[成张个份](?:表|台账|台帐|文件|excel)|excel/;
const AGAIN = whole(
  '(?:总共|一共|合计|拢共|加起来|全部|到底|现在|目前|还|剩下?)*(?:是|有)?(?:几|多少)(?:件|个|条|起)?(?:问题|事)?(?:来着|到底)?',
);
const WHEN = whole(
  '(?:都|分别|各自|各|那个|这个)*(?:(?:延|推迟?|展期?|放宽|顺延)(?:期)?(?:到|至)(?:了)?(?:哪一?天|几号|什么时候|啥时候|几时|多久|哪月)|(?:什么时候|啥时候|几时|几号|哪一?天)(?:到期|截止|要到期)|(?:还有|还剩|还差|剩下?|再过)(?:几|多少)(?:天|个工作日|个?小时)(?:就|才|会|要)*(?:到期|变红|变黄|转红|转黄|亮红灯|亮黄灯|逾期|超期|升级|红)?|(?:离|距)(?:到期|变红|逾期|超期|截止)(?:还有|还剩|还差)?(?:几|多少)(?:天|个工作日)|(?:几|多少)天(?:后|以后)(?:到期|变红|逾期)|(?:期限|时限|限期|到期日|截止日期?)(?:都|分别)?(?:是|到)?(?:哪一?天|几号|什么时候|多久)?)',
);
const SINCE = whole(
  '(?:都|分别|各自|各|那个|这个|是)*(?:(?:到今天|到现在|到目前|至今)?(?:已经|都|一共|总共)*(?:拖|超|逾期|办|等|压|搁|放|停|过)?(?:期)?(?:了)?(?:几|多少|好多)(?:天|个工作日)(?:了)|(?:到今天|到现在|到目前|至今)(?:已经|都|一共|总共)*(?:几|多少|好多)(?:天|个工作日)|(?:已经|都)?(?:拖|等|压|放)(?:了)?(?:多久|多长时间|多少天|几天)|(?:什么时候|啥时候|哪一?天|几时|几号)(?:登记|提(?:出来?)?|报上?来?|反映)(?:的|上来的|来的)?)',
);

const INSTEAD: readonly RegExp[] = [
  new RegExp(
    `^${BEFORE}(?:换成|改成|换到|改到|换做|改为|换为|换个|换)(?!个?(?:说法|人|词))([^,，。;；]{1,20}?)(?:的话)?(?:再)?${BEHIND}$`,
    'u',
  ),
  new RegExp(
    `^${BEFORE}([^,，。;；]{2,20}?)(?:那边|那头|这边)?(?:也|同样)?(?:照这个|照这样|照着|按这个|按这样|这样|同样|照样|一样)(?:的)?(?:也)?(?:给我|帮我|来|做|弄|搞|列|查|说|报|出|算|统计)+(?:一个|个|一份|份)?${BEHIND}$`,
    'u',
  ),
];
const DROPPED = new RegExp(
  `^${BEFORE}(?:不看|不说|不要|不管|不问|别看)([^,，。;；]{1,10}?)了?[,，](?:就|只|改|换|光|先)?(?:看看?|说|要|查|问|列)([^,，。;；]{2,20}?)${BEHIND}$`,
  'u',
);
const ALSO: readonly RegExp[] = [
  new RegExp(
    `^${BEFORE}(?:把|连|连同)?(?:加上|添上|算上|带上|包括|包含|补上|加)([^,，。;；]{1,20}?)(?:一起|一并|的话)?${BEHIND}$`,
    'u',
  ),
  new RegExp(
    `^${BEFORE}(?:把|连|连同|还有)?([^,，。;；]{1,20}?)也(?:一起|一并)?(?:算上|加上|[放拉加]进来(?:比一?比)?|加进去|算进来|算进去|带上|一起看|一起算|一起列|算|要|加|算在内|包括进来)${BEHIND}$`,
    'u',
  ),
];
const LEAVE =
  '(?:不要|不算|不看|去掉|除掉|扣掉|扣除|剔除|剔掉|排除|刨开|刨掉|抛开|撇开|撇掉|拿掉|不含|不包括|别算|莫算|别要|删掉|除开|减掉|减去)';
const WITHOUT: readonly RegExp[] = [
  new RegExp(`^${BEFORE}(?:就)?${LEAVE}([^,，。;；]{1,20}?)${BEHIND}$`, 'u'),
  new RegExp(
    `^${BEFORE}(?:把|将)?([^,，。;；]{1,20}?)(?:的)?(?:就|都|先|给我|全)*(?:${LEAVE}|除外|不用算|不用看|就算了|不管)(?:了|掉)?${BEHIND}$`,
    'u',
  ),
];
const WITHIN: readonly RegExp[] = [
  new RegExp(
    `^${BEFORE}(?:只|光|单|仅|专|单独)?(?:要|看|说|算|讲|数|列|报|留|给我)*([^,，。;；]{1,20}?)(?:就行|就可以|就好|就够|即可)(?:了)?${BEHIND}$`,
    'u',
  ),
];
const AGAINST = new RegExp(
  `^${BEFORE}(?:现在|目前)?(?:跟|和|与|同(?!期|一)|比起|较|比|对[比照](?:一下|下)?)(?!.*(?:有关|相关))([^,，。;；]{2,12}?)(?:相比|对比|比较|比起来|比一?比|比)?(?:一下)?(?:怎么样|咋样|如何|是|呢|有没有|到底是?)?[,，]?(?:谁|哪个|哪家)?(?:(?:是|更)?(?:快|慢|强|多|少|高|低|好|差|长|短|增加|减少|进步|退步|提高|下降|变快|变慢|涨|降|跌|升|增|减|退|掉)(?:了|些|点)*(?:没有|没|冇|不|吗|还?是(?:快|慢|多|少|高|低|好|差|长|短|涨|跌|升|降|增|减|进步|退步|掉)(?:了|些|点)*|(?:多少|几天|几件|几个))?|相差(?:多少|几件))?${BEHIND}$`,
  'u',
);
const WILL =
  /(?:会不会|能不能|可不可以|能否|可否|是不是能|会|能|可以)(?:都|全|按时|如期|全部|真的|赶在|在)*(?:办完|办结|搞完|搞定|完成|解决|销号|清零|销掉|弄完|办好|弄好|搞好|办得完|搞得完|拿下|收尾|清掉)(?!的)|(?:办|搞|弄|做)(?:得|不)完|来不来得及|来得及|赶不赶得上|赶得上/u;
const AROUND_WILL =
  /那就是说|就是说|也就是说|那么|那|他们|它们|这些|这几件|这几个|这个(?!月|星期|礼拜|周|季)|之前|以前|以内|之内|前|内|底(?=$)|到底|究竟|估计|应该|的话|[吗呢吧不咯没啊呀嘛了噻哈,，。?？!！\s]/gu;

function restOf(patterns: readonly RegExp[], folded: string): string | undefined {
  for (const pattern of patterns) {
    const rest = pattern.exec(folded)?.[1]?.trim();
    if (rest) return rest;
  }
  return undefined;
}

/** Of the whole message, else of each of its clauses (只要没办完的,办完的不要); undefined: some of it is no such thing. */
export function turnsIn(folded: string): Turn[] | undefined {
  const [, drops, instead] = DROPPED.exec(folded) ?? [];
  if (drops && instead) return [{ turn: 'instead', rest: instead, drops }];
  const one = turnIn(folded);
  if (one) return [one];
  const clauses = folded.split(/[,，。;；]+/).filter((clause) => clause.trim() !== '');
  const turns = clauses.length === 2 ? clauses.flatMap((clause) => turnIn(clause) ?? []) : [];
  const asked = turns.filter(({ turn }) => turn === 'apart');
  // 是哪个单位的，联络员是哪个: the same groups twice.
  if (turns.length === 2 && asked.length === 2) return asked.slice(-1);
  return turns.length === 2 && turns.every(({ turn }) => MERGING.includes(turn)) ? turns : undefined;
}

const MERGING: readonly Turn['turn'][] = ['instead', 'within', 'also', 'without'];

/** @param folded the whole message, or one clause of it; undefined: it says none of these */
export function turnIn(folded: string): Turn | undefined {
  const said = folded.trim();
  for (const [by, pattern] of APART) if (pattern.test(said)) return { turn: 'apart', by };
  for (const [by, pattern, people] of WHOSE)
    if (pattern.test(said))
      return {
        turn: 'apart',
        by,
        ...(people && { people: true as const }),
        ...(MOSTLY.test(said) && { most: true as const }),
      };
  if (TOP.test(said)) return { turn: 'top' };
  if (AGAIN.test(said)) return { turn: 'again' };
  if (WHEN.test(said)) return { turn: 'when' };
  if (SINCE.test(said)) return { turn: 'since', day: /时候|哪|几[时号]/.test(said) };
  if (FILE_SAID.test(said) && FILE.test(said)) return { turn: 'file' };
  const against = AGAINST.exec(said)?.[1]?.trim();
  if (against) return { turn: 'against', rest: against };
  if (WILL.test(said)) return { turn: 'forecast', rest: said.replace(WILL, ' ').replace(AROUND_WILL, '') };
  const instead = restOf(INSTEAD, said);
  if (instead) return { turn: 'instead', rest: instead };
  const without = restOf(WITHOUT, said);
  if (without) return { turn: 'without', rest: without };
  const also = restOf(ALSO, said);
  if (also) return { turn: 'also', rest: also };
  const within = restOf(WITHIN, said);
  return within ? { turn: 'within', rest: within } : undefined;
}
