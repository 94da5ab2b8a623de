import type { SimUser } from '../types.ts';
import type { World } from '../world.ts';
import { invalidParameter } from './fields.ts';
import { ApiError } from './route.ts';

export const USER_ID_TYPES = ['open_id', 'union_id', 'user_id'] as const;
export type UserIdType = (typeof USER_ID_TYPES)[number];

/** The person behind an id of the given kind, if the tenant knows one. */
export function findUser(world: World, type: UserIdType, id: string): SimUser | undefined {
  if (type === 'open_id') return world.users[id];
  return Object.values(world.users).find((u) => (type === 'union_id' ? u.unionId : u.userId) === id);
}

/** The id of a person in the kind asked for. */
export function idOf(user: SimUser, type: UserIdType): string {
  if (type === 'open_id') return user.openId;
  return type === 'union_id' ? user.unionId : user.userId;
}

/** 99992351: the id is malformed or belongs to nobody (feishu.md §4.7). */
export function unknownId(type: string): ApiError {
  const sample = type === 'open_id' ? 'ou_4065981088f8ef67a504ba8bd6b24d85' : '…';
  return new ApiError(
    99992351,
    `The request you send is not a valid {${type}} or not exists, example value:${sample}`,
  );
}

/** A person who may be written to in private, or the reason why not. */
export function needReachable(world: World, type: UserIdType | 'email', id: string): SimUser {
  if (type === 'email') throw invalidParameter('invalid receive_id');
  const user = findUser(world, type, id);
  if (!user) throw unknownId(type);
  if (user.tenantKey !== world.tenantKey) throw new ApiError(230038, 'Cross tenant p2p chat operate forbid.');
  if (user.resigned || !user.available) throw new ApiError(230013, 'Bot has NO availability to this user.');
  if (user.blockedBot) throw new ApiError(230053, 'The user has stopped the bot from sending messages.');
  return user;
}
