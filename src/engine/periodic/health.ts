/** 健康自报: at 08:45 the office hears what became of the morning, from the outbox itself. */

import { HEALTH_REPORT } from '../../kinds/messages.ts';
import { officeRows, topOffice } from '../office-post.ts';
import type { Periodic } from '../periodic.ts';

const FROM = '08:45';

export const HEALTH_RUN: Periodic = {
  kind: 'health',
  from: () => FROM,
  lateFrom: () => '09:00',
  until: ({ settings }) => settings.hours.end,
  plan: async (planning) => {
    const { tx, directory, day, late } = planning;
    // The state of the machine is the same for all; one report at the top is enough.
    const office = await topOffice(tx, directory);
    const { topAreaId } = directory;
    return office
      ? officeRows(planning, office, { kinds: [HEALTH_REPORT], areaId: topAreaId, day, late, about: {} })
      : [];
  },
};
