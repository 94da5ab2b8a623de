/** 办结 on the item of a link is its 完成: held back by the same things, whatever it is said with. */
import { findIssueLink, updateLink } from '../db/link.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue, IssueCommand } from '../domain/issue.ts';
import { missingFor } from '../domain/plan/link-rules.ts';
import { heldHint, heldText } from '../text/link.ts';
import type { CommandContext } from './context.ts';

/** Why 办结 waits; undefined when it may go on. The finish counts as of today then. */
export async function holdLinkBack(
  { tx, directory }: CommandContext,
  issue: Issue,
  command: IssueCommand,
): Promise<Answer | undefined> {
  if (issue.kind !== 'link' || command.verb !== 'report-done' || issue.linkId === null) return undefined;
  const found = await findIssueLink(tx, issue, directory.settings.timeZone);
  if (!found) return undefined;
  const { link, byCode } = found;
  const missing = missingFor(link, byCode);
  if (missing.before.length + missing.materials.length > 0)
    return { kind: 'text', tone: 'warning', text: `${heldText(link, missing)}\n${heldHint(link, missing)}` };
  await updateLink(tx, link.id, { claimedOn: null });
  return undefined;
}
