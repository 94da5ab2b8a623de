/** Questions that begin like a command or name a problem by 问题 and 编号, and how each is read; 'back': no order, no log. */
export const NAMED_FIRST: readonly (readonly [string, string])[] = [
  ['问题12什么时候到期', 'show #12'],
  ['问题12 最新情况', 'list FACT progress | #12'],
  ['问题 12 谁在办', 'show #12'],
  ['问题8 逾期天数', 'list FACT overdue | #8'],
  ['编号为8的问题超期几天', 'list FACT overdue | #8'],
  ['8号件逾期天数', 'list FACT overdue | #8'],
  ['查一下8号件逾期天数', 'list FACT overdue | #8'],
  ['8号问题的责任单位和责任人', 'list FACT who | #8'],
  ['请报一下12号问题的进展', 'list FACT progress | #12'],
  ['请核实12号目前由谁办理', 'list FACT who | #12'],
];

/** Asks for a figure, though it begins with the word of a command. */
export const FIGURES_FIRST: readonly string[] = [
  '新增问题这个月比上个月多几个',
  '新增问题今天几件',
  '新增问题走势',
  '问题 住建局还有几件',
  '登记 本月几件',
  '上报问题本月几件',
  '退回 本月几件',
  '挂账 现在几件',
  '办结 本月几件',
  '请核实住建局逾期几件',
  '报一下住建局逾期清单',
  '记一下住建局还有几件没办完',
];

/** Logged as before, at once or when confirmed. */
export const LOGGED_STILL: readonly string[] = [
  '问题 3台吊车没有操作证',
  '问题2标段围挡倒了',
  '问题1：兴发围墙倒了',
  '新增问题兴发锅炉房漏水，住建局3天内解决',
  '问题：兴发消防通道情况复杂，大车进不来',
  '报 兴发进展缓慢，施工队没进场',
  '上报 兴发工资发放情况不清楚',
];
