/** Tasks as they were read, waiting for 确认. */
import { z } from 'zod';
import { fitCard } from '../../cards/card-fit.ts';
import { confirmCard } from '../../cards/confirm.ts';
import { textCard } from '../../cards/text.ts';
import { answerToast, TOASTS, toast } from '../../cards/toast.ts';
import { applyNew } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import { sourceOf } from '../../commands/issue.ts';
import { recordChange, refuseChange } from '../../commands/project-change.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { createItem } from '../../domain/create-item.ts';
import { storedKind } from '../../kinds/kind.ts';
import { deadline, id, record } from '../../kinds/shape.ts';
import { deadlineText } from '../../text/deadline.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { takeBatch, tasksOf } from './store.ts';
import { BATCH } from './words.ts';

const task = record({
  title: z.string(),
  text: z.string(),
  unitId: id.nullable(),
  assigneeId: id.nullable(),
  deadline,
});
const payload = record({ projectId: id, batchName: z.string(), tasks: z.array(task) });
export type TasksDraft = z.infer<typeof payload>;

/** Right and what is there already are asked again. */
async function addTasks(context: CommandContext, draft: TasksDraft): Promise<ClickReply> {
  const { tx, actor, directory, now, deps } = context;
  const project = directory.project(draft.projectId);
  if (!project || project.archived) return { toast: toast('warning', TOASTS.oldCard) };
  const refused = refuseChange(context, project);
  if (refused) return { toast: answerToast(refused) };
  const batch = await takeBatch(
    tx,
    { projectId: project.id, name: draft.batchName, madeBy: actor.person.id },
    now,
  );
  if (batch.fresh) await recordChange(context, project, '批次', { from: null, to: batch.name });
  const there = new Set((await tasksOf(tx, [batch.id])).map(({ title }) => title));
  const fresh = draft.tasks.filter(({ title }) => !there.has(title));
  const ids: number[] = [];
  for (const { title, text, unitId, assigneeId, deadline: due } of fresh) {
    const facts = {
      title,
      text,
      unitId,
      assigneeId,
      deadline: due,
      projectId: project.id,
      batchId: batch.id,
    };
    const reporterId = actor.person.id;
    const made = createItem({ ...facts, kind: 'task', reporterId, now, tell: false }, reporterId, directory);
    const place = { chatId: context.chatId, isGroup: context.chatType === 'group' };
    ids.push((await applyNew(sourceOf(context), made, place)).id);
  }
  const [from, until] = [ids[0], ids.at(-1)];
  if (from === undefined || until === undefined) return { toast: answerToast(warning(BATCH.allThere)) };
  const said = BATCH.added(BATCH.head(batch.no, batch.name), from, until, ids.length);
  const card = textCard(said, { tone: 'success', demo: deps.demo });
  return { toast: toast('success', said), card: { type: 'raw', data: card } };
}

export const TASKS_DRAFT = defineDraft(storedKind('batch-tasks', payload), {
  preview: async (_tx, draftId, { batchName, tasks }, { directory, demo }) => {
    const rows = tasks.map(({ title, unitId, deadline: due }, i) => {
      const unit = unitId === null ? '' : (directory.unit(unitId)?.name ?? '');
      const day = deadlineText(due, { year: Number(due.day.slice(0, 4)) });
      return `${i + 1}. ${[clip(oneLine(title), 60), unit, day].filter(Boolean).join(' · ')}`;
    });
    const title = BATCH.preview(clip(oneLine(batchName), 40), tasks.length);
    return fitCard(confirmCard({ draftId, title, text: rows.join('\n') }, demo), BATCH.cut);
  },
  confirm: addTasks,
  cancel: leaveUnchanged,
});
