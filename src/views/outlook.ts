/** Agreed plans as they are expected to turn out now: days, floats and weather of every link. */
import { loadIssues } from '../db/issue.ts';
import { loadBases, loadLinksOf } from '../db/link.ts';
import { actualStarts } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlans, listBlocks } from '../db/plan.ts';
import type { Directory } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { lightOf } from '../domain/lights.ts';
import { expectOutlook, type Outlook } from '../domain/plan/forecast.ts';
import type { Plan, ProjectLink } from '../domain/plan/model.ts';
import {
  type BlockingProblem,
  excusedCodes,
  type LinkWeather,
  projectWeather,
  weatherOf,
} from '../domain/plan/weather.ts';
import { dayOf, type Instant } from '../domain/time.ts';

/** `outlook.steps` tell how far a link may still slip (`float`) and which node it moves then (`moves`). */
export interface LoadedOutlook {
  plan: Plan;
  links: readonly ProjectLink[];
  outlook: Outlook;
  /** By code of the link. */
  weather: ReadonlyMap<string, LinkWeather>;
  /** The worst on the critical chain; null: all is done. */
  worst: (LinkWeather & { code: string }) | null;
}

interface At {
  directory: Directory;
  now: Instant;
}

/** By project; those without an agreed plan are left out. Holds all their links in memory: ask for a few at a time. */
export async function loadOutlooks(
  tx: Tx,
  projectIds: readonly number[],
  at: At,
): Promise<Map<number, LoadedOutlook>> {
  const { calendar, settings } = at.directory;
  const plans = await agreedPlans(tx, projectIds);
  const ids = [...plans.keys()];
  const links = await loadLinksOf(tx, ids, settings.timeZone);
  const bases = await loadBases(tx, ids);
  const started = await actualStarts(tx, ids);
  const blocking = await loadBlocking(tx, [...links.values()].flat(), at);
  const today = dayOf(at.now, settings.timeZone);
  const found = new Map<number, LoadedOutlook>();
  for (const plan of plans.values()) {
    const { projectId } = plan;
    const [basis, own] = [bases.get(projectId), links.get(projectId)];
    if (!basis || !own) continue;
    const constructionStartedOn = started.get(projectId) ?? null;
    const request = { links: own, basis, plan: plan.payload, today, constructionStartedOn };
    const outlook = expectOutlook(request, calendar);
    if ('fault' in outlook) continue;
    const problems = blocking.get(projectId) ?? new Map();
    const weather = weatherOf(outlook, problems, today, calendar, excusedCodes(own));
    found.set(projectId, { plan, links: own, outlook, weather, worst: projectWeather(outlook, weather) });
  }
  return found;
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
