/** Settings an administrator changed, over the defaults; and what the deployment has learnt about itself. */
import { eq, like, not } from 'drizzle-orm';
import type { Settings } from '../domain/model.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { setting } from './schema.ts';

/** Keys with this prefix are no settings and do not touch the directory. */
const LEARNT = 'learnt.';
const HOME_TENANT = `${LEARNT}home-tenant`;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows over defaults; `rules`, `hours` and `quiet` field by field, so that a row may hold a part of them. */
export async function readSettings(tx: Tx, defaults: Settings): Promise<Settings> {
  const rows = await tx
    .select()
    .from(setting)
    .where(not(like(setting.key, `${LEARNT}%`)));
  const settings: Record<string, unknown> = { ...defaults };
  for (const { key, value } of rows) {
    const own = settings[key];
    settings[key] = isObject(own) && isObject(value) ? { ...own, ...value } : value;
  }
  return settings as unknown as Settings;
}

async function write(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

/**
 * Stores one setting: a key of Settings, or 'rules.nearDueDays' for one field of an object.
 * @param value already checked
 */
export async function saveSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const [group, field] = key.split('.', 2);
  if (field === undefined) await write(tx, key, value);
  else {
    const [row] = await tx.select().from(setting).where(eq(setting.key, group!)).for('update');
    await write(tx, group!, { ...(isObject(row?.value) ? row.value : {}), [field]: value });
  }
  await bumpDirectory(tx);
}

/** tenant_key of the tenant this app is installed in, once a push has told it. */
export async function homeTenant(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.select().from(setting).where(eq(setting.key, HOME_TENANT));
  return typeof row?.value === 'string' ? row.value : undefined;
}

export async function rememberHomeTenant(tx: Tx, tenantKey: string): Promise<void> {
  await write(tx, HOME_TENANT, tenantKey);
}
