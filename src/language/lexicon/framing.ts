/**
 * What people say around a question and not in it: whom they speak to, what the figure is for, how they want to hear it.
 * A class is skipped only where it stands so that it can narrow nothing; the same words inside a sentence are read.
 */

import { Lately } from '../remembered.ts';
import { all, END, type Framing, MARK, START } from './frame.ts';
import { NARRATIVE } from './narrative.ts';
import { withoutPrefaces } from './preface.ts';
import { SURNAMES } from './surnames.ts';
import { TURNING } from './turning-to.ts';

const SURNAME = `[${SURNAMES}]`;
const ME = '(?:我们|咱们|我|咱|俺)';
const WHO = `(?:${ME}|领导|书记|县长|市长|区长|主任|局长|省里|市里|县里|区里|上面|上级|上头)`;
const WHEN =
  '(?:今天|明天|后天|上午|下午|晚上|今晚|明早|中午|早上|等下子?|等会儿?|待会儿?|一会儿?|过会儿?|过一会儿?|马上|回头|稍后|现在|正)';
const TOLD = '(?:说|讲|报|汇报|念|读|数|算|统计|汇总|梳理|理|捋|摆|查|核实|核对|核|看|摸|拎|整理|拉|过|点)';
const ONCE = '(?:一下子?|下子?|一遍|一道|一声|一句|两句|几句|一嘴|一眼)';
const OUT = '(?:清楚|明白|出来)';

/** Asks for a favour. */
const PLEASE =
  '(?:能不能|能否|可不可以|可以|可否|想|请|麻烦|劳烦|辛苦|你|您|帮忙|帮|给|替|先|再|快|赶紧|顺便|我们|我|咱们|咱)';

/** Whom an errand is for, and when it is. */
const FOR_WHOM =
  '(?:我们|我|咱们|咱|书记|市长|县长|区长|主任|局长|领导|省里|市里|县里|区里|上面|上级|上头|组织上|人大|政协|督查组|督导组|巡视组|巡察组|审计|纪委|媒体|记者|企业|客商|老板)';
const ERRAND_DAY =
  '(?:今天|明天|后天|上午|下午|晚上|今晚|明早|一早|早上|中午|等下|等会儿?|待会儿?|一会儿?|马上|过会儿?|回头|稍后|下周|下周一|周[一二三四五六日]|礼拜[一二三四五六天])';
const ERRAND =
  '(?:开会|上会讲|开个?.{0,4}会|会上(?:我|书记|领导|大家)?(?:要|得)?(?:讲|说|用|汇报|通报)|汇报|作?个?汇报|述职|讲话|发言|写(?:个|一个)?(?:材料|报告|讲话稿|汇报|总结)|报材料|做(?:个|一个)?(?:材料|汇报|报告)|上报材料|材料(?:上)?(?:要)?用|急用|等着用|等着要|有用|要用|用得着|心里(?:好)?有(?:个)?(?:数|底)|有(?:个)?(?:数|底)|做到心中有数|心中有数|摸(?:个|一下)?底|好安排|好布置|好调度|调度(?:一下|用)?|讲(?:一下|一讲)?|说(?:一下|一说)?|通报(?:一下)?|点(?:一下)?名|表扬(?:一下)?|批评(?:一下)?|问(?:我|起来|起|到|责)?|要数|要数据|催得急|来检查|来调研|检查|调研|督查|过问|下去|现场看|看一下|听一下)';
const POST = '(?:同志|书记|市长|主任)';
/** 书记点名的，还有几个: those that were named, which nobody keeps; 开会要用的 is for what. */
const NARROWS = /(?<![用要急])的[了呢吧啊哈]*$/u;

