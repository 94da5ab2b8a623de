/** What goes on from the answer about one project (还差几天, 还差哪几个环节, 还有哪些没办完), or from a list of projects (投产的呢). */
import { actualStarts } from '../db/nodes.ts';
import type { Answer } from '../domain/answer.ts';
import type { Reading } from '../domain/reading.ts';
import { HELD_UP } from '../language/lexicon/node-frames.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import { saysSomething } from '../language/topic.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { namesOnlyProject, ofAnothersWeather, ofItsLinks, showAndKeep } from './follow-links.ts';
import { isRecent, isSoon, type Remembered } from './follow-memory.ts';
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

export const NODE_WORDS = { start: '开工', production: '投产' } as const;
/** 离那天还差几天: of the node that was asked for. */
const POINTS =
  /^(?:那么?)?(?:(?:离|距离?)(?:那天|那一天|那个时候|这天|节点|这个节点))?(?=还|差|剩|会|要|能|来|赶|是|有)/u;
/** 照现在这个搞法: beside what is asked of the node. */
const PACE =
  /^(?:按|照|依)照?(?:现在|目前|眼下|当前)?(?:的|这个|这样|这种|这)*(?:进度|搞法|速度|节奏|势头|架势|干法|走法|样子|情况)?(?:下去|走下去|搞下去|来看|看|的话)?[\s,，]*/u;
const OF_NODE =
  /^(?:那|要|会|得|还|已经|都|大概|一共){0,3}(?:差|有|剩|要|晚|拖|误|超|推迟|延|提前)(?:下|了|后|期)?(?:多少天|几天|几多天|好多天|多久|多长时间)(?:就|才|能|可以|到|的|时间|开工|投产|动工|了|呢|啊|呀|吗|嘛|[\s\p{P}])*$|^(?:会不会|要不要|是不是要|能不能|能否|来得及|来不来得及|赶得上|赶得赢|赶不赶得|搞得赢|搞不搞得|有没有把握|稳不稳|悬不悬|有戏没|保不保得住|误不误)/u;
/** Asked of a node, and of none by name. */
const IN_TIME = /来得及|来不来|赶|搞得赢|搞不搞|按[时期]|把握|稳不稳|悬|误|晚|拖/u;
/** 是被哪几件事绊住了: what it has that is open. */
const HELD =
  /^(?:那么?|到底|都|主要|[\s,，])*(?:是)?(?:被|给|让|因为|由于)?(?:哪些|哪几|哪|啥|什么|么子?)(?:[件个条桩])?(?:事情?|问题|东西)?(?:给|把它)?(?:绊|卡|拖|耽误|耽搁|影响|挡|堵|拦|牵|缠|误|压)(?:住|着|倒|了|后腿|脚|它|的)*[呢啊呀\s\p{P}]*$|^(?:那么?)?(?:绊|卡|拖|耽误|影响)(?:住|着|了)?(?:它|他们|这个项目)?(?:后腿)?的(?:都|又)?(?:是|有)(?:哪些|哪几[件个]|啥|什么)(?:事情?|问题)?[呢啊呀\s\p{P}]*$/u;
/** 当下在走哪个, 该谁管, after its links: the map tells where it is. */
const AT_LINK =
  /^(?:那么?|当下|现在|眼下|目前|如今|这会儿|到底|[\s,，])*(?:正?在|该|轮到|走到|卡在|办到)?(?:走|办|搞|弄|卡|跑|批)?(?:着|到|在)?(?:的)?(?:是)?(?:哪一?[个步环道]|第几[个步]|啥|什么)(?:环节|手续)?(?:了|啊|呢|[\s\p{P}])*$|^(?:那么?|这个|那个|它|这一?步|[\s,，])*(?:该|归|是|由|要|找)*(?:谁|哪个局|哪个单位|哪家|哪个部门)(?:在)?(?:管|负责|牵头|办|批|的|了|啊|呢|[\s\p{P}])*$/u;
/** 哪几个项目能开工: of no one project. */
const OF_MANY = /[哪几多少各每都全]|项目|企业|工程|所有|总共|一共|名单/u;
/** Goes on even where it could stand alone. */
const GOES_ON = /^(?:那|还有|还剩|还差|还欠|还|都|其中|剩下)/u;
const LINKS = /环节|手续|下一?个|下一步|对接人|联系人|联络人|接头|秘书|领导|牵头单位/u;

/** 什么原因, after when a project will start. */
export function asksOfNode(folded: string, { topic }: Remembered): boolean {
  return topic.nodes.length > 0 && HELD_UP.test(folded);
}

/** 投产呢赶不赶得上, 年底能动工不: of a node, and of no projects that are counted or looked for. */
function asksItsNode({ folded }: Phrase, { nodes, others }: Scan): boolean {
  return nodes.length === 1 && others === undefined && !OF_MANY.test(folded);
}

