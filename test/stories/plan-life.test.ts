/** What happens to an agreed plan and its links beside the plain way: people leave, appeals, special leave, an ended project. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadLinks } from '../../src/db/link.ts';
import { listPlans, loadForecasts } from '../../src/db/plan.ts';
import { setProjectContact } from '../../src/db/project.ts';
import { runTick } from '../../src/engine/tick.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

const ZONE = 'Asia/Shanghai';
let world: World;
const group = () => world.group('xf');
const planCards = () => group().messages.filter((one) => titleOf(one).includes('倒排工期'));
const xingfa = () =>
  world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    return directory.data.projects.find((project) => project.shortNames.includes('兴发'))!;
  });
const plans = async () => {
  const { id } = await xingfa();
  return world.deps.db.read((tx) => listPlans(tx, id));
};
const linkNo = async (no: number) => {
  const { id } = await xingfa();
  const links = await world.deps.db.read((tx) => loadLinks(tx, id, ZONE));
  return links.find((link) => link.definition.no === no)!;
};
const agreeTo = async (sentence: string) => {
  await group().says('wang', sentence);
  await group().clicks('wang', group().lastBot, '确认');
  for (const key of ['wang', 'hua']) await group().clicks(key, planCards().at(-1)!, '同意');
};

describe('people and nodes', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
    await agreeTo('倒排 开工 2027-03-20');
  }, 120_000);
  afterAll(() => world.close());

  test('a plan stays agreed when the contact who agreed has left; the next one asks for another or the leader', async () => {
    world.sim.setUser(world.openId('hua'), { resigned: true });
    await world.settle();
    await group().says('wang', '项目 兴发 企业联系人 去掉 华明');
    expect((await plans())[0]).toMatchObject({ version: 1, state: 'agreed' });
    expect(await group().ask('wang', '计划')).toContain('企业：华明');
    await group().says('wang', '倒排 开工 2027-04-10 原因 企业换人');
    await group().clicks('wang', group().lastBot, '确认');
    const text = textOf(planCards().at(-1)!);
    expect(text).toContain('还没有企业联系人');
    expect(text).toContain('分管领导代为同意');
    const left = await group().clicks('hua', planCards().at(-1)!, '同意');
    expect(left.toast?.content).not.toContain('已商定');
    await group().clicks('wang', planCards().at(-1)!, '同意');
    await group().clicks('tang', planCards().at(-1)!, '同意');
    expect((await plans())[0]).toMatchObject({ version: 2, state: 'agreed' });
  });

  test('改节点 says from which day to which, and is met exactly once both sides agree', async () => {
    await group().says('wang', '倒排 开工 2027-01-15');
    expect(textOf(group().lastBot)).toMatch(/最早 2027年\d+月\d+日（周.）开工，晚 \d+ 个工作日/);
    await group().clicks('wang', group().lastBot, '改节点');
    const moved = textOf(group().lastBot);
    const to = /开工节点由 2027-01-15 改为 (\d{4}-\d\d-\d\d)，双方同意后生效/.exec(moved)?.[1];
    expect(to, moved).toBeDefined();
    expect(moved).not.toMatch(/个工作日\n.*最早/);
    await group().clicks('wang', group().lastBot, '确认');
    expect((await xingfa()).startOn).toBe('2027-04-10');
    for (const key of ['song', 'tang']) await group().clicks(key, planCards().at(-1)!, '同意');
    expect((await plans())[0]).toMatchObject({ version: 3, state: 'agreed' });
    expect((await plans())[0]!.payload).toMatchObject({ choice: 'nodes-moved', reached: { start: to } });
    expect((await xingfa()).startOn).toBe(to);
  });

  test('a project whose groups are all gone says that its contact cannot read the plan there', async () => {
    const { id } = await xingfa();
    await world.deps.db.transaction(async (tx) => {
      const { data } = await world.deps.directory.get(tx);
      const [contact] = data.projects.flatMap(({ contactIds }) => contactIds);
      await setProjectContact(tx, id, contact!, true);
    });
    await world.deps.db.session((session) => session.query('delete from chat_project'));
    await world.deps.db.transaction((tx) => world.deps.directory.get(tx));
    const said = await world.private('wang').ask('wang', '倒排 兴发 开工 2027-06-10');
    expect(said).toContain('请确认');
    await world.private('wang').clicks('wang', world.private('wang').lastBot, '确认');
    expect(world.private('wang').lastText).toContain('项目还没有绑定群，企业联系人在群里看不到');
  });
});

describe('late links', () => {
  afterEach(() => world.close());

  test('are made once by two servers whose mornings come at the same moment', async () => {
    world = await openWorld({ at: '2026-11-30 09:30', processes: 1 });
    await agreeTo('倒排 开工 2027-02-26');
    const other = world.joinProcess();
    world.outageUntil('2026-12-03 08:01');
    await Promise.all(
      [world.deps, other.deps].flatMap((deps) => [runTick(deps, world.now), runTick(deps, world.now)]),
    );
    await world.settle();
    const rows = await world.deps.db.session((session) =>
      session.query(`select link_id from issue where kind = 'link'`),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.link_id)).size).toBe(rows.length);
  }, 120_000);

  test('an appeal that is granted clears the weather, and says so', async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
    await agreeTo('倒排 开工 2027-02-26');
    await world.advanceTo('2026-12-08 10:00');
    const { item } = await linkNo(1);
    const { id } = await xingfa();
    expect(await group().ask('wang', '第1环节')).toContain('🌧 滞后');
    await group().says('cao', `申诉 #${item!.id} 省平台停机三天，无法备案`);
    await world.private('song').says('song', `同意 #${item!.id}`);
    const text = await group().ask('wang', '第1环节');
    expect(text).toContain('☀ 正常：晚了，申诉已免责');
    await world.advanceTo('2026-12-09 10:00');
    const weather = (await world.deps.db.read((tx) => loadForecasts(tx, [id]))).get(id)?.weather;
    expect(weather).toBe('sun');
    expect(await group().ask('wang', '晴雨表')).toContain('申诉已免责');
  }, 120_000);
});

describe('a link that becomes 不涉及 after the plan was agreed', () => {
  afterEach(() => world.close());

  test('is gone from the morning’s forecast, told once with its name, and stands on the plan’s card', async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
    await agreeTo('倒排 开工 2027-02-26');
    const { id } = await xingfa();
    const [plan] = await plans();
    const forecast = () => world.deps.db.read(async (tx) => (await loadForecasts(tx, [id])).get(id)!);
    await group().says('wang', '进度 第3环节 不涉及 利用存量厂房，不新供地');
    expect(await group().ask('wang', '计划')).toContain('商定后改为不涉及：第3环节 土地供应');
    await world.advanceTo('2026-12-02 10:00');
    // Without the 22 days of land the way to 开工 goes 1, 4, 10 …: what 4 waited for passes through.
    const { shift, because } = await forecast();
    expect(shift.start).toBe(-22);
    expect(because).toBe('land-supply');
    const told = () =>
      world
        .private('wang')
        .messages.map(textOf)
        .filter((text) => text.includes('开工预计比计划提前 22 个工作日'));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/原因：第3环节 土地供应.*不涉及/);
    expect((await plans())[0]!.payload).toEqual(plan!.payload);
    await world.advanceTo('2026-12-04 10:00');
    expect(told()).toHaveLength(1);
    // A change of the calendar is told by itself, not the link that went.
    await world.private('lin').says('lin', '节假日 2027-02-24 休');
    const card = await group().ask('wang', '计划');
    expect(card).toMatch(/放假安排已变：按新日历 \d+ 个环节的日期会变/);
    expect(card).not.toMatch(/按新日历 (?:2[0-9]) 个环节/);
    await group().says('wang', '进度 第3环节 恢复');
    await world.advanceTo('2026-12-07 10:00');
    expect((await forecast()).shift.start).toBeGreaterThanOrEqual(0);
  }, 120_000);
});

describe('links as items', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
  }, 120_000);
  afterAll(() => world.close());

  test('特批 by the form: the office’s alone, with a reason that stands in the history', async () => {
    await group().says('wang', '进度 第11环节 开始');
    const { item } = await linkNo(11);
    const refused = await group().ask('li', '进度 第11环节 完成');
    expect(refused).toMatch(/还没有|未完成|没有完成/);
    const held = group().lastBot;
    const none = await world.sim
      .click(world.openId('li'), held.messageId, '综合办特批完成')
      .catch(() => undefined);
    expect(none?.toast?.type).not.toBe('success');
    await group().says('song', '进度 第11环节 完成');
    const done = await group().fills('song', group().lastBot, '综合办特批完成', {
      reason: '证已领到，系统延迟出件',
    });
    expect(done.toast?.content).toContain('已报完成');
    expect(await group().ask('wang', `历史 #${item!.id}`)).toContain('证已领到，系统延迟出件');
    // Who reported it done does not confirm it.
    expect(await group().ask('song', `核验 #${item!.id} 属实`)).not.toContain('已销号');
    await group().says('hua', `核验 #${item!.id} 属实`);
    expect((await linkNo(11)).finishedOn).toBe('2026-11-30');
  });

  test('办结 by number asks the same as 完成: what is missing is listed, and nothing is written', async () => {
    await group().says('wang', '进度 第14环节 开始');
    const { item } = await linkNo(14);
    const text = await group().ask('zhao', `办结 #${item!.id} 图审合格`);
    expect(text).toContain('材料');
    expect((await linkNo(14)).item?.status).toBe('working');
  });

  test('重开 in an ended project is refused with who takes it up again, and works after that', async () => {
    const { item } = await linkNo(14);
    await group().says('song', `作废 #${item!.id} 重复`);
    const { id } = (await linkNo(11)).item!;
    await group().says('wang', '项目 归档 兴发 全面投产');
    await group().clicks('wang', group().lastBot, '确认');
    const refused = await world.private('song').ask('song', `重开 #${id} 证照有误`);
    expect(refused).toContain('已归档');
    expect(refused).toContain('项目秘书或综合办');
    expect((await linkNo(11)).item?.status).toBe('closed');
    await world.private('song').says('song', '项目 恢复 兴发 还有收尾');
    expect(await world.private('song').ask('song', `重开 #${id} 证照有误`)).not.toContain('已归档');
    expect((await linkNo(11)).item?.status).toBe('working');
  });
});

describe('the group’s morning', () => {
  afterEach(() => world.close());

  test('counts down to 开工 until the day it really was is recorded, and then no more', async () => {
    world = await openWorld({ at: '2026-12-14 09:30' });
    await group().says('wang', '项目 兴发 开工 2026-12-18');
    await group().says('wang', '报 门前积水 水利局 1个工作日');
    await world.advanceTo('2026-12-15 10:00');
    const morning = () =>
      group()
        .botTexts.filter((text) => text.includes('晨报'))
        .at(-1) ?? '';
    expect(morning()).toContain('12月18日');
    await group().says('wang', '节点 开工 实际 2026-12-14');
    await world.advanceTo('2026-12-16 10:00');
    expect(morning()).toContain('12月16日');
    expect(morning()).not.toContain('12月18日');
  }, 120_000);
});
