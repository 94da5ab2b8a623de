import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

describe.each(['postgres', 'pglite'] as const)('撤销 （%s）', (database) => {
  beforeAll(async () => {
    world = await openWorld({ database, processes: 2 });
    await group().says('wang', '报 门口积水 住建局 3个工作日');
  });
  afterAll(() => world.close());

  test('within two minutes the step is taken back, and who was told is told', async () => {
    await group().says('wang', '转办 #1 水利局');
    expect(card(1)).toContain('水利局');
    const undone = await group().clicks('wang', group().card(1), '撤销');
    expect(undone.toast?.content).toContain('已撤销“转办”');
    expect(card(1)).toContain('住建局');
    expect(card(1)).not.toContain('水利局 ·');
    expect(textOf(world.private('jiang').card(1))).toContain('已被撤销');
  });

  test('not by somebody else', async () => {
    await group().says('wang', '转办 #1 水利局');
    expect(await group().ask('song', '撤销 #1')).toContain('只能撤销自己');
  });

  test('not after two minutes', async () => {
    world.pass(121_000);
    expect(await group().ask('wang', '撤销 #1')).toContain('只能在 2 分钟内撤销');
    expect(card(1)).toContain('水利局');
  });

  test('not after a later change', async () => {
    await group().says('jiang', '签收 #1');
    await group().says('jiang', '进展 #1 已派人');
    await group().says('wang', '催办 #1');
    expect(await group().ask('jiang', '撤销 #1')).toMatch(/不能撤销|只能撤销自己/);
  });

  test('a logged problem taken back is void, and the unit hears it', async () => {
    await group().says('wang', '报 路灯不亮 住建局');
    expect(await group().ask('wang', '撤销 #2')).toContain('#2');
    expect(card(2)).toContain('已作废');
    expect(textOf(world.private('zhao').card(2))).toContain('已作废');
  });
});
