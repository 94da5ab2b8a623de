/** An order said in plain words is offered as the command it is; a tap or 确认 carries it out. */
import {
  extendText,
  INSTRUCT_ASKED,
  routeNoneText,
  routeWhichText,
  URGE_WHICH,
} from '../cards/words-figures.ts';
import { plannedText } from '../cards/words-talk.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Mention } from '../feishu/incoming.ts';
import { withoutOrder } from '../language/lexicon/follow-ups.ts';
import { asksInstructions, orderIn } from '../language/order.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import { saysSomething } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { narrow } from '../views/issue-list.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { previewLines } from './log.ts';
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

/** What is offered for an order; undefined: there is none. @param last filter of the answer before, within its time */
export async function offerOrder(
  context: CommandContext,
  match: Match,
  said: Said,
  last: IssueFilter | undefined,
): Promise<Answer | undefined> {
  if (!mayBeOrder(match)) return undefined;
  const phrase = trim(readPhrase(said.text, said.mentions));
  const order = orderIn(phrase, context.directory);
  if (order?.kind === 'extend') {
    const command = `延期 #${order.issueId} 到 ${order.until}`;
    return { kind: 'suggest', text: extendText(order.issueId), commands: [command] };
  }
  // What is only told of one problem is asked about by its own doubt.
  if (match.kind === 'unknown' && match.doubt) return undefined;
  if (asksInstructions(phrase.folded))
    return { kind: 'suggest', text: plannedText('批示', ['报', '转办', '催办']), commands: ['报', '清单'] };
  const urged = await offerUrging(context, said);
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
  const filter = order.what === '' ? last : filterIn(context, order.what);
  const ids = filter ? await openIds(context, filter) : [];
  if (ids.length === 0) return { kind: 'text', tone: 'warning', text: routeNoneText(unit) };
  return { kind: 'suggest', text: routeWhichText(unit), commands: ids.map((id) => `转办 #${id} ${unit}`) };
}

/** What the words find; undefined when they are not understood to the end. */
function filterIn(context: CommandContext, words: string): IssueFilter | undefined {
  const readContext = readContextOf(context);
  const scan = scanQuery(trim(readPhrase(words)), readContext);
  if (scan.left.length > 0 || scan.doubt || !saysSomething(scan)) return undefined;
  const call = askOf(scan, readContext);
  return call.unread || call.personHeard !== undefined || call.projectId !== undefined
    ? undefined
    : call.filter;
}

/** 催一下住建局, 住建局红的有几个，让他们抓紧: offered problem by problem. undefined: no such order, or not understood. */
async function offerUrging(context: CommandContext, said: Said): Promise<Answer | undefined> {
  const rest = withoutOrder(said.text);
  if (rest === undefined || rest.length > LONGEST || said.mentions.length > 0) return undefined;
  const filter = filterIn(context, rest);
  return filter && urgeWhich(context, filter);
}

/** Of what was listed, which? One button each; a tap urges. undefined: none is open. */
export async function urgeWhich(context: CommandContext, filter: IssueFilter): Promise<Answer | undefined> {
  const ids = await openIds(context, filter);
  if (ids.length === 0) return undefined;
  return { kind: 'suggest', text: URGE_WHICH, commands: ids.map((id) => `催办 #${id}`) };
}

async function openIds(context: CommandContext, filter: IssueFilter): Promise<number[]> {
  const { statuses } = filter;
  const open = OPEN_STATUSES.filter((status) => statuses === undefined || statuses.includes(status));
  const narrowed = narrow({ ...filter, statuses: open }, viewerOf(context));
  if (!narrowed) return [];
  const { issues } = await listIssues(context.tx, { ...narrowed.query, page: 1, pageSize: MOST });
  return issues.map(({ id }) => id);
}
