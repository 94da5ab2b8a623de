/** The card of an import as it is at this moment: preview, progress, report. */
import type { Card } from '../../cards/kit.ts';
import { textCard } from '../../cards/text.ts';
import {
  countAsleep,
  countRows,
  countUndated,
  issueNumbers,
  listPartly,
  listRows,
  loadImport,
  type StoredImport,
} from '../../db/ledger.ts';
import type { Tx } from '../../db/open.ts';
import { loadActor } from '../../db/person.ts';
import { dayOf } from '../../domain/time.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import type { Viewer } from '../../views/context.ts';
import { previewCard } from './card.ts';
import { explainCard } from './card-offer.ts';
import { cancelledCard, progressCard, type ReportView, reportCard, revokedCard } from './card-report.ts';
import { EXPLAIN_ANSWER, LEDGER_ANSWER } from './kinds.ts';
import { loadPlan } from './plan.ts';
import { unpackSheets } from './rules-pack.ts';
import type { PreviewView } from './rules-planning.ts';
import { REFUSE } from './words.ts';
import { PREVIEW } from './words-preview.ts';

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

const LISTED = 31;

export async function drawImport(tx: Tx, stored: StoredImport, base: Base): Promise<Card> {
  const { demo } = base;
  if (stored.state === 'cancelled') return cancelledCard(stored.fileName, demo);
  if (stored.state === 'preview') {
    const view = await loadPreview(tx, stored, base);
    return view ? previewCard(view) : textCard(PREVIEW.gone, { tone: 'warning', demo });
  }
  const view = await loadReport(tx, stored, demo);
  if (stored.state === 'writing' || stored.state === 'revoking') return progressCard(view);
  return stored.state === 'revoked' ? revokedCard(view) : reportCard(view);
}

/** What the preview is drawn from, with the rights of whoever began it; undefined: the file is kept no longer. */
export async function loadPreview(
  tx: Tx,
  stored: StoredImport,
  base: Base,
): Promise<PreviewView | undefined> {
  const actor = await loadActor(tx, { id: stored.personId });
  const plan = actor && (await loadPlan(tx, stored, { ...base, actor }));
  const { directory, demo, now } = base;
  return (
    plan && {
      importId: stored.id,
      fileName: stored.fileName,
      plan,
      choices: stored.choices,
      sheets: unpackSheets(stored.sheets)?.map(({ name }) => name) ?? [],
      directory,
      today: dayOf(now, directory.settings.timeZone),
      demo,
    }
  );
}

async function loadReport(tx: Tx, stored: StoredImport, demo: boolean): Promise<ReportView> {
  const { id } = stored;
  const list = (states: Parameters<typeof listRows>[2]['states']) =>
    listRows(tx, id, { states, limit: LISTED });
  const over = stored.state === 'done' || stored.state === 'revoked';
  return {
    stored,
    counts: await countRows(tx, id),
    failed: over ? await list(['failed', 'refused']) : [],
    conflicts: over ? await list(['conflict']) : [],
    partly: stored.state === 'done' ? await listPartly(tx, id, LISTED) : { rows: [], total: 0 },
    kept: over ? await list(['kept']) : [],
    numbers: over ? await issueNumbers(tx, id) : undefined,
    asleep: stored.state === 'done' ? await countAsleep(tx, id) : 0,
    undated: stored.state === 'done' ? await countUndated(tx, id) : 0,
    demo,
  };
}

export const ANSWERS = [
  defineAnswer(LEDGER_ANSWER, {
    place: 'anywhere',
    async draw(tx, { importId }, viewer) {
      const stored = await loadImport(tx, importId);
      // Only whoever sent the file is answered with what stands in it.
      if (!stored || stored.personId !== viewer.actor.person.id) return { kind: 'text', text: REFUSE.old };
      return { kind: 'card', card: await drawImport(tx, stored, viewer) };
    },
  }),
  defineAnswer(EXPLAIN_ANSWER, {
    place: 'anywhere',
    draw: async (_tx, { lead }, { demo }) => ({ kind: 'card', card: explainCard(lead, demo) }),
  }),
];
