/** Descriptions of which not every word stands in the problem that is meant; 0: none may be told. */
export const STANDING_OUT: readonly (readonly [said: string, id: number])[] = [
  // What is said beside its name is of its own.
  ['安琪锅炉房选址那个 邻居闹的那个 现在谁在跟', 19],
  ['安琪锅炉房老百姓不同意的那个事 现在谈到哪一步了', 19],
  ['安琪锅炉房周边群众闹意见那个咋样了', 19],
  ['邦普厂界压着规划路那个到底归谁管', 20],
  ['邦普那个排污证的材料 退了以后补上去没得', 6],
  ['为啥邦普危化品仓库那个老办不下来', 15],
  ['美利信塔吊那个 供电出方案了没', 5],
  ['楚能三楼没水那个加压泵买了没', 14],
  ['楚能员工宿舍上不了网那个谁管', 23],
  ['光伏超限证客户满意不', 7],
  ['兴发那个尾矿库排水沟 他们派人去看了没有', 21],
  // Asked in words of no meaning here.
  ['楚能招工缺人那个 招到多少了', 12],
  ['征地剩的那三户 谈妥几户了', 11],
  ['消防通道被占那个 清出来没', 22],
  // Of another project, of nothing of theirs, or of too little.
  ['邦普设备装好没', 0],
  ['邦普锅炉房那个咋样了', 0],
  ['安琪污水处理那个办了没', 0],
  ['安琪的厂长是谁', 0],
  ['门前路灯太暗那个怎么样了', 0],
  ['停车位不够那个事', 0],
  ['王主任交代的那个事办了没', 0],
];

/** What names a problem and what stands behind. */
export const HEADS: readonly (readonly [said: string, head: string, rest: string])[] = [
  ['楚能招工缺人那个 人社局招了多少了', '楚能招工缺人那个', ' 人社局招了多少了'],
  ['邦普排污许可的事影响哪个手续', '邦普排污许可的事', '影响哪个手续'],
  ['安琪那条路的来龙去脉讲一下', '安琪那条路', '的来龙去脉讲一下'],
  ['邦普那个路灯是哪家的活', '邦普那个', '路灯是哪家的活'],
];

/** Several that are described at once; [] one is. */
export const TOGETHER: readonly (readonly [said: string, each: readonly string[]])[] = [
  ['水利这边俩事都咋样了,取水许可跟排水沟', ['取水许可', '排水沟']],
  ['楚能水压低跟招工那两个哪个先登的', ['楚能水压低', '楚能招工']],
  ['兴发征地跟林地两个分别到哪了', ['兴发征地', '兴发林地']],
  ['变电站出线间隔那个跟线路迁改是不是一回事', ['变电站出线间隔那个', '线路迁改']],
  ['取水许可、排污许可、安评三件各自还剩几天', ['取水许可', '排污许可', '安评']],
  ['安琪取水许可和兴发排水沟哪个先到期', ['安琪取水许可', '兴发排水沟']],
  ['规划路跟厂界打架那件哪家牵头', []],
  ['高压线跟塔吊那个到哪了', []],
  ['哪个先到期', []],
];

/** Which of several comes first: the clock, and whether the last is asked for; undefined: it is not asked. */
export const FIRST: readonly (readonly [said: string, fact: string | undefined, last: boolean])[] = [
  ['哪个先登的', 'logged', false],
  ['谁先报的', 'logged', false],
  ['哪个登得早', 'logged', false],
  ['哪件后登记', 'logged', true],
  ['俩哪个先到期', 'deadline', false],
  ['哪个更急', 'deadline', false],
  ['这两件哪个到期晚', 'deadline', true],
  ['哪个先签收', 'signed', false],
  ['哪个先办完的', 'closed', false],
  ['哪个到期', undefined, false],
  ['哪个单位最慢', undefined, false],
  ['谁在办', undefined, false],
];
