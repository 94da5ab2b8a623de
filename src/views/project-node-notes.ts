/** What a list of projects by a node leaves out: those that have come to it already, and those of which nothing is forecast. */
import { begunBeforeText, unforeseenText } from '../cards/words-projects-asked.ts';
import type { Calendar } from '../domain/calendar.ts';
import { fateOf, type ProjectFacts, type ProjectsAsked } from '../domain/projects-asked.ts';
import type { Day } from '../domain/time.ts';

/** 年底前能开工的 is of today on; of what may be late the others are told that have no forecast. */
export function nodeNotes(
  place: readonly ProjectFacts[],
  { node, from, reached, fate }: ProjectsAsked,
  { today, calendar, nameOf }: { today: Day; calendar: Calendar; nameOf(id: number): string },
): string[] {
  if (node === undefined) return [];
  const names = (some: readonly ProjectFacts[]) => some.map(({ project }) => nameOf(project.id));
  if (fate === 'late') {
    const unseen = place.filter(
      ({ nodes }) => nodes[node].actual === null && fateOf(nodes[node], today, calendar) === undefined,
    );
    return [unforeseenText(names(unseen))];
  }
  if (from !== today || reached !== undefined || fate) return [];
  const begun = place.filter(({ nodes }) => (nodes[node].actual ?? today) < today);
  return begun.length === 0 ? [] : [begunBeforeText(node, names(begun))];
}
