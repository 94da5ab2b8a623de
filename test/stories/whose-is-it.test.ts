/** 韩雪是哪个单位的, #6 是我们局的吗: whose somebody or something is comes first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00', processes: 2 });
  await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 2个工作日');
  await world.group('mlx').says('wang', '报 图审意见没回 住建局 2个工作日');
});
afterAll(() => world.close());

const ask = async (who: string, said: string) => {
  await world.private(who).says(who, said);
  return textOf(world.private(who).lastBot);
};

test.each([
  ['孙倩是哪个单位的', /^孙倩是生态环境局的联络员。/],
  ['郑洁是哪个局的呢', /^郑洁是生态环境局的负责人。/],
  ['华明在哪家公司', /^华明是兴发的企业联系人。/],
])('%s: where they work', async (said, told) => {
  expect(await ask('song', said)).toMatch(told);
});

test.each(['王大锤是哪个单位的', '围墙是哪个单位的'])('%s: nobody of that name is made up', async (said) => {
  expect(await ask('song', said)).not.toMatch(/联络员。|负责人。|企业联系人。/);
});

test.each([
  ['sun', '#1 是我们局的吗', '责任单位环境局'],
  ['sun', '1号归我们局管吗', '责任单位环境局'],
  ['sun', '磷石膏仓库那件是不是我们局的', '责任单位环境局'],
  ['zhao', '图审意见没回那件是我们的吗', '责任单位住建局'],
])('%s: %s says whose it is, and leaves nothing unsaid', async (who, said, told) => {
  const answer = await ask(who, said);
  expect(answer).toContain(told);
  expect(answer).not.toContain('没有用上');
});
