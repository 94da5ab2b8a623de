import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-24 10:00' });
});
afterAll(() => world.close());

const LINES = ['批次 1', '1、老矿区设备拆除 住建局 5个工作日', '2、矿权注销 自然资源局 12月20日'].join('\n');

describe('批次', () => {
  test('is made once by its name and has a number in its project', async () => {
    expect(await group().ask('wang', '批次')).toContain('还没有批次');
    expect(await group().ask('wang', '批次 矿山搬迁')).toContain('已建第1批“矿山搬迁”');
    expect(await group().ask('wang', '批次 矿山搬迁')).toContain('还没有任务');
    expect(await group().ask('wang', '批次 厂房建设')).toContain('第2批');
    expect(await world.group('mlx').ask('wang', '批次 场平')).toContain('第1批');
  });

  test('tasks come by lines, are shown first, and stand there after 确认', async () => {
    await group().says('wang', LINES);
    expect(titleOf(group().lastBot)).toBe('请确认：矿山搬迁 添加 2 项任务');
    expect(group().lastText).toMatch(/1\. 老矿区设备拆除 · .*建.* · 12月1日/);
    expect(await group().ask('wang', '批次 1')).toContain('还没有任务');
    await group().says('wang', LINES);
    await group().clicks('wang', group().lastBot, '确认');
    const list = await group().ask('wang', '批次 1');
    expect(list).toContain('第1批 矿山搬迁 0/2');
    expect(list).toContain('#1 老矿区设备拆除');
    expect(list).toContain('#2 矿权注销');
  });

  test('a table pasted from a spreadsheet is read by the heads of its columns', async () => {
    const rows = [
      ['序号', '责任单位', '工作内容', '完成时限'],
      ['1', '供电公司', '10千伏专线接入', '2026-12-25'],
      ['2', '水利局', '取水许可办理', '12月30日'],
    ];
    await group().says('wang', ['批次 厂房建设', ...rows.map((row) => row.join('\t'))].join('\n'));
    expect(group().lastText).toMatch(/1\. 10千伏专线接入 · 供电公司 · 12月25日/);
    expect(group().lastText).toMatch(/2\. 取水许可办理 · 水利局 · 12月30日/);
    await group().clicks('wang', group().lastBot, '确认');
    expect(await group().ask('wang', '批次 2')).toContain('0/2');
  });

  test('without heads the cells are the three facts in their order', async () => {
    const rows = ['办公楼装修\t住建局\t12月18日', '3\t食堂改造\t住建局\t12月19日'];
    await group().says('wang', ['批次 厂房建设', ...rows].join('\n'));
    expect(group().lastText).toContain('办公楼装修');
    expect(group().lastText).toMatch(/2\. 食堂改造/);
    await group().clicks('wang', group().lastBot, '取消');
    expect(await group().ask('wang', '批次 2')).toContain('0/2');
  });

  test('a line that lacks a fact stops all of them, and is named', async () => {
    const told = await group().ask(
      'wang',
      ['批次 1', '爆破方案审批 12月10日', '炸药库搬迁 住建局', '道路硬化 住建局 12月15日'].join('\n'),
    );
    expect(told).toMatch(/第 1 行缺单位：爆破方案审批/);
    expect(told).toMatch(/第 2 行缺时限：炸药库搬迁/);
    expect(await group().ask('wang', '批次 1')).toContain('0/2');
  });

  test('what is there already is not added a second time', async () => {
    expect(await group().ask('wang', LINES)).toContain('没有重复添加');
    await group().says('wang', `${LINES}\n3、道路硬化 住建局 12月15日`);
    await group().clicks('wang', group().lastBot, '确认');
    expect(await group().ask('wang', '批次 1')).toContain('0/3');
  });

  test('a task is signed for, reported done and verified by its number; the batch counts it', async () => {
    await group().says('zhao', '签收 #1');
    await group().says('zhao', '办结 #1 已拆除');
    expect(await group().ask('zhao', '核验 #1 属实')).not.toContain('已销号');
    await group().says('wang', '核验 #1 属实');
    expect(await group().ask('wang', '批次')).toContain('第1批 矿山搬迁 1/3');
  });

  test('tasks have no card in the group and are no problems of a list', async () => {
    expect(group().messages.filter((one) => titleOf(one).startsWith('#2 '))).toEqual([]);
    expect(await group().ask('wang', '清单')).not.toContain('矿权注销');
  });

  test('only secretary and office add; everybody of the group reads', async () => {
    expect(await group().ask('hua', '批次 生活区')).toMatch(/项目秘书、综合办、管理员可以/);
    expect(await group().ask('hua', '批次 1\n又一项 住建局 12月20日')).toMatch(/可以。/);
    expect(await group().ask('hua', '批次 1')).toContain('矿权注销');
  });

  test('a number there is no batch of is said', async () => {
    expect(await group().ask('wang', '批次 9')).toContain('没有第9批');
  });
});

describe('工程量', () => {
  test('is off until the project switches it on', async () => {
    expect(await group().ask('wang', '填方 28')).toContain('没有开“填方”');
    expect(await group().ask('hua', '填方 总量 10000 立方米 到 2027-01-31')).toMatch(/可以。/);
    const told = await group().ask('wang', '填方 总量 10000 立方米 到 2027-01-31');
    expect(told).toContain('占总量 10000 立方米 的 0%');
    expect(told).toMatch(/还有 69 天，每天要完成 144\.93 立方米/);
  });

  test('a day is reported with one number, and replaced when said again', async () => {
    expect(await group().ask('hua', '填方 100')).toContain('完成 100 立方米');
    const again = await group().ask('wang', '填方 130');
    expect(again).toContain('原来报的是 100 立方米');
    expect(again).toContain('完成 130 立方米，占总量 10000 立方米 的 1%');
    expect(again).toContain('预计 2027年2月8日 完成，晚于计划');
    expect(await group().ask('wang', '填方 昨天 70')).toContain('完成 200 立方米');
  });

  test('any other name is counted under 工程量, and alone it shows all', async () => {
    await group().says('wang', '工程量 锚杆 总量 500 根 到 2026-12-31');
    expect(await group().ask('wang', '工程量 锚杆 20')).toContain('完成 20 根');
    const all = await group().ask('li', '工程量');
    expect(all).toContain('填方：');
    expect(all).toContain('锚杆：');
  });

  test('a day to come and a day that is over as its end are refused', async () => {
    expect(await group().ask('wang', '填方 2026-12-01 30')).toContain('还没有到的日子');
    expect(await group().ask('wang', '桩基 总量 100 根 到 2026-11-01')).toMatch(/已经过去|请写数字/);
  });

  test('talk that begins with such a word is no report', async () => {
    expect(await group().ask('wang', '混凝土不够用了，请住建局协调')).not.toContain('没有开');
  });
});
