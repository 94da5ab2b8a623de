/** People of other tenants who are nobody's registered contact: only as much as the group they are in gives them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadIssue } from '../../src/db/issue.ts';
import { openWorld, type World } from '../support/world.ts';
import { forgeClick } from './forge.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Somebody of another tenant comes into the group of 兴发. */
async function stranger(key: string, name: string): Promise<void> {
  const { openId } = world.sim.addUser({ name, tenantKey: `tenant_${key}`, tenantName: '分包单位' });
  world.keys.openId[key] = openId;
  await world.sim.addMembers(world.group('xf').chatId, world.openId('wang'), [openId]);
  await world.settle();
}

const issue = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));

test('who has left the group has no rights left on what they reported there', async () => {
  await stranger('fenbao', '分包人');
  const group = world.group('xf');
  await group.says('fenbao', '报 塔吊基础积水 生态环境局 3个工作日');
  expect(await group.ask('fenbao', '清单')).toContain('塔吊基础积水');
  expect(await group.ask('fenbao', '#1')).toContain('塔吊基础积水');
  // Another project's group: what is answered there is read by its people.
  const elsewhere = world.group('mlx');
  await world.sim.addMembers(elsewhere.chatId, world.openId('wang'), [world.openId('fenbao')]);
  await world.sim.removeMember(group.chatId, world.openId('wang'), world.openId('fenbao'));
  await world.settle();
  const before = await issue(1);
  for (const words of [
    '#1',
    '历史 #1',
    '清单',
    '我的',
    '搜 塔吊',
    '作废 #1 误报',
    '重开 #1 又来了',
    '改时限 #1 明天',
  ]) {
    const said = await elsewhere.ask('fenbao', words);
    expect(said).not.toBe('');
    expect(said, words).not.toContain('塔吊基础积水');
    await world.private('fenbao').says('fenbao', words);
  }
  for (const form of ['correct-unit', 'correct-deadline', 'reopen'])
    await forgeClick(
      world,
      'fenbao',
      world.private('fenbao'),
      { do: 'submit', form, issueId: 1, seen: 1 },
      { formValue: { unitId: '1', day: '2026-12-30', reason: '改' } },
    );
  expect(await issue(1)).toEqual(before);
});

test('whoever speaks in the group is in it, although the platform has not told us', async () => {
  const { openId } = world.sim.addUser({ name: '未报到', tenantKey: 'tenant_new', tenantName: '监理单位' });
  world.keys.openId.jianli = openId;
  const group = world.group('xf');
  await world.deps.db.session((session) => session.run('delete from chat_member'));
  await world.sim.addMembers(group.chatId, world.openId('wang'), [openId]);
  await world.deps.db.session((session) => session.run('delete from chat_member'));
  await world.settle();
  await group.says('jianli', '报 脚手架验收缺单 生态环境局 3个工作日');
  await group.says('jianli', '作废 #2 报错了');
  expect((await issue(2))?.status).toBe('void');
});

test('a made-up open_id in a form is not written down, whoever sends the form', async () => {
  await world.group('xf').says('wang', '报 厂区道路积水 生态环境局 3个工作日');
  const before = await world.rowCounts();
  const formValue = {
    unitId: '3',
    day: '2026-12-30',
    reason: '伪造',
    personOpenId: 'ou_0123456789abcdef0123456789abcdef',
  };
  for (const key of ['hua', 'jin', 'wang'])
    for (const form of ['route', 'pause']) {
      const answer = await forgeClick(
        world,
        key,
        world.group('xf'),
        { do: 'submit', form, issueId: 3, seen: 1 },
        { formValue },
      );
      expect(answer.toast?.type).toBe('warning');
    }
  const after = await world.rowCounts();
  expect(after.person).toBe(before.person);
  expect(after.history).toBe(before.history);
  expect(await issue(3)).toMatchObject({ assigneeId: null, pending: null });
});

test('whom an outsider mentions is not written down either', async () => {
  const { openId } = world.sim.addUser({ name: '没人认识', tenantKey: 'tenant_none', tenantName: '外' });
  await world.sim.addMembers(world.group('xf').chatId, world.openId('wang'), [openId]);
  await world.settle();
  await world.deps.db.session((session) =>
    session.run(`delete from chat_member; delete from person where open_id = '${openId}'`),
  );
  const before = await world.rowCounts();
  for (const words of [
    `转办 #3 生态环境局 @${openId}`,
    `挂账 #3 到 12月30日 等批复 @${openId}`,
    `报 道路积水 @${openId}`,
  ])
    await world.group('xf').says('hua', words);
  expect((await world.rowCounts()).person).toBe(before.person);
});
