/** Which project is spoken about: the one named, the group's, or the only one the speaker may see. */
import { PROJECT_NOT_HERE } from '../../cards/words-group.ts';
import type { CommandContext } from '../../commands/context.ts';
import { viewerOf } from '../../commands/reply.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Project } from '../../domain/model.ts';
import { maySeeProject } from '../../views/project.ts';
import { PLAN } from './words.ts';

/** Buttons fit on a phone. */
const OFFERED = 6;

/**
 * @param said how the command is said with a project's name, for the buttons that ask which
 * @returns the project, or what to answer instead
 */
export function whichProject(
  context: CommandContext,
  projectIds: readonly number[],
  said: (name: string) => string,
): Project | { answer: Answer } {
  const { chat, directory } = context;
  const viewer = viewerOf(context);
  const named = projectIds.flatMap((id) => directory.project(id) ?? []);
  const seen = (named.length > 0 ? named : directory.data.projects).filter(
    (project) => project.archived === null && maySeeProject(project, viewer),
  );
  if (named.length > 0 && seen.length === 0) {
    if (chat?.kind === 'project')
      return { answer: { kind: 'text', tone: 'warning', text: PROJECT_NOT_HERE } };
    return { answer: { kind: 'refusal', refusal: { code: 'not-yours-to-see' } } };
  }
  const own = named.length === 0 ? chat?.defaultProjectId : undefined;
  const chosen = own == null ? undefined : seen.find((project) => project.id === own);
  const [only] = seen;
  if (chosen) return chosen;
  if (only && seen.length === 1) return only;
  if (!only) return { answer: { kind: 'text', tone: 'warning', text: PLAN.noProject } };
  const commands = seen.slice(0, OFFERED).map((project) => said(project.shortNames[0] ?? project.name));
  return { answer: { kind: 'suggest', text: PLAN.which, commands } };
}
