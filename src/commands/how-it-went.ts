/** How a time went (美利信本月怎么样): the four figures that tell it. */
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { Day } from '../domain/time.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { measureOf } from '../language/reading-of.ts';
import type { Scan } from '../language/scanned.ts';
import { topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';

type Ask = (scan: Scan, context: ReadContext) => CallOf<'ask'>;

/** 美利信本月怎么样: what came, what was struck off, what falls due and is still open. */
export function howItWent(whole: Scan, context: ReadContext, ask: Ask): CallOf<'ask'> | undefined {
  const [period, second] = whole.periods;
  const how = whole.heard.get('how') ?? '';
  if (
    !period ||
    second ||
    !/怎|咋|如何|情况|概况|得|变化|么样|啥样|进展|动静|动向/.test(how) ||
    /完|好了|(?<![展静向况化])没/.test(how)
  )
    return undefined;
  const more = whole.states.length + whole.ages.length + whole.texts.length + whole.left.length > 0;
  if (more || whole.by || whole.basis || whole.doubt || measureOf(whole) !== 'progress') return undefined;
  const today = todayOf(context);
  const call = ask({ ...whole, periods: [] }, context);
  if (call.unread || call.doubt || call.personHeard !== undefined || call.personOpenId !== undefined)
    return undefined;
  const { statuses: _, ...place } = call.filter;
  const { projectId: _p, ...rest } = call;
  const parts = partsOf(place, period.from, period.until, today, /变化|动/.test(how));
  return (
    parts && { ...rest, measure: 'count', filter: parts[0]?.filter ?? place, topic: topicOf(whole), parts }
  );
}

/** undefined: it is still to come, so nothing was logged or struck off yet. */
function partsOf(place: IssueFilter, from: Day, to: Day, today: Day, moves: boolean): Reading[] | undefined {
  if (from > today) return undefined;
  const count = (filter: IssueFilter): Reading => ({ measure: 'count', filter: { ...place, ...filter } });
  return [
    count({ loggedFrom: from, loggedTo: to }),
    count({ statuses: ['closed'], closedFrom: from, closedTo: to }),
    count({ statuses: [...OPEN_STATUSES], dueFrom: from, dueTo: to }),
    count({ overdue: true }),
    ...(moves ? [count({ step: 'moved', stepFrom: from, stepTo: to })] : []),
  ];
}

const WHOSE = ['unitIds', 'projectIds', 'areaIds', 'categoryIds', 'park', 'industry'] as const;

/** 问题总数多少, 用地的问题一共有多少: all that were logged, and what of it is open. */
export function totalApart(
  text: string,
  whole: Scan,
  context: ReadContext,
  ask: Ask,
): CallOf<'ask'> | undefined {
  const asked = /问题/u.test(text) && /总[数量]|^(?!.*[还剩现目手没未]).*问题(?:一共|总共|拢共)/u.test(text);
  if (!asked || !saysOnly(whole, ...WHOSE) || whole.left.length > 0 || whole.doubt) return undefined;
  const only = ['count', 'noun', 'of', 'filler', 'our-unit', 'after-unit', 'after-project'];
  if (measureOf(whole) !== 'count' || [...whole.tags.keys()].some((tag) => !only.includes(tag)))
    return undefined;
  const calls = (['all', 'open'] as const).map((kind) => ask({ ...whole, states: [{ kind }] }, context));
  const [first] = calls;
  return first && calls.every(({ unread, doubt, measure }) => !unread && !doubt && measure === 'count')
    ? {
        ...first,
        topic: topicOf(whole),
        parts: calls.map(({ filter }): Reading => ({ measure: 'count', filter })),
      }
    : undefined;
}
