/**
 * What people say around a question: address, courtesy, hedges, what it is for. A closed class that narrows nothing; it
 * is skipped, and where it asks to be told (给我报一下) it is a sign that something is asked.
 */
import { each, list, of } from './compose.ts';

const ADDRESS = of('小秘书 秘书 小秘 小助手 专班秘书 秘书同志 助手 机器人 同志 小同志 伙计 老师');
const COURTESY = of(
  '早 早上好 上午好 下午好 晚上好 在吗 在不在 在不 打扰 打扰了 打扰一下 打扰下 不好意思 对不住 麻烦了 麻烦你了 麻烦您了 麻烦一下 麻烦下 辛苦你 辛苦您 辛苦你了 辛苦您了 辛苦一下 谢谢你 谢谢您 谢谢了 谢了 多谢 感谢 劳驾你 烦请 费心 费心了 有劳 有劳了 喂 嗨 哈喽',
);
const HEDGES = of(
  '说实话 老实说 实话说 讲真 其实 实际上 另外 顺便 顺带 顺带问一句 就是说 也就是说 也就是 所以 反正 总之 到头来 说到底 归根到底 到底是 真的 确实 当真 真正 具体来说 简单说 简单点 简单讲 简单点说 一句话 一句话说 说白了 直说 直接说 照直说 实打实 实打实的 老老实实 眼目前 眼面前 眼前 眼下这会儿 这会儿 这会 这下 这阵 这时候 此时 当前来看 目前看 目前来看 现在看 现在看来 目前情况 目前状况 就目前 就现在 从目前看 从现在看 到眼下 截止到目前 截至到目前 截止到现在 截至到现在 截止今天 截止到今天 截至到今天 截至今日 截止今日 到今天为止 到今日 迄今 迄今为止 至今 至今为止 目前阶段 现阶段 当前阶段 整个 整个的 全盘 全面 通盘 一总 一共加起来 拢共 拢总 通共 合计 合起来 统共 满打满算 里里外外 通通 统统 全都 全部都 都给 全给 一概 一律 光 光是 光说 光看 只 只看 只要 只说 只算 只统计 只管 只问 只是 仅 仅仅 仅看 就看 就说 就问 就算 就要 专看 专门 专门看 特地 那里面 这里面 里边 里面的 当中的 其中的 中间的 仍 仍然 仍旧 依然 还是 还在 一直 一直还 始终 老是 总是 都是 全是 均 都在 都有 有着 带有 存在的 出现的 发生的 涉及的 有没有说 是不是 是不是都 是否 是否都 行不行 好不好 好不 行不 行吗 好吗 可以吗 可好 晓得 晓得不 知道不 知不知道 你晓得 你知道 你清楚 你看 你看看 你说 你讲 你估计 你算 你给 你给我 请你给 给 给到 替我 跟我 为我 向我 一哈 一哈子 一下子 下子 哈子 下哈 一下哈 一遍 一回 一道 个 的话 的时候 来讲 来说 来看 起来 手头上 手里头 手里面 手上面 手底下 名下的 手上的 手里的 手头的 负责 分内 之类 之类的 等等 什么的 会儿 嘎 撒 哟 咯 喃 唦 哩 欸 嘞 噶 吧啦 的吧 了吧 了呀 了啊 了嘛 了哈 了噻 了呢 的呢 的啊 的呀 的嘛 的哈',
);

/** Narrows nothing, wherever it stands. */
export const SPEECH = list(
  ADDRESS,
  each(ADDRESS, of('啊 呀 你好 您好')),
  COURTESY,
  HEDGES,
  each(of('这 那 上面 上边 刚刚 刚才'), of('说的 讲的 提的 问的')),
);

const WHOM = '(?:我们|咱们|我|咱|俺|领导|大家|大伙)';
const HOW_TOLD =
  '(?:再|先|都|就|也|快点|快|赶紧|赶快|马上|简单|大致|大概|具体|详细|仔细|好好|挨个|逐个|逐一|逐件|一个个|一件件|一件一件|一个一个|一条一条|一五一十)*';
const TELLING =
  '(?:汇报|报告|报|说|讲|念|介绍|列|数|统计|算|捋|理|梳理|归拢|归纳|汇总|总结|拉|筛|挑|找|调|翻|查|看|瞧|瞅|分析|反馈|摆|过|盘|盘点|清点|点|排|排查|整理|弄|搞|交代|通报|打听|问|了解|关注|提示|提醒|摸)';
const ENDED =
  '(?:一下子|一下|一哈子|一哈|下子|下|哈|一遍|一道|清楚|明白|出来|上来|一声|一句|几句|一嘴|一捋|一说|一讲|一看|一数|一列|一查|一算|一理|一报|一过|一问|一摆|一点|一瞧|一翻|一盘|一汇总|看|听)';
