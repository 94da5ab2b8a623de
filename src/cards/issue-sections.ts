/** Several short lists under each other on one card, for 我的 and the digests. */
import type { Issue } from '../domain/issue.ts';
import type { ViewContext } from '../text/view.ts';
import type { CardElement } from './element.ts';
import { issueRow, type RowStyle } from './issue-row.ts';
import { footnote, markdown } from './kit.ts';

export interface Section extends RowStyle {
  /** Fixed words of ours. */
  title: string;
  issues: Issue[];
  /** When more exist than were loaded. */
  total?: number;
  /** Under the head, before the rows: who is asked. Markdown. */
  lead?: string;
  /** Under each row. */
  under?: (issue: Issue) => CardElement[];
}

/** 24 rows of six elements leave room for heads and buttons below 200. */
const ROWS_PER_CARD = 24;
const ROWS_PER_SECTION = 8;

/** Sections in the order given, empty ones left out; every section that has something shows at least one row. */
export function issueSections(sections: readonly Section[], ctx: ViewContext): CardElement[] {
  const shown = sections.filter((section) => section.issues.length > 0);
  let room = ROWS_PER_CARD;
  return shown.flatMap((section, i) => {
    const keptForRest = shown.length - i - 1;
    const rows = section.issues.slice(0, Math.max(1, Math.min(ROWS_PER_SECTION, room - keptForRest)));
    room -= rows.length;
    const total = section.total ?? section.issues.length;
    const left = total - rows.length;
    return [
      markdown(`**${section.title} ${total} 件**`, 'heading'),
      ...(section.lead ? [markdown(section.lead)] : []),
      ...rows.flatMap((issue) => [issueRow(issue, ctx, section), ...(section.under?.(issue) ?? [])]),
      ...(left > 0 ? [footnote(`另有 ${left} 件，发“清单”可看全部`)] : []),
    ];
  });
}
