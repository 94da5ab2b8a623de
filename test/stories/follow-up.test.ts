import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 6个工作日');
  for (let i = 1; i <= 12; i++)
    await world.group('mlx').says('wang', `报 设备清单第${i}批待查 住建局 12个工作日`);
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

const first = (said: string) => said.split('\n')[0];

describe('a question goes on from the one before, and its title says so', () => {
  test('another unit, another state, another time', async () => {
    const tang = world.private('tang');
    expect(first(await tang.ask('tang', '生态环境局红的有几个'))).toBe('环境局 · 红色 1 件');
    expect(first(await tang.ask('tang', '那自然资源局呢'))).toMatch(/^\S+ · 红色 1 件$/);
    expect(first(await tang.ask('tang', '未销号的呢'))).toMatch(/^资规局 · 未销号 1 件$|^\S+ · 未销号 1 件$/);
    expect(first(await tang.ask('tang', '上个月登记的呢'))).toContain('上月登记');
  });

  test('下一页, 列出来, 为什么, and 催一下 asks which', async () => {
    const tang = world.private('tang');
    expect(await tang.ask('tang', '住建局没办完的有几件')).toContain('住建局现在未销号 12 件。');
    expect(await tang.ask('tang', '下一页')).toContain('第 2/3 页');
    expect(first(await tang.ask('tang', '列出来'))).toBe('住建局 · 未销号 12 件');
    expect(await tang.ask('tang', '为什么')).toMatch(/ · 原因 12 件[\s\S]*→ 等赵磊签收/);
    expect(await tang.ask('tang', '催一下')).toContain('要催哪一件？');
    expect(await tang.ask('tang', '催他们一下')).toContain('要催哪一件？');
  });

  test('下一页 behind the last page says so, shows it again, and 上一页 goes on from there', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    for (const page of ['第 2/3 页', '第 3/3 页']) expect(await tang.ask('tang', '下一页')).toContain(page);
    for (let again = 0; again < 2; again++) {
      const said = await tang.ask('tang', '下一页');
      expect(said).toContain('后面没有了，这是最后一页。');
      expect(said).toContain('第 3/3 页');
    }
    expect(await tang.ask('tang', '上一页')).toContain('第 2/3 页');
    await tang.ask('tang', '生态环境局红的有几个');
    const only = await tang.ask('tang', '下一页');
    expect(only).toContain('后面没有了');
    expect(only).not.toContain('没有符合条件');
  });

  test('an order to hurry is offered problem by problem, and does nothing by itself', async () => {
    const said = await world.private('tang').ask('tang', '催一下住建局');
    expect(said).toContain('要催哪一件？');
    expect(said).toContain('请确认：催办 10 件');
    expect(said).toContain('12 件，这里是最急的 10 件');
    expect(await world.private('tang').ask('tang', '历史 #4')).not.toContain('催办');
  });

  test('a name written as it sounds is taken, and the answer says so', async () => {
    const said = await world.private('tang').ask('tang', '住件局没办完的有几件');
    expect(first(said)).toBe('住建局 · 未销号 12 件');
    expect(said).toContain('“住件局”按读音当作“住建局”');
  });

  test('of a whole project, whose card cannot say so, it is said beside the card', async () => {
    const said = await world.private('tang').ask('tang', '兴法怎么样了');
    expect(said).toContain('“兴法”按读音当作“兴发”');
    expect(said).toContain('兴发磷石膏综合利用项目');
  });

  test('a unit nobody has entered is no other one that only looks like it', async () => {
    const said = await world.private('tang').ask('tang', '税务局没办完的有几件');
    expect(said).toContain('没看懂“税”');
    expect(said).not.toContain('12 件');
  });

  test('only of the same person in the same chat, and for 15 minutes', async () => {
    await world.private('tang').ask('tang', '生态环境局红的有几个');
    expect(await world.private('song').ask('song', '上个月呢')).toContain('没有听懂');
    await world.advanceTo('2026-11-20 10:20');
    expect(await world.private('tang').ask('tang', '上个月呢')).toContain('没有听懂');
  });

  test('up to the last second of the 15 minutes, not one later', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    world.pass(15 * 60_000 - 1000);
    expect(first(await tang.ask('tang', '那自然资源局呢'))).toMatch(/资规局 · 未销号|自然资源局 · 未销号/);
    world.pass(15 * 60_000 + 1000);
    expect(await tang.ask('tang', '那住建局呢')).toMatch(/^专班秘书\n没有听懂“那住建局呢”/);
  });

  test('words that point go on even where they could stand alone, and ask back where nothing was asked', async () => {
    const wang = world.private('wang');
    expect(await wang.ask('wang', '都是哪些单位在管')).toContain('没有听懂');
    const tang = world.private('tang');
    await tang.ask('tang', '生态环境局没办完的有几件');
    expect(first(await tang.ask('tang', '里头逾期的有几个'))).toContain('环境局 · 逾期');
    expect(first(await tang.ask('tang', '他们红的几个'))).toContain('环境局 · 红色');
    expect(first(await tang.ask('tang', '都是哪些项目的'))).toContain('环境局 · 红色');
  });

  test('in a group everybody goes on from their own question', async () => {
    const group = world.group('mlx');
    await group.ask('tang', '住建局没办完的有几件');
    await group.ask('wang', '生态环境局没办完的有几件');
    expect(first(await group.ask('tang', '红的呢'))).toContain('住建局 · 红色');
    expect(first(await group.ask('wang', '红的呢'))).toContain('环境局 · 红色');
  });

  test('a question with all of its own begins anew; one that says it is of all, too', async () => {
    const tang = world.private('tang');
    for (const anew of ['自然资源局逾期的有几个', '本周到期的问题有几个', '现在一共逾期几个']) {
      await tang.ask('tang', '生态环境局红的有几个');
      expect(first(await tang.ask('tang', anew)), anew).not.toContain('环境局 ·');
    }
  });
});

