/** What is said in a group is read by all of it: what may be shown where, whoever asks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertArea } from '../../src/db/area.ts';
import { loadActor, upsertPerson } from '../../src/db/person.ts';
import { insertProject, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { openWorld, type Place, textOf, type World } from '../support/world.ts';
import { forgeClick, strangeGroup } from './forge.ts';

const SECRET = '磷石膏仓库堆放不下';

let world: World;
let strange: Place;
beforeAll(async () => {
  world = await openWorld();
  await world.group('xf').says('wang', `报 ${SECRET} 生态环境局 3个工作日`);
  for (let i = 2; i <= 12; i++)
    await world.group('xf').says('wang', `报 第${i}件堆场扬尘 生态环境局 3个工作日`);
  strange = strangeGroup(world, ['wang', 'song', 'lin', 'sun', 'jin']);
});
afterAll(() => world.close());

describe('a group that is not bound shows no data, whoever asks', () => {
  test.each([
    ['wang', '我的'],
    ['song', '我的'],
    ['song', '项目'],
    ['wang', '项目 兴发'],
    ['wang', '#1'],
    ['song', '历史 #1'],
    ['song', '怎么算的 #1'],
    ['song', '相似 #1'],
    ['song', '清单'],
    ['song', '搜 磷石膏'],
    ['song', '兴发怎么样了'],
    ['wang', '报'],
    ['wang', '退回 #1'],
    ['wang', '转办 #1'],
    ['wang', '改项目 #1'],
    ['sun', '进展 #1'],
    ['song', '绑定'],
    ['wang', '同步 #1'],
    ['lin', '单位'],
    ['lin', '人员'],
    ['lin', '角色'],
    ['lin', '设置'],
  ])('%s: %s', async (key, words) => {
    const said = await strange.ask(key, words);
    const raw = JSON.stringify(strange.lastBot.content);
    for (const secret of [SECRET, '兴发磷石膏', '美利信压铸', '孙倩', '李航', '堆场扬尘']) {
      expect(said).not.toContain(secret);
      expect(raw).not.toContain(secret);
    }
    expect(raw).not.toContain(world.openId('sun'));
  });

  test('nor through forged or old buttons', async () => {
    const page = { do: 'page', title: '清单', filter: {}, page: 1 };
    const answer = await forgeClick(world, 'song', strange, page);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  test('an old list of a group that was unbound turns no more pages', async () => {
    const group = world.group('sx');
    await group.says('liu', '报 光伏组件堆放 供电公司 3个工作日');
    await group.agrees('liu', '解绑');
    const page = { do: 'page', title: '清单', filter: {}, page: 1 };
    const answer = await forgeClick(world, 'song', group, page);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(answer)).not.toContain('光伏组件');
    // Its live cards stand still from now on.
    const before = textOf(group.card(13));
    await world.private('qian').says('qian', '进展 #13 内部进展不外传');
    expect(textOf(group.card(13))).toBe(before);
    await group.says('liu', '绑定 三峡光伏');
    await world.private('qian').says('qian', '进展 #13 现在可以看了');
    expect(textOf(group.card(13))).toContain('现在可以看了');
  });
});

describe('administration is not shown to a group', () => {
  let bound: Place;
  beforeAll(async () => {
    bound = strangeGroup(world, ['wang', 'lin', 'hua'], '兴发小群');
    await bound.says('wang', '绑定 兴发');
  });

  test.each(['单位', '人员', '角色', '设置', '节假日', '体检', '分类', '区域'])('%s', async (words) => {
    const said = await bound.ask('lin', words);
    expect(said).toContain('私聊');
    expect(said).not.toContain('李航');
  });
});

describe('an office group', () => {
  let far: number;
  beforeAll(async () => {
    await world.deps.db.transaction(async (tx) => {
      far = (await insertArea(tx, { name: '远县', parentId: 1 }))!.id;
      const project = await insertProject(tx, { areaId: far, name: '远县风电', enterprise: null }, world.now);
      const wang = await loadActor(tx, { openId: world.openId('wang') });
      await updateProject(tx, project!.id, { secretaryId: wang!.person.id });
      const he = await upsertPerson(tx, { openId: world.openId('he'), name: '何静' }, world.now);
      await grantRole(tx, { personId: he.id, role: 'office', areaId: far });
    });
  });

  test('is not taken over by the secretary of one project', async () => {
    const said = await world.group('office').ask('wang', '绑定 兴发');
    expect(said).not.toContain('已绑定');
    expect(await world.group('office').ask('song', '本群')).toContain('综合办工作群');
  });

  test('takes no group away from a project of another area', async () => {
    const said = await world.group('xf').ask('he', '绑定 综合办');
    expect(said).not.toContain('已设为');
    expect(await world.group('xf').ask('wang', '本群')).toContain('兴发');
  });

  test('of one area shows nothing of another, even to somebody who may see both', async () => {
    const place = strangeGroup(world, ['song', 'he'], '远县综合办');
    expect(await place.ask('he', '绑定 综合办')).toContain('已设为综合办工作群');
    for (const words of ['清单', '#1', '历史 #1', '搜 磷石膏', '项目', '项目 兴发', '我的', '红色的有几个']) {
      expect(await place.ask('song', words), words).not.toMatch(/磷石膏(仓库|综合)|堆场扬尘/);
    }
  });
});

describe('同步', () => {
  test('tells the names of groups to nobody who may not do it', async () => {
    for (const key of ['jin', 'sun']) {
      const said = await world.private(key).ask(key, '同步 #1 到 专班');
      expect(said).not.toContain('楚能');
      const none = await world.private(key).ask(key, '同步 #1 到 没有这个群');
      expect(none).not.toContain('没有找到名为');
    }
  });
});
