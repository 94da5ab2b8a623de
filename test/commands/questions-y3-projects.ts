/** Projects, their links, days and weather, and files, as colleagues reword them. */

export const PROJECTS_REWORDED: readonly (readonly [string, string])[] = [
  // one or the other: each project is told
  ['消防验收环节已经办或正在办的项目有哪些', 'projects {"links":{"said":"消防验收","rows":{}}} | 全部'],
  ['施工许可已办或者在办的项目有哪些', 'projects {"links":{"said":"施工许可","rows":{}}} | 全部'],
  // come to a link: there now
  ['哪几个项目进入消防验收了', 'projects {"links":{"said":"消防验收","rows":{"is":"working"}}} | 全部'],
  ['到竣工验收阶段的项目有几个', 'projects {"links":{"said":"竣工验收","rows":{"is":"working"}}} | 全部'],
  ['哪些项目进入了施工图审查阶段', 'projects {"links":{"said":"图审","rows":{"is":"working"}}} | 全部'],
  ['消防验收环节已办结的项目清单', 'projects {"links":{"said":"消防验收","rows":{"is":"done"}}} | 全部'],
  // the row of links, and one of them
  ['楚能流程走到哪儿了', 'link-map'],
  ['楚能现在处在什么环节', 'link-map'],
  ['美利信项目尚未办结的环节有几个、具体是哪些?', 'link-map'],
  ['美利信计划里竣工验收是几月几号', 'link-state'],
  ['楚能施工许可证的计划办结日', 'link-state'],
  ['楚能能评是否已批、用了多少天', 'link-state'],
  // days
  ['我想知道美利信的投产时间', 'forecast P12 production | 美利信 · 全部'],
  ['光伏多少天以后投产', 'forecast P16 production | 光伏 · 全部'],
  ['兴发开工能赶上计划吗', 'forecast P11 start | 兴发 · 全部'],
  // how it stands, and why it rains
  ['兴发近期状况如何', 'progress P11 | 兴发 · 全部'],
  ['楚能近来整体状况怎样', 'progress P13 | 楚能 · 全部'],
  ['是什么原因让楚能变成雨天了', 'weather'],
  ['楚能现在挂雨是什么事引起的', 'weather'],
  ['我想知道楚能项目天气以及影响它的因素', 'weather'],
  // places and files
  ['我想看看各个乡镇现在还剩多少问题没办完', 'count by area | 未销号'],
  ['给我生成住建局的台账表格', 'file | 住建局 · 未销号'],
  ['所有红灯件列个清单，要文件', 'file | 红色'],
  ['我要三峡光伏的项目材料，带上问题情况', 'file | 光伏 · 未销号'],
];