/** 组长是谁, 总投资多少: of the project that was shown. */
const RECORDED =
  /^(?:它|他们)?的?(?:专班)?(?:组长|成员单位|牵头单位|总?投资|占地|用地)[^,，。问题件]{0,10}$/u;

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
  const asksNode = scan.tags.has('node') && !OF_MANY.test(phrase.folded);
  const ofOne = asksNode || RECORDED.test(phrase.folded) || LINKS.test(phrase.folded);
  const spoken = ofOne && isSoon(context, last) ? onlySpoken(last) : undefined;
  const projectId = onlyProject(last) ?? onlyAsked(last) ?? spoken ?? ofItsList(context, said, last);
  // 为么下雨, after the 晴雨表 of one: of that one.
  if (match.kind === 'call' && match.call.name === 'weather' && match.call.all && projectId !== undefined)
    return showAndKeep(context, { ...match.call, all: false, projectId });
  const links = projectId === undefined ? undefined : await ofItsLinks(context, said, last, projectId);
  if (links !== undefined) return links;
  if (last.asked && onlyAsked(last) !== undefined && namesOnlyProject(scan, phrase.folded))
    return ofAnother(context, last.asked, last, scan);
  const link = last.asked?.projects?.links;
  if (link?.said !== undefined && !link.also && namesOnlyProject(scan, phrase.folded))
    return showAndKeep(context, { name: 'link-state', projectIds: scan.projectIds, words: link.said });
  if (namesAny(scan) || scan.tags.has('everywhere')) return undefined;
  if (last.asked) return ofTheProjects(context, said, last.asked, last);
  const name = projectId === undefined ? undefined : context.directory.project(projectId)?.name;
  if (projectId === undefined || name === undefined) return undefined;
  if (last.ofLinks && AT_LINK.test(phrase.folded.trim())) {
    return showAndKeep(context, { name: 'link-map', projectIds: [projectId] });
  }
  const asked = oneAskedIn(phrase.folded);
  if (asked?.one === 'secretary') return askPlainly(context, `${name}的秘书是谁`, projectId);
  if (asked?.one === 'contact') return askPlainly(context, `${name}企业联系人是谁`, projectId);
  if (RECORDED.test(phrase.folded)) return askPlainly(context, `${name}${phrase.text.trim()}`, projectId);
  if (HELD.test(phrase.folded.trim())) return askPlainly(context, `${name}没办完的有哪些`, projectId);
  const bare = phrase.text.trim().replace(PACE, '').replace(POINTS, '');
  const [node, second] = last.topic.nodes;
  const ofNode = OF_NODE.test(bare);
  // 根子在哪, 被哪几件事绊住了: of the day it should start.
  const held = asksOfNode(phrase.folded, last);
  if (!ofNode && !held && !LINKS.test(phrase.folded) && !saysSomething(scan)) return undefined;
  const goesOn = (GOES_ON.test(phrase.folded) || asksItsNode(phrase, scan)) && isRecent(context, last);
  if (isWholeQuestion(match) && !ofNode && !held && !asksNode && !goesOn) return undefined;
  // 按现在这个搞法赶得上不, of a project: of the node that is next.
  if (!node && ofNode) {
    const inTime = await inTimeOf(context, projectId, bare);
    if (inTime !== undefined) return inTime;
  }
  const texts = [
    ...(ofNode && node && !second ? [`${name}${NODE_WORDS[node]}${bare}`] : []),
    ...(ofNode ? [] : [`${name}${bare}`]),
    // 下一个该办啥, of a project: which link.
    ...(/^下一?个/.test(bare) && !bare.includes('环节')
      ? [`${name}${bare.replace(/^下一?个/, '下一个环节')}`]
      : []),
  ];
  for (const text of texts) {
    const read = matchSaid(context, text);
    if (read.kind !== 'call') continue;
    const { call } = read;
    if (call.name === 'ask' && isOf(call, projectId)) return askOnwards(context, call);
    if (call.name === 'weather' && call.projectId === projectId) return showAndKeep(context, call);
    if (call.name === 'link-map' || call.name === 'link-state') {
      if (String(call.projectIds) !== String(projectId)) continue;
      return showAndKeep(context, call);
    }
  }
  return undefined;
}

/** 来得及吗, of a project: of the node that is next. undefined: it does not ask so */
export async function inTimeOf(
  context: CommandContext,
  projectId: number,
  bare: string,
): Promise<Answer | null | undefined> {
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

/** 年底能动工不, after the problems of one project. */
function ofItsList(context: CommandContext, { phrase, scan }: Said, last: Remembered): number | undefined {
  const [only, second] = last.topic.projectIds;
  const listed = !last.parts && !last.projects && isRecent(context, last);
  return listed && second === undefined && asksItsNode(phrase, scan) ? only : undefined;
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
