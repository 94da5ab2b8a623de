/** Words that mean something else after each kind of answer (分开报, 两家加起来, 是哪家打的), as the words that say it plainly. */
import { NODE_TITLES } from '../cards/words-figures.ts';
import { NO_NUMBERS } from '../cards/words-follow-up.ts';
import { todayOf } from '../domain/directory.ts';
import { EXTENSION_STEPS } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { Fact } from '../domain/reading.ts';
import { dayBeside } from '../language/day-beside.ts';
import { asksHead, asksShare, freedOf, saidAfter } from '../language/lexicon/after-answers.ts';
import { SEVERE } from '../language/lexicon/after-tables.ts';
import { REST_SAID, stepIn } from '../language/lexicon/follow-ups.ts';
import { asksEachApart, moreOnwards, otherNames } from '../language/lexicon/more-onwards.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import {
  addsPaused,
  asksHowLongIt,
  asksWhyRate,
  canIt,
  comparedToo,
  concernedBy,
  furthestOf,
  grownBy,
  paceBy,
  rateOf,
  saidOnwards,
  toldTo,
} from '../language/lexicon/onwards-said.ts';
import { plainOf } from '../language/lexicon/plain-onwards.ts';
import { inPlainWords } from '../language/lexicon/plain-words.ts';
import { asksWhichOfIt } from '../language/lexicon/ranking-said.ts';
import { LISTS, ONLY_WANTED, REMAINING, TURNS_RED } from '../language/lexicon/set-onwards.ts';
import { readPhrase } from '../language/phrase.ts';
import { areClosed } from '../language/scan-clashes.ts';
import { isLight } from '../language/scan-fits.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { isLate } from '../language/topic-states.ts';
import { namesSaid } from '../text/names.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, projectHere, readContextOf } from './context.ts';
import { isOnlyCard, isSoon, type Remembered } from './follow-memory.ts';
import { waits } from './follow-rows.ts';
import { type Plain, theirsSent } from './named-in-turn.ts';
import { askOf } from './question.ts';

/** 几件是按时的, 财政局有没有超期办的, of what was struck off or of a rate. */
const HOW_IT_CAME_OUT =
  /^(?:那么?|其中|里[头面]|[都是有])*((?!除|不)\p{Script=Han}{2,6}?(?:局|公司|大队|委)的?)?(?:(?:没有|[几哪多][些少]?[件个]?)[^,，]{0,3}(?:按时|按期|准时|如期|[超逾误]期|超时)|没?(?:按时|按期|准时|如期|[超逾误]期|超时)(?:办[完结]?)?了?的[^,，]{0,4}[几哪多])/u;

/** 那我们这个项目呢, in its group: the same of it. */
const OURS_NEXT = /^(?:那么?|[,，\s])*(?:(?:我们|咱们?)的?(?:这个|这)?|本|这个)项目的?呢[\s\p{P}]*$/u;
/** 都拖了几天了, of what is overdue. */
const DRAGGED =
  /^(?:那|这几件|它们|他们)*(?:[都各]*拖|(?:分别|各)[是有拖超]?)了?(?:几|多少)天了?[啊呀呢\s\p{P}]*$/u;
/** 没批的呢, after extensions; 没有逾期的, 一件没办结的, 后三名, after which has most or is slowest. */
const OTHER_PART =
  /^(?:那么?|其中|还|有没有|有)*(?:(?<unapproved>(?:没有?|未|尚未)(?:审批|批准|批复|批下来|批|同意|通过)的)|(?<late>(?:一[件个]|都|也)?没有?(?:[逾超误]期|超时)的)|(?<done>[一半][件个](?:都|也)?还?没有?(?:办[结完]|销号|解决)的)|(?:后|倒数|最后)面?的?(?<many>[两二三四五六七八九十2-9])[名个家位])(?:呢|(?:是|有)?(?:哪[些几]?|几)[个件家]?|[是有]谁|[\s\p{P}])*$/u;
const KINDS: Partial<Record<string, string>> = { unit: '单位', project: '项目' };
const COUNTED: Partial<Record<string, string>> = { open: '问题', overdue: '逾期', closed: '办结' };

/** It was asked of what was extended, or waits to be. */
export function isExtended({ states, step }: Topic): boolean {
  return (
    states.some(({ state }) => state.kind === 'extension') || EXTENSION_STEPS.some((one) => one === step)
  );
}

