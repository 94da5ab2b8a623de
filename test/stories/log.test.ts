import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;

describe('报: one line is enough', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const card = (id: number) => textOf(world.group('xf').card(id));

  test('what, which unit and by when are read from one line; the card is the only answer', async () => {
    const group = world.group('xf');
    const said = await group.ask('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    expect(titleOf(group.card(1))).toBe('#1 磷石膏仓库堆放不下');
    expect(said).toContain('生态环境局');
    expect(said).toContain('11月26日（周四）');
    expect(said).toContain('兴发磷石膏综合利用项目');
    expect(group.botTexts).toHaveLength(1);
  });

  test('missing facts take the category: its unit and its limit', async () => {
    await world.group('xf').says('wang', '报 征地红线内还有三户没有签协议');
    expect(card(2)).toContain('自然资源局');
    expect(card(2)).toContain('12月2日（周三）');
    expect(card(2)).toContain('待签收');
  });

  test('a problem of no known kind goes to the office, which is told', async () => {
    await world.group('xf').says('wang', '报 邻避意见大不知道归谁');
    expect(card(3)).toContain('待转办');
    expect(world.group('xf').card(3).text).toContain('宋丽');
    expect(textOf(world.private('song').card(3))).toContain('请转办');
  });

  test('the green channel halves the default limit, rounded up', async () => {
    await world.group('mlx').says('wang', '报 塔吊下面有高压线 供电公司');
    expect(textOf(world.group('mlx').card(4))).toContain('11月26日（周四）');
    expect(textOf(world.group('mlx').card(4))).toContain('绿色通道');
  });

  test('two units: the first is taken and the other one is named', async () => {
    const said = await world.group('xf').ask('wang', '报 门口道路积水 交通运输局 水利局 3天内');
    expect(said).toContain('交通运输局');
    expect(said).toMatch(/可能是交通运输局、水利局/);
  });

  test('somebody @-mentioned is asked personally', async () => {
    await world.group('xf').says('wang', '报 项目备案要变更 发改局 下周五 @孔亮');
    expect(textOf(world.private('kong').card(6))).toContain('请签收');
    expect(() => world.private('cao').card(6)).toThrow();
  });

  test('in a private chat the project is found in the text, and the card stands in its group, too', async () => {
    const own = world.private('wang');
    await own.says('wang', '报 美利信围墙被撞倒 住建局 5个工作日');
    expect(textOf(own.card(7))).toContain('美利信压铸基地');
    expect(textOf(world.group('mlx').card(7))).toContain('美利信压铸基地');
  });

  test('an enterprise contact logs in the external group and only there', async () => {
    await world.group('xf').says('hua', '报 取水口被堵 水利局 3个工作日');
    expect(card(8)).toContain('水利局');
    const elsewhere = await world.group('xf').ask('hua', '当场 自己清理好了');
    expect(elsewhere).toMatch(/可以。/);
  });

  test('the whole text is kept behind a short title', async () => {
    await world
      .group('xf')
      .says('wang', '报 堆场渗水。上周三场雨后东南角开始渗，已拍照，请先查防渗层 生态环境局');
    expect(titleOf(world.group('xf').card(9))).toBe('#9 堆场渗水');
    expect(card(9)).toContain('请先查防渗层');
  });

  test('当场 logs and strikes off in one step and asks nobody for anything', async () => {
    const before = world.private('song').botTexts.length;
    await world.group('xf').says('wang', '当场 协调隔壁工地借用一路临时用水');
    expect(card(10)).toContain('已销号');
    expect(card(10)).toContain('当场解决');
    expect(world.private('song').botTexts.length).toBe(before);
  });

  test('the officials’ side of an external group: the person who logs is not told what he has just written', () => {
    expect(world.private('wang').botTexts.filter((text) => text.includes('#1 '))).toEqual([]);
  });
});

describe('报: several lines', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const LINES = '报\n1. 仓库堆放不下 生态环境局 3个工作日\n2、用电负荷不足 供电公司 下周三\n3) 门口道路破损';

  test('several lines are shown first; 确认 by the speaker logs all, once', async () => {
    const group = world.group('xf');
    const said = await group.ask('wang', LINES);
    expect(said).toContain('登记 3 件');
    expect(said).toContain('仓库堆放不下');
    expect(said).toContain('12月2日');
    const preview = group.lastBot;
    const other = await group.clicks('song', preview, '确认');
    expect(other.toast?.content).toContain('本人');
    const yes = await group.clicks('wang', preview, '确认');
    expect(yes.toast?.type).toBe('success');
    expect(textOf(world.sim.message(preview.messageId)!)).toContain('已登记 3 件');
    expect([1, 2, 3].map((id) => titleOf(group.card(id)))).toEqual([
      '#1 仓库堆放不下',
      '#2 用电负荷不足',
      '#3 门口道路破损',
    ]);
    expect(() => group.card(4)).toThrow();
  });

  test('取消 logs none, and a preview answered once cannot be answered again', async () => {
    const group = world.group('xf');
    await group.says('wang', LINES);
    const preview = group.lastBot;
    await group.clicks('wang', preview, '取消');
    expect(textOf(world.sim.message(preview.messageId)!)).toContain('已取消');
    expect(() => group.card(4)).toThrow();
  });

  test('a line whose date cannot be read says so in the preview', async () => {
    const said = await world.group('xf').ask('wang', '报\n围墙倒了 住建局 2月30日\n路灯不亮 住建局 明天');
    expect(said).toContain('2月30日');
    expect(said).toMatch(/没有“2月30日”/);
  });
});

