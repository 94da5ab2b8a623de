/**
 * Cards that wait for 确认: several lines of 报, new rules, a notice of holidays, dead letters to be sent again. Once;
 * 取消 changes nothing.
 */
import { noticeDoneCard } from '../cards/holiday.ts';
import { draftDoneCard } from '../cards/preview.ts';
import { textCard } from '../cards/text.ts';
import { TOASTS, toast } from '../cards/toast.ts';
import { NOT_RESENT } from '../cards/words-dead-letters.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { consumeDraft, readDraft } from '../db/draft.ts';
import { allows } from '../domain/access.ts';
import type { RulesDraft } from '../domain/rules-draft.ts';
import { MISSED_DRAFT } from '../views/missed.ts';
import type { CommandContext } from './context.ts';
import { confirmLetters, LETTERS_DRAFT, type LettersDraft } from './dead-letters.ts';
import { confirmNotice, NOTICE_DRAFT, type NoticeDraft } from './holiday.ts';
import { type LogDraft, writeIssue } from './log.ts';
import { answerMissed } from './missed.ts';
import type { ClickReply } from './reply.ts';
import { confirmRules } from './rules.ts';

export async function confirmDraft(context: CommandContext, draftId: string): Promise<ClickReply> {
  const kept = await readDraft(context.tx, draftId);
  if (kept?.kind.startsWith(LETTERS_DRAFT)) return answerLetters(context, draftId, 'confirm');
  if (kept?.kind === MISSED_DRAFT) return answerMissed(context, kept, true);
  const taken = await consumeDraft(context.tx, draftId, context.actor.person.id, context.now);
  if (taken.kind !== 'ok') return { toast: toast('warning', DRAFT_TOASTS[taken.kind]) };
  if (taken.draft.kind === NOTICE_DRAFT) return confirmNotice(context, taken.draft.payload as NoticeDraft);
  if (taken.draft.kind === 'rules') return confirmRules(context, taken.draft.payload as RulesDraft);
  const { lines, source } = taken.draft.payload as LogDraft;
  const logged: { id: number; title: string }[] = [];
  const failed: { title: string; why: string }[] = [];
  for (const line of lines) {
    // A line whose date cannot be read takes the default limit; the preview said so.
    const read = line.deadline.ok ? line : { ...line, deadline: { ok: false, missing: true } as const };
    const result = await writeIssue(context, read, source);
    if ('issue' in result) logged.push({ id: result.issue.id, title: result.issue.title });
    else if (result.answer.kind === 'refusal') {
      failed.push({ title: line.title, why: refusalText(result.answer.refusal) });
    }
  }
  return {
    toast: toast(failed.length > 0 ? 'warning' : 'success', TOASTS.logged),
    card: { type: 'raw', data: draftDoneCard({ logged, failed }, context.deps.demo) },
  };
}

/** The card of dead letters; who lost the role meanwhile can no longer use it. */
async function answerLetters(
  context: CommandContext,
  draftId: string,
  what: 'confirm' | 'cancel',
): Promise<ClickReply> {
  const may = allows(context.actor, 'admin', null, context.directory);
  if (may !== true) return { toast: toast('warning', refusalText(may.refusal)) };
  const taken = await consumeDraft(context.tx, draftId, context.actor.person.id, context.now);
  if (taken.kind !== 'ok') return { toast: toast('warning', DRAFT_TOASTS[taken.kind]) };
  const text =
    what === 'confirm' ? await confirmLetters(context, taken.draft.payload as LettersDraft) : NOT_RESENT;
  const data = textCard(text, { tone: 'success', demo: context.deps.demo });
  return { toast: toast('success', text), card: { type: 'raw', data } };
}

export async function cancelDraft(context: CommandContext, draftId: string): Promise<ClickReply> {
  const kept = await readDraft(context.tx, draftId);
  if (kept?.kind.startsWith(LETTERS_DRAFT)) return answerLetters(context, draftId, 'cancel');
  if (kept?.kind === MISSED_DRAFT) return answerMissed(context, kept, false);
  const taken = await consumeDraft(context.tx, draftId, context.actor.person.id, context.now);
  if (taken.kind !== 'ok') return { toast: toast('warning', DRAFT_TOASTS[taken.kind]) };
  if (taken.draft.kind === NOTICE_DRAFT) {
    const data = noticeDoneCard(undefined, TOASTS.notSaved, context.deps.demo);
    return { toast: toast('info', TOASTS.notSaved), card: { type: 'raw', data } };
  }
  if (taken.draft.kind === 'rules') {
    const card = textCard(TOASTS.unchanged, { demo: context.deps.demo });
    return { toast: toast('info', TOASTS.unchanged), card: { type: 'raw', data: card } };
  }
  return {
    toast: toast('info', TOASTS.cancelled),
    card: { type: 'raw', data: draftDoneCard({ logged: [], failed: [] }, context.deps.demo) },
  };
}

const DRAFT_TOASTS = {
  used: '这张确认卡已经处理过了',
  unknown: TOASTS.oldCard,
  'not-yours': '请由发起人本人确认',
} as const;
