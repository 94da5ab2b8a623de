import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePush } from '../../src/feishu/parse.ts';
import { NOW, push } from './seal.ts';

const BOT = 'ou_bot';
const RECEIVED = NOW + 5000;
const parse = (payload: unknown) => parsePush(payload, RECEIVED, BOT);
const ids = (open_id: string) => ({ open_id, union_id: 'on_1', user_id: null });

const message = {
  sender: { sender_id: ids('ou_li'), sender_type: 'user', tenant_key: 'tk-firm' },
  message: {
    chat_id: 'oc_1',
    chat_type: 'group',
    content: '{"text":"@_user_1 报 停电"}',
    create_time: String(NOW - 1000),
    mentions: [{ id: ids(BOT), key: '@_user_1', name: '专班秘书', tenant_key: 'tk-home' }],
    message_id: 'om_1',
    message_type: 'text',
    update_time: String(NOW - 1000),
  },
};
const withMessage = (over: object) =>
  push('im.message.receive_v1', { ...message, message: { ...message.message, ...over } });
const { eventId, ...known } = { eventId: '5e3702a84e847582be8db7fb73283c02', chatId: 'oc_1' };

describe('a message', () => {
  test('in a group comes with sender, text, mentions and its own time', () => {
    expect(parse(push('im.message.receive_v1', message))).toEqual({
      kind: 'message',
      eventId,
      messageId: 'om_1',
      chatId: 'oc_1',
      chatType: 'group',
      sender: { openId: 'ou_li', unionId: 'on_1', tenantKey: 'tk-firm' },
      senderType: 'user',
      createdAt: NOW - 1000,
      text: '@专班秘书 报 停电',
      mentions: [
        {
          key: '@_user_1',
          openId: BOT,
          name: '专班秘书',
          tenantKey: 'tk-home',
          isBot: true,
          mentionedType: 'bot',
          span: [0, 5],
        },
      ],
      mentionsAll: false,
      messageType: 'text',
      attachments: [],
    });
  });

  test('knows what it answers', () => {
    const replied = parse(withMessage({ parent_id: 'om_p', root_id: 'om_r', thread_id: 'omt_1' }));
    expect(replied).toMatchObject({ parentId: 'om_p', rootId: 'om_r', threadId: 'omt_1' });
  });

  test('treats null and absent optionals alike', () => {
    const bare = parse(withMessage({ mentions: null, parent_id: null, root_id: undefined, thread_id: '' }));
    expect(bare).toMatchObject({ kind: 'message', text: '@_user_1 报 停电', mentions: [] });
    expect(bare).not.toHaveProperty('parentId');
    expect(bare).not.toHaveProperty('threadId');
  });

  test('without a readable time takes the header, then the arrival', () => {
    expect(parse(withMessage({ create_time: null }))).toMatchObject({ createdAt: NOW });
    const timeless = push('im.message.receive_v1', {
      ...message,
      message: { ...message.message, create_time: '' },
    });
    timeless.header.create_time = 'x';
    expect(parse(timeless)).toMatchObject({ createdAt: RECEIVED });
  });

  test('recalled before it was delivered is an empty message, not an error', () => {
    expect(parse(withMessage({ content: '' }))).toMatchObject({ kind: 'message', text: '', attachments: [] });
  });

  test('of another bot says so, even without an open_id', () => {
    const sender = { sender_id: null, sender_type: 'bot', tenant_key: null };
    expect(parse(push('im.message.receive_v1', { ...message, sender }))).toMatchObject({
      senderType: 'bot',
      sender: { openId: '', tenantKey: '' },
    });
  });

  test('of a person without open_id is invalid', () => {
    const sender = { sender_id: { open_id: null }, sender_type: 'user' };
    expect(parse(push('im.message.receive_v1', { ...message, sender }))).toEqual({
      kind: 'invalid',
      reason: 'sender without open_id',
    });
  });

  test('in any chat that is not private counts as in a group', () => {
    expect(parse(withMessage({ chat_type: 'topic_group' }))).toMatchObject({ chatType: 'group' });
    expect(parse(withMessage({ chat_type: 'p2p' }))).toMatchObject({ chatType: 'p2p' });
  });

  test('with fields nobody knows yet is understood', () => {
    const event = { ...message, novelty: { a: 1 }, message: { ...message.message, user_agent: 'x' } };
    expect(parse(push('im.message.receive_v1', event))).toMatchObject({ kind: 'message' });
  });

  test('that is malformed names the field and not its value', () => {
    const result = parse(withMessage({ message_id: 7, chat_id: '' }));
    expect(result).toEqual({ kind: 'invalid', reason: 'message.message_id, message.chat_id' });
  });
});

