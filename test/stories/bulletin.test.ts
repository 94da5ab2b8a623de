import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sendDue } from '../../src/engine/send.ts';
import { runTick } from '../../src/engine/tick.ts';
import { findBulletin } from '../../src/features/bulletin/store.ts';
import { type Checkpoint, openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;

const drafts = (place: Place) => place.messages.filter((one) => titleOf(one).includes('统计和红黑榜'));
const published = (place: Place) => place.messages.filter((one) => /月红黑榜$/.test(titleOf(one)));
const office = () => world.group('office');
const draft = () => drafts(office()).at(-1)!;
const group = () => world.group('xf');

const stored = () =>
  world.deps.db.read(async (tx) => findBulletin(tx, [(await world.deps.directory.get(tx)).topAreaId]));

/** Logged, signed, done and verified on one day. */
async function solved(id: number, title: string, unit: string, by: string) {
  await group().says('wang', `报 ${title} ${unit} 3个工作日`);
  await group().says(by, `办结 #${id} 已处理`);
  await group().says('wang', `核验 #${id} 属实`);
}

/** 住建局 closes five in time; 生态环境局 and 水利局 miss three each, 水利局 is excused for one. */
async function playMonth() {
  world = await openWorld({ at: '2026-11-20 10:00' });
  for (let n = 1; n <= 5; n++) await solved(n, `路面修补第${n}处`, '住建局', 'zhao');
  await group().says('hua', '满意 #1');
  for (let n = 6; n <= 8; n++) await group().says('wang', `报 堆场异味第${n}处 生态环境局 3个工作日`);
  for (let n = 9; n <= 11; n++) await group().says('wang', `报 排水不畅第${n}处 水利局 3个工作日`);
  await world.advanceTo('2026-11-26 10:00');
  await group().says('jiang', '申诉 #9 连日暴雨，属不可抗力');
  await office().says('song', '同意 #9');
  await world.advanceTo('2026-11-30 15:10');
}

let played: Promise<Checkpoint> | undefined;

/** The end of the month, which is played once. */
async function month() {
  played ??= playMonth().then(() => world.checkpoint());
  world = await openWorld({ from: await played });
}

describe('红黑榜', () => {
  beforeAll(month, 120_000);
  afterAll(() => world.close());

  test('on the last working day at 15:00 the office gets figures and a draft; nothing is published', () => {
    expect(drafts(office())).toHaveLength(1);
    const text = textOf(draft());
    for (const part of [
      '2026年11月统计和红黑榜',
      '草稿，待审批',
      '红榜 1 个',
      '住建局',
      '按时率 100% · 销号 5 件 · 理由待写',
      '黑榜 2 个',
      '未按时完成：#6、#7、#8',
      '提出',
      '本月 11 · 今年 11 · 累计 11',
      '目前未销号 6 件，其中逾期 5 件',
      '100%（1 评）',
    ]) {
      expect(text).toContain(part);
    }
    expect(published(group())).toEqual([]);
  });

  test('what was excused is left out: two late ones do not make a black list; a project has its own line', () => {
    const black = textOf(draft()).split('黑榜 2 个')[1]!.split('红黄牌通报')[0]!;
    expect(black).toContain('生态环境局');
    expect(black).toContain('兴发磷石膏综合利用项目');
    expect(black).not.toContain('水利局');
  });

  test('people are neither named nor ranked', () => {
    for (const name of ['赵磊', '孙倩', '蒋平', '郑洁']) expect(textOf(draft())).not.toContain(name);
  });

  test('without a reason for the red list it may not be approved', async () => {
    const result = await office().clicks('song', draft(), '同意');
    expect(result.toast?.content).toContain('红榜要写理由：住建局');
  });

  test('secretaries and units may neither edit nor approve nor discard', async () => {
    for (const button of ['同意', '不同意', '改榜单']) {
      const result = await office().clicks('wang', draft(), button);
      expect(result.toast?.content, button).toContain('综合办');
    }
    expect((await stored())?.state).toBe('draft');
  });

  test('the leader may approve, but what stands in the draft is the office’s', async () => {
    const result = await office().clicks('tang', draft(), '改榜单');
    expect(result.toast?.content).toContain('综合办');
  });

  test('the office writes the reason, and the cards show it', async () => {
    await office().fills('song', draft(), '改榜单', {
      entry: '0',
      listed: 'yes',
      reason: '五处破损路面当天修补',
    });
    expect(textOf(draft())).toContain('理由：五处破损路面当天修补');
    expect(drafts(office())).toHaveLength(1);
  });

  test('left out and taken back', async () => {
    await office().fills('song', draft(), '改榜单', { entry: '1', listed: 'no' });
    expect(textOf(draft())).toContain('（不列入）生态环境局');
    await office().fills('song', draft(), '改榜单', { entry: '1', listed: 'yes' });
    expect(textOf(draft())).not.toContain('（不列入）');
  });

  test('红黑榜 shows the draft to office and leaders, in private or in the office group', async () => {
    expect(await world.private('tang').ask('tang', '红黑榜')).toContain('草稿，待审批');
    expect(await world.private('song').ask('song', '红黑榜 2026年11月')).toContain('草稿，待审批');
    expect(await world.private('song').ask('song', '红黑榜 10月')).toContain('2026年10月的红黑榜还没有');
    expect(await world.private('wang').ask('wang', '红黑榜')).toContain('综合办、分管领导');
    expect(await group().ask('song', '红黑榜')).toContain('只在综合办群或私聊里看');
  });

  test('approved by a leader for one group: published there once, and every card says so', async () => {
    const chatId = group().chatId;
    await office().fills('tang', draft(), '同意', { chatId });
    expect(published(group())).toHaveLength(1);
    const text = textOf(published(group())[0]!);
    expect(text).toContain('五处破损路面当天修补');
    expect(text).toContain('未按时完成：#6、#7、#8');
    expect(text).toContain(
      '2026年11月（截至 11-30 15:00）提出 11 件，销号 5 件（计入考核的 5 件中按时 5 件），当时逾期 5 件',
    );
    expect(text).not.toContain('今年');
    expect(text).not.toContain('草稿');
    expect(textOf(draft())).toContain('已发布到“兴发项目专班”（唐志强');
    expect(JSON.stringify(draft().content)).not.toContain('"同意"');
  });

  test('clicked again by somebody else it is told who did it, and nothing comes twice', async () => {
    const old = drafts(world.private('song')).at(-1)!;
    expect(textOf(old)).toContain('已发布');
    const again = await world.private('song').ask('song', '红黑榜');
    expect(again).toContain('已发布到“兴发项目专班”');
    await world.advanceTo('2026-12-01 18:00');
    expect(published(group())).toHaveLength(1);
    expect(drafts(office())).toHaveLength(1);
  });
});

describe('two at once', () => {
  afterEach(() => world.close());

  test('forms of two people, sent in together through two processes, publish once', async () => {
    await month();
    await office().fills('song', draft(), '改榜单', { entry: '0', listed: 'yes', reason: '提前完成' });
    await office().clicks('song', draft(), '同意');
    await office().clicks('tang', draft(), '同意');
    const form = (key: string) => world.private(key).messages.at(-1)!;
    world.doors.push(world.joinProcess().app);
    const targets = [group().chatId, world.group('mlx').chatId];
    await Promise.all([
      world.sim.click(world.openId('song'), form('song').messageId, '确认', { chatId: targets[0]! }),
      world.sim.click(world.openId('tang'), form('tang').messageId, '确认', { chatId: targets[1]! }),
    ]);
    await world.settle();
    expect(published(group()).length + published(world.group('mlx')).length).toBe(1);
  }, 120_000);
});

describe('month end on other days', () => {
  afterEach(() => world.close());

  test('October 2026 ends on a Saturday: the draft comes on Friday the 30th, and only then', async () => {
    world = await openWorld({ at: '2026-10-29 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
    await world.advanceTo('2026-10-30 14:50');
    expect(drafts(office())).toEqual([]);
    await world.advanceTo('2026-11-02 18:00');
    expect(drafts(office()).map(titleOf)).toEqual(['2026年10月统计和红黑榜']);
    expect(textOf(drafts(office())[0]!)).toContain('截至 10-30 15:00');
  });

  test('after an outage over the month’s end it is made up for on the next working day, once', async () => {
    world = await openWorld({ at: '2026-11-27 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 5个工作日');
    await world.advanceTo('2026-11-30 14:00');
    world.outageUntil('2026-12-01 09:00');
    await world.advanceTo('2026-12-01 18:00');
    expect(drafts(office()).map(titleOf)).toEqual(['【补发】2026年11月统计和红黑榜']);
    expect(textOf(drafts(office())[0]!)).toContain('本月 1 · 今年 1 · 累计 1');
  });

  test('a month without anything is one line', async () => {
    world = await openWorld({ at: '2026-11-30 10:00' });
    await world.advanceTo('2026-11-30 16:00');
    expect(textOf(drafts(office())[0]!)).toContain('按规则没有单位或项目可列，也没有红黄牌。');
    expect(JSON.stringify(drafts(office())[0]!.content)).not.toContain('"同意"');
  });

  test('不同意: nothing is published, and the card says who decided', async () => {
    world = await openWorld({ at: '2026-11-27 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 今天');
    await world.advanceTo('2026-11-30 16:00');
    const result = await office().clicks('song', draft(), '不同意');
    expect(result.toast?.content).toContain('不发布');
    expect(textOf(draft())).toContain('不发布（宋丽');
    await world.advanceTo('2026-12-01 18:00');
    expect((await stored())?.state).toBe('discarded');
    expect(drafts(office())).toHaveLength(1);
  });

  test('a group that has lost the bot: nothing is lost, the approver gets the draft back and chooses another', async () => {
    world = await openWorld({ at: '2026-11-27 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 今天');
    await world.advanceTo('2026-11-30 16:00');
    world.sim.fault({ push: 'im.chat.member.bot.deleted_v1', kind: 'dropPush' });
    await world.sim.removeBotFromChat(world.group('mlx').chatId, world.openId('wang'));
    await office().fills('song', draft(), '同意', { chatId: world.group('mlx').chatId });
    expect((await stored())?.state).toBe('draft');
    const back = drafts(world.private('song')).at(-1)!;
    expect(textOf(back)).toContain('机器人已不在所选的群里');
    await world.private('song').fills('song', back, '同意', { chatId: group().chatId });
    expect(published(group())).toHaveLength(1);
  });

  test('thresholds are settings', async () => {
    world = await openWorld({ at: '2026-11-30 10:00', admins: ['lin'] });
    await world.private('lin').says('lin', '设置 红榜销号数 1');
    await solved(1, '路面修补', '住建局', 'zhao');
    await world.advanceTo('2026-11-30 16:00');
    expect(textOf(draft())).toContain('红榜 2 个');
  });
});

describe('two processes', () => {
  afterEach(() => world.close());

  test('tick at the month’s end at the same time: one draft, one card', async () => {
    world = await openWorld({ at: '2026-11-30 14:59' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 5个工作日');
    await runTick(world.deps, world.now);
    const other = world.joinProcess().deps;
    world.outageUntil('2026-11-30 15:00');
    await Promise.all([runTick(world.deps, world.now), runTick(other, world.now)]);
    await Promise.all([sendDue(world.deps), sendDue(other)]);
    await world.settle();
    expect(drafts(office())).toHaveLength(1);
  });
});
