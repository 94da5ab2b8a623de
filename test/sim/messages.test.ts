import { describe, expect, test } from 'vitest';
import { APP_ID, button, card, createGroup, createScripted, type Scripted, START, sendCard } from './bot.ts';

const SEND = '/open-apis/im/v1/messages?receive_id_type=';
const text = (t: string) => JSON.stringify({ text: t });

function send(s: Scripted, to: string, content: string, more: object = {}) {
  const type = to.startsWith('oc_') ? 'chat_id' : 'open_id';
  const body = { receive_id: to, msg_type: 'text', content, ...more };
  return s.call('POST', SEND + type, body);
}

describe('sending', () => {
  test('gives back the message as the platform words it', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const answer = await send(s, chat.chatId, text(`<at user_id="${wang.openId}">随便</at> 请签收`));
    expect(answer.json.data).toEqual({
      message_id: expect.stringMatching(/^om_x100b[0-9a-f]{23}$/),
      msg_type: 'text',
      create_time: String(START),
      update_time: String(START),
      deleted: false,
      updated: false,
      chat_id: chat.chatId,
      sender: { id: APP_ID, id_type: 'app_id', sender_type: 'app', tenant_key: s.sim.tenantKey },
      body: { content: text('@_user_1 请签收') },
      mentions: [
        {
          key: '@_user_1',
          id: wang.openId,
          id_type: 'open_id',
          name: '王姐',
          tenant_key: s.sim.tenantKey,
        },
      ],
    });
    expect(answer.headers.get('x-tt-logid')).toMatch(/^\d{14}[0-9A-F]{20}$/);
  });

  test('to a person goes to the private chat', async () => {
    const s = createScripted();
    const { wang } = createGroup(s);
    const answer = await send(s, wang.openId, text('早'));
    expect(answer.json.data?.chat_id).toBe(s.sim.p2pChat(wang.openId));
  });

  test.each([
    ['a field is missing', 'chat_id', { msg_type: 'text', content: text('x') }, 99992402],
    ['the id type is unknown', 'phone', { receive_id: 'x', msg_type: 'text', content: text('x') }, 99992402],
    ['content is an object', 'chat_id', { receive_id: 'oc_x', msg_type: 'text', content: {} }, 9499],
    ['the chat is unknown', 'chat_id', { receive_id: 'oc_x', msg_type: 'text', content: text('x') }, 230034],
    [
      'the person is unknown',
      'open_id',
      { receive_id: 'ou_x', msg_type: 'text', content: text('x') },
      99992351,
    ],
  ])('is refused when %s', async (_why, type, body, code) => {
    const s = createScripted();
    const answer = await s.call('POST', SEND + type, body);
    expect([answer.status, answer.json.code]).toEqual([400, code]);
  });

  test.each([
    ['is not JSON', 'text', '你好', 230001],
    ['is empty', 'text', text(' '), 230001],
    ['is of an unknown type', 'hologram', '{}', 230001],
    ['is a post without its locale', 'post', JSON.stringify({ title: '', content: [[]] }), 230001],
    ['names an image nobody uploaded', 'image', JSON.stringify({ image_key: 'img_v3_x' }), 230001],
    ['is a text over 150 KB', 'text', text('字'.repeat(52_000)), 230025],
    [
      'is a post over 30 KB',
      'post',
      JSON.stringify({ zh_cn: { content: [[{ tag: 'text', text: 'x'.repeat(31_000) }]] } }),
      230025,
    ],
  ])('is refused when the content %s', async (_why, msgType, content, code) => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const answer = await send(s, chat.chatId, content, { msg_type: msgType });
    expect([answer.status, answer.json.code]).toEqual([400, code]);
  });

  test('is refused by the state of chat and person', async () => {
    const s = createScripted();
    const { wang, li, zhao, chat } = createGroup(s);
    const guest = s.sim.addUser({ name: '企业', tenantKey: 'other' });
    s.sim.setUser(wang.openId, { available: false });
    s.sim.setUser(li.openId, { blockedBot: true });
    s.sim.setUser(zhao.openId, { resigned: true });
    const code = async (to: string) => (await send(s, to, text('x'))).json.code;
    expect(await code(wang.openId)).toBe(230013);
    expect(await code(li.openId)).toBe(230053);
    expect(await code(zhao.openId)).toBe(230013);
    expect(await code(guest.openId)).toBe(230038);
    s.sim.setChat(chat.chatId, { muted: true });
    expect(await code(chat.chatId)).toBe(230035);
    await s.sim.removeBotFromChat(chat.chatId, wang.openId);
    expect(await code(chat.chatId)).toBe(230002);
    await s.sim.disbandChat(chat.chatId, wang.openId);
    expect(await code(chat.chatId)).toBe(232009);
  });

  test('a plain mobile number is refused when the tenant audits messages', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    expect((await send(s, chat.chatId, text('电话 13800000000'))).json.code).toBe(0);
    s.sim.strict.dlp = true;
    expect((await send(s, chat.chatId, text('电话 13800000000'))).json.code).toBe(230028);
    expect((await send(s, chat.chatId, text('编号 20260101083100'))).json.code).toBe(0);
  });

  test('@所有人 needs the leave of the group', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const all = text('<at user_id="all"></at> 通知');
    expect((await send(s, chat.chatId, all)).json.code).toBe(0);
    s.sim.setChat(chat.chatId, { atAll: 'only_owner' });
    expect((await send(s, chat.chatId, all)).json.code).toBe(230001);
  });
});

