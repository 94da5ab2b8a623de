/** The patterns that are walked say what the regular expressions of the same letters say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholly } from '../../src/language/whole.ts';

const PATTERNS = [
  '(?:正|正在|在)*开(?:个)?会(?:了|啊)*',
  '(?:一|二){1,2}件?[个条]?',
  '\\p{Script=Han}{1,3}会',
  '(?:(?:刚|刚才)+|才)问.*|都',
  '',
];

describe('as the regular expression', () => {
  test.each(PATTERNS)('%s', (pattern) => {
    const [isSo, expected] = [wholly(pattern), new RegExp(`^(?:${pattern})$`, 'u')];
    const text = fc.string({ unit: fc.constantFrom(...'正在开个会了啊一二件条刚才问都a'), maxLength: 8 });
    fc.assert(fc.property(text, (said) => isSo(said) === expected.test(said)));
  });
  test('what is no pattern of this kind is refused at once', () => {
    for (const wrong of ['(?:正', '正)', '(正)', '*正']) expect(() => wholly(wrong)).toThrow();
  });
  test('a hundred thousand characters are walked', () => {
    expect(wholly('(?:正|正正|正在|(?:正)*)*会')(`${'正'.repeat(100_000)}会`)).toBe(true);
  });
});
