/** Before the digests: the forecast of every agreed plan, and the items of links that should begin. */

import { MORNING } from '../../domain/sendable.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { forecastProjects } from './forecast.ts';
import { makeLinkItems } from './items.ts';

const FROM = '08:00';

export const PLAN_MORNING: Periodic = {
  kind: 'plan-morning',
  from: () => FROM,
  lateFrom: () => MORNING,
  until: ({ settings }) => settings.hours.end,
  // What is written here is told by the digests; nothing is sent for it alone.
  plan: async ({ deps, tx, directory, at, day }) => {
    const source = { tx, now: at, directory, newId: deps.newId, actorId: null, messageId: null };
    const projects = directory.data.projects.filter((project) => project.archived === null);
    await forecastProjects(
      tx,
      projects.map((project) => project.id),
      { directory, now: at },
      async ({ plan, links }) => {
        await makeLinkItems(source, plan, links, day);
      },
    );
    return [];
  },
};
