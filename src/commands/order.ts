/** An order said in plain words is offered as the command it is; a tap or 确认 carries it out. */
import { URGE_WHAT } from '../cards/words-figures.ts';
import { NONE_TO_URGE, URGE_NONE } from '../cards/words-orders.ts';
import { plannedText } from '../cards/words-talk.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { isOnlyGlue } from '../language/lexicon/one-asked.ts';
import { IF_ANY, TELL_UP, TELLS_SOMEBODY, withoutOrder } from '../language/lexicon/orders.ts';
import { rowAlone } from '../language/lexicon/rows-said.ts';
import { isQuestioning } from '../language/mood.ts';
import { asksInstructions, extensionIn } from '../language/order.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { withoutConditions } from '../language/said-order.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { describedIssue } from './described.ts';
import { hasNoRows, isSoon, leaveUnanswered, type Remembered, rememberAnswer } from './follow-memory.ts';
import { rowOf, rowsOf } from './follow-rows.ts';
import { INSTRUCTIONS, kindsNotKept } from './kinds-not-kept.ts';
import { orderDescribed, overText } from './order-described.ts';
import { extend, tellUp } from './order-one.ts';
import { offerSaid } from './order-said.ts';
import { targetOf } from './order-target.ts';
import { personsIn, questionIn } from './order-words.ts';
import { answerQuestion } from './query.ts';
import { meantBy, urgeMeant, whichToUrge } from './urge-meant.ts';
import { noneOpen, offerUrge, openIds, openOnes } from './urge-several.ts';

const LONGEST = 40;

interface Said {
  text: string;
  mentions: Mention[];
}

/** Commands win, and questions that are understood to the end, but for an order behind them or of several numbers. */
function mayBeOrder(match: Match, { text }: Said): boolean {
  if (isOfSeveral(match, text)) return true;
  if (match.kind === 'unknown') return match.doubt === undefined || match.doubt.word === undefined;
  // 催一下第二件
  if (match.kind === 'misuse') return rowAlone(withoutOrder(text) ?? '') !== undefined;
  if (match.kind !== 'call' || match.call.name !== 'ask') return false;
  return match.call.unread !== undefined;
}

/** 3号和5号催一下: one number was heard, or a talk of it. */
function isOfSeveral(match: Match, text: string): boolean {
  const heard = match.kind !== 'call' || match.call.name === 'show';
  return heard && urgedNumbers(withoutOrder(text) ?? '').length > 1;
}

/** Orders that could be read as a question, or be lost beside the problem they are of: looked for before anything else. */
export async function offerSureOrder(
  context: CommandContext,
  match: Match,
  said: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const { text } = said;
  // 让韩雪抓紧, of the one that is spoken of: whosever it is.
  const ofOne = last?.issueId !== undefined && isSoon(context, last) && TELLS_SOMEBODY.test(text);
  const heard = ofOne || withoutOrder(text) === undefined;
  const whole = match.kind === 'call' && match.call.name === 'ask' && match.call.unread === undefined;
  return offerSaid(context, match, said, last, heard || whole ? [...OF_ITS_OWN, 'tell'] : OF_ITS_OWN);
}

const OF_ITS_OWN = ['quiet', 'extend', 'pause', 'return', 'raise', 'route'] as const;
const OTHERS = ['urge', 'watch', 'tell'] as const;

/** What is offered for an order; undefined: there is none. @param last the answer before, within its time */
export async function offerOrder(
  context: CommandContext,
  match: Match,
  said: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const offered = await offerCommand(context, match, said, last);
  if (offered || isWholeQuestion(match)) return offered;
  return offerSaid(context, match, said, last, OTHERS);
}

async function offerCommand(
  context: CommandContext,
  match: Match,
  heard: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const none = IF_ANY.test(heard.text) && (await noneShown(context, last));
  if (none) return none;
  const said = heard.mentions.length > 0 ? heard : { ...heard, text: withoutConditions(heard.text) };
  const phrase = trim(readPhrase(said.text, said.mentions));
  const up = TELL_UP.exec(phrase.folded);
  const shown = match.kind === 'call' && match.call.name === 'show';
  if (up && (match.kind === 'unknown' || shown)) return tellUp(Number(up[1]));
  if (!mayBeOrder(match, said)) return undefined;
  const described =
    match.kind === 'unknown' && match.doubt ? undefined : await orderDescribed(context, phrase, last);
  if (described) return described;
  const later = extensionIn(phrase.folded);
  if (later) return extend(later.issueId, later.until);
  // What is only told of one problem is asked about by its own doubt.
  if (match.kind === 'unknown' && match.doubt && !isOfSeveral(match, said.text)) return undefined;
  const told = /列|了解|知道|清单|进[展度]|情况|未|没/u.test(phrase.folded);
  if (asksInstructions(phrase.folded)) return notKept(context, told || isQuestioning(phrase.folded));
  return offerUrging(context, said, last);
}

/** 我交办的, 我批示的还有几件: none is logged as such, and what is asked of them next is not kept either. */
async function notKept(context: CommandContext, asks: boolean): Promise<Answer> {
  const text = plannedText('批示', ['报', '转办', '催办']);
  const unkept = asks ? await kindsNotKept(context, INSTRUCTIONS) : undefined;
  const answer: Answer = unkept ?? { kind: 'suggest', text, commands: ['报', '清单'] };
  await leaveUnanswered(context, answer);
  return answer;
}

