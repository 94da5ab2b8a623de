/** 健康自报 about next year's holidays: not before the notice is due, then once a week, with a tap to the import. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-26 18:00' });
});
afterAll(() => world.close());

/** The report of this morning; everything before it is an outage. */
async function reportOf(day: string) {
  world.outageUntil(`${day} 08:00`);
  await world.advanceTo(`${day} 09:00`);
  const report = world
    .group('office')
    .messages.filter((one) => titleOf(one).includes('健康自报'))
    .at(-1)!;
  expect(new Date(report.createdAt + 8 * 3_600_000).toISOString()).toContain(day);
  return report;
}

test.each<[string, string, boolean]>([
  ['a Friday in November', '2026-11-27', false],
  ['the last Monday in November', '2026-11-30', false],
  ['the day the notice is due, a Tuesday', '2026-12-01', false],
  ['the Monday after', '2026-12-07', true],
  ['the day after that', '2026-12-08', false],
])('%s', async (_, day, said) => {
  const report = await reportOf(day);
  expect(textOf(report).includes('2027年放假安排尚未录入')).toBe(said);
  expect(JSON.stringify(report.content).includes('导入放假安排')).toBe(said);
});

test('体检 says it whenever it is asked', async () => {
  expect(await world.private('lin').ask('lin', '体检')).toContain('2027年放假安排尚未录入');
});
