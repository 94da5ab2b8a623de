/** What goes on from a list of projects: 投产的呢, 误得最狠的, 为什么下, 卡哪个环节. */
import type { Answer } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { ProjectsAsked } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { type AfterProjects, afterProjects, postOfEach } from '../language/lexicon/after-projects.ts';
import { linksAcross } from '../language/lexicon/links-across.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { orderedAsked } from '../views/projects-asked.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { orAnew, saysAll } from './follow-bearing.ts';
import { namesLink, showAndKeep } from './follow-links.ts';
import { namesTheirs, type Remembered, rememberProject } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { viewerOf } from './reply.ts';

interface Said {
  phrase: Phrase;
  scan: Scan;
  match: Match;
}

/** Of these projects: the latest, those that are late, why their weather is so, where the first is stuck. */
async function ofThose(
  context: CommandContext,
  meant: AfterProjects,
  asked: Reading,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { projects = {} } = asked;
  const { node, links } = projects;
  const again = (next: ProjectsAsked) =>
    askOnwards(context, { name: 'ask', ...asked, projects: next, topic: last.topic });
  const { order: _o, fate, reached: _r, ...picked } = projects;
  // Of those that are behind: by how many days.
  if (
    (meant === 'worst' || meant === 'behind' || meant === 'days') &&
    (projects.pace || links?.is === 'late')
  )
    return again({ pace: projects.pace?.forecast ? projects.pace : {}, order: 'slip' });
  switch (meant) {
    case 'worst':
      return node ? again({ ...picked, fate: fate ?? 'late', order: 'slip' }) : undefined;
    case 'missed':
      return node ? again({ ...picked, fate: 'missed' }) : undefined;
    case 'late':
      return node ? again({ ...picked, fate: 'late' }) : undefined;
    case 'days':
      // Each row says it already, the latest first.
      return node ? again({ ...picked, ...(fate && { fate }), order: 'slip' }) : undefined;
    case 'behind':
      return links && !links.said ? again({ links: { order: 'near' } }) : undefined;
    case 'sky': {
      if (!projects.weather && projects.order !== 'weather') return undefined;
      const bad = (await orderedAsked(context.tx, asked, viewerOf(context))).filter(
        ({ project }) => project.weather === 'rain' || project.weather === 'cloud',
      );
      const [only, second] = bad;
      const projectId = only && !second ? only.project.id : null;
      return showAndKeep(context, { name: 'weather', all: projectId === null, projectId, heard: '' });
    }
    case 'stuck': {
      const [first, second] = await orderedAsked(context.tx, asked, viewerOf(context));
      if (!first || (second && projects.order === undefined)) return undefined;
      await rememberProject(context, first.project.id);
      return { kind: 'project', projectId: first.project.id };
    }
  }
}

const HOW_MANY =
  /^(?:一共|总共|现在|到底)*(?:有|是)?(?:(?:几个|多少个?|几家)(?:项目)?|哪(?:一|几)?[个家](?:项目|企业))[呢啊呀\s\p{P}]*$/u;
const FIRST =
  /^(?:其中|里[头面])?(?:哪个|哪家|谁)?(?:项目)?(?:是)?最([早先晚迟后])(?:的)?(?:是|又是)?(?:哪个|哪家|谁|项目|一个)*[呢啊呀\s\p{P}]*$/u;
const MOST = /^(?:哪个|哪家|谁)(?:项目)?的?问题最多/u;
const FEW = 6;

