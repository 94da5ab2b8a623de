/** What 项目 兴发 历史 shows: every change of its facts, the newest first. */
import { z } from 'zod';
import { refusalText } from '../../cards/words-refusals.ts';
import { readProjectHistory } from '../../db/project-history.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { viewContext } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { historyCard, ROWS_PER_PAGE } from './card.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    'project-history': { projectId: number; page: number };
  }
}

export const HISTORY_ANSWER = defineAnswer(
  storedKind(
    'project-history',
    record({ kind: z.literal('project-history'), projectId: id, page: z.int().min(1) }),
  ),
  {
    place: 'anywhere',
    async draw(tx, { projectId, page }, viewer) {
      const project = viewer.directory.project(projectId);
      if (!project || !maySeeProject(project, viewer))
        return { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };
      const found = await readProjectHistory(tx, projectId, { page, pageSize: ROWS_PER_PAGE });
      const context = await viewContext(tx, viewer, { personIds: found.rows.map((row) => row.actorId) });
      return { kind: 'card', card: historyCard({ project, page, ...found }, context) };
    },
  },
);
