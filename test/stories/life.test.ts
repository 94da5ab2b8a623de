import { afterEach, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

describe('the life of a problem', () => {
  test('one line in the group logs, routes, and ends only when somebody other than the doer confirms', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    const card = group.card(1);
    expect(titleOf(card)).toContain('磷石膏仓库堆放不下');
    expect(textOf(card)).toContain('生态环境局');
    expect(textOf(card)).toContain('待签收');

    const told = world.private('sun').card(1);
    const signed = await world.private('sun').clicks('sun', told, '签收');
    expect(signed.toast?.type).toBe('success');
    expect(textOf(group.card(1))).toContain('办理中');
    expect(group.card(1).messageId).toBe(card.messageId);

    await group.says('sun', '办结 #1 已协调出租临时仓库');
    expect(textOf(group.card(1))).toContain('待核验');
    const own = await group.clicks('sun', group.card(1), '属实');
    expect(own.toast?.type).toBe('warning');
    const confirmed = await group.clicks('hua', group.card(1), '属实');
    expect(confirmed.toast?.type).toBe('success');
    expect(textOf(group.card(1))).toContain('已销号');
  });
});
