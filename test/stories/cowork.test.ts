import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('mlx');
const card = (id: number) => textOf(group().card(id));

describe('转办，签收，退回', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('the office hands a new problem to a unit by words; its coordinator is asked and signs', async () => {
    await group().says('wang', '报 邻里意见大不知道归谁');
    expect(card(1)).toContain('待转办');
    expect(await group().ask('song', '转办 #1 住建局')).toContain('已转办住建局');
    expect(textOf(world.private('zhao').card(1))).toContain('请签收');
    expect(await group().ask('sun', '签收 #1')).toContain('您不能做这一步');
  });

  test('退回 asks for the reason in a form and goes back to the office', async () => {
    const told = world.private('zhao').card(1);
    const result = await world
      .private('zhao')
      .fills('zhao', told, '退回', { reason: '超限运输归交通部门管' });
    expect(result.toast?.type).toBe('success');
    expect(card(1)).toContain('待转办');
    expect(card(1)).toContain('住建局退回：超限运输归交通部门管');
    expect(textOf(world.private('song').card(1))).toContain('已被退回');
  });

  test('the secretary routes it with a form; a second 退回 freezes it and only the office may route', async () => {
    const directory = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const unitId = String(directory.data.units.find((one) => one.name === '交通运输局')!.id);
    await group().fills('wang', group().card(1), '转办', { unitId });
    expect(card(1)).toContain('交通运输局');
    expect(await group().ask('han', '退回 #1 不在本局职责清单')).toContain('暂停流转');
    expect(card(1)).toContain('已退回 2 次，暂停流转');
    expect(card(1)).toContain('超限运输归交通部门管');
    expect(card(1)).toContain('不在本局职责清单');
    expect(await group().ask('wang', '转办 #1 水利局')).toContain('只有综合办可以转办');
    expect(textOf(world.private('song').card(1))).toContain('两次被退回');
    expect(await group().ask('song', '转办 #1 交通运输局')).toContain('已转办交通运输局');
    expect(await group().ask('han', '退回 #1 还是不归我们')).toContain('只有综合办可以转办');
  });

  test('a named person signs; the second to sign hears who was first', async () => {
    await group().says('wang', '报 围墙裂缝 住建局');
    await group().says('song', '转办 #2 住建局 @赵磊');
    expect(await group().ask('zhao', '签收 #2')).toContain('已签收');
    expect(await group().ask('song', '签收 #2')).toContain('已经签收，由赵磊负责');
    const toast = await group().clicks('song', group().card(1), '签收');
    expect(toast.toast?.type).toBe('success');
  });

  test('an unknown unit is said so, and 转办 without a unit opens the form', async () => {
    await group().says('wang', '报 门口积水');
    expect(await group().ask('song', '转办 #3 不存在局')).toContain('没有找到单位“不存在局”');
    expect(await group().ask('song', '转办 #3')).toContain('责任单位');
    expect(await group().ask('song', '转办 #99 住建局')).toContain('没有 #99');
  });
});

describe('协办', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 消防验收前需要三家同时到场 消防救援大队 5个工作日');
    await group().says('shi', '签收 #1');
  });
  afterAll(() => world.close());

  test('co-units are told and stand on the card with a tick of their own', async () => {
    expect(await group().ask('song', '协办 #1 住建局')).toContain('已加协办单位住建局');
    await group().says('wang', '协办 #1 供电公司');
    expect(card(1)).toContain('☐ 住建局 ☐ 供电公司');
    expect(textOf(world.private('zhao').card(1))).toContain('请协办');
    expect(await group().ask('wang', '协办 #1 住建局')).toContain('已经做过了');
  });

  test('the lead cannot report done before all have ticked', async () => {
    expect(await group().ask('shi', '办结 #1 三家已到场')).toContain('协办单位还没办完：住建局、供电公司');
    const ticked = await world.private('zhao').clicks('zhao', world.private('zhao').card(1), '办结');
    expect(ticked.toast?.type).toBe('success');
    expect(card(1)).toContain('☑ 住建局 ☐ 供电公司');
    expect(await group().ask('sun', '协办完成 #1')).toContain('您不能做这一步');
  });

  test('the office may override', async () => {
    expect(await group().ask('song', '办结 #1 供电公司书面确认')).toContain('已报办结');
    expect(card(1)).toContain('待核验');
  });

  test('the last tick tells the lead', async () => {
    await group().says('wang', '报 联合验收二期 消防救援大队 5个工作日');
    await group().says('shi', '签收 #2');
    await group().says('song', '协办 #2 水利局');
    expect(await group().ask('jiang', '协办完成 #2')).toContain('办完');
    expect(textOf(world.private('shi').card(2))).toContain('协办单位已全部办完');
    expect(await group().ask('shi', '办结 #2 验收通过')).toContain('已报办结');
  });
});
