/** A column of a table while its header is read. */
import type { LedgerColumn, LedgerField } from './model.ts';

export interface TableColumn extends LedgerColumn {
  /** Index of its cells in a row. */
  index: number;
  /** Texts of the header rows, outermost first, each once. */
  parts: string[];
  /** Of a mixed table: what it speaks of; 'both' when nothing tells. */
  scope: 'item' | 'project' | 'both';
  /** 原定时限 beside 调整后时限: what counts where nothing was put off. */
  original?: true;
  /** 一级任务 above a deeper level: the matter of a row that leaves the deeper one blank. */
  level?: true;
}

/** Whether one of the columns says this. */
export const has = (columns: readonly TableColumn[], field: LedgerField) =>
  columns.some((column) => column.field === field);
