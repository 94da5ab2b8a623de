/** 进度: a link begins, is reported done by one side and confirmed by the other; what may not be is refused with who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00', processes: 2 });
});
afterAll(() => world.close());

const group = () => world.group('xf');
const ask = (who: string, words: string) => {
  // Not faster than a group may be written to.
  world.pass(15_000);
  return group().ask(who, words);
};
const links = async () => (await world.rowCounts()).project_link;

describe('开始', () => {
  test('is refused to whom it is not, with who may, and leaves the project as it was', async () => {
    expect(await ask('hua', '进度 第1环节 开始')).toContain('责任单位、项目秘书、综合办可以');
    expect(await ask('sun', '进度 第1环节 开始')).toContain('责任单位、项目秘书、综合办可以');
    expect(await ask('cao', '进度 第1环节 开始 12月3日')).toContain('还没有到');
    expect(await ask('cao', '进度 第1环节 开始 2月30日')).toContain('没有“2月30日”');
    expect(await ask('cao', '进度 第1环节 完成')).toContain('材料没有齐');
    expect(await links()).toBe(0);
  });

  test('takes the template, starts the clock of the promise, and is in nobody’s way in the group', async () => {
    const told = await ask('cao', '进度 第1环节 开始 11月20日');
    expect(told).toContain('已按模板“工业项目 22 环节”');
    expect(told).toMatch(/已开始：第1环节 企业投资项目备案（#1），时限/);
    expect(told).toContain('撤销 #1');
    expect(await links()).toBe(22);
    expect(await ask('cao', '第1环节')).toContain('在办，11月20日（周五）开始');
  });

  test('said again it changes nothing, with another day the day', async () => {
    expect(await ask('cao', '进度 第1环节 开始')).toContain('11月20日 已经开始');
    expect(await ask('cao', '进度 第1环节 开始 11月19日')).toContain('开始日改为 11月19日');
  });

  test('is taken back as a whole by 撤销', async () => {
    await ask('sun', '进度 第7环节 开始 11月18日');
    expect(await ask('sun', '第7环节')).toContain('在办，11月18日');
    await ask('sun', '撤销 #2');
    expect(await ask('sun', '第7环节')).toContain('◎ 可办');
  });
});

describe('完成', () => {
  test('waits for papers that cannot come later; 材料已齐 says that they are there', async () => {
    const held = await ask('cao', '进度 第1环节 完成');
    expect(held).toContain('还不能报完成');
    expect(held).toContain('企业基本情况');
    expect(await ask('cao', '办结 #1 已备案')).toContain('材料没有齐');
    expect(await ask('cao', '进度 第1环节 完成 11月18日 材料已齐')).toContain('11月19日 开始');
    expect(await ask('cao', '进度 第1环节 完成 材料已齐')).toContain(
      '已报完成：第1环节 企业投资项目备案（#1），完成日 11月23日',
    );
  });

  test('said by a second person it is one report', async () => {
    expect(await ask('wang', '进度 第1环节 完成')).toContain('已由曹阳报完成');
    expect(await ask('wang', '第1环节 完成')).toContain('正等确认');
  });

  test('is confirmed by the other side alone, and ticks the papers it makes', async () => {
    expect(await ask('cao', '核验 #1 属实')).toContain('不能');
    expect(await ask('wang', '第1环节')).toContain('曹阳报完成（11月23日（周一）），等对方确认');
    await ask('hua', '核验 #1 属实');
    expect(await ask('wang', '第1环节')).toContain('● 已完成，11月23日');
    expect(await ask('wang', '第11环节')).toContain('☑ 5. 项目备案证（由第1环节产生）');
    expect(await ask('wang', '进度 第1环节 完成')).toContain('已经完成');
  });

  test('of a link whose predecessors are open is refused with the list, and forced by the office alone', async () => {
    expect(await ask('zhao', '进度 第18环节 完成 材料已齐')).toContain('紧前环节没有完成：');
    expect(await ask('zhao', '进度 第18环节 完成 理由 领导同意')).toContain('综合办可以');
    expect(await ask('song', '进度 第18环节 完成 理由')).toContain('写明特批的理由');
    expect(await ask('song', '进度 第18环节 完成 11月20日 理由 证已领到')).toContain('完成日 11月20日');
    expect(await ask('song', '历史 #3')).toContain('综合办特批：证已领到');
    expect(await ask('wang', '撤销 #3')).not.toContain('已撤销');
    await ask('song', '撤销 #3');
    expect(await ask('wang', '第18环节')).toContain('○ 未到');
  });

  test('of a link done before the bot came is entered with its day and confirmed all the same', async () => {
    expect(await ask('wang', '进度 第2环节 完成 2026-05-01 材料已齐')).toContain('完成日 5月1日');
    expect(await ask('wang', '第2环节')).toContain('等对方确认');
    await ask('song', '核验 #4 属实');
    expect(await ask('wang', '第2环节')).toContain('已完成，5月1日');
  });

  test('pressed by two at the same time is one report', async () => {
    await ask('wang', '第10环节');
    await ask('wang', '材料 第10环节 全部');
    const card = group()
      .messages.filter((one) => one.senderType === 'app')
      .at(-2)!;
    const clicked = await Promise.all(
      ['wang', 'li'].map((who) => world.sim.click(world.openId(who), card.messageId, '完成')),
    );
    await world.settle();
    const told = clicked.map(({ toast }) => toast?.content ?? '');
    expect(told.filter((text) => text.includes('已报完成'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('正等确认'))).toHaveLength(1);
    expect((await world.rowCounts()).issue).toBe(5);
  });
});

describe('不涉及 and 恢复', () => {
  test('ends the item with its reason, counts as done, and comes back where it was', async () => {
    await ask('wang', '进度 第8环节 开始');
    expect(await ask('wang', '进度 第8环节 不涉及')).toContain('写明为什么不涉及');
    expect(await ask('wang', '进度 第8环节 不涉及 用地不到半公顷')).toContain('#6 已作废');
    expect(await ask('hua', '第8环节')).toContain('不涉及：用地不到半公顷');
    expect(await ask('jiang', '进度 第8环节 开始')).toContain('恢复');
    expect(await ask('jiang', '进度 第8环节 恢复')).toContain('#6 接着办');
    expect(await ask('hua', '第8环节')).toContain('◐ 在办');
  });

  test('undone on the item, the link concerns the project again', async () => {
    await ask('jiang', '进度 第8环节 不涉及 用地不到半公顷');
    await ask('jiang', '撤销 #6');
    expect(await ask('hua', '第8环节')).toContain('◐ 在办');
  });
});

describe('单位', () => {
  test('is named by secretary and office; an item under way goes along', async () => {
    expect(await ask('li', '进度 第12环节 单位 供电公司')).toContain('项目秘书、综合办可以');
    expect(await ask('wang', '进度 第12环节 单位 应急管理局')).toContain('责任单位：应急管理局');
    expect(await ask('wang', '第12环节')).toContain('应急管理局　陈晨');
    expect(await ask('chen', '进度 第12环节 开始')).toContain('已开始');
  });
});

describe('补录', () => {
  test('is the office’s, shown first and written on 确认', async () => {
    expect(await ask('wang', '进度 补录 3 4 2026-05-01')).toContain('综合办可以');
    expect(await ask('song', '进度 补录 3 4')).toContain('没看懂');
    expect(await ask('song', '进度 补录 3 4 2026-05-01')).toContain(
      '第4环节 建设用地规划许可证 2026年5月1日 完成'.replace('2026年', ''),
    );
    expect(await ask('wang', '第4环节')).not.toContain('已完成');
    const card = group()
      .messages.filter((one) => one.senderType === 'app')
      .at(-2)!;
    expect((await group().clicks('wang', card, '确认')).toast?.content).toContain('发起人');
    expect((await group().clicks('song', card, '确认')).toast?.content).toContain('已补录 2 个环节');
    expect(await ask('wang', '第4环节')).toContain('● 已完成，5月1日');
  });

  test('one link a line, as they are called', async () => {
    await group().agrees('song', '进度 补录\n节能审查 完成 2026-04-30\n第9环节 2026-05-06');
    expect(await ask('wang', '第6环节')).toContain('● 已完成，4月30日');
    expect(await ask('wang', '第9环节')).toContain('● 已完成，5月6日');
  });
});

describe('导航图 afterwards', () => {
  test('marks what is on, with its day, and counts what is done', async () => {
    const map = await ask('hua', '导航图');
    expect(map).toMatch(/已完成 6\/22/);
    expect(map).toContain('● 1 企业投资项目备案　11月23日');
    expect(map).toContain('◑ 10 设计方案审查　待确认');
    expect(map).toContain('◐ 8 水土保持方案　11月30日前');
  });
});

describe('a finish before its beginning', () => {
  test('is asked back with both days, whichever is said last, and nothing of it is written', async () => {
    await ask('sun', '进度 第7环节 开始 11月18日');
    const told = await ask('sun', '进度 第7环节 完成 11月10日 材料已齐');
    expect(told).toMatch(/第7环节.*记的是 11月18日 开始，比 11月10日 晚。请核对日期/);
    expect(await ask('wang', '第7环节')).toContain('11月18日（周三）开始');
    expect(await ask('wang', '第7环节')).not.toContain('报完成（');
    await ask('sun', '进度 第7环节 完成 11月20日 材料已齐');
    expect(await ask('sun', '进度 第7环节 开始 11月21日')).toContain(
      '报的是 11月20日 完成，开始日不能是 11月21日',
    );
    expect(await ask('wang', '第7环节')).toMatch(/报完成（11月20日[^）]*）?.*等对方确认/);
  });
});

describe('links of one unit', () => {
  test('are told in private of every project, though its people do not see the project as a whole', async () => {
    const told = await world.private('wei').ask('wei', '我们局的环节有哪些');
    expect(told).toMatch(/水利局：环节 1 个/);
    expect(told).toContain('兴发 · 8 水土保持方案');
    expect(told).not.toContain('生态环境影响评价');
  });

  test('are not told in the group of another project', async () => {
    expect(await world.group('cn').ask('sun', '我们局的环节有哪些')).not.toContain('兴发');
  });
});
