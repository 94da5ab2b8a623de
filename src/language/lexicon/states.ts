/** Words a question or a list is made of, beside names and periods. Longest word wins. */
import type { Status } from '../../domain/issue.ts';
import type { LightColor } from '../../domain/lights.ts';

export type StateWord =
  | { kind: 'color'; color: LightColor; name: string }
  | { kind: 'status'; status: Status; name: string }
  /** 办结: a state of the past, and with a period or a count an event. */
  | { kind: 'closed' }
  | { kind: 'overdue' }
  | { kind: 'open' }
  | { kind: 'all' }
  | { kind: 'agenda' };

export type QueryWord =
  | { tag: 'state'; state: StateWord; me?: true }
  /** Which day the period speaks about. */
  | { tag: 'basis'; basis: 'due' | 'logged' }
  /** 几个, 哪些: certainly a question. */
  | { tag: 'count' }
  /** 谁, 什么: a question only beside something else. */
  | { tag: 'which' }
  /** 怎么样了 */
  | { tag: 'how' }
  | { tag: 'longest'; overdue?: true }
  | { tag: 'newest' }
  | { tag: 'me' }
  /** 全部项目, 全市 */
  | { tag: 'everywhere' }
  /** 本群, 这个项目 */
  | { tag: 'here' }
  /** 问题, 事项: what is asked for. */
  | { tag: 'noun' }
  /** 的 */
  | { tag: 'of' }
  | { tag: 'filler' };

const state = (s: StateWord): QueryWord => ({ tag: 'state', state: s });
const color = (c: LightColor, name: string): QueryWord => state({ kind: 'color', color: c, name });
const status = (s: Status, name: string) =>
  ({ tag: 'state', state: { kind: 'status', status: s, name } }) as const;

