/** 报: one line is logged at once, several lines are shown first, a reply logs what it replies to. */

import { loggedText, unknownUnitText } from '../cards/words-done.ts';
import { defaultIfConfirmedText } from '../cards/words-reading.ts';
import { LOG_UNSURE } from '../cards/words-talk.ts';
import { placeCard } from '../db/card.ts';
import { saveDraft } from '../db/draft.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeopleByOpenIds } from '../db/person.ts';
import type { Answer, IssueDraft } from '../domain/answer.ts';
import { createIssue } from '../domain/create.ts';
import { listProvisionalYears } from '../domain/deadline.ts';
import type { Deadline, Issue } from '../domain/issue.ts';
import { defaultDeadline } from '../domain/limit.ts';
import type { Person } from '../domain/model.ts';
import { LOG_DRAFT, type LogDraft, type LogSource } from '../kinds/drafts.ts';
import { READ_QUOTED } from '../kinds/jobs.ts';
import { unknownUnitIn } from '../language/lexicon/unknown-unit.ts';
import type { LogLine } from '../language/said.ts';
import { provisionalYearText } from '../text/deadline.ts';
import { applyNew } from './apply.ts';
import type { CommandContext } from './context.ts';
import { sourceOf } from './issue.ts';
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
  return previewLines(context, lines, unsure ? LOG_UNSURE : undefined);
}

/** The lines with their defaults, logged on 确认. @param lead why it is asked */
export async function previewLines(
  context: CommandContext,
  lines: LogLine[],
  lead?: string,
): Promise<Answer> {
  const refusal = checkPlace(context);
  if (refusal) return refusal;
  const source = sourceOfMessage(context);
  const draftId = context.deps.newId();
  await saveDraft(
    context.tx,
    {
      id: draftId,
      personId: context.actor.person.id,
      kind: LOG_DRAFT,
      payload: {
        lines,
        source,
        drafts: await draftsOf(context, lines),
        ...(lead && { lead }),
      } satisfies LogDraft,
    },
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
  if (!line.deadline.ok && !line.deadline.missing) {
    const draftId = context.deps.newId();
    const payload: LogDraft = { lines: [line], source };
    await saveDraft(
      context.tx,
      { id: draftId, personId: context.actor.person.id, kind: LOG_DRAFT, payload },
      context.now,
    );
    return { kind: 'form', form: 'log', draftId, lead: line.deadline.problem };
  }
  const logged = await writeIssue(context, line, source);
  if ('answer' in logged) return logged.answer;
  return answerLogged(context, logged.issue, line, source);
}

/** Makes the issue of one line, with its cards; the caller words the answer. */
export async function writeIssue(
  context: CommandContext,
  line: LogLine,
  source: LogSource,
): Promise<{ issue: Issue } | { answer: Answer }> {
  const { directory, actor, now, chat } = context;
  const projectId = line.projectId ?? chat?.defaultProjectId ?? onlyProject(context);
  const assignee = await assigneeOf(context, line);
  const author = source.sourceOpenId ? await personOfMention(context, source.sourceOpenId) : undefined;
  const unitId = line.unitId ?? assignee?.unitId ?? null;
  const decision = createIssue(
    {
      text: line.text,
      title: line.title,
      projectId,
      unitId,
      categoryId: line.categoryId,
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
  return { issue };
}

/** In a group the live card is the answer; in a private chat it is placed there, too. */
export async function answerLogged(
  context: CommandContext,
  issue: Issue,
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
  const notices = [
    ...(line.deadline.ok ? line.deadline.notices : unpublished(issue.deadline, context)),
    ...unknownUnit(line, context),
  ];
  const doubts = { units: line.unitCandidates, projects: line.projectCandidates };
  const text = loggedText(issue, notices, doubts, context.directory);
  return text === undefined ? null : { kind: 'text', tone: 'success', text };
}

/** Somebody of another tenant who is mentioned is part of the story, never the one to sign. */
async function assigneeOf(context: CommandContext, line: LogLine): Promise<Person | undefined> {
  if (!line.assigneeOpenId) return undefined;
  // What an outsider mentions proves nothing, so nobody is written down for it.
  const [person] = context.actor.person.home
    ? [await personOfMention(context, line.assigneeOpenId)]
    : await findPeopleByOpenIds(context.tx, [line.assigneeOpenId]);
  return person?.home ? person : undefined;
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
  };
}

/** The lines with every default filled in, as the preview shows them before anything is logged. */
async function draftsOf(context: CommandContext, lines: readonly LogLine[]): Promise<IssueDraft[]> {
  const { directory, chat, now } = context;
  const drafts: IssueDraft[] = [];
  for (const line of lines) {
    const { text, title, categoryId } = line;
    const projectId = line.projectId ?? chat?.defaultProjectId ?? onlyProject(context);
    const assignee = await assigneeOf(context, line);
    const category = categoryId === null ? undefined : directory.category(categoryId);
    const greenChannel = directory.project(projectId ?? -1)?.greenChannel ?? false;
    const read = line.deadline;
    const byDefault = defaultDeadline({ categoryId, greenChannel }, now, directory);
    const provisional = unpublished(byDefault, context);
    drafts.push({
      text,
      title,
      projectId,
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
        ...unknownUnit(line, context),
      ],
    });
  }
  return drafts;
}

/** What must be said of a default limit that reaches a year whose notice is not out; words of their own say it. */
function unpublished({ rule }: Deadline, { directory }: CommandContext): string[] {
  return listProvisionalYears(rule, directory.clock).map(provisionalYearText);
}

/** A word like a unit that is none stays in the title, where whoever dispatches sees it; it is asked back. */
function unknownUnit(line: LogLine, { directory }: CommandContext): string[] {
  if (line.unitId !== null || line.assigneeOpenId !== null) return [];
  const found = unknownUnitIn(line.title, directory);
  return found ? [unknownUnitText(found)] : [];
}

/** In a private chat, somebody with a single project means that one. */
function onlyProject(context: CommandContext): number | null {
  if (context.chatType === 'group') return null;
  const { secretaryOf, contactOf } = context.actor;
  const own = [...new Set([...secretaryOf, ...contactOf])];
  return own.length === 1 ? (own[0] ?? null) : null;
}
