/** What is said while nobody listens: recent words are run, older ones are asked about, and nothing happens twice. */
import { afterEach, describe, expect, test } from 'vitest';
import { planCatchUp } from '../../src/engine/catch-up.ts';
import { runTick } from '../../src/engine/tick.ts';
import { DEFAULT_SCOPES } from '../../src/sim/sim.ts';
import { openWorld, textOf, titleOf, type World, type WorldOptions } from '../support/world.ts';

const SCOPES = [...DEFAULT_SCOPES, 'im:message.group_msg', 'im:message:readonly'];
const LIST = 'GET /open-apis/im/v1/messages';

let world: World;
afterEach(() => world.close());

const group = (key = 'xf') => world.group(key);
const issues = async () => {
  const rows = await world.deps.db.session((session) => session.query('select title from issue order by id'));
  return rows.map((row) => row.title);
};
const asked = (key = 'xf') =>
  group(key).messages.filter((one) => one.senderType === 'app' && titleOf(one).startsWith('停机期间'));

/** A world at work, which then gets no push; `resetBefore`: the platform will try again. */
async function openOutage(
  options: WorldOptions = {},
  kind: 'dropPush' | 'resetBefore' = 'dropPush',
): Promise<() => void> {
  world = await openWorld({ at: '2026-11-23 09:00', ...options });
  world.sim.setScopes(SCOPES);
  await group().says('wang', '报 旧事一件 住建局 3个工作日');
  await runTick(world.deps, world.now);
  return world.sim.fault({ push: '*', kind });
}

function said(local: string, key: string, text: string, o: { atBot?: boolean; group?: string } = {}) {
  world.outageUntil(local);
  return world.sim.say(world.openId(key), group(o.group).chatId, text, { atBot: o.atBot ?? true });
}

/** The service is there again: what node.ts does every minute. */
async function comesBack(local: string, over: () => void): Promise<void> {
  over();
  world.outageUntil(local);
  await planCatchUp(world.deps, world.now);
  await runTick(world.deps, world.now);
  await world.settle();
}

