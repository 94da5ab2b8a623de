/** `npm run docs`: writes the documents as one printable page, dist/docs.html, for machines without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../src/version.ts';
import { docsPage, pagePaths } from './docs-page.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const picture = (path: string) =>
  `data:image/png;base64,${readFileSync(join(ROOT, path)).toString('base64')}`;

const page = docsPage({ version: VERSION, paths: pagePaths(read('README.md')), read, picture });
mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(join(ROOT, 'dist/docs.html'), page);
process.stdout.write('已写到 dist/docs.html：用浏览器打开，可以打印。\n');
