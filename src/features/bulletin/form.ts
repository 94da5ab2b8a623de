/** 红黑榜 edited by the office, approved for one group or discarded; decided once, whoever clicks. */

import { textCard } from '../../cards/text.ts';
import { answerToast, TOASTS, toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { featureForm } from '../../commands/feature-form.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { enqueue } from '../../db/outbox.ts';
import { findPeople } from '../../db/person.ts';
import { allowsDraft, allowsReport } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Bulletin } from '../../domain/bulletin.ts';
import type { FormValues } from '../../domain/form-values.ts';
import { viewContext } from '../../views/context.ts';
import { APPROVE, DISCARD, EDIT } from './buttons.ts';
import { entryName } from './card.ts';
import { BULLETIN_PUBLISH, REDRAW_BULLETIN } from './kinds.ts';
import { checkReady, editEntry, listedEntries } from './rules.ts';
import { countCards } from './rules-cards.ts';
import { bulletinCards, loadBulletin, loadBulletinForUpdate, saveBulletin } from './store.ts';
import { drawBulletin, drawEditForm, drawPublishForm, publishingChats } from './view.ts';
import { BULLETIN_TEXTS, monthText } from './words.ts';

function baseOf({ now, directory, deps }: CommandContext) {
  return { now, directory, demo: deps.demo };
}

