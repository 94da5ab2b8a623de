/** Words that ask of links as rows: what is so of them, of which stage, told apart by what, which first. Longest first. */
import type { LinkStage } from '../../domain/link-rows-asked.ts';

/** What a word says; `fill` narrows nothing, `ask` asks for something. */
export type LinkWord =
  | ('noun' | 'fill' | 'ask' | 'count' | 'project' | 'unit' | 'each' | 'each-link' | 'each-stage')
  | ('who' | 'when' | 'hand' | 'both' | 'or')
  | ('late' | 'days' | 'plan' | 'forecast' | 'versus' | 'kept' | 'ahead')
  | ('not' | 'do' | 'done' | 'left' | 'stuck' | 'working' | 'ready' | 'unbegun' | 'next' | 'reach')
  | ('most' | 'mostly' | 'least' | 'long' | 'short' | 'soon' | 'last' | 'mean' | 'taken')
  | ('after' | 'moved' | 'critical' | 'problem')
  | LinkStage;

const WORDS: Record<LinkWord, string> = {
  noun: '环节 手续环节 手续 关口 审批事项 审批手续 前期手续 报批手续 报建手续 审批环节 办事环节 证照 证件 批件 的证 个证 啥证 什么证 哪些证 几个证 道证 道手续 个手续 个环节 道环节 道关 个关口',
  fill: '的 了 吗 呢 啊 呀 吧 嘛 哈 哦 咧 都 是 在 有 这 那 个 道 项 步 和 跟 与 、 及 现在 目前 眼下 到底 究竟 分别 各自 已经 已 又 也 就 还 一下 说说 报一下 列一下 列出来 列个单子 列个表 列一列 说一下 讲讲 看看 查查 帮我 给我 我看 我想知道 麻烦 总共 一共 里头 里面 里 当中 上 属于 来着 看 的话 有说 咋搞的 咋回事 怎么搞的 要是 如果 再 要 会 能 可以 得 比较 情况 怎么样 单位 情形 到 被 最后 出来 一遍 顺便 名单 清单 明细 具体 他们 它 这些 那些 归 从 以来 时间 日子 咱们 其中 不管 哪个项目的 自己 另外 多 时候 吗 是不是 是否 有没有 有无 有没得 总的 整个 全部 所有 涉及 新 刚 新近 22个 二十二个 脖子 前期 容易',
  ask: '哪些 哪几个 哪几道 哪几项 哪个 哪一个 哪道 哪项 哪 什么 啥 么子 谁 哪几家 哪家 几家 几个 几道 几项 多少个 多少道 多少 几多 好多 好多个 有几个',
  count: '数量 个数',
  project: '项目 哪个项目 哪些项目 哪几个项目 几个项目 企业 厂',
  unit: '哪个局 哪个单位 哪个部门 哪些单位 哪些局 哪几个局 哪几个单位 哪家单位 局 部门 责任单位 单位的 局里',
  each: '各单位 各个单位 每个单位 各局 各家单位 各部门 按单位 分单位 各个局 每个局 单位分',
  'each-link': '各环节 每个环节 按环节 分环节 各手续 各个环节 每道手续 按手续',
  'each-stage': '各阶段 每个阶段 按阶段 分阶段 各个阶段',
  hand: '手上 手头 手里 名下 手头上 手上还有 手里还有 手上的',
  both: '办没办完 完没完 完了没 办完没办完 完没完成',
  or: '或 或者 还是',
  when: '啥时候 什么时候 么时候 哪天 哪一天 几号 几月几号 何时 几时 什么时间 啥时间 到哪天 到啥时候 到几号',
  who: '归谁 归哪个局 归哪个单位 归哪个部门 归哪家 谁办 谁在办 谁负责 哪家办 哪家在办 哪个局办 哪个局管 哪个单位办 哪个单位管 归哪个局办 归哪个局管 归哪家办 归谁办 归谁管 谁管 由谁办 哪个单位负责 哪个局负责 是谁的 责任单位是谁 找谁',
  late: '超 超了 晚 晚了 误 误了 误期 误期了 拖 拖了 拖着 拖期 拖后 拖延 慢 慢了 落后 落后了 滞后 滞后了 延误 延误了 耽误了 耽搁了 欠账 掉队 拖后腿 落下 落下了 过了日子 过了时间 没按时 没按期 没按计划 没如期 未按时 未按期 未按计划 不按计划 没赶上 没跟上 没按时办 没按计划走 没按计划办 耽误时间 耽误工期 耽误进度 耽误事 耽搁时间 耽搁工期 拖时间 拖进度 拖工期',
  days: '几天 多少天 几个工作日 多少个工作日 好多天 几多天 多久 多长时间 天数 天 晚几天 晚了几天 晚多少天 晚多少 误几天 误了几天 拖几天 拖了几天 拖了多久 差几天 差多少天 差多少 差几个工作日',
  plan: '计划 原计划 计划的 计划上 计划里 原定 原来定的 本来 当初 当初计划 原来计划 本来计划 当时计划 原先计划 定的是 排期 应该 应当 该 必须 商定的 倒排 打算 安排 定的 到期 要完成 该完成 要办 该办 该走 要走 该弄 要弄 该拿 要拿 得办 节点',
  forecast:
    '预计 预测 估计 估摸着 估摸 照现在 照这样 照现在看 看样子 推算 照现在这个样子 照现在这个样子看 按现在看 现在看 到时候 大概 估计着',
  versus: '比 比照 按照 按 照 对照 离 跟着 相比',
  kept: '按时 按期 如期 准时 按计划 照计划',
  ahead: '提前 超前 提早',
  not: '没 没有 还没 还没有 未 尚未 没能 没得 冇 不 都没',
  do: '办 走 跑 批 拿 过 做 弄 搞 审 办理 审批 领 取 动 推 推进',
  done: '完 完成 完了 办完 办结 办结了 办好 办成 办下来 办了 办掉 走完 走了 走过 跑完 批完 批下来 批下 批了 拿下 拿下来 拿到 拿到手 到手 下来 过了 做完 弄完 弄好 搞定 搞完 搞好 结束 了结 好 好了 齐 齐了 拿得到 拿不到 拿得下来 办得完 办得下来 能下来 办妥 通过 走下来 取得 领到',
  left: '还没走完 还没办完 还没批完 还没办好 还没走到头 还没办下来 还没批下来 还差 还剩 还缺 还欠 还有 剩下 剩 差 缺 欠 没办 没走 没拿 没批 没过 没办的 没走完 没办完 没完 没完成 没办下来 没拿到 没批下来 没出 没出来 没发 没发下来 未完成 未办 未办结 没搞完 没做完 没弄完 没办好 没跑完 没下来 没动完',
  stuck:
    '卡 卡住 卡着 卡住了 卡了 卡壳 堵 堵住 堵着 堵了 绊住 被卡 被卡住 卡在 卡在哪 卡在哪儿 卡在哪里 卡哪了 卡到 过不去',
  working:
    '正在办 正在走 正办着 正走着 在办 在走 在跑 在批 在审 正在跑 正在批 办着 走着 手上办着 正在做 办理中 进行中 在办的 手头在办',
  ready: '可以办 能办 可以办了 能办了 可以开始 能开始 可以启动 具备条件 可以动 能动 可以开办 能开办',
  unbegun:
    '没开始 还没开始 没有开始 没动 还没动 没启动 还没启动 未开始 未启动 没轮到 还没轮到 没开办 还没办 还没走 还没到',
  next: '下一个 下一步 下一道 下个 接下来 接着 下面 往下 再往下 紧接着 下一关 下一项 下一个该办 下步',
  reach: '走到 办到 到了 走到了 轮到 进入 跑到 推进到 进到 走得到',
  most: '最 最多 得最 得最多 得最厉害 得最狠 得最严重 得最凶 最厉害 最狠 最严重 最大 最凶 最离谱 最不像话 最多天 最多的',
  mostly: '大多 多半 大都 主要 一般 普遍 基本 最容易 同一个 更容易',
  least: '最少 得最少',
  long: '最久 最长 最慢 得最久 得最长 得最慢 最费时 最耗时 最费时间 最花时间 最占时间 最费工夫 最费功夫 最磨人 时间最长 用时最长 花时间最多 最花时间',
  short: '最快 最短 得最快 得最短 用时最短 时间最短 最省时间',
  soon: '最早 最近 最先 头一个 最靠前 第一个 最紧 最急',
  last: '最晚 最迟 最靠后 最远 末一个 最后一个',
  mean: '平均 均 平均每个 平均一个 一个平均',
  taken:
    '用时 耗时 用了 花了 办了 用 花 要用 要花 办理时间 办理时长 时长 办理天数 用的时间 一般要 通常要 办一个 走一个 一个要 一个环节 一道手续',
  after: '后头 后面 后边 往后 后续 之后 以后 跟着 下游',
  moved:
    '往后挪 往后推 跟着往后挪 跟着往后推 跟着拖 跟着晚 受影响 受牵连 受拖累 影响 影响到 耽误 带垮 拖垮 拖累 连累 顺延 往后顺 推迟 后移 被拖住 拖住 跟着慢 跟着误 再拖 再拖下去 拖下去 一直拖 再误 再晚 一天天往后推 带着 牵连',
  critical: '关键线路 关键路线 关键路径 关键线路上 关键线 关键环节 关键节点',
  problem: '问题 哪些问题 什么问题 啥问题',
  land: '立项阶段 立项用地阶段 用地阶段 前期阶段 立项用地规划许可阶段 立项这个阶段 立项这一段 立项类',
  planning: '规划阶段 工程建设许可阶段 规划许可阶段 规划这个阶段 规划这一段 工规阶段',
  construction: '施工阶段 施工许可阶段 施工许可这个阶段 施工这个阶段 施工这一段 报建阶段',
  acceptance:
    '竣工阶段 竣工验收阶段 验收阶段 竣工这个阶段 竣工这一段 收尾阶段 竣工环节 验收环节 竣工类 竣工那几个',
};

const BY_FIRST = new Map<string, [string, LinkWord][]>();
for (const [tag, words] of Object.entries(WORDS) as [LinkWord, string][])
  for (const word of words.split(' '))
    BY_FIRST.set(word.charAt(0), [...(BY_FIRST.get(word.charAt(0)) ?? []), [word, tag]]);
for (const some of BY_FIRST.values()) some.sort(([a], [b]) => b.length - a.length);

/** 手续费, 证明: no link. */
const NO_WORD = /^(?:手续费|的证[明据券]|到了解|有关|步行|上[级报]|天[然气])/u;

/** The longest word that begins there. */
export function linkWordAt(folded: string, at: number): { word: string; tag: LinkWord } | undefined {
  if (NO_WORD.test(folded.slice(at, at + 4))) return undefined;
  const found = BY_FIRST.get(folded.charAt(at))?.find(([word]) => folded.startsWith(word, at));
  return found && { word: found[0], tag: found[1] };
}

/** Stages stand for links. */
export const STAGE_WORDS: readonly LinkWord[] = ['land', 'planning', 'construction', 'acceptance'];
