/** Links, nodes, weather and people of projects in words no list has, each with what is read; sentences alike that mean something else. */
export const LINKS_FREE: readonly (readonly [said: string, means: string])[] = [
  ['兴发手续走到第几个环节了', 'link-map'],
  ['邦普电池回收 手续走到第几关了 前头还有几关', 'link-map'],
  ['兴法开工前还差哪几个环节', 'link-map'],
  ['各项目22个环节分别走完几个了 来个对照', 'projects {"links":{"order":"far"}} | 全部'],
  ['水土保持这一关 六个项目里头有几个过了', 'projects {"links":{"said":"水保"}} | 全部'],
  ['三峡光伏竣工验收那一关是定的几号', 'link-state'],
  ['楚能的能评哪个口子管', 'link-state'],
  ['邦普安评走完没得', 'link-state'],
  ['美利信施工图审过了没', 'link-state'],
  ['美利信消防验收排在第几步', 'link-state'],
  ['兴发水保方案找谁办', 'link-state'],
  ['楚能图审为什么还没过', 'link-state'],
  ['楚能二期环评批复跟能评办到没有', 'projects {"links":{"said":"环评","also":["能评"]}} | 楚能 · 全部'],
  [
    '兴发用地预审 不动产证 规划许可证 到哪步了',
    'projects {"links":{"said":"用地预审","also":["不动产证","规划许可证"]}} | 兴发 · 全部',
  ],
  ['锂电那两家能评都批了吗', 'projects {"links":{"said":"能评"}} | 产业“锂电” · 全部'],
  ['刘敏管的那四个项目环评批复都到手没', 'projects PERSON 刘敏 AS project {"links":{"said":"环评"}} | 全部'],
  ['哪些项目能评还没批', 'projects {"links":{"said":"能评"}} | 全部'],
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
