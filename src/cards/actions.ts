/**
 * What a button carries: a small versioned envelope. Whoever forges one gains nothing, since every click is
 * authorised on the server by who clicked; here it is only made certain that the shape is one of ours.
 */
import { z } from 'zod';
import type { IssueFilter } from '../domain/answer.ts';
import type { Reading } from '../domain/reading.ts';
import { VERB_FORMS, VERBS } from '../verbs/verbs.ts';
import { filterShape, id, readingShape } from './shape-reading.ts';

/** Grows when the meaning of a field changes; old cards then answer politely instead of wrongly. */
export const ACTION_VERSION = 1;

/** Forms that say no verb. */
const OTHER_FORMS = ['log', 'bind'];

/** Every form a button can open, beside those of features. */
export const FORMS: readonly string[] = [...OTHER_FORMS, ...VERB_FORMS];

const form = z.enum(FORMS);

export { id };

const seen = z.int().min(0).max(2_147_483_647);
/** What a verb is tapped with; without any, the button need not carry them. */
const TAPS = VERBS.flatMap(({ verb, tap }) => (tap ? [{ verb, tap }] : []));

/** Verbs a single tap can say; all others need words and therefore a form. */
export const TAP_VERBS = ['undo', ...TAPS.map(({ verb }) => verb)] as const;

const tapped = z
  .strictObject({
    do: z.literal('verb'),
    verb: z.enum(TAP_VERBS),
    issueId: id,
    seen,
    args: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ verb, args = {} }) => {
    const known = TAPS.find((one) => one.verb === verb);
    return known ? known.tap.args.safeParse(args).success : Object.keys(args).length === 0;
  }, 'arguments');

const draftId = z.string().regex(/^[\w-]{1,64}$/);

const subject = {
  issueId: id.optional(),
  seen: seen.optional(),
  draftId: draftId.optional(),
};

const action = z.discriminatedUnion('do', [
  tapped,
  z.strictObject({ do: z.literal('open-form'), form, ...subject }),
  z.strictObject({ do: z.literal('submit'), form, ...subject }),
  z.strictObject({ do: z.literal('submit-rules'), projectId: id.optional() }),
  z.strictObject({
    do: z.literal('confirm-draft'),
    draftId,
    // Of problems that wait for their project.
    projectId: id.exactOptional(),
    // Of a draft that can be confirmed in several ways.
    choice: z.enum(['progress', 'done', 'as-said']).exactOptional(),
  }),
  z.strictObject({ do: z.literal('cancel-draft'), draftId }),
  z.strictObject({
    do: z.literal('page'),
    // Cards of earlier versions carry one; the list is called by its filter.
    title: z.string().min(1).max(60).optional(),
    filter: filterShape,
    page: z.int().min(1).max(100_000),
  }),
  // A question with another condition, or a further page of its answer.
  z.strictObject({ do: z.literal('ask'), reading: readingShape, page: z.int().min(1).max(100_000) }),
  z.strictObject({ do: z.literal('answer'), command: z.string().min(1).max(200) }),
  z.strictObject({ do: z.literal('bind'), projectId: id }),
]);

/** What buttons of the spine carry as `do`. */
export const SPINE_ACTIONS: readonly string[] = action.options.map((one) => one.shape.do.value);

/**
 * What a click asks for. `seen` is the version of the issue the card showed. `page` draws page `page` (from 1)
 * of a list, `ask` what a reading finds; `answer` runs the words as if the clicker had said them. Inputs of a `submit` stand in the form
 * values of the click, read by readFormValues of field.ts (of `submit-rules`: rules-form.ts); `draftId` holds what was typed before the form.
 */
export type CardAction = z.infer<typeof action>;

/** The value for a button. Throws on an action that could not be read back: a mistake of ours. */
export function encodeAction(wanted: CardAction): Record<string, unknown> {
  return { v: ACTION_VERSION, ...action.parse(wanted) };
}

/** A button that a feature brings along. */
export interface ActionShape<C> {
  /** Name, as cards in the chats carry it; never changed. */
  do: string;
  /** What stands beside the name. */
  carries: z.ZodType<C>;
}

export function actionShape<S extends z.ZodRawShape>(name: string, carries: S) {
  return { do: name, carries: z.strictObject(carries) };
}

