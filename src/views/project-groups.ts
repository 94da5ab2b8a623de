/** Projects of a question put in groups: by whom, where, of what industry. */
import type { ProjectGroupRow } from '../cards/projects.ts';
import * as words from '../cards/words-projects-asked.ts';
import type { ProjectFacts, ProjectsAsked } from '../domain/projects-asked.ts';
import { personName, shortProjectName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';

/** Each group with its projects and their open problems; a project of several industries stands in each. */
export function groupsOf(
  found: readonly ProjectFacts[],
  { by, people }: ProjectsAsked,
  context: ViewContext,
): ProjectGroupRow[] {
  const keysOf = ({ project }: ProjectFacts): (string | number | null)[] => {
    if (people) return people.filter((id) => project.secretaryId === id || project.leaderId === id);
    switch (by) {
      case 'park':
        return [project.park];
      case 'industry':
        return project.industries.length > 0 ? project.industries : [null];
      case 'area':
        return [project.areaId];
      case 'leader':
        return [project.leaderId];
      case 'weather':
        return [project.weather];
      default:
        return [project.secretaryId];
    }
  };
  const groups = new Map<string | number | null, ProjectFacts[]>(people?.map((id) => [id, []]));
  for (const facts of found)
    for (const key of keysOf(facts)) groups.set(key, [...(groups.get(key) ?? []), facts]);
  const nameOf = (key: string | number | null): string => {
    const group = by ?? 'secretary';
    if (key === null) return words.NOT_KEPT[group];
    if (people || group === 'secretary' || group === 'leader') return personName(context, Number(key));
    if (group === 'area') return context.directory.data.areas.find(({ id }) => id === key)?.name ?? '';
    return group === 'weather' ? words.SKY_NAMES[key as keyof typeof words.SKY_NAMES] : String(key);
  };
  return [...groups]
    .map(
      ([key, own]): ProjectGroupRow => ({
        name: nameOf(key),
        known: key !== null,
        names: own.map(({ project }) => shortProjectName(context, project.id)),
        counts: sumOf(own),
      }),
    )
    .toSorted((a, b) => Number(b.known) - Number(a.known) || b.names.length - a.names.length);
}

export function sumOf(facts: readonly ProjectFacts[]) {
  const sum: ProjectFacts['counts'] & { total: number } = { total: 0 };
  for (const { counts } of facts)
    for (const [key, count] of Object.entries(counts) as [keyof typeof sum, number][])
      sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
