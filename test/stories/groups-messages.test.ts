/** What people send beside words, and messages logged by replying to them. */
import { afterEach, describe, expect, test } from 'vitest';
import { attachmentsOfIssue } from '../../src/db/attachment.ts';
import { loadIssue } from '../../src/db/issue.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const issueOf = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));
const personOf = async (openId: string) =>
  (await world.deps.db.read((tx) => findPeopleByOpenIds(tx, [openId])))[0];
const count = async (table: string) => (await world.rowCounts())[table];

/** The sensitive scope: without it the bot hears only what is addressed to it, and may not read the rest. */
const hearAll = () => world.sim.setScopes([...world.sim.scopes(), 'im:message.group_msg']);

describe('attachments', () => {
  const file = (name: string, mime: string) => ({ name, mime, bytes: new Uint8Array([1, 2, 3]) });

  test('an image and a file in reply to the card are kept with the problem and counted on it', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    await group.says('wang', '报 危废堆场渗漏 生态环境局');
    const replyTo = group.card(1).messageId;
    await world.sim.upload(world.openId('hua'), group.chatId, file('现场.png', 'image/png'), { replyTo });
    await world.sim.upload(world.openId('sun'), group.chatId, file('方案.pdf', 'application/pdf'), {
      replyTo,
    });
    await world.settle();
    const kept = await world.deps.db.read((tx) => attachmentsOfIssue(tx, 1));
    expect(kept.map((one) => [one.kind, one.name])).toEqual([
      ['image', null],
      ['file', '方案.pdf'],
    ]);
    expect(textOf(group.card(1))).toMatch(/附件\D*2/);
    const told = await world.private('wang').ask('wang', '危废堆场那件的材料发我一下');
    expect(told).toContain('#1 有附件 2 个：图片、方案.pdf。原件在当初发来的消息里。');
  });

  test('the same picture pushed twice is kept once', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    await group.says('wang', '报 危废堆场渗漏 生态环境局');
    world.sim.fault({
      kind: 'duplicatePush',
      push: 'im.message.receive_v1',
      copies: 3,
      concurrent: true,
      times: 1,
    });
    await world.sim.upload(world.openId('sun'), group.chatId, file('现场.png', 'image/png'), {
      replyTo: group.card(1).messageId,
    });
    await world.settle();
    expect(await count('attachment')).toBe(1);
  });

  test('a picture that answers nothing of ours is left alone', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    await world.sim.upload(world.openId('sun'), group.chatId, file('猫.png', 'image/png'));
    await world.settle();
    expect(group.botTexts).toEqual([]);
    expect(await count('attachment')).toBe(0);
  });
});

describe('报 in reply to a message', () => {
  const log = (key: string, replyTo: string, words = '报') => world.group('xf').says(key, words, { replyTo });

  test('logs what that message says, with its author as the source', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    const said = await group.says('hua', '门口的路被渣土车压坏了，请交通局三天内修', { atBot: false });
    await log('wang', said.messageId);
    const issue = await issueOf(1);
    expect(issue).toMatchObject({ text: expect.stringContaining('渣土车'), sourceMessageId: said.messageId });
    expect(issue?.sourcePersonId).toBe((await personOf(world.openId('hua')))?.id);
    expect(textOf(group.card(1))).toContain('华明');
  });

  test('with its pictures', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    const picture = await world.sim.upload(world.openId('hua'), group.chatId, {
      name: '路.png',
      mime: 'image/png',
      bytes: new Uint8Array([1]),
    });
    const key = (picture.content as { image_key: string }).image_key;
    const said = await world.sim.send(world.openId('hua'), group.chatId, 'post', {
      zh_cn: {
        title: '',
        content: [[{ tag: 'text', text: '门口的路压坏了 交通局' }], [{ tag: 'img', image_key: key }]],
      },
    });
    await log('wang', said.messageId);
    expect((await issueOf(1))?.text).toContain('门口的路压坏了');
    expect(await count('attachment')).toBe(1);
    expect(textOf(group.card(1))).toMatch(/附件\D*1/);
  });

  test('says so when that message is logged already, and logs nothing', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    const said = await group.says('hua', '门口的路被渣土车压坏了 交通局', { atBot: false });
    await log('wang', said.messageId);
    await log('song', said.messageId);
    expect(await count('issue')).toBe(1);
    expect(group.lastText).toContain('已经登记过');
    expect(titleOf(group.lastBot)).toContain('#1');
  });

  test('says so when that message was recalled meanwhile', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    const said = await group.says('hua', '门口的路被渣土车压坏了 交通局', { atBot: false });
    await world.sim.say(world.openId('wang'), group.chatId, '报', { atBot: true, replyTo: said.messageId });
    await world.sim.recall(world.openId('hua'), said.messageId);
    await world.settle();
    expect(await count('issue')).toBe(0);
    expect(group.lastText).toContain('撤回');
  });

  test('says so when that message has no words', async () => {
    world = await openWorld();
    hearAll();
    const group = world.group('xf');
    const picture = await world.sim.upload(world.openId('hua'), group.chatId, {
      name: '路.png',
      mime: 'image/png',
      bytes: new Uint8Array([1]),
    });
    await log('wang', picture.messageId);
    expect(await count('issue')).toBe(0);
    expect(group.lastText).toContain('没有文字');
  });

  test('of a colleague nobody has met makes that colleague nobody less: home as before', async () => {
    world = await openWorld();
    hearAll();
    const fresh = world.sim.addUser({ name: '新同事小马' });
    const group = world.group('xf');
    world.sim.fault({ kind: 'dropPush', push: 'im.chat.member.user.added_v1', times: 1 });
    await world.sim.addMembers(group.chatId, world.openId('wang'), [fresh.openId]);
    const said = await world.sim.say(fresh.openId, group.chatId, '门口的路被渣土车压坏了 交通局');
    await log('wang', said.messageId);
    expect(await count('issue')).toBe(1);
    await world.sim.say(fresh.openId, group.chatId, '报 又停电了 供电公司', { atBot: true });
    await world.settle();
    expect(await personOf(fresh.openId)).toMatchObject({ name: '新同事小马', home: true });
    expect(await count('issue')).toBe(2);
  });

  test('without the right to read messages the person is told what to do instead', async () => {
    world = await openWorld();
    const group = world.group('xf');
    const said = await group.says('hua', '门口的路被渣土车压坏了 交通局', { atBot: false });
    await log('wang', said.messageId);
    expect(await count('issue')).toBe(0);
    expect(group.lastText).toContain('权限');
  });
});
