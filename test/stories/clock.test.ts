import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updatePersonByOpenId } from '../../src/db/person.ts';
import { at, openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

describe('quiet hours and private wishes', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-20 21:30' });
  });
  afterAll(() => world.close());

  test('logged late on Friday: the group has its card at once, private cards wait for Monday morning', async () => {
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 5个工作日');
    expect(card(1)).toContain('11月27日（周五）');
    await world.advanceTo('2026-11-22 12:00');
    expect(world.private('sun').messages).toEqual([]);
    await world.advanceTo('2026-11-23 08:50');
    expect(world.private('sun').messages.map(titleOf)).toEqual(['晨报']);
    expect(world.private('sun').lastText).toContain('待签收 1 件');
    const clicked = await world.private('sun').clicks('sun', world.private('sun').lastBot, '签收');
    expect(clicked.toast?.type).toBe('success');
    await group().says('sun', '撤销 #1');
  });

  test('what was settled before the morning is not sent any more', async () => {
    await world.advanceTo('2026-11-23 21:00');
    await group().says('wang', '报 门口积水 水利局 3个工作日');
    await group().says('wang', '作废 #2 已自行解决');
    await world.advanceTo('2026-11-24 08:50');
    expect(world.private('jiang').botTexts.filter((text) => text.includes('请签收'))).toEqual([]);
  });

  test('somebody who asked for silence hears nothing by itself until then, and then what is still true', async () => {
    await group().says('sun', '签收 #1');
    const sun = world.openId('sun');
    const until = at('2026-12-01 10:00');
    await world.deps.db.transaction((tx) => updatePersonByOpenId(tx, sun, { mutedUntil: until }));
    const before = world.private('sun').messages.length;
    await world.advanceTo('2026-12-01 09:55');
    expect(world.private('sun').messages.length).toBe(before);
    expect(card(1)).toContain('黄 逾期 2 个工作日');
    await world.advanceTo('2026-12-01 10:05');
    const since = world.private('sun').messages.slice(before);
    // The digest waited for the end of the silence, and says once what the days before kept back.
    expect(since.map(titleOf)).toEqual(['晨报']);
    expect(since.map(textOf).join('\n')).toContain('【新转黄】');
  });
});

describe('deadlines as people say them', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-12-28 10:00' });
  });
  afterAll(() => world.close());

  test.each([
    ['明天下午5点前', '12月29日（周二） 17:00'],
    ['周五下班前', '2027年1月1日'],
    ['月底前', '12月31日（周四）'],
    ['下月10号', '2027年1月10日'],
    ['元旦前', '12月31日（周四）'],
    ['三天后', '12月31日（周四）'],
    ['24小时内', '12月29日（周二） 10:00'],
    ['１２月３０日', '12月30日（周三）'],
    ['2个工作日', '12月30日（周三）'],
  ])('%s is read as %s', async (phrase, day) => {
    const before = group().messages.length;
    await group().says('wang', `报 门口积水 水利局 ${phrase}`);
    const made = group()
      .messages.slice(before)
      .find((one) => one.senderType === 'app' && titleOf(one).startsWith('#'));
    expect(made && textOf(made)).toContain(day);
  });

  test.each(['尽快', '2月30日', '昨天', '25号晚上28点'])(
    '%s is asked back or left to the default, never guessed',
    async (phrase) => {
      const said = await group().ask('wang', `报 路灯不亮 住建局 ${phrase}`);
      expect(said).toMatch(/登记问题|1月\d+日|默认/);
      expect(said).not.toMatch(/undefined|NaN/);
    },
  );
});