describe('a click', () => {
  const click = (
    action: object,
    rest: object = { context: { open_message_id: 'om_1', open_chat_id: 'oc_1' } },
  ) =>
    push(
      'card.action.trigger',
      {
        operator: { tenant_key: 'tk-firm', open_id: 'ou_li', union_id: 'on_1', user_id: null },
        token: 'c-abc',
        action: { tag: 'button', ...action },
        host: 'im_message',
        ...rest,
      },
      { create_time: `${NOW}123` },
    );

  test('comes with who, where, what, and its microseconds read right', () => {
    expect(parse(click({ value: { v: 1, do: 'sign' }, timezone: 'Asia/Shanghai' }))).toEqual({
      kind: 'click',
      eventId,
      messageId: 'om_1',
      chatId: 'oc_1',
      operator: { openId: 'ou_li', unionId: 'on_1', tenantKey: 'tk-firm' },
      createdAt: NOW,
      value: { v: 1, do: 'sign' },
      tag: 'button',
    });
  });

  test('carries a form, whatever its fields hold', () => {
    const form_value = { what: '停电', by: '2026-01-09 +0800', who: ['ou_1'], none: null };
    expect(parse(click({ name: 'submit', form_value }))).toMatchObject({
      name: 'submit',
      formValue: form_value,
      value: {},
    });
  });

  test('carries input, choice, choices and tick, empty ones too', () => {
    const action = { input_value: '', option: '', options: [], checked: false };
    expect(parse(click(action))).toMatchObject({ inputValue: '', option: '', options: [], checked: false });
  });

  test('reads a value written as a JSON string, and nothing else as a value', () => {
    expect(parse(click({ value: '{"do":"sign"}' }))).toMatchObject({ value: { do: 'sign' } });
    for (const value of ['sign', '{', '[1]', ['a'], 5, null, undefined]) {
      expect(parse(click({ value }))).toMatchObject({ value: {} });
    }
  });

  test('has its context beside the event or bare in it, as some pages print', () => {
    const context = { open_message_id: 'om_2', open_chat_id: 'oc_2' };
    expect(parse({ ...click({}, {}), context })).toMatchObject({ messageId: 'om_2', chatId: 'oc_2' });
    expect(parse(click({}, context))).toMatchObject({ messageId: 'om_2', chatId: 'oc_2' });
  });

  test('without a message or an operator is invalid', () => {
    expect(parse(click({}, {}))).toEqual({ kind: 'invalid', reason: 'context' });
    expect(parse(click({}, { operator: {} }))).toEqual({ kind: 'invalid', reason: 'operator.open_id' });
  });
});

