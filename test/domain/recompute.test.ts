import { expect, test } from 'vitest';
import { decideRecompute } from '../../src/domain/recompute.ts';
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
