/**
 * THE table of commands: help, docs/guide/commands.md and the reader of messages are driven by it. A row cannot be written
 * without help and reader, and a call without a row does not compile. Features put their rows between.
 */
import type { CommandGroup, CommandRow } from '../language/definition.ts';
import { VERBS, type VerbCall } from '../verbs/verbs.ts';
import type { Call, CommandDefinition, SpineCall } from './call.ts';
import type { FeatureCommand } from './feature-command.ts';
import { indexWords } from './prefix.ts';
import { ADMINISTRATION } from './table/administration.ts';
import { DEADLINES } from './table/deadlines.ts';
import { HANDLING } from './table/handling.ts';
import { LOGGING } from './table/logging.ts';
import { PERSONAL } from './table/personal.ts';
import { PROJECTS } from './table/projects.ts';
import { QUERIES } from './table/queries.ts';

const rows = [...LOGGING, ...HANDLING, ...DEADLINES, ...QUERIES, ...PERSONAL, ...PROJECTS, ...ADMINISTRATION];

/** What a row of a verb reads is a call: VerbCall is made of these very rows. */
const VERB_ROWS = VERBS.flatMap((verb) => verb.says) as readonly CommandDefinition[];

/** Fails to compile, naming the call, when one has no row. */
type Uncovered = Exclude<SpineCall['name'], VerbCall['name'] | (typeof rows)[number]['name']>;
const uncovered: [Uncovered] extends [never] ? true : Uncovered = true;
void uncovered;

/** The table, and what reading needs of it. */
export interface CommandTable {
  /** In the order of help. Rows that share a word are tried in this order. */
  rows: readonly CommandDefinition[];
  words: ReturnType<typeof indexWords>;
}

const GROUPS: readonly (readonly [CommandGroup, readonly CommandRow<Call>[]])[] = [
  ['登记', LOGGING],
  ['办理', HANDLING],
  ['时限', DEADLINES],
  ['查询', QUERIES],
  ['报表', []],
  ['个人', PERSONAL],
  ['项目与群', PROJECTS],
  ['管理', ADMINISTRATION],
];

/** The spine's rows with those of features in their places. Throws when a row is to follow one that is not there. */
export function buildTable(own: readonly FeatureCommand[]): CommandTable {
  const rows = GROUPS.flatMap(([group, specs]) => {
    // Verbs first: they are what is said most.
    const verbs = VERB_ROWS.filter((row) => row.group === group);
    const placed: CommandDefinition[] = [...verbs, ...specs.map((spec) => ({ ...spec, group }))];
    for (const row of own.filter((one) => one.group === group)) {
      const last = row.first === true ? -1 : placed.length - 1;
      const before = row.after === undefined ? last : lastOf(placed, row.after);
      if (row.after !== undefined && before < 0) throw new Error(`no row ${row.after} before ${row.name}`);
      placed.splice(before + 1, 0, row);
    }
    return placed;
  });
  return { rows, words: indexWords(rows) };
}

function lastOf(rows: readonly CommandDefinition[], name: string): number {
  return rows.findLastIndex((row) => row.name === name);
}
