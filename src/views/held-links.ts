/** Which links a problem holds up, and what a day more of it costs. */
import type { HeldLink } from '../cards/held-link.ts';
import { loadBases, loadLinks, loadLinksById } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlan, listBlocks } from '../db/plan.ts';
import type { Directory } from '../domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import { expectOutlook, type Outlook } from '../domain/plan/forecast.ts';
import { isDone } from '../domain/plan/link-state.ts';
import type { ProjectLink } from '../domain/plan/model.ts';
import { dayOf, type Instant } from '../domain/time.ts';

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
  const outlooks = new Map<number, Outlook | undefined>();
  const found: HeldLink[] = [];
  for (const link of held.toSorted((a, b) => a.definition.no - b.definition.no)) {
    const { projectId } = link;
    if (!outlooks.has(projectId)) outlooks.set(projectId, await outlookOf(tx, projectId, directory, now));
    found.push(heldLink(link, outlooks.get(projectId)));
  }
  return found;
}

async function outlookOf(
  tx: Tx,
  projectId: number,
  directory: Directory,
  now: Instant,
): Promise<Outlook | undefined> {
  const { timeZone } = directory.settings;
  const plan = await agreedPlan(tx, projectId);
  const basis = plan && (await loadBases(tx, [projectId])).get(projectId);
  if (!plan || !basis) return undefined;
  const outlook = expectOutlook(
    {
      links: await loadLinks(tx, projectId, timeZone),
      basis,
      plan: plan.payload,
      today: dayOf(now, timeZone),
    },
    directory.calendar,
  );
  return 'fault' in outlook ? undefined : outlook;
}

function heldLink({ definition }: ProjectLink, outlook: Outlook | undefined): HeldLink {
  const expected = outlook?.steps.find((one) => one.step.code === definition.code);
  const { no, name } = definition;
  const cost = expected?.moves ? { float: expected.float, moves: expected.moves } : null;
  return { no, name, cost };
}
