/** 挂图 as a card: ten seconds at the top, the chart, and the same in words for those whose app draws none. */
import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement, HeaderColor } from '../../cards/element.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  panel,
} from '../../cards/kit.ts';
import type { BoardRow, BoardView } from '../../domain/plan/board.ts';
import type { Weather } from '../../domain/plan/model.ts';
import { datePartsOf, formatDay } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { boardChart } from './card-chart.ts';
import {
  BOARD,
  BUTTONS,
  expectedText,
  holdupsText,
  leftText,
  lightsText,
  nodeDayText,
  planLine,
  reasonText,
  rowName,
  rowState,
  WEATHER_NAMES,
  WEATHER_SIGNS,
  WEATHER_TABLE,
  weatherLine,
  workingText,
} from './words.ts';

export const WEATHER_HEADS: Record<Weather, HeaderColor> = { sun: 'green', cloud: 'orange', rain: 'red' };
const WEATHER_INK = { sun: 'green', cloud: 'orange', rain: 'red' } as const;

/** Longer names of links are cut in the list; the whole stands on the link's own card. */
const NAME = 22;

export function signOf(weather: Weather): string {
  return colored(WEATHER_INK[weather], `${WEATHER_SIGNS[weather]} ${WEATHER_NAMES[weather]}`);
}

/** 开工 12月29日 还有 34 天 工作日 24 天 */
function nodeLines(view: BoardView): string[] {
  return view.nodes
    .filter((node) => node.plannedOn !== null || node.actualOn !== null)
    .map((node) => {
      const head = colored('grey', escapeMarkdown(`${node.name} ${nodeDayText(node, view.today)}`));
      const tail = [workingText(node), expectedText(node, view.today)].filter(Boolean).join('，');
      return `${head}　**${escapeMarkdown(leftText(node))}**${tail ? `　${colored('grey', escapeMarkdown(tail))}` : ''}`;
    });
}

/** 10月9日–10月30日, without the year where it is this one. */
function spanText(row: BoardRow, year: number): string {
  if (row.planned === null) return '';
  const day = (one: string) => formatDay(one, { year, weekday: false });
  const { from, to } = row.planned;
  return from === to ? day(from) : `${day(from)}–${day(to)}`;
}

function listOf(view: BoardView): CardElement[] {
  const { year } = datePartsOf(view.today);
  const lines = (rows: readonly BoardRow[]) =>
    rows.map((row) => {
      const sign = row.weather ? `${WEATHER_SIGNS[row.weather.weather]} ` : '';
      const facts = [spanText(row, year), rowState(row)].filter(Boolean).join('　');
      return `${sign}${escapeMarkdown(clip(rowName(row), NAME))}　${colored('grey', escapeMarkdown(facts))}`;
    });
  return view.stages.map(({ code, name }) =>
    markdown(
      [`**${escapeMarkdown(name)}**`, ...lines(view.rows.filter((row) => row.stage === code))].join('<br>'),
      'notation',
    ),
  );
}

/** @param demo made-up data */
export function boardCard(view: BoardView, { demo }: { demo: boolean }): Card {
  const name = oneLine(view.name);
  const chart = boardChart(view);
  const words = { do: 'answer', command: '' } as const;
  const ask = (label: string, command: string) =>
    button(label, encodeAction({ ...words, command: `${command} ${clip(name, 100)}` }));
  const { weather } = view;
  const made = card({
    title: BOARD.title(name),
    ...(view.enterprise && { subtitle: view.enterprise }),
    color: weather ? WEATHER_HEADS[weather.weather] : 'default',
    summary: `${BOARD.title(name)}：${weatherLine(view)}`,
    elements: [
      markdown(
        weather
          ? `**${WEATHER_SIGNS[weather.weather]} ${escapeMarkdown(weatherLine(view))}**`
          : escapeMarkdown(weatherLine(view)),
      ),
      markdown([...nodeLines(view), escapeMarkdown(BOARD.progress(view.done, view.concerned))].join('<br>')),
      ...(chart ? [chart] : []),
      markdown(
        [lightsText(view.lights), holdupsText(view.holdups)].filter(Boolean).map(escapeMarkdown).join('<br>'),
      ),
      panel(BOARD.list, listOf(view), chart === undefined),
      ...buttonRows([ask(BUTTONS.picture, '挂图 图片'), ask(BUTTONS.weather, '晴雨表')]),
      footnote(planLine(view)),
    ],
    demo,
  });
  return fitCard(made, BOARD.cut);
}

/** 晴雨表 of one project: its links, worst first. */
export function weatherCard(view: BoardView, { demo }: { demo: boolean }): Card {
  const order: readonly (Weather | null)[] = ['rain', 'cloud', 'sun'];
  const open = view.rows.filter((row) => row.weather !== null);
  const rows = open.toSorted(
    (a, b) => order.indexOf(a.weather?.weather ?? null) - order.indexOf(b.weather?.weather ?? null),
  );
  const lines = rows.map((row) =>
    row.weather
      ? `${signOf(row.weather.weather)}　**${escapeMarkdown(clip(rowName(row), NAME))}**<br>${escapeMarkdown(reasonText(row.weather))}`
      : '',
  );
  const bad = lines.slice(0, rows.filter((row) => row.weather?.weather !== 'sun').length);
  const good = rows.slice(bad.length).map((row) => escapeMarkdown(clip(rowName(row), NAME)));
  const made = card({
    title: WEATHER_TABLE.title(oneLine(view.name)),
    color: view.weather ? WEATHER_HEADS[view.weather.weather] : 'default',
    summary: `${WEATHER_TABLE.title(oneLine(view.name))}：${weatherLine(view)}`,
    elements: [
      markdown(`**${escapeMarkdown(weatherLine(view))}**`),
      ...bad.map((line) => markdown(line)),
      ...(good.length > 0 ? [markdown(`${signOf('sun')}　${good.join('、')}`)] : []),
      ...(view.plan && open.length === 0 ? [markdown(WEATHER_TABLE.over)] : []),
      hr,
      footnote(WEATHER_TABLE.rules),
      footnote(WEATHER_TABLE.appeal),
    ],
    demo,
  });
  return fitCard(made, WEATHER_TABLE.cut);
}
