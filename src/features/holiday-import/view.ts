/** What a pasted notice would change, tried out. */
import type { Card } from '../../cards/kit.ts';
import { listOpenIssues } from '../../db/issue-open.ts';
import type { Tx } from '../../db/open.ts';
import type { HolidayNotice } from '../../domain/calendar/holiday-notice.ts';
import type { Directory } from '../../domain/directory.ts';
import { decideRecompute } from '../../domain/recount.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { addDays } from '../../domain/time.ts';
import type { Viewer } from '../../views/context.ts';
import { viewContext } from '../../views/context.ts';
import { noticePreviewCard } from './card.ts';

const PAGE = 500;

/** More open issues than this are not tried out for a preview. */
const TRIED = 10_000;

/** What would be different, by trying it out; nothing is written. */
export async function drawNotice(
  tx: Tx,
  draft: { draftId: string; notice: HolidayNotice },
  viewer: Viewer,
): Promise<Card> {
  const { notice, draftId } = draft;
  const { directory, now } = viewer;
  const after = withNotice(directory, notice);
  const days = listYear(notice.year);
  const turned = days.filter(
    (day) => directory.calendar.isWorkingDay(day) !== after.calendar.isWorkingDay(day),
  );
  const said = new Map(notice.rows.map((row) => [row.day, row.kind]));
  const view = {
    draftId,
    notice,
    known: !directory.calendar.isProvisional(notice.year),
    turnsOff: turned.filter((day) => !after.calendar.isWorkingDay(day)),
    turnsWork: turned.filter((day) => after.calendar.isWorkingDay(day)),
    overruled: directory.data.holidays.filter(
      (row) => said.get(row.day) !== undefined && said.get(row.day) !== row.kind,
    ),
    moves: await countMoves(tx, after, now),
  };
  return noticePreviewCard(view, await viewContext(tx, viewer, {}));
}

function withNotice(directory: Directory, { year, rows, missing }: HolidayNotice): Directory {
  const { notices, publishedYears } = directory.data;
  return directory.withData({
    notices: [...notices.filter((row) => row.year !== year), ...rows.map((row) => ({ ...row, year }))],
    publishedYears: missing.length === 0 ? [...publishedYears, year] : publishedYears,
  });
}

/** The year, and the end of December before, where 元旦 may begin. */
function listYear(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year - 1}-12-25`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

async function countMoves(
  tx: Tx,
  directory: Directory,
  now: Instant,
): Promise<{ count: number; more: boolean }> {
  let count = 0;
  let tried = 0;
  for (let after = 0; tried < TRIED; ) {
    const page = await listOpenIssues(tx, { after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return { count, more: false };
    count += page.filter((issue) => decideRecompute(issue, { now, directory }) !== null).length;
    tried += page.length;
    after = last.id;
  }
  return { count, more: true };
}
