import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLinkByCode, loadLinks, updateLink } from '../../src/db/link.ts';
import { listPlans, loadForecasts } from '../../src/db/plan.ts';
import { setProjectContact } from '../../src/db/project.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');

const xingfa = () =>
  world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    return directory.data.projects.find((project) => project.shortNames.includes('兴发'))!;
  });
const plans = async () => {
  const { id } = await xingfa();
  return world.deps.db.read((tx) => listPlans(tx, id));
};
const planCards = () => group().messages.filter((one) => titleOf(one).includes('倒排工期'));

describe('S2: two nodes, a plan both sides agree to, and a second one in its place', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
  }, 120_000);
  afterAll(() => world.close());

  test('a plan to 投产 asks once how long 施工 takes; nothing is saved before 确认', async () => {
    const before = await world.rowCounts();
    await group().says('wang', '双节点 开工 2027-03-20 投产 2027-12-20');
    expect(textOf(group().lastBot)).toContain('施工工期');
    await group().clicks('wang', group().lastBot, '确认', { text: '150日' });
    const text = textOf(group().lastBot);
    for (const part of [
      '投产 2027年12月20日',
      '开工 2027年3月20日（周六），按计划 2027年3月19日（周五）',
      '关键线路',
      '春节',
      '2027年放假安排尚未公布',
      '余量 53',
    ])
      expect(text).toContain(part);
    const after = await world.rowCounts();
    for (const table of ['plan', 'project_link', 'issue']) expect(after[table], table).toBe(before[table]);
  });

  test('取消 saves nothing, 确认 saves a draft of which the nodes know nothing yet', async () => {
    const before = await xingfa();
    await group().clicks('wang', group().lastBot, '确认');
    const [plan] = await plans();
    expect(plan).toMatchObject({ version: 1, state: 'draft' });
    expect((await xingfa()).startOn).toBe(before.startOn);
    expect(textOf(planCards().at(-1)!)).toContain('待同意：项目秘书或综合办、企业联系人（或分管领导）');
  });

  test('units, and one side alone, cannot agree to it', async () => {
    const card = planCards().at(-1)!;
    const unit = await group().clicks('zhao', card, '同意');
    expect(unit.toast?.content).toContain('由项目秘书或综合办、企业联系人');
    await group().clicks('wang', card, '同意');
    const again = await group().clicks('wang', planCards().at(-1)!, '同意');
    expect(again.toast?.content).toContain('这一方已经同意过了');
    const second = await group().clicks('song', planCards().at(-1)!, '同意');
    expect(second.toast?.content).toContain('这一方已经同意过了');
    expect((await plans())[0]?.state).toBe('draft');
  });

  test('with the enterprise’s 同意 it is agreed, and the nodes follow', async () => {
    const result = await group().clicks('hua', planCards().at(-1)!, '同意');
    expect(result.toast?.content).toContain('第 1 版已商定');
    expect((await plans())[0]?.state).toBe('agreed');
    expect(await xingfa()).toMatchObject({ startOn: '2027-03-20', productionOn: '2027-12-20' });
    expect(textOf(planCards().at(-1)!)).not.toContain('待同意');
  });

  test('from then on the secretary alone cannot set a node; the leader in charge can', async () => {
    const text = await group().ask('wang', '项目 兴发 开工 2027-04-01');
    expect(text).toContain('计划已经双方商定');
    expect((await xingfa()).startOn).toBe('2027-03-20');
  });

  test('what cannot be met says by how much, and offers three ways; each shows what it comes to', async () => {
    await group().says('wang', '倒排 开工 2027-01-29 原因 企业要求提前');
    const text = textOf(group().lastBot);
    expect(text).toMatch(/按现在的工期最早 2027年\d+月\d+日（周.）开工，晚 \d+ 个工作日/);
    expect(text).not.toContain('\n确认');
    await group().clicks('wang', group().lastBot, '压缩');
    const compressed = textOf(group().lastBot);
    expect(compressed).toMatch(/压缩 \d+ 个环节/);
    expect(compressed).toMatch(/第10环节 设计方案审查：7 个工作日 → \d 个工作日/);
    expect(compressed).not.toContain('第3环节 土地供应与出让合同：');
    expect(compressed).toContain('施工不压缩');
    await group().clicks('wang', group().lastBot, '确认');
    expect((await plans())[0]).toMatchObject({ version: 2, state: 'draft', reason: '企业要求提前' });
  });

  test('the leader in charge may speak for the enterprise; the older version is superseded, not deleted', async () => {
    await group().clicks('song', planCards().at(-1)!, '同意');
    await group().clicks('tang', planCards().at(-1)!, '同意');
    expect((await plans()).map(({ version, state }) => [version, state])).toEqual([
      [2, 'agreed'],
      [1, 'superseded'],
    ]);
    expect((await xingfa()).startOn).toBe('2027-01-29');
  });

  test('计划 版本 names who and why, 计划 比较 what moved', async () => {
    const versions = await group().ask('hua', '计划 版本');
    for (const part of [
      '第 2 版 已商定',
      '第 1 版 已被取代',
      '王建国',
      '原因：企业要求提前',
      '唐志强',
      '华明',
    ])
      expect(versions).toContain(part);
    const compared = await group().ask('wang', '计划 比较 1 2');
    expect(compared).toContain('开工：2027年3月19日 → 2027年1月29日');
    expect(compared).toMatch(/第18环节 建筑工程施工许可证：完成 .* → .*，提前 \d+ 个工作日/);
    expect(await group().ask('wang', '计划')).toContain('第 2 版');
    expect(await group().ask('wang', '计划 第9版')).toContain('没有第 9 版');
  });
});

