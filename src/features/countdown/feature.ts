/** 倒计时: how many days and working days a project has until 开工 and 投产. */
import type { Feature } from '../../feature.ts';
import { COUNTDOWN_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';

export const COUNTDOWN_FEATURE: Feature = {
  name: 'countdown',
  commands: COMMANDS,
  answers: [COUNTDOWN_ANSWER],
};
