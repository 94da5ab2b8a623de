/** Items that come from a ledger (导入): what was there before us, without ringing anybody. Who may is asked by the caller. */
import { type CreatedItem, createItem } from './create-item.ts';
import { nextGeneration } from './decide/change.ts';
import type { Directory } from './directory.ts';
import type { Deadline, HistoryEvent, Issue, ItemKind } from './issue.ts';
import { defaultDeadline } from './limit.ts';
import { longTermDeadline } from './long-term.ts';
import { type Day, dayOf, type Instant, instantAt, MINUTE } from './time.ts';
import { titleOf } from './title.ts';

/** What a row says of its deadline; 'default': nothing. */
export type ImportedDeadline = Deadline | { longTerm: string } | 'default';

export interface ImportedFacts {
  kind?: ItemKind;
  title: string;
  /** The whole text; the title when absent. */
  text?: string;
  projectId: number | null;
  areaId?: number;
  /** null: it waits for the office to route it. */
  unitId: number | null;
  coUnitIds?: readonly number[];
  assigneeId?: number | null;
  categoryId?: number | null;
  /** The day it was raised, when the row says so. */
  loggedOn?: Day | null;
  deadline: ImportedDeadline;
  /** 整改措施: what is to be done about it. */
  measure?: string | null;
  progress?: { text: string; on: Day | null } | null;
  state: 'open' | { closedOn: Day | null; result?: string | null };
  /** Who verified it, as the file writes it, and where it came from. */
  verifier?: string | null;
  source?: string | null;
  note?: string | null;
  file: string;
  /** 第5行, or a sheet with it. */
  row: string;
}

const LINES = [
  ['measure', '措施'],
  ['source', '来源'],
  ['verifier', '核验人'],
  ['note', '备注'],
] as const;

/** The row's words that have no field of their own stand below the text, so that nothing of it is lost. */
function textOf(facts: ImportedFacts): string {
  const lines = LINES.flatMap(([key, name]) => (facts[key]?.trim() ? [`${name}：${facts[key].trim()}`] : []));
  return [facts.text?.trim() || facts.title.trim(), ...lines].join('\n');
}

/**
 * An item of a row. Nobody is told: its history says where it came from, the morning's digests list what is to be done.
 * - Overdue already and open: it has its true light and sleeps until a step or 开始提醒.
 * - Struck off already: on the day of the file; without one on no day (`closedAt` null), and then it is in no period and
 *   counts for no rate. It is neither looked back at nor rated.
 * - With a 进展 the unit knows of it, so it need not be signed for again.
 */
export function createImported(
  facts: ImportedFacts,
  byId: number,
  directory: Directory,
  now: Instant,
): CreatedItem {
  const deadline = deadlineOf(facts, now, directory);
  const created = createItem(
    {
      kind: facts.kind ?? 'problem',
      title: titleOf(facts.title.trim()),
      text: textOf(facts),
      projectId: facts.projectId,
      ...(facts.areaId !== undefined && { areaId: facts.areaId }),
      unitId: facts.unitId,
      assigneeId: facts.unitId === null ? null : (facts.assigneeId ?? null),
      reporterId: byId,
      deadline,
      now,
      tell: false,
    },
    byId,
    directory,
  );
  const { file, row, progress } = facts;
  const closed = facts.state === 'open' ? null : facts.state;
  const given = facts.deadline !== 'default' && !('longTerm' in facts.deadline);
  const over = closed === null && given && deadline.at < now;
  const unrated = closed !== null && (closed.closedOn === null || !given);
  const events: HistoryEvent[] = [
    { verb: 'import', detail: { file, row, title: created.issue.title, deadline: deadline.day } },
  ];
  if (progress)
    events.push({
      verb: 'import',
      detail: { what: 'progress', note: progress.text, on: progress.on, file, row },
    });
  const issue: Omit<Issue, 'id'> = {
    ...created.issue,
    categoryId: facts.categoryId ?? null,
    coUnits: coUnitsOf(facts, directory).map((unitId) => ({ unitId, doneAt: null, doneBy: null })),
    loggedAt: facts.loggedOn ? startOf(facts.loggedOn, now, directory) : now,
    ...(progress && created.issue.unitId !== null && { status: 'working' }),
    imported: { file, row, at: now, ...(over && { sleeping: true }), ...(unrated && { unrated: true }) },
  };
  if (closed === null) return { issue, events, effects: [] };
  events.push({ verb: 'import', detail: { what: 'closed', on: closed.closedOn, file, row } });
  return { issue: { ...issue, ...closing(facts, closed, now, directory) }, events, effects: [] };
}

function deadlineOf({ deadline, categoryId = null }: ImportedFacts, now: Instant, directory: Directory) {
  if (deadline === 'default') return defaultDeadline({ categoryId, greenChannel: false }, now, directory);
  return 'longTerm' in deadline ? longTermDeadline(deadline.longTerm, now, directory) : deadline;
}

