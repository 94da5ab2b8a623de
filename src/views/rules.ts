/** The rules as they are, and what a draft of new ones would change among the running problems. */
import { type ChangedLight, rulesCard, rulesPreviewCard } from '../cards/rules.ts';
import { TOASTS } from '../cards/toast.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { readDraft } from '../db/draft.ts';
import { listOpenIssues } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { compareLights } from '../domain/rules-draft.ts';
import { RULES_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { DrawnAnswer } from './context.ts';
import { type Viewer, viewContext } from './context.ts';

const PAGE = 500;

export async function drawRules(
  tx: Tx,
  answer: Answer & { kind: 'rules' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { actor, directory } = viewer;
  const { projectId } = answer;
  const may = allows(actor, projectId === null ? 'admin' : 'settings', null, directory, { projectId });
  if (may !== true) return { kind: 'text', text: refusalText(may.refusal) };
  const found = projectId === null ? undefined : directory.project(projectId);
  const project = found ? { id: found.id, name: found.name, own: Boolean(found.rules) } : null;
  const view = { project, rules: directory.rulesFor(projectId) };
  return { kind: 'card', card: rulesCard(view, await viewContext(tx, viewer, {})) };
}

export async function drawRulesPreview(
  tx: Tx,
  answer: Answer & { kind: 'rules-preview' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { directory, now } = viewer;
  const draft = await readDraft(tx, answer.draftId);
  if (!draft || draft.consumedAt !== null || draft.personId !== viewer.actor.person.id) {
    return { kind: 'text', text: TOASTS.oldCard };
  }
  const read = readPayload(RULES_DRAFT, draft.payload);
  if (!read.ok) return { kind: 'text', text: TOASTS.oldCard };
  const wanted = read.payload;
  const changed: ChangedLight[] = [];
  let open = 0;
  const projectIds = wanted.projectId === null ? {} : { projectIds: [wanted.projectId] };
  for (let after = 0; ; ) {
    const page = await listOpenIssues(tx, { after, limit: PAGE, ...projectIds });
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
    for (const issue of page) {
      const lights = compareLights(issue, wanted, { directory, now });
      if (lights) open++;
      if (lights && lights.now !== lights.under) changed.push({ issueId: issue.id, ...lights });
    }
  }
  const project = wanted.projectId === null ? undefined : directory.project(wanted.projectId);
  const view = {
    draftId: draft.id,
    project: project ?? null,
    from: directory.rulesFor(wanted.projectId),
    to: wanted.rules,
    running: wanted.running,
    open,
    changed,
  };
  return { kind: 'card', card: rulesPreviewCard(view, await viewContext(tx, viewer, {})) };
}
