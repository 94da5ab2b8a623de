/** The command table as the views need it. */
import type { HelpSource } from '../views/answer.ts';
import type { CallName } from './call.ts';
import { COMMANDS } from './table.ts';

/** What an enterprise contact may do; whether it may be done to this issue is decided then (domain/access.ts). */
const OF_CONTACTS: ReadonlySet<CallName> = new Set<CallName>([
  'log',
  'log-quoted',
  'log-form',
  'verify',
  'rate',
  'reopen',
  'undo',
  'show',
  'mine',
  'list',
  'ask',
  'search',
  'history',
  'explain',
  'help',
]);

const ROWS = COMMANDS.map((row) => ({ ...row, contact: OF_CONTACTS.has(row.name) }));

export function helpSource(): HelpSource {
  return { rows: ROWS, usageOf };
}

/** Usage line by any word of a row, or by its call's name. */
function usageOf(word: string): string | undefined {
  return COMMANDS.find((row) => row.words.includes(word) || row.name === word)?.usage;
}
