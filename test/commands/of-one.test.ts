/** What is asked right after one problem was shown is known by its words, whatever stands around them. */
import { describe, expect, test } from 'vitest';
import { namedOneIn, type OneAsked, oneAskedIn } from '../../src/language/lexicon/one-asked.ts';
import { rowSaid, rowsSaidIn } from '../../src/language/lexicon/rows-said.ts';
import { allIn, amongIn } from '../../src/language/lexicon/whether.ts';
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

  test.each(['安评哪天到期', '环评报告几号到期'])('%s is of a paper, and of no rating', (said) => {
    expect(told(oneAskedIn(said))).toBe('deadline');
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
  ['谁在办第一件', 0, '谁在办'],
  ['排第三的那件超了没', 2, '超了没'],
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

test.each([
  ['前两个分别是谁的', [0, 1], '是谁的'],
  ['第一和第三件谁在办', [0, 2], '谁在办'],
  ['第二个和第三个分别谁在办', [1, 2], '谁在办'],
])('%s is of several rows', (said, rows, rest) => {
  expect(rowsSaidIn(said)).toEqual({ rows, rest });
});

const BEHIND = ['', '呢', '？'];
describe('yes or no of a list', () => {
  test.each(
    '用工缺口那个在里面吗 用工缺口在不在里头 用工缺口那件算进去了没 用工缺口那件包括在内吗 里面有用工缺口那个吗 有没有用工缺口那件 包不包括用工缺口那件 用工缺口那件是不是在里头 用工缺口那件算不算在内'.split(
      ' ',
    ),
  )('%s', (said) => {
    for (const end of BEHIND) expect(amongIn(`${said}${end}`)).toBe('用工缺口');
  });

  test.each([
    ['closed', '都解决了吗 全办完了没有 是不是都办结了 都销号了没 全部整改完了吗 他们都弄好了吗'],
    ['routed', '都转出去了吗 都派下去了没 全都转办了吗'],
    ['signed', '都签收了没有 都有人接了吗 全都签了吗'],
  ])('%s', (stage, wordings) => {
    for (const said of wordings.split(' '))
      for (const end of BEHIND) expect(allIn(`${said}${end}`)).toBe(stage);
  });

  test.each(
    '都是谁在办 都解决了几件 都转给谁了 解决了吗 都没办完 里面有哪些 有几件在里面 里面有红的吗'.split(' '),
  )('%s is none', (said) => {
    expect(amongIn(said) ?? allIn(said)).toBeUndefined();
  });
});
