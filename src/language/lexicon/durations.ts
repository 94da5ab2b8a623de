/** Words of how long it takes: to the end, until a unit signs, until it is routed. */
import { each, list, of } from './compose.ts';
import { FINISHED } from './parts.ts';
import type { FreeWord, WordGroup } from './query-word.ts';
import { LINED_UP } from './rankings.ts';

const LONG = of(
  '几天 多少天 多久 多长时间 几个工作日 好多天 几多天 好久 几个小时 几小时 多少小时 多少个小时 几个钟头',
);
const SIGN = of('签收 签 接 接单 认领 接手 接收 有人接 有人签收 有人签 有人认领 有人管 有人理 有人接手');
const ROUTE = of('转办 转出去 派出去 派单 派下去 转下去 转到单位 分下去 分派 分出去');
const untilThen = (verbs: readonly string[]) => [
  ...each(
    ['平均', '一般', '通常', '普遍', '平均要', '一般要', '一般得', '平均得', '大概', '平均需要', '一般需要'],
    LONG,
    ['', '才', '能', '才能'],
    verbs,
  ),
  ...each(
    verbs,
    ['平均', '一般', '平均要', '一般要', '要', '用', '平均用', '花', '平均花', '大概要', '大概'],
    LONG,
  ),
  ...each(LONG, ['才', '才能', '能'], verbs),
  ...each(['平均', '一般'], verbs, ['要', '用', '得', '花', '需要'], LONG),
];
const SIGNING = of('签收 签 接单 接 认领');
const ROUTING = of('转办 派单 转 分派');
/** How somebody works, in front of how fast. */
const WORKS = each(
  of('办事 办问题 处理问题 解决问题 办 办理 办件 做事 干活 处理 解决 推进 搞 弄 做 签办 销号 办案 出件 批'),
  ['得', '的', ''],
);
const SLOW = of(
  '最慢 最慢的 慢 更慢 要慢 最拖 最拖沓 最拖拉 最磨蹭 最不利索 拖沓 拖拉 磨蹭 最拖沓的 最拖拉的 最磨叽 最肉 最没效率 慢些 慢一些 慢一点 慢点',
);
const QUICK = of('最快 最快的 更快 要快 快些 快一些 快一点 快点 最有效率');
const fast = (verbs: readonly string[]) => list(each(verbs, ['得', '的', ''], ['最快', '快']));
const slow = (verbs: readonly string[]) =>
  list(each(verbs, ['得', '的', ''], ['最慢', '慢', '最拖拉', '最磨蹭']));

const SPENT = of(
  '用时 平均用时 耗时 平均耗时 历时 办理时间 平均办理时间 办结时间 平均办结时间 办理时长 平均办理时长 办结时长 平均办结时长 办理用时 平均办理用时 办结用时 平均办结用时 办理天数 办结天数 办理周期 平均办理周期 办结周期 平均办结周期 处理周期',
);