describe('after a card what is asked without a name is of what it shows', () => {
  test.each([
    ['为啥拖这么久', /^历史 #1/],
    ['还有几天', /磷石膏仓库堆放不下/],
    ['现在卡在谁那里', /磷石膏仓库堆放不下/],
    ['几号到期', /磷石膏仓库堆放不下/],
    ['那个事办了没', /磷石膏仓库堆放不下/],
    ['之前延过期没有', /没有申请过延期|没有延过期|没有.*延期/],
  ])('#1, then %s', async (said, shows) => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.ask('tang', '#1');
    const answer = await tang.ask('tang', said);
    expect(answer).toContain('#1');
    expect(answer).toMatch(shows);
    expect(answer).not.toContain('设备清单');
    expect(first(answer)).not.toMatch(/住建局|未销号/);
  });

  test('what is not asked of it goes on from nothing older', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.ask('tang', '#1');
    expect(await tang.ask('tang', '上个月呢')).not.toContain('住建局');
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.ask('tang', '#1');
    expect(first(await tang.ask('tang', '其中红的'))).not.toContain('住建局');
  });

  test('a project shown takes the place of what was asked before', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.ask('tang', '项目 兴发');
    const answer = await tang.ask('tang', '现在卡在谁那里');
    expect(answer).not.toContain('住建局');
    expect(answer).toContain('兴发');
    expect(first(await tang.ask('tang', '红的呢'))).toContain('兴发');
  });

  test('where none was shown it is asked which, and nothing is counted', async () => {
    const song = world.private('song');
    for (const said of ['那个事办了没', '那个谁的那个事办了没', '几号到期', '现在卡在谁那里'])
      expect(await song.ask('song', said)).not.toMatch(/\d+ 件/);
  });
});

describe('figures in words', () => {
  test('the sentence says how many of them are far overdue', async () => {
    await world.advanceTo('2026-11-27 10:00');
    expect(await world.private('tang').ask('tang', '红色的有几个')).toContain(
      '现在红色 3 件，其中 2 件逾期超过 6 个工作日。',
    );
  });

  test('what was told up to the principal leader in a time is fewer than what was told up at all', async () => {
    const tang = world.private('tang');
    expect(first(await tang.ask('tang', '11月以来升级的有几个'))).toContain('上报领导过 3 件');
    expect(first(await tang.ask('tang', '11月以来升级到主要领导的有几个'))).toContain('上报主要领导过 2 件');
  });

  test('rates, averages and comparisons say what they are taken of', async () => {
    const tang = world.private('tang');
    expect(await tang.ask('tang', '本月办结率多少')).toContain('登记 15 件，已销号 0 件，办结率 0%。');
    expect(await tang.ask('tang', '平均几天办完')).toContain('没有已销号的问题，算不出用时。');
    expect(await tang.ask('tang', '本月比上月多了几件')).toContain('登记 15 件，上月 0 件，多 15 件。');
    expect(await tang.ask('tang', '红灯占比多少')).toContain('未销号 15 件，其中 3 件，占 20%。');
  });

  test('a part of a day is counted as the whole day and says so, also of the unit asked next', async () => {
    const tang = world.private('tang');
    const said = await tang.ask('tang', '前天晚上登记的有几个');
    expect(said).toContain('“前天晚上”按全天算，不分早晚。');
    expect(first(said)).toContain('前天登记');
    expect(await tang.ask('tang', '那住建局呢')).toContain('“前天晚上”按全天算，不分早晚。');
    expect(await tang.ask('tang', '前天登记的有几个')).not.toContain('按全天算');
  });

  test('a claim is answered by the figure that tells', async () => {
    const said = await world.private('tang').ask('tang', '自然资源局说他们都办完了，是不是真的');
    expect(first(said)).toContain('未销号 1 件');
  });

  test('in a group who may see more elsewhere is told so', async () => {
    expect(await world.group('xf').ask('tang', '红色的有几个')).toContain('请私聊我问');
    expect(await world.group('xf').ask('hua', '红色的有几个')).not.toContain('请私聊我问');
  });
});

