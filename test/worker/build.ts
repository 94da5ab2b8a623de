/** The Worker as `wrangler deploy` would upload it, built once into a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

export const ROOT = join(import.meta.dirname, '../..');

/** Keeps wrangler to this machine: no banner with its update check, no telemetry, no log in the home folder. */
export function quietEnv(folder: string): Record<string, string> {
  return {
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_LOG_PATH: join(folder, 'logs'),
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  };
}

export interface Build {
  /** What was uploaded if this were a deployment. */
  folder: string;
  /** Files that went into the bundle, relative to the repository. */
  inputs: string[];
  gzipBytes: number;
  remove(): Promise<void>;
}

/** @throws Error with wrangler's output when it does not build */
export async function buildWorker(): Promise<Build> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanban-worker-'));
  const out = join(folder, 'out');
  const metafile = join(folder, 'meta.json');
  const wrangler = createRequire(import.meta.url).resolve('wrangler/package.json');
  const bin = join(dirname(wrangler), 'bin/wrangler.js');
  await promisify(execFile)(
    process.execPath,
    [bin, 'deploy', '--dry-run', '--outdir', out, '--metafile', metafile],
    { cwd: ROOT, env: { ...process.env, ...quietEnv(folder) } },
  );
  const meta = JSON.parse(await readFile(metafile, 'utf8')) as { inputs: Record<string, unknown> };
  const uploaded = (await readdir(out)).filter((name) => /\.(js|mjs|wasm)$/.test(name));
  const parts = await Promise.all(uploaded.map((name) => readFile(join(out, name))));
  return {
    folder: out,
    inputs: Object.keys(meta.inputs),
    gzipBytes: parts.reduce((sum, part) => sum + gzipSync(part).length, 0),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A request to this path moves the clock of an isolate; see `giveClock`. */
export const CLOCK_PATH = '/__ahead';

/**
 * Lets the test move the clock of the built Worker: Date.now is set ahead by what CLOCK_PATH says. Nothing else of the
 * bundle changes.
 */
export async function giveClock({ folder }: Build): Promise<void> {
  const [name] = (await readdir(folder)).filter((file) => /\.m?js$/.test(file));
  const file = join(folder, name ?? '');
  const text = await readFile(file, 'utf8');
  const [last, inner] = [...text.matchAll(/export\s*\{\s*([\w$]+) as default\s*\};?/g)].at(-1) ?? [];
  if (!last || !inner) throw new Error('the bundle does not end as expected');
  await writeFile(
    file,
    `let ahead = 0; const realNow = Date.now; Date.now = () => realNow() + ahead;\n${text.replace(
      last,
      () => `export default {
        fetch(request, env, context) {
          const url = new URL(request.url);
          if (url.pathname !== '${CLOCK_PATH}') return ${inner}.fetch(request, env, context);
          ahead = Number(url.searchParams.get('ms'));
          return new Response('ok');
        },
        scheduled: (controller, env, context) => ${inner}.scheduled(controller, env, context),
      };`,
    )}`,
  );
}
