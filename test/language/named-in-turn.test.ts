/** 三家一共, 哪周多: put together of how many, of what and what is asked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LastAnswer } from '../../src/language/last-answer.ts';
import { asksOfThem } from '../../src/language/lexicon/sums.ts';
import { runFrom } from '../../src/language/named-before.ts';
import { emptyScan } from '../../src/language/scan.ts';
import { topicOf } from '../../src/language/topic.ts';
import { toLeader } from '../commands/demo-place.ts';

const NUMBERS = { 两: 2, 俩: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 } as const;
const NOUNS = {
  家: undefined,
  个单位: ['unitIds'],
  个项目: ['projectIds'],
  类: ['categoryIds'],
  周: ['periods'],
  个月: ['periods'],
  个人: ['someone'],
} as const;
const SUMS = ['一共', '一共几件', '加起来多少', '总共', '合计', '加在一起呢'];
const WHICH = ['哪个多', '哪个最少', '比一比', '差几件', '相差多少', '分别几件'];
const pick = <T>(of: readonly T[]) => fc.constantFrom(...of);

test('how many of what are asked for', () => {
  fc.assert(
    fc.property(
      pick(Object.entries(NUMBERS)),
      pick(Object.entries(NOUNS)),
      pick([...SUMS, ...WHICH]),
      ([said, number], [noun, of], asked) => {
        const them = asksOfThem(`${said}${noun}${asked}`);
        expect(them).toMatchObject({ number, sums: SUMS.includes(asked), ...(of && { of }) });
      },
    ),
  );
});

test.each(['哪个单位最多', '三家都红了', '还有几件', '还差几天', '逾期的几件', '最久的是哪件'])(
  '%s is none',
  (said) => {
    expect(asksOfThem(said)).toBeUndefined();
  },
);

test('however long a talk goes on, what is kept of it stays short', () => {
  const one = (unit: number): LastAnswer => ({
    topic: { ...topicOf(emptyScan(toLeader)), unitIds: [unit] },
    filter: { unitIds: [unit], statuses: ['working'] },
    page: 1,
  });
  let last = one(0);
  for (let unit = 1; unit < 200; unit++) last = { ...one(unit), ...runFrom(last, one(unit)) };
  expect(last.run?.before.length).toBeLessThan(12);
});