export const FRAMINGS: readonly Framing[] = [
  {
    name: 'turning',
    why: 'a clause of its own that takes note of an answer or turns to something else; what it turns to stands behind it',
    said: TURNING,
  },
  {
    name: 'address',
    why: 'whom it is said to; a name with what is theirs behind it (小刘手上) is no address',
    said: all(
      `${START}(?:喂|哎呀?|欸|诶|嗨|嘿|哈喽)(?:${END}|(?=\\p{Script=Han}))`,
      `${START}(?:各位(?:领导|同志)?|同志们?|大家|领导|老师)(?:${END}|[啊呀])`,
      `${START}(?:专班秘书|小秘书|小助手|机器人|秘书)(?:同志)?[啊呀]?(?=${MARK}|你|您|帮|麻烦|请|给我)`,
      `${START}[小老]${SURNAME}(?:同志)?[啊呀哎](?=${MARK}|\\p{Script=Han})`,
      // Between other words it is whose they are: 住建局 小王 还有几个.
      `(?<=^\\s*|[,。;!?:~…—-]\\s*)[小老]${SURNAME}(?:同志)?(?=${MARK}|你|您|帮我|麻烦|请|给我)`,
    ),
  },
  {
    name: 'courtesy',
    why: 'politeness at either end of what is said',
    said: all(
      `${START}(?:你好|您好|早上好|上午好|下午好|晚上好|早)(?=${MARK}|麻烦|请|帮)`,
      `${START}(?:真的?|很|实在)?(?:不好意思|对不住|抱歉)(?:啊|哈|了)?`,
      `${START}(?:打扰|打搅)(?:一下|下|了|你|您)*`,
      `${START}(?:劳烦|劳驾|烦请|拜托|辛苦|麻烦|有劳|费心)(?:你|您|了|一下|下|帮忙|帮我)*`,
      `(?:辛苦|拜托|麻烦|谢谢|多谢|感谢|谢)(?:你|您|了|啦|啊|大家|哈)*${END}`,
    ),
  },
  {
    name: 'announcing',
    why: 'says that a question comes; it begins a clause and takes no object of its own',
    said: all(
      `${START}(?:${ME}|那个|我这)?(?:就|再|先|也|来|只|顺便|顺带|随便|斗胆)*(?:想|要)?(?:请教|请问|打听|确认|核实|了解|关心|问|问问|查问)(?:${ONCE}|个事|个问题|你|您|啊|哈)+(?:就是)?`,
      `${START}(?:${ME})?(?:就|只|很|还)?(?:想|要)(?:请问|知道|了解|晓得|问|看|听)(?:${ONCE}|你|您|看|啊|哈)*(?=${MARK})`,
      `${START}(?:${ME})?(?:跟|和|同)你(?:讲|说)(?:个事|一下)?${END}`,
      `${START}(?:你)?(?:说实话|老实说|实话说|讲真|说真的|话说(?:回来)?|还有个事|还有件事|顺便(?:问${ONCE})?|顺带|其实|反正|那个什么|那个啥|怎么说呢|没别的意思|没什么事|也没别的|莫跟我绕|别跟我绕)(?:啊|哈|呢|了)?(?=${MARK}|\\p{Script=Han})`,
      `${START}(?:对了|另外|还有)(?:啊|哈|呢)?(?=[,。;:~…—-])`,
      `${START}(?:反正|也|那个)?(?:现在)?就是(?:说|讲|问)(?:那个)?(?=${MARK}|\\p{Script=Han})`,
      `${START}(?:你|您)?(?:就|只|直接|简单|老实)(?:地|点)?(?:告诉我|跟我说|跟我讲|给我说|给我讲|说说|讲讲|说|讲|回答我)(?:${ONCE})?(?=${MARK}|\\p{Script=Han})`,
      // 办结了告诉我一声 asks for something else.
      `${START}(?:你|您|请|麻烦)?(?:就|再|也|都)?(?:告诉|知会|告知|通知)(?:我们|我|咱)(?:${ONCE}|个话|个信)?${END}(?<=[几哪谁啥么怎吗少].{0,40})`,
      `${START}(?:你|您)?(?:快点|赶紧|赶快|快)?(?:告诉|回)(?:我|一下)+`,
      // 我要各单位逾期数: what is wanted, and nothing that is to be done.
      `${START}(?:我|我们)要(?!办(?!结)|[签核报转跟盯做批审评处])(?=[^。?？]{2,30}(?:[件总个题销号期灯结]数|数量|清单|明细|名单|占比|比例|率|排名|分布)${END})`,
      `${START}(?:请|麻烦|劳烦|烦请)(?:您|你)?(?:再|帮忙|帮我|尽快|如实|逐一)*(?:说明|核实|核对|核查|告知|反馈|报送|确认|查明|介绍|提供|列明)(?:${ONCE})?(?=\\p{Script=Han})`,
      // 能不能帮我看看, 麻烦问下, 帮我瞅一眼
      `${START}${PLEASE}*(?:瞅|看|查|问|瞧|翻|找|数|打听|核|摸|捋|列|统计|梳理|汇总(?!一下情况))(?:${ONCE}|一哈子?|哈子?|看|瞅|瞧|查|问|翻|数)(?![的过了出])`,
      `${START}(?:你|您|就|先|再|快|赶紧)+(?=把)`,
      `${START}(?:来来来|来|嗯+|呃+|额|那个|这个|就是|那什么|我说)(?=[,;~…])`,
    ),
  },
  {
    name: 'purpose',
    why: 'a clause of its own that says what the answer is for; the time in it is of that, not of the problems',
    but: NARROWS,
    said: all(
      // 明天开会要用, 领导等着要, 我下午现场要讲, 写材料要用
      `${START}(?:因为|主要是?)?${WHO}?(?:${WHEN}|要|得|好|想|就|去|到|在|快|还)*(?:开会|开个?会|会上|会前|进会场|碰头会|调度会|例会|汇报|作汇报|写材料|写报告|写总结|写稿子|做材料|做报告|做表|讲话|发言|现场|下去|接待|调研|督查|检查|来督查|来检查|来调研|通报|急|等着|报数|上报)(?:要|得|上|时|前|里|去|了|等着|急着|来|想|会|引用一下|${WHEN})*(?:用|要|看|讲|说|问|念|报|提|点名|汇报|引用|这个数|一下|的|数)*(?:了|呢|啊|哈|的)*${END}`,
      // 周五会上要过一遍, 报个数我写材料用
      `${START}${ERRAND_DAY}?(?:的)?(?:专班|调度|推进|专题|办公|碰头|例)?(?:会议上|会议|会上|会)(?:我|我们|领导|书记)?(?:要|得|准备|想|打算)+(?:过|捋|看|点|梳理|对|用)(?:一遍|一下|一过|一看)`,
      `${START}(?:给|报|来)个数(?:${ME}|领导)?(?:${WHEN}|要|好|得|想|去)*(?:写|做|报|填|上报|汇报|开会|上会|讲|发言)(?:个|一个)?(?:材料|报告|总结|汇报|表|稿子)?(?:要用|时用|用|要)?${END}`,
      `${START}${WHO}(?:${WHEN})?(?:急着|等着|急|催着|在等着?|正等着?|催得?)(?:要|用|问|看|紧|急|听|数)*(?:了|呢|的)?${END}`,
      `${START}(?:在线等|急用|等着用|急等着用|急着用|有急用|急|挺急的|比较急)(?:啊|呢|的)?${END}`,
      `${START}(?:(?:先|也|就|好)?(?:让|叫|给))?${WHO}?(?:也|先|就|要|好|想|得|总|这样|这里|这边)*心里(?:也|先|要|好|得|就)*(?:有个?(?:数|底)|没(?:得|有)?个?(?:数|底)|不踏实|直打鼓)(?:啊|了|呢|的)?${END}`,
      `${START}(?:免得|省得|不然|以免|好让).{1,12}?${END}`,
      // 我记一下, 我拿笔记一下
      `${START}${ME}(?:先|好|也|就|要|再|拿笔|拿本子|拿个本子)*(?:记|抄|琢磨|掂量|考虑|想)(?:${ONCE}|下来|个数|着|一记)+${END}`,
      `${START}${ME}(?:也)?好(?:去|先|提前|早点|跟|给|催|安排|准备|打|有|做|布置|调度).{0,10}?${END}`,
    ),
  },
  {
    name: 'situation',
    why: 'a clause of its own about where the speaker is or how they feel',
    said: all(
      `${START}(?:${ME})?(?:${WHEN})*(?:人)?在?(?:在)?(?:车上|路上|外面|外头|开车|会场|高铁上|机场|外地)(?:了|呢|的)?(?:看不了|看不成|打不开|不方便看|没法看)?(?:表格|电脑|手机|系统|表)?${END}`,
      `${START}${ME}(?:${WHEN}|要|就|得|快)*(?:进会场|上车|出发|进会议室|开会|进去|上台|去开会)(?:了|的)?${END}`,
      `${START}${ME}?(?:看不了|看不成|打不开|不方便看|没法看|懒得看)(?:表格|电脑|手机|系统|表)?${END}`,
      `${START}(?:真|真的|太|搞得|让|弄得)*(?:我|人|我们)?(?:脑壳|头|脑袋)(?:疼|痛|大)(?:了|死了)?${END}`,
      `(?<=[块事里面])我(?:很|最|挺|蛮)(?:着急|担心|操心|关心)(?:了|的)?(?=[,。;])`,
      `(?<=[这那]边|那里)(?:都)?还(?:行|好|可以)(?:吧|不|吗)(?=[,。?!]|$)`,
      `(?:${START}|(?<=[啊呀呢]))${ME}(?:${WHEN}|要|准备|打算|想)+(?:过去|下去|去现场|去|到现场)(?:看看|看一下|看|调研|走走|转转)?${END}`,
      // 联络员是哪一个我一下子想不起来了
      `我(?:一下子?|一时(?:间)?|这会儿|突然|硬是|实在|有点|都|也|又|给)*(?:想不起来|想不起|记不起来|记不得|不记得|记不清楚|记不清|忘记|搞忘|忘掉|忘)(?:了|是谁|叫什么|叫啥|名字)*${END}`,
      `${START}我(?:要|想|好|得|有事|正好)*(?:去|来)?(?:找|问|联系|请教|打给)(?:一下|下)?(?:他|她|他们|人家|对方)(?:问|说|讲|谈|了解|打听|商量|协调)?(?:一下|下)?(?:点|个|些)?(?:事情|事|情况|问题)?(?:啊|呢|的)?${END}`,
      `${START}(?:唉|哎|哎呀|真是的|急死我了|愁死人了?|烦死了|我(?:很|最|挺|蛮)?(?:着急|担心|操心|关心)的?)${END}`,
    ),
  },
  {
    name: 'form of the answer',
    why: 'how it is to be told; what is told stands before or behind it',
    said: all(
      `(?:先|再|都|就|快|你|请)*(?:给|跟|向|帮)(?:我|我们|咱|咱们|领导)(?:先|再|都|一件一件|一个一个|一条一条|单独|简单|大概|仔细|好好|详细|分别|全部|给我|地)*${TOLD}(?:${ONCE}|${OUT}|听|给我|${TOLD})*${END}`,
      `(?:再|先|都|你|一件一件|一个一个|一条一条|简单|大概|详细)*(?<!单独|分别|另外|另)${TOLD}(?:${ONCE}|${OUT})(?:给我)?(?:看看?|听听?|念念)?${END}`,
      `(?:说|讲|念|报|读|摆|拿|拎|整理)给(?:我|我们|咱|领导)(?:听|看|瞧)?(?:听|看|${ONCE})?${END}`,
      `${START}(?:先|再|都|快|你|您|就)*(?:帮我|给我|替我|跟我)(?:先|再|好好|赶紧|快)?${TOLD}(?:${TOLD}|${ONCE})+(?=${MARK}|\\p{Script=Han})`,
      `${START}(?:你|请)?(?:就)?(?:简单|直接|用?一两句话|用?一句话|用?两句话)(?:地)?(?:跟我|给我)?(?:讲|说|概括)?(?:讲|说|${ONCE})*(?:${END}|(?<=讲讲|说说))`,
      // 有数没, 清楚不
      `${START}(?:你那里|你那边|你们|你|您)?(?:心里)?(?:有个?(?:数|底|谱)|清楚|晓得|知道|掌握)了?(?:没有|没|不|吗|么|吧|冇)${END}`,
      `(?:给我?|报|来|要)个?(?:准数|准信|总数|数字|数|痛快话|准话|大数|实底|话)(?:就行|就好|就可以|就够)?(?:了)?${END}`,
      `${START}(?:到底|究竟)?(?:有|给|得有|能不能有|能不能给)(?:没有|不有)?个(?:准信|准话|准数|准日子|准头|说法)(?:没有|没得|没|吗|么|不)?${END}`,
      `${START}(?:请|麻烦)?(?:你|您)?(?:给出|(?:给我|向我)?提供(?:一份|一下)?)(?=\\p{Script=Han})`,
      `${START}(?:就行|就行了|就可以了|就好了|就够了|都要|都说一下|都讲一下)${END}`,
      `${START}(?:一个|半个|哪怕一个)也(?:行|好|可以|算)${END}`,
      `${START}(?:有的话|要是有的话|如果有的话|有的话呢)(?=${MARK}|\\p{Script=Han})`,
    ),
  },
  {
    name: 'calendar remark',
    why: 'a clause of its own that tells what day it is or how much time is left, with no number asked for',
    said: all(
      `${START}今天(?:已经|都|就)?(?:是|又)?(?:周|礼拜|星期)?[一二三四五六日天十\\d]{1,3}(?:号|日)?了${END}`,
      `${START}(?:本月|这个月|今年|离月底|离年底)?(?:就|只|也)?(?:还剩下?|只剩下?|剩下?|还有)(?:不到|不足)?(?:[一二两三四五六七八九十半\\d]+)个?(?:多)?(?:天|周|礼拜|星期|月)(?:了|时间)?${END}`,
      `${START}(?:我)?(?:记得|印象里|印象中|听说)?(?:原来|之前|上次|当时|以前|原先)(?:说|讲|定)的?是.{1,10}?${END}`,
    ),
  },
  {
    name: 'assurance',
    why: 'asks whether what was said is so; the figure answers it',
    said: all(
      `${START}(?:是吧|对吧|没错吧|是不是|对不对|是这样吧|${ME}没(?:记|搞|弄|看)错吧|${ME}没(?:记|搞|弄|看)错的话|是不是真的|是真的吗|真的吗|真的假的)(?:啊|呀)?${END}`,
      `(?<=[率度])(?:还|也)?(?:拿得出手|看得过去|过得去|说得过去|好看|像话|像样)(?:不|吗|没|么|吧)${END}`,
    ),
  },
  {
    name: 'particle',
    why: 'ends a clause and says nothing: Mandarin and the speech of Hubei',
    said: all(
      `(?<=\\p{Script=Han})(?:哟|喔|啰|咯|哒|唦|嘎|噶|嚯|吼|喃|哇|噢|呦|嗷|咧|嘞|撒|噻|喂|欸|诶)+${END}`,
      `${START}(?:吼|哈|嘿)${END}`,
      `(?<=[呢吗吧])(?:顺便|顺带)${END}`,
    ),
  },
  {
    name: 'hedge',
    why: 'stands right before how many; anywhere else it says that something is nearly so',
    said: all(
      `${START}进入?(?=(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月|今年|本月)`,
      '(?:差不多|大约|大致|大体|约莫|估摸着?|估计|大概|恐怕|应该|好像|怕是|粗略|可能|也许|或许|兴许)(?=(?:现在|目前|总共|一共|还|都|是|共|要|得|能)*(?:(?:剩|有)?(?:几|多少|好多)|有哪))',
    ),
  },
  {
    name: 'errand',
    why: 'a clause of its own in which somebody goes, writes, speaks or asks; whose errand it is narrows no problem',
    but: NARROWS,
    said: all(
      `${START}(?:因为|主要|就是|我好|好|方便|为了|为|省得|免得)?(?:${ERRAND_DAY}|${FOR_WHOM}|到时候|到|在|去|跟|向|给|对|和|同|要|得|会|好|想|准备|打算|需要|等着|急着|先|再|还|又|有|个|[高唐王李张刘陈周吴](?:(?!${POST})\\p{Script=Han}){0,2}${POST})*${ERRAND}(?:的|了|用|呢|吧|啊|哈|要用|一下|会)*${END}`,
    ),
  },
  {
    name: 'visit',
    why: 'who comes to see what is named behind it, and when',
    said: all(
      `${START}(?:${ERRAND_DAY})?${FOR_WHOM}(?:要|会|准备)?(?:来|去|到|过来)(?:看|调研|视察|检查|督查)(?:看|一下)?(?![过的了])(?=\\p{Script=Han})`,
    ),
  },
  ...NARRATIVE,
];

