/** The project's card on top of its group: one card, changed in place. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { PUT_TOP_JOB, REFRESH_TOP_JOB } from './job.ts';
import { TOP_CARD_MESSAGE } from './message.ts';
import { TOP_CARDS } from './periodic.ts';

export const TOP_NOTICE_FEATURE: Feature = {
  name: 'top-notice',
  commands: COMMANDS,
  messages: [TOP_CARD_MESSAGE],
  jobs: [PUT_TOP_JOB, REFRESH_TOP_JOB],
  periodics: [TOP_CARDS],
};
