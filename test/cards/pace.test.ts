/** 照这个速度: what the whole weeks came to and the one divided by the other, no more. */
import { expect, test } from 'vitest';
import { meanText, paceText } from '../../src/cards/words-over-time.ts';

test('the pace of the whole weeks is divided into what is open', () => {
  expect(paceText({ weeks: 7, logged: 14, closed: 21, open: 30 }, undefined)).toEqual([
    '最近 7 个整周平均每周登记 2 件、销号 3 件，现在未销号 30 件。',
    '只按这个销号速度、不算新登记的，现有的约要 10 周。',
  ]);
});

test('by a day that was asked for', () => {
  const said = paceText(
    { weeks: 7, logged: 28, closed: 21, open: 30 },
    { name: '11月30日', days: 8, closed: 4.8 },
  );
  expect(said[1]).toBe('到11月30日还有 8 个工作日，照这个速度约销号 5 件。');
  expect(said[2]).toContain('登记的不比销号的少，存量没有减下来。');
});

test('where nothing was struck off nothing is divided', () => {
  expect(paceText({ weeks: 7, logged: 3, closed: 0, open: 30 }, undefined)[1]).toBe(
    '这几周一件也没有销号，算不出要多久。登记的不比销号的少，存量没有减下来。',
  );
});

test('an average of numbers names the spans it is taken of', () => {
  expect(meanText('week', 7, [['closed', 15]])).toBe('有登记以来已过完的 7 个整周平均每周销号 2.1 件。');
});