describe('after an outage', () => {
  test('recent words are run, older ones listed and not run, talk and questions left alone', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局 3个工作日');
    await said('2026-11-23 10:05', 'wang', '红色的有几个');
    await said('2026-11-23 10:06', 'wang', '大家辛苦了', { atBot: false });
    await said('2026-11-23 10:07', 'sun', '报 路灯不亮 住建局', { atBot: false });
    await said('2026-11-23 16:56', 'wang', '报 井盖松动 住建局 3个工作日');
    await comesBack('2026-11-23 17:00', over);
    expect(await issues()).toEqual(['旧事一件', '井盖松动']);
    expect(asked()).toHaveLength(1);
    const text = textOf(asked()[0]!);
    expect(text).toContain('停机期间有 2 条没有处理');
    expect(text).toMatch(/王建国 11-23 10:00\n.*报 堆场漏水/);
    expect(text).toMatch(/孙倩 11-23 10:07\n.*报 路灯不亮/);
    expect(text).toContain('另有 1 条查询');
    expect(text).not.toMatch(/辛苦|井盖/);
  });

  test('the author or the office confirms a line, once; its days count from when it was said', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局 2个工作日');
    await said('2026-11-23 10:01', 'wang', '报 路灯不亮 住建局 2个工作日');
    await comesBack('2026-11-24 09:30', over);
    const [card] = asked();
    const refused = await group().clicks('sun', card!, '确认');
    expect(refused.toast?.content).toContain('说这句话的人');
    expect(await issues()).toEqual(['旧事一件']);
    const done = await group().clicks('wang', card!, '确认');
    expect(done.toast?.type).toBe('success');
    expect(await issues()).toEqual(['旧事一件', '堆场漏水']);
    expect(textOf(group().card(2))).toContain('11月25日');
    expect(textOf(asked()[0]!)).toContain('停机期间有 1 条没有处理');
    await group().clicks('song', asked()[0]!, '确认');
    expect(await issues()).toEqual(['旧事一件', '堆场漏水', '路灯不亮']);
    expect(textOf(asked()[0]!)).toContain('停机期间的消息都已处理');
    expect(await group().ask('wang', '历史 #3')).toContain('王建国');
  });

  test('two who confirm at the same moment, and a line left, make no second issue', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局');
    await comesBack('2026-11-23 17:00', over);
    const [card] = asked();
    await Promise.all([
      world.sim.click(world.openId('wang'), card!.messageId, '确认'),
      world.sim.click(world.openId('song'), card!.messageId, '确认'),
    ]);
    await world.settle();
    expect(await issues()).toEqual(['旧事一件', '堆场漏水']);
    expect(JSON.stringify(asked()[0]!.content)).not.toContain('confirm-draft');
  });

  test('取消 leaves a line for good', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局');
    await comesBack('2026-11-23 17:00', over);
    const left = await group().clicks('wang', asked()[0]!, '取消');
    expect(left.toast?.content).toContain('没有执行');
    await world.advanceTo('2026-11-24 10:00');
    expect(await issues()).toEqual(['旧事一件']);
    expect(textOf(asked()[0]!)).toContain('都已处理');
  });

  test('a date that is over meanwhile is asked for anew', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局 明天');
    await comesBack('2026-11-26 09:30', over);
    await group().clicks('wang', asked()[0]!, '确认');
    expect(await issues()).toEqual(['旧事一件']);
    expect(group().botTexts.join('\n')).toContain('日期已经过了');
  });

  test('what the platform pushes again is not taken twice, whichever comes first', async () => {
    const over = await openOutage({}, 'resetBefore');
    await said('2026-11-23 16:50', 'wang', '报 堆场漏水 生态环境局');
    await said('2026-11-23 16:58', 'wang', '报 路灯不亮 住建局');
    await comesBack('2026-11-23 17:05', over);
    expect(await issues()).toEqual(['旧事一件', '路灯不亮']);
    // The platform's own tries are due by now.
    await world.sim.runDue();
    await world.sim.settled();
    await world.settle();
    const titles = [...(await issues())].sort();
    expect(titles).toEqual(['堆场漏水', '旧事一件', '路灯不亮'].sort());
    const late = await group().clicks('wang', asked()[0]!, '确认');
    expect(late.toast?.content).toContain('已经处理过');
    expect(await issues()).toHaveLength(3);
  });

  test('what was taken just before an outage of many days is not asked about', async () => {
    const over = await openOutage();
    await comesBack('2026-11-28 10:00', over);
    await world.advanceTo('2026-11-28 10:05');
    expect(asked()).toEqual([]);
    expect(await issues()).toEqual(['旧事一件']);
  });

  test('two processes that start together, and a start that crashes, ask once', async () => {
    const over = await openOutage();
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局');
    over();
    world.outageUntil('2026-11-23 17:00');
    const other = world.joinProcess();
    await Promise.all([planCatchUp(world.deps, world.now), planCatchUp(other.deps, world.now)]);
    await planCatchUp(world.deps, world.now + 60_000);
    await runTick(world.deps, world.now);
    await world.settle();
    expect(asked()).toHaveLength(1);
    expect(world.calls(LIST)).toHaveLength((await boundGroups()).length);
  });

  test('long talk is read page by page, within the limits, and makes cards of ten lines', async () => {
    const over = await openOutage({ env: { LOG_LEVEL: 'warn' } });
    for (let n = 1; n <= 112; n++) {
      const minute = String(n % 60).padStart(2, '0');
      const text = n % 9 === 0 ? `报 第${n}处漏水 住建局` : `第${n}句闲话`;
      await said(`2026-11-23 1${n < 60 ? 0 : 1}:${minute}`, 'wang', text, { atBot: n % 9 === 0 });
    }
    await comesBack('2026-11-23 17:00', over);
    const pages = world.calls(LIST).filter((call) => call.path.includes(group().chatId));
    expect(pages).toHaveLength(3);
    expect(world.calls(LIST).every((call) => call.code === 0)).toBe(true);
    expect(asked().map((one) => titleOf(one))).toEqual([
      '停机期间有 10 条没有处理',
      '停机期间有 2 条没有处理',
    ]);
  });

  test('without the right to read a group’s talk nothing is read, and nothing breaks', async () => {
    const over = await openOutage();
    world.sim.setScopes(DEFAULT_SCOPES);
    await said('2026-11-23 10:00', 'wang', '报 堆场漏水 生态环境局');
    await comesBack('2026-11-23 17:00', over);
    expect(asked()).toEqual([]);
    expect(await issues()).toEqual(['旧事一件']);
  });

  test('a platform that is still away is asked again', async () => {
    const over = await openOutage();
    await said('2026-11-23 16:58', 'wang', '报 堆场漏水 生态环境局');
    const broken = world.sim.fault({ api: LIST, kind: 'http500', times: 3 });
    await comesBack('2026-11-23 17:00', over);
    broken();
    await world.advanceTo('2026-11-23 17:05');
    expect(await issues()).toEqual(['旧事一件', '堆场漏水']);
  });

  test('the minutes up to which words are run are a setting; a short stop asks nobody', async () => {
    const over = await openOutage({ admins: ['lin'] });
    over();
    await world.private('lin').says('lin', '设置 补收分钟 60');
    await runTick(world.deps, world.now + 1);
    const again = world.sim.fault({ push: '*', kind: 'dropPush' });
    await said('2026-11-23 16:10', 'wang', '报 堆场漏水 生态环境局');
    await comesBack('2026-11-23 17:00', again);
    expect(await issues()).toEqual(['旧事一件', '堆场漏水']);
    const before = world.calls(LIST).length;
    await comesBack('2026-11-23 17:04', () => {});
    expect(world.calls(LIST)).toHaveLength(before);
  });
});

async function boundGroups() {
  return world.deps.db.session((session) =>
    session.query("select id from chat where kind in ('project', 'office')"),
  );
}
