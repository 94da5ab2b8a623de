/** Words a question or a list is made of, beside names and periods. Longest word wins. */
import type { GroupBy, Mark } from '../../domain/answer.ts';
import type { ItemKind, Status } from '../../domain/issue.ts';
import type { LightColor } from '../../domain/lights.ts';
import type { ReadNode } from '../../domain/reading.ts';
import * as composed from './composed.ts';
import { MEASURE_GROUPS, type MeasureWord } from './measures.ts';
import * as spoken from './spoken.ts';

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
  /** 长期事项: without a deadline. */
  | { kind: 'long-term' }
  /** 未开始提醒: imported overdue. */
  | { kind: 'asleep' }
  | { kind: 'extension'; extension: 'any' | 'asked' }
  | { kind: 'mark'; mark: Mark };

export type QueryWord =
  | MeasureWord
  | { tag: 'state'; state: StateWord }
  /** Which day the period speaks about. */
  | { tag: 'basis'; basis: 'due' | 'logged' }
  /** 几个, 哪些: certainly a question. */
  | { tag: 'count' }
  /** 谁, 什么: a question only beside something else. `of`: 哪个月, of two that are named. */
  | { tag: 'which'; of?: 'period' }
  /** 吗: what stands before it is asked. `choice`: 是不是, of nothing that is ranked. */
  | { tag: 'ask'; choice?: true }
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
  /** 各有: of several units or projects named, each apart. */
  | { tag: 'each' }
  /** 多 at the end: 谁欠账多. */
  | { tag: 'more' }
  /** 拖了多少天了: beside the longest. */
  | { tag: 'lasting' }
  /** 在管: after 哪些单位. */
  | { tag: 'after-by' }
  /** 前三个: beside an order. */
  | { tag: 'top' }
  | { tag: 'me' }
  /** 待我办, 等我批: what waits for the speaker. */
  | { tag: 'mine' }
  | { tag: 'our-unit' }
  | { tag: 'enterprise' }
  /** 协办的 */
  | { tag: 'helping' }
  /** 没动静的: beside an age. */
  | { tag: 'quiet' }
  | { tag: 'node'; node: ReadNode }
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
  /** 和: joins words of one kind. `sides`: 多还是, whatever stands on both. */
  | { tag: 'and'; sides?: true }
  /** 没有: only at the end, where it asks; elsewhere it would turn a word round. */
  | { tag: 'not' }
  /** 单位, 项目 and 亮: mean nothing of their own after a unit, a project or beside a colour, and nowhere else. */
  | { tag: 'after-unit' }
  | { tag: 'after-project' }
  /** 那块, 口上: after a name or a kind of matter. */
  | { tag: 'after-name' }
  /** 三家, 这两个局: after as many names. */
  | { tag: 'as-many'; count: number }
  | { tag: 'before-unit' }
  | { tag: 'mainly' }
  | { tag: 'after-period' }
  | { tag: 'with-color' }
  | { tag: 'filler' };

const state = (s: StateWord): QueryWord => ({ tag: 'state', state: s });
const color = (c: LightColor): QueryWord => state({ kind: 'color', color: c });
const status = (s: Status): QueryWord => state({ kind: 'status', status: s });

