import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updatePersonByOpenId } from '../../src/db/person.ts';
import { runTick } from '../../src/engine/tick.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const since = (key: string, from: number) =>
  world.private(key).messages.filter((one) => one.senderType === 'app' && one.createdAt >= from);
const texts = (key: string, from: number) => since(key, from).map(textOf);
const digests = (key: string, from: number) =>
  since(key, from).filter((one) => titleOf(one).includes('晨报'));

describe('交接 for two days', () => {
  let start: number;
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 5个工作日');
    await group().says('wang', '报 门口积水 生态环境局 1个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('is made ahead, and both know', async () => {
    start = world.now;
    const said = await world.private('sun').ask('sun', '交接 11/24-11/25 给 赵磊');
    expect(said).toContain('由赵磊代办');
    expect(said).toContain('共 2 天');
    expect(texts('zhao', start).join()).toContain('孙倩请您代办');
    expect(await world.private('sun').ask('sun', '交接')).toContain('未开始');
    expect(textOf(group().card(1))).toContain('孙倩');
    expect(textOf(group().card(1))).not.toContain('赵磊');
  });

  test('refusals say which one is in the way', async () => {
    const ask = (words: string) => world.private('sun').ask('sun', words);
    expect(await ask('交接 11/25-11/27 给 李航')).toContain('孙倩给赵磊');
    expect(await ask('交接 12/1 给 孙倩')).toContain('不能交接给本人');
    expect(await ask('交接 12/1-12/2 给 华明')).toContain('外单位人员不能代办');
    expect(await ask('交接 2026-11-20 到 2026-11-27 给 李航')).toMatch(/过去|过了/);
    expect(await ask('交接 12/1-3/15 给 李航')).toContain('最多 90 天');
    expect(await world.private('zhao').ask('zhao', '交接 11/25 给 孙倩')).toContain('会绕回本人');
    expect(await world.private('zhao').ask('zhao', '交接 孙倩 12/1 给 李航')).toContain('综合办、管理员可以');
  });

  test('on its first morning the deputy gets what is open, with buttons, and the digest; the person a word', async () => {
    // Told at night, for the morning: it goes to whoever acts then.
    await world.advanceTo('2026-11-23 21:00');
    await group().says('wang', '催办 #1');
    const night = world.now;
    await world.advanceTo('2026-11-24 09:00');
    const begun = since('zhao', night).find((one) => titleOf(one).includes('代孙倩办理'))!;
    expect(titleOf(begun)).toContain('2 件在办');
    expect(textOf(begun)).toContain('11月25日');
    expect(digests('zhao', night)).toHaveLength(1);
    expect(textOf(digests('zhao', night)[0]!)).toContain('门口积水');
    expect(digests('sun', night)).toEqual([]);
    expect(texts('sun', night)).toHaveLength(1);
    expect(texts('sun', night)[0]).toContain('交接已生效');
    expect(texts('zhao', night).join()).toContain('有人催办');
    await world.private('zhao').clicks('zhao', begun, '签收');
    expect(textOf(group().card(2))).toContain('办理中');
  });

  test('cards and history name who acts and in whose place', async () => {
    expect(textOf(group().card(1))).toContain('赵磊（代孙倩）');
    await world.private('zhao').ask('zhao', '进展 #1 已联系清运公司');
    expect(await world.private('song').ask('song', '历史 #1')).toContain('赵磊（住建局）（代孙倩）进展');
    expect(await world.private('sun').ask('sun', '我的')).toContain('交接期间提醒都发给赵磊');
  });

  test('who is away may still act', async () => {
    expect(await world.private('sun').ask('sun', '进展 #1 远程跟进')).toContain('进展已记录');
  });

  test('what the deputy reports done another one verifies', async () => {
    await world.private('zhao').ask('zhao', '办结 #2 已抽排');
    expect(await world.private('wang').ask('wang', '核验 #2 属实')).toContain('销号');
  });

  test('a new issue goes to the deputy', async () => {
    world.pass(1000);
    const from = world.now;
    await group().says('wang', '报 路面破损 生态环境局 5个工作日');
    expect(texts('zhao', from).join()).toContain('请签收');
    expect(texts('sun', from)).toEqual([]);
  });

  test('afterwards everything is back, with one report to each and one digest that says nothing twice', async () => {
    const evening = world.now;
    await world.advanceTo('2026-11-26 09:00');
    for (const key of ['sun', 'zhao']) {
      const reports = since(key, evening).filter((one) => titleOf(one).includes('交接结束'));
      expect(reports, key).toHaveLength(1);
      expect(textOf(reports[0]!)).toContain('已经销号 1 件');
      expect(textOf(reports[0]!)).toContain('有进展，还没销号 1 件');
    }
    expect(textOf(group().card(1))).not.toContain('赵磊（代');
    const morning = digests('sun', evening);
    expect(morning).toHaveLength(1);
    expect(textOf(morning[0]!).split('路面破损')).toHaveLength(2);
    expect(await world.private('zhao').ask('zhao', '我的')).not.toContain('磷石膏');
    expect(await world.private('zhao').ask('zhao', '进展 #1 再看看')).toContain('不能');
  });
});

