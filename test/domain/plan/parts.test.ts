import { describe, expect, test } from 'vitest';
import { countParts, markParts } from '../../../src/domain/plan/parts.ts';

const of = (total: number, done: number, ticked: number[] = []) => ({ total, done, ticked });

describe('parts of a link', () => {
  test('counted without naming them, which ones is not known; all of them is every one', () => {
    expect(countParts(of(5, 0), 3)).toEqual(of(5, 3));
    expect(countParts(of(5, 3), 5)).toEqual(of(5, 5, [1, 2, 3, 4, 5]));
  });

  test('naming parts that were counted already adds none; one more than counted adds one', () => {
    expect(markParts(of(5, 3), [2, 4], true)).toEqual(of(5, 3, [2, 4]));
    expect(markParts(of(5, 1, [2]), [4], true)).toEqual(of(5, 2, [2, 4]));
    expect(markParts(of(5, 2, [2, 4]), [4], true)).toEqual(of(5, 2, [2, 4]));
  });

  test('one taken back counts no more, one that was not done changes nothing', () => {
    expect(markParts(of(5, 3, [1, 2, 4]), [2], false)).toEqual(of(5, 2, [1, 4]));
    expect(markParts(of(5, 3, [1, 2, 4]), [5], false)).toEqual(of(5, 3, [1, 2, 4]));
  });

  test('a smaller count than was named forgets which', () => {
    expect(countParts(of(5, 3, [1, 2, 4]), 2)).toEqual(of(5, 2));
    expect(countParts(of(5, 3, [1, 2, 4]), 4)).toEqual(of(5, 4, [1, 2, 4]));
  });
});
