/** The texts that stand in a source file, read from its syntax tree. */
import { parseAst } from 'vitest/node';

interface Node {
  type: string;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (value: unknown): unknown => (isNode(value) ? (value.name ?? value.value) : undefined);

/** Patterns (`new RegExp(…)`, String.raw) are no speech, nor is what stands under a key left out. */
function isSilent(node: Node, without: readonly string[]): boolean {
  if (node.type === 'NewExpression') return nameOf(node.callee) === 'RegExp';
  if (node.type === 'TaggedTemplateExpression') return nameOf((node.tag as Node).property) === 'raw';
  return node.type === 'Property' && without.includes(String(nameOf(node.key)));
}

function textsOf(node: Node, without: readonly string[]): string[] {
  if (isSilent(node, without)) return [];
  const own: string[] = [];
  if (node.type === 'Literal' && typeof node.value === 'string') own.push(node.value);
  if (node.type === 'TemplateLiteral') {
    const parts = node.quasis as { value: { cooked: string | null; raw: string } }[];
    own.push(parts.map(({ value }) => value.cooked ?? value.raw).join('…'));
  }
  const inside = Object.values(node).flat().filter(isNode);
  return [...own, ...inside.flatMap((one) => textsOf(one, without))];
}

/**
 * String literals of a TypeScript source, and templates with … for what is filled in; neither comments nor regular
 * expressions.
 * @param without keys of objects whose values are left out
 */
export function literalsOf(source: string, without: readonly string[] = []): string[] {
  return textsOf(parseAst(source, { lang: 'ts' }) as unknown as Node, without);
}
