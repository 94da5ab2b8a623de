/** 报: one line is logged at once, several lines are shown first, a reply logs what it replies to. */

import { loggedText } from '../cards/words-done.ts';
import { defaultIfConfirmedText, defaultTakenText, linkIfConfirmedText } from '../cards/words-reading.ts';
import { LOG_UNSURE } from '../cards/words-talk.ts';
import { insertAttachments } from '../db/attachment.ts';
import { placeCard } from '../db/card.ts';
import { saveDraft } from '../db/draft.ts';
import { loadIssue } from '../db/issue.ts';
import { enqueue } from '../db/outbox.ts';
import type { Answer, IssueDraft } from '../domain/answer.ts';
import { createIssue } from '../domain/create.ts';
import { listProvisionalYears } from '../domain/deadline.ts';
import type { Deadline, Issue } from '../domain/issue.ts';
import { defaultDeadline } from '../domain/limit.ts';
import { LOG_DRAFT, type LogDraft, type LogSource } from '../kinds/drafts.ts';
import { READ_QUOTED } from '../kinds/jobs.ts';
import type { LogLine } from '../language/said.ts';
import { provisionalYearText } from '../text/deadline.ts';
import { applyNew } from './apply.ts';
import type { CommandContext } from './context.ts';
import { sourceOf } from './issue.ts';
import { holdUpLink } from './log-link.ts';
import { offersFor, unknownUnit, unknownUnitNotices } from './log-offers.ts';
import { choosePerson } from './log-people.ts';
import { elsewhereNotices, projectOf, projectsToAsk, waitsForProject } from './log-project.ts';
import { personOfMention } from './person.ts';

/** @param unsure the words may have meant something else: shown first */
export async function createIssues(
  context: CommandContext,
  lines: LogLine[],
  unsure = false,
): Promise<Answer | null> {
  const refusal = checkPlace(context);
  if (refusal) return refusal;
  const source = sourceOfMessage(context);
  const [line] = lines;
  if (lines.length === 1 && line && !unsure) return createFromLine(context, line, source);
  return askFirst(context, lines, source, unsure ? LOG_UNSURE : undefined);
}

/** The lines with their defaults, logged on 确认. @param lead why it is asked */
export async function previewLines(
  context: CommandContext,
  lines: LogLine[],
  lead?: string,
): Promise<Answer> {
  return checkPlace(context) ?? askFirst(context, lines, sourceOfMessage(context), lead);
}

/** Shows what was understood; nothing is written before it is confirmed, or its project chosen. */
async function askFirst(
  context: CommandContext,
  lines: LogLine[],
  source: LogSource,
  lead?: string,
): Promise<Answer> {
  const draftId = context.deps.newId();
  const projects = projectsToAsk(context, lines);
  const payload: LogDraft = {
    lines,
    source,
    drafts: await draftsOf(context, lines),
    ...(projects.length > 0 && { projects }),
    ...(lead && { lead }),
  };
  await saveDraft(
    context.tx,
    { id: draftId, personId: context.actor.person.id, kind: LOG_DRAFT, payload },
    context.now,
  );
  return { kind: 'preview', draftId };
}

export async function createSolved(context: CommandContext, line: LogLine): Promise<Answer | null> {
  const refusal = checkPlace(context);
  if (refusal) return refusal;
  return createFromLine(context, line, { ...sourceOfMessage(context), onTheSpot: true });
}

/** Logs one line, or asks back what cannot be guessed; the text is kept in a draft meanwhile. */
export async function createFromLine(
  context: CommandContext,
  line: LogLine,
  source: LogSource,
): Promise<Answer | null> {
  return (await logLine(context, line, source)).answer;
}

