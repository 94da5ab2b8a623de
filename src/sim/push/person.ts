import { USER_ID_SCOPE } from '../scopes.ts';
import type { World } from '../world.ts';
import { getUser, hasScope } from '../world.ts';

export interface PersonIds {
  open_id: string;
  union_id: string;
  user_id: string | null;
}

/** The three ids of a person; user_id is null, not absent, without its scope (feishu.md §3.1). */
export function personIds(world: World, openId: string): PersonIds {
  const allowed = hasScope(world, [USER_ID_SCOPE]);
  if (openId === world.bot.openId) {
    return { open_id: openId, union_id: world.bot.unionId, user_id: allowed ? '' : null };
  }
  const user = getUser(world, openId);
  return { open_id: openId, union_id: user.unionId, user_id: allowed ? user.userId : null };
}
