import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PageError, SECURITY_HEADERS } from './reply.ts';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

const MIME: Record<string, string> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Libraries of the page. The charts' is a development dependency: without it a chart shows as a table. */
const VENDOR = new Map([
  ['vchart.js', '@visactor/vchart/build/index.min.js'],
  ['markdown-it.mjs', 'markdown-it/dist/browser/markdown-it.esm.min.mjs'],
]);

/** The page's policy allows no import map, so a package's bare name becomes its address on the way out. */
const forBrowser = (source: string): string =>
  stripTypeScriptTypes(source).replace(/(\bfrom )'markdown-it'/g, "$1'/sim/vendor/markdown-it.mjs'");

async function serveFile(path: string): Promise<Response> {
  const mime = MIME[extname(path)];
  const bytes = mime === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (mime === undefined || bytes === undefined) throw new PageError(404, '没有这个文件');
  const body = path.endsWith('.ts') ? forBrowser(bytes.toString('utf8')) : new Uint8Array(bytes);
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': mime } });
}

/** GET /sim */
export const servePageFile = (): Promise<Response> => serveFile(join(PAGE, 'index.html'));

/** GET /sim/assets/<path>: a file of page/, TypeScript with its types stripped. Never outside page/. */
export function serveAsset(path: string): Promise<Response> {
  const full = join(PAGE, path);
  if (!full.startsWith(PAGE.endsWith(sep) ? PAGE : PAGE + sep)) throw new PageError(404, '没有这个文件');
  return serveFile(full);
}

/** GET /sim/vendor/<name>; 404 when the package is not installed. */
export function serveVendor(name: string): Promise<Response> {
  const path = VENDOR.get(name);
  if (path === undefined) throw new PageError(404, '没有这个文件');
  return serveFile(join(MODULES, path));
}