describe('a uuid', () => {
  test('sends once an hour and gives back the first message', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const first = await send(s, chat.chatId, text('a'), { uuid: 'u1' });
    const second = await send(s, chat.chatId, text('a'), { uuid: 'u1' });
    expect(second.json.data?.message_id).toBe(first.json.data?.message_id);
    expect(s.sim.messages(chat.chatId)).toHaveLength(1);
    s.now += 3_600_000;
    await send(s, chat.chatId, text('a'), { uuid: 'u1' });
    expect(s.sim.messages(chat.chatId)).toHaveLength(2);
  });

  test('is refused the second time when strict says so', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.strict.uuidDuplicate = 'error230049';
    await send(s, chat.chatId, text('a'), { uuid: 'u1' });
    expect((await send(s, chat.chatId, text('a'), { uuid: 'u1' })).json.code).toBe(230049);
  });

  test('has at most 50 characters', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    expect((await send(s, chat.chatId, text('a'), { uuid: 'u'.repeat(51) })).json.code).toBe(99992402);
  });
});

describe('limits', () => {
  test('a chat takes 5 messages a second from the bot', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    for (let i = 0; i < 5; i += 1) expect((await send(s, chat.chatId, text('x'))).json.code).toBe(0);
    const sixth = await send(s, chat.chatId, text('x'));
    expect([sixth.status, sixth.json.code]).toEqual([400, 230020]);
    expect(sixth.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    s.sim.strict.chatLimit = 'http429';
    const seventh = await send(s, chat.chatId, text('x'));
    expect([seventh.status, seventh.json.code]).toEqual([429, 99991400]);
    s.now += 1_000;
    expect((await send(s, chat.chatId, text('x'))).json.code).toBe(0);
  });

  test('an API takes 50 calls a second, the token endpoint apart', async () => {
    const s = createScripted();
    const token = await s.token();
    const codes = [];
    for (let i = 0; i < 51; i += 1)
      codes.push((await s.call('GET', '/open-apis/im/v1/chats', undefined, token)).status);
    expect(codes.filter((c) => c === 429)).toHaveLength(1);
    expect((await s.call('GET', '/open-apis/bot/v3/info', undefined, token)).json.code).toBe(0);
  });

  test('an API takes 1000 calls a minute', async () => {
    const s = createScripted();
    const token = await s.token();
    const call = () => s.call('GET', '/open-apis/im/v1/chats', undefined, token);
    for (let i = 0; i < 1_000; i += 1) {
      s.now = START + Math.floor(i / 50) * 1_000;
      expect((await call()).status).toBe(200);
    }
    s.now += 1_000;
    const full = await call();
    expect(full.status).toBe(429);
    expect(full.headers.get('x-ogw-ratelimit-limit')).toBe('1000');
    expect(full.headers.get('x-ogw-ratelimit-reset')).toBe('40');
  });

  test('can be switched off', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.strict.rateLimits = false;
    for (let i = 0; i < 60; i += 1) expect((await send(s, chat.chatId, text('x'))).json.code).toBe(0);
  });
});

