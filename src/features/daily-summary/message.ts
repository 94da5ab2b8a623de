/** The message of 日小结: one a group and day, dropped when the day had nothing. */
import { drawForGroup } from '../../engine/draw-periodic.ts';
import { defineMessage } from '../../engine/message.ts';
import { rowKind } from '../../kinds/kind.ts';
import { groupOfDay } from '../../kinds/messages.ts';
import { drawDaySummary } from './view.ts';
import { SUMMARY_NAME } from './words.ts';

export const DAILY_SUMMARY = defineMessage(rowKind('daily-summary', groupOfDay), {
  name: SUMMARY_NAME,
  keepsQuiet: true,
  draw: (deps, tx, row, now) => drawForGroup(deps, tx, row.payload, now, drawDaySummary),
});
