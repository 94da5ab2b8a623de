/** 减负账单: how many messages the tool itself sends, and how many of them led to anything. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { BURDEN } from './message.ts';
import { BURDEN_MONTH, BURDEN_SUMS } from './periodic.ts';

export const BURDEN_FEATURE: Feature = {
  name: 'burden',
  commands: COMMANDS,
  messages: [BURDEN],
  periodics: [BURDEN_MONTH, BURDEN_SUMS],
};
