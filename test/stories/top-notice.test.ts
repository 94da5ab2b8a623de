import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
/** Of own people alone; the platform lets no bot put anything on top of an external one. */
const group = () => world.group('inner');
const SCOPE = 'im:chat.top_notice:write_only';
const onTop = () => world.sim.chats().find((one) => one.chatId === group().chatId)?.topNotice;
const top = () => group().messages.find((one) => one.messageId === onTop());
const cards = () => group().botTexts.filter((text) => text.includes('更新于'));

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-24 10:00' });
  const members = ['wang', 'song', 'li', 'tang'].map((key) => world.openId(key));
  const chat = world.sim.addChat({ name: '美利信内部群', members, bot: true });
  world.keys.chatId.inner = chat.chatId;
  await group().says('wang', '绑定 美利信');
});
afterAll(() => world.close());

describe('置顶', () => {
  test('without the scope the card is posted, and it is said what the administrator can do', async () => {
    const told = await group().ask('wang', '置顶');
    expect(told).toContain('im:chat.top_notice:write_only');
    expect(onTop()).toBeUndefined();
    expect(cards()).toHaveLength(1);
  });

  test('with it that very card is put on top; said again it is the same one', async () => {
    world.sim.setScopes([...world.sim.scopes(), SCOPE]);
    await world.advanceTo('2026-11-24 10:10');
    expect(await group().ask('wang', '置顶')).toContain('已在群顶部');
    expect(textOf(top()!)).toContain('没有未销号的问题');
    const before = onTop();
    await group().says('song', '置顶');
    expect(onTop()).toBe(before);
    expect(cards()).toHaveLength(1);
  });

  test('is the secretary’s and the office’s', async () => {
    expect(await group().ask('li', '置顶')).toMatch(/项目秘书、综合办、管理员可以/);
    expect(await group().ask('li', '取消置顶')).toMatch(/项目秘书、综合办、管理员可以/);
    expect(onTop()).toBeDefined();
  });

  test('an external group is told that the platform does not allow it', async () => {
    expect(await world.group('xf').ask('wang', '置顶')).toContain('外部群');
  });

  test('the card follows what changes, several changes as one, without a second post', async () => {
    const edits = () =>
      world
        .calls('PATCH /open-apis/im/v1/messages/:message_id')
        .filter((call) => call.path.includes(onTop()!)).length;
    const before = edits();
    await group().says('wang', '报 变压器容量不足 供电公司 3个工作日');
    await group().says('wang', '项目 园区 白沙洲');
    await world.advanceTo('2026-11-24 10:20');
    expect(textOf(top()!)).toContain('变压器容量不足');
    expect(textOf(top()!)).toContain('白沙洲');
    expect(edits() - before).toBe(1);
    expect(cards()).toHaveLength(1);
  });

  test('every morning it is of that day', async () => {
    await world.advanceTo('2026-11-30 09:00');
    expect(textOf(top()!)).toContain('更新于 11-30');
    expect(textOf(top()!)).toContain('现在卡在 #1');
    expect(cards()).toHaveLength(1);
  });

  test('too old to be changed it is left alone by the clock, and takes its place anew when somebody changes something', async () => {
    await world.advanceTo('2026-12-14 09:30');
    expect(cards()).toHaveLength(1);
    await group().says('wang', '项目 园区 高新区');
    await world.advanceTo('2026-12-14 09:40');
    expect(cards()).toHaveLength(2);
    expect(textOf(top()!)).toContain('高新区');
  });

  test('取消置顶 takes it down, and says so when there is none', async () => {
    expect(await group().ask('wang', '取消置顶')).toContain('已取消置顶');
    expect(onTop()).toBeUndefined();
    expect(await group().ask('wang', '取消置顶')).toContain('没有由我置顶');
  });

  test('a group that is unbound shows nothing on top any more', async () => {
    await group().says('wang', '置顶');
    expect(onTop()).toBeDefined();
    await group().agrees('wang', '解绑');
    await world.advanceTo('2026-12-14 10:00');
    expect(onTop()).toBeUndefined();
  });
});
