/** Questions that begin like a command: 报一下红灯数, 退回 多少, 上报分管领导的有几个. */
import type { InReplyTo, ReadContext } from '../language/definition.ts';
import { queryWordAt } from '../language/lexicon/query-words.ts';
import { cutStart, type Phrase, trim } from '../language/phrase.ts';
import type { Call, Doubt, Match } from './call.ts';
import type { Head } from './prefix.ts';
import { readQuestion } from './question.ts';

interface Input {
  inReplyTo?: InReplyTo | undefined;
  confirmed?: boolean;
  context: ReadContext;
}

/** 报一下红灯数 asks for a figure; 报一下仓库堆不下 is logged. */
const REPORT_FIGURE = /^(?:请|麻烦|你|帮忙|先|\s)*(?:汇报|报)(?:一?下子?|个)/;
const FIGURE = /几|多少|哪|数$|[率比]|怎|情况|有没有|谁/;

const LISTED = /列|[清名]单|明细|看看|[吗没][\s\p{P}]*$/u;

export function asksFigure(phrase: Phrase, context: ReadContext): Call | null {
  if (!REPORT_FIGURE.test(phrase.folded) || !FIGURE.test(phrase.folded)) return null;
  const call = readQuestion(trim(cutStart(phrase, REPORT_FIGURE)), context);
  return call?.name === 'ask' && !call.unread && !call.doubt ? call : null;
}

/**
 * 退回 多少, 上报分管领导的有几个: the word begins what is asked for. Only where nothing of the question is left over and
 * no problem is meant.
 */
export function asksWithIt(
  phrase: Phrase,
  head: Head,
  tried: Match | { kind: 'doubt'; doubt: Doubt },
  input: Input,
): Call | null {
  if (head.number || input.inReplyTo || input.confirmed) return null;
  const asked = tried.kind === 'doubt' && tried.doubt.mood === 'question' && FIGURE.test(phrase.folded);
  const begun =
    tried.kind === 'call' &&
    (tried.call.name === 'log' || tried.call.name === 'on-the-spot') &&
    (FIGURE.test(phrase.folded) || LISTED.test(phrase.folded)) &&
    isInState(phrase.folded, head);
  const call = asked || begun ? readQuestion(phrase, input.context) : null;
  return call?.name === 'ask' && !call.unread && !call.doubt ? call : null;
}

/** The word is the beginning of a longer one that tells which problems: 报 of 报到主要领导. */
function isInState(folded: string, { at, word = '' }: Head): boolean {
  const longer = queryWordAt(folded, at);
  return (
    longer !== undefined &&
    longer.word.length > word.length &&
    longer.meanings.some(({ tag }) => tag === 'state')
  );
}
