/** 节假日 导入: a year's notice pasted in, an import taken back. Each recounts deadlines. */

import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { thisYear } from '../../commands/holiday.ts';
import { recountNow } from '../../commands/recount.ts';
import { saveDraft } from '../../db/draft.ts';
import { deleteNotice } from '../../db/holiday.ts';
import type { Answer } from '../../domain/answer.ts';
import { readHolidayNotice } from '../../domain/calendar/holiday-notice.ts';
import { NOTICE_DRAFT } from './draft.ts';
import { readHolidayDrop, readHolidayImport } from './read.ts';
import { droppedText, nothingNewText, noticeProblemsText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'holiday-import': { text: string; year?: number };
    'holiday-drop': { year: number };
  }
}

const WORDS = ['节假日', '假期', '放假', '调休'] as const;

/** Reads the pasted text; a preview asks before anything is saved, a contradiction is asked back. */
async function importNotice(context: CommandContext, call: CallOf<'holiday-import'>): Promise<Answer> {
  const { tx, now, deps, actor, directory } = context;
  const read = readHolidayNotice(call.text, call.year);
  if (!read.ok) return warn(noticeProblemsText(read.problems));
  const { calendar } = directory;
  const { notice } = read;
  const known = notice.rows.every((row) => calendar.isWorkingDay(row.day) === (row.kind === 'work'));
  if (known && !calendar.isProvisional(notice.year)) return good(nothingNewText(notice.year));
  const draftId = deps.newId();
  const payload = { notice };
  await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: NOTICE_DRAFT, payload }, now);
  return { kind: 'preview', draftId };
}

/** 节假日 删除 2027年: the import goes; own days and what the program knows stay. */
async function dropNotice(context: CommandContext, { year }: CallOf<'holiday-drop'>): Promise<Answer> {
  const gone = await deleteNotice(context.tx, year);
  const recounted = await recountNow(context, 'removed');
  const text = droppedText(year, gone, { year: thisYear(context) }, recounted);
  return gone > 0 ? good(text) : warn(text);
}

function good(text: string): Answer {
  return { kind: 'text', tone: 'success', text };
}

function warn(text: string): Answer {
  return { kind: 'text', tone: 'warning', text };
}

export const COMMANDS = [
  featureCommand('holiday-import', {
    group: '管理',
    after: 'holidays',
    words: WORDS,
    usage: '节假日 导入 <粘贴国务院放假通知全文，或每行一天>',
    summary: '导入一年的放假安排，先看后存',
    example: ['节假日 导入 2027-02-08 休 春节'],
    where: 'private',
    admin: true,
    read: readHolidayImport,
    run: importNotice,
  }),
  featureCommand('holiday-drop', {
    group: '管理',
    after: 'holiday-import',
    words: WORDS,
    usage: '节假日 删除 <年份>年',
    summary: '收回导入的一年放假安排',
    example: ['节假日 删除 2027年'],
    where: 'private',
    admin: true,
    read: readHolidayDrop,
    run: dropNotice,
  }),
];
