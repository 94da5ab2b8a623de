/** What goes on from a list of projects: 投产的呢, 误得最狠的, 为什么下, 卡哪个环节. */
import type { Answer } from '../domain/answer.ts';
import type { ProjectsAsked } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { type AfterProjects, afterProjects, linkStateIn } from '../language/lexicon/after-projects.ts';
import { pickedBy, withoutLinkFrames } from '../language/lexicon/link-frames.ts';
import { linksAcross } from '../language/lexicon/links-across.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { orderedAsked } from '../views/projects-asked.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { execute } from './dispatch.ts';
import { type Remembered, rememberProject } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
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
    return again({ pace: {}, order: 'slip' });
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
      return execute(context, { name: 'weather', all: projectId === null, projectId, heard: '' });
    }
    case 'stuck': {
      const [first, second] = await orderedAsked(context.tx, asked, viewerOf(context));
      if (!first || (second && projects.order === undefined)) return undefined;
      await rememberProject(context, first.project.id);
      return { kind: 'project', projectId: first.project.id };
    }
  }
}

/** 没过的报一下, 这个环节原定几号弄完的: of the link that was asked for. */
function ofTheLink(
  folded: string,
  { projects }: Reading,
  { projectIds, unitIds }: Scan,
): ProjectsAsked | undefined {
  const links = projects?.links;
  if (links?.said === undefined || projectIds.length + unitIds.length > 0) return undefined;
  const is = pickedBy(folded);
  const rest = withoutLinkFrames(folded);
  if (is === 'unclear' || rest === undefined || !/^[\s那么还有的呢啊呀吗,，。?？、报列说到]*$/u.test(rest))
    return undefined;
  const { is: _, ...link } = links;
  return { links: { ...link, ...(is && { is }) } };
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
  const again = ofTheLink(simplify(phrase.folded), asked, scan);
  if (again) return askOnwards(context, { name: 'ask', ...asked, projects: again, topic: last.topic });
  const { projects = {} } = asked;
  const is = projects.links?.said === undefined ? undefined : linkStateIn(simplify(phrase.folded).trim());
  if (is && scan.projectIds.length + scan.unitIds.length + scan.periods.length === 0) {
    const ofIt = { ...projects, links: { ...projects.links, is } };
    return askOnwards(context, { name: 'ask', ...asked, projects: ofIt, topic: last.topic });
  }
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
