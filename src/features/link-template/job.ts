/** 环节模板 导入: the file is fetched, read, and what it would change is shown. Nothing is written before 确认. */
import type { CommandContext } from '../../commands/context.ts';
import { reply } from '../../commands/reply.ts';
import { saveDraft } from '../../db/draft.ts';
import { chosenStored, findTemplate } from '../../db/link-template.ts';
import { allPeople, loadActor } from '../../db/person.ts';
import { setRequestId } from '../../db/request-id.ts';
import type { Deps } from '../../deps.ts';
import { allows } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import { dayOf } from '../../domain/time.ts';
import { defineJob } from '../../engine/job.ts';
import { FeishuError } from '../../feishu/errors.ts';
import type { ReadSheet, SpreadsheetProblem } from '../../files/spreadsheet.ts';
import { differencesOf } from './draft.ts';
import { READ_TEMPLATE_FILE, type ReadFilePayload, TEMPLATE_IMPORT } from './kinds.ts';
import { readTemplateSheets } from './rules-sheet-read.ts';
import type { Lookups } from './rules-sheet-row.ts';
import { IMPORT } from './words.ts';

/** What became of the file; a string is told as it is. */
type Fetched = { sheets: ReadSheet[] } | { problem: SpreadsheetProblem } | string;

const PROBLEMS_SHOWN = 15;

export const READ_FILE_JOB = defineJob(READ_TEMPLATE_FILE, {
  name: IMPORT.job,
  run: async (deps, { payload, requestId }) =>
    answer(deps, payload, await fetchSheets(deps, payload), requestId),
  // Somebody who waits for an answer is told of a missing scope at once, not in a day.
  onFailure: (deps, { payload, requestId }, missingRight) =>
    answer(deps, payload, missingRight ? IMPORT.noScope : IMPORT.unreadable, requestId),
});

async function fetchSheets({ feishu }: Deps, { messageId }: ReadFilePayload): Promise<Fetched> {
  const message = await feishu.readMessage(messageId);
  const file = message?.attachments.find(({ kind }) => kind === 'file');
  if (!file) return message ? IMPORT.noFile : IMPORT.unreadable;
  const { readSpreadsheet, SPREADSHEET_LIMITS } = await import('../../files/spreadsheet.ts');
  try {
    const { bytes } = await feishu.download(messageId, file.key, 'file', SPREADSHEET_LIMITS.bytes);
    const read = await readSpreadsheet(bytes);
    return read.ok ? { sheets: read.sheets } : { problem: read.problem };
  } catch (error) {
    if (error instanceof FeishuError && error.reason === 'too-large') return { problem: 'too-large' };
    throw error;
  }
}

async function answer(
  deps: Deps,
  payload: ReadFilePayload,
  fetched: Fetched,
  requestId: string | null,
): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (tx) => {
    if (requestId !== null) setRequestId(tx, requestId);
    const actor = await loadActor(tx, { openId: payload.openId });
    if (!actor) return;
    const context: CommandContext = {
      deps,
      tx,
      now,
      directory: await deps.directory.get(tx),
      actor,
      chatId: payload.chatId,
      chatType: 'p2p',
      chat: undefined,
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

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

async function answerTo(
  context: CommandContext,
  payload: ReadFilePayload,
  fetched: Fetched,
): Promise<Answer> {
  const { tx, actor, directory, now, deps } = context;
  const may = allows(actor, 'admin', null, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (typeof fetched === 'string') return warn(fetched);
  if ('problem' in fetched) return warn(IMPORT.problems[fetched.problem]);
  const stored = payload.template === '' ? await chosenStored(tx) : await findTemplate(tx, payload.template);
  if (!stored) return warn(IMPORT.noTemplate(payload.template));
  const { template: base, changedAt } = stored;
  const today = dayOf(now, directory.settings.timeZone);
  const read = readTemplateSheets(fetched.sheets, base, await lookupsOf(context), today);
  if (!read.ok) {
    const lines = read.problems.slice(0, PROBLEMS_SHOWN).map(({ at, text }) => `${at}：${text}`);
    const more = read.problems.length - PROBLEMS_SHOWN;
    return warn(
      [IMPORT.refused(read.problems.length), ...lines, ...(more > 0 ? [IMPORT.more(more)] : [])].join('\n'),
    );
  }
  const { template, exportedFrom } = read;
  const differences = await differencesOf(tx, { before: base, after: template }, directory);
  if (differences.length === 0) return { kind: 'text', text: IMPORT.same(base.name) };
  const id = deps.newId();
  const draft = { template, base: changedAt, ...(exportedFrom !== undefined && { exportedFrom }) };
  await saveDraft(tx, { id, personId: actor.person.id, kind: TEMPLATE_IMPORT, payload: draft }, now);
  return { kind: 'preview', draftId: id };
}

async function lookupsOf({ tx, directory }: CommandContext): Promise<Lookups> {
  const people = await allPeople(tx);
  const open = directory.data.units.filter(({ closed }) => !closed);
  return {
    unit: (name) => {
      const found = open.filter((unit) => [unit.name, ...unit.shortNames].includes(name));
      return found.length === 1 ? found[0]?.id : undefined;
    },
    person: (name) => {
      const found = people.filter((person) => person.home && person.name === name);
      return found.length === 1 ? found[0]?.id : undefined;
    },
    unitName: (id) => open.find((unit) => unit.id === id)?.name,
    personName: (id) => people.find((person) => person.id === id)?.name,
  };
}
