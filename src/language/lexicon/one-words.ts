/**
 * Words by which one problem is asked about when it was just shown: what of it, how it is asked, and what says nothing. In
 * whatever order they stand; a word that is in no list names something else.
 */

/** How something is asked. */
const ASKING = {
  who: '谁 谁家 哪位 哪一位 哪个人 哪些人 哪几个人 哪个同志 哪位同志 哪个单位 哪些单位 哪几个单位 哪两个单位 哪三个单位 哪四个单位 哪家单位 哪几家单位 哪几家 哪两家 哪三家 哪四家 哪个局 哪个部门 哪些部门 哪位领导 哪个领导 什么人 啥人 什么单位 啥单位 哪个科室 什么名字 啥名字 叫什么 叫啥',
  which: '哪个 哪家 哪一个 哪一家',
  one: '哪件 哪一件 哪条 哪几件 哪几条 哪个问题 哪件事 哪个事 哪桩',
  when: '什么时候 啥时候 么时候 哪个时候 什么时间 啥时间 几时 何时 何日 哪天 哪一天 哪日 几号 几月几号 几月几日 哪月哪日 哪月哪天 什么日子 啥日子 几点 哪会儿 多会儿 哪个月',
  long: '多久 多长时间 好久 好长时间 多少天 几天 好多天 几多天 多少日子 多少个工作日 几个工作日 多少工作日 几个月 几个星期 几周 几个礼拜 多少时间 多长 好几天 多少天数 天数',
  times: '几次 几回 多少次 多少回 几多次 好多次 好多回 几遍 几道 次数 第几次',
  why: '为什么 为啥 为何 为么 为么子 为啥子 怎么 咋 咋个 凭什么 凭啥 因为什么 因为啥 因为么子 什么原因 啥原因 么子原因 什么理由 啥理由 原因 理由 缘由 缘故 由头 怎么回事 咋回事 怎么搞的 咋搞的 什么缘故 主要是什么原因 主要原因 卡壳的原因 何故 症结 卡点 堵点 难点 出在哪 出在哪里 出在哪儿',
  what: '什么 啥 么子 啥子 些什么 些啥 什么样 么事',
  how: '怎么样 怎样 咋样 么样 如何 什么情况 啥情况 么情况 怎么个情况 什么样子 啥样子 么样子 什么状态 啥状态 什么情形 情况 状况 现状 状态 什么进度',
  where:
    '哪 哪里 哪儿 什么地方 啥地方 哪个地方 哪步 哪一步 哪个步骤 哪一关 哪个关口 什么地步 什么程度 啥程度 么程度 哪一级 哪级 什么阶段 哪个阶段',
  whether: '吗 么 是不是 是否 有没有 有冇 有无 有没得 没有没有 了没 了没有 算不算 否 过没 过没有 没呢',
  not: '没 没有 没得 冇 未 不 没能 还没 还没有 一直没 一直没有',
  should: '要 该 应该 应当 必须 得 要求 规定 说好 约定 能 可以 会 能够 才能 限 预计 打算 计划',
} as const;

