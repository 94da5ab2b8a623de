/** A link as reports and 红黄牌 read it, many at a time. Pure. */
import type { Status } from '../issue.ts';
import { type Day, dayOf, type Instant } from '../time.ts';

/** Stored days, and the item that is its clock unless that is void. */
export interface LinkRow {
  projectId: number;
  code: string;
  no: number;
  name: string;
  unitId: number | null;
  unconcerned: boolean;
  startedOn: Day | null;
  claimedOn: Day | null;
  finishedOn: Day | null;
  item: {
    id: number;
    status: Status;
    deadlineDay: Day;
    yellowAt: Instant | null;
    signedAt: Instant | null;
    doneAt: Instant | null;
    closedAt: Instant | null;
    /** Excused: an appeal was granted, or it was 挂账. */
    excused: boolean;
  } | null;
}

/** The day it was done on; null: it is not over. What has an item is over when the other side has confirmed. */
export function doneOn({ item, claimedOn, finishedOn }: LinkRow, timeZone: string): Day | null {
  if (!item) return finishedOn;
  if (item.status !== 'closed') return null;
  if (claimedOn) return claimedOn;
  const at = item.doneAt ?? item.closedAt;
  return at === null ? null : dayOf(at, timeZone);
}
