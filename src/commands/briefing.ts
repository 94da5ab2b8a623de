/** 今天有啥要紧的事, 有啥要我拍板的, 汇总一下情况: the figures that answer it, each told by its own name and listed by a tap. */
import type { IssueFilter } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { rangeOf } from '../domain/period.ts';
import { rungHeldBy } from '../domain/post-held.ts';
import type { Reading } from '../domain/reading.ts';
import { addDays } from '../domain/time.ts';
import type { ReadContext } from '../language/definition.ts';
import { type Briefing, briefingIn } from '../language/lexicon/briefing.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import { placeAsked } from '../language/projects-of.ts';
import { emptyScan } from '../language/scan.ts';
import { topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';

/** undefined: it is none, or nothing is known that answers it. */
export function briefing({ folded }: Phrase, context: ReadContext): CallOf<'ask'> | undefined {
  const asked = briefingIn(withoutFraming(simplify(folded)));
  if (!asked) return undefined;
  const scan = emptyScan(context);
  const place = placeAsked(scan, context);
  const parts = filtersOf(asked, context).map(
    (filter): Reading => ({ measure: 'count', filter: { ...place, ...filter } }),
  );
  const [first] = parts;
  return first && { name: 'ask', measure: 'count', filter: first.filter, parts, topic: topicOf(scan) };
}

function filtersOf({ of, due }: Briefing, context: ReadContext): IssueFilter[] {
  const today = todayOf(context);
  const open: IssueFilter = { statuses: [...OPEN_STATUSES] };
  const up = rungHeldBy(context.actor);
  const [, sunday] = rangeOf('week', 0, today);
  const [from, to] =
    due === 'tomorrow'
      ? [addDays(today, 1), addDays(today, 1)]
      : due === 'week'
        ? [today, sunday]
        : [today, today];
  const told: IssueFilter[] = up ? [{ ...open, toldUp: up }] : [];
  if (of === 'decide')
    return up
      ? [
          { ...open, toldUp: up },
          { toldUp: up, colors: ['red'] },
        ]
      : [];
  if (of === 'urgent') return [...told, { colors: ['red'] }, { ...open, dueFrom: from, dueTo: to }];
  const [month, end] = rangeOf('month', 0, today);
  return [
    open,
    { overdue: true },
    { ...open, toldUp: up ?? 'leader' },
    { statuses: ['closed'], closedFrom: month, closedTo: end },
  ];
}
