/**
 * What a verb of a problem (签收, 退回, 催办 …) is made of. Everything the house knows about one stands in its
 * descriptor: who may, the words, forms and buttons that say it, what follows, and how it is told.
 */
import type { z } from 'zod';
import type { RoleCode } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { DecideContext } from '../domain/decide/change.ts';
import type { Decision, OwnReasons, OwnRefusals } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue, IssueCommand, IssueVerb } from '../domain/issue.ts';
import type { Day } from '../domain/time.ts';
import type { CommandGroup, CommandRow, ReadInput } from '../language/definition.ts';
import { issueOf } from '../language/facts.ts';
import type { Claim } from '../language/mood.ts';
import type { Misuse } from '../language/said.ts';
import type { Detail } from '../text/history-detail.ts';
import type { ViewContext } from '../text/view.ts';
import type { ButtonView, VerbButton } from './button.ts';
import type { VerbForm } from './form.ts';
import type { Notice } from './notice.ts';
import type { Meant, Saying } from './saying.ts';

/** The command of one verb, with its parameters. */
export type CommandOf<V extends IssueVerb> = Extract<IssueCommand, { verb: V }>;

/** A row of the command table that says a verb. @typeParam S the typed call it reads */
export interface VerbRow<S extends { name: string } = { name: string }> extends CommandRow<S> {
  group: CommandGroup;
  /** It names people or groups that only somebody who may do it gets to look up. */
  rightsFirst?: boolean;
  run(said: S, at: Saying): Meant | Promise<Meant>;
}

type RowFacts<S> = Omit<VerbRow, 'name' | 'read' | 'run' | 'claim' | 'where' | 'needsIssue'> & {
  claim?: (said: S) => Claim;
  read: (input: ReadInput) => S | Misuse | null;
  run: (said: S, at: Saying) => Meant | Promise<Meant>;
};

/**
 * A row about one problem. `read` gives the facts beside its number; name and number are added here.
 * @param name of the call, as tests and drafts know it; often the verb's own
 */
export function said<const N extends string, S extends object>(name: N, row: RowFacts<S>) {
  type Said = { name: N; issueId?: number } & S;
  const read = (input: ReadInput): Said | Misuse | null => {
    const facts = row.read(input);
    if (facts === null || isMisuse(facts)) return facts;
    return { name, ...issueOf(input), ...facts };
  };
  // The compiler cannot see that the name of a generic N & S is N.
  return { ...row, name, where: 'anywhere', needsIssue: true, read } as VerbRow<Said>;
}

function isMisuse(read: object): read is Misuse {
  return 'problem' in read && 'word' in read;
}

/** A single tap that says the verb. */
export interface Tap<A = unknown> {
  /** What a card carries beside the verb; cards can be forged, so it is parsed. */
  args: z.ZodType<A>;
  command(args: A): IssueCommand;
}

/** Names for the answer to a step. */
export interface StepNames {
  unit(id: number | null | undefined): string;
  /** 11月25日(周三), with the year when it is not the year the problem was logged in. */
  day(day: Day): string;
}

export interface Verb<V extends IssueVerb = IssueVerb, R extends VerbRow = VerbRow> {
  verb: V;
  /** Roles on the problem that may (product.md §8). */
  may: readonly RoleCode[];
  /** The step as a noun: 已撤销“签收”. null: it cannot be taken back. */
  step: string | null;
  /** Moves nothing: no news of the day. */
  remark?: boolean;
  decide(issue: Issue, command: CommandOf<V>, context: DecideContext): Decision;
  /** The person the command names, who must belong to the home tenant. */
  names?(command: CommandOf<V>): number | undefined;
  /** What is said when it was done, without number and full stop. @param issue after the step */
  done(command: CommandOf<V>, issue: Issue, names: StepNames): string;
  /** The history row without who and when. Rows of older versions may lack any detail. */
  history(detail: Detail, ctx: ViewContext): string;
  /** Rows of the command table, in the order of help. */
  says: readonly R[];
  forms?: readonly VerbForm[];
  tap?: Tap;
  /** Buttons of the card in this state; who may press is asked besides. */
  buttons?(issue: Issue, view: ButtonView): VerbButton[];
  /** Whether this reader is offered the button at all, beyond the right to it. */
  offered?(issue: Issue, reader: Actor, directory: Directory): boolean;
  /** A line of the problem's card about what the verb left behind, as markdown; '' for none. */
  fact?(issue: Issue, ctx: ViewContext): string;
  /** Notices that belong to this verb alone. */
  notices?: Readonly<Partial<Record<keyof OwnReasons, Notice>>>;
  /** Refusals that belong to this verb alone, each a sentence of at most 60 characters. */
  refusals?: Readonly<Partial<Record<keyof OwnRefusals, string>>>;
}

/** A descriptor; the calls its rows read stay known in its type. */
export function verb<V extends IssueVerb, const R extends VerbRow>(descriptor: Verb<V, R>): Verb<V, R> {
  return descriptor;
}

/** A tap with arguments. */
export function tap<A>(args: z.ZodType<A>, command: (args: A) => IssueCommand): Tap<A> {
  return { args, command };
}
