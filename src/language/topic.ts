/** What a question was about, kept for the next one (那住建局呢). */
import { EXTENSION_STEPS, GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Period } from './lexicon/periods.ts';
import { type QueryWord, SILENT, type StateWord } from './lexicon/query-word.ts';
import { withOtherDays } from './other-days.ts';
import type { Scan } from './scanned.ts';
import {
  byItsClock,
  clocked,
  exceptBoth,
  exceptBut,
  isAhead,
  isBesideStage,
  isLeftUndone,
  isOtherAge,
  isStruckThen,
  isTold,
  isUndone,
  narrowed,
  otherEnd,
  sameOfYearBefore,
  stepThen,
  stillOpen,
  stoodThen,
  takeExcept,
  takesPlace,
  toldOf,
  wasAhead,
  wasOver,
} from './topic-states.ts';

type Said = Omit<
  Scan,
  'tags' | 'heard' | 'states' | 'periods' | 'left' | 'outside' | 'clashes' | 'doubt' | 'sounded'
>;

export interface Topic extends Said {
  states: { state: StateWord; heard: string }[];
  periods: { period: Period; heard: string }[];
  /** Tag, how often, as written. */
  tags: [QueryWord['tag'], number, string][];
}

export function topicOf(scan: Scan): Topic {
  const {
    tags,
    heard,
    states,
    periods,
    left: _l,
    outside: _o,
    clashes: _c,
    doubt: _d,
    sounded: _s,
    ...said
  } = scan;
  return {
    ...said,
    states: states.map((state) => ({ state, heard: heard.get(state) ?? '' })),
    periods: periods.map((period) => ({ period, heard: heard.get(period) ?? '' })),
    tags: [...tags].flatMap(([tag, times]): Topic['tags'] =>
      SILENT.includes(tag) ? [] : [[tag, times, heard.get(tag) ?? '']],
    ),
  };
}

export function scanOf({ states, periods, tags, ...said }: Topic): Scan {
  const heard = new Map<StateWord | Period | QueryWord['tag'] | 'person', string>();
  for (const one of states) heard.set(one.state, one.heard);
  for (const one of periods) heard.set(one.period, one.heard);
  for (const [tag, , word] of tags) if (word !== '') heard.set(tag, word);
  return {
    ...said,
    // Rows of the version before have none.
    ages: said.ages ?? [],
    states: states.map(({ state }) => state),
    periods: periods.map(({ period }) => period),
    tags: new Map(tags.map(([tag, times]) => [tag, times])),
    heard,
    left: [],
    outside: [],
    clashes: [],
  };
}

/** Words that each say which measure it is: a new one takes the place of all. */
const MEASURING: readonly QueryWord['tag'][] = [
  ...(['rate', 'duration', 'trend', 'against', 'than', 'highest', 'lowest', 'whose', 'why', 'send'] as const),
  ...([
    'how',
    'longest',
    'most',
    'least',
    'more',
    'newest',
    'node',
    'when',
    'enough-time',
    'sorted',
  ] as const),
  ...(['project-by', 'project-order', 'project-told', 'post'] as const),
  ...(['node-fate', 'node-planned', 'node-days', 'beside-node', 'carries', 'weather'] as const),
];
const RANKS: readonly QueryWord['tag'][] = [
  ...(['most', 'least', 'highest', 'lowest', 'longest', 'top', 'sorted', 'standing'] as const),
];
const PLACES: readonly QueryWord['tag'][] = ['here', 'everywhere'];
const UNITS: readonly QueryWord['tag'][] = ['our-unit', 'helping'];
const PEOPLE: readonly QueryWord['tag'][] = ['me', 'enterprise', 'staff'];