describe('S1: a lagging link rings by itself, is told once, and is back in time', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
    await group().says('wang', '倒排 开工 2027-02-26');
    await group().clicks('wang', group().lastBot, '确认');
    for (const key of ['wang', 'hua']) await group().clicks(key, planCards().at(-1)!, '同意');
  }, 120_000);
  afterAll(() => world.close());

  /** Links as items, first made first. */
  const items = async () => {
    const { id } = await xingfa();
    const links = await world.deps.db.read((tx) => loadLinks(tx, id, 'Asia/Shanghai'));
    return links.flatMap((link) => link.item ?? []).toSorted((one, other) => one.id - other.id);
  };
  const forecast = async () => {
    const { id } = await xingfa();
    return (await world.deps.db.read((tx) => loadForecasts(tx, [id]))).get(id)!;
  };
  const morning = (key: string, day: string) =>
    world
      .private(key)
      .messages.map(textOf)
      .filter((text) => /^(【补发】)?(晨报|问题快报)/.test(text) && text.includes(day))
      .join('\n');

  test('on the morning of its planned start a link is an item of its unit, made once', async () => {
    await world.advanceTo('2026-12-03 08:10');
    const rows = await items();
    expect(rows).toMatchObject([{ title: '第1环节 企业投资项目备案', deadline: { day: '2026-12-03' } }]);
    await world.advanceTo('2026-12-03 10:00');
    expect(await items()).toHaveLength(1);
    expect(morning('cao', '12月3日')).toContain('第1环节 企业投资项目备案');
    expect(await forecast()).toMatchObject({ shift: { start: 0 }, because: null, weather: 'sun' });
  });

  test('late, it turns yellow and then red on the ladder of every item, and it rains on the project', async () => {
    await world.advanceTo('2026-12-08 10:00');
    expect(await forecast()).toMatchObject({ shift: { start: 3 }, because: 'filing', weather: 'rain' });
    expect((await xingfa()).weather).toBe('rain');
    expect(morning('kong', '12月7日')).toContain('第1环节 企业投资项目备案');
    await world.advanceTo('2026-12-10 10:00');
    expect(morning('tang', '12月10日')).toContain('第1环节 企业投资项目备案');
  });

  test('more than 3 working days are told to secretary, office and leader once, with the link they come from', async () => {
    for (const key of ['wang', 'song', 'tang']) {
      const told = morning(key, '12月9日');
      expect(told, key).toContain('开工预计比计划推后 4 个工作日');
      expect(told, key).toContain('原因：第1环节 企业投资项目备案');
      expect(morning(key, '12月8日'), key).not.toContain('预计比计划推后');
      expect(morning(key, '12月10日'), key).not.toContain('预计比计划推后');
    }
    expect(morning('cao', '12月9日')).not.toContain('计划有变');
  });

  test('done and confirmed by another, it is struck off, and what follows it is ready', async () => {
    await group().says('cao', '签收 #1');
    const { id } = await xingfa();
    await world.deps.db.transaction(async (tx) => {
      const link = await findLinkByCode(tx, id, 'filing', 'Asia/Shanghai');
      const ticked = link!.definition.materials.map((material) => material.name);
      await updateLink(tx, link!.id, { ticked });
    });
    await group().says('cao', '办结 #1 备案证已发');
    await group().says('wang', '核验 #1 属实');
    expect((await items())[0]).toMatchObject({ status: 'closed' });
    await world.advanceTo('2026-12-11 10:00');
    expect(await forecast()).toMatchObject({ shift: { start: 5 }, because: 'filing' });
  });

  test('agreed anew, open items move to the new days and show both; the plan is on time again', async () => {
    const before = await items();
    const land = before.find((item) => item.title === '第3环节 土地供应与出让合同')!;
    await group().says('wang', '倒排 开工 2027-03-12 原因 备案晚了 5 天');
    await group().clicks('wang', group().lastBot, '确认');
    for (const key of ['song', 'hua']) await group().clicks(key, planCards().at(-1)!, '同意');
    const after = (await items()).find((item) => item.id === land.id)!;
    expect(after.deadline.day > land.deadline.day).toBe(true);
    expect(after.originalDeadline).toEqual(land.deadline);
    expect(await forecast()).toMatchObject({ shift: { start: 0 }, told: { start: 0 } });
  });
});

