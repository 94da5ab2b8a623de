/** Small words between others: 的, 和, 没有, 关于, 除了. */
import { each, list, of } from './compose.ts';
import type { WordGroup } from './query-word.ts';

/** 讲到, 写着, 内容里有. */
const ABOUT_WORDS = list(
  of('提及 讲到 说到 谈到 说起 写着 写到 写有 含有 包含 内容是 内容为'),
  each(
    of('内容 内容里 内容里面 标题 标题里 描述里 正文里 里面写'),
    of('有 含 含有 包含 提到 写着 写到 带 带有 出现'),
  ),
);

export const JOINING_WORDS: readonly WordGroup[] = [
  [{ tag: 'of' }, '的'],
  [{ tag: 'and' }, '和 与 及 跟 以及 还是 或者 或 或是 或者是 加上 外加 连同'],
  // Of two sides, each said: 用地的多还是消防的多.
  [{ tag: 'and', sides: true }, '多还是 多些还是 多一些还是 多呢还是'],
  // Only at the end, where it asks.
  [{ tag: 'not' }, '没有 没 不 没有任何 没任何'],
  // What follows is looked for in the text.
  [
    { tag: 'about' },
    '关于 有关 有关系 涉及 提到 涉及到 相关 沾边 搭界的 牵扯到 关系到 牵涉到 牵涉 牵扯 事关 关乎 带',
  ],
  [{ tag: 'about' }, ABOUT_WORDS],
  [
    { tag: 'except' },
    '除 除了 除开 除去 除掉 刨开 刨去 刨除 刨掉 抛开 抛去 撇开 去掉 扣除 扣掉 排除 剔除 减去 不算 不含 不包括 不包含 不计 不看 不要 不管 不说 非',
  ],
  [
    { tag: 'except-end' },
    '不算 不计 不看 不要 以外 之外 除外 外 不算在内 不计在内 不算进去 莫放进来 别放进来 不放进来 不要放进来 莫放进去 别放进去 不要放进去 莫算 别算 莫算进来 别算进来 不要算 莫要 别要 莫列 别列 不列 剔出去 剔除 剔掉 去掉 拿掉 拿出去 刨开 刨掉 撇开 除开 排除 排除掉 摘出去 不用放 不用列 不用算 别带 莫带 不带 不包括 不包括在内',
  ],
  [
    { tag: 'others' },
    list(
      each(
        of('别的 其他 其它 其余 剩下 剩下的 其余的 其他的 其它的 另外 另外的 别个 旁的 余下 余下的 别'),
        of(
          '单位 局 部门 各单位 各家 各局 项目 企业 类 类别 几家 几家单位 几个单位 几个局 几个项目 几个 家 家单位 都 人 地方',
        ),
      ).filter((word) => !of('别人 别几个 别类 别地方 别都 其他人 其它人').includes(word)),
      of('别家 别处 别个 旁人 其他家 余下的'),
      of('别的 其他 其它 其余 剩下的 另外的 旁的'),
    ),
  ],
];