describe('报: asked back', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const group = () => world.group('xf');

  test('an impossible date is asked back and the text is not lost: the form keeps it', async () => {
    const said = await group().ask('wang', '报 围墙倒塌需要重建 住建局 2月30日前');
    expect(said).toContain('没有“2月30日');
    expect(() => group().card(1)).toThrow();
    const form = group().lastBot;
    expect(JSON.stringify(form.content)).toContain('围墙倒塌需要重建');
    const result = await group().clicks('wang', form, '确认', {
      text: '围墙倒塌需要重建 住建局 2月30日前',
      day: '2026-12-01',
    });
    expect(result.toast?.type).toBe('success');
    expect(textOf(group().card(1))).toContain('12月1日（周二）');
    expect(textOf(group().card(1))).toContain('住建局');
    expect(titleOf(group().card(1))).toBe('#1 围墙倒塌需要重建');
  });

  test('yesterday is asked back', async () => {
    const said = await group().ask('wang', '报 路灯不亮 住建局 11月20日前完成，今年的');
    expect(said).not.toBe('');
    const past = await group().ask('wang', '报 路灯不亮 住建局 2026年11月20日');
    expect(past).toContain('已经过了');
    expect(() => group().card(3)).toThrow();
  });

  test('somebody else cannot fill the form', async () => {
    const result = await group().clicks('song', group().lastBot, '确认', {
      text: '路灯不亮',
      day: '2026-12-01',
    });
    expect(result.toast?.content).toContain('本人');
  });

  test('报 alone opens a form; submitting it logs', async () => {
    const said = await group().ask('wang', '报');
    expect(said).toContain('登记问题');
    const before = group().messages.length;
    const form = group().lastBot;
    const result = await group().clicks('wang', form, '确认', { text: '塔吊证照缺一份' });
    expect(result.toast?.type).toBe('success');
    // What takes the form's place is found by its number.
    expect(result.toast?.content).toMatch(/已登记 #\d+/);
    expect(textOf(world.sim.message(form.messageId)!)).toMatch(/已登记 #\d+/);
    expect(group().messages.slice(before).map(titleOf).join()).toContain('塔吊证照缺一份');
    expect(textOf(group().lastBot)).toContain('住建局');
  });

  test('a unit written wrongly stays in the title and is asked back; a layout is no unit', async () => {
    const told = await group().ask('wang', '报 围挡被风吹倒 住健局 3个工作日');
    expect(told).toContain('没有单位“住健局”，是不是住建局？请点“改单位”选一个。');
    expect(
      textOf(
        group()
          .messages.filter((m) => textOf(m).includes('围挡被风吹倒'))
          .at(-1)!,
      ),
    ).toContain('住健局');
    expect(await group().ask('wang', '报 车间积灰 园林绿化管护中心')).toContain(
      '没有单位“园林绿化管护中心”，请点“改单位”选一个。',
    );
    await group().says('wang', '报 管线要改 影响整体布局');
    expect(group().botTexts.at(-1)).not.toContain('没有单位');
  });

  test('a time not understood stays in the title and is said; 尽快 is said to be the default limit', async () => {
    expect(await group().ask('wang', '报 围挡又倒了 住建局 48小时左右')).toContain(
      '没认出“48小时左右”，按默认 5 个工作日。',
    );
    expect(await group().ask('wang', '报 围挡再次倒了 住建局 尽快')).toContain('“尽快”按默认 5 个工作日。');
    const preview = await group().ask('wang', '报 东门积水 住建局 两会前\n西门积水 住建局 3个工作日');
    expect(preview).toContain('没认出“两会前”，按默认 5 个工作日。');
  });
});

describe('报: corrected by buttons', () => {
  beforeAll(async () => {
    world = await openWorld();
    await world.group('xf').says('wang', '报 门口积水 住建局 3个工作日');
  });
  afterAll(() => world.close());

  const group = () => world.group('xf');
  const idOf = async (name: string) => {
    const directory = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const found = [...directory.data.units, ...directory.data.projects].find((one) => one.name === name);
    return String(found!.id);
  };

  test('改单位 hands it to the other unit; the first one is told it need not act', async () => {
    const result = await group().fills('wang', group().card(1), '改单位', { unitId: await idOf('水利局') });
    expect(result.toast?.type).toBe('success');
    expect(textOf(group().card(1))).toContain('水利局');
    expect(textOf(world.private('jiang').card(1))).toContain('请签收');
  });

  test('改时限 moves the deadline', async () => {
    const result = await group().fills('wang', group().card(1), '改时限', { day: '2026-12-03' });
    expect(result.toast?.type).toBe('success');
    expect(textOf(group().card(1))).toContain('12月3日（周四）');
  });

  test('改项目 moves it to the other project, and its card leaves no doubt', async () => {
    const own = world.private('wang');
    await own.says('wang', '查 #1');
    const result = await own.fills('wang', own.lastBot, '改项目', {
      projectId: await idOf('美利信压铸基地'),
    });
    expect(result.toast?.type).toBe('success');
    expect(textOf(world.group('mlx').card(1))).toContain('美利信压铸基地');
    // The group it left reads along no longer, not even an old card.
    expect(textOf(group().card(1))).toContain('已转到其他项目');
    expect(textOf(group().card(1))).not.toContain('美利信');
  });

  test('a correction by somebody without the right is refused and says who may', async () => {
    const mlx = world.group('mlx');
    const result = await mlx.clicks('sun', mlx.card(1), '改单位');
    const form = world.private('sun').lastBot;
    expect(result.toast).toBeDefined();
    const refused = await world.private('sun').clicks('sun', form, '确认', { unitId: await idOf('住建局') });
    expect(refused.toast?.content).toMatch(/登记人、项目秘书、综合办可以/);
  });
});

describe('报: asked about afterwards', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-09-30 10:00' });
  });
  afterAll(() => world.close());

  test('3个工作日 said on 30 September ends on the make-up Saturday, and 怎么算的 lists why', async () => {
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    expect(textOf(group.card(1))).toContain('10月10日（周六）');
    const said = await group.ask('wang', '怎么算的 #1');
    expect(said).toContain('10月1日至10月7日（国庆节，7天）');
    expect(said).toMatch(/调休上班，计入：10月10日（周六）/);
    expect(said).toContain('10月8日（周四）起算');
  });

  test('3个工作日 said on the make-up Saturday counts from Monday', async () => {
    await world.advanceTo('2026-10-10 11:00');
    await world.group('xf').says('wang', '报 仓库漏雨 生态环境局 3个工作日');
    expect(textOf(world.group('xf').card(2))).toContain('10月14日（周三）');
  });

  test('下周三 said on a Sunday is three days away', async () => {
    await world.advanceTo('2026-10-11 15:00');
    await world.group('xf').says('wang', '报 门卫室没电 供电公司 下周三');
    expect(textOf(world.group('xf').card(3))).toContain('10月14日（周三）');
  });

  test('a year without published holidays is said so', async () => {
    const said = await world.group('xf').ask('wang', '报 二期环评批复 生态环境局 2027年3月1日');
    expect(said).toContain('2027年放假安排尚未公布，暂按周末和法定节日计');
  });

  test('a day that is not a working day is accepted and said so', async () => {
    const said = await world.group('xf').ask('wang', '报 停电检修通知 供电公司 10月18日');
    expect(said).toContain('10月18日（周日）');
    expect(said).toContain('不是工作日');
  });

  test('历史，搜 and 相似 find it again', async () => {
    const group = world.group('xf');
    expect(await group.ask('wang', '历史 #1')).toContain('王建国登记');
    const found = await group.ask('wang', '搜 磷石膏');
    expect(found).toContain('磷石膏仓库堆放不下');
    expect(found).not.toContain('门卫室');
    const alike = await group.ask('wang', '相似 #1');
    expect(alike).toContain('仓库漏雨');
    expect(alike).not.toContain('门卫室');
    expect(await group.ask('wang', '搜 不存在的词')).toContain('没有符合条件的问题');
  });
});

describe('a problem moved away', () => {
  test('stays on view in a group it was put into by 同步', async () => {
    world = await openWorld();
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await world.private('song').says('song', '同步 #1 到 安琪项目专班');
    await world.private('song').says('song', '改项目 #1 美利信');
    expect(textOf(world.group('aq').card(1))).toContain('磷石膏仓库堆放不下');
    expect(textOf(world.group('xf').card(1))).toContain('已转到其他项目');
    await world.close();
  });
});

describe('a date that is over', () => {
  test('comes with the likely day in the form, and 确认 takes it', async () => {
    world = await openWorld();
    const group = world.group('xf');
    expect(await group.ask('wang', '报 材料没人签 住建局 昨天')).toContain('已经过了');
    expect(JSON.stringify(group.lastBot.content)).toContain('"initial_date":"2026-11-23"');
    const result = await group.clicks('wang', group.lastBot, '确认', {});
    expect(result.toast?.type).toBe('success');
    expect(textOf(group.card(1))).toContain('11月23日（周一）');
    await world.close();
  });
});