/** Fields of a measure: a new one takes the place of all. */
const OF_MEASURE = [
  ...(['rate', 'byDefault', 'duration', 'against', 'than', 'longest', 'grows'] as const),
  ...(['taken', 'reached', 'weather'] as const),
  ...(['nodesSaid', 'projectBy', 'projectOrder', 'post'] as const),
  ...(['top', 'standing', 'sorted', 'bound', 'ofAll', 'less'] as const),
];
/** Fields that take the place of the same one before. */
const SAID_ANEW = [
  ...OF_MEASURE,
  ...(['basis', 'otherDays', 'by', 'alsoBy', 'having', 'told', 'monthly', 'others'] as const),
  ...(['step', 'doer', 'times', 'after', 'second', 'among', 'counted', 'bare'] as const),
  ...(['latest', 'fact', 'definite', 'longestPaused', 'park', 'industry', 'someone'] as const),
];

const any = (scan: Scan, tags: readonly QueryWord['tag'][]) => tags.some((tag) => scan.tags.has(tag));

type GoingOn = Partial<Record<'within' | 'pointed' | 'answered' | 'marked' | 'both', boolean>>;

/**
 * The question before with what is said now: a unit takes the place of the unit, a time of the time, a state of the
 * states; what is not said anew stays.
 * @param within 其中红的: of what was answered, so its states and steps stay beside the new ones
 * @param pointed 其中, 里头: of those alone. Without it 解决了多少, after what came in some days, is what was struck off in
 * those
 * @param answered not of the same sentence: the figures told have a clock
 * @param marked …呢: the same of others
 * @param both whether the states of before stay, where it is known
 */
