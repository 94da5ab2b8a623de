/** One problem (问题) and the words for what can happen to it. See product.md §3 for the life cycle. */
import type { DeadlineRule } from './deadline.ts';
import type { Rules, Rung } from './model.ts';
import type { Day, Instant } from './time.ts';

/** 待转办 · 待签收 · 办理中 · 已挂账 · 待核验 · 已销号 · 已作废 */
export type Status = 'unrouted' | 'unsigned' | 'working' | 'paused' | 'verifying' | 'closed' | 'void';

/** 问题 · 环节 · 容缺 · 议定 · 批示 · 任务: one clock for all of them, the kind decides words and where they are shown. */
export type ItemKind = 'problem' | 'link' | 'deferral' | 'decision' | 'instruction' | 'task';

export const ITEM_KINDS: readonly ItemKind[] = [
  'problem',
  'link',
  'deferral',
  'decision',
  'instruction',
  'task',
];

/** Whether it has a live card in the groups of its project; the others live on the project's card and in digests. */
export function isPosted(kind: ItemKind): boolean {
  return kind !== 'link' && kind !== 'deferral' && kind !== 'task';
}

/** Whether the enterprise rates it, and it is looked back at (回头看): what was a problem of theirs. */
export function isRated(kind: ItemKind): boolean {
  return kind === 'problem';
}

export const OPEN_STATUSES: readonly Status[] = ['unrouted', 'unsigned', 'working', 'paused', 'verifying'];

/** Nobody works on it: somebody is waited for. */
export const WAITING_STATUSES: readonly Status[] = ['unrouted', 'unsigned', 'verifying'];

export const TITLE_LIMIT = 80;
export const TEXT_LIMIT = 5000;

export interface Deadline {
  at: Instant;
  day: Day;
  /** Only when the text named an hour. */
  hour?: string;
  /** The words it was read from, or '默认5个工作日'. */
  phrase: string;
  rule: DeadlineRule;
  /** The calendar changed since: the day before, and the day counted where that would have been overdue at once. */
  recounted?: { from: Day; counted?: Day };
}

/** The clock standing still (挂账), approved by the office. */
export interface Pause {
  from: Instant;
  /** Expected end; the issue resumes by itself on the morning of this day. */
  expected: Day;
  until: Instant | null;
  reason: string;
  chaserId: number;
  approvedBy: number;
}

export interface Bounce {
  unitId: number;
  byId: number;
  at: Instant;
  reason: string;
}

/** Asked for and waiting for the office: 延期 or 挂账. */
export type PendingRequest =
  | { kind: 'extension'; byId: number; at: Instant; reason: string; to: Deadline }
  | { kind: 'pause'; byId: number; at: Instant; reason: string; expected: Day; chaserId: number };

export interface CoUnit {
  unitId: number;
  doneAt: Instant | null;
  doneBy: number | null;
}

export type Satisfaction = 'satisfied' | 'fairly' | 'unsatisfied';

export interface LadderState {
  /** Grows whenever the deadline or the run of the clock changes, so that an old step cannot act. */
  generation: number;
  /** When this generation began; a near-due reminder that was due before waits for the next morning. */
  startedAt: Instant;
  fired: Rung[];
  acknowledgedAt: Instant | null;
  acknowledgedBy: number | null;
}

export interface Appeal {
  byId: number;
  at: Instant;
  reason: string;
  decision: 'exempt' | 'refused' | null;
  decidedBy: number | null;
  decidedAt: Instant | null;
}

/** A reminder by hand (催办): once per item, working day and person. */
export interface Urge {
  byId: number;
  day: Day;
  /** Whoever urged hears of the next progress, once. */
  answered: boolean;
}

/** Where an imported item (导入) came from, and what its row did not say. */
export interface Imported {
  file: string;
  /** As people find it again: 第5行, or a sheet with it. */
  row: string;
  at: Instant;
  /** Struck off already, without a day or a deadline in the row: it says nothing about being in time. */
  unrated?: true | undefined;
  /** Overdue already: no reminder until somebody takes a step or says 开始提醒. */
  sleeping?: true | undefined;
}

/** Whether the clock keeps quiet about it: imported overdue, and nobody has taken it up. */
export function isAsleep({ imported }: Pick<Issue, 'imported'>): boolean {
  return imported?.sleeping === true;
}