const EACH_OF_THEM = /^(?:那么?|它们|这[几些][件个]?|[,，\s])*(?:都|分别|各自?)/u;
const BY_WHOM = /谁|人|哪[些个家]|哪[几两]个/u;
const BY_WHEN = /什么时候|哪天|几号|何时/u;
/** Of several by whom and when each was done (谁报的, 都是谁申请的, 什么时候升上来的): not who has them. */
export function toldOfEach(last: Remembered, folded: string): Fact | undefined {
  const { topic, filter, parts, projects, ofLinks } = last;
  if ((parts ?? projects ?? ofLinks ?? topic.rate ?? topic.duration) !== undefined) return undefined;
  if (!BY_WHOM.test(folded) && !BY_WHEN.test(folded) && !folded.includes('延')) return undefined;
  const asked = oneAskedIn(folded.replace(EACH_OF_THEM, ''));
  const fact = asked?.one === 'fact' ? asked.fact : undefined;
  if (filter.toldUp && (fact === 'logged' || fact === 'escalated')) return 'escalated';
  if (fact === 'extension') return topic.fact === fact || isExtended(topic) ? fact : undefined;
  // 哪天登记的, of no each: the one that has been there longest.
  if (fact === 'logged' && !BY_WHOM.test(folded) && !EACH_OF_THEM.test(folded)) return undefined;
  if (fact === 'who') return HANDLES.test(folded) && topic.by === undefined ? fact : undefined;
  return OF_STEPS.find((one) => one === fact);
}
/** 谁负责 is the unit's, and 都谁在办 whoever has each of them. */
const HANDLES = /谁(?:在|正|具体|负责)*(?:办|跟|盯|弄|搞|经手|经办|处理)(?!过)/u;
const OF_STEPS: readonly Fact[] = ['logged', 'signed', 'verified', 'escalated', 'bounced'];

/** Of what was asked the other part: a question of its own. */
export function otherPart(context: CommandContext, last: Remembered, folded: string): string | undefined {
  const { parts, ...alone } = last;
  const { topic, ranking } = alone;
  const grown = grownBy(folded);
  const said = OTHER_PART.exec(folded)?.groups;
  const unnamed = { ...topic, unitIds: [], projectIds: [], categoryIds: [], periods: [] };
  if ((!said && !grown) || topic.except || !isBare({ ...alone, topic: unnamed })) return undefined;
  const { states, unitIds, rate, duration, tags, by } = topic;
  const names = namesSaid(context, topic);
  const kinds = states.map(({ state }) => state.kind);
  const what = topic.basis === 'logged' ? '新增' : COUNTED[kinds[0] ?? 'open'];
  const one = what && (rate ?? duration ?? states[1]) === undefined ? what : undefined;
  const then = grown && spanBeside(context, last);
  // 主要是哪几家增加的, after now beside then.
  if (then) return one && `${names.join('')}哪个${grown}${one.replace('问', '没办完的问')}比${then}增加最多`;
  if (!said || parts) return undefined;
  if (said.unapproved) return isExtended(topic) ? `${names.join('和')}延期没批的有几件` : undefined;
  const kind = KINDS[by?.by ?? ranking?.by ?? (unitIds.length > 1 ? 'unit' : '')];
  if (kind === undefined || topic.periods.length > 0) return undefined;
  if (said.done) return `一件没办结的${kind}`;
  if (names.length > 0) return undefined;
  const ranks = kinds.includes('overdue') || tags.some(([tag]) => tag === 'most' || tag === 'least');
  if (said.late) return ranks ? `哪些${kind}没有逾期的` : undefined;
  return one && `${one}最少的${said.many}个${kind}`;
}

const SPANS = { week: '上周', month: '上月', quarter: '上季度', year: '去年' } as const;
/** Beside what time it was told. */
function spanBeside(context: CommandContext, { parts, topic }: Remembered): string | undefined {
  const day = parts?.[0]?.compared?.to;
  const spans = ['week', 'month', 'quarter', 'year'] as const;
  const then = spans.find((one) => one === topic.against || rangeOf(one, -1, todayOf(context))[1] === day);
  return then && SPANS[then];
}

