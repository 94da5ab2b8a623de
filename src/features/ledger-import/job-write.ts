/** Writing a ledger: pages of at most 200 rows, each one transaction that also asks for the next. Done twice it changes nothing. */
import type { CommandContext } from '../../commands/context.ts';
import { recountNow } from '../../commands/recount.ts';
import { refreshTop } from '../../commands/top-card.ts';
import { isOutage } from '../../db/database-error.ts';
import {
  countRows,
  finishRows,
  lockImport,
  lockWriting,
  rowsToRevoke,
  type StoredImport,
  type StoredRow,
  updateImport,
  waitingRows,
} from '../../db/ledger.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { loadActor } from '../../db/person.ts';
import { setRequestId } from '../../db/request-id.ts';
import type { Deps } from '../../deps.ts';
import type { PlannedRow, RowOutcome } from '../../domain/ledger/import.ts';
import { defineJob } from '../../engine/job.ts';
import { describeError } from '../../log.ts';
import { madeBeside } from './beside.ts';
import { SHOW_LEDGER, WRITE_LEDGER } from './kinds.ts';
import { nextPage, type Waking } from './pages.ts';
import { storePlan } from './plan.ts';
import { revokeRows, WAKE_FROM, wakeRows } from './revoke.ts';
import { READ } from './words.ts';
import { ROW } from './words-report.ts';
import { type Done, failed, type Source, type Written } from './write.ts';
import { writeInvestment, writeLinks } from './write-facts.ts';
import { writeItem } from './write-item.ts';
import { writeHoliday, writePerson, writeUnit } from './write-master.ts';
import { writeProject } from './write-project.ts';

export const PAGE = 200;
/** A card is changed no more often than this. */
const SHOW_EVERY_MS = 2000;

export const WRITE_JOB = defineJob(WRITE_LEDGER, {
  name: READ.write,
  run: async (deps, { payload, requestId }) => {
    await deps.db.transaction(async (tx) => {
      if (requestId !== null) setRequestId(tx, requestId);
      await writePage(deps, tx, payload);
    });
    deps.wake();
  },
});

async function writePage(
  deps: Deps,
  tx: Tx,
  { importId, page, wake }: { importId: string; page: number; wake?: Waking | undefined },
): Promise<void> {
  const stored = await lockImport(tx, importId);
  if (stored?.state === 'done' && page >= WAKE_FROM)
    return wakePage(await contextOf(deps, tx, stored), stored, page, wake);
  if (stored?.state !== 'writing' && stored?.state !== 'revoking') return;
  // Of two who import the same ledger at once the second sees what the first has written.
  await lockWriting(tx);
  const context = await contextOf(deps, tx, stored);
  if (stored.state === 'revoking') await revokeRows(context, stored, PAGE);
  else if (page === 0 && stored.sheets !== null) await storePlan(context, stored);
  else await writeRows(context, stored);
  await goOn(context, stored, page);
}

/** @param asked none in rows of before they told it */
async function wakePage(
  context: CommandContext,
  stored: StoredImport,
  page: number,
  asked: Waking = { run: `${page}`, after: 0, woken: 0, refused: 0 },
): Promise<void> {
  const { tx, now, deps } = context;
  const next = await wakeRows(context, stored.id, { limit: PAGE, waking: asked });
  if (next) await enqueue(tx, [nextPage(deps, stored.id, page + 1, next)], now);
  else await showCard(context, stored, `wake:${asked.run}`, now);
}

/** Whoever confirmed it writes it; what that person may not do any more is refused row by row. */
export async function contextOf(deps: Deps, tx: Tx, stored: StoredImport): Promise<CommandContext> {
  const actor = await loadActor(tx, { id: stored.personId });
  if (!actor) throw new Error('an import without its person');
  return {
    deps,
    tx,
    now: deps.clock(),
    directory: await deps.directory.get(tx),
    actor,
    chatId: stored.chatId,
    chatType: stored.chatType,
    chat: undefined,
    messageId: stored.messageId,
    mentions: [],
    attachments: [],
    parentId: undefined,
    cardIssueId: undefined,
    via: 'click',
  };
}

/** What later rows name must stand in the directory before they are read: units, then people, then projects, then the rest. */
const STAGE: Record<PlannedRow['kind'], number> = {
  unit: 0,
  person: 1,
  project: 2,
  holiday: 3,
  investment: 3,
  links: 3,
  task: 3,
  problem: 3,
};

