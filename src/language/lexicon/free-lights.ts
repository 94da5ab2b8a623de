/** Lights and deadlines as they are told from mouth to mouth. */
import { type Free, of, seq, some } from './free-words.ts';
import { color, state } from './query-word.ts';

const GLOWING = of(
  '亮 亮着 亮了 亮起 亮起了 挂 挂着 挂了 挂上 标 标了 标成 飘 打 打成 吃 吃了 领 领了 拿 得 是 显示 显示为 显示是 列为 定为 判为 处于 处在 属于',
);
const litRows = (said: string) => [
  seq(
    ['', ...GLOWING],
    [`${said}灯`, `${said}牌`, `${said}色`, `大${said}灯`],
    of('状态 等级 预警 告警 警告 级别').concat(''),
  ),
  seq(of('灯 灯色 颜色 状态 灯是 颜色是 灯色是 灯色为'), [said, `${said}色`], ['', '了']),
  seq(of('在 已 已经 还 还是 一直'), [`亮${said}灯`, `亮着${said}灯`, `是${said}灯`, `${said}着`]),
];

/** To be late, as one says it of a deadline. */
const OVER = of(
  '逾期 超期 超时 过期 拖期 误期 脱期 延误 逾了期 超了期 过了期 拖了期 误了期 到期 到了期 到期了 超过期限 超过时限 超出期限 超出时限 过了期限 过了时限 超过办理期限 超过规定时限 超过规定时间 超过规定期限 过了规定时间 过了时间 过了日子 过了点',
);
const UNDONE = seq(
  ['', '了'],
  of('没 未 还没 仍没 仍未 尚未 还未 没有 还没有 都没 都还没 一直没 也没 却没 又没 还是没'),
  of(
    '办 办结 办完 办好 办理 完成 解决 销号 销 处理 处理完 搞定 落实 整改 整改完 弄完 结 办下来 销掉 了结 闭环 交 交账 交卷 交差 交活 干完 搞完 做完 弄好',
  ),
);
const LIMIT = of(
  '期限 时限 限期 规定时间 规定时限 规定期限 办理期限 办理时限 完成时限 完成期限 截止时间 截止日期 要求时间 要求时限',
);

const SOON = of(
  '快 快要 就快 就要 马上 马上要 马上就 马上就要 即将 眼看 眼看要 眼看就 眼看就要 眼瞅着 眼瞅着要 眼瞅着就要 将要 将 临 临近 接近 逼近',
);
const NOT_YET = of('没 没有 未 还没 还没有 尚未 还未 并没 并未 都没');
const LATE = of('逾期 超期 过期 超时 拖期 误期 过时限 过期限 超时限 超期限 超过期限 超过时限');

export const LIGHTS: readonly Free[] = [
  {
    means: color('red'),
    rows: [...litRows('红'), some('红字'), seq(of('逾期 超期 拖期 超时'), of('严重 得厉害 太久'))],
  },
  { means: color('yellow'), rows: litRows('黄') },
  {
    means: color('blue'),
    rows: [
      ...litRows('蓝'),
      seq(SOON, of('到期 过期 超期 逾期 超时 拖期 到点 到限 到头'), ['', '了']),
      seq(
        of('快到 快要到 马上到 马上要到 就要到 即将到 临近 接近 临到 逼近 靠近 将到 眼看到 眼看要到'),
        [...LIMIT, ...of('日子 截止 截止日 最后期限 时间')],
        ['', '了'],
      ),
      seq(
        of('时间 期限 时限 日子 限期 截止日期'),
        of('快到 快到了 临近 将至 将到 快要到 马上到 就要到 马上要到'),
      ),
      seq(of('快 临近 马上 即将 就要 快到'), ['截止'], ['', '了']),
    ],
  },
  {
    means: color('green'),
    rows: [
      some('状态正常 正常状态 正常推进 正常推进中 正常办理 正常在办 进展正常 办理正常'),
      ...litRows('绿'),
    ],
  },
  {
    means: state({ kind: 'overdue' }),
    rows: [
      seq(of('已 已经 早已 早就'), of('逾期 超期 过期 超时 拖期 过了期 超了期'), ['', '了']),
      seq(OVER, ...UNDONE),
      seq(of('超过 超出 过了 拖过 拖过了 超了 没赶上'), LIMIT, ['', '了']),
      seq(of('时间 时限 期限 日子'), of('超了 过了 已过 早过了')),
      seq(of('办 办理'), of('超期 超时 逾期'), of('了 了没办').concat('')),
      seq(['没在', '没赶在', '未在'], LIMIT, ['内'], of('办完 办结 完成 解决 销号')),
      some('脱期 脱期了 拖过期 拖过了期 拖过头 拖过头了 逾期超时 超期限 超限期'),
    ],
    // What was done late is late no more.
    but: /^办理?(?:超期|超时|逾期)$/,
  },
  {
    means: state({ kind: 'in-time' }),
    rows: [
      seq(NOT_YET, LATE),
      seq(
        of('在 还在 仍在 尚在 处于 都在').concat(''),
        of('期限 时限 限期 办理期限 办理时限 规定时间 规定时限 规定期限'),
        ['内'],
      ),
      seq(of('没到 还没到 没过 还没过 未到 尚未到'), of('期限 时限 规定时间 规定时限 办理期限')),
    ],
  },
];
