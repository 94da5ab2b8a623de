/** 规则: shows the ladder, takes the form of a change, and writes it once its preview was confirmed. */
import type { CardAction } from '../cards/actions.ts';
import { readRulesForm } from '../cards/rules-form.ts';
import { textCard } from '../cards/text.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { RULES_UNCHANGED, rulesSavedText } from '../cards/words-admin.ts';
import { ruleProblemText } from '../cards/words-rules.ts';
import { saveDraft } from '../db/draft.ts';
import { updateProject } from '../db/project.ts';
import { saveRules } from '../db/setting.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import { DEFAULT_RULES } from '../domain/model.ts';
import type { NewRules } from '../domain/new-rules.ts';
import { checkNewRules } from '../domain/new-rules.ts';
import { changedRules, patchBetween } from '../domain/rules.ts';
import type { RulesDraft } from '../domain/rules-draft.ts';
import { RULES_DRAFT } from '../kinds/drafts.ts';
import { startAdopting } from './adopt-rules.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';
import { sendAnswer } from './reply.ts';

/** Why these rules cannot be; undefined when they can. */
export function refuseRules(change: NewRules, directory: Directory): string | undefined {
  const found = checkNewRules(change, directory);
  if (!found) return undefined;
  const project = found.projectId === null ? undefined : directory.project(found.projectId)?.name;
  return ruleProblemText(found.problem, project);
}

/** The deployment's are the administrator's; a project's are also its secretary's and its area's office. */
function refuseWho({ actor, directory }: CommandContext, projectId: number | null): Answer | undefined {
  const may = allows(actor, projectId === null ? 'admin' : 'settings', null, directory, { projectId });
  return may === true ? undefined : { kind: 'refusal', refusal: may.refusal };
}

export async function showRules(context: CommandContext, call: Call & { name: 'rules' }): Promise<Answer> {
  const { projectId, heard, reset, running } = call;
  if (projectId === null && heard) {
    return { kind: 'refusal', refusal: { code: 'no-project', params: { name: heard } } };
  }
  const refused = refuseWho(context, projectId);
  if (refused) return refused;
  if (context.chat || (!reset && !running)) return { kind: 'rules', projectId };
  const { directory } = context;
  const base = projectId === null ? DEFAULT_RULES : directory.settings.rules;
  const rules = reset ? base : directory.rulesFor(projectId);
  return previewRules(context, { projectId, rules, running });
}

/** Keeps the change in a draft; the preview is drawn when it is sent, for it looks at every running problem. */
async function previewRules(context: CommandContext, wanted: RulesDraft): Promise<Answer> {
  const { tx, deps, actor, directory, now } = context;
  const wrong = refuseRules(wanted, directory);
  if (wrong) return { kind: 'text', tone: 'warning', text: wrong };
  const nothing = changedRules(directory.rulesFor(wanted.projectId), wanted.rules).length === 0;
  if (nothing && !wanted.running) return { kind: 'text', tone: 'info', text: RULES_UNCHANGED };
  const id = deps.newId();
  await saveDraft(tx, { id, personId: actor.person.id, kind: RULES_DRAFT, payload: wanted }, now);
  return { kind: 'rules-preview', draftId: id };
}

export async function submitRules(
  context: CommandContext,
  action: CardAction & { do: 'submit-rules' },
  values: Record<string, unknown>,
): Promise<ClickReply> {
  const projectId = action.projectId ?? null;
  const { directory } = context;
  if (context.chat || (projectId !== null && !directory.project(projectId)))
    return { toast: toast('warning', TOASTS.oldCard) };
  const refused = refuseWho(context, projectId);
  if (refused) return { toast: answerToast(refused) };
  const read = readRulesForm(values, directory.rulesFor(projectId));
  if ('wrong' in read) return { toast: toast('warning', read.wrong) };
  const answer = await previewRules(context, { projectId, ...read });
  if (answer.kind === 'text') return { toast: answerToast(answer) };
  await sendAnswer(context, answer, { chatId: context.chatId });
  return { toast: toast('info', TOASTS.sentHere) };
}

/** Confirmed: rights and sense are asked again, for both may have changed since the preview. */
export async function confirmRules(context: CommandContext, draft: RulesDraft): Promise<ClickReply> {
  const { directory, tx, now, deps, actor } = context;
  const { projectId, rules, running } = draft;
  const refused = refuseWho(context, projectId);
  if (refused) return { toast: answerToast(refused) };
  const wrong = refuseRules(draft, directory);
  if (wrong) return { toast: toast('warning', wrong) };
  if (projectId === null) await saveRules(tx, patchBetween(DEFAULT_RULES, rules));
  else await updateProject(tx, projectId, { rules: patchBetween(directory.settings.rules, rules) });
  // Thousands of problems are more than a click may take; they follow page by page.
  const { id, openId } = actor.person;
  if (running) await startAdopting({ tx, now, deps }, { projectId, rules }, { byId: id, openId });
  const project = projectId === null ? undefined : directory.project(projectId)?.name;
  const text = rulesSavedText(project, running);
  const card = textCard(text, { tone: 'success', demo: deps.demo });
  return { toast: toast('success', text), card: { type: 'raw', data: card } };
}
