/** Words for what is asked for: a problem, by the many names it has. */
import type { WordGroup } from './query-word.ts';

export const NOUN_WORDS: readonly WordGroup[] = [
  [
    { tag: 'noun' },
    '待办 新问题 清单 问题 事项 事 事情 单子 任务 件 灯 待办事项 诉求 困难 办件 工单 台账 活 活儿 账 事儿 材料 资料 表 表格 文件 电子版 数据 excel 明细表 问题数 问题单 难题 堵点 卡点 痛点 难点 难处 件子 案子 问题清单 事项清单 事由 单 案件 诉求件 工作 矛盾 麻烦事 毛病 摊子事 张单子 困难问题 难事 问题吧 遗留问题 存量问题 问题事项 卡脖子问题 问题件 活路 欠账 坎儿 坎 难关 坎坷 拦路虎 疙瘩 梗阻 新件 新单子 新活 新活儿 新任务 新事项 新工单 新案子 新情况 新东西 新名堂 新花样',
  ],
];