function startOf(day: Day, now: Instant, { clock }: Directory): Instant {
  // Never the moment of the import itself: that stands for no day at all.
  return Math.min(now - 1, instantAt(day, clock.hours.start, clock.timeZone));
}

function coUnitsOf({ coUnitIds = [], unitId }: ImportedFacts, directory: Directory): number[] {
  return [...new Set(coUnitIds)].filter((id) => {
    const unit = directory.unit(id);
    return id !== unitId && unit && !unit.closed;
  });
}

/**
 * Struck off at the end of working time of its day, if that is known. One whose first day is not known is logged after it was done, so
 * that no figure takes it for solved at once (db/stats.ts).
 */
function closing(
  { loggedOn, progress }: ImportedFacts,
  { closedOn, result }: Exclude<ImportedFacts['state'], 'open'>,
  now: Instant,
  directory: Directory,
): Partial<Issue> {
  const { clock } = directory;
  const doneAt = closedOn
    ? Math.min(now - MINUTE, instantAt(closedOn, clock.hours.end, clock.timeZone))
    : null;
  const closedAt = doneAt === null ? null : doneAt + MINUTE;
  const first = loggedOn ? startOf(loggedOn, now, directory) : null;
  const last = closedAt ?? now;
  return {
    status: 'closed',
    loggedAt: first !== null && first <= last ? first : last,
    doneAt,
    result: result?.trim() || progress?.text.trim() || null,
    closedAt,
    closedBy: null,
    lookBackOn: null,
    coUnits: [],
  };
}

/** What a file imported again says anew; absent: as before. */
export interface ImportedChange {
  unitId?: number;
  deadline?: Deadline | { longTerm: string };
  progress?: { text: string; on: Day | null };
  file: string;
  row: string;
}

/**
 * The item as a file imported again changes it, with one history row of import for each thing; null when nothing does.
 * Newer words of ours win: a 进展 dated before our last step is not taken, nor is anything of what is over or waits for
 * a decision.
 */
export function updateImported(
  issue: Issue,
  changed: ImportedChange,
  directory: Directory,
  now: Instant,
): { issue: Issue; events: HistoryEvent[]; effects: [] } | null {
  if (issue.status === 'closed' || issue.status === 'void' || issue.status === 'verifying' || issue.pending)
    return null;
  const { file, row } = changed;
  const events: HistoryEvent[] = [];
  let next = issue;
  if (changed.unitId !== undefined && changed.unitId !== issue.unitId && issue.status !== 'paused') {
    next = {
      ...next,
      unitId: changed.unitId,
      assigneeId: null,
      status: 'unsigned',
      routedAt: now,
      signedAt: null,
      coUnits: next.coUnits.filter((co) => co.unitId !== changed.unitId),
    };
    const detail = { what: 'update', unitId: changed.unitId, fromUnitId: issue.unitId, file, row };
    events.push({ verb: 'import', detail });
  }
  const deadline =
    changed.deadline === undefined
      ? undefined
      : 'longTerm' in changed.deadline
        ? longTermDeadline(changed.deadline.longTerm, now, directory)
        : changed.deadline;
  if (deadline && deadline.day !== issue.deadline.day && issue.status !== 'paused') {
    next = { ...next, deadline, originalDeadline: issue.originalDeadline ?? issue.deadline };
    const detail = { what: 'update', deadline: deadline.day, from: issue.deadline.day, file, row };
    events.push({ verb: 'import', detail });
  }
  if (changed.progress && !isOlder(changed.progress.on, issue, directory)) {
    const { text: note, on } = changed.progress;
    events.push({ verb: 'import', detail: { what: 'progress', note, on, file, row } });
  }
  if (events.length === 0) return null;
  const { sleeping: _, ...origin } = next.imported ?? { file, row, at: now };
  const over =
    next.deadline.at < now && (issue.imported?.sleeping === true || next.deadline !== issue.deadline);
  const moved = next.deadline !== issue.deadline || next.unitId !== issue.unitId;
  return {
    issue: {
      ...next,
      version: issue.version + 1,
      changedAt: now,
      // What was logged here stays of here, unless it is to sleep.
      imported: issue.imported || over ? { ...origin, ...(over && { sleeping: true as const }) } : undefined,
      ...(moved && { ladder: nextGeneration(issue.ladder, now) }),
    },
    events,
    effects: [],
  };
}

/** A 进展 of a day on which, or after which, somebody took a step here says nothing new. */
function isOlder(on: Day | null, issue: Issue, { clock }: Directory): boolean {
  if (on === null || issue.imported?.at === issue.changedAt) return false;
  return on <= dayOf(issue.changedAt, clock.timeZone);
}
