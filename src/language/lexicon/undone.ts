/** Words of what was never done with a problem, or not for so long: 没催过的, 一点进展都没写的, 从没退回过的. */
import type { Step } from '../../domain/issue-filter.ts';
import { type Free, of, seq, some } from './free-words.ts';
import { type QueryWord, state } from './query-word.ts';

const without = (step: Step): QueryWord => state({ kind: 'without', step });

const NEVER = of(
  '从没 从来没 从未 从来没有 从没有 一次没 一次都没 一次也没 一次都没有 一次也没有 一回都没 一回也没 一直没 一直没有 一直未 至今没 至今未 至今没有 到现在没 到现在都没 到现在还没 到现在都还没 没 没有 还没 还没有 都没 都还没 都没有 也没 尚未 还未 未 未曾 没人 没有人 还没人 都没人 从来没人 从没人 一直没人 根本没 压根没 压根就没 冇 没得',
);
const PASSIVE = of('被 挨 被人 有人').concat('');
const ONCE = of('过 过一次 过一回');

const lit = (said: string) => [
  seq(NEVER, [`${said}过`, `${said}灯过`]),
  seq(NEVER, of('亮 挂 变 出 吃 得 成 转'), ['过'], [said, `${said}灯`, `${said}牌`]),
];

export const UNDONE: readonly Free[] = [
  {
    means: without('progress'),
    rows: [
      seq(
        NEVER,
        of('报 写 填 更新 反馈 上传 录 回 回复 回报 汇报 提交 交 传 有 出'),
        of('过 了').concat(''),
        of('进展 进度 进展情况 办理进展 办理情况 进展更新 任何进展'),
      ),
      seq(NEVER, of('更新 反馈 回复 回报'), ['过']),
      seq(
        of(
          '从没 从来没 从来没有 从没人 从来没人 从来没有人 一直没人 一直没有人 至今没人 压根没人 根本没人 就没人 从头到尾没人',
        ),
        of('动 碰 管 理 理会 过问 跟进 办 处理 弄'),
        ['过', ''],
      ),
      seq(
        of('一点 一点儿 一条 半点 丝毫 一个字 啥 什么 任何 一丁点'),
        of('进展 进度 更新 反馈 动静 进展更新').concat(''),
        of('都 也'),
        of('没 没有 还没 还没有 冇'),
        of('写 报 填 更新 反馈 有 录').concat(''),
        of('过').concat(''),
      ),
      some('零进展 毫无进展 没有任何进展 没任何进展 进展为零 进展是空的 进展空着 没有进展记录 没进展记录'),
    ],
    but: /^(?:一点|一点儿|半点|丝毫|啥|什么|任何|一个字|一条|一丁点)(?:都|也)(?:没|没有|还没|还没有|冇)$/,
  },
  {
    means: without('reported-done'),
    rows: [
      seq(
        of('没 还没 没有 还没有 都没 都还没 未 尚未 一直没 迟迟没'),
        of('报办结 报完成 报完工 报结 报结果 交差 交账 交卷 交作业 申请销号'),
      ),
      some('还没报的 还没报上来的 没报结果的'),
    ],
  },
  {
    means: without('urged'),
    rows: [
      seq(NEVER, PASSIVE, of('催 催办 督办 催促 提醒催办'), ONCE),
      some('没催办记录 没有催办记录 没人催 没人催的'),
    ],
  },
  {
    means: without('bounced'),
    rows: [
      seq(NEVER, PASSIVE, of('退 退回 打回 退单 退件 打回来 退回来'), ONCE),
      seq(of('没 没有 从没 未 一次没'), ['被'], of('退 退回 打回')),
      some('没有退回记录 没退回记录 没退回 没有退回 未退回'),
    ],
  },
  {
    means: without('extended'),
    rows: [
      seq(NEVER, PASSIVE, of('延 批 办'), ONCE, ['期', '延期', '过延期']),
      seq(NEVER, of('延期 延'), ['过', '过期', '过时限']),
      some('没延期 没有延期 未延期 没延期记录 没有延期记录'),
    ],
  },
  {
    means: without('asked-extension'),
    rows: [seq(NEVER, of('申请 提 提出 打 报'), of('过').concat(''), of('延期 延期申请 展期'))],
  },
  {
    means: without('reopened'),
    rows: [
      seq(NEVER, PASSIVE, of('反弹 重开 返工 翻'), ONCE),
      some('没反弹 没有反弹 未反弹 没反弹记录 没有反弹记录'),
    ],
  },
  {
    means: without('told-up'),
    rows: [
      seq(NEVER, PASSIVE, of('上报 升级 报上去 上报领导 上报过领导 惊动'), ['过', '过领导']),
      some('没上报领导 没有上报领导 没升级 没有升级 未升级'),
    ],
  },
  {
    means: without('turned-red'),
    rows: lit('红'),
  },
  {
    means: without('turned-yellow'),
    rows: lit('黄'),
  },
  {
    means: without('paused'),
    rows: [seq(NEVER, PASSIVE, of('挂 停 挂账 停表 挂起'), ['过', '过账', '过表'])],
  },
];
