/** The preview of an import: what was recognised, what would be written, what is doubtful. Nothing is written yet. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { Button, CardElement } from '../../cards/element.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  panel,
  smallButtons,
  textBlock,
} from '../../cards/kit.ts';
import type { Directory } from '../../domain/directory.ts';
import type { PlannedItem, Target } from '../../domain/ledger/import.ts';
import type { Day } from '../../domain/time.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { BUTTONS } from '../../text/words.ts';
import { remarksOf } from './card-remarks.ts';
import { CANCEL, CONFIRM, OPEN, TURN } from './kinds.ts';
import type { ImportPlan, PlanEntry, PreviewView, Verdict } from './rules-planning.ts';
import {
  dayWords,
  fieldName,
  KIND_NAMES,
  NAME_KINDS,
  PREVIEW,
  SKIPPED_NAMES,
  short,
  TAKEN_NAMES,
} from './words-preview.ts';

const LINES = 25;
const FIRST = 6;

const cutLines = (lines: readonly string[], most = LINES): string => {
  const more = lines.length - most;
  return [...lines.slice(0, most), ...(more > 0 ? [PREVIEW.more(more)] : [])].join('\n');
};

function countVerdicts(entries: readonly PlanEntry[]): Record<Verdict, number> {
  const counts = { new: 0, changed: 0, same: 0, conflict: 0, refused: 0 };
  for (const { verdict } of entries) counts[verdict]++;
  return counts;
}

const ROW_KINDS = {
  unit: 'units',
  person: 'people',
  project: 'projects',
  holiday: 'holidays',
  investment: 'investment',
  links: 'links',
  task: 'tasks',
  problem: 'problems',
} as const;

/** 问题：新增 10，相同 2. */
function kindLines({ entries }: ImportPlan): string[] {
  const byKind = Map.groupBy(entries, ({ row }) => ROW_KINDS[row.kind]);
  return [...byKind].map(([kind, own]) => {
    const counts = countVerdicts(own);
    const parts = (Object.keys(counts) as Verdict[])
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${PREVIEW.verdicts[verdict]} ${counts[verdict]}`);
    return PREVIEW.kind(KIND_NAMES[kind], parts);
  });
}

export function previewCard(view: PreviewView): Card {
  const { importId, fileName, plan, demo } = view;
  const counts = countVerdicts(plan.entries);
  const writes = counts.new + counts.changed;
  const title = PREVIEW.title(short(fileName, 60));
  const made = card({
    title,
    color: 'default',
    summary: `${title} ${PREVIEW.counts(counts)}`,
    elements: [
      markdown(`**${PREVIEW.counts(counts)}**`),
      textBlock(kindLines(plan).join('\n')),
      ...(writes === 0 ? [markdown(colored('orange', PREVIEW.nothing[whyNothing(plan)]))] : []),
      ...remarksOf(view).map((line) => markdown(escapeMarkdown(line))),
      ...firstRows(view),
      ...unknownPanel(view),
      ...reasons(plan, 'refused', PREVIEW.refused),
      ...reasons(plan, 'conflict', PREVIEW.conflicts),
      ...reasons(plan, 'changed', PREVIEW.kept),
      ...unreadPanel(plan),
      ...tablePanels(plan),
      ...skippedPanel(plan),
      hr,
      ...buttonRows([
        ...(writes > 0
          ? [button(BUTTONS.confirm, encodeOwn(CONFIRM, { importId }), { type: 'primary_filled' })]
          : []),
        button(BUTTONS.cancel, encodeOwn(CANCEL, { importId })),
      ]),
      ...smallButtons(choiceButtons(view)),
      footnote(PREVIEW.footnote),
    ],
    demo,
  });
  return fitPreview(made);
}

function whyNothing({ entries }: ImportPlan): 'empty' | 'same' | 'refused' {
  if (entries.length === 0) return 'empty';
  return entries.every(({ verdict }) => verdict === 'same') ? 'same' : 'refused';
}

/** The buttons stand at the end, so what is left off is taken from the panels before them. */
function fitPreview(made: Card): Card {
  const { elements } = made.body;
  for (let fitted = fitCard(made, PREVIEW.cut); ; fitted = fitCard(made, PREVIEW.cut)) {
    if (fitted.body.elements.length >= elements.length) return fitted;
    const at = elements.findLastIndex(({ tag }) => tag === 'collapsible_panel');
    if (at < 0) return fitted;
    elements.splice(at, 1);
  }
}

function choiceButtons({ importId, plan, choices }: PreviewView): Button[] {
  const { buttons } = PREVIEW;
  const open = (label: string, what: 'columns' | 'names' | 'more') =>
    button(label, encodeOwn(OPEN, { importId, what }));
  const turn = (label: string, what: 'ring' | 'split' | 'hidden', on: boolean) =>
    button(label, encodeOwn(TURN, { importId, what, on }));
  const { tables } = plan.reading;
  const splittable = tables.some((table) => table.splittable.length > 0);
  const hidden = tables.some((table) => table.skipped.some(({ why }) => why === 'hidden'));
  return [
    ...(plan.unknown.length > 0 ? [open(buttons.names, 'names')] : []),
    ...(tables.length > 0 ? [open(buttons.columns, 'columns')] : []),
    open(buttons.more, 'more'),
    ...(plan.past > 0
      ? [turn(choices.ringPast ? buttons.unring : buttons.ring, 'ring', !choices.ringPast)]
      : []),
    ...(splittable || choices.splitCells
      ? [turn(choices.splitCells ? buttons.unsplit : buttons.split, 'split', !choices.splitCells)]
      : []),
    ...(hidden || choices.includeHidden
      ? [turn(choices.includeHidden ? buttons.unhidden : buttons.hidden, 'hidden', !choices.includeHidden)]
      : []),
  ];
}

function nameOf(kind: 'unit' | 'project', target: Target, directory: Directory): string {
  if (target === null) return '';
  return 'name' in target ? target.name : (directory[kind](target.id)?.name ?? '');
}

function firstRows({ plan, directory, today }: PreviewView): CardElement[] {
  const rows = plan.entries.flatMap(({ row, verdict }) =>
    (row.kind === 'problem' || row.kind === 'task') && verdict === 'new' ? [row] : [],
  );
  if (rows.length === 0) return [];
  const lines = rows.slice(0, FIRST).map((row) => {
    const facts = [
      nameOf('project', row.project, directory),
      nameOf('unit', row.unit, directory),
      dueText(row, today),
    ];
    return `${row.at.split('!').at(-1)} ${[short(row.title, 40), ...facts.map((fact) => short(fact, 16))].filter(Boolean).join(' · ')}`;
  });
  return [panel(PREVIEW.first, [textBlock(lines.join('\n'))], rows.length <= FIRST)];
}

function dueText({ closed, longTerm, longTermPhrase, deadline }: PlannedItem, today: Day): string {
  if (closed) return '已销号';
  if (longTerm) return PREVIEW.longTermAt(short(longTermPhrase, 10));
  return deadline ? dayWords(deadline.day, today) : '';
}

const STRANGERS = 12;

function unknownPanel({ plan, directory }: PreviewView): CardElement[] {
  const { unknown } = plan;
  if (unknown.length === 0) return [];
  // Nobody is like them: one line says it of all.
  const strangers = unknown.filter(
    ({ kind, chosen, nearest }) => kind === 'person' && chosen === undefined && nearest.length === 0,
  );
  const told = unknown.filter((one) => !strangers.includes(one));
  const lines = told.map(({ kind, heard, count, chosen, nearest, likely }) => {
    const like = nearest.find(({ id }) => id === likely)?.name;
    const named = typeof chosen === 'number' ? nameById(kind, chosen, nearest, directory) : '';
    const what =
      chosen === undefined
        ? like === undefined
          ? PREVIEW.unknownNow[kind]
          : PREVIEW.mayBe(short(like, 16))
        : typeof chosen === 'number'
          ? PREVIEW.chosen.as(named)
          : PREVIEW.chosen[chosen];
    return PREVIEW.unknownLine(NAME_KINDS[kind], short(heard, 20), count, what);
  });
  if (strangers.length > 0)
    lines.push(
      PREVIEW.strangers(strangers.map(({ heard }) => short(heard, 12)).slice(0, STRANGERS), strangers.length),
    );
  const open = unknown.filter(({ chosen }) => chosen === undefined).length;
  return [panel(PREVIEW.unknown(open), [textBlock(cutLines(lines))], open > 0 && open <= 8)];
}

function nameById(
  kind: 'unit' | 'person' | 'project',
  id: number,
  nearest: readonly { id: number; name: string }[],
  directory: Directory,
): string {
  const known = nearest.find((one) => one.id === id)?.name;
  return known ?? (kind === 'person' ? '' : (directory[kind](id)?.name ?? ''));
}

function reasons(plan: ImportPlan, verdict: Verdict, title: (n: number) => string): CardElement[] {
  const all = plan.entries.filter((entry) => entry.verdict === verdict);
  // Of what is changed only those of which something stays as it is.
  const rows = verdict === 'changed' ? all.filter(({ reason }) => reason !== undefined) : all;
  if (rows.length === 0) return [];
  const lines = rows.map(({ row, reason = '' }) => `${row.at} ${short(row.title, 20)}：${reason}`);
  return [panel(title(rows.length), [textBlock(cutLines(lines))])];
}

function unreadPanel({ reading }: ImportPlan): CardElement[] {
  const unread = reading.tables.flatMap((table) => table.unread);
  if (unread.length === 0) return [];
  const lines = unread.map(({ at, text, why, takenAs = 'note', day }) =>
    PREVIEW.unreadLine(
      `${at.sheet}!${at.address}`,
      short(text, 20),
      day === undefined
        ? TAKEN_NAMES[takenAs]
        : why === 'year'
          ? PREVIEW.yearTaken(day)
          : PREVIEW.dayTaken(day),
    ),
  );
  return [panel(PREVIEW.unread(unread.length), [textBlock(cutLines(lines))], unread.length <= 8)];
}

function tablePanels({ reading }: ImportPlan): CardElement[] {
  return reading.tables.slice(0, 8).map(({ sheet, no, kinds, columns }) => {
    const lines = columns.map(({ letter, header, field, sure }) =>
      PREVIEW.column(letter, short(header, 24), fieldName(field), sure),
    );
    const title = PREVIEW.table(short(sheet, 20), no, kinds.map((kind) => KIND_NAMES[kind]).join('、'));
    return panel(title, [textBlock(cutLines(lines, 60))]);
  });
}

function skippedPanel({ reading }: ImportPlan): CardElement[] {
  const skipped = reading.tables.flatMap((table) => table.skipped);
  if (skipped.length === 0) return [];
  const byWhy = [...Map.groupBy(skipped, ({ why }) => why)];
  const parts = byWhy.map(([why, rows]) => `${SKIPPED_NAMES[why]} ${rows.length}`).join('、');
  const told = skipped.filter(({ why }) => why !== 'blank' && why !== 'title');
  const lines = told.map(
    ({ at, text, why }) => `${at.sheet}!${at.address} ${SKIPPED_NAMES[why]} ${short(text)}`,
  );
  return [panel(PREVIEW.skipped(skipped.length, parts), [textBlock(cutLines(lines, 15) || parts)])];
}
