/** All projects the asker may see here, or those that words narrow them to. */
import { PROJECTS_PER_PAGE, projectsCard } from '../cards/projects.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { countByProject } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { byPressure, narrowProjects } from '../domain/project-filter.ts';
import type { DrawnAnswer, Viewer } from './context.ts';
import { viewContext } from './context.ts';
import { drawLinkRows } from './link-rows.ts';
import { drawAsked } from './projects-asked.ts';
import { openOf, projectsSeen } from './projects-seen.ts';

/** More words are no filter but a sentence. */
const WORDS_READ = 8;

export async function drawProjects(
  tx: Tx,
  { words = '', page = 1, asked, lead }: Answer & { kind: 'projects' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { links, by, order } = asked?.projects ?? {};
  // 秘书分别是谁, 哪个问题最多, after links: of their projects.
  if (asked && links?.rows && !by && !order) return drawLinkRows(tx, asked, page, lead, viewer);
  if (asked) return drawAsked(tx, asked, page, lead, viewer);
  const { directory, now } = viewer;
  const seen = projectsSeen(viewer);
  const said = wordsOf(words);
  const posts = seen.flatMap(({ leaderId, secretaryId }) =>
    [leaderId, secretaryId].filter((id) => id !== null),
  );
  const people = said.length === 0 ? [] : await findPeople(tx, [...new Set(posts)]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const found =
    said.length === 0
      ? { projects: seen, unread: [] }
      : narrowProjects(seen, said, directory, (id) => names.get(id));
  if (said.length > 0 && found.unread.length === said.length)
    return { kind: 'text', text: refusalText({ code: 'no-project', params: { name: words } }) };
  const projectIds = found.projects.map((project) => project.id);
  const counts = await countByProject(tx, { projectIds, now });
  const sorted = [...found.projects].sort(byPressure((id) => counts.get(id)));
  const last = Math.max(1, Math.ceil(sorted.length / PROJECTS_PER_PAGE));
  const shown = Math.min(page, last);
  const rows = sorted
    .slice((shown - 1) * PROJECTS_PER_PAGE, shown * PROJECTS_PER_PAGE)
    .map((project) => ({ project, counts: openOf(counts.get(project.id)) }));
  const view = { rows, total: sorted.length, page: shown, words: said.join(' '), unread: found.unread };
  return { kind: 'card', card: projectsCard(view, await viewContext(tx, viewer, {})) };
}

/** 石盖塘、新能源的项目: two words. */
function wordsOf(words: string): string[] {
  const said = words.split(/[\s,，、;；。]+/).map((word) => word.replace(/(?<=.)的?(?:项目)?$/u, ''));
  return [...new Set(said.filter(Boolean))].slice(0, WORDS_READ);
}