describe('chips below an answer correct one condition', () => {
  test('another time and no unit; what is said next goes on from there', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局本月新增了几件');
    await tang.clicks('tang', tang.lastBot, '上月');
    expect(first(textOf(tang.lastBot))).toBe('住建局 · 上月登记');
    await tang.clicks('tang', tang.lastBot, '不限时间');
    expect(first(textOf(tang.lastBot))).toMatch(/^住建局 · 全部 \d+ 件$/);
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.clicks('tang', tang.lastBot, '不限单位');
    expect(first(textOf(tang.lastBot))).toMatch(/^未销号 15 件$/);
    expect(first(await tang.ask('tang', '那住建局呢'))).toBe('住建局 · 未销号 12 件');
  });

  test('按单位看 tells each apart, and a rate is asked anew as a rate', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '住建局没办完的有几件');
    await tang.clicks('tang', tang.lastBot, '按单位看');
    expect(first(textOf(tang.lastBot))).toBe('未销号 · 4 个单位 15 件');
    await tang.ask('tang', '住建局本月办结率多少');
    await tang.clicks('tang', tang.lastBot, '上月');
    expect(first(textOf(tang.lastBot))).toBe('住建局 · 上月登记 · 办结率');
  });

  test('whoever taps sees what they may see', async () => {
    const group = world.group('mlx');
    await group.ask('tang', '没办完的有几件');
    const asked = group.lastBot;
    await group.clicks('hua', asked, '按单位看');
    expect(textOf(group.lastBot)).not.toContain('磷石膏');
    expect(first(textOf(group.lastBot))).toContain('本群');
  });
});

describe('an order inside what is asked is offered, never run', () => {
  const history = async (id: number) => world.private('tang').ask('tang', `历史 #${id}`);

  test('把红的转给住建局: one button each, and nothing is handed on by itself', async () => {
    await world.advanceTo('2026-11-20 11:00');
    const said = await world.private('tang').ask('tang', '把红的都转给住建局');
    expect(said).toContain('要转给住建局的是哪一件？');
    expect(said).toMatch(/转办 #\d+ 住建局/);
    expect(await history(1)).not.toContain('转办给住建局');
  });

  test('a question with an order behind it asks which', async () => {
    const said = await world.private('tang').ask('tang', '住建局没办完的有几件，让他们抓紧');
    expect(said).toContain('要催哪一件？');
    expect(await history(4)).not.toContain('催办');
    // It has one that is open, which is offered.
    const only = await world.private('tang').ask('tang', '让住建局抓紧点 莫再拖了');
    expect(only).toContain('说的是 #4');
    expect(only).toContain('要催办吗？');
    expect(await history(4)).not.toContain('催办');
    const later = await world.private('tang').ask('tang', '把4号的期限给我改到月底');
    expect(later).toContain('#4 的时限没有改动');
    expect(later).toContain('延期 #4 到 月底');
    expect(await history(4)).not.toContain('延期');
  });

  test('让…拿方案 says that 批示 is not built, offers 催办 and logs nothing', async () => {
    const said = await world.private('tang').ask('tang', '让住建局下周三前拿出围墙整改方案');
    expect(said).toContain('“批示”还没有做');
    expect(said).toContain('催办 #4');
    expect(said).not.toContain('登记 1 件');
    expect(first(await world.private('tang').ask('tang', '关于围墙的有几件'))).not.toMatch(/1 件/);
  });

  test('转给 with nothing before asks for the number; 我批示的 is told as not kept', async () => {
    const song = world.private('song');
    expect(await song.ask('song', '把这件转给住建局')).toContain('请写编号');
    expect(await song.ask('song', '我上次批示的办得怎么样')).toContain('没有登记为“批示”的事项');
  });
});
