/** The card of an import follows what is done, where it stands; the report of one that is gone comes anew. */
import { loadImport, type StoredImport } from '../../db/ledger.ts';
import { enqueue } from '../../db/outbox.ts';
import { findPeople } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import { defineJob } from '../../engine/job.ts';
import { tryUpdateSent } from '../../engine/update-sent.ts';
import { ANSWER } from '../../kinds/messages.ts';
import { SHOW_LEDGER } from './kinds.ts';
import { drawImport } from './view.ts';
import { READ } from './words.ts';

export const SHOW_JOB = defineJob(SHOW_LEDGER, {
  name: READ.show,
  run: async (deps, { payload: { importId, messageId } }) => {
    const shown = await deps.db.read(async (tx) => {
      const stored = await loadImport(tx, importId);
      const base = { now: deps.clock(), directory: await deps.directory.get(tx), demo: deps.demo };
      return stored && { stored, card: await drawImport(tx, stored, base) };
    });
    if (!shown || (await tryUpdateSent(deps, messageId, shown.card))) return;
    const { state } = shown.stored;
    if (state === 'done' || state === 'revoked') await tellAnew(deps, shown.stored);
  },
});

/** Once for each end, whoever asks how often. */
async function tellAnew(deps: Deps, { id, personId, chatId, chatType, state }: StoredImport): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (tx) => {
    const [person] = await findPeople(tx, [personId]);
    if (!person) return;
    const target = chatType === 'p2p' ? `person:${person.openId}` : `chat:${chatId}`;
    const answer = { kind: 'ledger-import' as const, importId: id };
    const payload = { answer, personId, chatId };
    const dedupeKey = `ledger-report:${id}:${state}`;
    await enqueue(tx, [ANSWER.row({ id: deps.newId(), target, payload, dedupeKey, dueAt: now })], now);
  });
}
