/** What is asked in reply to an answer is asked of what that answer showed, whoever spoke in between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Place, type World } from '../support/world.ts';

let world: World;
let group: Place;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  group = world.group('cn');
  await group.says('liu', '报 供水压力不足 水利局 1个工作日');
  await group.says('liu', '报 征地三户未签 自然资源局 1个工作日');
  await group.says('liu', '催办 #2');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

const first = async (text: string, o?: { replyTo: string }) =>
  (await group.ask('liu', text, o)).split('\n')[0];

describe('in reply to the card of a problem', () => {
  test.each([
    '谁在办',
    '催过几次',
    '退回过没有',
    '企业评价怎么样',
    '这件是哪个项目的',
    '什么时候变红的',
    '为什么红',
    '为什么还没办',
    '还有多久到期',
    '有协办吗',
  ])('%s is of that problem, as it would be right after it was shown', async (asked) => {
    await group.ask('liu', '#2');
    const after = await first(asked);
    expect(after).toContain('#2');
    const { messageId } = group.card(2);
    await group.ask('liu', '红色的有几个');
    expect(await first(asked, { replyTo: messageId })).toBe(after);
  });

  test('two questions are answered one after the other, and an order behind one is offered', async () => {
    const { messageId } = group.card(2);
    const both = await group.ask('liu', '谁在办，几号到期', { replyTo: messageId });
    expect(both).toMatch(/责任单位[\s\S]*时限/);
    const order = await group.ask('liu', '办结了没有，催一下', { replyTo: messageId });
    expect(order).toContain('#2 还没销号');
    expect(order).toContain('催办 #2');
  });

  test.each([
    ['昨天催了吗', '催过几次'],
    ['这周有进展吗', '有进展吗'],
    ['11月18号催了吗', '催过几次'],
    ['国庆以来退过吗', '退过吗'],
    ['前三天有进展吗', '有进展吗'],
    ['自然资源局退过吗', '退过吗'],
    ['上周报的吗', '哪天报的'],
  ])('%s is of that problem, whatever day or unit is said with it', async (asked, plain) => {
    const { messageId } = group.card(2);
    const said = await first(asked, { replyTo: messageId });
    expect(said).toMatch(/^本群 · #2 · /);
    expect(said).toBe(await first(plain, { replyTo: messageId }));
  });

  test('what is not understood is said, and the card is shown', async () => {
    const said = await group.ask('liu', '有没有比这个更急的', { replyTo: group.card(2).messageId });
    expect(said).toContain('没有听懂“有没有比这个更急的”');
    expect(said).toMatch(/^#2 /);
  });

  test('a question of its own is answered as such', async () => {
    const said = await group.ask('liu', '没办完的有几个', { replyTo: group.card(2).messageId });
    expect(said).toMatch(/^本群 · 未销号 2 件/);
    expect(said).toContain('您引用的是 #2，下面统计的不只是这一件');
  });

  test('a command is done with that problem, a statement is offered as its progress', async () => {
    const { messageId } = group.card(1);
    expect(await group.ask('liu', '催办', { replyTo: messageId })).toContain('#1 已催办');
    expect(await group.ask('liu', '水压已经恢复到正常水平', { replyTo: messageId })).toContain('进展');
  });
});

describe('in reply to an answer', () => {
  /** A question of its own; the message of its answer. */
  const asked = async (text: string) => {
    await world.advanceTo(new Date(world.now + 8 * 3_600_000 + 20 * 60_000).toISOString().slice(0, 16));
    await group.ask('liu', text);
    return group.lastBot.messageId;
  };

  test('one goes on from it, though something else was asked since', async () => {
    const list = await asked('逾期的有哪些');
    await asked('本周新增几件');
    expect(await first('自然资源局的呢', { replyTo: list })).toBe('本群 · 资规局 · 逾期 1 件');
    expect(await first('第二件谁负责', { replyTo: list })).toBe('本群 · #2 · 谁在办');
  });

  test('whoever had asked, with the rights of who goes on', async () => {
    const list = await asked('红色的有哪些');
    const units = await group.ask('tang', '按单位分一下', { replyTo: list });
    expect(units.split('\n')[0]).toBe('本群 · 红色 · 2 个单位 2 件');
  });

  test('what another asked of himself stays of that one', async () => {
    const list = await asked('我登记的有哪些');
    expect(await first('水利局的呢', { replyTo: list })).toBe('本群 · 水利局 · 我登记 · 全部 1 件');
    const others = await group.ask('tang', '水利局的呢', { replyTo: list });
    expect(others.split('\n')[0]).toBe('本群 · 水利局 · 刘敏登记 · 全部 1 件');
  });

  test('the first is the first of the card, though whoever replies would be shown another', async () => {
    await world.group('xf').says('wang', '报 林地手续没批 自然资源局 1个工作日');
    await world.advanceTo('2026-11-23 18:00');
    const office = world.group('office');
    await office.ask('song', '逾期的有哪些');
    const list = office.lastBot.messageId;
    const theirs = await office.ask('liu', '第三件谁负责', { replyTo: list });
    expect(theirs).toContain('不在您的查看范围');
    expect(await office.ask('liu', '第一件谁负责', { replyTo: list })).toContain('#1 · 谁在办');
  });

  test('a tap in between is what a reply to that card goes on from', async () => {
    const list = await asked('红色的有哪些');
    await group.clicks('liu', group.lastBot, '全部在办');
    await asked('本周新增几件');
    expect(await first('水利局的呢', { replyTo: list })).toBe('本群 · 水利局 · 未销号 1 件');
  });

  test('days later it is of what it was, and so are its days', async () => {
    const list = await asked('本周新增几件');
    await world.advanceTo('2026-12-01 10:00');
    expect(await first('水利局的呢', { replyTo: list })).toBe('本群 · 水利局 · 上周登记');
  });

  test('one that leaves nothing is none to go on from', async () => {
    const help = await asked('帮助');
    expect(await group.ask('liu', '水利局的呢', { replyTo: help })).toContain('没有听懂');
  });
});
