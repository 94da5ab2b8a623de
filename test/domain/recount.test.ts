import { expect, test } from 'vitest';
import { decideRecompute, recountLookBack } from '../../src/domain/recount.ts';
import { given, logged } from '../support/given.ts';
import { at, town, townWith, until, who } from '../support/town.ts';

/** Thursday 2026-11-26 becomes a day off. */
const notice = townWith({ version: 2, holidays: [{ day: '2026-11-26', kind: 'off' }] });
const rule = { kind: 'working-days', start: '2026-11-23', count: 4 } as const;
const issue = given(logged({ deadline: { ...until('2026-11-27'), rule } }), [
  who.landMember,
  '2026-11-23 11:00',
  { verb: 'sign' },
]).issue;
const context = { now: at('2026-11-24 10:00'), directory: notice };

test('a new holiday moves a deadline counted in working days, lists the change, tells nobody one by one', () => {
  expect(decideRecompute(issue, context)).toMatchObject({
    issue: { version: issue.version + 1, deadline: { day: '2026-11-30', at: at('2026-11-30 17:30') } },
    events: [{ verb: 'recompute', detail: { from: '2026-11-27', to: '2026-11-30' } }],
    effects: [],
  });
});

test('a named day stays, and so does everything under the old calendar or after the end', () => {
  expect(decideRecompute(logged(), context)).toBeNull();
  expect(decideRecompute(issue, { ...context, directory: town })).toBeNull();
  expect(decideRecompute({ ...issue, status: 'closed' }, context)).toBeNull();
});

test('a pause since then moves the new day as it moved the old one', () => {
  const resumed = given(
    issue,
    [
      who.landMember,
      '2026-11-24 10:00',
      { verb: 'request-pause', expected: '2026-12-07', reason: '等', chaserId: who.landHead },
    ],
    [who.office, '2026-11-24 11:00', { verb: 'decide-request', approve: true }],
    [who.office, '2026-11-25 10:00', { verb: 'resume' }],
  ).issue;
  expect(resumed.deadline.day).toBe('2026-11-30');
  expect(decideRecompute(resumed, { ...context, now: at('2026-11-25 11:00') })?.issue.deadline.day).toBe(
    '2026-12-01',
  );
});

test('nobody is overdue overnight: what the count puts before the next working day is due then', () => {
  // Off from Monday to Wednesday; three working days from Friday end on Monday the 30th.
  const holidays = ['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => ({ day, kind: 'off' as const }));
  const off = townWith({ version: 3, holidays });
  const counted = { kind: 'working-days', start: '2026-11-20', count: 3 } as const;
  const waiting = logged({ at: '2026-11-20 10:00', deadline: { ...until('2026-11-30'), rule: counted } });
  expect(decideRecompute(waiting, { now: at('2026-11-26 10:00'), directory: off })).toBeNull();
  const moved = decideRecompute(waiting, { now: at('2026-11-26 10:00'), directory: town });
  expect(moved?.issue.deadline).toMatchObject({
    day: '2026-11-27',
    at: at('2026-11-27 17:30'),
    recounted: { from: '2026-11-30', counted: '2026-11-25' },
  });
  expect(moved?.events[0]?.detail).toEqual({ from: '2026-11-30', to: '2026-11-27', counted: '2026-11-25' });
  // Counted again it stays; and what was due before the next working day anyway, or is overdue, does not move up.
  expect(decideRecompute(moved!.issue, { now: at('2026-11-26 11:00'), directory: town })).toBeNull();
  expect(decideRecompute(waiting, { now: at('2026-11-27 18:00'), directory: town })).toBeNull();
  expect(decideRecompute(waiting, { now: at('2026-12-02 09:00'), directory: town })).toBeNull();
});

test('the hour of a deadline survives, whatever the working hours are by now', () => {
  const hour = { ...until('2026-11-27'), at: at('2026-11-27 10:00'), hour: '10:00' };
  const early = logged({ deadline: { ...hour, rule: { ...rule, hour: '10:00' } } });
  expect(decideRecompute(early, context)?.issue.deadline.at).toBe(at('2026-11-30 10:00'));
});

test('the date asked for in a pending 延期 moves, too', () => {
  const to = {
    ...until('2026-12-01'),
    rule: { kind: 'working-days', start: '2026-11-24', count: 5 },
  } as const;
  const asked = given(logged(), [
    who.landMember,
    '2026-11-24 09:00',
    { verb: 'request-extension', to, reason: '等材料' },
  ]).issue;
  const moved = decideRecompute(asked, context);
  expect(moved?.issue.pending).toMatchObject({ to: { day: '2026-12-02' } });
  expect(moved?.issue.deadline).toEqual(asked.deadline);
  expect(moved?.events[0]?.detail).toEqual({ from: '2026-12-01', to: '2026-12-02', request: true });
});

test('the look back of a closed problem follows the calendar', () => {
  const closed = {
    ...logged(),
    status: 'closed' as const,
    closedAt: at('2026-11-24 15:00'),
    lookBackOn: '2026-12-08',
  };
  expect(recountLookBack(closed, town)).toBeNull();
  expect(recountLookBack(closed, notice)?.lookBackOn).toBe('2026-12-09');
});
