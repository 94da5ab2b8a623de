/** What a morning tells of plans: a forecast that moved a node, and links that will soon begin. */
import { linkSoonText, type NamedCause, planNewsText } from '../cards/words-plan.ts';
import { loadLinks } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlans, loadForecasts } from '../db/plan.ts';
import { reachesArea } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Project } from '../domain/model.ts';
import { isDone, isTicked } from '../domain/plan/link-state.ts';
import { CONSTRUCTION, type ProjectLink } from '../domain/plan/model.ts';
import { newsOf } from '../domain/plan/news.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';

/** So many working days before a link should begin its materials are looked at (提前介入). */
const AHEAD_DAYS = 10;

interface Base {
  directory: Directory;
  now: Instant;
}

/** Secretary, office and leader of a project hear of its plan. */
function hearsOf(actor: Actor, project: Project, directory: Directory): boolean {
  if (!actor.person.home || project.archived !== null) return false;
  const own = actor.secretaryOf.includes(project.id) || actor.leaderOf.includes(project.id);
  return own || reachesArea(actor, ['office', 'leader', 'principal'], project.areaId, directory);
}

/** In words, one line each; on the morning the forecast was made, and on no other. */
export async function forecastNews(tx: Tx, actor: Actor, { directory, now }: Base): Promise<string[]> {
  const today = dayOf(now, directory.settings.timeZone);
  const projects = directory.data.projects.filter((project) => hearsOf(actor, project, directory));
  const forecasts = await loadForecasts(
    tx,
    projects.map((project) => project.id),
  );
  const lines: string[] = [];
  for (const project of projects) {
    const forecast = forecasts.get(project.id);
    const news = forecast?.madeOn === today ? newsOf(forecast) : [];
    if (!forecast || news.length === 0) continue;
    const { because, causes = because === null ? [] : [{ code: because, days: 0 }] } = forecast;
    const links = causes.length === 0 ? [] : await loadLinks(tx, project.id, directory.settings.timeZone);
    const byCode = new Map(links.map((link) => [link.definition.code, link]));
    const named = causes.flatMap(({ code, days }): NamedCause[] => {
      const link = byCode.get(code);
      if (!link) return code === CONSTRUCTION ? [{ link: null, gone: false, days }] : [];
      return [{ link: link.definition, gone: link.unconcerned !== null, days }];
    });
    lines.push(planNewsText(project.name, news, forecast, named));
  }
  return lines;
}

/** Links of the secretary's own projects that should begin in ten working days, with the materials still missing. */
export async function linksSoon(tx: Tx, actor: Actor, { directory, now }: Base): Promise<string[]> {
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const plans = await agreedPlans(tx, actor.person.home ? actor.secretaryOf : []);
  const lines: string[] = [];
  for (const { projectId, payload } of plans.values()) {
    const project = directory.project(projectId);
    const codes = payload.steps
      .filter((step) => isAhead(step.start, today, directory))
      .map((step) => step.code);
    if (!project || project.archived !== null || codes.length === 0) continue;
    const links = await loadLinks(tx, projectId, timeZone);
    const byCode = new Map(links.map((link) => [link.definition.code, link]));
    for (const link of links) {
      if (!codes.includes(link.definition.code) || isDone(link) || link.startedOn !== null) continue;
      const start = payload.steps.find((step) => step.code === link.definition.code)?.start ?? today;
      lines.push(linkSoonText(project.name, link.definition, start, missingOf(link, byCode)));
    }
  }
  return lines;
}

/** On one working day only, so that it is said once. */
function isAhead(start: Day, today: Day, { calendar }: Directory): boolean {
  return start > today && calendar.workingDaysBetween(today, start) === AHEAD_DAYS;
}

function missingOf(link: ProjectLink, byCode: ReadonlyMap<string, ProjectLink>): string[] {
  return link.definition.materials
    .filter((material) => isTicked(link, material, byCode) === null)
    .map((material) => material.name);
}

/** People for whom there may be something of the kind; a few too many do no harm. */
export async function planRecipients(tx: Tx, { directory, now }: Base): Promise<Set<number>> {
  const today = dayOf(now, directory.settings.timeZone);
  const projects = directory.data.projects.filter((project) => project.archived === null);
  const ids = projects.map((project) => project.id);
  const forecasts = await loadForecasts(tx, ids);
  const plans = await agreedPlans(tx, ids);
  const people = new Set<number>();
  for (const project of projects) {
    const forecast = forecasts.get(project.id);
    const moved = forecast?.madeOn === today && newsOf(forecast).length > 0;
    const steps = plans.get(project.id)?.payload.steps ?? [];
    const soon = steps.some((step) => isAhead(step.start, today, directory));
    if ((moved || soon) && project.secretaryId !== null) people.add(project.secretaryId);
    if (!moved) continue;
    if (project.leaderId !== null) people.add(project.leaderId);
    for (const role of ['office', 'leader', 'principal'] as const)
      for (const id of directory.holders(role, project.areaId)) people.add(id);
  }
  return people;
}
