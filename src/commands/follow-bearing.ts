/**
 * Whether words go on from the answer before, by what they have and lack beside it: whose, what of it, when. Their
 * opening words (那, 其中) are no part of it.
 */
import { anewChip } from '../cards/chips.ts';
import type { Answer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { QueryWord, StateWord } from '../language/lexicon/query-word.ts';
import type { Phrase } from '../language/phrase.ts';
import { areClosed } from '../language/scan-clashes.ts';
import { isLight } from '../language/scan-fits.ts';
import type { Scan } from '../language/scanned.ts';
import { saysSomething, scanOf } from '../language/topic.ts';
import { isBesideStage, isStanding, isStruckThen, isTold } from '../language/topic-states.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { isRating, isShareDone } from './follow-from.ts';
import type { Remembered } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';

/** `within`: of what was answered, whose states stay beside the new ones. */
export interface Bearing {
  within: boolean;
  now: Scan;
  /** Has no figure together with what was answered: asked of all, and that said. */
  anew?: true;
  /** What and when of its own: of those of whom was spoken, and nothing else of them. */
  ofWhom?: true;
  /** 哪个单位最多, after one unit's: of all units. 现在还有几件没办, after last month's rate: of no days. */
  free?: 'unitIds' | 'projectIds' | 'categoryIds' | 'areaIds' | 'periods';
}

const WHOSE: readonly QueryWord['tag'][] = ['me', 'our-unit', 'here', 'enterprise', 'staff', 'of-projects'];
/** What no list of problems answers, or what has follow-ups of its own. */
const ELSE: readonly QueryWord['tag'][] = [
  ...(['everywhere', 'node', 'when', 'links', 'link-name', 'weather', 'projects', 'project-by'] as const),
  ...([
    'project-order',
    'project-told',
    'post',
    'whose',
    'mine',
    'enough-time',
    'node-fate',
    'carries',
  ] as const),
  ...(['against', 'than', 'trend', 'elsewhere', 'standing', 'due-when'] as const),
];
/** 一共逾期几个, 全区红的几个: of all, and says so. */
const OF_ALL = /一共|总共|合计|拢共|全部|所有|全区|全县|全市|整个/;

export const NOW = /现在|目前|眼下|如今/;

/** 上个月新增了几个问题: a question with all of its own. */
const HAS_NOUN = /问题|事项/;

/** The area that all others are in, named: 全区. */
export function ofAllPlaces(scan: Scan, { topAreaId }: Directory): Scan {
  const [only, second] = scan.areaIds;
  if (only === undefined || second !== undefined || only !== topAreaId) return scan;
  return { ...scan, areaIds: [], tags: new Map([...scan.tags, ['everywhere', 1]]) };
}

export function saysAll({ folded }: Phrase): boolean {
  return OF_ALL.test(folded);
}

/** @returns undefined: a question of its own, or nothing */
export function bearingOf(
  last: Remembered,
  said: Scan,
  { folded }: Phrase,
  match: Match,
): Bearing | undefined {
  const was = scanOf(last.topic);
  const now = ofSameDays(was, ofRate(was, said));
  if (last.projects || !isPlain(was, now, match)) return undefined;
  const before = { whose: isWhose(was), what: isWhat(was) || isDated(was) };
  if (isTold(now) && (before.whose || before.what) && !HAS_NOUN.test(folded) && !isWhat(now))
    return { within: false, now };
  const [whose, what] = [isWhose(now), isWhat(now)];
  // 所有单位的一起看, after what one unit has of a project: of that project.
  const ofAny = was.unitIds.length > 0 && (now.heard.get('everywhere') ?? '').includes('单位');
  if (ofAny && !what && !whose && !now.by) return { within: false, now };
  // 全区一共有几件: the same of all; 本月一共呢, after 本周新增几件: of that time.
  const bare = before.what && !what && (!isDated(now) || isDated(was)) && !HAS_NOUN.test(folded);
  // 红的黄的一共是哪几件, after the red ones: both of them.
  const lights = now.states.length > 1 && now.states.every(isLight) && was.states.some(isLight);
  if (OF_ALL.test(folded) && !now.ofAll && !lights)
    return bare && !now.by ? { within: false, now } : undefined;
  const free = FREED[now.by?.by ?? ''];
  if (free && was[free].length > 0)
    return bare && !whose && !isDated(now) ? { within: false, now, free } : undefined;
  // 延期最多的是哪家, after what was extended this year: those again.
  const most = now.by ?? now.tags.has('most');
  if (most && isDated(was) && !whose && !HAS_NOUN.test(folded) && !NOW.test(folded) && isNamedAgain(was, now))
    return { within: false, now: { ...now, states: [] } };
  if (asksForAll(now, folded)) return undefined;
  if (now.except) return leavesOutOf(was, now) && !what ? { within: false, now } : undefined;
  // 用地的占多少, after 本月新增 or 逾期的: of those.
  const share = now.rate === 'share' && whose && now.states.length === 0 && !isDated(now);
  if (share && before.what && was.rate === undefined && was.duration === undefined)
    return { within: true, now };
  if (!what && whose && isOfThose(was, now, folded)) return { within: false, now };
  if (before.what && !what) return isLike(was, now, folded) ? { within: false, now } : undefined;
  // 环评批了没, after one project: of it.
  if (isPlaced(was) && !isPlaced(now) && whose) return { within: false, now };
  // 哪个最急, 最早报的是哪件, after what somebody has: of those.
  const ranks = (now.sorted ?? now.longest) !== undefined && !isDated(now) && now.states.length === 0;
  if (before.whose && ranks && !whose && OF_THOSE.test(folded)) return { within: true, now };
  if (what && isRowOf(was, now)) return { within: true, now };
  if (!what || whose) return undefined;
  // 上个月解决了几件: what and when of its own; 九月份销了几件, after those of October, is the same of another time.
  if (isDated(now) && !isSame(was, now))
    return before.whose && !HAS_NOUN.test(folded) ? { within: false, now, ofWhom: true } : undefined;
  // 报上来超过三天的, after the overdue ones: how long it was overdue is another age.
  if (now.basis === 'logged' && now.ages.length > 0 && !waits(was))
    return before.whose ? { within: false, now, ofWhom: true } : undefined;
  const kept = isKeptOf(was);
  // 销掉了的呢, after 本周新增几件, is what was struck off then.
  const within = !isStruckThen(was, now);
  const beside = isBesideStage(was.states, now.states);
  const stands = now.states.length > 0 && now.states.every((one) => isStanding(one) && one.kind !== 'closed');
  if (was.rate && isDated(was) && stands && NOW.test(folded)) return { within: false, now, free: 'periods' };
  if (before.whose) return { within: (kept || beside) && !now.basis && within, now };
  return bearingOfWhat(was, now, { within, beside });
}

/** 用地的解决了几件, after each category apart: a row of what was told. */
function isRowOf(was: Scan, now: Scan): boolean {
  const named = RANKED_GROUPS.filter((one) => now[GROUP_IDS[one]].length > 0);
  const alone = !isDated(now) && !now.by && now.basis === undefined && now.step === undefined;
  return (
    alone &&
    was.by !== undefined &&
    named.length === 1 &&
    named[0] === was.by.by &&
    now[GROUP_IDS[named[0]]].length === 1
  );
}

/** By their state, those that were counted. */
function isNamedAgain(was: Scan, { states, basis, step, rate, duration }: Scan): boolean {
  const again = ({ kind }: StateWord) =>
    (kind === 'extension' || kind === 'overdue') && was.states.some((one) => one.kind === kind);
  return states.length > 0 && states.every(again) && (basis ?? step ?? rate ?? duration) === undefined;
}

/** Neither says whose: what is asked now beside what was. */
function bearingOfWhat(
  was: Scan,
  now: Scan,
  { within, beside }: { within: boolean; beside: boolean },
): Bearing | undefined {
  const ofStates = now.states.length > 0;
  // 不满意的有几个, after 本季度满意率: of those.
  if (was.rate === 'satisfied' && isDated(was) && ofStates && now.states.every(isRating))
    return { within: true, now };
  // 按时率呢, after 本月办结几个: of those days.
  if ((now.rate ?? now.duration) && isDated(was) && !now.by) return { within: false, now };
  // 同期新增多少, after what was struck off in some days.
  if (now.basis === 'logged' && isDated(was) && !ofStates) return { within: false, now };
  // 各单位分别办了几件, after what was struck off last week: of those days.
  const stepped = now.step !== undefined && now.step === was.step;
  // 没办完的按类别分, after what was logged in some days: of those.
  const came =
    (was.came || was.basis === 'logged' || isShareDone(was)) && ofStates && now.states.every(isStanding);
  if (now.by && isDated(was) && (areClosed(now.states) || now.basis === 'logged' || stepped || came))
    return { within: false, now };
  // 报上来超过三天的有没有, after those that wait: of those, by how long they have.
  if (now.ages.length > 0 && !ofStates && was.states.length > 0)
    return { within: true, now: waiting(was, now) };
  // 又反弹的, after what was struck off: that is open again.
  const back = areClosed(was.states) && (now.step === 'reopened' || now.states.some(isReopened));
  if (back || (isKeptOf(was) && !isPart(now) && !beside && was.step !== now.step))
    return { within: false, now, anew: true };
  if (!isPart(now) && !isMark(now)) return undefined;
  const again = JSON.stringify(was.states) === JSON.stringify(now.states);
  // 办结了多少, after this month's rate: of its days.
  const stands = ofStates && now.states.every((one) => isStanding(one) && one.kind !== 'closed');
  // 没办结的, after 本月登记的办结率: of those.
  const rest = isShareDone(was) && isDated(was) && stands;
  const goes =
    isNarrow(was) || beside || again || (isDated(was) && areClosed(now.states)) || isMark(now) || rest;
  return goes ? { within: within && !again && !(areClosed(was.states) && stands) && !rest, now } : undefined;
}

const FREED: Partial<Record<string, NonNullable<Bearing['free']>>> = {
  unit: 'unitIds',
  project: 'projectIds',
  category: 'categoryIds',
  area: 'areaIds',
};

/** 所有单位平均是多少, after a rate, or after how long signing takes: that, and no days of handling. */
export function ofRate(was: Scan, now: Scan): Scan {
  const extreme = was.duration === 'fastest' || was.duration === 'slowest';
  if (
    extreme ||
    (was.rate ?? was.duration) === undefined ||
    now.duration !== 'average' ||
    now.heard.get('duration') !== '平均'
  )
    return now;
  const { duration: _, ...rest } = now;
  return { ...rest, tags: new Map([...now.tags].filter(([tag]) => tag !== 'duration')) };
}

/** 这周的有没有没转出去的, after what was logged this week: of those, and of none that fall due then. */
function ofSameDays(was: Scan, now: Scan): Scan {
  const [days, second] = now.periods;
  const again =
    days && !second && was.periods.some((one) => one.from === days.from && one.until === days.until);
  return again && now.basis === undefined && was.basis === 'logged' && now.states.length > 0
    ? { ...now, periods: [] }
    : now;
}

/** 为什么没办下来: that it is open is why it is asked. 最早报的是哪件: by when it came, and in no days. */
export function whyOpen({ basis, ...said }: Scan): Scan {
  const ordered = said.longest === 'age' && !isDated(said) && said.ages.length === 0;
  const now = ordered || basis === undefined ? said : { ...said, basis };
  if (!now.tags.has('why')) return now;
  return { ...now, states: now.states.filter(({ kind }) => kind !== 'open') };
}

/** 报上来, of what waits to be looked at: that it was reported done. */
function waiting(was: Scan, { basis, ...now }: Scan): Scan {
  return waits(was) || basis === undefined ? now : { ...now, basis };
}

const waits = ({ states }: Scan) => states.some((one) => one.kind === 'status' && one.status === 'verifying');

const isReopened = (state: Scan['states'][number]) => state.kind === 'mark' && state.mark === 'reopened';

/** Understood to the end, and a question of problems or none by itself. */
function isPlain(was: Scan, now: Scan, match: Match): boolean {
  if (match.kind === 'misuse' || (match.kind === 'unknown' && match.doubt)) return false;
  if (match.kind === 'call' && (match.call.name !== 'ask' || match.call.projectId !== undefined))
    return false;
  // 哪些项目滞后: which projects, and no problems of theirs.
  if (match.kind === 'call' && match.call.name === 'ask' && match.call.measure === 'projects') return false;
  if (now.left.length > 0 || now.doubt || !saysSomething(now)) return false;
  // 供电公司排第几, of a rate or of each apart: by that, and not by what is ranked where nothing is said.
  const ranked =
    (now.byDefault ?? now.rate === undefined) && (was.rate ?? was.duration ?? was.by) !== undefined;
  return !ELSE.some((tag) => tag !== 'everywhere' && now.tags.has(tag) && !(tag === 'standing' && ranked));
}

/** 除了供电公司的还有吗: of what was told, but those; 除了楚能哪个项目问题最多 is of all there are. */
function leavesOutOf(was: Scan, now: Scan): boolean {
  const told = isWhat(was) || isWhose(was) || isDated(was);
  return told && !now.tags.has('most') && !now.by && !isDated(now) && !now.tags.has('everywhere');
}

export function isWhose(scan: Scan): boolean {
  const place = scan.park ?? scan.industry;
  const { unitIds, projectIds, categoryIds } = scan.except ?? {};
  // 除了楚能: all but its own.
  if ([unitIds, projectIds, categoryIds].some((list) => list && list.length > 0)) return true;
  // 企业满意率: no firm is named.
  const said = WHOSE.some((tag) => scan.tags.has(tag) && !(tag === 'enterprise' && scan.rate));
  return namesAny(scan) || place !== undefined || said;
}

/** Understood to the end. */
export function isClear(scan: Scan): boolean {
  return scan.left.length === 0 && !scan.doubt && (saysSomething(scan) || scan.tags.has('due-when'));
}

/** A name and no state, time or step. */
export function isBareName(scan: Scan): boolean {
  const more = scan.states.length + scan.periods.length + scan.ages.length + scan.kinds.length;
  return namesAny(scan) && more === 0 && !scan.by && scan.step === undefined && scan.basis === undefined;
}

/** Whose or where, and not of what kind. */
function isPlaced(scan: Scan): boolean {
  return isWhose({ ...scan, categoryIds: [], texts: [] });
}

function isWhat(scan: Scan): boolean {
  const { states, ages, kinds, step, duration, counted, among } = scan;
  const basis = isTold(scan) ? undefined : scan.basis;
  const rate = scan.byDefault ? undefined : scan.rate;
  return (
    states.length + ages.length + kinds.length > 0 ||
    [step, basis, rate, duration, counted, among].some((one) => one !== undefined)
  );
}

/** 哪件拖得最久, 最急的是哪个: of those that were just told. */
const OF_THOSE =
  /^(?:那么?)?(?:最(?:早|先|快)(?:哪天|哪一天|几号|什么时候)?到期|(?:到期|期限|时限)最(?:早|近)|哪[一几两三]?(?:[件条桩项]|个事)|哪个(?:最|拖|超|压|挂|放|搁|等)|最(?:急|紧|近|紧急|紧迫|要紧|早|先|晚|久|快|老)(?:报|提|登记|转)?(?:上来|过来)?的?(?:那|又)?[一哪]?[个件条]?(?:是|呢|叫|[\s\p{P}]*$))/u;

/** 谁拖得最久, 现在最急的是哪几件, after one unit's: of all of them. */
function asksForAll({ by, longest, sorted, standing, tags }: Scan, folded: string): boolean {
  // 在各单位里排第几: of the one that was spoken of.
  if (standing) return false;
  const ranks = longest ?? sorted ?? (tags.has('most') && !by);
  return Boolean(
    ranks &&
      !OF_THOSE.test(folded) &&
      (/^(?:那么?)?(?:谁|哪)/.test(folded) || !/[久长慢早先老]/.test(folded)),
  );
}

/** 水利那个是咋回事, 住建局那件是什么: of those that were told. */
const THAT_ONE = /^(?:那么?)?\p{Script=Han}{2,8}?的?那[个件条桩](?!月|季|周|星期|礼拜|项目|企业|单位|局)/u;
function isOfThose(was: Scan, now: Scan, folded: string): boolean {
  const narrows =
    isNarrow(was) || isWhose(was) || was.states.some(({ kind }) => kind !== 'open' && kind !== 'all');
  return narrows && THAT_ONE.test(folded) && !now.tags.has('send');
}

const NAMES = ['unitIds', 'projectIds', 'areaIds', 'categoryIds', 'personOpenIds'] as const;

/** 住建, 本月到今天, 分单位排个队: nothing but whose, when or each apart. */
function isLike(was: Scan, now: Scan, folded: string): boolean {
  const { tags } = now;
  if (tags.has('why') || /卡|堵|哪一?步/.test(now.heard.get('how') ?? ''))
    return was.rate === undefined && was.duration === undefined;
  // 住建局的单独来一份, after a file: of the same.
  const file = tags.has('send') && !(was.tags.has('send') && !/[台帐账表]/.test(folded));
  if (tags.has('how') || file) return false;
  // 住建局有几个问题, 哪一类问题最多: of all there are.
  if (HAS_NOUN.test(folded) && (tags.has('count') || tags.has('most'))) return false;
  const bare = ['count', 'which', 'tell', 'by', 'ask'].every((tag) => !tags.has(tag as 'count'));
  const others = NAMES.some((key) => now[key].length > 0 && was[key].length === 0) && isWhose(was);
  return !(bare && others);
}

function isDated({ periods, point }: Scan): boolean {
  return periods.length > 0 || point !== undefined;
}

/** The same is asked of it, at whatever time. */
function isSame(was: Scan, now: Scan): boolean {
  const what = ({ states, basis, rate, duration, step, counted }: Scan) =>
    JSON.stringify([states, basis, rate, duration, step, counted]);
  return what(was) === what(now);
}

/** What is no light and no stage: it stays beside one. */
function isKept(state: Scan['states'][number]): boolean {
  return !isStanding(state);
}

function isKeptOf({ states, step }: Scan): boolean {
  return step !== undefined || states.some(isKept);
}

/** Problems of some days, or to which something was done. */
function isNarrow(was: Scan): boolean {
  const { rate, duration, periods, step, ages, kinds, states, point } = was;
  if (rate || duration || was.tags.has('node') || was.monthly) return false;
  const closed = states.some(({ kind }) => kind === 'closed') && !(was.basis === 'logged' || was.came);
  return (
    !closed &&
    (periods.length + ages.length + kinds.length + (was.except?.states.length ?? 0) > 0 ||
      [step, point].some((one) => one !== undefined) ||
      states.some(isKept))
  );
}

/** 红的几个, 有没得超期的, 办完了几件: some of them. */
function isPart({ states, periods, basis, rate, duration, by, step }: Scan): boolean {
  const others = [basis, rate, duration, by].some((one) => one !== undefined);
  const steps = step !== undefined && states.length > 0;
  return periods.length === 0 && !others && !steps && !states.some(isKept);
}

/** 退过的有几个, 有没有延期的, 一共退了几次: which of some something was done to, or how often. */
function isMark({ states, periods, point, basis, rate, duration, by, step }: Scan): boolean {
  if (periods.length > 0 || [point, basis, rate, duration, by].some((one) => one !== undefined)) return false;
  return states.every(isKept) && (states.length > 0 || step !== undefined);
}

/** What could have stood alone offers to be asked so, where that finds something else. */
export function orAnew(
  answer: Answer | null,
  asked: CallOf<'ask'>,
  { match, phrase }: { match: Match; phrase: Phrase },
): Answer | null {
  if (!isWholeQuestion(match) || answer === null) return answer;
  if (answer.kind !== 'list' && answer.kind !== 'groups' && answer.kind !== 'figures') return answer;
  const [own, gone] = [match.call, asked].map(({ topic: _, ...call }) => JSON.stringify(call));
  if (own === gone) return answer;
  return { ...answer, others: [anewChip(phrase.text), ...(answer.others ?? [])] };
}

/** 有几件逾期, after 其余的: of the rows that were told. */
export function ofTheseRows(call: CallOf<'ask'>, last: Remembered, scan: Scan): CallOf<'ask'> {
  const { ids } = last.filter;
  if (!ids || last.issueId !== undefined || call.filter.ids || call.unread || isWhose(scan)) return call;
  return scan.tags.has('everywhere') ? call : { ...call, filter: { ...call.filter, ids } };
}
