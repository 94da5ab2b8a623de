/** Somebody the platform says cannot be reached any more: resigned, or out of the app's range. */
import { findPeopleByOpenIds, updatePerson } from '../../src/db/person.ts';
import type { Deps } from '../../src/deps.ts';

export async function markOutOfReach(deps: Deps, openId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const [person] = await findPeopleByOpenIds(tx, [openId]);
    if (!person) throw new Error('nobody has this open_id');
    await updatePerson(tx, person.id, { unreachableSince: deps.clock() });
  });
}
