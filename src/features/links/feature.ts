/** 环节: the map of a project's links, one link on a card, and how each gets on. */
import type { Feature } from '../../feature.ts';
import { ANSWERS } from './answer.ts';
import { ACTIONS } from './buttons.ts';
import { COMMANDS } from './commands.ts';
import { FORMS } from './forms.ts';
import { LINK_HISTORY } from './history.ts';

export const LINKS_FEATURE: Feature = {
  name: 'links',
  commands: COMMANDS,
  actions: ACTIONS,
  forms: FORMS,
  answers: ANSWERS,
  drafts: [LINK_HISTORY],
};
