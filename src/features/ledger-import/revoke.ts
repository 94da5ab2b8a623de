/** 导入 撤回 and the button 撤销: an import is taken back row by row, the last first. 提醒: what slept rings from now on. */
import type { CommandContext } from '../../commands/context.ts';
import { decideAndApply } from '../../commands/issue.ts';
import { recountNow } from '../../commands/recount.ts';
import { warning } from '../../commands/report.ts';
import { isOutage } from '../../db/database-error.ts';
import { lastChange } from '../../db/history.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import {
  asleepRows,
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
import { ANSWER } from '../../kinds/messages.ts';
import { describeError } from '../../log.ts';
import { nextPage, type Waking } from './pages.ts';
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
  const begin = { run: deps.newId(), after: 0, woken: 0, refused: 0 };
  await enqueue(tx, [nextPage(deps, importId, WAKE_FROM, begin)], now);
  return { kind: 'text', tone: 'success', text: WAKE_WORDS.begun(asleep) };
}

/** Pages of waking are numbered from here. */
export const WAKE_FROM = 200_000;

/** Whom the importer may not wake any more is counted and passed by. @returns undefined: none was left */
export async function wakeRows(
  context: CommandContext,
  importId: string,
  { limit, waking }: { limit: number; waking: Waking },
): Promise<Waking | undefined> {
  const { tx } = context;
  const rows = await asleepRows(tx, importId, { after: waking.after, limit });
  const next = { ...waking };
  const done: Parameters<typeof finishRows>[2][number][] = [];
  for (const row of rows) {
    next.after = row.issueId;
    const issue = await loadIssueForUpdate(tx, row.issueId);
    if (!issue || !isAsleep(issue)) continue;
    // Asked before the change, which makes what was before the import forgotten.
    const last = await lastChange(tx, row.issueId);
    const answer = await decideAndApply(context, issue, { verb: 'start-reminding' });
    if (answer.kind === 'refusal') {
      next.refused++;
      continue;
    }
    next.woken++;
    const { position, state, issueId, outcome } = row;
    if (last && outcome?.version === issue.version)
      done.push({
        ...{ position, state, issueId },
        outcome: { ...outcome, woken: { version: issue.version + 1, before: last.before } },
      });
  }
  await finishRows(tx, importId, done);
  return rows.length === limit ? next : finishWaking(context, importId, next);
}

/** Nobody is left believing that what was refused rings. */
async function finishWaking(
  { tx, actor, now, deps, chatId, chatType }: CommandContext,
  importId: string,
  { run, woken, refused }: Waking,
): Promise<undefined> {
  if (refused === 0) return;
  const target = chatType === 'p2p' ? `person:${actor.person.openId}` : `chat:${chatId}`;
  const answer = warning(WAKE_WORDS.ended(woken, refused));
  const payload = { answer, personId: actor.person.id, chatId };
  const dedupeKey = `ledger-woken:${importId}:${run}`;
  await enqueue(tx, [ANSWER.row({ id: deps.newId(), target, payload, dedupeKey, dueAt: now })], now);
}
