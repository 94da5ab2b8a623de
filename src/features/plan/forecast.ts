/** What each agreed plan comes to as things stand, stored for the day; many projects at a time. */
import { and, eq, inArray } from 'drizzle-orm';
import { bumpDirectory } from '../../db/directory-version.ts';
import { loadIssues } from '../../db/issue.ts';
import { loadBases, loadLinksOf } from '../../db/link.ts';
import type { Tx } from '../../db/open.ts';
import { agreedPlans, listBlocks, loadForecasts, saveForecast } from '../../db/plan.ts';
import { project as projectTable } from '../../db/schema.ts';
import { forecast as forecastTable, projectNode } from '../../db/schema-plans.ts';
import type { Directory } from '../../domain/directory.ts';
import { OPEN_STATUSES } from '../../domain/issue.ts';
import { lightOf } from '../../domain/lights.ts';
import { expectOutlook } from '../../domain/plan/forecast.ts';
import type { Forecast, Plan, ProjectLink, Weather } from '../../domain/plan/model.ts';
import { toldAfter } from '../../domain/plan/news.ts';
import { type BlockingProblem, projectWeather, weatherOf } from '../../domain/plan/weather.ts';
import { type Day, dayOf, type Instant } from '../../domain/time.ts';

/** Projects whose links are held in memory at a time. */
const BATCH = 50;

export interface Watched {
  plan: Plan;
  links: readonly ProjectLink[];
}

interface At {
  directory: Directory;
  now: Instant;
}

/**
 * Makes the forecasts of today, and the weather of the projects with them. Made twice a day they are the same.
 * @param watch sees every plan that was looked at, with its links
 */
export async function forecastProjects(
  tx: Tx,
  projectIds: readonly number[],
  at: At,
  watch: (watched: Watched) => Promise<void> = async () => {},
): Promise<void> {
  const weather = new Map<number, Weather | null>();
  for (let from = 0; from < projectIds.length; from += BATCH) {
    const ids = projectIds.slice(from, from + BATCH);
    const plans = await agreedPlans(tx, ids);
    const links = await loadLinksOf(tx, [...plans.keys()], at.directory.settings.timeZone);
    for (const forecast of await forecastBatch(tx, plans, links, at)) {
      await saveForecast(tx, forecast);
      weather.set(forecast.projectId, forecast.weather);
    }
    for (const plan of plans.values()) await watch({ plan, links: links.get(plan.projectId) ?? [] });
  }
  await saveWeather(tx, weather, at.directory);
}

async function forecastBatch(
  tx: Tx,
  plans: ReadonlyMap<number, Plan>,
  links: ReadonlyMap<number, ProjectLink[]>,
  at: At,
): Promise<Forecast[]> {
  const ids = [...plans.keys()];
  const bases = await loadBases(tx, ids);
  const started = await startDays(tx, ids);
  const stored = await loadForecasts(tx, ids);
  const blocking = await loadBlocking(tx, [...links.values()].flat(), at);
  const today = dayOf(at.now, at.directory.settings.timeZone);
  const { calendar } = at.directory;
  return [...plans.values()].flatMap((plan): Forecast[] => {
    const { projectId } = plan;
    const [basis, own] = [bases.get(projectId), links.get(projectId)];
    if (!basis || !own) return [];
    const constructionStartedOn = started.get(projectId) ?? null;
    const outlook = expectOutlook(
      { links: own, basis, plan: plan.payload, today, constructionStartedOn },
      calendar,
    );
    if ('fault' in outlook) return [];
    const worst = projectWeather(
      outlook,
      weatherOf(outlook, blocking.get(projectId) ?? new Map(), today, calendar),
    );
    const before = stored.get(projectId);
    const told = before
      ? before.madeOn < today
        ? toldAfter(before)
        : before.told
      : { start: 0, production: 0 };
    const { reached, shift, because } = outlook;
    return [{ projectId, madeOn: today, reached, shift, because, weather: worst?.weather ?? 'sun', told }];
  });
}

/** The days 开工 really was, of the projects that say so. */
async function startDays(tx: Tx, ids: readonly number[]): Promise<Map<number, Day>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ projectId: projectNode.projectId, actualOn: projectNode.actualOn })
    .from(projectNode)
    .where(and(inArray(projectNode.projectId, [...ids]), eq(projectNode.name, '开工')));
  return new Map(
    rows.flatMap(({ projectId, actualOn }) => (actualOn ? [[projectId, actualOn] as const] : [])),
  );
}

/** By project, then by code of the link: the open problems that hold it up. */
async function loadBlocking(
  tx: Tx,
  links: readonly ProjectLink[],
  { directory, now }: At,
): Promise<Map<number, Map<string, BlockingProblem[]>>> {
  const byId = new Map(links.map((link) => [link.id, link]));
  const blocks = await listBlocks(tx, { linkIds: [...byId.keys()] });
  const issues = new Map(
    (
      await loadIssues(
        tx,
        blocks.map((block) => block.issueId),
      )
    ).map((issue) => [issue.id, issue]),
  );
  const found = new Map<number, Map<string, BlockingProblem[]>>();
  for (const { issueId, linkId } of blocks) {
    const [issue, link] = [issues.get(issueId), byId.get(linkId)];
    if (!issue || !link || !OPEN_STATUSES.includes(issue.status)) continue;
    const ofProject = found.get(link.projectId) ?? new Map<string, BlockingProblem[]>();
    const { code } = link.definition;
    const red = lightOf(issue, directory, now).color === 'red';
    ofProject.set(code, [...(ofProject.get(code) ?? []), { id: issue.id, red }]);
    found.set(link.projectId, ofProject);
  }
  return found;
}

/** Only what changed, in one statement for each weather. */
async function saveWeather(
  tx: Tx,
  weather: ReadonlyMap<number, Weather | null>,
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