describe('changing', () => {
  const patch = (s: Scripted, id: string, content: unknown) =>
    s.call('PATCH', `/open-apis/im/v1/messages/${id}`, { content: JSON.stringify(content) });

  test('only a card, only its own, only shared, only for 14 days', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const next = card(button('x', {}));
    const said = await s.sim.say(wang.openId, chat.chatId, 'x');
    expect((await patch(s, said.messageId, next)).json.code).toBe(230027);
    const words = await send(s, chat.chatId, text('x'));
    expect((await patch(s, String(words.json.data?.message_id), next)).json.code).toBe(230001);
    expect((await patch(s, 'c-295ee57216a5', next)).json.code).toBe(99992354);
    const { config: _config, ...unshared } = card(button('y', {}));
    const lonely = await sendCard(s, chat.chatId, unshared);
    expect((await patch(s, lonely, next)).json.code).toBe(230001);
    const id = await sendCard(s, chat.chatId, card(button('y', {})));
    expect((await patch(s, id, unshared)).json.code).toBe(230001);
    s.now += 14 * 86_400_000;
    expect((await patch(s, id, next)).json.code).toBe(0);
    s.now += 1;
    expect((await patch(s, id, next)).json.code).toBe(230031);
  });

  test('a message takes 5 updates a second', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    for (let i = 0; i < 5; i += 1) expect((await patch(s, id, card())).json.code).toBe(0);
    expect((await patch(s, id, card())).json.code).toBe(230020);
  });

  test('a card that is too long or of JSON 1.0 is refused', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    const long = card({ tag: 'markdown', content: '字'.repeat(10_300) });
    expect((await patch(s, id, long)).json.code).toBe(230025);
    const old = await patch(s, id, { config: { update_multi: true }, elements: [] });
    expect(old.json.msg).toContain('ErrCode: 200830');
  });

  test('texts are edited by PUT, at most 20 times, cards never', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.strict.rateLimits = false;
    const put = (id: string, msgType: string, content: string) =>
      s.call('PUT', `/open-apis/im/v1/messages/${id}`, { msg_type: msgType, content });
    const words = String((await send(s, chat.chatId, text('x'))).json.data?.message_id);
    for (let i = 0; i < 20; i += 1) expect((await put(words, 'text', text(`${i}`))).json.code).toBe(0);
    expect((await put(words, 'text', text('z'))).json.code).toBe(230072);
    const id = await sendCard(s, chat.chatId, card());
    expect((await put(id, 'interactive', JSON.stringify(card()))).json.code).toBe(230001);
  });

  test('a recalled message answers 230011 to everything, and GET shows it deleted', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    const path = `/open-apis/im/v1/messages/${id}`;
    expect((await s.call('DELETE', path)).json.code).toBe(0);
    expect((await patch(s, id, card())).json.code).toBe(230011);
    expect((await s.call('POST', `${path}/reply`, { msg_type: 'text', content: text('x') })).json.code).toBe(
      230011,
    );
    expect((await s.call('DELETE', path)).json.code).toBe(230011);
    const shown = await s.call('GET', path);
    expect(shown.json.data?.items).toMatchObject([{ message_id: id, deleted: true }]);
    expect(s.sim.message(id)?.recalled).toBe(true);
  });
});

