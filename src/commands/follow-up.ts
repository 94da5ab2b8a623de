/** 那住建局呢, 上个月呢, 列出来, 下一页: goes on from the last question of the same person in the same chat. */
import { WHY_LEAD } from '../cards/words-figures.ts';
import { dropDraft, readDraft, replaceDraft } from '../db/draft.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Reading } from '../domain/reading.ts';
import type { Mention } from '../feishu/incoming.ts';
import { QUESTION_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { LEADING, MARKED, POINTING, stepIn } from '../language/lexicon/follow-ups.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scan.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, type LastAnswer, saysSomething, topicOf } from '../language/topic.ts';
import type { CallOf, Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { urgeWhich } from './order.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';

const REMEMBERED = 15 * 60_000;
const LONGEST = 24;

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
  if (step === 'urge') return urgeWhich(context, last.filter);
  const page = step === 'next' ? last.page + 1 : step === 'previous' ? Math.max(1, last.page - 1) : 1;
  await remember(context, { ...last, page });
  const lead = step === 'why' ? { lead: WHY_LEAD } : {};
  return { kind: 'list', filter: last.filter, page, asked: true, ...lead };
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
          : answer.kind === 'several'
            ? answer.parts.at(-1)?.filter
            : undefined;
  if (filter) await remember(context, { topic, filter, page: 1 });
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
