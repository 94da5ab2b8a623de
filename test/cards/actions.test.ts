import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardAction, decodeAction, encodeAction, encodePage } from '../../src/cards/actions.ts';

const EVERY_KIND: CardAction[] = [
  { do: 'verb', verb: 'sign', issueId: 12, seen: 3 },
  { do: 'verb', verb: 'verify', issueId: 12, seen: 3, args: { confirmed: true } },
  { do: 'verb', verb: 'decide-request', issueId: 12, seen: 3, args: { approve: false } },
  { do: 'verb', verb: 'decide-appeal', issueId: 12, seen: 3, args: { exempt: true } },
  { do: 'verb', verb: 'rate', issueId: 12, seen: 3, args: { score: 'fairly' } },
  { do: 'verb', verb: 'tick-co-unit', issueId: 12, seen: 3, args: { unitId: 7 } },
  { do: 'verb', verb: 'undo', issueId: 12, seen: 3 },
  { do: 'open-form', form: 'bounce', issueId: 12, seen: 3 },
  { do: 'open-form', form: 'log' },
  { do: 'submit', form: 'log', draftId: 'a-1_b' },
  { do: 'confirm-draft', draftId: 'd1' },
  { do: 'cancel-draft', draftId: 'd1' },
  { do: 'page', title: '逾期', filter: { overdue: true, unitIds: [11], dueFrom: '2026-11-01' }, page: 2 },
  { do: 'answer', command: '历史 #12' },
  { do: 'bind', projectId: 21 },
];

describe('button actions', () => {
  test.each(EVERY_KIND)('comes back from a card as it was put on it: %o', (action) => {
    const wire = JSON.parse(JSON.stringify(encodeAction(action))) as unknown;
    expect(decodeAction(wire)).toEqual(action);
  });

  test('an envelope of another version is invalid, not misread', () => {
    expect(decodeAction({ ...encodeAction(EVERY_KIND[0]!), v: 2 })).toEqual({ invalid: 'unknown version' });
    expect(decodeAction({ do: 'verb', verb: 'sign', issueId: 12, seen: 3 })).toEqual({
      invalid: 'unknown version',
    });
  });

  test('a verb without the argument it needs is invalid', () => {
    for (const verb of ['verify', 'decide-request', 'decide-appeal', 'rate']) {
      expect(decodeAction({ v: 1, do: 'verb', verb, issueId: 12, seen: 3 })).toHaveProperty('invalid');
    }
  });

  test('不属实 and 不满意 cannot be said without their reason', () => {
    const at = { v: 1, do: 'verb', issueId: 12, seen: 3 };
    expect(decodeAction({ ...at, verb: 'verify', args: { confirmed: false } })).toHaveProperty('invalid');
    expect(decodeAction({ ...at, verb: 'rate', args: { score: 'unsatisfied' } })).toHaveProperty('invalid');
  });

  test('fields nobody knows make an action invalid', () => {
    expect(decodeAction({ ...encodeAction(EVERY_KIND[0]!), as: 'ou_boss' })).toHaveProperty('invalid');
    expect(decodeAction({ v: 1, do: 'page', title: 't', page: 1, filter: { all: true } })).toHaveProperty(
      'invalid',
    );
  });

  test('numbers outside what a database id can be are invalid', () => {
    for (const issueId of [0, -1, 1.5, 2 ** 31, Number.NaN, '12']) {
      expect(decodeAction({ v: 1, do: 'verb', verb: 'sign', issueId, seen: 3 })).toHaveProperty('invalid');
    }
  });

  test('garbage of any shape is answered with invalid, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        const read = decodeAction(value);
        expect('invalid' in read).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a known envelope with garbage in it never throws and never echoes what was sent', () => {
    const noise = fc.dictionary(
      fc.constantFrom('do', 'verb', 'issueId', 'seen', 'args', 'form', 'filter', 'secret'),
      fc.anything(),
    );
    fc.assert(
      fc.property(noise, (fields) => {
        const read = decodeAction({ v: 1, ...fields });
        if ('invalid' in read) expect(read.invalid).toMatch(/^[a-zA-Z0-9.: -]+$/);
      }),
      { numRuns: 500 },
    );
  });

  test('a filter too large for a button gives no button instead of a broken one', () => {
    expect(encodePage({ unitIds: Array.from({ length: 300 }, (_, i) => i + 1) }, 2)).toBeUndefined();
    expect(encodePage({ ...({ search: undefined } as object), overdue: true }, 2)).toEqual({
      v: 1,
      do: 'page',
      filter: { overdue: true },
      page: 2,
    });
  });

  test('values stay small', () => {
    for (const action of EVERY_KIND) expect(JSON.stringify(encodeAction(action)).length).toBeLessThan(160);
  });
});
