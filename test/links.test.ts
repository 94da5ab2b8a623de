/** Every path, link, anchor and npm script that a document or a text of the program names is there. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOutside, type MarkdownDocument, readMarkdown, resolveLink } from '../scripts/markdown.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Of the working tree: tracked, or new and not ignored; deleted ones may still be in git's index. */
const filesOf = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)));

const texts = new Map(filesOf('*.md').map((path) => [path, read(path)]));
const documents = new Map([...texts].map(([path, text]) => [path, readMarkdown(text)]));
const PATHS = [...documents.keys()];

/** Folders from which a document's paths may be meant, beside the root and its own. */
function basesOf(path: string): string[] {
  if (path === 'docs/develop/testing.md') return ['test'];
  return path.startsWith('docs/develop/') ? ['src'] : [];
}

const EXTENSIONS = 'ts|js|mjs|md|json|sql|toml|css|html|ya?ml|png';
/** A name with one of our endings, or a folder that ends in `/`; `*` and `<noun>` stand for any name. Not within a URL. */
const PATH = new RegExp(
  `(?<![\\w/.:@~$<>*-])(?:[\\w.*-]|<\\w+>)+(?:/(?:[\\w.*-]|<\\w+>)+)*(?:\\.(?:${EXTENSIONS})(?![\\w/.-])|/(?![\\w*<]))`,
  'g',
);

/** Paths named in code; a file that the command itself writes (`> file`) and what git ignores need not be there. */
function pathsIn(code: string): string[] {
  const named = code.replace(/ > \S+/g, '').match(PATH) ?? [];
  return named.filter((name) => !/^(data|dist|node_modules)\//.test(name));
}

/** In a block a bare name may be anything; a path has a folder. */
const namedPaths = ({ code, blocks }: MarkdownDocument) => [
  ...code.flatMap(pathsIn),
  ...blocks.flatMap(pathsIn).filter((name) => /\/./.test(name)),
];

function isThere(path: string, name: string): boolean {
  const pattern = name.replace(/<\w+>/g, '*');
  return ['', dirname(path), ...basesOf(path)].some((base) =>
    pattern.includes('*')
      ? globSync(pattern, { cwd: join(ROOT, base) }).length > 0
      : existsSync(join(ROOT, base, name)),
  );
}

describe.each(PATHS)('%s', (path) => {
  const document = documents.get(path);
  const text = texts.get(path) ?? '';

  test('links only to files, folders and headings that exist', () => {
    const links = (document?.links ?? []).filter((link) => !isOutside(link));
    const broken = links.filter((link) => {
      const target = resolveLink(path, link);
      if (!existsSync(join(ROOT, target.path))) return true;
      const headings = documents.get(target.path)?.headings ?? [];
      return target.anchor !== '' && !headings.some(({ anchor }) => anchor === target.anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names only files and folders that exist', () => {
    expect(document && namedPaths(document).filter((name) => !isThere(path, name))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    // `zb` is the shell function for `npm run` in docs/operate/upgrade-and-backup.md.
    const named = [...text.matchAll(/\b(?:npm run|zb) ([a-z][\w:-]*)|\bnpm (start|test)\b/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });
});

test('every document is reached from README.md', () => {
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    const links = (documents.get(path)?.links ?? []).filter((link) => !isOutside(link));
    for (const link of links) visit(resolveLink(path, link).path);
  };
  visit('README.md');
  expect(PATHS.filter((path) => !reached.has(path) && path !== 'src/README.md')).toEqual([]);
});

test('README.md is a front door: at most 150 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
});

test('the documents the program and its files point to exist, with the heading they name', () => {
  const sources = filesOf('src/*.ts', 'scripts/*.ts', 'docs/*.yaml', 'Dockerfile', 'wrangler.toml').map(read);
  const paths = sources.flatMap((text) => text.match(/\bdocs\/[\w/-]+\.(?:md|yaml|png)/g) ?? []);
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const titles = sources.flatMap((text) => [...text.matchAll(/文档“([^”]+)”(?:的“([^”]+)”)?/g)]);
  expect(titles.length).toBeGreaterThan(1);
  const wrong = titles.filter(([, title, section]) => {
    const found = [...documents.values()].find(({ headings }) => headings[0]?.text === title);
    return !found?.headings.some(({ text }) => text === (section ?? title));
  });
  expect(wrong.map(([text]) => text)).toEqual([]);
});

describe('Chinese text has full-width punctuation', () => {
  const chinese = PATHS.filter((path) =>
    /^(README|SECURITY|CHANGELOG)\.md$|^docs\/(guide|install|operate)\//.test(path),
  );

  test.each(chinese)('%s', (path) => {
    const prose = (texts.get(path) ?? '')
      .replace(/<!-- commands:start -->[\s\S]*<!-- commands:end -->/, '')
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '`');
    expect(prose.match(/.{0,8}(?:\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}).{0,8}/gu) ?? []).toEqual(
      [],
    );
  });
});