/** 跟住建比呢: what it is compared with is asked in the same words. */
const COMPARED = new RegExp(
  `${START}(?:那)?(?:跟|和|与|同|比起)((?!.{0,3}(?:上|去年|前|昨|同期|一下|平均))\\p{Script=Han}{2,8}?)(?:比|相比|比一下|比起来|那边比)(?:呢|怎么样|咋样|如何)(?=$|[?。])`,
  'gu',
);

/** A text as written, with what frames it blanked. @param text folded, of the same length */
export function inEarnest(text: string, folded: string): string {
  const bare = withoutFraming(folded);
  let kept = '';
  for (let i = 0; i < text.length; i++) kept += bare[i] === ' ' && folded[i] !== ' ' ? ' ' : text.charAt(i);
  return kept;
}

/** 那跟住建局比呢 alone goes on from a question and is none. */
export function onlyCompares(folded: string): boolean {
  return folded.trim().replace(COMPARED, '') === '' && folded.trim() !== '';
}

/** Of these a clause at either end says nothing even to what goes on from an answer; 念给我听 alone does. */
const TALK = ['turning', 'address', 'courtesy', 'purpose', 'situation', 'calendar remark', 'errand', 'visit'];
const CLAUSES = new RegExp(`${MARK}+`, 'u');

