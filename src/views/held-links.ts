/** Which links a problem holds up, and what a day more of it costs. */
import type { HeldLink } from '../cards/held-link.ts';
import { loadLinksById } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { listBlocks } from '../db/plan.ts';
import type { Directory } from '../domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import type { Outlook } from '../domain/plan/forecast.ts';
import { isDone } from '../domain/plan/link-state.ts';
import type { ProjectLink } from '../domain/plan/model.ts';
import type { Instant } from '../domain/time.ts';
import { loadOutlooks } from './outlook.ts';

/** The links this open problem holds up, or the link this item is the clock of, by number; links that are done are left out. */
export async function heldLinks(
  tx: Tx,
  issue: Issue,
  { directory, now }: { directory: Directory; now: Instant },
): Promise<HeldLink[]> {
  if (!OPEN_STATUSES.includes(issue.status)) return [];
  const ids =
    issue.kind === 'link'
      ? issue.linkId === null
        ? []
        : [issue.linkId]
      : (await listBlocks(tx, { issueIds: [issue.id] })).map((block) => block.linkId);
  const held = (await loadLinksById(tx, ids, directory.settings.timeZone)).filter((link) => !isDone(link));
  const projectIds = [...new Set(held.map((link) => link.projectId))];
  const outlooks = await loadOutlooks(tx, projectIds, { directory, now });
  return held
    .toSorted((a, b) => a.definition.no - b.definition.no)
    .map((link) => heldLink(link, outlooks.get(link.projectId)?.outlook));
}

function heldLink({ definition }: ProjectLink, outlook: Outlook | undefined): HeldLink {
  const expected = outlook?.steps.find((one) => one.step.code === definition.code);
  const { no, name } = definition;
  const cost = expected?.moves ? { float: expected.float, moves: expected.moves } : null;
  return { no, name, cost };
}
