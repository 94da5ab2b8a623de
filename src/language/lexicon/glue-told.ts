/** How it is to be told, by what, and one more name of what is counted. */
import type { Glue } from './glue-word.ts';

const NOUNS =
  '东西|硬骨头|老骨头|骨头|烂摊子|糟心事儿?|烦心事儿?|头疼事儿?|挠头事儿?|麻烦事儿?|事体|事务|活计|差事|案卷|件子|坎子|绊脚石|拦路石|钉子|瓶颈|死结|卡壳事儿?|毛病|麻烦|疙瘩|名堂|茬口|条目|单据';
const SAYING = '(?:念|说|讲|报|摆|过|数|理|捋|列|唱|点|查|看|算|排|拉)';
const TOLD = `(?:都|给我|跟我|个|一个|个个)*${SAYING}?(?:个?名)?(?:给我)?(?:听|看|来)?(?:一遍|一下名?|一过)?`;
const apart = (things: string) => new RegExp(`(?:一(?:${things})(?:挨|接)?){2}(?:地|的|来)?${TOLD}`, 'y');
const EACH_APART = apart('件|个|条|桩|项|笔|样|单|宗');
const ONE_AFTER = new RegExp(
  `(?:挨个儿?|逐个|逐项|逐条|逐一|逐件|逐笔|分头|一一)(?:地|来)?${SAYING}${TOLD}(?:说|看|听|一说|一看)?`,
  'y',
);
const ASKS_MANY = /几|多少|好多|总数|多不多|有没有|[没冇](?:得|有)?(?:[,，\s]|$)/;

const FIRST =
  '(?:你|您|那|就|也|先|再|提前|提早|早点儿?|都|快点?|赶紧|马上|顺便|顺带|简单|大概|麻烦|帮忙|一起|好好|及时|随时|等下|回头|请)*';
const TO_ME = '(?:给|跟|帮|替|为|向|同|和)(?:我们|咱们|我|咱|俺)';
/** How something is told, and no noun that may be what it is to be told of: 围墙, 食堂 stay and are asked back. */
const ITS_TELLING =
  '(?:[念说讲摆数理捋列唱点查看算排拉盘听瞧瞅瞄读翻晒晾拎挑亮拢扒掰过整弄搞做画写递拿透交露兜摸托来个一下遍哈眼张份表页子单名目字清细明总底心里有儿好吧呗啊呀哦全都也再先就出]|报(?:一|个|下|给|出|来|$|[\\s,，。])|(?:一)?五一十|口风|知道|晓得|清楚|明白|打个?(?:总账|总|底)|家底|说道|汇个?总|统计|归拢|汇报|通个?气|回个?话|回个?信)';

