/** 导入 of a ledger that was imported before: what changed there, what changed here, what both changed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { latestImport } from '../../src/db/ledger.ts';
import { loadActor } from '../../src/db/person.ts';
import { isAsleep } from '../../src/domain/issue.ts';
import { isLongTerm } from '../../src/domain/long-term.ts';
import { contextOf } from '../../src/features/ledger-import/job-write.ts';
import type { Waking } from '../../src/features/ledger-import/pages.ts';
import { wakeRows } from '../../src/features/ledger-import/revoke.ts';
import { type Cell, itemsOf, ledger, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
});
afterEach(() => world.close());

const office = () => world.private('song');
const row = (
  facts: Partial<Record<'no' | 'what' | 'unit' | 'due' | 'progress' | 'closed', string>> = {},
): Cell[] => [
  facts.no ?? '1',
  '兴发',
  facts.what ?? '磷石膏堆场道路未硬化',
  facts.unit ?? '住建局',
  facts.due ?? '2026-12-20',
  facts.progress ?? '正在招标',
  facts.closed ?? '否',
];

/** Sends it and confirms; returns what the preview and the report said. */
async function imports(...rows: Cell[][]): Promise<{ shown: string; report: string }> {
  const shown = await sends(world, 'song', await ledger(rows));
  const card = office().lastBot;
  if (!/新增 0 行，更新 0 行/.test(shown)) await office().clicks('song', card, '确认');
  return { shown, report: textNow(world, 'song', card.messageId) };
}

const only = async () => {
  const all = await itemsOf(world);
  expect(all).toHaveLength(1);
  return all[0]!;
};

