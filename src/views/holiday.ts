/** The calendar as an administrator sees it. */
import { holidaysCard } from '../cards/holiday.ts';
import type { Card } from '../cards/kit.ts';
import type { Tx } from '../db/open.ts';
import { countDueByYear } from '../db/recount.ts';
import { type Viewer, viewContext } from './context.ts';

export async function drawHolidays(tx: Tx, viewer: Viewer): Promise<Card> {
  const { calendar } = viewer.directory;
  const dueByYear = await countDueByYear(tx, calendar.publishedThrough + 1);
  return holidaysCard({ dueByYear }, await viewContext(tx, viewer, {}));
}
