/** 项目总图: one row of each project somebody may see, worst first. */

import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { WEATHER_NAMES } from '../../cards/words-weather.ts';
import type { PageDocument } from '../../commands/feature-page.ts';
import { clockOf, type Instant } from '../../domain/time.ts';
import { oneLine } from '../../text/escape.ts';
import { h, ON_WALL, pageOf, sign, wallSwitch } from './page-frame.ts';
import { MOST_TURNS, ON_A_WALL, WALL_COLUMNS } from './page-style.ts';
import type { ProjectRow, RowNode } from './rules.ts';
import {
  BOARD,
  leftText,
  lightsText,
  PAGES,
  shortLights,
  WEATHER_TABLE,
  whyText,
  workingText,
} from './words.ts';

const REFRESH = 60;
/** More than fit on a wall in one column, and more than fit in two; on a wall they are then dense. */
const MANY = 14;
const DENSE = 30;

function nodeText(node: RowNode): string {
  const working = workingText(node);
  return `${node.name} ${leftText(node)}${working && `（${working}）`}`;
}

interface Addresses {
  /** Of this page; a project's number is added to it. */
  base: string;
  wall: boolean;
}

/** As a template: of hundreds of rows elements cost twice as much. */
function rowItem(row: ProjectRow, { base, wall }: Addresses): Child {
  const { weather, lights, links } = row;
  const nodes = row.nodes.filter(({ plannedOn, actualOn }) => plannedOn !== null || actualOn !== null);
  // Where there is room for one alone, the one still ahead.
  const next = nodes.find(({ actualOn }) => actualOn === null) ?? nodes.at(-1);
  const far = (text: string) => html`<span class="far">${text}</span>`;
  const progress = links.concerned > 0 && html`${far(BOARD.progress(links.done, links.concerned))}<br/>`;
  const short = shortLights(lights);
  const open = html`${far(lightsText(lights))}${short && html`<span class="near">${short}</span>`}`;
  const days = nodes.map((node, i) => {
    const text = node === next ? nodeText(node) : far(nodeText(node));
    return i > 0 ? html`<br/>${text}` : text;
  });
  return html`<li class="${weather ?? 'none'}"><span class="name"><a href="${base}/${row.projectId}${wall ? ON_WALL : ''}">${oneLine(row.name)}</a></span><span class="${weather ?? 'pale'}">${weather && sign(weather)}${weather && `${WEATHER_NAMES[weather]}　`}${whyText(row)}</span><span>${days}</span><span class="${lights.red > 0 ? 'red' : ''}">${progress}${open}</span></li>`;
}

/** One list; of very many one for each screen of a wall, which shows them in turn while the page stands. */
function lists(rows: readonly ProjectRow[], addresses: Addresses): Child {
  const list = (look: string, some: readonly ProjectRow[]) =>
    h('ul', { class: `rows ${look}`.trim() }, ...some.map((row) => rowItem(row, addresses)));
  if (rows.length <= DENSE) return list(rows.length > MANY ? 'many' : '', rows);
  const screens = Math.min(MOST_TURNS, Math.ceil(rows.length / ON_A_WALL));
  const size = Math.ceil(rows.length / screens);
  const parts = Array.from({ length: screens }, (_, n) => rows.slice(n * size, (n + 1) * size));
  return h(
    'div',
    { class: screens > 1 ? `turning of${screens}` : '' },
    ...parts.map((some, n) => list(`dense r${Math.ceil(some.length / WALL_COLUMNS)} t${n}`, some)),
  );
}

export function projectsPage(
  rows: readonly ProjectRow[],
  look: Addresses & { now: Instant; timeZone: string; mark?: string | undefined },
): PageDocument {
  const count = (weather: ProjectRow['weather']) => rows.filter((row) => row.weather === weather).length;
  const sums = (['rain', 'cloud', 'sun'] as const).map((weather) =>
    h('span', { class: weather }, sign(weather), `${WEATHER_NAMES[weather]} ${count(weather)}`),
  );
  const title = `${PAGES.all} ${rows.length}`;
  return pageOf(
    PAGES.all,
    [
      h(
        'header',
        null,
        h('h1', null, `${title} 个`),
        h(
          'p',
          { class: 'sums' },
          ...sums,
          h('span', { class: 'pale' }, `${WEATHER_TABLE.unplanned} ${count(null)}`),
        ),
      ),
      h('main', null, rows.length === 0 ? h('p', null, PAGES.empty) : lists(rows, look)),
      h(
        'footer',
        { class: 'pale' },
        h(
          'p',
          null,
          [PAGES.updated(clockOf(look.now, look.timeZone)), look.mark ?? ''].filter(Boolean).join('　'),
        ),
        wallSwitch(look),
      ),
    ],
    { refresh: REFRESH, name: 'all', wall: look.wall },
  );
}
