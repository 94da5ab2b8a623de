/** The auditor: goes over all open problems, a page a tick, repairs what it can and tells the office. */
import { derive } from '../commands/apply.ts';
import { auditPage, oldestWaiting, overdueLooks, staleCards, wakeCard } from '../db/audit.ts';
import { loadIssueForUpdate, saveIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { readStates, saveState } from '../db/setting.ts';
import type { TickFacts } from '../db/tick-facts.ts';
import type { Deps } from '../deps.ts';
import { type Finding, isClockRight } from '../domain/audit.ts';
import type { Directory } from '../domain/directory.ts';
import { sendableAt } from '../domain/sendable.ts';
import { dayOf, type Instant, MINUTE } from '../domain/time.ts';
import { AUDIT_REPORT } from '../kinds/messages.ts';
import { describeError } from '../log.ts';
import { officeRows, topOffice } from './office-post.ts';

/** Bounds what a tick costs; five thousand open problems are gone over in five minutes. */
const PAGE = 1000;
/** A rung later than this is a fault; the product promises the minute. */
const LATE_MS = 5 * MINUTE;
/** A queue that has not moved for this long does not move at all; a large wave takes less. */
const STUCK_MS = 90 * MINUTE;
/** Between the end of a sweep and the next; only what is late is looked for meanwhile. */
const REST_MS = 5 * MINUTE;
const KEPT = 50;

/** Where a sweep stands; kept in the database, so that a restart goes on with it. */
interface Sweep {
  after: number;
  checked: number;
  findings: Finding[];
}

/** What the last whole sweep found. */
export interface LastSweep {
  at: Instant;
  /** Calendar and hours it was made by: after a change of these, columns are brought up to date, which is no fault. */
  by: string;
  checked: number;
  findings: Finding[];
}

const NEW_SWEEP: Sweep = { after: 0, checked: 0, findings: [] };
const SWEEP_STATE = 'audit';
const LAST_STATE = 'audit-last';
/** Names of what the auditor remembers, in the order `standingOf` takes them. */
export const AUDIT_STATES = [SWEEP_STATE, LAST_STATE] as const;

interface Standing {
  sweep: Sweep;
  before: LastSweep | undefined;
  by: string;
}

function standingOf([sweep, last]: unknown[], directory: Directory): Standing {
  return {
    sweep: (sweep as Sweep | undefined) ?? NEW_SWEEP,
    before: last as LastSweep | undefined,
    by: rulesOfTime(directory),
  };
}

/** @returns what the last whole sweep found, while the next has to wait */
function atRest({ sweep, before, by }: Standing, at: Instant): LastSweep | undefined {
  const rests = sweep.after === 0 && before?.by === by && at >= before.at && at - before.at < REST_MS;
  return rests ? before : undefined;
}

/**
 * Between two sweeps: whether all is well, as `auditIssues` would say; undefined: it has something to do.
 * @param facts read after everything due was done
 */
export function verdictAtRest(facts: TickFacts, directory: Directory, at: Instant): boolean | undefined {
  const states = AUDIT_STATES.map((name) => facts.learnt[name]);
  const rest = atRest(standingOf(states, directory), at);
  if (!rest) return undefined;
  const { issueDueAt, messageDueAt, cardDueAt } = facts;
  const isBefore = (dueAt: Instant | null, limit: Instant) => dueAt !== null && dueAt <= limit;
  const stuck = isBefore(messageDueAt, at - STUCK_MS) || isBefore(cardDueAt, at - STUCK_MS);
  return rest.findings.length === 0 && !isBefore(issueDueAt, at - LATE_MS) && !stuck;
}

/**
 * One page further, or a rest between two sweeps. Runs under the tick's lease, after everything due was done.
 * @returns whether all is well: the last whole sweep found nothing, nothing is late and messages leave
 */
export async function auditIssues(deps: Deps, at: Instant): Promise<boolean> {
  const state = await deps.db.read(async (tx) => ({
    ...standingOf(await readStates(tx, AUDIT_STATES), await deps.directory.get(tx)),
    // After a tick nothing due is left but what failed.
    late: await overdueLooks(tx, at - LATE_MS, KEPT),
    stuck: (await oldestWaiting(tx, at - STUCK_MS)) !== null,
  }));
  const { late, stuck } = state;
  const last = atRest(state, at) ?? (await sweepOn(deps, state, at));
  return last !== undefined && last.findings.length === 0 && late.length === 0 && !stuck;
}

/** @returns what the last whole sweep found, this one if it ends here */
async function sweepOn(
  deps: Deps,
  state: Standing & { late: number[] },
  at: Instant,
): Promise<LastSweep | undefined> {
  const { sweep, before, by, late } = state;
  const found = await findFaults(deps, sweep.after, at);
  const repaired = await repairAll(deps, { ...found, late }, at);
  const faults = repaired.filter((one) => one.kind !== 'clock' || !one.repaired || before?.by === by);
  // A repair that is needed again did not hold.
  const again = (one: Finding) =>
    before?.findings.some((old) => old.kind === one.kind && old.issueId === one.issueId) === true;
  const told = faults.map((one) => (again(one) ? { ...one, repaired: false } : one));
  const findings = [...sweep.findings, ...told].slice(0, KEPT);
  const next = { after: found.last, checked: sweep.checked + found.checked, findings };
  return deps.db.transaction(async (tx) => {
    if (found.checked === PAGE) {
      await saveState(tx, SWEEP_STATE, next);
      return before;
    }
    if (sweep.after !== NEW_SWEEP.after) await saveState(tx, SWEEP_STATE, NEW_SWEEP);
    return endSweep(deps, tx, next, { at, by });
  });
}

/** Everything beside an issue's own facts that its times follow from. */
function rulesOfTime({ calendar, settings }: Directory): string {
  const { hours, quiet, unroutedClock, timeZone } = settings;
  return JSON.stringify([calendar.fingerprint, hours, quiet, unroutedClock, timeZone]);
}

interface Faults {
  checked: number;
  last: number;
  clocks: number[];
  cards: { id: number; issueId: number; version: number }[];
}

function findFaults(deps: Deps, after: number, at: Instant): Promise<Faults> {
  return deps.db.read(async (tx) => {
    const directory = await deps.directory.get(tx);
    const page = await auditPage(tx, { after, limit: PAGE });
    const ids = page.map(({ issue }) => issue.id);
    return {
      checked: page.length,
      last: ids.at(-1) ?? after,
      clocks: page
        .filter(({ issue, stored }) => !isRight(() => isClockRight(issue, stored, directory, at)))
        .map(({ issue }) => issue.id),
      cards: await staleCards(tx, ids, at),
    };
  });
}

/** Facts that cannot even be read are a finding like any other, and must not end the sweep. */
function isRight(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

async function repairAll(
  deps: Deps,
  { clocks, cards, late }: Faults & { late: number[] },
  at: Instant,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const repair = async (finding: Omit<Finding, 'repaired'>, work: (tx: Tx) => Promise<void>) => {
    try {
      await deps.db.transaction(work);
      findings.push({ ...finding, repaired: true });
    } catch (error) {
      deps.log.error('audit.repair-failed', { ...finding, ...describeError(error) });
      findings.push({ ...finding, repaired: false });
    }
  };
  for (const issueId of clocks) {
    await repair({ issueId, kind: 'clock' }, async (tx) => {
      const issue = await loadIssueForUpdate(tx, issueId);
      if (issue) await saveIssue(tx, issue, derive(issue, await deps.directory.get(tx)));
    });
  }
  for (const { id, issueId, version } of cards) {
    await repair({ issueId, kind: 'card' }, (tx) => wakeCard(tx, id, version, at));
  }
  const known = new Set(clocks);
  findings.push(
    ...late
      .filter((id) => !known.has(id))
      .map((issueId) => ({ issueId, kind: 'late' as const, repaired: false })),
  );
  if (findings.length > 0)
    deps.log.warn('audit.found', { clocks: clocks.length, cards: cards.length, late: late.length });
  return findings;
}

/** Notes what the sweep found and, once a day for the same, tells the top office what somebody has to look after. */
async function endSweep(
  deps: Deps,
  tx: Tx,
  sweep: Sweep,
  { at, by }: Pick<LastSweep, 'at' | 'by'>,
): Promise<LastSweep> {
  const findings = [...new Map(sweep.findings.map((one) => [`${one.kind}:${one.issueId}`, one])).values()];
  const last: LastSweep = { at, by, checked: sweep.checked, findings };
  await saveState(tx, LAST_STATE, last);
  const left = findings.filter((one) => !one.repaired);
  if (left.length === 0) return last;
  const directory = await deps.directory.get(tx);
  const day = dayOf(at, directory.settings.timeZone);
  const what = left.map((one) => `${one.kind}${one.issueId}`).join('.');
  const office = await topOffice(tx, directory);
  if (!office) return last;
  const post = {
    kinds: [AUDIT_REPORT],
    areaId: office.areaId,
    day,
    late: false,
    about: { findings: left },
    which: what,
  };
  const rows = await officeRows({ deps, tx, directory, at: sendableAt(at, directory.clock) }, office, post);
  await enqueue(tx, rows, at);
  return last;
}
