/** An order said in plain words is offered as the command it is; a tap or 确认 carries it out. */

import { filterTitle } from '../cards/filter-title.ts';
import {
  extendText,
  INSTRUCT_ASKED,
  routeNoneText,
  routeWhichText,
  SENT_BACK,
  TOLD_UP_BY_RULE,
  URGE_WHICH,
  urgeWhichText,
} from '../cards/words-figures.ts';
import { plannedText } from '../cards/words-talk.ts';
import { loadIssue } from '../db/issue.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Mention } from '../feishu/incoming.ts';
import { isDefinite } from '../language/lexicon/follow-ups.ts';
import { SEND_BACK, TELL_UP, withoutOrder } from '../language/lexicon/orders.ts';
import { asksInstructions, orderIn } from '../language/order.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, saysSomething } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { viewContext } from '../views/context.ts';
import { narrow, peopleIn } from '../views/issue-list.ts';
import { maySeeIssue } from '../views/place.ts';
import type { CallOf, Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isRecent, type Remembered, rememberAnswer } from './follow-memory.ts';
import { previewLines } from './log.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';
import { readLine } from './read/log.ts';
import { viewerOf } from './reply.ts';

const LONGEST = 40;
const MOST = 5;

interface Said {
  text: string;
  mentions: Mention[];
}

/** Commands win, and questions that are understood to the end. */
function mayBeOrder(match: Match): boolean {
  if (match.kind === 'unknown') return match.doubt === undefined || match.doubt.word === undefined;
  return match.kind === 'call' && match.call.name === 'ask' && match.call.unread !== undefined;
}

/** What is offered for an order; undefined: there is none. @param last the answer before, within its time */
export async function offerOrder(
  context: CommandContext,
  match: Match,
  said: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const phrase = trim(readPhrase(said.text, said.mentions));
  const up = TELL_UP.exec(phrase.folded);
  if (up && match.kind === 'unknown') return tellUp(Number(up[1]));
  if (!mayBeOrder(match)) return undefined;
  const back = SEND_BACK.test(phrase.folded) && last?.issueId;
  if (back) return sendBack(context, back);
  const order = orderIn(phrase, context.directory);
  if (order?.kind === 'extend') {
    const command = `延期 #${order.issueId} 到 ${order.until}`;
    return { kind: 'suggest', text: extendText(order.issueId), commands: [command] };
  }
  // What is only told of one problem is asked about by its own doubt.
  if (match.kind === 'unknown' && match.doubt) return undefined;
  if (asksInstructions(phrase.folded))
    return { kind: 'suggest', text: plannedText('批示', ['报', '转办', '催办']), commands: ['报', '清单'] };
  const urged = await offerUrging(context, said, last);
  if (urged) return urged;
  if (!order) return undefined;
  if (order.kind === 'instruct') {
    const line = readLine(phrase, readContextOf(context));
    return line.title === '' ? undefined : previewLines(context, [line], INSTRUCT_ASKED);
  }
  const view = { directory: context.directory, now: context.now, people: new Map(), demo: false };
  // The full name: two areas may each have a unit of the same short one.
  const unit = context.directory.unit(order.unitId)?.name ?? shortUnitName(view, order.unitId);
  if (order.what === '' && context.cardIssueId !== undefined)
    return {
      kind: 'suggest',
      text: routeWhichText(unit),
      commands: [`转办 #${context.cardIssueId} ${unit}`],
    };
  const filter = order.what === '' ? meantBy(last) : await filterIn(context, order.what, last);
  const ids = filter ? await openIds(context, filter) : [];
  if (ids.length === 0) return { kind: 'text', tone: 'warning', text: routeNoneText(unit) };
  return { kind: 'suggest', text: routeWhichText(unit), commands: ids.map((id) => `转办 #${id} ${unit}`) };
}

/** What was shown or answered last. */
function meantBy(last: Remembered | undefined): IssueFilter | undefined {
  return last?.issueId === undefined ? last?.filter : { ids: [last.issueId] };
}

/** The question the words are; undefined when they are none that is understood to the end. */
function questionIn(
  context: CommandContext,
  words: string,
  last: Remembered | undefined,
): CallOf<'ask'> | undefined {
  const readContext = readContextOf(context);
  const scan = scanHeard(trim(readPhrase(words)), readContext);
  if (scan.left.length > 0 || scan.doubt || !saysSomething(scan)) return undefined;
  // 红的催一下, right after what somebody has: of theirs.
  const theirs = last && isRecent(context, last) && !last.parts && isDefinite(`${words}是哪些`, scan);
  const call = askOf(theirs ? goOn(last.topic, scan, { within: true }) : scan, readContext);
  return call.unread || call.doubt || call.projectId !== undefined ? undefined : call;
}

