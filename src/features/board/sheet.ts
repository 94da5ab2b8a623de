/** The A3 sheet of a project with its words. */
import { rowName } from '../../cards/words-weather.ts';
import type { BoardView } from '../../domain/plan/board.ts';
import { datePartsOf, formatInstant, type Instant } from '../../domain/time.ts';
import { ganttSvg } from '../../files/gantt-svg.ts';
import { oneLine } from '../../text/escape.ts';
import {
  BOARD,
  expectedText,
  holdupsText,
  leftText,
  lightsText,
  nodeDayText,
  planLine,
  rowState,
  weatherLine,
  workingText,
} from './words.ts';

/** @param at when it is drawn; stands at the bottom */
export function drawSheet(view: BoardView, at: { now: Instant; timeZone: string; mark?: string }): string {
  const { year } = datePartsOf(view.today);
  const holdups = holdupsText(view.holdups);
  const drawn = BOARD.printedAt(formatInstant(at.now, at.timeZone, { year, weekday: false }));
  return ganttSvg(view, {
    title: oneLine(view.name),
    subtitle: [
      view.enterprise === null ? '' : oneLine(view.enterprise),
      BOARD.progress(view.done, view.concerned),
    ]
      .filter(Boolean)
      .join('　'),
    weather: weatherLine(view),
    legend: BOARD.legend,
    notes: [
      [lightsText(view.lights), holdups || BOARD.nothingHolds].join('　'),
      [...(view.plan ? [planLine(view)] : []), drawn, ...(at.mark ? [at.mark] : [])].join('　'),
    ],
    month: (day) => {
      const parts = datePartsOf(day);
      return parts.month === 1 ? `${parts.year}年1月` : `${parts.month}月`;
    },
    node: (node) => ({
      name: node.name,
      day: [nodeDayText(node, view.today), expectedText(node, view.today)].filter(Boolean).join('，'),
      left: leftText(node),
      working: workingText(node),
    }),
    row: (row) => ({ name: rowName(row), state: rowState(row) }),
    stage: (code) => view.stages.find((stage) => stage.code === code)?.name ?? '',
  });
}