describe('导入 of a ledger imported before', () => {
  test('what only the file changed is written: unit, deadline, progress', async () => {
    await imports(row());
    const { shown } = await imports(row({ unit: '交通局', due: '2026-12-25', progress: '已开标' }));
    expect(shown).toContain('新增 0 行，更新 1 行');
    const item = await only();
    expect(item.deadline.day).toBe('2026-12-25');
    expect(item.originalDeadline?.day).toBe('2026-12-20');
    expect(await office().ask('song', `历史 #${item.id}`)).toContain('已开标');
    expect((await imports(row({ unit: '交通局', due: '2026-12-25', progress: '已开标' }))).shown).toContain(
      '相同 1 行',
    );
  });

  test('what only we changed stays in silence', async () => {
    await imports(row());
    const { id } = await only();
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    const { shown } = await imports(row());
    expect(shown).toContain('新增 0 行，更新 0 行，相同 1 行');
  });

  test('a deadline the file left blank, or nobody could read, is taken when the file says it; one decided here stays', async () => {
    await imports(
      row({ due: '' }),
      row({ no: '2', what: '用电未接入', due: '随便写' }),
      row({ no: '3', what: '围墙未建', due: '' }),
    );
    const [first, , fence] = await itemsOf(world);
    // The day an export shows for it is no news.
    expect(await sends(world, 'song', await ledger([row({ due: first!.deadline.day })]))).toContain(
      '相同 1 行',
    );
    await office().says('song', `改时限 #${fence!.id} 12月30日`);
    const { shown } = await imports(
      row({ due: '2026-12-25' }),
      row({ no: '2', what: '用电未接入', due: '2026-12-26' }),
      row({ no: '3', what: '围墙未建', due: '2026-12-27' }),
    );
    expect(shown).toContain('新增 0 行，更新 2 行，相同 0 行，系统更新不改 1 行');
    expect(shown).toContain(`#${fence!.id} 时限在系统里改过，不改`);
    expect((await itemsOf(world)).map(({ deadline }) => deadline.day)).toEqual([
      '2026-12-25',
      '2026-12-26',
      '2026-12-30',
    ]);
  });

  test('an item that was given another project here, or its first, is that item still', async () => {
    const head = ['序号', '存在问题', '责任单位', '完成时限', '进展情况', '是否销号'];
    const loose = () => ledger([['1', '围墙未建', '住建局', '2026-12-20', '', '否']], head);
    await imports(row());
    await sends(world, 'song', await loose());
    await office().clicks('song', office().lastBot, '确认');
    const [named, unnamed] = await itemsOf(world);
    await office().says('song', `改项目 #${named!.id} 楚能`);
    await office().says('song', `改项目 #${unnamed!.id} 楚能`);
    expect(await sends(world, 'song', await loose())).toContain('新增 0 行，更新 0 行，相同 1 行');
    expect((await imports(row())).shown).toContain('新增 0 行，更新 0 行，相同 1 行');
    // What the file says anew is written to it where it stands now.
    expect((await imports(row({ progress: '已开标' }))).report).toContain('写入 0 行，更新 1 行');
    const all = await itemsOf(world);
    expect(all.map(({ id }) => id)).toEqual([named!.id, unnamed!.id]);
    expect(new Set(all.map(({ projectId }) => projectId)).size).toBe(1);
    expect(all[0]!.projectId).not.toBe(named!.projectId);
    // Another matter of the project it was taken from is another item.
    expect((await imports(row({ no: '2', what: '用电未接入' }))).report).toContain('写入 1 行，更新 0 行');
  });

  test('a secretary of the project an item was moved out of does not write it any more, and is told whose it is', async () => {
    const place = world.private('wang');
    await sends(world, 'wang', await ledger([row()]));
    await place.clicks('wang', place.lastBot, '确认');
    const item = await only();
    await office().says('song', `改项目 #${item.id} 楚能`);
    const shown = await sends(world, 'wang', await ledger([row({ due: '2026-12-25' })]));
    expect(shown).toContain('新增 0 行，更新 0 行，相同 0 行，不能写 1 行');
    expect(shown).toContain('“楚能锂电池二期”不是您的项目');
    expect((await only()).deadline.day).toBe('2026-12-20');
  });

  test('what stays ours of a row that is written stands in the report as it did in the preview', async () => {
    await imports(row());
    const { id } = await only();
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    const { shown, report } = await imports(row({ due: '2026-12-25', progress: '已开标' }));
    expect(shown).toContain('更新的行里有 1 行部分不改');
    expect(report).toContain('写入的行里有 1 行部分没写');
    expect(report).toContain(`#${id} 系统里的进展更新：“路基已完成”，不改`);
  });

  test('what was struck off before, without its day, is in no figure of times', async () => {
    await imports(row({ closed: '是' }));
    const figures = await office().ask('song', '统计 今年');
    expect(figures).toContain('平均用时');
    expect(figures).not.toMatch(/平均用时[^%]{0,40}\d+(?:\.\d)? 个工作日/);
    expect(figures).not.toMatch(/当日转办率[^—]{0,20}\d+%/);
  });

  test('what was logged and settled here is not taken back by an old table, and both are shown', async () => {
    await world.group('xf').says('wang', '报 磷石膏堆场道路未硬化 住建局 12月25日');
    const { shown } = await imports(row({ unit: '交通局', due: '2026-11-20', progress: '正在招标' }));
    expect(shown).toContain('单位');
    const item = await only();
    expect(item.deadline.day).toBe('2026-12-25');
    expect(item.imported?.sleeping).toBeUndefined();
    expect(item.status).toBe('unsigned');
  });

  test('what both changed is named beside what only the file changed', async () => {
    await imports(row());
    const { id } = await only();
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    const { shown } = await imports(row({ due: '2026-12-28', progress: '已开标' }));
    expect(shown).toContain('更新 1 行');
    expect(shown).toContain(`#${id} 系统里的进展更新：“路基已完成”，不改`);
    expect((await only()).deadline.day).toBe('2026-12-28');
  });

  test('progress that both have new is ours, and shown', async () => {
    await imports(row());
    const { id } = await only();
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    const { shown } = await imports(row({ progress: '已开标' }));
    expect(shown).toContain('系统更新不改 1 行');
    expect(shown).toContain(`#${id} 系统里的进展更新：“路基已完成”，不改`);
  });

  test('struck off in the file alone it is reported done, for somebody else to verify', async () => {
    await imports(row());
    await imports(row({ closed: '是', progress: '已完工' }));
    const item = await only();
    expect(item.status).toBe('verifying');
    expect(item.result).toContain('已完工');
  });

  test('a text with another mark at its end is the same problem; another of the project is a new one', async () => {
    await imports(row());
    expect((await imports(row({ what: '磷石膏堆场道路未硬化。' }))).shown).toContain('相同 1 行');
    expect((await imports(row({ no: '2', what: '磷石膏堆场围墙倒塌待修复' }))).shown).toContain('新增 1 行');
  });

  test('the same number with other words is asked about, not written over and not written beside', async () => {
    await imports(row());
    const { shown } = await imports(row({ what: '磷石膏堆场道路1.5公里未硬化' }));
    expect(shown).toContain('新增 0 行，更新 0 行');
    expect(shown).toContain('事项写法不同，不改');
    expect((await only()).title).toBe('磷石膏堆场道路未硬化');
  });

  test('a row that stands twice in one file is written once, and the second is named', async () => {
    const { shown } = await imports(row(), row({ no: '2' }));
    expect(shown).toContain('新增 1 行');
    expect(shown).toContain('和 台账!C2 是同一件，只记一次');
    await only();
  });

  test('a row changed between preview and 确认 is not overwritten', async () => {
    await imports(row());
    const { id } = await only();
    await sends(world, 'song', await ledger([row({ progress: '已开标' })]));
    const card = office().lastBot;
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    await office().clicks('song', card, '确认');
    expect(textNow(world, 'song', card.messageId)).toContain('系统更新不改 1 行');
    expect(await office().ask('song', `历史 #${id}`)).not.toContain('已开标');
  });
});

