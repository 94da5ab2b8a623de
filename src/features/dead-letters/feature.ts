/** 失败消息: what was given up, listed for the administrator, sent again or let go. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { LETTERS_DOUBT, LETTERS_DRAFT } from './draft.ts';
import { DEAD_LETTERS } from './view.ts';

export const DEAD_LETTERS_FEATURE: Feature = {
  name: 'dead-letters',
  commands: COMMANDS,
  answers: [DEAD_LETTERS],
  drafts: [LETTERS_DRAFT, LETTERS_DOUBT],
};
