/** 那住建局呢, 上个月呢, 列出来, 下一页: goes on from the last question of the same person in the same chat. */
import { ASKED_ROWS } from '../cards/issue-list.ts';
import { noSuchRowText, WHY_LEAD } from '../cards/words-figures.ts';
import { dropDraft, readDraft, replaceDraft } from '../db/draft.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Reading } from '../domain/reading.ts';
import type { Mention } from '../feishu/incoming.ts';
import { QUESTION_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import {
  hangsInTheAir,
  LEADING,
  LEANING,
  LEANING_PART,
  MARKED,
  nthIn,
  OF_THE_ONE,
  PERHAPS_LEANING,
  POINTING,
  type Step,
  stepIn,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { pointsAtOne } from '../language/pointing.ts';
import { scanQuery } from '../language/scan.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, type LastAnswer, saysSomething, topicOf } from '../language/topic.ts';
import { narrow, pageOf } from '../views/issue-list.ts';
import { asksHistory } from './about-issue.ts';
import type { CallOf, Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { urgeWhich } from './order.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';

const REMEMBERED = 15 * 60_000;
/** 有没有过期的 goes on only right after what was about somebody. */
const SOON = 3 * 60_000;
const LONGEST = 24;

/** The answer when the words go on from a question; undefined when they do not, or there was none of late. */
export async function followUp(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | undefined> {
  if (context.cardIssueId !== undefined || context.parentId !== undefined) return undefined;
  const phrase = trim(readPhrase(said.text, said.mentions));
  if (phrase.folded.length === 0 || phrase.folded.length > LONGEST || !mayGoOn(match, phrase))
    return undefined;
  const scan = scanHeard(withoutMarks(phrase), readContextOf(context));
  const step = stepIn(phrase.folded);
  const nth = nthIn(phrase.folded);
  const ofOne = isOfOne(phrase, scan);
  const leans = leaning(scan, phrase, match);
  if (!step && nth === undefined && !ofOne && !leans && !goesOn(scan, phrase, match)) return undefined;
  const last = await lastOf(context);
  if (!last) return undefined;
  if (last.issueId !== undefined && (ofOne || step === 'why')) {
    await remember(context, last);
    return execOfOne(phrase, step, last.issueId);
  }
  // 现在卡在谁那里, after a project: of that project.
  if (
    ofOne &&
    scan.left.length === 0 &&
    !scan.doubt &&
    saysSomething(scan) &&
    (await isAboutSomebodySoon(context, last))
  ) {
    const call = askOf(goOn(last.topic, scan), readContextOf(context));
    return rememberAnswer(context, call, await answerQuestion(context, call));
  }
  // What is not asked of the problem shown goes on from nothing older.
  if (isOnlyCard(last) && !step && nth === undefined) return undefined;
  if (nth !== undefined) return nthOf(context, last, nth);
  if (leans === 'perhaps' && !(await isAboutSomebodySoon(context, last))) return undefined;
  if (!step && !leans && !goesOn(scan, phrase, match)) return undefined;
  if (!step) {
    const call = askOf(goOn(last.topic, scan), readContextOf(context));
    return rememberAnswer(context, call, await answerQuestion(context, call));
  }
  if (step === 'urge') return urgeWhich(context, last.filter);
  const page = step === 'next' ? last.page + 1 : step === 'previous' ? Math.max(1, last.page - 1) : 1;
  await remember(context, { ...last, page: await pageShown(context, last.filter, page) });
  const lead = step === 'why' ? { lead: WHY_LEAD } : {};
  return { kind: 'list', filter: last.filter, page, asked: true, ...lead };
}

/** The page that is drawn for `page`: the last one where there are not so many. */
async function pageShown(context: CommandContext, filter: IssueFilter, page: number): Promise<number> {
  const query = page === 1 ? undefined : narrow(filter, viewerOf(context))?.query;
  return query ? (await pageOf(context.tx, { ...query, page, pageSize: ASKED_ROWS })).page : page;
}

/** Asked of one thing without naming it: 为啥拖这么久, 几号到期. */
function isOfOne({ folded }: Phrase, scan: Scan): boolean {
  const ranks = (['most', 'longest', 'more', 'highest', 'lowest', 'count'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  // 催过的 are those that were; 是哪个项目的 asks of the one.
  const those = scan.endsOf && !/(?:项目|企业|负责|管|办|提|报|登记)的[\s\p{P}]*$/u.test(folded);
  const narrows = those || scan.states.some(({ kind }) => kind === 'open' || kind === 'all');
  const pointed = pointsAtOne(folded, scan);
  const one = OF_THE_ONE.test(folded) || WHY_THE_ONE.test(folded) || hangsInTheAir(folded);
  // 那个谁的那个事: somebody's else.
  if (pointed !== undefined && !one) return !/谁的|[他她]/.test(pointed);
  return one && !namesAny(scan) && (hangsInTheAir(folded) || !(ranks || narrows || scan.periods.length > 0));
}

/** Its card, its history or why its light is what it is. */
function execOfOne({ folded }: Phrase, step: Step | undefined, issueId: number): Answer {
  const why = step === 'why' || WHY_THE_ONE.test(folded);
  const kind = asksHistory(folded) ? 'history' : why ? 'explain' : 'issue';
  return { kind, issueId };
}

/** One problem's card was shown, and no list before it is kept. */
function isOnlyCard({ issueId, filter }: LastAnswer): boolean {
  return issueId !== undefined && filter.ids?.length === 1 && filter.ids[0] === issueId;
}

/** Says whose or where itself. */
function namesAny({
  unitIds,
  projectIds,
  areaIds,
  personOpenIds,
  someone,
  categoryIds,
  texts,
}: Scan): boolean {
  const ids = [unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts];
  return someone !== undefined || ids.some((list) => list.length > 0);
}

/** Understood to the end, and begins with what goes on from something. */
function leaning(scan: Scan, phrase: Phrase, match: Match): 'surely' | 'perhaps' | undefined {
  if (scan.left.length > 0 || scan.doubt || namesAny(scan) || scan.tags.has('everywhere')) return undefined;
  if (!saysSomething(scan) || (match.kind === 'call' && match.call.name !== 'ask')) return undefined;
  if (LEANING.test(phrase.folded)) return 'surely';
  if (LEANING_PART.test(phrase.folded) && match.kind !== 'call') return 'surely';
  return PERHAPS_LEANING.test(phrase.folded) && !scan.by && scan.periods.length === 0 ? 'perhaps' : undefined;
}

/** The question before was about one unit, project, person or place, and was asked just now. */
async function isAboutSomebodySoon(context: CommandContext, last: LastAnswer): Promise<boolean> {
  const draft = await readDraft(context.tx, idOf(context));
  const { unitIds = [], projectIds = [], areaIds = [], personOpenIds = [], someone } = last.topic;
  const names = unitIds.length + projectIds.length + areaIds.length + personOpenIds.length;
  return names + (someone === undefined ? 0 : 1) > 0 && (draft?.createdAt ?? 0) >= context.now - SOON;
}

/** A row of the page that was shown last. */
async function nthOf(context: CommandContext, last: LastAnswer, nth: number): Promise<Answer | undefined> {
  const narrowed = narrow(last.filter, viewerOf(context));
  if (!narrowed) return undefined;
  const page = { ...narrowed.query, page: last.page, pageSize: ASKED_ROWS };
  const { issues } = await listIssues(context.tx, page);
  const issueId = issues.at(nth)?.id;
  if (issueId === undefined) return { kind: 'text', tone: 'warning', text: noSuchRowText(issues.length) };
  await remember(context, { ...last, issueId });
  return { kind: 'issue', issueId };
}

/** A command is one; so is a question that is whole by itself. */
function mayGoOn(match: Match, { folded }: Phrase): boolean {
  if (match.kind !== 'call') return match.kind === 'unknown' ? match.doubt === undefined : true;
  const { call } = match;
  // 还有几天 alone counts down to all nodes, behind a card to its deadline.
  if (call.name === 'countdown') return hangsInTheAir(folded);
  return call.name === 'ask' || (call.name === 'urge' && call.issueId === undefined);
}

function withoutMarks(phrase: Phrase): Phrase {
  return trim(cutStart(phrase, LEADING));
}

/** Understood to the end, and no question of its own. */
function goesOn(scan: Scan, phrase: Phrase, match: Match): boolean {
  const pointed = POINTING.test(phrase.folded);
  const said = saysSomething(scan) || (pointed && scan.tags.has('which'));
  if (scan.left.length > 0 || scan.doubt || !said) return false;
  const marked = pointed || MARKED.test(phrase.folded);
  const measured = (['count', 'how', 'rate', 'duration', 'against'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const whole = measured && !pointed;
  if (match.kind === 'call') return match.call.name === 'ask' && marked && !whole;
  return match.kind === 'unknown';
}

/** One row for each chat and person. */
function idOf({ actor, chatId }: CommandContext): string {
  return `question:${chatId}:${actor.person.id}`;
}

/** The last answer's filter, within its time: what 这件 and 他们 point at. */
export async function lastFilter(context: CommandContext): Promise<IssueFilter | undefined> {
  return (await lastOf(context))?.filter;
}

async function lastOf(context: CommandContext): Promise<LastAnswer | undefined> {
  const last = await readDraft(context.tx, idOf(context));
  if (!last || last.kind !== QUESTION_DRAFT.kind || last.createdAt < context.now - REMEMBERED)
    return undefined;
  const read = readPayload(QUESTION_DRAFT, last.payload);
  return read.ok ? read.payload : undefined;
}

/** The one problem that was shown, for 为什么红了 and 谁负责. */
export async function rememberIssue(context: CommandContext, issueId: number): Promise<void> {
  const topic = topicOf(scanQuery(readPhrase(''), readContextOf(context)));
  await remember(context, { topic, filter: { ids: [issueId] }, page: 1, issueId });
}

/** The project whose card was shown: what is asked next without a name is of it. */
export async function rememberProject(context: CommandContext, projectId: number): Promise<void> {
  const blank = scanQuery(readPhrase(''), readContextOf(context));
  const topic = topicOf({ ...blank, projectIds: [projectId] });
  const filter: IssueFilter = { projectIds: [projectId], statuses: [...OPEN_STATUSES] };
  await remember(context, { topic, filter, page: 1 });
}

/** What goes on from a question that was not understood goes on from nothing. */
export function forgetQuestion(context: CommandContext): Promise<void> {
  return dropDraft(context.tx, idOf(context));
}

/** Keeps what was answered to a question for the next one; what has no filter leaves nothing to go on from. */
export async function rememberAnswer(
  context: CommandContext,
  { topic }: CallOf<'ask'>,
  answer: Answer,
): Promise<Answer> {
  const filter =
    answer.kind === 'list' || answer.kind === 'groups'
      ? answer.filter
      : answer.kind === 'figures'
        ? answer.reading.filter
        : answer.kind === 'project'
          ? { projectIds: [answer.projectId], statuses: [...OPEN_STATUSES] }
          : answer.kind === 'several'
            ? answer.parts.at(-1)?.filter
            : undefined;
  if (filter) await remember(context, { topic, filter, page: 1 });
  else await forgetQuestion(context);
  return answer;
}

/** A chip was tapped: the next words go on from it, or from nothing where words could not have said it. */
export async function rememberReading(
  context: CommandContext,
  reading: Reading,
  page: number,
): Promise<void> {
  const scan = scanOfReading(reading);
  const { filter, unread } = askOf(scan, readContextOf(context));
  if (unread || !sameFilter(filter, reading.filter)) return dropDraft(context.tx, idOf(context));
  await remember(context, { topic: topicOf(scan), filter: reading.filter, page });
}

function sameFilter(a: IssueFilter, b: IssueFilter): boolean {
  const told = (filter: IssueFilter) => JSON.stringify(Object.entries(filter).toSorted());
  return told(a) === told(b);
}

async function remember(context: CommandContext, last: LastAnswer): Promise<void> {
  const { tx, actor, now } = context;
  const row = { id: idOf(context), personId: actor.person.id, kind: QUESTION_DRAFT, payload: last };
  await replaceDraft(tx, row, now);
}
