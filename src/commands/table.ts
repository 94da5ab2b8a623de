/**
 * THE table of commands: help, docs/guide/commands.md and the reader of messages are driven by it. A row cannot
 * be written without help and reader, and a call without a row does not compile.
 */
import type { CommandGroup, CommandRow } from '../language/definition.ts';
import { VERBS, type VerbCall } from '../verbs/verbs.ts';
import type { Call, CallName, CommandSpec } from './call.ts';
import { ADMINISTRATION } from './table/administration.ts';
import { DEADLINES } from './table/deadlines.ts';
import { HANDLING } from './table/handling.ts';
import { LOGGING } from './table/logging.ts';
import { PERSONAL } from './table/personal.ts';
import { PROJECTS } from './table/projects.ts';
import { QUERIES } from './table/queries.ts';
import { REPORTS } from './table/reports.ts';

const rows = [
  ...LOGGING,
  ...HANDLING,
  ...DEADLINES,
  ...QUERIES,
  ...REPORTS,
  ...PERSONAL,
  ...PROJECTS,
  ...ADMINISTRATION,
];

/** What a row of a verb reads is a call: VerbCall is made of these very rows. */
const VERB_ROWS = VERBS.flatMap((verb) => verb.says) as readonly CommandSpec[];

/** Fails to compile, naming the call, when one has no row. */
type Uncovered = Exclude<CallName, VerbCall['name'] | (typeof rows)[number]['name']>;
const uncovered: [Uncovered] extends [never] ? true : Uncovered = true;
void uncovered;

/** Verbs first: they are what is said most. */
function inGroup(group: CommandGroup, specs: readonly CommandRow<Call>[]): CommandSpec[] {
  const verbs = VERB_ROWS.filter((row) => row.group === group);
  return [...verbs, ...specs.map((spec) => ({ ...spec, group }))];
}

/** In the order of help. Rows that share a word are tried in this order. */
export const COMMANDS: readonly CommandSpec[] = [
  ...inGroup('登记', LOGGING),
  ...inGroup('办理', HANDLING),
  ...inGroup('时限', DEADLINES),
  ...inGroup('查询', QUERIES),
  ...inGroup('报表', REPORTS),
  ...inGroup('个人', PERSONAL),
  ...inGroup('项目与群', PROJECTS),
  ...inGroup('管理', ADMINISTRATION),
];