/** A form that a feature brings along. */
export interface FormShape<A> {
  /** Name, as cards in the chats carry it; never changed. */
  form: string;
  /** What it is about, as it stands on buttons beside the name. */
  about: z.ZodType<A>;
  /** The same beside other fields: of an answer, which a later version may have written. */
  within: z.ZodType<A>;
}

export function formShape<S extends z.ZodRawShape>(form: string, about: S) {
  return { form, about: z.strictObject(about), within: z.object(about) };
}

/** Buttons and forms that features registered, by name. */
export interface OwnShapes {
  actions: ReadonlyMap<string, ActionShape<unknown>>;
  forms: ReadonlyMap<string, FormShape<unknown>>;
}

/** What a click on something of a feature asks for. */
export type OwnAction =
  | { do: 'own-action'; name: string; carried: unknown }
  | { do: 'open-own-form'; form: string; about: unknown }
  | { do: 'submit-own-form'; form: string; about: unknown };

/** The value of a feature's button. Throws on what could not be read back. */
export function encodeOwn<C>(shape: ActionShape<C>, carried: C): Record<string, unknown> {
  return { v: ACTION_VERSION, do: shape.do, ...(shape.carries.parse(carried) as object) };
}

/** The value of the button that opens a feature's form, or hands it in. Throws like `encodeOwn`. */
export function encodeOwnForm<A>(
  wanted: 'open-form' | 'submit',
  shape: FormShape<A>,
  about: A,
): Record<string, unknown> {
  return { v: ACTION_VERSION, do: wanted, form: shape.form, ...(shape.about.parse(about) as object) };
}

/** Reads a button's value like `decodeAction`; those of features by what they registered. */
export function decodeButton(value: unknown, own: OwnShapes): CardAction | OwnAction | { invalid: string } {
  const opened = openEnvelope(value);
  if (!opened.ok) return { invalid: opened.invalid };
  const { do: name, ...rest } = opened.content;
  const shape = typeof name === 'string' ? own.actions.get(name) : undefined;
  if (shape) {
    const read = shape.carries.safeParse(rest);
    return read.success
      ? { do: 'own-action', name: shape.do, carried: read.data }
      : { invalid: 'not an action: shape' };
  }
  const { form: said, ...about } = rest;
  const ownForm = typeof said === 'string' ? own.forms.get(said) : undefined;
  if (!ownForm || (name !== 'open-form' && name !== 'submit')) return decodeAction(value);
  const read = ownForm.about.safeParse(about);
  if (!read.success) return { invalid: 'not an action: shape' };
  const step = name === 'submit' ? 'submit-own-form' : 'open-own-form';
  return { do: step, form: ownForm.form, about: read.data };
}

function openEnvelope(
  value: unknown,
): { ok: true; content: Record<string, unknown> } | { ok: false; invalid: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, invalid: 'not an object' };
  const { v, ...content } = value as Record<string, unknown>;
  return v === ACTION_VERSION ? { ok: true, content } : { ok: false, invalid: 'unknown version' };
}

/**
 * Reads the value of a button that is no feature's; never throws. `invalid` says what was wrong, for the log: no text
 * of the sender.
 */
export function decodeAction(value: unknown): CardAction | { invalid: string } {
  const opened = openEnvelope(value);
  if (!opened.ok) return { invalid: opened.invalid };
  const parsed = action.safeParse(opened.content);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.filter(
    (part) => typeof part === 'number' || KNOWN.has(String(part)),
  );
  return { invalid: `not an action: ${where?.join('.') || 'shape'}` };
}

const KNOWN = new Set([
  'do',
  'verb',
  'issueId',
  'seen',
  'args',
  'form',
  'draftId',
  'title',
  'filter',
  'page',
  'command',
  'projectId',
  'reading',
]);

/** The button of a list's page; undefined when the filter is too large for a button: then the card must say so. */
export function encodePage(wanted: IssueFilter, page: number): Record<string, unknown> | undefined {
  const kept = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const parsed = action.safeParse({ do: 'page', filter: kept, page });
  return parsed.success ? { v: ACTION_VERSION, ...parsed.data } : undefined;
}

/** The button that asks anew with this reading; undefined like {@link encodePage}. */
export function encodeAsk(wanted: Reading, page = 1): Record<string, unknown> | undefined {
  const kept = (some: object) =>
    Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
  const reading = { ...kept(wanted), filter: kept(wanted.filter) };
  const parsed = action.safeParse({ do: 'ask', reading, page });
  return parsed.success ? { v: ACTION_VERSION, ...parsed.data } : undefined;
}
