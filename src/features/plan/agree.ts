/** 同意 on a version: both sides tap, and it takes the place of the one before. */
import { toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { type ClickReply, viewerOf } from '../../commands/reply.ts';
import { agreedPlan, listPlans, loadPlanForUpdate, updatePlan } from '../../db/plan.ts';
import { updateProject } from '../../db/project.ts';
import { recordProject } from '../../db/project-history.ts';
import type { Plan } from '../../domain/plan/model.ts';
import { AGREE } from './buttons.ts';
import { forecastProjects, forgetForecast } from './forecast.ts';
import { moveLinkItems } from './items.ts';
import { redrawPlans } from './redraw.ts';
import { consentOf, nodesOf, sidesOf } from './rules.ts';
import { drawPlan } from './view.ts';
import { PLAN, versionText } from './words.ts';

async function agree(context: CommandContext, { planId }: { planId: number }): Promise<ClickReply> {
  const { tx, now, actor, directory } = context;
  const plan = await loadPlanForUpdate(tx, planId);
  const project = plan && directory.project(plan.projectId);
  if (!plan || !project) return { toast: toast('warning', PLAN.alreadyGone) };
  const sides = sidesOf(actor, project, directory);
  const consent = consentOf(plan, actor.person.id, sides);
  if ('none' in consent) {
    const text = NONE[consent.none];
    const known = consent.none !== 'may-not';
    return { toast: toast('warning', text), ...(known && (await redraw(context, plan))) };
  }
  const id = actor.person.id;
  const signed: Plan =
    consent.side === 'task-force'
      ? { ...plan, agreedBy: id, agreedAt: now }
      : { ...plan, contactBy: id, contactAt: now };
  const both = signed.agreedBy !== null && signed.contactBy !== null;
  const { agreedBy, agreedAt, contactBy, contactAt } = signed;
  // The one before goes first: two agreed ones at a time cannot be stored.
  const before = both ? await agreedPlan(tx, plan.projectId) : undefined;
  // Older drafts are over, too: agreed to later they would undo this one.
  const over = both
    ? (await listPlans(tx, plan.projectId)).filter(
        (one) => one.id === before?.id || (one.state === 'draft' && one.version < plan.version),
      )
    : [];
  for (const one of over) await updatePlan(tx, one.id, { state: 'superseded' });
  const state = both ? 'agreed' : plan.state;
  await updatePlan(tx, plan.id, { state, agreedBy, agreedAt, contactBy, contactAt });
  const next: Plan = { ...signed, state };
  if (both) await takeEffect(context, next, before);
  await redrawPlans(context, [next, ...over.map((one) => ({ ...one, state: 'superseded' as const }))]);
  const text = both ? PLAN.agreedBoth(plan.version) : PLAN.agreedOne(consent.side);
  return { toast: toast('success', text), ...(await redraw(context, next)) };
}

const NONE = {
  'may-not': PLAN.mayNot,
  already: PLAN.already,
  'one-person': PLAN.mayNot,
  superseded: PLAN.alreadyGone,
  agreed: PLAN.alreadyAgreed,
} as const;

async function redraw(context: CommandContext, plan: Plan): Promise<ClickReply> {
  return { card: { type: 'raw', data: await drawPlan(context.tx, plan, viewerOf(context)) } };
}

/** The project's nodes follow, and links under way get their new days. */
async function takeEffect(context: CommandContext, plan: Plan, before: Plan | undefined): Promise<void> {
  const { tx, now, actor, deps, messageId } = context;
  const { start, production } = nodesOf(plan.payload);
  const nodes = { ...(start && { startOn: start }), ...(production && { productionOn: production }) };
  await updateProject(tx, plan.projectId, nodes);
  await recordProject(tx, {
    projectId: plan.projectId,
    at: now,
    actorId: actor.person.id,
    what: PLAN.historyName,
    from: before ? versionText(before) : null,
    to: versionText(plan),
    reason: plan.reason ?? undefined,
    messageId,
  });
  await moveLinkItems(context, plan);
  // What was told was said of the plan before.
  await forgetForecast(tx, plan.projectId);
  await forecastProjects(tx, [plan.projectId], { directory: await deps.directory.get(tx), now });
}

export const AGREE_ACTION = featureAction(AGREE, { run: agree });
