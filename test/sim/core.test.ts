import { expect, test } from 'vitest';
import { button, card, createGroup, createScripted, sendCard } from './bot.ts';

test('what a person says to the bot reaches it as im.message.receive_v1', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const said = await s.sim.say(wang.openId, chat.chatId, '报 仓库堆放不下 @李工', { atBot: true });
  expect(said.text).toBe('@专班秘书 报 仓库堆放不下 @李工');
  const body = s.received[0]?.body;
  expect(Object.keys(body ?? {})).toEqual(['schema', 'header', 'event']);
  expect(Object.keys(body?.header ?? {})).toEqual([
    'event_id',
    'token',
    'create_time',
    'event_type',
    'tenant_key',
    'app_id',
  ]);
  expect(body?.header.event_type).toBe('im.message.receive_v1');
  const message = body?.event.message as Record<string, unknown>;
  expect(message.content).toBe('{"text":"@_user_1 报 仓库堆放不下 @_user_2"}');
  expect(message).not.toHaveProperty('parent_id');
});

test('a click becomes a callback, and its toast and card are shown', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const messageId = await sendCard(s, chat.chatId, card(button('签收', { a: 'sign' })));
  s.script = () => ({
    status: 200,
    body: JSON.stringify({
      toast: { type: 'success', content: '已签收' },
      card: { type: 'raw', data: card(button('办结', { a: 'done' })) },
    }),
  });
  const result = await s.sim.click(wang.openId, messageId, '签收');
  expect(result.toast).toEqual({ type: 'success', content: '已签收' });
  expect(s.sim.message(messageId)?.text).toContain('办结');
  expect(s.received[0]?.path).toBe('/webhook/card');
  expect(s.received[0]?.body.event.action).toMatchObject({ tag: 'button', value: { a: 'sign' } });
  expect(s.received[0]?.body.header.create_time).toMatch(/^\d{16}$/);
});

test('the bot can read its name, reply and update its card', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const info = await s.call('GET', '/open-apis/bot/v3/info');
  expect(info.json.bot).toMatchObject({ open_id: s.sim.bot.openId });
  const said = await s.sim.say(wang.openId, chat.chatId, '帮助', { atBot: true });
  const reply = await s.call('POST', `/open-apis/im/v1/messages/${said.messageId}/reply`, {
    msg_type: 'text',
    content: JSON.stringify({ text: `<at user_id="${wang.openId}">王姐</at> 好的` }),
  });
  expect(reply.json.data).toMatchObject({ parent_id: said.messageId, root_id: said.messageId });
  expect(s.sim.messages(chat.chatId).at(-1)?.text).toBe('@王姐 好的');
  const messageId = await sendCard(s, chat.chatId, card(button('签收', {})));
  const patched = await s.call('PATCH', `/open-apis/im/v1/messages/${messageId}`, {
    content: JSON.stringify(card(button('办结', {}))),
  });
  expect(patched.json).toEqual({ code: 0, msg: 'ok', data: {} });
  expect(s.sim.message(messageId)?.history).toHaveLength(1);
});