const GROUPS: [QueryWord, string][] = [
  [
    color('red'),
    '红 红色 红灯 红牌 红的 红了 亮红灯 亮红 亮了红灯 亮红灯的 红灯了 变红 变红了 严重逾期 严重超期 严重超时 严重拖期',
  ],
  [color('yellow'), '黄 黄色 黄灯 黄牌 黄的 黄了 亮黄灯 亮黄 变黄 变黄了'],
  [color('blue'), '蓝 蓝色 蓝灯 蓝的 临期 快到期 快到期了 即将到期 马上到期 快要到期 快超期 快逾期 快超时'],
  [color('green'), '绿 绿色 绿灯 绿的 正常'],
  [
    state({ kind: 'overdue' }),
    '逾期 已逾期 逾期了 超期 超期了 过期 过期了 超时 超时限 拖期 拖了 拖着 拖延 拖着没办 延误 到期没办 到期未办 过了期限 过时限 拖了的 拖着的 拖后腿 拖延的 到期没完成 到期没办完 到期未完成 过了期 到期没解决 拖起 拖着不办 拖着不动 一直拖着 拖到现在 拖住不办 拖了很久 超了期',
  ],
  [
    state({ kind: 'in-time' }),
    '没逾期 未逾期 没有逾期 没超期 未超期 没有超期 没过期 未过期 没拖 没有拖 不逾期',
  ],
  [state({ kind: 'lit' }), '亮灯 亮了灯 亮着灯'],
  [
    status('unrouted'),
    '待转办 未转办 没转办 还没转办 没人管 没派 未派 没派单 待派单 待分派 没分派 未分派 要转办 等转办 没转出去 未转出 没转走 没有转办 没派出去 还没转 没转 没转出 没转下去 还没派 没分下去 还没转出去 没交办 未交办 待交办 尚未转办 还没派出去 没派下去 还没派下去 没派单位 没定单位 没分出去 还没分出去',
  ],
  [
    status('unsigned'),
    '待签收 未签收 没签收 没人签收 没有签收 没人签 未签 没签 等签收 要签收 需要签收 不签收 没人接 没人接收 没接 没接单 没人领 没人认领 没人收 没人理 没人应 没签字 没接手 没人接手 还没签收 还没人签收 还没人接 还没签 没有人接 没有人签收 没有人签 尚未签收',
  ],
  [status('working'), '办理中 正在办 正在办理 在办理 办着 处理中 正在处理 整改中 推进中'],
  [
    status('paused'),
    '挂账 已挂账 挂着 挂着的 挂了账 挂账了 挂起来 挂起来了 停表 已停表 停表了 停了表 挂起 停表的 停着的 挂了 挂起来的 挂在那',
  ],
  [
    status('verifying'),
    '待核验 未核验 没核验 等核验 要核验 需要核验 待验收 等验收 待验证 核验中 没人核验 待销号 等待核验 等着核验 等验证 等着验收 还没核验 没有核验 等确认 待确认 等着核验 等着核实 等核实 待核实 没核实 还没核实 未核实 等着验收 等着确认',
  ],
  [status('void'), '作废 已作废'],
  [
    state({ kind: 'closed' }),
    '已销号 销号 已办结 办结 办结了 销号了 已完成 完成 完成了 已解决 解决 解决了 办完 办完了 办好 办好了 已关闭 办成 办成了 搞定 搞定了 做完 做完了 完结 办了 办了的 处理完 处理完了 处理好了 处理掉 解决掉 解决掉了 办妥 化解 化解了 销了号 销掉 销掉了 销了 弄完了 办下来 办下来了 结了 弄好了 整改完 整改到位',
  ],
  [
    state({ kind: 'open' }),
    '在办 未销号 没销号 未办结 没办结 没办 没办完 还没办完 未办 未办完 未完成 没完成 没有完成 没解决 未解决 没有解决 没办好 没弄完 没搞定 待办 待处理 待解决 没处理 未处理 没处理完 没有办结 没做完 遗留 没销 未结 没结 没了结 没有了结 没弄好 没搞好 没处理掉 未销 没办下来 没落实 未落实 没有落实 没解决掉 没化解 没整改 没整改完 没销掉 没有销号 没解决好 还没办 还没解决 还没销号 还没办结 还没落实 还没处理 还没弄完 还没搞定 在处理的 悬着 没有办完 悬而未决 没有结果 没个结果 没有下文 没下文 没补 没补齐 没补交 未补 未补齐 没交齐 没补上 压着 压着没办 压着的 压在手里 压在手上 压了 积压 积压的 欠着 欠 还欠 没完成的 还没完成 还没完 没完 没完结 未完结 没个着落 没着落 没弄 还没弄 还没搞 没搞完 没收尾 不办 还没处理完 没整完 没消',
  ],
  [state({ kind: 'all' }), '全部 所有 全部状态 所有状态'],
  [state({ kind: 'agenda' }), '上会 要上会 待上会 提交上会'],
  [
    state({ kind: 'long-term' }),
    '长期 长期的 长期事项 长期坚持 长期坚持的 持续推进 持续推进的 常态化 不设时限 不设时限的 没有时限 没有时限的',
  ],
  [state({ kind: 'asleep' }), '未开始提醒 没开始提醒 尚未开始提醒 还没开始提醒 未提醒'],
  [state({ kind: 'extension', extension: 'any' }), '延期 延期了 已延期 延了期 延过期 展期'],
  [
    state({ kind: 'extension', extension: 'asked' }),
    '延期待批 申请延期 申请了延期 要求延期 等批延期 延期申请',
  ],
  [
    { tag: 'basis', basis: 'due' },
    '到期 要到期 截止 该办 要办 应办 需办 该办完 要办完 该完成 要完成 应完成 需完成 要解决 要办结 该办结 应办结 期限到 到时限 要做 该做 要处理 该处理 要交账 该交账 要交卷 该交卷 该交了 要收尾 要结 该结 到点 到日子 要到日子',
  ],
  [
    { tag: 'basis', basis: 'logged' },
    '登记 登记了 新登记 上报 上报了 新上报 新增 新增了 新报 新报了 报了 提出 提出了 提了 提 反映 反映了 新来 新问题 收到多少 报上来 报上来了 报上来的 报来 新冒出来 新发现 提上来 报的 报上的 报来的 冒出来 新出 新出来 新进 新收 收到 收到了 新收到 进来 新登 新提 反映上来 报了多少 登了',
  ],
  [
    { tag: 'count' },
    '几个 几件 几条 几项 多少 多少个 多少件 多少条 多少项 哪些 哪几个 哪几件 哪几条 哪几项 哪个 哪件 哪件事 哪一个 哪一件 哪条 哪项 有没有 有无 列一下 列出 列出来 列个表 数量 总数 一共 总共 多不多 清单 列表 名单 明细 共有多少 共有几件 几起 多少起 几宗 多少宗 几桩 几单 多少单 哪些个 哪几桩 共几件 共几个 共多少 合计多少 列出来看看 具体哪些 具体是哪些 列个单子 列个清单 拉个单子 拉个清单 几多 几盏 多少盏 多高 有多高 高不高 有多大 多少笔 几笔 少不少',
  ],
  [
    { tag: 'by', by: 'unit', asks: true },
    '哪个单位 哪些单位 哪几个单位 哪家 哪家单位 哪几家 哪个部门 哪些部门 哪个局 哪些局 哪几个部门 几个单位 几家单位 多少单位 多少个单位 多少家单位 多少部门 几个部门 单位有哪些 单位都有哪些 单位都有谁 单位有谁 单位都是谁 单位是哪些 单位是哪几家 单位有几家 单位有几个 单位是谁 部门有哪些 部门都有谁 哪几个局 哪几家局 哪个委办局 哪些委办局 哪家局 哪个科局',
  ],
  [
    { tag: 'by', by: 'unit', asks: false },
    '各单位 各个单位 每个单位 按单位 分单位 各部门 每个部门 各家单位 各责任单位 各局 每个局 各委办局 各家 每家单位 按责任单位 按部门 分部门 分别是哪些单位 各成员单位 逐个单位 各个局 各个部门 各个委办局 各委办 各科局 每个委办局 每家 一家一家 各责任部门 各牵头单位',
  ],
  [
    { tag: 'by', by: 'project', asks: true },
    '哪个项目 哪些项目 哪几个项目 几个项目 多少项目 多少个项目 哪个专班 哪些专班 项目有哪些 项目都有哪些 项目是哪些 项目有几个 项目有多少',
  ],
  [
    { tag: 'by', by: 'project', asks: false },
    '各项目 各个项目 每个项目 按项目 分项目 各专班 项目都 各项目都 每个项目都 一个项目一个项目',
  ],
  [
    { tag: 'by', by: 'area', asks: true },
    '哪个乡镇 哪些乡镇 哪个镇 哪个区 哪个县 哪个县市区 哪个园区 哪些园区 哪个片区 哪几个乡镇 哪个地方 哪些地方',
  ],
  [
    { tag: 'by', by: 'area', asks: false },
    '各乡镇 每个乡镇 按乡镇 分乡镇 各镇 各园区 每个园区 按园区 分园区 各县市区 各县区 各区县 各县 各地 按区域 分区域 各区域 各片区 按片区 按地区 分地区 各地区',
  ],
  [{ tag: 'which' }, '谁 什么 啥 谁家 有谁 都有谁 还有谁 都是谁 是谁'],
  [{ tag: 'ask' }, '吗 么'],
  [{ tag: 'why' }, '为什么 为啥 为何'],
  [
    { tag: 'how' },
    '怎么样 怎么样啊 怎么样了 怎样 怎样了 咋样 咋样了 如何 如何了 进展 进展如何 进展怎样 进展怎么样 进展情况 什么进展 啥进展 情况 什么情况 啥情况 情况如何 情况怎么样 到哪了 到哪一步 到哪一步了 到哪步了 到什么程度 进度 推进得 推进如何 办得 现状 现况 什么状态 状态 近况 办到哪了 办到哪一步 办到哪一步了 还顺利 顺利吗 到哪里了 到了哪一步 办得咋样 办得怎么样 办得怎么样了 办得如何 办的怎么样 办的怎么样了 办到什么程度 办到什么程度了 进行到哪了 进行得怎么样 进行到哪一步 进行到哪一步了 推进到哪了 推进到哪一步 推进到哪一步了 推进得怎么样 推进怎么样 推进得如何 处理得怎么样 处理得怎么样了 处理到哪了 处理到哪一步 解决得怎么样 解决得怎么样了 解决到哪了 办好没有 办好了没有 办完没有 办完了没有 解决没有 解决了没有 办了没有 办了没 办完没 办好没 解决没 解决了没 有进展吗 有进展没有 有没有进展 有啥进展 有什么进展 有结果了吗 有结果没有 有没有结果 什么结果 弄得怎么样了 搞得怎么样了 办成没有 弄好没有 到什么地步了 到哪个环节 到哪个环节了 落实得怎么样 落实了没有 落实没有 落实得怎么样了 跟进得怎么样 走到哪一步 走到哪一步了 走到哪了 什么进度 进度如何 进度怎么样 进度咋样 啥进度 动静 怎么个情况 有什么情况 是什么情况 什么结果了 有消息吗 有消息没有 卡在哪 卡在哪里 卡在哪儿 卡在哪了 卡在哪一步 卡在哪个环节 卡哪了 卡到哪了 堵在哪 堵在哪里 堵在哪了 进行到第几个环节 进行到第几个环节了 到第几个环节 到第几个环节了 走到第几个环节 走到第几个环节了 下一步 下一步该办啥 下一步该办什么 下一步干什么 下一步干啥 下一步要办什么 下一步怎么走 办没办 办没办完 办完没办完 解决没解决 落没落实 弄没弄好 搞没搞好 好了没有 好了没 完了没有 完了没 有没有眉目 有眉目了吗 啥样了 什么样了 办得咋样 搞得咋样 搞得咋样了 整得咋样 弄到哪了 弄到什么程度 弄到哪一步 什么光景 到哪个地步 到什么阶段',
  ],
  [
    { tag: 'longest', by: 'overdue' },
    '最久 最长 拖得最久 拖的最久 拖最久 时间最长 时间最久 最慢 拖得最长 拖的最长 拖得最厉害 压得最久 卡得最久 卡最久 逾期最久 逾期最长 逾期时间最长 超期最久 超期最长 超时最久 最拖拉 最磨蹭 最拖 拖得最狠 最能拖 最拖沓',
  ],
  [
    { tag: 'longest', by: 'age' },
    '登记最久 登记最早 最早登记 报得最早 最老 最早 登记时间最长 提得最早 在办最久',
  ],
  [{ tag: 'most' }, '最多 排一下 排名 排个名 排个队 排序 排个序 排行 排一排 排列'],
  [{ tag: 'most', late: true }, '拖得最多 拖的最多'],
  [{ tag: 'newest' }, '最新 最近 新近'],
  [{ tag: 'me' }, '我 我的 我自己 本人'],
  [{ tag: 'each' }, '各有 各 各自 各是 各多少 分别 分别有 分别是 各自有'],
  [
    { tag: 'top' },
    '前三 前五 前十 前三个 前五个 前十个 前三名 前五名 前十名 前三件 前五件 前十件 前几个 前几名 前几件',
  ],
  [
    { tag: 'mine' },
    '要我处理 要我办 要我做 要我审批 要我批 要我签 要我签收 要我核验 需要我处理 需要我办 需要我批 需要我审批 待我办 待我办理 待我处理 待我批 待我审批 待我签收 待我转办 待我核验 等我办 等我处理 等我批 等我审批 等我签 等我签收 等我转办 等我核验 等着我 等着我批 等着我办 在等我批 在等我办 在等我 我要转办 我要签收 我要核验 我没签收 我没核验 等我们签收 等我们核验 该我办 该我处理 轮到我 轮到我办 我要办 我该办 我要处理 我该处理 我要批 要我操心 要我操心的 需要我操心 要我过问 需要我过问 要我拍板 需要我拍板 等我拍板 要我定 要我出面 需要我出面 需要我协调 要我协调 要我出面协调 需要我出面协调 要我关注 需要我关注 要我管 要我解决 需要我解决 要我表态 要我点头 等我点头',
  ],
  [{ tag: 'our-unit' }, '我们单位 我单位 我局 我们局 本单位 本局 我们公司'],
  [
    state({ kind: 'mark', mark: 'bounced' }),
    '退回 退回的 退回来 退回来的 被退回 被退回来 被退回的 退回过 退了回来 打回 打回来 打回来的 被打回 踢皮球',
  ],
  [
    state({ kind: 'mark', mark: 'reopened' }),
    '反弹 反弹的 反弹了 反弹过 重开 重开的 重开过 又出现的 反复的 反复出现的 死灰复燃',
  ],
  [
    state({ kind: 'mark', mark: 'joint' }),
    '联合攻坚 联合攻坚的 联合办理 联合办理的 多部门 多部门的 几家一起办 几家一起办的 几家合办',
  ],
  [
    state({ kind: 'mark', mark: 'unsatisfied' }),
    '不满意 不满意的 企业不满意 企业不满意的 评价不满意 评了不满意 差评',
  ],
  [state({ kind: 'mark', mark: 'appealed' }), '申诉 申诉的 在申诉 申诉中 申诉待裁定 提了申诉 没裁定的申诉'],
  [state({ kind: 'mark', mark: 'exempt' }), '免责 免责的 申诉免责 申诉成功 申诉通过'],
  [state({ kind: 'mark', mark: 'green-channel' }), '绿色通道 绿色通道的 走绿色通道 走绿色通道的'],
  [
    state({ kind: 'mark', mark: 'on-the-spot' }),
    '当场解决 当场解决的 当场解决了 当场办结 当场办结的 现场解决 现场解决的 当场办了',
  ],
  [
    { tag: 'quiet' },
    '没动静 没有动静 没动静的 没有动静的 没进展 没有进展 没进展的 没有任何进展 没人动 没动过 没动 没更新 没有更新 没反馈 没有反馈 没回音 没消息 没有消息',
  ],
  [{ tag: 'enterprise' }, '企业 企业方 企业自己 企业联系人'],
  [{ tag: 'helping' }, '协办 配合 协助办理'],
  [{ tag: 'node', node: 'start' }, '开工 动工 开建 开工建设'],
  [{ tag: 'node', node: 'production' }, '投产 投运 量产'],
  [
    { tag: 'when' },
    '什么时候 啥时候 何时 哪天 几时 多少天 几天 多久 离 距 距离 还差 还剩多少天 还剩几天 还剩 能 什么时间 哪一天 几月份 几月 还要多久 还要几天 还要多长时间 还有几天 还有多久 还有多少天 还得多久 还差多少天 还有多长时间 还差多久',
  ],
  [{ tag: 'everywhere' }, '全部项目 所有项目 全市 全区 全县 全园区 所有单位 全部单位'],
  [
    { tag: 'here' },
    '本群 这个群 群里 咱们群 我们群 本专班 这个专班 咱们专班 本项目 这个项目 咱们项目 我们项目 咱项目',
  ],
  [{ tag: 'kind', kind: 'link' }, '环节'],
  [{ tag: 'kind', kind: 'deferral' }, '容缺 容缺材料 容缺承诺'],
  [{ tag: 'kind', kind: 'task' }, '批次任务'],
  [{ tag: 'noun' }, '问题 事项 事 事情 单子 任务 件 灯 待办事项 诉求 困难 工单 台账 活 活儿 账 事儿'],
  [{ tag: 'of' }, '的'],
  [{ tag: 'and' }, '和 与 及 跟 以及 还是'],
  [{ tag: 'not' }, '没有 没 不'],
  [{ tag: 'after-unit' }, '单位 部门'],
  [{ tag: 'after-project' }, '项目 专班 企业 公司 单位 这个项目 那个项目 这项目 那项目 这个企业 那个企业'],
  [{ tag: 'with-color' }, '亮 亮了 亮着'],
  [{ tag: 'by', by: 'unit', asks: false, ranked: true }, '单位 部门'],
  [{ tag: 'by', by: 'project', asks: false, ranked: true }, '项目'],
  [
    { tag: 'filler' },
    '剩 剩下 还剩 还剩下 有 有的 还 还有 还在 了 在 是 个 条 项 那 这 那些 这些 那个 这个 我们 咱们 咱 给我 帮我 给我们 里 中 里面 目前 现在 当前 眼下 截至目前 到目前 一下 请 请问 问一下 问下 想问 想知道 我想知道 我想问 我想看 我要看 想看 帮 查 查查 查一下 查下 看 看看 看一下 看下 说说 说一下 讲讲 告诉我 显示 都 呢 啊 呀 吧 嘛 哦 嗯 到底 列 责任单位 负责 负责的 主办 牵头 名下 手上 手里 手头 这边 那边 方面 内 之内 以内 总 总的 其中 被 哈 一 来着 呃 额 唉 哎 诶 啦 呗 喽 咯 噢 那啥 那个啥 就是 就 然后 麻烦 麻烦你 麻烦您 你好 您好 小秘书 秘书 同志 劳驾 给我看看 给我看一下 帮忙 帮我看看 帮我看一下 帮我查一下 帮我查查 帮我查 给我查一下 给我查 给我说说 给我说一下 给我报一下 报一下数 跟我说说 跟我说一下 说下 讲一下 讲下 汇报一下 查下 统计一下 统计下 数一下 数数 算一下 你 您 你给我 你帮我 到现在 截止目前 截至现在 截止现在 截至今天 到今天 此刻 当下 如今 今儿个 又 也 已经 已 全部加起来 加起来 到底有 究竟 大概 那么 那边的 处于 处在 属于 属 存在 出现 发生  目前为止 到目前为止 到现在为止 里头 当中 中间 这件 那件 这一件 那一件 了解一下 了解下 了解 知道 想了解 想了解一下 关心一下 问问 问下子 请教 请教一下 请帮我 请给我 请你 请您 拜托 谢谢 辛苦 辛苦了 呗 吖 嘞 哩 咧 撒 噻 嗯嗯 啊这 这边的 我这边 我这 咱这 咱们这 咱们这里 我们这 我们这里 这里 这儿 那儿 那里 我看看 我看 我看一下 我看下 我瞧瞧 让我看看 我来看看 给我瞧瞧 我要看看 我要看一下 我想看看 我想看一下 领导要看 领导要看一下 领导想看 领导问 领导问一下 领导要 要看 要看一下 想看看 想看一下 把 办一件事 办一件 办一个 办一个事 一件事 每件 每件事 一件 单个 都还 还都 我了解一下 我问问 我问一下 我问下 我问你 我想了解 我想了解一下 我查一下 我查查',
  ],
];

