/** Somebody takes back the message a problem was logged from. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const card = (id: number) => textOf(world.group('xf').card(id));

describe('a recalled 报', () => {
  test('keeps its number and title; the words taken back are shown nowhere any more', async () => {
    const group = world.group('xf');
    const said = await group.says('wang', '报 堆场放不下。联系电话找老赵要，他知道内情 生态环境局 3个工作日');
    expect(card(1)).toContain('内情');
    await world.sim.recall(world.openId('wang'), said.messageId);
    await world.settle();
    expect(card(1)).toContain('#1 堆场放不下');
    expect(card(1)).toContain('原消息已撤回');
    expect(card(1)).not.toContain('内情');
    expect(await group.ask('wang', '查 #1')).not.toContain('内情');
    expect(await group.ask('wang', '历史 #1')).toContain('原消息已撤回');
  });

  test('pushed twice it is one change', async () => {
    const { messageId } = world.group('xf').messages.find((one) => one.recalled)!;
    await world.sim.recall(world.openId('wang'), messageId);
    await world.settle();
    const told = await world.group('xf').ask('wang', '历史 #1');
    expect(told.match(/原消息已撤回/g)).toHaveLength(1);
  });

  test('is voided by one tap of its reporter or the office, and of nobody else', async () => {
    const group = world.group('xf');
    const refused = await group.clicks('sun', group.card(1), '作废');
    expect(refused.toast?.content).toContain('您不能做这一步');
    await group.clicks('wang', group.card(1), '作废');
    expect(card(1)).toContain('已作废');
    expect(await group.ask('wang', '历史 #1')).toContain('登记的原消息已撤回');
  });

  test('of several lines, all that came from it', async () => {
    const group = world.group('xf');
    const said = await group.says('wang', '报 围挡倒了 住建局 3个工作日\n报 路灯不亮 住建局 3个工作日');
    await group.clicks('wang', group.lastBot, '确认');
    await world.sim.recall(world.openId('wang'), said.messageId);
    await world.settle();
    for (const id of [2, 3]) expect(card(id)).toContain('原消息已撤回');
  });

  test('that was solved already keeps its strike-off and offers no 作废', async () => {
    const group = world.group('xf');
    const said = await group.says('wang', '当场 借到一路临时用水');
    await world.sim.recall(world.openId('wang'), said.messageId);
    await world.settle();
    expect(card(4)).toContain('已销号');
    expect(JSON.stringify(group.card(4).content)).not.toContain('"作废"');
  });
});
