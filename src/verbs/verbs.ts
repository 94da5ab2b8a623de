/**
 * All verbs of a problem, in the order of help. Rights, words, forms, buttons, taps, history, answers and 撤销 are
 * derived from this list; a verb that is declared but not listed does not compile.
 */
import type { IssueVerb } from '../domain/issue.ts';
import { acknowledge } from './acknowledge.ts';
import { addCoUnit } from './add-co-unit.ts';
import { appeal } from './appeal.ts';
import { attach } from './attach.ts';
import { bounce } from './bounce.ts';
import { confirmLasting } from './confirm-lasting.ts';
import { correct } from './correct.ts';
import { decideAppeal } from './decide-appeal.ts';
import { decideRequest } from './decide-request.ts';
import { mute } from './mute.ts';
import { progress } from './progress.ts';
import { putOnAgenda } from './put-on-agenda.ts';
import { rate } from './rate.ts';
import { reopen } from './reopen.ts';
import { reportDone } from './report-done.ts';
import { requestExtension } from './request-extension.ts';
import { requestPause } from './request-pause.ts';
import { resume } from './resume.ts';
import { route } from './route.ts';
import { showIn } from './show-in.ts';
import { sign } from './sign.ts';
import { startReminding } from './start-reminding.ts';
import { summon } from './summon.ts';
import { tickCoUnit } from './tick-co-unit.ts';
import { unmute } from './unmute.ts';
import { urge } from './urge.ts';
import type { Verb, VerbRow } from './verb.ts';
import { verify } from './verify.ts';
import { voidIssue } from './void.ts';
import { writeMeasure } from './write-measure.ts';

const LIST = [
  route,
  sign,
  bounce,
  progress,
  reportDone,
  verify,
  reopen,
  confirmLasting,
  voidIssue,
  addCoUnit,
  tickCoUnit,
  urge,
  summon,
  startReminding,
  acknowledge,
  appeal,
  putOnAgenda,
  showIn,
  decideRequest,
  decideAppeal,
  rate,
  writeMeasure,
  requestExtension,
  requestPause,
  resume,
  correct,
  attach,
  mute,
  unmute,
] as const;

/** Fails to compile, naming the verb, when one is declared without standing in the list. */
type Unlisted = Exclude<IssueVerb, (typeof LIST)[number]['verb']>;
const unlisted: [Unlisted] extends [never] ? true : Unlisted = true;
void unlisted;

/** The typed calls that words to a problem are read into. */
export type VerbCall = (typeof LIST)[number]['says'][number] extends infer R
  ? R extends VerbRow<infer S>
    ? S
    : never
  : never;

/** Each is only ever given commands of its own: they are looked up by the command's verb. */
export const VERBS = LIST as readonly unknown[] as readonly Verb[];

const BY_NAME: ReadonlyMap<string, Verb> = new Map(VERBS.map((one) => [one.verb, one]));

export function isVerb(name: string): name is IssueVerb {
  return BY_NAME.has(name);
}

/** The descriptor of a verb. */
export function verbOf(name: IssueVerb): Verb {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`no such verb: ${name}`);
  return found;
}

const ROWS = VERBS.flatMap((one) => one.says.map((row) => ({ verb: one, row })));
const ROW_BY_CALL = new Map(ROWS.map((one) => [one.row.name, one]));

/** The row that reads this call, with its verb; undefined for calls that are no verb. */
export function rowOfCall(name: string): { verb: Verb; row: VerbRow } | undefined {
  return ROW_BY_CALL.get(name);
}

const FORMS = new Map(VERBS.flatMap((one) => (one.forms ?? []).map((form) => [form.form, form] as const)));

/** The form of a verb by its name. */
export function formOf(name: string) {
  return FORMS.get(name);
}

/** Names of all forms of verbs. */
export const VERB_FORMS: readonly string[] = [...FORMS.keys()];
