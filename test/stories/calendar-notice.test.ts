import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_2027 } from '../support/notice-2027.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));
const admin = (text: string) => world.private('lin').ask('lin', text);

describe('31 December with the next notice missing, which comes in January', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-12-31 10:00' });
  });
  afterAll(() => world.close());

  test('a count into the new year goes by weekends and statutory days, and says so', async () => {
    const said = await group().ask('wang', '报 磷石膏仓库堆放不下 生态环境局 26个工作日');
    expect(said).toContain('2027年放假安排尚未公布，暂按周末和法定节日计');
    // Off: 1 January, weekends, 除夕 to 初三 (5 to 8 February). Four weeks of January, then 1–4, 9 and 10 February.
    expect(card(1)).toContain('2027年2月10日（周三）');
    expect(await group().ask('wang', '怎么算的 #1')).toContain(
      '2027年放假安排尚未公布，暂按周末和法定节日计',
    );
    await group().says('wang', '报 门口积水 水利局 2027年2月9日');
    await group().says('wang', '报 路灯不亮 住建局 25个工作日');
    await world.private('sun').says('sun', '签收 #1');
  });

  test('the default limit, the card, a request for more time and a pause say it, too', async () => {
    const told = '2027年放假安排尚未公布，暂按周末和法定节日计';
    expect(card(1)).toContain(told);
    expect(card(2)).not.toContain(told);
    expect(await group().ask('wang', '报 围墙倒塌 生态环境局')).toContain(`已登记 #4。\n${told}`);
    const preview = await group().ask('wang', '报\n围墙渗水 生态环境局\n井盖松动 住建局 3个工作日');
    expect(preview.split(told)).toHaveLength(3);
    expect(await world.private('sun').ask('sun', '延期 #4 到 10个工作日 等材料')).toContain(told);
    await group().says('wang', '作废 #4 试一下');
  });

  test('the health check misses the year and counts what lies in it', async () => {
    expect(await admin('体检')).toContain('2027年放假安排尚未录入，3 件时限落在 2027 年');
    expect(await admin('节假日')).toContain('3 件时限落在 2027 年');
  });

  test('a notice that contradicts itself is asked back and nothing is saved', async () => {
    await world.advanceTo('2027-01-11 10:00');
    const before = await world.rowCounts();
    const said = await admin(`节假日 导入\n${NOTICE_2027.replace('共7天。1月31日', '共8天。1月31日')}`);
    expect(said).toContain('没有保存');
    expect(said).toContain('春节：通知写共8天，按日期数是7天');
    const after = await world.rowCounts();
    expect([after.notice_day, after.draft]).toEqual([before.notice_day, before.draft]);
  });

  test('only administrators import', async () => {
    expect(await world.private('wang').ask('wang', `节假日 导入\n${NOTICE_2027}`)).toContain('管理员可以');
  });

  test('the preview names the days, what is different and how many deadlines move; 取消 saves nothing', async () => {
    const said = await admin(`节假日 导入\n${NOTICE_2027}`);
    expect(said).toContain('请确认：2027年放假安排');
    expect(said).toContain('春节 休 2月5日（周五）至2月11日（周四）（7天）');
    expect(said).toContain('班 1月31日（周日）、2月13日（周六）');
    expect(said).toContain('2027年现在按周末和法定节日计');
    expect(said).toContain('2 件在办问题的时限会变');
    await world.private('lin').clicks('lin', world.private('lin').lastBot, '取消');
    expect(world.private('lin').lastText).toContain('没有保存');
    expect(await admin('节假日')).toContain('已有 2026 年');
    expect(card(1)).toContain('2月10日');
  });

  test('确认 saves the year and moves what is counted, not what was named', async () => {
    await admin(`节假日 导入\n${NOTICE_2027}`);
    const preview = world.private('lin').lastBot;
    await world.private('lin').clicks('lin', preview, '确认');
    const said = world.private('lin').lastText;
    expect(said).toContain('2027年放假安排已保存');
    expect(said).toMatch(
      /有 2 件问题的时限随之重算[\s\S]*#1 2月10日（周三） → 2月12日（周五）\n#3 2月9日（周二） → 2月4日（周四）/,
    );
    expect(card(1)).toContain('2月12日（周五）');
    expect(card(1)).toContain('放假安排有变，由2月10日（周三）重算');
    expect(card(2)).toContain('2月9日（周二）');
    expect(await group().ask('wang', '历史 #1')).toContain(
      '放假安排有变，时限重算：2月10日（周三） → 2月12日（周五）',
    );
    const explained = await group().ask('wang', '怎么算的 #1');
    expect(explained).toContain('调休上班，计入：1月31日（周日）（春节调休）');
    expect(explained).not.toContain('尚未公布');
  });

  test('the clock tells the responsible person and the office once, each in one card', async () => {
    await world.advanceTo('2027-01-11 10:02');
    const own = world.private('sun').botTexts.filter((text) => text.includes('时限有变'));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('您办理的 1 件时限有变');
    expect(own[0]).toMatch(/#1 磷石膏仓库堆放不下 · \S+\n2月10日（周三） → 2月12日（周五）/);
    expect(own[0]).toContain('放假安排已导入');
    const office = world.private('song').botTexts.filter((text) => text.includes('时限重算：2 件有变'));
    expect(office).toHaveLength(1);
    expect(world.private('lin').botTexts.filter((text) => text.includes('时限重算：'))).toHaveLength(0);
    await world.advanceTo('2027-01-12 10:00');
    expect(world.private('sun').botTexts.filter((text) => text.includes('时限有变'))).toHaveLength(1);
    expect(world.private('song').botTexts.filter((text) => text.includes('时限重算：'))).toHaveLength(1);
  });

  test('the same notice again has nothing new, and the health check is content until November', async () => {
    expect(await admin(`节假日 导入\n${NOTICE_2027}`)).toContain('2027年放假安排已有，与这份通知一致');
    expect(await admin('体检')).toContain('已有 2027 年及以前');
    const said = await admin('节假日');
    expect(said).toContain('节假日：已有 2027 年及以前');
    expect(said).toContain('自行导入的年份：2027');
  });

  test('own days go before the notice and are shown in groups', async () => {
    expect(await admin('节假日 2027-03-01至2027-03-03 休 三月三\n2027-03-06 班')).toContain(
      '3月1日（周一）至3月3日（周三）按非工作日计。\n3月6日（周六）按工作日计。',
    );
    const said = await admin('节假日');
    expect(said).toContain('3月1日（周一）至3月3日（周三） 休 三月三\n3月6日（周六） 班');
    await admin('节假日 2027-03-01至2027-03-03 删除\n2027-03-06 删除');
    expect(await admin('节假日')).toContain('没有自行设置的日子');
  });

  test('taken back, the deadlines are where they were', async () => {
    const said = await admin('节假日 删除 2027年');
    expect(said).toContain('已删除导入的2027年放假安排');
    expect(said).toContain('#1 2月12日（周五） → 2月10日（周三）');
    expect(card(1)).toContain('2月10日（周三）');
    expect(card(1)).not.toContain('由2月10日');
    expect(await admin('节假日 删除 2027年')).toContain('没有导入过');
    await world.advanceTo('2027-01-12 10:05');
  });

  test('without a title the year is asked for', async () => {
    const bare = NOTICE_2027.slice(NOTICE_2027.indexOf('一、'));
    expect(await admin(`节假日 导入\n${bare}`)).toContain('没有读到年份');
    expect(await admin(`节假日 导入 2027年\n${bare}`)).toContain('请确认：2027年放假安排');
    await world.private('lin').clicks('lin', world.private('lin').lastBot, '取消');
  });
});
