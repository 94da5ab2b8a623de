/** 挂图, 晴雨表 and 看板 as people ask for them in groups and privately. */
import { afterEach, describe, expect, test } from 'vitest';
import { shiftsOf } from '../../src/features/board/store.ts';
import { readImageSize } from '../../src/sim/api/image-size.ts';
import { planProject } from '../support/planned.ts';
import { openWorld, type Place, titleOf, type World } from '../support/world.ts';

const PUBLIC = { PUBLIC_URL: 'https://zb.example.gov.cn' };

describe('挂图', () => {
  let world: World;
  afterEach(() => world.close());

  const chartIn = (place: Place) => JSON.stringify(place.lastBot.content).includes('"tag":"chart"');

  test('in the group shows the group’s project as a chart with nodes and weather', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    const group = world.group('xf');
    const said = await group.ask('wang', '挂图');
    expect(titleOf(group.lastBot)).toContain('挂图');
    expect(chartIn(group)).toBe(true);
    expect(said).toContain('还有 ');
    expect(said).toContain('18 建筑工程施工许可证');
  });

  test('privately by name, and without one which project is asked with buttons', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    const own = world.private('wang');
    expect(await own.ask('wang', '挂图 兴发')).toContain('挂图');
    expect(chartIn(own)).toBe(true);
    expect(await own.ask('wang', '挂图')).toContain('哪个项目');
    expect(JSON.stringify(own.lastBot.content)).toContain('挂图 兴发');
  });

  test('of a project without links says what to do, and nothing is drawn', async () => {
    world = await openWorld();
    expect(await world.group('xf').ask('wang', '挂图')).toContain('还没有环节和计划');
  });

  test('a name that is no project’s is not guessed', async () => {
    world = await openWorld();
    expect(await world.private('wang').ask('wang', '挂图 天上人间')).toContain('天上人间');
  });

  test('in a group only its own project is shown, whoever asks', async () => {
    world = await openWorld();
    await planProject(world.deps, '美利信');
    const said = await world.group('xf').ask('song', '挂图 美利信');
    expect(said).toContain('这个项目不属于本群');
  });

  test('an enterprise’s contact sees the own project in its group, and no other’s', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    expect(await world.group('xf').ask('hua', '挂图')).toContain('挂图');
    expect(await world.group('xf').ask('hua', '晴雨表 全部')).not.toContain('美利信');
  });

  test('图片 comes into the chat as an A3 picture', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    const group = world.group('xf');
    await group.says('wang', '挂图 图片');
    const image = group.messages.filter((one) => one.msgType === 'image').at(-1);
    const key = (image!.content as { image_key: string }).image_key;
    const file = (world.sim.snapshot() as { files: Record<string, { data: string }> }).files[key];
    expect(readImageSize(Buffer.from(file?.data ?? '', 'base64'))).toMatchObject({
      width: 3360,
      height: 2376,
    });
  });

  test('without the right to upload, words come in the picture’s place and nothing is lost', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    world.sim.setScopes(world.sim.scopes().filter((scope) => scope !== 'im:resource'));
    const group = world.group('xf');
    await group.says('wang', '挂图 图片');
    expect(group.lastText).toContain('im:resource');
    world.expectFailures(0);
  });

  test('where no picture can be made the card comes, and it is said', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    delete world.deps.picture;
    const said = await world.group('xf').ask('wang', '挂图 图片');
    expect(said).toContain('不能画图片');
    expect(
      world.group('xf').messages.some((one) => JSON.stringify(one.content).includes('"tag":"chart"')),
    ).toBe(true);
  });
});

describe('晴雨表', () => {
  let world: World;
  afterEach(() => world.close());

  test('of a project tells each link’s weather with the rule it comes from', async () => {
    world = await openWorld({ at: '2026-12-30 09:00' });
    await planProject(world.deps, '兴发', { lateFrom: 12 });
    const said = await world.group('xf').ask('wang', '晴雨表');
    expect(said).toContain('应完未完，晚 18 个工作日');
    expect(said).toContain('怎么定的');
  });

  test('of all projects has the worst first, and those of others are not in it', async () => {
    world = await openWorld({ at: '2026-12-30 09:00' });
    await planProject(world.deps, '美利信', { lateFrom: 12 });
    await planProject(world.deps, '兴发');
    const said = await world.private('wang').ask('wang', '晴雨表');
    expect(said.indexOf('美利信')).toBeLessThan(said.indexOf('兴发'));
    expect(said).not.toContain('安琪');
  });
});

describe('晴雨表 of all', () => {
  test('after the morning’s forecast tells which link the weather comes from, and why', async () => {
    const world = await openWorld({ at: '2026-12-29 17:00' });
    await planProject(world.deps, '美利信', { lateFrom: 12 });
    await world.advanceTo('2026-12-30 08:59');
    const said = await world.private('wang').ask('wang', '晴雨表');
    expect(said).toMatch(/美利信[\s\S]*?(?:因|，应[开完]未[开完]，晚 \d+ 个工作日)/);
    const link = await world.deps.db.read(async (tx) => {
      const { data } = await world.deps.directory.get(tx);
      const { id } = data.projects.find((project) => project.shortNames.includes('美利信'))!;
      return (await shiftsOf(tx, [id])).get(id)?.worst;
    });
    expect(link).toMatchObject({ link: { name: expect.any(String) }, weather: { weather: 'rain' } });
    await world.close();
  });
});

describe('看板', () => {
  let world: World;
  afterEach(() => world.close());

  test('without PUBLIC_URL says so and sends the picture instead', async () => {
    world = await openWorld();
    await planProject(world.deps, '兴发');
    const group = world.group('xf');
    expect(await group.ask('wang', '看板')).toContain('PUBLIC_URL');
    expect(group.messages.some((one) => one.msgType === 'image')).toBe(true);
  });

  test('asked for in a group, the link goes to the asker alone', async () => {
    world = await openWorld({ env: PUBLIC });
    await planProject(world.deps, '兴发');
    const group = world.group('xf');
    expect(await group.ask('wang', '看板')).toContain('私聊');
    expect(JSON.stringify(group.messages.map((one) => one.content))).not.toContain('/board/');
    expect(world.private('wang').lastText).toContain('https://zb.example.gov.cn/board/');
  });

  test('somebody of another tenant, who has no private chat, gets none', async () => {
    world = await openWorld({ env: PUBLIC });
    expect(await world.group('xf').ask('hua', '看板')).toContain('收不到私聊');
  });

  test('挂图 打印 opens the page for printing', async () => {
    world = await openWorld({ env: PUBLIC });
    await planProject(world.deps, '兴发');
    expect(await world.private('wang').ask('wang', '挂图 打印 兴发')).toContain('A3');
  });

  test('its hours are a setting of the administrator', async () => {
    world = await openWorld({ env: PUBLIC, admins: ['lin'] });
    expect(await world.private('lin').ask('lin', '设置 看板有效期 2小时')).toContain('看板有效期');
    await world.private('wang').says('wang', '看板');
    expect(world.private('wang').lastText).toContain('11:00');
  });
});
