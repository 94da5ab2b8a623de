/** The documents for those who use, install and run it as one HTML page that can be printed. Pure. */
import { posix } from 'node:path';
import { createMarkdown, isOutside, readMarkdown, resolveLink } from './markdown.ts';

/** Folder of documents → what its part of the page is called. */
export const PARTS = { 'docs/guide': '使用', 'docs/install': '安装', 'docs/operate': '管理' } as const;

/** Paths of the documents on the page: those of the parts README.md leads to, each part in README's order. */
export function pagePaths(readme: string): string[] {
  const linked = new Set(readMarkdown(readme).links.map((link) => resolveLink('README.md', link).path));
  return Object.keys(PARTS).flatMap((folder) =>
    [...linked].filter((path) => posix.dirname(path) === folder && path.endsWith('.md')),
  );
}

/** Id on the page of a document, or of one of its headings. */
export const idOf = (path: string, anchor = '') =>
  [path.replace(/^docs\//, '').replace(/\.md$/, ''), anchor]
    .filter(Boolean)
    .join('#')
    .replaceAll(/[/#]/g, '.');

export interface Library {
  version: string;
  /** Paths from the root, in order. */
  paths: readonly string[];
  /** Text of a document. */
  read: (path: string) => string;
  /** A picture as a data URI. */
  picture: (path: string) => string;
}

export function docsPage(library: Library): string {
  const parts = Object.entries(PARTS).map(([folder, title]) => {
    const paths = library.paths.filter((path) => posix.dirname(path) === folder);
    return { title, documents: paths.map((path) => ({ path, text: library.read(path) })) };
  });
  const contents = parts.map(
    ({ title, documents }) =>
      `<h2>${title}</h2>\n<ul>\n${documents.map(({ path, text }) => entry(path, text)).join('\n')}\n</ul>`,
  );
  const bodies = parts.flatMap(({ documents }) =>
    documents.map(({ path, text }) => article(path, text, library)),
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>专班秘书：使用、安装、管理</title>
<style>${STYLE}</style>
</head>
<body>
<nav>
<h1>专班秘书：使用、安装、管理</h1>
<p>版本 ${library.version}</p>
${contents.join('\n')}
</nav>
${bodies.join('\n')}
</body>
</html>
`;
}

function entry(path: string, text: string): string {
  const { headings } = readMarkdown(text);
  const [title, ...others] = headings.filter(({ level }) => level < 3);
  const link = (heading = title) =>
    heading && `<a href="#${idOf(path, heading === title ? '' : heading.anchor)}">${heading.text}</a>`;
  const below = others.map((heading) => `<li>${link(heading)}</li>`).join('');
  return `<li>${link()}${below && `<ul>${below}</ul>`}</li>`;
}

function article(path: string, text: string, library: Library): string {
  const markdown = createMarkdown();
  const { rules } = markdown.renderer;
  const anchors = readMarkdown(text).headings.map(({ anchor }) => idOf(path, anchor));
  rules.heading_open = (tokens, i) => `<${tokens[i]?.tag} id="${anchors.shift()}">`;
  rules.image = (tokens, i) => {
    const { path: picture } = resolveLink(path, decodeURI(String(tokens[i]?.attrGet('src'))));
    return `<img src="${library.picture(picture)}" alt="${markdown.utils.escapeHtml(tokens[i]?.content ?? '')}">`;
  };
  /** Path of a link that leads beside the page, until it closes. */
  let beside: string | undefined;
  rules.link_open = (tokens, i) => {
    const href = decodeURI(String(tokens[i]?.attrGet('href')));
    const target = resolveLink(path, href);
    const inside = library.paths.includes(target.path);
    beside = isOutside(href) || inside ? undefined : target.path;
    if (beside !== undefined) return '<span>';
    return `<a href="${isOutside(href) ? markdown.utils.escapeHtml(href) : `#${idOf(target.path, target.anchor)}`}">`;
  };
  rules.link_close = (tokens, i) => {
    if (beside === undefined) return '</a>';
    const said = tokens[i - 1]?.content === beside;
    return said ? '</span>（在程序目录里）' : `</span>（程序目录里的 <code>${beside}</code>）`;
  };
  const body = markdown.render(text.replaceAll(/<!--[\s\S]*?-->/g, ''));
  return `<article id="${idOf(path)}">\n${body}</article>`;
}

const STYLE = `
:root { color-scheme: light; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem; color: #1f2329; background: #fff;
  font: 16px/1.7 system-ui, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1, h2, h3 { line-height: 1.3; break-after: avoid; }
h1 { font-size: 1.8rem; } h2 { margin-top: 2rem; font-size: 1.35rem; } h3 { margin-top: 1.5rem; font-size: 1.1rem; }
article { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid #1f2329; }
a { color: #0b57d0; }
nav ul ul { columns: 2; font-size: .9em; }
blockquote { margin: 0; padding: .1rem 1rem; border-left: 4px solid #bbbfc4; color: #51565d; }
table { width: 100%; border-collapse: collapse; font-size: .9em; }
th, td { padding: .35rem .6rem; border: 1px solid #d0d3d6; text-align: left; vertical-align: top; }
th { background: #f2f3f5; }
td:first-child { min-width: 4em; }
tr, pre, img { break-inside: avoid; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; background: #f2f3f5; }
pre { padding: .8rem 1rem; white-space: pre-wrap; background: #f2f3f5; }
img { display: block; max-width: 100%; max-height: 32rem; }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article { margin: 0; padding: 0; border: 0; break-before: page; }
  a { color: inherit; }
}
`;
