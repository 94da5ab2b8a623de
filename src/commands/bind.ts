/** Which project a group belongs to. A group shows no data before it is bound. */

import { confirmCard } from '../cards/confirm.ts';
import { textCard } from '../cards/text.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { boundText } from '../cards/words-admin.ts';
import {
  BIND_IN_GROUP,
  NOTHING_BOUND,
  OFFICE_GROUP,
  PRIVATE_CHAT,
  UNBIND_CONSEQUENCES,
  UNBIND_IN_GROUP,
  UNBOUND,
  unbindTitle,
} from '../cards/words-group.ts';
import { archivedText } from '../cards/words-project.ts';
import { wakeCards } from '../db/card.ts';
import { bindProject, makeOfficeChat, unbindProject } from '../db/chat.ts';
import { saveDraft } from '../db/draft.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Refused } from '../domain/decision.ts';
import type { Chat } from '../domain/model.ts';
import { UNBIND_DRAFT, type UnbindDraft } from '../kinds/drafts.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { defineDraft, leaveUnchanged } from './draft-kind.ts';
import type { ClickReply } from './reply.ts';
import { refreshTopOf } from './top-card.ts';

export async function bindChat(context: CommandContext, call: Call & { name: 'bind' }): Promise<Answer> {
  const { chat, directory, actor, tx } = context;
  if (!chat) return { kind: 'text', tone: 'warning', text: BIND_IN_GROUP };
  if (call.office) {
    const grant = actor.grants.find((one) => one.role === 'office');
    const areaId = grant?.areaId ?? directory.topAreaId;
    const may = allows(actor, 'settings', null, directory, { areaId });
    if (may !== true) return { kind: 'refusal', refusal: may.refusal };
    // It takes the group from its projects, or from the office it belongs to.
    const taken = mayTake(context, chat);
    if (taken !== true) return { kind: 'refusal', refusal: taken.refusal };
    await makeOfficeChat(tx, chat.id, areaId);
    return { kind: 'text', tone: 'success', text: boundText('office') };
  }
  if (call.projectId === null) {
    if (!call.heard) return { kind: 'bind', lead: 'asked' };
    return { kind: 'refusal', refusal: { code: 'no-project', params: { name: call.heard } } };
  }
  return bindTo(context, call.projectId);
}

/** Binds this group, or says who may. */
export async function bindTo(context: CommandContext, projectId: number): Promise<Answer> {
  const { chat, directory, actor, tx } = context;
  const project = directory.project(projectId);
  if (!chat || !project) return { kind: 'refusal', refusal: { code: 'no-project' } };
  const may = allows(actor, 'settings', null, directory, { projectId });
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (project.archived) return { kind: 'text', tone: 'warning', text: archivedText(project.name) };
  // An office group would cease to be one.
  const taken = chat.kind === 'office' ? mayTake(context, chat) : true;
  if (taken !== true) return { kind: 'refusal', refusal: taken.refusal };
  const first = chat.projectIds.length === 0;
  await bindProject(tx, chat.id, projectId, { makeDefault: first });
  await wakeCards(tx, { place: 'chat', target: chat.id }, context.now);
  return { kind: 'text', tone: 'success', text: boundText('project', project.name, first) };
}

/** Whether somebody may decide about a group and what it is bound to: every project of it, the area of its office. */
export function mayTake(
  { actor, directory }: CommandContext,
  { kind, projectIds, areaId }: Chat,
): true | Refused {
  const bound = [
    ...projectIds.map((projectId) => ({ projectId })),
    ...(kind === 'office' ? [{ areaId: areaId ?? directory.topAreaId }] : []),
  ];
  for (const where of bound) {
    const may = allows(actor, 'settings', null, directory, where);
    if (may !== true) return may;
  }
  return true;
}

/** 解绑 shows what it means; 确认 does it. */
export async function unbindChat(context: CommandContext, call: Call & { name: 'unbind' }): Promise<Answer> {
  const { chat, tx, deps, actor, now } = context;
  if (!chat) return { kind: 'text', tone: 'warning', text: UNBIND_IN_GROUP };
  if (chat.projectIds.length === 0) return { kind: 'text', text: NOTHING_BOUND };
  if (call.heard && call.projectId === null) {
    return { kind: 'refusal', refusal: { code: 'no-project', params: { name: call.heard } } };
  }
  const ids = call.projectId === null ? chat.projectIds : [call.projectId];
  const may = mayTake(context, { ...chat, projectIds: ids });
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const id = deps.newId();
  const payload = { chatId: chat.id, projectIds: [...ids] };
  await saveDraft(tx, { id, personId: actor.person.id, kind: UNBIND_DRAFT, payload }, now);
  return { kind: 'preview', draftId: id };
}

/** Confirmed: what the group is bound to and who may decide are asked again. */
async function confirmUnbind(context: CommandContext, draft: UnbindDraft): Promise<ClickReply> {
  const { chat, tx, deps } = context;
  const ids = draft.projectIds.filter((id) => chat?.id === draft.chatId && chat.projectIds.includes(id));
  if (!chat || ids.length === 0) return { toast: toast('info', NOTHING_BOUND) };
  const may = mayTake(context, { ...chat, projectIds: ids });
  if (may !== true) return { toast: answerToast({ kind: 'refusal', refusal: may.refusal }) };
  for (const projectId of ids) await unbindProject(tx, chat.id, projectId);
  // What is on top of the group shows it no more.
  await refreshTopOf({ tx, now: context.now, newId: deps.newId, actorId: context.actor.person.id }, chat.id);
  const card = textCard(UNBOUND, { tone: 'success', demo: deps.demo });
  return { toast: toast('success', UNBOUND), card: { type: 'raw', data: card } };
}

export const unbindDraft = defineDraft(UNBIND_DRAFT, {
  preview: async (_tx, draftId, { projectIds }, { directory, demo }) => {
    const names = projectIds.flatMap((id) => directory.project(id)?.name ?? []);
    return confirmCard({ draftId, title: unbindTitle(names), text: UNBIND_CONSEQUENCES }, demo);
  },
  confirm: confirmUnbind,
  cancel: leaveUnchanged,
});

export function thisGroup(context: CommandContext): Answer {
  const { chat, directory } = context;
  if (!chat) return { kind: 'text', text: PRIVATE_CHAT };
  if (chat.kind === 'office') return { kind: 'text', text: OFFICE_GROUP };
  const id = chat.defaultProjectId ?? chat.projectIds[0];
  if (id === undefined || !directory.project(id)) return { kind: 'bind', lead: 'asked' };
  return { kind: 'project', projectId: id };
}

/** A project button on the welcome card. */
export async function bindProjectFromCard(context: CommandContext, projectId: number): Promise<ClickReply> {
  const answer = await bindTo(context, projectId);
  if (answer.kind === 'refusal' || answer.kind !== 'text') {
    return { toast: answerToast(answer) };
  }
  const card = textCard(answer.text, { tone: 'success', demo: context.deps.demo });
  return { toast: toast('success', TOASTS.bound), card: { type: 'raw', data: card } };
}
