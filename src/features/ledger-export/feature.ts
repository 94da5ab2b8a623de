/** 导出: a ledger as an Excel file, in the standard layout or as one that was imported. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { LEDGER_FILE_MESSAGE } from './message.ts';

export const LEDGER_EXPORT_FEATURE: Feature = {
  name: 'ledger-export',
  commands: COMMANDS,
  messages: [LEDGER_FILE_MESSAGE],
};
