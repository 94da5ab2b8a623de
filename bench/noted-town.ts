/** A town filled with problems whose statements are noted on request, and its office as the one who asks. */

import type { Tx } from '../src/db/open.ts';
import { loadActor } from '../src/db/person.ts';
import type { Actor } from '../src/domain/actor.ts';
import type { Directory } from '../src/domain/directory.ts';
import type { BenchServer } from './postgres.ts';
import type { Statement } from './replay.ts';
import { openTown, type Town } from './town.ts';

export interface NotedTown extends Town {
  /** What the work gave, and the statements it made, without those around the transaction. */
  note<T>(work: () => Promise<T>): Promise<{ result: T; statements: Statement[] }>;
}

/** In a database of its own; one problem is logged, so that there is one to fill it with. */
export async function openNotedTown(server: BenchServer, name: string): Promise<NotedTown> {
  await server.run(`create database ${name}`);
  let noted: Statement[] | undefined;
  const town = openTown(server.url(name), {
    max: 1,
    onStatement: (text, params) => noted?.push({ text, params }),
  });
  await town.prepare();
  const { headers, body } = town.seal(0);
  await town.app.request('/webhook/event', { method: 'POST', headers, body });
  return {
    ...town,
    async note(work) {
      const all: Statement[] = [];
      noted = all;
      const result = await work();
      noted = undefined;
      return { result, statements: all.filter(({ text }) => !/^(begin|commit)/i.test(text)) };
    },
  };
}

/** Throws when nobody is of the office. */
export async function officeOf(tx: Tx, { data }: Directory): Promise<Actor> {
  const office = data.grants.find(({ role }) => role === 'office');
  const actor = office && (await loadActor(tx, { id: office.personId }));
  if (!actor) throw new Error('nobody at the office');
  return actor;
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
