/**
 * Words of everyday speech for what the vocabulary has already: what is open, who has it, how many, a unit or a project
 * by the way. Each list is joined by spaces like those of states.ts, which says what it means.
 */

export const SAID_OPEN =
  '卡了 卡起了 压起 压起的 堆起 堆起的 堆起了 堆着 堆着的 堆了 积着 积着的 尾巴 没收口 没收口的 没闭环 没闭环的 还没闭环 未闭环 没收尾 没销完 没清完 没清 没清掉 没搞归一 没弄归一 没办归一 还没搞归一 没解决完 压着没销 没销掉 没扫尾 没办妥 卡壳 卡壳的 卡了壳 卡脖子 卡脖子的 吊着 吊着的 拖着没销 未结的';
export const SAID_CLOSED =
  '闭环 闭环了 已闭环 闭了环 收口了 搞归一 搞归一了 弄归一了 办归一了 销完 销完了 清完了 办掉 办掉了 解决好了';
export const SAID_OVERDUE =
  '超了期的 过了期的 逾了期 逾了期的 超限 超过期限 超过时限 超过办理期限 过了时限 过了日子 误期 误了期 误了期的';
export const SAID_RED = '红色预警 红灯预警 亮红牌 亮了红牌 红牌的 见红 见了红 飘红 飘红的';
export const SAID_YELLOW = '黄色预警 黄灯预警 亮黄牌 亮了黄牌 黄牌的';
export const SAID_BLUE = '蓝色预警 蓝灯预警 蓝牌 快要超期 快要逾期 马上超期 马上逾期 眼看到期 眼看要到期';
export const SAID_PAUSED = '停了表的 停表了的 暂停 暂停的 暂停了 停下来的 停了钟 停钟 停钟的 挂着账 挂着账的';
export const SAID_UNSIGNED = '没人搭理 没人搭理的 没签的 没接的 没人应声 没有人管';
export const SAID_COUNT =
  '数 几单子 几样 几多件 几多个 好多件 哪三个 哪三件 哪三家 哪五个 哪两个 哪两件 是哪三个 是哪五个 拉个单子 给个单子 给我个单子 弄个单子 列份单子 列份清单 给份清单 给个清单 列张表 拉张表 列出个单子 有没得 清零没 清零没有 清零了没 清零了没有 清零了吗 清零了没得 清零吗 归零没 归零没有 归零了没 归零了没有 归零了吗 清了没 清了没有 清了吗 清完没 清完没有 清完了没 清完了没有 清完了吗 存不存在 存在不存在 存不存在的';
export const SAID_WHICH = '谁家的 都是谁家 都是谁家的 是谁家 是谁家的 谁的 都是谁的 是谁的 都有些谁 都有哪个';
export const SAID_EACH =
  '各几 各几个 各几件 各多少个 各多少件 各有几 分别几 放一起比一下 放在一起比一下 比一比 比比看 比一下 对比一下';
export const SAID_AFTER_BY = '搞的 在搞 在弄 在跟 在盯 头上 身上';
export const SAID_WHOSE =
  '哪个秘书在跟 哪个秘书在管 哪个秘书在盯 哪个秘书管 是哪个秘书 哪个秘书 秘书是哪个 哪个在管 哪个在跟 哪个管 归哪个管 归谁在管 归哪家管 该归谁管 现在归谁管 谁在具体管 谁在具体负责 谁来办 哪位在管 找哪个 找哪位';
export const SAID_HOW =
  '总体情况 整体情况 总的情况 面上情况 大致情况 基本情况 概况 总体怎么样 整体怎么样 总体推进得怎么样 办到么样了 搞到么样了 么样了 怎样子了 有眉目没 有眉目没有 有谱没 有谱没有 有谱吗 有个谱没 有动静没 有动静没有 有动静吗 有没有动静 有信没 有信没有 有下文没 有下文没有 有下文吗 搞归一没 搞归一没有 搞归一了没 搞归一了没有 弄归一没有 办归一没有 弄完了没 卡哪里了 卡哪儿 卡哪儿了 卡哪里 卡在哪儿了 卡在哪里了 卡在哪一环 堵哪了 堵哪儿了 走到哪里了 走到哪里 走到第几环 走到第几步 办完没办完 走完没走完 办没办好 弄没弄完 处没处理 全好了吧 都好了吧 全好了没 都办完没 都办完了没 都解决了没 都销了没 全销了没 都销号了没';
export const SAID_WHEN =
  '啥时 啥时间 么时候 么子时候 定在哪天 定在哪一天 是哪天 是哪一天 在哪天 在哪一天 还差好多天 差好多天 还差几天 差几天 差多少天 还有好多天 还剩好多天';
/** Behind a project: 兴发那个厂. */
export const SAID_AFTER_PROJECT =
  '厂 厂子 厂里 工厂 那个厂 那个厂子 那个工厂 这个厂 那家厂 那家企业 这家企业 那家公司 这家公司 那个公司 这个公司 那个基地 这个基地 厂那边 厂那个项目 那个专班';
/** Behind as many names: 住建局和环保局两家. */
export const SAID_TWO =
  '两家 两个 两边 两头 俩 这两家 这两个 这两个单位 这两个局 这两家单位 这两个项目 这两家企业 这两个园区 这两边';
export const SAID_THREE = '三家 三个 这三家 这三个 这三个单位 这三个局 这三家单位 这三个项目 这三家企业';
export const SAID_FOUR = '四家 四个 这四家 这四个 这四个单位 这四个局 这四个项目';
export const SAID_CHOICE = '是不是 是不是还 是不是都 是不是还有 是否 是否还 是否都 是否还有 有没得 有冇得';
export const SAID_FILLER =
  '到现在为止 到目前为止 截至目前为止 现在看 目前看 目前来看 现在来看 当前来看 眼前看 眼下看 这会儿 这会子 眼目前 屋里 拢共 拢总 总起来 加在一起 加一起 累计起来 全部算起来 里边 这里头 那里头 这里面 那里面 从头到尾的 又有 都有 都还有 还都有 之中 的里头';

/** How a unit, a project or a kind of matter is called by the way: 供电那块, 环保口, 消防上, 住建他们局里. */
const AFTER_NAME =
  /[那这]?一?(?:块儿?|摊子?|头(?!上)|方面|边儿?)(?!地|手|疼|痛)|口子?(?:上|里)?(?![岸径头罩粮])|条?线上|(?:这|那)条线|系统(?:里|上)?(?![故升])|上头?(?![报会周月个一半季旬次午任级网线门海访])|局里头?|队里|他们(?:局里?|家|那边?|那里|单位|公司|项目|那儿)?|[这那]一?家(?!企业|公司|单位)|家(?![企具电属庭])/y;

/** Length of such words at `at`; they mean nothing where no name stands right before. */
export function afterNameAt(folded: string, at: number): number {
  AFTER_NAME.lastIndex = at;
  return AFTER_NAME.exec(folded)?.[0].length ?? 0;
}
