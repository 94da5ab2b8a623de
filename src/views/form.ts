/** What a form is about: its issue, what was typed before, whom it may offer. */

import { entryName, monthText } from '../cards/bulletin.ts';
import type { FormSubject } from '../cards/form.ts';
import { bulletinEntryText, bulletinGroupText, bulletinTitle } from '../cards/words-reports.ts';
import { loadBulletin } from '../db/bulletin.ts';
import { chatsOfKind } from '../db/chat.ts';
import { readDraft } from '../db/draft.ts';
import { loadIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { findPeopleOfUnit } from '../db/person.ts';
import { allowsReport } from '../domain/access.ts';
import type { Answer, FormKind } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import type { Chat } from '../domain/model.ts';
import { LOG_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { formOf } from '../verbs/verbs.ts';
import { type Viewer, viewContext } from './context.ts';
import { areasBelow } from './place.ts';
import { maySeeProject } from './project.ts';

/** Entries to edit, or groups to publish to; nothing of it for somebody without a right to it. */
async function bulletinSubject(
  tx: Tx,
  id: number,
  form: FormKind,
  viewer: Viewer,
): Promise<NonNullable<FormSubject['bulletin']>> {
  const { directory, actor } = viewer;
  const bulletin = await loadBulletin(tx, id);
  if (!bulletin || allowsReport(actor, bulletin.areaId, directory) !== true)
    return { id, title: '', choices: [] };
  const context = await viewContext(tx, viewer, {});
  const choices =
    form === 'bulletin-edit'
      ? bulletin.payload.entries.map((entry, at) => ({
          id: at,
          name: bulletinEntryText(entry.list, entryName(entry, context)),
        }))
      : (await publishingChats(tx, bulletin.areaId, directory)).map((chat) => ({
          id: chat.id,
          name: bulletinGroupText(chat.name, chat.external),
        }));
  return { id, title: bulletinTitle(monthText(bulletin.month)), choices };
}

/** Groups a 红黑榜 of the area may be published to: those of its offices first, then of its projects. */
export async function publishingChats(tx: Tx, areaId: number, directory: Directory): Promise<Chat[]> {
  const areaIds = areasBelow(areaId, directory);
  const offices = (await chatsOfKind(tx, 'office')).filter((chat) =>
    areaIds.includes(chat.areaId ?? directory.topAreaId),
  );
  const projects = (await chatsOfKind(tx, 'project')).filter(
    (chat) =>
      chat.projectIds.length > 0 &&
      chat.projectIds.every((one) => areaIds.includes(directory.project(one)?.areaId ?? Number.NaN)),
  );
  const inside = (chat: Chat) => Number(chat.external);
  return [...offices, ...projects.sort((a, b) => inside(a) - inside(b))].filter((chat) => !chat.unreachable);
}

export async function formSubject(
  tx: Tx,
  answer: Answer & { kind: 'form' },
  viewer: Viewer,
): Promise<FormSubject> {
  const issue = answer.issueId === undefined ? undefined : await loadIssue(tx, answer.issueId);
  const draft = answer.draftId === undefined ? undefined : await readDraft(tx, answer.draftId);
  const read = draft && readPayload(LOG_DRAFT, draft.payload);
  const line = read?.ok ? read.payload.lines[0] : undefined;
  const suggested = line?.deadline && 'suggestion' in line.deadline ? line.deadline.suggestion : undefined;
  const { directory, chat } = viewer;
  const projects = directory.data.projects.filter((one) => maySeeProject(one, viewer));
  const ofUnit = formOf(answer.form)?.fields.some((field) => field.ask === 'person' && field.of === 'unit');
  const people = ofUnit && issue?.unitId != null ? await findPeopleOfUnit(tx, issue.unitId) : [];
  return {
    place: chat ? 'chat' : 'person',
    ...(issue && { issue }),
    ...(answer.lead && { lead: answer.lead }),
    ...(answer.bulletinId !== undefined && {
      bulletin: await bulletinSubject(tx, answer.bulletinId, answer.form, viewer),
    }),
    ...(draft &&
      line && {
        draft: {
          id: draft.id,
          text: line.text ?? '',
          unitId: line.unitId ?? null,
          projectId: line.projectId ?? null,
          ...(suggested !== undefined && { day: suggested }),
        },
      }),
    // In a project's group only its own projects are offered, for other names are none of its business.
    ...(answer.form !== 'bind' && { projects }),
    ...(people.length > 0 && { people }),
  };
}