async function filterIn(
  context: CommandContext,
  words: string,
  last: Remembered | undefined,
): Promise<IssueFilter | undefined> {
  const call = questionIn(context, words, last);
  const answer = call && (await answerQuestion(context, call));
  return answer?.kind === 'list' || answer?.kind === 'groups' ? answer.filter : undefined;
}

const ASKS = ['count', 'which', 'how', 'why'] as const;

/**
 * 催一下住建局: offered problem by problem. A question with an order behind it (住建局红的有几个，让他们抓紧) is answered, and
 * the order offered below. undefined: no such order, or not understood.
 */
async function offerUrging(
  context: CommandContext,
  said: Said,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const rest = withoutOrder(said.text);
  if (rest === undefined || rest.length > LONGEST || said.mentions.length > 0) return undefined;
  const meant = meantBy(last);
  if (!/[\p{L}\p{N}]/u.test(rest)) return meant && urgeWhich(context, meant);
  const call = questionIn(context, rest, last);
  const answer = call && (await answerQuestion(context, call));
  if (!call || (answer?.kind !== 'list' && answer?.kind !== 'groups')) return undefined;
  const asks = call.topic.tags.some(([tag]) => ASKS.some((one) => one === tag)) || /几|多少|哪|怎/.test(rest);
  if (!asks) return urgeWhich(context, answer.filter);
  const { ids } = await openOnes(context, answer.filter);
  await rememberAnswer(context, call, answer);
  if (ids.length === 0) return answer;
  return { ...answer, lead: URGE_WHICH, others: ids.map((id) => `催办 #${id}`) };
}

/** Of what was listed, which? One button each; a tap urges. undefined: none is open. */
export async function urgeWhich(context: CommandContext, filter: IssueFilter): Promise<Answer | undefined> {
  const { ids, total, title } = await openOnes(context, filter);
  if (ids.length === 0) return undefined;
  return {
    kind: 'suggest',
    text: urgeWhichText(title, total, ids.length),
    commands: ids.map((id) => `催办 #${id}`),
  };
}

/** 那退回去叫他们重新办, of the problem that was shown: by where it stands. */
async function sendBack(context: CommandContext, issueId: number): Promise<Answer | undefined> {
  const issue = await loadIssue(context.tx, issueId);
  if (!issue || (await maySeeIssue(context.tx, issue, viewerOf(context))) !== true) return undefined;
  if (issue.status === 'verifying')
    return { kind: 'suggest', text: SENT_BACK.verifying, commands: [`核验 #${issueId} 不属实 请重新办理`] };
  if (issue.status === 'closed')
    return { kind: 'suggest', text: SENT_BACK.closed, commands: [`重开 #${issueId} 请重新办理`] };
  return { kind: 'suggest', text: SENT_BACK.open, commands: [`催办 #${issueId}`, `历史 #${issueId}`] };
}

/** The ladder tells leaders by itself; what a leader is to look at is put on the agenda. */
function tellUp(issueId: number): Answer {
  return { kind: 'suggest', text: TOLD_UP_BY_RULE, commands: [`上会 #${issueId}`, `#${issueId}`] };
}

async function openIds(context: CommandContext, filter: IssueFilter): Promise<number[]> {
  return (await openOnes(context, filter)).ids;
}

/** The first that are open of what a filter finds, how many there are, and what they are called. */
async function openOnes(context: CommandContext, filter: IssueFilter) {
  // Nothing is urged of a past day: part of it is done.
  if (filter.asOf !== undefined) return { ids: [], total: 0, title: '' };
  const { statuses } = filter;
  const open = OPEN_STATUSES.filter((status) => statuses === undefined || statuses.includes(status));
  const viewer = viewerOf(context);
  const narrowed = narrow({ ...filter, statuses: open }, viewer);
  if (!narrowed) return { ids: [], total: 0, title: '' };
  const { issues, total } = await listIssues(context.tx, { ...narrowed.query, page: 1, pageSize: MOST });
  const ctx = await viewContext(context.tx, viewer, { personIds: peopleIn(filter) });
  // 本月登记的催一下 is of those that are open, and says so.
  const live = filter.overdue === true || (filter.colors !== undefined && !filter.colors.includes('done'));
  const title = filterTitle(live ? filter : narrowed.filter, narrowed.place, ctx);
  return { ids: issues.map(({ id }) => id), total, title };
}
