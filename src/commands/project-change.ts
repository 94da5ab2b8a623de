/** Who may change a project's facts, and the row of its history that every change writes. */
import { type ProjectChange, recordProject } from '../db/project-history.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Project } from '../domain/model.ts';
import type { CommandContext } from './context.ts';
import { refreshTop } from './top-card.ts';

/** The answer to whoever may not change it: the secretary of the project, its office and the administrator may. */
export function refuseChange({ actor, directory }: CommandContext, project: Project): Answer | undefined {
  const may = allows(actor, 'settings', null, directory, { projectId: project.id });
  return may === true ? undefined : { kind: 'refusal', refusal: may.refusal };
}

/** Writes down what was changed; nothing when it is as it was. @param what as people call it */
export async function recordChange(
  context: CommandContext,
  project: Pick<Project, 'id'>,
  what: string,
  change: ProjectChange,
): Promise<void> {
  if (change.from === change.to) return;
  const { tx, now, actor, messageId } = context;
  await recordProject(tx, {
    projectId: project.id,
    at: now,
    actorId: actor.person.id,
    what,
    messageId: context.via === 'message' ? messageId : null,
    ...change,
  });
  await refreshTop({ tx, now, newId: context.deps.newId, actorId: actor.person.id }, project.id);
}
