/** A model may help to understand a question; it never decides, and nothing happens without LLM_BASE_URL. */
import type { Feature } from '../../feature.ts';
import { PROPOSAL_ANSWER } from './draw.ts';
import { ASK_MODEL_JOB } from './job.ts';

export const QUESTION_MODEL_FEATURE: Feature = {
  name: 'question-model',
  answers: [PROPOSAL_ANSWER],
  jobs: [ASK_MODEL_JOB],
};
