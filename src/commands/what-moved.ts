/** 兴发这周有什么进展: what was done, or what came. */
import { todayOf } from '../domain/directory.ts';
import type { IssueFilter, Step } from '../domain/issue-filter.ts';
import type { Fact, Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { filterOf } from '../language/filter-of.ts';
import type { Period } from '../language/lexicon/periods.ts';
import type { Phrase } from '../language/phrase.ts';
import { measureOf } from '../language/reading-of.ts';
import type { Scan } from '../language/scanned.ts';
import { type Topic, topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';

/**
 * 兴发这周有什么进展 could ask for what was done or for what came; what falls due then is neither. Of nobody in particular
 * both are told.
 * @param several the figures that are told together (several-questions.ts)
 */
export function whatMoved(
  phrase: Phrase,
  scan: Scan,
  call: CallOf<'ask'>,
  several: CallOf<'ask'> | undefined,
  context: ReadContext,
): CallOf<'ask'> | undefined {
  const how = scan.heard.get('how') ?? '';
  const [period, second] = scan.periods;
  if (!period || second || !/进展|动静|动向/.test(how) || scan.basis || scan.states.length > 0)
    return undefined;
  const all = several?.parts && isOfAll(scan, call) && !NEWS.test(how);
  if (call.unread || measureOf(scan) !== 'progress') return undefined;
  const day =
    /动静|动向/.test(how) && !scan.by && !scan.step && !scan.fact && happenings(scan, period, context);
  if (day) return { ...call, ...day };
  if (all) return undefined;
  const moved = stepsTaken(phrase, scan, how, context);
  if (moved) return { ...call, ...moved };
  const nearest = ['办结的有哪些', '新增的有哪些'].map((end) => phrase.text.trim().replace(how, end));
  return { ...call, filter: {}, unread: [scan.heard.get(period) ?? how], nearest };
}

/** Steps that are what happened on a day, beside what was logged and struck off. */
const STEPS_OF_A_DAY: readonly Step[] = [
  ...(['routed', 'signed', 'progress', 'reported-done', 'refuted', 'bounced', 'asked-extension'] as const),
];

/** Whether these are the figures of {@link whatMoved}: how things stood at one moment goes on from none of them. */
export function tellsWhatHappened(parts: readonly Reading[] | undefined): boolean {
  return (
    parts !== undefined && STEPS_OF_A_DAY.every((step) => parts.some(({ filter }) => filter.step === step))
  );
}

/** 昨天一天都有些啥动静: how many of each step were taken, with their lists behind. undefined: it is still to come. */
function happenings(
  scan: Scan,
  { from, until }: Period,
  context: ReadContext,
): { topic: Topic; measure: 'count'; filter: IssueFilter; parts: Reading[] } | undefined {
  if (from > todayOf(context)) return undefined;
  const tags = new Map([...scan.tags].filter(([tag]) => tag !== 'how'));
  const place = filterOf({ ...scan, periods: [], tags }, context, false);
  const each: IssueFilter[] = [
    { loggedFrom: from, loggedTo: until },
    ...STEPS_OF_A_DAY.map((step) => ({ step, stepFrom: from, stepTo: until })),
    { statuses: ['closed'], closedFrom: from, closedTo: until },
  ];
  const parts = each.map((filter): Reading => ({ measure: 'count', filter: { ...place, ...filter } }));
  return { topic: topicOf(scan), measure: 'count', filter: { ...place, ...each[0] }, parts };
}

/** 有什么新进展, 进展更新: what was reported, whoever's it is. */
const NEWS = /新进展|更新/;

/** 楚能最近一周有啥进展: where a unit took a step in that time, with the last one of each; 动静 may be anything. */
function stepsTaken(
  { folded }: Phrase,
  scan: Scan,
  how: string,
  context: ReadContext,
): { topic: Topic; measure: 'list'; filter: IssueFilter; fact: Fact } | undefined {
  const { by, step, fact, tags } = scan;
  const past = scan.periods.every((period) => period.from <= todayOf(context));
  // 今年进展怎么样 asks how it goes.
  const asked = /(?:有|啥|什么|么|哪些).{0,6}(?:进展|更新)/.test(folded) && /进展/.test(how);
  if (!asked || by || step || fact || !past || tags.has('newest')) return undefined;
  const rest: Scan = {
    ...scan,
    step: 'advanced',
    tags: new Map([...tags].filter(([tag]) => tag !== 'how').concat([['step', 1]])),
    heard: new Map([...scan.heard, ['step', how]]),
  };
  const { sort: _, ...filter } = filterOf(rest, context);
  return { topic: topicOf({ ...rest, fact: 'progress' }), measure: 'list', filter, fact: 'progress' };
}

/** 近三天有什么动静: of everything. */
function isOfAll(
  { by, kinds, texts, categoryIds, someone, periods }: Scan,
  { filter }: CallOf<'ask'>,
): boolean {
  const { projectIds, unitIds, areaIds, personId } = filter;
  const narrowed = projectIds ?? unitIds ?? areaIds ?? personId ?? someone ?? by;
  const long = periods.some(({ from, until }) => from !== until);
  return long && narrowed === undefined && kinds.length + texts.length + categoryIds.length === 0;
}
