/**
 * Words of questions that are made of parts people put together freely: 弄完没有, 走到哪个环节, 务必办好. Written out they
 * would be thousands; each list is joined by spaces like the lists of states.ts.
 */
import { each, list, of } from './compose.ts';

const MAYBE = ['', '了'];

/** To be through with it. */
const FINISH = [
  ...each(
    of('办 弄 搞 做 整 处理 整改 化解 处置 销 消 清 清理 修 摆 理 解决 落实'),
    of('完 好 成 掉 下来 妥 清 平 顺 到位 彻底'),
  ),
  ...of('搞定 办结 解决 完成 落实 销号 了结 结掉 收尾 收口 闭环 清零 摆平 到位 办下地 兑现'),
];
/** What a certificate, a payment or works come to, where somebody waits for them. */
const ARRIVED = of(
  '批下来 批下 批 批完 批好 批了下来 下来 拿到 拿到手 拿下 拿下来 到手 到位 到账 拨 拨下来 拨付 拨到位 拨到 落地 落实到位 修通 修好 通 通了车 接通 接上 通电 通水 打通 供上 送到 交 交齐 补齐 补上 办到手 过 验收 验收完 通过 出来 出 拆完 拆 迁完 腾出来 征下来 征完 平整完 招到 招够 招齐 谈妥 谈好 签下来 谈下来 装好 装上 调好 搬走 恢复 开通',
);
const NOT = of(
  '没 没有 还没 还没有 未 尚未 还未 仍未 一直没 一直没有 都没 都还没 没能 至今没有 至今未 至今没 至今还没 仍没 仍没有 冇 还冇 没得 冒 还冒 一直未 没给 没给我 迟迟没 迟迟未 迟迟没有 老是没 总没 总是没 到现在没 到现在还没 到现在都没 也没 也还没 没曾 未能 未曾 没怎么',
);
/** What the people of Hubei put at the end of a question. */
const IF_NOT = of('没有 没 了没有 了没 了吗 了么 了没得 没得 了冇 冇 了冒 冒 了不 了冒得 冒得 了否 吗');

