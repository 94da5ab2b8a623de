import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

describe.each(['postgres', 'pglite'] as const)(
  'from an empty deployment to the first problem (%s)',
  (database) => {
    beforeAll(async () => {
      world = await openWorld({ masterData: false, admins: ['lin'], database, processes: 2 });
    });
    afterAll(() => world.close());

    const admin = (text: string) => world.private('lin').ask('lin', text);

    test('the first administrator comes from ADMIN_OPEN_IDS; nobody else administers', async () => {
      expect(await world.private('song').ask('song', '单位 新增 某局')).toContain('管理员可以');
      expect(await admin('区域 新增 高新区')).toContain('高新区');
      expect(await admin('单位 新增 生态环境局 简称 环保局')).toContain('已添加单位“生态环境局”');
      expect(await admin('单位 新增 生态环境局')).toContain('已有名为“生态环境局”的单位');
    });

    test('people are named by @ in a group or by name once they have spoken to the bot', async () => {
      // In a private chat nobody else can be mentioned, so names must do.
      for (const key of ['sun', 'song', 'tang', 'wang', 'hua']) {
        if (key !== 'hua') await world.private(key).says(key, '帮助');
      }
      expect(await admin('单位 生态环境局 联络员 孙倩')).toMatch(/联络员.*孙倩/);
      expect(await admin('角色 综合办 宋丽')).toMatch(/宋丽.*综合办/);
      expect(await admin('角色 分管领导 唐志强')).toMatch(/唐志强.*分管领导/);
      expect(await admin('单位 生态环境局 负责人 张不存在')).toMatch(/没有找到“张不存在”/);
    });

    test('categories, projects and their people', async () => {
      expect(await admin('分类 环评 单位 生态环境局 时限 4 关键词 堆场，排污')).toContain('环评');
      expect(await admin('项目 新建 兴发磷石膏综合利用 企业 兴发集团')).toContain('兴发磷石膏综合利用');
      expect(await admin('项目 兴发磷石膏综合利用 简称 兴发')).toContain('兴发');
      expect(await admin('项目 兴发 秘书 王建国')).toMatch(/王建国/);
      expect(await admin('项目 兴发 成员单位 生态环境局')).toContain('生态环境局');
      expect(await admin('项目 兴发 开工 2026-12-20')).toContain('2026');
    });

    test('a group the bot is put into asks for its project; bound, it takes the first problem', async () => {
      const chat = world.sim.addChat({
        name: '新项目群',
        members: ['wang', 'sun', 'song'].map((key) => world.openId(key)),
      });
      await world.sim.addBotToChat(chat.chatId, world.openId('wang'));
      world.keys.chatId.fresh = chat.chatId;
      await world.settle();
      const group = world.group('fresh');
      expect(group.lastText).toContain('绑定');
      expect(await group.ask('wang', '报 堆场放不下')).toContain('绑定');
      expect(await group.ask('sun', '绑定 兴发')).toMatch(/您不能做这一步.*可以/);
      expect(await group.ask('wang', '绑定 兴发')).toContain('本群已绑定项目“兴发磷石膏综合利用”');
      const said = await group.ask('wang', '报 堆场放不下');
      expect(said).toContain('#1 堆场放不下');
      expect(said).toContain('生态环境局');
      expect(said).toContain('11月27日（周五）');
      expect(textOf(world.private('sun').card(1))).toContain('请签收');
      expect(await group.ask('wang', '本群')).toContain('兴发');
      expect(await group.ask('wang', '解绑')).toContain('请确认：本群解绑“兴发磷石膏综合利用');
      expect(await group.ask('wang', '本群')).toContain('兴发');
      await group.agrees('wang', '解绑');
      expect(await group.ask('wang', '清单')).toContain('绑定');
    });

    test('lists show what was set up', async () => {
      expect(await admin('单位')).toContain('联络员 孙倩');
      expect(await admin('角色')).toContain('宋丽');
      expect(await admin('分类')).toContain('4 个工作日');
      expect(await admin('区域')).toContain('高新区');
      expect(await admin('人员')).toContain('王建国');
      expect(await admin('体检')).toContain('体检');
      expect(await admin('设置')).toContain('默认时限');
      expect(await admin('节假日')).toContain('节假日');
    });
  },
);

describe('settings and holidays', () => {
  beforeAll(async () => {
    world = await openWorld({ processes: 2 });
    await world.group('xf').says('wang', '报 邻里意见大不知道归谁');
  });
  afterAll(() => world.close());

  const admin = (text: string) => world.private('lin').ask('lin', text);

  test('a changed setting applies to new problems only', async () => {
    expect(await admin('设置 默认时限 7')).toContain('已设置 默认时限');
    await world.group('xf').says('wang', '报 食堂油烟扰民怎么办');
    expect(textOf(world.group('xf').card(1))).toContain('11月30日（周一）');
    expect(textOf(world.group('xf').card(2))).toContain('12月2日（周三）');
    expect(await admin('设置 蓝灯提前 5')).toContain('已设置');
    await world.group('xf').says('wang', '报 门卫夜间不在岗 5个工作日');
    expect(textOf(world.group('xf').card(3))).toContain('蓝');
    await world.group('xf').says('wang', '查 #1');
    expect(textOf(world.group('xf').card(1))).toContain('正常');
  });

  test('a value that makes no sense is refused with what is accepted', async () => {
    expect(await admin('设置 默认时限 很久')).toContain('请写 1 到 365 之间的整数');
    expect(await admin('设置 天气 晴')).toMatch(/没有这项设置。可设置：默认时限/);
    expect(await admin('设置 上班 25:00')).toContain('时刻');
  });

  test('a holiday moves open deadlines, says how many, and it stands in the history', async () => {
    const said = await admin('节假日 2026-11-25 休');
    expect(said).toContain('非工作日');
    expect(said).toMatch(/有 3 件问题的时限随之重算/);
    expect(said).toMatch(/#1 .*11月30日（周一） → .*12月1日（周二）/);
    await world.settle();
    expect(textOf(world.group('xf').card(1))).toContain('12月1日（周二）');
    expect(await world.group('xf').ask('wang', '历史 #1')).toMatch(/时限重算/);
    expect(await admin('节假日 2026-11-25 删除')).toContain('工作日');
    expect(textOf(world.group('xf').card(1))).toContain('11月30日（周一）');
  });

  test('wrong use is answered with the usage line', async () => {
    expect(await admin('单位 新增')).toContain('用法：');
    expect(await admin('节假日 2月30日 休')).toMatch(/用法：|没有/);
    expect(await admin('角色 皇帝 @宋丽')).toContain('角色有：综合办、分管领导、主要领导、管理员');
  });

  test('administration is done in private chat', async () => {
    expect(await world.group('office').ask('song', '设置 默认时限 9')).toMatch(/管理员可以|私聊/);
  });

  test('the last administrator cannot be taken away', async () => {
    expect(await admin('角色 取消 管理员 林涛')).toContain('最后一位管理员');
  });

  test('unknown words are answered with buttons that fit who asks', async () => {
    await world.pass(16 * 60_000);
    const said = await world.group('xf').ask('wang', '天气不错');
    expect(said).toContain('没有听懂“天气不错”。您可以点下面的按钮，或发“帮助”看全部说法。');
    expect(said).toMatch(/报\s+我的/);
    expect(await world.group('xf').ask('wang', '办解 #1')).toContain('办结');
  });
});
