/** 导入: a ledger sent as a file, looked at, confirmed, written in pages. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/domain/directory.ts';
import { loadItemsOf } from '../../src/db/ledger.ts';
import { writeSpreadsheet } from '../../src/files/spreadsheet.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
void createDirectory;

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
  await world.advanceTo('2026-11-30 09:01');
});
afterEach(() => world.close());

const office = () => world.private('song');
type Cell = string | number | null;

const HEAD = ['序号', '项目名称', '存在问题', '责任单位', '完成时限', '进展情况', '是否销号'];

function ledger(rows: readonly (readonly Cell[])[], head: readonly string[] = HEAD): Promise<Uint8Array> {
  return writeSpreadsheet([
    { name: '台账', columns: head.map((title) => ({ title, width: 12 })), rows },
  ]);
}

/** Sends a file, and in reply to it the word; returns what the bot says. */
async function sends(key: string, bytes: Uint8Array, name = '台账.xlsx', words = '导入'): Promise<string> {
  const place = world.private(key);
  const file = await world.sim.upload(world.openId(key), place.chatId, { name, mime: XLSX, bytes });
  await world.settle();
  return place.ask(key, words, { replyTo: file.messageId });
}

const now = (key: string, id: string) =>
  textOf(world.private(key).messages.find(({ messageId }) => messageId === id)!);

async function items(...keys: string[]) {
  void keys;
  return world.deps.db.read(async (tx) => {
    const { projects } = (await world.deps.directory.get(tx)).data;
    return loadItemsOf(
      tx,
      projects.map(({ id }) => id),
    );
  });
}

const ROWS: Cell[][] = [
  ['1', '兴发磷石膏综合利用项目', '磷石膏堆场道路未硬化', '住建局', '2026-12-20', '正在招标', '否'],
  ['2', '兴发', '施工用电未接入', '供电公司', '2026-10-20', '', '否'],
  ['3', '美利信', '安全生产宣传', '应急局', '长期坚持', '', '否'],
  ['4', '美利信', '用地红线未划定', '自规局', '2026-09-30', '已划定', '是'],
  ['5', '美利信', '排水口选址', '水务局', '', '', ''],
];

describe('导入', () => {
  test('a ledger is shown first, written on 确认, and sent again changes nothing', async () => {
    const shown = await sends('song', await ledger(ROWS));
    expect(shown).toContain('新增 5 行');
    expect(shown).toContain('已过期 1 件：按历史记下，先不提醒');
    expect(shown).toContain('长期 1 件');
    expect(shown).toContain('没写时限 1 件：按默认 5 个工作日');
    expect(await items()).toEqual([]);
    const card = office().lastBot;
    const groups = world.group('xf').messages.length;
    await office().clicks('song', card, '确认');
    expect(now('song', card.messageId)).toContain('写入 5 行，更新 0 行，相同 0 行');
    const all = await items();
    expect(all.map(({ title, status }) => [title, status])).toEqual([
      ['磷石膏堆场道路未硬化', 'working'],
      ['施工用电未接入', 'unsigned'],
      ['安全生产宣传', 'unsigned'],
      ['用地红线未划定', 'closed'],
      ['排水口选址', 'unsigned'],
    ]);
    expect(world.group('xf').messages.length).toBe(groups);
    expect(await sends('song', await ledger(ROWS))).toContain('新增 0 行，更新 0 行，相同 5 行');
    expect(titleOf(office().lastBot)).toContain('请核对');
  });
});
