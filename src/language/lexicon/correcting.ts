/** 不对，我问的是资规局的: that the question before is taken back, and what is said in the place of part of it. */

/** What is meant now: words, or the number of one problem. */
export interface Correction {
  rest: string;
  number?: number;
  /** What was taken back by its words. */
  gone?: string;
}

const SIGH = '(?:哦|噢|啊|呃|嗯|哎呀|哎|唉|诶|不不|那)*';
const BACK = new RegExp(
  `^${SIGH}(?:(?:我|你|您|时间|日期|[月年]份|单位|项目|类别|口径)?(?:不对|(?:搞|说|讲|弄|记|问|听|理解|看)?错(?!误)|口误|说岔)(?:了|啊|哈|吧|呀)*|(?:改|更正|纠正|修改)(?:一?下|个)(?=[\\s,，])|不是(?:这个|这些|这件|这样|那个|的)?(?=[\\s,，。!！]|我(?!们?的)))[\\s,，。!！]*`,
  'u',
);
/** 我问的是, 我是说, 应该是: by itself enough. */
const MEANS =
  /^我的意思(?:就)?是(?:说|问|指)?|^(?:我)(?:想|要)?(?:问|要|说|指|看|找|查|想问|想要|想看|要看|要问|意思)的?(?:应该|就)?是(?:说|问|指)?|^我是(?:想|要)?(?:问|说|指|看|要)|^(?:应该|应当)(?:是|问|说|看|指)(?:问|说|看|指)?/u;
/** Only behind what takes back. */
const WANTS = /^(?:我)?(?:想|要|改|就)?(?:看|要|问|说|查|换成|改成)(?!的)|^(?:而)?是|^换成|^改成/u;
const NOT_BUT =
  /^(?:那)?不是(?![光只单仅])([^,，\s]{1,10}?)(?:[,，\s]+|(?=而?是))(?:而)?(?:是|要看|(?:换|改)成|给我|我?[要问说指看]的?是?)(.{1,16})$/u;
/** 不光逾期的，我要全部的 */
const NOT_ONLY =
  /^(?:那)?不是?[光只单仅](?:是|看|要)?([^,，\s]{1,10}?)[,，\s]+(?:我|还|也|都|要|问|看|想|是|说){0,4}(.{1,16})$/u;
/** 今年的吗 我要看本季度的; 不看红的了，看黄的 */
const DOUBTED = /^(?:是|这是|怎么是)?.{1,10}?的?(?:吗|么|吧)[?？\s,，]+(?=我|应该|要)/u;
const NO_MORE =
  /^(?:先)?(?:不|别|不用|不要)(?:看|要|问|管|说)[^,，\s]{1,8}?(?:的)?了?[,，\s]+(?:就|改|只|我要|我想)*(?:看|问|要|说|换成)(.{2,16})$/u;
const NUMBER = /^(?:问题)?#?(\d{1,6})号?(?:那个|那件|的)?$/u;
const ENDS = /[吧啊呀哈呢了\s\p{P}]+$/u;

/** undefined: nothing is taken back */
export function correctionIn(folded: string): Correction | undefined {
  const said = folded.trim().replace(ENDS, '');
  const [, gone, but] = NOT_BUT.exec(said) ?? NOT_ONLY.exec(said) ?? [];
  const instead = but ?? NO_MORE.exec(said)?.[1];
  const now = instead === undefined ? undefined : meant(instead);
  if (instead !== undefined) return now && { ...now, ...(gone !== undefined && { gone }) };
  const doubted = DOUBTED.exec(said)?.[0] ?? '';
  let rest = said.slice(doubted.length);
  const taken = BACK.exec(rest)?.[0] ?? '';
  rest = rest.slice(taken.length);
  rest = rest.slice((BACK.exec(rest)?.[0] ?? '').length);
  const back = doubted !== '' || taken !== '';
  const means = MEANS.exec(rest)?.[0] ?? (back ? WANTS.exec(rest)?.[0] : undefined);
  if (!back && means === undefined) return undefined;
  return meant(rest.slice(means?.length ?? 0));
}

function meant(words: string): Correction | undefined {
  const rest = words.replace(/^[\s,，]+/u, '');
  if (rest === '') return undefined;
  const number = NUMBER.exec(rest)?.[1];
  return { rest, ...(number !== undefined && { number: Number(number) }) };
}

/** 不看红的了: what is no longer asked for. undefined: it says no such thing */
export function droppedIn(folded: string): string | undefined {
  return /^(?:那|先)?(?:不|别|不用|不要)(?:看|问|管)([^,，\s]{1,6}的)了?[吧啊\s\p{P}]*$/u.exec(folded)?.[1];
}

const KINDS = [
  [/^项目|^企业/u, 'projectIds'],
  [/^单位|^部门|^局/u, 'unitIds'],
  [/^类别|^类型/u, 'categoryIds'],
] as const;

/** 所有项目的供电: what is no longer narrowed, and the words behind it. undefined: it says no such thing */
export function freedIn(
  words: string,
): { kinds: ('projectIds' | 'unitIds' | 'categoryIds' | 'areaIds')[]; rest: string } | undefined {
  const all = /^(?:全区|全县|全市|全部|所有|整个|不限|不分)(?:的)?/u.exec(words)?.[0];
  if (all === undefined) return undefined;
  const behind = words.slice(all.length);
  const kind = KINDS.find(([said]) => said.test(behind));
  const rest = behind.replace(/^(?:项目|企业|单位|部门|局|类别|类型|问题|园区)?的?/u, '');
  return { kinds: kind ? [kind[1]] : ['projectIds', 'unitIds', 'categoryIds', 'areaIds'], rest };
}
