import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTick } from '../../src/engine/tick.ts';
import { at, openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
let watchman: Server;
let beats = 0;
const group = () => world.group('xf');
const sql = (text: string) => world.deps.db.session((session) => session.run(text));
const reports = () => world.group('office').messages.filter((one) => titleOf(one).startsWith('巡查发现'));
const beatsUntil = async (local: string) => {
  beats = 0;
  await world.advanceTo(local);
  return beats;
};

beforeAll(async () => {
  watchman = createServer((_, answer) => {
    beats++;
    answer.end('ok');
  });
  await new Promise<void>((resolve) => watchman.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise<unknown>((resolve) => watchman.close(resolve)));

describe('the auditor', () => {
  beforeAll(async () => {
    const { port } = watchman.address() as AddressInfo;
    world = await openWorld({
      at: '2026-11-23 10:00',
      env: { HEARTBEAT_URL: `http://127.0.0.1:${port}/ping/secret` },
    });
    await group().says('wang', '报 仓库堆放不下 生态环境局 3个工作日');
    await group().says('wang', '报 门口积水 水利局 5个工作日');
    await group().says('wang', '报 路灯不亮 住建局 5个工作日');
  });
  afterAll(() => world.close());

  test('finds nothing when nothing is wrong, and lets the watchman know', async () => {
    expect(await beatsUntil('2026-11-23 10:05')).toBeGreaterThan(0);
    expect(reports()).toEqual([]);
  });

  test("a clock that does not run is started again; a repair that holds is nobody's business but the log's", async () => {
    await sql('update issue set next_at = null where id = 1');
    await sql("update issue set yellow_at = yellow_at + interval '9 days' where id = 2");
    expect(await beatsUntil('2026-11-23 10:10')).toBe(0);
    expect(world.log.filter((line) => line.includes('audit.found'))).not.toEqual([]);
    expect(await beatsUntil('2026-11-23 10:15')).toBeGreaterThan(0);
    await world.advanceTo('2026-11-24 12:00');
    expect(reports()).toEqual([]);
    expect(
      world
        .private('sun')
        .messages.filter((one) => textOf(one).includes('未签收') || textOf(one).includes('#1')).length,
    ).toBeGreaterThan(0);
  });

  test('a card nobody was going to draw is drawn, without a message to the office', async () => {
    await group().says('jiang', '签收 #2');
    await sql('update issue_card set shown_version = 0, due_at = null where issue_id = 2');
    const patches = () => world.calls('PATCH /open-apis/im/v1/messages/:message_id').length;
    const before = patches();
    await world.advanceTo('2026-11-24 12:10');
    await world.settle();
    expect(patches()).toBeGreaterThan(before);
    expect(reports()).toEqual([]);
  });

  test('a group the bot was removed from is no stale card', async () => {
    const count = reports().length;
    await sql("update issue_card set shown_version = 0, due_at = null where issue_id = 3 and place = 'chat'");
    await sql('update chat set unreachable = true');
    await sql("update chat set unreachable = false where kind = 'office'");
    await world.advanceTo('2026-11-24 12:20');
    expect(reports()).toHaveLength(count);
    await sql('update chat set unreachable = false');
    await sql('update issue_card set shown_version = wanted_version');
  });

  test('other hours are no fault: what follows from them is brought up to date without alarm', async () => {
    const count = reports().length;
    expect(await world.private('lin').ask('lin', '设置 未转办提醒 16:30')).toContain('16:30');
    expect(await world.private('lin').ask('lin', '设置 安静结束 09:30')).toContain('09:30');
    await world.advanceTo('2026-11-24 12:30');
    expect(reports()).toHaveLength(count);
    await world.private('lin').says('lin', '设置 安静结束 08:00');
    await world.advanceTo('2026-11-24 12:40');
    expect(reports()).toHaveLength(count);
  });

  test('cards of a group that has been unbound stand still, for days, and are no fault', async () => {
    const count = reports().length;
    const aside = world.group('sx');
    await aside.says('liu', '报 屋顶漏水 住建局 2026-12-31');
    await world.private('lin').says('lin', '设置 安静结束 08:00');
    await aside.says('liu', '解绑');
    for (const [id, day] of [
      ['4', '2026-11-24'],
      ['4', '2026-11-25'],
    ]) {
      await world.private('zhao').says('zhao', `进展 #${id} ${day} 联系中`);
      await world.advanceTo(`${day} 18:00`);
    }
    expect(aside.messages.filter((one) => titleOf(one).startsWith('#4 '))).toHaveLength(1);
    expect(reports()).toHaveLength(count);
  });

  test('a repair that does not hold is told as what somebody has to look after', async () => {
    await sql(`create function spoil() returns trigger language plpgsql as
      $$ begin new.next_at := null; return new; end $$`);
    await sql(
      'create trigger spoil before update on issue for each row when (new.id = 3) execute function spoil()',
    );
    await sql('update issue set next_at = null where id = 3');
    for (const clock of ['18:06', '18:12', '18:18']) await world.advanceTo(`2026-11-25 ${clock}`);
    await world.settle();
    expect(textOf(reports().at(-1)!)).toContain('#3 计时与事实不符 · 需要处理');
    expect(textOf(reports().at(-1)!)).not.toContain('已自动修复');
    await sql('drop trigger spoil on issue');
  });

  test('an issue the clock cannot work on is said to be late, and the watchman hears nothing', async () => {
    await world.advanceTo('2026-11-25 19:00');
    await sql(`update issue set facts = jsonb_set(facts, '{ladder,fired}', '7'),
      next_at = '${new Date(at('2026-11-26 08:50')).toISOString()}' where id = 1`);
    // The auditor cannot mend what it cannot read; the rest of the town goes on.
    beats = 0;
    for (const minute of ['08:51', '08:56', '08:57']) {
      world.outageUntil(`2026-11-26 ${minute}`);
      await runTick(world.deps, world.now);
      await world.settle();
    }
    expect(beats).toBe(0);
    expect(textOf(reports().at(-1)!)).toContain('需要处理');
    expect(world.private('jiang').botTexts.at(-1)).toContain('#2');
    // Its card cannot be drawn either; nothing of anybody else's fails.
    const errors = world.log.map((line) => JSON.parse(line)).filter((line) => line.level === 'error');
    const events = new Set(errors.map((line) => line.event));
    expect(events).toEqual(new Set(['tick.issue-failed', 'audit.repair-failed', 'send.failed']));
    expect(new Set(errors.flatMap((line) => line.issue ?? line.issueId ?? []))).toEqual(new Set([1]));
    world.expectFailures(errors.length);
    await sql(`update issue set facts = jsonb_set(facts, '{ladder,fired}', '[]') where id = 1`);
  });
});
