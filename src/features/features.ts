/** Every feature of the bot, one line each; handed over by boot.ts. */
import type { Feature } from '../feature.ts';

export const FEATURES: readonly Feature[] = [];
