/** What was filled into a form card: the same commands as words, with facts from fields. */
import type { CardAction } from '../cards/actions.ts';
import { type FormValues, readFormValues } from '../cards/field.ts';
import { textCard } from '../cards/text.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { consumeDraft } from '../db/draft.ts';
import { findPeopleByOpenIds } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { IssueCommand } from '../domain/issue.ts';
import { pickedDeadline } from '../domain/limit.ts';
import type { Person } from '../domain/model.ts';
import { titleOf } from '../domain/title.ts';
import { LOG_DRAFT, type LogDraft } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { LogLine, ReadDeadline } from '../language/said.ts';
import { bindTo } from './bind.ts';
import { submitBulletin } from './bulletin.ts';
import type { CommandContext } from './context.ts';
import { runIssueCommand } from './issue.ts';
import { checkPlace, logOne, sourceOfMessage } from './log.ts';
import { resolvePerson } from './person.ts';
import { createProject } from './project.ts';
import { readLine } from './read/log.ts';
import type { ClickReply } from './reply.ts';

type Submit = CardAction & { do: 'submit' };

/** Takes a submitted form. When it did what was asked, the form gives way to the answer. */
export async function submitForm(
  context: CommandContext,
  action: Submit,
  raw: Record<string, unknown>,
): Promise<ClickReply> {
  const values = readFormValues(raw);
  if (!values) return { toast: toast('warning', TOASTS.badForm) };
  if (action.bulletinId !== undefined) return submitBulletin(context, action, values);
  const answer = await runForm(context, action, values);
  if (answer === null) return done(context, { kind: 'text', tone: 'success', text: TOASTS.logged });
  if (answer.kind === 'text' && answer.tone === 'success') return done(context, answer);
  return { toast: answerToast(answer) };
}

function done(context: CommandContext, answer: Answer & { kind: 'text' }): ClickReply {
  return {
    toast: answerToast(answer),
    card: { type: 'raw', data: textCard(answer.text, { tone: 'success', demo: context.deps.demo }) },
  };
}

async function runForm(context: CommandContext, action: Submit, values: FormValues): Promise<Answer | null> {
  if (action.form === 'log') return submitLog(context, action, values);
  if (action.form === 'bind') return submitBind(context, values);
  const { issueId } = action;
  if (issueId === undefined) return incomplete();
  const command = await commandOf(context, action, values);
  return 'kind' in command ? command : runIssueCommand(context, issueId, command);
}

async function commandOf(
  context: CommandContext,
  action: Submit,
  values: FormValues,
): Promise<IssueCommand | Answer> {
  const { reason = '', day, unitId } = values;
  switch (action.form) {
    case 'bounce':
      return { verb: 'bounce', reason };
    case 'report-done':
      return { verb: 'report-done', result: reason, override: true };
    case 'refute':
      return { verb: 'verify', confirmed: false, reason };
    case 'reopen':
      return { verb: 'reopen', reason };
    case 'progress':
      return { verb: 'progress', note: reason };
    case 'unsatisfied':
      return { verb: 'rate', score: 'unsatisfied', reason };
    case 'extension':
      return day === undefined
        ? incomplete()
        : { verb: 'request-extension', to: deadlineFor(context, day), reason };
    case 'correct-deadline':
      return day === undefined ? incomplete() : { verb: 'correct', deadline: deadlineFor(context, day) };
    case 'correct-unit':
      return unitId === undefined ? incomplete() : { verb: 'correct', unitId };
    case 'correct-project':
      return values.projectId === undefined ? incomplete() : { verb: 'correct', projectId: values.projectId };
    case 'route': {
      if (unitId === undefined) return incomplete();
      const person = await personOf(context, values);
      return typeof person === 'string'
        ? unknownPerson(values)
        : { verb: 'route', unitId, assigneeId: person?.id };
    }
    case 'pause': {
      const person = await personOf(context, values);
      if (typeof person === 'string') return unknownPerson(values);
      if (day === undefined || !person) return incomplete();
      return { verb: 'request-pause', expected: day, reason, chaserId: person.id };
    }
    case 'log':
    case 'bind':
    case 'bulletin-edit':
    case 'bulletin-approve':
      return incomplete();
  }
}

/** The picker offers people who are written down; any other open_id in a form is made up, and stays unwritten. */
async function personOf(
  context: CommandContext,
  values: FormValues,
): Promise<Person | 'unknown' | 'ambiguous' | undefined> {
  const { personOpenId, personName = null } = values;
  if (!personOpenId) return resolvePerson(context, { openId: null, name: personName });
  const [known] = await findPeopleByOpenIds(context.tx, [personOpenId]);
  return known ?? 'unknown';
}

function unknownPerson(values: FormValues): Answer {
  return { kind: 'refusal', refusal: { code: 'person-unknown', params: { name: values.personName ?? '' } } };
}

function deadlineFor(context: CommandContext, day: string) {
  return pickedDeadline(day, context.now, context.directory);
}

/** A log form; a draft keeps what was typed before, which may be longer than an input holds. */
async function submitLog(
  context: CommandContext,
  action: Submit,
  values: FormValues,
): Promise<Answer | null> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  let kept: LogDraft | undefined;
  if (action.draftId !== undefined) {
    const taken = await consumeDraft(context.tx, action.draftId, context.actor.person.id, context.now);
    if (taken.kind === 'not-yours') return { kind: 'text', tone: 'warning', text: '请由登记人本人填写。' };
    if (taken.kind !== 'ok') return { kind: 'text', tone: 'warning', text: '这张表已经提交过了。' };
    const read = readPayload(LOG_DRAFT, taken.draft.payload);
    if (!read.ok) return { kind: 'text', tone: 'warning', text: TOASTS.oldCard };
    kept = read.payload;
  }
  const before = kept?.lines[0];
  const text = values.text ?? before?.text ?? '';
  if (text.trim() === '') return incomplete();
  const line = before && before.text === text ? before : readTyped(context, text);
  const { day } = values;
  const deadline: ReadDeadline =
    day === undefined ? line.deadline : { ok: true, deadline: deadlineFor(context, day), notices: [] };
  const filled: LogLine = {
    ...line,
    unitId: values.unitId ?? line.unitId,
    unitCandidates: values.unitId === undefined ? line.unitCandidates : [],
    projectId: values.projectId ?? line.projectId,
    projectCandidates: values.projectId === undefined ? line.projectCandidates : [],
    deadline,
  };
  return logOne(context, filled, kept?.source ?? { ...sourceOfMessage(context), sourceMessageId: null });
}

/** What was typed into a form says as much as a line of 报: unit, kind and date are found in it. */
function readTyped(context: CommandContext, text: string): LogLine {
  const { directory, now, chat, chatType, actor } = context;
  const line = readLine(trim(readPhrase(text, [])), {
    directory,
    now,
    actor,
    chat: {
      kind: chatType,
      projectIds: chat?.projectIds ?? [],
      defaultProjectId: chat?.defaultProjectId ?? null,
    },
  });
  return line.title === '' ? { ...line, title: titleOf(text) } : line;
}

async function submitBind(context: CommandContext, values: FormValues): Promise<Answer> {
  if (values.newProject) {
    return createProject(context, { name: values.newProject, enterprise: values.enterprise ?? null });
  }
  return values.projectId === undefined ? incomplete() : bindTo(context, values.projectId);
}

function incomplete(): Answer {
  return { kind: 'text', tone: 'warning', text: TOASTS.badForm };
}
