/** Several reminders for one person at the same time become one message. */
import { takeDeferredNotices, targetsWithSeveral } from '../db/deferred.ts';
import { enqueue } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { BUNDLE_MS } from '../domain/sendable.ts';
import type { Instant } from '../domain/time.ts';
import { REMINDERS } from '../kinds/messages.ts';

/** @returns how many messages were made of the notices that are about to leave */
export async function bundleNotices(deps: Deps, at: Instant): Promise<number> {
  const dueBy = at + BUNDLE_MS;
  const several = await deps.db.read((tx) => targetsWithSeveral(tx, dueBy));
  if (several.length === 0) return 0;
  return deps.db.transaction(async (tx) => {
    const targets = await targetsWithSeveral(tx, dueBy);
    if (targets.length === 0) return 0;
    const held = await takeDeferredNotices(tx, { dueBy, now: at, targets });
    const rows = [...held].map(([target, notices]) =>
      REMINDERS.row({
        id: deps.newId(),
        target,
        payload: { openId: target.slice('person:'.length), notices },
        dueAt: at,
      }),
    );
    return (await enqueue(tx, rows, at)).length;
  });
}
