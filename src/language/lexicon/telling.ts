/**
 * Words that ask to be told: 给我报一下, 我想问一下, 念给我听. They narrow nothing, and what stands beside them is asked.
 */
import type { FreeWord } from './query-word.ts';

const WHOM = '(?:我们|咱们|我|咱|俺|领导|大家|大伙)';
const HOW_TOLD =
  '(?:再|先|都|就|也|快点|快|赶紧|赶快|马上|简单|大致|大概|具体|详细|仔细|好好|挨个|逐个|逐一|逐件|一个个|一件件|一件一件|一个一个|一条一条|一五一十)*';
const TELLING =
  '(?:汇报|报告|报|说|讲|念|介绍|列|数|统计|算|捋|理|梳理|归拢|归纳|汇总|总结|拉|筛|挑|找|调|翻|查|看|瞧|瞅|分析|反馈|摆|过|盘|盘点|清点|点|排|排查|整理|弄|搞|交代|通报|打听|问|了解|关注|提示|提醒|摸|拎|揪|捞|抽|单列|划|圈|亮|归|凑|抠|拆|掰|扒|抓|晒|晾|罗列|念叨|播报|拆解|筛选|检索|搜|兜|扫|搬|端)';
const ENDED =
  '(?:一下名|个名|一下子|一下|一哈子|一哈|下子|下|哈|一遍|一道|清楚|明白|出来|上来|开来|开|一声|一句|几句|一嘴|一捋|一说|一讲|一看|一数|一列|一查|一算|一理|一报|一过|一问|一摆|一点|一瞧|一翻|一盘|一汇总|一念|一排|一拉|一核|一点|看|听)';
const ENDED_ONCE = `(?:看看|听听|${ENDED})`;
const OBJECT =
  '(?:[一]?个)(?:总数|准数|数字|大数|数儿|数|准信|准话|实底|底|说法|情况|明白|大概|结果|回话|话|一二三)';
const AFTER = '(?:(?:给我(?!们)|我(?![们的名手这那负管项局自单])))?(?:听听|看看|瞧瞧|听|看|瞧)?';

const PATTERNS: readonly RegExp[] = [
  // 给我报一下, 帮我把…: whom it is told to makes any verb one of telling.
  new RegExp(
    `(?:请|麻烦|烦请|拜托|劳烦|你|您|你们)*(?:帮忙|帮|给|跟|替|向|为|对)${WHOM}${HOW_TOLD}${TELLING}(?:${ENDED}|${OBJECT})*${AFTER}`,
    'y',
  ),
  new RegExp(`(?:请|麻烦|烦请|你|您)*${HOW_TOLD}${TELLING}${ENDED}+${AFTER}`, 'y'),
  // 超了一个星期的单独拎出来
  /(?:给我|都)?(?:单独|专门|单个)(?:拎|拉|挑|筛|找|摘|抽|揪|捞|列|摆)(?:出来|一下|一遍)(?:给我)?(?:看看|看)?(?=[\s\p{P}]*$)/uy,
  new RegExp(`(?:给|报|说|讲|来|发)(?:我|我们|咱)?${OBJECT}`, 'y'),
  /(?:请|麻烦|烦请|你|您)*(?:说说|讲讲|报报|数数|算算|列列|捋捋|理理)/y,
  /(?:列|拉|筛|挑|找|调|查|翻|理|算|点)(?:出来|个遍)(?:给我)?(?:看看|听听|看|听)?/y,
  // 我想问一下, 想了解一下, 领导想知道
  new RegExp(
    `(?:(?:我们|我|咱|俺|领导|书记|市长)(?:就|先|再|也|还|来|只|是)*)?(?:想要|想|要|得|需要|打算)(?:先|再|来|去|跟你|跟您|向你)*(?:问|了解|晓得|知道|听|掌握|核实|核对|确认|搞清楚|弄清楚|搞明白|摸|看|查|过问|关心|打听)${ENDED_ONCE}?(?:你|您)?${AFTER}`,
    'y',
  ),
  new RegExp(
    `(?:我|咱)(?:就|先|再|来|还|也)*(?:问|查|看|听|核实|核对|确认|过问|关心|打听)${ENDED_ONCE}?(?:你|您)?`,
    'y',
  ),
];

/** Length of the words that begin at `at` and ask to be told; 0 for none. */
export function tellingAt(folded: string, at: number): number {
  let longest = 0;
  for (const pattern of PATTERNS) {
    pattern.lastIndex = at;
    longest = Math.max(longest, pattern.exec(folded)?.[0].length ?? 0);
  }
  return longest;
}

const TOLD_TO = '(?:说|讲|念|读|报|列|摆|翻)给(?:我们|我|咱|领导)(?:听听|看看|听|看)?';

/** 报我, 念我听, 报给我, 报一下我, 回我个话: to the speaker, whatever it is. */
const TOLD_ME =
  /(?:汇报|报告|通报|上报|报|念|说|讲|读|告诉|告|回|通知|反馈|列|摆|数|算)(?:一下|一声|一遍|一哈|下|上来)?(?:给|跟|与)?(?:我们|咱们|我|咱|俺)(?:听听|看看|听|看|瞧瞧|知道|晓得|一下|一声|一遍|一哈|个话|句话|话|个数)*(?![\p{Script=Han}])/uy;

/** What stands inside a question: 念给我听. */
export const TELLING_FREE: readonly FreeWord[] = [
  [new RegExp(TOLD_TO, 'y'), { tag: 'tell' }],
  [TOLD_ME, { tag: 'tell' }],
];

const TOLD_ONE_BY_ONE = new RegExp(`^(?:一件一件|一个一个|逐件|挨个)?${TOLD_TO}`);

/** What asks to be told among what was blanked as a frame: 念给我听. */
export function toldIn(whole: string, bare: string): string | undefined {
  for (let at = 0; at < whole.length; at++) {
    if (bare[at] !== ' ' || whole[at] === ' ') continue;
    const length = tellingAt(whole, at) || (TOLD_ONE_BY_ONE.exec(whole.slice(at))?.[0].length ?? 0);
    if (length > 0) return whole.slice(at, at + length);
  }
  return undefined;
}
