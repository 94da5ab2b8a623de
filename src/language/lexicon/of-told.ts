/**
 * What is said after an answer, taken apart: which of what was told is meant, and what is asked of it, by the words that
 * ask of one problem: 里头超得最狠的那件谁在跟, 美利信的那几件归谁, 带上责任单位跟超了几天.
 */
import { type OneAsked, oneAskedIn } from './one-asked.ts';
import { asksWhichOfIt } from './ranking-said.ts';

export interface ToldClause {
  /** A question that finds the one of them that is meant: 拖得最久的是哪件. */
  most?: string;
  /** A name or a state that some of them have. */
  those?: string;
  /** So many were said to be told: 两件里. */
  of?: number;
  asked: OneAsked[];
  /** What is asked, in words that ask of one problem. */
  words: string;
  /** Said behind which of them it is of, and asks nothing of one problem. */
  behind?: string;
}

const DIGITS = '一二三四五六七八九十';
const PIECE = '(?:件|个|条|桩|单|笔)(?:事情?|问题)?';
const AHEAD =
  /^(?:那么?(?![几些两三一个件条])|行|好的?|嗯|哦|把|将|就|再|又|还|请|麻烦|给我|帮我|跟我|顺便|其中|里[头面]|当中|它们|他们|这(?:几|两|三|些)(?:件|个|条)?|上[头面]这?些?|单独|[\s,，])+/u;
const COUNTED = new RegExp(
  `^(?:这|那)?([两二三四五六七八九十])${PIECE}(?:里[头面]?|当中|之间|中间?|相比)?`,
  'u',
);
const BESIDE = /^(?:都|也|请|要|给我|再)*(?:带上?|附上?|写明|写上|注明|标明|标上|加上|连同|列明|点明)/u;
const BEHIND =
  /(?:也|都|给我|一并|一起|一块|全|再|要)*(?:(?:展开|单独|详细|挨个|逐[件个条])*(?:带|附|写|标|注|加|列|报|说|讲|念|点|展开|捋|看)(?:上|明|出来|清楚|一下|一遍|一?[说讲看听]|进去|给我|全|讲|说)*(?:[看听]+)?|展开|要)(?:[吧呢啊]|就行|就好)*$/u;
/** What may be told of each by its name alone. */
const AND = /跟|和|与|以及|还有|、|外加/u;

export const MOST_URGENT = '最急的是哪件';
/** By what the first of them is found: the verb ahead or behind, the end that is asked for, and the question. */
const ENDS: readonly (readonly [verb: RegExp, end: RegExp, means: string])[] = [
  [/超|逾/u, /^[^近少短]/u, '逾期最久的是哪件'],
  [/挂|停/u, /^[早久长老]/u, '挂账最久的是哪件'],
  [/催/u, /^[多狠凶勤]/u, '催得最多的是哪件'],
  [/退/u, /^[多狠]/u, '退回最多的是哪件'],
  [/登|报|提|来/u, /^[早先久老]/u, '登记最早的是哪件'],
  [/登|报|提|来/u, /^[晚新近]/u, '最近登记的是哪件'],
  [/用|花/u, /^[久长多慢]/u, '用时最长的是哪件'],
  [/用|花/u, /^[短少快]/u, '用时最短的是哪件'],
  [/到期|期限|时限|到点/u, /^[近早先快]/u, MOST_URGENT],
  [/^$/u, /^(?:急|赶|悬|险|危险|紧|近|要紧|着急|吃紧)/u, MOST_URGENT],
  [/^(?:等|放|搁|压|拖|卡|办|晾|耗|磨|欠)?$/u, /^(?:久|长|老|狠|慢|拖|严重|厉害|要命)/u, '拖得最久的是哪件'],
];
const MOST =
  /^(?:都|有|是)*(?:哪一?[件个条桩]|谁)?(?:的)?(超期?|逾期?|挂账?|停表?|催办?|退回?|登记?|报|提|来|用时?|花|到期|期限|时限|到点|等|放|搁|压|拖|卡|办|晾|耗|磨|欠)?(?:得|的)?(?:时间|日子)?最(危险|要紧|着急|吃紧|严重|厉害|要命|[早久长老狠凶勤多晚新近短少快慢先急赶悬险紧拖])(.*)$/u;
