/** People of other tenants: the enterprise row of the rights table and nothing else, by every path. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TAP_VERBS } from '../../src/cards/actions.ts';
import { loadIssue } from '../../src/db/issue.ts';
import { loadActor } from '../../src/db/person.ts';
import { VERB_FORMS } from '../../src/verbs/verbs.ts';
import { openWorld, textOf, type World } from '../support/world.ts';
import { forgeClick, senderOf, take } from './forge.ts';

const SECRET = '压铸车间用电不足';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.group('mlx').says('wang', `报 ${SECRET} 供电公司 3个工作日`);
  await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
});
afterAll(() => world.close());

const person = async (key: string) =>
  (await world.deps.db.read((tx) => loadActor(tx, { openId: world.openId(key) })))!.person;
const issue = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));

describe('an enterprise contact learns nothing of another project', () => {
  test.each([
    '#1',
    '历史 #1',
    '怎么算的 #1',
    '退回 #1',
    '办结 #1',
    '进展 #1',
    '转办 #1',
    '延期 #1',
    '挂账 #1',
    '改单位 #1',
    '改时限 #1',
    '改项目 #1',
    '不属实 #1',
    '核验 #1',
    '不满意 #1',
    '清单',
    '搜 压铸',
    '搜 供电',
    '项目',
    '项目 美利信',
    '美利信怎么样了',
    '我的',
    '报',
    '单位',
    '分类',
    '区域',
    '人员',
    '绑定',
  ])('%s', async (words) => {
    const place = world.group('xf');
    await place.says('hua', words);
    const raw = JSON.stringify(place.lastBot.content);
    for (const secret of [SECRET, '美利信', '钱进', world.openId('qian'), world.openId('feng')])
      expect(raw).not.toContain(secret);
  });

  test('相似 tells nothing of a problem that may not be seen', async () => {
    await world.group('xf').says('wang', '报 压铸车间用电的同类事 供电公司 3个工作日');
    expect(await world.group('xf').ask('hua', '相似 #1')).not.toContain('同类事');
    const page = { do: 'page', title: 'x', filter: { similarTo: 1 }, page: 1 };
    expect(JSON.stringify(await forgeClick(world, 'hua', world.private('hua'), page))).not.toContain(
      '同类事',
    );
  });

  test('forged buttons open no form, no list and no issue of it', async () => {
    const place = world.group('xf');
    const before = world.private('hua').messages.length;
    for (const form of ['bounce', 'route', 'pause', 'correct-unit', 'report-done'] as const) {
      await forgeClick(world, 'hua', place, { do: 'open-form', form, issueId: 1 });
      expect(JSON.stringify(place.lastBot.content)).not.toContain(SECRET);
    }
    for (const command of ['#1', '历史 #1', '清单', '搜 压铸']) {
      await forgeClick(world, 'hua', place, { do: 'answer', command });
      expect(JSON.stringify(place.lastBot.content)).not.toContain(SECRET);
    }
    const page = { do: 'page', title: 'x', filter: { projectIds: [2] }, page: 1 };
    expect(JSON.stringify(await forgeClick(world, 'hua', place, page))).not.toContain(SECRET);
    expect(world.private('hua').messages.length).toBe(before);
  });

  test('forged forms and verbs change nothing of it', async () => {
    const before = await issue(1);
    const place = world.private('hua');
    const args = [
      undefined,
      { confirmed: true },
      { approve: true },
      { exempt: true },
      { score: 'satisfied' },
    ];
    for (const verb of TAP_VERBS)
      for (const one of args)
        await forgeClick(world, 'hua', place, {
          do: 'verb',
          verb,
          issueId: 1,
          seen: 1,
          ...(one && { args: one }),
        });
    const formValue = {
      reason: '伪造',
      unitId: '1',
      projectId: '1',
      day: '2026-12-30',
      personName: '王建国',
    };
    for (const form of VERB_FORMS)
      await forgeClick(world, 'hua', place, { do: 'submit', form, issueId: 1, seen: 1 }, { formValue });
    expect(await issue(1)).toEqual(before);
  });
});

describe('a push that does not say the tenant', () => {
  test.each([
    ['menu', () => world.sim.menu(world.openId('hua'), 'projects')],
    ['opening the private chat', () => world.sim.openP2p(world.openId('hua'))],
  ])('%s makes nobody of the own house', async (_what, push) => {
    await push();
    await world.sim.settled();
    await world.settle();
    expect((await person('hua')).home).toBe(false);
    expect((await person('hua')).tenantKey).toBe('tenant_hua');
  });

  test('menu and private chat make no newcomer one either, but leave the own people as they are', async () => {
    const stranger = world.sim.addUser({ name: '路人', tenantKey: 'tenant_x', tenantName: '外' });
    world.keys.openId.luren = stranger.openId;
    await world.sim.menu(stranger.openId, 'mine');
    await world.sim.settled();
    await world.settle();
    expect((await person('luren')).home).toBe(false);
    await world.sim.menu(world.openId('wang'), 'mine');
    await world.sim.settled();
    expect((await person('wang')).home).toBe(true);
  });

  test('a menu key nobody made answers with help', async () => {
    await take(world, {
      kind: 'menu',
      eventId: 'menu-odd',
      eventKey: 'constructor',
      operator: senderOf(world, 'wang'),
    });
    expect(world.private('wang').lastText).toContain('帮助');
  });
});

describe('nobody of another tenant can be made responsible', () => {
  test('转办, in words and by form', async () => {
    await world.group('xf').says('wang', '转办 #2 生态环境局 @华明');
    expect((await issue(2))?.assigneeId).toBeNull();
    const formValue = { unitId: '3', personOpenId: world.openId('hua') };
    await forgeClick(
      world,
      'wang',
      world.group('xf'),
      { do: 'submit', form: 'route', issueId: 2, seen: 1 },
      { formValue },
    );
    expect((await issue(2))?.assigneeId).toBeNull();
    await world.private('wang').says('wang', '转办 #2 生态环境局 华明');
    expect((await issue(2))?.assigneeId).toBeNull();
  });

  test('报: an enterprise named with @ is not who signs', async () => {
    await world.group('xf').says('wang', '报 厂区道路积水 交通运输局 @华明 3个工作日');
    const card = textOf(world.group('xf').lastBot);
    expect(card).toContain('积水');
    const logged = await issue(4);
    expect(logged?.assigneeId).toBeNull();
  });

  test('挂账: the chaser is one of us', async () => {
    const said = await world.group('xf').ask('sun', '挂账 #2 到 12月30日 等省厅批复 @华明');
    expect((await issue(2))?.pending).toBeNull();
    expect(said).toContain('外单位');
  });

  test('secretary, leader, unit and role', async () => {
    const hua = await person('hua');
    await world.group('xf').says('song', '项目 兴发 秘书 @华明');
    await world.group('xf').says('song', '项目 兴发 组长 @华明');
    await world.private('lin').says('lin', '角色 综合办 华明');
    await world.private('lin').says('lin', '人员 华明 单位 住建局');
    await world.private('lin').says('lin', '单位 住建局 联络员 华明');
    const actor = await world.deps.db.read((tx) => loadActor(tx, { id: hua.id }));
    expect(actor).toMatchObject({ grants: [], secretaryOf: [], leaderOf: [], signsFor: [] });
    expect(actor?.person.unitId).toBeNull();
  });
});
