import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { colorAt, lightOf, lightThresholds } from '../../src/domain/lights.ts';
import { given, logged } from '../support/given.ts';
import { at, town, until, who } from '../support/town.ts';

/** Due on Friday 2026-11-27 17:30. */
const working = given(logged(), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const light = (issue: Issue, when: string) => lightOf(issue, town, at(when));
const color = (issue: Issue, when: string) => light(issue, when).color;

describe('one deadline through its colours', () => {
  test('blue from 00:00 of the second working day before', () => {
    expect(light(working, '2026-11-24 23:59')).toMatchObject({
      color: 'green',
      dueInDays: 3,
      reason: { code: 'in-time', dueInDays: 3 },
    });
    expect(light(working, '2026-11-25 00:00')).toMatchObject({
      color: 'blue',
      dueInDays: 2,
      reason: { code: 'near-due', dueInDays: 2 },
    });
  });

  test('yellow once the deadline is over, 0 working days until the next one', () => {
    expect(light(working, '2026-11-27 17:30')).toMatchObject({
      color: 'blue',
      dueInDays: 0,
      overdueDays: null,
    });
    expect(lightOf(working, town, at('2026-11-27 17:30') + 1)).toMatchObject({
      color: 'yellow',
      overdueDays: 0,
      dueInDays: null,
    });
    expect(light(working, '2026-11-29 12:00')).toMatchObject({ color: 'yellow', overdueDays: 0 });
    expect(light(working, '2026-11-30 09:00')).toMatchObject({
      color: 'yellow',
      reason: { code: 'overdue', overdueDays: 1 },
    });
  });

  test('red from the start of the fourth working day after', () => {
    expect(light(working, '2026-12-02 23:59')).toMatchObject({ color: 'yellow', overdueDays: 3 });
    expect(light(working, '2026-12-03 00:00')).toMatchObject({ color: 'red', overdueDays: 4 });
  });

  test('deep red from the start of the seventh', () => {
    expect(lightThresholds(working, town).deepRedAt).toBe(at('2026-12-08 00:00'));
  });

  test('an hour named ends the day there', () => {
    const hour = { ...working, deadline: until('2026-11-27 10:00') };
    expect(color(hour, '2026-11-27 10:00')).toBe('blue');
    expect(color(hour, '2026-11-27 10:01')).toBe('yellow');
  });

  test('the National Day week and its make-up Saturday count as the calendar says', () => {
    // Due on Wednesday 2026-09-30; the first working days after are 8, 9 and 10 (a make-up Saturday) October.
    const holiday = { ...working, deadline: until('2026-09-30') };
    expect(light(holiday, '2026-10-07 12:00')).toMatchObject({ color: 'yellow', overdueDays: 0 });
    expect(light(holiday, '2026-10-10 12:00')).toMatchObject({ color: 'yellow', overdueDays: 3 });
    expect(light(holiday, '2026-10-12 00:00')).toMatchObject({ color: 'red', overdueDays: 4 });
  });

  test('the numbers are those the issue started with', () => {
    const strict = { ...working, rules: { ...working.rules, nearDueDays: 1, yellowDays: 0 } };
    expect(color(strict, '2026-11-25 12:00')).toBe('green');
    expect(color(strict, '2026-11-30 00:00')).toBe('red');
  });
});

describe('two yellows in 30 days', () => {
  const again = (started: string) => ({ ...working, pastYellows: [at(started) + 1] });

  test('make red at once, and the reason says so', () => {
    expect(light(again('2026-11-02 17:30'), '2026-11-27 17:31')).toMatchObject({
      color: 'red',
      reason: { code: 'repeated', overdueDays: 0, since: at('2026-11-02 17:30') + 1 },
    });
  });

  test('not when the first is longer ago, not when it is the same run', () => {
    expect(color(again('2026-10-27 17:30'), '2026-11-27 17:31')).toBe('yellow');
    expect(color(again('2026-10-28 17:30'), '2026-11-27 17:31')).toBe('red');
    expect(color(again('2026-11-27 17:30'), '2026-11-30 10:00')).toBe('yellow');
  });

  test('a refuted report does not make one run into two', () => {
    const refuted = given(
      working,
      [who.landMember, '2026-11-30 10:00', { verb: 'report-done', result: '好了' }],
      [who.secretary, '2026-11-30 11:00', { verb: 'verify', confirmed: false, reason: '没有' }],
    ).issue;
    expect(color(refuted, '2026-11-30 12:00')).toBe('yellow');
  });

  test('a problem that came back and is late again is red', () => {
    const back = given(
      working,
      [who.landMember, '2026-11-30 10:00', { verb: 'report-done', result: '好了' }],
      [who.secretary, '2026-11-30 11:00', { verb: 'verify', confirmed: true }],
      [who.contact, '2026-12-02 11:00', { verb: 'reopen', reason: '又来了' }],
    ).issue;
    expect(back.deadline.day).toBe('2026-12-09');
    expect(color(back, '2026-12-09 17:31')).toBe('red');
  });
});

describe('no clock runs', () => {
  test.each([
    ['verifying', 'green', 'verifying'],
    ['closed', 'done', 'closed'],
    ['void', 'done', 'void'],
    ['paused', 'paused', 'paused'],
  ] as const)('%s shows %s for ever', (status, shown, code) => {
    const issue: Issue = { ...working, status };
    expect(light(issue, '2027-06-01 12:00')).toMatchObject({
      color: shown,
      reason: { code },
      overdueDays: null,
      dueInDays: null,
    });
    expect(Object.values(lightThresholds(issue, town))).toEqual([null, null, null, null]);
  });
});

const instants = fc.integer({ min: at('2026-09-01'), max: at('2027-02-28') });
const issues = fc
  .record({
    status: fc.constantFrom<Issue['status']>(
      'unrouted',
      'unsigned',
      'working',
      'paused',
      'verifying',
      'closed',
      'void',
    ),
    due: instants,
    past: fc.array(instants, { maxLength: 3 }),
    askedAt: fc.option(instants),
    exempt: fc.boolean(),
    rules: fc.record({
      nearDueDays: fc.nat(5),
      yellowDays: fc.nat(5),
      deepRedDays: fc.integer({ min: 6, max: 9 }),
    }),
  })
  .map(
    ({ status, due, past, askedAt, exempt, rules }): Issue => ({
      ...working,
      status,
      deadline: { ...working.deadline, at: due },
      pastYellows: past,
      pending:
        askedAt === null
          ? null
          : { kind: 'pause', byId: 1, at: askedAt, reason: '等', expected: '2027-01-04', chaserId: 1 },
      appeal: exempt
        ? { byId: 1, at: due, reason: '雨', decision: 'exempt', decidedBy: 2, decidedAt: due }
        : null,
      rules: { ...working.rules, ...rules },
    }),
  );

describe('for every issue and every instant', () => {
  const order = ['green', 'blue', 'yellow', 'red'];

  test('the thresholds compared as SQL compares them are the light', () => {
    fc.assert(
      fc.property(issues, instants, (issue, now) => {
        const shown = lightOf(issue, town, now);
        const compared = colorAt(lightThresholds(issue, town), now);
        if (shown.color === 'paused' || shown.color === 'done') expect(compared).toBe('green');
        else expect(compared).toBe(shown.color);
      }),
    );
  });

  test('a running clock only ever gets worse, and each threshold is where it does', () => {
    fc.assert(
      fc.property(issues, instants, instants, (issue, a, b) => {
        const thresholds = lightThresholds(issue, town);
        const rank = (now: number) => order.indexOf(colorAt(thresholds, now));
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
        for (const [name, edge] of [
          ['yellow', thresholds.yellowAt],
          ['red', thresholds.redAt],
        ] as const) {
          if (edge === null) continue;
          expect(rank(edge)).toBeGreaterThanOrEqual(order.indexOf(name));
          expect(rank(edge - 1)).toBeLessThan(order.indexOf(name));
        }
      }),
    );
  });

  test('yellow and red carry the days overdue, all else none', () => {
    fc.assert(
      fc.property(issues, instants, (issue, now) => {
        const shown = lightOf(issue, town, now);
        expect(shown.overdueDays !== null).toBe(shown.color === 'yellow' || shown.color === 'red');
        expect(shown.overdueDays ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
