import { describe, expect, test } from 'vitest';
import { APP_ID, createGroup, createScripted, type Scripted } from './bot.ts';

interface Message {
  content: string;
  mentions?: { key: string; name: string; mentioned_type: string; id: object }[];
  [key: string]: unknown;
}

const messageOf = (s: Scripted, i = 0) => s.received[i]?.body.event.message as Message;
const typesOf = (s: Scripted) => s.received.map((r) => r.body.header.event_type);

describe('what the bot hears', () => {
  test('in a group with group_at_msg: only what names it', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    await s.sim.say(wang.openId, chat.chatId, '大家好');
    await s.sim.say(wang.openId, chat.chatId, '@李工 看一下');
    await s.sim.say(wang.openId, chat.chatId, '@所有人 @专班秘 注意');
    expect(s.received).toHaveLength(0);
    await s.sim.say(wang.openId, chat.chatId, '@专班秘书 帮助');
    expect(s.received).toHaveLength(1);
  });

  test('with group_msg: everything said where it is', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    s.sim.setScopes(['im:message.group_msg']);
    const other = s.sim.addChat({ name: '别处', members: [wang.openId] });
    await s.sim.say(wang.openId, chat.chatId, '大家好');
    await s.sim.say(wang.openId, other.chatId, '大家好');
    expect(s.received).toHaveLength(1);
    expect(messageOf(s)).not.toHaveProperty('mentions');
  });

  test('in private: with a p2p scope only', async () => {
    const s = createScripted();
    const { wang } = createGroup(s);
    await s.sim.say(wang.openId, s.sim.p2pChat(wang.openId), '我的');
    expect(messageOf(s)).toMatchObject({ chat_type: 'p2p', content: '{"text":"我的"}' });
    s.sim.setScopes([]);
    await s.sim.say(wang.openId, s.sim.p2pChat(wang.openId), '我的');
    expect(s.received).toHaveLength(1);
  });

  test('@所有人 is text without mention, and reaches the bot only if strict says so', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    s.sim.strict.atAllDelivered = true;
    await s.sim.say(wang.openId, chat.chatId, '@所有人 开会');
    expect(messageOf(s).content).toBe('{"text":"@_all 开会"}');
    expect(messageOf(s)).not.toHaveProperty('mentions');
  });
});

describe('im.message.receive_v1', () => {
  test('has user_id null without its scope, and the id with it', async () => {
    const s = createScripted();
    const { wang } = createGroup(s);
    const p2p = s.sim.p2pChat(wang.openId);
    await s.sim.say(wang.openId, p2p, 'x');
    s.sim.setScopes([...s.sim.scopes(), 'contact:user.employee_id:readonly']);
    await s.sim.say(wang.openId, p2p, 'x');
    const ids = s.received.map(
      (r) => (r.body.event.sender as { sender_id: { user_id: unknown } }).sender_id.user_id,
    );
    expect(ids).toEqual([null, wang.userId]);
  });

  test('places every mention, longest name first, up to @_user_10 and beyond', async () => {
    const s = createScripted();
    const names = ['王', '王姐', ...Array.from({ length: 10 }, (_, i) => `人${i}号`)];
    const users = names.map((name) => s.sim.addUser({ name }));
    const chat = s.sim.addChat({ name: '群', members: users.map((u) => u.openId), bot: true });
    const [first] = users;
    const said = await s.sim.say(first?.openId ?? '', chat.chatId, names.map((n) => `@${n}`).join(' '), {
      atBot: true,
    });
    const { mentions = [], content } = messageOf(s);
    expect(mentions.map((m) => m.name)).toEqual(['专班秘书', ...names]);
    expect(mentions[0]?.mentioned_type).toBe('bot');
    expect(content).toContain('@_user_13');
    expect(said.text).toBe(`@专班秘书 ${names.map((n) => `@${n}`).join(' ')}`);
  });

  test('a reply knows its parent and the root of the tree', async () => {
    const s = createScripted();
    const { wang, li, chat } = createGroup(s);
    const root = await s.sim.say(wang.openId, chat.chatId, '堆放不下');
    const middle = await s.sim.say(li.openId, chat.chatId, '嗯', { replyTo: root.messageId });
    await s.sim.say(wang.openId, chat.chatId, '报', { atBot: true, replyTo: middle.messageId });
    expect(messageOf(s)).toMatchObject({ parent_id: middle.messageId, root_id: root.messageId });
  });

  test('a post arrives without its locale, people as placeholders', async () => {
    const s = createScripted();
    const { wang, li, chat } = createGroup(s);
    const line = [
      { tag: 'at', user_id: s.sim.bot.openId },
      { tag: 'text', text: ' 报 ' },
      { tag: 'at', user_id: li.openId },
    ];
    const said = await s.sim.send(wang.openId, chat.chatId, 'post', {
      zh_cn: { title: '', content: [line] },
    });
    expect(JSON.parse(messageOf(s).content)).toEqual({
      title: '',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '专班秘书' },
          { tag: 'text', text: ' 报 ' },
          { tag: 'at', user_id: '@_user_2', user_name: '李工' },
        ],
      ],
    });
    expect(said.text).toBe('@专班秘书 报 @李工');
  });

  test('a guest is named by the tenant of the guest', async () => {
    const s = createScripted();
    const { wang } = createGroup(s);
    const guest = s.sim.addUser({ name: '企业', tenantKey: 'other' });
    const chat = s.sim.addChat({ name: '外部群', members: [wang.openId, guest.openId], bot: true });
    expect(chat.external).toBe(true);
    await s.sim.say(guest.openId, chat.chatId, '你好', { atBot: true });
    expect(s.received[0]?.body.event.sender).toMatchObject({ tenant_key: 'other' });
    expect(s.received[0]?.body.header.tenant_key).toBe(s.sim.tenantKey);
  });

  test('nobody can speak where one is not', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const stranger = s.sim.addUser({ name: '路人' });
    await expect(s.sim.say(stranger.openId, chat.chatId, '我也说')).rejects.toThrow('is not in');
  });
});