export const GLUE_TOLD: readonly Glue[] = [
  // told to the speaker: at the end, with no word of ours in it, it says how it is to be told: 先给我透个底,
  // 给我来一张表, 跟我列哈
  {
    said: new RegExp(
      `${FIRST}${TO_ME}(?!\\p{Script=Han}{0,4}出来)${ITS_TELLING}{1,7}(?=$|[\\s,，。;；!！?？])`,
      'uy',
    ),
    before: ['edge'],
    unknown: true,
    as: '列出来',
  },
  // told, without whom: how it is to be told: 念我听下, 透个底, 来张表看看, 我看看名字
  {
    said: new RegExp(
      `${FIRST}(?:(?:我|咱)?(?:就|也|先|再|要|想)*(?:看|听|晓得|知道|瞧|瞅|认)(?:看|听|瞧|瞅|一下|下|哈)*(?:是)?(?:些)?(?:名字|名称|名单|题目|标题|名目|目录|内容|明细|详情|底细|清单|单子)|(?:念|说|讲|读|报|唱)(?:给)?我(?:听|晓得|知道)(?:一下|下|哈|听|一哈)?|(?:透|交|露|兜|摸|托)(?:一)?个?(?:底|底细|口风|实底)|(?:来|拉|弄|搞|做|拿|要|出)(?:一)?[张个份](?:总|大|小|简|明细|汇总|一览)?表(?:看看|来看|看)?|(?:拿|递|送|端)(?:过)?来?(?:给)?(?:我)?(?:瞅|瞄|看|瞧|过目|听)(?:一眼|一下|看|瞅|瞧|眼|下)?|(?:报|点|念|说|列)(?:一)?个(?:名字|名单|名|卯)|(?:搞|做|列|弄|拉|理|开)(?:一)?[个张份](?:清单|单子|名单|明细)(?:给我|来|出来)?|(?:都|单独|单个|另外)?(?:给我|跟我|帮我)(?:单独)?(?:摆|亮|列|拎|挑|抖|翻)(?:出来|开|到桌面上)(?:看看|看)?|(?:说道|唠|扯|聊|摆|念叨|叨咕|扒拉|捋|数)(?:说道|唠|扯|聊|摆|念叨|叨咕|扒拉|捋|数)|(?:做|有)(?:到)?(?:个)?心(?:里|中)有数)(?:吧|啊|哈|呗|嘛)?(?=$|[\\s,，。;；!！?？])`,
      'y',
    ),
    before: ['edge'],
    as: '列出来',
  },
  // told at length, at the end: how it is to be told: 兴发的那几件展开讲
  {
    said: /(?:给我|跟我|都|直接|当面|挨个)?(?:展开|放开|摊开|敞开|往细里?|往深里?|细细|详细|仔细|完整)(?:地)?(?:来)?(?:讲|说|报|聊)(?:讲|说|一下|下|一遍|给我听)?/y,
    before: ['edge'],
    as: '列出来',
  },
  // so many figures: what stands before it says which
  {
    said: /(?:这|就)?[两三四五六几]个(?:大)?(?:数字?|数据|指标)(?:一口气|一起|都|一并)?(?:说|讲|报)?(?:完|全|清楚)?/y,
    before: ['edge'],
    behind: ['rate', 'edge', 'number', 'state', 'light', 'noun'],
  },
  // what to tell others: how it stands
  {
    said: /我(?:该|要|得|好)?(?:怎么|咋|如何)(?:讲|说|回|答|回答|汇报|交代)(?:好|呢)?/y,
    behind: ['name', 'noun', 'edge'],
    before: ['edge'],
    as: '怎么样了',
  },
  // grouped already: the group is named right before it
  {
    said: new RegExp(
      `(?<=[按分](?:责任)?单位|[按分]项目|[按分]企业|[按分]类别?)(?:(?:一(?:家|个|个单位|个项目|类|件|条)(?:挨|接)?){2}(?:地|的)?|(?:掰|拆|摊|分|打)(?:开|散)?来?)?${TOLD}`,
      'y',
    ),
    before: ['edge'],
    known: true,
  },
  // taken apart: by what, the words behind it say
  {
    said: /(?:给我)?(?:掰开|拆开|摊开|分开|打散)来?(?=(?:按|分)(?:责任)?(?:单位|项目|企业|类))/y,
    known: true,
  },
  // one by one beside a number: the number is asked for, and the list shows with it
  {
    said: new RegExp(`${EACH_APART.source}|${ONE_AFTER.source}`, 'y'),
    when: ASKS_MANY,
    before: ['edge'],
  },
  // noun: one more name of what is asked for
  {
    said: new RegExp(`(?:${NOUNS})(?:儿|子)?`, 'y'),
    as: '问题',
  },
  // measure: how a problem is counted is no kind of problem
  {
    said: /(几|多少|好多|哪几)(?:块|根|颗|档子?|茬|码子?|摊子?|样|宗|笔|桩|道|单子|张单子|份|头|档子事|碗|堆)(?!钱|地(?!的)|路|厂)/y,
    as: '$1个',
  },
  // one by one: how it is to be told: each of them
  {
    said: EACH_APART,
    as: '列出来',
    known: true,
  },
  // each unit: names the group
  {
    said: apart('家|个单位|个局|个部门'),
    as: '各单位',
    known: true,
  },
  // each project: names the group
  {
    said: apart('个项目|家企业|个企业|个厂'),
    as: '各项目',
    known: true,
  },
  // each kind: names the group
  { said: apart('类|种'), as: '各类', known: true },
  // one after another: how it is to be told: each of them
  {
    said: ONE_AFTER,
    before: ['edge'],
    as: '列出来',
  },
  // house by house: names the group
  {
    said: new RegExp(`(?:挨家挨户|挨家|挨户|逐家|一家家|家家)(?:地|来)?${TOLD}(?:说|看|听)?`, 'y'),
    before: ['edge'],
    as: '各单位',
  },
  // told, doubled: asks to be told
  {
    said: /(?:给我)?(?:拢一拢|扒一扒|掰一掰|拎一拎|抠一抠|翻一翻|盘一盘|归一归|晒一晒|亮一亮|码一码|拣一拣|过一过|凑一凑|筛一筛|兜一兜)/y,
    before: ['edge'],
    as: '列出来',
  },
  // told together: in one list
  {
    said: new RegExp(
      `(?:一起|一块儿?|一并|一齐|一同|统一)(?:给我|跟我|都)?${SAYING}(?:给我|一下|出来|一遍|看看|听听)*`,
      'y',
    ),
    behind: ['of', 'light', 'state', 'noun', 'name', 'edge'],
    before: ['edge'],
    as: '列出来',
  },
  // told first: in which order it is to be told
  {
    said: /(?:先|再|顺带|顺便)?(?:说|讲|报|讲讲|说说)(?:一下|下)?/y,
    before: ['number'],
    behind: ['edge', 'tell', 'of', 'loose'],
  },
  // wanted, at the end: both are asked for
  {
    said: /(?:两样|两种|这两样)?(?:都|也|全|一起)*要(?=[\s,，。]*$)/y,
    behind: ['light'],
    as: '的列出来',
  },
  // wanted: both are asked for
  {
    said: /(?:两样|两种|这两样)?(?:都|也|全|一起)*(?:要(?=$|[\s,，。])|算上|算进去|算在内)/y,
    behind: ['light', 'name', 'loose', 'of'],
    unless: /不(?:要|算)|只要|把|连/,
  },
  // days taken: of the fastest and the slowest the days are told
  {
    said: /的?(?:一(?:次|回|件|个|条|桩|单))?(?:总共|一共|共|到底)?(?:用|花|费|耗)(?:了|掉)?(?:几|多少|好多)(?:天|个?工作日|时间|个?日子)/y,
    when: /最[快慢]/,
  },
  // counted as: before who it is: 要数哪家最快
  {
    said: /(?:要|得|该)?数(?=哪|谁)/y,
    when: /最/,
  },
  // apart from others: the number of just those
  {
    said: /(?:单独|单单|单)(?:有|是)?(?=几|有几|多少|有多少)/y,
    behind: ['of', 'light', 'state'],
  },
  // address: whom it is said to
  {
    said: /(?:小?老弟|老哥|老兄|兄弟|大兄弟|妹子|大姐|小伙子|丫头|师傅|老乡|小鬼|老伙计)[啊呀哎哪]?/y,
    behind: ['edge'],
    before: ['edge', 'number', 'loose', 'name', 'time', 'light', 'state'],
  },
  // exactly: each of them is told anyway
  {
    said: /(?:具体|分别|各自)(?=都?[有是]?(?:哪|些?(?:什么|啥)(?:问题|事)))|(?<=是)些(?=哪)/y,
  },
  // last particle: ends the sentence and says nothing
  {
    said: /(?:[啊呀呢吧嘛啦哈咯哟噢哦]|来着)(?=[\s?？!！。.~…]*$)/y,
    when: /几|多少|谁|哪|什么|啥|怎|咋|有没有|最|不|(?:报|说|讲|列|看|数|念|摆|拎)(?:一下|说|出来|数)?.?$/,
    known: true,
  },
  // filler: what people say while they think, where a clause begins
  {
    said: /(?:(?:嗯+|呃+|额|就是(?:说)?)[,，\s]*|那个[,，\s]+)(?=\p{Script=Han}{2})/uy,
    behind: ['edge'],
    known: true,
  },
  // particle: ends what is asked
  {
    said: /[哪哩咧呗噻嗲]/y,
    before: ['edge'],
    behind: ['number', 'state', 'light', 'noun', 'rank', 'rate', 'event'],
    when: /(?:几|多少|谁|哪.|什么|啥|没有|吗|没)/,
  },
];
