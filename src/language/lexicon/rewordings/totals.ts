/** How many in all, struck off and left: the parts of these questions, and the questions in the words that are read. */
import { ALL, END, LOGGED, MANY_OF_THEM, SEP } from './parts.ts';

/** All of them came since then, so that it narrows nothing beside 一共. */
const SINCE =
  '(?:(?:自打|自从|自|从|打)?(?:咱们?|我们)?(?:这个)?(?:系统|平台|专班|机器人)?(?:上线|启用|投用|开始用|运行)(?:的)?(?:那天)?(?:开始|起)?(?:以来|到今天|到现在|到目前|至今|后)?(?:为止)?)';
export const OVER =
  '(?:(?:办|销|解决|处理|了结|结|清|消化|化解)(?:掉|完|好|结|号|成)*了?|办成|搞定|收尾|成|了)(?:了|过)?(?:的)?';
export const LEFT =
  '(?:还|目前|现在|手上)*(?:剩下?|欠|差|留|余|(?:没|未)(?:办完?|办结|销号?|了|解决|完|结))(?:着|下|的)*(?:有|是)?';
/** No day, on which each of the three would have a clock of its own. */
export const PLACE =
  '((?:(?![天周月年季号昨今明节新]|[以之过]后|[以之]前|期间|国庆|礼拜|星期|最近|以来|办结|销号|解决|(?<![那这])几|多少).){0,18}?)';
/** 剩下的都在哪几个局: whose those are that are left. */
const WHERE_LEFT =
  '(?:剩下|余下|没办完|没销|没解决|其余|还没完)的?(?:都|全)?(?:在|是|归|卡在|压在)?(?:哪一?[几些个家]?(?:个|家)?(?:单位|局|部门|家)?|谁(?:家)?)(?:的)?(?:手[上里]|那儿|那里)?(?:在)?(?:办|管|负责|弄)?(?:的)?';
export const WHOLE = '除作废外全部的几件';

export const ASKED_ALL = `(?:${ALL}|现在|目前|到现在|里头?|的|有|是|问题){0,4}(?:${LOGGED})?(?:${ALL})?(?:的)?(?:问题)?(?:有|是)?${MANY_OF_THEM}`;

export const SINCE_THEN = `${SINCE}[,，\\s]*(?:${ALL})?(?=${ALL}|${LOGGED}${MANY_OF_THEM}|问题)`;
export const TOTAL_AND_OVER = `^${PLACE}${ASKED_ALL}${SEP}(?:其中|里头|已经|已)?${OVER}(?:有|是)?${MANY_OF_THEM}${END}`;
const TOTAL_AND_WHERE = `^${PLACE}${ASKED_ALL}${SEP}(?:其中|里头|已经|已)?${OVER}(?:有|是)?${MANY_OF_THEM}${SEP}${WHERE_LEFT}${END}`;

const SINCE_IT = new RegExp(SINCE_THEN, 'u');
const OVER_IT = new RegExp(TOTAL_AND_OVER, 'u');
const WHERE_IT = new RegExp(TOTAL_AND_WHERE, 'u');

/** 一共报了多少,收尾了多少,剩下的都在哪几个局: each of the three, of which no one card tells. */
export function withTotals(text: string): string {
  const since = text.replace(SINCE_IT, '一共');
  const said = since
    .replace(WHERE_IT, `$1${WHOLE}，已销号的几件，未销号的在哪几个单位`)
    .replace(OVER_IT, `$1${WHOLE}，已销号的几件`);
  return said === since ? text : said;
}
