/** A pronoun inside a question is the one unit, project or person that was spoken of; several are asked back. */
import { describe, expect, test } from 'vitest';
import { whomIn } from '../../src/language/lexicon/whom-said.ts';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const first = (said: string) => said.split('\n')[0];
const talk = talkIn(sixWithOneSigned);

describe('asked with the name of the one that was spoken of', () => {
  test.each([
    ['兴发现在还有几件没办完', '今年它办结了几件', /^兴发 · 今年办结/],
    ['兴发现在还有几件没办完', '它的逾期件有几件', /^兴发 · 逾期/],
    ['兴发现在还有几件没办完', '这家企业今年提了几个问题', /^兴发 · 今年登记/],
    ['兴发现在还有几件没办完', '有消防问题吗', /^兴发 · 消防类/],
    ['住建局今年办结了几件', '该局未办结的有多少', /^住建局 · 未销号/],
    ['住建局今年办结了几件', '这家手头还有多少件没了结', /^住建局 · 未销号/],
    ['住建局今年办结了几件', '该局平均几天', /^住建局 · 今年办结 · 平均用时/],
    ['住建局今年办结了几件', '该单位按时率多少', /^住建局 · 今年办结 · 按时率/],
    ['今年哪个单位办得最慢', '按责任单位统计一下', /今年办结 · 平均用时/],
    ['本季度按时率多少', '住建局的是百分之几', /^住建局 · 本季度办结 · 按时率/],
    ['本季度按时率多少', '住建局当时是多少', /^住建局 · 本季度办结 · 按时率/],
    ['今年有没有反弹的', '哪家单位反弹最多', /^今年重开过/],
  ])('%s — %s', async (asked, said, title) => {
    expect(first(await talk(asked, said))).toMatch(title);
  });

  test.each(['按单位统计一下', '拆到各责任单位，每家多少', '具体到单位呢，一家几个'])('%s', async (said) => {
    expect(first(await talk('兴发还有多少没办完的', said))).toMatch(/^兴发 · 未销号 · \d 个单位/);
  });
});

describe('asked back where several may be meant, and nothing where nobody was spoken of', () => {
  test('of two projects', async () => {
    expect(await talk('兴发和楚能现在还有几件没办完', '它今年办结了几件')).toMatch(/要看哪一个/);
  });

  test('of a unit in a project', async () => {
    expect(await talk('住建局在楚能有几件没办完', '它今年办结了几件')).toMatch(/住建局、楚能，要看哪一个/);
  });

  test('nobody', async () => {
    expect(await talk('现在还有几件没办完', '它今年办结了几件')).toMatch(/没看懂“它”/);
  });
});

test('其他, an order and long runs are no pronoun', () => {
  expect(whomIn('其他单位还有几件')).toBeUndefined();
  expect(whomIn('催一下他们')).toBeUndefined();
  expect(whomIn('他今年办结了几件')?.with('李航')).toBe('李航今年办结了几件');
  const start = performance.now();
  for (const one of ['那', '，', '这家', '它']) whomIn(`${one.repeat(5000)}x`);
  expect(performance.now() - start).toBeLessThan(1000);
});