async function writeRows(context: CommandContext, stored: StoredImport): Promise<void> {
  const { tx } = context;
  const waiting = await waitingRows(tx, stored.id, PAGE);
  const first = waiting[0] && STAGE[waiting[0].payload.kind];
  const rows = waiting.filter(({ payload }) => STAGE[payload.kind] === first);
  const source = { importId: stored.id, fileName: stored.fileName };
  const beside = await madeBeside(context, stored, rows);
  const written: Done[] = [
    ...beside,
    ...(await writeTogether(
      context,
      rows.filter(({ position }) => !beside.some((one) => one.position === position)),
      source,
    )),
  ];
  const planned = new Map(rows.map(({ position, outcome }) => [position, outcome]));
  await finishRows(
    tx,
    stored.id,
    written.map((row) => ({ ...row, outcome: withReason(row.outcome, planned.get(row.position)) })),
  );
  const projects = new Set(written.flatMap(({ outcome }) => outcome?.projectId ?? []));
  const top = { tx, now: context.now, newId: context.deps.newId, actorId: context.actor.person.id };
  for (const projectId of projects) await refreshTop(top, projectId);
  if (rows.some(({ payload }) => payload.kind === 'holiday')) {
    const directory = await context.deps.directory.get(tx);
    await recountNow({ ...context, directory }, 'import');
  }
}

/** What the plan left as it is of a row stays told when the rest of it is written. */
function withReason(outcome: RowOutcome | null, planned: RowOutcome | null | undefined): RowOutcome | null {
  return planned?.reason === undefined ? outcome : { reason: planned.reason, ...outcome };
}

/** All at once; where one of them fails, each for itself, so that the rows beside it stand. */
async function writeTogether(
  context: CommandContext,
  rows: readonly StoredRow[],
  source: Source,
): Promise<Done[]> {
  const all = async (inner: CommandContext) => {
    const done: Done[] = [];
    for (const { position, payload } of rows)
      done.push({ position, ...(await writeKind(inner, payload, source)) });
    return done;
  };
  try {
    return await context.tx.savepoint((tx) => all({ ...context, tx }));
  } catch (error) {
    if (isOutage(error)) throw error;
  }
  const done: Done[] = [];
  for (const row of rows) done.push({ position: row.position, ...(await writeAlone(context, row, source)) });
  return done;
}

/** A row that cannot be written is told like any other. */
async function writeAlone(context: CommandContext, { payload }: StoredRow, source: Source): Promise<Written> {
  try {
    return await context.tx.savepoint((tx) => writeKind({ ...context, tx }, payload, source));
  } catch (error) {
    if (isOutage(error)) throw error;
    const { importId } = source;
    context.deps.log.error('ledger.row', { importId, kind: payload.kind, ...describeError(error) });
    return failed(ROW.error);
  }
}

function writeKind(context: CommandContext, row: PlannedRow, source: Source): Promise<Written> {
  switch (row.kind) {
    case 'unit':
      return writeUnit(context, row);
    case 'person':
      return writePerson(context, row);
    case 'project':
      return writeProject(context, row);
    case 'holiday':
      return writeHoliday(context, row);
    case 'investment':
      return writeInvestment(context, row);
    case 'links':
      return writeLinks(context, row);
    case 'task':
    case 'problem':
      return writeItem(context, row, source);
  }
}

/** Asks for the next page, or ends the import; the card follows at most once in two seconds, and in any case at the end. */
async function goOn(context: CommandContext, stored: StoredImport, page: number): Promise<void> {
  const { tx, now, deps } = context;
  const revoking = stored.state === 'revoking';
  const [next] = await (revoking ? rowsToRevoke : waitingRows)(tx, stored.id, 1);
  if (next) await enqueue(tx, [nextPage(deps, stored.id, page + 1)], now);
  else {
    const counts = await countRows(tx, stored.id);
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    await updateImport(tx, stored.id, {
      state: revoking ? 'revoked' : 'done',
      sheets: null,
      report: { counts, total },
      finishedAt: now,
    });
  }
  const shown = stored.cardShownAt ?? 0;
  const dueAt = Math.max(now, shown + SHOW_EVERY_MS);
  if (stored.cardMessageId === null || (next && dueAt > now)) return;
  await updateImport(tx, stored.id, { cardShownAt: dueAt });
  await showCard(context, stored, next ? String(page) : stored.state, dueAt);
}

/** @param which tells this change of the card from others: each is asked for once */
async function showCard(
  { tx, now, deps }: CommandContext,
  { id, cardMessageId }: StoredImport,
  which: string,
  dueAt: number,
): Promise<void> {
  if (cardMessageId === null) return;
  const payload = { importId: id, messageId: cardMessageId };
  const target = `message:${cardMessageId}`;
  const dedupeKey = `${SHOW_LEDGER.kind}:${id}:${which}`;
  await enqueue(tx, [SHOW_LEDGER.row({ id: deps.newId(), target, payload, dedupeKey, dueAt })], now);
}
