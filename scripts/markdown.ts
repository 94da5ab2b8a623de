/** What stands in a Markdown document: headings with the anchors GitHub gives them, links, code. Pure. */
import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';

/** Raw HTML is let through: the documents are our own, and use comments and `<br>`. */
export const createMarkdown = () => new MarkdownIt({ html: true });

export interface Heading {
  level: number;
  text: string;
  /** The part after `#` of a link to it. */
  anchor: string;
}

export interface MarkdownDocument {
  headings: Heading[];
  /** Targets of links and pictures as written, percent-encoding undone. */
  links: string[];
  /** Contents of `code` within text. */
  code: string[];
  /** Contents of code blocks. */
  blocks: string[];
}

export function readMarkdown(text: string): MarkdownDocument {
  const tokens = createMarkdown().parse(text, {});
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const targets = all.map((token) => token.attrGet('href') ?? token.attrGet('src'));
  const contents = (type: string) => all.filter((token) => token.type === type).map((token) => token.content);
  const slugger = new GithubSlugger();
  return {
    headings: tokens.flatMap((token, i) => {
      if (token.type !== 'heading_open') return [];
      const text = (tokens[i + 1]?.children ?? []).map((child) => child.content).join('');
      return [{ level: Number(token.tag.slice(1)), text, anchor: slugger.slug(text) }];
    }),
    links: targets.filter((target) => target !== null).map((target) => decodeURI(String(target))),
    code: contents('code_inline'),
    blocks: contents('fence'),
  };
}

export const isOutside = (link: string) => /^[a-z]+:/.test(link);

/**
 * Where a link of a document leads within the repository.
 * @param from path of the document from the root, as is the returned path
 */
export function resolveLink(from: string, link: string): { path: string; anchor: string } {
  const [target = '', anchor = ''] = link.split('#');
  return { path: target === '' ? from : posix.join(posix.dirname(from), target), anchor };
}
