/** Talk that could be meant as a step (language/mood.ts) is kept and asked back; one tap of its author decides. */
import { doubtCard } from '../cards/doubt.ts';
import { textCard } from '../cards/text.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { DOUBT_DONE, NOTHING_DONE, ONLY_SHOWN } from '../cards/words-talk.ts';
import { saveDraft } from '../db/draft.ts';
import { loadIssue } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { DOUBT_DRAFT, type DoubtDraft } from '../kinds/drafts.ts';
import { maySay } from '../verbs/decide.ts';
import type { Call, Doubt } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { type DraftAnswer, type DraftChoice, defineDraft } from './draft-kind.ts';
import { matchCommand } from './match.ts';
import { type ClickReply, tell } from './reply.ts';

/** Asks what was meant. Who may take none of the steps is shown the problem as it stands. */
export async function askDoubt(
  context: CommandContext,
  doubt: Doubt,
  said: { text: string; mentions: Mention[] },
): Promise<Answer> {
  const { issueId } = doubt;
  const choices: DraftChoice[] = [];
  if (issueId === undefined) choices.push(...doubt.choices);
  else {
    const issue = await loadIssue(context.tx, issueId);
    if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
    const { actor, directory } = context;
    const may = (verb: 'progress' | 'report-done') => maySay(actor, verb, issue, directory) === true;
    for (const choice of doubt.choices) {
      if (choice === 'progress' ? !may('progress') : choice === 'done' && !may('report-done')) continue;
      choices.push(choice);
    }
    if (choices.length === 0) return { kind: 'issue', issueId, lead: ONLY_SHOWN };
  }
  const draftId = context.deps.newId();
  const { cardIssueId, parentId, now } = context;
  const payload: DoubtDraft = {
    mood: doubt.mood === 'command' ? 'partial' : doubt.mood,
    ...(issueId !== undefined && { issueId }),
    ...(doubt.word !== undefined && { word: doubt.word }),
    note: doubt.note,
    choices,
    ...said,
    saidAt: now,
    ...(cardIssueId !== undefined && { cardIssueId }),
    hasParent: parentId !== undefined,
  };
  await saveDraft(
    context.tx,
    { id: draftId, personId: context.actor.person.id, kind: DOUBT_DRAFT, payload },
    now,
  );
  return { kind: 'preview', draftId };
}

/** The step that was chosen; undefined when the words cannot be read any more. */
function callOf(context: CommandContext, draft: DoubtDraft, choice: DraftChoice): Call | undefined {
  const { issueId, note, text, mentions, cardIssueId, hasParent, saidAt } = draft;
  const about = issueId === undefined ? {} : { issueId };
  if (choice === 'progress') return { name: 'progress', ...about, note };
  if (choice === 'done') return { name: 'report-done', ...about, result: note };
  const match = matchCommand(
    {
      text,
      mentions,
      confirmed: true,
      inReplyTo: hasParent ? { issueId: cardIssueId, hasParent } : undefined,
      context: { ...readContextOf(context), now: saidAt },
    },
    context.deps.features.table,
  );
  return match.kind === 'call' ? match.call : undefined;
}

async function confirm(
  context: CommandContext,
  draft: DoubtDraft,
  { choice = 'as-said' }: DraftAnswer,
): Promise<ClickReply> {
  const call = draft.choices.includes(choice) ? callOf(context, draft, choice) : undefined;
  if (!call) return { toast: toast('warning', TOASTS.oldCard) };
  const said: CommandContext = { ...context, mentions: draft.mentions, cardIssueId: draft.cardIssueId };
  const answer = await execute(said, call);
  const face = (text: string): NonNullable<ClickReply['card']> => ({
    type: 'raw',
    data: textCard(text, { demo: context.deps.demo }),
  });
  if (answer?.kind === 'text') return { toast: answerToast(answer), card: face(answer.text) };
  if (answer?.kind === 'refusal')
    return { toast: answerToast(answer), card: face(answerToast(answer).content) };
  const told = answer === null ? {} : await tell(context, answer);
  return { ...told, card: face(DOUBT_DONE) };
}

export const DOUBT = defineDraft(DOUBT_DRAFT, {
  preview: async (_tx, draftId, draft, { demo }) => doubtCard({ ...draft, draftId }, demo),
  confirm,
  cancel: ({ deps }) => ({
    toast: toast('info', TOASTS.unchanged),
    card: { type: 'raw', data: textCard(NOTHING_DONE, { demo: deps.demo }) },
  }),
});
