/** Help, made from the table: rows for the help card and for docs/guide/commands.md. */

import type { CommandGroup } from '../language/definition.ts';
import { fold } from '../language/phrase.ts';
import type { CommandDefinition } from './call.ts';
import type { CommandTable } from './table.ts';

/** A row of help; the card needs less, the document all of it. */
export interface CommandHelp {
  /** Canonical word first, synonyms after. */
  words: readonly string[];
  word: string;
  synonyms: readonly string[];
  usage: string;
  summary: string;
  group: CommandGroup;
  example: readonly string[];
  where: CommandDefinition['where'];
  admin: boolean;
}

/** Every row of the table, or those of one word (canonical or synonym); [] when nothing bears it. */
export function helpRows(table: CommandTable, topic = ''): CommandHelp[] {
  const wanted = fold(topic.trim()).replace(/^#\d*$/, '查');
  return table.rows
    .filter((spec) => wanted === '' || spec.words.some((word) => fold(word) === wanted))
    .map(rowOf);
}

function rowOf(spec: CommandDefinition): CommandHelp {
  const [word, ...synonyms] = spec.words;
  return {
    group: spec.group,
    words: spec.words,
    word,
    synonyms,
    usage: spec.usage,
    summary: spec.summary,
    example: spec.example,
    where: spec.where,
    admin: spec.admin === true,
  };
}

const WHERE: Record<CommandDefinition['where'], string> = { anywhere: '', group: '群', private: '私聊' };

/** Markdown tables, one per group, for docs/guide/commands.md. Ends with a newline. */
export function commandsMarkdown(table: CommandTable): string {
  const groups = [...new Set(table.rows.map((spec) => spec.group))];
  return groups.map((group) => groupMarkdown(table, group)).join('\n');
}

function groupMarkdown(table: CommandTable, group: CommandGroup): string {
  const lines = helpRows(table)
    .filter((row) => row.group === group)
    .map((row) => {
      const limits = [WHERE[row.where], row.admin ? '管理员' : ''].filter(Boolean).join('、');
      return `| ${code(row.usage)} | ${row.summary}${limits ? `（${limits}）` : ''} | ${row.synonyms.join('、')} | ${row.example.map(code).join('<br>')} |`;
    });
  return `### ${group}\n\n| 用法 | 作用 | 也可以说 | 例 |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

/** A pipe would end the cell, in code as well. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
