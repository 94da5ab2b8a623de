/** Every feature of the bot, one line each; handed over by boot.ts. */
import type { Feature } from '../feature.ts';
import { DAILY_SUMMARY_FEATURE } from './daily-summary/feature.ts';
import { DEAD_LETTERS_FEATURE } from './dead-letters/feature.ts';

export const FEATURES: readonly Feature[] = [DAILY_SUMMARY_FEATURE, DEAD_LETTERS_FEATURE];
