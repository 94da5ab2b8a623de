/** 节假日 导入: a year's notice of days off pasted in, looked at, saved, taken back. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { NOTICE_DRAFT } from './draft.ts';

export const HOLIDAY_IMPORT_FEATURE: Feature = {
  name: 'holiday-import',
  commands: COMMANDS,
  drafts: [NOTICE_DRAFT],
};
