/** Links, nodes, weather and people of projects in words no list has, each with what is read; sentences alike that mean something else. */
export const LINKS_FREE: readonly (readonly [said: string, means: string])[] = [
  ['兴发手续走到第几个环节了', 'link-map'],
  ['邦普电池回收 手续走到第几关了 前头还有几关', 'link-map'],
  ['兴法开工前还差哪几个环节', 'link-map'],
  ['各项目22个环节分别走完几个了 来个对照', 'projects {"links":{"order":"far"}} | 全部'],
  ['水土保持这一关 六个项目里头有几个过了', 'projects {"links":{"said":"水保","rows":{"is":"done"}}} | 全部'],
  ['三峡光伏竣工验收那一关是定的几号', 'link-state'],
  ['楚能的能评哪个口子管', 'link-state'],
  ['邦普安评走完没得', 'link-state'],
  ['美利信施工图审过了没', 'link-state'],
  ['美利信消防验收排在第几步', 'link-state'],
  ['兴发水保方案找谁办', 'link-state'],
  ['楚能图审为什么还没过', 'link-state'],
  [
    '楚能二期环评批复跟能评办到没有',
    'projects {"links":{"said":"环评","also":["能评"],"rows":{}}} | 楚能 · 全部',
  ],
  [
    '兴发用地预审 不动产证 规划许可证 到哪步了',
    'projects {"links":{"said":"用地预审","also":["不动产证","规划许可证"],"rows":{}}} | 兴发 · 全部',
  ],
  ['锂电那两家能评都批了吗', 'projects {"links":{"said":"能评","rows":{}}} | 产业“锂电” · 全部'],
  [
    '刘敏管的那四个项目环评批复都到手没',
    'projects PERSON 刘敏 AS project {"links":{"said":"环评","rows":{}}} | 全部',
  ],
  ['哪些项目能评还没批', 'projects {"links":{"said":"能评","rows":{"is":"open"}}} | 全部'],
  ['环节超期的项目有么', 'projects {"links":{"is":"late"}} | 全部'],
  // Problems about a paper, and a kind of problems.
  ['美利信环评的问题有几个', 'count | 美利信 · 环评类 · 未销号'],
  ['各项目安评办得怎么样', 'progress by project | 安评类 · 未销号'],
  ['环评没办完的有几件', 'count | 环评类 · 未销号'],
  ['没卡在施工许可证上的项目有几个', 'back'],
  ['枝城园区的兴发施工许可证办下来没有', 'back'],
  // A number of projects that is not theirs.
  ['这七个项目能评都批了没', 'back'],
];

export const STATES_FREE: readonly (readonly [said: string, means: string])[] = [
  ['楚能打算哪天开工的', 'forecast P13 start | 楚能 · 全部'],
  ['三峡光伏计划哪天投产', 'forecast P16 production | 光伏 · 全部'],
  ['楚能二期到底啥时候能动土开工啊', 'forecast P13 start | 楚能 · 全部'],
  ['楚能年底前投产搞不搞得成', 'forecast P13 production BY 2026-12-31 | 楚能 · 全部'],
  ['六个项目计划开工日子排一下', 'projects {"node":"start","order":"earliest"} | 全部'],
  ['这六个项目排个队 开工日子从早到晚', 'projects {"node":"start","order":"earliest"} | 全部'],
  ['各项目投产时间从晚到早排一排', 'projects {"node":"production","order":"latest"} | 全部'],
  ['哪个项目开工拖得最厉害', 'projects {"node":"start","fate":"late","order":"slip"} | 全部'],
  ['开工误得最狠的是哪家', 'projects {"node":"start","fate":"late","order":"slip"} | 全部'],
  [
    '年底前该投产的有哪几个',
    'projects {"node":"production","from":"2026-11-18","to":"2026-12-31","reached":false} | 全部',
  ],
  ['六个项目天气怎么样 哪个在下雨', 'projects {"order":"weather"} | 全部'],
  ['新能源几个项目天气都咋样', 'projects {"order":"weather"} | 产业“新能源” · 全部'],
  ['新能源项目里头天气不好的是哪个', 'projects {"weather":["cloud","rain"]} | 产业“新能源” · 全部'],
  ['兴发那个厂子天上是晴是雨现在', 'weather'],
  ['王建国手里管的那两个项目 情况都还好吧', 'projects PERSON 王建国 AS project {"order":"weather"} | 全部'],
  ['搞锂电的企业红灯黄灯共几件', 'count | 产业“锂电” · 红色、黄色'],
  ['新能源企业里头红灯的单子', 'count | 产业“新能源” · 红色'],
  ['邦普企业那头对接人叫啥', 'who P15 contact | 全部'],
  ['应急局一把手姓甚名谁', 'who | 应急局 · 全部'],
  ['戚薇她们厂还有么子没解决', 'list PERSON 戚薇 AS unit | 未销号'],
  ['楚能和邦普哪家问题多', 'count by project count | 楚能、邦普 · 未销号'],
  ['锂电这条线上 楚能和邦普哪家问题多', 'count by project count | 楚能、邦普 · 未销号'],
  ['兴发现在卡几件事', 'count | 兴发 · 未销号'],
  // Answered in its parts.
  ['邦普卡在哪儿了 为什么 找谁', 'back'],
  ['卡脖子的是哪个环节', 'projects {"links":{"rows":{"is":"stuck","by":"link"}}} | 全部'],
  // Of tomorrow.
  ['今天天气怎么样', 'beyond'],
  ['这七个项目哪个在下雨', 'back'],
  ['晴雨表上现在哪些项目在下雨', 'projects {"weather":["rain"]} | 全部'],
];
