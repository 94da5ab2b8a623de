/** What was filled into a form card: the same commands as words, with facts from fields. */
import type { CardAction, OwnAction } from '../cards/actions.ts';
import { readFormValues } from '../cards/field.ts';
import { offerButtons, textCard } from '../cards/text.ts';
import { answerToast, loggedToast, TOASTS, toast } from '../cards/toast.ts';
import { FORM_OF_ANOTHER, FORM_USED, linkOfOtherText } from '../cards/words-reading.ts';
import { consumeDraft, readDraft } from '../db/draft.ts';
import type { Answer } from '../domain/answer.ts';
import type { FormValues } from '../domain/form-values.ts';
import { pickedDeadline } from '../domain/limit.ts';
import { titleOf } from '../domain/title.ts';
import { LOG_DRAFT, type LogDraft } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { LogLine, ReadDeadline } from '../language/said.ts';
import { formOf } from '../verbs/verbs.ts';
import { bindTo } from './bind.ts';
import type { CommandContext } from './context.ts';
import { checkPlace, logLine, sourceOfMessage } from './log.ts';
import { createProject } from './project.ts';
import { readLine } from './read/log.ts';
import { type ClickReply, tell } from './reply.ts';
import { submitVerbForm } from './say-verb.ts';

type Submit = CardAction & { do: 'submit' };

/** Takes a submitted form. When it did what was asked, the form gives way to the answer. */
export async function submitForm(
  context: CommandContext,
  action: Submit,
  raw: Record<string, unknown>,
): Promise<ClickReply> {
  const values = readFormValues(raw);
  if (!values) return { toast: toast('warning', TOASTS.badForm) };
  const answer = await runForm(context, action, values);
  if (answer.kind === 'text' && answer.tone === 'success') return done(context, answer);
  // The project is asked for first.
  if (answer.kind === 'preview') return tell(context, answer);
  return { toast: answerToast(answer) };
}

/** The same for a form of a feature. */
export async function submitOwnForm(
  context: CommandContext,
  action: OwnAction & { do: 'submit-own-form' },
  raw: Record<string, unknown>,
): Promise<ClickReply> {
  const values = readFormValues(raw);
  const own = context.deps.features.forms.get(action.form);
  if (!values || !own) return { toast: toast('warning', TOASTS.badForm) };
  return own.submit(context, action.about, values);
}

function done(context: CommandContext, answer: Answer & { kind: 'text' }): ClickReply {
  const offers = offerButtons(answer.offers ?? [], context.directory);
  return {
    toast: answerToast(answer),
    card: { type: 'raw', data: textCard(answer.text, { tone: 'success', offers, demo: context.deps.demo }) },
  };
}

async function runForm(context: CommandContext, action: Submit, values: FormValues): Promise<Answer> {
  if (action.form === 'log') return submitLog(context, action, values);
  if (action.form === 'bind') return submitBind(context, values);
  const form = formOf(action.form);
  return form ? submitVerbForm(context, form, action.issueId, values) : incomplete();
}

/** A log form; a draft keeps what was typed before, which may be longer than an input holds. */
async function submitLog(context: CommandContext, action: Submit, values: FormValues): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  const peeked = action.draftId === undefined ? undefined : await readDraft(context.tx, action.draftId);
  const own = peeked?.personId === context.actor.person.id ? peeked : undefined;
  const seen = own && readPayload(LOG_DRAFT, own.payload);
  const before = seen?.ok ? seen.payload.lines[0] : undefined;
  const text = values.text ?? before?.text ?? '';
  const picked = values.linkNo?.projectId ?? undefined;
  const line = before && before.text === text ? before : readTyped(context, text, picked);
  const projectId = values.projectId ?? line.projectId ?? picked ?? null;
  // Asked before the draft is used up, so that the form can be put right.
  if (picked !== undefined && projectId !== picked) return otherProject(context, picked, projectId);
  let kept: LogDraft | undefined;
  if (action.draftId !== undefined) {
    const taken = await consumeDraft(context.tx, action.draftId, context.actor.person.id, context.now);
    if (taken.kind === 'not-yours') return { kind: 'text', tone: 'warning', text: FORM_OF_ANOTHER };
    if (taken.kind !== 'ok') return { kind: 'text', tone: 'warning', text: FORM_USED };
    const read = readPayload(LOG_DRAFT, taken.draft.payload);
    if (!read.ok) return { kind: 'text', tone: 'warning', text: TOASTS.oldCard };
    kept = read.payload;
  }
  if (text.trim() === '') return incomplete();
  const { day } = values;
  const deadline: ReadDeadline =
    day === undefined
      ? line.deadline
      : { ok: true, deadline: pickedDeadline(day, context.now, context.directory), notices: [] };
  const filled: LogLine = {
    ...line,
    unitId: values.unitId ?? line.unitId,
    unitCandidates: values.unitId === undefined ? line.unitCandidates : [],
    projectId,
    projectCandidates: values.projectId === undefined && picked === undefined ? line.projectCandidates : [],
    ...(picked !== undefined && { projectsElsewhere: [] }),
    deadline,
    ...(values.linkNo && { linkHeard: withLink(line.linkHeard, values.linkNo.no) }),
  };
  const { answer, issueId } = await logLine(
    context,
    filled,
    kept?.source ?? { ...sourceOfMessage(context), sourceMessageId: null },
  );
  // The live card says the rest; what takes the form's place is found by its number.
  const numbers = issueId === undefined ? [] : [issueId];
  return answer ?? { kind: 'text', tone: 'success', text: `${loggedToast(numbers)}。` };
}

/** The link that was chosen and the project do not belong together; the form stays. */
function otherProject({ directory, chat }: CommandContext, ofLink: number, chosen: number | null): Answer {
  const nameOf = (id: number | null) =>
    id === null || (chat && !chat.projectIds.includes(id)) ? '' : (directory.project(id)?.name ?? '');
  return { kind: 'text', tone: 'warning', text: linkOfOtherText(nameOf(ofLink), nameOf(chosen)) };
}

/** Links named in the text count beside the one that was chosen. */
function withLink(heard: string | undefined, no: number): string {
  return [`第${no}环节`, ...(heard === undefined ? [] : [heard])].join('、');
}

/**
 * What was typed into a form says as much as a line of 报: unit, kind and date are found in it.
 * @param picked the project of the link that was chosen: meant unless the text names another
 */
function readTyped(context: CommandContext, text: string, picked: number | undefined): LogLine {
  const { directory, now, chat, chatType, actor } = context;
  const line = readLine(trim(readPhrase(text, [])), {
    directory,
    now,
    actor,
    chat: {
      kind: chatType,
      projectIds: chat?.projectIds ?? [],
      defaultProjectId: picked ?? chat?.defaultProjectId ?? null,
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
