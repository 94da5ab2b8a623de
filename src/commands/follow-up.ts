/** 那住建局呢, 上个月呢, 列出来, 下一页: goes on from the last question of the same person in the same chat. */
import { URGE_WHICH, WHY_LEAD } from '../cards/words-figures.ts';
import { readDraft, replaceDraft } from '../db/draft.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Mention } from '../feishu/incoming.ts';
import { QUESTION_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { LEADING, MARKED, stepIn, withoutOrder } from '../language/lexicon/follow-ups.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { type Scan, scanQuery } from '../language/scan.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, type LastAnswer, saysSomething } from '../language/topic.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf, Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';

const REMEMBERED = 15 * 60_000;
const LONGEST = 24;
const MOST_URGED = 5;

/** The answer when the words go on from a question; undefined when they do not, or there was none of late. */
export async function followUp(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | undefined> {
  if (context.cardIssueId !== undefined || context.parentId !== undefined) return undefined;
  const phrase = trim(readPhrase(said.text, said.mentions));
  if (phrase.folded.length === 0 || phrase.folded.length > LONGEST || !mayGoOn(match)) return undefined;
  const scan = scanHeard(withoutMarks(phrase), readContextOf(context));
  const step = stepIn(phrase.folded);
  if (!step && !goesOn(scan, phrase, match)) return undefined;
  const last = await lastOf(context);
  if (!last) return undefined;
  if (!step) {
    const call = askOf(goOn(last.topic, scan), readContextOf(context));
    return rememberAnswer(context, call, await answerQuestion(context, call));
  }
  if (step === 'urge') return urgeWhich(context, last);
  const page = step === 'next' ? last.page + 1 : step === 'previous' ? Math.max(1, last.page - 1) : 1;
  await remember(context, { ...last, page });
  const lead = step === 'why' ? { lead: WHY_LEAD } : {};
  return { kind: 'list', filter: last.filter, page, ...(page === 1 && { asked: true as const }), ...lead };
}

/** A command is one; so is a question that is whole by itself. */
function mayGoOn(match: Match): boolean {
  if (match.kind !== 'call') return match.kind === 'unknown' ? match.doubt === undefined : true;
  const { call } = match;
  return call.name === 'ask' || (call.name === 'urge' && call.issueId === undefined);
}

function withoutMarks(phrase: Phrase): Phrase {
  return trim(cutStart(phrase, LEADING));
}

/** Understood to the end, and no question of its own. */
function goesOn(scan: Scan, phrase: Phrase, match: Match): boolean {
  if (scan.left.length > 0 || scan.doubt || !saysSomething(scan)) return false;
  const marked = MARKED.test(phrase.folded);
  const whole = (['count', 'how', 'rate', 'duration', 'against'] as const).some((tag) => scan.tags.has(tag));
  if (match.kind === 'call') return match.call.name === 'ask' && marked && !whole;
  return match.kind === 'unknown';
}

/** One row for each chat and person. */
function idOf({ actor, chatId }: CommandContext): string {
  return `question:${chatId}:${actor.person.id}`;
}

async function lastOf(context: CommandContext): Promise<LastAnswer | undefined> {
  const last = await readDraft(context.tx, idOf(context));
  if (!last || last.kind !== QUESTION_DRAFT.kind || last.createdAt < context.now - REMEMBERED)
    return undefined;
  const read = readPayload(QUESTION_DRAFT, last.payload);
  return read.ok ? read.payload : undefined;
}

/** Keeps what was answered to a question for the next one; whatever is asked back leaves the one before. */
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
          : undefined;
  if (filter) await remember(context, { topic, filter, page: 1 });
  return answer;
}

async function remember(context: CommandContext, last: LastAnswer): Promise<void> {
  const { tx, actor, now } = context;
  const row = { id: idOf(context), personId: actor.person.id, kind: QUESTION_DRAFT, payload: last };
  await replaceDraft(tx, row, now);
}

/**
 * 催一下住建局, 红灯的催一下: an order about what a filter finds is offered problem by problem; a tap urges. undefined:
 * it is no such order, or not understood to the end.
 */
export async function offerUrging(
  context: CommandContext,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | undefined> {
  const rest = withoutOrder(said.text);
  if (rest === undefined || rest.length > LONGEST) return undefined;
  const readContext = readContextOf(context);
  const scan = scanQuery(trim(readPhrase(rest)), readContext);
  if (scan.left.length > 0 || scan.doubt || !saysSomething(scan) || said.mentions.length > 0)
    return undefined;
  const call = askOf(scan, readContext);
  if (call.unread || call.personHeard !== undefined || call.projectId !== undefined) return undefined;
  return urgeWhich(context, { topic: call.topic, filter: call.filter, page: 1 });
}

/** 催一下: of what was listed, which? One button each; a tap urges. */
async function urgeWhich(context: CommandContext, { filter }: LastAnswer): Promise<Answer | undefined> {
  const narrowed = narrow({ ...filter, statuses: openOf(filter.statuses) }, viewerOf(context));
  if (!narrowed) return undefined;
  const { issues } = await listIssues(context.tx, { ...narrowed.query, page: 1, pageSize: MOST_URGED });
  if (issues.length === 0) return undefined;
  return { kind: 'suggest', text: URGE_WHICH, commands: issues.map(({ id }) => `催办 #${id}`) };
}

function openOf(statuses: LastAnswer['filter']['statuses']) {
  return OPEN_STATUSES.filter((status) => statuses === undefined || statuses.includes(status));
}
