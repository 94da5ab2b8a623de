import { expect, test } from 'vitest';
import { createGroup, createScripted } from './bot.ts';

test('members of a group come with names and without bots', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const path = `/open-apis/im/v1/chats/${chat.chatId}/members?member_id_type=open_id&page_size=2`;
  const first = await s.call('GET', path);
  expect(first.json.data).toMatchObject({ has_more: true, member_total: 3 });
  expect(first.json.data?.items).toContainEqual({
    member_id_type: 'open_id',
    member_id: wang.openId,
    name: '王姐',
    tenant_key: s.sim.tenantKey,
  });
  const rest = await s.call('GET', `${path}&page_token=${first.json.data?.page_token}`);
  expect(rest.json.data).toMatchObject({ has_more: false, items: [{ name: '赵总' }] });
});

test('a group the bot is not in shows little, and its members not at all', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const path = `/open-apis/im/v1/chats/${chat.chatId}`;
  expect((await s.call('GET', path)).json.data).toMatchObject({
    owner_id: wang.openId,
    user_count: '3',
    bot_count: '1',
  });
  await s.sim.removeBotFromChat(chat.chatId, wang.openId);
  const outside = await s.call('GET', path);
  expect(outside.json.data).not.toHaveProperty('owner_id');
  expect((await s.call('GET', `${path}/members`)).json.code).toBe(232011);
  expect((await s.call('GET', `${path}/members/is_in_chat`)).json.data).toEqual({ is_in_chat: false });
  expect((await s.call('GET', '/open-apis/im/v1/chats/oc_x')).json.code).toBe(232006);
});

test('the list of groups leaves private chats out', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  s.sim.p2pChat(wang.openId);
  const list = await s.call('GET', '/open-apis/im/v1/chats');
  expect(list.json.data?.items).toMatchObject([{ chat_id: chat.chatId, name: '兴发专班' }]);
});

test('names are given for anybody, ten at a time, five times a second', async () => {
  const s = createScripted();
  const { wang } = createGroup(s);
  const guest = s.sim.addUser({ name: '企业', tenantKey: 'other' });
  const path = '/open-apis/contact/v3/users/basic_batch?user_id_type=open_id';
  const answer = await s.call('POST', path, { user_ids: [wang.openId, guest.openId] });
  expect(answer.json.data?.users).toMatchObject([{ name: '王姐' }, { user_id: guest.openId, name: '企业' }]);
  const many = Array.from({ length: 11 }, () => wang.openId);
  expect((await s.call('POST', path, { user_ids: many })).json.code).toBe(99992402);
  for (let i = 0; i < 3; i += 1) await s.call('POST', path, { user_ids: [wang.openId] });
  expect((await s.call('POST', path, { user_ids: [wang.openId] })).status).toBe(429);
});

test('full profiles hold what the scopes allow and silently leave out people outside the range', async () => {
  const s = createScripted();
  const { wang } = createGroup(s);
  const guest = s.sim.addUser({ name: '企业', tenantKey: 'other' });
  const path = `/open-apis/contact/v3/users/batch?user_ids=${wang.openId}&user_ids=${guest.openId}`;
  const items = async () => (await s.call('GET', path)).json.data?.items;
  expect(await items()).toEqual([{ open_id: wang.openId, union_id: wang.unionId, name: '王姐' }]);
  s.sim.setScopes(['contact:contact.base:readonly', 'contact:user.employee_id:readonly']);
  expect(await items()).toEqual([{ open_id: wang.openId, union_id: wang.unionId, user_id: wang.userId }]);
});

test('a mobile number leads to its owner only', async () => {
  const s = createScripted();
  const wang = s.sim.addUser({ name: '王姐', mobile: '13800000000' });
  const answer = await s.call('POST', '/open-apis/contact/v3/users/batch_get_id', {
    mobiles: ['13800000000', '13900000000'],
  });
  expect(answer.json.data?.user_list).toEqual([
    { mobile: '13800000000', user_id: wang.openId },
    { mobile: '13900000000' },
  ]);
});