/** Where in a text what is said begins and ends, without the clauses of talk around it. @param folded */
export function withinTalk(folded: string): [from: number, until: number] {
  let bare = withoutPrefaces(folded);
  for (const { name, said, but } of FRAMINGS)
    if (TALK.includes(name))
      bare = bare.replace(said, (match) => (but?.test(match) ? match : ' '.repeat(match.length)));
  const words = [...bare.matchAll(/[\p{L}\p{N}]/gu)];
  const [first, last] = [words[0]?.index, words.at(-1)?.index];
  if (first === undefined || last === undefined) return [0, folded.length];
  // #1 keeps its mark where nothing was cut before it.
  const from = bare.slice(0, first) === folded.slice(0, first) ? 0 : first;
  // What ends in the middle of a clause is no clause.
  const rest = folded.slice(last + 1).search(CLAUSES);
  return [from, rest < 0 ? folded.length : last + 1 + rest];
}

const UNFRAMED = new Lately<string, string>();

/** The text with what frames it blanked, of the same length; as it was when nothing would be left. */
export function withoutFraming(folded: string): string {
  return UNFRAMED.get(folded, () => unframe(folded));
}

function unframe(folded: string): string {
  let bare = folded;
  bare = bare.replace(COMPARED, (match, name: string) =>
    `${' '.repeat(match.indexOf(name))}${name}`.padEnd(match.length, ' '),
  );
  for (let round = 0; round < 3; round++) {
    const before = bare;
    bare = withoutPrefaces(bare);
    for (const { said, but } of FRAMINGS)
      bare = bare.replace(said, (match) => (but?.test(match) ? match : ' '.repeat(match.length)));
    if (bare === before) break;
  }
  return /[\p{L}\p{N}]/u.test(bare) ? bare : folded;
}
