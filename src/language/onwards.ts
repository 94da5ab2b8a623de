/** The question before, asked of its like (lexicon/onwards.ts): what it does not have is no such question. */

import { EXTENSION_STEPS } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { ReadContext } from './definition.ts';
import type { Onward } from './lexicon/onwards.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { readPhrase } from './phrase.ts';
import { emptyScan, scanQuery } from './scan.ts';
import { areClosed } from './scan-clashes.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';
import { goOn, scanOf, type Topic } from './topic.ts';
import { isSomebody } from './topics.ts';

/** What was answered before, as far as it tells what may be asked of it. */
export interface Before {
  topic: Topic;
  /** It was about one unit, project, person or place, and was asked just now. */
  recent: boolean;
  /** Asked just now, whatever it was about. */
  soon: boolean;
}

const read = (said: string, context: ReadContext) => scanQuery(readPhrase(said), context);

/**
 * The question it is now; undefined: it does not go with what was asked.
 * @param now what the words themselves say
 */
export function onwards(before: Before, onward: Onward, now: Scan, context: ReadContext): Scan | undefined {
  const { topic } = before;
  const was = scanOf(topic);
  switch (onward.onward) {
    case 'person':
      return ofPerson(was, onward, now);
    case 'earlier':
      return earlier(was, onward.span);
    case 'each':
      return ofEach(topic, onward, context);
    case 'end':
      return was.rate ? ofUnits(was, onward.end) : undefined;
    case 'share':
      return was.by && isCounted(was) ? { ...was, told: 'share' } : undefined;
    case 'now':
      return was.point && was.periods.length === 0 ? withoutPoint(was) : undefined;
    case 'extreme':
      return now.by && isDoneSet(was) ? goOn(topic, now) : extreme(before, was, onward, context);
    case 'rest':
      return (before.recent || (before.soon && isUnlit(was))) && isCounted(was)
        ? goOn(topic, read(onward.said, context))
        : undefined;
    case 'then':
      return isTimeAlone(now) && (was.periods.length > 0 || was.rate) ? goOn(topic, now) : undefined;
    case 'node':
      return was.tags.has('node') && was.projectIds.length === 1 ? was : undefined;
    case 'links':
      return undefined;
  }
}

function ofPerson(was: Scan, { name, held }: Onward & { onward: 'person' }, now: Scan): Scan | undefined {
  const known = now.unitIds.length + now.projectIds.length + now.areaIds.length + now.categoryIds.length;
  if (known + now.states.length + now.periods.length > 0) return undefined;
  const { others: _, ...rest } = was;
  if (was.someone !== undefined) return { ...rest, someone: name, personOpenIds: [] };
  // 赵磊手里的呢, after what 住建局 has overdue: theirs.
  const told = was.states.length + was.unitIds.length + was.projectIds.length > 0;
  const problems = isCounted(was) && told && !was.by;
  return (problems || held) && isSomebody(name) ? { ...rest, someone: name, unitIds: [] } : undefined;
}

/** One month before the month that was asked for; undefined: it was none. */
function earlier(was: Scan, span: 'day' | 'week' | 'month' | 'quarter' | 'year'): Scan | undefined {
  const [own, second] = was.periods;
  if (!own || second || was.by || was.monthly) return undefined;
  const [from, until] = rangeOf(span, 0, own.from);
  if (own.from !== from || own.until !== until) return undefined;
  const [first, last] = rangeOf(span, -1, own.from);
  const period: Period = { from: first, until: last, past: true };
  return { ...was, periods: [period], heard: new Map([...was.heard, [period, '再往前']]) };
}

function grouped(
  by: (QueryWord & { tag: 'by' })['by'],
  rank: 'most' | 'lowest' | 'highest' | undefined,
  context: ReadContext,
): Scan {
  const word = { tag: 'by', by, asks: true } as const;
  const none = emptyScan(context);
  return {
    ...none,
    by: word,
    tags: new Map([...none.tags, ['by', 1], ...(rank ? [[rank, 1] as const] : [])]),
  };
}

/** A rate or days of each unit. */
function ofUnits(was: Scan, rank?: 'lowest' | 'highest'): Scan {
  const by = { tag: 'by', by: 'unit', asks: true } as const;
  const { top: _, standing: __, sorted: ___, ...rest } = was;
  const tags = new Map(
    [...was.tags].filter(([tag]) => !['lowest', 'highest', 'how', 'most', 'least'].includes(tag)),
  );
  tags.set('by', 1);
  if (rank) tags.set(rank, 1);
  return { ...rest, unitIds: [], by, tags };
}