/** The same, with the number of what was logged, and of links named beside it why they are not held up. `answer` null: the card says it all. */
export async function logLine(
  context: CommandContext,
  line: LogLine,
  source: LogSource,
): Promise<{ answer: Answer | null; issueId?: number; unlinked?: string }> {
  if (!line.deadline.ok && !line.deadline.missing) {
    const draftId = context.deps.newId();
    const payload: LogDraft = { lines: [line], source };
    await saveDraft(
      context.tx,
      { id: draftId, personId: context.actor.person.id, kind: LOG_DRAFT, payload },
      context.now,
    );
    return { answer: { kind: 'form', form: 'log', draftId, lead: line.deadline.problem } };
  }
  if (projectsToAsk(context, [line]).length > 0) return { answer: await askFirst(context, [line], source) };
  const logged = await writeIssue(context, line, source);
  if ('answer' in logged) return logged;
  const { issue, unlinked } = logged;
  return {
    answer: await answerLogged(context, logged, line, source),
    issueId: issue.id,
    ...(unlinked !== undefined && { unlinked }),
  };
}

/** A new problem, with what must be said of the people mentioned beside it. */
export interface Logged {
  issue: Issue;
  notices: string[];
  /** Of a link that was named beside it. */
  unlinked?: string;
}

/** Makes the issue of one line, with its cards; the caller words the answer. */
export async function writeIssue(
  context: CommandContext,
  line: LogLine,
  source: LogSource,
): Promise<Logged | { answer: Answer }> {
  const { directory, actor, now, chat } = context;
  const projectId = projectOf(context, line);
  const { assignee, notices } = await choosePerson(context, line);
  const author = source.sourceOpenId ? await personOfMention(context, source.sourceOpenId) : undefined;
  const unitId = line.unitId ?? assignee?.unitId ?? null;
  const decision = createIssue(
    {
      text: line.text,
      title: line.title,
      projectId,
      unitId,
      categoryId: line.categoryId,
      coUnitIds: line.coUnitIds,
      assigneeId: assignee?.id ?? null,
      deadline: line.deadline.ok ? line.deadline.deadline : null,
      sourcePersonId: author && author.id !== actor.person.id ? author.id : null,
      sourceMessageId: source.sourceMessageId,
      originChatId: source.chatId,
      onTheSpot: source.onTheSpot,
      areaId: chat?.areaId ?? null,
      chatProjectIds: chat?.projectIds ?? [],
    },
    { now, actor, directory },
  );
  if (!decision.ok) return { answer: { kind: 'refusal', refusal: decision.refusal } };
  const issue = await applyNew(sourceOf(context), decision, source);
  await keepFiles(context, issue.id, source);
  if (line.linkHeard === undefined) return { issue, notices };
  const unlinked = await holdUpLink(context, issue.id, line.linkHeard);
  const held = (await loadIssue(context.tx, issue.id)) ?? issue;
  return { issue: held, notices, ...(unlinked !== undefined && { unlinked }) };
}

/** The picture of a post that logs is recorded as one sent in reply to the card would be. */
async function keepFiles({ tx, actor, now }: CommandContext, issueId: number, source: LogSource) {
  const { files = [], sourceMessageId: messageId } = source;
  if (messageId === null) return;
  const rows = files.map(({ key, kind, name = null }) => ({ messageId, fileKey: key, kind, name }));
  await insertAttachments(tx, issueId, rows, actor.person.id, now);
}

/** In a group the live card is the answer; in a private chat it is placed there, too. */
export async function answerLogged(
  context: CommandContext,
  { issue, notices: people, unlinked }: Logged,
  line: LogLine,
  source: LogSource,
): Promise<Answer | null> {
  if (!source.isGroup) {
    await placeCard(context.tx, {
      issueId: issue.id,
      place: 'person',
      target: context.actor.person.openId,
      version: issue.version,
      replyTo: source.replyTo,
      nonce: context.deps.newId(),
      dueAt: context.now,
    });
  }
  const unknown = unknownUnit(line, context);
  const elsewhere = elsewhereNotices(context, line, issue.projectId);
  const notices = [
    ...(line.deadline.ok ? line.deadline.notices : unpublished(issue.deadline, context)),
    ...(source.onTheSpot ? [] : defaultTaken(line, issue.deadline)),
    ...unknownUnitNotices(unknown),
    ...people,
    ...elsewhere,
    ...(unlinked === undefined ? [] : [unlinked]),
  ];
  const doubts = { units: line.unitCandidates, projects: line.projectCandidates };
  const text = loggedText(issue, notices, doubts, context.directory);
  if (text === undefined) return null;
  const offers = offersFor(issue, unknown, elsewhere.length > 0 || doubts.projects.length > 1);
  return { kind: 'text', tone: 'success', text, ...(offers.length > 0 && { offers }) };
}

