import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;

describe('a name in the text moves no problem out of its group', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test.each([
    '报 新兴发展大道路灯不亮 住建局 3个工作日',
    '报 厂房楼顶光伏板被风刮落 住建局 3个工作日',
    '报 隔壁兴发集团排水影响我厂 住建局 3个工作日',
    '报 兴发 道路未通 住建局 3个工作日',
  ])('%s', async (text) => {
    const mlx = world.group('mlx');
    const before = world.group('xf').botTexts.length;
    await mlx.says('wang', text);
    expect(mlx.botTexts.join()).toContain('美利信压铸基地');
    expect(mlx.botTexts.join()).not.toContain('已移出');
    expect(world.group('xf').botTexts.length).toBe(before);
  });

  test('who names another project is told where the problem is kept, and may open 改项目', async () => {
    const mlx = world.group('mlx');
    const said = await mlx.ask('wang', '报 兴发集团排水影响我厂 住建局 3个工作日');
    expect(said).toContain('问题仍记在美利信压铸基地名下，要改请点“改项目”。');
    expect(JSON.stringify(mlx.lastBot.content)).toContain('改项目');
  });
});

describe('the project is asked for where it cannot be known', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('a secretary of several projects chooses by one tap; nothing is written before, and only once', async () => {
    const own = world.private('wang');
    const said = await own.ask('wang', '报 试验线设备进口清关慢 发改局 10个工作日');
    expect(said).toContain('请选择项目：登记 1 件问题');
    expect(said).not.toContain('#1');
    const ask = own.lastBot;
    await own.clicks('wang', ask, '美利信');
    expect(titleOf(own.card(1))).toBe('#1 试验线设备进口清关慢');
    expect(textOf(world.group('mlx').card(1))).toContain('美利信压铸基地');
    expect(() => world.group('xf').card(1)).toThrow();
  });

  test('a project that is not theirs is not taken from a mere mention', async () => {
    const own = world.private('wang');
    expect(await own.ask('wang', '报 楚能那边的道路未通 住建局 3个工作日')).toContain('请选择项目');
    await own.clicks('wang', own.lastBot, '取消');
    expect(() => own.card(2)).toThrow();
  });

  test('several lines get the chosen project, those that name their own keep it', async () => {
    const own = world.private('wang');
    await own.says('wang', '报\n1. 美利信的围墙倒了 住建局\n2. 道路未通 住建局');
    await own.clicks('wang', own.lastBot, '兴发');
    expect(textOf(world.group('mlx').card(2))).toContain('围墙倒了');
    expect(textOf(world.group('xf').card(3))).toContain('道路未通');
  });
});

describe('people and units of one line', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('somebody of another unit does not sign for the unit named: its coordinator is asked', async () => {
    const said = await world.group('xf').ask('wang', '报 门禁坏了 住建局 @孔亮 3个工作日');
    expect(said).toContain('孔亮是发改局的人员，不能替住建局签收，已请住建局联络员签收。');
    expect(textOf(world.private('zhao').card(1))).toContain('请签收');
    expect(() => world.private('kong').card(1)).toThrow();
  });

  test('of two people the first is asked, the second is said to be left out', async () => {
    const said = await world.group('xf').ask('wang', '报 门禁坏了 发改局 @孔亮 @曹阳 3个工作日');
    expect(said).toContain('没有列入');
    expect(textOf(world.private('kong').card(2))).toContain('请签收');
  });

  test('who fits the unit is asked, whoever comes first', async () => {
    await world.group('xf').says('wang', '报 门禁坏了 住建局 @孔亮 @赵磊 3个工作日');
    expect(textOf(world.private('zhao').card(3))).toContain('请签收');
    expect(() => world.private('kong').card(3)).toThrow();
  });

  test('a misspelt unit is put right by one tap, out of the title as well, and 撤销 takes it back', async () => {
    const group = world.group('xf');
    const said = await group.ask('wang', '报 厂门口积水严重 水力局 3个工作日');
    expect(said).toContain('没有单位“水力局”，是不是水利局？');
    expect(titleOf(group.card(4))).toBe('#4 厂门口积水严重 水力局');
    const answer = group.messages.findLast((one) => textOf(one).includes('没有单位'))!;
    const result = await group.clicks('wang', answer, '是水利局');
    expect(result.toast?.content).toContain('责任单位已改为水利局');
    expect(titleOf(group.card(4))).toBe('#4 厂门口积水严重');
    expect(textOf(world.private('jiang').card(4))).toContain('请签收');
    expect(await group.ask('wang', '历史 #4')).toContain('单位改为水利局');
    await group.says('wang', '撤销 #4');
    expect(titleOf(group.card(4))).toBe('#4 厂门口积水严重 水力局');
  });

  test('配合单位 stands on the card as 协办 and is told', async () => {
    const group = world.group('xf');
    await group.says('wang', '报 事项：道路未通\n责任单位：住建局\n配合单位：水利局\n完成时限：12月20日');
    expect(titleOf(group.card(5))).toBe('#5 道路未通');
    expect(textOf(group.card(5))).toContain('水利局');
    expect(textOf(world.private('jiang').card(5))).toContain('道路未通');
  });
});

