/** What 倒计时 shows where it was asked: in a project's group its projects, else all the asker sees as a whole. */
import { z } from 'zod';
import { loadNodesOf } from '../../db/nodes.ts';
import { dayOf } from '../../domain/time.ts';
import { storedKind } from '../../kinds/kind.ts';
import { record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { viewContext } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { countdownCard } from './card.ts';
import { nodeStates } from './rules.ts';
import { COUNTDOWN } from './words.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    countdown: object;
  }
}

export const COUNTDOWN_ANSWER = defineAnswer(
  storedKind('countdown', record({ kind: z.literal('countdown') })),
  {
    place: 'anywhere',
    async draw(tx, _answer, viewer) {
      const { directory, now } = viewer;
      const today = dayOf(now, directory.settings.timeZone);
      const seen = directory.liveProjects.filter((project) => maySeeProject(project, viewer));
      const nodes = await loadNodesOf(tx, seen);
      const rows = seen.map((project) => ({
        name: project.name,
        nodes: nodeStates(project, directory, today, nodes.get(project.id)),
      }));
      if (rows.length === 0) return { kind: 'text', text: COUNTDOWN.none };
      return { kind: 'card', card: countdownCard(rows, await viewContext(tx, viewer, {})) };
    },
  },
);
