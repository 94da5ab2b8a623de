import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

/** Local 'MM-DD HH:mm' of what the bot has written to somebody, with its title. */
function sent(key: string, what: RegExp): string[] {
  return world
    .private(key)
    .messages.filter((one) => one.senderType === 'app' && what.test(textOf(one)))
    .map((one) => localOf(one.createdAt));
}

function localOf(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
}

const days = (times: readonly string[]) => [...new Set(times.map((time) => time.slice(0, 5)))];

describe('国庆 2026: off from 1 to 7 October, worked on Sunday 20 September and Saturday 10 October', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-09-18 10:00' });
  });
  afterAll(() => world.close());

  test('working days are counted with the make-up days and without 中秋 and 国庆', async () => {
    // 20 (Sunday), 21–24, 28–30 September, 8, 9 and 10 (Saturday) October.
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 10个工作日');
    await group().says('wang', '报 门口积水 生态环境局 11个工作日');
    await group().says('wang', '报 夜间施工扰民 生态环境局 8个工作日');
    expect(card(1)).toContain('10月9日（周五）');
    expect(card(2)).toContain('10月10日（周六）');
    expect(card(3)).toContain('9月30日（周三）');
    const explained = await group().ask('wang', '怎么算的 #2');
    expect(explained).toContain(
      '调休上班，计入：9月20日（周日）（国庆节调休）、10月10日（周六）（国庆节调休）',
    );
    expect(explained).toContain('10月1日至10月7日（国庆节，7天）');
    for (const id of [1, 2, 3]) await world.private('sun').says('sun', `签收 #${id}`);
  });

  test('named days in the holiday are accepted and said to be days off', async () => {
    const said = await group().ask('wang', '报 食堂油烟扰民 生态环境局 10月5日');
    expect(said).toContain('10月5日（周一）是国庆节，不是工作日（前一工作日为9月30日（周三））');
    await group().says('wang', '作废 #4 试一下');
    expect(await group().ask('wang', '报 路灯不亮 住建局 国庆前')).toContain('9月30日（周三）');
    await group().says('wang', '作废 #5 试一下');
  });

  test('blue comes on the second working day before, yellow when it is over, red on the fourth after', async () => {
    await world.advanceTo('2026-10-14 12:00');
    // #3 is due on Wednesday 30 September: blue on Monday 28, yellow that evening, red past the holiday: 8, 9 and
    // Saturday 10 are three working days, Monday 12 is the fourth. Over is after the last minute: the tick of 17:31.
    const history = await group().ask('wang', '历史 #3');
    expect(history.match(/.* [蓝黄红]灯提醒/g)).toEqual([
      '10-12 08:31 红灯提醒',
      '09-30 17:31 黄灯提醒',
      '09-28 08:31 蓝灯提醒',
    ]);
  });

  test('nothing comes by itself from 1 to 7 October or on Sunday 11; Saturday 10 has its digest', () => {
    const all = [...sent('sun', /晨报/), ...sent('song', /./), ...sent('tang', /./), ...sent('wang', /晨报/)];
    const off = ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-11', '09-25', '09-27'];
    expect(days(all).filter((day) => off.includes(day))).toEqual([]);
    const mornings = days(
      group()
        .messages.filter((one) => one.senderType === 'app' && titleOf(one).includes('晨报'))
        .map((one) => localOf(one.createdAt)),
    );
    expect(mornings).toContain('10-10');
    expect(mornings.filter((day) => off.includes(day))).toEqual([]);
    expect(days(sent('sun', /晨报/))).toContain('10-10');
  });
});

describe('a problem logged on a holiday', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-10-03 15:00' });
  });
  afterAll(() => world.close());

  test('stands in the group at once, is counted from the first working day and told on it', async () => {
    await group().says('wang', '报 围墙倒塌 生态环境局 1个工作日');
    expect(card(1)).toContain('10月8日（周四）');
    await world.advanceTo('2026-10-07 23:00');
    expect(world.private('sun').botTexts).toEqual([]);
    await world.advanceTo('2026-10-08 08:45');
    expect(days(sent('sun', /#1 围墙倒塌/))).toEqual(['10-08']);
    await world.private('sun').says('sun', '签收 #1');
    await world.advanceTo('2026-10-08 18:00');
    expect(card(1)).toContain('黄 今天逾期');
  });
});

describe('春节 2026: off from 15 to 23 February, worked on Saturdays 14 and 28', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-02-10 10:00' });
  });
  afterAll(() => world.close());
  const red = () => sent('tang', /^#1 .*[\s\S]*红灯/);

  test('five working days pass over the holiday and take the Saturday with them', async () => {
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group().says('wang', '报 管网图纸缺失 生态环境局 5个工作日');
    await group().says('wang', '报 验收资料不齐 生态环境局 春节前');
    expect(card(1)).toContain('2月11日（周三）');
    expect(card(2)).toContain('2月24日（周二）');
    expect(card(3)).toContain('2月14日（周六）');
    for (const id of [1, 2, 3]) await world.private('sun').says('sun', `签收 #${id}`);
  });

  test('an acknowledged yellow lapses after two working days: Saturday 14 and Tuesday 24', async () => {
    await world.advanceTo('2026-02-13 18:00');
    expect(card(1)).toContain('黄 逾期 2 个工作日');
    await world.private('sun').says('sun', '收到 #1');
    await world.advanceTo('2026-02-14 09:00');
    expect(days(sent('sun', /晨报/))).toContain('02-14');
    // Red since the 24th: 12, 13, 14 and 24 are the four working days after the deadline. Acknowledged on the evening
    // of the 13th it is heard when 14 and 24 are over.
    await world.advanceTo('2026-02-24 17:00');
    expect(await group().ask('wang', '查 #1')).toContain('红 逾期 4 个工作日');
    expect(red()).toEqual([]);
    await world.advanceTo('2026-02-25 12:00');
    expect(days(red())).toEqual(['02-24']);
    expect(days([...sent('sun', /./), ...sent('song', /./), ...sent('wang', /晨报/)])).not.toContain('02-16');
  });

  test('a pause until a day in the holiday ends on the first working morning, and counts what stood still', async () => {
    // Paused on the 12th; 13, 14 and 24 stood still.
    world = await replay();
    expect(card(1)).toContain('已挂账');
    await world.advanceTo('2026-02-23 23:00');
    expect(card(1)).toContain('已挂账');
    await world.advanceTo('2026-02-24 09:05');
    // Its card is past the platform's 14 days: whoever asks gets a new one, the clock posts none.
    const asked = await group().ask('wang', '查 #1');
    expect(asked).toContain('办理中');
    expect(asked).toContain('2月27日（周五）');
    await world.advanceTo('2026-02-28 09:00');
    expect(card(1)).toContain('逾期 1 个工作日');
    await world.advanceTo('2026-03-01 20:00');
    expect(card(1)).toContain('逾期 1 个工作日');
  });

  /** The first world is closed: its story is told. */
  async function replay(): Promise<World> {
    await world.close();
    const next = await openWorld({ at: '2026-02-10 10:00' });
    const place = next.group('xf');
    await place.says('wang', '报 管网图纸缺失 生态环境局 5个工作日');
    await next.private('sun').says('sun', '签收 #1');
    await next.advanceTo('2026-02-12 10:00');
    await next.private('sun').says('sun', '挂账 #1 到 2月20日 等省厅批复 @宋丽');
    await next.private('song').says('song', '同意 #1');
    await next.settle();
    return next;
  }
});