/** @param folded the whole message; undefined: it is none of these, or does not go with what was answered */
export function plainAfter(context: CommandContext, last: Remembered, folded: string): Plain | undefined {
  const { topic, ranking } = last;
  const sent = isSoon(context, last) && theirsSent(context, last, folded);
  if (sent) return sent;
  const done = areClosed(scanOf(topic).states);
  if (done && !last.parts && REMAINING.test(folded)) return { text: '没办完的呢' };
  // 剩下的按项目分
  const rest = done && !last.parts && stepIn(folded) === undefined && folded.replace(REST_SAID, '');
  if (rest && rest !== folded) return { text: `没办完的${rest}` };
  const here = OURS_NEXT.test(folded) ? projectHere(context) : undefined;
  if (here !== undefined) return { text: `那${context.directory.project(here)?.name}呢` };
  const dated = last.issueId === undefined ? dayBeside(topic, folded, todayOf(context)) : undefined;
  if (dated !== undefined) return { text: dated, whole: true };
  const others = othersAsked(context, last, folded);
  if (others) return others;
  if (asksEachApart(folded)) {
    const by = apartBy(last);
    return by === undefined ? undefined : { text: by };
  }
  const late = topic.states.length > 0 && topic.states.every(({ state }) => isLate(state));
  const rows = topic.rate === undefined && topic.duration === undefined && !ranking && !last.parts;
  if (DRAGGED.test(folded) && rows) return { text: late ? '都超了几天' : '都几天了' };
  const two = topic.unitIds.length > 1 || topic.projectIds.length > 1;
  const apart = two || topic.by !== undefined || apartBy(last) !== undefined;
  const compares = apart && !last.parts ? comparedToo(folded) : undefined;
  if (compares !== undefined) return { text: compares };
  if (waits(last) && asksHowLongIt(folded)) return { text: '等了几天了' };
  const most = last.parts || last.projects ? undefined : furthestOf(folded);
  if (most === 'logged') return rows && !done ? { text: '登记最久的是哪件' } : undefined;
  if (most === 'late' ? late : most && waits(last, most))
    return { text: `${late ? '逾期' : '等得'}最久的是哪件` };
  const too = topic.than === undefined ? undefined : COMPARED_TOO.exec(folded)?.[1];
  if (too !== undefined) return { text: `${too}的呢` };
  const also = ALSO_SEEN.exec(folded)?.[1];
  if (also !== undefined && !last.projects) return { text: `${also}呢` };
  const concerned = last.parts || last.projects ? undefined : concernedBy(folded);
  if (concerned !== undefined) return { text: `按${concerned}分开` };
  const after = afterFigure(last, folded);
  if (after) return after;
  const said = ownWords(context, last, folded);
  if (said) return said;
  const counted = (topic.rate ?? topic.duration ?? last.parts ?? last.projects) === undefined;
  const severe = counted ? SEVERE.exec(folded)?.[1] : undefined;
  if (severe !== undefined) return { text: `其中红的${severe}` };
  const only = ONLY_WANTED.exec(folded)?.[1];
  if (only !== undefined) return { text: `只看${only}` };
  if (TURNS_RED.test(folded))
    return { text: '快转红的有没有', ...(isBare(last) && { whole: true as const }) };
  const back = last.issueId === undefined || (!isOnlyCard(last) && /清单|名单|列/.test(folded));
  const which = LISTS.test(folded) || (back && asksWhichOfIt(folded) && folded !== '清单');
  if (which && !last.parts && !last.projects) return { text: '列出来' };
  const again = AGAIN_OF.exec(folded)?.[1];
  return again === undefined ? undefined : { text: `${again}的呢` };
}
/** 还有别的逾期的吗, 其他单位呢. */
function othersAsked(
  context: CommandContext,
  { topic, parts, projects }: Remembered,
  folded: string,
): Plain | undefined {
  if (parts || projects) return undefined;
  const { kind, rest } = otherNames(folded) ?? {};
  const { unitIds, projectIds, categoryIds } = topic;
  const own = { unitIds, projectIds, categoryIds };
  const names = kind ? namesSaid(context, { [kind]: topic[kind] }) : [];
  if (!kind || names.length === 0) return undefined;
  const but = `除了${names.join('和')}`;
  if (rest)
    return { text: `${namesSaid(context, { ...own, [kind]: [] }).join('')}${but}${rest}`, whole: true };
  const apart = kind === 'unitIds' ? '单位' : kind === 'projectIds' ? '项目' : '类别';
  return { text: `${but}的按${apart}分开` };
}

/** 分别是多少, after a rate: the same again. */
export function asBefore(
  context: CommandContext,
  last: Remembered,
  folded: string,
): CallOf<'ask'> | undefined {
  const { parts, topic, projects, ranking, asked } = last;
  if (parts && parts.length > 1) return undefined;
  if (projects && asked && stepIn(folded) === 'list') return { name: 'ask', ...asked, topic };
  const freed = freedOf(folded);
  const again = addsPaused(folded)
    ? withPaused(topic)
    : freed !== undefined
      ? withoutName(context, topic, freed)
      : undefined;
  if (again && !parts && !projects) return understoodOf(context, again);
  const pace = topic.duration && !parts && !projects ? paceBy(folded, ranking?.by) : undefined;
  if (!pace) return undefined;
  return understoodOf(context, topicOf(goOn(topic, scanHeard(readPhrase(pace), readContextOf(context)))));
}

