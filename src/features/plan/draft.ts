/** What 倒排 keeps until 确认, and what 确认, the choices and the form about 施工 do with it. */
import { z } from 'zod';
import { encodeOwnForm } from '../../cards/actions.ts';
import { textField } from '../../cards/field.ts';
import type { Card } from '../../cards/kit.ts';
import { TOASTS, toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { featureForm } from '../../commands/feature-form.ts';
import { type ClickReply, sendAnswer, viewerOf } from '../../commands/reply.ts';
import { chatsOfKind } from '../../db/chat.ts';
import { type Draft, readDraft, updateDraft } from '../../db/draft.ts';
import { chosenTemplate, takeChosenTemplate } from '../../db/link-template.ts';
import { insertPlan } from '../../db/plan.ts';
import { savePlanCard } from '../../db/plan-card.ts';
import type { LinkDuration, Plan } from '../../domain/plan/model.ts';
import { readPayload, storedKind } from '../../kinds/kind.ts';
import { day, id, record, trusted } from '../../kinds/shape.ts';
import { CHOOSE, SITE } from './buttons.ts';
import { type Asked, computePlan } from './load.ts';
import { readDuration } from './read.ts';
import { mayPlan } from './rules.ts';
import { drawDraft, drawPlan } from './view.ts';
import { faultText, PLAN, PLAN_MISUSE } from './words.ts';

const duration = trusted<LinkDuration>(record({ n: z.int(), unit: z.string() }));

export interface PlanDraft extends Asked {
  reason: string | null;
}

const PLAN_DRAFT_KIND = storedKind(
  'plan',
  trusted<PlanDraft>(
    record({
      projectId: id,
      targets: record({ start: day.nullable(), production: day.nullable() }),
      construction: duration.nullable(),
      choice: z.enum(['compress', 'move', 'keep']).nullable(),
      reason: z.string().nullable(),
    }),
  ),
);

/** Computed again from what is true now; the project takes its template with its first plan. */
async function confirmPlan(context: CommandContext, asked: PlanDraft): Promise<ClickReply> {
  const { tx, now, directory, actor } = context;
  const project = directory.project(asked.projectId);
  if (!project) return { toast: toast('warning', TOASTS.oldCard) };
  const may = mayPlan(actor, project, directory);
  if (may !== true) return { toast: toast('warning', refusalText(may.refusal)) };
  const made = await computePlan(tx, asked, context);
  if ('fault' in made)
    return {
      toast: toast(
        'warning',
        faultText(made, (code) => code),
      ),
    };
  // A gap that has come up since the card was drawn is looked at before it is saved.
  if (made.plan.gaps.length > 0 && asked.choice !== 'keep') return { toast: toast('warning', PLAN.gapSince) };
  // Nothing happens when the project has its links already.
  const by = { byId: actor.person.id, reason: PLAN.byTemplate };
  await takeChosenTemplate(tx, project, by, { now, directory });
  const plan = await insertPlan(
    tx,
    {
      projectId: project.id,
      payload: made.plan.payload,
      reason: asked.reason,
      madeBy: actor.person.id,
      calendar: directory.calendar.fingerprint,
    },
    now,
  );
  await savePlanCard(tx, context.messageId, plan.id);
  await showInGroups(context, plan);
  return {
    toast: toast('success', PLAN.saved(plan.version)),
    card: { type: 'raw', data: await drawPlan(tx, plan, viewerOf(context)) },
  };
}

/** The enterprise reads it in the group; said there, the clicked card shows it already. */
async function showInGroups(context: CommandContext, plan: Plan): Promise<void> {
  const groups = (await chatsOfKind(context.tx, 'project')).filter(
    (chat) => !chat.unreachable && chat.projectIds.includes(plan.projectId) && chat.id !== context.chatId,
  );
  for (const chat of groups)
    await sendAnswer(context, { kind: 'plan', planId: plan.id }, { chatId: chat.id });
}

export const PLAN_DRAFT = defineDraft(PLAN_DRAFT_KIND, {
  preview: (tx, draftId, payload, viewer): Promise<Card> => drawDraft(tx, draftId, payload, viewer),
  confirm: confirmPlan,
  cancel: leaveUnchanged,
});

type Opened = { draft: Draft; asked: PlanDraft };

/** The draft of this person that is not used up, or what to say instead. */
async function openDraft({ tx, actor }: CommandContext, draftId: string): Promise<Opened | { text: string }> {
  const draft = await readDraft(tx, draftId);
  if (!draft || draft.kind !== PLAN_DRAFT.kind) return { text: TOASTS.oldCard };
  if (draft.personId !== actor.person.id) return { text: PLAN.notYours };
  if (draft.consumedAt !== null) return { text: PLAN.used };
  const read = readPayload(PLAN_DRAFT_KIND, draft.payload);
  return read.ok ? { draft, asked: read.payload } : { text: TOASTS.oldCard };
}

/** 压缩, 改节点, 保留并标出缺口: the card shows what it comes to; 确认 saves it. */
export const CHOOSE_ACTION = featureAction(CHOOSE, {
  run: async (context, { draftId, choice }) => {
    const opened = await openDraft(context, draftId);
    if ('text' in opened) return { toast: toast('warning', opened.text) };
    const asked = { ...opened.asked, choice };
    await updateDraft(context.tx, PLAN_DRAFT_KIND, draftId, asked);
    const card = await drawDraft(context.tx, draftId, asked, viewerOf(context));
    return { toast: toast('info', PLAN.chosen), card: { type: 'raw', data: card } };
  },
});

/** How long 施工 takes, asked once for a project. */
export const SITE_FORM = featureForm(SITE, {
  refuse: async (context, { draftId }) => {
    const opened = await openDraft(context, draftId);
    return 'text' in opened ? { kind: 'text', tone: 'warning', text: opened.text } : undefined;
  },
  draw: async (tx, { draftId }, viewer) => {
    const draft = await readDraft(tx, draftId);
    const read = draft && readPayload(PLAN_DRAFT_KIND, draft.payload);
    const project = read?.ok ? viewer.directory.project(read.payload.projectId) : undefined;
    const value = encodeOwnForm('submit', SITE, { draftId });
    const { defaultDuration } = (await chosenTemplate(tx)).construction;
    const initial = `${defaultDuration.n}${defaultDuration.unit === 'days' ? '日' : '个工作日'}`;
    const field = textField('text', { label: PLAN.siteLabel, hint: PLAN.siteHint, rows: 1, initial });
    return { title: PLAN.siteTitle, about: PLAN.siteAbout(project?.name ?? ''), fields: [field], value };
  },
  submit: async (context, { draftId }, values) => {
    const opened = await openDraft(context, draftId);
    if ('text' in opened) return { toast: toast('warning', opened.text) };
    const construction = readDuration(values.text ?? '');
    if (!construction || construction.n < 1 || construction.n > 3650)
      return { toast: toast('warning', PLAN_MISUSE.site) };
    const asked = { ...opened.asked, construction };
    await updateDraft(context.tx, PLAN_DRAFT_KIND, draftId, asked);
    const card = await drawDraft(context.tx, draftId, asked, viewerOf(context));
    return { card: { type: 'raw', data: card } };
  },
});
