/** 导入 撤回 and the button 撤销: an import is taken back row by row, the last first. 提醒: what slept rings from now on. */
import type { CommandContext } from '../../commands/context.ts';
import { decideAndApply } from '../../commands/issue.ts';
import { recountNow } from '../../commands/recount.ts';
import { warning } from '../../commands/report.ts';
import { isOutage } from '../../db/database-error.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import {
  asleepItems,
  countAsleep,
  finishRows,
  latestImport,
  lockImport,
  rowsToRevoke,
  type StoredImport,
  updateImport,
} from '../../db/ledger.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Answer } from '../../domain/answer.ts';
import { isAsleep } from '../../domain/issue.ts';
import { describeError } from '../../log.ts';
import { nextPage } from './pages.ts';
import { revertRow } from './revert.ts';
import { mayImport } from './rules-rights.ts';
import { REVOKE_WORDS, ROW, WAKE_WORDS } from './words-report.ts';

/** The last import of the speaker; the answer is its card, which follows what is done. */
export async function revokeLatest(context: CommandContext): Promise<Answer> {
  const { tx, actor } = context;
  const latest = await latestImport(tx, {
    personId: actor.person.id,
    states: ['writing', 'done', 'revoking', 'revoked'],
  });
  if (!latest) return warning(REVOKE_WORDS.none);
  const refused = await beginRevoking(context, latest.id);
  return refused ?? { kind: 'ledger-import', importId: latest.id };
}

/** @returns why not */
export async function beginRevoking(context: CommandContext, importId: string): Promise<Answer | undefined> {
  const { tx, deps, now, actor } = context;
  const stored = await lockImport(tx, importId);
  if (!stored || stored.personId !== actor.person.id) return warning(REVOKE_WORDS.none);
  const may = mayImport(actor, context.directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (stored.state === 'writing') return warning(REVOKE_WORDS.writing);
  if (stored.state !== 'done') return warning(REVOKE_WORDS.already);
  await updateImport(tx, importId, {
    state: 'revoking',
    ...(context.via === 'click' && { cardShownAt: now }),
  });
  await enqueue(tx, [nextPage(deps, importId, REVOKE_FROM)], now);
  return undefined;
}

/** Pages of taking back are numbered from here, apart from those of writing. */
export const REVOKE_FROM = 100_000;

/** A page of rows taken back, the last written first: what stands on others goes before them. */
export async function revokeRows(
  context: CommandContext,
  stored: StoredImport,
  limit: number,
): Promise<void> {
  const { tx } = context;
  const rows = await rowsToRevoke(tx, stored.id, limit);
  const done: Parameters<typeof finishRows>[2][number][] = [];
  for (const row of rows) {
    const reason = await revertOne(context, row);
    const { position, issueId } = row;
    const outcome = { ...row.outcome, ...(reason !== undefined && { reason }) };
    done.push({ position, issueId, outcome, state: reason === undefined ? 'revoked' : 'kept' });
  }
  await finishRows(tx, stored.id, done);
  if (rows.some(({ payload }) => payload.kind === 'holiday'))
    await recountNow({ ...context, directory: await context.deps.directory.get(tx) }, 'removed');
}

async function revertOne(
  context: CommandContext,
  row: Parameters<typeof revertRow>[1],
): Promise<string | undefined> {
  try {
    return await context.tx.savepoint((tx) => revertRow({ ...context, tx }, row));
  } catch (error) {
    if (isOutage(error)) throw error;
    context.deps.log.error('ledger.revert', {
      importId: row.importId,
      kind: row.payload.kind,
      ...describeError(error),
    });
    return ROW.error;
  }
}

export async function wakeLatest(context: CommandContext): Promise<Answer> {
  const { tx, actor } = context;
  const latest = await latestImport(tx, { personId: actor.person.id, states: ['done'] });
  return latest ? wake(context, latest.id) : warning(REVOKE_WORDS.none);
}

/** Every item of the import that still sleeps is woken, as 开始提醒 does it; page by page, like all of an import. */
export async function wake(context: CommandContext, importId: string): Promise<Answer> {
  const { tx, actor, now, deps } = context;
  const stored = await lockImport(tx, importId);
  if (!stored || stored.personId !== actor.person.id || stored.state !== 'done')
    return warning(REVOKE_WORDS.none);
  const asleep = await countAsleep(tx, importId);
  if (asleep === 0) return warning(WAKE_WORDS.none);
  await enqueue(tx, [nextPage(deps, importId, WAKE_FROM)], now);
  return { kind: 'text', tone: 'success', text: WAKE_WORDS.done(asleep) };
}

/** Pages of waking are numbered from here. */
export const WAKE_FROM = 200_000;

/** @returns how many are left */
export async function wakeRows(context: CommandContext, importId: string, limit: number): Promise<number> {
  const { tx } = context;
  let woken = 0;
  for (const id of await asleepItems(tx, importId, limit)) {
    const issue = await loadIssueForUpdate(tx, id);
    if (!issue || !isAsleep(issue)) continue;
    const answer = await decideAndApply(context, issue, { verb: 'start-reminding' });
    if (answer.kind !== 'refusal') woken++;
  }
  // Whom the importer may not wake any more stays as it is.
  return woken === 0 ? 0 : countAsleep(tx, importId);
}