export const DURATION_WORDS: readonly WordGroup[] = [
  [
    { tag: 'duration', of: 'average' },
    '办事效率 办理效率 办理快慢 办事快慢 按办理快慢 按办事快慢 效率 效率怎么样 效率高不高 办事效率高不高 办事速度 办理速度 速度怎么样 办得快不快 办事快不快 办得快吗 快不快 平均几天 平均多少天 平均用时 平均多久 平均时长 平均办理时间 平均办结时间 平均办理天数 平均要几天 平均要多久 平均需要几天 平均需要多久 平均几个工作日 平均多长时间 平均时间 平均花多久 平均花几天 平均用几天 平均用多久 平均用了几天 平均用了多久 平均耗时 平均办理时长 平均要多少天 平均天数 平均周期 平均得几天 平均得多久 平均 按平均办理天数 按平均用时 按平均天数 按平均办理时间 按办理天数 按用时 按办理时间 办理天数 办结天数 办理时长 办结时长 办理周期 办结周期 处理周期 平均办理周期 平均时效 办理时效 办结时效 平均办结天数 平均办理天数是多少 平均办结用时 平均解决时间 平均处理时间 平均处理时长 平均解决用时 平均工作日 平均速度 谁办得快谁办得慢 谁快谁慢 谁办得快',
  ],
  [
    { tag: 'duration', of: 'fastest' },
    '办得快 办得快些 快些 快一点 更快 要快 走得快 办理快 办事快 搞得快 解决得快 办的快 谁快 快点 办得更快 办得要快 办得快点 快 速度快 办件速度排第一 办理速度排第一 办事速度排第一 速度排第一 效率高 效率最高 办事效率最高 办理效率最高 办结效率最高 处理效率最高 工作效率最高 办事效率高 效率高些 动作快 动作最快 手脚快 手脚最快 最快 最快几天 最快多少天 办得最快 办的最快 最快多久 最快用了几天 用时最短 用时最少',
  ],
  [
    { tag: 'duration', of: 'slowest' },
    '慢 谁慢 谁办得慢 办得慢 办得慢些 慢些 慢一点 更慢 要慢 解决得慢 办的慢 办得更慢 效率低 效率最低 办理效率最低 办结效率最低 处理效率最低 工作效率最低 办理效率最差 办事效率低 动作慢 动作最慢 用时最长 用时最久 最慢几天 最慢多少天 最慢用了几天 最慢的用了几天 办得最慢的用了几天 最慢多久 最长用了几天 用时最多 最长几天 最长用了多久',
  ],
  [
    { tag: 'duration', of: 'slowest' },
    list(each(WORKS, SLOW), of('速度最慢 动作最慢 手脚最慢 手脚慢 效率最差 办事效率最低')),
  ],
  [{ tag: 'duration', of: 'fastest' }, list(each(WORKS, QUICK))],
  [{ tag: 'duration', of: 'slowest' }, each(SPENT, of('最长 最久 最多 最慢 的最长')).join(' ')],
  [{ tag: 'duration', of: 'fastest' }, each(SPENT, of('最短 最少 最快 的最短')).join(' ')],
  [{ tag: 'duration', of: 'slowest' }, each(of('从慢到快 由慢到快 从长到短 由长到短'), LINED_UP).join(' ')],
  [{ tag: 'duration', of: 'fastest' }, each(of('从快到慢 由快到慢 从短到长 由短到长'), LINED_UP).join(' ')],
  [
    { tag: 'duration', of: 'average', taken: 'signing' },
    list(
      untilThen(SIGN),
      of(
        '平均签收时间 签收时长 平均签收时长 平均签收用时 签收用时 签收速度 签收时间 平均签收 签收时效 签收平均用时 签收平均时间 签收平均天数 签收快慢',
      ),
    ),
  ],
  [
    { tag: 'duration', of: 'average', taken: 'routing' },
    list(
      untilThen(ROUTE),
      of('平均转办时间 转办时长 平均转办时长 平均转办用时 转办用时 转办速度 转办时间 平均转办 转办时效'),
    ),
  ],
  [{ tag: 'duration', of: 'fastest', taken: 'signing' }, fast(SIGNING)],
  [{ tag: 'duration', of: 'slowest', taken: 'signing' }, slow(SIGNING)],
  [{ tag: 'duration', of: 'fastest', taken: 'routing' }, fast(ROUTING)],
  [{ tag: 'duration', of: 'slowest', taken: 'routing' }, slow(ROUTING)],
];

/** 一般几天搞得定, 平均一个问题要办几天. */
export const DURATION_FREE: readonly FreeWord[] = [
  // 办完一个问题平均几天; 平均时长是多少天
  [
    /(?:办|[解处][决理])[完结好理]?(?:一[个件])?(?:问题|事)?(?=[用耗]时|(?:平均|一般|大概)(?!多少[件个]))/y,
    { tag: 'noun' },
  ],
  [/(?<=平均.{0,6}(?:时[长间]|[用耗]时|天数))[是为要]?(?:多少天|几天|多久)/y, { tag: 'filler' }],
  [
    new RegExp(
      `(?:平均算下来|平均下来|平均起来|一般来说|一般|通常|大概|平均|普遍|正常)(?:(?:办|办结|解决|销|处理)?[一每](?:件|个|单)(?:事|问题)?)?(?:需要|要花|要用|用了|花了|花费|花掉|耗费|耗时|用时|要|得|需|用|花|是)?(?:办理|处理|办|拖)?(?:多长时间|几个工作日|多少个工作日|好长时间|几天|多少天|好多天|几多天|多久|好久)(?:(?:才能|可以|能|才)?(?:${FINISHED}|销|搞得定|办得完|办得好|办得下来|解决得了|(?:解决|办|办结|销)一[个件])(?:一[个件])?)?`,
      'y',
    ),
    { tag: 'duration', of: 'average' },
  ],
];
