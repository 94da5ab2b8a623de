/** Buttons and forms of an import. Only whoever began it may press them; each form stands in place of the card. */
import type { Card } from '../../cards/kit.ts';
import { answerToast, toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { featureForm } from '../../commands/feature-form.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { loadImport, lockImport, type StoredImport, updateImport } from '../../db/ledger.ts';
import { enqueue } from '../../db/outbox.ts';
import type { FormValues } from '../../domain/form-values.ts';
import type { ChosenName, ImportChoices } from '../../domain/ledger/import.ts';
import type { LedgerField } from '../../domain/ledger/model.ts';
import { dayOf } from '../../domain/time.ts';
import { askedNames, columnCard, columnsOf, MORE, moreCard, namesCard } from './card-forms.ts';
import { sendSample } from './commands.ts';
import {
  CANCEL,
  COLUMN_FORM,
  CONFIRM,
  MORE_FORM,
  NAMES_FORM,
  OPEN,
  REVOKE,
  SAMPLE,
  TURN,
  WAKE,
} from './kinds.ts';
import { nextPage } from './pages.ts';
import { beginRevoking, wake } from './revoke.ts';
import { foldName } from './rules-names.ts';
import type { PreviewView } from './rules-planning.ts';
import { mayImport, mayWriteProject } from './rules-rights.ts';
import { drawImport, loadPreview } from './view.ts';
import { EXPLAIN, REFUSE } from './words.ts';
import { CHOSEN_FIELDS, FORMS } from './words-preview.ts';
import { REVOKE_WORDS } from './words-report.ts';

type Held = { stored: StoredImport } | { reply: ClickReply };

const stop = (text: string): ClickReply => ({ toast: toast('warning', text) });
const show = (data: Card): ClickReply => ({ card: { type: 'raw', data } });

/** The import of a button, locked; or what its clicker is told instead. */
async function hold(context: CommandContext, importId: string): Promise<Held> {
  const stored = await lockImport(context.tx, importId);
  if (!stored) return { reply: stop(REFUSE.old) };
  if (stored.personId !== context.actor.person.id) return { reply: stop(REFUSE.other) };
  return { stored };
}

/** The same while nothing is written yet; rights may have gone since the file was sent. */
async function holdPreview(context: CommandContext, importId: string): Promise<Held> {
  const held = await hold(context, importId);
  if ('reply' in held) return held;
  const may = mayImport(context.actor, context.directory);
  if (may !== true) return { reply: { toast: answerToast({ kind: 'refusal', refusal: may.refusal }) } };
  const { stored } = held;
  if (stored.state !== 'preview' || stored.sheets === null)
    return { reply: { ...stop(REFUSE.old), ...(await redraw(context, stored)) } };
  return held;
}

const base = ({ now, directory, deps }: CommandContext) => ({ now, directory, demo: deps.demo });

async function redraw(context: CommandContext, stored: StoredImport): Promise<ClickReply> {
  return show(await drawImport(context.tx, stored, base(context)));
}

/** Keeps a choice and shows what follows from it. */
async function choose(
  context: CommandContext,
  stored: StoredImport,
  patch: Partial<ImportChoices>,
): Promise<StoredImport> {
  const choices = { ...stored.choices, ...patch };
  await updateImport(context.tx, stored.id, { choices });
  return { ...stored, choices };
}

async function confirm(context: CommandContext, { importId }: { importId: string }): Promise<ClickReply> {
  const held = await holdPreview(context, importId);
  if ('reply' in held) return held.reply;
  const { tx, now, deps, messageId } = context;
  const patch = {
    state: 'writing',
    confirmedAt: now,
    cardMessageId: messageId,
    cardShownAt: now,
  } as const;
  await updateImport(tx, importId, patch);
  await enqueue(tx, [nextPage(deps, importId, 0)], now);
  return redraw(context, { ...held.stored, ...patch });
}

async function cancel(context: CommandContext, { importId }: { importId: string }): Promise<ClickReply> {
  const held = await holdPreview(context, importId);
  if ('reply' in held) return held.reply;
  const patch = { state: 'cancelled', sheets: null, finishedAt: context.now } as const;
  await updateImport(context.tx, importId, patch);
  return redraw(context, { ...held.stored, ...patch });
}

async function preview(context: CommandContext, stored: StoredImport): Promise<PreviewView | undefined> {
  return loadPreview(context.tx, stored, base(context));
}

async function open(
  context: CommandContext,
  { importId, what }: { importId: string; what: 'preview' | 'columns' | 'names' | 'more' },
): Promise<ClickReply> {
  const held = await holdPreview(context, importId);
  if ('reply' in held) return held.reply;
  if (what === 'preview') return redraw(context, held.stored);
  const view = await preview(context, held.stored);
  if (!view) return stop(REFUSE.old);
  if (what === 'columns') return show(columnCard(view));
  return show(what === 'names' ? namesCard(view) : moreCard(view, ownProjects(context)));
}

/** Projects whose problems this person may write. */
function ownProjects({ actor, directory }: CommandContext): number[] {
  return directory.liveProjects.filter(({ id }) => mayWriteProject(actor, id, directory)).map(({ id }) => id);
}

const TURNED = { ring: 'ringPast', split: 'splitCells', hidden: 'includeHidden' } as const;

export const ACTIONS = [
  featureAction(CONFIRM, { run: confirm }),
  featureAction(CANCEL, { run: cancel }),
  featureAction(OPEN, { run: open }),
  featureAction(TURN, {
    async run(context, { importId, what, on }) {
      const held = await holdPreview(context, importId);
      if ('reply' in held) return held.reply;
      return redraw(context, await choose(context, held.stored, { [TURNED[what]]: on }));
    },
  }),
  featureAction(REVOKE, {
    async run(context, { importId }) {
      const held = await hold(context, importId);
      if ('reply' in held) return held.reply;
      const refused = await beginRevoking(context, importId);
      if (refused) return { toast: answerToast(refused) };
      const stored = (await loadImport(context.tx, importId)) ?? held.stored;
      return { toast: toast('info', REVOKE_WORDS.started), ...(await redraw(context, stored)) };
    },
  }),
  featureAction(WAKE, {
    async run(context, { importId }) {
      const held = await hold(context, importId);
      if ('reply' in held) return held.reply;
      const answer = await wake(context, importId);
      return { toast: answerToast(answer), ...(await redraw(context, held.stored)) };
    },
  }),
  featureAction(SAMPLE, {
    async run(context) {
      const may = mayImport(context.actor, context.directory);
      if (may !== true) return { toast: answerToast({ kind: 'refusal', refusal: may.refusal }) };
      await sendSample(context);
      return { toast: toast('info', EXPLAIN.sample) };
    },
  }),
];

type Submit = (
  context: CommandContext,
  view: PreviewView,
  values: FormValues,
) => Partial<ImportChoices> | string;

/** What was chosen is kept and the preview comes back; a string: what is to be put right first. */
const form = <A extends { importId: string }>(
  shape: Parameters<typeof featureForm<A>>[0],
  submit: Submit,
  title: string,
) =>
  featureForm<A>(shape, {
    refuse: async () => warning(REFUSE.old),
    draw: async (_tx, about) => ({ title, about: REFUSE.old, fields: [], value: { ...about } }),
    async submit(context, { importId }, values) {
      const held = await holdPreview(context, importId);
      if ('reply' in held) return held.reply;
      const view = await preview(context, held.stored);
      if (!view) return stop(REFUSE.old);
      const chosen = submit(context, view, values);
      if (typeof chosen === 'string') return stop(chosen);
      const stored = await choose(context, held.stored, chosen);
      const next = shape.form === NAMES_FORM.form ? await preview(context, stored) : undefined;
      const asked = next ? askedNames(next.plan).filter((one) => one.chosen === undefined) : [];
      const answered = (values.picks && Object.keys(values.picks).length > 0) ?? false;
      return next && answered && asked.length > 0 && next.plan.unknown.length > asked.length
        ? show(namesCard(next))
        : redraw(context, stored);
    },
  });

function submitColumn(
  { choices, plan }: PreviewView,
  { picks = {} }: FormValues,
): Partial<ImportChoices> | string {
  const column = columnsOf(plan)[Number(picks[0])];
  const field = CHOSEN_FIELDS.find((one) => one === picks[1]) as LedgerField | undefined;
  if (!column || !field) return FORMS.nothing;
  const {
    sheet,
    column: { letter },
  } = column;
  const rest = (choices.overrides ?? []).filter((one) => one.sheet !== sheet || one.letter !== letter);
  return { overrides: [...rest, { sheet, letter, field }] };
}

/** A forged choice is none: only what the form offered counts. */
function submitNames({ choices, plan }: PreviewView, { picks = {} }: FormValues): Partial<ImportChoices> {
  const said = askedNames(plan).flatMap(({ kind, heard, nearest, mayMake }, at): ChosenName[] => {
    const pick = picks[at];
    if (pick === 'none' || (pick === 'new' && mayMake)) return [{ kind, heard, to: pick }];
    const known = nearest.find(({ id }) => String(id) === pick);
    return known ? [{ kind, heard, to: known.id }] : [];
  });
  const keyOf = ({ kind, heard }: ChosenName) => `${kind}:${foldName(heard)}`;
  const fresh = new Set(said.map(keyOf));
  return { names: [...(choices.names ?? []).filter((one) => !fresh.has(keyOf(one))), ...said] };
}

function submitMore(
  context: CommandContext,
  { plan, sheets }: PreviewView,
  { picks = {}, day }: FormValues,
): Partial<ImportChoices> | string {
  const { now, directory } = context;
  if (day !== undefined && day > dayOf(now, directory.settings.timeZone)) return FORMS.more.ahead;
  const month = (['last-day', 'first-day', 'last-working-day'] as const).find(
    (how) => how === picks[MORE.month],
  );
  const projectId = ownProjects(context).find((id) => String(id) === picks[MORE.project]);
  const { tables } = plan.reading;
  const sheet = sheets[Number(picks[MORE.sheet])];
  const items = (['problems', 'tasks'] as const).find((kind) => kind === picks[MORE.items]);
  return {
    ...(day !== undefined && { linkDay: day }),
    ...(month && { monthOnly: month }),
    ...(projectId !== undefined && { projectId }),
    ...(sheet !== undefined && { sheets: [sheet] }),
    // None named: all that are not hidden.
    ...(picks[MORE.sheet] === 'all' && { sheets: [] }),
    ...(items && {
      itemKind: tables
        .filter(({ problems, tasks }) => problems.length + tasks.length > 0)
        .map((table) => ({ sheet: table.sheet, kind: items })),
    }),
  };
}

export const IMPORT_FORMS = [
  form(COLUMN_FORM, (_context, view, values) => submitColumn(view, values), FORMS.columns.title),
  form(NAMES_FORM, (_context, view, values) => submitNames(view, values), FORMS.names.title),
  form(MORE_FORM, submitMore, FORMS.more.title),
];
