/** 倒排工期: a dated plan from the nodes, agreed to by both sides, watched each morning. */
import type { Feature } from '../../feature.ts';
import { AGREE_ACTION } from './agree.ts';
import { COMPARE_ANSWER, PLAN_ANSWER, VERSIONS_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';
import { CHOOSE_ACTION, PLAN_DRAFT, SITE_FORM } from './draft.ts';
import { PLAN_MORNING } from './morning.ts';
import { REDRAW_PLAN_JOB } from './redraw.ts';

export const PLAN_FEATURE: Feature = {
  name: 'plan',
  commands: COMMANDS,
  actions: [CHOOSE_ACTION, AGREE_ACTION],
  forms: [SITE_FORM],
  answers: [PLAN_ANSWER, VERSIONS_ANSWER, COMPARE_ANSWER],
  drafts: [PLAN_DRAFT],
  jobs: [REDRAW_PLAN_JOB],
  periodics: [PLAN_MORNING],
};
