/**
 * What somebody claims and wants checked: 环保局说他们全办完了，是不是真的; 红灯一个黄灯两个，我没记错吧. The figure that tells is
 * asked for in its place; a claim that says more than that is left as it is.
 */

const DONE =
  '(?:办完|办得差不多|办结|办好|办妥|解决|销号|销完|销掉|清零|清完|搞定|搞完|弄完|弄好|处理完|处理好|整改完|整改到位|完成|闭环)';
const ALL = '(?:都|全|全部|全都|已经|早就|基本|均)';
const CHECK =
  '(?:是不是真的|是真的吗|是真是假|真的吗|真的假的|是这样吗|是不是这样|是这样吧|是吧|对吧|对不对|对不|没错吧|属实吗|属不属实|有没有这回事|有这回事吗|信得过不|靠谱吗|靠不靠谱|我(?:没有?)?(?:记|搞|弄|看)错(?:了)?(?:没有?|吧|吗))';
const VERIFY =
  '(?:你|您|请|麻烦)*(?:给我|帮我|替我|再|去|先)*(?:核实|核对|核|查|查实|看|确认)(?:一下|下|实|看|一核)?(?:到底)?(?:是不是(?:真的|这样|这么回事)?|属实不|对不对)?';
const MARKS = '[\\s,。;、!?]';
const ENDED = `(?:了|啦|咧|嘞|哒)?${MARKS}{0,3}(?:${CHECK}|${VERIFY})(?:啊|呀|呢)?${MARKS}{0,3}$`;

/** 都办完了，是不是真的. */
const CLAIMED = new RegExp(
  `^(.{2,30}?)(?:他们|她们|自己|那边|那里)?(?:的(?:事情?|问题|单子|活))?(?:是)?${ALL}{1,2}${DONE}${ENDED}`,
  'u',
);
/** 是不是都办完了; 都销号了吧. */
const ASKED: readonly RegExp[] = [
  new RegExp(
    `^(.{2,30}?)(?:他们|那边|那里)?(?:的(?:事情?|问题|单子|活))?是不是${ALL}{1,2}${DONE}(?:了|啦)?${MARKS}{0,3}$`,
    'u',
  ),
  new RegExp(
    `^(.{2,30}?)(?:他们|那边|那里)?(?:的(?:事情?|问题|单子|活))?${ALL}{1,2}${DONE}(?:了|啦)?(?:吗|吧|不|么|的吧|对吧|是吧)${MARKS}{0,3}$`,
    'u',
  ),
];
/** 一件超期的都没有，是真的吗: of what is said not to be. */
const NONE = new RegExp(
  `^(.{2,30}?)(?:他们|那边)?(?:一[件个条])?(?:都|也)?(?:没有?)(?:一[件个条])?(超期|逾期|红灯|黄灯)(?:的)?(?:了)?(?:问题)?${ENDED}`,
  'u',
);
const NUMBER = /(?:\d{1,3}|[零一二两三四五六七八九十]{1,3})(?=[个件条起项盏])/gu;
const ASSURED = new RegExp(`${MARKS}{1,3}${CHECK}${MARKS}{0,3}$`, 'u');
/** 逾期的是不是3个. */
const WHETHER = /的?是不是(?:只有|就|有)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?=[个件条][\s,。;!?]*$)/u;
/** Then the words ask already, or the claim is of a time or of some. */
const ASKS = /几|多少|哪|谁|怎|为什么|为啥|没办|未/u;

/** Not of all there is, or turned round. */
const SOME = /[没未不无非]|一半|部分|有些|大多|除/u;

/** 环保局跟我说: who said it is whose it is. */
const SPOKE =
  /(?:刚才|昨天|上次)?(?:[跟给向和对](?:我们|我|咱|领导))?(?:说|讲|汇报|反映|表示|保证)(?:过|是)?[\s,:]*$/u;

/**
 * The question whose answer tells whether the claim holds; undefined: it is none, or says more.
 * @param folded the whole message, simplified
 * @param said.outright only what is claimed first and then asked to be checked
 */
export function checkedBy(folded: string, { outright = false } = {}): string | undefined {
  const said = folded.trim();
  if (said.length > 60 || ASKS.test(said)) return undefined;
  for (const pattern of outright ? [CLAIMED] : [CLAIMED, ...ASKED]) {
    const about = pattern.exec(said)?.[1];
    if (about !== undefined && !SOME.test(about)) return `${about.replace(SPOKE, '')}没办完的有几个`;
  }
  const none = NONE.exec(said);
  if (none) return `${(none[1] ?? '').replace(SPOKE, '')}${none[2]}的有几个`;
  if (outright) return undefined;
  const asks = said.replace(WHETHER, '的有几');
  if (asks !== said) return asks;
  const claim = ASSURED.test(said) ? said.replace(ASSURED, '') : undefined;
  const asked = claim?.replace(NUMBER, '几');
  return asked === undefined || asked === claim ? undefined : asked;
}

const STATED = new RegExp(`^[^,。;!?]*${ALL}${DONE}(?:了|啦)?(?=[\\s,。;])`, 'u');

/** 用水的都办完了，用电的呢: what is told of one is not asked of the other. */
export function statedFirst(folded: string): string | undefined {
  const said = folded.trim();
  const stated = /呢[\s?]*$/u.test(said) ? STATED.exec(said)?.[0] : undefined;
  return stated !== undefined && !/[几哪谁吗]|多少|是不是|有没有/u.test(stated) ? stated : undefined;
}
