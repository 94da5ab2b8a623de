/** The pages of features for browsers, behind PUBLIC_URL: no script, no third party, nothing kept, nothing indexed. */
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { FeaturePage, PageDocument } from '../commands/feature-page.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';

/** Every refusal is answered this late, whatever was wrong, so that its time tells nothing. */
const REFUSAL_MS = 300;
const COOKIE = 'page';

/** @param pause for tests; waits so many milliseconds */
export function createPages(deps: Deps, pause: (ms: number) => Promise<void> = sleep): Hono {
  const app = new Hono();
  if (deps.config.publicUrl === undefined) return app;
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  for (const page of deps.features.pages.values())
    app.on(['GET', 'POST'], page.path, (c) => answer(deps, page, c, pause));
  return app;
}

async function answer(
  deps: Deps,
  page: FeaturePage,
  c: Context,
  pause: (ms: number) => Promise<void>,
): Promise<Response> {
  const began = performance.now();
  const refuse = async (): Promise<Response> => {
    const done = deps.pageLimit.wait();
    if (!done) return respond(c, page.refusal('busy'), 429);
    try {
      await pause(Math.max(0, REFUSAL_MS - (performance.now() - began)));
      return await respond(c, page.refusal('gone'), 404);
    } finally {
      done();
    }
  };
  try {
    const visit = await page.visit(deps, {
      params: c.req.param(),
      query: c.req.query(),
      cookie: getCookie(c, COOKIE),
      pressed: c.req.method === 'POST',
    });
    if (!visit) return await refuse();
    if (!deps.pageLimit.admit(visit.key, deps.clock())) return await respond(c, page.refusal('busy'), 429);
    const document = await visit.show();
    if (document === 'again') return c.redirect(sameAddress(c.req.url), 303);
    if (!document) return await refuse();
    const { cookie } = document;
    if (cookie)
      setCookie(c, COOKIE, cookie.value, {
        path: cookie.path,
        maxAge: cookie.seconds,
        httpOnly: true,
        secure: deps.config.publicUrl?.startsWith('https:') ?? false,
        // Sent when the page is come to from the chat, in a browser too.
        sameSite: 'Lax',
      });
    return await respond(c, document, 200);
  } catch (error) {
    deps.log.error('page.failed', describeError(error));
    return respond(c, page.refusal('busy'), 503);
  }
}

/** Said relative to itself: before us may stand a proxy under whose name and path we are reached. */
function sameAddress(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname.slice(pathname.lastIndexOf('/') + 1)}${search}`;
}

async function respond(c: Context, { html, style, button }: PageDocument, status: 200 | 404 | 429 | 503) {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action ${button ? "'self'" : "'none'"}; frame-ancestors 'none'`;
  return c.html(html, status, {
    'content-security-policy': policy,
    'x-robots-tag': 'noindex, nofollow, noarchive',
    ...(status === 429 && { 'retry-after': '60' }),
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
