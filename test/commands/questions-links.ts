/** Links and nodes in the names officials use, of no project, one, two, a branch and somebody's; by area: links. */

/** Said of one project: its link alone. */
export const OF_ONE_LINK: readonly string[] = [
  ...[
    '办下来没',
    '批了没',
    '拿到没',
    '到哪了',
    '卡在哪',
    '谁管',
    '归哪个局',
    '要几天',
    '要哪些材料',
    '收费吗',
  ],
  ...[
    '计划哪天',
    '原计划哪天批',
    '什么时候能办完',
    '晚了几天',
    '比计划晚了几天',
    '按时办完了吗',
    '耽误了多久',
  ],
  ...['前面还有哪些没办', '前置手续有哪些', '后面是什么', '办完了接着办什么', '是不是卡住了', '材料齐了没'],
];
export const LINKS_CALLED: readonly string[] = [
  ...['立项', '用地预审', '供地', '建设用地规划许可', '土地证', '能评', '环评批复', '水保', '涉及事项核查'],
  ...['设计方案', '工规证', '报装', '施工招标', '图审', '消防设计', '人防审查', '质量安全监督', '施工许可证'],
  ...['规划验收', '消防验收', '联合验收', '排污许可证'],
];

/** The sentence and its reading. */
export const LINKS_FREE: readonly (readonly [said: string, means: string])[] = [
  ['施工许可证批了没', 'projects {"links":{"said":"施工许可","rows":{}}} | 全部'],
  ['供地为什么还没办下来', 'projects {"links":{"said":"供地","rows":{"is":"open"}}} | 全部'],
  ['图审卡住没有', 'projects {"links":{"said":"图审","rows":{"is":"stuck"}}} | 全部'],
  ['施工许可证哪家最慢', 'projects {"links":{"said":"施工许可","rows":{}}} | 全部'],
  ['水保全区办完几家', 'projects {"links":{"said":"水保","rows":{"is":"done"}}} | 全部'],
  ['各项目立项现在什么情况', 'projects {"links":{"said":"立项","rows":{}}} | 全部'],
  ['刘敏的项目图审过了没', 'projects PERSON 刘敏 {"links":{"said":"图审","rows":{}}} | 全部'],
  [
    '哪些项目施工许可还没办，刘敏那边的',
    'projects PERSON 刘敏 {"links":{"said":"施工许可","rows":{"is":"open"}}} | 全部',
  ],
  // The speaker has no projects of their own: not those of everybody.
  ['我的项目施工许可证拿到手了吗', 'back'],
  ['总平图要几天', 'link-state'],
  ['报装去哪办', 'link-state'],
  ['水电报装是干什么的', 'link-state'],
  ['楚能卡在哪个环节', 'link-map'],
  ['楚能卡在哪', 'progress P13 | 楚能 · 全部'],
  ['楚能的环节办完百分之几', 'link-map'],
  ['楚能开工前还差哪些手续', 'link-map'],
  // Which were in time is told by no list.
  ['各项目图审按时办完了吗', 'back'],
  ['环评卡在哪', 'progress | 环评类 · 未销号'],
  ['第7环节拿到的项目有哪些', 'projects {"links":{"said":"第7环节","rows":{"is":"done"}}} | 全部'],
  ['原计划哪天投产', 'projects {"node":"production","order":"earliest"} | 全部'],
  ['刘敏的项目开工晚了几天', 'projects PERSON 刘敏 {"node":"start","fate":"fate"} | 全部'],
  ['锂电企业的投产没投产', 'projects {"node":"production","order":"earliest"} | 产业“锂电” · 全部'],
  ['楚能为什么还没开工', 'forecast P13 start | 楚能 · 全部'],
  ['楚能投产节点', 'forecast P13 production | 楚能 · 全部'],
  ['楚能谁是组长', 'who P13 leader | 全部'],
  ['楚能成员单位有哪些', 'who P13 members | 全部'],
  ['楚能计划投资多少', 'who P13 investment | 全部'],
  ['楚能用地多少亩', 'who P13 land | 全部'],
  ['楚能是什么产业', 'who P13 industry | 全部'],
  ['项目总投资一共多少', 'projects {"told":"investment"} | 全部'],
  ['邦普最近么样啊莫又出么事了', 'progress P15 | 邦普 · 全部'],
];

/** What is asked of a link, as it is told first. */
export const ASPECTS: readonly (readonly [said: string, many: boolean, asks: string])[] = [
  ['楚能施工许可证计划哪天拿', false, 'planned'],
  ['楚能图审比计划晚了几天', false, 'late'],
  ['图审要几天要哪些材料', false, 'long,materials'],
  ['施工许可证办下来没', false, 'state'],
  ['施工许可证为什么还没办下来', false, 'stuck'],
  ['水保归哪个局', false, 'unit'],
  ['排在施工许可证前面的是什么', false, 'before'],
  ['施工许可证后面是什么', false, 'after'],
  ['配套费要交多少钱', false, 'fee'],
  ['第14环节', false, ''],
  ['楚能还差哪些手续', true, 'rest'],
  ['楚能卡在哪个环节', true, 'stuck'],
  ['楚能的环节办完百分之几', true, 'share'],
  ['楚能开工前还差哪些手续', true, 'before-start'],
  ['导航图 楚能', true, ''],
];
