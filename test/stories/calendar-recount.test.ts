import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { readHolidayNotice } from '../../src/domain/calendar/holiday-notice.ts';
import { PUBLISHED_ROWS } from '../../src/domain/calendar/published.ts';
import { recountDeadlines } from '../../src/engine/recount.ts';
import { runTick } from '../../src/engine/tick.ts';
import { NOTICE_2027 } from '../support/notice-2027.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));
const admin = (text: string) => world.private('lin').ask('lin', text);
const reports = (key: string) =>
  world.private(key).botTexts.filter((text) => /^(时限重算：|您办理的|时限已核对)/.test(text));

/** How often each issue's deadline was counted anew, by number of times. */
async function recounts(): Promise<Record<string, number>> {
  const rows = await world.deps.db.session((session) =>
    session.query(`select n, count(*)::int as issues from
      (select count(*)::int as n from history where verb = 'recompute' group by issue_id) counted group by n`),
  );
  return Object.fromEntries(rows.map((row) => [String(row.n), Number(row.issues)]));
}

describe('a new version of the program brings the year', () => {
  let newer: Deps;
  const tick = async (deps: Deps) => {
    world.pass(60_000);
    await runTick(deps, world.now);
    await world.settle(deps);
  };

  beforeAll(async () => {
    world = await openWorld({ at: '2026-12-30 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 27个工作日');
    await group().says('wang', '报 门口积水 水利局 2027年2月9日');
    await world.private('sun').says('sun', '签收 #1');
    await tick(world.deps);
    const read = readHolidayNotice(NOTICE_2027);
    if (!read.ok) throw new Error('the notice is not read');
    newer = world.joinProcess([...PUBLISHED_ROWS, ...read.notice.rows]).deps;
  });
  afterAll(() => world.close());

  test('the first tick under its data moves what is counted, and tells it once', async () => {
    expect(card(1)).toContain('2月10日（周三）');
    await tick(newer);
    expect(card(1)).toContain('2月12日（周五）');
    expect(card(2)).toContain('2月9日（周二）');
    expect(reports('sun')).toHaveLength(1);
    expect(reports('song')[0]).toContain('时限重算：1 件有变\n程序自带的放假安排已更新');
    // Administrators see numbers and days, not what the problem is.
    expect(reports('lin')[0]).toContain('#1 2027年2月10日（周三） → 2027年2月12日（周五）');
    expect(reports('lin')[0]).not.toContain('磷石膏');
  });

  test('the old version that still runs beside it does not count back', async () => {
    for (let i = 0; i < 3; i++) {
      await tick(world.deps);
      await tick(newer);
    }
    expect(await recounts()).toEqual({ 1: 1 });
    expect(reports('song')).toHaveLength(1);
  });

  test('what the old version logs meanwhile is put right within the hour', async () => {
    await group().says('wang', '报 夜间施工扰民 生态环境局 27个工作日');
    expect(card(3)).toContain('2月10日（周三）');
    world.pass(61 * 60_000);
    await tick(newer);
    expect(card(3)).toContain('2月12日（周五）');
    expect(await recounts()).toEqual({ 1: 2 });
  });

  test('taken back for good, the old version counts by what it knows, a day later, and says so', async () => {
    world.pass(26 * 3_600_000);
    await tick(world.deps);
    expect(card(1)).toContain('2月10日（周三）');
    expect(card(3)).toContain('2月10日（周三）');
    expect(await recounts()).toEqual({ 2: 2 });
    await tick(world.deps);
    await tick(world.deps);
    expect(await recounts()).toEqual({ 2: 2 });
    expect(reports('song')).toHaveLength(3);
  });
});

describe('more problems than can be counted while somebody waits', () => {
  const MANY = 260;
  let other: Deps;
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 5个工作日');
    await world.private('sun').says('sun', '签收 #1');
    await world.deps.db.session(async (session) => {
      const columns = await session.query(
        `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
         where table_name = 'issue' and column_name not in ('id', 'source_message_id')`,
      );
      const names = String(columns[0]?.names);
      await session.query(
        `insert into issue (${names}) select ${names} from issue, generate_series(1, ${MANY - 1}) where id = 1`,
      );
    });
    await world.advanceTo('2026-11-23 10:05');
    other = world.joinProcess().deps;
  });
  afterAll(() => world.close());

  test('the answer says that they are being counted; nothing is moved in its transaction', async () => {
    const said = await admin('节假日 2026-11-25 休');
    expect(said).toContain('正在重算全部时限，完成后另发清单');
    expect(await recounts()).toEqual({});
  });

  test('a process that dies on the way is followed by another from its mark, and no deadline moves twice', async () => {
    const limits = { page: 25, most: 100 };
    expect(await recountDeadlines(world.deps, world.now, limits)).toBe(100);
    expect(await recounts()).toEqual({ 1: 100 });
    const left = await recountDeadlines(other, world.now + 1);
    expect(left).toBe(MANY - 100);
    expect(await recounts()).toEqual({ 1: MANY });
    await world.settle();
  });

  test('one report each to the office and to whoever asked, one list to the person responsible', async () => {
    await world.advanceTo('2026-11-23 10:10');
    expect(card(1)).toContain('12月1日（周二）');
    for (const key of ['song', 'lin']) {
      expect(reports(key)).toHaveLength(1);
      expect(reports(key)[0]).toContain(`时限重算：${MANY} 件有变`);
      expect(reports(key)[0]!.match(/11月30日（周一） → 12月1日（周二）/g)).toHaveLength(20);
      expect(reports(key)[0]).toContain(`另有 ${MANY - 20} 件，见各自的历史`);
    }
    expect(reports('sun')).toHaveLength(1);
    expect(reports('sun')[0]).toContain(`您办理的 ${MANY} 件时限有变`);
  });

  test('two processes that count at once move each deadline once', async () => {
    await admin('节假日 2026-11-25 删除');
    await Promise.all([
      recountDeadlines(world.deps, world.now),
      recountDeadlines(other, world.now),
      recountDeadlines(other, world.now),
    ]);
    expect(await recounts()).toEqual({ 2: MANY });
    await world.advanceTo('2026-11-23 10:20');
    expect(card(1)).toContain('11月30日（周一）');
    expect(reports('song')).toHaveLength(2);
    expect(reports('sun')).toHaveLength(2);
  });

  test('a change with no effect on any deadline is answered to whoever asked, and to nobody else', async () => {
    const before = reports('song').length;
    await admin('节假日 2028-03-01 休');
    await world.advanceTo('2026-11-23 10:30');
    expect(reports('lin').at(-1)).toContain('在办问题的时限都不变');
    expect(reports('song')).toHaveLength(before);
    expect(await recounts()).toEqual({ 2: MANY });
  });
});

describe('a deadline that would be over already', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-20 10:00' });
    await admin('节假日 2026-11-23至2026-11-25 休');
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await world.private('sun').says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('is due on the next working day, and the card says what the count gives', async () => {
    expect(card(1)).toContain('11月30日（周一）');
    await world.advanceTo('2026-11-26 10:00');
    const said = await admin('节假日 2026-11-23至2026-11-25 删除');
    expect(said).toContain(
      '#1 11月30日（周一） → 11月27日（周五）（应为11月25日（周三），为免突然逾期顺到此日）',
    );
    await world.advanceTo('2026-11-26 10:05');
    expect(card(1)).toContain('完成时限  11月27日（周五）');
    expect(card(1)).toContain('应为11月25日（周三），为免突然逾期顺到此日');
    expect(card(1)).not.toMatch(/逾期 \d/);
    expect(await group().ask('wang', '怎么算的 #1')).toContain('应为11月25日（周三），为免突然逾期顺到此日');
    await world.advanceTo('2026-11-27 17:00');
    expect(card(1)).not.toMatch(/逾期 \d/);
    await world.advanceTo('2026-11-30 09:00');
    expect(card(1)).toContain('逾期 1 个工作日');
  });
});
