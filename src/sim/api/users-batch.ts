import { USER_ID_SCOPE } from '../scopes.ts';
import { hasScope } from '../world.ts';
import { fieldViolation, queryOption } from './fields.ts';
import { findUser, USER_ID_TYPES } from './people.ts';
import type { Route } from './route.ts';

/** GET /contact/v3/users/batch: up to 50; people outside the range are silently missing (feishu.md §7). */
export const usersBatch: Route = {
  method: 'GET',
  path: '/open-apis/contact/v3/users/batch',
  scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
  handle(c) {
    const type = queryOption(c, 'user_id_type', USER_ID_TYPES, 'open_id');
    const ids = c.query.getAll('user_ids');
    if (ids.length === 0) throw fieldViolation('user_ids', 'user_ids is required');
    if (ids.length > 50) throw fieldViolation('user_ids', 'the max len is 50');
    const { world } = c.core;
    const seesName = hasScope(world, ['contact:user.base:readonly']);
    const seesId = hasScope(world, [USER_ID_SCOPE]);
    const items = ids.flatMap((id) => {
      const user = findUser(world, type, id);
      if (!user?.available || user.tenantKey !== world.tenantKey) return [];
      return [
        {
          open_id: user.openId,
          union_id: user.unionId,
          ...(seesId ? { user_id: user.userId } : {}),
          ...(seesName ? { name: user.name } : {}),
        },
      ];
    });
    return { data: { items } };
  },
};
