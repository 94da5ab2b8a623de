import { describe, expect, test } from 'vitest';
import { createGroup, createScripted, type Scripted } from './bot.ts';

const url = (chatId: string, step = 'put') =>
  `/open-apis/im/v1/chats/${chatId}/top_notice/${step}_top_notice`;
const send = async (s: Scripted, chatId: string) => {
  const body = { receive_id: chatId, msg_type: 'text', content: JSON.stringify({ text: '项目' }) };
  const answer = await s.call('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id', body);
  return (answer.json.data as { message_id: string }).message_id;
};
const grant = (s: Scripted) => s.sim.setScopes([...s.sim.scopes(), 'im:chat.top_notice:write_only']);
const onTop = (s: Scripted, chatId: string) => s.sim.chats().find((one) => one.chatId === chatId)?.topNotice;

describe('what is on top of a group', () => {
  test('is put there and taken down by the bot in it, and a later one takes its place', async () => {
    const s = createScripted();
    grant(s);
    const { chat } = createGroup(s);
    const [first, second] = [await send(s, chat.chatId), await send(s, chat.chatId)];
    for (const id of [first, second]) {
      const notice = { chat_top_notice: [{ action_type: '1', message_id: id }] };
      expect((await s.call('POST', url(chat.chatId), notice)).json).toMatchObject({ code: 0, data: {} });
      expect(onTop(s, chat.chatId)).toBe(id);
    }
    expect((await s.call('POST', url(chat.chatId, 'delete'), {})).json.code).toBe(0);
    expect(onTop(s, chat.chatId)).toBeUndefined();
  });

  test('needs its scope, one message of this group, and a group the bot is in', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await send(s, chat.chatId);
    const notice = { chat_top_notice: [{ action_type: '1', message_id: id }] };
    expect((await s.call('POST', url(chat.chatId), notice)).json.code).toBe(99991672);
    grant(s);
    expect((await s.call('POST', url('oc_nowhere'), notice)).json.code).toBe(232006);
    for (const bad of [
      {},
      { chat_top_notice: [] },
      { chat_top_notice: [{ action_type: '1' }] },
      { chat_top_notice: [{ action_type: '3', message_id: id }] },
      { chat_top_notice: [{ action_type: '1', message_id: 'om_unknown' }] },
    ])
      expect((await s.call('POST', url(chat.chatId), bad)).json.code).toBe(232001);
    expect(onTop(s, chat.chatId)).toBeUndefined();
  });
});
