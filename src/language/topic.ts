/** What a question was about, kept so that the next one (那住建局呢) can go on from it. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

type Said = Omit<
  Scan,
  'tags' | 'heard' | 'states' | 'periods' | 'left' | 'outside' | 'clashes' | 'doubt' | 'sounded'
>;

/** A scan as it is stored: each word beside what it means. */
export interface Topic extends Said {
  states: { state: StateWord; heard: string }[];
  periods: { period: Period; heard: string }[];
  /** Tag, how often, as written. */
  tags: [QueryWord['tag'], number, string][];
}

/** Words that only ask, or were said for this once. */
const PASSING: readonly QueryWord['tag'][] = [
  'filler',
  'of',
  'ask',
  'tell',
  'except',
  'except-end',
  'others',
  'after-name',
  'noun',
  'and',
  'after-unit',
  'after-project',
  'after-name',
  'as-many',
  'before-unit',
  'mainly',
  'after-period',
];

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
      PASSING.includes(tag) ? [] : [[tag, times, heard.get(tag) ?? '']],
    ),
  };
}

function scanOf({ states, periods, tags, ...said }: Topic): Scan {
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
  ...(['how', 'longest', 'most', 'more', 'newest', 'node', 'when', 'enough-time'] as const),
  ...(['project-by', 'project-order', 'project-told', 'post'] as const),
  ...(['node-fate', 'node-planned', 'node-days', 'beside-node', 'carries', 'weather'] as const),
];
const RANKS: readonly QueryWord['tag'][] = ['most', 'highest', 'lowest', 'longest'];
const PLACES: readonly QueryWord['tag'][] = ['here', 'everywhere'];
const UNITS: readonly QueryWord['tag'][] = ['our-unit', 'helping'];
const PEOPLE: readonly QueryWord['tag'][] = ['me', 'enterprise'];

const any = (scan: Scan, tags: readonly QueryWord['tag'][]) => tags.some((tag) => scan.tags.has(tag));

/**
 * The question before with what is said now: a unit takes the place of the unit, a time of the time, a state of the
 * states; what is not said anew stays.
 */
export function goOn(topic: Topic, now: Scan): Scan {
  const before = scanOf(topic);
  const merged: Scan = { ...before, tags: new Map(before.tags), heard: new Map(before.heard) };
  const drop = (...tags: readonly QueryWord['tag'][]) => {
    for (const tag of tags) (merged.tags as Map<QueryWord['tag'], number>).delete(tag);
  };
  if (now.unitIds.length > 0 || any(now, UNITS)) {
    merged.unitIds = now.unitIds;
    drop(...UNITS);
    if (merged.by?.by === 'unit') dropGroups(merged, drop);
  }
  if (now.projectIds.length + now.areaIds.length > 0 || any(now, PLACES)) {
    merged.projectIds = now.projectIds;
    merged.areaIds = now.areaIds;
    drop(...PLACES, 'since-node');
    if (merged.by?.by === 'project') dropGroups(merged, drop);
  }
  if (now.personOpenIds.length > 0 || now.someone !== undefined || any(now, PEOPLE)) {
    merged.personOpenIds = now.personOpenIds;
    if (now.someone === undefined) delete merged.someone;
    delete merged.others;
    drop(...PEOPLE);
  }
  if (now.states.length > 0 || now.step !== undefined) {
    merged.states = now.states;
    delete merged.either;
    if (now.either) merged.either = true;
    delete merged.step;
    delete merged.times;
    drop('step');
  }
  // 前天新增的呢 after 办掉几件: of all that came then.
  if (now.basis === 'logged' && now.states.length === 0)
    merged.states = before.states.filter(({ kind }) => kind !== 'closed');
  if (now.except) {
    merged.except = now.except;
    // 那除了住建局呢, after 住建局的: all but that one.
    if (now.except.unitIds.length > 0) merged.unitIds = now.unitIds;
    if (now.except.projectIds.length > 0) merged.projectIds = now.projectIds;
    if (now.except.categoryIds.length > 0) merged.categoryIds = now.categoryIds;
  } else if (before.except) takeExcept(merged, exceptBut(before.except, now));
  if (now.states.length + now.ages.length + now.periods.length > 0) merged.ages = now.ages;
  if (now.kinds.length > 0) merged.kinds = now.kinds;
  if (now.categoryIds.length > 0 || now.texts.length > 0) {
    merged.categoryIds = now.categoryIds;
    merged.texts = now.texts;
  }
  if (now.periods.length > 0 || now.tags.has('since-node')) {
    merged.periods = now.periods;
    drop('since-node');
  }
  // 倒数的呢, after 各单位按时率: the other end of the same.
  const ends = MEASURING.every((tag) => !now.tags.has(tag) || RANKS.includes(tag));
  if (any(now, MEASURING) && ends && before.by && (before.rate || before.duration)) drop(...RANKS);
  else if (any(now, MEASURING)) {
    for (const key of [
      'rate',
      'duration',
      'against',
      'than',
      'longest',
      'grows',
      'taken',
      'reached',
      'weather',
      'nodesSaid',
      'projectBy',
      'projectOrder',
      'post',
    ] as const)
      delete merged[key];
    merged.nodes = now.nodes;
    drop(...MEASURING);
  }
  if (now.by) drop('by');
  for (const key of ['basis', 'by', 'longest', 'rate', 'duration', 'against', 'than', 'grows'] as const)
    if (now[key] !== undefined) Object.assign(merged, { [key]: now[key] });
  const own = [
    'step',
    'times',
    'having',
    'told',
    'monthly',
    'taken',
    'reached',
    'weather',
    'nodesSaid',
    'projectBy',
    'projectOrder',
    'post',
    'others',
  ] as const;
  for (const key of own) if (now[key] !== undefined) Object.assign(merged, { [key]: now[key] });
  for (const key of ['park', 'industry', 'someone'] as const)
    if (now[key] !== undefined) Object.assign(merged, { [key]: now[key] });
  for (const [tag, times] of now.tags) (merged.tags as Map<QueryWord['tag'], number>).set(tag, times);
  for (const [key, word] of now.heard) (merged.heard as Map<typeof key, string>).set(key, word);
  return { ...merged, left: now.left, outside: now.outside, clashes: now.clashes, ...doubtOf(now) };
}

