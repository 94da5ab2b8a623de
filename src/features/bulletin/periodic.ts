/** Month end: figures of the month and a draft of 红黑榜, at 15:00 of its last working day; made up for on the next. */

import type { Calendar } from '../../domain/calendar.ts';
import { lastWorkingDayOf, monthStart } from '../../domain/meeting-day.ts';
import type { Day } from '../../domain/time.ts';
import { listOffices, officeRows } from '../../engine/office-post.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { BULLETIN } from './kinds.ts';
import { findBulletin, insertBulletin } from './store.ts';
import { draftBulletin } from './view.ts';

/** The month that is due on a working day: its own on the last one, the one before on the first; else undefined. */
function monthDue(day: Day, calendar: Calendar): { month: Day; late: boolean } | undefined {
  if (lastWorkingDayOf(day, calendar) === day) return { month: monthStart(day), late: false };
  const before = calendar.previousWorkingDay(day);
  return lastWorkingDayOf(before, calendar) === before
    ? { month: monthStart(before), late: true }
    : undefined;
}

export const MONTH_END: Periodic = {
  kind: 'month-end',
  from: () => '15:00',
  lateFrom: () => '15:15',
  until: ({ settings }) => settings.quiet.from,
  on: (day, { calendar }) => monthDue(day, calendar) !== undefined,
  async plan(planning) {
    const { tx, directory, day, at } = planning;
    const due = monthDue(day, directory.calendar);
    if (!due) return [];
    const late = planning.late || due.late;
    const rows = [];
    for (const office of await listOffices(tx, directory)) {
      const { areaId } = office;
      if (await findBulletin(tx, [areaId], due.month)) continue;
      const payload = await draftBulletin(tx, areaId, due.month, { directory, now: at });
      // Of a month before the bot came there is nothing to say.
      if (due.late && payload.month.raised === 0 && payload.month.closed === 0) continue;
      const made = await insertBulletin(tx, { areaId, month: due.month, payload }, at);
      if (!made) continue;
      const about = { bulletinId: made.id };
      rows.push(...(await officeRows(planning, office, { kinds: [BULLETIN], areaId, day, late, about })));
    }
    return rows;
  },
};
