/** The printable page: everything of the documents is on it, and whoever clicks arrives. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { docsPage, idOf, PARTS, pagePaths } from '../scripts/docs-page.ts';
import { createMarkdown, readMarkdown } from '../scripts/markdown.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const paths = Object.keys(PARTS).flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);

let page: string;
let ids: string[];
beforeAll(() => {
  const picture = (path: string) => `data:image/png;base64,${path}`;
  page = docsPage({ version: '0.1.0', paths: pagePaths(read('README.md')), read, picture });
  ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
});

const { escapeHtml } = createMarkdown().utils;
/** What is read, without tags. */
const visible = (html: string) => html.replace(/<[^>]+>/g, '');

test('README.md leads to every document for users, installers and operators', () => {
  expect(pagePaths(read('README.md')).toSorted()).toEqual(paths.toSorted());
});

describe.each(paths)('%s', (path) => {
  test('has every heading on the page, under the id its links lead to', () => {
    const { headings } = readMarkdown(read(path));
    expect(headings.length).toBeGreaterThan(0);
    for (const { level, text, anchor } of headings) {
      const [, shown] = page.split(`<h${level} id="${idOf(path, anchor)}">`);
      expect(visible(shown?.split(`</h${level}>`)[0] ?? '')).toBe(escapeHtml(text));
    }
  });

  test('has all its code on the page', () => {
    for (const block of readMarkdown(read(path)).blocks) expect(page).toContain(escapeHtml(block));
  });
});

test('links within the page arrive, and no id stands twice', () => {
  const links = [...page.matchAll(/ href="([^"]+)"/g)].map((match) => match[1] ?? '');
  const inner = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
  expect(inner.length).toBeGreaterThan(50);
  expect(inner.filter((id) => !ids.includes(id))).toEqual([]);
  expect(links.filter((link) => !/^(#|https?:)/.test(link))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('it needs no network: no script, no style or picture from elsewhere', () => {
  expect(page).not.toMatch(/<script|<link|@import|url\(/i);
  const pictures = [...page.matchAll(/ src="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((source) => !source.startsWith('data:'))).toEqual([]);
});

test('what lies beside the page is no link, but named by its path in the program’s folder', () => {
  const text = '# 甲\n\n[安全](../../SECURITY.md)、[docs/compose.yaml](../compose.yaml#x)、[乙](#甲)';
  const small = docsPage({ version: '1', paths: ['docs/guide/a.md'], read: () => text, picture: () => '' });
  const [, body = ''] = small.split('<article');
  expect(body).toContain(
    '<span>安全</span>（程序目录里的 <code>SECURITY.md</code>）、' +
      '<span>docs/compose.yaml</span>（在程序目录里）、<a href="#guide.a.甲">乙</a>',
  );
});
