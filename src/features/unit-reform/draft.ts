/** What the preview of a reform keeps until 确认, and what 确认 does. */
import { confirmCard } from '../../cards/confirm.ts';
import { textCard } from '../../cards/text.ts';
import { answerToast, TOASTS, toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import { applyChange } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { allows } from '../../domain/access.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { refuseReform } from './refuse.ts';
import { decideReform, type Reform } from './rules.ts';
import { countPeople, openIssuesOf, reformUnit } from './store.ts';
import { consequencesText, reformedText, reformTitle } from './words.ts';

/** Right and sense are asked again, for both may have changed since the preview. All of it is one transaction. */
async function confirmReform(context: CommandContext, reform: Reform): Promise<ClickReply> {
  const { tx, actor, directory, deps, now } = context;
  const may = allows(actor, 'admin', null, directory);
  if (may !== true) return { toast: toast('warning', refusalText(may.refusal)) };
  const refused = refuseReform(directory, reform);
  const from = directory.unit(reform.unitId);
  if (refused || !from) return { toast: answerToast(refused ?? { kind: 'text', text: TOASTS.oldCard }) };
  const to = reform.successorId === null ? null : (directory.unit(reform.successorId) ?? null);
  const touched = await openIssuesOf(tx, from.id);
  await reformUnit(tx, { from, to }, now);
  // Who must act is looked up among the units as they are from now on.
  const after = await deps.directory.get(tx);
  const source = {
    tx,
    now,
    directory: after,
    newId: deps.newId,
    actorId: actor.person.id,
    messageId: context.messageId,
    inBulk: true,
  };
  let moved = 0;
  for (const issueId of touched) {
    const issue = await loadIssueForUpdate(tx, issueId);
    const decision = issue && decideReform(issue, reform, { now, actor, directory: after });
    if (!decision) continue;
    await applyChange(source, issue, decision);
    moved++;
  }
  const text = reformedText(from.name, to?.name, moved);
  const card = textCard(text, { tone: 'success', demo: deps.demo });
  return { toast: toast('success', text), card: { type: 'raw', data: card } };
}

export const REFORM_DRAFT = defineDraft(
  storedKind('unit-reform', record({ unitId: id, successorId: id.nullable() })),
  {
    preview: async (tx, draftId, { unitId, successorId }, { directory, demo }) => {
      const name = directory.unit(unitId)?.name ?? '';
      const successor = successorId === null ? undefined : directory.unit(successorId)?.name;
      const counted = {
        issues: (await openIssuesOf(tx, unitId)).length,
        people: await countPeople(tx, unitId),
      };
      const text = consequencesText(counted, successor);
      return confirmCard({ draftId, title: reformTitle(name, successor), text }, demo);
    },
    confirm: confirmReform,
    cancel: leaveUnchanged,
  },
);
