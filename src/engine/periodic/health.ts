/** 健康自报: at 08:45 the office hears what became of the morning, from the outbox itself. */
import type { Periodic } from '../periodic.ts';
import { officePlaces } from './office.ts';

const FROM = '08:45';

export const HEALTH_WAVE: Periodic = {
  kind: 'health',
  from: () => FROM,
  lateFrom: () => '09:00',
  until: ({ settings }) => settings.hours.end,
  plan: async (planning) => {
    const { deps, directory, at, day, late } = planning;
    // The state of the machine is the same for all; one report at the top is enough.
    const places = (await officePlaces(planning)).filter((place) => place.areaId === directory.topAreaId);
    return places.map(({ to, target }) => ({
      id: deps.newId(),
      kind: 'health-report',
      target,
      payload: { ...to, day, late },
      dedupeKey: `health:${target}:${day}`,
      dueAt: at,
    }));
  },
};
