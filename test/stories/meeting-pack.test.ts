import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { insertArea } from '../../src/db/area.ts';
import { bindProject, makeOfficeChat, unbindChat } from '../../src/db/chat.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import { grantRole, revokeRole } from '../../src/db/role.ts';
import { sendDue } from '../../src/engine/send.ts';
import { runTick } from '../../src/engine/tick.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { wordOf as openWord } from '../support/word.ts';
import { openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const FILES = 'POST /open-apis/im/v1/files';

const packs = (place: Place) => place.messages.filter((one) => titleOf(one).includes('调度包'));
const files = (place: Place) =>
  place.messages.filter((one) => one.msgType === 'file' && one.senderType === 'app');

/** Local minute of the day a message was sent. */
const minuteOf = (message: SimMessage) =>
  new Date(message.createdAt + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const wordOf = (message: SimMessage) => openWord(world.sim, message);

async function personId(key: string): Promise<number> {
  const [person] = await world.deps.db.read((tx) => findPeopleByOpenIds(tx, [world.openId(key)]));
  return person!.id;
}

describe('调度包 on a normal Friday', () => {
  let office: Place;
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    office = world.group('office');
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group.says('sun', '签收 #1');
    await group.says('sun', '进展 #1 已联系临时仓库');
    await group.says('wang', '上会 #1');
    await group.says('wang', '报 围挡被风吹倒 住建局 2个工作日');
    await group.says('wang', '上会 #2');
    await group.says('wang', '报 门口积水 水利局 11月25日');
    await world.advanceTo('2026-11-20 16:00');
  });
  afterAll(() => world.close());

  test('at 15:00 the office group gets one card and one Word file, nobody privately', () => {
    expect(packs(office).map(minuteOf)).toEqual(['2026-11-20 15:00']);
    expect(files(office).map(minuteOf)).toEqual(['2026-11-20 15:00']);
    expect(packs(world.private('song'))).toEqual([]);
    expect(packs(world.group('xf'))).toEqual([]);
  });

  test('the card says why each is red or yellow, what falls due, the countdown and the agenda', () => {
    const text = textOf(packs(office)[0]!);
    for (const part of [
      '未销号 3 件',
      '黄灯 2 件',
      '逾期 3 个工作日',
      '11-16 进展：已联系临时仓库',
      '下周到期 1 件',
      '门口积水',
      '兴发磷石膏综合利用项目',
      '本周新增 3、销号 0',
      '开工还有 20 天（14 个工作日）',
      '本次会议议题 2 件',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('上次上会事项');
  });

  test('the Word file has the same content in official layout', async () => {
    const word = await wordOf(files(office)[0]!);
    expect(word.name).toBe('调度包 宜化高新区 2026-11-20.docx');
    for (const part of [
      '三、黄灯（2 件）',
      '磷石膏仓库堆放不下（#1）',
      '已联系临时仓库',
      '一、上次上会事项',
      '无。',
    ]) {
      expect(word.text).toContain(part);
    }
    expect(word.xml).toContain('w:eastAsia="方正小标宋简体"');
    expect(word.xml).toContain('w:eastAsia="仿宋_GB2312"');
  });

  test('a week later it opens with what became of last week’s agenda', async () => {
    await world.group('xf').says('zhao', '签收 #2');
    await world.group('xf').says('zhao', '办结 #2 已重新加固');
    await world.group('xf').says('wang', '核验 #2 属实');
    await world.advanceTo('2026-11-27 16:00');
    const text = textOf(packs(office)[1]!);
    expect(packs(office)).toHaveLength(2);
    expect(text).toContain('上次上会事项 2 件');
    expect(text).toContain('未办结 #1 磷石膏仓库堆放不下');
    expect(text).toContain('已办结 #2 围挡被风吹倒');
    expect(text).toContain('结果：已重新加固');
    expect(text).toContain('需领导协调');
    // Why it needs a leader stands in the line of the red itself, which is not repeated.
    expect(text).toMatch(/已 \d 个工作日没有变动/);
    expect(text).toMatch(/需领导协调 1 件\n红灯且多日没有变动的 1 件\n见上：#1\n/);
    expect(text).toContain('续议 #1');
  });
});

describe('调度包 on other days', () => {
  afterEach(() => world.close());

  test('before 国庆 it comes on Wednesday, and on Friday 10-09 again', async () => {
    world = await openWorld({ at: '2026-09-28 10:00' });
    const office = world.group('office');
    await world.advanceTo('2026-10-10 18:00');
    expect(packs(office).map(minuteOf)).toEqual(['2026-09-30 15:00', '2026-10-09 15:00']);
  });

  test('an area with little says so in one line', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    await world.advanceTo('2026-11-20 15:30');
    const text = textOf(packs(office)[0]!);
    expect(text).toContain('目前没有未销号的问题。');
    expect(text).toContain('没有红黄灯、上会事项和下周到期的问题，也没有需领导协调的事项。');
    expect((await wordOf(files(office)[0]!)).text).toContain('目前没有未销号的问题。');
  });

  test('after an outage over 15:00 it comes once, marked 补发; after the day is over not at all', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    await world.advanceTo('2026-11-20 14:10');
    world.outageUntil('2026-11-20 17:00');
    await world.advanceTo('2026-11-20 18:00');
    expect(packs(office).map(titleOf)).toEqual(['【补发】调度包']);
    await world.advanceTo('2026-11-27 14:00');
    world.outageUntil('2026-11-28 10:00');
    await world.advanceTo('2026-11-30 12:00');
    expect(packs(office)).toHaveLength(1);
  });

  test('without an office group each of the office gets it privately; the leader does not', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    await world.deps.db.transaction((tx) => unbindChat(tx, world.group('office').chatId));
    await world.advanceTo('2026-11-20 15:30');
    expect(packs(world.private('song'))).toHaveLength(1);
    expect(files(world.private('song'))).toHaveLength(1);
    expect(packs(world.private('tang'))).toEqual([]);
  });

  test('when the bot has been put out of the office group, the office hears privately', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    // The platform's word of it gets lost, so it is learnt from the refusal.
    world.sim.fault({ push: 'im.chat.member.bot.deleted_v1', kind: 'dropPush' });
    await world.sim.removeBotFromChat(office.chatId, world.openId('song'));
    await world.advanceTo('2026-11-20 15:30');
    expect(packs(office)).toEqual([]);
    expect(packs(world.private('song'))).toHaveLength(1);
    expect(files(world.private('song'))).toHaveLength(1);
  });

  test('without the right to upload, words under the card say so, once', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    world.sim.setScopes(world.sim.scopes().filter((scope) => scope !== 'im:resource'));
    await world.advanceTo('2026-11-20 15:30');
    expect(packs(office)).toHaveLength(1);
    expect(files(office)).toEqual([]);
    expect(office.botTexts.filter((text) => text.includes('im:resource'))).toHaveLength(1);
  });

  test('an upload that fails for a while is tried again', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    world.sim.fault({ api: FILES, kind: 'http500', times: 3 });
    await world.advanceTo('2026-11-20 15:30');
    expect(files(office)).toHaveLength(1);
  });

  test('a file whose sending was cut off after it went out is not sent twice', async () => {
    world = await openWorld({ at: '2026-11-20 14:00' });
    const office = world.group('office');
    const isFile = ({ body }: { body?: unknown }) => (body as { msg_type?: string }).msg_type === 'file';
    world.sim.fault({
      api: 'POST /open-apis/im/v1/messages',
      kind: 'resetAfterCommit',
      times: 1,
      when: isFile,
    });
    await world.advanceTo('2026-11-20 15:30');
    expect(world.calls(FILES)).toHaveLength(2);
    expect(files(office)).toHaveLength(1);
  });

  test('each office hears of its area and below', async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    const office = world.group('office');
    const gao = await personId('gao');
    await world.deps.db.transaction(async (tx) => {
      const { topAreaId } = await world.deps.directory.get(tx);
      const park = (await insertArea(tx, { name: '化工园', parentId: topAreaId }))!;
      await revokeRole(tx, { personId: gao, role: 'principal', areaId: topAreaId });
      await grantRole(tx, { personId: gao, role: 'office', areaId: park.id });
    });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await world.advanceTo('2026-11-20 15:30');
    expect(textOf(packs(office)[0]!)).toContain('磷石膏仓库堆放不下');
    const below = packs(world.private('gao'));
    expect(below).toHaveLength(1);
    expect(textOf(below[0]!)).toContain('化工园');
    expect(textOf(below[0]!)).not.toContain('磷石膏');
  });
});