describe('reading back', () => {
  test('a card comes back lossy, or as it was on demand', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const sent = card(button('签收', {}));
    const id = await sendCard(s, chat.chatId, sent);
    const read = async (query: string) => {
      const answer = await s.call('GET', `/open-apis/im/v1/messages/${id}${query}`);
      const [item] = (answer.json.data?.items ?? []) as { body: { content: string } }[];
      return JSON.parse(item?.body.content ?? '') as unknown;
    };
    expect(await read('')).toEqual({ title: '问题 #12', elements: [[{ tag: 'text', text: '签收' }]] });
    expect(await read('?card_msg_content_type=user_card_content')).toEqual(sent);
  });

  test('the history of a group needs im:message.group_msg, that of a private chat does not', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const list = (id: string, more = '') =>
      s.call('GET', `/open-apis/im/v1/messages?container_id_type=chat&container_id=${id}${more}`);
    expect((await list(chat.chatId)).json.code).toBe(230027);
    expect((await list(s.sim.p2pChat(wang.openId))).json.code).toBe(0);
    s.sim.setScopes([...s.sim.scopes(), 'im:message.group_msg']);
    for (const words of ['一', '二', '三']) {
      await s.sim.say(wang.openId, chat.chatId, words);
      s.now += 60_000;
    }
    const page = await list(chat.chatId, '&page_size=2');
    expect(page.json.data).toMatchObject({ has_more: true, items: [{}, {}] });
    const rest = await list(chat.chatId, `&page_size=2&page_token=${page.json.data?.page_token}`);
    expect(rest.json.data).toMatchObject({ has_more: false, items: [{ body: { content: text('三') } }] });
    const since = await list(chat.chatId, `&start_time=${START / 1000 + 60}&sort_type=ByCreateTimeDesc`);
    expect(since.json.data?.items).toMatchObject([
      { body: { content: text('三') } },
      { body: { content: text('二') } },
    ]);
  });
});

describe('beside the text', () => {
  test('urgent reaches members of the chat and names the rest', async () => {
    const s = createScripted();
    const { wang, li, chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    const urge = (kind: string, ids: string[], of = id) =>
      s.call('PATCH', `/open-apis/im/v1/messages/${of}/urgent_${kind}?user_id_type=open_id`, {
        user_id_list: ids,
      });
    const answer = await urge('app', [wang.openId, 'ou_x']);
    expect(answer.json.data).toEqual({ invalid_user_id_list: ['ou_x'] });
    expect(s.sim.message(id)?.urgent).toMatchObject([{ kind: 'app', openIds: [wang.openId] }]);
    expect((await urge('app', ['ou_x'])).json.code).toBe(230001);
    expect((await urge('phone', [li.openId])).json.code).toBe(99991672);
    const said = await s.sim.say(wang.openId, chat.chatId, 'x');
    expect((await urge('app', [li.openId], said.messageId)).json.code).toBe(230012);
    s.sim.setChat(chat.chatId, { urgent: 'only_owner' });
    expect((await urge('app', [li.openId])).json.code).toBe(230052);
  });

  test('reactions are added once, listed and taken back', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const said = await s.sim.say(wang.openId, chat.chatId, 'x');
    const path = `/open-apis/im/v1/messages/${said.messageId}/reactions`;
    const done = { reaction_type: { emoji_type: 'DONE' } };
    const first = await s.call('POST', path, done);
    expect((await s.call('POST', path, done)).json.data?.reaction_id).toBe(first.json.data?.reaction_id);
    expect((await s.call('POST', path, { reaction_type: { emoji_type: '好' } })).json.code).toBe(231001);
    expect((await s.call('GET', path)).json.data?.items).toHaveLength(1);
    await s.call('DELETE', `${path}/${first.json.data?.reaction_id}`);
    expect(s.sim.message(said.messageId)?.reactions).toEqual([]);
  });

  test('pins come and go', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    expect((await s.call('POST', '/open-apis/im/v1/pins', { message_id: id })).json.code).toBe(0);
    const list = await s.call('GET', `/open-apis/im/v1/pins?chat_id=${chat.chatId}`);
    expect(list.json.data?.items).toMatchObject([{ message_id: id }]);
    await s.call('DELETE', `/open-apis/im/v1/pins/${id}`);
    expect(s.sim.message(id)?.pinned).toBe(false);
  });
});

describe('reading one message', () => {
  test("a person's group message is read only with the scope that hears everything; our own without", async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const said = await s.sim.say(wang.openId, chat.chatId, '堆场放不下');
    const own = await sendCard(s, chat.chatId, card());
    const read = (id: string) => s.call('GET', `/open-apis/im/v1/messages/${id}`);
    expect((await read(said.messageId)).json.code).toBe(99991672);
    expect((await read(own)).json.code).toBe(0);
    s.sim.setScopes([...s.sim.scopes(), 'im:message.group_msg']);
    expect((await read(said.messageId)).json.code).toBe(0);
  });
});