const GROUPS: readonly [QueryWord, string][] = [
  [color('red', '红色'), '红 红色 红灯 红牌 红的 亮红灯 严重逾期 严重超期'],
  [color('yellow', '黄色'), '黄 黄色 黄灯 黄牌 黄的 亮黄灯'],
  [
    color('blue', '蓝色'),
    '蓝 蓝色 蓝灯 蓝的 临期 快到期 快到期了 即将到期 马上到期 快要到期 快超期 快逾期 快超时',
  ],
  [color('green', '绿色'), '绿 绿色 绿灯 绿的 正常'],
  [
    state({ kind: 'overdue' }),
    '逾期 已逾期 超期 过期 超时 超时限 拖期 延误 到期没办 到期未办 过了期限 过时限',
  ],
  [
    status('unrouted', '待转办'),
    '待转办 未转办 没转办 还没转办 没人管 没派 未派 没派单 待派单 待分派 没分派 未分派 要转办 等转办',
  ],
  [
    status('unsigned', '待签收'),
    '待签收 未签收 没签收 没人签收 没有签收 未签 没签 等签收 要签收 需要签收 不签收',
  ],
  [{ ...status('unrouted', '待转办'), me: true }, '等我转办 待我转办 我要转办'],
  [{ ...status('unsigned', '待签收'), me: true }, '等我签收 待我签收 我要签收 等我们签收 我没签收'],
  [{ ...status('verifying', '待核验'), me: true }, '等我核验 待我核验 我要核验 等我们核验 我没核验'],
  [status('working', '办理中'), '办理中 在办 正在办 正在办理 在办理 办着 处理中 正在处理 整改中 推进中'],
  [status('paused', '已挂账'), '挂账 已挂账 挂账的 停表 已停表 挂起'],
  [
    status('verifying', '待核验'),
    '待核验 未核验 没核验 等核验 要核验 需要核验 待验收 等验收 待验证 核验中 没人核验 待销号 等待核验',
  ],
  [status('void', '已作废'), '作废 已作废'],
  [
    state({ kind: 'closed' }),
    '已销号 销号 已办结 办结 办结了 销号了 已完成 完成 完成了 已解决 解决 解决了 办完 办完了 办好 办好了 已关闭 办成',
  ],
  [
    state({ kind: 'open' }),
    '未销号 没销号 未办结 没办结 没办 没办完 未办 未办完 未完成 没完成 没有完成 没解决 未解决 没有解决 没办好 没弄完 没搞定 待办 没处理 未处理 没处理完 没有办结 没做完 遗留',
  ],
  [state({ kind: 'all' }), '全部 所有 全部状态 所有状态'],
  [state({ kind: 'agenda' }), '上会 要上会 待上会 提交上会'],
  [
    { tag: 'basis', basis: 'due' },
    '到期 要到期 截止 该办 要办 应办 需办 该办完 要办完 该完成 要完成 应完成 需完成 要解决 要办结 该办结 应办结 期限到 到时限 要做 该做 要处理 该处理',
  ],
  [
    { tag: 'basis', basis: 'logged' },
    '登记 登记了 新登记 上报 上报了 新上报 新增 新增了 新报 新报了 提出 提了 反映 新来 新问题 收到多少',
  ],
  [
    { tag: 'count' },
    '几个 几件 几条 几项 有几 多少 多少个 多少件 多少条 多少项 哪些 哪几个 哪几件 哪几条 哪几项 哪个 哪件 哪一个 哪一件 哪条 哪项 有没有 有无 列一下 列出 列出来 列个表 数量 总数 一共 总共 多不多 清单 列表 名单 明细',
  ],
  [{ tag: 'which' }, '谁 什么 啥 谁家 哪家 哪个单位 哪些单位 哪个部门 哪个项目 哪些项目 哪家单位'],
  [
    { tag: 'how' },
    '怎么样 怎么样了 怎样 怎样了 咋样 咋样了 如何 如何了 进展 进展如何 进展怎样 进展怎么样 进展情况 什么进展 啥进展 情况 什么情况 啥情况 情况如何 情况怎么样 到哪了 到哪一步 到哪一步了 到哪步了 到什么程度 进度 推进得 推进如何 办得 现状 现况 什么状态 状态 近况 办到哪了 办到哪一步 办到哪一步了 还顺利',
  ],
  [
    { tag: 'longest' },
    '最久 最长 拖得最久 拖的最久 拖最久 时间最长 时间最久 最慢 拖得最长 拖的最长 挂得最久 压得最久 卡得最久 卡最久',
  ],
  [{ tag: 'longest', overdue: true }, '逾期最久 逾期最长 超期最久 超期最长 超时最久'],
  [{ tag: 'newest' }, '最新 最近 新近'],
  [{ tag: 'me' }, '我 我的 我自己 本人 我们单位 我单位 我局 我们局'],
  [{ tag: 'everywhere' }, '全部项目 所有项目 各项目 各个项目 全市 全区 全县 全园区 所有单位 各单位 全部单位'],
  [
    { tag: 'here' },
    '本群 这个群 群里 咱们群 我们群 本专班 这个专班 咱们专班 本项目 这个项目 咱们项目 我们项目 咱项目',
  ],
  [{ tag: 'noun' }, '问题 事项 事 事情 单子 任务 件 灯 待办事项 诉求 困难 工单 台账 活 活儿'],
  [{ tag: 'of' }, '的'],
  [
    { tag: 'filler' },
    '有 还 还有 还在 了 在 是 个 条 项 那 这 那些 这些 那个 这个 我们 咱们 咱 给我 帮我 给我们 里 中 里面 目前 现在 当前 眼下 截至目前 到目前 一下 请 请问 问一下 问下 想问 想知道 我想知道 我想问 我想看 我要看 想看 帮 查 查查 查一下 查下 看 看看 看一下 看下 说说 说一下 讲讲 告诉我 显示 都 吗 呢 啊 呀 吧 嘛 哦 嗯 项目 单位 部门 企业 公司 专班 和 与 及 跟 到底 列 要 等 等着 待 处理 办 没有 拖 拖得 拖着 拖了 亮 亮了 亮灯 亮着 变 变成 状态为 状态是 属于 责任单位 负责 负责的 牵头 名下 手上 手里 手头 这边 那边 方面 内 之内 以内 时间 总 总的 其中 分别 各 各自 被 最 哈 哪 本 一 来着 没',
  ],
];

const WORDS = new Map<string, readonly { word: string; meaning: QueryWord }[]>();
for (const [meaning, words] of GROUPS) {
  for (const word of words.split(' ')) {
    const list = [...(WORDS.get(word.charAt(0)) ?? []), { word, meaning }];
    WORDS.set(
      word.charAt(0),
      list.toSorted((a, b) => b.word.length - a.word.length),
    );
  }
}

/** The longest word of a question that begins at `at`. */
export function queryWordAt(folded: string, at: number): { word: string; meaning: QueryWord } | undefined {
  return WORDS.get(folded.charAt(at))?.find(({ word }) => folded.startsWith(word, at));
}