/** What of it. */
const TOPICS = {
  secretary: '秘书 专班秘书 项目秘书 对口秘书 专班 专班的人',
  head: '局长 头儿 头头 一把手 领导 领导人 主任 经理 大队长 老大 当家的 负责人 管事的领导 主要负责人 分管局长',
  contact: '企业联系人 项目联系人 联系人 对接人 接头人 企业负责人',
  firm: '企业 企业方 企业那边 企业那头 公司 厂里 厂家 厂子 老板 业主 厂方 客商',
  history:
    '过程 全过程 经过 来龙去脉 前因后果 前前后后 步骤 流程 历史 轨迹 记录 办理记录 从头到尾 几步 走了几步 哪些步骤 几道手续 怎么来的 怎么走的 怎么办的 流转',
  helping: '协办 协办单位 配合 配合单位 协助 协助单位 一起办 一块办 联办',
  approved: '批 批准 同意 审批 准 批的 批了 同意的 批准的 批复',
  rating:
    '满意 基本满意 不满意 满不满意 满意不满意 满意度 评价 评 评分 打分 打了分 给分 认可 认不认可 认不认 买账 反馈意见 几分 多少分 什么分 给了什么评价',
  link: '影响开工 影响投产 影响不影响开工 影不影响开工 影响到开工 耽误开工 影响不影响投产 影不影响投产 耽误投产 环节 哪个环节 哪一环节 哪些环节 什么环节 哪几个环节 第几环节 卡住的环节 影响哪个环节 卡环节 卡住环节 卡的环节',
  voided: '作废 作废的 作废了 作废掉 作废掉的',
  escalated:
    '升上来 升级上来 升上来的 报给 报到 上报给 上报到 汇报给 报给的 报上去 升级 升级过 升 升上去 上报领导 上报过领导 报领导 报给领导 报到领导 报给主要领导 报到主要领导 上报主要领导 上报了 上报过 捅上去 惊动 上升 领导晓得 领导知道 领导知不知道 领导晓不晓得 往上报 报上级 报到上面',
  refuted: '不属实 属实 属不属实 核验不通过 没通过核验 核验没通过 没核过 核验没过 没核验通过',
  reopened: '反弹 重开 反弹重开 复发 反复 翻案 重新打开 又冒出来 又反弹 死灰复燃',
  urged: '催 催办 催促 督办 催过 催了 被催 催的 催得 催一次',
  extension:
    '延得最长 延得最久 延得最多 延期最长 延期最久 延期最多 延期 延 申请的 提的延期 提延期 提出延期 申请延期 批延期 延期申请 延长 宽限 展期 顺延 推迟 推后 改期 改过期 延过期 延期过 延了期 延过 延了 延到 推迟到 延期到 延长到 批下来',
  bounced: '退回 退 打回 返回 退件 退回来 退回去 打回来 打回去 退过 退了 退回过 被退 被退回 退单 踢回',
  paused:
    '挂账 挂 停表 停 暂停 挂起 停摆 停下 挂着 停着 恢复 恢复计时 解挂 摘牌 挂起来 停下来 挂账到 停到 挂到 挂过账 停过表 盯办人',
  awaits: '等批 在等 等着 等什么 在等什么 等着什么 等啥 等谁 等哪个 等',
  overdue: '超期 逾期 超时 超限 过期 误期 超 逾 超期了 逾期了 晚 迟 超了 延误 误 过了期 超过期限 超过时限',
  light:
    '灯 颜色 红灯 黄灯 蓝灯 绿灯 亮灯 亮红灯 亮黄灯 红 黄 蓝 绿 变红 变黄 转红 转黄 亮红 亮黄 灯色 变灯 红的 黄的 亮 亮的 亮了',
  left: '剩 剩下 剩余 还剩 还有 还差 还要 还得 离 距 距离 还能拖 余 富余',
  reported:
    '报办结 报了几次办结 报过几次办结 报了几回办结 报过几回办结 报完成 报完 报结 报完工 报的办结 报了办结 申报办结 报的完成 报销号 报了完成',
  verified: '核验 核实 验收 核查 查验 验 核 核验人 验收人 核验的人 复核 确认 现场核验',
  signed: '签收 签 接单 接收 认领 签字 签收人 签的 接的 收件 接件 签了 签收了',
  routed:
    '转办 转 派 派单 派件 交办 分派 下发 分办 移交 转派 转交 指派 派给 转给 转到 分给 交给 派到 转过去 派下去 转出去 转下去 转过来',
  logged:
    '登记 登 录入 录 录进来 报 提 提出 提出来 反映 报上来 提上来 反映上来 上报 来的 进来的 立项登记 立的 上报上来 登记人 提出人 反映人 报的人 收到 接到 发现 提报 报进来 报过来 冒出来',
  turn: '下一步 下一个 接下来 往下 再往下 轮到 轮着 轮 轮到了 该轮到 该动',
  progress:
    '进展 动静 动作 消息 更新 反馈 回音 回话 下文 响动 说法 汇报 动 动过 动了 最新进展 最近进展 进度 最新情况 新情况 新进展 新动静 说 讲 回复 答复 说了 讲了 说过',
  deadline:
    '时限 期限 限期 截止 到期 到时限 到期限 到日子 到期日 截止日期 截止时间 完成时限 办理时限 大限 到点 最后期限 死线 时间节点 完成时间 到时间 期满 交账 交差 原时限 原期限 原来的时限 原来的期限',
  intime: '来得及 来不来得及 赶得上 赶不赶得上 赶得及 按时 按期 如期 够不够 够 来不及 时间够',
  closed:
    '办结 未办结 办完 办好 办掉 搞完 搞好 弄完 弄好 解决 完成 销号 销掉 销 了结 处理完 处理好 整改完 搞定 办妥 办成 修好 修完 修通 通 结 结了 清零 落地 办出来',
  result:
    '结果 办理结果 处理结果 整改结果 措施 解决办法 怎么解决 咋解决 怎么处理 咋处理 怎么弄好 怎么办结 怎么办完',
  hold: '负责 牵头 主办 承办 经办 管 管着 办 办着 办理 在办 跟 跟着 跟进 盯 盯着 盯办 弄 搞 抓 处理 接手 操办 经手 落实 对接 联系 找 问 责任人 经办人 联络员 责任单位 承办单位 主办单位 牵头单位 承办人 具体经办 手里 手上 手头 手里头 名下 头上 那里 那儿 那边 卡在 卡到 压在 落在 停在 放在 搁在 挂在 落到 压到 归 归口 属于 轮到 电话 号码 手机 联系方式 单位 部门 打给 打电话给 管事',
  age: '拖 磨 耗 压 积压 搁 放 卡 耽搁 耽误 过去 折腾 拖了 办了 搞了 用了 花了 用 花 慢 久 这么久 这么慢 那么久 拖着 历时',
  since: '开始 起 起算 算起 算起来 算出来 算得 计算 算 出现 发生 产生 存在 形成 变成这样 这样 算的',
  project:
    '项目 哪个项目 什么项目 啥项目 哪家企业 哪个企业 哪家公司 什么企业 哪个工程 项目名 哪家的 哪家企业的 涉及 牵涉 牵扯 关联 对应 影响的 影响到',
  category: '类别 类 哪一类 哪类 什么类 什么类别 类型 什么类型 啥类型',
} as const;

