/** Who does well, how long it takes from which step to which, shares and two figures in one, with what must be read. */
type Row = readonly [said: string, means: string];

/** Where nothing says by what, 按时率 tells; beside a measure the word only says which end. */
export const PRAISED: readonly Row[] = [
  ['办得最好的前三个单位', 'rate on-time by unit high TOP 3 | 已销号'],
  ['上个月哪个单位办得最差', 'rate on-time by unit low | 上月办结'],
  ['年初到现在哪个项目办得最好', 'rate on-time by project high | 1月1日至11月18日办结'],
  ['上个月表现最好的项目', 'rate on-time by project high | 上月办结'],
  ['表现最差的局', 'rate on-time by unit low | 已销号'],
  ['住建局和水利局谁办得好', 'rate on-time by unit high | 住建局、水利局 · 已销号'],
  ['倒数三名是哪些局', 'rate on-time by unit low TOP 3 | 已销号'],
  ['垫底的是谁', 'rate on-time by unit low | 已销号'],
  ['满意率垫底的是哪个局', 'rate satisfied by unit low | 已销号'],
  ['这个月咱自然资源局排第几', 'rate on-time by unit high PLACE OF 1 | 本月办结'],
  ['住建局办得好不好', 'progress | 住建局 · 未销号'],
  ['红灯垫底的单位', 'back'],
  ['哪个单位拖后腿最厉害', 'count by unit overdue | 逾期'],
  ['各单位红灯数从多到少排', 'count by unit count | 红色'],
  ['最让人着急的是哪几件', 'slowest | 逾期最久'],
  ['最让人着急的是哪个单位', 'count by unit overdue | 逾期'],
];

export const TAKEN_DAYS: readonly Row[] = [
  ['哪个局办事最拖沓', 'duration average by unit high | 已销号'],
  ['哪个局办事最慢给我排个队', 'duration average by unit high | 已销号'],
  ['水务局和交通局谁办得慢', 'duration average by unit high | 水利局、交通局 · 已销号'],
  ['资规局跟住建局比哪个慢', 'duration average by unit high | 资规局、住建局 · 已销号'],
  ['最近三天谁办得最快', 'duration average by unit low | 11月16日至11月18日办结'],
  ['最快的一件几天办完的', 'duration fastest | 已销号'],
  ['消防救援大队办过最慢的一件花了多少天', 'duration slowest | 消防大队 · 已销号'],
  ['最久的那件拖了多少天了', 'slowest | 逾期最久'],
  ['住建局上个月销的件平均用了几天', 'duration average | 住建局 · 上月办结'],
  ['这个月每个类别平均办理天数', 'duration average by category | 本月办结'],
  ['从转办到销号一般得多少天 按类别', 'duration average by category handling | 已销号'],
  ['从登记到签收平均多久', 'duration average reaching | 全部'],
  ['从签收到办结一般几天', 'duration average working | 已销号'],
  ['转办到签收一般几个小时', 'duration average signing | 全部'],
  ['问题从提出来到办完平均要多少天', 'duration average | 已销号'],
  ['应急局的问题平均逾期几天', 'duration average overdue | 应急局 · 逾期'],
  ['哪个单位平均逾期天数最多', 'duration average by unit high overdue | 逾期'],
  ['红灯的平均超期多少天', 'duration average overdue | 红色'],
  ['上个月平均逾期几天', 'back'],
  ['从上周到现在办结几件', 'count | 11月9日至11月18日办结'],
];

export const SHARED_PARTS: readonly Row[] = [
  ['逾期的占全部没办完的多少', 'rate share | 逾期'],
  ['停表的占全部在办的百分之多少', 'rate share | 已挂账'],
  ['用地方面的问题占了多大比例', 'rate share OF ALL | 用地类 · 未销号'],
  ['兴发今年提的解决了百分之多少', 'rate closed | 兴发 · 今年登记'],
  ['财政局今年按时办结了几件，占多少', 'rate on-time | 财政局 · 今年办结'],
  ['周正他们局按时办得怎么样', 'rate on-time PERSON 周正 AS unit | 已销号'],
  ['按时率百分之百的单位', 'rate on-time by unit BOUND {"least":100} | 已销号'],
  ['哪几个单位零逾期', 'count by unit HAVING {"none":true} | 逾期'],
  ['各园区办结率比一比', 'rate closed by area | 全部'],
  ['满意率各是多少', 'back'],
];

export const TWO_IN_ONE: readonly Row[] = [
  ['上周新增办结各几件', 'count 上周登记 ‖ count 上周办结'],
  [
    '住建局本月新增、办结、逾期各多少',
    'count 住建局 · 本月登记 ‖ count 住建局 · 本月办结 ‖ count 住建局 · 逾期',
  ],
  [
    '上个季度新增的、办结的、按时率、满意率都要',
    'count 上季度登记 ‖ count 上季度办结 ‖ on-time 上季度办结 ‖ satisfied 上季度办结',
  ],
  ['按单位看上周新增办结各几件', 'back'],
  ['上周办结了几件，都是哪些单位办的', 'count by unit | 上周办结'],
  ['延期批了几个驳了几个', 'steps 批准延期过 ‖ steps 不同意延期过'],
  ['用地类的平均办多久，跟施工类比呢', 'duration 用地类 · 已销号 ‖ duration 施工类 · 已销号'],
  ['被退回的问题有多少，哪个局退得最多', 'steps by unit count | 有退回记录'],
  ['水电路这三样还有多少没落实', 'count | 供电、用水、道路类 · 未销号'],
  ['哪个单位按时率最高，哪个最低', 'rate on-time by unit high | 已销号'],
  ['按时率前三名和后三名', 'rate on-time by unit low | 已销号'],
  ['各类平均几天办完，哪类最慢', 'duration average by category high | 已销号'],
  ['用地和环评两类加起来多少没办完', 'count | 用地、环评类 · 未销号'],
  ['住建跟环保两个局逾期的加起来几件', 'count | 住建局、环境局 · 逾期'],
  ['嗯帮我看看按单位排的话逾期各有几件', 'count by unit | 逾期'],
  ['请按单位统计本季度按时率', 'rate on-time by unit | 本季度办结'],
  ['用地的问题主要卡在哪个项目', 'count by project | 用地类 · 未销号'],
  ['今年办的有几件', 'count | 今年办结'],
  ['供电公司办的有几个', 'count | 供电公司 · 未销号'],
  ['下周办的有几件', 'back'],
  ['除了挂账的，办结率是多少', 'back'],
];
