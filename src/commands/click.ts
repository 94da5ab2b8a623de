/** A click on a card: who, on what, and is it still so. The answer is a toast, or a new face of that card. */
import { type CardAction, decodeButton, type OwnAction } from '../cards/actions.ts';
import { answerToast, staleToast, TOASTS, toast } from '../cards/toast.ts';
import { loadChat } from '../db/chat.ts';
import { loadIssue, loadIssueForUpdate } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Instant } from '../domain/time.ts';
import type { IncomingClick } from '../feishu/incoming.ts';
import { verbOf } from '../verbs/verbs.ts';
import { drawAnswer } from '../views/answer.ts';
import { askAgain } from './ask-again.ts';
import { bindProjectFromCard } from './bind.ts';
import type { Call } from './call.ts';
import { type CommandContext, loadStarts, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { cancelDraft, confirmDraft } from './draft.ts';
import { formAnswer } from './feature-form.ts';
import { submitForm, submitOwnForm } from './form.ts';
import { helpSource } from './help-source.ts';
import { presentIn, resolveActor } from './identify.ts';
import { decideAndApply } from './issue.ts';
import { matchCommand } from './match.ts';
import type { ClickReply } from './reply.ts';
import { tell, viewerOf } from './reply.ts';
import { submitRules } from './rules.ts';
import { undoChange } from './undo.ts';

export async function receiveClick(
  deps: Deps,
  tx: Tx,
  click: IncomingClick,
  homeTenant: string,
  now: Instant,
): Promise<ClickReply> {
  const action = decodeButton(click.value, deps.features);
  if ('invalid' in action) return { toast: toast('warning', TOASTS.oldCard) };
  const actor = await resolveActor(deps, tx, click.operator, homeTenant, now);
  const chat = await loadChat(tx, click.chatId);
  const context: CommandContext = {
    deps,
    tx,
    now,
    directory: await deps.directory.get(tx),
    actor: presentIn(chat, actor),
    chatId: click.chatId,
    chatType: chat ? 'group' : 'p2p',
    chat,
    messageId: click.messageId,
    mentions: [],
    attachments: [],
    parentId: undefined,
    cardIssueId: 'issueId' in action ? action.issueId : undefined,
    via: 'click',
  };
  return runAction(context, action, click);
}

async function runAction(
  context: CommandContext,
  action: CardAction | OwnAction,
  click: IncomingClick,
): Promise<ClickReply> {
  switch (action.do) {
    case 'verb':
      return clickVerb(context, action);
    case 'open-form':
      if (action.issueId !== undefined && !(await loadIssue(context.tx, action.issueId)))
        return { toast: toast('warning', TOASTS.oldCard) };
      return tell(context, { kind: 'form', form: action.form, issueId: action.issueId });
    case 'submit':
      return submitForm(context, action, click.formValue ?? {});
    case 'submit-rules':
      return submitRules(context, action, click.formValue ?? {});
    case 'confirm-draft':
      return confirmDraft(context, action.draftId, action);
    case 'cancel-draft':
      return cancelDraft(context, action.draftId);
    case 'page': {
      const { filter, page } = action;
      const card = await drawAnswer(
        context.tx,
        { kind: 'list', filter, page },
        viewerOf(context),
        helpSource(context.deps.features),
      );
      return card.kind === 'card' ? { card: { type: 'raw', data: card.card } } : {};
    }
    case 'ask':
      return action.reading.measure === 'file'
        ? sayCall(context, { name: 'ledger-export', filter: action.reading.filter })
        : askAgain(context, action.reading, action.page);
    case 'bind':
      return bindProjectFromCard(context, action.projectId);
    case 'answer':
      return answerWords(context, action.command);
    case 'own-action': {
      const own = context.deps.features.actions.get(action.name);
      return own ? own.run(context, action.carried) : { toast: toast('warning', TOASTS.oldCard) };
    }
    case 'open-own-form':
      return openOwnForm(context, action);
    case 'submit-own-form':
      return submitOwnForm(context, action, click.formValue ?? {});
  }
}

async function openOwnForm(
  context: CommandContext,
  { form, about }: OwnAction & { do: 'open-own-form' },
): Promise<ClickReply> {
  const own = context.deps.features.forms.get(form);
  if (!own) return { toast: toast('warning', TOASTS.oldCard) };
  return tell(context, (await own.refuse(context, about)) ?? formAnswer(own, about));
}

/** A one-tap verb. A card may be older than its issue: then the present state is told, not acted on blindly. */
async function clickVerb(context: CommandContext, action: CardAction & { do: 'verb' }): Promise<ClickReply> {
  if (action.verb === 'undo') return { toast: answerToast(await undoChange(context, action.issueId)) };
  const issue = await loadIssueForUpdate(context.tx, action.issueId);
  if (!issue) return { toast: toast('warning', TOASTS.oldCard) };
  const { tap } = verbOf(action.verb);
  if (!tap) return { toast: toast('warning', TOASTS.oldCard) };
  const answer = await decideAndApply(context, issue, tap.command(tap.args.parse(action.args ?? {})));
  if (answer.kind === 'refusal' && issue.version > action.seen && isAboutOldState(answer.refusal.code)) {
    return { toast: await staleToast(issue, answer.refusal, context.directory) };
  }
  return { toast: answerToast(answer) };
}

function isAboutOldState(code: string): boolean {
  return code === 'wrong-status' || code === 'nothing-pending' || code === 'already-done';
}

/** Runs words a button stands for (历史 #12) as if its clicker had said them. */
async function answerWords(context: CommandContext, words: string): Promise<ClickReply> {
  await loadStarts(context, words);
  const match = matchCommand(
    {
      text: words,
      mentions: [],
      inReplyTo: undefined,
      context: readContextOf(context),
    },
    context.deps.features.table,
  );
  if (match.kind !== 'call') return { toast: toast('warning', TOASTS.oldCard) };
  return sayCall(context, match.call);
}

async function sayCall(context: CommandContext, call: Call): Promise<ClickReply> {
  const answer = await execute(context, call);
  return answer === null ? {} : tell(context, answer);
}
