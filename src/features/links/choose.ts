/** Which project and which link are meant; asked back when it is not certain. */
import type { CommandContext } from '../../commands/context.ts';
import { viewerOf } from '../../commands/reply.ts';
import { askWhichProject, findProject } from '../../commands/which-project.ts';
import { ownUnits } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Refusal } from '../../domain/decision.ts';
import type { Project } from '../../domain/model.ts';
import { findLinkList, findLinks, type Listed, type NamedLink } from '../../domain/plan/find-link.ts';
import type { LinkDefinition, ProjectLink } from '../../domain/plan/model.ts';
import { maySeeProject } from '../../views/project.ts';
import { type Board, loadBoard } from './store.ts';
import { LINKS, linkNo, linkTitle } from './words.ts';

const OFFERED = 8;

export const warn = (text: string): { kind: 'text'; tone: 'warning'; text: string } => ({
  kind: 'text',
  tone: 'warning',
  text,
});

export const good = (text: string): Answer => ({ kind: 'text', tone: 'success', text });

/**
 * The project that is meant; rights are asked of the link, which its unit sees without seeing the project.
 * @param command what a button says for a project of this name; null: no button can hold it
 * @returns null: nobody's, for who sees none
 */
export function chooseProject(
  context: CommandContext,
  named: readonly number[],
  command: (project: string) => string | null,
): { project: Project | null } | { answer: Answer } {
  const meant = findProject(context, { projectIds: named }, { archived: true, named: true, certain: true });
  if (!('several' in meant)) return meant;
  return meant.several.length === 0 ? { project: null } : { answer: askWhichProject(meant.several, command) };
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

/** The project that is meant, all its links, and the refusal of one that may not be looked at here. */
async function loadNamed(
  context: CommandContext,
  said: { projectIds: readonly number[]; words: string },
  command: (link: string, project: string) => string,
) {
  const chosen = chooseProject(context, said.projectIds, (name) => command(said.words, name));
  if ('answer' in chosen) return chosen;
  const { project } = chosen;
  if (project === null) return refusal({ code: 'no-project', params: { name: '' } });
  const board = await loadBoard(context.tx, project, context.directory);
  const all = board.links.map((link) => ({ ...link.definition, link }));
  const sees = maySeeProject(project, viewerOf(context));
  const mayNot = (link: ProjectLink) =>
    maySeeLink(context, sees, link) ? undefined : refusal({ code: 'not-yours-to-see' });
  return { board, project, all, mayNot };
}

const refusal = (one: Refusal): { answer: Answer } => ({ answer: { kind: 'refusal', refusal: one } });

/**
 * The one link of a project that is meant by these words.
 * @param command what a button says for a link (第7环节) of a project
 */
export async function chooseLink(
  context: CommandContext,
  said: { projectIds: readonly number[]; words: string },
  command: (link: string, project: string) => string,
): Promise<ChosenLink | { answer: Answer }> {
  const found = await loadNamed(context, said, command);
  if ('answer' in found) return found;
  const { board, project, all, mayNot } = found;
  const one = pickOne(findLinks(said.words, all), said.words, (no) => command(no, project.name), all);
  if ('answer' in one) return one;
  return mayNot(one.link) ?? { board, project, link: one.link };
}

export interface ChosenLinks extends Omit<ChosenLink, 'link'> {
  links: ProjectLink[];
}

/** The same for one link or a list of them (第13、14环节): all are certain, or the first that is not is asked back. */
export async function chooseLinks(
  context: CommandContext,
  said: { projectIds: readonly number[]; words: string },
  command: (links: string, project: string) => string,
): Promise<ChosenLinks | { answer: Answer }> {
  const found = await loadNamed(context, said, command);
  if ('answer' in found) return found;
  const { board, project, all, mayNot } = found;
  const listed = findLinkList(said.words, all);
  const links: ProjectLink[] = [];
  for (const [at, { heard, found }] of listed.entries()) {
    const again = (no: string) =>
      listed.map((other, index) => (index === at ? no : saidAgain(other))).join('、');
    const one = pickOne(found, heard, (no) => command(again(no), project.name));
    if ('answer' in one) return one;
    const refused = mayNot(one.link);
    if (refused) return refused;
    links.push(one.link);
  }
  return { board, project, links };
}

function saidAgain({ heard, found: [only, ...others] }: Listed<{ no: number }>): string {
  return only && others.length === 0 ? linkNo(only) : heard;
}

/** The only one found, else what is asked back. @param all of which several may have been named where one is wanted */
export function pickOne<T extends { no: number; link: ProjectLink }>(
  found: readonly T[],
  heard: string,
  command: (no: string) => string,
  all: readonly NamedLink[] = [],
): T | { answer: Answer } {
  const [first, ...others] = found;
  const listed = first ? [] : findLinkList(heard, all);
  if (listed.length > 1 && listed.every((one) => one.found.length === 1))
    return { answer: warn(LINKS.oneAtATime(listed.flatMap((one) => one.found.map(linkNo)))) };
  if (!first) return { answer: warn(LINKS.noSuch(heard.slice(0, 30))) };
  if (others.length === 0) return first;
  const commands = found.slice(0, OFFERED).map((one) => command(linkNo(one)).slice(0, 200));
  return {
    answer: {
      kind: 'suggest',
      text: severalText(
        found.map(({ link }) => link.definition),
        heard,
      ),
      commands,
    },
  };
}

/** Which links the words may mean, one a line. */
export function severalText(found: readonly Pick<LinkDefinition, 'no' | 'name'>[], heard: string): string {
  const lines = found.slice(0, OFFERED).map((definition) => linkTitle(definition));
  return [LINKS.several(heard.slice(0, 30)), ...lines].join('\n');
}
