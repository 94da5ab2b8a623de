/** The plans three projects of the demo have agreed to: one well on its way, one late on its critical chain, one just signed. */
import { loadBasis, loadLinks } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { insertPlan, saveForecast, updatePlan } from '../db/plan.ts';
import { updateProject } from '../db/project.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { backSchedule } from '../domain/plan/back-schedule.ts';
import { workingDayFrom } from '../domain/plan/duration.ts';
import type { LinkDuration, ProjectLink } from '../domain/plan/model.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import { loadOutlooks } from '../views/outlook.ts';
import { PROJECTS } from './zone.ts';

/** Keys of projects, with how many working days before the demo's first day the plan was made, and what 施工 takes. */
const AGREED: Readonly<Record<string, { days: number; construction?: LinkDuration }>> = {
  mlx: { days: 60, construction: { n: 100, unit: 'days' } },
  cn: { days: 16 },
  sx: { days: 0 },
};

/** A link as it stood on a day. */
function asOf(link: ProjectLink, day: Day): ProjectLink {
  return link.finishedOn !== null && link.finishedOn > day
    ? { ...link, startedOn: null, finishedOn: null }
    : link;
}

/** Agreed by the secretary and the enterprise's contact, as words and taps would have it. */
export async function settlePlans(deps: Deps, now: number, dayBefore: (days: number) => Day): Promise<void> {
  const directory = await deps.db.read((tx) => deps.directory.get(tx));
  await deps.db.transaction(async (tx) => {
    for (const [key, { days, construction }] of Object.entries(AGREED)) {
      const name = PROJECTS.find((one) => one.key === key)?.name;
      const project = directory.data.projects.find((one) => one.name === name);
      const basis = project && (await loadBasis(tx, project.id));
      const [contact] = project?.contactIds ?? [];
      if (!project || !basis || project.secretaryId === null || contact === undefined) continue;
      const day = dayBefore(days);
      const links = await loadLinks(tx, project.id, directory.settings.timeZone);
      const made = backSchedule(
        {
          links: links.map((link) => asOf(link, day)),
          basis,
          construction: construction ?? basis.construction.defaultDuration,
          constructionStartedOn: null,
          targets: { start: project.startOn, production: project.productionOn },
          from: workingDayFrom(directory.calendar, day),
          today: day,
        },
        directory.calendar,
      );
      if ('fault' in made) throw new Error(`the demo's plan of ${key} cannot be made`);
      const plan = await insertPlan(
        tx,
        {
          projectId: project.id,
          payload: made.payload,
          reason: null,
          madeBy: project.secretaryId,
          calendar: directory.calendar.fingerprint,
        },
        now,
      );
      await updatePlan(tx, plan.id, {
        state: 'agreed',
        agreedBy: project.secretaryId,
        agreedAt: now,
        contactBy: contact,
        contactAt: now,
      });
    }
    await expectNodes(tx, directory, now);
  });
}

/** As the morning computes it for plans that are agreed. */
async function expectNodes(tx: Tx, directory: Directory, now: Instant): Promise<void> {
  const madeOn = dayOf(now, directory.settings.timeZone);
  const ids = directory.data.projects.map((project) => project.id);
  for (const [projectId, { outlook, worst }] of await loadOutlooks(tx, ids, { directory, now })) {
    const { reached, shift, because } = outlook;
    const weather = worst?.weather ?? 'sun';
    const told = { start: 0, production: 0 };
    await saveForecast(tx, { projectId, madeOn, reached, shift, because, weather, worst, told });
    await updateProject(tx, projectId, { weather });
  }
}
