/** Questions that begin like a command: 报一下红灯数, 退回 多少, 上报分管领导的有几个. */
import type { InReplyTo, ReadContext } from '../language/definition.ts';
import { queryWordAt } from '../language/lexicon/query-words.ts';
import { cut, cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { notRead } from './asked-numbers.ts';
import { type Call, type Doubt, isWholeAsk, type Match } from './call.ts';
import type { Head } from './prefix.ts';
import { readQuestion } from './question.ts';

interface Input {
  inReplyTo?: InReplyTo | undefined;
  confirmed?: boolean;
  context: ReadContext;
}

/** 报一下红灯数 asks for a figure; 报一下仓库堆不下 is logged. */
const REPORT_FIGURE = /^(?:请|麻烦|你|帮忙|先|\s)*(?:汇报|报)(?:一?下子?|个)/;
const FIGURE = /几|多少|哪|数$|[率比]|怎|情况|有没有|谁|走势|趋势|分布|还是少|较上/;

const ASKS = /几[个件条项]|多少|哪[些几个]|怎么?样|咋样|如何|到哪|情况|[吗呢没][\s\p{P}]*$|没有[\s\p{P}]*$/u;
const OF_SOMEBODY = /^\p{Script=Han}{2,3}(?:那里|那儿|那边|手上|手里)?的(?:那|这|有|都|还|现|问|事|几|办)/u;
/** 报挂账的是哪件: asks which, and is no problem of its own. */
const OF_WHICH =
  /^\p{Script=Han}{1,8}的(?:都|还|一共|总共)?(?:有|是)?(?:哪|几|多少|谁)[^\s,，。]{0,3}[\s?？!！。]*$/u;
const LISTED = /列|[清名]单|明细|看看|[吗没][\s\p{P}]*$/u;

export function asksFigure(phrase: Phrase, context: ReadContext): Call | null {
  if (!REPORT_FIGURE.test(phrase.folded) || !(FIGURE.test(phrase.folded) || LISTED.test(phrase.folded)))
    return null;
  const call = readQuestion(trim(cutStart(phrase, REPORT_FIGURE)), context);
  return call && isWholeAsk(call) ? call : null;
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
  const figure = FIGURE.test(phrase.folded);
  // 退回 本月几件 gives no number, for it orders nothing; 导出 住建局 哪个单位最慢 is refused.
  const call = tried.kind === 'call' ? tried.call : undefined;
  const numbered = head.specs[0]?.needsIssue;
  const unnumbered = call
    ? numbered && !('issueId' in call)
    : tried.kind === 'misuse' &&
      (numbered || !/^\s/.test(phrase.folded.slice(head.at + (head.word?.length ?? 0))));
  const asked = figure && (unnumbered || (tried.kind === 'doubt' && tried.doubt.mood === 'question'));
  const begun = call && /^(?:log|on-the-spot)/.test(call.name) && (figure || LISTED.test(phrase.folded));
  const state = begun && isInState(phrase.folded, head);
  const takes = head.word !== undefined && TAKES.test(phrase.folded.slice(head.at + head.word.length));
  const read = asked || takes || state || (begun && head.word !== '报');
  // 记一下住建局还有几件: the rest alone, too.
  const said = read ? [phrase, ...(begun && !head.separated ? [trim(cut(phrase, head.end))] : [])] : [];
  const calls = said.map((one) => readQuestion(one, input.context));
  const whole = calls.find((one) => one !== null && isWholeAsk(one));
  if (whole || !begun) return whole ?? null;
  return asksOfTold(phrase, head, input) ?? (head.separated ? null : (calls[0] ?? null));
}

/** 登记到销号平均几天: from when, not what is logged. */
const TAKES = /^(?:到|起|之?后|以后).{1,12}?(?:几天|多少天|多久|多长时间|几个工作日|几个?小时)/u;

/** 报高远的那些件办得怎么样了: of those told up to somebody; 报红的有几个: the figure itself. Written apart it is logged. */
function asksOfTold(phrase: Phrase, { word, end, separated }: Head, { context }: Input): Call | null {
  const rest = cut(phrase, end);
  const which = OF_WHICH.test(rest.folded);
  if (separated || !word?.endsWith('报') || !(which || ASKS.test(rest.folded))) return null;
  const told = OF_SOMEBODY.test(rest.folded)
    ? readQuestion(readPhrase(`${word}给${rest.text.trim()}`), context)
    : null;
  // 报用电的问题有几个: nobody is called 用电.
  if (told && isWholeAsk(told) && told.personHeard !== undefined) return told;
  const whole = [phrase, trim(rest)]
    .map((said) => readQuestion(said, context))
    .find((call, i) => call !== null && isWholeAsk(call) && (i > 0 || call.filter.search === undefined));
  return whole ?? (which ? notRead(phrase.text, context) : null);
}

/** The word is the beginning of a longer one that tells which problems: 报 of 报到主要领导. */
function isInState(folded: string, { at, word = '' }: Head): boolean {
  const longer = queryWordAt(folded, at);
  return (
    longer !== undefined &&
    longer.word.length > word.length &&
    longer.meanings.some(({ tag }) => tag === 'state' || tag === 'duration')
  );
}
