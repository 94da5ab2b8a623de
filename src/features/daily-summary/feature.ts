/** 日小结 (每日跟进): at 17:00 what the day brought, for the groups that switched it on. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { DAILY_SUMMARY } from './message.ts';
import { SUMMARY_RUN } from './periodic.ts';

export const DAILY_SUMMARY_FEATURE: Feature = {
  name: 'daily-summary',
  commands: COMMANDS,
  messages: [DAILY_SUMMARY],
  periodics: [SUMMARY_RUN],
};
