/** The colour of an issue by counting days, without any of the code that makes it. */
import type { Issue } from '../../src/domain/issue.ts';
import type { LightColor } from '../../src/domain/lights.ts';
import { addDays, type Day, dayOf, type Instant } from '../../src/domain/time.ts';
import { town, ZONE } from './town.ts';

const works = (day: Day) => town.calendar.isWorkingDay(day);

/** The rule of product.md §5 said once more, counting day by day. */
export function colorByRule(issue: Issue, now: Instant): LightColor {
  if (issue.status === 'closed' || issue.status === 'void') return 'done';
  if (issue.status === 'paused') return 'paused';
  if (issue.status === 'verifying') return 'green';
  if (issue.deadline.day === '2999-12-31') return 'none';
  if (issue.appeal?.decision === 'exempt') return 'green';
  const { rules, deadline } = issue;
  // While the office has a request to decide, time stands still for the light.
  const then = issue.pending ? Math.min(now, issue.pending.at) : now;
  const [due, today] = [dayOf(deadline.at, ZONE), dayOf(then, ZONE)];
  if (then > deadline.at) {
    let overdue = 0;
    for (let day = addDays(due, 1); day <= today; day = addDays(day, 1)) if (works(day)) overdue++;
    const start = deadline.at + 1;
    const from = addDays(dayOf(start, ZONE), -rules.yellowRepeatDays);
    const again = issue.pastYellows.some((at) => at < start && dayOf(at, ZONE) >= from);
    return rules.yellowDays === 0 || overdue > rules.yellowDays || again ? 'red' : 'yellow';
  }
  let near = due;
  for (let n = 0; n < rules.nearDueDays; n++) {
    do near = addDays(near, -1);
    while (!works(near));
  }
  return today >= near ? 'blue' : 'green';
}
