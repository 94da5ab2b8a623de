/** All projects the asker may see here, or those that words narrow them to. */
import type { Counts } from '../cards/figures.ts';
import { filterTitle } from '../cards/filter-title.ts';
import { PROJECTS_PER_PAGE, projectsCard } from '../cards/projects.ts';
import { NODES_AS_SET, nodeDayText, projectsText, weatherCountsText } from '../cards/words-figures.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { type ColorCounts, countByProject } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Project } from '../domain/model.ts';
import { byPressure, narrowProjects } from '../domain/project-filter.ts';
import type { Reading, ReadNode } from '../domain/reading.ts';
import { dayOf } from '../domain/time.ts';
import { dayText } from '../text/moments.ts';
import { spanText } from '../text/period.ts';
import type { DrawnAnswer, Viewer } from './context.ts';
import { viewContext } from './context.ts';
import { maySeeProject } from './project.ts';

/** More words are no filter but a sentence. */
const WORDS_READ = 8;

export async function drawProjects(
  tx: Tx,
  { words = '', page = 1, asked, lead }: Answer & { kind: 'projects' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
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

/** What the asker may see here. */
function projectsSeen(viewer: Viewer): Project[] {
  const { directory, chat } = viewer;
  return directory.liveProjects.filter(
    (project) =>
      maySeeProject(project, viewer) && (chat?.kind !== 'project' || chat.projectIds.includes(project.id)),
  );
}

const dayOfNode = (project: Project, node: ReadNode) =>
  node === 'start' ? project.startOn : project.productionOn;

/** Whether a question means the project: by its node's day, its weather, its place, whose it is. */
function isAskedFor(
  project: Project,
  { filter, projects = {} }: Reading,
  { directory, now }: Pick<Viewer, 'directory' | 'now'>,
): boolean {
  const { node, from, to, reached, weather } = projects;
  const day = node && dayOfNode(project, node);
  const today = dayOf(now, directory.settings.timeZone);
  const within = day != null && (from === undefined || from <= day) && (to === undefined || day <= to);
  const over = day != null && day <= today;
  return (
    (node === undefined || (reached === false && from === undefined) || within) &&
    (reached === undefined || over === reached) &&
    (weather === undefined || (project.weather !== null && weather.includes(project.weather))) &&
    (filter.projectIds?.includes(project.id) ?? true) &&
    (filter.areaIds?.some((id) => directory.reaches(id, project.areaId)) ?? true) &&
    (filter.park === undefined || project.park === filter.park) &&
    (filter.industry === undefined || project.industries.includes(filter.industry)) &&
    (filter.leaderId === undefined || project.leaderId === filter.leaderId) &&
    (filter.secretaryId === undefined || project.secretaryId === filter.secretaryId)
  );
}

/** 年底前投产的有几个项目, 雨天的有哪些: the earliest day first, else the most pressing. */
async function drawAsked(
  tx: Tx,
  reading: Reading,
  page: number,
  lead: string | undefined,
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { directory, now } = viewer;
  const { filter, projects = {} } = reading;
  const seen = projectsSeen(viewer);
  const found = seen.filter((project) => isAskedFor(project, reading, viewer));
  const counts = await countByProject(tx, { projectIds: found.map(({ id }) => id), now });
  const { node } = projects;
  const byDay = (a: Project, b: Project) =>
    node ? (dayOfNode(a, node) ?? '9').localeCompare(dayOfNode(b, node) ?? '9') : 0;
  const pressing = byPressure((id) => counts.get(id));
  const sorted = [...found].sort((a, b) => byDay(a, b) || pressing(a, b));
  const context = await viewContext(tx, viewer, {
    personIds: [filter.leaderId ?? null, filter.secretaryId ?? null],
  });
  const last = Math.max(1, Math.ceil(sorted.length / PROJECTS_PER_PAGE));
  const shown = Math.min(page, last);
  const rows = sorted.slice((shown - 1) * PROJECTS_PER_PAGE, shown * PROJECTS_PER_PAGE).map((project) => {
    const day = node && dayOfNode(project, node);
    return {
      project,
      counts: openOf(counts.get(project.id)),
      ...(node && day && { node: nodeDayText(node, dayText(day, context)) }),
    };
  });
  const place = { whole: true, readerId: viewer.actor.person.id };
  const named = filterTitle({ ...filter, statuses: [] }, place, context);
  const today = dayOf(now, directory.settings.timeZone);
  const span =
    projects.from === undefined && projects.to === undefined
      ? ''
      : spanText(projects.from, projects.to, today);
  const title = [named, projectsText(projects, span)].filter((part) => part !== '').join(' · ');
  const skies = sorted.map(({ weather }) => weather ?? 'none');
  const sky = (one: (typeof skies)[number]) => skies.filter((other) => other === one).length;
  const weather = { sun: sky('sun'), cloud: sky('cloud'), rain: sky('rain'), none: sky('none') };
  const view = { rows, total: sorted.length, page: shown, words: title, unread: [] };
  const asked = {
    reading,
    ...(lead && { lead }),
    ...(node ? { note: NODES_AS_SET } : { figures: weatherCountsText(weather) }),
  };
  return { kind: 'card', card: projectsCard({ ...view, asked }, context) };
}

/** 石盖塘、新能源的项目: two words. */
function wordsOf(words: string): string[] {
  const said = words.split(/[\s,，、;；。]+/).map((word) => word.replace(/(?<=.)的?(?:项目)?$/u, ''));
  return [...new Set(said.filter(Boolean))].slice(0, WORDS_READ);
}

/** Without what is over. */
function openOf(counts: ColorCounts | undefined): Counts {
  if (!counts) return { total: 0 };
  const { done, total, ...open } = counts;
  return { ...open, total: total - done };
}
