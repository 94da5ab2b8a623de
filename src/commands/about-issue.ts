/** What is said about one problem without being a command: a question shows it, a statement may be its progress. */
import type { Fact } from '../domain/reading.ts';
import type { InReplyTo, ReadContext } from '../language/definition.ts';
import { factAsked } from '../language/lexicon/asked.ts';
import { filesAsked } from '../language/lexicon/files-asked.ts';
import { findMarkedNumbers, ISSUE_ID_MAX } from '../language/lexicon/numbers.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { isQuestioning, moodOf } from '../language/mood.ts';
import { cut, fold, type Phrase, trimMarks, without } from '../language/phrase.ts';
import { notRead, numberAsked, numbersIn, ofNumbers } from './asked-numbers.ts';
import type { Call, Doubt } from './call.ts';
import type { Head } from './prefix.ts';

/** Asks, whatever else it says. */
const ASKS =
  /是不是|啥|什么原因|么子|么样|几回|几次|几天|谁|哪|怎么|咋|为什么|为何|多少|几时|发我|发给我|告诉我|什么情况|啥情况|来龙去脉|说说|讲讲|(?:原因|情况|进度|现状|状态)[了呢吗\p{P}\s]*$|(?:[呢吗冇冒]|没得|没有|[完好定了成]没|不)[\p{P}\s]*$/u;
/** Words that say that something is over. */
const FINISHED =
  /完成|办结|办好|办完|弄好|弄完|做好|做完|搞定|解决|修好|完工|竣工|好了|恢复了|通了|完了|完毕|\p{Script=Han}完$/u;
const AND = /^(?:和|跟|与|及|、|,|还有)\s?#?(\d{1,9})(?:号|[^\d月日天个年]|$)/;

export function readTalk(
  phrase: Phrase,
  head: Head,
  inReplyTo: InReplyTo | undefined,
  context: ReadContext,
): Call | Doubt | undefined {
  const marked = new Set(findMarkedNumbers(phrase.folded).map(({ id }) => id));
  const [only] = marked;
  const named = namedIn(phrase.folded);
  const several = head.number && AND.exec(phrase.folded.slice(head.number.span[1]));
  if (head.number && several && ASKS.test(phrase.folded))
    return oneByOne(phrase, [head.number.id, Number(several[1])], context);
  const issueId =
    head.number?.id ??
    (marked.size === 1 ? only : marked.size > 1 ? undefined : (named ?? inReplyTo?.issueId));
  if (issueId === undefined || issueId < 1 || issueId > ISSUE_ID_MAX) return undefined;
  const files = asksForFiles(phrase, context);
  if (files) return files;
  const numbered = head.number !== undefined || marked.size > 0;
  const said = head.number ? cut(phrase, head.number.span[1]) : phrase;
  if (isQuestioning(said.folded) || (numbered && (ASKS.test(said.folded) || oneAskedIn(said.folded))))
    return aboutIssue(said.folded, issueId, context);
  if (marked.size === 0 && !head.number && named !== undefined) return undefined;
  const note = trimMarks(without(said, spansOf(said, issueId))).text;
  if ([...note].length < 3) return undefined;
  const over = FINISHED.test(note) && moodOf({ rest: fold(note), claim: 'result' }) !== 'negation';
  return { mood: 'partial', issueId, note, choices: over ? ['progress', 'done'] : ['progress'] };
}

/** 第12个问题谁在办, 45怎么还是红的. */
export function readNamed({ folded }: Phrase, context: ReadContext): Call | null {
  const issueId = namedIn(folded);
  return issueId !== undefined && issueId > 0 && ASKS.test(folded)
    ? aboutIssue(folded, issueId, context)
    : null;
}

/** 12号的佐证材料给我: they hang on its card. */
function asksForFiles({ folded }: Phrase, context: ReadContext): Call | null {
  const { ids, rest } = numbersIn(folded, context);
  const [only, second] = ids;
  const alone = only !== undefined && second === undefined && filesAsked(rest).length > 0;
  return alone && rest.trim().length <= 20 ? { name: 'show', issueId: only } : null;
}

/** 为啥35号亮红灯: the number stands where it likes. */
export function readAsked(phrase: Phrase, context: ReadContext): Call | null {
  const files = asksForFiles(phrase, context);
  if (files) return files;
  const issueId = numberAsked(phrase, context);
  return issueId === undefined ? null : aboutIssue(phrase.folded, issueId, context);
}

/** 第12个问题, and at the beginning 12是谁批的; only where it is asked about. */
function namedIn(folded: string): number | undefined {
  const found =
    /^(\d{1,6})(?=怎么|为什么|为啥|咋|是谁|谁|到底|现在|啥|什么情况|还是)/.exec(folded) ??
    /第(\d{1,6})[个条件号](?:问题|事项|事)/.exec(folded);
  return found ? Number(found[1]) : undefined;
}

const HISTORY =
  /(?:延|退|打回|转|挂|申诉|重开).{0,6}(?:几回|几次|多少次|几天|原因|谁|到哪天)|(?:谁|哪个|哪位).{0,4}(?:批|同意|退|打回|转|挂)的?|(?:几回|几次)了?[\p{P}\s]*$|从头到尾|来龙去脉|经过|过程|步子|流程|流转|历史|记录|怎么走的|走了哪些|谁.{0,3}签|延期?过|退过|催过/u;

/** 延过几回, 来龙去脉: what its history answers. */
export function asksHistory(said: string): boolean {
  return HISTORY.test(said);
}

const WHOLE_HISTORY = /从头到尾|来龙去脉|经过|过程|步子|流程|流转|历史|记录|怎么走的|走了哪些/;

const LEFT_OUT = /(?:除了|除开|除去|不算|不含|不包括|刨[去开]|抛开)\s?(?:问题)?#?\d{1,9}号?/u;
const WHY = /为什么|为何|为啥|为么|怎么|咋|凭什么/;
/** One thing of it in words; its history, or why it is red; else its card. */
export function aboutIssue(said: string, issueId: number, context: ReadContext): Call {
  // 除了#3还有几件: of the others, and no filter leaves out one.
  const out = LEFT_OUT.exec(said)?.[0];
  if (out) return oneByOne({ text: out }, [], context);
  if (WHY.test(said) && /[红黄蓝]|逾期|超期/.test(said)) return { name: 'explain', issueId };
  const { rest } = numbersIn(said, context);
  const fact = WHOLE_HISTORY.test(said) ? undefined : (factAsked(rest) ?? factInWords(rest));
  if (fact) return ofNumbers([issueId], context, { fact });
  return { name: asksHistory(said) ? 'history' : 'show', issueId };
}

/** As it would be asked of the one that was just shown. */
function factInWords(said: string): Fact | undefined {
  // 为什么#7退回: the number stands between.
  const asked = oneAskedIn(said.replace(/ {2,}/g, ''));
  return asked?.one === 'fact' ? asked.fact : asked?.one === 'why' ? 'why' : undefined;
}

/** 3号和45号哪个先到期: a card shows one, so which is asked. */
function oneByOne({ text }: Pick<Phrase, 'text'>, ids: readonly number[], context: ReadContext): Call {
  return { ...notRead(text, context), nearest: ids.map((id) => `#${id}`) };
}

function spansOf(said: Phrase, issueId: number): [number, number][] {
  return findMarkedNumbers(said.folded)
    .filter(({ id }) => id === issueId)
    .map(({ span }) => span);
}
