/** 项目: showing one or a list of them, making one. */
import { AT_NEEDED, madeText } from '../cards/words-admin.ts';
import { PROJECT_NOT_HERE } from '../cards/words-group.ts';
import { projectNameTakenText } from '../cards/words-project.ts';
import { insertProject } from '../db/project.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { bindTo } from './bind.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { recordChange } from './project-change.ts';

export function showProject(context: CommandContext, call: Call & { name: 'project' }): Answer {
  const { chat } = context;
  const id = call.projectId ?? (call.heard ? null : (chat?.defaultProjectId ?? null));
  if (id === null) {
    const { heard, page } = call;
    return { kind: 'projects', ...(heard && { words: heard }), ...(page && { page }) };
  }
  // What a project's group shows is read by all its members.
  if (chat?.kind === 'project' && !chat.projectIds.includes(id)) {
    return { kind: 'text', tone: 'warning', text: PROJECT_NOT_HERE };
  }
  return { kind: 'project', projectId: id };
}

/** Makes a project; said in an unbound group it is bound to it at once. */
export async function createProject(
  context: CommandContext,
  wanted: { name: string; enterprise: string | null },
): Promise<Answer> {
  const { actor, directory, tx, now, chat } = context;
  const areaId = areaOf(context);
  const may = allows(actor, 'settings', null, directory, { areaId });
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const project = await insertProject(tx, { areaId, name: wanted.name, enterprise: wanted.enterprise }, now);
  if (!project) return { kind: 'text', tone: 'warning', text: projectNameTakenText(wanted.name) };
  await recordChange(context, project, '新建', { from: null, to: project.name });
  if (chat?.kind !== 'unbound')
    return { kind: 'text', tone: 'success', text: madeText('project', project.name) };
  const fresh = { ...context, directory: await context.deps.directory.get(tx) };
  return bindTo(fresh, project.id);
}

/** Area in which somebody makes things: that of the own office grant, else the whole deployment. */
export function areaOf(context: CommandContext): number {
  const own = context.actor.grants.find((grant) => grant.role !== 'leader');
  return context.chat?.areaId ?? own?.areaId ?? context.directory.topAreaId;
}

export function splitNames(text: string): string[] {
  return text
    .split(/[\s,，、;；]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

export function atNeeded(): Answer {
  return { kind: 'text', tone: 'warning', text: AT_NEEDED };
}
