/** The document every page is, made by Hono JSX; called as functions, since Node runs no .tsx as it is. */
import { raw } from 'hono/html';
import { type Child, jsx } from 'hono/jsx';
import type { PageDocument } from '../../commands/feature-page.ts';
import type { Weather } from '../../domain/plan/model.ts';
import { weatherSign } from '../../files/svg.ts';
import { STYLE } from './page-style.ts';
import { PAGES } from './words.ts';

export const h = jsx;

/** ☀ ⛅ 🌧 as a drawing; the word stands beside it. */
export function sign(weather: Weather): Child {
  return SIGNS[weather];
}

function drawSign(weather: Weather): Child {
  return raw(
    `<svg class="sign" viewBox="0 0 28 24" aria-hidden="true">${weatherSign(weather, 14, 12, 10)}</svg>`,
  );
}

const SIGNS: Record<Weather, Child> = {
  sun: drawSign('sun'),
  cloud: drawSign('cloud'),
  rain: drawSign('rain'),
};

/** @param refresh seconds after which the browser loads it anew; 0: never */
export function pageOf(title: string, body: Child[], { refresh = 0, name = '' } = {}): PageDocument {
  const html = h(
    'html',
    { lang: 'zh-CN' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex, nofollow' }),
      ...(refresh > 0 ? [h('meta', { 'http-equiv': 'refresh', content: String(refresh) })] : []),
      h('title', null, title),
      h('style', null, raw(STYLE)),
    ),
    h('body', { class: name }, ...body),
  );
  return { html: `<!doctype html>${html.toString()}`, style: STYLE };
}

/** The same whatever was wrong. */
export function refusalPage(why: 'gone' | 'busy'): PageDocument {
  const [title, hint] = why === 'gone' ? [PAGES.gone, PAGES.goneHint] : [PAGES.busy, ''];
  const lines = [h('h1', null, title), ...(hint ? [h('p', { class: 'pale' }, hint)] : [])];
  return pageOf(title, [h('main', null, ...lines)], { refresh: why === 'busy' ? 60 : 0 });
}
