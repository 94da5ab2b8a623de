/** What people say of persons and posts, each with what is read; read with the names of those who certainly stand in it. */
export const PEOPLE = ['孙倩', '王建国', '刘敏', '郑洁', '邹凯', '华明', '曹阳', '高远', '李航'];

export const OF_PEOPLE: readonly (readonly [said: string, means: string])[] = [
  ['孙倩手上现在攥着几件活', 'count PERSON 孙倩 | 未销号'],
  ['孙倩那儿压几件', 'count PERSON 孙倩 | 未销号'],
  ['李航手里揽了几件', 'count PERSON 李航 | 未销号'],
  ['王建国那两个项目红的有几个', 'count PERSON 王建国 AS project | 红色'],
  ['郑洁她们局是不是一件都没超', 'count PERSON 郑洁 AS unit | 逾期'],
  ['曹阳那儿有没有等着他办的', 'count PERSON 曹阳 | 未销号'],
  ['曹阳那里等他签收的有几件', 'count PERSON 曹阳 | 待签收'],
  ['刘敏这个月报了几条新问题上来', 'count PERSON 刘敏 AS reporter | 本月登记'],
  ['王建国报了多少', 'count PERSON 王建国 AS reporter | 全部'],
  ['邹凯提过几回问题', 'count PERSON 邹凯 AS reporter | 全部'],
  ['华明上次反映的事给人家回了没有', 'progress PERSON 华明 AS reporter | 全部'],
  ['邹凯那边又提了新东西没有 这两天', 'count PERSON 邹凯 AS reporter | 11月17日至11月18日登记'],
  // Whom it is told is not whose it is.
  ['给高远汇报用 各项目逾期件数', 'count by project | 逾期'],
];

export const OF_SPEAKER: readonly (readonly [said: string, means: string])[] = [
  ['等我去核验的有多少', 'mine'],
  ['今天我要干点啥', 'mine'],
  ['我昨天报完的那件核验过了没', 'part PART 我负责 · 昨天报办结过 · 已销号 | 我负责 · 昨天报办结过'],
  ['逾期的都是谁录的', 'list FACT logged | 逾期 · 登记最久'],
  ['我催过的有哪些', 'back'],
  ['领导批过的几件都落实了没', 'progress | 批示 · 未销号'],
  ['领导批的延期有几个', 'back'],
  ['被领导盯上的件有没有', 'count | 已上报分管领导 · 未销号'],
  ['快要升上去的有没有', 'beyond'],
  ['消防大队的联络员是哪一个我一下子想不起来了', 'who | 消防大队 · 全部'],
  ['人社局那边谁对接 我找他问点事', 'who | 人社局 · 全部'],
  ['安琪这个专班的秘书谁当的', 'who P14 secretary | 全部'],
  ['标题里带围墙两个字的给我找出来', 'count | 搜“围墙” · 未销号'],
  ['刚才谁催我了 催的哪件', 'list FACT urged | 我负责 · 催办过'],
];