export function goOn(
  topic: Topic,
  asked: Scan,
  { within = false, pointed = false, answered = true, marked = false, both }: GoingOn = {},
): Scan {
  const said = withOtherDays(topic.otherDays, asked);
  const was = answered ? clocked(scanOf(topic), said) : scanOf(topic);
  const told = isTold(said) && said.states.length + said.periods.length === 0 ? toldOf(was, said) : undefined;
  const [before, now] = stoodThen(was, otherEnd(was, byItsClock(was, stillOpen(was, told?.said ?? said))));
  const merged: Scan = { ...before, tags: new Map(before.tags), heard: new Map(before.heard) };
  const drop = (...tags: readonly QueryWord['tag'][]) => {
    for (const tag of tags) (merged.tags as Map<QueryWord['tag'], number>).delete(tag);
  };
  // 用地的占多少, after 哪类最多: one share of all of them.
  if (now.rate === 'share' && !now.by) dropGroups(merged, drop);
  if (now.tags.has('everywhere')) widen(merged, now.heard.get('everywhere') ?? '', drop);
  // 光协办的是哪几个: of the unit that was spoken of, in the other role.
  const role = now.tags.has('helping') && now.unitIds.length === 0 && !now.tags.has('our-unit');
  if (now.tags.has('helping') || now.unitIds.length > 0) delete merged.helpingToo;
  if (now.helpingToo) merged.helpingToo = true;
  if ((now.unitIds.length > 0 || any(now, UNITS)) && !role) {
    merged.unitIds = now.unitIds;
    // 水利局呢, after what 住建局 helps with: the same of another.
    drop(...(now.unitIds.length > 0 && before.unitIds.length > 0 ? (['our-unit'] as const) : UNITS));
    // 住建局的列一下, after 住建局跟交通局谁逾期的多
    const besides = before.unitIds.length > 1 && now.unitIds.length === 1 && before.tags.has('more');
    if (besides) drop('more');
    if (merged.by?.by === 'unit' || besides) dropGroups(merged, drop);
  }
  // 所有单位的, after what one has of a project: of that project.
  const units = (now.heard.get('everywhere') ?? '').includes('单位');
  if (now.projectIds.length + now.areaIds.length > 0 || (any(now, PLACES) && !units)) {
    // 楚能的列一下, after 楚能跟邦普哪个多
    const besides = before.projectIds.length > 1 && now.projectIds.length === 1 && before.tags.has('more');
    if (besides) drop('more');
    merged.projectIds = now.projectIds;
    merged.areaIds = now.areaIds;
    drop(...PLACES);
    // 那楚能呢, after 美利信开工以来: since its own.
    if (now.projectIds.length !== 1) drop('since-node');
    if (merged.by?.by === 'project' || besides) dropGroups(merged, drop);
  }
  // 安琪呢, after 楚能比兴发多几件: that one beside 兴发; 楚能的列一下: of that alone.
  const rivals = (['unitIds', 'projectIds'] as const).find(
    (key) =>
      before.tags.has('than') &&
      before[key].length === 2 &&
      now[key].length === 1 &&
      before.periods.length < 2,
  );
  if (rivals && !before[rivals].includes(now[rivals][0] ?? 0))
    merged[rivals] = [...now[rivals], ...before[rivals].slice(1)];
  else if (rivals) drop('than', 'trend');
  freeApart(merged, before, now);
  if (now.personOpenIds.length > 0 || now.someone !== undefined || any(now, PEOPLE)) {
    merged.personOpenIds = now.personOpenIds;
    if (now.someone === undefined) delete merged.someone;
    delete merged.others;
    drop(...PEOPLE);
  }
  // 逾期的还有几件, after where 应急局 stands: its own.
  if (before.standing && now.states.length > 0 && !now.by) dropGroups(merged, drop);
  if (now.states.length > 0 || now.step !== undefined) {
    // 办完的有几件, after 最近三天有什么进展: struck off in those days, and not of what moved.
    const moved = before.step === 'advanced' && now.step === undefined;
    const instead = !pointed && answered && takesPlace(before, now, marked);
    const beside = within || stepThen(before, now, answered) || isBesideStage(before.states, now.states);
    const held = !moved && (both ?? (!instead && beside));
    merged.states = held ? narrowed(before.states, now.states, before.periods.length > 0) : now.states;
    if (now.step) merged.states = merged.states.filter((state) => !isUndone(now.step, state));
    if (!within) delete merged.either;
    if (now.either) merged.either = true;
    delete merged.counted;
    delete merged.bare;
    delete merged.latest;
    delete merged.after;
    delete merged.among;
    delete merged.second;
    // 逾期的呢, after 宋丽转办的: among those that she handed on.
    const kept = !moved && (held || before.doer) && !now.states.some((state) => isUndone(before.step, state));
    if (!kept || now.step !== undefined) {
      delete merged.step;
      delete merged.times;
      drop('step');
    }
  }
  // 退过几次, after what 住建局 has: how often that was sent back, and not what it sent back.
  if (now.step !== undefined || now.unitIds.length > 0) delete merged.byAnyone;
  if (now.step === 'bounced' && now.unitIds.length === 0 && before.unitIds.length > 0 && !before.step)
    merged.byAnyone = true;
  const past = wasOver(before, now);
  // 剩下的, after what was struck off of them: of those that were logged then.
  if (past && before.came) merged.basis = 'logged';
  // 超期的呢 after 这个月办结几个: what stands now did not fall due then.
  const over = past && !before.came;
  const stands = isLeftUndone(before, now) || (answered && !pointed && wasAhead(before, now));
  if ((over && !within) || stands) merged.periods = [];
  if (!pointed && isStruckThen(before, now)) {
    delete merged.basis;
    drop('basis');
    merged.came = true;
  } else if (now.basis !== undefined || now.states.length + now.periods.length > 0) delete merged.came;
  // 下周呢, after 上周几件 and 本周呢.
  if (before.basis === 'logged' && !before.tags.has('basis') && isAhead(now)) delete merged.basis;
  // 前天新增的呢 after 办掉几件: of all that came then.
  if (told) merged.states = told.states;
  else if (now.basis === 'logged' && now.states.length === 0)
    // 刘敏上周报几件, after 没销的列下: of all that they logged.
    merged.states = now.someone === undefined ? before.states.filter(({ kind }) => kind !== 'closed') : [];
  if (now.except) {
    // 不算挂账的, after 除了住建局: without either.
    merged.except = exceptBoth(before.except, now.except);
    // 那除了住建局呢, after 住建局的: all but that one.
    if (now.except.unitIds.length > 0) merged.unitIds = now.unitIds;
    if (now.except.projectIds.length > 0) merged.projectIds = now.projectIds;
    if (now.except.categoryIds.length > 0) merged.categoryIds = now.categoryIds;
  } else if (before.except) takeExcept(merged, exceptBut(before.except, now, kindsSaid(now)));
  if (now.ages.length + now.periods.length > 0 || (now.states.length > 0 && !within)) merged.ages = now.ages;
  if (now.kinds.length > 0) merged.kinds = now.kinds;
  if (now.categoryIds.length > 0 || now.texts.length > 0) {
    merged.categoryIds = now.categoryIds;
    merged.texts = now.texts;
    if (merged.by?.by === 'category') dropGroups(merged, drop);
  }
  if (now.periods.length > 0 || now.tags.has('since-node') || now.point) {
    merged.periods = sameOfYearBefore(before, now);
    // 其中本月到期的, of a past day, is not told of today's.
    if (!within) delete merged.point;
    if (now.point) merged.point = now.point;
    drop('since-node');
  }
  // 倒数的呢, after 各单位按时率: the other end of the same.
  const ends = MEASURING.every((tag) => !now.tags.has(tag) || RANKS.includes(tag));
  const onlyNode = MEASURING.every((tag) => now.tags.has(tag) === (tag === 'node'));
  if (onlyNode && before.tags.has('node') && before.nodes.length > 0) {
    // 那投产呢 after 开工了没
    merged.nodes = now.nodes;
    delete merged.reached;
    (merged.tags as Map<QueryWord['tag'], number>).set('when', 1);
  } else if (any(now, MEASURING) && ends && (before.by ?? now.by) && (before.rate || before.duration))
    drop(...RANKS);
  else if (any(now, MEASURING)) {
    for (const key of OF_MEASURE) delete merged[key];
    merged.nodes = now.nodes;
    drop(...MEASURING);
  }
  const ofList = now.sorted !== undefined && now.sorted !== 'rising' && now.sorted !== 'falling';
  if (ofList && !now.by) dropGroups(merged, drop);
  if (now.fact || now.counted || now.by || any(now, MEASURING)) {
    delete merged.fact;
    delete merged.definite;
    delete merged.longestPaused;
  }
  if (now.fact) {
    delete merged.counted;
    if (before.counted) delete merged.step;
  }
  // 里面有几件超期, after a file: the number.
  const asks = (['count', 'ask', 'not', 'which', 'how', 'why'] as const).some((tag) => now.tags.has(tag));
  if (asks && !now.tags.has('send')) drop('send');
  // 按单位分开, after 逾期的有哪些: each apart, and no list of them.
  if (now.by) drop('by', ...(now.tags.has('count') ? [] : (['count'] as const)));
  // 里头最急的是哪一个, after figures of each: of all of them.
  // 红的列一列, after 各灯色几件: those.
  else if ((now.tags.has('due-when') || listsSome(now)) && merged.by) dropGroups(merged, drop);
  // 办结最多的是哪个, after those that have none.
  if (merged.having?.none && !now.having && any(now, ['most', 'least'])) delete merged.having;
  // 最慢的呢, after 办得最快的三个单位, 签收最快的: as many, and from when to when.
  if (isExtreme(now) && before.duration) {
    if (before.taken && !now.taken) merged.taken = before.taken;
    if (before.by && before.top && !now.top) merged.top = before.top;
  }
  for (const key of SAID_ANEW) if (now[key] !== undefined) Object.assign(merged, { [key]: now[key] });
  // 批了几次, after 延期申请了几次.
  const extended = before.states.some(({ kind }) => kind === 'extension');
  if (now.bare && (extended || (before.step && EXTENSION_STEPS.includes(before.step)))) delete merged.bare;
  // 新能源的呢, after 楚能: others are in it.
  if ((now.park ?? now.industry) !== undefined && before.projectIds.length === 1)
    Object.assign(merged, { projectIds: now.projectIds });
  for (const [tag, times] of now.tags) (merged.tags as Map<QueryWord['tag'], number>).set(tag, times);
  for (const [key, word] of now.heard) (merged.heard as Map<typeof key, string>).set(key, word);
  for (const period of merged.periods)
    if (!merged.heard.has(period)) (merged.heard as Map<Period, string>).set(period, '去年同期');
  delete merged.stepDays;
  if (before.step && before.periods.length > 0 && (now.periods.length === 0 || before.stepDays))
    merged.stepDays = true;
  // 里头超期的, after 超过10天没办完的: so long would it be overdue.
  const left =
    (over && within) || isOtherAge(before, now, merged)
      ? [...now.left, ...now.states.map((one) => now.heard.get(one) ?? '')]
      : [...now.left, ...(told?.left ?? [])];
  return { ...merged, left, outside: now.outside, clashes: now.clashes, ...doubtOf(now) };
}

