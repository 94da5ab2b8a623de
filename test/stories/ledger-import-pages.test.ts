/** 导入 of many rows: written in pages, through restarts and by several processes once, shown seldom, taken back whole. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { sendDue } from '../../src/engine/send.ts';
import { type Cell, itemsOf, ledger, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

const office = () => world.private('song');
const PATCH = 'PATCH /open-apis/im/v1/messages/:message_id';

const rowsOf = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, n) => [
    String(n + 1),
    '兴发',
    `第${n + 1}号地块${'甲乙丙丁戊己庚辛壬癸'[n % 10]}区管线迁改未完成${n * 7919}`,
    ['住建局', '供电公司', '自然资源局'][n % 3]!,
    '2026-12-30',
    '',
    '',
  ]);

/** Presses 确认 and lets nothing happen after it. */
async function confirms(id: string): Promise<void> {
  await world.sim.click(world.openId('song'), id, '确认');
}

/** One round of sending by each; time goes on a little, as it does. */
async function round(processes: readonly Deps[]): Promise<void> {
  await Promise.all(processes.map((deps) => sendDue(deps)));
  world.pass(300);
}

describe('导入 in pages', () => {
  test('2,000 rows are written once each, and the card is changed at most once in two seconds', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    expect(await sends(world, 'song', await ledger(rowsOf(2000)))).toContain('新增 2000 行');
    const card = office().lastBot;
    const before = world.calls(PATCH).length;
    const began = world.now;
    await confirms(card.messageId);
    const seen: string[] = [];
    while (!textNow(world, 'song', card.messageId).includes('导入完成')) {
      await round([world.deps]);
      const text = textNow(world, 'song', card.messageId);
      if (seen.at(-1) !== text) seen.push(text);
      if (world.now - began > 120_000) throw new Error('never done');
    }
    await world.settle();
    const calls = world.calls(PATCH).length - before;
    expect(calls).toBeLessThanOrEqual(Math.ceil((world.now - began) / 2000) + 1);
    expect(seen.some((text) => /已写 \d+ \/ 2000 行/.test(text))).toBe(true);
    expect(textNow(world, 'song', card.messageId)).toContain('写入 2000 行，更新 0 行，相同 0 行');
    const titles = (await itemsOf(world)).map(({ title }) => title);
    expect(new Set(titles).size).toBe(2000);
    expect(titles).toHaveLength(2000);
  }, 240_000);

  test('a process that dies between two pages is followed by another, and no row is doubled', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(450)));
    const card = office().lastBot;
    await confirms(card.messageId);
    let pages = 0;
    const { newId } = world.deps;
    // At the end of the second page of rows: what the page had written is gone with it.
    const dying: Deps = {
      ...world.deps,
      newId: () => {
        pages++;
        if (pages === 3) throw new Error('the process dies');
        return newId();
      },
    };
    for (let n = 0; n < 4; n++) await sendDue(dying).catch(() => {});
    const half = (await itemsOf(world)).length;
    expect(half).toBe(200);
    world.expectFailures(world.log.filter((line) => JSON.parse(line).level === 'error').length);
    world.pass(10 * 60_000);
    await world.settle();
    expect(textNow(world, 'song', card.messageId)).toContain('写入 450 行');
    const titles = (await itemsOf(world)).map(({ title }) => title);
    expect([new Set(titles).size, titles.length]).toEqual([450, 450]);
  }, 120_000);

  test('killed in the middle of 2,000 rows, two others finish it: no row is missing, none is doubled', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(2000)));
    const card = office().lastBot;
    await confirms(card.messageId);
    // It dies within a page, with rows of that page written and not committed.
    const { newId } = world.deps;
    let pages = 0;
    const dying: Deps = {
      ...world.deps,
      newId: () => {
        pages++;
        if (pages === 6) throw new Error('the process dies');
        return newId();
      },
    };
    for (let n = 0; n < 8; n++) await sendDue(dying).catch(() => {});
    const written = (await itemsOf(world)).length;
    expect([written > 0, written < 2000, written % 200]).toEqual([true, true, 0]);
    // Until then the card says how far it has come, not that it is done.
    expect(textNow(world, 'song', card.messageId)).not.toContain('导入完成');
    world.expectFailures(world.log.filter((line) => JSON.parse(line).level === 'error').length);
    const others = [world.joinProcess().deps, world.joinProcess().deps];
    world.pass(10 * 60_000);
    for (let n = 0; n < 60 && !textNow(world, 'song', card.messageId).includes('导入完成'); n++)
      await round(others);
    await world.settle(...others);
    expect(textNow(world, 'song', card.messageId)).toContain('写入 2000 行，更新 0 行，相同 0 行');
    const titles = (await itemsOf(world)).map(({ title }) => title);
    expect([new Set(titles).size, titles.length]).toEqual([2000, 2000]);
    // The same file again has nothing left to write.
    expect(await sends(world, 'song', await ledger(rowsOf(2000)))).toContain(
      '新增 0 行，更新 0 行，相同 2000 行',
    );
  }, 240_000);

  test('two people who confirm the same ledger at once write it once, and who came second is told of every row', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    const others = rowsOf(260).map((row) => row.with(5, '等待批复'));
    await sends(world, 'song', await ledger(rowsOf(250)));
    const first = office().lastBot;
    await sends(world, 'wang', await ledger(others));
    const second = world.private('wang').lastBot;
    await confirms(first.messageId);
    await world.sim.click(world.openId('wang'), second.messageId, '确认');
    await world.settle();
    const titles = (await itemsOf(world)).map(({ title }) => title);
    expect([new Set(titles).size, titles.length]).toEqual([260, 260]);
    const told = [textNow(world, 'song', first.messageId), textNow(world, 'wang', second.messageId)].join();
    expect(told).toContain('是另一次导入刚写入的，没有重复写');
    // What the second file says anew is not lost either: sent again it is taken.
    const again = await sends(world, 'wang', await ledger(others));
    const [, changed = '', same = ''] = /新增 0 行，更新 (\d+) 行，相同 (\d+) 行/.exec(again) ?? [];
    expect(Number(changed) + Number(same)).toBe(260);
    await world.private('wang').clicks('wang', world.private('wang').lastBot, '确认');
    expect(await sends(world, 'wang', await ledger(others))).toContain('新增 0 行，更新 0 行，相同 260 行');
  }, 120_000);

  test('two processes that both go on write every row once', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    const other = world.joinProcess().deps;
    await sends(world, 'song', await ledger(rowsOf(500)));
    const card = office().lastBot;
    await confirms(card.messageId);
    // Each believes the other dead: what one has claimed the other takes, too.
    for (let n = 0; n < 30; n++) {
      await world.deps.db.session((session) =>
        session.run("update outbox set lease_until = null where kind = 'ledger-write' and state = 'waiting'"),
      );
      await round([world.deps, other]);
    }
    await world.settle(world.deps, other);
    expect(textNow(world, 'song', card.messageId)).toContain('写入 500 行');
    const titles = (await itemsOf(world)).map(({ title }) => title);
    expect([new Set(titles).size, titles.length]).toEqual([500, 500]);
  }, 120_000);

  test('确认 pressed twice, and by two at once, writes once', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(20)));
    const card = office().lastBot;
    await Promise.all([confirms(card.messageId), confirms(card.messageId).catch(() => {})]);
    await world.settle();
    expect(await itemsOf(world)).toHaveLength(20);
  });
});