describe('导入 of what is over or has no end', () => {
  test('deadlines that are over ring nobody until somebody says so', async () => {
    const { shown } = await imports(row({ due: '2026-09-30' }));
    expect(shown).toContain('已过期 1 件：按历史记下，先不提醒');
    expect(isAsleep(await only())).toBe(true);
    const before = world.private('zhao').messages.length;
    await world.advanceTo('2026-12-02 10:00');
    expect(
      world
        .private('zhao')
        .messages.slice(before)
        .map((one) => JSON.stringify(one.content))
        .join(),
    ).not.toContain('磷石膏堆场道路未硬化');
    expect(await office().ask('song', '导入 提醒')).toContain('导入时已过期的 1 件，开始照常提醒');
    expect(isAsleep(await only())).toBe(false);
    await world.advanceTo('2026-12-03 10:00');
    const told = world
      .private('zhao')
      .messages.map((one) => JSON.stringify(one.content))
      .join();
    expect(told).toContain('磷石膏堆场道路未硬化');
  });

  test('woken with the whole import they are taken back like others; one somebody went on with stays', async () => {
    const names = ['道路未硬化', '围墙倒塌', '用电未接入'];
    await imports(...names.map((what, n) => row({ no: `${n + 1}`, what, due: '2026-09-30' })));
    await office().ask('song', '导入 提醒');
    const [first, ...others] = await itemsOf(world);
    await world.private('zhao').says('zhao', `进展 #${first?.id} 正在招标`);
    await office().ask('song', '导入 撤回');
    await world.advanceTo('2026-11-30 09:01');
    expect((await itemsOf(world)).map(({ id }) => id)).toEqual([first?.id]);
    expect(office().botTexts.join()).toContain(`作废或恢复 ${others.length} 行，留着 1 行`);
  });

  test('what the importer has no right to any more is passed by, told, and not taken back either', async () => {
    const of = (no: string, project: string, what: string) =>
      row({ no, what, due: '2026-09-30' }).map((cell) => (cell === '兴发' ? project : cell));
    const secretary = world.private('wang');
    await sends(
      world,
      'wang',
      await ledger([of('1', '兴发', '道路未硬化'), of('2', '美利信', '用电未接入')]),
    );
    await secretary.clicks('wang', secretary.lastBot, '确认');
    expect(await itemsOf(world)).toHaveLength(2);
    await world.private('lin').says('lin', '项目 兴发 秘书 @刘敏');
    // Pages of one: the first is refused whole, and it goes on behind it.
    await world.deps.db.transaction(async (tx) => {
      const person = await loadActor(tx, { openId: world.openId('wang') });
      const stored = await latestImport(tx, { personId: person!.person.id, states: ['done'] });
      const context = await contextOf(world.deps, tx, stored!);
      let waking: Waking | undefined = { run: 'test', after: 0, woken: 0, refused: 0 };
      while (waking) waking = await wakeRows(context, stored!.id, { limit: 1, waking });
    });
    await world.settle();
    const asleep = (await itemsOf(world)).filter(isAsleep);
    expect(asleep.map(({ title }) => title)).toEqual(['道路未硬化']);
    expect(secretary.botTexts.join()).toContain('已开始提醒 1 件；另有 1 件现在不归您管');
    await secretary.ask('wang', '导入 撤回');
    await world.advanceTo('2026-11-30 09:01');
    expect((await itemsOf(world)).map(({ title }) => title)).toEqual(['道路未硬化']);
    expect(secretary.botTexts.join()).toContain('现在不归您管');
  });

  test('过期的也提醒 wakes them at once', async () => {
    await sends(world, 'song', await ledger([row({ due: '2026-09-30' })]));
    const card = office().lastBot;
    await office().clicks('song', card, '过期的也提醒');
    expect(textNow(world, 'song', card.messageId)).toContain('已过期 1 件：导入后照常提醒');
    await office().clicks('song', card, '确认');
    expect(isAsleep(await only())).toBe(false);
  });

  test('长期坚持 has no deadline and no light', async () => {
    const { shown } = await imports(row({ due: '长期坚持' }));
    expect(shown).toContain('“长期坚持”按长期事项');
    expect(isLongTerm(await only())).toBe(true);
  });

  test('what was struck off long ago is history: nobody verifies it, nobody is told', async () => {
    await imports(row({ due: '2026-09-30', closed: '是' }));
    expect((await only()).status).toBe('closed');
    await world.advanceTo('2026-12-02 10:00');
    expect(world.private('zhao').botTexts.join()).not.toContain('磷石膏');
  });
});

describe('导入 of what 导出 wrote', () => {
  test('changes nothing', async () => {
    await imports(row(), row({ no: '2', what: '施工用电未接入', unit: '供电公司', progress: '' }));
    const { id } = (await itemsOf(world))[0]!;
    await world.private('zhao').says('zhao', `进展 #${id} 路基已完成`);
    await office().says('song', '导出 兴发');
    const { files } = world.sim.snapshot() as { files: Record<string, { data: string }> };
    const key = (office().lastBot.content as { file_key?: string }).file_key ?? '';
    const shown = await sends(world, 'song', Buffer.from(files[key]!.data, 'base64'));
    expect(shown).toContain('新增 0 行，更新 0 行，相同 2 行');
  });
});
