/** Every word said to an issue that exists: who may, then what follows. Pure; the shell loads, saves and sends. */
import { allows } from './access.ts';
import {
  decideAcknowledge,
  decideAgenda,
  decideAppeal,
  decideAppealed,
  decideMute,
  decideUnmute,
  decideUrge,
} from './decide/attention.ts';
import type { DecideContext } from './decide/change.ts';
import { decideRequest, decideRequestExtension, decideRequestPause, decideResume } from './decide/clock.ts';
import { decideAttach, decideCorrect, decideShowIn } from './decide/correct.ts';
import { decideBounce, decideRoute, decideSign } from './decide/routing.ts';
import { decideMeasure, decideRate, decideReopen, decideVerify, decideVoid } from './decide/verify.ts';
import { decideAddCoUnit, decideProgress, decideReportDone, decideTickCoUnit } from './decide/work.ts';
import type { Decision } from './decision.ts';
import type { Issue, IssueCommand } from './issue.ts';
import { actsFor } from './issue-people.ts';

export type { DecideContext } from './decide/change.ts';
export { decideUndo } from './decide/undo.ts';

/**
 * Decides one command on one issue: the next state whole, its history and whom to tell, or a polite no. Rights come
 * first, so a refusal tells an outsider nothing about the state. Never throws, never changes what it is given.
 */
export function decideIssue(issue: Issue, command: IssueCommand, context: DecideContext): Decision {
  const allowed = allows(context.actor, command.verb, issue, context.directory);
  if (allowed !== true) return allowed;
  return onBehalf(decideVerb(issue, command, context), issue, context);
}

/** History says who acted; for a deputy also in whose place. */
function onBehalf(decision: Decision, issue: Issue, context: DecideContext): Decision {
  if (!decision.ok) return decision;
  const away = actsFor(issue, context.actor, context.directory);
  if (away.length === 0) return decision;
  const events = decision.events.map((event) => ({ ...event, detail: { ...event.detail, for: away } }));
  return { ...decision, events };
}

function decideVerb(issue: Issue, command: IssueCommand, context: DecideContext): Decision {
  switch (command.verb) {
    case 'route':
      return decideRoute(issue, command, context);
    case 'sign':
      return decideSign(issue, context);
    case 'bounce':
      return decideBounce(issue, command, context);
    case 'progress':
      return decideProgress(issue, command, context);
    case 'report-done':
      return decideReportDone(issue, command, context);
    case 'verify':
      return decideVerify(issue, command, context);
    case 'reopen':
      return decideReopen(issue, command, context);
    case 'void':
      return decideVoid(issue, command, context);
    case 'add-co-unit':
      return decideAddCoUnit(issue, command, context);
    case 'tick-co-unit':
      return decideTickCoUnit(issue, command, context);
    case 'request-extension':
      return decideRequestExtension(issue, command, context);
    case 'request-pause':
      return decideRequestPause(issue, command, context);
    case 'decide-request':
      return decideRequest(issue, command, context);
    case 'resume':
      return decideResume(issue, context);
    case 'urge':
      return decideUrge(issue, context);
    case 'acknowledge':
      return decideAcknowledge(issue, context);
    case 'mute':
      return decideMute(issue, context);
    case 'unmute':
      return decideUnmute(issue, context);
    case 'appeal':
      return decideAppeal(issue, command, context);
    case 'decide-appeal':
      return decideAppealed(issue, command, context);
    case 'put-on-agenda':
      return decideAgenda(issue, context);
    case 'rate':
      return decideRate(issue, command, context);
    case 'write-measure':
      return decideMeasure(issue, command, context);
    case 'correct':
      return decideCorrect(issue, command, context);
    case 'attach':
      return decideAttach(issue, command, context);
    case 'show-in':
      return decideShowIn(issue, command, context);
    default: {
      const unknown: never = command;
      return unknown;
    }
  }
}