function understoodOf(context: CommandContext, topic: Topic): CallOf<'ask'> | undefined {
  const call = askOf(scanOf(topic), readContextOf(context));
  return call.unread || call.doubt ? undefined : call;
}

/** Those that stand still, too; undefined: they were not left out. */
function withPaused(topic: Topic): Topic | undefined {
  const { except, ...rest } = topic;
  const kept = except?.states.filter((one) => one.kind !== 'status' || one.status !== 'paused');
  if (!except || kept?.length === except.states.length) return undefined;
  const more = except.unitIds.length + except.projectIds.length + except.categoryIds.length;
  return more + (kept?.length ?? 0) > 0 ? { ...rest, except: { ...except, states: kept ?? [] } } : rest;
}

/** 占多少, 局长是谁, 最早那件什么时候登的: of what was told. */
function ownWords(context: CommandContext, last: Remembered, folded: string): Plain | undefined {
  const { topic, parts, projects, issueId, ofLinks, link } = last;
  if (parts || projects || ofLinks || link !== undefined || topic.nodes.length > 0) return undefined;
  const [name, second] = namesSaid(context, topic);
  const [unitId, other] = topic.unitIds;
  if (unitId !== undefined && other === undefined && asksHead(folded))
    return {
      text: `${context.directory.unit(unitId)?.name}局长是谁`,
      whole: true,
      ...(/电话|手机|号码|联系/.test(folded) && { told: NO_NUMBERS }),
    };
  const counts = topic.rate === undefined && topic.duration === undefined;
  const share = counts && name !== undefined && second === undefined && asksShare(folded);
  const state = share ? stateTold(last) : undefined;
  if (state !== undefined) return { text: `${name}${state}占全部${state}多少`, whole: true };
  const said =
    issueId === undefined ? saidAfter(folded, counts ? 'count' : topic.rate ? 'rate' : 'days') : undefined;
  if (said === undefined || said === folded) return undefined;
  // 最早的是哪天报的, of what waits: the one that has waited longest.
  if (said === '哪天登记的' && waits(last)) return { text: '等得最久的哪件' };
  return { text: said, ...(said.startsWith('哪个单位') && { whole: true as const }) };
}

/** Of which there is a share: what is open, or overdue, of one name and of nothing else. */
function stateTold({ filter, topic }: Remembered): string | undefined {
  const { statuses: _s, overdue, unitIds, projectIds, categoryIds, sort: _o, ...more } = filter;
  const named = [unitIds, projectIds, categoryIds].filter((ids) => ids !== undefined);
  const [{ state } = { state: undefined }, second] = topic.states;
  if (Object.keys(more).length > 0 || named.length !== 1 || second || topic.by) return undefined;
  if (overdue) return state?.kind === 'overdue' ? '逾期的' : undefined;
  return state === undefined || state.kind === 'open' ? '没办完的' : undefined;
}

const FREED_KINDS = [
  [/^(?:责任)?(?:单位|部门|局|哪家)$/u, 'unitIds'],
  [/^(?:项目|企业|哪个项目)$/u, 'projectIds'],
  [/^(?:类别|类型|类)$/u, 'categoryIds'],
  [/^(?:时间|日期|月份|哪个月|哪天)$/u, 'periods'],
] as const;

/** 不限项目呢, 不光住建局呢: the same without it; undefined: that was not said before. */
function withoutName(context: CommandContext, topic: Topic, freed: string): Topic | undefined {
  const kind = FREED_KINDS.find(([said]) => said.test(freed))?.[1];
  if (kind === 'periods')
    return topic.periods.length > 0 && topic.step === undefined ? { ...topic, periods: [] } : undefined;
  if (kind) return topic[kind].length > 0 ? { ...topic, [kind]: [] } : undefined;
  const named = scanHeard(readPhrase(freed), readContextOf(context));
  if (named.left.length > 0) return undefined;
  const keys = ['unitIds', 'projectIds', 'categoryIds'] as const;
  const [key, second] = keys.filter((one) => named[one].length > 0);
  if (!key || second || String(named[key]) !== String(topic[key])) return undefined;
  return { ...topic, [key]: [] };
}

/** 新增的也比一下, after 比上月多还是少 */
const COMPARED_TOO =
  /^(?:那么?)?(\p{Script=Han}{2,6}?)的?也(?:对?比(?:一下|较一下|比)?|比较一下)[呢吧\s\p{P}]*$/u;

