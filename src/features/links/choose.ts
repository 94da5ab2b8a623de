/** Which project and which link are meant; asked back when it is not certain. */
import { PROJECT_NOT_HERE } from '../../cards/words-group.ts';
import type { CommandContext } from '../../commands/context.ts';
import { viewerOf } from '../../commands/reply.ts';
import { ownUnits, seesProject } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Project } from '../../domain/model.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import { areasShown } from '../../views/place.ts';
import { maySeeProject } from '../../views/project.ts';
import { type Board, loadBoard } from './store.ts';
import { LINKS, linkNo } from './words.ts';

const OFFERED = 8;

export const warn = (text: string): { kind: 'text'; tone: 'warning'; text: string } => ({
  kind: 'text',
  tone: 'warning',
  text,
});

export const good = (text: string): Answer => ({ kind: 'text', tone: 'success', text });

/** Projects somebody could mean here without naming one. */
function projectsHere(context: CommandContext): Project[] {
  const { directory, actor, chat } = context;
  const areas = areasShown({ chat, directory });
  return directory.data.projects.filter(
    (project) =>
      project.archived === null &&
      (areas === undefined || areas.includes(project.areaId)) &&
      seesProject(actor, project, directory),
  );
}

/**
 * The project that is meant: named, the group's, or the only one the speaker may see.
 * @param command what a button says for a project of this name
 * @returns null: nobody's, for who sees none
 */
export function chooseProject(
  context: CommandContext,
  named: readonly number[],
  command: (project: string) => string,
): { project: Project | null } | { answer: Answer } {
  const { directory, chat } = context;
  if (named.length > 1) {
    const several = named
      .flatMap((id) => directory.project(id) ?? [])
      .filter((one) => maySeeProject(one, viewerOf(context)));
    return several.length === 1 && several[0] ? { project: several[0] } : ask(several, command);
  }
  const [id] = named;
  if (id !== undefined) {
    if (chat?.kind === 'project' && !chat.projectIds.includes(id)) return { answer: warn(PROJECT_NOT_HERE) };
    return { project: directory.project(id) ?? null };
  }
  if (chat?.kind === 'project') {
    const here = chat.defaultProjectId ?? chat.projectIds[0];
    return { project: (here !== undefined && directory.project(here)) || null };
  }
  const seen = projectsHere(context);
  if (seen.length === 1 && seen[0]) return { project: seen[0] };
  return seen.length === 0 ? { project: null } : ask(seen, command);
}

function ask(projects: readonly Project[], command: (project: string) => string): { answer: Answer } {
  if (projects.length === 0) return { answer: { kind: 'refusal', refusal: { code: 'not-yours-to-see' } } };
  const text = projects.length > OFFERED ? LINKS.tooManyProjects : LINKS.whichProject;
  const commands = projects.slice(0, OFFERED).map((project) => command(project.name).slice(0, 200));
  return { answer: { kind: 'suggest', text, commands } };
}

/** Whether the person may look at this link here: who sees the project, and privately whose unit it is. */
export function maySeeLink(
  context: Pick<CommandContext, 'actor' | 'chat'>,
  sees: boolean,
  link: ProjectLink,
): boolean {
  if (sees) return true;
  const own =
    context.actor.person.home && link.unitId !== null && ownUnits(context.actor).includes(link.unitId);
  return own && context.chat === undefined;
}

export interface ChosenLink {
  board: Board;
  project: Project;
  link: ProjectLink;
}

/**
 * The one link of a project that is meant by these words.
 * @param command what a button says for a link (第7环节) of a project
 */
export async function chooseLink(
  context: CommandContext,
  said: { projectIds: readonly number[]; words: string },
  command: (link: string, project: string) => string,
): Promise<ChosenLink | { answer: Answer }> {
  const chosen = chooseProject(context, said.projectIds, (name) => command(said.words, name));
  if ('answer' in chosen) return chosen;
  const { project } = chosen;
  if (project === null)
    return { answer: { kind: 'refusal', refusal: { code: 'no-project', params: { name: '' } } } };
  const board = await loadBoard(context.tx, project, context.directory);
  const found = findLinks(
    said.words,
    board.links.map((link) => ({ ...link.definition, link })),
  );
  const one = pickOne(found, said.words, (no) => command(no, project.name));
  if ('answer' in one) return one;
  const sees = maySeeProject(project, viewerOf(context));
  if (!maySeeLink(context, sees, one.link))
    return { answer: { kind: 'refusal', refusal: { code: 'not-yours-to-see' } } };
  return { board, project, link: one.link };
}

/** The only one found, else what is asked back. */
export function pickOne<T extends { no: number; link: ProjectLink }>(
  found: readonly T[],
  heard: string,
  command: (no: string) => string,
): T | { answer: Answer } {
  const [first, ...others] = found;
  if (!first) return { answer: warn(LINKS.noSuch(heard.slice(0, 30))) };
  if (others.length === 0) return first;
  const commands = found.slice(0, OFFERED).map((one) => command(linkNo(one)).slice(0, 200));
  return { answer: { kind: 'suggest', text: severalText(found, heard), commands } };
}

function severalText(found: readonly { no: number; link: ProjectLink }[], heard: string): string {
  const lines = found
    .slice(0, OFFERED)
    .map(({ link: { definition } }) => `${linkNo(definition)} ${definition.name}`);
  return [LINKS.several(heard.slice(0, 30)), ...lines].join('\n');
}
