/** What somebody said or filled in, on its way to a command. */
import type { Actor } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import type { RefusalCode } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { FormValues } from '../domain/form-values.ts';
import type { Deadline, Issue, IssueCommand } from '../domain/issue.ts';
import type { Person } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadDeadline, SaidPerson } from '../language/said.ts';
import { INCOMPLETE_FORM } from '../text/words.ts';

/** Nobody, somebody, or several who bear the name. */
export type FoundPerson = Person | 'unknown' | 'ambiguous' | undefined;

/** Where it is said, and what pure code must ask the shell for. */
export interface Saying {
  issue: Issue;
  actor: Actor;
  directory: Directory;
  now: Instant;
  /** Whom the words mean; undefined when nobody was named. */
  person(said: SaidPerson): Promise<FoundPerson>;
  /** Whom the form means: an open_id that is not written down is made up, and stays unknown. */
  picked(values: FormValues): Promise<FoundPerson>;
  /** The group of this name, '' for the one it is said in; or the answer that says why there is none. */
  group(name: string): Promise<{ chatId: string } | { answer: Answer }>;
}

/** A command, with sentences to be told beside its answer; or the answer that asks back and changes nothing. */
export type Meant = { command: IssueCommand; notices?: readonly string[] } | { answer: Answer };

export function command(of: IssueCommand): Meant {
  return { command: of };
}

/** The form with this name, for what is still missing. */
export function askBy(form: string, at: Saying): Meant {
  return { answer: { kind: 'form', form, issueId: at.issue.id } };
}

/** A polite no before anything is decided. */
export function refused(code: RefusalCode, at: Saying): Meant {
  return { answer: { kind: 'refusal', refusal: { code }, issueId: at.issue.id } };
}

/** No unit, person or project bears this name. */
export function unknownName(code: 'unit-unknown' | 'person-unknown' | 'no-project', name: string): Meant {
  return { answer: { kind: 'refusal', refusal: { code, params: { name } } } };
}

/** A form came back without a fact it needs. */
export const INCOMPLETE: { answer: Answer } = {
  answer: { kind: 'text', tone: 'warning', text: INCOMPLETE_FORM },
};

/** With the deadline that was read: a missing one opens the form, a wrong one is asked back in words. */
export async function withDeadline(
  read: ReadDeadline,
  form: string,
  at: Saying,
  run: (deadline: Deadline) => Meant | Promise<Meant>,
): Promise<Meant> {
  if (!read.ok)
    return read.missing ? askBy(form, at) : { answer: { kind: 'text', tone: 'warning', text: read.problem } };
  const meant = await run(read.deadline);
  return 'command' in meant ? { ...meant, notices: read.notices } : meant;
}