GROUPS.push(
  ...MEASURE_GROUPS,
  [state({ kind: 'open' }), spoken.SAID_OPEN],
  [state({ kind: 'closed' }), spoken.SAID_CLOSED],
  [state({ kind: 'overdue' }), spoken.SAID_OVERDUE],
  [color('red'), spoken.SAID_RED],
  [color('yellow'), spoken.SAID_YELLOW],
  [color('blue'), spoken.SAID_BLUE],
  [status('paused'), spoken.SAID_PAUSED],
  [status('unsigned'), spoken.SAID_UNSIGNED],
  [{ tag: 'count' }, spoken.SAID_COUNT],
  [{ tag: 'which' }, spoken.SAID_WHICH],
  [{ tag: 'each' }, spoken.SAID_EACH],
  [{ tag: 'after-by' }, spoken.SAID_AFTER_BY],
  [{ tag: 'whose' }, spoken.SAID_WHOSE],
  [{ tag: 'how' }, spoken.SAID_HOW],
  [{ tag: 'when' }, spoken.SAID_WHEN],
  [{ tag: 'after-project' }, spoken.SAID_AFTER_PROJECT],
  [{ tag: 'as-many', count: 2 }, spoken.SAID_TWO],
  [{ tag: 'as-many', count: 3 }, spoken.SAID_THREE],
  [{ tag: 'as-many', count: 4 }, spoken.SAID_FOUR],
  [{ tag: 'ask', choice: true }, spoken.SAID_CHOICE],
  [{ tag: 'filler' }, spoken.SAID_FILLER],
  [state({ kind: 'mark', mark: 'reopened' }), spoken.SAID_REOPENED],
  [state({ kind: 'mark', mark: 'unsatisfied' }), spoken.SAID_UNSATISFIED],
  [{ tag: 'rate', rate: 'satisfied' }, spoken.SAID_SATISFIED],
  [state({ kind: 'all' }), spoken.SAID_ALL],
  [{ tag: 'basis', basis: 'logged' }, spoken.SAID_LOGGED],
  [{ tag: 'basis', basis: 'due' }, spoken.SAID_DUE],
  [{ tag: 'noun' }, spoken.SAID_NOUN],
  [{ tag: 'why' }, spoken.SAID_WHY],
  [{ tag: 'most' }, spoken.SAID_MOST],
  [{ tag: 'trend' }, spoken.SAID_TREND],
  [{ tag: 'duration', of: 'average' }, spoken.SAID_AVERAGE],
  [{ tag: 'before-unit' }, spoken.SAID_BEFORE_UNIT],
  [{ tag: 'mainly' }, spoken.SAID_MAINLY],
  [{ tag: 'after-period' }, spoken.SAID_AFTER_PERIOD],
  [{ tag: 'which', of: 'period' }, spoken.SAID_WHICH_PERIOD],
  [{ tag: 'and', sides: true }, spoken.SAID_MORE_OR],
  [state({ kind: 'closed' }), composed.CLOSED],
  [state({ kind: 'open' }), composed.OPEN],
  [state({ kind: 'overdue' }), composed.OVERDUE],
  [status('unsigned'), composed.UNSIGNED],
  [status('verifying'), composed.VERIFYING],
  [status('unrouted'), composed.UNROUTED],
  [{ tag: 'basis', basis: 'due' }, composed.DUE],
  [{ tag: 'basis', basis: 'logged' }, '报过 登记过 提过 反映过 上报过 来过'],
  [{ tag: 'how' }, composed.HOW],
  [{ tag: 'count' }, composed.COUNT],
  [{ tag: 'by', by: 'unit', asks: true }, composed.HELD_BY],
  [
    { tag: 'by', by: 'category', asks: true },
    '哪类 哪一类 哪些类 哪几类 哪种 哪一种 什么类型 哪个类别 哪些类别 哪方面 哪一方面 哪类问题 几类',
  ],
  [
    { tag: 'by', by: 'category', asks: false },
    '各类 各类别 每类 每一类 按类别 分类别 按类 分类 各类问题 按问题类别 各个类别',
  ],
  [{ tag: 'duration', of: 'average' }, composed.AVERAGE],
  [{ tag: 'rate', rate: 'on-time' }, composed.ON_TIME],
  [{ tag: 'more' }, '多 更多 多些 多一些 多一点 多点'],
  [{ tag: 'lasting' }, '拖了多少天 拖多少天 拖了几天 拖几天 拖多久 拖了多久 多少天了 几天了 多久了 有多久了'],
  [{ tag: 'after-by' }, '在管 管 管着 在负责 在办 手上 手里'],
  [state({ kind: 'all' }), '从头到尾 从头到尾算 从头算 从头算起 有史以来 历来 历年 累计'],
  [
    { tag: 'top' },
    '两个 三个 五个 十个 3个 5个 10个 三家 五家 十家 3家 5家 前3 前5 前10 前3个 前5个 前10个 前三家 前五家 前两个 前两名 前3名 前5名',
  ],
  [{ tag: 'which' }, '都是些什么 是些什么 都有些什么 都有什么 都是什么 哪边 哪头 哪一边'],
  [{ tag: 'why' }, '为什么挂 为啥挂 为何挂 为什么挂账 为啥挂账 咋挂的 怎么挂的 什么原因 啥原因 原因是什么'],
  [
    { tag: 'filler' },
    '拉一下 分一下 分一分 捋一下 理一下 摆一下 数一数 报一报 说一说 讲一讲 看一看 理一理 过一下 算算 都给我 你给说说 给个数 报个数 给我个数 拉个数 总体 总体上 整体 整体上 大体上',
  ],
);

