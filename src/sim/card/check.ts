import type { SimChat } from '../types.ts';
import type { World } from '../world.ts';

/** Undefined when the platform would take the card; else the text after `ext=` in its refusal. */
export function checkCard(_world: World, _chat: SimChat, card: Record<string, unknown>): string | undefined {
  if (card.schema !== '2.0') return 'ErrCode: 200621; ErrMsg: parse card json err; ErrorValue: schema; ';
  return undefined;
}
