/** Who helps and who leads: 协办的, 别人牵头喊我们配合的, 协办的也算上, 协办单位还没回的. */
import { each, list, of } from './compose.ts';
import { type FreeWord, state, type WordGroup } from './query-word.ts';

export const HELPS = '(?:协办|配合|协助(?:办理)?|打下手|搭把手)';
export const LEADS = '(?:牵头|主办|主责|领头|挑头|为主)';
const COUNTED =
  '(?:(?:的)?(?:也|都|一起|一并|全|要)*(?:算|加|数|统计|计)(?:上|进去|进来|在内|进|到一起|起来)?(?:的)?|(?:的)?(?:都|也)?在内)';
const ANSWERED = '(?:回|回复|回话|反馈|答复|办完|办好|办|完成|动|给意见|表态|打勾|勾|交|报)';

export const CO_UNIT_WORDS: readonly WordGroup[] = [
  [
    { tag: 'helping' },
    list(
      of('协办 配合 协助办理'),
      each(of('光 光是 只 只是 单 单是 仅 仅是 纯 纯粹 是 其实是 实际是 当 做 作为 属于 给人 替人'), [
        '协办',
        '配合',
      ]),
    ),
  ],
  // Behind a unit: 跟住建沾边的.
  [{ tag: 'helping', too: true }, '沾边 搭界 搭界的 有份 参与 掺和 搭边 沾得上边 挂得上钩'],
];

export const CO_UNIT_FREE: readonly FreeWord[] = [
  // 牵头的协办的一起, 主办协办都算, 不管牵头还是协办
  [
    new RegExp(
      `(?:不管|不论|不分|无论)?(?:是)?${LEADS}的?(?:和|跟|与|加上?|、|，|,| |还是|或者?)?(?:是)?${HELPS}的?(?:(?:都|全)(?:算|要|有|在内)?|(?:都|全)?(?:一起|合起来|加起来|加一起|合在一起|合并)(?:算)?)?`,
      'y',
    ),
    { tag: 'helping', too: true },
  ],
  [new RegExp(`(?:当|连|把|是)?(?:着)?${HELPS}${COUNTED}`, 'y'), { tag: 'helping', too: true }],
  [
    new RegExp(
      `(?:连|含|包括|包含|加上|算上|带上|连同|外加)(?:着)?(?:当)?${HELPS}的?(?:一起|在内|也?算)?`,
      'y',
    ),
    { tag: 'helping', too: true },
  ],
  // 协办单位还没回的
  [
    new RegExp(
      `(?:${HELPS}(?:单位|方|的单位|那边|的)?)(?:一个|一家)?(?:都|也|还|一直|迟迟|到现在|至今)*(?:没有?|未|不)(?:人|有)?${ANSWERED}(?:过|了|完|意见)?的?`,
      'y',
    ),
    state({ kind: 'mark', mark: 'unhelped' }),
  ],
];
