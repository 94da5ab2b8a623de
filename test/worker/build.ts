/** The Worker as `wrangler deploy` would upload it, built once into a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
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
