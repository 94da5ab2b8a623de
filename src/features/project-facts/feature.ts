/** Facts of a project beside those of its team: nodes, investment, history, and its end. */
import type { Feature } from '../../feature.ts';
import { HISTORY_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';
import { ARCHIVE_DRAFT } from './end.ts';

export const PROJECT_FACTS_FEATURE: Feature = {
  name: 'project-facts',
  commands: COMMANDS,
  answers: [HISTORY_ANSWER],
  drafts: [ARCHIVE_DRAFT],
};
