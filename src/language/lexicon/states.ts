/** Words a question or a list is made of, beside names and periods. Longest word wins. */
import type { GroupBy } from '../../domain/answer.ts';
import type { ItemKind, Status } from '../../domain/issue.ts';
import type { LightColor } from '../../domain/lights.ts';

export type StateWord =
  | { kind: 'color'; color: LightColor }
  | { kind: 'status'; status: Status }
  /** 办结: a state of the past, and with a period or a count an event. */
  | { kind: 'closed' }
  | { kind: 'overdue' }
  /** 没逾期: it runs and is not overdue. */
  | { kind: 'in-time' }
  /** 亮灯的: blue, yellow or red. */
  | { kind: 'lit' }
  | { kind: 'open' }
  | { kind: 'all' }
  | { kind: 'agenda' }
  | { kind: 'extension'; extension: 'any' | 'asked' };

export type QueryWord =
  | { tag: 'state'; state: StateWord }
  /** Which day the period speaks about. */
  | { tag: 'basis'; basis: 'due' | 'logged' }
  /** 几个, 哪些: certainly a question. */
  | { tag: 'count' }
  /** 谁, 什么: a question only beside something else. */
  | { tag: 'which' }
  /** 吗: what stands before it is asked. */
  | { tag: 'ask' }
  | { tag: 'why' }
  /** 怎么样了 */
  | { tag: 'how' }
  /** 最久, 最慢: overdue longest, unless logged longest is said. */
  | { tag: 'longest'; by: 'overdue' | 'age' }
  /** 最多: of the units or projects asked for. */
  | { tag: 'most'; late?: true }
  | { tag: 'newest' }
  /** 哪个单位, 各项目: figures of each apart. `asks`: certainly a question; `ranked`: only beside 最多 and the like. */
  | { tag: 'by'; by: GroupBy; asks: boolean; ranked?: true }
  | { tag: 'me' }
  /** 待我办, 等我批: what waits for the speaker. */
  | { tag: 'mine' }
  | { tag: 'our-unit' }
  | { tag: 'enterprise' }
  /** 协办的 */
  | { tag: 'helping' }
  /** 开工, 投产 */
  | { tag: 'node' }
  | { tag: 'when' }
  /** 全部项目, 全市 */
  | { tag: 'everywhere' }
  /** 本群, 这个项目 */
  | { tag: 'here' }
  /** 环节, 容缺: items of another kind than problems. */
  | { tag: 'kind'; kind: ItemKind }
  /** 问题, 事项: what is asked for. */
  | { tag: 'noun' }
  /** 的 */
  | { tag: 'of' }
  /** 和: joins words of one kind. */
  | { tag: 'and' }
  /** 没有: only at the end, where it asks; elsewhere it would turn a word round. */
  | { tag: 'not' }
  /** 单位, 项目 and 亮: mean nothing of their own after a unit, a project or beside a colour, and nowhere else. */
  | { tag: 'after-unit' }
  | { tag: 'after-project' }
  | { tag: 'with-color' }
  | { tag: 'filler' };

const state = (s: StateWord): QueryWord => ({ tag: 'state', state: s });
const color = (c: LightColor): QueryWord => state({ kind: 'color', color: c });
const status = (s: Status): QueryWord => state({ kind: 'status', status: s });

