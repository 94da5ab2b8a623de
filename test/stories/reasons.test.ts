/** Where the one problem there is stands, and why those that were counted are as they are. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00', processes: 2 });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏临时堆场放不下，影响土建进场 生态环境局 2个工作日');
  await xf.says('wang', '报 项目红线内还有3户未签征地协议 自然资源局 6个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损 交通运输局 5个工作日');
  await xf.says('song', '作废 #3 与上月的重复');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

describe('of one problem', () => {
  test('a list of one tells whom it waits for, for how long, and of which project it is', async () => {
    const answer = await talk('关于征地协议的有几件');
    expect(answer).toMatch(/1 件/);
    expect(answer).toMatch(/等\p{Script=Han}+签收；11月19日（周四）转办后等签收 0 天/u);
    expect(answer).toContain('兴发');
  });

  test('several say no more than their light: what was asked is how many', async () => {
    expect(await talk('没办完的有几件')).not.toContain('转办后等签收');
  });
});

describe('why', () => {
  test('what was made void says by whom and for which reason, asked at once or afterwards', async () => {
    expect(await talk('今年作废的有几件 为什么作废')).toContain('与上月的重复');
    expect(await talk('今年作废的有哪些', '都是因为什么')).toContain('与上月的重复');
  });

  test('each of several tells its own reason, below the figure', async () => {
    const answer = await talk('待签收的有几件', '为什么');
    expect(answer).toContain('现在待签收 2 件');
    expect(answer.match(/等\p{Script=Han}+签收/gu)).toHaveLength(2);
  });

  test('what is overdue says which deadline has passed and who works on it', async () => {
    await world.advanceTo('2026-12-02 09:00');
    const answer = await talk('逾期的有哪些', '为什么逾期');
    expect(answer).toMatch(/时限 11月2\d日（周.）；等/);
  });
});
