import { asList } from '../content/json.ts';
import { fieldViolation, queryOption } from './fields.ts';
import { idOf, USER_ID_TYPES } from './people.ts';
import type { ApiContext, Route } from './route.ts';

function listOf(c: ApiContext, field: string): string[] {
  const list = asList(c.body[field]).map(String);
  if (list.length > 50) throw fieldViolation(field, 'the max len is 50');
  return list;
}

/** POST /contact/v3/users/batch_get_id: ids by mobile or e-mail; unknown ones come back without an id. */
export const usersBatchGetId: Route = {
  method: 'POST',
  path: '/open-apis/contact/v3/users/batch_get_id',
  scopes: ['contact:user.id:readonly'],
  handle(c) {
    const type = queryOption(c, 'user_id_type', USER_ID_TYPES, 'open_id');
    const mobiles = listOf(c, 'mobiles');
    const emails = listOf(c, 'emails');
    const people = Object.values(c.core.world.users);
    const find = (by: 'mobile' | 'email', value: string): object => {
      const user = people.find((u) => u[by] === value && u.tenantKey === c.core.world.tenantKey);
      return { [by]: value, ...(user ? { user_id: idOf(user, type) } : {}) };
    };
    return {
      data: { user_list: [...mobiles.map((m) => find('mobile', m)), ...emails.map((e) => find('email', e))] },
    };
  },
};
