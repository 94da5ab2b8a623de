/** 项目总图: one row of each project somebody may see, worst first. */

import type { Child } from 'hono/jsx';
import { WEATHER_NAMES } from '../../cards/words-weather.ts';
import type { PageDocument } from '../../commands/feature-page.ts';
import { clockOf, type Instant } from '../../domain/time.ts';
import { oneLine } from '../../text/escape.ts';
import { h, pageOf, sign } from './page-frame.ts';
import type { ProjectRow, RowNode } from './rules.ts';
import { BOARD, leftText, lightsText, PAGES, WEATHER_TABLE, whyText, workingText } from './words.ts';

const REFRESH = 60;
/** More than fit on a wall in one column. */
const MANY = 14;

function nodeText(node: RowNode): string {
  const working = workingText(node);
  return `${node.name} ${leftText(node)}${working && `（${working}）`}`;
}

function rowItem(row: ProjectRow, base: string): Child {
  const { weather, lights, links } = row;
  const nodes = row.nodes.filter(({ plannedOn, actualOn }) => plannedOn !== null || actualOn !== null);
  return h(
    'li',
    { class: weather ?? 'none' },
    h('span', { class: 'name' }, h('a', { href: `${base}/${row.projectId}` }, oneLine(row.name))),
    h(
      'span',
      { class: weather ?? 'pale' },
      ...(weather ? [sign(weather), `${WEATHER_NAMES[weather]}　`] : []),
      whyText(row),
    ),
    h('span', null, ...nodes.flatMap((node, i) => [...(i > 0 ? [h('br', null)] : []), nodeText(node)])),
    h(
      'span',
      { class: lights.red > 0 ? 'red' : '' },
      ...(links.concerned > 0 ? [BOARD.progress(links.done, links.concerned), h('br', null)] : []),
      lightsText(lights),
    ),
  );
}

/** @param base address of this page, to which a project's number is added */
export function projectsPage(
  rows: readonly ProjectRow[],
  look: { now: Instant; timeZone: string; base: string; mark?: string | undefined },
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
      h(
        'main',
        null,
        rows.length === 0
          ? h('p', null, PAGES.empty)
          : h(
              'ul',
              { class: rows.length > MANY ? 'rows many' : 'rows' },
              ...rows.map((row) => rowItem(row, look.base)),
            ),
      ),
      h(
        'footer',
        { class: 'pale' },
        h(
          'p',
          null,
          [PAGES.updated(clockOf(look.now, look.timeZone)), look.mark ?? ''].filter(Boolean).join('　'),
        ),
      ),
    ],
    { refresh: REFRESH },
  );
}
