/** 归档 ends a project and 恢复 takes it up again; what is open has to be struck off or moved first. */
import { z } from 'zod';
import { confirmCard } from '../../cards/confirm.ts';
import { textCard } from '../../cards/text.ts';
import { answerToast, TOASTS, toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import { recordChange, refuseChange } from '../../commands/project-change.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { chatsOfProject, passDefaultOn } from '../../db/chat.ts';
import { saveDraft } from '../../db/draft.ts';
import { listIssues } from '../../db/issue-list.ts';
import { lockProject, updateProject } from '../../db/project.ts';
import type { Answer } from '../../domain/answer.ts';
import { ITEM_KINDS, OPEN_STATUSES } from '../../domain/issue.ts';
import type { Project } from '../../domain/model.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { PROJECT_ENDS } from './words.ts';

const LISTED = 10;

/** Why it cannot end yet; undefined when it can. */
async function refuseEnd(context: CommandContext, project: Project): Promise<Answer | undefined> {
  const refused = refuseChange(context, project);
  if (refused) return refused;
  if (project.archived) return warning(PROJECT_ENDS.archivedAlready(project.name));
  const { tx, now, directory } = context;
  const filter = { kinds: [...ITEM_KINDS], projectIds: [project.id], statuses: [...OPEN_STATUSES] };
  const { timeZone } = directory.settings;
  const open = await listIssues(tx, {
    filter,
    scope: { all: true },
    now,
    timeZone,
    page: 1,
    pageSize: LISTED,
  });
  if (open.total === 0) return undefined;
  const rows = open.issues.map((issue) => `#${issue.id} ${clip(oneLine(issue.title), 40)}`);
  return warning(PROJECT_ENDS.open(project.name, open.total, rows));
}

export async function previewArchive(
  context: CommandContext,
  project: Project,
  reason: string,
): Promise<Answer> {
  const refused = await refuseEnd(context, project);
  if (refused) return refused;
  const { tx, deps, actor, now } = context;
  const draftId = deps.newId();
  const payload = { projectId: project.id, reason };
  await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: ARCHIVE_DRAFT, payload }, now);
  return { kind: 'preview', draftId };
}

/** Asked again, for something may have been logged since the preview. */
async function archive(
  context: CommandContext,
  { projectId, reason }: { projectId: number; reason: string },
): Promise<ClickReply> {
  const { tx, now, actor, deps } = context;
  await lockProject(tx, projectId);
  const directory = await deps.directory.get(tx);
  const project = directory.project(projectId);
  const refused = project ? await refuseEnd({ ...context, directory }, project) : warning(TOASTS.oldCard);
  if (refused || !project) return { toast: answerToast(refused ?? warning(TOASTS.oldCard)) };
  await updateProject(tx, projectId, { archived: { at: now, byId: actor.person.id, reason } });
  await passDefaultOn(tx, projectId);
  await recordChange(context, project, PROJECT_ENDS.archive, {
    from: null,
    to: PROJECT_ENDS.archive,
    reason,
  });
  const said = PROJECT_ENDS.archived(project.name);
  const card = textCard(said, { tone: 'success', demo: deps.demo });
  return { toast: toast('success', said), card: { type: 'raw', data: card } };
}

export async function restore(context: CommandContext, project: Project, reason: string): Promise<Answer> {
  const refused = refuseChange(context, project);
  if (refused) return refused;
  if (!project.archived) return warning(PROJECT_ENDS.notArchived(project.name));
  await updateProject(context.tx, project.id, { archived: null });
  await recordChange(context, project, PROJECT_ENDS.archive, {
    from: PROJECT_ENDS.archive,
    to: null,
    reason,
  });
  return { kind: 'text', tone: 'success', text: PROJECT_ENDS.restored(project.name) };
}

export const ARCHIVE_DRAFT = defineDraft(
  storedKind('archive-project', record({ projectId: id, reason: z.string() })),
  {
    preview: async (tx, draftId, { projectId, reason }, { directory, demo }) => {
      const name = directory.project(projectId)?.name ?? '';
      const groups = (await chatsOfProject(tx, projectId)).filter((chat) => !chat.unreachable).length;
      const said = PROJECT_ENDS.consequences(reason, groups);
      return confirmCard({ draftId, title: PROJECT_ENDS.title(clip(oneLine(name), 60)), text: said }, demo);
    },
    confirm: archive,
    cancel: leaveUnchanged,
  },
);
