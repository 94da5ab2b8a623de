/** What goes on keeps what narrowed the answer before, and is asked back where that was no answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await xf.says('wang', '报 临时用电容量不够 供电公司 20个工作日');
  await world.group('mlx').says('wang', '报 设备清单待查 住建局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 20个工作日');
  await world.advanceTo('2026-11-20 10:00');
  await world.private('zhao').says('zhao', '签收 #4');
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const first = (said: string) => said.split('\n')[0];
const talk = (...said: string[]) => talkTo(world, ...said);

describe('what narrowed the answer before stays', () => {
  test.each([
    [['红的有哪些', '最急的是哪个'], /^红色 · 时限先后/],
    [['住建局没办完的有哪些', '哪件拖得最久'], /^住建局 · 未销号 · 逾期最久/],
    [['住建局没办完的有哪些', '谁拖得最久'], /^逾期最久/],
    [['各单位逾期的有几件', '住建局排第几'], /^逾期 · /],
    [['上个月各单位按时率', '住建局排第几'], /^上月办结 · 按时率/],
    [['住建局没办完的有几个', '那供电呢'], /^供电公司 · 未销号/],
    [['用水类没办完的有几个', '那供电呢'], /^供电类 · 未销号/],
    [['红的有哪些', '最急的是哪个', '还剩几天'], /^#\d · 时限/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('after a question that was not answered', () => {
  const UNHEARD = '住建局那个叽里呱啦事还有几件';
  test('its subject is taken, and that said', async () => {
    expect(await talk(UNHEARD)).toContain('没看懂');
    const answer = await talk(UNHEARD, '里头超期的几件');
    expect(first(answer)).toMatch(/^住建局 · 逾期 1 件/);
    expect(answer).toContain('上一问没有答上来，这里接着其中的“住建局”。');
  });

  test.each([
    [['领导批示的那几件落实了没有', '没落实的单列']],
    [['叽里呱啦的那些事还有几件没完', '有没有超期的']],
    [['十月份住建局那个叽里呱啦事还有几件', '有没有超期的']],
  ])('%j: nothing is counted of all', async (said) => {
    const answer = await talk(...said);
    expect(answer).toContain('上一问没有答上来');
    expect(answer).not.toMatch(/\d 件/);
  });

  test('a whole question is answered', async () => {
    expect(first(await talk(UNHEARD, '逾期的有几个'))).toMatch(/^逾期 3 件/);
  });
});
