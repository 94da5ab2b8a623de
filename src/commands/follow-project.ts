/** What goes on from the answer about one project (还差几天, 还差哪几个环节, 还有哪些没办完), or from a list of projects (投产的呢). */
import type { Answer } from '../domain/answer.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import { saysSomething } from '../language/topic.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { ofItsLinks } from './follow-links.ts';
import { isRecent, type Remembered, rememberProject } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { ofTheProjects } from './follow-projects.ts';
import { ofThePost } from './follow-theirs.ts';
import { askOnwards } from './follow-turn.ts';
import { matchCommand } from './match.ts';

interface Said {
  phrase: Phrase;
  scan: Scan;
  match: Match;
}

const NODE_WORDS = { start: '开工', production: '投产' } as const;
/** 离那天还差几天: of the node that was asked for. */
const POINTS =
  /^(?:那么?)?(?:(?:离|距离?)(?:那天|那一天|那个时候|这天|节点|这个节点))?(?=还|差|剩|会|要|能|来|赶|是|有)/u;
/** 照现在这个搞法: beside what is asked of the node. */
const PACE =
  /^(?:按|照|依)照?(?:现在|目前|眼下|当前)?(?:的|这个|这样|这种|这)*(?:进度|搞法|速度|节奏|势头|架势|干法|走法|样子|情况)?(?:下去|走下去|搞下去|来看|看|的话)?[\s,，]*/u;
const OF_NODE =
  /^(?:还)?(?:差|有|剩|要)(?:下)?(?:多少天|几天|几多天|好多天|多久|多长时间)(?:就|才|能|可以|到|的|时间|开工|投产|动工|了|呢|啊|呀|吗|嘛|[\s\p{P}])*$|^(?:会不会|要不要|是不是要|能不能|能否|来得及|来不来得及|赶得上|赶不赶得上|有没有把握|稳不稳)/u;
/** Goes on even where it could stand alone. */
const GOES_ON = /^(?:那|还有|还剩|还差|还欠|还|都|其中|剩下)/u;
const LINKS = /环节|手续|下一?个|下一步|对接人|联系人|联络人|接头|秘书|领导|牵头单位/u;

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
  const projectId = onlyProject(last) ?? onlyAsked(last);
  const links = projectId === undefined ? undefined : await ofItsLinks(context, said, last, projectId);
  if (links !== undefined) return links;
  if (namesAny(scan) || scan.tags.has('everywhere')) return undefined;
  if (last.asked) return ofTheProjects(context, said, last.asked, last);
  const name = projectId === undefined ? undefined : context.directory.project(projectId)?.name;
  if (projectId === undefined || name === undefined) return undefined;
  const bare = phrase.text.trim().replace(PACE, '').replace(POINTS, '');
  const ofNode = OF_NODE.test(bare);
  if (!ofNode && !LINKS.test(phrase.folded) && !saysSomething(scan)) return undefined;
  if (isWholeQuestion(match) && !ofNode && !(GOES_ON.test(phrase.folded) && isRecent(context, last)))
    return undefined;
  const [node, second] = last.topic.nodes;
  const texts = [
    ...(ofNode && node && !second ? [`${name}${NODE_WORDS[node]}${bare}`] : []),
    ...(ofNode ? [] : [`${name}${bare}`]),
    // 下一个该办啥, of a project: which link.
    ...(/^下一?个/.test(bare) && !bare.includes('环节')
      ? [`${name}${bare.replace(/^下一?个/, '下一个环节')}`]
      : []),
  ];
  for (const text of texts) {
    const read = matchCommand(
      { text, mentions: [], context: readContextOf(context) },
      context.deps.features.table,
    );
    if (read.kind !== 'call') continue;
    const { call } = read;
    if (call.name === 'ask' && isOf(call, projectId)) return askOnwards(context, call);
    if (call.name === 'weather' && call.projectId === projectId) return execute(context, call);
    if (call.name === 'link-map' || call.name === 'link-state') {
      if (String(call.projectIds) !== String(projectId)) continue;
      await rememberProject(context, projectId);
      return execute(context, call);
    }
  }
  return undefined;
}

/** Understood, and of that project alone. */
function isOf(call: CallOf<'ask'>, projectId: number): boolean {
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

/** Of one project alone its links, or its node, were told as a row of a list. */
function onlyAsked({ asked }: Remembered): number | undefined {
  const [only, second] = asked?.filter.projectIds ?? [];
  return second === undefined ? only : undefined;
}

/** The one project the answer was about, and nothing narrower. */
function onlyProject({ topic, issueId, parts, groups, projects }: Remembered): number | undefined {
  const { projectIds, unitIds, categoryIds, areaIds, states, periods, texts, by, someone, step } = topic;
  const others = [unitIds, categoryIds, areaIds, states, periods, texts];
  const [only, second] = projectIds;
  if (issueId !== undefined || parts || groups || projects || by || someone !== undefined || step)
    return undefined;
  if (topic.basis || topic.rate || topic.duration || topic.kinds.length + topic.ages.length > 0)
    return undefined;
  if (!topic.tags.every(([tag]) => OF_PROJECT.includes(tag))) return undefined;
  return second === undefined && others.every((list) => list.length === 0) ? only : undefined;
}
