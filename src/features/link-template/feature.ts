/** 环节模板: the links projects take, changed by words or by Excel. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { LINK_CHANGE_DRAFT, TEMPLATE_ACT_DRAFT, TEMPLATE_IMPORT_DRAFT } from './draft.ts';
import { READ_FILE_JOB } from './job.ts';
import { TEMPLATE_FILE_MESSAGE } from './message.ts';
import { TEMPLATES_ANSWER } from './view.ts';

/** What is said of a link is a change of the template; the rows of links leave it to this feature. */
export { readLinkSetting } from './read.ts';

export const LINK_TEMPLATE_FEATURE: Feature = {
  name: 'link-template',
  commands: COMMANDS,
  answers: [TEMPLATES_ANSWER],
  messages: [TEMPLATE_FILE_MESSAGE],
  jobs: [READ_FILE_JOB],
  drafts: [LINK_CHANGE_DRAFT, TEMPLATE_ACT_DRAFT, TEMPLATE_IMPORT_DRAFT],
};