/** Said of anything. */
const GLUE =
  '那 那么 这 这个 那个 这件 那件 这条 那条 这桩 那桩 这项 那项 这事 那事 这事儿 那事儿 事 事情 事儿 问题 件 个 条 项 它 它们 他 他们 她 人家 这东西 此事 该 的 地 得 了 过 着 呢 啊 呀 嘛 吧 哈 咯 啦 哦 嗯 哎 唉 喂 行 好 好的 对 咧 嘞 哩 噻 呐 现在 目前 眼下 如今 这会儿 当前 这阵子 今天 今儿 到底 究竟 具体 是 又 都 已经 已 还 也 再 就 才 早就 刚 刚才 刚刚 有 在 给 被 让 由 把 从 自 自从 打 后来 当时 当初 原来 原先 本来 之前 以前 此前 从前 中间 中途 期间 途中 前面 前后 一共 总共 总计 累计 合计 至今 到现在 到今天 到目前 截至目前 到如今 最近 最后 最后一次 最新 最早 最先 最初 一开始 最近一次 上一次 上次 上一回 上回 这次 那次 头次 头一次 第一次 一次 一回 一遍 先 我 我们 咱 咱们 你 您 帮我 给我 跟我 和我 告诉我 说说 说一下 说一说 讲讲 讲一下 看看 看 看一下 查 查查 查一下 问一下 问问 请问 请 麻烦 我想知道 想知道 我问 我问问 我想问 知道 晓得 看下 说下 讲下 问下 报一下 念一下 听听 一下 一哈 一下子 来着 记得 上来 进来 过来 出来 下来 下去 过去 出去 回来 回去 上去 回 来 去 到 起来 上 下 里 里面 里头 住 成 人 的人 那边呢 以来 时间 日期 那天 的时候 算 总 老 一直 始终 竟然 居然 怎 大概 大约 左右 差不多 估计 叫 为 于 与 和 跟 以及 顺便 另外 对了 话说 工作日 多 前 后 之后 以后 这么 那么个 会不会 能不能 搞得 弄得 变 变成 上头 上面 定 定的 定在 给的 给了 给到 原 本 全 全部 每次 每回 各次 分别 各自 属于 上的 里的 身上 写 写明 办不下去 办不下来 办不动 推不动 迟迟 事项 没人 有人 新 最晚 还是 走 走了 推进 推进得 推进了 一事 这一问题 这一事项 该问题 该事项 这一件 只 只是 仅 仅仅';

export type Asking = keyof typeof ASKING;
export type OneTopic = keyof typeof TOPICS;
export type OneWord = { asking: Asking } | { topic: OneTopic } | { glue: true };

const WORDS = new Map<string, OneWord>();
for (const word of GLUE.split(' ')) WORDS.set(word, { glue: true });
for (const [topic, words] of Object.entries(TOPICS) as [OneTopic, string][])
  for (const word of words.split(' ')) WORDS.set(word, { topic });
for (const [asking, words] of Object.entries(ASKING) as [Asking, string][])
  for (const word of words.split(' ')) WORDS.set(word, { asking });
const LONGEST = Math.max(...[...WORDS.keys()].map(({ length }) => length));

/** 两次, 3天: told, not asked. */
const SO_OFTEN = /^[一二两三四五六七八九十\d]{1,2}(?:[次回天遍]|个?工作日)$/u;

/** A word as it stands in what was said. */
export type Placed = OneWord & { said: string };

/** What is longer is asked of no one problem, and every prefix of it would be kept. */
const MOST_LETTERS = 80;

/** The whole text as such words, in the fewest; undefined: something of it is none. */
export function oneWordsIn(text: string): Placed[] | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const best: (Placed[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const before = best[from];
      const said = text.slice(from, end);
      const word = WORDS.get(said) ?? (SO_OFTEN.test(said) ? { glue: true as const } : undefined);
      if (!before || !word) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...before, { ...word, said }];
    }
  }
  return best[text.length];
}