/** What is said right after a list of projects is of those: who has them, how many, which is first, their problems. */
export async function ofTheList(
  context: CommandContext,
  said: Said & { bare: string },
  asked: Reading,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { bare } = said;
  const { projects = {} } = asked;
  const again = (next: ProjectsAsked) =>
    askOnwards(context, { name: 'ask', ...asked, projects: next, topic: last.topic });
  if (HOW_MANY.test(bare)) return again(projects);
  if (saysAll(said.phrase)) return undefined;
  const post = postOfEach(bare);
  const whose = projects.links?.said === undefined && /^[分别都各是]*谁(?:在)?负责/u.test(bare);
  if (post || whose) return again({ ...projects, by: post ?? 'secretary' });
  if (namesLink(said.phrase)) return undefined;
  if (MOST.test(bare)) return again({ ...projects, order: 'problems' });
  const [, end] = FIRST.exec(bare) ?? [];
  if (end !== undefined && projects.node && !projects.fate)
    return again({ ...projects, order: /[早先]/u.test(end) ? 'earliest' : 'latest' });
  const found = await orderedAsked(context.tx, asked, viewerOf(context));
  const ids = found.map(({ project }) => project.id).toSorted((a, b) => a - b);
  const links = linksAcross(bare);
  // 卡在哪个环节, of those that were picked.
  const stuck = afterProjects(bare) !== 'sky' && /[卡堵差](?:住|着)?在(?:哪|什么|啥)/u.test(bare);
  if (
    (stuck || (typeof links === 'object' && !links.all && /[卡堵]/u.test(bare))) &&
    (projects.node ?? projects.weather ?? projects.pace)
  )
    return askOnwards(context, {
      ...{
        name: 'ask' as const,
        measure: 'projects' as const,
        projects: { links: stuck || typeof links !== 'object' ? {} : links.links },
      },
      filter: { projectIds: ids },
      topic: { ...last.topic, projectIds: ids },
    });
  const those = await ofTheProjects(context, said, asked, last);
  if (those !== undefined) return those;
  const { states, left, tags } = said.scan;
  // 导出来: the problems of those, and not of all; of none it is told again that there are none.
  const some = !namesTheirs(last) && found.length < context.directory.liveProjects.length;
  if (tags.has('send') && some && left.length + states.length === 0) {
    const filter = { projectIds: ids, statuses: [...OPEN_STATUSES] };
    const topic = { ...last.topic, projectIds: ids };
    return ids[0] ? askOnwards(context, { name: 'ask', measure: 'file', filter, topic }) : again(projects);
  }
  if (namesTheirs(last) || left.length > 0 || (states.length === 0 && !tags.has('noun'))) return undefined;
  if (found.length === 0 || found.length > FEW || found.length === context.directory.liveProjects.length)
    return undefined;
  const read = matchSaid(context, `${found.map(({ project }) => project.name).join('、')}${bare}`);
  if (
    !isWholeQuestion(read) ||
    String(read.call.filter.projectIds?.toSorted((a, b) => a - b)) !== String(ids)
  )
    return undefined;
  return orAnew(await askOnwards(context, read.call), read.call, said);
}

/** 投产的呢, 那晴天的呢, 哪个进度最快: the same projects asked by another node, another weather, or by their links. */
export async function ofTheProjects(
  context: CommandContext,
  { scan, phrase, match }: Said,
  asked: Reading,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const meant = afterProjects(simplify(phrase.folded));
  const those =
    meant && scan.projectIds.length === 0 ? await ofThose(context, meant, asked, last) : undefined;
  if (those !== undefined) return those;
  const { projects = {} } = asked;
  if (scan.states.length + scan.periods.length > 0 || scan.tags.has('noun')) return undefined;
  const links = linksAcross(phrase.folded);
  const [node, second] = scan.nodes;
  const next = ((): Reading['projects'] => {
    // 哪个环节卡的项目最多 is of all of them.
    if (typeof links === 'string' || links?.all) return undefined;
    if (links)
      return links.rest.trim() === '' || /^[\s那谁哪个的呢项目里头面其中]*$/u.test(links.rest)
        ? { links: links.links }
        : undefined;
    if (isWholeQuestion(match) || scan.left.length > 0 || scan.doubt) return undefined;
    const bare = scan.nodesSaid?.every(({ node: _, periods: __, ...more }) => Object.keys(more).length === 0);
    if (node && !second && bare && projects.node && !projects.and && !scan.weather)
      return { ...projects, node };
    const sky = scan.weather && scan.weather.length > 0 && scan.nodes.length === 0 && projects.weather;
    return sky && scan.weather ? { ...projects, weather: scan.weather } : undefined;
  })();
  if (!next) return undefined;
  return askOnwards(context, {
    name: 'ask',
    ...asked,
    projects: next,
    topic: last.topic,
  });
}
