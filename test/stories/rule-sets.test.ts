import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planProject } from '../support/planned.ts';
import { openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const office = () => world.group('office');
const group = () => world.group('xf');
const drafts = (place: Place) => place.messages.filter((one) => titleOf(one).includes('统计和红黑榜'));
const draft = () => textOf(drafts(office()).at(-1)!);
const admin = (words: string) => world.private('lin').ask('lin', words);
const cardsOf = (text: string) => text.split(/红黄牌通报[^\n]*\n/)[1]?.split(/\n(?:免责|统计)/)[0] ?? '';

describe('规则集', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 10:00' });
    for (let n = 1; n <= 3; n++) await group().says('wang', `报 堆场异味第${n}处 生态环境局 3个工作日`);
    await group().says('wang', '报 围挡被风吹倒 住建局 3个工作日');
    await group().says('zhao', '办结 #4 已加固');
    await group().says('wang', '报 排水不畅 水利局 3个工作日');
    await world.advanceTo('2026-11-25 10:00');
    await group().says('jiang', '申诉 #5 连日暴雨，属不可抗力');
    await office().says('song', '同意 #5');
    await group().says('sun', '办结 #1 已清运');
  });
  afterAll(() => world.close());

  test('is shown with its definition to office, leaders and administrators, and nobody else', async () => {
    for (const [key, place] of [
      ['song', world.private('song')],
      ['tang', world.private('tang')],
      ['lin', world.private('lin')],
      ['song', office()],
    ] as const) {
      const text = await place.ask(key, '规则集');
      expect(text).toContain('现用“本系统默认”');
      expect(text).toContain('达序时：按单位算');
      expect(text).toContain('欠 10 个百分点及以上亮黄牌，欠 30 个百分点及以上亮红牌');
    }
    expect(await world.private('wang').ask('wang', '规则集')).toContain('综合办、分管领导、管理员');
    expect(await group().ask('song', '规则集')).toContain('私聊');
  });

  test('only an administrator chooses, by a whole name, in either words', async () => {
    expect(await world.private('song').ask('song', '规则集 选用 达序时')).toContain('管理员');
    expect(await admin('规则集 选用 达')).toContain('没有名为“达”的规则集');
    expect(await admin('设置 规则集 随便')).toContain('本系统默认、达序时、欠进度');
    expect(await admin('规则集 达序时')).toContain('现用“本系统默认”');
    expect(await admin('设置 规则集 欠进度')).toContain('欠进度');
    expect(await admin('规则集 选用 达序时')).toContain('已选用规则集。达序时：');
    expect(await admin('规则集 选用 达序时')).toContain('没有改动');
    expect(await admin('设置')).toMatch(/规则集.*达序时/);
  });

  test('by 达序时 the draft gives cards to units by what they did of what was due, and prints who is excused why', async () => {
    await world.advanceTo('2026-11-30 15:10');
    const text = draft();
    expect(text).toContain('红黄牌通报（达序时） 1 家');
    expect(cardsOf(text)).toContain('生态环境局 红牌\n应办结 3 件，已报办结 1 件，达序时 33.3%');
    expect(cardsOf(text)).not.toContain('水利局');
    expect(cardsOf(text)).not.toContain('住建局');
    expect(text).toMatch(/免责、挂账未计入 1 件\n#5 申诉免责：连日暴雨，属不可抗力/);
    expect(text).toContain('提出 5（上月 0，增 5）');
    expect(text).toContain('红黄牌上月没有按同一规则集出过，不比');
    expect(text).toContain('红黄牌规则集：达序时：按单位算');
  });

  test('what was drafted keeps its rule set when it is published, whatever is chosen meanwhile', async () => {
    expect(await admin('规则集 选用 欠进度')).toContain('已出的不变');
    const card = drafts(office()).at(-1)!;
    await office().fills('song', card, '同意', { chatId: office().chatId });
    const text = textOf(
      office()
        .messages.filter((one) => /月红黑榜$/.test(titleOf(one)))
        .at(-1)!,
    );
    expect(text).toContain('红黄牌通报（达序时） 1 家');
    expect(text).toContain('红黄牌规则集：达序时');
    expect(text).toContain('#5 申诉免责：连日暴雨，属不可抗力');
    expect(text).not.toContain('欠进度');
  });

  test('by 欠进度 the next month gives cards to projects with an agreed plan, with their figures', async () => {
    // A month without anybody is not played.
    world.outageUntil('2026-12-30 10:00');
    await world.advanceTo('2026-12-30 10:01');
    await planProject(world.deps, '美利信', { lateFrom: 3 });
    await world.advanceTo('2026-12-31 15:10');
    const text = draft();
    expect(text).toContain('红黄牌通报（欠进度） 1 个');
    expect(cardsOf(text)).toMatch(
      /美利信压铸基地 红牌\n应完成环节 \d+\/21（[\d.]+%），已完成 1\/21（4\.8%），欠 [\d.]+ 个百分点/,
    );
    expect(text).toContain('提出 0（上月 5，减 5）');
  });
});
