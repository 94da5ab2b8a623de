import { afterAll, beforeAll, expect, test } from 'vitest';
import { updatePersonByOpenId } from '../../src/db/person.ts';
import { at, openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

/** No message by itself before then (静默). */
async function mute(key: string, until: string): Promise<void> {
  await world.deps.db.transaction((tx) =>
    updatePersonByOpenId(tx, world.openId(key), { mutedUntil: at(until) }),
  );
}

/** Everything this person has got in private since, as one text. */
function since(key: string, count: number): string {
  return world.private(key).botTexts.slice(count).join('\n');
}

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
  for (const what of [
    '仓库堆放不下',
    '便道没有硬化',
    '围挡破损漏风',
    '洗车台没有水',
    '噪声扰民严重',
    '雨棚漏水',
  ]) {
    await group().says('wang', `报 ${what} 生态环境局 4个工作日`);
  }
  for (let id = 1; id <= 6; id++) await group().says('sun', `签收 #${id}`);
});
afterAll(() => world.close());

test('blue that waited for the end of a silence: an extension approved in the evening, and nothing comes of it', async () => {
  await mute('sun', '2026-11-26 14:00');
  await world.advanceTo('2026-11-26 10:00');
  expect(card(1)).toContain('蓝');
  await group().says('sun', '延期 #1 到 12月18日 等设备');
  await group().says('song', '同意 #1');
  const before = world.private('sun').botTexts.length;
  await world.advanceTo('2026-11-26 15:00');
  const told = since('sun', before);
  expect(told).not.toContain('#1');
  for (const id of [2, 3, 4, 5, 6]) expect(told).toContain(`#${id} `);
});

test('yellow that waited: only what is still yellow is told', async () => {
  await mute('zheng', '2026-12-01 14:00');
  await world.advanceTo('2026-11-30 10:00');
  for (const id of [2, 3, 4, 5, 6]) expect(card(id)).toContain('黄');
  await group().says('song', '改时限 #2 12月18日');
  await group().says('sun', '挂账 #3 到 12月18日 等省厅批复');
  await group().says('song', '同意 #3');
  await group().says('sun', '办结 #4 已接通');
  await group().says('sun', '申诉 #5 暴雨停工不可抗力');
  await group().says('song', '同意 #5');
  const before = world.private('zheng').botTexts.length;
  await world.advanceTo('2026-12-01 15:00');
  const told = since('zheng', before);
  expect(told).toContain('#6');
  expect(told).toContain('黄灯');
  for (const id of [1, 2, 3, 4, 5]) expect(told, `#${id}`).not.toContain(`#${id}`);
});

test('force majeure exempts: the colour says so, and so does 怎么算的', async () => {
  expect(card(5)).toContain('正常 申诉免责');
  const why = await group().ask('wang', '怎么算的 #5');
  expect(why).toContain('申诉：暴雨停工不可抗力');
  expect(why).toMatch(/综合办认定免责，定新时限之前不再亮灯/);
  expect(await group().ask('wang', '历史 #5')).toMatch(/申诉成立，免责/);
});

test('a day off set after the deadline takes red back to yellow; red is crossed anew', async () => {
  await world.advanceTo('2026-12-03 10:00');
  expect(card(6)).toContain('红 逾期 4 个工作日');
  for (const day of ['2026-12-01', '2026-12-02']) {
    expect(await world.private('lin').ask('lin', `节假日 ${day} 休`)).toContain('非工作日');
  }
  await world.advanceTo('2026-12-03 10:02');
  expect(card(6)).toContain('黄 逾期 2 个工作日');
  await world.advanceTo('2026-12-07 10:00');
  // By now the card is too old to be changed; whoever asks gets a new one.
  await group().says('sun', '#6');
  expect(card(6)).toContain('红 逾期 4 个工作日');
  const reds = await world.deps.db.session((session) =>
    session.query(
      "select detail -> 'generation' as generation from history where issue_id = 6 and verb = 'rung' and detail ->> 'rung' = 'red' order by id",
    ),
  );
  expect(reds).toEqual([{ generation: 1 }, { generation: 2 }]);
});

test('two yellows in 30 days are red at once', async () => {
  await group().says('sun', '办结 #6 已修好');
  await group().says('song', '核验 #6 属实');
  await group().says('song', '重开 #6 又漏了');
  await group().says('sun', '签收 #6');
  await group().says('song', '改时限 #6 12月9日');
  expect(card(6)).toMatch(/蓝|正常/);
  await world.advanceTo('2026-12-09 18:00');
  expect(card(6)).toContain('红 再次逾期');
  expect(await group().ask('wang', '怎么算的 #6')).toContain('30 天内第二次黄灯，按红灯计');
});
