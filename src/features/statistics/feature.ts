/** 统计: figures of projects, units and areas, each with its definition and the list of what it counts. */
import type { Feature } from '../../feature.ts';
import { DEFINITIONS_ACTION, DETAIL_ACTION, SHOW_ACTION } from './action.ts';
import { DEFINITIONS_ANSWER, DETAIL_ANSWER, STATISTICS_ANSWER, UNIT_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';

export const STATISTICS_FEATURE: Feature = {
  name: 'statistics',
  commands: COMMANDS,
  actions: [SHOW_ACTION, DETAIL_ACTION, DEFINITIONS_ACTION],
  answers: [STATISTICS_ANSWER, DETAIL_ANSWER, DEFINITIONS_ANSWER, UNIT_ANSWER],
};
