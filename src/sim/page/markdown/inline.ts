import { decodeEntities } from './entities.ts';
import { safeHref } from './links.ts';
import { type Branch, nest, parser } from './parser.ts';
import { buildTag, readAttribute } from './tags.ts';
import type { Inline } from './tokens.ts';

/** Text of the dialect without blocks (lark_md). */
export function parseInline(source: string): Inline[] {
  return buildInline(nest(parser.parseInline(source, {})).flatMap((line) => line.children));
}

/** What one line of tokens shows, without line breaks at its end. `inLink`: a link holds no second one. */
export function buildInline(branches: Branch[], inLink = false): Inline[] {
  const nodes = branches.flatMap((branch) => buildNode(branch, inLink));
  while (nodes.at(-1)?.type === 'br') nodes.pop();
  return nodes;
}

const EMPHASIS: Record<string, 'strong' | 'em' | 'del'> = {
  strong_open: 'strong',
  em_open: 'em',
  s_open: 'del',
};

function buildNode({ token, children }: Branch, inLink: boolean): Inline[] {
  switch (token.type) {
    case 'text':
      return token.content ? [{ type: 'text', text: token.content }] : [];
    case 'softbreak':
    case 'hardbreak':
      return [{ type: 'br' }];
    case 'code_inline':
      return [{ type: 'code', text: token.content }];
    case 'image':
      return [{ type: 'image', key: readAttribute(token, 'src'), alt: decodeEntities(token.content) }];
    case 'link_open': {
      const href = safeHref(readAttribute(token, 'href'));
      const label = buildInline(children, true);
      if (inLink) return label;
      return href
        ? [{ type: 'link', href, children: label }]
        : [{ type: 'font', color: 'default', children: label }];
    }
    case 'tag':
    case 'tag_open': {
      const link = token.tag === 'a' || token.tag === 'link';
      const inner = buildInline(children, inLink || link);
      return link && inLink ? inner : [buildTag(token, inner, inLink)];
    }
    default: {
      const type = EMPHASIS[token.type];
      const inner = buildInline(children, inLink);
      return type ? [{ type, children: inner }] : inner;
    }
  }
}