const WORDS = new Map<string, QueryWord[]>();
for (const [meaning, words] of GROUPS)
  for (const word of words.split(' '))
    if (word !== '') WORDS.set(word, [...(WORDS.get(word) ?? []), meaning]);
const LONGEST = Math.max(...[...WORDS.keys()].map(({ length }) => length));
const FIRST = new Set([...WORDS.keys()].map((word) => word.charAt(0)));
/** Words only at the end of what is said: 多晶硅 and 管网 are others. */
const ENDING: ReadonlySet<string> = new Set(['多', '管', '不', '数', '有没', '还有没', '还有不']);
const GOES_ON = /^(?![了啊呀呢吧吗的])\p{Script=Han}/u;

/** The longest word of a question that begins at `at`, with all it may mean. */
export function queryWordAt(
  folded: string,
  at: number,
): { word: string; meanings: readonly QueryWord[] } | undefined {
  if (!FIRST.has(folded.charAt(at))) return undefined;
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    const word = folded.slice(at, at + length);
    const meanings = WORDS.get(word);
    const after = folded.slice(at + length);
    // 解决不了 is not 解决了不.
    const cut = (ENDING.has(word) && GOES_ON.test(after)) || (word === '不' && after.startsWith('了'));
    if (meanings && !cut) return { word, meanings };
  }
  return undefined;
}

/** Every word of the vocabulary, with what it means: for the tests that compose sentences from it. */
export function queryWords(): { word: string; meanings: readonly QueryWord[] }[] {
  return [...WORDS].map(([word, meanings]) => ({ word, meanings }));
}
