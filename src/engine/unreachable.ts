/** Somebody turns out to be out of reach: noted, cards that wait for them redrawn, what they should hear passed on. */
import type { Card } from '../cards/kit.ts';
import { sendEffects } from '../commands/apply.ts';
import { redrawIssues } from '../db/card-time.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { listIssuesTouching } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { findPeopleByOpenIds, loadActor, updatePersonByOpenId } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { notices } from '../domain/decide/change.ts';
import { hearInstead } from '../domain/hand-on.ts';
import type { HeldNotice } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import { isStillTrue } from '../verbs/notices.ts';
import { mentionedIn, type Names, type Rendition } from './rendition.ts';

/** More cards than these wait for hardly anybody; the rest go with the days. */
const CARDS = 200;

/** Notes that nothing can be sent to our own person; people of other tenants are met in their groups. */
export async function markUnreachable(deps: Deps, tx: Tx, openId: string, now: Instant): Promise<void> {
  const actor = await loadActor(tx, { openId });
  if (!actor?.person.home) return;
  await updatePersonByOpenId(tx, openId, { unreachableSince: now });
  // Cards that wait for this person show whose turn it is now.
  const issues = await listIssuesTouching(tx, actor, await deps.directory.get(tx), CARDS);
  const ids = issues.map((issue) => issue.id);
  await redrawIssues(tx, ids, now);
}

/**
 * What could not be told to somebody out of reach is told at once to whoever is next. Told twice it arrives once: each
 * keeps the key it would have had in the beginning.
 */
export async function passOn(deps: Deps, openId: string, held: readonly HeldNotice[]): Promise<void> {
  if (held.length === 0) return;
  const now = deps.clock();
  const inOrder = held.toSorted((a, b) => a.issueId - b.issueId);
  await deps.db.transaction(async (tx) => {
    const [person] = await findPeopleByOpenIds(tx, [openId]);
    if (!person || person.unreachableSince === null) return;
    for (const notice of inOrder) {
      const issue = await loadIssueForUpdate(tx, notice.issueId);
      const directory = await deps.directory.get(tx);
      const { reason, generation, version } = notice;
      if (!issue || !isStillTrue(reason, issue, { generation, now, directory })) continue;
      const told = hearInstead(notice, person.name, issue, directory);
      const source = { tx, now, directory, newId: deps.newId, actorId: null, messageId: null };
      await sendEffects(source, { ...issue, version }, notices(told, person.id, directory));
    }
  });
  deps.wake();
}

/** Names of those a card mentions, when they are to be written out. */
export async function namesOf(deps: Deps, rendition: Rendition, card: Card | undefined): Promise<Names> {
  const ids = mentionedIn(rendition, card);
  if (ids.length === 0) return new Map();
  const people = await deps.db.read((tx) => findPeopleByOpenIds(tx, ids));
  return new Map(people.map((person) => [person.openId, person.name]));
}
