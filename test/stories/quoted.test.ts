/** 报 in reply to what was said, sent or forwarded before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  world.sim.setScopes([...world.sim.scopes(), 'im:message.group_msg']);
});
afterAll(() => world.close());

const group = () => world.group('xf');
const talk = (key: string, text: string) =>
  world.sim.say(world.openId(key), group().chatId, text, { atBot: false });

describe('报 in reply to a merged forward', () => {
  test('logs the words of all it holds', async () => {
    const first = await talk('hua', '东门外道路积水');
    const second = await talk('hua', '货车进不来，已经两天');
    const forwarded = await world.sim.forward(world.openId('hua'), group().chatId, [
      first.messageId,
      second.messageId,
    ]);
    await group().says('wang', '报 住建局 3个工作日', { replyTo: forwarded.messageId });
    const card = textOf(group().card(1));
    expect(card).toContain('#1 东门外道路积水');
    expect(card).toContain('货车进不来');
    expect(card).toContain('住建局');
  });

  test('leaves out what was recalled before it was forwarded, and pictures', async () => {
    const kept = await talk('hua', '围挡被风吹倒');
    const gone = await talk('hua', '这句说错了');
    await world.sim.recall(world.openId('hua'), gone.messageId);
    const picture = await world.sim.send(world.openId('hua'), group().chatId, 'image', {
      image_key: 'img_v3_1',
    });
    const ids = [kept, gone, picture].map(({ messageId }) => messageId);
    const forwarded = await world.sim.forward(world.openId('hua'), group().chatId, ids);
    await group().says('wang', '报 住建局', { replyTo: forwarded.messageId });
    expect(textOf(group().card(2))).toContain('#2 围挡被风吹倒');
    expect(textOf(group().card(2))).not.toContain('说错');
  });

  test('without a word in it says what to do instead, and logs nothing', async () => {
    const picture = await world.sim.send(world.openId('hua'), group().chatId, 'image', {
      image_key: 'img_v3_2',
    });
    const forwarded = await world.sim.forward(world.openId('hua'), group().chatId, [picture.messageId]);
    const told = await group().ask('wang', '报', { replyTo: forwarded.messageId });
    expect(told).toContain('合并转发里没有读到文字');
    expect(() => group().card(3)).toThrow();
  });
});

describe('a picture beside 报', () => {
  const post = (text: string) => ({
    zh_cn: {
      title: '',
      content: [
        [
          { tag: 'at', user_id: world.sim.bot.openId },
          { tag: 'text', text: ` ${text}` },
        ],
        [{ tag: 'img', image_key: 'img_v3_9' }],
      ],
    },
  });

  test('in a post is recorded with the problem', async () => {
    await world.sim.send(world.openId('wang'), group().chatId, 'post', post('报 路面塌陷 住建局 3个工作日'));
    await world.settle();
    expect(textOf(group().card(3))).toContain('#3 路面塌陷');
    expect(textOf(group().card(3))).toContain('附件 1 个');
  });

  test('is kept while the problem waits for 确认', async () => {
    await world.sim.send(world.openId('wang'), group().chatId, 'post', post('报 井盖破损 住建局 昨天'));
    await world.settle();
    await group().clicks('wang', group().lastBot, '确认', { day: '2026-12-03' });
    expect(textOf(group().card(4))).toContain('附件 1 个');
  });
});