describe('two processes', () => {
  afterEach(() => world.close());

  test('tick and send at the same time: one card, one file', async () => {
    world = await openWorld({ at: '2026-11-20 14:59' });
    const office = world.group('office');
    await runTick(world.deps, world.now);
    const other = world.joinProcess().deps;
    world.outageUntil('2026-11-20 15:00');
    await Promise.all([runTick(world.deps, world.now), runTick(other, world.now)]);
    await Promise.all([sendDue(world.deps), sendDue(other)]);
    await world.settle();
    expect(packs(office)).toHaveLength(1);
    expect(files(office)).toHaveLength(1);
  });
});

describe('调度包 asked for', () => {
  let office: Place;
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-17 10:00' });
    office = world.group('office');
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  });
  afterAll(() => world.close());

  test('office and leaders get card and file at once, in private and in the office group', async () => {
    expect(await world.private('song').ask('song', '调度包')).toContain('未销号 1 件');
    expect(files(world.private('song'))).toHaveLength(1);
    expect(await world.private('tang').ask('tang', '调度包 宜化高新区')).toContain('未销号 1 件');
    expect(await office.ask('song', '调度包')).toContain('未销号 1 件');
    expect(files(office)).toHaveLength(1);
  });

  test('nobody else, and not in a project group', async () => {
    expect(await world.private('wang').ask('wang', '调度包')).toContain('综合办、分管领导');
    expect(await office.ask('wang', '调度包')).toContain('综合办、分管领导');
    expect(await world.group('xf').ask('song', '调度包')).toContain('只在综合办群或私聊里看');
    expect(await world.private('hua').ask('hua', '调度包')).not.toContain('未销号');
    expect(packs(world.group('xf'))).toEqual([]);
    expect(files(world.group('xf'))).toEqual([]);
  });

  test('a group that ceased to be the office’s meanwhile gets nothing', async () => {
    const before = files(office).length;
    await world.sim.say(world.openId('song'), office.chatId, '调度包', { atBot: true });
    await world.deps.db.transaction(async (tx) => {
      const { data } = await world.deps.directory.get(tx);
      await bindProject(tx, office.chatId, data.projects[1]!.id, { makeDefault: true });
    });
    await world.settle();
    expect(files(office)).toHaveLength(before);
    await world.deps.db.transaction(async (tx) =>
      makeOfficeChat(tx, office.chatId, (await world.deps.directory.get(tx)).topAreaId),
    );
  });

  test('an unknown area is named back', async () => {
    expect(await world.private('song').ask('song', '调度包 火星')).toContain('没有名为“火星”的区域');
  });
});
