/** 日报, 周报, 月报 and 专报: what a day, a week, a month brought, as a card and as a Word file. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { REPORT_MESSAGES } from './message.ts';

export const REPORTS_FEATURE: Feature = {
  name: 'reports',
  commands: COMMANDS,
  messages: REPORT_MESSAGES,
};
