/** 红黑榜: shown, edited by the office, approved for one group or discarded; decided once, whoever clicks. */

import type { CardAction } from '../cards/actions.ts';
import { entryName, monthText } from '../cards/bulletin.ts';
import { textCard } from '../cards/text.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { REPORT_TEXTS } from '../cards/words-reports.ts';
import {
  bulletinCards,
  findBulletin,
  loadBulletin,
  loadBulletinForUpdate,
  saveBulletin,
} from '../db/bulletin.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import { allowsDraft, allowsReport } from '../domain/access.ts';
import type { Answer, FormKind } from '../domain/answer.ts';
import { type Bulletin, checkReady, editEntry, listedEntries } from '../domain/bulletin.ts';
import type { FormValues } from '../domain/form-values.ts';
import { REDRAW_BULLETIN } from '../kinds/jobs.ts';
import { BULLETIN, BULLETIN_PUBLISH } from '../kinds/messages.ts';
import { drawBulletin } from '../views/bulletin.ts';
import { viewContext } from '../views/context.ts';
import { publishingChats } from '../views/form.ts';
import { areasBelow } from '../views/place.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';
import { answerWith, reportArea, warning } from './report.ts';

/** 红黑榜 [月份]: the newest of the area, else of those below it. */
export async function showBulletin(
  context: CommandContext,
  call: Call & { name: 'bulletin' },
): Promise<Answer | null> {
  const areaId = reportArea(context, call.areaHeard);
  if (typeof areaId !== 'number') return areaId;
  const areaIds = areasBelow(areaId, context.directory);
  const found =
    (await findBulletin(context.tx, [areaId], call.month)) ??
    (await findBulletin(context.tx, areaIds, call.month));
  if (!found) {
    const text = call.month ? REPORT_TEXTS.noBulletin(monthText(call.month)) : REPORT_TEXTS.noneYet;
    return { kind: 'text', text };
  }
  return answerWith(context, [BULLETIN], { areaId: found.areaId, bulletinId: found.id });
}

/** A form about it, or why the clicker gets none. */
export async function bulletinForm(
  context: CommandContext,
  form: FormKind,
  bulletinId: number,
): Promise<Answer> {
  const bulletin = await loadBulletin(context.tx, bulletinId);
  if (!bulletin) return warning(TOASTS.oldCard);
  const blocked = await blockedFrom(context, bulletin, form === 'bulletin-edit');
  if (blocked) return blocked;
  const lacking = form === 'bulletin-approve' ? await unready(context, bulletin) : undefined;
  return lacking ?? { kind: 'form', form, bulletinId };
}

function baseOf({ now, directory, deps }: CommandContext) {
  return { now, directory, demo: deps.demo };
}

function oldCard() {
  return toast('warning', TOASTS.oldCard);
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
  return { kind: 'text', tone: 'info', text: REPORT_TEXTS.decided(state, who) };
}

/** What still has to be written before it may be published. */
async function unready(context: CommandContext, bulletin: Bulletin): Promise<Answer | undefined> {
  const lacking = checkReady(bulletin);
  if (lacking?.code === 'reason-missing') {
    const view = await viewContext(context.tx, baseOf(context), {});
    const names = lacking.entries.map((entry) => entryName(entry, view)).join('、');
    return warning(REPORT_TEXTS.reasonMissing(names));
  }
  const { payload } = bulletin;
  return listedEntries(payload).length === 0 && payload.plates.length === 0
    ? warning(REPORT_TEXTS.nothingListed)
    : undefined;
}

type Submit = CardAction & { do: 'submit' };

/** A filled-in form; the row is locked, so that of two people the second sees what the first decided. */
export async function submitBulletin(
  context: CommandContext,
  action: Submit,
  values: FormValues,
): Promise<ClickReply> {
  const bulletin = await loadBulletinForUpdate(context.tx, action.bulletinId ?? 0);
  if (!bulletin) return { toast: oldCard() };
  const blocked = await blockedFrom(context, bulletin, action.form === 'bulletin-edit');
  if (blocked) return { toast: answerToast(blocked) };
  if (action.form === 'bulletin-edit') return editBulletin(context, bulletin, values);
  if (action.form === 'bulletin-approve') return approveBulletin(context, bulletin, values);
  return { toast: oldCard() };
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
  return { toast: toast('success', REPORT_TEXTS.edited), card: { type: 'raw', data: card } };
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
  if (!chat) return { toast: toast('warning', REPORT_TEXTS.notTheirGroup) };
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
  return done(context, REPORT_TEXTS.approved(monthText(bulletin.month), chat.name));
}

function done(context: CommandContext, text: string): ClickReply {
  return {
    toast: toast('success', text),
    card: { type: 'raw', data: textCard(text, { tone: 'success', demo: context.deps.demo }) },
  };
}

/** 不同意: nothing is published of this month. */
export async function discardBulletin(context: CommandContext, bulletinId: number): Promise<Answer> {
  const { tx, now, actor } = context;
  const bulletin = await loadBulletinForUpdate(tx, bulletinId);
  if (!bulletin) return warning(TOASTS.oldCard);
  const blocked = await blockedFrom(context, bulletin, false);
  if (blocked) return blocked;
  await saveBulletin(tx, bulletinId, { state: 'discarded', decidedBy: actor.person.id, decidedAt: now });
  await redrawCards(context, bulletinId);
  return { kind: 'text', tone: 'success', text: REPORT_TEXTS.discarded(monthText(bulletin.month)) };
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
