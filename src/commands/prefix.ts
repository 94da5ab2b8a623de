/** The beginning of a message: politeness, number of the problem, command word, in whatever order people write it. */

import { NUMERAL } from '../domain/numerals.ts';
import { issueNumberAt, type ReadIssueNumber } from '../language/lexicon/numbers.ts';
import { fold, MENTION, type Phrase } from '../language/phrase.ts';
import type { CommandDefinition } from './call.ts';

export interface Head {
  /** The table's word; undefined when the message begins with none. */
  word?: string;
  /** Rows that share the word, in table order. */
  specs: readonly CommandDefinition[];
  number?: ReadIssueNumber;
  /** Where the word begins. */
  at: number;
  /** Where the text after word and filler begins. */
  end: number;
  /** A space, a mark, a number or the end follows the word. */
  separated: boolean;
  /** Somebody is mentioned before the word: @张三 签收 #12. */
  mentionFirst: boolean;
}

export type WordIndex = ReadonlyMap<string, readonly { word: string; specs: readonly CommandDefinition[] }[]>;

/** Words of the table by first character, longest first. */
export function indexWords(commands: readonly CommandDefinition[]): WordIndex {
  const byWord = new Map<string, CommandDefinition[]>();
  for (const spec of commands) {
    for (const raw of spec.words) {
      const word = fold(raw);
      byWord.set(word, [...(byWord.get(word) ?? []), spec]);
    }
  }
  const index = new Map<string, { word: string; specs: CommandDefinition[] }[]>();
  for (const [word, specs] of byWord) {
    const first = word.charAt(0);
    index.set(first, [...(index.get(first) ?? []), { word, specs }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.word.length - a.word.length);
  return index;
}

/** Words that begin with a command word and mean something else; a space after the word overrules the list. */
const LOOKALIKES: Record<string, RegExp> = {
  报: /^(?:告|装(?![修置卸载饰备])|表|名|纸|备(?!用)|价|销|社|刊|废案|废了|废率|废车|警(?!示)|酬|考(?!核)|道(?!路)|导(?!流|线)|关(?![键于闭])|税(?!务)|审(?!计)|批[^次]|批$|送|到|请|单(?!位|元)|账|国(?![道网土家有省])|答|恩(?!施)|复(?!垦|合)|仇|幕|时(?!限)|盘|效|喜|头|业(?!主)|载(?![重荷])|数(?!据)|捷|检(?![测修])|建(?![设筑成])|领|完|过(?![水路滤])|了|不[上了完到报]|没有?[上报]|上去|上来|给(?!水|排)|一声|下来|出来|错|多少|什么|啥|谁)/,
  上报: /^(?:给|到|了|过|完|省|市|县|区|的|材料|数据|审批|领导|不|没|情况|时|后|前)/,
  登记: /^(?:表|证|簿|册|了|过|完|好|的|处|机关|中心|人|时|后|前|不|没|率|手续|备案|造册|最|当[天日](?=的|就|没|未|便|即|[办销签转])|至今|到现在|(?:已经?)?(?:超过|不到|超|满)?了?(?:[一二两三四五六七八九十几半\d]{1,3})个?多?(?:天|周|月|星期|礼拜|工作日)(?=[以之]|了|的|内|才|就|多|都|[还仍]|[没未](?:有)?[办签动销转结人进解处]|[\s,，]*$))/,
  上会: /^(?:讨论|前|后|时|了|的|不|没|材料|研究|通过|吗)/,
  搜: /^(?:狗|救|身|查|刮|罗|寻|集|不|没|了|的)/,
  查: /^(?:封|办|处|房|岗|实|明|出|收|账|获|扣|验|漏|证|税|干|无|不|没|了|完|过|的|吗)/,
  恢复: /^(?:得|了|的|不|没|正常|中|后|前|时|情况|良好|生产|供|通|施工|如|吗|交通|营业|原)/,
  历史: /^(?:上|性|悠久|遗留|的|原因|问题|数据|文化|最|新|同期|不|没)/,
  同步: /^(?:推进|进行|实施|开展|的|率|卫星|不|没|了|一|更新|建设|跟进|谋划|到位)/,
  进展: /^(?:顺利|缓慢|良好|不|没|很|非常|还|较|慢|快|情况|如何|怎|的|吗|正常|迅速|比较|太|有点|到哪|是)/,
  核验: /^(?:码|完|后|前|时|过|的|不|没|了|一下再|吗|人|单|表|标准|情况|工作)/,
  问: /^(?:下|哈|声|个事|一[下哈声句])/,
  延期: /^(?:了吗|不|没|的|后|吗|原因|情况|开|交|付|缴|履|费|申请表|是|会|太)/,
  办结: /^(?:率|量|数|情况|的|不|没|吗|时|后|前|单|是|标准|件|多少|几)/,
  退回: /^(?:去|来|的|不|没|吗|了吗|率|款|后|前|时|件)/,
  签收: /^(?:率|单|人|表|快递|包裹|的|不|没|吗|了吗|情况|时|后|前|完|件|多少|几)/,
  转办: /^(?:单|件|率|的|不|没|吗|情况|时|后|前|完|函|通知|了吗|多少|几)/,
};

/** After any word, with nothing between: not a command. */
const NEVER =
  /^(?:不|没|未|率|吗|呢|么|嘛|了|过|的|后|前|时|得|着|们|是|很|太|就|才|都|也|还|会|能|要|完|好|中|与否|之|怎|多少|几|什么|谁|哪|为)/;

/** Small words between the command word and the rest: 签收一下 #12, 办结了 #12. */
const FILLER =
  /^(?:一下子|一下|下|吧|掉|了|一条|一个|个|条|:)?(?=$|[\s#\d:,.。!?~;、\uE000]|第\s?[\d一二三四五六七八九十])/;

const SEPARATOR =
  /^(?:$|[\s:,.。!?~;、"'“”‘’「」『』《》()（）【】[\]\uE000]|[-—–>=]|\p{Extended_Pictographic})/u;

const POLITE =
  /(?:请问|请你|请您|请帮忙|请帮我|请|麻烦你|麻烦您|麻烦帮我|麻烦|劳驾|拜托|帮我们|帮我|帮忙|帮|给我|我想要|我想|我要|想要|你好|您好|专班秘书|小秘书|机器人|那就|把|将|对)/y;
const SKIP = /[\s\p{P}\p{S}\p{Extended_Pictographic}\p{M}]/u;

/** Reads the beginning of a folded message. Costs one pass over what precedes the word. */
export function parseCommandPrefix(folded: string, words: WordIndex): Head {
  let number: ReadIssueNumber | undefined;
  let mentionFirst = false;
  let at = 0;
  while (at < folded.length) {
    const found = wordAt(folded, at, words);
    const onto = found && looksOnto(folded, found, words);
    if (onto !== undefined) {
      at = onto;
      continue;
    }
    if (found) return finishHead(folded, found, at, number, mentionFirst);
    const next = number ? undefined : issueNumberAt(folded, at);
    if (next && (next.kind !== 'bare' || beginsWord(folded, next.span[1], words))) {
      number = next;
      at = next.span[1];
      continue;
    }
    const character = String.fromCodePoint(folded.codePointAt(at) ?? 0);
    POLITE.lastIndex = at;
    const polite = POLITE.exec(folded);
    if (polite) at += polite[0].length;
    else if (character === MENTION) {
      mentionFirst = true;
      at++;
    } else if (character !== '#' && SKIP.test(character)) at += character.length;
    else break;
  }
  return { specs: [], ...(number && { number }), at, end: at, separated: true, mentionFirst };
}

type FoundWord = { word: string; specs: readonly CommandDefinition[]; after: number };

/** 第7环节: the word is 环节, and what it is about begins with it. */
const ORDINAL_WITHIN = new RegExp(`第\\s?${NUMERAL}\\s?号?个?环节`);
const ORDINAL = new RegExp(`^${ORDINAL_WITHIN.source}`);

/** Where 第7环节 at the beginning of the text ends. */
export function ordinalEnd(folded: string): number | undefined {
  return ORDINAL.exec(folded)?.[0].length;
}

/** Where the first 第7环节 within the text begins; undefined: there is none. */
export function ordinalWithin(folded: string): number | undefined {
  return ORDINAL_WITHIN.exec(folded.slice(0, 200))?.index;
}

function wordAt(folded: string, at: number, words: WordIndex): FoundWord | undefined {
  if (folded[at] === '第' && ordinalEnd(folded.slice(at, at + 16)) !== undefined) {
    const link = words.get('环')?.find(({ word }) => word === '环节');
    if (link) return { ...link, after: at };
  }
  for (const { word, specs } of words.get(folded.charAt(at)) ?? []) {
    if (!folded.startsWith(word, at)) continue;
    const end = at + word.length;
    const rest = folded.slice(end, end + 16);
    const filler = FILLER.exec(rest)?.[0].length ?? 0;
    if (filler > 0 || SEPARATOR.test(rest)) return { word, specs, after: end + filler };
    const guard = LOOKALIKES[word];
    if (guard ? guard.test(rest) : NEVER.test(rest)) continue;
    return { word, specs, after: end };
  }
  return undefined;
}

/** Where the text after a command word and its filler begins, when the text begins with that word; 报告 is another. */
export function afterWord(folded: string, word: string): number | undefined {
  return wordAt(folded, 0, new Map([[word.charAt(0), [{ word, specs: [] }]]]))?.after;
}

/** 看 清单, 查我的: the second word is the command. Only words that look things up are reached this way. */
function looksOnto(folded: string, found: FoundWord, words: WordIndex): number | undefined {
  if (found.specs[0]?.name !== 'show') return undefined;
  const next = folded[found.after] === ' ' ? found.after + 1 : found.after;
  const spec = next < folded.length ? wordAt(folded, next, words)?.specs[0] : undefined;
  return spec && spec.name !== 'show' && (spec.group === '查询' || spec.name === 'projects')
    ? next
    : undefined;
}

function beginsWord(folded: string, at: number, words: WordIndex): boolean {
  const next = folded[at] === ' ' ? at + 1 : at;
  return wordAt(folded, next, words)?.specs.some((spec) => spec.needsIssue) ?? false;
}

function finishHead(
  folded: string,
  { word, specs, after }: FoundWord,
  at: number,
  number: ReadIssueNumber | undefined,
  mentionFirst: boolean,
): Head {
  const rest = folded.slice(after, after + 16);
  const separated =
    SEPARATOR.test(rest) || after > at + word.length || /^(?:#|\d|第)/.test(rest) || number !== undefined;
  return { word, specs, ...(number && { number }), at, end: after, separated, mentionFirst };
}

const STATUS_WORDS =
  /^(?:还|现在|目前|进展|情况|进度|办理|处理|状态|办得|办|弄|到|哪一步|哪步|哪儿|哪里|哪|怎么样|怎样|咋样|如何|怎么|什么|时候|了|啦|吗|呢|没|好|完|结|是|有|谁|在|负责|呀|的|这个|这件|事|到期|截止|完成|解决|能|要|多久|卡|\s|\p{P})+$/u;
const ASKS = /怎|咋|如何|哪|什么|谁|吗|呢|进展|情况|进度|状态|没有?[\s\p{P}]*$/u;
/** 怎么到现在还没办好 asks why, which is a fact of its own. */
const WHY_NOT = /(?:怎么|咋)(?:到?现在|还|的|是)*没/u;

/** 怎么样了, 到哪一步了, 办好了吗: asks how one problem stands. */
export function asksStatus({ folded }: Phrase): boolean {
  return folded.length <= 30 && ASKS.test(folded) && STATUS_WORDS.test(folded) && !WHY_NOT.test(folded);
}
