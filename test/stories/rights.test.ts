import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

/** Who tries, by the row of the table; all stand in the group. */
const ROLES = {
  enterprise: 'hua',
  unit: 'sun',
  otherUnit: 'zhao',
  secretary: 'wang',
  office: 'song',
  leader: 'tang',
} as const;
type Role = keyof typeof ROLES;

/** What is said, in which state of the problem, and who may (product.md §8). */
const TABLE: {
  state: 'unsigned' | 'working' | 'verifying' | 'closed' | 'asked';
  says: string;
  may: Role[];
}[] = [
  { state: 'unsigned', says: '转办 # 水利局', may: ['secretary', 'office', 'leader'] },
  { state: 'unsigned', says: '签收 #', may: ['unit', 'secretary', 'office'] },
  { state: 'unsigned', says: '退回 # 不归本单位', may: ['unit', 'secretary', 'office'] },
  { state: 'working', says: '进展 # 已派人', may: ['unit', 'secretary', 'office'] },
  { state: 'working', says: '办结 # 已解决', may: ['unit', 'secretary', 'office'] },
  { state: 'working', says: '协办 # 供电公司', may: ['unit', 'secretary', 'office', 'leader'] },
  { state: 'working', says: '延期 # 到 12月20日 等批复', may: ['unit', 'secretary', 'office'] },
  { state: 'working', says: '挂账 # 到 12月20日 等批复', may: ['unit', 'secretary', 'office'] },
  { state: 'working', says: '上会 #', may: ['unit', 'secretary', 'office', 'leader'] },
  { state: 'working', says: '催办 #', may: ['unit', 'secretary', 'office', 'leader'] },
  { state: 'working', says: '作废 # 报错了', may: ['secretary', 'office'] },
  { state: 'asked', says: '同意 #', may: ['office', 'leader'] },
  { state: 'verifying', says: '核验 # 属实', may: ['enterprise', 'secretary', 'office', 'leader'] },
  { state: 'closed', says: '满意 #', may: ['enterprise'] },
  { state: 'closed', says: '重开 # 又坏了', may: ['enterprise', 'secretary', 'office', 'leader'] },
  { state: 'closed', says: '固化 # 先租后建', may: ['unit', 'secretary', 'office'] },
];

let last = 0;
async function problem(state: (typeof TABLE)[number]['state']): Promise<number> {
  const group = world.group('xf');
  await group.says('wang', '报 门口积水 生态环境局 5个工作日');
  const id = ++last;
  if (state === 'unsigned') return id;
  await group.says('sun', `签收 #${id}`);
  if (state === 'asked') await group.says('sun', `延期 #${id} 到 12月20日 等批复`);
  if (state === 'verifying' || state === 'closed') await group.says('sun', `办结 #${id} 已解决`);
  if (state === 'closed') await group.says('song', `核验 #${id} 属实`);
  return id;
}

describe('who may do what', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test.each(TABLE)('$says in state $state: $may and nobody else', async ({ state, says, may }) => {
    const group = world.group('xf');
    let id = await problem(state);
    for (const role of Object.keys(ROLES) as Role[]) {
      if (may.includes(role)) continue;
      const said = await group.ask(ROLES[role], says.replace('#', `#${id}`));
      expect(said, `${role}: ${says}`).toMatch(/^您不能做这一步，.+可以。$/);
    }
    for (const role of may) {
      const said = await group.ask(ROLES[role], says.replace('#', `#${id}`));
      expect(said, `${role}: ${says}`).not.toMatch(/您不能|没有听懂|还不能做/);
      expect(said, `${role}: ${says}`).toContain(`#${id}`);
      if (role !== may.at(-1)) id = await problem(state);
    }
  });

  test('a click by somebody without the right is refused and changes nothing', async () => {
    const id = await problem('unsigned');
    const group = world.group('xf');
    const toast = await group.clicks('hua', group.card(id), '签收');
    expect(toast.toast).toMatchObject({ type: 'warning' });
    expect(toast.toast?.content).toMatch(/责任单位.*可以/);
    expect(textOf(group.card(id))).toContain('待签收');
  });

  test('the administrator logs nothing and sees no problems', async () => {
    expect(await world.private('lin').ask('lin', '报 门口积水 水利局')).toMatch(/您不能做这一步/);
    expect(await world.private('lin').ask('lin', '清单')).toContain('没有符合条件的问题');
  });

  test('administration is for administrators', async () => {
    for (const key of ['song', 'tang', 'wang', 'sun']) {
      for (const says of [
        '单位 新增 某局',
        '设置 默认时限 9',
        '角色 综合办 @宋丽',
        '节假日 2027-02-08 休',
        '体检',
      ]) {
        expect(await world.private(key).ask(key, says), `${key}: ${says}`).toContain('管理员可以');
      }
    }
  });

  test('an enterprise contact of another project is a stranger here', async () => {
    const id = await problem('verifying');
    expect(await world.group('mlx').ask('jin', `核验 #${id} 属实`)).toMatch(/您不能做这一步/);
    expect(await world.group('mlx').ask('jin', `查 #${id}`)).toMatch(/不在您的查看范围|不属于本群/);
  });

  test('people of other tenants never read lists of units, people or other projects', async () => {
    const group = world.group('xf');
    expect(await group.ask('hua', '单位')).not.toContain('李航');
    expect(await group.ask('hua', '人员')).toContain('管理员可以');
  });
});
