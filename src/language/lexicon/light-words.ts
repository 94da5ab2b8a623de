/**
 * Words that narrow no figure wherever they stand: people and matters in general, verbs that only hold or tell, measure
 * words. None of them is a time, a negation, one of several, a step or a state, or points at what was told before.
 */
import { of } from './compose.ts';

export const LIGHT_WORDS: ReadonlySet<string> = new Set([
  // who and what in general
  ...of(
    '人 人家 人们 大家 大伙 大伙儿 身上 头上 同志 同志们 单位 单位上 部门 系统 系统里 系统上 平台 平台上 机器人 台账上',
  ),
  ...of(
    '东西 事儿 事项 名堂 玩意 玩意儿 摊子 这摊 这摊子 那摊 那摊子 措施 做法 子 现场 地方 跟前 面前 手底下',
  ),
  // verbs that only hold, point or tell
  ...of('为 念 写 看 瞧 摆 放 压 压在 积 堆 搁 钟 了解 清楚 针对'),
  ...of('点出来 拎出来 挑出来'),
  // moods
  ...of('再 又 重新 都 就 才 先 可 恐怕 怕是 估计 反正 其实 到底 究竟 真的'),
  // measure words
  ...of('个 条 项 单 笔 宗 桩 样'),
]);
