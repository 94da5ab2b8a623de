/** 材料, 容缺, 分项 and 卡: what stands on a link's card beside its days. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
});
afterAll(() => world.close());

const group = () => world.group('xf');
const ask = (who: string, words: string) => {
  // Not faster than a group may be written to.
  world.pass(15_000);
  return group().ask(who, words);
};
const fromBot = () => group().messages.filter((one) => one.senderType === 'app');

describe('材料', () => {
  test('are ticked and taken back by number; said twice nothing changes', async () => {
    expect(await ask('li', '材料 第11环节 1 3')).toContain(
      '已记为齐：申请表、申报授权书、情况说明、总平面定位图',
    );
    expect(await ask('li', '材料 第11环节 1 3')).toContain('没有改动');
    expect(await ask('li', '材料 第11环节 取消 3')).toContain('已改为未齐：总平面定位图');
    expect(await ask('li', '材料 第11环节 1-4 9')).toContain('没有第 9 项');
    expect(await ask('hua', '第11环节')).toContain('已齐 1/8');
  });

  test('are not the enterprise’s nor another unit’s to tick, by words and by buttons', async () => {
    expect(await ask('hua', '材料 第11环节 4')).toContain('责任单位、项目秘书、综合办可以');
    expect(await ask('zhao', '材料 第11环节 4')).toContain('责任单位、项目秘书、综合办可以');
    await ask('li', '材料 第11环节');
    const card = group().lastBot;
    expect((await group().clicks('hua', card, '已齐')).toast?.content).toContain('责任单位');
    const ticked = await group().clicks('li', card, '已齐');
    expect(ticked.toast?.content).toContain('已记为齐');
    expect(await ask('hua', '第11环节')).toContain('已齐 2/8');
    expect(await ask('li', '材料 第11环节 取消 2')).toContain('地形图');
  });

  test('that another link makes are left to it', async () => {
    await group().agrees('song', '进度 补录 1 2026-11-02');
    expect(await ask('li', '材料 第11环节 取消 5')).toContain('由第1环节产生');
    expect(await ask('li', '第11环节')).toContain('☑ 5. 项目备案证');
  });
});

describe('容缺', () => {
  test('is a promise with a day and a name; the paper is ticked when it is struck off', async () => {
    expect(await ask('li', '容缺 第11环节 地形图')).toContain('什么时候补齐');
    expect(await ask('li', '容缺 第11环节 地形图 2026-11-01')).toContain('没看懂补齐时限');
    const told = await ask('li', '容缺 第11环节 地形图 12月18日 @李航');
    expect(told).toContain('已容缺：现势性地形图（首次办理时）（#1），李航 12月18日（周五）前补齐');
    expect(await ask('hua', '第11环节')).toMatch(/现势性地形图.*容缺 #1.*12月18日/);
    expect(await ask('li', '容缺 第11环节 地形图 12月20日')).toContain('已有容缺承诺 #1');
    expect(await ask('li', '材料 第11环节 2')).toContain('已记为齐');
    await ask('li', '材料 第11环节 取消 2');
    await ask('li', '签收 #1');
    await ask('li', '办结 #1 已补交');
    expect(await ask('li', '第11环节')).toContain('☐ 2. 现势性地形图');
    await ask('wang', '核验 #1 属实');
    expect(await ask('li', '第11环节')).toContain('☑ 2. 现势性地形图');
    expect(await ask('li', '材料 第11环节 取消 2')).toContain('容缺承诺 #1 已销号');
  });

  test('of a paper that cannot come later is refused, but for the office with a reason', async () => {
    expect(await ask('li', '容缺 第11环节 自审表 12月18日')).toContain('不能容缺');
    expect(await ask('li', '容缺 第11环节 不动产权证书 12月18日 理由 等出件')).toContain('不能容缺');
    expect(await ask('song', '容缺 第11环节 不动产权证书 12月18日 理由 等出件')).toContain(
      '（特批：等出件）',
    );
  });

  test('that no paper, or several, fit is asked back with the list', async () => {
    expect(await ask('li', '容缺 第11环节 红头文件 12月18日')).toMatch(/哪一项材料：\n1\. /);
    expect(await ask('li', '容缺 第11环节 证 12月18日')).toContain('写全');
  });

  test('by the form on the card', async () => {
    await ask('li', '第10环节');
    const done = await group().fills('li', group().lastBot, '容缺', { entry: '3', day: '2026-12-18 +0800' });
    expect(done.toast?.content).toContain('已容缺：规划条件要求的部门意见');
  });

  test('of an enterprise’s person, who signs for nothing, is the unit’s to see to', async () => {
    expect(await ask('wang', '容缺 第10环节 设计合同备案 12月18日 @华明')).toContain(
      '华明（企业，自然资源局督促）',
    );
  });
});

describe('分项', () => {
  test('are counted; the last one asks whether the link is done, and assumes nothing', async () => {
    expect(await ask('zhao', '分项 第14环节 3 完成')).toContain('还没有分项总数');
    expect(await ask('zhao', '分项 第14环节 13')).toContain('分 13 项');
    expect(await ask('zhao', '分项 第14环节 3 完成')).toContain('3/13');
    expect(await ask('zhao', '分项 第14环节 14 完成')).toContain('多于总数');
    expect(await ask('zhao', '分项 第14环节 2')).toContain('不能改成 2');
    expect(await ask('zhao', '分项 第14环节 13 完成')).toContain('整个环节完成了吗');
    const card = group().lastBot;
    expect(await ask('hua', '第14环节')).toContain('分项　已完成 13/13');
    expect(await ask('hua', '第14环节')).not.toContain('报完成（');
    await ask('zhao', '材料 第14环节 全部');
    await group().agrees('song', '进度 补录 11 2026-11-02');
    expect(
      (await group().clicks('zhao', card, '进度 兴发磷石膏综合利用项目 第14环节 完成')).toast?.content,
    ).toContain('已报完成');
  });
});

describe('卡', () => {
  test('names the problem on the link, writes it into the problem’s history, and is taken back by 不卡', async () => {
    await ask('wang', '报 图审意见迟迟不出 住建局 3个工作日');
    const id = Number(/#(\d+)/.exec(textOf(fromBot().at(-1)!))?.[1]);
    expect(await ask('zhao', `卡 第14环节 #${id}`)).toContain(`#${id} 卡住第14环节`);
    expect(await ask('wang', `卡 第14环节 #${id}`)).toContain('已经记过了');
    expect(await ask('hua', '第14环节')).toMatch(new RegExp(`卡点\\n#${id} 图审意见迟迟不出`));
    expect(await ask('wang', `历史 #${id}`)).toContain('卡住第14环节');
    expect(await ask('hua', `不卡 第14环节 #${id}`)).toContain('可以');
    expect(await ask('wang', `不卡 第14环节 #${id}`)).toContain('不再卡');
    expect(await ask('hua', '第14环节')).not.toContain('卡点');
  });

  test('is refused for what is no problem of this project', async () => {
    expect(await ask('wang', '卡 第14环节 #1')).toContain('不是问题');
    expect(await ask('wang', '卡 第14环节 #99')).toContain('没有 #99');
  });

  test('卡环节 on a problem’s card asks which link, the likeliest first, and a tap says it', async () => {
    await ask('wang', '报 用电报装方案一直没定 供电公司 3个工作日');
    const card = fromBot().at(-1)!;
    const [, id] = /#(\d+)/.exec(textOf(card))!;
    world.pass(15_000);
    await group().clicks('wang', card, '卡环节');
    const asked = world.private('wang').lastBot;
    const text = textOf(asked);
    expect(text).toContain('卡住哪个环节');
    expect(text.indexOf('第12环节 水、电、气')).toBeLessThan(text.indexOf('第7环节'));
    expect(text).not.toContain('第11环节 建设工程规划许可证');
    await world.private('wang').clicks('wang', asked, `卡 第12环节 #${id}`);
    expect(textOf(group().card(Number(id)))).toContain('卡住 第12环节');
    expect(textOf(group().card(Number(id)))).not.toContain('卡环节');
  });

  test('said with the problem it is noted at once; a name of several is asked, and the problem is logged all the same', async () => {
    await ask('wang', '报 图审意见反复 住建局 3个工作日 卡 第14环节');
    expect(textOf(fromBot().at(-1)!)).toMatch(/图审意见反复[\s\S]*卡住 第14环节/);
    await ask('wang', '报 备案系统登不上 发改局 3个工作日 关联环节 备案');
    const told = fromBot().slice(-2).map(textOf).join('\n');
    expect(told).toMatch(/“备案”没有记为卡住的环节[\s\S]*第1环节[\s\S]*第21环节[\s\S]*卡 兴发/);
    expect(told).toContain('备案系统登不上');
  });

  test('the form of 报 offers the links that are not over', async () => {
    await ask('wang', '报');
    const form = JSON.stringify(group().lastBot.content);
    expect(form).toContain('第17环节 质量安全监督');
    expect(form).not.toContain('第11环节 建设工程规划许可证');
    const [, linkNo] = /"value":"(\d+-17)"/.exec(form)!;
    await group().clicks('wang', group().lastBot, '确认', { text: '工资专户没开', linkNo });
    expect(fromBot().map(textOf).join('\n')).toMatch(/工资专户没开[\s\S]*卡住 第17环节/);
  });

  test('报问题 on the card logs a problem that holds the link up, also for the enterprise', async () => {
    await ask('hua', '第15环节');
    const done = await group().fills('hua', group().lastBot, '报问题', { text: '消防图纸退回两次' });
    expect(done.toast?.content).toMatch(/已登记 #\d+，记为第15环节的卡点/);
    expect(await ask('hua', '第15环节')).toMatch(/卡点\n#\d+ 消防图纸退回两次/);
  });
});
