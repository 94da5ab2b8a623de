import { serveApi } from './api/dispatch.ts';
import type { Core } from './core.ts';
import { ENDPOINT_PATH, serveEndpoint } from './longconn/endpoint.ts';
import { servePage } from './page-api/routes.ts';
import type { Sim } from './types.ts';

/** One door for all: the Open Platform, where long connections begin, and the page. */
export async function serve(core: Core, sim: Sim, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/open-apis/')) return serveApi(core, request);
  if (pathname === ENDPOINT_PATH) return serveEndpoint(core, request);
  if (pathname === '/sim' || pathname.startsWith('/sim/')) return servePage(core, sim, request);
  return new Response('404 page not found', { status: 404 });
}