const ENDED_ONCE = `(?:看看|听听|${ENDED})`;
const OBJECT =
  '(?:[一]?个)(?:总数|准数|数字|大数|数儿|数|准信|准话|实底|底|说法|情况|明白|大概|结果|回话|话|一二三)';
const AFTER = '(?:给我|我)?(?:听听|看看|瞧瞧|听|看|瞧)?';

const PATTERNS: readonly RegExp[] = [
  // 给我报一下, 帮我把…: whom it is told to makes any verb one of telling.
  new RegExp(
    `(?:请|麻烦|烦请|拜托|劳烦|你|您|你们)*(?:帮忙|帮|给|跟|替|向|为|对)${WHOM}${HOW_TOLD}${TELLING}(?:${ENDED}|${OBJECT})*${AFTER}`,
    'y',
  ),
  new RegExp(`(?:请|麻烦|烦请|你|您)*${HOW_TOLD}${TELLING}${ENDED}+${AFTER}`, 'y'),
  new RegExp(`(?:给|报|说|讲|来|发)(?:我|我们|咱)?${OBJECT}`, 'y'),
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

const WHO =
  '(?:我们|我|咱们|咱|书记|市长|县长|区长|主任|局长|领导|省里|市里|县里|区里|上面|上级|上头|组织上|人大|政协|督查组|督导组|巡视组|巡察组|审计|纪委|媒体|记者|企业|客商|老板)';
const WHEN =
  '(?:今天|明天|后天|上午|下午|晚上|今晚|明早|一早|早上|中午|等下|等会儿?|待会儿?|一会儿?|马上|过会儿?|回头|稍后|下周|下周一|周[一二三四五六日]|礼拜[一二三四五六天])';
const PURPOSE =
  '(?:开会|上会讲|开个?.{0,4}会|会上(?:我|书记|领导|大家)?(?:要|得)?(?:讲|说|用|汇报|通报)|汇报|作?个?汇报|述职|讲话|发言|写(?:个|一个)?(?:材料|报告|讲话稿|汇报|总结)|报材料|做(?:个|一个)?(?:材料|汇报|报告)|上报材料|材料(?:上)?(?:要)?用|急用|等着用|等着要|有用|要用|用得着|心里(?:好)?有(?:个)?(?:数|底)|有(?:个)?(?:数|底)|做到心中有数|心中有数|摸(?:个|一下)?底|好安排|好布置|好调度|调度(?:一下|用)?|讲(?:一下|一讲)?|说(?:一下|一说)?|通报(?:一下)?|点(?:一下)?名|表扬(?:一下)?|批评(?:一下)?|问(?:我|起来|起|到|责)?|要数|要数据|催得急|来检查|来调研|检查|调研|督查|过问|下去|现场看|看一下|听一下)';
const MARK = '[\\s,，。;；、!！?？:：]';
const POST = '(?:同志|书记|市长|主任)';
/** A clause of its own that says what the answer is for: 明天开会要用, 到会上我要讲, 领导要问. */
const FRAME = new RegExp(
  `(?<=^|${MARK})(?:因为|主要|就是|我好|好|方便|为了|为|省得|免得)?(?:${WHEN}|${WHO}|到时候|到|在|去|跟|向|给|对|和|同|要|得|会|好|想|准备|打算|需要|等着|急着|先|再|还|又|有|个|[高唐王李张刘陈周吴](?:(?!${POST})\\p{Script=Han}){0,2}${POST})*${PURPOSE}(?:的|了|用|呢|吧|啊|哈|要用|一下|会)*(?=$|${MARK})`,
  'gu',
);

/** 书记点名的，还有几个: those that were named, which nobody keeps; 开会要用的 is for what. */
export const NARROWS = /(?<![用要急])的[了呢吧啊哈]*$/u;

/** The text with such clauses blanked; of the same length, and as it was when nothing else would be left. */
export function withoutFrames(folded: string): string {
  const bare = folded.replace(FRAME, (said) => (NARROWS.test(said) ? said : ' '.repeat(said.length)));
  return /[\p{L}\p{N}]/u.test(bare) ? bare : folded;
}

/** What asks to be told among what was blanked as a frame: 念给我听. */
export function toldIn(whole: string, bare: string): string | undefined {
  for (let at = 0; at < whole.length; at++) {
    if (bare[at] !== ' ' || whole[at] === ' ') continue;
    const length = tellingAt(whole, at) || (TOLD_TO.exec(whole.slice(at))?.[0].length ?? 0);
    if (length > 0) return whole.slice(at, at + length);
  }
  return undefined;
}
const TOLD_TO =
  /^(?:一件一件|一个一个|逐件|挨个)?(?:说|讲|念|读|报|列|摆|翻)给(?:我们|我|咱|领导)(?:听听|看看|听|看)?/;
