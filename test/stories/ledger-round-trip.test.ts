/** Each of the twelve layouts: imported, worked with, exported in its own layout, and imported again: nothing changes. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { readSpreadsheet } from '../../src/files/spreadsheet.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { xlsx } from '../ledgers/build.ts';
import { LAYOUTS } from '../ledgers/layouts.ts';
import { itemsOf, messageNow, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

const office = () => world.private('song');

/** Makes the projects nobody knows, and leaves units and people nobody knows to the note. */
async function answersNames(card: SimMessage): Promise<void> {
  for (let round = 0; /名称没对上/.test(textNow(world, 'song', card.messageId)); round++) {
    if (round > 8) throw new Error('names without end');
    await office().clicks('song', messageNow(world, 'song', card.messageId), '对名称');
    for (;;) {
      const form = messageNow(world, 'song', card.messageId);
      const picks = pickersOf(form);
      if (picks.length === 0) break;
      const values = picks.map((options, at) => [`pick_${at}`, options.includes('new') ? 'new' : 'none']);
      await office().clicks('song', form, '确认', Object.fromEntries(values));
    }
    const after = messageNow(world, 'song', card.messageId);
    if (!/请核对/.test(textNow(world, 'song', after.messageId))) return;
  }
}

function pickersOf({ content }: SimMessage): string[][] {
  const found: string[][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      const { tag, options } = node as { tag?: string; options?: { value: string }[] };
      if (tag === 'select_static' && options) found.push(options.map(({ value }) => value));
      else for (const value of Object.values(node)) walk(value);
    }
  };
  walk(content);
  return found;
}

async function exports(words: string): Promise<Uint8Array> {
  await office().says('song', words);
  const message = office().lastBot;
  const { files } = world.sim.snapshot() as { files: Record<string, { data: string }> };
  const file = files[(message.content as { file_key: string }).file_key];
  if (!file) throw new Error('no file came');
  return Buffer.from(file.data, 'base64');
}

/** Words of the rows above the data, and of all rows. */
async function wordsOf(bytes: Uint8Array): Promise<{ above: string[]; all: string[] }> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(read.problem);
  const table = readLedger(read.sheets, { today: '2026-11-30', timeZone: 'UTC', fileName: '' }).tables.at(-1);
  const all = read.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text));
  return { above: table!.headerRows.flatMap((no) => all[no - 1] ?? []), all: all.flat() };
}

/** What of an item a ledger could change. */
const factsOf = ({
  id,
  projectId,
  title,
  text,
  status,
  unitId,
  coUnits,
  deadline,
  closedAt,
  loggedAt,
}: Issue) => ({
  id,
  projectId,
  title,
  text,
  status,
  unitId,
  coUnits,
  deadline,
  closedAt,
  loggedAt,
});

describe('import → work → export → import changes nothing', () => {
  test.each(LAYOUTS)('$name', async ({ sheets, rows }) => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await xlsx(sheets));
    const card = office().lastBot;
    await answersNames(card);
    await office().clicks('song', messageNow(world, 'song', card.messageId), '确认');
    await world.advanceTo('2026-11-30 09:10');
    const items = await itemsOf(world);
    // Of two sheets that say the same each item is one.
    const said = (rows.problems ?? 0) + (rows.tasks ?? 0);
    expect([said, said / 2]).toContain(items.length);

    const open = items.filter(({ status }) => status !== 'closed');
    const second = open.find(({ status, unitId }) => status !== 'unrouted' && unitId !== null);
    const first = open.find((one) => one !== second);
    // What somebody says of its progress strikes nothing off, here or when it comes back.
    if (first) await office().says('song', `进展 #${first.id} 11月25日已完成`);
    if (second) {
      await office().says('song', `办结 #${second.id} 已经整改到位`);
      await world.private('tang').says('tang', `核验 #${second.id} 属实`);
    }
    await world.group('xf').says('wang', '报 厂外道路路灯未亮 住建局 2026年12月28日');
    const worked = await itemsOf(world);
    expect(worked.map(({ status }) => status === 'closed').filter(Boolean)).toHaveLength(
      items.filter(({ status }) => status === 'closed').length + (second ? 1 : 0),
    );

    const layout = sheets.at(-1)!;
    for (const [when, words] of [
      ['09:20', '导出 全部状态'],
      ['09:40', '导出 全部状态 为 标准'],
    ] as const) {
      await world.advanceTo(`2026-11-30 ${when}`);
      const file = await exports(words);
      const { above, all } = await wordsOf(file);
      expect(all).toContain('厂外道路路灯未亮');
      const asImported = await wordsOf(await xlsx([layout]));
      if (!words.includes('标准') && items.length > 0)
        expect(above).toEqual(expect.arrayContaining(asImported.above));
      const shown = await sends(world, 'song', file, '再来.xlsx');
      expect(shown).toContain('新增 0 行，更新 0 行，相同 ');
      expect(shown).not.toMatch(/系统更新不改|不能写 \d/);
      const same = [...shown.matchAll(/^(?:问题|任务)：相同 (\d+)$/gm)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      );
      expect(same).toBe(worked.length);
    }
    expect((await itemsOf(world)).map(factsOf)).toEqual(worked.map(factsOf));
  });
});