/** Whom the group's card of an issue @-mentions, and in whose place. */
const asks = (issueId: number, key: string, away: string) => {
  const card = group().card(issueId);
  return JSON.stringify(card.content).includes(world.openId(key)) && textOf(card).includes(`（代${away}）`);
};

describe('交接, the unusual', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 5个工作日');
  });
  afterAll(() => world.close());

  test('from today it acts at once; the office makes it for somebody else and takes it back', async () => {
    const from = world.now;
    expect(await world.private('song').ask('song', '交接 孙倩 今天到周五 给 赵磊')).toContain(
      '孙倩的事项由赵磊代办',
    );
    expect(texts('sun', from).join()).toContain('宋丽为您设置了交接');
    expect(since('zhao', from).map(titleOf).join()).toContain('代孙倩办理：1 件在办');
    expect(asks(1, 'zhao', '孙倩')).toBe(true);
    expect(await world.private('song').ask('song', '交接 取消 孙倩')).toContain('交接已取消');
    expect(asks(1, 'zhao', '孙倩')).toBe(false);
    expect(since('zhao', from).map(titleOf).join()).toContain('提前结束');
  });

  test('a chain is followed, and its end acts', async () => {
    await world.private('sun').ask('sun', '交接 今天 给 赵磊');
    expect(await world.private('zhao').ask('zhao', '交接 今天 给 李航')).toContain('由李航代办');
    expect(asks(1, 'li', '孙倩')).toBe(true);
    const heads = since('li', 0).map(titleOf);
    expect(heads.filter((head) => head.includes('代孙倩办理：1 件在办'))).toHaveLength(1);
    expect(heads.filter((head) => head.includes('代赵磊办理'))).toHaveLength(1);
    expect(await world.private('li').ask('li', '签收 #1')).toContain('已签收');
    expect(await world.private('zhao').ask('zhao', '交接 取消')).toContain('交接已取消');
    expect(textOf(group().card(1))).toContain('赵磊（代孙倩）');
  });

  test('the deputy may decline', async () => {
    expect(await world.private('zhao').ask('zhao', '交接 取消')).toContain('交接已取消');
    expect(await world.private('sun').ask('sun', '交接')).toContain('现在没有交接');
  });

  test('down for all of its days, it has never acted, and both are told', async () => {
    await world.private('sun').ask('sun', '交接 11/25 给 赵磊');
    const from = world.now;
    world.outageUntil('2026-11-26 10:00');
    await world.advanceTo('2026-11-26 10:30');
    for (const key of ['sun', 'zhao']) expect(texts(key, from).join()).toContain('没有生效');
  });

  test('a deputy the platform cannot reach: the office has the ball, until the deputy speaks again', async () => {
    await world.private('sun').ask('sun', '交接 今天 给 赵磊');
    await world.deps.db.transaction((tx) =>
      updatePersonByOpenId(tx, world.openId('zhao'), { unreachableSince: world.now }),
    );
    expect(await world.private('song').ask('song', '我的')).toContain('磷石膏');
    await world.private('song').says('song', '催办 #1');
    expect(JSON.stringify(group().card(1).content)).toContain(world.openId('song'));
    await world.private('zhao').says('zhao', '我的');
    await world.private('wang').says('wang', '催办 #1');
    expect(asks(1, 'zhao', '孙倩')).toBe(true);
    await world.private('sun').says('sun', '交接 取消');
  });

  test('two processes at midnight begin it once', async () => {
    await world.private('sun').ask('sun', '交接 11/27 给 赵磊');
    const other = world.joinProcess();
    const from = world.now;
    world.outageUntil('2026-11-27 00:01');
    await Promise.all([runTick(world.deps, world.now), runTick(other.deps, world.now)]);
    await world.advanceTo('2026-11-27 09:00');
    expect(since('zhao', from).filter((one) => titleOf(one).includes('代孙倩办理'))).toHaveLength(1);
    await world.advanceTo('2026-11-30 09:00');
    expect(since('zhao', from).filter((one) => titleOf(one).includes('交接结束'))).toHaveLength(1);
  });
});
