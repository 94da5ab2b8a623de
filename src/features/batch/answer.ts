/** What 批次 and 批次 3 show, loaded when they are sent. */
import { z } from 'zod';
import { refusalText } from '../../cards/words-refusals.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { viewContext } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { batchCard, batchesCard } from './card.ts';
import { listBatches, loadBatch, tasksOf } from './store.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    batches: { projectId: number };
    batch: { batchId: number; page: number };
  }
}

const hidden = { kind: 'text' as const, text: refusalText({ code: 'not-yours-to-see' }) };

export const BATCHES_ANSWER = defineAnswer(
  storedKind('batches', record({ kind: z.literal('batches'), projectId: id })),
  {
    place: 'anywhere',
    async draw(tx, { projectId }, viewer) {
      const project = viewer.directory.project(projectId);
      if (!project || !maySeeProject(project, viewer)) return hidden;
      const batches = await listBatches(tx, projectId);
      const tasks = await tasksOf(
        tx,
        batches.map((batch) => batch.id),
      );
      return {
        kind: 'card',
        card: batchesCard({ project, batches, tasks }, await viewContext(tx, viewer, {})),
      };
    },
  },
);

export const BATCH_ANSWER = defineAnswer(
  storedKind('batch', record({ kind: z.literal('batch'), batchId: id, page: z.int().min(1) })),
  {
    place: 'anywhere',
    async draw(tx, { batchId, page }, viewer) {
      const batch = await loadBatch(tx, batchId);
      const project = batch && viewer.directory.project(batch.projectId);
      if (!project || !maySeeProject(project, viewer)) return hidden;
      const tasks = await tasksOf(tx, [batchId]);
      const context = await viewContext(tx, viewer, { issues: tasks });
      return { kind: 'card', card: batchCard({ project, batch, tasks, page }, context) };
    },
  },
);
