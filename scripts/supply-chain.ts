/** What is asked of the packages without asking a registry: rules over package.json and the lockfile. Pure. */

export interface Lockfile {
  packages: Record<
    string,
    {
      version?: string;
      integrity?: string;
      license?: string;
      dev?: boolean;
      hasInstallScript?: boolean;
      resolved?: string;
    }
  >;
}

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

/** Of what runs in production: may be used and passed on without conditions on our own code. */
const FREE = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Unlicense',
  'Zlib',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'PSF-2.0',
]);
/** Tools beside it, never passed on with it. */
const FOR_TOOLS = new Set([...FREE, 'MPL-2.0', 'LGPL-3.0-or-later']);
/** Loaded as it was published, nothing of it changed: what the MPL asks for is met by naming where it comes from. */
const UNCHANGED = /^@resvg\/resvg-js/;

function allowedFor(name: string, dev: boolean | undefined): Set<string> {
  if (dev) return FOR_TOOLS;
  return UNCHANGED.test(name) ? new Set([...FREE, 'MPL-2.0']) : FREE;
}

/** Whether a licence expression can be met: one of OR, all of AND. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}

/** Node itself, from npm: its script links the program of this platform. The image, which has a Node, runs no script. */
const RUNTIME: ReadonlySet<string> = new Set(['node']);

/** @returns one line per fault; none when all is well */
export function auditPackages(lock: Lockfile, manifest: Manifest): string[] {
  const faults: string[] = [];
  const scripts = manifest.allowScripts ?? {};
  const withScript = new Set<string>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    const fault = (what: string) => faults.push(`${name}@${entry.version ?? '?'}: ${what}`);
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? ''))
      fault('no sha512 of its content in the lockfile');
    if (entry.resolved !== undefined && !/^https:\/\//.test(entry.resolved)) fault('not fetched over https');
    if (!isAllowed(entry.license ?? 'none', allowedFor(name, entry.dev)))
      fault(`licence ${entry.license ?? 'not stated'}`);
    if (!entry.hasInstallScript) continue;
    withScript.add(name);
    if (!(name in scripts)) fault('has an install script that allowScripts does not decide on');
    else if (scripts[name] && !entry.dev && !RUNTIME.has(name)) fault('runs an install script in production');
  }
  for (const name of Object.keys(scripts)) {
    if (!withScript.has(name)) faults.push(`${name}: in allowScripts, but has no install script`);
  }
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!/^[\^~]?\d+\.\d+\.\d+/.test(range)) faults.push(`${name}: "${range}" is no version of the registry`);
    if (!(`node_modules/${name}` in lock.packages)) faults.push(`${name}: not in the lockfile`);
  }
  return faults;
}
