/** Ways to say the same otherwise, and the few that change what is asked, with the reason. */

/** Plain questions of every measure, each with what is read; `N` stands for a name. */
export const PLAIN: readonly string[] = [
  '住建局红的有几个',
  '兴发逾期的有哪些',
  '兴发上月解决了多少件',
  '资规局本月新增几个',
  '楚能还有几个没办完',
  '没签收的有几件',
  '各单位按时率怎么样',
  '住建局平均几天办完',
  '哪个单位拖得最久',
  '楚能什么时候开工',
  '住建局上周退回的有哪些',
  '美利信现在什么情况',
  '兴发的问题谁负责',
  '除了住建局逾期的还有几件',
  '今年满意率是多少',
  '这个月比上个月多了几件',
  '用地类超期的有几个',
  '最近三天催办过的有几件',
  '影响兴发开工的有哪几件事',
  '楚能和美利信各还剩几个环节',
];

/** What is said before a question and asks for nothing. */
export const HEADS: readonly string[] = [
  '帮我瞅一眼',
  '麻烦问下',
  '我想问哈，',
  '你给我看看',
  '能不能帮我看看',
  '可以帮我查一下',
  '想请你查一下',
  '来，',
  '嗯，',
  '呃',
  '那个，',
  '领导问，',
  '顺便问下',
  '劳烦看一下',
];

/** What is said behind it. */
export const TAILS: readonly string[] = [
  '，先让我心里有个数',
  '，我等着用',
  '，谢谢',
  '，我记一下',
  '，告诉我一声',
  '，有数没',
  '，清楚不',
  '，真的假的',
  '啊',
  '哈',
  '？',
  '。',
];

/** What stands behind a name and says nothing more. */
export const BESIDE_UNIT: readonly string[] = ['那边', '那里', '他们', '他们局', '这家', '这个单位', '那块'];
export const BESIDE_PROJECT: readonly string[] = [
  '那边',
  '他们',
  '他们那个项目',
  '那个项目',
  '这家',
  '项目部',
  '这个厂',
  '项目这边',
];

export const SPANS: readonly (readonly string[])[] = [
  ['上月', '上个月', '10月', '十月份', '10月份', '今年10月'],
  ['本月', '这个月', '11月', '当月', '11月份'],
  ['上周', '上礼拜', '上个星期', '上星期'],
  ['最近三天', '近三天', '最近3天', '这三天'],
];

/** Changes a reader might take for the same and which are not. */
export const NOT_THE_SAME: readonly (readonly [said: string, other: string, why: string])[] = [
  ['供电公司红的有几个', '供电红的有几个', 'the kind of matter has that name, too'],
  ['今年新增几个', '从今年初到现在新增几个', 'its title has the days until today'],
  ['美利信有哪些逾期', '美利信的项目有哪些逾期', 'a firm may have several projects, which are told apart'],
  ['住建局上周没办完的有几个', '住建局上周办完的有几个', 'turned round'],
];

/** As they are said, each with what is read. */
export const CHANGED: readonly (readonly [said: string, means: string])[] = [
  ['兴发项目上月解决了多少', 'count | 兴发 · 上月办结'],
  ['住建局手上上周办结几个', 'count | 住建局 · 上周办结'],
  ['我这周办结几个', 'count | 我负责 · 本周办结'],
  ['从今年初到现在办结几个', 'count | 1月1日至11月18日办结'],
  ['上周呢，办结几个', 'count | 上周办结'],
  ['住建局呢，没得红灯吧', 'count | 住建局 · 红色'],
  ['住建局红的几个，资规局呢', 'count 住建局 · 红色 ‖ count 资规局 · 红色'],
  ['除了住建局那里和环保局其他单位还有多少没办完', 'count | 不算住建局、环境局 · 未销号'],
  ['住建局这家退回过几个单子', 'count | 由住建局退回过'],
  ['今年住建那边办的几件', 'count | 住建局 · 今年办结'],
  ['住建局这个单位有哪些逾期', 'list | 住建局 · 逾期'],
  ['楚能会不会误工期', 'forecast P13 start,production | 楚能 · 全部'],
  ['楚能项目部会不会误工期', 'forecast P13 start,production | 楚能 · 全部'],
  ['楚能那家企业 说错了 是邦普 还有几个没办', 'count | 邦普 · 未销号'],
  ['年初到現在平均幾天辦完一個', 'duration average | 1月1日至11月18日办结'],
  ['昨天到期沒辦完的有幾件', 'count | 昨天到期 · 未销号'],
  ['今年报几个问题', 'count | 今年登记'],
  ['上月办几件', 'count | 上月办结'],
  ['红的有多少起', 'count | 红色'],
  ['住建局逾期的具体有哪些', 'list | 住建局 · 逾期'],
  ['住建局逾期的是些哪几件', 'list | 住建局 · 逾期'],
  ['按单位报一下红灯数嘛', 'count by unit | 红色'],
  ['今年哪些单位一次没拖过呀', 'count by unit HAVING {"none":true} | 今年到期 · 逾期（含后来办结的）'],
  ['逾期的里面最长的几天。', 'slowest | 逾期最久'],
  ['兴发那个办结了，告诉我一声', 'back'],
  ['那个事怎么样了', 'back'],
  ['下个月办几件', 'back'],
];
