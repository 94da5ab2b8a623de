/** The card of an import that is being written, was written, or was taken back. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement } from '../../cards/element.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  markdown,
  panel,
  smallButtons,
  textBlock,
} from '../../cards/kit.ts';
import type { ImportState, PlannedRow, RowOutcome, RowState } from '../../domain/ledger/import.ts';
import { BUTTONS } from '../../text/words.ts';
import { REVOKE, WAKE } from './kinds.ts';
import { PREVIEW, PROGRESS, REPORT, short } from './words-preview.ts';
import { REVOKE_WORDS, WAKE_WORDS } from './words-report.ts';

interface ToldRow {
  payload: Pick<PlannedRow, 'at' | 'title'>;
  outcome: RowOutcome | null;
}

export interface ReportView {
  stored: { id: string; fileName: string; state: ImportState };
  counts: Readonly<Partial<Record<RowState, number>>>;
  /** Not written, as far as they are listed. */
  failed: readonly ToldRow[];
  conflicts: readonly ToldRow[];
  /** Written but for something that is told. */
  partly: { rows: readonly ToldRow[]; total: number };
  kept: readonly ToldRow[];
  numbers: { from: number; to: number; n: number } | undefined;
  /** Imported overdue, and still asleep. */
  asleep: number;
  /** Imported as struck off on no known day. */
  undated: number;
  demo: boolean;
}

const LISTED = 30;
const BAR = 12;

const sum = (counts: ReportView['counts'], states: readonly RowState[]) =>
  states.reduce((total, state) => total + (counts[state] ?? 0), 0);

export function progressCard({ stored, counts, demo }: ReportView): Card {
  const total = Object.values(counts).reduce((all, n) => all + n, 0);
  const revoking = stored.state === 'revoking';
  const left = revoking ? sum(counts, ['new', 'changed']) : (counts.waiting ?? 0);
  const share = total === 0 ? 0 : Math.floor(((total - left) / total) * BAR);
  const said = revoking
    ? PROGRESS.undone(left)
    : total === 0
      ? PROGRESS.checking
      : PROGRESS.done(total - left, total);
  const title = (revoking ? PROGRESS.revoking : PROGRESS.title)(short(stored.fileName, 50));
  return card({
    title,
    color: 'blue',
    summary: `${title} ${said}`,
    elements: [
      markdown(`${colored('blue', '●'.repeat(share))}${colored('grey', '○'.repeat(BAR - share))}`),
      textBlock(said),
      footnote(PROGRESS.note),
    ],
    demo,
  });
}

function listPanel(title: string, rows: readonly ToldRow[], total: number): CardElement[] {
  if (total === 0) return [];
  const lines = rows
    .slice(0, LISTED)
    .map(({ payload, outcome }) => REPORT.line(payload.at, short(payload.title, 20), outcome?.reason ?? ''));
  if (total > lines.length) lines.push(PREVIEW.more(total - lines.length));
  return [panel(title, [textBlock(lines.join('\n'))], total <= 10)];
}

export function reportCard(view: ReportView): Card {
  const { stored, counts, failed, conflicts, partly, numbers, asleep, undated, demo } = view;
  const { id: importId, fileName } = stored;
  const lost = sum(counts, ['failed', 'refused']);
  const of = {
    new: counts.new ?? 0,
    changed: counts.changed ?? 0,
    same: counts.same ?? 0,
    conflict: counts.conflict ?? 0,
    failed: lost,
  };
  const title = (lost > 0 ? REPORT.partly : REPORT.title)(short(fileName, 60));
  const said = REPORT.counts(of);
  const undoable = of.new + of.changed > 0;
  const made = card({
    title,
    color: lost > 0 ? 'orange' : 'green',
    summary: `${title} ${said}`,
    elements: [
      markdown(`**${said}**`),
      ...(numbers ? [textBlock(REPORT.numbers(numbers.from, numbers.to, numbers.n))] : []),
      ...(undated > 0 ? [textBlock(PREVIEW.closedUndated(undated))] : []),
      ...listPanel(REPORT.failed(lost), failed, lost),
      ...listPanel(PREVIEW.conflicts(of.conflict), conflicts, of.conflict),
      ...listPanel(REPORT.partlyKept(partly.total), partly.rows, partly.total),
      ...(lost > 0 ? [footnote(REPORT.again)] : []),
      ...smallButtons([
        ...(asleep > 0 ? [button(WAKE_WORDS.button(asleep), encodeOwn(WAKE, { importId }))] : []),
        ...(undoable
          ? [button(BUTTONS.undo, encodeOwn(REVOKE, { importId }), { confirm: REVOKE_WORDS.ask })]
          : []),
      ]),
    ],
    demo,
  });
  return fitCard(made, PREVIEW.cut);
}

export function revokedCard({ stored, counts, kept, demo }: ReportView): Card {
  const title = REPORT.revoked(short(stored.fileName, 60));
  const stays = counts.kept ?? 0;
  const said = REPORT.revokedCounts(counts.revoked ?? 0, stays);
  const made = card({
    title,
    color: 'grey',
    summary: `${title} ${said}`,
    elements: [markdown(`**${said}**`), ...listPanel(REPORT.kept(stays), kept, stays)],
    demo,
  });
  return fitCard(made, PREVIEW.cut);
}

export function cancelledCard(fileName: string, demo: boolean): Card {
  const title = REPORT.cancelled(short(fileName, 60));
  return card({ title, color: 'grey', summary: title, elements: [], demo });
}
