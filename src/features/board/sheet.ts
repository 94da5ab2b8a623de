/** The A3 sheet of a project with its words. */
import { rowName } from '../../cards/words-weather.ts';
import type { BoardView } from '../../domain/plan/board.ts';
import { datePartsOf, formatDay, formatInstant, type Instant } from '../../domain/time.ts';
import { ganttSvg } from '../../files/gantt-svg.ts';
import { oneLine } from '../../text/escape.ts';
import {
  BOARD,
  expectedText,
  flagText,
  holdupLines,
  leftText,
  lightsText,
  nameText,
  nodeDayText,
  planLine,
  rowState,
  spanText,
  weatherLine,
  workingText,
} from './words.ts';

/** @param at when it is drawn; stands at the bottom */
export function drawSheet(view: BoardView, at: { now: Instant; timeZone: string; mark?: string }): string {
  const { year } = datePartsOf(view.today);
  const holdups = holdupLines(view.holdups);
  const drawn = BOARD.printedAt(formatInstant(at.now, at.timeZone, { year, weekday: false }));
  return ganttSvg(view, {
    title: nameText(view),
    subtitle: [
      view.enterprise === null ? '' : oneLine(view.enterprise),
      BOARD.progress(view.done, view.concerned),
    ]
      .filter(Boolean)
      .join('　'),
    weather: weatherLine(view),
    legend: BOARD.legend,
    source: [...(view.plan ? [planLine(view)] : []), drawn, ...(at.mark ? [at.mark] : [])].join('　'),
    notes: [
      {
        said: [lightsText(view.lights), holdups.length > 0 ? '' : BOARD.nothingHolds]
          .filter(Boolean)
          .join('　'),
        bad: false,
      },
      ...holdups,
    ],
    today: `${BOARD.chart.today} ${formatDay(view.today, { year, weekday: false })}`,
    node: (node) => {
      const expected = expectedText(node, view.today);
      return {
        head: `${node.name} ${nodeDayText(node, view.today)}`,
        left: leftText(node),
        // Where both find no room the day that is expected says more.
        more: expected || workingText(node),
        flag: flagText(node, view.today),
        expected: expected && `${node.name}${expected}`,
      };
    },
    row: (row) => ({
      name: rowName(row),
      state: rowState(row),
      detail: spanText(row, year),
    }),
    stage: (code) => view.stages.find((stage) => stage.code === code)?.name ?? '',
  });
}
