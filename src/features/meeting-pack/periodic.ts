/** 调度包: Friday 15:00, or the last working day before it; to each office, as a card and as a Word file. */
import { meetingDayOf } from '../../domain/meeting-day.ts';
import { listOffices, officeRows } from '../../engine/office-post.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { PACK_MESSAGES } from './message.ts';
import { PACK_CLOCK } from './rules.ts';

export const MEETING_PACK: Periodic = {
  kind: 'meeting-pack',
  from: () => PACK_CLOCK,
  lateFrom: () => '15:15',
  until: ({ settings }) => settings.quiet.from,
  on: (day, { calendar }) => meetingDayOf(day, calendar) === day,
  async plan(planning) {
    const { tx, directory, day, late } = planning;
    const rows = [];
    for (const office of await listOffices(tx, directory)) {
      rows.push(
        ...(await officeRows(planning, office, {
          kinds: PACK_MESSAGES,
          areaId: office.areaId,
          day,
          late,
          about: {},
        })),
      );
    }
    return rows;
  },
};
