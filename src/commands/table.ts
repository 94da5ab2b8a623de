/**
 * THE table of commands: help, docs/guide/commands.md and the reader of messages are driven by it. A row cannot
 * be written without help and reader, and a call without a row does not compile.
 */
import type { CallName, CommandGroup, CommandRow, CommandSpec } from './spec.ts';
import { ADMINISTRATION } from './table/administration.ts';
import { DEADLINES } from './table/deadlines.ts';
import { HANDLING } from './table/handling.ts';
import { LOGGING } from './table/logging.ts';
import { PERSONAL } from './table/personal.ts';
import { PROJECTS } from './table/projects.ts';
import { QUERIES } from './table/queries.ts';
import { REPORTS } from './table/reports.ts';

export type { CommandSpec } from './spec.ts';

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

/** Fails to compile, naming the call, when one has no row. */
type Uncovered = Exclude<CallName, (typeof rows)[number]['name']>;
const uncovered: [Uncovered] extends [never] ? true : Uncovered = true;
void uncovered;

function inGroup(group: CommandGroup, specs: readonly CommandRow[]): CommandSpec[] {
  return specs.map((spec) => ({ ...spec, group }));
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
