/** Who may see the card of a unit. Pure. */
import { mayNot } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Chat } from '../../domain/model.ts';
import { resolveScope } from './rules-scope.ts';

/** Office and leaders, of what is in their areas; the unit itself. undefined: it may be seen. */
export function refuseUnitCard(
  unitId: number,
  asker: { actor: Actor; directory: Directory; chat: Chat | undefined },
): Refusal | undefined {
  const resolved = resolveScope({ unitIds: [unitId] }, asker);
  if ('refusal' in resolved) return resolved.refusal;
  if ('onlyHere' in resolved) return { code: 'not-yours-to-see', params: { here: 'group' } };
  const { kind } = resolved.whose;
  return kind === 'areas' || kind === 'units' ? undefined : mayNot(['office', 'leader', 'unit']).refusal;
}