export interface Issue {
  /** `#n`; unique in the deployment, never reused. */
  id: number;
  /** Grows by one with every change; cards show which version they were drawn from. */
  version: number;
  kind: ItemKind;
  /** Of kinds 环节 and 容缺: the link of the project. */
  linkId: number | null;
  /** Of kind 任务. */
  batchId: number | null;
  status: Status;
  title: string;
  text: string;
  areaId: number;
  projectId: number | null;
  categoryId: number | null;
  unitId: number | null;
  /** Who signed for it, or was named when it was routed (签收人). */
  assigneeId: number | null;
  coUnits: CoUnit[];
  reporterId: number;
  /** Author of the message that was logged by reply, when not the reporter. */
  sourcePersonId: number | null;
  sourceMessageId: string | null;
  /** When that message was recalled by its author. */
  sourceRecalledAt?: Instant | undefined;
  originChatId: string | null;
  loggedAt: Instant;
  routedAt: Instant | null;
  signedAt: Instant | null;
  doneAt: Instant | null;
  doneBy: number | null;
  result: string | null;
  /** null though closed: imported as struck off on no known day. */
  closedAt: Instant | null;
  closedBy: number | null;
  onTheSpot: boolean;
  greenChannel: boolean;
  deadline: Deadline;
  /** The first deadline, kept visible once an extension was approved. */
  originalDeadline: Deadline | null;
  bounces: Bounce[];
  /** Second bounce: only the office may route now (踢皮球 breaker). */
  frozen: boolean;
  pauses: Pause[];
  pending: PendingRequest | null;
  falseCloses: number;
  reopens: number;
  satisfaction: { score: Satisfaction; reason: string | null; byId: number; at: Instant } | null;
  measure: string | null;
  appeal: Appeal | null;
  /** To be put before the next meeting (上会). */
  onAgenda: boolean;
  /** Starts of earlier yellow runs; two within the window make red. */
  pastYellows: Instant[];
  lookBackOn: Day | null;
  urges: Urge[];
  /** Who wants no automatic reminder of it any more (不再提醒). */
  mutedBy: number[];
  /** Absent: it was logged here. */
  imported?: Imported | undefined;
  /** Last step a person took with it; an acknowledged rung lapses when this stands still. */
  changedAt: Instant;
  ladder: LadderState;
  rules: Rules;
}

/**
 * Parameters of verbs whose decision stands in their own descriptor: src/verbs/<verb>.ts declares them here
 * (`declare module`), so that the union below is complete without this file naming them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the descriptors
export interface OwnCommands {}

type OwnCommand = { [V in keyof OwnCommands]: { verb: V } & OwnCommands[V] }[keyof OwnCommands];

/** Every word a person (or the clock) can say to an issue that exists. What belongs to each: src/verbs/. */
export type IssueCommand =
  | OwnCommand
  | { verb: 'route'; unitId: number; assigneeId?: number }
  | { verb: 'sign' }
  | { verb: 'bounce'; reason: string }
  | { verb: 'progress'; note: string }
  /** `override`: goes past open co-units, if it is the office that says so. */
  | { verb: 'report-done'; result: string; override?: boolean }
  | { verb: 'verify'; confirmed: true; note?: string }
  | { verb: 'verify'; confirmed: false; reason: string }
  | { verb: 'reopen'; reason: string }
  | { verb: 'void'; reason: string }
  | { verb: 'add-co-unit'; unitId: number }
  | { verb: 'tick-co-unit'; unitId?: number }
  | { verb: 'request-extension'; to: Deadline; reason: string }
  | { verb: 'request-pause'; expected: Day; reason: string; chaserId: number }
  | { verb: 'decide-request'; approve: boolean; note?: string }
  | { verb: 'resume' }
  | { verb: 'urge' }
  | { verb: 'acknowledge' }
  | { verb: 'mute' }
  | { verb: 'unmute' }
  | { verb: 'appeal'; reason: string }
  | { verb: 'decide-appeal'; exempt: boolean; note?: string }
  | { verb: 'put-on-agenda' }
  | { verb: 'rate'; score: Satisfaction; reason?: string }
  | { verb: 'write-measure'; text: string }
  /** `misspelt`: what the title ends in and was meant for the unit. */
  | {
      verb: 'correct';
      unitId?: number;
      projectId?: number | null;
      deadline?: Deadline;
      text?: string;
      misspelt?: string;
      /** Why. */
      note?: string;
    }
  | { verb: 'attach'; attachment: { kind: string; key: string; name?: string; messageId: string } }
  | { verb: 'show-in'; chatId: string };

export type IssueVerb = IssueCommand['verb'];

/**
 * What a history row can be about; `log`, `import`, the clock's own steps and undo beside the commands. `rewind`: what a clock
 * that ran ahead did too early was taken back.
 */
export type HistoryVerb =
  | IssueVerb
  | 'log'
  /** It came from a file, or a file brought something new about it. */
  | 'import'
  | 'undo'
  | 'rung'
  | 'auto-resume'
  | 'look-back'
  | 'recompute'
  | 'rewind'
  | 'source-recalled'
  | 'unit-reform'
  /** 卡, 不卡: it holds up a link of the project, or no more. */
  | 'block'
  | 'unblock'
  | 'rules';

export interface HistoryEvent {
  verb: HistoryVerb;
  /** Facts for the reader: ids, reasons, old and new values. Serialisable. */
  detail: Record<string, unknown>;
}

/** A history row as read back. */
export interface HistoryRow extends HistoryEvent {
  id: number;
  issueId: number;
  at: Instant;
  /** null: the clock. */
  actorId: number | null;
  messageId: string | null;
}
