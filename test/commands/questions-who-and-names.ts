/** Who is behind a project, names by their sound, groups and issues: what is said, and how it reads. */
export const READ: readonly (readonly [string, string])[] = [
  // Where no one post is named, leader, leading unit and secretary.
  ['美利信这个项目是谁在盯', 'who P12 people | 全部'],
  ['安琪扩建是谁牵头在抓', 'who P14 people | 全部'],
  ['楚能项目的负责人是谁 秘书是谁', 'who P13 people | 全部'],
  ['楚能谁在抓', 'who P13 people | 全部'],
  ['邦普项目上有事跟谁联系', 'who P15 people | 全部'],
  ['美利信的事找哪个秘书对接', 'who P12 secretary | 全部'],
  ['楚能的秘书是哪位', 'who P13 secretary | 全部'],
  // Groups.
  ['分产业看一下问题', 'count by industry | 未销号'],
  ['按产业分一下没办完的', 'count by industry | 未销号'],
  ['按产业看红的', 'count by industry | 红色'],
  ['问题主要集中在哪个产业', 'count by industry count | 未销号'],
  ['分产业看一下问题都集中在哪', 'list by industry | 未销号'],
  ['分园区看一下问题', 'count by area | 未销号'],
  ['按产业看项目', 'projects {"by":"industry"} | 全部'],
  // Against the plan.
  ['邦普能按原来的日子投产吗', 'forecast P15 production | 邦普 · 全部'],
  ['邦普能不能按当初定的时间投产', 'forecast P15 production | 邦普 · 全部'],
  // Who logged each.
  ['等核验的几件都是谁登的', 'list FACT logged | 待核验 · 登记最久'],
  ['红的谁登的', 'list FACT logged | 红色 · 登记最久'],
  ['谁登的问题最多', 'count by reporter | 全部'],
  // Issues of reports.
  ['把最近一期周报拿来', 'weekly-report'],
  ['上一期月报', 'monthly-report'],
  ['最新的日报发我', 'daily-report'],
];

/** Put right before anything is read; undefined: nothing is. */
export const SOUNDED: readonly (readonly [string, string | undefined])[] = [
  ['出能现在啥情况', '楚能现在啥情况'],
  ['班普的问题都说一下', '邦普的问题都说一下'],
  ['每利信联合验收什么时候能办', '美利信联合验收什么时候能办'],
  ['美丽信还有几个问题', '美利信还有几个问题'],
  ['楚能还有几个问题', undefined],
  ['税务局还有几件', undefined],
  ['新办的有几个', undefined],
  ['本月办结几件', undefined],
];

/** Nothing in them tells which problem is meant. */
export const DESCRIBE_NOTHING = ['办不动的', '批下来没有', '推不动', '评批的事', '办不下来的'];
