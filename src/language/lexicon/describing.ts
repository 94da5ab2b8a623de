/**
 * Words around the description of a problem (关于路灯的那个有下文没有): what asks, points or is polite says nothing of which
 * one is meant. Taken out of compared text (domain/same-words.ts), the longest first.
 */

import { GROUPED_WORDS } from '../../domain/same-words.ts';

/** 那件, 的事, 关于: something known is meant. */
export const POINTS_AT_ONE =
  /有一[件个](?=[说讲要等在卡])|[那这](?:几|两|三)[户家处段根盏](?!单位|局|企业|公司)|[那这](?:一)?[个件份条档桩起根段截片笔单宗样](?![月星礼季年单位局部项企门])|的(?:那?事|那?问题|那|活)|[个件]事|事儿|事情|关于|有关|那摊|那块|(?:件|事)(?:呢|咋|怎|如)|(?:[卡堵拖压停]住?|没[批办修签下]下?来?)的[\s\p{P}]*$/u;

/** 那件, 那个, unlike 的事. */
export const DEFINITE_ONE = /[那这]几[户根段盏]|[那这](?:一)?[个件份条档桩起根段截片笔单宗]/;

/** How things are done in general, and what no list of problems holds. */
export const IN_GENERAL =
  /规定|流程|(?:什么|啥)意思|提前(?:几|多少)天|(?:几天|多少天|几年|多少年|多久)(?:要|得|就要|就得|才能|能)(?:办|建|批|修|审)|怎么办理|咋办理|怎么申请|如何(?:办理|申请)|窗口|政策|标准|哪家机构|机构做|编制|收费|费用|多少钱|电话|法规|依据|要(?:哪些|什么|啥)|需要(?:哪些|什么|啥)|在(?:哪|哪里|哪儿|什么地方)[\s\p{P}]*$/u;

/** Asks something, however loosely. */
export const ASKS_LOOSELY =
  /[吗呢吧谁哪啥咋]|什么|怎|几|多久|没有?[\s\p{P}]*$|没[\s,，]|[冇不][\s\p{P}]*$|有没|是不是|么[子样]|如何|原因|进展|情况|到哪/u;

/** Said of one problem that was shown, whatever it is; a character alone, too. */
export const OF_THE_SHOWN =
  /^(?:.|过程|几步|对接|经手|经手人|详细|具体|前因后果|来龙去脉|原话|牵头单位|协办|配合|办到底|办成|办掉|家|哪家|谁家|家企业)$/u;
/** 他们家还有别的事吗: of others than the one that was shown. */
export const OF_OTHERS = /别的|其他|其它|另外|其余|还有.{0,4}(?:事|问题|件)|他们家|它们家/;
/** 找哪个问, 归谁管: who has it. */
export const ASKS_WHO = /谁|归|经办|经手|对接|牵头|找哪|问哪|哪位|哪个(?:在|管|办|局|单位)|管吗/;
/** 到底是哪家的, and nothing else. */
export const ASKS_WHOSE =
  /^(?:哦|噢|啊|嗯|那|它|到底|究竟|具体|是|这|个|件|事|[\s,，])*(?:哪家|哪个企业|哪家企业|哪个项目|谁家|哪家公司)(?:的)?(?:事|问题|项目)?[呀啊吗呢嘛\s\p{P}]*$/u;

/** A figure, a list, or a sheet is asked for. */
export const ASKS_A_FIGURE =
  /几[件个条项起宗单桩笔张盏成家](?!月|工作日|字|人|环节)|几多[件个]|多少(?!天|次|回|日|个工作日|时间|人)|好多(?!天|次|回|久|时间)|率|占比|比重|占了?[几多]|各(?:个)?(?:单位|局|部门|家|项目|类|企业|乡镇|园区)|每(?:个|家|一)(?:单位|局|部门|项目|类|企业)|[按分](?:单位|局|项目|类|月|区域|乡镇|企业)|哪[个家些几类][^,，。\s]{0,6}最|最[多少快慢久高低]|排[名第一二行]|排个|走势|趋势|哪[个几些](?:项目|企业|园区)(?!的)|统计|导出|台账|台帐|(?<!那个)清单(?![不没要给])|名单|列[出一下个]|罗列|哪些|哪几|有几|前[三五十两]|平均|总数|总共|一共|合计|共几|分别|所有|全部的|哪[个家](?:问题|单位|局|项目)?[^,，。\s]{0,3}[多少高低快慢][\s\p{P}]*$/u;

/** What is asked for beside problems: 环节, 开工, 天气. */
export const OF_PROJECTS =
  /环节|开工|投产|动工|竣工|天气|[晴雨]天|下雨|晴雨|哪一?关|关卡|第几步|能评|立项|备案/;

/** Two descriptions: 两个一起说. */
export const BOTH =
  /(?:这|那)两[件个桩样][^,，。]{0,3}(?:分别|各自?|都)|(?:这|那)?两[个件桩样](?:事情?|问题)?(?:都|一起|一块|一并|一道|同时)|(?:一起|一并|一块|都)(?:说|讲|报|查|看)(?:一?下|说|讲|看)?[\s\p{P}]*$|分别(?:怎么样|是什么情况|什么情况|到哪|说)/u;
export const BETWEEN =
  /[,，、;；\s]*(?:还有|以及|另外|再就是|加上|还要)[\s,，]*(?:还有)?|(?<=[件个事儿])(?:和|跟|与|同)|(?<=的)[\s,，、]+(?=\p{Script=Han}{2,8}的(?:[\s,，、]|[这那]两|$))/u;