/** Not theirs, or decided already. */
async function blockedFrom(
  context: CommandContext,
  bulletin: Bulletin,
  edit: boolean,
): Promise<Answer | undefined> {
  const { actor, directory } = context;
  const may = (edit ? allowsDraft : allowsReport)(actor, bulletin.areaId, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const { state } = bulletin;
  if (state === 'draft') return undefined;
  const [by] = bulletin.decidedBy === null ? [] : await findPeople(context.tx, [bulletin.decidedBy]);
  const who = by?.id === actor.person.id ? '您' : (by?.name ?? '有人');
  return { kind: 'text', tone: 'info', text: BULLETIN_TEXTS.decided(state, who) };
}

/** What still has to be written before it may be published. */
async function unready(context: CommandContext, bulletin: Bulletin): Promise<Answer | undefined> {
  const lacking = checkReady(bulletin);
  if (lacking?.code === 'reason-missing') {
    const view = await viewContext(context.tx, baseOf(context), {});
    const names = lacking.entries.map((entry) => entryName(entry, view)).join('、');
    return warning(BULLETIN_TEXTS.reasonMissing(names));
  }
  const { payload } = bulletin;
  const cards = countCards(payload);
  return listedEntries(payload).length === 0 && cards.red + cards.yellow === 0
    ? warning(BULLETIN_TEXTS.nothingListed)
    : undefined;
}

/** Why the clicker gets no form about it. */
async function refuseForm(
  context: CommandContext,
  bulletinId: number,
  form: 'edit' | 'approve',
): Promise<Answer | undefined> {
  const bulletin = await loadBulletin(context.tx, bulletinId);
  if (!bulletin) return warning(TOASTS.oldCard);
  const blocked = await blockedFrom(context, bulletin, form === 'edit');
  return blocked ?? (form === 'approve' ? await unready(context, bulletin) : undefined);
}

/** A filled-in form; the row is locked, so that of two people the second sees what the first decided. */
async function submitForm(
  context: CommandContext,
  bulletinId: number,
  form: 'edit' | 'approve',
  values: FormValues,
): Promise<ClickReply> {
  const bulletin = await loadBulletinForUpdate(context.tx, bulletinId);
  if (!bulletin) return { toast: toast('warning', TOASTS.oldCard) };
  const blocked = await blockedFrom(context, bulletin, form === 'edit');
  if (blocked) return { toast: answerToast(blocked) };
  return (form === 'edit' ? editBulletin : approveBulletin)(context, bulletin, values);
}

async function editBulletin(
  context: CommandContext,
  bulletin: Bulletin,
  { entry, listed, reason }: FormValues,
): Promise<ClickReply> {
  const payload =
    entry === undefined || listed === undefined
      ? null
      : editEntry(bulletin.payload, entry, { left: listed === 'no', reason: reason ?? null });
  if (!payload) return { toast: toast('warning', TOASTS.badForm) };
  await saveBulletin(context.tx, bulletin.id, { payload });
  await redrawCards(context, bulletin.id);
  const card = await drawBulletin(context.tx, { ...bulletin, payload }, baseOf(context));
  return { toast: toast('success', BULLETIN_TEXTS.edited), card: { type: 'raw', data: card } };
}

async function approveBulletin(
  context: CommandContext,
  bulletin: Bulletin,
  { chatId }: FormValues,
): Promise<ClickReply> {
  const { tx, now, actor, directory, deps } = context;
  const lacking = await unready(context, bulletin);
  if (lacking) return { toast: answerToast(lacking) };
  const chat = (await publishingChats(tx, bulletin.areaId, directory)).find((one) => one.id === chatId);
  if (!chat) return { toast: toast('warning', BULLETIN_TEXTS.notTheirGroup) };
  const tries = bulletin.payload.tries + 1;
  await saveBulletin(tx, bulletin.id, {
    state: 'approved',
    decidedBy: actor.person.id,
    decidedAt: now,
    chatId: chat.id,
    payload: { ...bulletin.payload, tries },
  });
  await enqueue(
    tx,
    [
      BULLETIN_PUBLISH.row({
        id: deps.newId(),
        target: `chat:${chat.id}`,
        payload: { bulletinId: bulletin.id, chatId: chat.id, personId: actor.person.id, tries },
        dedupeKey: `bulletin-publish:${bulletin.id}:${tries}`,
        dueAt: now,
      }),
    ],
    now,
  );
  await redrawCards(context, bulletin.id);
  return done(context, BULLETIN_TEXTS.approved(monthText(bulletin.month), chat.name));
}

function done(context: CommandContext, text: string): ClickReply {
  return {
    toast: toast('success', text),
    card: { type: 'raw', data: textCard(text, { tone: 'success', demo: context.deps.demo }) },
  };
}

/** 不同意: nothing is published of this month. */
async function discardBulletin(context: CommandContext, bulletinId: number): Promise<Answer> {
  const { tx, now, actor } = context;
  const bulletin = await loadBulletinForUpdate(tx, bulletinId);
  if (!bulletin) return warning(TOASTS.oldCard);
  const blocked = await blockedFrom(context, bulletin, false);
  if (blocked) return blocked;
  await saveBulletin(tx, bulletinId, { state: 'discarded', decidedBy: actor.person.id, decidedAt: now });
  await redrawCards(context, bulletinId);
  return { kind: 'text', tone: 'success', text: BULLETIN_TEXTS.discarded(monthText(bulletin.month)) };
}

/** Every card that shows it changes to what it is now. */
async function redrawCards({ tx, deps, now }: CommandContext, bulletinId: number): Promise<void> {
  const cards = await bulletinCards(tx, bulletinId);
  await enqueue(
    tx,
    cards.flatMap(({ messageId }) =>
      messageId === null
        ? []
        : [
            REDRAW_BULLETIN.row({
              id: deps.newId(),
              target: `message:${messageId}`,
              payload: { bulletinId, messageId },
              dueAt: now,
            }),
          ],
    ),
    now,
  );
}

export const EDIT_FORM = featureForm(EDIT, {
  refuse: (context, { bulletinId }) => refuseForm(context, bulletinId, 'edit'),
  draw: (tx, { bulletinId }, viewer) => drawEditForm(tx, bulletinId, viewer),
  submit: (context, { bulletinId }, values) => submitForm(context, bulletinId, 'edit', values),
});

export const APPROVE_FORM = featureForm(APPROVE, {
  refuse: (context, { bulletinId }) => refuseForm(context, bulletinId, 'approve'),
  draw: (tx, { bulletinId }, viewer) => drawPublishForm(tx, bulletinId, viewer),
  submit: (context, { bulletinId }, values) => submitForm(context, bulletinId, 'approve', values),
});

export const DISCARD_ACTION = featureAction(DISCARD, {
  run: async (context, { bulletinId }) => ({
    toast: answerToast(await discardBulletin(context, bulletinId)),
  }),
});
