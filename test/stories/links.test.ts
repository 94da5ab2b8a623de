/** 环节: what the people of a project ask about its links. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
});
afterAll(() => world.close());

const group = () => world.group('xf');

describe('before anything was begun', () => {
  test('导航图 shows the four stages from the template, says so, and fits a phone', async () => {
    const told = await group().ask('wang', '导航图');
    for (const stage of ['立项', '规划', '施工', '竣工']) expect(told).toContain(stage);
    expect(told).toMatch(/11 建设工程规划许可证　7个工作日/);
    expect(told).toContain('模板“工业项目 22 环节”');
    expect(JSON.stringify(group().lastBot.content).length).toBeLessThan(20_000);
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

  test.for([
    ['第7环节找谁办', '归生态环境局办，联络人 孙倩。'],
    ['施工图审查要几天要哪些材料', '承诺 7个工作日办结'],
    ['施工图审查办完了接着办什么', '办完后接着是：'],
    ['施工许可证批了没', '还没有定环节'],
  ] as const)('%s: what is asked is told before the rest of the card', async ([words, lead]) => {
    const told = await group().ask('wang', words);
    expect(told).toContain(lead);
    expect(told.indexOf(lead)).toBeLessThan(told.indexOf('办什么'));
  });

  test('the enterprise asks in the group; privately a project is named, chosen, or none is needed', async () => {
    expect(await group().ask('hua', '第11环节')).toContain('第11环节 建设工程规划许可证');
    expect(await world.private('liu').ask('liu', '第11环节 楚能')).toContain('第11环节');
    expect(await world.private('lin').ask('lin', '第11环节')).toContain('没有指明项目');
    const asked = await world.private('wang').ask('wang', '第11环节');
    expect(asked).toContain('请问是哪个项目');
    await world
      .private('wang')
      .clicks('wang', world.private('wang').lastBot, '环节 第11环节 兴发磷石膏综合利用项目');
    expect(world.private('wang').lastText).toContain('第11环节 建设工程规划许可证\n兴发');
  });

  test('another project’s links are not shown in this group, and one nobody has is said so', async () => {
    expect(await group().ask('wang', '第7环节 美利信')).toContain('不属于本群');
    expect(await group().ask('wang', '第77环节')).toContain('没有找到环节');
    expect(await group().ask('wang', '环节 天气预报')).toContain('没有找到环节');
  });

  test('a name that several bear is asked back, and a tap answers it', async () => {
    expect(await group().ask('wang', '环节 验收')).toContain('请选一个');
    await group().clicks('wang', group().lastBot, '第20环节 兴发磷石膏综合利用项目');
    expect(world.private('wang').lastText).toContain('第20环节');
  });

  test('备案 alone, which two links bear, is asked back whatever is said of it, and nothing is written', async () => {
    for (const said of ['环节 备案', '进度 备案 完成', '进度 补录 备案 完成 2026-05-01', '材料 备案 1'])
      expect(await group().ask('song', said)).toMatch(/备案”可能是下面几个环节[\s\S]*第1环节[\s\S]*第21环节/);
    expect((await world.rowCounts()).project_link).toBe(0);
  });

  test('what is shown writes nothing', async () => {
    const before = await world.rowCounts();
    await group().ask('wang', '第11环节');
    await group().ask('wang', '导航图');
    const after = await world.rowCounts();
    expect([after.project_link, after.issue]).toEqual([before.project_link, before.issue]);
    expect(after.project_link).toBe(0);
  });
});

describe('talk among people', () => {
  test.for([
    '进度怎么样了',
    '卡车堵在厂门口',
    '材料不够用了',
    '第7环节卡了两天了大家加把劲',
    '分项工程验收时间定了',
    '进度有点慢',
  ])('%s is not answered when nobody asked the bot', async (words) => {
    const before = group().botTexts.length;
    await group().says('wang', words, { atBot: false });
    expect(group().botTexts.length).toBe(before);
  });

  test.for([
    '进度 施工许可 完成了吗',
    '进度 施工许可 快完成了',
    '进度 施工许可 还没完成',
    '进度 施工许可 完成80%',
  ])('%s moves nothing', async (words) => {
    await group().says('wang', words);
    expect((await world.rowCounts()).project_link).toBe(0);
  });
});
