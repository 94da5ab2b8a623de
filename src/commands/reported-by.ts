/** 华明反映的事, of an enterprise contact who has logged nothing: it is said, and those of the project are offered. */
import { loggedNothingText } from '../cards/words-reading.ts';
import { hasLogged } from '../db/issue.ts';
import { seesProject } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Person, Project } from '../domain/model.ts';
import { shortProjectName } from '../text/names.ts';
import type { CommandContext } from './context.ts';

/** Projects of a contact that the asker may see here: a group reads of its own, one bound to nothing of none. */
export function projectsOfContact({ actor, chat, directory }: CommandContext, personId: number): Project[] {
  if (chat?.kind === 'unbound') return [];
  const here = chat?.projectIds ?? [];
  return directory.liveProjects.filter(
    (one) =>
      one.contactIds.includes(personId) &&
      (here.length === 0 || here.includes(one.id)) &&
      seesProject(actor, one, directory),
  );
}

/** undefined: they have logged something, or are no contact. */
export async function loggedNothing(context: CommandContext, person: Person): Promise<Answer | undefined> {
  const own = projectsOfContact(context, person.id);
  if (own.length === 0 || (await hasLogged(context.tx, person.id))) return undefined;
  const { directory } = context;
  const names = own.map(({ id }) => shortProjectName({ directory }, id));
  const commands = names.slice(0, 2).flatMap((name) => [`${name}办结的有几个`, `${name}没办完的有几个`]);
  return { kind: 'suggest', text: loggedNothingText(person.name, names), commands };
}
