/** What a decision hands back to the shell: next state, history, messages, answer; or a polite no. */
import type { HistoryEvent, Issue } from './issue.ts';
import type { Rung } from './model.ts';

/** Reasons that belong to one verb alone; its descriptor in src/verbs/ declares them here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the descriptors
export interface OwnReasons {}

/** Refusals that belong to one verb alone; its descriptor declares them here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the descriptors
export interface OwnRefusals {}

/** Why somebody gets a private card. Text and validity of each: src/verbs/notices.ts. */
export type NoticeReason =
  | keyof OwnReasons
  | 'to-route'
  | 'to-sign'
  | 'bounced'
  | 'frozen'
  | 'co-unit'
  | 'to-verify'
  | 'false-close'
  | 'to-approve'
  | 'extension-approved'
  | 'extension-refused'
  | 'pause-approved'
  | 'pause-refused'
  | 'resumed'
  | 'closed'
  | 'reopened'
  | 'voided'
  | 'urged'
  | 'appealed'
  | 'appeal-decided'
  | 'rate'
  | 'unsatisfied'
  | 'look-back'
  | 'co-units-done'
  | 'progress'
  /** The step they were told about was taken back (撤销). */
  | 'undone'
  | `rung-${Rung}`
  | 'rung-empty'
  /** Everybody of a level wants no reminder or cannot be reached; the next one has heard instead. */
  | 'level-silent';

/** Messages an issue asks for. The refresh of its live cards follows from the new version by itself. */
export type IssueEffect =
  /** A private card for one person who must act or know. `late`: missed in an outage, made up for now (补发). */
  | {
      kind: 'notify';
      personId: number;
      reason: NoticeReason;
      urgent?: boolean;
      note?: string;
      late?: boolean;
      /** Whom it was for, when a deputy hears instead. */
      forId?: number;
    }
  /** A live card in a further group. */
  | { kind: 'show-in'; chatId: string };

/** Codes of refusals; the text for each stands in cards/words.ts. `may` names who could. */
export interface Refusal {
  code: RefusalCode;
  /** Values for the text: names, counts, dates (already readable) or ids the view resolves. */
  params?: Record<string, string | number>;
}

export type RefusalCode =
  | keyof OwnRefusals
  | 'not-yours-to-see'
  | 'problems-only'
  | 'of-a-link'
  | 'may-not'
  | 'wrong-status'
  | 'already-done'
  | 'already-signed'
  | 'reason-needed'
  | 'result-needed'
  | 'text-needed'
  | 'text-too-long'
  | 'frozen-office-only'
  | 'own-report'
  | 'co-units-open'
  | 'co-unit-unknown'
  | 'after-deadline'
  | 'deadline-not-later'
  | 'deadline-past'
  | 'pause-limit'
  | 'long-term'
  | 'request-pending'
  | 'nothing-pending'
  | 'urged-today'
  | 'same-unit'
  | 'already-rated'
  | 'not-overdue'
  | 'undo-too-late'
  | 'undo-not-last'
  | 'undo-not-yours'
  | 'group-not-bound'
  | 'enterprise-only-here'
  | 'no-project'
  | 'project-archived'
  | 'project-ended'
  | 'unit-unknown'
  | 'person-unknown'
  | 'issue-unknown'
  | 'already-appealed'
  | 'nothing-to-acknowledge'
  | 'not-muted';

export interface Decided {
  ok: true;
  issue: Issue;
  events: HistoryEvent[];
  effects: IssueEffect[];
}

export interface Refused {
  ok: false;
  refusal: Refusal;
}

export type Decision = Decided | Refused;

/** Short way to say no. */
export function refuse(code: RefusalCode, params?: Refusal['params']): Refused {
  return { ok: false, refusal: params ? { code, params } : { code } };
}
