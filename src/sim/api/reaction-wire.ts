import type { SimReaction } from '../types.ts';

/** A reaction as the API shows it. */
export function wireReaction(r: SimReaction): unknown {
  return {
    reaction_id: r.reactionId,
    operator: { operator_id: r.operatorId, operator_type: r.operatorType },
    action_time: String(r.at),
    reaction_type: { emoji_type: r.emoji },
  };
}
