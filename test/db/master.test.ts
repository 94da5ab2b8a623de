import { expect, test } from 'vitest';
import { insertArea, renameArea } from '../../src/db/area.ts';
import { findCategoryByName, saveCategory } from '../../src/db/category.ts';
import { createDirectoryCache, directoryVersion } from '../../src/db/directory.ts';
import { deleteHoliday, publishYear, saveHoliday } from '../../src/db/holiday.ts';
import type { Tx } from '../../src/db/open.ts';
import {
  findProjectByName,
  insertProject,
  setProjectContact,
  setProjectUnit,
  updateProject,
} from '../../src/db/project.ts';
import { grantRole, revokeRole } from '../../src/db/role.ts';
import {
  homeTenant,
  readState,
  rememberHomeTenant,
  saveRules,
  saveSetting,
  saveState,
} from '../../src/db/setting.ts';
import { findUnitByName, insertUnit, updateUnit } from '../../src/db/unit.ts';
import type { RulesPatch, Settings } from '../../src/domain/model.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { NO_FACTS } from '../support/blank-project.ts';
import { describeOnBoth } from './each-database.ts';
import { T0, ZONE } from './world.ts';

const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, timeZone: ZONE };

describeOnBoth('master data', (on) => {
  const change = <T>(work: (tx: Tx) => Promise<T>) => on.db.transaction(work);

  test('comes back whole, with everything that belongs to a project', async () => {
    const { world } = on;
    const cache = createDirectoryCache(DEFAULTS);
    const directory = await change(async (tx) => {
      await updateProject(tx, world.projects[0], {
        shortNames: ['兴发', '12'],
        enterprise: '兴发集团',
        leaderId: world.people[1],
        secretaryId: world.people[0],
        leadUnitId: world.units[0],
        startOn: '2026-03-01',
        productionOn: '2027-07-01',
        greenChannel: true,
        rules: { yellowDays: 5, hears: { red: ['leader', 'office'] } },
      });
      await setProjectUnit(tx, world.projects[0], world.units[1], true);
      await setProjectUnit(tx, world.projects[0], world.units[2], true);
      await setProjectUnit(tx, world.projects[0], world.units[2], false);
      await setProjectContact(tx, world.projects[0], world.people[2], true);
      await saveCategory(tx, { name: '供电', keywords: ['用电'], unitId: world.units[1], limitDays: 3 });
      await saveCategory(tx, {
        name: '供电',
        keywords: ['用电', '增容'],
        unitId: world.units[1],
        limitDays: 4,
      });
      await grantRole(tx, { personId: world.people[1], role: 'office', areaId: world.top });
      await saveHoliday(tx, { day: '2027-02-08', kind: 'off', name: '春节' });
      await saveHoliday(tx, { day: '2027-02-09', kind: 'off' });
      await publishYear(tx, 2027);
      await saveSetting(tx, 'limitDays', 7);
      await saveSetting(tx, 'rules.nearDueDays', 3);
      return cache.get(tx);
    });
    expect(directory.project(world.projects[0])).toEqual({
      id: world.projects[0],
      areaId: world.top,
      name: '兴发',
      shortNames: ['兴发', '12'],
      enterprise: '兴发集团',
      leaderId: world.people[1],
      secretaryId: world.people[0],
      leadUnitId: world.units[0],
      memberUnitIds: [world.units[1]],
      contactIds: [world.people[2]],
      startOn: '2026-03-01',
      productionOn: '2027-07-01',
      greenChannel: true,
      ...NO_FACTS,
      rules: { yellowDays: 5, hears: { red: ['leader', 'office'] } },
    });
    expect(directory.rulesFor(world.projects[0])).toEqual({
      ...DEFAULTS.rules,
      nearDueDays: 3,
      yellowDays: 5,
      hears: { ...DEFAULTS.rules.hears, red: ['leader', 'office'] },
    });
    expect(directory.data.areas).toEqual([
      { id: world.top, parentId: null, name: '本级' },
      { id: world.county, parentId: world.top, name: '兴山县' },
    ]);
    expect(directory.data.categories).toMatchObject([
      { name: '供电', keywords: ['用电', '增容'], limitDays: 4 },
    ]);
    expect(directory.holders('office', world.county)).toEqual([world.people[1]]);
    expect(directory.data.holidays).toEqual([
      { day: '2027-02-08', kind: 'off', name: '春节' },
      { day: '2027-02-09', kind: 'off' },
    ]);
    expect(directory.data.publishedYears).toEqual([2027]);
    expect(directory.settings).toEqual({
      ...DEFAULTS,
      limitDays: 7,
      rules: { ...DEFAULTS.rules, nearDueDays: 3 },
    });
  });

  test('rules of the deployment are stored as far as they differ, and are defaults again without', async () => {
    const cache = createDirectoryCache(DEFAULTS);
    const rules = (patch: RulesPatch | null) =>
      on.db.transaction(async (tx) => {
        await saveRules(tx, patch);
        return (await cache.get(tx)).settings.rules;
      });
    const patch: RulesPatch = { unsignedDays: [2, 4], hears: { blue: ['head', 'assignee'] } };
    const whole = { ...DEFAULTS.rules, ...patch, hears: { ...DEFAULTS.rules.hears, ...patch.hears } };
    expect(await rules(patch)).toEqual(whole);
    expect(await rules(null)).toEqual(DEFAULTS.rules);
  });

  test('is read again after every change and only then', async () => {
    const cache = createDirectoryCache(DEFAULTS);
    const { world } = on;
    const get = () => on.db.read((tx) => cache.get(tx));
    const grant = { personId: world.people[2], role: 'leader', areaId: world.top } as const;
    const changes: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => insertUnit(tx, { areaId: world.top, name: '水利局' }),
      (tx) => updateUnit(tx, world.units[0], { headId: world.people[0] }),
      (tx) => insertProject(tx, { areaId: world.top, name: '新项目' }, T0),
      (tx) => updateProject(tx, world.projects[1], { enterprise: '企业' }),
      (tx) => setProjectContact(tx, world.projects[1], world.people[0], true),
      (tx) => insertArea(tx, { name: '园区', parentId: world.county }),
      (tx) => renameArea(tx, world.county, '兴山'),
      (tx) => grantRole(tx, grant),
      (tx) => revokeRole(tx, grant),
      (tx) => saveHoliday(tx, { day: '2028-01-01', kind: 'off' }),
      (tx) => deleteHoliday(tx, '2028-01-01'),
      (tx) => saveSetting(tx, 'urgentApp', true),
    ];
    for (const one of changes) {
      const before = await get();
      expect(await get()).toBe(before);
      await change(one);
      expect(await get()).not.toBe(before);
    }
  });

  test('a change taken back leaves no trace in the cache, whatever version comes next', async () => {
    const cache = createDirectoryCache(DEFAULTS);
    const get = (tx: Tx) => cache.get(tx);
    const failing = change(async (tx) => {
      await insertUnit(tx, { areaId: on.world.top, name: '幽灵局' });
      expect((await get(tx)).data.units.map(({ name }) => name)).toContain('幽灵局');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await change((tx) => insertUnit(tx, { areaId: on.world.top, name: '真实局' }));
    const names = (await on.db.read(get)).data.units.map(({ name }) => name);
    expect(names).toContain('真实局');
    expect(names).not.toContain('幽灵局');
  });

  test('a name taken in the same area is refused without breaking the transaction', async () => {
    const { world } = on;
    const seen = await change(async (tx) => {
      const version = await directoryVersion(tx);
      const refused = [
        await insertUnit(tx, { areaId: world.top, name: '住建局' }),
        await updateUnit(tx, world.units[1], { name: '住建局' }),
        await insertProject(tx, { areaId: world.top, name: '兴发' }, T0),
        await updateProject(tx, world.projects[1], { name: '兴发' }),
        await updateUnit(tx, 999_999, { name: '没有' }),
        await insertArea(tx, { name: '甲', parentId: world.top }).then(() =>
          insertArea(tx, { name: '甲', parentId: world.top }),
        ),
      ];
      const elsewhere = await insertUnit(tx, { areaId: world.county, name: '住建局' });
      return { refused, elsewhere: elsewhere?.name, bumped: (await directoryVersion(tx)) > version };
    });
    expect(seen.refused).toEqual([undefined, undefined, undefined, false, undefined, undefined]);
    expect(seen).toMatchObject({ elsewhere: '住建局', bumped: true });
    const found = await on.db.read(async (tx) => [
      (await findUnitByName(tx, world.top, '住建局'))?.id,
      (await findProjectByName(tx, world.top, '美利信'))?.id,
      (await findCategoryByName(tx, '没有'))?.id,
    ]);
    expect(found).toEqual([world.units[0], world.projects[1], undefined]);
  });

  test('what the deployment learns about itself is no setting', async () => {
    const before = await on.db.read(directoryVersion);
    expect(await on.db.read(homeTenant)).toBeUndefined();
    await change((tx) => rememberHomeTenant(tx, '12'));
    await change((tx) => rememberHomeTenant(tx, '34'));
    await change((tx) => saveState(tx, 'bot', { openId: 'ou_bot' }));
    expect(await on.db.read(homeTenant)).toBe('34');
    expect(await on.db.read((tx) => readState(tx, 'bot'))).toEqual({ openId: 'ou_bot' });
    expect(await on.db.read(directoryVersion)).toBe(before);
  });
});
