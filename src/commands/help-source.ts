/** The command table as the views need it. */
import type { FeatureLookup } from '../deps.ts';
import { rowOfCall } from '../verbs/verbs.ts';
import type { HelpSource } from '../views/answer.ts';
import type { CallName } from './call.ts';

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

/** A verb is a leader's when a leader may say it; what is no verb is everybody's. */
function ofLeaders(name: CallName): boolean {
  return rowOfCall(name)?.verb.may.includes('leader') ?? true;
}

export function helpSource({ table, commands }: Pick<FeatureLookup, 'table' | 'commands'>): HelpSource {
  const contact = (name: CallName) => OF_CONTACTS.has(name) || commands.get(name)?.contact === true;
  return {
    rows: table.rows.map((row) => ({ ...row, contact: contact(row.name), leader: ofLeaders(row.name) })),
    // By any word of a row, or by its call's name.
    usageOf: (word) => table.rows.find((row) => row.words.includes(word) || row.name === word)?.usage,
  };
}
