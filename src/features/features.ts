/** Every feature of the bot, one line each; handed over by boot.ts. */
import type { Feature } from '../feature.ts';
import { BATCH_FEATURE } from './batch/feature.ts';
import { BOARD_FEATURE } from './board/feature.ts';
import { BULLETIN_FEATURE } from './bulletin/feature.ts';
import { BURDEN_FEATURE } from './burden/feature.ts';
import { COUNTDOWN_FEATURE } from './countdown/feature.ts';
import { DAILY_SUMMARY_FEATURE } from './daily-summary/feature.ts';
import { DEAD_LETTERS_FEATURE } from './dead-letters/feature.ts';
import { HOLIDAY_IMPORT_FEATURE } from './holiday-import/feature.ts';
import { LEDGER_EXPORT_FEATURE } from './ledger-export/feature.ts';
import { LEDGER_IMPORT_FEATURE } from './ledger-import/feature.ts';
import { LINK_TEMPLATE_FEATURE } from './link-template/feature.ts';
import { LINKS_FEATURE } from './links/feature.ts';
import { MEETING_PACK_FEATURE } from './meeting-pack/feature.ts';
import { PLAN_FEATURE } from './plan/feature.ts';
import { PROJECT_FACTS_FEATURE } from './project-facts/feature.ts';
import { QUESTION_MODEL_FEATURE } from './question-model/feature.ts';
import { REPORTS_FEATURE } from './reports/feature.ts';
import { STATISTICS_FEATURE } from './statistics/feature.ts';
import { TOP_NOTICE_FEATURE } from './top-notice/feature.ts';
import { UNIT_REFORM_FEATURE } from './unit-reform/feature.ts';

/** What falls due at one time comes in this order, and so do rows of one place in the table of commands. */
export const FEATURES: readonly Feature[] = [
  // One line each, so that two pieces of work meet in none.
  BOARD_FEATURE,
  BATCH_FEATURE,
  COUNTDOWN_FEATURE,
  DAILY_SUMMARY_FEATURE,
  DEAD_LETTERS_FEATURE,
  HOLIDAY_IMPORT_FEATURE,
  LEDGER_IMPORT_FEATURE,
  LEDGER_EXPORT_FEATURE,
  LINKS_FEATURE,
  LINK_TEMPLATE_FEATURE,
  MEETING_PACK_FEATURE,
  PROJECT_FACTS_FEATURE,
  STATISTICS_FEATURE,
  REPORTS_FEATURE,
  QUESTION_MODEL_FEATURE,
  TOP_NOTICE_FEATURE,
  PLAN_FEATURE,
  UNIT_REFORM_FEATURE,
  // After 调度包, which may fall due at the same time.
  BULLETIN_FEATURE,
  BURDEN_FEATURE,
];