/** 红的列一列, 逾期的念给我听 */
const listsSome = ({ tags, heard, states }: Scan) =>
  states.length > 0 && tags.has('tell') && /[列念摆拉]/.test(heard.get('tell') ?? '');
const isExtreme = ({ duration }: Scan) => duration === 'fastest' || duration === 'slowest';

/** Of what kinds a name is said. */
function kindsSaid(now: Scan): Record<'units' | 'places' | 'kinds', boolean> {
  return {
    units: now.unitIds.length > 0 || any(now, UNITS),
    places: now.projectIds.length + now.areaIds.length > 0 || any(now, PLACES),
    kinds: now.categoryIds.length + now.texts.length > 0,
  };
}

function doubtOf({ doubt, sounded }: Scan): Pick<Scan, 'doubt' | 'sounded'> {
  return { ...(doubt && { doubt }), ...(sounded && { sounded }) };
}

/** 全区呢, after one unit's or one person's: of all; 所有单位呢: of all units. */
function widen(scan: Scan, heard: string, drop: (...tags: QueryWord['tag'][]) => void): void {
  if (heard.includes('项目')) return;
  scan.unitIds = [];
  drop(...UNITS);
  if (heard.includes('单位')) return;
  scan.personOpenIds = [];
  for (const key of ['someone', 'others', 'park', 'industry'] as const) delete scan[key];
  drop(...PEOPLE, 'of-projects');
}

