import { needStrings, queryOption } from './fields.ts';
import { findUser, USER_ID_TYPES } from './people.ts';
import type { Route } from './route.ts';

/** POST /contact/v3/users/basic_batch: names of up to 10 people, whatever the contact range; 5 a second. */
export const usersBasicBatch: Route = {
  method: 'POST',
  path: '/open-apis/contact/v3/users/basic_batch',
  scopes: ['contact:user.basic_profile:readonly'],
  perSecond: 5,
  handle(c) {
    const type = queryOption(c, 'user_id_type', USER_ID_TYPES, 'open_id');
    const ids = needStrings(c, 'user_ids', 10);
    const users = ids.flatMap((id) => {
      const user = findUser(c.core.world, type, id);
      if (!user) return [];
      return [{ user_id: id, name: user.name, i18n_name: { zh_cn: user.name, en_us: '', ja_jp: '' } }];
    });
    return { data: { users } };
  },
};
