/** Gives a project of the world its 22 links and an agreed plan, as if they had been taken and agreed to. */
import { loadLinks, takeTemplate, updateLink } from '../../src/db/link.ts';
import { insertPlan, updatePlan } from '../../src/db/plan.ts';
import { updateProject } from '../../src/db/project.ts';
import type { Deps } from '../../src/deps.ts';
import { type Day, dayOf } from '../../src/domain/time.ts';
import { BASIS, definitionOf, planFrom, type SampleOptions, sampleLinks, ZONE } from './board-sample.ts';

/** @param from first day of the plan @returns the project's id */
export async function planProject(
  deps: Deps,
  name: string,
  { from = '2026-10-09', ...options }: SampleOptions & { from?: Day } = {},
): Promise<number> {
  const now = deps.clock();
  return deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    const project = directory.data.projects.find((one) => one.name === name || one.shortNames.includes(name));
    if (!project) throw new Error(`no project ${name}`);
    const plan = planFrom(from);
    const sample = sampleLinks(plan, dayOf(now, ZONE), options);
    await takeTemplate(
      tx,
      {
        projectId: project.id,
        name: BASIS.name,
        basis: BASIS,
        links: sample.map(({ definition, unconcerned }) => ({
          definition: options.linkName ? definition : definitionOf(definition.no),
          unitId: null,
          unconcerned,
        })),
        byId: null,
      },
      now,
    );
    for (const link of await loadLinks(tx, project.id, ZONE)) {
      const known = sample.find((one) => one.definition.no === link.definition.no);
      if (known?.startedOn)
        await updateLink(tx, link.id, { startedOn: known.startedOn, finishedOn: known.finishedOn });
    }
    const byId = project.secretaryId ?? 1;
    const made = await insertPlan(
      tx,
      { projectId: project.id, payload: plan.payload, reason: null, madeBy: byId, calendar: '' },
      now,
    );
    await updatePlan(tx, made.id, {
      state: 'agreed',
      agreedBy: byId,
      agreedAt: now,
      contactBy: byId,
      contactAt: now,
    });
    await updateProject(tx, project.id, {
      startOn: plan.payload.reached.start,
      productionOn: plan.payload.reached.production,
      weather: options.lateFrom ? 'rain' : 'sun',
    });
    return project.id;
  });
}
