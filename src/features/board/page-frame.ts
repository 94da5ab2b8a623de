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

/** @param refresh seconds after which the browser loads it anew; 0: never. `wall`: letters for a wall however wide */
export function pageOf(
  title: string,
  body: Child[],
  { refresh = 0, name = '', wall = false } = {},
): PageDocument {
  const html = h(
    'html',
    { lang: 'zh-CN', ...(wall && { class: 'wall' }) },
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

/** What is added to an address for letters of a wall, however its screen is scaled. */
export const ON_WALL = '?wall';

/** To the other look of the page at this address. */
export function wallSwitch({ base, wall }: { base: string; wall: boolean }): Child {
  const [to, said] = wall ? [base, PAGES.plainLook] : [`${base}${ON_WALL}`, PAGES.wallLook];
  return h('p', { class: 'to-wall' }, h('a', { href: to }, said));
}

/** What is shown before a link has its browser: nothing of anybody. */
export function firstPage(cookie: NonNullable<PageDocument['cookie']>): PageDocument {
  const page = pageOf(PAGES.openHere, [
    h(
      'main',
      { class: 'door' },
      h('h1', null, PAGES.openHere),
      h('p', null, PAGES.oneBrowser),
      h('form', { method: 'post' }, h('button', { type: 'submit' }, PAGES.pressHere)),
    ),
  ]);
  return { ...page, button: true, cookie };
}

/** To whom pressed the button in a browser that kept nothing. */
export function noCookiePage(): PageDocument {
  const lines = [h('h1', null, PAGES.noCookie), h('p', { class: 'pale' }, PAGES.noCookieHint)];
  return pageOf(PAGES.noCookie, [h('main', null, ...lines)]);
}

/** The same whatever was wrong. */
export function refusalPage(why: 'gone' | 'busy'): PageDocument {
  const [title, hint] = why === 'gone' ? [PAGES.gone, PAGES.goneHint] : [PAGES.busy, ''];
  const lines = [h('h1', null, title), ...(hint ? [h('p', { class: 'pale' }, hint)] : [])];
  return pageOf(title, [h('main', null, ...lines)], { refresh: why === 'busy' ? 60 : 0 });
}
