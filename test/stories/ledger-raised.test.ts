/** 导入 of a ledger that does not say when its problems were raised: they are nobody's news of this week. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Cell, HEAD, itemsOf, ledger, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());
const office = () => world.private('song');

async function imports(rows: Cell[][], head: readonly string[] = HEAD): Promise<string> {
  const shown = await sends(world, 'song', await ledger(rows, head));
  const card = office().lastBot;
  await office().clicks('song', card, '确认');
  expect(textNow(world, 'song', card.messageId)).toContain('导入完成');
  return shown;
}

const rowsOf = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, n) => [
    String(n + 1),
    '兴发',
    `第${n + 1}号地块${'甲乙丙丁戊己庚辛壬癸'[n % 10]}区管线迁改未完成`,
    '住建局',
    '2026-12-30',
    '',
    '',
  ]);

describe('problems nobody said when they were raised', () => {
  test('count since the beginning, in no week: 周报 tells of them apart, 统计 and 清单 leave them out', async () => {
    world = await openWorld({ at: '2026-11-30 09:00' });
    expect(await imports(rowsOf(12))).toContain('没写提出日期 12 件：只计入累计，不算今天、本周新增');
    await world.group('xf').says('wang', '报 厂外道路路灯未亮 住建局 2026年12月28日');

    const week = await office().ask('song', '周报');
    expect(week).toContain('登记问题 1 件');
    expect(week).toContain('另从台账导入原有问题 12 件（没填提出日期，不算本期登记）。');
    expect(week).toContain('累计登记 13 件');
    expect(week).toContain('本期清单：新增 1 件，推进落实 0 件');
    expect(await office().ask('song', '清单 本周登记')).toContain('1 件');
    expect(await office().ask('song', '统计 本周')).toMatch(/提出问题[^0-9]*1/);
    expect(await office().ask('song', '统计 累计')).toContain('累计提出 13 件');
    expect(await office().ask('song', '口径 提出问题')).toContain('没填提出日期的只计入累计');

    // What is done about them from now on is this week's.
    const [first, second] = await itemsOf(world);
    await office().says('song', `进展 #${first!.id} 已进场`);
    await office().says('song', `办结 #${second!.id} 已迁改`);
    await world.private('tang').says('tang', `核验 #${second!.id} 属实`);
    const later = await office().ask('song', '周报');
    expect(later).toContain('新增 1 件，推进落实 1 件，已办结销号 1 件');
    // Since when it ran nobody knows, so it is in no average.
    expect(await office().ask('song', '统计 本周')).not.toMatch(/平均用时[^%]{0,40}\d+(?:\.\d)? 个工作日/);
  });

  test('with its day a problem is of that day, and the file that comes back says it; without it says none', async () => {
    world = await openWorld({ at: '2026-11-30 09:00' });
    const head = [...HEAD.slice(0, 5), '提出时间', ...HEAD.slice(5)];
    const dated = rowsOf(3).map((row, n) => [
      ...row.slice(0, 5),
      ['2026-11-30', '2026-10-08', ''][n]!,
      ...row.slice(5),
    ]);
    expect(await imports(dated, head)).toContain('没写提出日期 1 件');
    const week = await office().ask('song', '周报');
    expect(week).toContain('登记问题 1 件');
    expect(week).toContain('另从台账导入原有问题 1 件');
    expect(week).toContain('推进落实 0 件');
    await office().says('song', '导出');
    const { files } = world.sim.snapshot() as { files: Record<string, { data: string }> };
    const key = (office().lastBot.content as { file_key: string }).file_key;
    const { readSpreadsheet } = await import('../../src/files/spreadsheet.ts');
    const read = await readSpreadsheet(Buffer.from(files[key]!.data, 'base64'));
    const rows = read.ok ? read.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text)) : [];
    const at = rows.findIndex((row) => row.includes('提出时间'));
    const column = rows[at]!.indexOf('提出时间');
    expect(rows.slice(at + 1).map((row) => row[column])).toEqual(['2026-11-30', '2026-10-08', '']);
  });
});
