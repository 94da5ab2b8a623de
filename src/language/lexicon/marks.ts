/** Words of what has happened to a problem once and stays with it, and of what stands still. */
import { each, list, of } from './compose.ts';
import { FINISHED } from './parts.ts';
import { type FreeWord, state, type WordGroup } from './query-word.ts';

const QUIET =
  '还没动静 还没有动静 一直没动静 一直没有动静 没什么动静 没啥动静 没个动静 没动静 没有动静 没进展 没有进展 没有任何进展 没动过 不见动静 动也没动 没有动 没有动过 没怎么动 没有动作 没动作 原封不动';
/** Only beside a time: with none they may be said of anything. */
const STILL =
  '没动 没更新 没有更新 没反馈 没有反馈 没回音 还没动 还不动 还是不动 不见动 没见动 纹丝不动 动都不动 没消息 没有消息';
const UNTOUCHED = '没人动 没人动过 没人碰 没人碰过 没有人动 没有人动过';

export const MARK_WORDS: readonly WordGroup[] = [
  [
    state({ kind: 'mark', mark: 'bounced' }),
    '退回 退回来 被退回 被退回来 退回过 退了回来 打回 打回来 被打回 踢皮球 被退 退件 退单 退了 退回了 退过 退 退回来了 不认账 不认 推诿 扯皮 推来推去 互相推 互相推诿 甩锅 被打回来 踢来踢去 来回踢 打回过 退货 被退过 被退了 退回去 退回去的 退回来退回去 退来退去 被退回去 退回过来 遭退回 退回来重办 被退回来重办 退回去重办 被退回去重办 退回来重新办 被退回来重新办 被单位退回 退了回去',
  ],
  [
    state({ kind: 'mark', mark: 'reopened' }),
    list(
      of(
        '反弹 反弹了 反弹过 重开 重开过 又出现的 反复出现的 死灰复燃 返工 回潮 又冒头 又犯 重新打开 重新打开过 又打开过 复发 又来一遍 又反弹 没办彻底 又出问题 又重开 销了又开 销号又反弹 销了号又反弹 办了又反弹 卷土重来 翻烧饼 反复 翻出来 又翻出来 重开了 反弹回来 反弹到 又反弹到 又反弹了 又反弹回来 办完了又反弹回来了 办完又反弹回来了 办结了又反弹回来了 办结后又反弹回来了 销号了又反弹回来了 销号后又反弹回来了 销了又反弹回来了 反弹到了',
      ),
      // Struck off and back again: 办完了又反弹回来的.
      each(
        of('办完了 办完 办结了 办结后 销号了 销号后 销了 销了号 销完号 结了 了结了 销掉了 销掉'),
        of(
          '又重新打开 又重新打开了 重新打开 又打开 又打开了 又重开 又重开了 又翻回来 又翻回来了 又活了 又反弹 又反弹了 又反弹回来 又冒出来 又冒出来了 又出现 又出现了 又翻出来 又翻出来了',
        ),
      ),
    ),
  ],
  [
    state({ kind: 'mark', mark: 'joint' }),
    '联合攻坚 联合办理 多部门 几家一起办 几家合办 会办 联办 联动的 几家联合 几个单位一起办 几家一起搞 多家单位 多家 多个单位一起办 共同承办 联合办的 联合攻关 跨部门 几个部门一起 牵扯几家 牵扯多家',
  ],
  [
    state({ kind: 'mark', mark: 'unsatisfied' }),
    '评不满意 评的不满意 评成不满意 给的不满意 打的不满意 不认可 没认可 不满意 企业不满意 评价不满意 评了不满意 差评 企业打差评 打差评 打了差评 打不满意 打了不满意 给差评 给了差评 给不满意 不满 有意见 企业有意见 企业不高兴 评价差 评价不好 被差评 被企业打差评 被打差评 企业评了不满意 企业打不满意 企业打了不满意 不满意评价 企业给差评的 打低分 企业打低分的',
  ],
  [state({ kind: 'mark', mark: 'appealed' }), '申诉 在申诉 申诉中 申诉待裁定 提了申诉 没裁定的申诉'],
  [state({ kind: 'mark', mark: 'exempt' }), '免责 申诉免责 申诉成功 申诉通过'],
  [state({ kind: 'mark', mark: 'green-channel' }), '绿色通道 走绿色通道'],
  [state({ kind: 'mark', mark: 'on-the-spot' }), '当场解决 当场解决了 当场办结 现场解决 当场办了'],
  [{ tag: 'quiet' }, `${QUIET} ${STILL}`],
  // With no time beside it: nothing since it was signed for, or nobody has taken it up.
  [state({ kind: 'without', step: 'worked' }), QUIET],
  [{ tag: 'quiet' }, UNTOUCHED],
  [state({ kind: 'without', step: 'moved' }), UNTOUCHED],
];

