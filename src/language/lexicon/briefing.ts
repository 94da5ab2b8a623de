/** What a leader asks at the start of a day, naming nothing: what is urgent, what waits for a decision, how things stand. */

export type Briefing = {
  of: 'urgent' | 'decide' | 'overview';
  /** Which days' deadlines belong to it. */
  due: 'today' | 'tomorrow' | 'week';
};

const DAY =
  '(今天|今日|今儿|今早|现在|眼下|目前|当前|这几天|这两天|本周|这周|这个星期|这个礼拜|最近|近期|明天)?(?:的)?';
const ME = '(?:我们|我)?(?:这边|这里)?';
const HAVE = '(?:都|还)?(?:有没有|有没得|有些|有)?';
const WHAT = '(?:什么|啥|哪些|么子|些什么|些啥|哪几件)?';
const MATTER = '(?:事情|事儿|事|问题|事项|工作)';
/** 重点问题 is a mark nobody keeps; 重点工作 is what matters now. */
const URGENT = `(?:比较|特别|最)?(?:(?:紧急|要紧|紧要|着急|急)(?:的)?${MATTER}|(?:重要|重点|大)(?:的)?(?:事情|事儿|事|工作)(?!项))`;
const DECIDE = '(?:需要|等着|等|要|该|得)(?:我们|我)?(?:来)?(?:拍板|定夺|决策|决定|点头)(?:的)?';
const HANDLE = '(?:需要|等着|等|要|该|得)(?:我们|我)?(?:来)?(?:处理|办|解决|关注|过问|盯)(?:的)?';
const BRIEF = '(?:简单点|简短点|简单说|短一点|说重点)?';
const WATCH = '(?:重点|特别)?(?:关注|注意|留意|盯)(?:一下)?';
const END = '(?:没有|没得|没|吗|么|呢|啊|有哪些|是哪些|是什么|是啥)?';
const MADE =
  '(?:汇总|梳理|归纳|总结|概括|整理|弄|准备|做|搞|出)(?:一下|一个|一份|一页纸|一张|个|份)?(?:的)?(?:目前|现在|当前|今天|最近)?(?:的)?';
const WHOLE =
  '(?:一页纸的?)?(?:总体|整体|全部|大致|基本|当前|目前|现在|最近|今天|全盘|面上)?(?:的)?(?:汇报材料|情况汇报|汇报|材料|情况|概况|一页纸)';

const PATTERNS: readonly (readonly [Briefing['of'], RegExp])[] = [
  ['decide', new RegExp(`^${DAY}${ME}${HAVE}${WHAT}(?:${URGENT}|${MATTER})?${DECIDE}${END}$`, 'u')],
  [
    'urgent',
    new RegExp(
      `^(?:给我念一下|给我说一下|给我讲一下|念一下|说说)?${DAY}${ME}${HAVE}${WHAT}${URGENT}(?:${HANDLE})?${END}${BRIEF}$`,
      'u',
    ),
  ],
  [
    'urgent',
    new RegExp(
      `^${DAY}${ME}(?:要|该|得|应该|需要)?${WATCH}(?:什么|啥|哪些|些什么|些啥|么子)${MATTER}?${END}$`,
      'u',
    ),
  ],
  [
    'urgent',
    new RegExp(
      `^${DAY}${ME}${HAVE}${WHAT}${MATTER}?(?:需要|值得|要|该)(?:我们|我)?${WATCH}(?:的)?${END}$`,
      'u',
    ),
  ],
  [
    'overview',
    /^()(?:现在|目前|今天|最近|整体|总体|全区|都)*(?:没什么|没啥|没出什么|没)(?:大)?事(?:情)?吧$/u,
  ],
  [
    'overview',
    /^()(?:现在|目前|当前|眼下|给我|你|先|说说|说一下|讲讲|的)*(?:总体|整体|面上|全盘|总的|大致)(?:上|的|是|个)*(?:什么|啥|么子)?(?:(?:情况|形势|盘子|进展|状况)(?:是)?(?:怎么样|怎样|咋样|如何|什么样)?|(?:怎么样|怎样|咋样|如何))(?:了)?(?:给我|跟我|简单)*(?:(?:讲|说|汇报|报|谈|念)(?:两句|几句|一下|一讲|一说|说|讲)?)?$/u,
  ],
  [
    'overview',
    new RegExp(
      `^(?:给我|帮我|替我|请|你|先)?(?:给我|帮我)?(?:${MADE}${WHOLE}|汇报一下情况|来个一页纸的情况)(?:给我|看看|吧)?$`,
      'u',
    ),
  ],
];

/** undefined: it is no such question, or it names something. @param folded the whole message, without what frames it */
export function briefingIn(folded: string): Briefing | undefined {
  const said = folded.replace(/[\s\p{P}]+/gu, '');
  if (said.length < 4 || said.length > 24) return undefined;
  for (const [of, pattern] of PATTERNS) {
    const match = pattern.exec(said);
    if (!match) continue;
    const [, day = ''] = match;
    const due = day === '明天' ? 'tomorrow' : /周|星期|礼拜|几天|两天|最近|近期/.test(day) ? 'week' : 'today';
    return { of, due };
  }
  return undefined;
}