/** 最快的是哪家, after the days of one unit; 按类别都列一下, after one kind: of all of them. */
function freeApart(scan: Scan, before: Scan, now: Scan): void {
  const by = RANKED_GROUPS.find((one) => one === now.by?.by);
  const key = by && GROUP_IDS[by];
  if (!key || before[key].length !== 1 || now[key].length > 0 || now.tags.has('against')) return;
  if (key === 'categoryIds' || (before.rate ?? before.duration) !== undefined) scan[key] = [];
}

function dropGroups(scan: Scan, drop: (...tags: QueryWord['tag'][]) => void): void {
  delete scan.by;
  delete scan.having;
  delete scan.top;
  delete scan.standing;
  delete scan.bound;
  delete scan.told;
  drop('by', 'most', 'least', 'highest', 'lowest', 'top', 'standing');
}

/** Something of a question: a name, a time, a state, a measure. */
export function saysSomething(scan: Scan): boolean {
  const ids = [scan.unitIds, scan.projectIds, scan.areaIds, scan.personOpenIds, scan.categoryIds];
  return (
    ids.some((list) => list.length > 0) ||
    scan.states.length + scan.periods.length + scan.ages.length + scan.kinds.length + scan.texts.length > 0 ||
    scan.by !== undefined ||
    scan.basis === 'logged' ||
    scan.point !== undefined ||
    scan.step !== undefined ||
    scan.fact !== undefined ||
    scan.weather !== undefined ||
    scan.except !== undefined ||
    scan.park !== undefined ||
    scan.industry !== undefined ||
    scan.top !== undefined ||
    any(scan, [...MEASURING, ...UNITS, ...PEOPLE, ...PLACES, 'count'])
  );
}
