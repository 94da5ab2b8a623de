import { serveApi } from './api/dispatch.ts';
import type { Core } from './core.ts';
import { servePage } from './page-api/routes.ts';
import type { Sim } from './types.ts';

/** One door for both: the Open Platform and the page. */
export async function serve(core: Core, sim: Sim, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/open-apis/')) return serveApi(core, request);
  if (pathname === '/sim' || pathname.startsWith('/sim/')) return servePage(core, sim, request);
  return new Response('404 page not found', { status: 404 });
}