describe('what stands before the mention of the bot', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('@所有人 is not the command', async () => {
    const said = await world.group('xf').ask('wang', '@所有人 @专班秘书 清单', { atBot: false });
    expect(said).not.toContain('没有听懂');
  });
});

describe('转办 to a unit and somebody of another one', () => {
  test('is asked back and moves nothing; with one of its own it goes', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 围挡倒伏 生态环境局 3个工作日');
    expect(await group.ask('song', '转办 #1 住建局 @孙倩')).toContain(
      '孙倩是生态环境局的人员，不能替住建局签收',
    );
    expect(textOf(group.card(1))).toMatch(/责任单位\s+生态环境局/);
    await group.says('song', '转办 #1 住建局 @赵磊');
    expect(textOf(group.card(1))).toMatch(/责任单位\s+住建局 · 赵磊/);
    await world.close();
  });
});

describe('a name of signs is a name like any other', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  // What every JavaScript object carries, and what markdown would read as a link, emphasis or a mention.
  const NAMES = ['__proto__', 'constructor', 'toString局', '[甲](乙)局', '[丙]局[丁]', '戊*局', '己_局'];
  /** Entities of cards, and what a plain text keeps apart so that it is no link. */
  const plain = (text: string) =>
    text
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replaceAll('] (', '](')
      .replaceAll('＜', '<');
  const raw = (message: { content: unknown }) => JSON.stringify(message.content);

  test.each(NAMES)('%s: made, listed, given a coordinator, reported to, asked for, renamed', async (name) => {
    const admin = world.private('lin');
    const ask = async (text: string) => plain(await admin.ask('lin', text));
    expect(await ask(`单位 新增 ${name}`)).toContain(`已添加单位“${name}”`);
    expect(await ask(`单位 新增 ${name}`)).toContain(name);
    expect(await ask('单位')).toContain(name);
    expect(raw(admin.lastBot)).not.toContain('](');
    expect(raw(admin.lastBot)).not.toContain('<at id=all>');
    expect(await ask(`单位 ${name} 联络员 孔亮`)).toContain(`“${name}”的联络员`);
    expect(await ask(`单位 ${name}`)).toContain(name);
    const group = world.group('xf');
    const said = plain(await group.ask('wang', `报 围墙裂缝 ${name} 3个工作日`));
    expect(said).toContain('围墙裂缝');
    expect(said).toContain(name);
    expect(raw(group.lastBot)).not.toContain('](');
    expect(plain(await admin.ask('lin', `清单 ${name}`))).toContain(name);
    const renamed = `${name}二`;
    expect(await ask(`单位 ${name} 改名 ${renamed}`)).toContain(renamed);
  });

  test.each(NAMES)('%s as a project and as a category', async (name) => {
    const admin = world.private('lin');
    const ask = async (text: string) => plain(await admin.ask('lin', text));
    expect(await ask(`项目 新建 ${name}`)).toContain(`已添加项目“${name}”`);
    expect(await ask(`分类 新增 ${name}`)).toContain(name);
    expect(await ask('分类')).toContain(name);
  });
});
