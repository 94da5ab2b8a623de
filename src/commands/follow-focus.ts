/**
 * What is said right after one project, its links, its node or its weather is of that, unless it names its own or asks of
 * all: the words are taken apart into what is asked, and the rest is what was shown.
 */
import { NODE_TITLES } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import { LEADING, stepIn, WHY_THE_ONE } from '../language/lexicon/follow-ups.ts';
import { linkAspects } from '../language/lexicon/link-aspects.ts';
import { withoutLinkFrames } from '../language/lexicon/link-frames.ts';
import { linkSteps } from '../language/lexicon/link-walk.ts';
import { HELD_UP, nodesIn, withoutHoldFrames, withoutNodeFrames } from '../language/lexicon/node-frames.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { withoutOrder } from '../language/lexicon/orders.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { isAllSky } from '../language/lexicon/weather.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { THAT_PROJECT } from '../language/pointing.ts';
import type { Scan } from '../language/scanned.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import { scanHeard } from '../language/sounds.ts';
import { namesSaid } from '../text/names.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, projectHere, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { orAnew, saysAll } from './follow-bearing.ts';
import { namesLink, showAndKeep, THAT_LINK } from './follow-links.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { ofOtherOnes } from './follow-others.ts';
import { askPlainly, inTimeOf, isOf, onlyAsked, onlyProject, onlySpoken } from './follow-project.ts';
import { ofTheList } from './follow-projects.ts';
import { askOnwards } from './follow-turn.ts';
import { askWhich, ofWhomSpoken } from './follow-whom.ts';
import { matchSaid } from './match-said.ts';
import { isLevel, placesOf, rankingOf } from './ranked-places.ts';
import { visibleIssue } from './visible-issue.ts';

interface Focus {
  projectId: number;
  name: string;
  last: Remembered;
}
interface Said {
  phrase: Phrase;
  /** Simplified, without 那 in front. */
  bare: string;
  scan: Scan;
  match: Match;
}

const LONGEST = 30;
/** What may be said of it: no order, no number, nothing of the speaker's own. */
const ASKING: readonly string[] = [
  'ask',
  'beyond',
  'term',
  'weather',
  'countdown',
  'link',
  'link-state',
  'link-map',
];
const OWN = ['me', 'our-unit', 'everywhere', 'here'] as const;
const FRONT = /^(?:那么?(?![个些件边])|哦|嗯|好的?|再|[\s,，])+/u;
/** 有没有问题卡着: of the link, and of no problems that are counted. */
const HELD = /[卡堵绊拖]/u;
const PROBLEM = /(?:登记的?)?(?:什么|哪些|啥)?(?:问题|事情?)/gu;
const SMALL =
  /^[\s的了吗呢啊呀嘛吧还它其中是在到该要最久长慢晚几多少时限期里手头有都又上个下一步件那这哪得家单位事不离距天气]*$/u;
/** 那别的项目: the same of all. */
const OTHERS =
  /^(?:其他|其它|别的|另外|其余|剩下)(?:几个|几家|的)*(?:项目|企业)?(?:呢|怎么样|咋样|如何|的|[\s\p{P}])*$/u;

/** @returns undefined: there is no such focus, or it is not asked of it */
export async function ofTheProjectMeant(
  context: CommandContext,
  last: Remembered,
  match: Match,
  text: string,
): Promise<Answer | null | undefined> {
  if (!isSoon(context, last)) return undefined;
  const pointed =
    (await ofOtherOnes(context, last, trim(readPhrase(text)).folded)) ??
    (await ofThatProject(context, last, match, text)) ??
    (last.issueId === undefined ? undefined : await ofWhomSpoken(context, last, text));
  if (pointed !== undefined) return pointed;
  const said = saidOf(context, match, text);
  if (!said) return undefined;
  // 多云的呢, after why it rains: the projects that have it.
  const skies = last.ofWeather && said.scan.weather && said.scan.weather.length > 0 && match.kind === 'call';
  if (skies && isWholeQuestion(match) && match.call.measure === 'projects')
    return askOnwards(context, match.call);
  const focus = projectMeant(context, last);
  if (last.projects && last.asked && onlyAsked(last) === undefined)
    return OF_ALL_PROJECTS.test(said.bare) ? undefined : ofTheList(context, said, last.asked, last);
  // 安评呢: a link it names is asked for elsewhere.
  if (!focus || namesLink(said.phrase) || OF_MANY_PROJECTS.test(said.bare) || saysAll(said.phrase))
    return undefined;
  const others = ofTheOthers(context, focus, said.bare);
  if (others !== undefined) return others;
  if (last.asked === undefined && OTHERS.test(said.bare)) return ofOthers(context, focus);
  const own = [last.issueId, last.parts].every((one) => one === undefined);
  const broad = own && (last.asked === undefined ? onlyProject(last) : onlyAsked(last)) !== undefined;
  if (!broad) return ofItsProject(context, focus, said, false);
  return (
    (await ofItsLinks(context, focus, said)) ??
    (await ofItsNode(context, focus, said)) ??
    (await ofItsSky(context, focus, said)) ??
    (await ofItsProject(context, focus, said, true))
  );
}

