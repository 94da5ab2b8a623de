/** The firm as somebody who is helped, says something or is asked how content it is: whose problems they are is said elsewhere. */
import type { FreeWord } from './query-word.ts';

const FIRM = '(?:企业|客商|业主|厂家|老板)(?:们)?';
const HELPED = '(?:解决|办|协调|处理|化解|落实|销)';
const OURS = '(?:我们(?!局|单位|公司)|咱们|咱|专班|政府|县里|园区|这边)';

export const FIRM_FREE: readonly FreeWord[] = [
  // 给企业解决了几个
  [new RegExp(`(?:给|帮助|帮|替|为)${FIRM}(?=${HELPED})`, 'y'), { tag: 'filler' }],
  // 解决了多少企业的难题
  [
    new RegExp(`(?<=(?:多少|几[个件]|了))${FIRM}的?(?=(?:难题|困难|诉求|问题|烦心事|难事))`, 'y'),
    { tag: 'filler' },
  ],
  // 企业说又反弹的: 企业说没解决的 would be of others.
  [
    new RegExp(
      `${FIRM}(?:那边|方面|那里)?(?:反映|反馈)?(?:说|讲)(?=(?:又|再|还|重新|已经)*(?:反弹|冒|复发|回潮|翻))`,
      'y',
    ),
    { tag: 'filler' },
  ],
  [
    /(?:的)?(?:老板|老总|企业方?)?(?:给|给我们|给咱们)?(?:打|评)(?:了|的)?(?:几分|多少分|什么分|啥分|几星)/y,
    { tag: 'rate', rate: 'satisfied' },
  ],
  // 企业打的分怎么样, 企业给咱们打的分高不高
  [
    new RegExp(
      `(?:${FIRM})?(?:给|对)?(?:${OURS}|我们)?(?:打的?分数?|评的?分|打分|评分|给的?分数?|评价的?分数?)(?:的)?(?:情况)?(?:到底|总体|整体)?(?:怎么样|咋样|怎样|如何|高不高|好不好|高吗|多少|是多少|情况|高低)`,
      'y',
    ),
    { tag: 'rate', rate: 'satisfied' },
  ],
  // 美利信老板明天过来，他家…
  [
    /(?:的)?(?:老板|老总|董事长|负责人)(?:今天|明天|后天|上午|下午|中午|晚上|等下|马上|下周|这周|周[一二三四五六日]|下周[一二三四五六日]|刚|又|要|会|也|就)*(?:过来|来访|来谈|来县里|来市里|来对接|来拜访|来找我们|来找我|来座谈|来了|来)(?:了)?(?=[,，。;；\s]|$)/y,
    { tag: 'after-name' },
  ],
];
