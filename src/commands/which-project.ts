/** The project a command is about: the one named, the group's, or the only one the speaker has to do with; else asked back. */
import { PROJECT_NOT_HERE } from '../cards/words-group.ts';
import { archivedText, NO_OWN_PROJECT, SAY_PROJECT, whichProjectText } from '../cards/words-project.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Project } from '../domain/model.ts';
import { clip, oneLine } from '../text/escape.ts';
import { maySeeProject } from '../views/project.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';
import { warning } from './report.ts';

/** A project in words; several may bear the name. */
export interface SaidProject {
  /** null: `heard` names none; both empty: nothing was said. */
  projectId: number | null;
  heard: string;
  projectCandidates?: number[];
}

/** All that bear the name said; empty: none was said. */
export interface NamedProjects {
  projectIds: readonly number[];
}

export interface ProjectRules {
  /** Archived ones are meant, too: to be read. */
  archived?: boolean;
  /** Its facts are changed: an administrator may, who sees no project. */
  sets?: boolean;
  /** Whoever names it may go on, and is asked for rights later: a unit sees its own links of projects it does not see. */
  named?: boolean;
  /** It is written at once: a post in one of several projects does not yet say that this one is meant. */
  certain?: boolean;
}

export type MeantProject =
  | { project: Project }
  /** None was named and several may be meant, those the speaker holds a post in before all others; or there is none. */
  | { several: Project[] }
  | { answer: Answer };

/** A project name as commands on buttons write it: the whole one, which no other bears. */
export function nameInCommand({ name }: Pick<Project, 'name'>): string {
  return clip(oneLine(name), 100);
}

/** Buttons that fit on a phone, and what a button holds. */
const ASKED = 8;
const LONGEST = 200;

/** Live projects the speaker may see here. */
export function projectsSeen(context: CommandContext): Project[] {
  const viewer = viewerOf(context);
  return context.directory.liveProjects.filter((project) => maySeeProject(project, viewer));
}

/** Which project is meant, as far as that is certain; never a guess among several. */
export function findProject(
  context: CommandContext,
  said: SaidProject | NamedProjects,
  rules: ProjectRules = {},
): MeantProject {
  const { actor, chat } = context;
  const ids = idsOf(said);
  // Names of projects are not listed where nobody has said whose group it is.
  if (chat?.kind === 'unbound' && ids.length > 1)
    return { answer: { kind: 'bind', lead: 'group-not-bound' } };
  if (ids.length > 0) return findNamed(context, ids, rules);
  if ('heard' in said && said.heard !== '') {
    const params = { name: said.heard.slice(0, 40) };
    return { answer: { kind: 'refusal', refusal: { code: 'no-project', params } } };
  }
  if (chat?.kind === 'unbound') return { answer: { kind: 'bind', lead: 'group-not-bound' } };
  const preset = chat?.kind === 'project' ? chat.defaultProjectId : null;
  if (preset != null) return findNamed(context, [preset], rules);
  const seen = projectsSeen(context);
  const posts = [actor.secretaryOf, actor.contactOf, actor.leaderOf].flat();
  const own = seen.filter(({ id }) => posts.includes(id));
  const others = rules.certain ? seen.filter((project) => !own.includes(project)) : [];
  const meant = own.length > 0 ? [...own, ...others] : seen;
  const [only] = meant;
  return only && meant.length === 1 ? { project: only } : { several: meant };
}

function idsOf(said: SaidProject | NamedProjects): readonly number[] {
  if ('projectIds' in said) return said.projectIds;
  return said.projectCandidates ?? (said.projectId === null ? [] : [said.projectId]);
}

/** An administrator sets facts of projects that are none of theirs to see. */
export function maySetProject({ actor, directory }: CommandContext, projectId: number): boolean {
  return allows(actor, 'settings', null, directory, { projectId }) === true;
}

function findNamed(context: CommandContext, ids: readonly number[], rules: ProjectRules): MeantProject {
  const { directory, chat } = context;
  const here = chat?.kind === 'project' ? ids.filter((id) => chat.projectIds.includes(id)) : ids;
  if (here.length === 0) return { answer: warning(PROJECT_NOT_HERE) };
  const viewer = viewerOf(context);
  const passed = rules.named === true && here.length === 1;
  const seen = here
    .flatMap((id) => directory.project(id) ?? [])
    .filter(
      (project) =>
        passed || maySeeProject(project, viewer) || (rules.sets && maySetProject(context, project.id)),
    );
  const live = seen.filter(({ archived }) => archived === null);
  const meant = live.length > 0 ? live : seen;
  const [first, ...others] = meant;
  if (!first) return { answer: { kind: 'refusal', refusal: { code: 'not-yours-to-see' } } };
  if (first.archived && !rules.archived) return { answer: warning(archivedText(first.name)) };
  return others.length > 0 ? { several: meant } : { project: first };
}

/**
 * The project meant, which the speaker may see here; or what to answer instead.
 * @param again the same command with the name in it, for the buttons that ask which one; null: no button can hold it
 */
export function whichProject(
  context: CommandContext,
  said: SaidProject | NamedProjects,
  again: (name: string) => string | null,
  rules: ProjectRules = {},
): { project: Project } | { answer: Answer } {
  const meant = findProject(context, said, rules);
  return 'several' in meant ? { answer: askWhichProject(meant.several, again) } : meant;
}

/** Which of these is meant: a button each that says the whole command. */
export function askWhichProject(
  projects: readonly Project[],
  again: (name: string) => string | null,
): Answer {
  if (projects.length === 0) return warning(NO_OWN_PROJECT);
  const commands = projects.slice(0, ASKED).flatMap((project) => again(nameInCommand(project)) ?? []);
  const [example] = commands;
  // A command of several lines, or too long for a button, has to be said again in full.
  if (example === undefined || commands.some((one) => one.length > LONGEST || one.includes('\n')))
    return warning(SAY_PROJECT);
  return { kind: 'suggest', text: whichProjectText(projects.length > ASKED ? example : null), commands };
}
