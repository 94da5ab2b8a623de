/** Links as items with a clock: made when their planned start has come, moved when the plan is agreed anew. */
import { applyChange, applyNew, type ChangeSource } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { loadLinkForUpdate, loadLinks, updateLink } from '../../db/link.ts';
import { createItem } from '../../domain/create-item.ts';
import { recomputeDeadline } from '../../domain/deadline.ts';
import { nextGeneration } from '../../domain/decide/change.ts';
import type { Directory } from '../../domain/directory.ts';
import { type Deadline, type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { isDone } from '../../domain/plan/link-state.ts';
import type { Plan, PlannedStep, ProjectLink } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import { linkText, PLAN } from './words.ts';

/** The end of working time on the planned last day. */
function deadlineOf(finish: Day, directory: Directory): Deadline {
  const rule = { kind: 'day', start: finish, day: finish } as const;
  return { at: recomputeDeadline(rule, directory.clock), day: finish, phrase: PLAN.byPlan, rule };
}

/**
 * The item of every link whose planned start has come and that nobody has begun. A link that has one, is done or does
 * not concern the project is left alone, whoever asks how often.
 * @returns how many were made
 */
export async function makeLinkItems(
  source: ChangeSource,
  plan: Plan,
  links: readonly ProjectLink[],
  today: Day,
): Promise<number> {
  const steps = new Map(plan.payload.steps.map((step) => [step.code, step]));
  let made = 0;
  for (const link of links) {
    const step = steps.get(link.definition.code);
    if (!step || step.start > today || link.item || isDone(link)) continue;
    if (await makeItem(source, plan, step, link.id)) made++;
  }
  return made;
}

async function makeItem(
  source: ChangeSource,
  plan: Plan,
  step: PlannedStep,
  linkId: number,
): Promise<boolean> {
  const { tx, now, directory } = source;
  const link = await loadLinkForUpdate(tx, linkId, directory.settings.timeZone);
  if (!link || link.item || isDone(link)) return false;
  const title = linkText(link.definition);
  const input = {
    kind: 'link' as const,
    title,
    text: title,
    projectId: plan.projectId,
    unitId: link.unitId,
    assigneeId: link.contactId,
    reporterId: plan.madeBy,
    deadline: deadlineOf(step.finish, directory),
    now,
    linkId: link.id,
    tell: false,
  };
  const created = createItem(input, null, directory);
  const issue = await applyNew(source, created, { chatId: '', isGroup: false });
  await updateLink(tx, link.id, { issueId: issue.id });
  return true;
}

/** Open items of links get the last day of the plan agreed now; the first one stays visible. */
export async function moveLinkItems(context: CommandContext, plan: Plan): Promise<void> {
  const { tx, now, directory, actor, deps, messageId } = context;
  const source = { tx, now, directory, newId: deps.newId, actorId: actor.person.id, messageId, inBulk: true };
  const links = await loadLinks(tx, plan.projectId, directory.settings.timeZone);
  const steps = new Map(plan.payload.steps.map((step) => [step.code, step]));
  for (const link of links) {
    const step = steps.get(link.definition.code);
    const open = link.item && OPEN_STATUSES.includes(link.item.status);
    if (!step || !open || !link.item || link.item.deadline.day === step.finish) continue;
    const issue = await loadIssueForUpdate(tx, link.item.id);
    if (issue) await applyChange(source, issue, moveTo(issue, step.finish, { now, directory, plan }));
  }
}

function moveTo(
  issue: Issue,
  finish: Day,
  { now, directory, plan }: { now: number; directory: Directory; plan: Plan },
) {
  const moved: Issue = {
    ...issue,
    version: issue.version + 1,
    changedAt: now,
    deadline: deadlineOf(finish, directory),
    originalDeadline: issue.originalDeadline ?? issue.deadline,
    ladder: nextGeneration(issue.ladder, now),
  };
  const detail = { from: issue.deadline.day, to: finish, plan: plan.version };
  return { issue: moved, events: [{ verb: 'recompute' as const, detail }], effects: [] };
}