describe('other events', () => {
  test('the bot is told when it comes and goes', async () => {
    const s = createScripted();
    const wang = s.sim.addUser({ name: '王姐' });
    const chat = s.sim.addChat({ name: '新群', members: [wang.openId] });
    await s.sim.addBotToChat(chat.chatId, wang.openId);
    await s.sim.addBotToChat(chat.chatId, wang.openId);
    await s.sim.removeBotFromChat(chat.chatId, wang.openId);
    expect(typesOf(s)).toEqual(['im.chat.member.bot.added_v1', 'im.chat.member.bot.deleted_v1']);
    expect(s.received[0]?.body.event).toMatchObject({
      chat_id: chat.chatId,
      name: '新群',
      external: false,
      operator_id: { open_id: wang.openId, user_id: null },
      i18n_names: { zh_cn: '新群' },
    });
  });

  test('members, dissolution, recall, reaction, menu and private chat are told', async () => {
    const s = createScripted();
    const { wang, li, chat } = createGroup(s);
    const neu = s.sim.addUser({ name: '新人' });
    const said = await s.sim.say(wang.openId, chat.chatId, '嗯');
    await s.sim.addMembers(chat.chatId, wang.openId, [neu.openId]);
    await s.sim.removeMember(chat.chatId, wang.openId, li.openId);
    await s.sim.react(wang.openId, said.messageId, 'DONE');
    await s.sim.recall(wang.openId, said.messageId);
    await s.sim.openP2p(wang.openId);
    await s.sim.menu(wang.openId, 'my_issues');
    await s.sim.renameChat(chat.chatId, wang.openId, '兴发二期专班');
    await s.sim.disbandChat(chat.chatId, wang.openId);
    expect(typesOf(s)).toEqual([
      'im.chat.member.user.added_v1',
      'im.chat.member.user.deleted_v1',
      'im.message.reaction.created_v1',
      'im.message.recalled_v1',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      'application.bot.menu_v6',
      'im.chat.updated_v1',
      'im.chat.disbanded_v1',
    ]);
    const event = (i: number) => s.received[i]?.body.event;
    expect(event(0)).toMatchObject({ users: [{ name: '新人', user_id: { open_id: neu.openId } }] });
    expect(event(2)).toMatchObject({ operator_type: 'user', reaction_type: { emoji_type: 'DONE' } });
    expect(event(3)).toMatchObject({ message_id: said.messageId, recall_type: 'message_owner' });
    expect(event(6)).toMatchObject({
      before_change: { name: '兴发专班' },
      after_change: { name: '兴发二期专班' },
    });
    expect(event(5)).toMatchObject({ event_key: 'my_issues', timestamp: expect.any(Number) });
  });

  test("the bot's own reaction is told as an app's", async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const said = await s.sim.say(wang.openId, chat.chatId, '嗯');
    await s.call('POST', `/open-apis/im/v1/messages/${said.messageId}/reactions`, {
      reaction_type: { emoji_type: 'DONE' },
    });
    await s.sim.settled();
    expect(s.received[0]?.body.event).toMatchObject({ operator_type: 'app', app_id: APP_ID });
  });

  test('nothing is told without its scope', async () => {
    const s = createScripted({ scopes: [] });
    const { wang, chat } = createGroup(s);
    await s.sim.removeBotFromChat(chat.chatId, wang.openId);
    await s.sim.addBotToChat(chat.chatId, wang.openId);
    expect(s.received).toHaveLength(0);
  });
});
