/** 减负账单 comes with the month's statistics; once the month is over and acted on, its sums are kept. */
import { lastWorkingDayOf, monthStart } from '../../domain/meeting-day.ts';
import { listOffices, officeRows } from '../../engine/office-post.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { BURDEN } from './message.ts';
import { keepBurden, readBurden } from './store.ts';
import { monthToKeep, sumBurden } from './view.ts';

export const BURDEN_MONTH: Periodic = {
  kind: 'burden',
  from: () => '15:00',
  lateFrom: () => '15:15',
  until: ({ settings }) => settings.quiet.from,
  on: (day, { calendar }) => lastWorkingDayOf(day, calendar) === day,
  async plan(planning) {
    const { tx, directory, day, late } = planning;
    const rows = [];
    for (const office of await listOffices(tx, directory)) {
      const { areaId } = office;
      const about = { month: monthStart(day) };
      rows.push(...(await officeRows(planning, office, { kinds: [BURDEN], areaId, day, late, about })));
    }
    return rows;
  },
};

/** Nothing is sent: sent messages are forgotten after a while, their sums are not. */
export const BURDEN_SUMS: Periodic = {
  kind: 'burden-sums',
  from: () => '12:00',
  lateFrom: () => '12:15',
  until: ({ settings }) => settings.quiet.from,
  async plan({ tx, directory, at }) {
    const base = { now: at, directory };
    const month = monthToKeep(base);
    if (month === undefined) return [];
    for (const { id: areaId } of directory.data.areas) {
      if (await readBurden(tx, areaId, month)) continue;
      await keepBurden(tx, { areaId, month, payload: await sumBurden(tx, areaId, month, base) }, at);
    }
    return [];
  },
};
