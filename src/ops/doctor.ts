/**
 * 体检 from the shell, before the first start or beside a running service: everything 体检 in chat says, and what can
 * only be seen from here. Writes nothing.
 */
import { existsSync } from 'node:fs';
import { createDeps } from '../boot.ts';
import type { HealthItem } from '../cards/admin.ts';
import { clockItem, diskItem } from '../cards/words-platform.ts';
import type { Config } from '../config.ts';
import { connectDatabase, embeddedFolder, explain, projectMigrations } from '../database.ts';
import { DirectoryLocked } from '../db/directory-lock.ts';
import type { Db } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import { checkOutside, readKnown } from '../engine/check.ts';
import { readInside } from '../views/health.ts';
import { tableNames } from './catalogue.ts';
import { diskOf } from './disk.ts';
import { reasonOf } from './tool.ts';

export interface Doctor {
  config: Config;
  clock: () => number;
  fetch?: typeof fetch;
}

/** Every finding, in the order they should be mended. */
export async function examine(doctor: Doctor): Promise<HealthItem[]> {
  const { config } = doctor;
  if (!config.app) {
    const fix = '正式使用请先按 docs/install/server.md 写好配置；演示直接 npm start';
    return [{ name: '配置', value: '没有设置 FEISHU_APP_ID（演示模式）', ok: false, fix }];
  }
  const configured = { name: '配置', value: '环境变量齐全', ok: true };
  const { db, items } = await openForReading(doctor);
  try {
    const deps = db && depsOf(doctor, db);
    return [
      configured,
      ...items,
      ...(deps ? await examineDatabase(deps) : []),
      ...(await outside(doctor, deps)),
      ...(config.databaseUrl === undefined ? await examineDisk(config) : []),
    ];
  } finally {
    await db?.close();
  }
}

function depsOf({ config, clock, fetch }: Doctor, db: Db): Deps {
  return createDeps({
    config,
    db,
    clock,
    wake: () => {},
    write: () => {},
    demo: false,
    ...(fetch && { fetch }),
  });
}

/** The database when it can be looked into; what stands in the way otherwise. */
async function openForReading(doctor: Doctor): Promise<{ db?: Db; items: HealthItem[] }> {
  const { config } = doctor;
  const fresh = '还没有（第一次启动时建立）';
  if (config.databaseUrl === undefined && !existsSync(embeddedFolder(config.dataDir))) {
    return { items: [{ name: '数据库', value: fresh, ok: true }] };
  }
  let db: Db | undefined;
  try {
    db = await connectDatabase(config);
    const state = await migrationState(db);
    if (state.readable) return { db, items: state.items };
    await db.close();
    return { items: state.items };
  } catch (error) {
    await db?.close();
    if (error instanceof DirectoryLocked) return { items: await askService(doctor) };
    const fix = '检查 DATABASE_URL 的地址、用户名、密码，数据库是否已启动';
    const value = `打不开：${reasonOf(explain(config, error)).split('\n').at(-1)?.trim()}`;
    return { items: [{ name: '数据库', value, ok: false, fix }] };
  }
}

/** Whether the tables are those this program reads; an older or newer shape is told, not touched. */
async function migrationState(db: Db): Promise<{ readable: boolean; items: HealthItem[] }> {
  const known = projectMigrations().at(-1)?.version ?? 0;
  const name = '数据库结构';
  const names = await db.session((session) => tableNames(session));
  if (names.length === 0) {
    return { readable: false, items: [{ name, value: '空库（第一次启动时建表）', ok: true }] };
  }
  if (!names.includes('schema_migration')) {
    const fix = '为专班秘书新建一个空库，改 DATABASE_URL';
    return { readable: false, items: [{ name, value: '库里是别的程序的表', ok: false, fix }] };
  }
  const [row] = await db.session((session) =>
    session.query('select max(version)::int as version from schema_migration'),
  );
  const applied = Number(row?.version ?? 0);
  if (applied === known) return { readable: true, items: [] };
  const item =
    applied < known
      ? { name, value: `${applied}，启动服务时会自动升到 ${known}`, ok: true }
      : { name, value: `${applied}，比程序（${known}）新`, ok: false, fix: '升级程序；旧程序不能用这个库' };
  return { readable: false, items: [item] };
}

/** The embedded database is for one process: the one that has it answers for it. */
async function askService({ config, fetch: call = fetch }: Doctor): Promise<HealthItem[]> {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}/readyz`;
  const ready = await call(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
  const fix = '数据目录被占用，但服务没有应答：看日志，重启服务';
  return [
    {
      name: '数据库',
      value: ready ? '正由服务使用，服务应答正常；积压、群、单位等请私聊发“体检”' : '正由另一个进程使用',
      ok: ready,
      fix,
    },
  ];
}

async function examineDatabase(deps: Deps): Promise<HealthItem[]> {
  const directory = await deps.db.read((tx) => deps.directory.get(tx));
  const viewer = { now: deps.clock(), directory, demo: false };
  const before = deps.clock();
  const [row] = await deps.db.session((session) =>
    session.query('select extract(epoch from clock_timestamp())::float8 as at'),
  );
  const now = (before + deps.clock()) / 2;
  const items = await deps.db.read((tx) => readInside(tx, viewer));
  return deps.db.kind === 'pglite'
    ? items
    : [...items, clockItem('与数据库的时间', Number(row?.at) * 1000 - now)];
}

/** Without a database to look into, the platform can be asked all the same. */
async function outside(doctor: Doctor, deps: Deps | undefined): Promise<HealthItem[]> {
  if (deps) return checkOutside(deps, await readKnown(deps));
  return checkOutside(depsOf(doctor, NO_DATABASE), { botOpenId: undefined, urgentApp: false });
}

const unread = () => Promise.reject(new Error('no database'));
const NO_DATABASE: Db = {
  kind: 'postgres',
  transaction: unread,
  once: unread,
  read: unread,
  session: unread,
  close: async () => {},
};

async function examineDisk(config: Config): Promise<HealthItem[]> {
  const folder = existsSync(config.dataDir) ? config.dataDir : '.';
  return [diskItem(await diskOf(folder))];
}

/** As it is printed. */
export function report(items: readonly HealthItem[]): string {
  const bad = items.filter((item) => !item.ok);
  const lines = items.map(({ ok, name, value, fix }) =>
    ok ? `✔ ${name} ${value}` : `✘ ${name} ${value}${fix ? `\n  → ${fix}` : ''}`,
  );
  const end = bad.length === 0 ? '一切正常。' : `${bad.length} 项需要处理。`;
  return [...lines, end].join('\n');
}