describe('导入 taken back', () => {
  test('撤销 on the report voids what it wrote; what somebody went on with stays and is told', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(5)));
    const card = office().lastBot;
    await office().clicks('song', card, '确认');
    const [first] = await itemsOf(world);
    await world.private('zhao').says('zhao', `签收 #${first!.id}`);
    const other = await world.sim.click(world.openId('song'), card.messageId, '撤销');
    expect(JSON.stringify(other)).toContain('正在撤回');
    await world.settle();
    const text = textNow(world, 'song', card.messageId);
    expect(text).toContain('作废或恢复 4 行，留着 1 行');
    expect(text).toContain(`#${first!.id} 导入之后有人办过`);
    expect((await itemsOf(world)).map(({ id }) => id)).toEqual([first!.id]);
    expect(await sends(world, 'song', await ledger(rowsOf(5)))).toContain('新增 4 行');
  });

  test('导入 撤回 works by words hours later, of the last import of the speaker alone', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(3)));
    await office().clicks('song', office().lastBot, '确认');
    await world.advanceTo('2026-11-30 15:00');
    expect(await world.private('wang').ask('wang', '导入 撤回')).toContain('没有您导入过的');
    await office().says('song', '导入 撤回');
    await world.advanceTo('2026-11-30 15:05');
    expect(await itemsOf(world)).toEqual([]);
    expect(await office().ask('song', '导入 撤回')).toContain('已经撤回过');
  });
});

describe('the card of an import', () => {
  test('that was recalled meanwhile is followed by the report as a new message, once', async () => {
    world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
    await sends(world, 'song', await ledger(rowsOf(3)));
    const card = office().lastBot;
    await confirms(card.messageId);
    const off = world.sim.fault({ api: PATCH, kind: 'code', code: 230011, msg: 'recalled' });
    await world.settle();
    off();
    expect(office().botTexts.filter((text) => text.includes('导入完成'))).toHaveLength(1);
  });
});
