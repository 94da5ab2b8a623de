/** What is asked right after one problem was shown is known by its words, whatever stands around them. */
import { describe, expect, test } from 'vitest';
import { namedOneIn, type OneAsked, oneAskedIn, rowSaid } from '../../src/language/lexicon/one-asked.ts';
import { NOT_OF_ONE, OF_ONE } from './questions-of-one.ts';

const told = (asked: OneAsked | undefined) => (asked?.one === 'fact' ? asked.fact : asked?.one);
const AROUND: readonly ((said: string) => string)[] = [
  (said) => said,
  (said) => `那${said}`,
  (said) => `这个${said}`,
  (said) => `我问下，${said}？`,
  (said) => `${said}来着`,
];

describe('one thing of one problem', () => {
  test.each(OF_ONE)('%s', (asked, wordings) => {
    const misread = wordings
      .split(' ')
      .flatMap((said) => AROUND.map((around) => around(said)))
      .filter((said) => told(oneAskedIn(said)) !== asked);
    expect(misread).toEqual([]);
  });

  test('two things at once', () => {
    expect(oneAskedIn('谁在办，几号到期')).toEqual({ one: 'facts', facts: ['who', 'deadline'] });
  });

  test.each(NOT_OF_ONE.split(' '))('%s asks nothing of one', (said) => {
    expect(oneAskedIn(said)).toBeUndefined();
  });
});

test.each([
  ['第二件超了几天了', 1, '超了几天了'],
  ['说说最后那件', -1, '说说'],
  ['倒数第二件呢', -2, '呢'],
  ['头一件为什么没办', 0, '为什么没办'],
])('%s is of a row', (said, nth, rest) => {
  expect(rowSaid(said)).toEqual({ nth, rest });
});

test.each([
  ['路灯那个签了没', '路灯', '签了没'],
  ['排污许可证那个超了几天', '排污许可证', '超了几天'],
])('%s names one', (said, name, rest) => {
  expect(namedOneIn(said)).toEqual({ name, rest });
});

test.each(['之前那个呢', '那个呢', '消防验收那个环节谁办'])('%s names none', (said) => {
  expect(namedOneIn(said)).toBeUndefined();
});
