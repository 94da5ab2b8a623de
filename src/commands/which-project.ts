/** The project a command is about where it names none: the group's, or the only one the speaker has to do with. */
import { PROJECT_NOT_HERE } from '../cards/words-group.ts';
import { archivedText, NO_OWN_PROJECT, WHICH_PROJECT } from '../cards/words-project.ts';
import { allows, seesProject } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Project } from '../domain/model.ts';
import { clip, oneLine } from '../text/escape.ts';
import type { CommandContext } from './context.ts';
import { warning } from './report.ts';

export interface SaidProject {
  /** null: `heard` names none; both empty: nothing was said. */
  projectId: number | null;
  heard: string;
}

/** A project name as commands on buttons write it. */
export function nameInCommand({ name }: Pick<Project, 'name'>): string {
  return clip(oneLine(name), 100);
}

const ASKED = 8;

/**
 * The project meant, which the speaker may see here; or what to answer instead.
 * @param again the same command with the name in it, for the buttons that ask which one
 * @param how.sets its facts are changed: an administrator may, who sees no project
 */
export function whichProject(
  context: CommandContext,
  said: SaidProject,
  again: (name: string) => string,
  { archived = false, sets = false }: { archived?: boolean; sets?: boolean } = {},
): { project: Project } | { answer: Answer } {
  const { directory, actor, chat } = context;
  if (said.projectId === null && said.heard !== '')
    return { answer: { kind: 'refusal', refusal: { code: 'no-project', params: { name: said.heard } } } };
  const here = chat?.kind === 'project' ? chat.projectIds : undefined;
  const id = said.projectId ?? chat?.defaultProjectId ?? null;
  if (id === null) {
    if (chat?.kind === 'unbound') return { answer: { kind: 'bind', lead: 'group-not-bound' } };
    const own = directory.liveProjects.filter(
      ({ id }) =>
        actor.secretaryOf.includes(id) || actor.contactOf.includes(id) || actor.leaderOf.includes(id),
    );
    const seen =
      own.length > 0 ? own : directory.liveProjects.filter((one) => seesProject(actor, one, directory));
    const [only, ...others] = seen;
    if (!only) return { answer: warning(NO_OWN_PROJECT) };
    if (others.length === 0) return { project: only };
    const commands = seen.slice(0, ASKED).map((one) => again(nameInCommand(one)));
    // A command too long for a button has to be said again in full.
    if (commands.some((command) => command.length > 200)) return { answer: warning(WHICH_PROJECT) };
    return { answer: { kind: 'suggest', text: WHICH_PROJECT, commands } };
  }
  const project = directory.project(id);
  if (here && !here.includes(id)) return { answer: warning(PROJECT_NOT_HERE) };
  const may = () => sets && allows(actor, 'settings', null, directory, { projectId: id }) === true;
  if (!project || (!here && !seesProject(actor, project, directory) && !may()))
    return { answer: { kind: 'refusal', refusal: { code: 'not-yours-to-see' } } };
  if (project.archived && !archived) return { answer: warning(archivedText(project.name)) };
  return { project };
}
