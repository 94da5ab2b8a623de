import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FakeLlm, fakeLlm } from '../support/fake-llm.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

/** Nobody's words: the grammar does not understand them. */
const ODD = '住建那摊子还有多少窟窿要填';
const AT = '2026-11-18 10:00';

let fake: FakeLlm;
const worlds: World[] = [];

async function open(on: boolean): Promise<World> {
  const env = on ? { LLM_BASE_URL: fake.url, LLM_MODEL: 'm1', LLM_API_KEY: 'k' } : {};
  const world = await openWorld({ at: AT, env });
  worlds.push(world);
  await world.group('xf').says('wang', '报 围墙倒塌 住建局 3个工作日');
  return world;
}

beforeAll(async () => {
  fake = await fakeLlm();
});
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});
afterAll(() => fake.close());

describe('without LLM_BASE_URL', () => {
  test('nothing is asked, and what is told on and off is the same to the byte where the model is no help', async () => {
    const off = await open(false);
    const asked = fake.asked.length;
    const plain = await off.private('tang').ask('tang', ODD);
    const half = await off.private('tang').ask('tang', '住建局磷矿渣的红灯有几个');
    expect(fake.asked.length).toBe(asked);
    fake.answers({ content: '{}' });
    const on = await open(true);
    expect(await on.private('tang').ask('tang', ODD)).toBe(plain);
    expect(await on.private('tang').ask('tang', '住建局磷矿渣的红灯有几个')).toBe(half);
    expect(await on.private('tang').ask('tang', '住建局没办完的有几件')).toContain('未销号 1 件');
    expect(await off.rowCounts()).toMatchObject({ issue: 1 });
  });
});

describe('with it', () => {
  test('a proposal is one button; only a tap asks, with the rights of who taps, and nothing is written', async () => {
    const world = await open(true);
    fake.answers({ content: '{"measure":"count","units":["住房和城乡建设局"],"state":"open"}' });
    const tang = world.private('tang');
    const before = await world.rowCounts();
    const said = await tang.ask('tang', ODD);
    const sent = fake.asked.at(-1)!.body.messages;
    expect(sent.at(-1)?.content).toBe(ODD);
    const names = /units（只能用这些名称）：(.*)/.exec(sent[0]!.content)![1]!;
    fake.answers({
      content: JSON.stringify({ measure: 'count', units: [JSON.parse(names)[0]], state: 'open' }),
    });
    expect(said.split('没看懂').length).toBeLessThanOrEqual(2);
    const proposed = await tang.ask('tang', `${ODD}呀`);
    expect(proposed).toContain('您是想问：');
    expect(proposed).toContain('未销号 · 有几件');
    expect(proposed).not.toMatch(/\d+ 件/);
    await tang.clicks('tang', tang.lastBot, /(\S+ · 未销号 · 有几件)/.exec(proposed)![1]!);
    expect(textOf(tang.lastBot)).toContain('未销号');
    const after = await world.rowCounts();
    expect({ issue: after.issue, history: after.history }).toEqual({
      issue: before.issue,
      history: before.history,
    });
  });

  test.each([
    ['a name of another area', '{"measure":"count","units":["远安县某局"]}'],
    ['numbers', '{"measure":"count","unitIds":[1]}'],
    ['a command', '办结 #1 已修好'],
    ['an injected order', '{"measure":"count","command":"作废 #1"}'],
  ])('%s is thrown away: one answer, as without a model', async (_, content) => {
    const world = await open(true);
    fake.answers({ content });
    const said = await world.private('tang').ask('tang', ODD);
    expect(said).toContain('没看懂“窟窿要填”');
    expect(said).not.toContain('您是想问');
    expect(await world.private('tang').ask('tang', '历史 #1')).not.toMatch(/办结|作废/);
  });

  test('out of order it is one answer as well, and after three nobody waits for it', async () => {
    const world = await open(true);
    fake.answers({ status: 500 });
    const tang = world.private('tang');
    for (let i = 0; i < 3; i++) expect((await tang.ask('tang', ODD)).match(/没看懂/g)?.length).toBe(1);
    const asked = fake.asked.length;
    expect(await tang.ask('tang', ODD)).toContain('没看懂');
    expect(fake.asked.length).toBe(asked);
  });

  test('somebody of another tenant has no units sent, and only the own project', async () => {
    const world = await open(true);
    fake.answers({ content: '{}' });
    await world.group('xf').ask('hua', ODD);
    const [system] = fake.asked.at(-1)!.body.messages;
    expect(system!.content).toContain('units（只能用这些名称）：[]');
    expect(system!.content).not.toContain('美利信');
  });
});
