/** What is asked of several that were told: which turn red, which is worst, all of them, one by one. */
import { REST_SAID } from './follow-ups.ts';

export const TURNS_RED =
  /^(?:那么?|它们?|这[几些]?[件个]?|[\s,，])*(?:今天|明天|后天|这周|下周|周[一二三四五])?(?:会不会|要不要|是不是要|是不是会|会|要|快要?)(?:变|转|成|亮|跳)?(?:成)?红(?:的|灯)?(?:吗|不|没|了|呢|啊|[\s\p{P}])*$|^(?:那么?|它们?|都|分别|各)*(?:哪天|几号|什么时候|几时|啥时候|还有几天|还要几天)(?:会|要|就|才|该)?(?:变|转|成|亮|跳)(?:成)?红(?:的|灯)?(?:了|呢|啊|[\s\p{P}])*$/u;

/** 光要红的: 要红 alone would be what turns red. */
export const ONLY_WANTED = /^(?:那么?|你|就|再|给我|[\s,，])*(?:光|只|单|专|净|仅)要([红黄蓝绿].*)$/u;

/** 是哪些问题, 都是哪几件: those that were counted. */
export const LISTS =
  /^(?:那么?|这|[说讲报念看]一?下|[说讲]说|给我|[\s,，])*(?:[他她它]们?手[上里头]|都|分别|具体|到底|又)*是(?:些)?(?:哪[些几两三四五](?:[个件条桩起])?|什么|啥)(?:问题|事情?|件)[呢啊呀\s\p{P}]*$|^(?:那么?|这|[\s,，])*(?:都|分别|具体|到底|又)*是(?:些)?哪[几两三四五][件条桩起][呢啊呀\s\p{P}]*$|^(?:那么?|把|它们?|他们?|这些|的|[\s,，])*(?:清单|明细|单子|名单)(?:[给发]我?|过来)*(?:看[看下]?|看一[看下]|瞧瞧)[吧呢\s\p{P}]*$/u;

/** 还剩哪些, after what was struck off: what was not. */
const REMAINING =
  /^(?:那么?|[,，\s])*还?剩(?:下|余)?(?:的)?(?:还?有|是)?(?:哪些|哪几[件个]|几[件个条]|多少)(?:没\p{Script=Han}{1,3}的?)?[呢啊呀\s\p{P}]*$/u;

/** 剩下的按项目分: what is asked of those. undefined: of no such */
export function remainingIn(folded: string): string | undefined {
  if (REMAINING.test(folded)) return '呢';
  const rest = folded.replace(REST_SAID, '');
  return rest === folded ? undefined : rest;
}

/** 导出一下, right after an answer: that, and not everything. */
export const EXPORTED =
  /^(?:帮我|给我|麻烦|请|你|那|把|将|就|也|都|这[些几][件条个]?|这批|上述|刚才|的|问题|[,，\s])*(?:导出一下|(?:发|导|传|给|出|做|生成)(?:给)?(?:我)?(?:成|出|一?[个份张])?(?:台账|电子表格?|表格?|excel|文件|明细表)|(?:发|导|传)(?:给)?(?:我)?(?:成|出|一?[个份张])?(?:明细|清单|单子)|(?:明细表?|清单|单子|台账|表格?)(?:都|也|直接)?(?:发|导|传)(?:给|到)?(?:我|出来|过来|来)?(?:一下|一份)?)(?:给我|发我|发来|过来|来|一份|一下)?(?:[,，]?就?(?:刚才)?[这那][批些几][个件条]?)?[吧呗啊呢\s\p{P}]*$/iu;