export const MARK_FREE: readonly FreeWord[] = [
  // 没挪窝, 都没往前走过: nothing done, beside for how long.
  [
    /(?:一直|都|还|也|就|完全|压根|根本|硬是|愣是|半点|一点|丝毫)*(?:没有|没得|没见|不见|没|冇|未)(?:有)?(?:任何|什么|啥|半点|一点)?(?:挪过?窝|动过?窝|挪动|挪过|挪步|动弹|吭声|响动|声响|声音|动作|起色|变化|变动|往前(?:走|推|挪)过?|推动过?|音信|音讯|下文|回应|回话|碰过|人碰过?|人动过|更新过|更新进展|报过?进展|填过?进展|说法)了?|(?:原地|一直)(?:踏步|没动|不动|打转)/y,
    [{ tag: 'quiet' }, state({ kind: 'without', step: 'worked' })],
  ],
  // 解决了又冒出来的, 销了号又犯的: struck off and back again; 又新增, 又来 are of others.
  [
    new RegExp(
      `(?:${FINISHED}|销了号|销过号|结了案|关掉|好|回头看)(?:了|过|完)?(?:之后|以后|过后|后)?(?:结果|居然|现在|没多久|不久)? ?[又再](?:重新)?(?:反弹|反复|冒|翻|复发|犯|回潮|返潮|闹|出现|出问题|出来)(?:出来|回来|上来|起来|了)*(?:的(?!是))?`,
      'y',
    ),
    state({ kind: 'mark', mark: 'reopened' }),
  ],
  // 满意的有几个; 满意的比例 is a rate.
  [
    /(?:企业)?(?:评价|评|打|给)?(?:了|成|为)?(?:基本)?满意的?(?:评价|问题|件|事)?(?=[\s\p{P}]*$|有[几多哪]|是哪|一共|共|几[个件条]|多少|各|分别|(?<=的)(?:有|哪|列|都|占|能占|也?各))/uy,
    state({ kind: 'mark', mark: 'satisfied' }),
  ],
  // 供电公司提前弄完的
  [
    new RegExp(
      `(?:都|全)?提(?:早|前)(?:[一二两三四五六七八九十半\\d几]天)?(?:就|给)?(?:${FINISHED}|销号|销|交账|交卷|交差)(?:掉|了|过)?的?`,
      'y',
    ),
    state({ kind: 'mark', mark: 'early' }),
  ],
  // 今年超期过的: overdue once, whether it still is or not.
  [
    /(?:有过|曾经?|曾)?(?:超期|逾期|超时|拖期|误期|脱期|过期)(?:过)(?![了天一二两三四五六七八九十半\d])的?|(?:发生|出现|有)过(?:超期|逾期|超时|拖期)的?/y,
    state({ kind: 'mark', mark: 'late' }),
  ],
  [
    /(?:没有?|没能|未能?|不)按[时期](?:报?办[结完]|完成|解决|销号|办)?的/y,
    state({ kind: 'mark', mark: 'late' }),
  ],
  [
    /不满意的?评价|(?:企业|公司|厂里)?(?:评|打)(?:了|成|为)?个?不满意的?/y,
    state({ kind: 'mark', mark: 'unsatisfied' }),
  ],
];
