/** What each agreed plan comes to as things stand, stored for the day; many projects at a time. */
import { eq, inArray } from 'drizzle-orm';
import { bumpDirectory } from '../../db/directory-version.ts';
import type { Tx } from '../../db/open.ts';
import { loadForecasts, saveForecast } from '../../db/plan.ts';
import { project as projectTable } from '../../db/schema.ts';
import { forecast as forecastTable } from '../../db/schema-plans.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Weather } from '../../domain/plan/model.ts';
import { toldAfter } from '../../domain/plan/news.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { type LoadedOutlook, loadOutlooks } from '../../views/outlook.ts';

/** Projects whose links are held in memory at a time. */
const BATCH = 50;

/**
 * Makes the forecasts of today, and the weather of the projects with them. Made twice a day they are the same.
 * @param watch sees every plan that was looked at
 */
export async function forecastProjects(
  tx: Tx,
  projectIds: readonly number[],
  at: { directory: Directory; now: Instant },
  watch: (loaded: LoadedOutlook) => Promise<void> = async () => {},
): Promise<void> {
  const { directory, now } = at;
  const today = dayOf(now, directory.settings.timeZone);
  const weather = new Map<number, Weather>();
  for (let from = 0; from < projectIds.length; from += BATCH) {
    const loaded = await loadOutlooks(tx, projectIds.slice(from, from + BATCH), at);
    const stored = await loadForecasts(tx, [...loaded.keys()]);
    for (const [projectId, one] of loaded) {
      const { reached, shift, because, causes } = one.outlook;
      const before = stored.get(projectId);
      const told = before ? (before.madeOn < today ? toldAfter(before) : before.told) : NOTHING_TOLD;
      const now = one.worst?.weather ?? 'sun';
      await saveForecast(tx, {
        projectId,
        madeOn: today,
        reached,
        shift,
        because,
        causes,
        weather: now,
        worst: one.worst,
        told,
      });
      weather.set(projectId, now);
      await watch(one);
    }
  }
  await saveWeather(tx, weather, directory);
}

const NOTHING_TOLD = { start: 0, production: 0 };

/** Only what changed, in one statement for each weather. */
async function saveWeather(
  tx: Tx,
  weather: ReadonlyMap<number, Weather>,
  directory: Directory,
): Promise<void> {
  const changed = [...weather].filter(([id, now]) => directory.project(id)?.weather !== now);
  for (const now of ['sun', 'cloud', 'rain'] as const) {
    const ids = changed.filter(([, one]) => one === now).map(([id]) => id);
    if (ids.length === 0) continue;
    await tx.update(projectTable).set({ weather: now }).where(inArray(projectTable.id, ids));
  }
  if (changed.length > 0) await bumpDirectory(tx);
}

/** Of a plan that was agreed anew. */
export async function forgetForecast(tx: Tx, projectId: number): Promise<void> {
  await tx.delete(forecastTable).where(eq(forecastTable.projectId, projectId));
}
