/** 导入 with a file: it is fetched and read, and a preview is shown. Nothing is written before 确认. */
import type { CommandContext } from '../../commands/context.ts';
import { reply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { loadChat } from '../../db/chat.ts';
import { insertImport, type StoredImport } from '../../db/ledger.ts';
import { allPeople, loadActor } from '../../db/person.ts';
import { setRequestId } from '../../db/request-id.ts';
import type { Deps } from '../../deps.ts';
import type { Answer } from '../../domain/answer.ts';
import type { LedgerTable } from '../../domain/ledger/model.ts';
import { defineJob } from '../../engine/job.ts';
import { FeishuError } from '../../feishu/errors.ts';
import type { ReadSheet, SpreadsheetProblem } from '../../files/spreadsheet.ts';
import { READ_LEDGER, type ReadLedgerPayload } from './kinds.ts';
import { readingOf } from './plan.ts';
import { packSheets } from './rules-pack.ts';
import { mayImport } from './rules-rights.ts';
import { PROBLEMS, READ, TOO_MANY_ROWS } from './words.ts';

/** A string is told as it is. */
type Fetched = { name: string; sheets: ReadSheet[] } | string;

const MB = 1024 * 1024;
/** Rows of a sheet are those of its table and some above and below it. */
const LIMITS = { bytes: 10 * MB, inflatedBytes: 50 * MB, rows: 2200, columns: 60 };
export const MAX_ROWS = 2000;

export const READ_JOB = defineJob(READ_LEDGER, {
  name: READ.job,
  run: async (deps, { payload, requestId }) =>
    answer(deps, payload, await fetchSheets(deps, payload), requestId),
  // Somebody who waits for an answer is told of a missing scope at once, not in a day.
  onFailure: (deps, { payload, requestId }, missingRight) =>
    answer(deps, payload, missingRight ? missing(payload) : READ.unreadable, requestId),
});

/** In a group the platform asks for one right more. */
const missing = ({ chatType }: ReadLedgerPayload) =>
  chatType === 'group' ? READ.noGroupScope : READ.noScope;

const TABLE = /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|txt)$/i;

async function fetchSheets({ feishu }: Deps, { messageId }: ReadLedgerPayload): Promise<Fetched> {
  const message = await feishu.readMessage(messageId);
  const file = message?.attachments.find(({ kind }) => kind === 'file');
  if (!file) return message ? READ.noFile : READ.unreadable;
  const name = file.name ?? '';
  if (/\.et$/i.test(name)) return READ.et;
  if (name !== '' && !TABLE.test(name)) return READ.notTable(name.slice(0, 60));
  const { readSpreadsheet } = await import('../../files/spreadsheet.ts');
  try {
    const { bytes } = await feishu.download(messageId, file.key, 'file', LIMITS.bytes);
    const read = await readSpreadsheet(bytes, LIMITS, name);
    return read.ok ? { name, sheets: read.sheets } : problemOf(read.problem, bytes);
  } catch (error) {
    if (error instanceof FeishuError && error.reason === 'too-large') return PROBLEMS['too-large'];
    throw error;
  }
}

/** What begins like a workbook and cannot be read is one that did not arrive whole. */
function problemOf(problem: SpreadsheetProblem, bytes: Uint8Array): string {
  const workbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  return problem === 'not-a-spreadsheet' && workbook ? READ.broken : PROBLEMS[problem];
}

async function answer(
  deps: Deps,
  payload: ReadLedgerPayload,
  fetched: Fetched,
  requestId: string | null,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (requestId !== null) setRequestId(tx, requestId);
    const actor = await loadActor(tx, { openId: payload.openId });
    if (!actor) return;
    const context: CommandContext = {
      deps,
      tx,
      now: deps.clock(),
      directory: await deps.directory.get(tx),
      actor,
      chatId: payload.chatId,
      chatType: payload.chatType,
      chat: await loadChat(tx, payload.chatId),
      messageId: payload.replyTo,
      mentions: [],
      attachments: [],
      parentId: payload.messageId,
      cardIssueId: undefined,
      via: 'message',
    };
    await reply(context, await answerTo(context, payload, fetched));
  });
}

async function answerTo(
  context: CommandContext,
  { messageId }: ReadLedgerPayload,
  fetched: Fetched,
): Promise<Answer> {
  const { tx, actor, directory, now, deps, chatId, chatType } = context;
  const may = mayImport(actor, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (typeof fetched === 'string') return warning(fetched);
  const made: StoredImport = {
    id: deps.newId(),
    personId: actor.person.id,
    chatId,
    chatType,
    messageId,
    fileName: fetched.name,
    state: 'preview',
    sheets: packSheets(fetched.sheets),
    choices: {},
    report: null,
    cardMessageId: null,
    cardShownAt: null,
    madeAt: now,
    confirmedAt: null,
    finishedAt: null,
  };
  const reading = readingOf(made, { directory, now }, await allPeople(tx));
  const rows = reading?.tables.reduce((sum, table) => sum + rowsOf(table), 0) ?? 0;
  if (rows > MAX_ROWS) return warning(TOO_MANY_ROWS(rows));
  if (!reading || reading.tables.length === 0) {
    const left = reading?.left.filter(({ why }) => why !== 'empty').map(({ sheet }) => sheet || '表1') ?? [];
    return { kind: 'ledger-explain', lead: READ.noLedger(left.slice(0, 6)) };
  }
  await insertImport(tx, made);
  return { kind: 'ledger-import', importId: made.id };
}

/** Rows of the file that say something: several kinds in one row count once. */
function rowsOf(table: LedgerTable): number {
  const rows = [
    table.problems,
    table.projects,
    table.units,
    table.people,
    table.tasks,
    table.holidays,
    table.links,
    table.investments,
  ].flatMap((list) => list.map(({ at }) => at[0]?.address.replace(/^[A-Z]+/, '') ?? ''));
  return new Set(rows).size;
}
