/** One person who sends or clicks without end: told once, then nothing, and nobody else notices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSenderLimit } from '../../src/commands/sender-limit.ts';
import { openWorld, type World } from '../support/world.ts';

const env = { COMMANDS_PER_MINUTE: '30', CLICKS_PER_MINUTE: '120', METRICS_TOKEN: 't' };
const TOO_FAST = '您发得太快了';

let world: World;
beforeAll(async () => {
  world = await openWorld({ env });
});
afterAll(() => world.close());

const limited = async () => {
  const answer = await world.app.request('/metrics', { headers: { authorization: 'Bearer t' } });
  return Number(/zhuanban_pushes_total\{outcome="limited"\} (\d+)/.exec(await answer.text())?.[1]);
};

describe('words', () => {
  test('beyond thirty a minute are refused politely once, and leave no row; the others are served', async () => {
    const place = world.private('wu');
    // Time stands still until settle.
    const flood = async (count: number) => {
      for (let n = 0; n < count; n++)
        await world.sim.say(world.openId('wu'), place.chatId, '帮助', { atBot: false });
      await world.sim.settled();
    };
    await flood(30);
    expect(await limited()).toBe(0);
    await flood(1);
    const before = await world.rowCounts();
    await flood(100);
    expect(await world.rowCounts()).toEqual(before);
    expect(await limited()).toBe(101);
    await world.settle();
    const told = place.botTexts.filter((text) => text.includes(TOO_FAST));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('30');
    // The platform got its 200 each time, so it does not push them again.
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(world.group('xf').card(1)).toBeDefined();
  });

  test('are taken again after a minute', async () => {
    world.pass(60_000);
    expect(await world.private('wu').ask('wu', '帮助')).not.toContain(TOO_FAST);
  });
});

test('clicks beyond a hundred and twenty a minute are told once and change nothing', async () => {
  const place = world.private('sun');
  const click = () => world.sim.click(world.openId('sun'), place.card(1).messageId, '签收');
  for (let n = 0; n < 120; n++) await click();
  const before = await world.rowCounts();
  expect(JSON.stringify(await click())).toContain('点得太快了');
  for (let n = 0; n < 20; n++) expect(JSON.stringify(await click())).not.toContain('toast"');
  expect(await world.rowCounts()).toEqual(before);
  await world.settle();
});

describe('the bucket', () => {
  const admit = (limit: ReturnType<typeof createSenderLimit>, now: number, count: number, who = 'a') =>
    Array.from({ length: count }, () => limit.admit('command', who, now));

  test('is each person’s own, and fills up evenly', () => {
    const limit = createSenderLimit({ commands: 6, clicks: 6 });
    expect(admit(limit, 0, 8)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'tell', 'silent']);
    expect(admit(limit, 0, 1, 'b')).toEqual(['ok']);
    expect(limit.admit('click', 'a', 0)).toBe('ok');
    expect(admit(limit, 10_000, 2)).toEqual(['ok', 'silent']);
    // After a rest whoever goes on too fast is told again.
    expect(admit(limit, 60_000, 7)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'tell', 'silent']);
  });

  test('zero means no limit, and a clock set back locks nobody out', () => {
    const free = createSenderLimit({ commands: 0, clicks: 0 });
    expect(new Set(admit(free, 0, 1000))).toEqual(new Set(['ok']));
    const limit = createSenderLimit({ commands: 2, clicks: 2 });
    admit(limit, 10_000_000, 3);
    expect(admit(limit, 9_999_000, 1)).toEqual(['silent']);
    expect(admit(limit, 0, 3)).toEqual(['ok', 'ok', 'tell']);
  });
});