export const CLOSED = list(each(FINISH, MAYBE));
export const OPEN = list(
  each(NOT, FINISH),
  each(
    NOT,
    ARRIVED.filter((word) => word !== '过'),
  ),
  each(NOT, of('办 弄 搞 做 处理 解决 整改 处置 落实 消 销 清 整')),
  each(FINISH, ['不了', '不掉']),
  of(
    '在手 在手的 在手上 在手上的 手上压 尾巴 没收口 存量 存量的 没清零 没闭环 未闭环 没到位 未到位 办不动 推不动 动不了 卡壳 卡壳的 卡着脖子 卡脖子 卡了 卡了的 堵着 堵着的 堵起 没动 没动的 还没动 没动静的问题 待解决的 待落实 待落实的 没着没落 没得着落 没得结果 没得下文',
  ),
  of('搞不定 办不下来 办不了 卡着 卡着的 卡住 卡住的 卡住了 卡到 卡到的 卡起 没摆平 欠账 欠的账'),
);
export const DUE = list(
  each(of('必须 必须要 务必 务必要 一定要 要 该 应 应该 应当 需 需要 得 须'), [...FINISH, '办', '结']),
  of(
    '到期限 期限到 期满 要到期限 先到期 该到期 快该办 该了 到期日 要交差 该交差 要了结 要办掉 要销 该销 要销号 该销号 要过期 要超期 要逾期 会到期 会超期 会逾期 就到期 就要到期 就到期了',
  ),
);
const WHAT = of('什么 啥 啥子 么 么子 么事 嘛 甚 哪样 哪些');
const VERBS = of(
  '办 办理 处理 解决 推进 进行 走 弄 搞 做 整 落实 跟进 干 忙 建 建设 施工 推动 整改 协调 对接 谈',
);
const PLACES = of(
  '哪 哪里 哪儿 哪块 哪一块 哪个份上 哪一关 哪一道 哪道 哪道关 哪一层 哪里了 哪一步 哪步 哪个环节 哪一个环节 哪一环节 哪一环 哪些环节 哪个阶段 哪一阶段 第几步 第几个环节 什么程度 什么地步 什么阶段 什么环节 啥程度 哪个地步 哪个程度',
);
export const HOW = list(
  each(['', ...VERBS], ['到'], PLACES, MAYBE),
  each(VERBS, of('得 的'), of('怎么样 咋样 怎样 如何 咋个样 顺利吗 顺不顺利'), MAYBE),
  each(FINISH, IF_NOT),
  each(ARRIVED, of('了没有 了没 了吗 了么 没有 没 了没得 没得 了冇 冇 了冒 冒 了不')),
  each(of('解决 完成 落实 处理 办结 销号 整改'), ['没']).map((one) => one + one.slice(0, -1)),
  each(
    WHAT,
    of('样 样子 样子了 样了 情况 情况了 情形 结果 结果了 进展 进展了 眉目 动静 名堂 状况 状态 状态了'),
  ),
  each(of('怎 咋 怎么 咋个 咋么 么 么个 嘛'), of('样 样了 样子 样子了 回事 个样 个情况 个搞法 搞的 弄的')),
  each(['忙'], WHAT),
  each(
    of(
      '好不好 顺不顺 顺不顺利 顺当不 顺利不 快不快 行不行了 有没有希望 有没有把握 有把握没 有把握没有 有把握吗 有希望没 有希望没有',
    ),
  ),
);
export const OVERDUE = of(
  '超了 逾了 超没超期 逾没逾期 超期没超期 逾期没逾期 超没超 过没过期 超时没超时 拖没拖 到了期没办',
).join(' ');
const NOBODY = of(
  '没 没有 没人 没有人 还没 还没有 还没人 还没有人 无人 尚未 未 一直没人 至今没人 至今无人 没得人 还没得人 没哪个 没哪个人 没谁 冇得人 冇人 一直没 一直没有人 迟迟没人 迟迟没 都没人 都没 都还没 到现在没人 到现在还没人 没单位 没有单位 还没单位 没部门',
);
export const UNSIGNED = list(
  each(NOBODY, of('签收 认领 接 接收 接手 接单 领 收 签 签字 理 应 管 搭理 接招 接件 接茬 签了')),
);
export const VERIFYING = list(
  each([...of('等 等着 待 等待 等人'), ...NOBODY], of('核验 核实 验收 验证 确认 核 验 复核 核查')),
  each(of('等 等着 待 等待 等人'), ['销号']),
);
export const UNROUTED = list(
  each(
    [...of('等 等着 待 等待'), ...NOBODY],
    of(
      '转办 分派 派单 派 转出去 派出去 分出去 分下去 派下去 分办 交办 转下去 转到单位 分到单位 派到单位 转走 分走',
    ),
  ),
);
export const COUNT = list(
  each(of('几 多少 哪 哪一 哪几 共几 共多少 一共几 一共多少 总共几 总共多少 总共有几 总共有多少'), [
    ...of('个 件 条 项 起 宗 桩 单 笔 码事 件事'),
  ]),
  of('还有没有 还有没 还有不 有没 有没得 还有没得'),
);
/** 卡在哪个单位手上. */
export const HELD_BY = list(
  each(
    of('卡在 卡住在 卡到 堵在 压在 积压在 拖在 停在 搁在 在'),
    of('哪个单位 哪家单位 哪家 哪个局 哪些单位 哪几家 哪几个单位 哪个部门 哪些部门'),
    of('手上 手里 那 那里 那儿 头上 那边'),
  ),
  each(
    of('卡在 卡住在 卡到 堵在 压在 积压在 拖在 停在 搁在'),
    of('哪个单位 哪家单位 哪家 哪个局 哪些单位 哪几家 哪个部门 谁手上 谁手里 谁那里 谁那儿'),
  ),
);
const or = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join('|');
const FINISHED = or(FINISH);
/** 一般几天搞得定, 平均一个问题要办几天. */
export const AVERAGE_FREE = new RegExp(
  `(?:平均算下来|平均下来|平均起来|一般来说|一般|通常|大概|平均|普遍|正常)(?:(?:办|办结|解决|销|处理)?[一每](?:件|个|单)(?:事|问题)?)?(?:需要|要花|要用|用了|要|得|需|用|花|是)?(?:办理|处理|办|拖)?(?:多长时间|几个工作日|多少个工作日|好长时间|几天|多少天|好多天|几多天|多久|好久)(?:(?:才能|可以|能|才)?(?:${FINISHED}|搞得定|办得完|办得好|办得下来|解决得了|(?:解决|办|办结|销)一[个件])(?:一[个件])?)?`,
  'y',
);
export const AVERAGE = list(
  of(
    '办理周期 办结周期 处理周期 平均办理周期 平均时效 办理时效 办结时效 平均办结天数 平均办结用时 平均解决时间 平均处理时间 平均处理时长 平均解决用时 平均工作日 平均速度',
  ),
);
/** How long it takes until a unit signs, until it is routed. */
const LONG = of('几天 多少天 多久 多长时间 几个工作日 好多天 几多天 好久');
const SIGN = of('签收 签 接 接单 认领 接手 接收 有人接 有人签收 有人签 有人认领 有人管 有人理 有人接手');
const ROUTE = of('转办 转出去 派出去 派单 派下去 转下去 转到单位 分下去 分派 分出去');
const untilThen = (verbs: readonly string[]) => [
  ...each(
    ['平均', '一般', '通常', '普遍', '平均要', '一般要', '一般得', '平均得', '大概'],
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
];
export const SIGNING = list(
  untilThen(SIGN),
  of(
    '平均签收时间 签收时长 平均签收时长 平均签收用时 签收用时 签收速度 签收时间 平均签收 签收时效 签收要多久',
  ),
);
export const ROUTING = list(
  untilThen(ROUTE),
  of(
    '平均转办时间 转办时长 平均转办时长 平均转办用时 转办用时 转办速度 转办时间 平均转办 转办时效 转办要多久',
  ),
);
export const FAST = (of: 'signing' | 'routing') =>
  list(
    each(
      of === 'signing' ? ['签收', '签', '接单', '接', '认领'] : ['转办', '派单', '转', '分派'],
      ['得', '的', ''],
      ['最快', '快'],
    ),
  );
export const SLOW = (of: 'signing' | 'routing') =>
  list(
    each(
      of === 'signing' ? ['签收', '签', '接单', '接', '认领'] : ['转办', '派单', '转', '分派'],
      ['得', '的', ''],
      ['最慢', '慢', '最拖拉', '最磨蹭'],
    ),
  );
const UP = '(?:上报|报|升级|上升|升|捅|呈报|呈|汇报|反映|上交|递|送|惊动)(?:到了|给了|到|给|至|了)?';
const THERE =
  '(?:那里去|那里|那儿|那边|那一级|那|这里来|这里|这儿|这边|这一级|这个层面|这一层|这|手上|手里|一级|层面|跟前|面前|案头|桌上)?';
const AT = '(?:来了|去了|的问题|了)?的?';
const toldTo = (whom: string) => new RegExp(`(?:${UP}|到了?)(?:${whom})${THERE}${AT}`, 'y');
/** Told up to a leader: 报到分管领导那里的, 升级到书记的, 惊动了主要领导的. */
export const TOLD_LEADER = toldTo('分管(?:的)?(?:市|县)?领导|分管副?[市县区]长|分管');
export const TOLD_PRINCIPAL = toldTo('主要领导(?:同志)?|主要负责同志|一把手|主官');
export const TOLD_ME = toldTo('我');
export const TOLD_ANY = new RegExp(
  `(?:${UP}(?:(?:市|县|区)?领导|上级|上面)${THERE}${AT}|升级(?:了|过|上来|上去)*的?)`,
  'y',
);

/** 有百分之几是按时搞完的. */
export const ON_TIME = new RegExp(
  `(?:百分之几|百分之多少|多大比例|好大比例|多少比例|几成)(?:都是|是)?(?:按时|按期|准时|及时|如期|在期限内)(?:${FINISHED})的?`,
  'y',
);

/** 跟平均比起来, 比全市平均高多少. */
export const VERSUS_AVERAGE =
  /(?:跟|和|与|同|比起|比|较|对比|相比|高于|低于|对照)(?:全部|全市|全县|全区|整体|总体|大家|所有单位|全体|其他单位|别的单位)?(?:的)?(?:平均水平|平均数|平均值|平均|均值|总体水平|整体水平)(?:比起来|相比|比一比|比一下|比较|比)?(?:怎么样|如何|[高低快慢多少差好](?:了)?(?:多少|几个|几件|几天)?(?:还是[高低快慢多少差好])?)?/y;

/** Papers a project waits for, by the names people use; which of its links it is, the project's own template tells. */
export const LINK_NAMES =
  /(?:(?:建筑工程|建设工程)?施工许可证?|(?:建设工程|建设用地|用地)?规划许可证?|不动产权?证|土地证|产权证|环评批复|能评批复|能评|节能审查|消防验收|消防设计审查|消防审查|竣工验收|水保方案|水土保持方案|洪评|图审|施工图审查|项目备案|备案证|立项批复|可研批复|初设批复|安评批复|安全设施设计审查|土地摘牌|招拍挂|供地手续|排污许可证?|取水许可证?|人防手续)(?!类|的?(?:问题|事项|诉求|事(?!项)))/y;

/** 几时能办好, 还有几天到期. */
export const DUE_WHEN_FREE = new RegExp(
  `(?:什么时候|几时|啥时候|何时|哪天|么时候|(?:还(?:要|得|需))?(?:多久|几天|多长时间)|(?:要|得)(?:多久|几天))(?:才能|能够|可以|能|会|才|得)?(?:${FINISHED})`,
  'y',
);
export const DUE_WHEN = list(
  each(
    of('还有 还剩 还差 离'),
    of('几天 多少天 好多天 几个工作日 多久 几多天'),
    of('到期 到时限 过期 超期 逾期 到'),
  ),
  each(of('什么时候 几时 几号 哪天 啥时候 何时'), of('到期 截止 过期 该办完 要办完 该交账')),
  of(
    '时限是哪天 期限是哪天 时限到哪天 期限到哪天 到期日是哪天 到期时间 时限到几号 期限到几号 时限是几号 期限是几号 剩几天 还剩几天到期 剩多少天',
  ),
);
/** 拖了好多天: how long what is listed has gone on. */
export const LASTING = list(
  each(
    ['', ...of('拖了 停了 挂了 过了 等了 积压了 压了 已经拖了 已经超了 登记了 报了')],
    of('好多天 几多天 多少天 几天 多久 好久 多长时间 几个工作日 好长时间 多少个工作日'),
    ['', '了'],
  ).filter((word) => !of('几天 多久 多少天').includes(word)),
);
