/** Rows another import wrote while this one was under way: two people send the same ledger at once. */
import type { CommandContext } from '../../commands/context.ts';
import type { StoredImport, StoredRow } from '../../db/ledger.ts';
import { itemsMadeBeside } from '../../db/ledger-items.ts';
import { findItems, type RowSaid } from '../../domain/ledger/identity.ts';
import { matterOf } from './plan.ts';
import { ROW } from './words-report.ts';
import { type Done, projectOf } from './write.ts';

/** Those of `rows` that are new by the plan and written beside it; they are named, and nothing is written twice. */
export async function madeBeside(
  context: CommandContext,
  stored: StoredImport,
  rows: readonly StoredRow[],
): Promise<Done[]> {
  const fresh = rows.flatMap(({ position, payload }) =>
    (payload.kind === 'problem' || payload.kind === 'task') && payload.issueId === null
      ? [{ position, payload }]
      : [],
  );
  const made = fresh.length === 0 ? [] : await itemsMadeBeside(context.tx, stored);
  if (made.length === 0) return [];
  const done: Done[] = [];
  for (const kind of ['problem', 'task'] as const) {
    const own = fresh.filter(({ payload }) => payload.kind === kind);
    const said: RowSaid[] = [];
    for (const { payload } of own) {
      const { title, text, key } = payload;
      const project = await projectOf(context, payload.project);
      said.push({ projectId: project?.id ?? null, projectName: '', title, text, importKey: key });
    }
    const items = made
      .filter((issue) => (issue.kind === 'task' ? 'task' : 'problem') === kind)
      .map((issue) => ({
        id: issue.id,
        projectId: issue.projectId,
        title: issue.title,
        text: matterOf(issue),
        importKey: null,
      }));
    findItems(said, items).forEach(({ id }, at) => {
      const row = own[at];
      // Without its number: what this file says of it was not taken, and is when it is sent again.
      if (row && id !== undefined)
        done.push({
          position: row.position,
          state: 'conflict',
          outcome: { reason: ROW.madeBeside(id) },
          issueId: null,
        });
    });
  }
  return done;
}
