/** The command table as the views need it. */
import type { HelpSource } from '../views/answer.ts';
import { COMMANDS } from './table.ts';

export function helpSource(): HelpSource {
  return { rows: COMMANDS, usageOf };
}

/** Usage line by any word of a row, or by its call's name. */
function usageOf(word: string): string | undefined {
  return COMMANDS.find((row) => row.words.includes(word) || row.name === word)?.usage;
}
