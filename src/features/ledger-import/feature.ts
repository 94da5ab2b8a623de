/** 导入: a ledger sent as a file becomes problems, projects, links, units; looked at first, written in pages, taken back whole. */
import type { Feature } from '../../feature.ts';
import { ACTIONS, IMPORT_FORMS } from './actions.ts';
import { COMMANDS } from './commands.ts';
import { READ_JOB } from './job-read.ts';
import { SHOW_JOB } from './job-show.ts';
import { WRITE_JOB } from './job-write.ts';
import { SAMPLE_MESSAGE } from './message.ts';
import { FILE_DRAFT, LEDGER_FILE } from './offer.ts';
import { ANSWERS } from './view.ts';

export const LEDGER_IMPORT_FEATURE: Feature = {
  name: 'ledger-import',
  commands: COMMANDS,
  actions: ACTIONS,
  forms: IMPORT_FORMS,
  files: [LEDGER_FILE],
  answers: ANSWERS,
  messages: [SAMPLE_MESSAGE],
  jobs: [READ_JOB, WRITE_JOB, SHOW_JOB],
  drafts: [FILE_DRAFT],
};
