/** 挂图 as a card: ten seconds at the top, the chart, and the same in words for those whose app draws none. */

import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { Button, CardElement, HeaderColor } from '../../cards/element.ts';
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
  plain,
  rowWithButton,
  textBlock,
} from '../../cards/kit.ts';
import { reasonText, rowName, WEATHER_SIGNS, weatherText } from '../../cards/words-weather.ts';
import type { BoardRow, BoardView } from '../../domain/plan/board.ts';
import type { Weather } from '../../domain/plan/model.ts';
import { datePartsOf } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { boardChart } from './card-chart.ts';
import type { ProjectRow } from './rules.ts';
import {
  BOARD,
  BUTTONS,
  expectedText,
  holdupsText,
  leftText,
  lightsText,
  nameText,
  nodeDayText,
  nodesText,
  PAGES,
  planLine,
  rowState,
  spanText,
  WEATHER_TABLE,
  weatherLine,
  whyText,
  workingText,
} from './words.ts';

export const WEATHER_HEADS: Record<Weather, HeaderColor> = { sun: 'green', cloud: 'orange', rain: 'red' };
const WEATHER_INK = { sun: 'green', cloud: 'orange', rain: 'red' } as const;

/** Longer names of links are cut in the list; the whole stands on the link's own card. */
const NAME = 22;

export function signOf(weather: Weather): string {
  return colored(WEATHER_INK[weather], weatherText(weather));
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

function listOf(view: BoardView): CardElement[] {
  const { year } = datePartsOf(view.today);
  const lines = (rows: readonly BoardRow[]) =>
    rows.map((row) => {
      const sign = row.weather ? `${signOf(row.weather.weather)} ` : '';
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
    title: BOARD.title(nameText(view)),
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
      ...(view.plan ? [footnote(planLine(view))] : []),
    ],
    demo,
  });
  return fitCard(made, BOARD.cut);
}

/** 晴雨表 of one project: its links, worst first. */
export function weatherCard(view: BoardView, { demo }: { demo: boolean }): Card {
  const order: readonly (Weather | null)[] = ['rain', 'cloud', 'sun'];
  // One whose lateness was excused is told with its reason, too.
  const isTold = ({ weather }: BoardRow) => weather?.weather !== 'sun' || weather.reason.kind === 'excused';
  const rank = (row: BoardRow) => order.indexOf(row.weather?.weather ?? null) + (isTold(row) ? 0 : 1);
  const open = view.rows.filter((row) => row.weather !== null);
  const rows = open.toSorted((a, b) => rank(a) - rank(b));
  const lines = rows.map((row) =>
    row.weather
      ? `${signOf(row.weather.weather)}　**${escapeMarkdown(clip(rowName(row), NAME))}**<br>${escapeMarkdown(reasonText(row.weather, view.rows))}`
      : '',
  );
  const bad = lines.slice(0, rows.filter(isTold).length);
  const good = rows.slice(bad.length).map((row) => escapeMarkdown(clip(rowName(row), NAME)));
  const made = card({
    title: WEATHER_TABLE.title(oneLine(view.name)),
    color: view.weather ? WEATHER_HEADS[view.weather.weather] : 'default',
    summary: `${WEATHER_TABLE.title(oneLine(view.name))}：${view.plan ? weatherLine(view) : WEATHER_TABLE.noPlan}`,
    elements: [
      markdown(`**${escapeMarkdown(view.plan ? weatherLine(view) : WEATHER_TABLE.noPlan)}**`),
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

const ROWS = 30;

/** 晴雨表 of all projects, in the order given. */
export function weathersCard(rows: readonly ProjectRow[], { demo }: { demo: boolean }): Card {
  const shown = rows.slice(0, ROWS).map((row) => {
    const sign = row.weather ? signOf(row.weather) : colored('grey', WEATHER_TABLE.unplanned);
    const facts = [row.weather === null ? '' : whyText(row), nodesText(row)]
      .filter(Boolean)
      .map(escapeMarkdown);
    const text = [`${sign}　**${escapeMarkdown(clip(oneLine(row.name), 30))}**`, ...facts].join('<br>');
    const command = `晴雨表 ${clip(oneLine(row.name), 100)}`;
    return rowWithButton([markdown(text)], button(BUTTONS.links, encodeAction({ do: 'answer', command })));
  });
  const [worst] = rows;
  const title = WEATHER_TABLE.all(rows.length);
  const made = card({
    title,
    color: worst?.weather ? WEATHER_HEADS[worst.weather] : 'default',
    summary: title,
    elements: [
      ...shown,
      ...(rows.length > ROWS ? [footnote(WEATHER_TABLE.left(rows.length - ROWS))] : []),
      hr,
      footnote(WEATHER_TABLE.rules),
    ],
    demo,
  });
  return fitCard(made, WEATHER_TABLE.cut);
}

/** The private card that opens the pages. */
export function linkCard(
  link: { name: string; url: string; until: string; print: boolean },
  { demo }: { demo: boolean },
): Card {
  const open: Button = {
    tag: 'button',
    text: plain(PAGES.open),
    type: 'primary_filled',
    size: 'large',
    width: 'fill',
    behaviors: [{ type: 'open_url', default_url: link.url }],
  };
  const title = PAGES.title(clip(oneLine(link.name), 40));
  const made = card({
    title,
    color: 'blue',
    summary: title,
    elements: [
      ...(link.print ? [markdown(escapeMarkdown(PAGES.print))] : []),
      open,
      markdown(escapeMarkdown(PAGES.link(link.until))),
      footnote(PAGES.note),
      textBlock(link.url),
    ],
    demo,
  });
  return fitCard(made, '');
}
