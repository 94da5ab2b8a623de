/** Cards that wait for 确认: once, and 取消 changes nothing. What that does is the draft's kind's business. */

import { draftDoneCard } from '../cards/preview.ts';
import { loggedToast, TOASTS, toast } from '../cards/toast.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { consumeDraft, readDraft } from '../db/draft.ts';
import { LOG_DRAFT, type LogDraft, MISSED_DRAFT, RULES_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { LogLine } from '../language/said.ts';
import { unbindDraft } from './bind.ts';
import type { CommandContext } from './context.ts';
import { DOUBT } from './doubt.ts';
import { type DraftAnswer, type DraftKind, defineDraft, leaveUnchanged } from './draft-kind.ts';
import { answerLogged, writeIssue } from './log.ts';
import { waitsForProject } from './log-project.ts';
import { answerMissed } from './missed.ts';
import { type ClickReply, reply } from './reply.ts';
import { confirmRules } from './rules.ts';
import { URGE_SEVERAL } from './urge-several.ts';

export const confirmDraft = (context: CommandContext, draftId: string, how: DraftAnswer) =>
  answerDraft(context, draftId, true, how);
export const cancelDraft = (context: CommandContext, draftId: string) => answerDraft(context, draftId, false);

async function answerDraft(
  context: CommandContext,
  draftId: string,
  confirmed: boolean,
  how: DraftAnswer = {},
): Promise<ClickReply> {
  const { deps, tx, actor, now } = context;
  const draft = await readDraft(tx, draftId);
  const kind = draft && deps.features.drafts.get(draft.kind);
  if (!draft || !kind) return { toast: toast('warning', TOASTS.oldCard) };
  const refused = kind.refuse?.(context);
  if (refused) return refused;
  const read = readPayload(kind, draft.payload);
  if (!read.ok) {
    deps.log.error('draft.unreadable', { id: draft.id, kind: draft.kind, reason: read.reason });
    return { toast: toast('warning', TOASTS.oldCard) };
  }
  if (kind.answer) return kind.answer(context, draft, read.payload, confirmed);
  const taken = await consumeDraft(tx, draftId, actor.person.id, now);
  if (taken.kind !== 'ok') return { toast: toast('warning', DRAFT_TOASTS[taken.kind]) };
  return confirmed ? kind.confirm(context, read.payload, how) : kind.cancel(context, read.payload);
}

const DRAFT_TOASTS = {
  used: '这张确认卡已经处理过了',
  unknown: TOASTS.oldCard,
  'not-yours': '请由发起人本人确认',
} as const;

async function confirmLog(
  context: CommandContext,
  { lines, source, projects }: LogDraft,
  { projectId: chosen }: DraftAnswer,
): Promise<ClickReply> {
  // A button can be forged: only what was asked about is an answer.
  if (projects ? chosen === undefined || !projects.includes(chosen) : chosen !== undefined) {
    return { toast: toast('warning', TOASTS.oldCard) };
  }
  const logged: { id: number; title: string }[] = [];
  const failed: { title: string; why: string }[] = [];
  const unlinked: string[] = [];
  for (const line of lines) {
    // A line whose date cannot be read takes the default limit; the preview said so.
    const missing = { ok: false, missing: true } as const;
    const read: LogLine = {
      ...line,
      ...(!line.deadline.ok && { deadline: missing }),
      ...(chosen !== undefined && waitsForProject(line) && { projectId: chosen, projectCandidates: [] }),
    };
    const result = await writeIssue(context, read, source);
    if ('issue' in result) {
      logged.push({ id: result.issue.id, title: result.issue.title });
      if (lines.length === 1) await reply(context, await answerLogged(context, result, read, source));
    }
    if ('issue' in result && lines.length > 1 && result.unlinked) unlinked.push(result.unlinked);
    if ('answer' in result && result.answer.kind === 'refusal') {
      failed.push({ title: line.title, why: refusalText(result.answer.refusal) });
    }
  }
  if (unlinked.length > 0) await reply(context, { kind: 'text', tone: 'warning', text: unlinked.join('\n') });
  return {
    toast: toast(failed.length > 0 ? 'warning' : 'success', loggedToast(logged.map(({ id }) => id))),
    card: { type: 'raw', data: draftDoneCard({ logged, failed }, context.deps.demo) },
  };
}

export const DRAFTS: readonly DraftKind<unknown>[] = [
  defineDraft(LOG_DRAFT, {
    confirm: confirmLog,
    cancel: ({ deps }) => ({
      toast: toast('info', TOASTS.cancelled),
      card: { type: 'raw', data: draftDoneCard({ logged: [], failed: [] }, deps.demo) },
    }),
  }),
  defineDraft(RULES_DRAFT, {
    confirm: confirmRules,
    cancel: leaveUnchanged,
  }),
  unbindDraft,
  defineDraft(MISSED_DRAFT, { answer: answerMissed }),
  DOUBT,
  URGE_SEVERAL,
];
