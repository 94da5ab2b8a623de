/** The page of one project: nodes, weather, the sheet, lights, and on a phone its links one by one. */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { reasonText, rowName, WEATHER_NAMES } from '../../cards/words-weather.ts';
import type { PageDocument } from '../../commands/feature-page.ts';
import type { BoardRow, BoardView } from '../../domain/plan/board.ts';
import { addDays, clockOf, datePartsOf, type Instant } from '../../domain/time.ts';
import { scaleOf } from '../../files/gantt-scale.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { h, ON_WALL, pageOf, sign, wallSwitch } from './page-frame.ts';
import { drawSheet } from './sheet.ts';
import type { Problem } from './view.ts';
import {
  BOARD,
  expectedText,
  holdupsText,
  leftText,
  lightName,
  lightsText,
  nameText,
  nodeDayText,
  openCount,
  PAGES,
  planLine,
  problemFacts,
  rowState,
  weatherLine,
  workingText,
} from './words.ts';

export interface PageLook {
  now: Instant;
  timeZone: string;
  /** Address of this page. */
  base: string;
  wall: boolean;
  /** Address of the page of all projects; undefined: the link is for this one alone. */
  back?: string | undefined;
  mark?: string | undefined;
}

const REFRESH = 60;
const TRACK = 300;

function nodeBlocks(view: BoardView): Child[] {
  return view.nodes
    .filter((node) => node.plannedOn !== null || node.actualOn !== null)
    .map((node) => {
      const late = node.actualOn === null && (node.days ?? 0) < 0;
      return h(
        'div',
        { class: late ? 'node late' : 'node' },
        h('span', { class: 'pale' }, `${node.name} ${nodeDayText(node, view.today)}`),
        h('b', null, leftText(node)),
        h(
          'span',
          { class: 'pale' },
          [workingText(node), expectedText(node, view.today)].filter(Boolean).join('，'),
        ),
      );
    });
}

/** Plan, work and today in one narrow picture. */
function track(row: BoardRow, view: BoardView): Child {
  const { scale } = scaleOf(view.range, TRACK);
  const bar = (from: string, to: string, y: number, height: number, fill: string) => {
    const [x, end] = [scale(from), scale(addDays(to, 1))];
    return `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(2, end - x).toFixed(1)}" height="${height}" fill="${fill}"/>`;
  };
  const drawn = [
    ...(row.planned
      ? [bar(row.planned.from, row.planned.to, 2, 12, row.critical ? '#7d97c2' : '#b7c6dd')]
      : []),
    ...row.actual.map(({ from, to }) => bar(from, to, 6, 4, '#1456b8')),
    `<rect x="${scale(view.today).toFixed(1)}" y="0" width="1.5" height="16" fill="#c02a26"/>`,
  ];
  return raw(
    `<svg class="bar" viewBox="0 0 ${TRACK} 16" preserveAspectRatio="none" aria-hidden="true">${drawn.join('')}</svg>`,
  );
}

function linkItem(row: BoardRow, view: BoardView): Child {
  const { weather } = row;
  const bad = weather !== null && weather.weather !== 'sun';
  return h(
    'li',
    null,
    h('span', null, ...(weather ? [sign(weather.weather)] : []), rowName(row)),
    h(
      'span',
      { class: 'track' },
      track(row, view),
      ...(bad && weather
        ? [
            h(
              'small',
              { class: weather.weather },
              `${WEATHER_NAMES[weather.weather]}：${reasonText(weather, view.rows)}`,
            ),
          ]
        : []),
    ),
    h('span', { class: weather?.weather === 'rain' ? 'state rain' : 'state' }, rowState(row)),
  );
}

/** Open problems, the worst first. On a wide wall they stand beside the sheet; on paper the sheet stands alone. */
function problemList(view: BoardView, problems: readonly Problem[]): Child[] {
  if (problems.length === 0) return [];
  const { year } = datePartsOf(view.today);
  const items = problems.map((one) =>
    h(
      'li',
      { class: one.color },
      h('b', null, [lightName(one.color), `#${one.issueId}`].filter(Boolean).join(' ')),
      ' ',
      clip(oneLine(one.title), 60),
      h('small', { class: 'pale' }, problemFacts(one, year)),
    ),
  );
  const left = openCount(view.lights) - problems.length;
  return [
    h(
      'section',
      { class: 'problems no-paper' },
      h('h2', null, lightsText(view.lights)),
      h('ul', null, ...items),
      ...(left > 0 ? [h('p', { class: 'pale' }, PAGES.moreProblems(left))] : []),
    ),
  ];
}

export function projectPage(view: BoardView, problems: readonly Problem[], look: PageLook): PageDocument {
  const name = oneLine(view.name);
  const { weather } = view;
  const holdups = holdupsText(view.holdups, 8);
  const links = view.stages.flatMap(({ code, name: stage }) => [
    h('li', { class: 'stage' }, stage),
    ...view.rows.filter((row) => row.stage === code).map((row) => linkItem(row, view)),
  ]);
  const looks = links.length === 0 ? ['bare'] : problems.length === 0 ? ['project'] : ['project', 'beside'];
  const sheet = raw(
    drawSheet(view, { now: look.now, timeZone: look.timeZone, ...(look.mark && { mark: look.mark }) }),
  );
  return pageOf(
    name,
    [
      h(
        'header',
        null,
        h('h1', null, nameText(view)),
        ...(view.enterprise ? [h('p', { class: 'pale' }, oneLine(view.enterprise))] : []),
        h(
          'p',
          { class: `weather weather-head ${weather?.weather ?? ''}` },
          ...(weather ? [sign(weather.weather)] : []),
          weatherLine(view),
        ),
      ),
      h(
        'main',
        null,
        h('div', { class: 'nodes' }, ...nodeBlocks(view)),
        h(
          'p',
          { class: 'no-paper around' },
          [BOARD.progress(view.done, view.concerned), lightsText(view.lights)].join('　'),
        ),
        ...(holdups ? [h('p', { class: 'no-paper around' }, holdups)] : []),
        ...(links.length > 0
          ? [
              h('div', { class: 'sheet' }, sheet),
              h('div', { class: 'mini' }, h('ul', { class: 'links' }, ...links)),
            ]
          : [h('p', null, BOARD.noLinks(name))]),
        ...problemList(view, problems),
      ),
      h(
        'footer',
        { class: 'pale no-paper' },
        h(
          'p',
          null,
          [view.plan ? planLine(view) : '', PAGES.updated(clockOf(look.now, look.timeZone)), look.mark ?? '']
            .filter(Boolean)
            .join('　'),
        ),
        ...(look.back
          ? [h('p', null, h('a', { href: `${look.back}${look.wall ? ON_WALL : ''}` }, PAGES.back))]
          : []),
        wallSwitch(look),
      ),
    ],
    // What the sheet says is not said twice beside it; where there is none, all is said.
    { refresh: REFRESH, name: looks.join(' '), wall: look.wall },
  );
}
