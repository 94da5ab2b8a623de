/** Names of units and projects the speaker may see here: what may be offered or taken for a misspelt one. */
import { seesProject } from '../domain/access.ts';
import type { Project } from '../domain/model.ts';
import type { ReadContext } from './definition.ts';

export interface SeenName {
  name: string;
  /** Whose it is: two names of one unit are no choice. */
  of: string;
}

/** In a project's group those of the group, whoever asks; archived ones not among them. */
export function projectsSeen({ directory, actor, chat }: ReadContext): Project[] {
  return directory.liveProjects.filter((one) =>
    chat.projectIds.length > 0 ? chat.projectIds.includes(one.id) : seesProject(actor, one, directory),
  );
}

export function namesSeen(context: ReadContext): SeenName[] {
  const { directory, actor } = context;
  const units = actor.person.home ? directory.data.units.filter(({ closed }) => !closed) : [];
  const each = (of: string, names: readonly string[]) => names.map((name) => ({ name, of }));
  return [
    ...units.flatMap(({ id, name, shortNames }) => each(`unit ${id}`, [...shortNames, name])),
    ...projectsSeen(context).flatMap(({ id, name, shortNames }) =>
      each(`project ${id}`, [...shortNames, name]),
    ),
  ];
}
