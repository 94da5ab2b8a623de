import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

describe('延期', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('only those who work on it may ask; the office alone decides', async () => {
    expect(await group().ask('hua', '延期 #1 到 12月20日 材料没齐')).toMatch(
      /您不能做这一步，.*责任单位.*可以。/,
    );
    await group().fills('sun', group().card(1), '延期', { day: '2026-12-10', reason: '等企业补充监测报告' });
    expect(card(1)).toContain('申请延期到 12月10日（周四），等综合办批准');
    expect(card(1)).toContain('等企业补充监测报告');
    expect(textOf(world.private('song').card(1))).toContain('请审批');
    expect(await group().ask('sun', '同意 #1')).toMatch(/您不能做这一步，综合办、分管领导可以。/);
    expect(await group().ask('sun', '延期 #1 到 12月20日 再要几天')).toContain('已有一项申请');
  });

  test('while it is pending it is not shown overdue', async () => {
    await world.advanceTo('2026-11-30 10:00');
    await group().says('wang', '查 #1');
    expect(textOf(group().lastBot)).not.toContain('逾期');
    expect(textOf(group().lastBot)).toContain('延期待批');
    expect(await group().ask('wang', '清单 逾期')).toContain('没有符合条件的问题');
  });

  test('approved: both dates stay on the card, and who asked is told', async () => {
    const yes = await world.private('song').clicks('song', world.private('song').card(1), '同意');
    expect(yes.toast?.type).toBe('success');
    expect(card(1)).toContain('原 11月26日（周四）');
    expect(card(1)).toContain('现 12月10日（周四）');
    expect(textOf(world.private('sun').card(1))).toContain('延期已批准');
    expect(await group().ask('wang', '历史 #1')).toContain('同意延期到12月10日');
  });

  test('a new deadline must be later; 不同意 leaves the old one and says so', async () => {
    expect(await group().ask('sun', '延期 #1 到 12月1日 想快一点')).toContain('须晚于现时限');
    await group().says('sun', '延期 #1 到 12月20日 还差一份批复');
    const no = await group().ask('song', '不同意 #1 请先完成设计');
    expect(no).toContain('不同意');
    expect(card(1)).toContain('现 12月10日（周四）');
    expect(card(1)).not.toContain('等综合办批准');
    expect(textOf(world.private('sun').card(1))).toContain('请先完成设计');
  });

  test('after the deadline nothing can be extended', async () => {
    await world.advanceTo('2026-12-11 10:00');
    expect(await group().ask('sun', '延期 #1 到 12月20日 还差一份批复')).toContain(
      '时限已过，不能再申请延期',
    );
  });

  test('a date that does not exist is asked back', async () => {
    expect(await group().ask('sun', '延期 #1 到 2月30日 等批复')).toContain('2月30日');
  });
});

describe('挂账', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 110千伏线路迁改方案未批复 供电公司 3个工作日');
    await group().says('qian', '签收 #1');
  });
  afterAll(() => world.close());

  test('asks for reason, day and chaser; approved it stops the clock and the chaser hears of it', async () => {
    await group().says('qian', '挂账 #1 到 12月4日 等省电力公司批复 @赵磊');
    expect(card(1)).toContain('申请挂账到 12月4日（周五）');
    expect(card(1)).toContain('赵磊');
    await group().says('song', '同意 #1');
    expect(card(1)).toContain('已挂账');
    expect(card(1)).toContain('在上级 0 个工作日');
    expect(textOf(world.private('zhao').card(1))).toContain('挂账已批准');
  });

  test('while it waits it is not overdue, nobody is reminded, and the card counts the days with the higher level', async () => {
    const before = ['qian', 'feng', 'wang', 'tang'].map((key) => world.private(key).botTexts.length);
    await world.advanceTo('2026-11-30 10:00');
    expect(card(1)).toContain('在上级 5 个工作日');
    expect(card(1)).not.toContain('逾期');
    const told = ['qian', 'feng', 'wang', 'tang'].map((key) => world.private(key).botTexts.length);
    expect(told).toEqual(before);
  });

  test('it resumes by itself on the morning it was expected, with the deadline moved by the days it stood', async () => {
    await world.advanceTo('2026-12-04 09:30');
    expect(card(1)).toContain('办理中');
    expect(card(1)).toContain('12月9日（周三）');
    expect(world.private('qian').botTexts.join('\n')).toContain('挂账结束');
  });

  test('恢复 by hand before that day, by the office', async () => {
    await group().says('qian', '挂账 #1 到 12月20日 还差国网复函 @钱进');
    await group().says('song', '同意 #1');
    await world.advanceTo('2026-12-08 10:00');
    const back = await group().ask('song', '恢复 #1');
    expect(back).toContain('已恢复计时');
    expect(card(1)).toContain('12月11日（周五）');
  });

  test('a third pause is refused', async () => {
    expect(await group().ask('qian', '挂账 #1 到 12月20日 再等等 @钱进')).toContain('每件最多挂账 2 次');
  });

  test('the form does the same as words', async () => {
    await group().says('wang', '报 二号变压器增容 供电公司 5个工作日');
    await group().says('qian', '签收 #2');
    const asked = await group().fills('qian', group().card(2), '挂账', {
      day: '2026-12-25',
      reason: '等国网批复',
      personName: '赵磊',
    });
    expect(asked.toast?.type).toBe('success');
    expect(card(2)).toContain('申请挂账到 12月25日（周五）');
  });
});

