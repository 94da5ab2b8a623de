/** Links by two names of one, open of several, and two times in clauses of their own, with what is read. */

export const LINKS_TIMES: readonly (readonly [said: string, means: string])[] = [
  ['备案立项这个环节哪些项目还没走完', 'projects {"links":{"said":"立项","rows":{"is":"open"}}} | 全部'],
  ['备案、立项这一步谁还没办完', 'projects {"links":{"said":"立项","rows":{"is":"open"}}} | 全部'],
  ['立项和备案这个环节哪些项目还没走完', 'projects {"links":{"said":"立项","rows":{"is":"open"}}} | 全部'],
  [
    '施工许可和消防设计哪些项目还没办完',
    'projects {"links":{"said":"施工许可","also":["消防设计"],"rows":{"is":"open"}}} | 全部',
  ],
  [
    '施工许可证、图审哪几家还没拿到',
    'projects {"links":{"said":"施工许可","also":["图审"],"rows":{"is":"open"}}} | 全部',
  ],
  [
    '环评批了施工证没办的有哪些项目',
    'projects {"links":{"said":"环评","also":["施工许可"],"rows":{}}} | 全部',
  ],
  [
    '图审过了但施工许可证没拿到的有哪几家',
    'projects {"links":{"said":"图审","also":["施工许可"],"rows":{}}} | 全部',
  ],
  ['用地规划这一关哪些项目还没过', 'projects {"links":{"said":"用地规划许可","rows":{"is":"open"}}} | 全部'],
  ['哪家项目推进得最慢', 'projects {"pace":{},"order":"slip"} | 全部'],
  ['哪个项目手续办得最慢', 'projects {"links":{"order":"near"}} | 全部'],
  ['哪几个项目可能赶不上计划', 'projects {"pace":{"is":"behind","forecast":true}} | 全部'],
  ['预计要晚于计划的是哪几个项目', 'projects {"pace":{"is":"behind","forecast":true}} | 全部'],
  ['赶不上计划的项目有哪些', 'projects {"pace":{"is":"behind"}} | 全部'],
  ['兴发的环评是谁在办', 'link-state'],
  ['兴发的安评卡在哪了', 'link-state'],
  ['兴发环评没办完的有几个', 'count | 兴发 · 环评类 · 未销号'],
  ['兴法那边消防验收走完没', 'link-state'],
  ['10月份的按时率多少,11月呢到现在', 'on-time 上月办结 ‖ on-time 本月办结'],
  ['上个月的按时率多少，这个月呢到今天为止', 'on-time 上月办结 ‖ on-time 本月办结'],
  ['10月的按时率,11月的呢', 'on-time 上月办结 ‖ on-time 本月办结'],
  ['10月的按时率多少,11月到现在', 'on-time 上月办结 ‖ on-time 本月办结'],
  ['9月份新增多少,10月份呢,11月呢到现在', 'count 9月登记 ‖ count 上月登记 ‖ count 本月登记'],
  ['上周新增几件，本周到现在', 'count 上周登记 ‖ count 本周登记'],
  ['上周销号几件,本周呢到现在', 'count 上周办结 ‖ count 本周办结'],
  ['10月到11月的按时率', 'rate on-time | 10月1日至11月30日办结'],
  ['上周登记的，本周办结了几件', 'count | 上周登记 · 本周办结'],
];
