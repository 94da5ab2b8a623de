/** The room against the independent simulator: its crypto, its rules, its faults. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createFeishuClient, type FeishuClient } from '../../src/feishu/client.ts';
import { classifyFailure } from '../../src/feishu/errors.ts';
import type { Incoming, IncomingClick, IncomingMessage, Unusable } from '../../src/feishu/incoming.ts';
import { parsePush } from '../../src/feishu/parse.ts';
import { verifyRequest } from '../../src/feishu/verify.ts';
import {
  createSim,
  DEFAULT_SCOPES,
  type Fault,
  type Sim,
  type SimChat,
  type SimUser,
} from '../../src/sim/sim.ts';
import { APP, bytes, KEY, NOW, TOKEN } from './seal.ts';

const SECRET = 'sim-app-secret';
const SEND = 'POST /open-apis/im/v1/messages';
const TOKEN_ROUTE = 'POST /open-apis/auth/v3/tenant_access_token/internal';

let now: number;
let sim: Sim;
let client: FeishuClient;
let failures: number;
let received: (Incoming | Unusable)[];
let li: SimUser;
let zhang: SimUser;
let group: SimChat;

beforeEach(() => {
  now = NOW;
  received = [];
  failures = 0;
  sim = createSim({
    appId: APP,
    appSecret: SECRET,
    encryptKey: KEY,
    verificationToken: TOKEN,
    clock: () => now,
    seed: 7,
    scopes: [...DEFAULT_SCOPES, 'im:message.group_msg'],
    deliver: async (_path, { headers, body }) => {
      if (failures-- > 0) return { status: 503, body: '' };
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const config = { encryptKeys: [KEY], verificationTokens: [TOKEN], appId: APP };
      const input = {
        rawBody: bytes(body),
        headers: (name: string) => lower[name.toLowerCase()],
        config,
        nowMs: now,
      };
      const verified = await verifyRequest(input);
      if (verified.kind === 'rejected') return { status: 401, body: verified.rule };
      if (verified.kind === 'challenge')
        return { status: 200, body: JSON.stringify({ challenge: verified.challenge }) };
      received.push(parsePush(verified.payload, now, sim.bot.openId));
      return { status: 200, body: '{}' };
    },
  });
  client = createFeishuClient({
    appId: APP,
    appSecret: SECRET,
    domain: 'http://feishu.sim',
    clock: () => now,
    fetch: (input, init) => sim.fetch(new Request(input, init)),
  });
  li = sim.addUser({ name: '李四' });
  zhang = sim.addUser({ name: '张三' });
  group = sim.addChat({ name: '三号路专班', members: [li.openId, zhang.openId], bot: true });
});

const card = (content: string) => ({
  schema: '2.0',
  config: { update_multi: true },
  body: {
    elements: [
      { tag: 'markdown', content },
      {
        tag: 'form',
        name: 'f',
        elements: [
          { tag: 'input', name: 'what' },
          {
            tag: 'button',
            name: 'go',
            text: { tag: 'plain_text', content: '提交' },
            form_action_type: 'submit',
            behaviors: [{ type: 'callback', value: { v: 1, do: 'report' } }],
          },
        ],
      },
    ],
  },
});
const say = (text: string) => ({ type: 'text', content: { text } }) as const;
const outcome = (promise: Promise<unknown>) => promise.then(() => ({ kind: 'done' }), classifyFailure);
const strike = (fault: Fault) => sim.fault({ times: 1, ...fault });

describe('pushes of the simulator', () => {
  test('its URL check is answered', async () => {
    expect(await sim.challenge('/webhook/event')).toBe(true);
  });

  test('a message with mentions arrives as people see it', async () => {
    await sim.say(li.openId, group.chatId, '报 停电 @张三 明天', { atBot: true });
    const message = received[0] as IncomingMessage;
    expect(message).toMatchObject({
      kind: 'message',
      chatType: 'group',
      chatId: group.chatId,
      senderType: 'user',
    });
    expect(message.sender.openId).toBe(li.openId);
    expect(message.createdAt).toBe(now);
    expect(message.mentions.map((m) => [m.isBot, message.text.slice(...m.span)])).toEqual([
      [true, `@${sim.bot.name}`],
      [false, '@张三'],
    ]);
  });

  for (const cardTimestamp of ['seconds', 'goTime', 'millis'] as const) {
    test(`a click signed with its time in ${cardTimestamp} arrives with its form`, async () => {
      sim.strict.cardTimestamp = cardTimestamp;
      const { messageId } = await client.sendMessage({
        to: { chatId: group.chatId },
        type: 'interactive',
        content: card('一'),
        uuid: 'u',
      });
      await sim.click(zhang.openId, messageId, '提交', { what: '电已通' });
      const click = received[0] as IncomingClick;
      expect(click).toMatchObject({
        kind: 'click',
        messageId,
        chatId: group.chatId,
        value: { v: 1, do: 'report' },
      });
      expect(click.formValue).toMatchObject({ what: '电已通' });
      expect([click.operator.openId, click.createdAt]).toEqual([zhang.openId, now]);
    });
  }

  test('people, chats and menus arrive', async () => {
    const other = sim.addChat({ name: '新群', members: [li.openId] });
    await sim.addBotToChat(other.chatId, li.openId);
    await sim.addMembers(other.chatId, li.openId, [zhang.openId]);
    await sim.removeMember(other.chatId, li.openId, zhang.openId);
    await sim.removeBotFromChat(other.chatId, li.openId);
    await sim.openP2p(li.openId);
    await sim.menu(li.openId, 'mine');
    await sim.disbandChat(group.chatId, li.openId);
    expect(received.map((r) => r.kind)).toEqual([
      'botAdded',
      'membersAdded',
      'membersRemoved',
      'botRemoved',
      'privateChatEntered',
      'menu',
      'chatDisbanded',
    ]);
    expect(received[0]).toMatchObject({ chatName: '新群', operator: { openId: li.openId } });
    expect(received[1]).toMatchObject({ users: [{ openId: zhang.openId, name: '张三' }] });
  });

  test('a re-push six hours later is still accepted', async () => {
    failures = 4;
    await sim.say(li.openId, group.chatId, '报 停电', { atBot: true });
    for (const waitMs of [15_000, 300_000, 3_600_000, 21_600_000]) {
      now += waitMs;
      await sim.runDue();
    }
    expect(received).toHaveLength(1);
    expect(sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 5 });
  });
});

describe('calls to the simulator', () => {
  test('five parallel first calls ask for one token', async () => {
    await Promise.all(Array.from({ length: 5 }, () => client.chatInfo(group.chatId)));
    expect(sim.calls().filter((call) => call.route === TOKEN_ROUTE)).toHaveLength(1);
  });

  for (const status of [200, 400] as const) {
    test(`an expired token (HTTP ${status}) is replaced under way`, async () => {
      sim.strict.tokenErrorStatus = status;
      await client.chatInfo(group.chatId);
      sim.expireTokens();
      expect((await client.chatInfo(group.chatId)).name).toBe('三号路专班');
      expect(sim.calls().filter((call) => call.route === TOKEN_ROUTE)).toHaveLength(2);
    });
  }

  test('a wrong secret is a matter of configuration', async () => {
    const domain = 'http://feishu.sim';
    const fetcher: typeof fetch = (input, init) => sim.fetch(new Request(input, init));
    const wrong = createFeishuClient({
      appId: APP,
      appSecret: 'no',
      domain,
      clock: () => now,
      fetch: fetcher,
    });
    expect(await outcome(wrong.checkCredentials())).toMatchObject({ kind: 'configuration' });
    await expect(client.checkCredentials()).resolves.toBeUndefined();
  });

  test('a card is sent, replaced, reacted to, made urgent and recalled', async () => {
    const to = { chatId: group.chatId };
    const { messageId, chatId } = await client.sendMessage({
      to,
      type: 'interactive',
      content: card('旧'),
      uuid: 'u-1',
    });
    expect(chatId).toBe(group.chatId);
    await client.updateCard(messageId, card('新'));
    expect(sim.message(messageId)?.text).toContain('新');
    await client.addReaction(messageId, 'DONE');
    const { invalid } = await client.urgentApp(messageId, [li.openId, 'ou_nobody']);
    expect(invalid).toEqual(['ou_nobody']);
    expect(sim.message(messageId)?.urgent[0]?.openIds).toEqual([li.openId]);
    await client.recallMessage(messageId);
    await client.recallMessage(messageId);
    expect(sim.message(messageId)?.recalled).toBe(true);
    expect(await client.readMessage(messageId)).toBeUndefined();
    expect(await outcome(client.updateCard(messageId, card('晚了')))).toMatchObject({ kind: 'message-gone' });
  });

  test('a broken line after the work was done, then the same uuid: one message', async () => {
    strike({ api: SEND, kind: 'resetAfterCommit' });
    const message = { to: { chatId: group.chatId }, ...say('一次'), uuid: 'u-once' };
    expect(await outcome(client.sendMessage(message))).toMatchObject({ kind: 'uncertain' });
    const { messageId } = await client.sendMessage(message);
    const sent = sim.messages(group.chatId).filter((m) => m.senderType === 'app');
    expect(sent.map((m) => m.messageId)).toEqual([messageId]);
  });

  test('limits and faults are told apart', async () => {
    const send = () =>
      outcome(client.sendMessage({ to: { chatId: group.chatId }, ...say('好'), uuid: crypto.randomUUID() }));
    strike({ api: SEND, kind: 'http429', resetSeconds: 3 });
    expect(await send()).toEqual({ kind: 'retry', reason: 'rate-limited', afterMs: 3000 });
    strike({ api: SEND, kind: 'rate230020' });
    expect(await send()).toMatchObject({ kind: 'retry', reason: 'rate-limited' });
    strike({ api: SEND, kind: 'http500' });
    expect(await send()).toMatchObject({ kind: 'uncertain' });
    expect(await send()).toEqual({ kind: 'done' });
  });

  test('people and chats that cannot be reached are told apart', async () => {
    sim.setUser(li.openId, { blockedBot: true });
    sim.setUser(zhang.openId, { available: false });
    const toPerson = (openId: string, uuid: string) =>
      outcome(client.sendMessage({ to: { openId }, ...say('好'), uuid }));
    expect(await toPerson(li.openId, 'u1')).toMatchObject({ kind: 'person-unreachable' });
    expect(await toPerson(zhang.openId, 'u2')).toMatchObject({ kind: 'person-unreachable' });
    await sim.removeBotFromChat(group.chatId, li.openId);
    const toChat = client.sendMessage({ to: { chatId: group.chatId }, ...say('好'), uuid: 'u3' });
    expect(await outcome(toChat)).toMatchObject({ kind: 'chat-gone' });
  });

  test('a bad card is refused for its content, an old one for its age, a busy one for a moment', async () => {
    const to = { chatId: group.chatId };
    const bad = {
      schema: '2.0',
      body: { elements: [{ tag: 'markdown', content: '<at id=ou_nobody></at>' }] },
    };
    expect(
      await outcome(client.sendMessage({ to, type: 'interactive', content: bad, uuid: 'u1' })),
    ).toMatchObject({ kind: 'card-refused' });
    const { messageId } = await client.sendMessage({
      to,
      type: 'interactive',
      content: card('一'),
      uuid: 'u2',
    });
    strike({
      api: 'PATCH /open-apis/im/v1/messages/:id',
      kind: 'code',
      code: 230099,
      msg: 'ext=ErrCode: 11310; ErrMsg: card action is lock',
    });
    expect(await outcome(client.updateCard(messageId, card('二')))).toMatchObject({
      kind: 'retry',
      reason: 'card-busy',
    });
    now += 15 * 86_400_000;
    expect(await outcome(client.updateCard(messageId, card('三')))).toMatchObject({ kind: 'card-too-old' });
  });

  test('a missing scope is named', async () => {
    sim.setScopes([]);
    await expect(client.chatInfo(group.chatId)).rejects.toMatchObject({
      kind: 'configuration',
      reason: 'scope-missing',
    });
  });

  test('a person’s message is read back with its mentions, and answered', async () => {
    const said = await sim.say(li.openId, group.chatId, '@张三 电通了吗');
    const read = await client.readMessage(said.messageId);
    expect(read).toMatchObject({
      text: '@张三 电通了吗',
      senderOpenId: li.openId,
      senderType: 'user',
      createdAt: now,
    });
    expect(read?.mentions[0]).toMatchObject({ openId: zhang.openId, isBot: false, span: [0, 3] });
    const reply = await client.replyMessage({ messageId: said.messageId, ...say('通了'), uuid: 'u-r' });
    expect(sim.message(reply.messageId)?.parentId).toBe(said.messageId);
  });

  test('names, members and the bot itself are found', async () => {
    expect(await client.botInfo()).toEqual({ openId: sim.bot.openId, name: sim.bot.name, active: true });
    expect(Object.fromEntries(await client.names([li.openId, zhang.openId, 'ou_nobody']))).toEqual({
      [li.openId]: '李四',
      [zhang.openId]: '张三',
    });
    const members = [];
    for await (const member of client.chatMembers(group.chatId)) members.push(member.name);
    expect(members.sort()).toEqual(['张三', '李四'].sort());
    expect(await client.chatInfo(group.chatId)).toMatchObject({
      name: '三号路专班',
      active: true,
      external: false,
    });
  });

  test('a file a person sent comes down, one of ours goes up and is sent', async () => {
    const file = { name: '复函.pdf', mime: 'application/pdf', bytes: bytes('%PDF 复函') };
    const sent = await sim.upload(li.openId, group.chatId, file);
    const read = await client.readMessage(sent.messageId);
    const [attachment] = read?.attachments ?? [];
    expect(attachment).toMatchObject({ kind: 'file', name: '复函.pdf' });
    const down = await client.download(sent.messageId, attachment?.key ?? '', 'file', 1000);
    expect(new TextDecoder().decode(down.bytes)).toBe('%PDF 复函');
    const key = await client.uploadFile('周报.xlsx', 'xls', bytes('xlsx'));
    const message = {
      to: { chatId: group.chatId },
      type: 'file',
      content: { file_key: key },
      uuid: 'u-f',
    } as const;
    expect((await client.sendMessage(message)).chatId).toBe(group.chatId);
  });
});
