/** What goes on from the answer about one project (还差几天, 还差哪几个环节, 还有哪些没办完), or from a list of projects (投产的呢). */
import { actualStarts } from '../db/nodes.ts';
import type { Answer } from '../domain/answer.ts';
import type { Reading } from '../domain/reading.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import type { CallOf, Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { namesOnlyProject, ofAnothersWeather, ofItsLinks, showAndKeep } from './follow-links.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { ofTheProjects } from './follow-projects.ts';
import { ofThePost } from './follow-theirs.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';

interface Said {
  phrase: Phrase;
  scan: Scan;
  match: Match;
}

/** 照现在这个搞法: beside what is asked of the node. */
const PACE =
  /^(?:按|照|依)照?(?:现在|目前|眼下|当前)?(?:的|这个|这样|这种|这)*(?:进度|搞法|速度|节奏|势头|架势|干法|走法|样子|情况)?(?:下去|走下去|搞下去|来看|看|的话)?[\s,，]*/u;
const OF_NODE =
  /^(?:那|要|会|得|还|已经|都|大概|一共){0,3}(?:差|有|剩|要|晚|拖|误|超|推迟|延|提前)(?:下|了|后|期)?(?:多少天|几天|几多天|好多天|多久|多长时间)(?:就|才|能|可以|到|的|时间|开工|投产|动工|了|呢|啊|呀|吗|嘛|[\s\p{P}])*$|^(?:会不会|要不要|是不是要|能不能|能否|来得及|来不来得及|赶得上|赶得赢|赶不赶得|搞得赢|搞不搞得|有没有把握|稳不稳|悬不悬|有戏没|保不保得住|误不误)/u;
/** Asked of a node, and of none by name. */
const IN_TIME = /来得及|来不来|赶|搞得赢|搞不搞|按[时期]|把握|稳不稳|悬|误|晚|拖|够/u;
/** @returns undefined: it is no such answer, or it does not go with it */
export async function ofTheProject(
  context: CommandContext,
  said: Said,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { scan, match, phrase } = said;
  if (match.kind === 'misuse' || smallTalkIn(phrase.text)) return undefined;
  const him = await ofThePost(context, phrase.text, last);
  if (him !== undefined) return him;
  const sky = await ofAnothersWeather(context, said, last);
  if (sky !== undefined) return sky;
  const spoken = LINKS.test(phrase.folded) && isSoon(context, last) ? onlySpoken(last) : undefined;
  const projectId = onlyProject(last) ?? onlyAsked(last) ?? spoken;
  const links = projectId === undefined ? undefined : await ofItsLinks(context, said, last, projectId);
  if (links !== undefined) return links;
  if (last.asked && onlyAsked(last) !== undefined && namesOnlyProject(scan, phrase.folded))
    return ofAnother(context, last.asked, last, scan);
  const link = last.asked?.projects?.links;
  if (link?.said !== undefined && !link.also && namesOnlyProject(scan, phrase.folded))
    return showAndKeep(context, { name: 'link-state', projectIds: scan.projectIds, words: link.said });
  if (namesAny(scan) || scan.tags.has('everywhere')) return undefined;
  return last.asked && ofTheProjects(context, said, last.asked, last);
}
const LINKS = /环节|手续|下一步/u;

/** 来得及吗, of a project: of the node that is next. undefined: it does not ask so */
export async function inTimeOf(
  context: CommandContext,
  projectId: number,
  said: string,
): Promise<Answer | null | undefined> {
  const bare = said.replace(PACE, '');
  if (!OF_NODE.test(bare) || !IN_TIME.test(bare)) return undefined;
  const next = (await actualStarts(context.tx, [projectId])).has(projectId) ? '投产' : '开工';
  const name = context.directory.project(projectId)?.name ?? '';
  return askPlainly(context, `${name}能不能按时${next}`, projectId);
}

export async function askPlainly(
  context: CommandContext,
  text: string,
  projectId: number,
): Promise<Answer | null | undefined> {
  const read = matchSaid(context, text);
  if (read.kind !== 'call' || read.call.name !== 'ask' || !isOf(read.call, projectId)) return undefined;
  return askOnwards(context, read.call);
}

/** 楚能呢, after links of 邦普 or its node as a row: the same of another. */
function ofAnother(
  context: CommandContext,
  asked: Reading,
  { topic }: Remembered,
  { projectIds }: Scan,
): Promise<Answer | null> {
  const filter = { ...asked.filter, projectIds };
  return askOnwards(context, { name: 'ask', ...asked, filter, topic: { ...topic, projectIds } });
}

/** Understood, and of that project alone. */
export function isOf(call: CallOf<'ask'>, projectId: number): boolean {
  const { unread, doubt, personHeard, parts, filter } = call;
  if (unread || doubt || personHeard !== undefined || parts) return false;
  return call.projectId === projectId || String(filter.projectIds) === String(projectId);
}

/** What asks of a project as a whole. */
const OF_PROJECT: readonly QueryWord['tag'][] = [
  ...([
    'node',
    'when',
    'how',
    'why',
    'enough-time',
    'node-fate',
    'node-planned',
    'node-days',
    'beside-node',
  ] as const),
  ...(['links', 'link-name', 'weather', 'post', 'whose', 'which', 'of', 'filler', 'ask', 'tell'] as const),
  ...(['after-project', 'after-name'] as const),
];

/** 照这个搞法年底能动工不, after what one project has open: its day. */
export function onlySpoken({ topic, issueId, parts, projects }: Remembered): number | undefined {
  const [only, second] = topic.projectIds;
  return second === undefined && issueId === undefined && !parts && !projects ? only : undefined;
}

/** Of one project alone its links, or its node, were told as a row of a list. */
export function onlyAsked({ asked }: Remembered): number | undefined {
  const [only, second] = asked?.filter.projectIds ?? [];
  return second === undefined ? only : undefined;
}

/** The one project the answer was about, and nothing narrower. */
export function onlyProject({ topic, issueId, parts, ranking, projects }: Remembered): number | undefined {
  const { projectIds, unitIds, categoryIds, areaIds, states, periods, texts, by, someone, step } = topic;
  const others = [unitIds, categoryIds, areaIds, states, periods, texts];
  const [only, second] = projectIds;
  if (issueId !== undefined || parts || ranking || projects || by || someone !== undefined || step)
    return undefined;
  if (topic.basis || topic.rate || topic.duration || topic.kinds.length + topic.ages.length > 0)
    return undefined;
  if (!topic.tags.every(([tag]) => OF_PROJECT.includes(tag))) return undefined;
  // 今年开得了工不: by when is said in its answer.
  const said = topic.nodes.length > 0 ? others.filter((list) => list !== periods) : others;
  return second === undefined && said.every((list) => list.length === 0) ? only : undefined;
}
