/** A version of a plan, the list of them, and two beside each other. */
import { z } from 'zod';
import { refusalText } from '../../cards/words-refusals.ts';
import type { Tx } from '../../db/open.ts';
import { listPlans, loadPlan } from '../../db/plan.ts';
import { savePlanCard } from '../../db/plan-card.ts';
import { comparePlans } from '../../domain/plan/compare.ts';
import type { Plan } from '../../domain/plan/model.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { type DrawnAnswer, type Viewer, viewContext } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { loadGround } from './load.ts';
import { comparisonCard, versionsCard } from './versions-card.ts';
import { drawPlan } from './view.ts';
import { nameByCode } from './words.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    plan: { planId: number };
    'plan-versions': { projectId: number };
    'plan-compare': { beforeId: number; afterId: number };
  }
}

const REFUSED: DrawnAnswer = { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };

function sees(projectId: number, viewer: Viewer): boolean {
  const project = viewer.directory.project(projectId);
  return project !== undefined && maySeeProject(project, viewer);
}

async function loadSeen(tx: Tx, planId: number, viewer: Viewer): Promise<Plan | undefined> {
  const plan = await loadPlan(tx, planId);
  return plan && sees(plan.projectId, viewer) ? plan : undefined;
}

export const PLAN_ANSWER = defineAnswer(storedKind('plan', record({ kind: z.literal('plan'), planId: id })), {
  place: 'anywhere',
  async draw(tx, { planId }, viewer) {
    const plan = await loadSeen(tx, planId, viewer);
    return plan ? { kind: 'card', card: await drawPlan(tx, plan, viewer) } : REFUSED;
  },
  onSent: (tx, { planId }, messageId) => savePlanCard(tx, messageId, planId),
});

export const VERSIONS_ANSWER = defineAnswer(
  storedKind('plan-versions', record({ kind: z.literal('plan-versions'), projectId: id })),
  {
    place: 'anywhere',
    async draw(tx, { projectId }, viewer) {
      if (!sees(projectId, viewer)) return REFUSED;
      const plans = await listPlans(tx, projectId);
      const personIds = plans.flatMap((plan) => [plan.madeBy, plan.agreedBy, plan.contactBy]);
      const name = viewer.directory.project(projectId)?.name ?? '';
      return { kind: 'card', card: versionsCard(name, plans, await viewContext(tx, viewer, { personIds })) };
    },
  },
);

export const COMPARE_ANSWER = defineAnswer(
  storedKind('plan-compare', record({ kind: z.literal('plan-compare'), beforeId: id, afterId: id })),
  {
    place: 'anywhere',
    async draw(tx, { beforeId, afterId }, viewer) {
      const [before, after] = [await loadSeen(tx, beforeId, viewer), await loadSeen(tx, afterId, viewer)];
      if (!before || !after || before.projectId !== after.projectId) return REFUSED;
      const { directory } = viewer;
      const { links } = await loadGround(tx, after.projectId, directory);
      const view = {
        name: directory.project(after.projectId)?.name ?? '',
        before,
        after,
        moved: comparePlans(before.payload, after.payload, directory.calendar),
        nameOf: nameByCode(links),
      };
      return { kind: 'card', card: comparisonCard(view, await viewContext(tx, viewer, {})) };
    },
  },
);
