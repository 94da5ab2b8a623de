/** What people ask of the one problem they have just seen, without naming it: by its words, in whatever order they stand. */

import type { Fact } from '../../domain/reading.ts';
import { filesAsked } from './files-asked.ts';
import { type Asking, type OneTopic, oneWordsIn, type Placed } from './one-words.ts';

export type OneAsked =
  /** What its card tells: how it stands, whose it is. */
  | { one: 'card' }
  | { one: 'history' }
  | { one: 'why' }
  /** 天数咋算的: by which days. */
  | { one: 'explain' }
  /** 他们头儿是谁: of its unit. */
  | { one: 'head' }
  | { one: 'fact'; fact: Fact }
  /** 谁在办，几号到期 */
  | { one: 'facts'; facts: Fact[] }
  /** Which links it holds up. */
  | { one: 'links' }
  /** Whom to turn to in the enterprise. */
  | { one: 'contact' }
  /** Who follows its project. */
  | { one: 'secretary' }
  /** Since which day it is as was just told. */
  | { one: 'since' }
  /** 换七号 */
  | { one: 'number'; said: string };

const LONGEST = 30;

/** Its own words, where they are enough: each topic's fact. The first of them that is spoken of is asked. */
const TOLD: readonly (readonly [OneTopic, OneAsked | Fact])[] = [
  ['turn', { one: 'facts', facts: ['who', 'waiting'] }],
  ['remaining', 'remaining'],
  ['units', 'units'],
  ['measure', 'measure'],
  ['spot', 'on-the-spot'],
  ['secretary', { one: 'secretary' }],
  ['contact', { one: 'contact' }],
  ['head', { one: 'head' }],
  ['helping', 'helping'],
  ['rating', 'rating'],
  ['link', { one: 'links' }],
  ['escalated', 'escalated'],
  ['refuted', 'verified'],
  ['reopened', 'reopened'],
  ['urged', 'urged'],
  ['extension', 'extension'],
  ['moved', 'extension'],
  ['bounced', 'bounced'],
  ['paused', 'paused'],
  ['overdue', 'overdue'],
  ['light', 'light'],
  ['left', 'deadline'],
  ['reported', 'reported'],
  ['verified', 'verified'],
  ['signed', 'signed'],
  ['routed', 'routed'],
  ['approved', 'extension'],
  ['progress', 'progress'],
  ['logged', 'logged'],
  ['intime', 'in-time'],
  ['deadline', 'deadline'],
  ['result', 'result'],
  ['closed', 'closed'],
  ['voided', 'closed'],
  ['hold', 'who'],
  ['awaits', 'waiting'],
  ['history', { one: 'history' }],
  ['age', 'age'],
  ['category', 'category'],
  ['project', 'project'],
  ['since', { one: 'since' }],
];
/** Told by their name alone: 进展呢, 期限. */
const NOUNS: readonly OneTopic[] = [
  'secretary',
  'contact',
  'head',
  'history',
  'progress',
  'deadline',
  'result',
];
/** What may be ordered by the same words: 再催一次行不行, 能不能延期. */
const ORDERED: readonly OneTopic[] = [
  'urged',
  'extension',
  'moved',
  'paused',
  'bounced',
  'routed',
  'reopened',
  'closed',
];

interface Said {
  folded: string;
  topics: ReadonlySet<OneTopic>;
  asking: ReadonlySet<Asking>;
}

const AROUND = /^(?:那么?|它|[\s\p{P}])+|(?:[呢啊吧吗\s\p{P}])+$/gu;
/** 朱琳说过啥, 兴发那边怎么说 */
const SOMEBODY_SAID =
  /^(?!为什么|怎么|什么)(\p{Script=Han}{1,3}?)(?:那边|那里|后来|最近|当时)?(?:又|是|都)?(?:(?:说|讲|回|报|填|写|反馈|回复|汇报)(?:过|了|的)*(?:些)?(?:啥|什么|哪些|么子?)(?:话|情况|进展)?|(?:怎么|咋|如何)(?:说|讲|回|答复|回复)的?)$/u;