/** 报 alone in reply to a message: its text must be fetched first, after this transaction. */
export async function createFromQuote(context: CommandContext, facts?: LogLine): Promise<Answer | null> {
  const refusal = checkPlace(context);
  if (refusal) return refusal;
  if (context.parentId === undefined) return { kind: 'form', form: 'log' };
  if (context.cardIssueId !== undefined) return { kind: 'issue', issueId: context.cardIssueId };
  await enqueue(
    context.tx,
    [
      READ_QUOTED.row({
        id: context.deps.newId(),
        target: `message:${context.parentId}`,
        payload: {
          messageId: context.parentId,
          chatId: context.chatId,
          chatType: context.chatType,
          replyTo: context.messageId,
          openId: context.actor.person.openId,
          ...(facts && { facts }),
        },
        dedupeKey: `quoted:${context.messageId}`,
        dueAt: context.now,
      }),
    ],
    context.now,
  );
  return null;
}

/** A group must be bound before it shows or takes data; an office group needs the project in the text. */
export function checkPlace(context: CommandContext): Answer | undefined {
  if (context.chatType === 'p2p' || context.chat?.kind === 'project' || context.chat?.kind === 'office') {
    return undefined;
  }
  return { kind: 'bind', lead: 'group-not-bound' };
}

export function sourceOfMessage(context: CommandContext): LogSource {
  return {
    chatId: context.chatId,
    isGroup: context.chatType === 'group',
    replyTo: context.via === 'message' ? context.messageId : undefined,
    sourceMessageId: context.messageId,
    sourceOpenId: null,
    onTheSpot: false,
    ...(context.attachments.length > 0 && { files: context.attachments }),
  };
}

/** The lines with every default filled in, as the preview shows them before anything is logged. */
async function draftsOf(context: CommandContext, lines: readonly LogLine[]): Promise<IssueDraft[]> {
  const { directory, now } = context;
  const asks = projectsToAsk(context, lines).length > 0;
  const drafts: IssueDraft[] = [];
  for (const line of lines) {
    const { text, title, categoryId } = line;
    const projectId = projectOf(context, line);
    const { assignee, notices } = await choosePerson(context, line);
    const category = categoryId === null ? undefined : directory.category(categoryId);
    const greenChannel = directory.project(projectId ?? -1)?.greenChannel ?? false;
    const read = line.deadline;
    const byDefault = defaultDeadline({ categoryId, greenChannel }, now, directory);
    const provisional = unpublished(byDefault, context);
    drafts.push({
      text,
      title,
      projectId: asks && waitsForProject(line) ? null : projectId,
      categoryId,
      unitId: line.unitId ?? assignee?.unitId ?? category?.unitId ?? null,
      assigneeId: assignee?.id ?? null,
      deadline: read.ok ? read.deadline : byDefault,
      notices: [
        ...(read.ok
          ? read.notices
          : read.missing
            ? provisional
            : [defaultIfConfirmedText(read.problem), ...provisional]),
        ...defaultTaken(line, byDefault),
        ...unknownUnitNotices(unknownUnit(line, context)),
        ...notices,
        ...elsewhereNotices(context, line, projectId),
        ...(line.linkHeard === undefined ? [] : [linkIfConfirmedText(line.linkHeard)]),
      ],
    });
  }
  return drafts;
}

/** What must be said of a default limit that reaches a year whose notice is not out; words of their own say it. */
function unpublished({ rule }: Deadline, { directory }: CommandContext): string[] {
  return listProvisionalYears(rule, directory.clock).map(provisionalYearText);
}

/** Words of time that set no day: that the default limit was taken is said, never left in silence. */
function defaultTaken({ deadline: read }: LogLine, { rule }: Deadline): string[] {
  if (read.ok || !read.missing || !read.heard || rule.kind !== 'working-days') return [];
  return [defaultTakenText(read.heard, rule.count)];
}