const VERBS: readonly [RegExp, (was: Scan) => boolean][] = [
  [/申请|延/, isOfExtensions],
  [
    /提|报|登记|反映/,
    (was) => was.basis === 'logged' || was.states.every(({ kind }) => kind === 'all' || kind === 'open'),
  ],
  [
    /反弹|回潮|重开|翻/,
    (was) => was.states.some((s) => s.kind === 'mark' && s.mark === 'bounced') || was.step === 'reopened',
  ],
  [
    /退/,
    (was) => was.step === 'bounced' || was.states.some((s) => s.kind === 'mark' && s.mark === 'bounced'),
  ],
  [/催/, (was) => was.step === 'urged'],
  [/办|销/, (was) => was.states.some(({ kind }) => kind === 'closed')],
  [/接|收/, (was) => was.basis === 'logged'],
  [/拖|超|逾|红/, (was) => was.states.some(({ kind }) => kind === 'overdue')],
];

function ofEach(
  topic: Topic,
  { by, most, of }: Onward & { onward: 'each' },
  context: ReadContext,
): Scan | undefined {
  const was = scanOf(topic);
  if (!isCounted(was) && !(was.rate && !most) && !(was.duration && !most)) return undefined;
  // Of the rate of one unit: those of all.
  if (!isCounted(was) && by === 'unit')
    return goOn({ ...topic, unitIds: [] }, grouped(by, undefined, context));
  // 各单位分别几件, after one unit's: of all of them, anew.
  const named = { unit: was.unitIds, project: was.projectIds, category: was.categoryIds, area: was.areaIds };
  if (by in named && named[by as keyof typeof named].length > 0) return undefined;
  if (of !== undefined && !VERBS.some(([verb, fits]) => verb.test(of) && fits(was))) return undefined;
  // 哪个单位延期最多, after 延了两次以上的: however often.
  const { times: _, ...all } = topic;
  return goOn(of === undefined ? topic : all, grouped(by, most && 'most', context));
}

/** Of some days, and neither of a light nor of a stage: 还剩多少 is what of them is open. */
function isUnlit({ states, periods, by }: Scan): boolean {
  return periods.length > 0 && !by && states.every(({ kind }) => ['open', 'all', 'closed'].includes(kind));
}

function isOfExtensions({ states, step }: Scan): boolean {
  return (
    states.some(({ kind }) => kind === 'extension') || (step !== undefined && EXTENSION_STEPS.includes(step))
  );
}

/** Numbers of problems, and no rate, days, steps or nodes. */
function isCounted({ rate, duration, tags, counted, than, monthly, projectBy }: Scan): boolean {
  const others = (['node', 'links', 'weather', 'trend', 'against', 'grows'] as const).some((tag) =>
    tags.has(tag as 'node'),
  );
  return !others && !rate && !duration && !counted && than === undefined && !monthly && !projectBy;
}

function withoutPoint(was: Scan): Scan {
  const { point: _, ...rest } = was;
  return rest;
}

/** 最慢的呢, after days it took: the other end of the same. Of whatever was asked about just now the first, by its clock. */
function extreme(
  { topic, soon }: Before,
  was: Scan,
  { slow, said, one }: Onward & { onward: 'extreme' },
  context: ReadContext,
): Scan | undefined {
  const first = said === '最早' && isCounted(was);
  if (isDoneSet(was) && !was.by && !first) return timed(was, slow ? 'slowest' : 'fastest');
  if (!slow || !isCounted(was) || (was.by && !one)) return undefined;
  const stands = was.states.some((state) => isLight(state) || ['overdue', 'status'].includes(state.kind));
  return stands || soon ? goOn(topic, read(`${said}的是哪件`, context), { within: true }) : undefined;
}

/** Days it took, a rate of what was struck off, or that: what was slowest is of those. */
function isDoneSet({ duration, rate, states, basis }: Scan): boolean {
  if (duration || rate === 'on-time' || rate === 'satisfied') return true;
  return !rate && !basis && areClosed(states);
}

const NO_DAYS: readonly QueryWord['tag'][] = ['rate', 'how', 'count', 'sorted', 'longest', 'asked', 'newest'];

function timed(asked: Scan, duration: 'slowest' | 'fastest'): Scan {
  const { rate: _, byDefault: _d, sorted: _s, longest: _l, fact: _f, ...was } = asked;
  const tags = new Map([...was.tags].filter(([tag]) => !NO_DAYS.includes(tag)));
  return { ...was, duration, tags: tags.set('duration', 1) };
}

/** A time, and nothing else that could be counted. */
function isTimeAlone(now: Scan): boolean {
  const names = now.unitIds.length + now.projectIds.length + now.areaIds.length + now.categoryIds.length;
  const more = now.states.length + now.texts.length + now.ages.length + now.kinds.length + now.left.length;
  const said = [
    now.basis,
    now.rate,
    now.duration,
    now.step,
    now.by,
    now.someone,
    now.except,
    now.point,
    now.doubt,
  ];
  return (
    now.periods.length === 1 &&
    names + more === 0 &&
    said.every((one) => one === undefined) &&
    !now.tags.has('noun')
  );
}