/** 是归周正管吗, 是不是住建局的事: the card says whose it is. */
export const WHOSE =
  /(?:是不是|是否|是|应该是|该|归不归|归|由|属于|跟|和|与)(?:归|由|属于|给|在)?(?![谁哪什])(\p{Script=Han}{2,8}?)(?:这边)?(?:的(?:事|活|责任|问题)?|在?[管办]|(?:来|在)?(?:负责|牵头|主办)|手[上里]|名下|有(?:没有|什么|啥)?关系?)的?(?:还是.{1,6}(?:负责|牵头|主办|[管办的]))?[吗么不吧没啊\s\p{P}]{0,4}(?=$|[\s\p{P}])/u;
/** 还在供电那边吗, 是不是还在赵磊手里 */
const STILL =
  '(?:是不是|仍然?|还|是)*在\\p{Script=Han}{2,8}(?:那[边里儿]|手[上里]|名下)[吗么不吧没啊\\s\\p{P}]*';
const IS_THEIRS = new RegExp(`^(?:那|这个?|它|到底|问题|现在)*(?:${WHOSE.source}|${STILL})$`, 'u');
/** 住建在里头是主办还是协办 */
const ROLE =
  /^\p{Script=Han}{0,10}?(?:是|算|属于)?(?:主办|牵头|主责|责任)(?:单位|方)?还是(?:协办|配合|协助|帮忙)(?:单位|方)?的?$/u;
