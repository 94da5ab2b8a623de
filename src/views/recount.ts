/** Who reads what about deadlines that moved with the calendar. */
import type { Card } from '../cards/kit.ts';
import { type MovedRow, ownRecountCard, recountReportCard } from '../cards/recount.ts';
import type { Tx } from '../db/open.ts';
import { countRecountChanges, listRecountChanges } from '../db/recount.ts';
import type { Actor } from '../domain/actor.ts';
import type { RecountCause } from '../domain/recount.ts';
import { type Viewer, viewContext } from './context.ts';

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

/** A run as the messages about it name it. */
export interface RunNamed {
  run: number;
  cause: RecountCause;
}

const READ = 20;

/** What moved of a person's own; undefined when none of it holds any more. */
export async function drawOwnRecount(
  tx: Tx,
  actor: Actor,
  { run, cause }: RunNamed,
  base: Base,
): Promise<Card | undefined> {
  const which = { run, personId: actor.person.id };
  const total = await countRecountChanges(tx, which);
  if (total === 0) return undefined;
  const rows = await listRecountChanges(tx, which, READ);
  return ownRecountCard({ cause, rows, total }, await viewContext(tx, base, {}));
}

/**
 * The whole run, as far down as the reader's office reaches. Administrators see settings, not problems (product.md §8):
 * numbers and days only. undefined when there is nothing to report to somebody who did not wait for it.
 */
export async function drawRecountReport(
  tx: Tx,
  actor: Actor,
  { run, cause, asked }: RunNamed & { asked: boolean },
  base: Base,
): Promise<Card | undefined> {
  const { directory } = base;
  const offices = actor.grants.filter((grant) => grant.role === 'office').map((grant) => grant.areaId);
  const administers = actor.grants.some((grant) => grant.role === 'administrator');
  if (offices.length === 0 && !administers && !asked) return undefined;
  const inOffice = directory.data.areas
    .map((area) => area.id)
    .filter((id) => offices.some((office) => directory.reaches(office, id)));
  const titled = offices.length > 0;
  const which = { run, ...(titled && !administers && { areaIds: inOffice }) };
  const total = await countRecountChanges(tx, which);
  if (total === 0 && !asked && !(administers && cause === 'program')) return undefined;
  const own = titled ? await listRecountChanges(tx, { run, areaIds: inOffice }, READ) : [];
  const others = own.length < READ && !titled ? await listRecountChanges(tx, which, READ) : [];
  const bare = others.map(({ issueId, from, to, counted }): MovedRow => ({ issueId, from, to, counted }));
  return recountReportCard({ cause, rows: [...own, ...bare], total }, await viewContext(tx, base, {}));
}