describe('chats', () => {
  const base = {
    chat_id: 'oc_1',
    operator_id: ids('ou_li'),
    operator_tenant_key: 'tk-firm',
    external: true,
    name: '专班群',
  };
  const operator = { openId: 'ou_li', unionId: 'on_1', tenantKey: 'tk-firm' };

  test('the bot comes and goes', () => {
    const facts = { eventId, ...known, chatName: '专班群', external: true, operator };
    expect(parse(push('im.chat.member.bot.added_v1', base))).toEqual({ kind: 'botAdded', ...facts });
    expect(parse(push('im.chat.member.bot.deleted_v1', base))).toEqual({ kind: 'botRemoved', ...facts });
  });

  test('a removal nobody is named for is still a removal', () => {
    expect(
      parse(push('im.chat.member.bot.deleted_v1', { chat_id: 'oc_1', operator_id: null })),
    ).toMatchObject({
      kind: 'botRemoved',
      chatName: '',
      external: false,
      operator: { openId: '', tenantKey: '' },
    });
  });

  test('people come and go, and an invitation withdrawn is a going', () => {
    const users = [
      { name: '张三', tenant_key: 'tk', user_id: ids('ou_z') },
      { name: '无名', tenant_key: 'tk', user_id: null },
    ];
    const people = { ...known, eventId, users: [{ openId: 'ou_z', name: '张三', tenantKey: 'tk' }] };
    const event = { ...base, users };
    expect(parse(push('im.chat.member.user.added_v1', event))).toEqual({ kind: 'membersAdded', ...people });
    expect(parse(push('im.chat.member.user.deleted_v1', event))).toEqual({
      kind: 'membersRemoved',
      ...people,
    });
    expect(parse(push('im.chat.member.user.withdrawn_v1', event))).toEqual({
      kind: 'membersRemoved',
      ...people,
    });
  });

  test('disbanded', () => {
    expect(parse(push('im.chat.disbanded_v1', base))).toEqual({ kind: 'chatDisbanded', eventId, ...known });
  });

  test('renamed, or changed in another way', () => {
    const changed = (before_change: object, after_change: object) =>
      parse(push('im.chat.updated_v1', { chat_id: 'oc_1', before_change, after_change }));
    expect(changed({ name: '旧' }, { name: '新' })).toEqual({
      kind: 'chatUpdated',
      eventId,
      ...known,
      name: '新',
    });
    expect(changed({ name: '旧' }, { name: '旧' })).toEqual({ kind: 'chatUpdated', eventId, ...known });
    expect(changed({}, { owner_id: ids('ou_x') })).toEqual({ kind: 'chatUpdated', eventId, ...known });
  });

  test('a private chat is entered, in the new envelope and the old', () => {
    const entered = parse(
      push('im.chat.access_event.bot_p2p_chat_entered_v1', { chat_id: 'oc_1', operator_id: ids('ou_li') }),
    );
    expect(entered).toEqual({
      kind: 'privateChatEntered',
      eventId,
      ...known,
      // The header's tenant is the app's; whose the person is, is not said.
      operator: { openId: 'ou_li', unionId: 'on_1', tenantKey: '' },
    });
    const user = { open_id: 'ou_li', user_id: null, name: '李四' };
    const event = {
      type: 'p2p_chat_create',
      chat_id: 'oc_1',
      tenant_key: 'tk',
      operator: { open_id: 'ou_op' },
      user,
    };
    const v1 = { uuid: 'u-1', ts: '1589970805.376395', token: 't', type: 'event_callback', event };
    const operator = { openId: 'ou_li', tenantKey: '', name: '李四' };
    expect(parse(v1)).toEqual({ kind: 'privateChatEntered', eventId: 'u-1', ...known, operator });
    const alone = { ...v1, event: { ...event, user: null } };
    expect(parse(alone)).toMatchObject({ operator: { openId: 'ou_op' } });
  });
});

test('a menu click comes with who and which, its timestamp number or string', () => {
  for (const timestamp of [1767574800, '1767574800']) {
    const event = {
      operator: { operator_name: '李四', operator_id: ids('ou_li') },
      event_key: 'mine',
      timestamp,
    };
    expect(parse(push('application.bot.menu_v6', event))).toEqual({
      kind: 'menu',
      eventId,
      eventKey: 'mine',
      operator: { openId: 'ou_li', unionId: 'on_1', tenantKey: '', name: '李四' },
    });
  }
});

test('a recalled message is named', () => {
  const event = { message_id: 'om_1', chat_id: 'oc_1', recall_time: '1', recall_type: 'message_owner' };
  expect(parse(push('im.message.recalled_v1', event))).toEqual({
    kind: 'messageRecalled',
    eventId,
    messageId: 'om_1',
    ...known,
  });
});

describe('what we do not know', () => {
  test('is ignored by its name, also when that name is one of JavaScript', () => {
    for (const eventType of ['im.message.message_read_v1', 'constructor', '__proto__', 'toString']) {
      expect(parse(push(eventType, {}))).toEqual({ kind: 'ignored', eventType });
    }
    const v1 = { uuid: 'u', type: 'event_callback', event: { type: 'user_status' } };
    expect(parse(v1)).toEqual({ kind: 'ignored', eventType: 'user_status' });
  });

  test('is invalid when it is no envelope at all', () => {
    for (const payload of [
      null,
      undefined,
      5,
      'x',
      [],
      {},
      { schema: '2.0' },
      { schema: '2.0', header: {} },
    ]) {
      expect(parse(payload)).toMatchObject({ kind: 'invalid' });
    }
  });

  test('never throws', () => {
    const types = fc.constantFrom(
      'im.message.receive_v1',
      'card.action.trigger',
      'im.chat.updated_v1',
      'application.bot.menu_v6',
    );
    fc.assert(
      fc.property(types, fc.jsonValue(), (type, event) => {
        expect(['invalid', 'chatUpdated']).toContain(parse(push(type, event)).kind);
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (payload) => parse(payload).kind === 'invalid'));
  });
});
