/** 批次 and 任务: tasks of a project in batches, and what is counted each day where a project switched that on. */
import type { Feature } from '../../feature.ts';
import { BATCH_ANSWER, BATCHES_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';
import { TASKS_DRAFT } from './draft.ts';

/** Tasks also come from ledgers. */
export { takeBatch } from './store.ts';

export const BATCH_FEATURE: Feature = {
  name: 'batch',
  commands: COMMANDS,
  answers: [BATCHES_ANSWER, BATCH_ANSWER],
  drafts: [TASKS_DRAFT],
};
