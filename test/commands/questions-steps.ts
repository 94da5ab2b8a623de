/**
 * What was done on some days, and what was not; lights that turned, and that will; what enterprises said. Each with what is
 * read; and sentences that look alike and mean something else, or cannot be told.
 */
type Row = readonly [said: string, means: string];

export const STEPPED: readonly Row[] = [
  ['这周有几件从黄灯变成红灯了', 'count FACT turning | 11月16日至11月18日转红、现在还红'],
  ['昨天变红的是哪几件', 'list FACT turning | 昨天转红、现在还红'],
  ['本月由绿转黄的有多少', 'count FACT turning | 11月1日至11月18日转黄、现在还逾期'],
  ['住建局这周变红了几个', 'count FACT turning | 住建局 · 11月16日至11月18日转红、现在还红'],
  ['后天要变红的有没有', 'count FACT turning | 后天将转红'],
  ['下周会转红的列一下', 'list FACT turning | 下周将转红'],
  ['快要变红的有几件', 'count FACT turning | 将转红 · 黄色'],
  ['红了半个月以上的有哪些', 'list FACT turning | 11月3日以前转红、现在还红'],
  ['黄了三天以上的', 'count FACT turning | 11月15日以前转黄、现在还逾期 · 黄色'],
  ['上周新亮红灯的有几个', 'count FACT turning | 上周转红、现在还红'],
  ['从没催过的红灯有几件', 'count | 从没催办 · 红色'],
  ['没有退回过的有多少', 'count | 从没退回 · 未销号'],
  ['一次都没延过期的逾期问题有几件', 'count | 从没批准延期 · 逾期'],
  ['逾期了还没报过进展的有哪些', 'list | 从没报进展 · 逾期'],
  ['上周没报进展的有几件', 'count | 上周没有报进展 · 未销号'],
  [
    '半个月没更新过进展的有几件',
    'count | 登记满 15 天（11月3日及以前） · 11月4日至11月18日没有报进展 · 未销号',
  ],
  ['供电公司一点进展都没写的', 'count | 供电公司 · 从没报进展 · 未销号'],
  ['本月办结企业还没打分的', 'count | 本月办结 · 企业还没评价'],
  ['上个月销的企业评了没有', 'list FACT rating | 上月办结'],
  ['美利信已经评过的有几件', 'count | 美利信 · 企业评价过'],
  ['国庆后转出去了几件', 'count | 10月8日至11月18日转办过'],
  ['前天派下去的有几件', 'count | 前天转办过'],
  ['昨天转下去还没人接的有几件', 'count | 昨天转办过 · 待签收'],
  ['这个月被催办过三次以上的', 'count | 本月催办 3 次以上'],
  ['催办过两回还没动的', 'count | 催办 2 次以上 · 之后没有签收、报进展或报办结 · 未销号'],
  ['昨天刚签收的', 'count | 昨天签收过'],
  ['报到分管领导手上还没办完的几件', 'count | 已上报分管领导 · 未销号'],
  ['主要领导那一级现在压着几件', 'count | 已上报主要领导 · 未销号'],
  ['待签收放了五天以上的', 'count | 待签收满 5 天（11月13日及以前转办）'],
  ['退回来没人管的有几件', 'count | 待转办 · 退回过'],
  ['停表的都是什么原因', 'list FACT paused | 已挂账'],
  ['退回的理由都是什么', 'list FACT bounced | 未销号 · 退回过'],
  ['昨天有哪些报了进展', 'list | 昨天报进展过'],
  ['除了住建局这周变红的有几件', 'count FACT turning | 不算住建局 · 11月16日至11月18日转红、现在还红'],
  ['变红的有哪些', 'list | 红色'],
  ['去年变红的有几个', 'count FACT turning | 去年转红、现在还红'],
  ['红了的有几个', 'count | 红色'],
];

export const NOT_STEPPED: readonly Row[] = [
  ['从来没超过期的是哪些单位', 'back'],
  ['变红的办结了几个', 'back'],
  ['没退回过的单位有哪些', 'back'],
  ['催办一下住建局逾期的', 'back'],
  ['没变红的有几个', 'back'],
  ['不变红的有几个', 'back'],
];
