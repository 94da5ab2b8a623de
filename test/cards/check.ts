/** Whether the platform would take a card: the simulator's own validator, and the size of a request. */
import { cardBytes, countElements } from '../../src/cards/card-fit.ts';
import { type Card, LIMITS } from '../../src/cards/kit.ts';
import { checkCard } from '../../src/sim/card/check.ts';
import type { SimChat } from '../../src/sim/types.ts';
import type { World } from '../../src/sim/world.ts';
import { PEOPLE } from './samples.ts';

const world = {
  users: Object.fromEntries(PEOPLE.map((person) => [person.openId, { openId: person.openId }])),
  bot: { openId: 'ou_bot' },
  files: {},
} as unknown as World;
const chat = { type: 'group', atAll: 'only_owner' } as unknown as SimChat;

/** What is wrong with the card; empty when it can be sent. */
export function problemsOf(card: Card): string[] {
  const problems: string[] = [];
  const refusal = checkCard(world, chat, JSON.parse(JSON.stringify(card)) as Record<string, unknown>);
  if (refusal !== undefined) problems.push(refusal);
  if (cardBytes(card) > LIMITS.requestBytes - LIMITS.envelopeBytes) problems.push(`${cardBytes(card)} bytes`);
  if (countElements(card) > LIMITS.elements) problems.push(`${countElements(card)} elements`);
  if (nesting(card.body.elements) > LIMITS.nesting) problems.push('nested too deeply');
  if (card.config.summary.content === '') problems.push('no summary');
  return problems;
}

function nesting(node: unknown): number {
  if (Array.isArray(node)) return Math.max(0, ...node.map(nesting));
  if (typeof node !== 'object' || node === null) return 0;
  const inner = Object.values(node).map(nesting);
  const own = 'tag' in node && ('elements' in node || 'columns' in node) ? 1 : 0;
  return own + Math.max(0, ...inner);
}

/** Words on all buttons, in reading order. */
export function buttonsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (typeof node !== 'object' || node === null) return [];
  const one = node as { tag?: unknown; text?: { content?: unknown } };
  if (one.tag === 'button') return [String(one.text?.content)];
  return Object.values(node).flatMap(buttonsOf);
}

/** Values of all buttons. */
export function valuesOf(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(valuesOf);
  if (typeof node !== 'object' || node === null) return [];
  const one = node as { type?: unknown; value?: unknown };
  if (one.type === 'callback') return [one.value];
  return Object.values(node).flatMap(valuesOf);
}
