/** Loads what every view needs beside its subject: the people it names. */

import type { Card } from '../cards/kit.ts';
import type { Tx } from '../db/open.ts';
import { findPeople } from '../db/person.ts';
import type { FeatureLookup } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { HistoryRow, Issue } from '../domain/issue.ts';
import { mustActNow, peopleOf } from '../domain/issue-people.ts';
import type { Chat } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { ViewContext } from '../text/view.ts';

/** Who looks, where, and when. */
export interface Viewer {
  now: Instant;
  directory: Directory;
  actor: Actor;
  /** undefined: a private chat. */
  chat: Chat | undefined;
  demo: boolean;
  features: FeatureLookup;
}

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

/** The context with all people these issues, rows and ids name. */
export async function viewContext(
  tx: Tx,
  base: Base,
  named: { issues?: Issue[]; rows?: HistoryRow[]; personIds?: (number | null)[] },
): Promise<ViewContext> {
  const ids = new Set<number>();
  const add = (id: number | null | undefined) => id != null && ids.add(id);
  for (const issue of named.issues ?? []) {
    for (const id of peopleOf(issue)) {
      add(id);
      add(base.directory.deputyOf(id));
    }
    const { personIds, standIns } = mustActNow(issue, base.directory);
    for (const id of [...personIds, ...standIns.map((one) => one.personId)]) add(id);
  }
  for (const row of named.rows ?? []) {
    add(row.actorId);
    for (const value of Object.values(row.detail)) for (const id of personIdsIn(value)) add(id);
  }
  for (const id of named.personIds ?? []) add(id);
  const people = ids.size > 0 ? await findPeople(tx, [...ids]) : [];
  return {
    now: base.now,
    directory: base.directory,
    people: new Map(people.map((person) => [person.id, person])),
    demo: base.demo,
  };
}

/** Ids in history details cannot be told from other numbers; loading a few people too many does no harm. */
function personIdsIn(value: unknown): number[] {
  if (typeof value === 'number')
    return Number.isInteger(value) && value > 0 && value < 2 ** 31 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(personIdsIn);
  return [];
}

export type DrawnAnswer = { kind: 'card'; card: Card } | { kind: 'text'; text: string };