describe('what is asked back', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
  }, 120_000);
  afterAll(() => world.close());

  test.each([
    ['倒排 投产 2026-11-02', '投产的日期已经过了'],
    ['双节点 开工 2027-08-01 投产 2027-07-01', '开工要早于投产'],
    ['倒排 投产 2027-02-30', '没有“2027-02-30”这一天'],
    ['倒排', '请写明节点和日期'],
    ['倒排 投产', '节点后面请写日期'],
    ['倒排 投产 2027-07-01 施工 0日', '至少 1 天'],
    ['倒排 开工 2027-01-10 开工 2027-02-10', '同一个节点写了两次'],
    ['倒排 不知道什么 投产 2027-07-01', '没认出“不知道什么”'],
    ['倒排 投产 2067-07-01 施工 150日', '日期超出 20 年'],
    ['倒排 美利信 投产 2027-07-01', '不属于本群'],
    ['计划', '还没有商定的计划'],
    ['计划 版本', '还没有计划'],
  ])('%s', async (said, answer) => {
    const before = await world.rowCounts();
    expect(await group().ask('wang', said)).toContain(answer);
    const after = await world.rowCounts();
    for (const table of ['plan', 'project_link', 'draft']) expect(after[table], table).toBe(before[table]);
  });

  test.each([['zhao'], ['hua']])('%s may not make a plan, and is told who may', async (key) => {
    expect(await group().ask(key, '倒排 开工 2027-03-20')).toContain('项目秘书、综合办、分管领导');
  });

  test('in private, of several projects, it is asked which', async () => {
    await world.private('wang').says('wang', '倒排 开工 2027-03-20');
    expect(world.private('wang').lastText).toContain('请问是哪个项目');
    await world
      .private('wang')
      .clicks('wang', world.private('wang').lastBot, '倒排 兴发磷石膏综合利用项目 开工 2027-03-20');
    expect(world.private('wang').lastText).toContain('请确认：兴发磷石膏综合利用项目倒排工期');
  });

  test('only who asked may choose; a project without a contact says who must be set', async () => {
    const { id, contactIds } = await xingfa();
    await world.deps.db.transaction(async (tx) => {
      for (const contact of contactIds) await setProjectContact(tx, id, contact, false);
    });
    await group().says('wang', '倒排 开工 2027-01-10');
    const other = await group().clicks('song', group().lastBot, '保留并标出缺口');
    expect(other.toast?.content).toContain('请由发起人本人选择');
    await group().clicks('wang', group().lastBot, '保留并标出缺口');
    await group().clicks('wang', group().lastBot, '确认');
    const text = textOf(planCards().at(-1)!);
    expect(text).toContain('项目还没有企业联系人');
    expect(text).toMatch(/最早 .*开工，晚 \d+ 个工作日/);
  });
});
