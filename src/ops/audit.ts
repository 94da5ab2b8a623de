/** Every step of every issue between two days, with names: for inspection and for the archive. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stepText } from '../cards/words-history.ts';
import { createDirectoryCache } from '../db/directory.ts';
import { historyBetween } from '../db/history.ts';
import type { Db } from '../db/open.ts';
import { allPeople } from '../db/person.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { addDays, type Day, dayOf, formatDay, instantAt, parseDay } from '../domain/time.ts';
import type { ViewContext } from '../text/view.ts';
import { ToolError } from './tool.ts';

export interface Audit {
  from: Day;
  to: Day;
  form: 'csv' | 'jsonl';
  timeZone: string;
  now: number;
}

const COLUMNS = ['时间', '编号', '事项', '项目', '责任单位', '操作人', 'open_id', '动作', '内容', '消息编号'];

/** @throws ToolError for a day that does not exist */
export function readDay(text: string | undefined): Day {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text ?? '');
  const day = match && parseDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!day) throw new ToolError(`“${text ?? ''}”不是日期，请写成 2026-11-25 这样。`);
  return day;
}

/** Writes the steps, oldest first, both days included. @returns how many */
export async function writeAudit(db: Db, audit: Audit, out: Writable): Promise<number> {
  const { from, to, form, timeZone, now } = audit;
  if (from > to) throw new ToolError(`起始日期 ${formatDay(from)} 在结束日期 ${formatDay(to)} 之后。`);
  const cache = createDirectoryCache({ ...DEFAULT_SETTINGS, timeZone });
  const { directory, people } = await db.read(async (tx) => ({
    directory: await cache.get(tx),
    people: new Map((await allPeople(tx)).map((person) => [person.id, person])),
  }));
  const context: ViewContext = { now, directory, people, demo: false };
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  // Excel takes a file for UTF-8 only with this mark.
  if (form === 'csv') await write(`\uFEFF${csvLine(COLUMNS)}`);
  const range = {
    from: instantAt(from, '00:00', timeZone),
    before: instantAt(addDays(to, 1), '00:00', timeZone),
  };
  let count = 0;
  for (let after = 0; ; ) {
    const rows = await db.read((tx) => historyBetween(tx, { ...range, after, limit: 500 }));
    for (const row of rows) {
      const actor = row.actorId === null ? undefined : people.get(row.actorId);
      const facts = {
        at: localTime(row.at, timeZone),
        issue: row.issueId,
        title: row.title,
        project: directory.project(row.projectId ?? -1)?.name ?? '',
        unit: directory.unit(row.unitId ?? -1)?.name ?? '',
        actor: row.actorId === null ? '系统' : (actor?.name ?? ''),
        openId: actor?.openId ?? '',
        verb: row.verb,
        text: stepText(row, context),
        messageId: row.messageId ?? '',
      };
      await write(
        form === 'jsonl'
          ? `${JSON.stringify({ ...facts, detail: row.detail })}\n`
          : csvLine(Object.values(facts).map(String)),
      );
      count++;
    }
    const last = rows.at(-1);
    if (!last || rows.length < 500) return count;
    after = last.id;
  }
}

function localTime(at: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at);
  return `${dayOf(at, timeZone)} ${time}`;
}

/** A cell a spreadsheet would take for a formula is made a text. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return `"${safe.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}