/** 快到期的也看一下 */
const ALSO_SEEN =
  /^(?:那么?)?(\p{Script=Han}{2,8}的)也(?:给我)?(?:看|说|报|列|查)(?:一?下|看)?[呢吧\s\p{P}]*$/u;

const ON_TIME_TOO = /^(?:那么?)?(?:按时|准时|按期|如期|及时)的[呢啊\s\p{P}]*$/u;

/** What is meant beside a rate, days, a node, those told to somebody, a list of projects. */
function afterFigure({ topic, parts, projects }: Remembered, folded: string): Plain | undefined {
  if (parts) return undefined;
  // 按时的呢, after another rate
  if (topic.rate && ON_TIME_TOO.test(folded)) return { text: '按时率呢' };
  const again = topic.rate && rateOf(folded);
  if (again) return { text: `那${again}呢` };
  if (topic.rate && asksWhyRate(folded)) return { text: '最低的是哪家为什么' };
  const closed = areClosed(scanOf(topic).states);
  // 逾期的还有几件, after a rate, are so now.
  const rated =
    (topic.rate === 'closed' || topic.rate === 'on-time') && /[按准]时|[按如]期|[期时]办/.test(folded);
  const done = rated || (closed && topic.basis === undefined);
  const [came, whose] = (done && !projects && HOW_IT_CAME_OUT.exec(folded)) || [];
  if (came !== undefined) {
    const text = `办结的里面${folded.replace(/^(?:那么?|其中|里[头面])+/, '')}`;
    const when = topic.periods.map(({ heard }) => heard);
    if (whose === undefined) return { text };
    if (when.every((heard) => heard !== '')) return { text: `${when.join('')}${text}`, whole: true };
  }
  const [node, second] = topic.nodes;
  const can = node && !second && !projects ? canIt(folded) : undefined;
  if (node && can !== undefined) return { text: `${can}${NODE_TITLES[node]}能赶上吗`, whole: true };
  const named = topic.unitIds.length + topic.projectIds.length + topic.categoryIds.length;
  const told = topic.states.some(({ state }) => state.kind === 'told-up');
  const whom = told && named + topic.periods.length === 0 ? toldTo(folded) : undefined;
  if (whom !== undefined) return { text: `上报${whom}的有几件`, whole: true };
  return undefined;
}

/** What was said, in words that follow-ups are read in; undefined: it is the same. */
export function inOtherWords(context: CommandContext, last: Remembered, folded: string): Plain | undefined {
  const { ofLinks, ofWeather, link, topic } = last;
  const ofProject = ofLinks ?? ofWeather ?? link !== undefined;
  const ofProblems = (topic.rate ?? topic.duration) === undefined && !ofProject && topic.nodes.length === 0;
  const words = inPlainWords(folded);
  for (const said of words === folded ? [folded] : [folded, words]) {
    const text = moreOnwards(said) ?? plainOf(said, ofProblems) ?? saidOnwards(said);
    if (text !== undefined && text !== folded) return { text };
  }
  if (words === folded || words.length < 2) return undefined;
  return plainAfter(context, last, words) ?? { text: words };
}

/** Each apart, by what several were named; undefined: nothing was. */
function apartBy({ topic, parts }: Remembered): string | undefined {
  if (parts) return undefined;
  const { unitIds, projectIds, categoryIds, industry, tags, states } = topic;
  if (unitIds.length > 1) return '按单位分开';
  if (categoryIds.length > 1) return '按类别分开';
  if (projectIds.length > 1 || industry !== undefined || tags.some(([tag]) => tag === 'of-projects'))
    return '按项目分开';
  if (states.length > 1 && states.every(({ state }) => isLight(state))) return '各种灯各几件';
  return undefined;
}

/** 再看看美利信的: of another, and no card of a project. */
const AGAIN_OF =
  /^(?:那么?|就|也|给我|帮我|[,，\s])*(?:再|换)(?:来|给我)?(?:看|查|说|讲|报|列|算)(?:看|一?下|说|个)?(\p{Script=Han}{2,10}?)(?:那边|这边)?的[吧呢啊\s\p{P}]*$/u;

/** Nothing of it says whose or when. */
function isBare({ topic, parts, projects }: Remembered): boolean {
  const { unitIds, projectIds, areaIds, categoryIds, personOpenIds, periods, someone, industry } = topic;
  const names = [unitIds, projectIds, areaIds, categoryIds, personOpenIds, periods];
  const bare = names.every((list) => list.length === 0) && someone === undefined && industry === undefined;
  return (
    bare &&
    !parts &&
    !projects &&
    topic.tags.every(([tag]) => !['me', 'our-unit', 'of-projects'].includes(tag))
  );
}