const GROUPS: readonly [QueryWord, string][] = [
  [color('red'), '红 红色 红灯 红牌 红的 红了 亮红灯 严重逾期 严重超期'],
  [color('yellow'), '黄 黄色 黄灯 黄牌 黄的 亮黄灯'],
  [color('blue'), '蓝 蓝色 蓝灯 蓝的 临期 快到期 快到期了 即将到期 马上到期 快要到期 快超期 快逾期 快超时'],
  [color('green'), '绿 绿色 绿灯 绿的 正常'],
  [
    state({ kind: 'overdue' }),
    '逾期 已逾期 逾期了 超期 超期了 过期 过期了 超时 超时限 拖期 拖了 拖着 拖延 拖着没办 延误 到期没办 到期未办 过了期限 过时限',
  ],
  [
    state({ kind: 'in-time' }),
    '没逾期 未逾期 没有逾期 没超期 未超期 没有超期 没过期 未过期 没拖 没有拖 不逾期',
  ],
  [state({ kind: 'lit' }), '亮灯 亮了灯 亮着灯'],
  [
    status('unrouted'),
    '待转办 未转办 没转办 还没转办 没人管 没派 未派 没派单 待派单 待分派 没分派 未分派 要转办 等转办 没转出去 未转出 没转走 没有转办 没派出去',
  ],
  [
    status('unsigned'),
    '待签收 未签收 没签收 没人签收 没有签收 没人签 未签 没签 等签收 要签收 需要签收 不签收 没人接 没人接收 没接 没接单 没人领',
  ],
  [status('working'), '办理中 正在办 正在办理 在办理 办着 处理中 正在处理 整改中 推进中'],
  [status('paused'), '挂账 已挂账 挂着 停表 已停表 挂起'],
  [
    status('verifying'),
    '待核验 未核验 没核验 等核验 要核验 需要核验 待验收 等验收 待验证 核验中 没人核验 待销号 等待核验',
  ],
  [status('void'), '作废 已作废'],
  [
    state({ kind: 'closed' }),
    '已销号 销号 已办结 办结 办结了 销号了 已完成 完成 完成了 已解决 解决 解决了 办完 办完了 办好 办好了 已关闭 办成',
  ],
  [
    state({ kind: 'open' }),
    '在办 未销号 没销号 未办结 没办结 没办 没办完 还没办完 未办 未办完 未完成 没完成 没有完成 没解决 未解决 没有解决 没办好 没弄完 没搞定 待办 待处理 待解决 没处理 未处理 没处理完 没有办结 没做完 遗留',
  ],
  [state({ kind: 'all' }), '全部 所有 全部状态 所有状态'],
  [state({ kind: 'agenda' }), '上会 要上会 待上会 提交上会'],
  [state({ kind: 'extension', extension: 'any' }), '延期 延期了 已延期 延了期 延过期 展期'],
  [
    state({ kind: 'extension', extension: 'asked' }),
    '延期待批 申请延期 申请了延期 要求延期 等批延期 延期申请',
  ],
  [
    { tag: 'basis', basis: 'due' },
    '到期 要到期 截止 该办 要办 应办 需办 该办完 要办完 该完成 要完成 应完成 需完成 要解决 要办结 该办结 应办结 期限到 到时限 要做 该做 要处理 该处理',
  ],
  [
    { tag: 'basis', basis: 'logged' },
    '登记 登记了 新登记 上报 上报了 新上报 新增 新增了 新报 新报了 报了 提出 提出了 提了 提 反映 反映了 新来 新问题 收到多少',
  ],
  [
    { tag: 'count' },
    '几个 几件 几条 几项 多少 多少个 多少件 多少条 多少项 哪些 哪几个 哪几件 哪几条 哪几项 哪个 哪件 哪件事 哪一个 哪一件 哪条 哪项 有没有 有无 列一下 列出 列出来 列个表 数量 总数 一共 总共 多不多 清单 列表 名单 明细',
  ],
  [
    { tag: 'by', by: 'unit', asks: true },
    '哪个单位 哪些单位 哪几个单位 哪家 哪家单位 哪几家 哪个部门 哪些部门 几个单位 几家单位 多少单位 多少个单位 多少家单位 多少部门 几个部门',
  ],
  [
    { tag: 'by', by: 'unit', asks: false },
    '各单位 各个单位 每个单位 按单位 分单位 各部门 每个部门 各家单位 各责任单位',
  ],
  [
    { tag: 'by', by: 'project', asks: true },
    '哪个项目 哪些项目 哪几个项目 几个项目 多少项目 多少个项目 哪个专班 哪些专班',
  ],
  [{ tag: 'by', by: 'project', asks: false }, '各项目 各个项目 每个项目 按项目 分项目 各专班'],
  [{ tag: 'which' }, '谁 什么 啥 谁家'],
  [{ tag: 'ask' }, '吗 么'],
  [{ tag: 'why' }, '为什么 为啥 为何'],
  [
    { tag: 'how' },
    '怎么样 怎么样了 怎样 怎样了 咋样 咋样了 如何 如何了 进展 进展如何 进展怎样 进展怎么样 进展情况 什么进展 啥进展 情况 什么情况 啥情况 情况如何 情况怎么样 到哪了 到哪一步 到哪一步了 到哪步了 到什么程度 进度 推进得 推进如何 办得 现状 现况 什么状态 状态 近况 办到哪了 办到哪一步 办到哪一步了 还顺利',
  ],
  [
    { tag: 'longest', by: 'overdue' },
    '最久 最长 拖得最久 拖的最久 拖最久 时间最长 时间最久 最慢 拖得最长 拖的最长 拖得最厉害 压得最久 卡得最久 卡最久 逾期最久 逾期最长 逾期时间最长 超期最久 超期最长 超时最久',
  ],
  [
    { tag: 'longest', by: 'age' },
    '登记最久 登记最早 最早登记 报得最早 最老 最早 登记时间最长 提得最早 在办最久',
  ],
  [{ tag: 'most' }, '最多'],
  [{ tag: 'most', late: true }, '拖得最多 拖的最多'],
  [{ tag: 'newest' }, '最新 最近 新近'],
  [{ tag: 'me' }, '我 我的 我自己 本人'],
  [
    { tag: 'mine' },
    '要我处理 要我办 要我做 要我审批 要我批 要我签 要我签收 要我核验 需要我处理 需要我办 需要我批 需要我审批 待我办 待我办理 待我处理 待我批 待我审批 待我签收 待我转办 待我核验 等我办 等我处理 等我批 等我审批 等我签 等我签收 等我转办 等我核验 等着我 等着我批 等着我办 在等我批 在等我办 在等我 我要转办 我要签收 我要核验 我没签收 我没核验 等我们签收 等我们核验 该我办 该我处理 轮到我 轮到我办 我要办 我该办 我要处理 我该处理 我要批',
  ],
  [{ tag: 'our-unit' }, '我们单位 我单位 我局 我们局 本单位 本局 我们公司'],
  [{ tag: 'enterprise' }, '企业 企业方 企业自己 企业联系人'],
  [{ tag: 'helping' }, '协办 配合 协助办理'],
  [{ tag: 'node' }, '开工 投产'],
  [{ tag: 'when' }, '什么时候 啥时候 何时 哪天 几时 多少天 几天 多久 离 距 距离 还差 还剩 能 什么时间'],
  [{ tag: 'everywhere' }, '全部项目 所有项目 全市 全区 全县 全园区 所有单位 全部单位'],
  [
    { tag: 'here' },
    '本群 这个群 群里 咱们群 我们群 本专班 这个专班 咱们专班 本项目 这个项目 咱们项目 我们项目 咱项目',
  ],
  [{ tag: 'kind', kind: 'link' }, '环节'],
  [{ tag: 'kind', kind: 'deferral' }, '容缺 容缺材料 容缺承诺'],
  [{ tag: 'kind', kind: 'task' }, '批次任务'],
  [{ tag: 'noun' }, '问题 事项 事 事情 单子 任务 件 灯 待办事项 诉求 困难 工单 台账 活 活儿'],
  [{ tag: 'of' }, '的'],
  [{ tag: 'and' }, '和 与 及 跟 以及 还是'],
  [{ tag: 'not' }, '没有 没'],
  [{ tag: 'after-unit' }, '单位 部门'],
  [{ tag: 'after-project' }, '项目 专班 企业 公司 单位'],
  [{ tag: 'with-color' }, '亮 亮了 亮着'],
  [{ tag: 'by', by: 'unit', asks: false, ranked: true }, '单位 部门'],
  [{ tag: 'by', by: 'project', asks: false, ranked: true }, '项目'],
  [
    { tag: 'filler' },
    '有 有的 还 还有 还在 了 在 是 个 条 项 那 这 那些 这些 那个 这个 我们 咱们 咱 给我 帮我 给我们 里 中 里面 目前 现在 当前 眼下 截至目前 到目前 一下 请 请问 问一下 问下 想问 想知道 我想知道 我想问 我想看 我要看 想看 帮 查 查查 查一下 查下 看 看看 看一下 看下 说说 说一下 讲讲 告诉我 显示 都 呢 啊 呀 吧 嘛 哦 嗯 到底 列 责任单位 负责 负责的 主办 牵头 名下 手上 手里 手头 这边 那边 方面 内 之内 以内 总 总的 其中 分别 各 各自 被 哈 一 来着',
  ],
];

const WORDS = new Map<string, readonly { word: string; meanings: QueryWord[] }[]>();
for (const [meaning, words] of GROUPS) {
  for (const word of words.split(' ')) {
    const list = WORDS.get(word.charAt(0)) ?? [];
    const known = list.find((one) => one.word === word);
    if (known) known.meanings.push(meaning);
    else {
      const added = [...list, { word, meanings: [meaning] }];
      WORDS.set(
        word.charAt(0),
        added.toSorted((a, b) => b.word.length - a.word.length),
      );
    }
  }
}

/** The longest word of a question that begins at `at`, with all it may mean. */
export function queryWordAt(
  folded: string,
  at: number,
): { word: string; meanings: readonly QueryWord[] } | undefined {
  return WORDS.get(folded.charAt(at))?.find(({ word }) => folded.startsWith(word, at));
}

/** Every word of the vocabulary, with what it means: for the tests that compose sentences from it. */
export function queryWords(): { word: string; meanings: readonly QueryWord[] }[] {
  return [...WORDS.values()].flat();
}
