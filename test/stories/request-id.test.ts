/** From what somebody is told when something breaks to the line of the log that says why. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { outboxOfIssue } from '../../src/db/outbox.ts';
import { openWorld, type World } from '../support/world.ts';

const WORDS = '磷石膏秘密堆放';

let world: World;
beforeEach(async () => {
  // One process: what is broken is one process's, and another would answer rightly.
  world = await openWorld({ env: { LOG_LEVEL: 'debug' }, processes: 1 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

const lines = () => world.log.map((line) => JSON.parse(line) as Record<string, string>);

/** The next handler to look at master data breaks, with somebody's words in the error. */
function breakOnce(): void {
  vi.spyOn(world.deps.directory, 'get').mockImplementationOnce(() => {
    throw new TypeError(`cannot read ${WORDS}`);
  });
}

/** The code a text quotes, and the lines of the log that bear it. */
function linesOfCode(told: string): { code: string; found: Record<string, string>[] } {
  const code = /错误码 ([0-9a-f]{8})/.exec(told)?.[1] ?? '';
  expect(code, told).not.toBe('');
  return { code, found: lines().filter((line) => JSON.stringify(line).includes(code)) };
}

test.each(['group', 'private'])(
  'who writes in a %s is told a code that finds the fault in the log',
  async (where) => {
    const place = where === 'group' ? world.group('xf') : world.private('wang');
    breakOnce();
    const told = await place.ask('wang', `报 ${WORDS} 生态环境局 兴发`);
    const { found } = linesOfCode(told);
    const fault = found.find((line) => line.event === 'push.failed');
    expect(fault).toMatchObject({ error: 'TypeError', kind: 'message' });
    expect(fault?.eventId).toMatch(/.+/);
    expect(world.log.join('\n')).not.toContain(WORDS);
    // It is over: the platform does not push it again, and nothing of it was done.
    expect((await world.rowCounts()).issue).toBe(0);
    world.expectFailures(1);
    await place.says('wang', `报 ${WORDS} 生态环境局 兴发`);
    expect((await world.rowCounts()).issue).toBe(1);
  },
);

test('who clicks is told by a toast', async () => {
  await world.group('xf').says('wang', `报 ${WORDS} 生态环境局 兴发`);
  breakOnce();
  const place = world.private('sun');
  const answer = await place.clicks('sun', place.card(1), '签收');
  const { found } = linesOfCode(JSON.stringify(answer));
  expect(found.find((line) => line.level === 'error')).toMatchObject({
    event: 'push.failed',
    kind: 'click',
    error: 'TypeError',
    eventId: expect.any(String),
  });
  expect(world.log.join('\n')).not.toContain(WORDS);
  world.expectFailures(1);
});

test('an answer that cannot be drawn, nor a second time, is replaced by one that gives the code', async () => {
  await world.group('xf').says('wang', `报 ${WORDS} 生态环境局 兴发`);
  const get = world.deps.directory.get.bind(world.deps.directory);
  let calls = 0;
  vi.spyOn(world.deps.directory, 'get').mockImplementation((tx) => {
    calls++;
    // The first reads the words, the next two draw the answer, by and by.
    if (calls === 2 || calls === 3) throw new TypeError(`cannot draw ${WORDS}`);
    return get(tx);
  });
  expect(await world.group('xf').ask('wang', '清单')).toBe('');
  const heard = world.group('xf').botTexts.length;
  world.pass(91_000);
  await world.settle();
  const { found } = linesOfCode(world.group('xf').botTexts.slice(heard).join());
  expect(found.find((line) => line.level === 'error')).toMatchObject({
    event: 'send.failed',
    what: 'answer',
  });
  expect(world.log.join('\n')).not.toContain(WORDS);
  world.expectFailures(2);
});

test('one id leads from a push to the rows it caused and to what became of them', async () => {
  await world.group('xf').says('wang', '报 堆场扬尘 生态环境局');
  const done = lines().filter((line) => line.event === 'push.done');
  const requestId = done.at(-1)?.requestId;
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  const rows = await world.deps.db.read((tx) => outboxOfIssue(tx, 1));
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.requestId))).toEqual(new Set([requestId]));
  const calls = lines().filter((line) => line.event === 'feishu.call' && line.requestId === requestId);
  // The group's card and the coordinator's: each call says for whom it was made.
  expect(calls.length).toBeGreaterThanOrEqual(2);
});

test('an outage is not told: the platform pushes the message again, and then it is done', async () => {
  const { DatabaseError } = await import('../../src/db/database-error.ts');
  vi.spyOn(world.deps.directory, 'get').mockImplementationOnce(() => {
    throw new DatabaseError('57P01', 'terminating connection');
  });
  await world.group('xf').says('wang', '报 堆场扬尘 生态环境局');
  expect((await world.rowCounts()).outbox).toBe(0);
  world.expectFailures(1);
  await world.advanceTo('2026-11-23 09:10');
  expect((await world.rowCounts()).issue).toBe(1);
});
