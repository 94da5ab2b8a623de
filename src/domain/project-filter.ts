/** Words that narrow a list of projects: park, industry, bucket, level, land, leader or secretary, unit, area. Pure. */
import type { Directory } from './directory.ts';
import type { Project } from './model.ts';
import { isBucket } from './project-facts.ts';

export interface NarrowedProjects {
  projects: Project[];
  /** Words no project is known by. */
  unread: string[];
}

type Test = (project: Project, word: string) => boolean;

/**
 * What a word fits of first decides what it means; several words of one meaning widen, of different ones narrow.
 * @param nameOf names of people, by id
 */
export function narrowProjects(
  projects: readonly Project[],
  words: readonly string[],
  directory: Directory,
  nameOf: (personId: number) => string | undefined,
): NarrowedProjects {
  const meanings = meaningsOf(directory, nameOf);
  const meant = new Map<Test, string[]>();
  const unread: string[] = [];
  for (const word of words) {
    const meaning = meanings.find((fits) => projects.some((project) => fits(project, word)));
    if (meaning) meant.set(meaning, [...(meant.get(meaning) ?? []), word]);
    // A bucket or a level nobody is in is understood all the same.
    else if (isBucket(word)) meant.set(() => false, [word]);
    else unread.push(word);
  }
  const kept = projects.filter((project) =>
    [...meant].every(([fits, said]) => said.some((word) => fits(project, word))),
  );
  return { projects: meant.size === 0 ? [] : kept, unread };
}

function meaningsOf(directory: Directory, nameOf: (id: number) => string | undefined): Test[] {
  const holds = (value: string | null, word: string) => value?.includes(word) ?? false;
  const person = (id: number | null, word: string) => id !== null && nameOf(id) === word;
  return [
    (project, word) => project.park === word,
    (project, word) => project.industries.includes(word),
    (project, word) => project.bucket === word,
    (project, word) =>
      project.level === word || project.level === word.replace(/^([省市县])级?(?:重点)?(?:项目)?$/, '$1重点'),
    (project, word) => project.land === word,
    (project, word) => person(project.leaderId, word) || person(project.secretaryId, word),
    (project, word) =>
      [project.leadUnitId, ...project.memberUnitIds].some((id) => {
        const unit = id === null ? undefined : directory.unit(id);
        return unit !== undefined && [unit.name, ...unit.shortNames].includes(word);
      }),
    (project, word) =>
      directory.data.areas.some(({ id, name }) => name === word && directory.reaches(id, project.areaId)),
    (project, word) => word.length > 1 && holds(project.park, word),
    (project, word) => word.length > 1 && project.industries.some((industry) => holds(industry, word)),
    (project, word) => word.length > 1 && (holds(project.name, word) || holds(project.enterprise, word)),
  ];
}

/** The worst first: the weather of the forecast, then the lights of its problems. */
export function byPressure(
  countsOf: (projectId: number) => { red?: number; yellow?: number; blue?: number } | undefined,
): (a: Project, b: Project) => number {
  const weather = { rain: 0, cloud: 1, sun: 2 } as const;
  const key = (project: Project) => {
    const { red = 0, yellow = 0, blue = 0 } = countsOf(project.id) ?? {};
    return [project.weather ? weather[project.weather] : 2, -red, -yellow, -blue, project.id];
  };
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return left.map((value, i) => value - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
}
