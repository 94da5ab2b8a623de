/** How every decision is put together: next state, one version up; history; who is told, each person once. */
import type { Actor } from '../actor.ts';
import { type Decided, type IssueEffect, type NoticeReason, type Refused, refuse } from '../decision.ts';
import type { Directory } from '../directory.ts';
import { type HistoryEvent, type Issue, type LadderState, TEXT_LIMIT } from '../issue.ts';
import type { Rung } from '../model.ts';
import { officePeople, type Routed, unitContacts } from '../recipients.ts';
import type { Instant } from '../time.ts';

/** What a decision may look at beside the issue. */
export interface DecideContext {
  now: Instant;
  actor: Actor;
  directory: Directory;
}

/** People to tell privately, and why. */
export interface Told {
  personIds: readonly number[];
  reason: NoticeReason;
  note?: string;
  urgent?: boolean;
  late?: boolean;
}

/**
 * One notice per person, the first reason winning; never to `exceptId`, who did it. A deputy hears instead of who is
 * away; who is away hears after all when the deputy cannot be reached.
 */
export function notices(told: readonly Told[], exceptId: number | null, directory: Directory): IssueEffect[] {
  const seen = new Set<number | null>([exceptId]);
  const effects: IssueEffect[] = [];
  for (const { personIds, ...why } of told) {
    for (const named of personIds) {
      const personId = directory.deputyOf(named) ?? named;
      if (seen.has(personId)) continue;
      seen.add(personId);
      effects.push({ kind: 'notify', personId, ...why, ...(personId !== named && { forId: named }) });
    }
  }
  return effects;
}

/** History with, in the last row, whom the step was told to: whoever takes it back must tell them. */
export function recordTold(events: readonly HistoryEvent[], effects: readonly IssueEffect[]): HistoryEvent[] {
  const told = effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.personId] : []));
  const last = events.at(-1);
  if (!last || told.length === 0) return [...events];
  return [...events.slice(0, -1), { ...last, detail: { ...last.detail, told } }];
}

/** The decision: `patch` over `before`. `changedAt` moves unless the patch says otherwise. */
export function change(
  before: Issue,
  patch: Partial<Issue>,
  events: readonly HistoryEvent[],
  told: readonly Told[],
  context: DecideContext,
): Decided {
  const issue = { ...before, changedAt: context.now, ...patch, version: before.version + 1 };
  const effects = notices(told, context.actor.person.id, context.directory);
  return { ok: true, issue, events: recordTold(events, effects), effects };
}

/** A step that is written down but moves nothing, so that an acknowledgement goes on lapsing. */
export function annotate(
  before: Issue,
  patch: Partial<Issue>,
  event: HistoryEvent,
  told: readonly Told[],
  context: DecideContext,
): Decided {
  return change(before, { changedAt: before.changedAt, ...patch }, [event], told, context);
}

/** The ladder after the deadline or the run of the clock changed; `keep`: rungs that need not be heard again. */
export function nextGeneration(ladder: LadderState, now: Instant, keep: readonly Rung[] = []): LadderState {
  return {
    generation: ladder.generation + 1,
    startedAt: now,
    fired: [...keep],
    acknowledgedAt: null,
    acknowledgedBy: null,
  };
}

/** The refusal for a step that does not fit the status. */
export function wrongStatus(issue: Issue): Refused {
  return refuse('wrong-status', { status: issue.status });
}

/** Somebody did it already; `byId` says who, when known. */
export function alreadyDone(byId: number | null): Refused {
  return byId === null ? refuse('already-done') : refuse('already-done', { byId });
}

/** Words a person must give: trimmed, not empty, within {@link TEXT_LIMIT} characters. */
export function requireText(
  text: string,
  missing: 'reason-needed' | 'result-needed' | 'text-needed',
): { ok: true; text: string } | Refused {
  const trimmed = text.trim();
  if (trimmed === '') return refuse(missing);
  const count = [...trimmed].length;
  return count > TEXT_LIMIT
    ? refuse('text-too-long', { count, limit: TEXT_LIMIT })
    : { ok: true, text: trimmed };
}

/** Tells the unit's contact; a unit without people passes to the office, which hears why. */
export function tellUnit(
  issue: Routed,
  unitId: number | null,
  reason: NoticeReason,
  directory: Directory,
): Told {
  const personIds = unitContacts(unitId, directory);
  if (personIds.length > 0) return { personIds, reason };
  const name = unitId === null ? undefined : directory.unit(unitId)?.name;
  return { personIds: officePeople(issue, directory), reason: 'rung-empty', ...(name ? { note: name } : {}) };
}

/** Tells the person named or signed, else as {@link tellUnit}. */
export function tellResponsible(issue: Routed, reason: NoticeReason, directory: Directory): Told {
  if (issue.unitId !== null && issue.assigneeId !== null) return { personIds: [issue.assigneeId], reason };
  return tellUnit(issue, issue.unitId, reason, directory);
}
