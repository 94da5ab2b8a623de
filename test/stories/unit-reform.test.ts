/** 机构改革: units are renamed, merged and abolished while problems run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ admins: ['lin'], processes: 2 });
});
afterAll(() => world.close());

const admin = (text: string) => world.private('lin').ask('lin', text);
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

describe('a unit with another name', () => {
  test('is understood by the old one, too, and shown under the new one', async () => {
    expect(await admin('单位 水利局 改名 水务和湖泊局')).toContain('原来的名称照样认得');
    await group().says('wang', '报 泵站停机 水利局 3个工作日');
    expect(card(1)).toContain('水务和湖泊局');
    expect(card(1)).toContain('#1 泵站停机');
    expect(await admin('单位 水利局')).toContain('曾用名：水利局');
  });

  test('that another unit takes later belongs to that one', async () => {
    await admin('单位 新增 水利局');
    await group().says('wang', '报 水渠塌方 水利局 3个工作日');
    expect(card(2)).toMatch(/责任单位\s+水利局/);
    await group().says('wang', '作废 #2 试录');
  });
});

describe('单位 合并', () => {
  test('says what it moves, and moves nothing before 确认 of who asked', async () => {
    await group().says('wang', '报 供水压力不足 水务和湖泊局 3个工作日');
    await group().says('wang', '签收 #3');
    await group().says('wang', '报 围挡倒伏 住建局 3个工作日');
    await group().says('wang', '协办 #4 水务和湖泊局');
    await group().says('wang', '报 井盖缺失 水务和湖泊局 3个工作日');
    await group().says('wang', '办结 #5 已补');
    await group().says('tang', '核验 #5 属实');
    expect(card(5)).toContain('已销号');
    const asked = await admin('单位 合并 水务和湖泊局 到 住建局');
    expect(asked).toContain('请确认：“水务和湖泊局”并入');
    expect(asked).toContain('在办 3 件');
    expect(card(3)).toContain('水务和湖泊局');
  });

  test('moves what is open with its deadline, and leaves what was struck off where it was', async () => {
    const deadline = /完成时限.*/.exec(card(3))?.[0];
    const { toast } = await world.private('lin').clicks('lin', world.private('lin').lastBot, '确认');
    expect(toast?.content).toContain('3 件');
    for (const id of [1, 3]) expect(card(id)).toMatch(/责任单位\s+住/);
    expect(card(3)).toContain('办理中');
    expect(/完成时限.*/.exec(card(3))?.[0]).toBe(deadline);
    expect(card(4)).not.toContain('☐');
    expect(card(5)).toContain('水务和湖泊局');
    expect(await group().ask('wang', '历史 #3')).toContain('机构改革：水务和湖泊局并入');
  });

  test('keeps every name of it understood, as the successor', async () => {
    await group().says('wang', '报 雨水倒灌 水务和湖泊局 3个工作日');
    expect(card(6)).toMatch(/责任单位\s+住/);
    expect(await admin('单位')).not.toContain('水务和湖泊局');
    expect(await admin('单位 合并 水务和湖泊局 到 供电公司')).toContain('例如');
  });
});

describe('单位 撤销', () => {
  test('gives what nobody has finished back to the office, and what waits for others its time', async () => {
    await group().says('wang', '报 变压器故障 供电公司 5个工作日');
    await group().says('wang', '报 线路老化 供电公司 5个工作日');
    await group().says('wang', '办结 #8 已换线');
    await world.private('lin').says('lin', '单位 撤销 供电公司');
    await world.private('lin').clicks('lin', world.private('lin').lastBot, '确认');
    expect(card(7)).toContain('待转办');
    expect(textOf(world.private('song').card(7))).toContain('请转办');
    expect(card(8)).toContain('待核验');
    await group().says('tang', '核验 #8 属实');
    expect(card(8)).toContain('已销号');
    expect(card(8)).toContain('供电公司');
  });

  test('its name is a unit no more, and nobody else may do such a thing', async () => {
    expect(await group().ask('wang', '报 停电 供电公司 3个工作日')).toContain('没有单位“供电公司”');
    expect(await world.private('song').ask('song', '单位 撤销 住建局')).toContain('管理员可以');
  });
});

describe('somebody who never spoke to the bot', () => {
  test('is set by name nowhere, and by @ in a group with them', async () => {
    const refused = await admin('单位 住建局 联络员 马超');
    expect(refused).toContain('没有找到“马超”');
    expect(refused).toContain('请在有他的群里 @ 本人再说');
    const ma = world.sim.addUser({ name: '马超' });
    await world.sim.addMembers(group().chatId, world.openId('wang'), [world.openId('lin'), ma.openId]);
    expect(await group().ask('lin', '单位 住建局 联络员 @马超')).toMatch(/联络员.*马超/);
  });
});
