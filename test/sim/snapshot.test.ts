import { expect, test } from 'vitest';
import { button, card, createGroup, createScripted, sendCard } from './bot.ts';

test('a world survives a restart: people, cards, tokens and waiting redeliveries', async () => {
  const before = createScripted();
  const { wang, chat } = createGroup(before);
  const id = await sendCard(before, chat.chatId, card(button('签收', { n: 1 })));
  before.script = () => ({ status: 503, body: '' });
  await before.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
  const token = await before.token();
  const saved = JSON.parse(JSON.stringify(before.sim.snapshot())) as unknown;

  const after = createScripted({ seed: 2 });
  after.sim.restore(saved);
  expect(after.sim.bot).toEqual(before.sim.bot);
  expect(after.sim.messages(chat.chatId)).toEqual(before.sim.messages(chat.chatId));
  expect((await after.call('GET', '/open-apis/bot/v3/info', undefined, token)).json.code).toBe(0);
  await after.sim.click(wang.openId, id, '签收');
  after.now += 15_000;
  await after.sim.runDue();
  expect(after.received.map((r) => r.body.header.event_type)).toEqual([
    'card.action.trigger',
    'im.message.receive_v1',
  ]);
  expect(after.received[1]?.request.body).toBe(before.received[0]?.request.body);
});

test('ids are repeatable with a seed and never the same without one', () => {
  const botOf = (o: object) => createScripted(o).sim.bot.openId;
  expect(botOf({ seed: 3 })).toBe(botOf({ seed: 3 }));
  expect(botOf({ seed: undefined })).not.toBe(botOf({ seed: undefined }));
});

test('a snapshot is a copy: later changes do not reach it', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const saved = JSON.stringify(s.sim.snapshot());
  const kept = s.sim.snapshot();
  await s.sim.say(wang.openId, chat.chatId, 'x');
  expect(JSON.stringify(kept)).toBe(saved);
});
