import { isRecord } from '../content/json.ts';
import { CardProblem } from './problem.ts';

const MAX_ELEMENTS = 200;
/** Data, not components: what is inside has no tags of its own. */
const DATA = ['chart_spec', 'rows', 'behaviors'];

/** Every object with a tag counts, texts and icons too (card-json-2-0-structure, 注意事项). */
export function countElements(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, child: unknown) => sum + countElements(child), 0);
  if (!isRecord(node)) return 0;
  const inner = Object.entries(node).filter(([key]) => !DATA.includes(key));
  const own = typeof node.tag === 'string' ? 1 : 0;
  return inner.reduce((sum, [, child]) => sum + countElements(child), own);
}

/** At most 200 elements in a card (feishu.md §6.1). */
export function checkCount(card: unknown): void {
  if (countElements(card) > MAX_ELEMENTS) throw new CardProblem(11310, 'element exceeds the limit');
}

/** element_id is unique in the whole card. */
export function checkElementIds(node: unknown, seen: Set<string> = new Set()): void {
  if (Array.isArray(node)) {
    for (const child of node) checkElementIds(child, seen);
    return;
  }
  if (!isRecord(node)) return;
  const id = node.element_id;
  if (typeof id === 'string') {
    if (seen.has(id)) throw new CardProblem(300301, 'duplicate element_id', { value: id });
    seen.add(id);
  }
  for (const [key, child] of Object.entries(node)) {
    if (!DATA.includes(key)) checkElementIds(child, seen);
  }
}
