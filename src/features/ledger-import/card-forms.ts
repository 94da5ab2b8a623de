/** The forms of a preview; each stands in place of its card, with a way back. */
import { encodeOwn, encodeOwnForm, type FormShape } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement, Option } from '../../cards/element.ts';
import { dayField, pickField, submitButton } from '../../cards/field.ts';
import { button, type Card, card, plain, smallButtons, textBlock } from '../../cards/kit.ts';
import type { LedgerColumn } from '../../domain/ledger/model.ts';
import { COLUMN_FORM, MORE_FORM, NAMES_FORM, OPEN } from './kinds.ts';
import type { ImportPlan, PreviewView, UnknownName } from './rules-planning.ts';
import { CHOSEN_FIELDS, FORMS, fieldName, NAME_KINDS, PREVIEW, short } from './words-preview.ts';

const option = (value: string, text: string): Option => ({ text: plain(text), value });

function formCard<A extends { importId: string }>(
  shape: FormShape<A>,
  said: { title: string; about: string; fields: CardElement[]; importId: string },
  demo: boolean,
): Card {
  const { title, about, fields, importId } = said;
  const value = encodeOwnForm('submit', shape, { importId } as A);
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      textBlock(about),
      ...(fields.length > 0
        ? [
            {
              tag: 'form' as const,
              name: `form_${shape.form.replaceAll('-', '_')}`,
              elements: [...fields, submitButton(value)],
            },
          ]
        : []),
      ...smallButtons([button(PREVIEW.buttons.back, encodeOwn(OPEN, { importId, what: 'preview' }))]),
    ],
    demo,
  });
  return fitCard(made, PREVIEW.cut);
}

const MOST_COLUMNS = 60;

/** Columns that can be chosen from, in the order of the form. */
export function columnsOf({ reading }: ImportPlan): { sheet: string; column: LedgerColumn }[] {
  return reading.tables
    .flatMap(({ sheet, columns }) => columns.map((column) => ({ sheet, column })))
    .toSorted((a, b) => Number(a.column.sure) - Number(b.column.sure))
    .slice(0, MOST_COLUMNS);
}

export function columnCard({ importId, plan, demo }: PreviewView): Card {
  const several = new Set(plan.reading.tables.map(({ sheet }) => sheet)).size > 1;
  const columns = columnsOf(plan).map(({ sheet, column: { letter, header, field } }, at) =>
    option(
      String(at),
      `${several ? `${short(sheet, 8)}!` : ''}${letter} ${short(header, 14)} → ${fieldName(field)}`,
    ),
  );
  const fields = CHOSEN_FIELDS.map((field) => option(field, fieldName(field)));
  return formCard(
    COLUMN_FORM,
    {
      title: FORMS.columns.title,
      about: FORMS.columns.about,
      importId,
      fields: [
        ...pickField(0, columns, { label: FORMS.columns.which, required: true }),
        ...pickField(1, fields, { label: FORMS.columns.what, required: true }),
      ],
    },
    demo,
  );
}

/** More pickers make a form nobody fills in, and a card the platform refuses. */
const NAMES_AT_ONCE = 14;

/** Those that are asked now: first what nobody has answered, and what holds rows up before what does not. */
export function askedNames({ unknown }: ImportPlan): UnknownName[] {
  const open = unknown.filter(
    ({ chosen, kind, nearest }) => chosen === undefined && (kind !== 'person' || nearest.length > 0),
  );
  return (open.length > 0 ? open : unknown).slice(0, NAMES_AT_ONCE);
}

export function namesCard({ importId, plan, demo }: PreviewView): Card {
  const asked = askedNames(plan);
  const open = plan.unknown.filter(({ chosen }) => chosen === undefined).length;
  const fields = asked.flatMap((name, at) => {
    const { kind, heard, count, nearest, mayMake, chosen, likely } = name;
    const initial = chosen ?? likely;
    const options = [
      ...nearest.map(({ id, name: known }) => option(String(id), short(known))),
      ...(mayMake ? [option('new', FORMS.names.make(NAME_KINDS[kind]))] : []),
      option('none', FORMS.names.none[kind]),
    ];
    const label = FORMS.names.label(NAME_KINDS[kind], short(heard, 24), count);
    return pickField(at, options, { label, initial: initial === undefined ? undefined : String(initial) });
  });
  const about = asked.length === 0 ? FORMS.nothing : FORMS.names.about(Math.max(0, open - asked.length));
  return formCard(NAMES_FORM, { title: FORMS.names.title, about, fields, importId }, demo);
}

/** Which picker of 更多 is which; the numbers are the form's own. */
export const MORE = { month: 0, project: 1, sheet: 2, items: 3 } as const;

export function moreCard(view: PreviewView, own: readonly number[]): Card {
  const { importId, plan, choices, sheets, directory, demo } = view;
  const { more } = FORMS;
  const { tables } = plan.reading;
  const items = tables.filter(({ problems, tasks }) => problems.length + tasks.length > 0);
  const tasks = items.filter((table) => table.tasks.length > 0).length;
  const projects = own.flatMap((id) => directory.project(id) ?? []);
  const fields: CardElement[] = [
    ...(tables.some(({ monthColumns }) => monthColumns.length > 0)
      ? pickField(
          MORE.month,
          (['last-day', 'first-day', 'last-working-day'] as const).map((how) =>
            option(how, PREVIEW.monthHow[how]),
          ),
          { label: more.month, initial: choices.monthOnly ?? 'last-day' },
        )
      : []),
    ...(plan.projectless > 0 && projects.length > 0
      ? pickField(
          MORE.project,
          projects.slice(0, 50).map(({ id, name }) => option(String(id), short(name))),
          {
            label: more.project,
            initial: choices.projectId === undefined ? undefined : String(choices.projectId),
          },
        )
      : []),
    ...(sheets.length > 1
      ? pickField(
          MORE.sheet,
          [
            option('all', more.all),
            ...sheets.slice(0, 40).map((sheet, at) => option(String(at), short(sheet) || `表${at + 1}`)),
          ],
          { label: more.sheet, initial: sheetChosen(choices.sheets, sheets) },
        )
      : []),
    ...(items.length > 0 && (tasks === 0 || tasks === items.length)
      ? pickField(MORE.items, [option('problems', more.problems), option('tasks', more.tasks)], {
          label: more.items,
          initial: tasks > 0 ? 'tasks' : 'problems',
        })
      : []),
    ...(plan.undatedLinks > 0 ? [dayField({ label: more.linkDay, initial: plan.linkDay })] : []),
  ];
  const about = fields.length > 0 ? more.about : FORMS.nothing;
  return formCard(MORE_FORM, { title: more.title, about, fields, importId }, demo);
}

function sheetChosen(chosen: readonly string[] | undefined, sheets: readonly string[]): string {
  const [only, ...others] = chosen ?? [];
  return only === undefined || others.length > 0 ? 'all' : String(sheets.indexOf(only));
}
