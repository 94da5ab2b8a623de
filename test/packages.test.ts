/** What the program is made of: packages, image, bill of materials. Nothing here asks a registry. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditPackages, type Lockfile, type Manifest } from '../scripts/supply-chain.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as Lockfile;
const manifest = JSON.parse(read('package.json')) as Manifest & { scripts: Record<string, string> };

describe('packages', () => {
  test('have checksums, decided install scripts and licences that fit', () => {
    expect(auditPackages(lock, manifest)).toEqual([]);
  });

  const good = {
    version: '1.0.0',
    license: 'MIT',
    integrity: `sha512-${'A'.repeat(86)}==`,
  };
  test.each([
    ['no checksum', { ...good, integrity: undefined }, 'no sha512'],
    ['a weak checksum', { ...good, integrity: 'sha1-abc=' }, 'no sha512'],
    ['another licence', { ...good, license: 'GPL-3.0' }, 'licence GPL-3.0'],
    ['no licence', { ...good, license: undefined }, 'not stated'],
    ['a licence for tools in production', { ...good, license: 'MPL-2.0' }, 'licence MPL-2.0'],
    ['both of two licences, one not allowed', { ...good, license: 'MIT AND GPL-3.0' }, 'licence'],
    ['an undecided install script', { ...good, hasInstallScript: true }, 'does not decide'],
    ['plain http', { ...good, resolved: 'http://registry/x.tgz' }, 'not fetched over https'],
  ])('%s is found', (_what, entry, fault) => {
    const found = auditPackages({ packages: { 'node_modules/x': entry } } as Lockfile, {});
    expect(found.join()).toContain(fault);
  });

  test('an install script that would run in production is found, a choice of licences is not', () => {
    const packages = {
      'node_modules/x': { ...good, license: '(MIT OR GPL-3.0-or-later)', hasInstallScript: true },
    };
    expect(auditPackages({ packages }, { allowScripts: { x: true } })).toEqual([
      'x@1.0.0: runs an install script in production',
    ]);
    expect(auditPackages({ packages }, { allowScripts: { x: false } })).toEqual([]);
    expect(auditPackages({ packages: {} }, { dependencies: { y: 'github:y/y' } })).toHaveLength(2);
  });
});

test('the bill of materials lists what runs in production, and no tools', () => {
  expect(manifest.scripts.sbom).toContain('cyclonedx');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, ...(manifest.scripts.sbom ?? '').split(' ').slice(1)];
  const bom = JSON.parse(execFileSync(command, args, { cwd: ROOT, encoding: 'utf8' })) as {
    bomFormat: string;
    components: { name: string }[];
  };
  const names = bom.components.map((component) => component.name);
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies ?? {}).map(bare)));
  expect(names).not.toContain('vitest');
});
/** npm writes the scope beside the name, or before it. */
const bare = (name: string) =>
  expect.stringMatching(new RegExp(`^(${name}|${name.split('/').at(-1)})$`)) as string;

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  test('runs as a numbered user that is not root, with production packages alone', () => {
    expect(last).toMatch(/^USER 1000:1000$/m);
    expect(last.indexOf('USER 1000')).toBeLessThan(last.indexOf('CMD ["node"'));
    expect(dockerfile.match(/npm ci [^\n]*/)?.[0]).toMatch(
      /--omit=dev.*--ignore-scripts|--ignore-scripts.*--omit=dev/,
    );
    expect(last).not.toMatch(/npm (ci|install)|apt-get|curl|wget|ADD |sudo/);
  });

  test('copies only what .dockerignore lets in, and has a health check that needs no shell', () => {
    expect(read('.dockerignore').split('\n')[0]).toBe('*');
    expect(last).toMatch(/HEALTHCHECK[\s\S]*CMD \["node"/);
    expect(last).not.toMatch(/COPY \. /);
  });

  test('the document and the compose file run it read-only and without privileges', () => {
    const compose = read('docs/compose.yaml');
    for (const said of [
      'read_only: true',
      'cap_drop: [ALL]',
      'no-new-privileges',
      '127.0.0.1:3000:3000',
      'tmpfs',
    ])
      expect(compose).toContain(said);
    for (const said of ['--read-only', '--tmpfs /tmp', '--cap-drop ALL', 'no-new-privileges'])
      expect(read('docs/install/docker.md')).toContain(said);
    expect(compose).not.toMatch(/password: \w|privileged|5432:5432/i);
  });
});