const SAID: readonly string[] = [
  // Courtesy and what frames a question.
  '老师 您好 你好 打扰了 打扰一下 打扰 想问下 想问一下 我想问 想问 请问 问一下 问下 麻烦 帮我 给我 替我 跟我 帮忙 看一下 看一眼 瞅一眼 看看 看下 查一下 查查 查下 说说 说一下 说下 讲讲 讲一下 讲下 报一下 告诉我 我记得 我有印象 有印象 有这么个事 有这么回事 听说 反正 就是 哎呀 多大点事 大不了 不对 记不清 搞不清 顺便 他晓得怎么弄 你晓得',
  // Pointing.
  '关于 有关 涉及 那个事情 这个事情 那个事儿 那个事 这个事 那件事情 那件事 这件事 的事情 的事儿 的事 的问题 事情 事儿 问题 那个 这个 那件 这件 那份 这份 那条 这条 那根 那段 那截 那片 那边 这边 那块 那桩 那笔 那张 那单 那起 那样 它们 他们 她们 人家 咱们 我们 你们',
  // How it stands.
  '怎么样了 怎么样 怎样 咋样 么样 哪么搞的 怎么搞的 怎么弄 怎么回事 咋回事 如何 搞到哪一步 走到哪一步 办到哪一步 到哪一步 到哪步 走到哪步 走到哪 办到哪 搞到哪 到哪里 到哪 哪一步 哪步 进展 情况 动静 下文 结果 说法 回音 着落 眉目 状态 现状 进度 颜色 啥情况 什么情况 现在 目前 如今 眼下 当前 到现在 到今天 到今儿 今儿 今天 昨天 昨天晚上 前天 上周 这周 本周 最近 后来 还是 已经 早就 到底 究竟 突然 一直 是不是 是否 有没有 有没得 有冇得 没有 没得 冇得 能不能 可不可以 会不会 算不算 要不要 行不行 可不行',
  // What is asked.
  '什么时候 啥时候 么时候 什么时间 几时 哪一天 哪天 几号 多久 几天 多少天 几个工作日 几次 几回 前后 什么 么子 啥子 为什么 为啥子 为啥 为何 为么子 怎么又 怎么 咋 哪个单位 哪家单位 哪个局 哪个部门 哪一家 哪个 哪家 哪位 哪里 谁 原因 理由 日子 到期 期限 时限 超期 逾期 超时 超没超 超了没超 快到日子 还要 还剩 剩 还差 差谁 从立案 立案 从提出来 提出来 登记 立的 是黄的 是红的 黄的 红的 预计 计划',
  // Steps and who takes them.
  '延期审批 延期批 延期 挂账 停表 处理 解决 办理 办下来 办不下来 办好 办完 办掉 弄好 弄完 搞定 搞好 搞清爽 搞清楚 清爽 了结 落实 落地 负责 牵头 在办 在跑 在跟 在弄 在管 在搞 跟进 经办人 经办 承办 联络员 责任人 有人管 有人接 有没人管 交给 转给 转到 派给 定给 归哪 归谁 归 亲自抓 抓紧 盯着 盯 催办 催一下 催催 催过 催 签收 收没收 报过来 手里头 手里 手上 手头 名下 头上 到位 约好 补上 凑齐了 答应 回了',
  // What every problem has, and lights.
  '啥 再一次 一次 一下 里头 上头 项目里头 项目 企业 单位 部门 各单位 局 环节 红灯 黄灯 绿灯 蓝灯 亮灯 几盏灯 单子 这同时 那同时 最',
  // Beside what it is, done to it, and how it came to them.
  '旁边 边上 附近 跟前 那头 修好 修完 修通 修了 修没修 弄通 迁了没 派下去 派出去 转下去 下去 才有人 有人 有一件 有一个 是哪件 是哪一件 哪件 哪一件 说等 说要等 说是 等着',
  // Done to it, at the end.
  '装好 装上 装完 装没装 装了 补好 补上 补了 补没补 挪走 挪开 挪了 拆了 拆掉 换了 换好 通了 接通 接上 拉通 架好 铺好 铺了 清走 清了 搬走 搬了 弄走 修了 修好 修上 那几户 几户 花了几天 花了多久 花了 用了几天 上次 上回 最后一条 最后一次 最近一次 最新一条 说啥 说什么 说的啥 写的啥 写了什么 谁去的 堵着 还堵',
  // Feeling.
  '危险得很 危险得很呐 危险 安全不安全 吓人 急死人 着急 要紧 头疼 恼火 难办 不容易',
];

/** One character each, where they stand in no word that is kept. */
const PARTICLES =
  '的了吗呢吧啊呀嘛哦哎嗯么呐咧噢喂冇没有是在那这个件份我你他她它您咱还也都就又再才要能可会得着过到把让叫被给跟和与及来去先嘞哈呗咯嘅啦哟哇';

/** Compared words that hold such a character and are kept whole. */
const KEPT =
  '到账 到场 到货 到岗 同时 个体 给水 给排水 给料 来水 来料 来电 得分 过渡 过磅 过户 过路 过道 要件 还建 还房 还款 还迁 在线 在建 是非 都市 可研 可燃 没收 有限 有机 有毒 有害 有线 和谐 与会 去污 先行 会议 会审 会签 会商 能源 能耗 能量 再生 就业 就医 得标 着火 着色 被占 让地 让路 叫停 把关 跟班 才艺';

const longestFirst = (words: readonly string[]) =>
  words
    .flatMap((line) => line.split(' '))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** A kept word, or one to be taken out. */
const OUT = new RegExp(
  `(${longestFirst([KEPT, ...GROUPED_WORDS])})|${longestFirst(SAID)}|[${PARTICLES}]`,
  'gu',
);

/** The telling parts of compared text. */
export function tellingParts(compared: string): string[] {
  const left = compared.replace(OUT, (_, kept: string | undefined) => kept ?? ' ');
  return left.match(/[\p{L}\p{N}]+/gu) ?? [];
}
