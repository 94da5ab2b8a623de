/** 环节: what the people of a project ask about its links, and how they move them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
});
afterAll(() => world.close());

const group = () => world.group('xf');

describe('before anything was begun', () => {
  test('导航图 shows the four stages from the template, and says that it is the template', async () => {
    const told = await group().ask('wang', '导航图');
    console.log(told);
    for (const stage of ['立项', '规划', '施工', '竣工']) expect(told).toContain(stage);
    expect(told).toContain('11 建设工程规划许可证');
    expect(told).toContain('工业项目 22 环节');
  });

  test.for([
    '第7环节',
    '环节 环评',
    '环节 7',
    '第七环节',
    '第7环节怎么办',
    '第7环节找谁办',
    '环节7',
    '进度 环评',
  ])('%s answers with one card of the link', async (words) => {
    const before = group().botTexts.length;
    const told = await group().ask('wang', words);
    expect(group().botTexts.length - before).toBe(1);
    expect(told).toContain('第7环节 生态环境影响评价');
    for (const label of ['办什么', '材料', '到哪办', '找谁办', '时限', '费用', '前后环节'])
      expect(told).toContain(label);
    expect(told).toContain('生态环境局　孙倩');
  });

  test('the enterprise asks in the group, anybody privately', async () => {
    expect(await group().ask('hua', '第11环节')).toContain('第11环节 建设工程规划许可证');
    expect(await world.private('liu').ask('liu', '第11环节 楚能')).toContain('第11环节');
    expect(await world.private('lin').ask('lin', '第11环节')).toContain('没有指明项目');
    const asked = await world.private('wang').ask('wang', '第11环节');
    expect(asked).toContain('兴发');
    expect(asked).toContain('美利信');
  });
  test('x', async () => {
    for (const [who, words] of [
      ['cao', '进度 备案 开始 11月20日'],
      ['cao', '进度 备案 完成'],
      ['cao', '进度 备案 完成 材料已齐'],
      ['wang', '第1环节'],
      ['cao', '第1环节 完成'],
      ['wang', '#1'],
      ['hua', '核验 #1 属实'],
      ['hua', '第1环节'],
      ['wang', '进度 施工许可 完成 12月3日'],
      ['wang', '进度 第18环节 开始'],
      ['wang', '材料 第11环节 1 3'],
      ['wang', '材料 第11环节'],
      ['hua', '材料 第11环节 1 3'],
      ['wang', '第18环节 完成了吗'],
      ['wang', '进度 节能审查 不涉及 能耗在标准以下'],
      ['wang', '进度 第6环节 恢复'],
      ['wang', '容缺 第11环节 地形图 12月20日 @李航'],
      ['wang', '分项 第14环节 13'],
      ['wang', '分项 第14环节 3 完成'],
      ['wang', '报 图审太慢 住建局 3个工作日'],
      ['wang', '卡 第11环节 #4'],
      ['wang', '卡 第11环节 #3'],
      ['wang', '第11环节'],
      ['song', '进度 补录 2 3 2026-05-01'],
      ['wang', '导航图'],
      ['wang', '进度'],
      ['wang', '环节 证'],
      ['wang', '进度 第13环节 开始'],
    ] as const) {
      console.log(`>>> ${who}: ${words}\n${await group().ask(who, words)}\n---`);
    }
    void textOf;
    void titleOf;
  });
});
