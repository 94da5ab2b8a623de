/** Cards of a plan that stand in chats follow what becomes of it, each changed in place. */
import { z } from 'zod';
import type { CommandContext } from '../../commands/context.ts';
import { enqueue } from '../../db/outbox.ts';
import { loadPlan } from '../../db/plan.ts';
import { cardsOfPlan, forgetPlanCard } from '../../db/plan-card.ts';
import type { Plan } from '../../domain/plan/model.ts';
import { defineJob } from '../../engine/job.ts';
import { tryUpdateSent } from '../../engine/update-sent.ts';
import { rowKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { drawPlan } from './view.ts';
import { PLAN } from './words.ts';

export const REDRAW_PLAN = rowKind('redraw-plan', record({ messageId: z.string(), planId: id }));

/** Every card of these versions but the one that was clicked, which the click itself redraws. */
export async function redrawPlans(context: CommandContext, plans: readonly Plan[]): Promise<void> {
  const { tx, now, deps, messageId: clicked } = context;
  for (const plan of plans) {
    const stage = `${plan.state}:${plan.agreedBy ?? ''}:${plan.contactBy ?? ''}`;
    const rows = (await cardsOfPlan(tx, plan.id))
      .filter((messageId) => messageId !== clicked)
      .map((messageId) =>
        REDRAW_PLAN.row({
          id: deps.newId(),
          target: `message:${messageId}`,
          payload: { messageId, planId: plan.id },
          dedupeKey: `plan-card:${messageId}:${plan.id}:${stage}`,
          dueAt: now,
        }),
      );
    await enqueue(tx, rows, now);
  }
}

export const REDRAW_PLAN_JOB = defineJob(REDRAW_PLAN, {
  name: PLAN.redraw,
  optional: true,
  run: async (deps, { payload: { messageId, planId } }) => {
    const card = await deps.db.read(async (tx) => {
      const plan = await loadPlan(tx, planId);
      const directory = await deps.directory.get(tx);
      return plan && drawPlan(tx, plan, { now: deps.clock(), directory, demo: deps.demo });
    });
    if (card && (await tryUpdateSent(deps, messageId, card))) return;
    await deps.db.transaction((tx) => forgetPlanCard(tx, messageId));
  },
});