/** 换七号, 换成7号看看 */
const NUMBER =
  /^(?:那|再|就|你|给我|请|行|好|[,，\s])*(?:换成?|改成?|改看|换到|再看看?|再说说?|再讲讲?)(?:一下)?(#?\s?\d{1,6}|[一二三四五六七八九十百]{1,5})号?(?:那?[个件条])?(?:事|问题)?(?:的)?(?:看看?|说说|讲讲|呢|吧|[\s\p{P}])*$/u;

/** @param folded the whole message; undefined: it asks nothing of one problem, or names what it asks about */
export function oneAskedIn(folded: string): OneAsked | undefined {
  const said = folded.trim();
  if (said.length > LONGEST || /(?:整个|全|所有|各)专班/u.test(said)) return undefined;
  const number = NUMBER.exec(said)?.[1];
  if (number !== undefined) return { one: 'number', said: number };
  // 材料发我看看: its card says what was sent.
  if (said.length <= 10 && filesAsked(said).length > 0) return { one: 'card' };
  const bare = said.replace(AROUND, '');
  const read = inWords(said);
  if (read !== undefined) return read;
  const by = SOMEBODY_SAID.exec(bare)?.[1];
  if (by !== undefined && !oneWordsIn(by)) return { one: 'history' };
  return IS_THEIRS.test(said) || ROLE.test(bare) ? { one: 'fact', fact: 'who' } : undefined;
}

/** Clause by clause; what only tells (都超期了，谁在办) stands beside what is asked. */
function inWords(said: string): OneAsked | undefined {
  const found: OneAsked[] = [];
  for (const clause of said.split(/[\s\p{P}]+/u)) {
    const plain = clause
      .replace(THIS_ONE, '')
      .replace(PAPERS, '')
      .replace(APART, '$1$4$2$3')
      .replace(OR_NOT, '$1$2没');
    const words = oneWordsIn(plain);
    if (!words) return undefined;
    found.push(...askedBy(words, plain));
  }
  const apart = found.filter((one, i) => found.findIndex((as) => String(keyOf(as)) === keyOf(one)) === i);
  const facts = apart.flatMap((one) => (one.one === 'fact' ? [one.fact] : []));
  if (facts.length > 1) return { one: 'facts', facts };
  return apart.find(({ one }) => one !== 'card') ?? apart[0];
}

/** 安评哪天到期: a paper, and no rating. */
const PAPERS = /(?:安|环|能|稳|职|灾)评(?!价)(?:报告|手续|审查)?的?/gu;
/** 该件: not what should be. */
const THIS_ONE = /该(?:[件项事](?!由)|问题|事项)/gu;
/** 谁登的记, 挂过账, 停了几天表: the word stands apart. */
const APART = /([登派接销挂停结])(的|了|过)((?:几|多少|好多)[天次回]|多[久长])?([记单号账表案手])/g;
/** 催没催过, 解决没解决 */
const OR_NOT = /(?![有来去])(\p{Script=Han}{1,2})没\1([过完掉了]?)/gu;
const keyOf = (asked: OneAsked) => (asked.one === 'fact' ? asked.fact : asked.one);

/** 催过没, 谁签的: what is asked by the words of a clause; nothing where it only tells, or may be an order. */
function askedBy(words: readonly Placed[], clause: string): OneAsked[] {
  const topics = new Set(words.flatMap((word) => ('topic' in word ? [word.topic] : [])));
  const asking = new Set(words.flatMap((word) => ('asking' in word ? [word.asking] : [])));
  // 专班催过几次: by whom, and what of it is something else.
  if (topics.size > 1 && !asking.has('who') && !asking.has('which')) topics.delete('secretary');
  if (EXTENDED_MOST.test(clause)) return [{ one: 'fact', fact: 'extension' }];
  // 哪个单位延得最多: which has most.
  if (OF_MANY.test(clause) || /延期?得?最/u.test(clause)) return [];
  if (asking.has('one')) return topics.size === 0 ? [{ one: 'card' }] : [];
  const ends = clause.replace(ENDS, '');
  if (NOT_DONE.test(ends) && !clause.endsWith('不了') && asking.delete('not')) asking.add('whether');
  const asks = [...asking].some((one) => one !== 'should' && one !== 'not') || words.some(isAsking);
  const named =
    NOUNS.some((topic) => topics.has(topic)) ||
    clause.endsWith('呢') ||
    NAMED.test(ends) ||
    EITHER.test(clause);
  const plainly =
    [...asking].some((one) => !['should', 'whether', 'not'].includes(one)) || words.some(isAsking);
  // 退回过的, 没签收的呢: which of many.
  if (/[的]$/.test(ends) && !plainly && !/是不是|是否/.test(clause) && !EITHER.test(clause)) return [];
  if (!asks && !(named && topics.size > 0)) return [];
  const one = askedOf({ folded: clause, topics, asking });
  return one ? [typeof one === 'string' ? { one: 'fact', fact: one } : one] : [];
}

/** 延得最长的是哪件, 哪件延得最多: how long each was stands below it. */
const EXTENDED_MOST =
  /^(?:哪一?[件个])?延期?得?(?:时间|天数|次数)?最[长久多](?:的(?:是)?(?:哪一?[件个])?)?(?:延|推|延期|推迟)?到?(?:了)?(?:啥时候?|什么时候|哪一?天|几号)?了?$/u;
/** 没转的是哪件, 挂账的具体是什么问题, 有评不满意的没: which of many. */
const OF_MANY =
  /的是?哪(?:一?[个件条]|些)?(?:事|问题)?[呢啊]*$|的(?:具体|都|分别|到底)*[是有]些?(?:什么|啥)(?:问题|事情?|事项)[呢啊]*$|的(?:还|都)?有(?:没有|没|吗|么|冇|几)|^(?:那|还|[他她它]们?|[这那]家|手[上里])*有.*的(?:没有?|吗|么)?[呢啊]*$|^(?:都|分别|具体)?(?:是|有)?哪[几些][件条个]?[呢啊]*$/u;
const ENDS = /(?:[呢啊呀嘛吧哈咯啦哦了]|来着|(?:告诉|给|跟)我|[说讲报看查]?一?下|逐[件个条一])+$/u;
/** 退回日期, 承办单位: a name asks. */
const NAMED =
  /(?:责任|主办|承办|牵头|经办|对口|办理)(?:单位|人)$|联络员$|日期$|时间$|事由$|评价$|所属项目$|名称$/u;
/** 当场办的还是走流程的 */
const EITHER = /(?<=.)还是(?![没不未])/u;
const NOT_DONE = /(?:没有?|没得|冇|不|未)$/u;
const PERMITS = /能|可以|会|再|要|该|得/;
const PAST = /过|了|的|有没有|是不是/;
/** Topics why is told of. */
const REASONED: readonly OneTopic[] = [
  ...(['bounced', 'paused', 'extension', 'reopened', 'rating', 'refuted', 'escalated'] as const),
];
const SAYS = /说|讲|复|话|反馈/;

function isAsking(word: Placed): boolean {
  return 'topic' in word && /[谁哪啥咋]|什么|怎么|多少|几|不/.test(word.said);
}

function askedOf(said: Said): OneAsked | Fact | undefined {
  const { folded, topics, asking } = said;
  const whose = asking.has('who') || asking.has('which');
  const why = asking.has('why');
  if (topics.has('since') && RECKONED.test(folded)) return { one: 'explain' };
  // 把期限往后推两天: an order; 责任单位改过没有: of something else.
  if (topics.has('moved') && !(topics.has('deadline') && /[过了]|没|是否/u.test(folded))) return undefined;
  if (whose && LACKING.test(folded)) return 'lacking';
  // 谁没签, 哪个单位逾期了: of all there are.
  if (whose && !why && !topics.has('hold') && (asking.has('not') || topics.has('overdue'))) return undefined;
  // 是哪个项目提的
  if (topics.has('project') && topics.has('logged') && /项目/.test(folded))
    return { one: 'facts', facts: ['project', 'logged'] };
  if (topics.has('firm') && whose && [...topics].every((one) => one === 'firm' || one === 'hold'))
    return { one: 'contact' };
  const told = TOLD.find(([topic]) => topics.has(topic) && isMeant(topic, said));
  // 怎么才几个: not why, but how many.
  if (why && !(told && REASONED.includes(told[0])))
    return told?.[0] === 'progress' && SAYS.test(folded)
      ? 'progress'
      : asking.has('times')
        ? undefined
        : { one: 'why' };
  if (!told) return ofNothing(said);
  const [topic, as] = told;
  if (ORDERED.includes(topic) && asking.size === 1 && asking.has('how') && !/[情状]况/u.test(folded))
    return undefined;
  const wh = whose || why || ['when', 'long', 'times', 'where'].some((one) => asking.has(one as Asking));
  if (ORDERED.includes(topic) && !wh && PERMITS.test(folded) && !PAST.test(folded)) return undefined;
  return byHow(topic, said) ?? as;
}

/** 给了多少天, 要求几天办完: how long there is. */
const GIVEN = /给|限|定|要求|要(?:在)?[几多]/;

/** 怎么样, 办到哪了, 多少天了: asked of no topic. */
function ofNothing({ folded, topics, asking }: Said): OneAsked | Fact | undefined {
  if (asking.has('who')) return 'who';
  if (asking.has('how') || asking.has('where')) return { one: 'card' };
  if (asking.has('long')) return GIVEN.test(folded) ? 'limit' : 'age';
  if (asking.has('whether') && topics.has('hold')) return { one: 'card' };
  return asking.has('what') && /事|问题/.test(folded) ? { one: 'card' } : undefined;
}

/** Whose contact it is. */
export const FIRM = /企业|项目|公司|厂|老板|业主|客商/;

/** 还差谁, 还有哪家没办 */
const LACKING = /[差缺][谁哪]|[还剩][有下]?(?:谁|哪|什么单位).*没有?[办到完弄做]/u;
const RECKONED = /(?:怎么|咋个?|如何|怎样|么样)(?:来|去|给)?(?:计|推)?算/;

/** Words that are a topic only beside what is asked of it. */
function isMeant(topic: OneTopic, { folded, asking, topics }: Said): boolean {
  const whose = asking.has('who') || asking.has('which');
  switch (topic) {
    case 'turn':
      return whose || asking.has('what');
    case 'left':
      return asking.has('long');
    case 'since':
      return asking.has('when') || asking.has('long');
    case 'age':
      if (asking.has('when')) return folded.includes('拖');
      return asking.has('long') || (asking.has('why') && topics.size === 1);
    case 'hold':
      return (
        whose || asking.has('long') || asking.has('when') || /人管|责任|承办|经办|联络|牵头/.test(folded)
      );
    case 'firm':
      return false;
    default:
      return true;
  }
}

/** What the question asks of the topic, where that is another thing than its name. */
function byHow(topic: OneTopic, { folded, topics, asking }: Said): Fact | OneAsked | undefined {
  const when = asking.has('when');
  const long = asking.has('long');
  const whose = asking.has('who') || asking.has('which');
  switch (topic) {
    // 该谁动了
    case 'progress':
      if (asking.has('long')) return 'idle';
      if (whose && topics.has('hold')) return 'who';
      return whose && asking.has('should') ? 'waiting' : undefined;
    // 责任单位和联系人是谁
    case 'contact':
      return topics.has('hold') && !FIRM.test(folded) ? 'who' : undefined;
    case 'overdue':
      return when ? (/[起从自的了]|开始/.test(folded) ? 'late' : 'deadline') : undefined;
    case 'age':
      return when ? 'late' : undefined;
    case 'light':
      return when || long ? 'turning' : undefined;
    case 'logged':
      return long ? 'age' : undefined;
    case 'deadline':
      return long && !topics.has('left') && /给|定|共|用/.test(folded) ? 'limit' : undefined;
    case 'closed':
      if (long) return topics.has('left') ? 'deadline' : GIVEN.test(folded) ? 'limit' : 'age';
      if (when)
        return asking.has('should') || !/[的了](?:[呢啊]|来着)*$/.test(folded) ? 'deadline' : undefined;
      return whose && !/的/.test(folded) ? 'who' : undefined;
    case 'approved':
      return topics.has('paused') ? 'paused' : undefined;
    case 'hold':
      return long ? 'age' : when ? 'signed' : undefined;
    default:
      return undefined;
  }
}

/** 那个, 说说看: names nothing and asks nothing. @param said words cut out of a message */
export function isOnlyGlue(said: string): boolean {
  const words = oneWordsIn(said.replace(/[\s\p{P}]+/gu, ''));
  return words?.every((word) => 'glue' in word) ?? false;
}

/** 除了图审那件: it is the one that is not meant. */
export const LEAVES_OUT = /^.{0,8}(?:除了|除开|除去|不算|不含|不包括|刨[去开]|抛开|撇开)/u;

const NAMED_ONE =
  /^(?:那么?|说说|看看|其中|[这那]?(?:些|几[件个])?(?:里[面头]|当中)|[\s\p{P}])*(?:的?[那这][个件])?(\p{Script=Han}[\p{Script=Han}\d]{1,11}?)的?[那这](?:一?[个件条桩项])(?:事情?|问题)?(?!环节|项目|单位|局|月|季|星期|周)(.*)$/u;
/** 那个图审的卡在哪 */
const NAMED_THAT =
  /^(?:那么?|说说|看看|其中|[这那]?(?:些|几[件个])?(?:里[面头]|当中)|[\s\p{P}])*[那这](?:一?[个件条])(?:关于|说|讲)?(\p{Script=Han}[\p{Script=Han}\d]{1,11}?)的(?![那这])([^的]*)$/u;
/** 路灯那个签了没: the words that name it, and what is asked; undefined: it is named by nothing. */
export function namedOneIn(folded: string): { name: string; rest: string } | undefined {
  if (LEAVES_OUT.test(folded)) return undefined;
  for (const pattern of [NAMED_THAT, NAMED_ONE]) {
    const [, name, rest] = pattern.exec(folded.trim()) ?? [];
    if (name !== undefined && rest !== undefined && !oneWordsIn(name)) return { name, rest };
  }
  return undefined;
}

/** 那件, 的事: what names a problem ends there. */
const POINTER = /[那这](?:一?[个件条桩项]|事)|的那?(?:事|问题)|一事|[这该][一个]?(?:问题|事项)/gu;
type Behind = { until: number; asked: OneAsked };
/**
 * 尾矿库排水沟改道是哪个单位主办: where the name of one problem ends, and what is asked of it behind. undefined: what stands
 * behind any name is not understood to its end.
 * @param bare the same without names of units and projects, letter for letter @param front 为什么, where that is ahead
 */
export function askedBehind(folded: string, bare: string, front = ''): Behind | undefined {
  const pointed = [...folded.matchAll(POINTER)].map(({ index, 0: { length } }) => ({ at: index, length }));
  const anywhere = [...folded].map((_, at) => ({ at, length: 0 }));
  for (const { at, length } of [...pointed, ...anywhere].filter((one) => one.at > 1)) {
    const asked = oneAskedIn(front + folded.slice(at)) ?? oneAskedIn(front + bare.slice(at));
    if (!asked || asked.one === 'number' || (front !== '' && asked.one !== 'why')) continue;
    // 路灯催过没有, 并网申请进展: the first letter is the last of the name.
    const next =
      length === 0 && /^[灯里请上下前后]/u.test(folded.slice(at)) && oneAskedIn(bare.slice(at + 1));
    return next ? { until: at + 1, asked: next } : { until: at + length, asked };
  }
  return undefined;
}

/** The same asked of several that were listed, in words that are understood; undefined: it has no such question. */
export function ofEach(asked: OneAsked): string | undefined {
  if (asked.one === 'why') return '为什么';
  if (asked.one === 'head') return '联络员是谁';
  if (asked.one !== 'fact') return undefined;
  const said: Partial<Record<Fact, string>> = {
    who: '联络员是谁',
    rating: '企业怎么评的',
    deadline: '几号到期',
    paused: '为什么停',
    progress: '最近一次进展是哪天',
    logged: '是谁登记的',
  };
  return said[asked.fact];
}
