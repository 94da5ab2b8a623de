/**
 * Words of questions that are made of parts people put together freely: 弄完没有, 走到哪个环节, 务必办好. Written out they
 * would be thousands; each list is joined by spaces like the lists of states.ts.
 */

function each(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>((made, ends) => made.flatMap((one) => ends.map((end) => one + end)), ['']);
}

const of = (words: string) => words.split(' ');
const list = (...words: readonly (readonly string[])[]) => [...new Set(words.flat())].join(' ');
const MAYBE = ['', '了'];

/** To be through with it. */
const FINISH = [
  ...each(of('办 弄 搞 做 整 处理 整改 化解'), of('完 好 成 掉 下来')),
  ...of('办妥 搞定 办结 办到位 整改到位 解决 解决完 解决好 完成 落实 落实到位 销号 销掉 了结 结掉 收尾'),
];
const NOT = of('没 没有 还没 还没有 未 尚未 还未 仍未 一直没 一直没有 都没 都还没 没能 至今没有 至今未');

export const CLOSED = list(each(FINISH, MAYBE));
export const OPEN = list(
  each(NOT, FINISH),
  each(FINISH, ['不了', '不掉']),
  of('搞不定 办不下来 办不了 卡着 卡着的 卡住 卡住的 卡住了 卡到 卡到的 卡起 没摆平 欠账 欠的账'),
);
export const DUE = list(
  each(of('必须 必须要 务必 务必要 一定要 要 该 应 应该 应当 需 需要 得 须'), [...FINISH, '办', '结']),
  of('到期限 期限到 期满 要到期限 先到期'),
);
const VERBS = of('办 办理 处理 解决 推进 进行 走 弄 搞 做 整 落实 跟进 干 忙');
const PLACES = of(
  '哪 哪里 哪儿 哪一步 哪步 哪个环节 哪一个环节 哪一环节 哪一环 哪些环节 哪个阶段 哪一阶段 第几步 第几个环节 什么程度 什么地步 什么阶段 什么环节 啥程度 哪个地步 哪个程度',
);
export const HOW = list(
  each(['', ...VERBS], ['到'], PLACES, MAYBE),
  each(VERBS, of('得 的'), of('怎么样 咋样 怎样 如何 咋个样 顺利吗 顺不顺利'), MAYBE),
  each(FINISH, of('没有 没 了没有 了没 了吗 了没得')),
  each(of('解决 完成 落实 处理 办结 销号 整改'), ['没']).map((one) => one + one.slice(0, -1)),
);
export const OVERDUE = of(
  '超了 逾了 超没超期 逾没逾期 超期没超期 逾期没逾期 超没超 过没过期 超时没超时 拖没拖 到了期没办',
).join(' ');
const NOBODY = of('没 没有 没人 没有人 还没 还没有 还没人 还没有人 无人 尚未 未 一直没人 至今没人 至今无人');
export const UNSIGNED = list(each(NOBODY, of('签收 认领 接 接收 接手 接单 领 收 签 签字')));
export const VERIFYING = list(
  each([...of('等 等着 待 等待 等人'), ...NOBODY], of('核验 核实 验收 验证 确认')),
  each(of('等 等着 待 等待 等人'), ['销号']),
);
export const UNROUTED = list(
  each([...of('等 等着 待 等待'), ...NOBODY], of('转办 分派 派单 派 转出去 派出去 分出去 分下去 派下去')),
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
/** 一般几天搞得定. */
export const AVERAGE = list(
  each(
    of('一般 通常 大概 平均 普遍 正常 一般要 平均要 通常要 大概要 一般得 平均得'),
    of('几天 多少天 多久 多长时间 几个工作日'),
    ['', ...each(['', '能', '才能', '可以'], [...FINISH, '搞得定', '办得完', '办得好', '办得下来'])],
  ),
);
/** 有百分之几是按时搞完的. */
export const ON_TIME = list(
  each(
    of('百分之几 百分之多少 多大比例 几成 多少比例'),
    ['', '是', '都是'],
    of('按时 按期 准时 及时 如期 在期限内'),
    FINISH,
    ['', '的'],
  ),
);