/** What stays left out beside names and states that are said anew: of a kind that is said, nothing. */
function exceptBut(except: NonNullable<Scan['except']>, now: Scan): NonNullable<Scan['except']> {
  const units = now.unitIds.length > 0 || any(now, UNITS);
  const places = now.projectIds.length + now.areaIds.length > 0 || any(now, PLACES);
  const kinds = now.categoryIds.length + now.texts.length > 0;
  return {
    unitIds: units ? [] : except.unitIds,
    projectIds: places ? [] : except.projectIds,
    categoryIds: kinds ? [] : except.categoryIds,
    states: now.states.length > 0 ? [] : except.states,
  };
}

function takeExcept(scan: Scan, except: NonNullable<Scan['except']>): void {
  if (Object.values(except).some((list) => list.length > 0)) scan.except = except;
  else delete scan.except;
}

function doubtOf({ doubt, sounded }: Scan): Pick<Scan, 'doubt' | 'sounded'> {
  return { ...(doubt && { doubt }), ...(sounded && { sounded }) };
}

function dropGroups(scan: Scan, drop: (...tags: QueryWord['tag'][]) => void): void {
  delete scan.by;
  delete scan.having;
  delete scan.told;
  drop('by', 'most', 'highest', 'lowest');
}

/** Something of a question: a name, a time, a state, a measure. */
export function saysSomething(scan: Scan): boolean {
  const ids = [scan.unitIds, scan.projectIds, scan.areaIds, scan.personOpenIds, scan.categoryIds];
  return (
    ids.some((list) => list.length > 0) ||
    scan.states.length + scan.periods.length + scan.ages.length + scan.kinds.length + scan.texts.length > 0 ||
    scan.by !== undefined ||
    scan.step !== undefined ||
    scan.weather !== undefined ||
    scan.except !== undefined ||
    scan.park !== undefined ||
    scan.industry !== undefined ||
    any(scan, [...MEASURING, ...UNITS, ...PEOPLE, ...PLACES, 'count'])
  );
}

/** A question's filter and the page of its list that was shown last. */
export interface LastAnswer {
  topic: Topic;
  filter: IssueFilter;
  page: number;
  /** The one problem that was shown: 为什么红了 is about it. */
  issueId?: number | undefined;
}
