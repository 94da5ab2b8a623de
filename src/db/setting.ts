/** Settings an administrator changed, over the defaults; and what the deployment has learnt about itself. */
import { inArray, like } from 'drizzle-orm';
import type { RulesPatch, Settings } from '../domain/model.ts';
import { mergeSettings } from '../domain/settings.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { setting } from './schema.ts';

/** No key of Settings, so mergeSettings passes it over. */
const LEARNT = 'learnt:';
const HOME_TENANT = 'home-tenant';

/** The key of the row that holds what was learnt under this name. */
export function learntKey(name: string): string {
  return `${LEARNT}${name}`;
}

/** Stored rows over the defaults. */
export async function readSettings(tx: Tx, defaults: Settings): Promise<Settings> {
  return mergeSettings(defaults, await tx.select().from(setting));
}

/** Stores a row without touching the directory. */
async function saveRow(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

/** Stores one setting under its path (`rules.nearDueDays`); the value is checked by domain/settings.ts. */
export async function saveSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await saveRow(tx, key, value);
  await bumpDirectory(tx);
}

/** The deployment's rules, as far as they differ from the defaults; what is not in the patch is a default again. */
export async function saveRules(tx: Tx, patch: RulesPatch | null): Promise<void> {
  await tx.delete(setting).where(like(setting.key, 'rules.%'));
  for (const [field, value] of Object.entries(patch ?? {})) await saveRow(tx, `rules.${field}`, value);
  await bumpDirectory(tx);
}

/** What the deployment has learnt about itself under a name of its own; no setting, so the directory stays. */
export async function readState(tx: Tx, name: string): Promise<unknown> {
  const [value] = await readStates(tx, [name]);
  return value;
}

/** Several at once, as the names stand. */
export async function readStates(tx: Tx, names: readonly string[]): Promise<unknown[]> {
  const rows = await tx
    .select()
    .from(setting)
    .where(inArray(setting.key, names.map(learntKey)));
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return names.map((name) => values.get(learntKey(name)));
}

export async function saveState(tx: Tx, name: string, value: unknown): Promise<void> {
  await saveRow(tx, learntKey(name), value);
}

/** Forgets all names that begin so. */
export async function forgetLearnt(tx: Tx, prefix: string): Promise<void> {
  await tx.delete(setting).where(like(setting.key, `${LEARNT}${prefix}%`));
}

/** tenant_key of the tenant this app is installed in, once a push has told it. */
export async function homeTenant(tx: Tx): Promise<string | undefined> {
  const value = await readState(tx, HOME_TENANT);
  return typeof value === 'string' ? value : undefined;
}

export async function rememberHomeTenant(tx: Tx, tenantKey: string): Promise<void> {
  await saveState(tx, HOME_TENANT, tenantKey);
}
