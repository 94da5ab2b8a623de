/** 调度包: the material of the weekly meeting, as a card and as a Word file. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { PACK_MESSAGES } from './message.ts';
import { MEETING_PACK } from './periodic.ts';

export const MEETING_PACK_FEATURE: Feature = {
  name: 'meeting-pack',
  commands: COMMANDS,
  messages: PACK_MESSAGES,
  periodics: [MEETING_PACK],
};