describe('催办，申诉，上会，同步', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 2个工作日');
  });
  afterAll(() => world.close());

  test('催办 reaches whoever must act, once per working day and person', async () => {
    const urged = await group().clicks('wang', group().card(1), '催办');
    expect(urged.toast?.type).toBe('success');
    expect(textOf(world.private('sun').card(1))).toContain('有人催办');
    expect(await group().ask('wang', '催办 #1')).toContain('今天您已经催办过');
    expect(await group().ask('song', '催办 #1')).toContain('已催办');
    await world.advanceTo('2026-11-24 10:00');
    expect(await group().ask('wang', '催办 #1')).toContain('已催办');
    expect(await group().ask('hua', '催办 #1')).toContain('您不能做这一步');
  });

  test('who urged hears of the next progress, once', async () => {
    const before = world.private('song').botTexts.length;
    await group().says('sun', '进展 #1 已联系两家企业');
    await group().says('sun', '进展 #1 明天签合同');
    const news = world.private('song').botTexts.slice(before);
    expect(news).toHaveLength(1);
    expect(news[0]).toContain('已联系两家企业');
  });

  test('申诉 needs a light; the office exempts, and the colour says so', async () => {
    expect(await group().ask('sun', '申诉 #1 连续暴雨')).toContain('没有逾期亮灯');
    await world.advanceTo('2026-11-26 10:00');
    expect(card(1)).toContain('逾期 1 个工作日');
    expect(await group().ask('sun', '申诉 #1 连续暴雨无法施工')).toContain('已提交申诉');
    expect(textOf(world.private('song').card(1))).toContain('申诉');
    const yes = await world.private('song').clicks('song', world.private('song').card(1), '同意');
    expect(yes.toast?.content).toContain('免责');
    expect(card(1)).toContain('申诉免责');
    expect(card(1)).toContain('正常');
    expect(textOf(world.private('sun').card(1))).toContain('申诉已有答复');
  });

  test('同意 in words decides an appeal, too', async () => {
    await group().says('wang', '报 门口积水 水利局 1个工作日');
    await world.advanceTo('2026-11-30 10:00');
    await group().says('jiang', '申诉 #2 上游泄洪');
    expect(await group().ask('song', '不同意 #2 未提前报备')).toContain('申诉未予支持');
    expect(card(2)).toContain('逾期');
  });

  test('上会 marks it for the next meeting', async () => {
    expect(await group().ask('wang', '上会 #1')).toContain('已列入上会');
    expect(card(1)).toContain('已列入上会');
    expect(await group().ask('wang', '上会 #1')).toContain('已经做过了');
  });

  test('同步 shows the same live card in another group; both change together', async () => {
    expect(await group().ask('wang', '同步 #1 到 美利信项目专班')).toContain('已同步');
    const there = world.group('mlx').card(1);
    await group().says('sun', '办结 #1 已协调临时仓库');
    expect(textOf(world.group('mlx').card(1))).toContain('待核验');
    expect(world.group('mlx').card(1).messageId).toBe(there.messageId);
    expect(await group().ask('wang', '同步 #1 到 不存在的群')).toContain('没有找到名为“不存在的群”的群');
    expect(await group().ask('sun', '同步 #1 到 楚能项目专班')).toContain('您不能做这一步');
  });
});
