/** Cuts a message into what is said one after the other: each part asks or orders something. */
import { withoutOrder } from './lexicon/orders.ts';
import { isQuestioning } from './mood.ts';
import { fold } from './phrase.ts';
import { ordersSaid } from './said-order.ts';

const MARKS =
  /[,，](?!\d)|[。;；?？!！\n]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=\p{Script=Han})(?=另外|顺便|顺带|然后)/gu;
/** Says that something else comes. */
const BESIDE =
  /^(?:另外|顺便|顺带|然后|再就是|再有就是|还有就是|以及|对了|再(?=帮我|问|看|说|列|报))+(?:[再请]?问一?[下句])?[\s,，]*/u;
const ASKS =
  /[几谁哪啥咋吗怎]|多少|好多|什么|多[久长大快慢]|率$|呢$|列|分一?[下开]|[看说讲报查](?:一?[下看说讲查]|出来)/u;
/** Nothing but that it is to be looked at, or who asks. */
const ONLY_TELLS =
  /^(?:请|帮我?|给我?|麻烦你?|你|我|想|先|再|来|都|把|看|说|讲|报|查|问|列|一|下|出|了|吧|[哎喂]|那个?谁|[\s\p{P}])*$/u;
/** 安评呢 能评呢 都过了没: speaks of each part before it. */
const OF_ALL_PARTS = /^(?:都|一共|总共|加起来|分别|哪[个家]|谁更)/u;
const MOST = 3;
const LONGEST = 80;

function asks(said: string): boolean {
  if (ONLY_TELLS.test(said)) return false;
  return ASKS.test(said) || isQuestioning(fold(said)) || ordersIn(said);
}

/** Whether somebody is told to do something, and nothing is asked. */
export function ordersIn(said: string): boolean {
  return withoutOrder(said) !== undefined || (!isQuestioning(fold(said)) && ordersSaid(said).length > 0);
}

/** 没人管就转给…, said of one problem: what it is when it is told is no other problem. */
const UNLESS =
  /^(?:要是|如果|假如|还|再|一直)*[没未不](?:有|人|谁|能)*(?:解决|办|管|接|签收?|动|进展|回音?|回话|结果|弄|处理|落实|完成|定|行)?(?:静|好|完|掉|下来|的话)*[\s,，]*(?:那?就|那|帮我|请|麻烦你?)*(?=[催让叫转通要给提督盯])/u;

/** An order without the case for which it is given. */
export function withoutUnless(order: string): string {
  return order.replace(UNLESS, '');
}

/** What asks nothing stands with what follows it, at the end with what is before it. Fewer than two: it is one. */
export function partsOf(said: string): string[] {
  const text = said.trim();
  if ([...text].length > LONGEST) return [];
  const ends = [...text.matchAll(MARKS)].map(({ index }) => index);
  const parts: string[] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    const part = bare(text.slice(from, end));
    if (part === '' || !asks(part)) continue;
    parts.push(part);
    from = end;
  }
  const rest = bare(text.slice(from));
  if (rest !== '' && parts.length > 0) parts.push(`${parts.pop()}，${rest}`);
  const whole = parts.length > MOST || (parts.length > 2 && OF_ALL_PARTS.test(parts.at(-1) ?? ''));
  return whole ? [] : parts.map((part) => part.replace(BESIDE, ''));
}

const bare = (text: string) => text.replace(/^[\s\p{P}]+|[\s,，。;；!！]+$/gu, '');
