/** Words that ask for a file. */
import { each, list, of } from './compose.ts';
import type { WordGroup } from './query-word.ts';

export const SENDING_WORDS: readonly WordGroup[] = [
  [
    { tag: 'send' },
    list(
      of(
        '发我手机 发我手机上 发到我手机 发我微信 发给我们 发我邮箱 传我 传我一份 传我手机 转我 转给我一份 下载 下载一份 发个给我 发过来给我 送我一份 打一份 打出来 打个包发我 打包发我 打包发给我 打个包发给我 打包给我 打个包给我 发我 发给我 发我一份 发一份 导出 传给我 发过来 发我看看 打印 给我一份 来一份 出一份 拉一份',
      ),
      each(
        of('导 导出 打印 打 生成 拉 弄 做 整 出 发 传 给'),
        of('一份 个 一个 张 一张 份 一下 下 出来'),
        of('表 台账 excel 表格 文件 电子版 明细表 台账表'),
      ),
      each(
        of('导 导出 打印'),
        of('一份 个 一个 张 一张 份 一下 下 出来 给我 给我看看 过来 一份给我 一份出来'),
      ),
    ),
  ],
];
