/** Commands that act on one existing issue: load it locked, let the domain decide, write, answer. */

import { doneText } from '../cards/words-done.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Refusal } from '../domain/decision.ts';
import type { Issue, IssueCommand } from '../domain/issue.ts';
import { decideIssue } from '../verbs/decide.ts';
import { verbOf } from '../verbs/verbs.ts';
import { applyChange } from './apply.ts';
import type { CommandContext } from './context.ts';
import { holdLinkBack } from './link-guard.ts';
import { homeOnly } from './person.ts';

/** Runs one command on one issue. The answer is what the speaker is told; the cards follow by themselves. */
export async function runIssueCommand(
  context: CommandContext,
  issueId: number,
  command: IssueCommand,
): Promise<Answer> {
  const issue = await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  return decideAndApply(context, issue, command);
}

/** The same for an issue already loaded for update. */
export async function decideAndApply(
  context: CommandContext,
  issue: Issue,
  command: IssueCommand,
): Promise<Answer> {
  const { actor, directory, now } = context;
  const decision = decideIssue(issue, command, { now, actor, directory });
  if (!decision.ok) {
    return { kind: 'refusal', refusal: await nameWho(context, decision.refusal), issueId: issue.id };
  }
  if (await namesOutsider(context, command)) return homeOnly();
  const held = await holdLinkBack(context, issue, command);
  if (held) return held;
  await applyChange(sourceOf(context), issue, decision);
  return { kind: 'text', tone: 'success', text: doneText(command, decision.issue, directory) };
}

/** People of other tenants sign for nothing and chase nothing: they have no such rights and cannot be told. */
async function namesOutsider(context: CommandContext, command: IssueCommand): Promise<boolean> {
  const id = verbOf(command.verb).names?.(command);
  if (id === undefined || id === context.actor.person.id) return false;
  const [person] = await findPeople(context.tx, [id]);
  return person?.home !== true;
}

/** Somebody was quicker: the refusal says who. */
async function nameWho(context: CommandContext, refusal: Refusal): Promise<Refusal> {
  const { byId } = refusal.params ?? {};
  if (typeof byId !== 'number') return refusal;
  const [person] = await findPeople(context.tx, [byId]);
  const by = byId === context.actor.person.id ? '您' : person?.name;
  return by ? { ...refusal, params: { ...refusal.params, by } } : refusal;
}

/** Who and what a change is written down under. */
export function sourceOf(context: CommandContext) {
  return {
    tx: context.tx,
    now: context.now,
    directory: context.directory,
    newId: context.deps.newId,
    actorId: context.actor.person.id,
    messageId: context.messageId,
  };
}