/** 有的话转给唐志强盯到, where the answer before found none. */
async function noneShown(context: CommandContext, last: Remembered | undefined): Promise<Answer | undefined> {
  const meant = meantBy(last);
  if (!meant || (await openIds(context, meant)).length > 0) return undefined;
  return { kind: 'text', text: NONE_TO_URGE };
}

/** 拖得最久的那件 */
const WORST_ONE = /最\p{Script=Han}{1,3}的?(?:那|这)?一?[个件]$/u;
const ALL_OF_THEM = /全部|所有|全都|通通|统统|一个不落|挨个|逐个|逐件|[全都]/gu;

/**
 * 催一下住建局: offered problem by problem. undefined: no such order, or not understood.
 */
async function offerUrging(
  context: CommandContext,
  said: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const rest = withoutOrder(said.text);
  if (rest === undefined || rest.length > LONGEST || said.mentions.length > 0) return undefined;
  if (TELLS_TO_URGE.test(said.text)) return undefined;
  // 全部催一遍 says no more of which than 催一遍.
  if (!/[\p{L}\p{N}]/u.test(rest.replace(ALL_OF_THEM, '')))
    return last ? urgeMeant(context, last) : askWhich(said.text);
  // 催一下这件: of the one that is spoken of.
  if (isOnlyGlue(rest)) {
    const target = await targetOf(context, '', last);
    return target && target !== 'unclear' ? offerUrge(context, target.filter) : whichToUrge(URGE_WHAT);
  }
  const nth = rowAlone(rest);
  const first = last ? firstSaid(rest) : undefined;
  if (last && (nth ?? first) !== undefined && hasNoRows(last)) return whichToUrge(URGE_WHAT);
  if (nth !== undefined && last) {
    const issueId = await rowOf(context, last, nth);
    if (issueId === undefined) return { kind: 'text', tone: 'warning', text: URGE_NONE };
    return offerUrge(context, { ids: [issueId] });
  }
  if (first !== undefined && last) {
    const ids = (await rowsOf(context, last))?.slice(0, first) ?? [];
    if (ids.length === 0) return { kind: 'text', tone: 'warning', text: URGE_NONE };
    return offerUrge(context, { ids });
  }
  const numbered = urgedNumbers(rest);
  if (numbered.length > 0) return offerUrge(context, { ids: numbered });
  const whole = /单位|部门|责任人|所有|全部/.test(said.text);
  const call = questionIn(context, rest, whole ? undefined : last) ?? personsIn(context, rest);
  const answer = call && (await answerQuestion(context, call));
  if (!call || (answer?.kind !== 'list' && answer?.kind !== 'groups')) return undefined;
  // 最急的那件催一下: the first of them.
  const { issues } = WORST_ONE.test(rest) ? await openOnes(context, answer.filter) : { issues: [] };
  if (issues[0]) return offerUrge(context, { ids: [issues[0].id] });
  // None is open: that is what is told, of the order.
  const offered = await offerUrge(context, answer.filter, call.topic);
  const gone = offered || answer.filter.search === undefined ? undefined : await goneOf(context, rest);
  if (offered || gone) return offered ?? gone;
  // 让蒋平抓紧处理到位: no figure of what is 处理到位.
  if (TELLS_SOMEBODY.test(said.text)) return undefined;
  const told = await rememberAnswer(context, call, answer);
  return answer.filter.asOf === undefined ? noneOpen(context, answer.filter) : told;
}

/** 设备补贴的事催一下, which is struck off. */
async function goneOf(context: CommandContext, words: string): Promise<Answer | undefined> {
  const issue = await describedIssue(context, words, { closed: true });
  return issue && overText(issue);
}

/** 都催一遍, with nothing before it. */
function askWhich(text: string): Answer | undefined {
  return /都|全|遍/.test(text) ? whichToUrge(URGE_WHAT) : undefined;
}

/** 前两个, 头三件: how many of the rows that were shown. */
function firstSaid(rest: string): number | undefined {
  const said = /^(?:把|就)?[前头]([两二三四五1-5])[个件条项](?:问题|事)?$/u.exec(rest)?.[1];
  return said === undefined ? undefined : '一二三四五'.indexOf(said.replace('两', '二')) + 1 || Number(said);
}

/** 让赵磊催一下: whoever is told to urge is not whose problems they are. */
const TELLS_TO_URGE =
  /(?:让|叫|喊|派|安排|要求|通知|请)(?![他她它这那]|人家|单位|大家)\p{Script=Han}{2,8}?(?:再|去|也|都|赶紧|抓紧|帮忙|负责|\s)*(?:催(?!办单)|督促|提醒)/u;
/** 3号和5号, 8号那条路; 5号厂房, 3号以后 and 12月5号 are no problems. */
const NUMBERS =
  /#\s?(\d{1,9})|(?<![^\s\p{P}和跟与把对就号])(\d{1,9})号(?=$|[\s\p{P}和跟与]|[那这](?!天|日|时)|问题|的?事|的$|件)/gu;
const OTHERS_BESIDE = /逾期|超期|没签|待签|没办|红|黄|所有|全部/;

function urgedNumbers(words: string): number[] {
  if (OTHERS_BESIDE.test(words)) return [];
  return [...new Set([...words.matchAll(NUMBERS)].map(([, sharp, spoken]) => Number(sharp ?? spoken)))];
}
