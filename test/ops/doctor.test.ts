/** 体检 from the shell and in chat: what is well is said, what is not comes with its remedy. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HealthItem } from '../../src/cards/admin.ts';
import type { Config } from '../../src/config.ts';
import { lastArrivals } from '../../src/db/arrivals.ts';
import { saveState } from '../../src/db/setting.ts';
import { runTick } from '../../src/engine/tick.ts';
import { examine, report } from '../../src/ops/doctor.ts';
import { DEFAULT_SCOPES } from '../../src/sim/sim.ts';
import { testDatabase } from '../support/database.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
/** In a November of stories: another week than the server lives in, and next year's holidays are due. */
const ALWAYS = new Set(['与数据库的时间', '放假安排']);
const AT_REST = 'PostgreSQL server clock against the story: three days apart';

let world: World;

/** The doctor beside the world's bot, on its database and its platform. */
function doctor(over: Partial<Config> = {}, clock = () => world.now) {
  return examine({
    config: {
      ...world.deps.config,
      domain: 'https://open.feishu.cn',
      databaseUrl: world.databaseUrl,
      ...over,
    },
    clock,
    fetch: async (input, init) => world.sim.fetch(new Request(input, init)),
  });
}

const item = (items: HealthItem[], name: string) => {
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in\n${report(items)}`);
  return found;
};
const bad = (items: HealthItem[]) =>
  items.filter((one) => !one.ok && !ALWAYS.has(one.name)).map((one) => one.name);

describe('npm run doctor beside a running service', () => {
  beforeAll(async () => {
    world = await openWorld();
    await world.group('xf').says('wang', '报 堆场漏水 生态环境局 3个工作日');
    await world.group('xf').clicks('sun', world.group('xf').card(1), '签收');
    await runTick(world.deps, world.now);
  });
  afterAll(() => world.close());
  afterEach(() => world.sim.setScopes(DEFAULT_SCOPES));

  test('finds nothing wrong where nothing is', async () => {
    const items = await doctor();
    expect(bad(items), report(items)).toEqual([]);
    expect(item(items, '收消息').value).toContain('11-23 09:0');
    expect(item(items, '收按钮点击').value).toContain('11-23 09:0');
    expect(item(items, '必需权限').value).toBe('都已开通');
    expect(item(items, '可选权限').value).toContain('读群消息（停机补收、群里不用@）未开 · 加急已开 · 置顶');
  });

  test('writes nothing', async () => {
    const before = await world.rowCounts();
    await doctor();
    expect(await world.rowCounts()).toEqual(before);
  });

  test('sees a clock that differs, the database server’s as well as the platform’s', async () => {
    // The story is set in another week than the server lives in.
    expect(item(await doctor(), '与数据库的时间'), AT_REST).toMatchObject({ ok: false });
    const ahead = await doctor({}, () => world.now + 2 * 3_600_000);
    expect(item(ahead, '与飞书的时间')).toMatchObject({ ok: false, value: '本机快 7200 秒' });
    expect(item(ahead, '与飞书的时间').fix).toContain('set-ntp');
  });

  test('names the scopes that are missing', async () => {
    world.sim.setScopes(['im:message', 'im:message.p2p_msg', 'contact:user.basic_profile:readonly']);
    const found = item(await doctor(), '必需权限');
    expect(found).toMatchObject({
      ok: false,
      value: '缺 im:message.group_at_msg:readonly、im:chat:readonly',
    });
    expect(found.fix).toContain('发布新版本');
  });

  test('tells wrong credentials from a platform out of reach, and asks no further', async () => {
    const app = { ...world.deps.config.app!, secret: 'wrong' };
    const refused = await doctor({ app });
    expect(item(refused, '应用凭证')).toMatchObject({ ok: false, value: expect.stringContaining('100') });
    expect(item(refused, '应用凭证').fix).toContain('FEISHU_APP_SECRET');
    expect(refused.some((one) => one.name === '必需权限')).toBe(false);
    const away = await examine({
      config: { ...world.deps.config, databaseUrl: world.databaseUrl },
      clock: () => world.now,
      fetch: async () => {
        throw Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' });
      },
    });
    expect(item(away, '应用凭证')).toMatchObject({ ok: false, fix: expect.stringContaining('443') });
    expect(report(away)).not.toMatch(/demo-secret|demo-encrypt-key/);
  });

  test('sees that the database belongs to another app, weak keys, plain http, and keys being changed', async () => {
    const stored = await world.deps.bot();
    await world.deps.db.transaction((tx) => saveState(tx, 'bot', { openId: 'ou_other', name: 'x' }));
    const app = { ...world.deps.config.app!, encryptKeys: ['short'] };
    const items = await doctor({ app });
    await world.deps.db.transaction((tx) => saveState(tx, 'bot', stored));
    expect(item(items, '机器人')).toMatchObject({ ok: false, fix: expect.stringContaining('FEISHU_APP_ID') });
    expect(item(items, '加密策略')).toMatchObject({ ok: false });
    expect(item(items, '接口地址')).toMatchObject({ ok: true });
    expect(item(await doctor({ domain: 'http://open.feishu.cn' }), '接口地址')).toMatchObject({ ok: false });
    expect(item(await doctor({ domain: 'http://127.0.0.1:3000' }), '接口地址')).toMatchObject({ ok: true });
    const two = { ...world.deps.config.app!, encryptKeys: ['k'.repeat(32), 'o'.repeat(32)] };
    expect(item(await doctor({ app: two }), '加密策略')).toMatchObject({
      ok: true,
      value: expect.stringContaining('删掉旧的'),
    });
  });

  test('sees what waits too long, what is dead, groups without use, units and people with gaps', async () => {
    await world.deps.db.session((session) =>
      session.run(`insert into outbox (id, kind, target, payload, created_at, state, due_at, finished_at) values
          ('w', 'nothing', 'chat:oc_x', '{}', '2026-11-23Z', 'waiting', '2026-11-22 16:00Z', null),
          ('d', 'nothing', 'chat:oc_x', '{}', '2026-11-22Z', 'dead', null, '2026-11-22 20:00Z');
        insert into chat (id, name, external, kind, created_at) values ('oc_old', '旧群', false, 'unbound', '2026-11-01Z');
        update unit set coordinator_id = null where name = '住建局';
        update person set unit_id = null where id = (select assignee_id from issue where id = 1)`),
    );
    const items = await doctor();
    await world.deps.db.session((session) =>
      session.run("delete from outbox where id in ('w', 'd'); delete from chat where id = 'oc_old'"),
    );
    expect(bad(items)).toEqual(
      expect.arrayContaining(['近24小时消息', '积压', '未绑定的群', '单位联络员', '没有单位的人']),
    );
    expect(item(items, '积压').value).toContain('1 条该发未发，最早 11-23 00:00');
    expect(item(items, '未绑定的群')).toMatchObject({ value: expect.stringContaining('旧群') });
    expect(item(items, '没有单位的人').value).toContain('孙倩');
    for (const one of items.filter(({ ok }) => !ok)) expect(one.fix, one.name).toBeTruthy();
  });

  test('sees that the service stands still', async () => {
    const late = await doctor({}, () => world.now + 600_000);
    expect(item(late, '定时任务')).toMatchObject({ ok: false, fix: expect.stringContaining('tick.failed') });
  });
});

describe('npm run doctor where something is in the way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanban-doctor-'));
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a database that cannot be reached is told, and the platform is asked all the same', async () => {
    const items = await doctor({ databaseUrl: 'postgres://u:pass-word@127.0.0.1:1/x' });
    expect(item(items, '数据库')).toMatchObject({
      ok: false,
      value: expect.stringContaining('ECONNREFUSED'),
    });
    expect(item(items, '必需权限')).toMatchObject({ ok: true });
    expect(report(items)).not.toContain('pass-word');
  });

  test('before the first start an absent or empty database is no fault, and none is made', async () => {
    const items = await doctor({ databaseUrl: undefined, dataDir: join(folder, 'none') });
    expect(bad(items)).toEqual([]);
    const own = await testDatabase('postgres');
    await own.db.session((session) => session.run('drop schema public cascade; create schema public'));
    try {
      expect(bad(await doctor({ databaseUrl: own.url }))).toEqual([]);
      await own.db.session((session) => session.run('create table theirs (id integer)'));
      expect(bad(await doctor({ databaseUrl: own.url }))).toEqual(['数据库结构']);
    } finally {
      await own.drop();
    }
  });

  test('a database newer than the program is told', async () => {
    const own = await testDatabase('postgres');
    await own.db.session((session) =>
      session.run(
        "insert into schema_migration (version, name, checksum, applied_at) values (9999, 'x', 'x', '2026-11-23Z')",
      ),
    );
    try {
      const found = item(await doctor({ databaseUrl: own.url }), '数据库结构');
      expect(found).toMatchObject({ ok: false, fix: expect.stringContaining('升级程序') });
    } finally {
      await own.drop();
    }
  });
});

describe('体检 in chat', () => {
  beforeAll(async () => {
    world = await openWorld({ admins: ['lin'] });
  });
  afterAll(() => world.close());

  test('asks the platform first, and says of each fault what to do', async () => {
    world.sim.setScopes(DEFAULT_SCOPES.filter((scope) => scope !== 'im:chat:readonly'));
    const said = await world.private('lin').ask('lin', '体检');
    world.sim.setScopes(DEFAULT_SCOPES);
    expect(said).toMatch(/✘ 必需权限 缺 im:chat:readonly（11-23 09:\d\d 查）\n　→ 后台“权限管理”里开通/);
    expect(said).toContain('✔ 应用凭证');
    expect(said).not.toMatch(/✔.*\n　→/);
  });

  test('comes all the same when the platform refuses to tell', async () => {
    world.sim.fault({ api: 'GET /open-apis/application/v6/scopes', kind: 'code', code: 212100, times: 1 });
    const said = await world.private('lin').ask('lin', '体检');
    expect(said).toMatch(/✘ 必需权限 飞书拒绝（错误码 212100）.*\n　→ 请企业管理员安装/);
  });

  test('every morning the platform is asked once, before the reports', async () => {
    const asked = () => world.calls('GET /open-apis/application/v6/scopes').length;
    await world.advanceTo('2026-11-23 18:00');
    const before = asked();
    await world.advanceTo('2026-11-24 08:45');
    expect(asked() - before).toBe(1);
    await world.advanceTo('2026-11-24 18:00');
    expect(asked() - before).toBe(1);
  });

  test('when a click came last is known after the inbox has forgotten it', async () => {
    await world.group('xf').says('wang', '报 堆场漏水 生态环境局 3个工作日');
    await world.group('xf').clicks('sun', world.group('xf').card(1), '签收');
    const clicked = (await world.deps.db.read(lastArrivals)).click;
    expect(clicked).toBeGreaterThan(0);
    for (const day of ['25', '26', '27', '28', '29', '30']) await world.advanceTo(`2026-11-${day} 10:00`);
    const [row] = await world.deps.db.session((session) =>
      session.query("select count(*)::int as n from inbox where kind = 'click'"),
    );
    expect(row?.n).toBe(0);
    expect((await world.deps.db.read(lastArrivals)).click).toBe(clicked);
    expect(textOf(world.private('lin').lastBot)).toBeTruthy();
  });
});

test('every tool the image copies is let through by .dockerignore', () => {
  const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
  const copied = [...read('Dockerfile').matchAll(/scripts\/\w+\.ts(?= )/g)].map(([path]) => path);
  expect(new Set(copied).size).toBeGreaterThan(4);
  const allowed = read('.dockerignore').split('\n');
  for (const path of copied) expect([path, allowed.includes(`!${path}`)]).toEqual([path, true]);
});
