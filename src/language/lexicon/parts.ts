/** Parts that words of several meanings are put together of: to be through with it, what is waited for, how long. */
import { each, of } from './compose.ts';

/** To be through with it. */
export const FINISH = [
  ...each(
    of('办 弄 搞 做 整 干 处理 整改 化解 处置 销 消 清 清理 修 摆 理 解决 落实'),
    of('完 好 成 掉 下来 妥 清 清爽 熨帖 平 顺 到位 彻底'),
  ),
  ...of('搞定 办结 解决 完成 落实 销号 了结 结掉 收尾 收口 闭环 清零 摆平 到位 办下地 兑现'),
];
/** As often what a matter is about as that it is through: 资金到位的问题, 补贴兑现那件. */
export const NOUNS_TOO = of('兑现 到位 落实 收尾 闭环 清零');
/** What a certificate, a payment or works come to, where somebody waits for them. */
export const ARRIVED = of(
  '批下来 批下 批 批完 批好 批了下来 下来 拿到 拿到手 拿下 拿下来 到手 到位 到账 拨 拨下来 拨付 拨到位 拨到 落地 落实到位 修通 修好 通 通了车 接通 接上 通电 通水 打通 供上 送到 交 交齐 补齐 补上 办到手 过 验收 验收完 通过 出来 出 拆完 拆 迁完 腾出来 征下来 征完 平整完 招到 招够 招齐 谈妥 谈好 签下来 谈下来 装好 装上 调好 搬走 恢复 开通',
);
/** The same as one pattern, the longest first. */
export const FINISHED = FINISH.toSorted((one, other) => other.length - one.length).join('|');
/** What is done with a problem, with 到 or 得 behind it. */
export const VERBS = of(
  '办 办理 处理 解决 推进 进行 走 弄 搞 做 整 落实 跟进 干 忙 建 建设 施工 推动 整改 协调 对接 谈',
);
