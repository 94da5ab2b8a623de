/** 长期 items: no light, no ladder; a question once a quarter; words only as whole words. */
import { describe, expect, test } from 'vitest';
import { personDigest } from '../../src/domain/digest.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import {
  asksLongTerm,
  findLongTerm,
  isLongTerm,
  isQuarterDay,
  longTermDeadline,
  saysLongTerm,
} from '../../src/domain/long-term.ts';
import { decideRecompute } from '../../src/domain/recount.ts';
import { formatDay, LONG_TERM_DAY } from '../../src/domain/time.ts';
import { given, logged } from '../support/given.ts';
import { actorOf, at, town, until, who } from '../support/town.ts';

const NEVER = longTermDeadline('长期坚持', at('2026-11-23 10:00'), town);
const signed = given(logged({ deadline: NEVER }), [
  who.landMember,
  '2026-11-23 11:00',
  { verb: 'sign' },
]).issue;

describe('the clock of a 长期 item', () => {
  test('it has no colour at any time, and says why', () => {
    for (const when of ['2026-11-23 12:00', '2027-06-01 12:00', '2031-01-01 00:00'])
      expect(lightOf(signed, town, at(when))).toEqual({
        color: 'none',
        reason: { code: 'long-term' },
        overdueDays: null,
        dueInDays: null,
      });
  });

  test.each(['unsigned', 'working', 'unrouted'] as const)('the clock never looks at it (%s)', (status) => {
    const issue: Issue = { ...signed, status };
    expect(planIssue(issue, town).nextAt).toBeNull();
    expect(decideTick(issue, { now: at('2027-03-01 10:00'), directory: town })).toBeNull();
  });

  test('struck off it is 已结 like any other', () => {
    expect(lightOf({ ...signed, status: 'closed' }, town, at('2026-12-01 10:00')).color).toBe('done');
  });

  test('a changed calendar does not move it', () => {
    expect(decideRecompute(signed, { now: at('2026-12-01 10:00'), directory: town })).toBeNull();
  });

  test('its day is said as 长期, wherever a day is said', () => {
    expect(formatDay(LONG_TERM_DAY)).toBe('长期');
  });
});

describe('into 长期 and back', () => {
  const short = given(logged(), [who.landMember, '2026-11-23 11:00', { verb: 'sign' }]).issue;
  const ask = { verb: 'request-extension', to: NEVER, reason: '须常年巡查' } as const;

  test('the unit asks, the office agrees, the first deadline stays visible', () => {
    const asked = given(short, [who.landMember, '2026-11-24 10:00', ask]).issue;
    expect(isLongTerm(asked)).toBe(false);
    const agreed = given(asked, [
      who.office,
      '2026-11-24 11:00',
      { verb: 'decide-request', approve: true },
    ]).issue;
    expect(isLongTerm(agreed)).toBe(true);
    expect(agreed.originalDeadline?.day).toBe('2026-11-27');
    expect(lightOf(agreed, town, at('2026-12-30 10:00')).color).toBe('none');
  });

  test('what is overdue the unit cannot talk away: the office says 长期 itself', () => {
    given(short).when(who.landMember, '2026-12-10 10:00', ask).thenRefused('after-deadline');
    const set = { verb: 'correct', deadline: NEVER, note: '常年' } as const;
    const free = given(short, [who.office, '2026-12-10 10:00', set]).issue;
    expect(lightOf(free, town, at('2026-12-10 11:00')).color).toBe('none');
  });

  test('延期 to any day to come gives it a day and a light again', () => {
    const to = until('2026-12-10');
    const asked = given(signed, [who.landMember, '2026-11-24 10:00', { ...ask, to }]).issue;
    const agreed = given(asked, [
      who.office,
      '2026-11-24 11:00',
      { verb: 'decide-request', approve: true },
    ]).issue;
    expect(lightOf(agreed, town, at('2026-12-10 18:00')).color).toBe('yellow');
  });

  test('it is not 挂账: there is no clock to stop', () => {
    const pause = {
      verb: 'request-pause',
      expected: '2026-12-20',
      reason: '等',
      chaserId: who.landHead,
    } as const;
    given(signed).when(who.landMember, '2026-11-24 10:00', pause).thenRefused('long-term');
    const toLongTerm = { ...pause, expected: LONG_TERM_DAY };
    given(short).when(who.landMember, '2026-11-24 10:00', toLongTerm).thenRefused('long-term');
  });
});

describe('the quarter’s question', () => {
  test.each([
    ['2026-10-01', false],
    ['2026-10-08', true],
    ['2026-10-09', false],
    ['2026-12-31', false],
    ['2027-01-01', false],
    ['2027-01-04', true],
    ['2027-01-05', false],
    ['2027-04-01', true],
  ])('%s is the first working day of a quarter: %s', (day, first) => {
    expect(isQuarterDay(day, town.calendar)).toBe(first);
  });

  test('is asked of who works on it, on that morning only, unless it was spoken of within 30 days', () => {
    const asks = (when: string, issue = signed) =>
      personDigest([issue], actorOf(who.landMember), town, at(when))?.longTerm.issues.length ?? 0;
    expect(asks('2027-01-04 08:35')).toBe(1);
    expect(asks('2027-01-05 08:35')).toBe(0);
    expect(asks('2026-12-30 08:35')).toBe(0);
    const fresh = given(signed, [
      who.landMember,
      '2026-12-20 10:00',
      { verb: 'progress', note: '巡查两次' },
    ]).issue;
    expect(asks('2027-01-04 08:35', fresh)).toBe(0);
    expect(asks('2027-04-01 08:35', fresh)).toBe(1);
  });

  test('is not asked of what is over', () => {
    expect(asksLongTerm({ ...signed, status: 'closed' }, town, at('2027-01-04 08:35'))).toBe(false);
  });
});

describe('words', () => {
  test.each(['长期', '长期坚持', '持续推进', '常态化', '立行立改,长期坚持', '时限:长期坚持', '完成时限长期'])(
    '%s is 长期',
    (words) => expect(saysLongTerm(words)).toBe(true),
  );

  test.each([
    '长期停电',
    '长期以来',
    '长期未解决',
    '持续推进中',
    '常态化管理办法',
    '中长期',
    '立行立改',
    '长期借款',
    '',
  ])('%s is not', (words) => expect(saysLongTerm(words)).toBe(false));

  test.each([
    ['秸秆禁烧巡查 \uE000\uE000 长期坚持', '长期坚持'],
    ['秸秆禁烧巡查 时限:长期', '时限:长期'],
    ['秸秆禁烧巡查 长期坚持。', '长期坚持'],
    ['长期坚持', '长期坚持'],
    // Inside a sentence or as its first word it belongs to the story.
    ['督促\uE000\uE000持续推进', undefined],
    ['厂区长期停电 \uE000\uE000', undefined],
    ['持续推进 招商工作 \uE000\uE000', undefined],
    ['噪音扰民,长期坚持整治', undefined],
  ])('in “%s” the deadline is %s', (text, found) => {
    const span = findLongTerm(text);
    expect(span && text.slice(...span)).toBe(found);
  });
});
