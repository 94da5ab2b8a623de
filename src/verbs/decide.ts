/** Every word said to a problem that exists: who may, then what follows. Pure; the shell loads, saves and sends. */
import { allowsRoles, type Where } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { DecideContext } from '../domain/decide/change.ts';
import { decideUndo as undoStep } from '../domain/decide/undo.ts';
import { type Decision, type Refused, refuse } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { HistoryRow, Issue, IssueCommand, IssueVerb } from '../domain/issue.ts';
import { actsFor } from '../domain/issue-people.ts';
import { isVerb, verbOf } from './verbs.ts';

/** Whether the person may say this verb to this problem; the refusal names who may. */
export function maySay(
  actor: Actor,
  verb: IssueVerb,
  issue: Issue,
  directory: Directory,
  where: Where = {},
): true | Refused {
  return allowsRoles(actor, verbOf(verb).may, issue, directory, where);
}

/**
 * Decides one command on one issue: the next state whole, its history and whom to tell, or a polite no. Rights come
 * first, so a refusal tells an outsider nothing about the state. Never throws, never changes what it is given.
 */
export function decideIssue(issue: Issue, command: IssueCommand, context: DecideContext): Decision {
  const allowed = maySay(context.actor, command.verb, issue, context.directory);
  if (allowed !== true) return allowed;
  const ended = refuseEnded(issue, command, context.directory);
  if (ended) return ended;
  return onBehalf(awake(issue, verbOf(command.verb).decide(issue, command, context)), issue, context);
}

/** Steps that leave a sleeping item asleep: they take nothing up. */
const IN_PASSING: readonly IssueVerb[] = ['mute', 'unmute', 'attach', 'show-in'];

/** A step of a person ends the sleep of what was imported overdue; once reopened it is rated like any other. */
function awake(before: Issue, decision: Decision): Decision {
  if (!decision.ok || before.imported === undefined) return decision;
  const { sleeping, unrated, ...origin } = before.imported;
  const passing = decision.events.every(({ verb }) => IN_PASSING.includes(verb as IssueVerb));
  const reopened = before.status === 'closed' && decision.issue.status !== 'closed';
  const imported = {
    ...origin,
    ...(sleeping && passing && { sleeping }),
    ...(unrated && !reopened && { unrated }),
  };
  return { ...decision, issue: { ...decision.issue, imported } };
}

/** In a project that has ended nothing is open, and nothing is opened again before somebody takes it up. */
function refuseEnded(issue: Issue, { verb }: IssueCommand, directory: Directory): Refused | undefined {
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  return verb === 'reopen' && project?.archived
    ? refuse('project-ended', { name: project.name, issue: issue.id })
    : undefined;
}

/** History says who acted; for a deputy also in whose place. */
function onBehalf(decision: Decision, issue: Issue, context: DecideContext): Decision {
  if (!decision.ok) return decision;
  const away = actsFor(issue, context.actor, context.directory);
  if (away.length === 0) return decision;
  const events = decision.events.map((event) => ({ ...event, detail: { ...event.detail, for: away } }));
  return { ...decision, events };
}

/** Steps that can be taken back: logging, and every verb that names its step. */
function isUndoable(last: HistoryRow): boolean {
  return last.verb === 'log' || (isVerb(last.verb) && verbOf(last.verb).step !== null);
}

/** 撤销: see {@link undoStep}. */
export function decideUndo(
  current: Issue,
  before: Issue | null,
  last: HistoryRow,
  context: DecideContext,
): Decision {
  return undoStep(current, before, last, isUndoable(last), context);
}