/** Behind the end: the verb, and the one that is pointed at. */
const ONE = new RegExp(
  `^(?:的)?(挂|停|登|报|提|退|来)?(?:上来|出来|进来)?的?(?:(?:那|这|是哪|又是哪|是)?一?(?:哪)?(?:${PIECE}))?(?:[呀呢啊吧]|[\\s\\p{P}])*(.*)$`,
  'u',
);

const THOSE = new RegExp(
  `^(.{1,10}?)(?:占|手[上里]|名下|头上|那[边头]|这[边头]|管|欠|自己)?的?(?:[那这]|有)(?:[几两二三四五六七八九十些一])?${PIECE}(?:呢|的)?(.*)$`,
  'u',
);
const THEIRS =
  /^(.{1,8}?)的(?:又|都|各|分别)*(?=归|谁|哪|在|是谁|是哪|给|几号|什么|怎么|到哪|为)(?!什么[样时])(.+)$/u;
/** 退的理由: what is asked, and none of them. */
const OF_IT = /^(?:理由|原因|时间|日期|次数|时候|内容|单位|人|情况)/u;
const SHARE = /^(.{1,8}?)(?:占|里头?有?|那边有?|有|剩)了?(?:几|多少)[件个条]?[呢啊\s\p{P}]*$/u;

/** As it can be read, the surest first; what `those` says is known only where names are. @param clause without marks */
export function toldIn(clause: string): ToldClause[] {
  const ahead = clause.replace(AHEAD, '');
  const counted = COUNTED.exec(ahead);
  const of = counted ? DIGITS.indexOf((counted[1] ?? '').replace('两', '二')) + 1 : undefined;
  const rest = counted ? ahead.slice(counted[0].length) : ahead;
  const most = mostIn(rest);
  const those = most ? undefined : thoseIn(rest);
  // 没人签的那件: some of them, whether or not it is known which.
  const all = most || (those && THOSE.test(rest)) ? undefined : plainly(rest);
  const found = [most, those, all].flatMap((one) => one ?? []);
  return of === undefined ? found : found.map((one) => ({ ...one, of }));
}

/** 超得最狠的那件谁在跟, 最早几号登的 */
function mostIn(clause: string): ToldClause | undefined {
  const [, verb, end = '', behind = ''] = MOST.exec(clause.replace(/更(?=[急赶悬险紧])/u, '最')) ?? [];
  if (end === '') return undefined;
  const [, later, rest = ''] = ONE.exec(behind) ?? [];
  const asked = rest === '' ? NOTHING : (plainly(rest) ?? plainly(`${later ?? ''}的${rest}`));
  const by = verb ?? later ?? /登|报|提/u.exec(rest)?.[0] ?? '';
  const means = ENDS.find(([verbs, ends]) => verbs.test(by) && ends.test(end))?.[2];
  return asked && means !== undefined ? { ...asked, most: means } : undefined;
}

const NOTHING: ToldClause = { asked: [], words: '' };

/** 谁在跟, 项目名也写上, 都是哪几件: of all of them. */
function plainly(clause: string): ToldClause | undefined {
  if (asksWhichOfIt(clause)) return NOTHING;
  const own = oneAskedIn(clause);
  if (own) return own.one === 'number' ? undefined : { asked: [own], words: clause };
  const bare = clause.replace(BESIDE, '').replace(BEHIND, '');
  if (bare === clause) return undefined;
  if (bare === '' || asksWhichOfIt(bare)) return NOTHING;
  const asked = bare.split(AND).map((one) => oneAskedIn(one) ?? oneAskedIn(`${one}呢`));
  const read = asked.flatMap((one) => (one && one.one !== 'number' ? [one] : []));
  return read.length === asked.length ? { asked: read, words: bare.replace(AND, '，') } : undefined;
}

/** 美利信的那几件归谁, 楚能占几件, 没签的那个哪天到期 */
function thoseIn(clause: string): ToldClause | undefined {
  const [, those, rest = ''] = THOSE.exec(clause) ?? THEIRS.exec(clause) ?? SHARE.exec(clause) ?? [];
  if (those === undefined || OF_IT.test(rest)) return undefined;
  const asked = rest === '' || rest.replace(BEHIND, '') === '' ? NOTHING : plainly(rest);
  return { ...(asked ?? { ...NOTHING, behind: rest }), those };
}
