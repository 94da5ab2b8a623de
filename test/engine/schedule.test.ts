import { expect, test } from 'vitest';
import { dueRun, nextRunAt } from '../../src/engine/schedule.ts';
import { REGISTRY } from '../support/table.ts';

const SCHEDULE = REGISTRY.periodics;

import { at, town } from '../support/town.ts';

const HALF_HOUR = 1_800_000;
const FROM = at('2026-09-01 00:00');
const UNTIL = at('2026-12-01 00:00');

/** Weekdays but 中秋 and 国庆, and the two make-up days: written out, not asked of the calendar. */
function workingDays(): string[] {
  const days: string[] = [];
  for (let day = Date.UTC(2026, 8, 1); day < Date.UTC(2026, 11, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const holiday = date === '2026-09-25' || (date >= '2026-10-01' && date <= '2026-10-07');
    if (date === '2026-09-20' || date === '2026-10-10' || !(weekend || holiday)) days.push(date);
  }
  return days;
}

test('in three months nothing periodic is due on a day off, and something on every working day', () => {
  const due = new Set<string>();
  for (let now = FROM; now < UNTIL; now += HALF_HOUR) {
    for (const periodic of SCHEDULE) {
      const run = dueRun(periodic, town, now + 60_000);
      if (run) due.add(run.day);
    }
  }
  expect([...due].sort()).toEqual(workingDays());
});

test('from one to the next, the runs of three months fall on the same days', () => {
  const days = new Set<string>();
  for (let now: number | null = FROM; now !== null && now < UNTIL; now = nextRunAt(SCHEDULE, town, now)) {
    days.add(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10));
  }
  expect([...days].sort()).toEqual(workingDays());
});
