/**
 * What is asked that nobody here can know: tomorrow's weather, share prices, who will be promoted. Found only in words that
 * ask and are no question about problems, so that 下雨漏水的那个问题 is looked for and not refused.
 */
import type { Beyond } from '../domain/beyond.ts';
import { SUBJECTS } from './lexicon/beyond.ts';
import { isQuestioning } from './mood.ts';
import type { Scan } from './scanned.ts';

const ASKS = /几|多|什么|啥|哪|谁|怎|咋|(?:发|给|报)(?:给)?我$|[班电水雨]不?$/u;
/** Asks for something to be done: 给我写首诗, 你整理一份. */
const BIDS =
  /^(?:我(?:想|要|今天|明天|现在)|发|请|麻烦|帮|给|替|把|你|您|派|叫|安排|订|定|唱|讲|说|写)|(?:你|您|请)(?:帮|给|整理|写|派|安排|查)/u;
/** A day to come: only then is rain said beside a project the weather and not its 晴雨. */
const TO_COME = /明天|明日|后天|明早|今晚|周末|下周|下个?(?:星期|礼拜)|预报|气温|多少度|伞/u;

/** 价格上涨的有几个, 走访时提的问题: those of which it is said are asked for. */
const COUNTED =
  /问题|事项|诉求|台账|清单|的(?:还|现在|一共|总共|到底)?(?:有|剩)?(?:几|多少|哪些|哪几|没办|没有?解决)/u;

/** Words of ours: then something else is asked for, in which such a word only stands. */
function asksOurs({ tags, states, step, nodes }: Scan): boolean {
  const own = ['noun', 'about', 'weather', 'links', 'link-name', 'kind', 'mine', 'rate'] as const;
  return (
    own.some((tag) => tags.has(tag)) ||
    states.some(({ kind }) => kind !== 'closed' && kind !== 'all') ||
    step !== undefined ||
    nodes.length > 0
  );
}

/**
 * The subject of words that were not understood as a question; undefined: none of them.
 * @param folded the whole message, simplified
 */
export function beyondIn(folded: string, scan: Scan): Beyond | undefined {
  if (!isQuestioning(folded) && !ASKS.test(folded) && !BIDS.test(folded.trim())) return undefined;
  const ours = asksOurs(scan) || COUNTED.test(folded);
  const named = scan.projectIds.length + scan.unitIds.length > 0;
  return SUBJECTS.find(({ subject, said, unless, needs, ofOthers }) => {
    if (!said.test(folded) || unless?.test(folded) || needs?.test(folded) === false) return false;
    if (subject === 'weather') return onlySky(folded, scan) && (!named || TO_COME.test(folded));
    return ofOthers === true || !ours;
  })?.subject;
}

/** 下雨 is a word of the 晴雨表, too. */
function onlySky(folded: string, { tags, states, nodes }: Scan): boolean {
  const others = tags.has('projects') || states.length + nodes.length > 0;
  return !others && !COUNTED.test(folded);
}