/** 谁在跟这个项目, 这个项目开工了没有: the same with its name. */
async function ofThatProject(
  context: CommandContext,
  last: Remembered,
  match: Match,
  text: string,
): Promise<Answer | null | undefined> {
  if (match.kind === 'misuse' || !THAT_PROJECT.test(text) || withoutOrder(text) !== undefined)
    return undefined;
  const issue = last.issueId === undefined ? undefined : await visibleIssue(context, last.issueId);
  const id = projectHere(context) ?? projectMeant(context, last)?.projectId ?? last.about ?? issue?.projectId;
  const name = id === undefined || id === null ? undefined : context.directory.project(id)?.name;
  const bare = text.replace(THAT_PROJECT, '').replace(FRONT, '').trim();
  if (!name || typeof id !== 'number') return whichOfThem(context, last, bare.replace(/^是/u, ''));
  for (const said of [`${name}${bare}`, text.replace(THAT_PROJECT, name)]) {
    const answer = await askedOfProject(context, matchSaid(context, said), id);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** 这个项目谁在跟, after two that were level: asked back. undefined: it is one, or many */
async function whichOfThem(
  context: CommandContext,
  last: Remembered,
  bare: string,
): Promise<Answer | undefined> {
  const ranking = rankingOf(last);
  const places = ranking?.by === 'project' && ranking.most ? await placesOf(context, ranking) : [];
  const [first] = places;
  const level = first ? places.filter((one) => isLevel(one, first)).map(({ id }) => id) : [];
  const names = namesSaid(context, { projectIds: first ? level : last.topic.projectIds });
  return askWhich(context, names, (name) => `${name}${bare}`);
}

/** Understood, and of that project alone; undefined: it is not. */
async function askedOfProject(
  context: CommandContext,
  read: Match,
  projectId: number,
): Promise<Answer | null | undefined> {
  if (read.kind !== 'call') return undefined;
  const { call } = read;
  if (call.name === 'weather') return call.projectId === projectId ? showAndKeep(context, call) : undefined;
  if (call.name === 'link-map' || call.name === 'link-state')
    return String(call.projectIds) === String(projectId) ? showAndKeep(context, call) : undefined;
  return isWholeQuestion(read) && isOf(read.call, projectId) ? askOnwards(context, read.call) : undefined;
}

function projectMeant(context: CommandContext, last: Remembered): Focus | undefined {
  const projectId = onlyProject(last) ?? onlyAsked(last) ?? onlySpoken(last);
  const name = projectId === undefined ? undefined : context.directory.project(projectId)?.name;
  return projectId === undefined || name === undefined ? undefined : { projectId, name, last };
}

function saidOf(context: CommandContext, match: Match, text: string): Said | undefined {
  const phrase = trim(readPhrase(text));
  const bare = simplify(phrase.folded).trim().replace(FRONT, '');
  if (phrase.folded.length > LONGEST || match.kind === 'misuse') return undefined;
  if (match.kind === 'call' && !ASKING.includes(match.call.name)) return undefined;
  if (match.kind === 'call' && match.call.name === 'ask' && match.call.filter.ids) return undefined;
  // 谁的, after its problems: of those.
  if (withoutOrder(text) !== undefined || smallTalkIn(text) || /^(?:都|分别)?是?谁的[\s\p{P}]*$/u.test(bare))
    return undefined;
  const scan = scanHeard(trim(cutStart(phrase, LEADING)), readContextOf(context));
  // 环评呢 is heard as a kind of problems as well, and a link where links were spoken of.
  const kinds = namesLink(phrase) ? [] : scan.categoryIds;
  const whose = namesAny({ ...scan, texts: [], categoryIds: kinds }) || OWN.some((tag) => scan.tags.has(tag));
  return whose && postIn(bare) === undefined ? undefined : { phrase, bare, scan, match };
}
const OF_ALL_PROJECTS = /(?:[各每]|所有|全部)[^,，。]{0,3}(?:项目|企业|专班)/u;
const OF_MANY_PROJECTS = /(?:[哪几多各每]|所有|全部|这些)[^,，。]{0,3}(?:项目|企业|专班)|名单/u;

/** 谁负责, 计划哪天办完, 哪个最慢: of the link that was shown, or of those the map told of. */
function ofItsLinks(
  context: CommandContext,
  { projectId, last: { ofLinks, link, asks: before = [] } }: Focus,
  { bare, match, phrase }: Said,
): Promise<Answer | null> | undefined {
  // 现在哪个单位逾期最多: of problems.
  if (isWholeQuestion(match) && match.call.by && match.call.most) return undefined;
  if (!ofLinks || nodesIn(bare).nodes.length > 0 || OF_PROBLEMS.test(bare)) return undefined;
  const asked = HELD.test(bare) ? bare.replace(PROBLEM, '什么') : bare;
  // 还有哪些环节没办完, after one of them: of all.
  const ofOne = linkAspects(asked, false);
  // 后面是哪个环节, right after one: those that follow it.
  const beside = ofOne.some((one) => one === 'before' || one === 'after');
  const one = beside || linkSteps(asked) === undefined || THAT_LINK.test(asked) ? link : undefined;
  const many = one === undefined;
  const asks = many ? linkAspects(asked, true) : ofOne;
  if (many && OF_DAY.test(asked)) return undefined;
  const blank = [asked, linkSteps(asked) ?? asked].some((one) => SMALL.test(withoutLinkFrames(one) ?? '?'));
  if (asks.length === 0 || !blank) return undefined;
  const projectIds = [projectId];
  if (one !== undefined) {
    // 这个环节归谁管, after those that follow: of those; 再往后呢: what follows those.
    const near = (['before', 'after'] as const).find(
      (at) =>
        (before.includes(at) || before.includes(`of-${at}`)) &&
        (!beside || (asks.includes(at) && /[再又]/u.test(phrase.folded))),
    );
    const told = near ? [...asks, `of-${near}` as const] : asks;
    return showAndKeep(context, { name: 'link-state', projectIds, words: one, asks: told });
  }
  // Those that were told of before are whom it is asked of.
  const told = asks.some((one) => one === 'unit' || one === 'day')
    ? before.filter((one) => PICKS.includes(one))
    : [];
  return showAndKeep(context, { name: 'link-map', projectIds, asks: [...new Set([...asks, ...told])] });
}
/** 还有几个没解决: no link is. */
const OF_PROBLEMS = /解决|处理|销号|销掉|[红黄蓝]/u;
/** 能按期吗, of the project: its node. */
const OF_DAY = /来得及|来不|赶[得不]|能[^,，]{0,3}按[时期]|悬|把握/u;
const PICKS: readonly string[] = ['stuck', 'late', 'after', 'now'];

/** 原来计划是哪天, 差了多少天, 为什么晚: of the node; 投产呢, 来得及吗: of the project's. */
async function ofItsNode(
  context: CommandContext,
  { projectId, name, last }: Focus,
  { bare, match, phrase }: Said,
): Promise<Answer | null | undefined> {
  const { nodes, loose, rest } = nodesIn(bare);
  const [node, second] = loose || nodes.length === 0 ? last.topic.nodes : nodes;
  const blank = (HELD_UP.test(bare) ? withoutHoldFrames : withoutNodeFrames)(rest)?.trim() === '';
  if (!blank) return undefined;
  if (node === undefined || second) return inTimeOf(context, projectId, bare);
  const named = NODE_TITLES[node];
  const texts =
    nodes.length > 0 && !loose ? [`${name}${bare}`, `${name}什么时候${named}`] : [`${name}${named}${bare}`];
  for (const text of texts) {
    const read = matchSaid(context, text);
    if (!isWholeQuestion(read) || read.call.measure !== 'forecast' || !isOf(read.call, projectId)) continue;
    return orAnew(await askOnwards(context, read.call), read.call, { match, phrase });
  }
  return undefined;
}

/** 为啥, after its weather or its node: the 晴雨表 says why; 是晴还是雨 is of it as well. */
function ofItsSky(
  context: CommandContext,
  { projectId, last }: Focus,
  { bare, scan }: Said,
): Promise<Answer | null> | undefined {
  const asksWhy = stepIn(bare) === 'why' || WHY_THE_ONE.test(bare);
  const rest = withoutNodeFrames(withoutLinkFrames(bare) ?? bare);
  const why = asksWhy && rest !== undefined && SMALL.test(rest);
  const told = last.ofWeather || (last.topic.nodes.length > 0 && weatherOf(context, projectId) !== null);
  // 多云的呢: of all projects, those that are.
  const those = scan.weather && scan.weather.length > 0 ? OF_SKY.exec(bare)?.[1] : undefined;
  const others = those === undefined ? undefined : matchSaid(context, `${those}项目有哪些`);
  if (others && isWholeQuestion(others)) return askOnwards(context, others.call);
  const sky = scan.weather && scan.left.length === 0 && scan.weather.length === 0;
  if (!(last.ofWeather && OF_CAUSE.test(bare)) && !(why && told) && !sky && !isAllSky(bare)) return undefined;
  return showAndKeep(context, { name: 'weather', all: false, projectId, heard: '' });
}

/** 依据是什么, 是因为哪些问题, 怎么判出来的: why it is so, in any words. */
const OF_CAUSE =
  /^(?=.*(?:怎么|咋|因|理由|依据|根据|造成|引起|导致))(?:主要|这|都|它|是|被|由|因为|由于|根据|怎么|咋|会|能|就|什么|啥|哪些|哪几[个件]|为|原因|理由|依据|问题|事情?|因素|环节|引起|造成|导致|弄|搞|判|定|算|得|出来?|成|样子?|说说|讲讲|说一下|[的了呢吧啊\s\p{P}]){1,12}$/u;
const OF_SKY =
  /^(?:那么?|有没有|还有|有)*(.{1,4}的)(?:项目)?(?:呢|咧|有哪些|是哪些|没有?|没得|吗|么|[\s\p{P}])*$/u;
const weatherOf = ({ directory }: CommandContext, id: number) => directory.project(id)?.weather ?? null;

/** The same with its name in front, where that is understood. @param broad what is asked of its problems, too */
async function ofItsProject(
  context: CommandContext,
  { projectId, name, last }: Focus,
  { bare, match, phrase }: Said,
  broad: boolean,
): Promise<Answer | null | undefined> {
  const post = postIn(bare);
  if (post !== undefined) return askPlainly(context, `${name}${post}`, projectId);
  const asks = linkAspects(bare, true);
  // 还差哪几个环节, after when it starts: those before that.
  const [node, second] = last.topic.nodes;
  if (node && !second && !last.ofLinks && asks.includes('rest') && /环节|手续|[步道关]/u.test(bare))
    return showAndKeep(context, { name: 'link-map', projectIds: [projectId], asks: [BEFORE[node]] });
  // 下一步呢: its map.
  if (asks.includes('after') && SMALL.test(withoutLinkFrames(linkSteps(bare) ?? bare) ?? '?'))
    return showAndKeep(context, { name: 'link-map', projectIds: [projectId], asks });
  const inTime = last.link === undefined && broad ? await inTimeOf(context, projectId, bare) : undefined;
  if (inTime !== undefined) return inTime;
  const read = matchSaid(context, `${name}${bare}`);
  if (read.kind === 'call' && read.call.name !== 'ask') return askedOfProject(context, read, projectId);
  if (!isWholeQuestion(read) || !isOf(read.call, projectId)) return undefined;
  const { measure } = read.call;
  if (!broad && measure !== 'forecast' && measure !== 'projects' && read.call.post === undefined)
    return undefined;
  return orAnew(await askOnwards(context, read.call), read.call, { match, phrase });
}

const BEFORE = { start: 'before-start', production: 'before-production' } as const;
const CONTACT = /^(?:企业)?(?:的)?(?:联系人|对接人|接头人)(?:是|叫|[\s\p{P}]|$)/u;
/** 厂里谁跟我们对接 */
function postIn(bare: string): string | undefined {
  const one = oneAskedIn(bare)?.one;
  return one === 'contact' || CONTACT.test(bare)
    ? '企业联系人是谁'
    : one === 'secretary'
      ? '的秘书是谁'
      : undefined;
}

const THE_OTHERS =
  /^(?:其他|其它|别的|另外|其余|剩下|余下)(?:的)?(?:那)?(?:[几两三四五六七八九十\d]{1,3}[个家])?(?:项目|企业)?(?:的|呢)?/u;
/** 其余五个开工都没问题吧: what becomes of the node of all but this one. */
function ofTheOthers(
  context: CommandContext,
  { projectId }: Focus,
  bare: string,
): Promise<Answer | null> | undefined {
  const [front] = THE_OTHERS.exec(bare) ?? [];
  const { nodes } = nodesIn(bare);
  const [node, second] = nodes;
  if (front === undefined || node === undefined || second) return undefined;
  const read = matchSaid(context, `各项目${NODE_TITLES[node]}能不能按时`);
  if (!isWholeQuestion(read)) return undefined;
  const filter = { ...read.call.filter, exceptProjectIds: [projectId] };
  return askOnwards(context, { ...read.call, filter });
}

/** 那别的项目: the same asked of each. */
async function ofOthers(context: CommandContext, { last }: Focus): Promise<Answer | null | undefined> {
  const { ofWeather, ofLinks, link, topic } = last;
  if (ofWeather) return execute(context, { name: 'weather', all: true, projectId: null, heard: '' });
  const [node] = topic.nodes;
  const text = ofLinks
    ? `各项目${link === undefined ? '环节进度怎么样' : `${link}办下来没有`}`
    : node && `各项目什么时候${NODE_TITLES[node]}`;
  const read = text === undefined ? undefined : matchSaid(context, text);
  return read && isWholeQuestion(read) ? askOnwards(context, read.call) : undefined;
}
