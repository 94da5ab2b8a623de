/** Asked back: what was understood is answered below, as the question it is, and nothing of it is taken for what was asked. */
import { describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
const talk = talkIn(async () => {
  world = await sixWithOneSigned();
  return world;
});
const NEAR = /^如果问的是“(.+)”：$/m;

test('what is not understood is said first, then the question that is answered, then its figure', async () => {
  const [head, back, asked, title] = (await talk('住建局蹊跷没办完的有几件')).split('\n');
  expect(head).toBe('专班秘书');
  expect(back).toBe('没看懂“蹊跷”，没有按原话统计。');
  expect(asked).toBe('如果问的是“住建局未销号的有几件”：');
  expect(title).toMatch(/^住建局 · 未销号 \d+ 件$/);
});

test('its button makes it the answer that the next words go on from', async () => {
  const back = await talk('住建局蹊跷没办完的有几件');
  const label = NEAR.exec(back)?.[1] ?? '';
  const told = await talk(label, '供电公司呢');
  expect(told).toMatch(/^供电公司 · 未销号/);
});

describe('where little was understood there are only buttons', () => {
  test.each(['蹊跷的有几个', '住建局蹊跷龃龉没办完的', '那件谁蹊跷的'])('%s', async (said) => {
    expect(await talk(said)).not.toMatch(NEAR);
  });
});

test.each(['住建局哪些不归蹊跷管的', '逾期了不蹊跷的有几个', '除了蹊跷的住建局没办完的有几件'])(
  '%s: the opposite of what was asked is never told',
  async (said) => {
    expect(await talk(said)).not.toMatch(NEAR);
  },
);

test.each(['美利信压铸基地5号厂房的催一下', '把蹊跷没办完的转给住建局', '通知蹊跷住建局没办完的'])(
  '%s: an order is answered by no figure',
  async (said) => {
    expect(await talk(said)).not.toMatch(NEAR);
  },
);

test('no file is sent for what was half understood', async () => {
  const before = world.private('tang').messages.length;
  await talk('把住建局蹊跷没办完的台账发我');
  const sent = world.private('tang').messages.slice(before);
  expect(sent.filter((one) => one.msgType === 'file')).toEqual([]);
});

test('in a project group it is told of nothing the group may not see', async () => {
  const group = world.group('xf');
  const answer = await group.ask('tang', '@bot 美利信蹊跷没办完的有几件');
  expect(answer).not.toMatch(/未销号 [1-9]\d* 件/);
});
