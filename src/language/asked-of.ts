/** Readings of what is asked of each problem, of numbers of steps, and of how many of some are also something else. */
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { EXTENSION_STEPS, type IssueFilter, RANKED_GROUPS, type Step } from '../domain/issue-filter.ts';
import type { Fact, Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { by, heardOf, type Part } from './reading-part.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';
import { isEvent } from './with-asked.ts';

/** 催办了多少回: of what was done on those days, whatever became of it. */
export function stepsOf(scan: Scan, context: ReadContext): Part {
  const { step = 'routed', bare } = scan;
  const states = scan.states.filter(
    (s) =>
      !(s.kind === 'extension' && EXTENSION_STEPS.includes(step)) && !(s.kind === 'mark' && s.mark === step),
  );
  const found = filterOf({ ...scan, states }, context);
  const { sort: _, unitIds, unitRole, ...rest } = found;
  const said = heardOf(scan, 'asked');
  // 我们局被退回了几次: of what is theirs.
  const passive = step === 'bounced' && /被|挨/.test(said);
  // Who sent it back is in the step; it is theirs no more.
  const units =
    unitIds === undefined
      ? {}
      : (step === 'bounced' && !scan.byAnyone && !passive) || (step === 'routed' && unitRole !== 'helping')
        ? { stepUnitIds: unitIds }
        : { unitIds, ...(unitRole && { unitRole }) };
  const most = scan.tags.has('most') || scan.tags.has('more');
  // 延期延得最多的是哪一件: how often, on each of them, the one with most at the head.
  const fact = TOLD_OF[step];
  if (most && fact && !scan.by && /哪(?:一|几)?[件条桩]/.test(heardOf(scan, 'count')))
    return {
      reading: { measure: 'list', filter: { ...rest, ...units, step, sort: 'times' }, fact },
      unread: [],
    };
  const grouped = by(scan);
  const groups = most && !grouped.by ? { by: 'unit' as const } : grouped;
  const reading: Reading = {
    measure: 'steps',
    filter: { ...rest, ...units, step },
    ...groups,
    ...(most && { most: 'count' as const }),
  };
  const wrong = states.some((s) => isLight(s) || s.kind === 'extension' || s.kind === 'mark');
  const apart = groups.by === undefined || RANKED_GROUPS.some((one) => one === groups.by);
  const misread = bare || wrong || !apart || scan.times !== undefined;
  return { reading, unread: misread ? [said] : [] };
}

/** What tells of one problem how often the step was taken. */
const TOLD_OF: Partial<Record<Step, Fact>> = {
  extended: 'extension',
  'asked-extension': 'extension',
  urged: 'urged',
  bounced: 'bounced',
  reopened: 'reopened',
  routed: 'routed',
};

/** What is asked of what is open, where nothing says in which state it is. */
const OF_OPEN: readonly Fact[] = [
  'age',
  'overdue',
  'deadline',
  'limit',
  'who',
  'waiting',
  'in-time',
  'progress',
];
const WHOLE: readonly Status[] = [...OPEN_STATUSES, 'closed'];

/** The list with what is asked of each, or how many of a set are so. */
export function factOf(scan: Scan, context: ReadContext): Reading {
  const fact = scan.fact ?? 'age';
  const part = partOf(scan, fact, context);
  if (part) return part;
  if (fact === 'extension') return extensionsOf(scan, context);
  const { definite } = scan;
  const stated = scan.states.length > 0 || scan.step !== undefined || scan.ages.length > 0;
  const added: Scan =
    stated || definite
      ? scan
      : fact === 'overdue'
        ? { ...scan, states: [{ kind: 'overdue' }] }
        : fact === 'paused'
          ? { ...scan, states: [{ kind: 'status', status: 'paused' }] }
          : fact === 'rating'
            ? { ...scan, states: [{ kind: 'closed' }] }
            : scan;
  const found = filterOf(added, context);
  const ever = definite && !stated && !OF_OPEN.includes(fact);
  const sort: IssueFilter['sort'] =
    found.sort ??
    (scan.longestPaused
      ? 'paused'
      : scan.latest
        ? 'step'
        : fact === 'deadline'
          ? 'deadline'
          : fact === 'logged'
            ? 'longest'
            : undefined);
  const filter: IssueFilter = {
    ...found,
    ...(ever && { statuses: [...WHOLE] }),
    ...(sort && { sort }),
  };
  return { measure: scan.longest ? 'slowest' : 'list', filter, fact };
}

/**
 * 申请延期的批了没: of all that was asked for, whatever became of it; when it will be approved, of what waits. Whoever asks
 * of their own unit's last one means that.
 */
function extensionsOf(scan: Scan, context: ReadContext): Reading {
  const { definite, latest } = scan;
  const others = scan.states.filter(({ kind }) => kind !== 'extension');
  // 延到哪天: of what was extended, or waits for it.
  const to = /延期?到/.test(heardOf(scan, 'asked'));
  const waits = !to && /什么时候|啥时候|几时|哪天|几号|多久/.test(heardOf(scan, 'asked')) && !definite;
  const asked = others.length < scan.states.length;
  const moved = to && !asked;
  const found = waits
    ? filterOf({ ...scan, states: [...others, { kind: 'extension', extension: 'asked' }] }, context)
    : asked
      ? filterOf({ ...scan, states: others, step: 'asked-extension' }, context)
      : filterOf(
          moved ? { ...scan, states: [...others, { kind: 'extension', extension: 'any' }] } : scan,
          context,
        );
  const open = others.length === 0 && !definite && !latest;
  const filter: IssueFilter = {
    ...found,
    ...(open ? { statuses: [...OPEN_STATUSES] } : others.length === 0 && { statuses: [...WHOLE] }),
    ...(latest && { sort: 'step' as const }),
  };
  return { measure: 'list', filter, fact: 'extension' };
}

/** 本月有几件是超了期才办完的: of what was struck off then; 上周转办的签收了几条: of what was routed then. */
export function amongOf(scan: Scan, context: ReadContext): Part {
  const { among = 'late', second } = scan;
  if (second !== undefined) {
    const { sort: _, ...whole } = filterOf(scan, context);
    const part: IssueFilter = { ...whole, after: { step: second, taken: true } };
    return { reading: { measure: 'part', filter: whole, part }, unread: [] };
  }
  const { sort: _, ...found } = filterOf({ ...scan, states: [{ kind: 'closed' }] }, context);
  const part: IssueFilter = { ...found, outcome: among };
  const groups = by(scan);
  const most = scan.tags.has('most') && { most: 'count' as const };
  const said = `${heardOf(scan, 'count')}${heardOf(scan, 'tell')}`;
  const reading: Reading = groups.by
    ? { measure: 'count', filter: part, ...groups, ...most }
    : LISTED.test(said) || (scan.tags.has('which') && scan.rate === undefined)
      ? { measure: 'list', filter: part }
      : { measure: 'part', filter: found, part };
  const misfits = scan.rate && groups.by ? [heardOf(scan, 'rate')] : [];
  return { reading, unread: scan.basis === 'due' ? [heardOf(scan, 'basis')] : misfits };
}

/** What asks for the rows and not for their number. */
const LISTED = /[哪列]|清单|名单/;

/** What each asks of a set, as what some of them are. */
const PARTS: Partial<Record<Fact, (whole: IssueFilter, heard: string) => IssueFilter | undefined>> = {
  routed: (_, heard) => (/^[都全]/.test(heard) ? { statuses: ['unrouted'] } : undefined),
  signed: (whole) => later(whole, 'signed'),
  progress: (whole, heard) =>
    /重新|又|再/.test(heard)
      ? later(whole, whole.step === 'bounced' ? 'routed' : 'reopened')
      : later(whole, 'moved'),
  verified: () => ({ statuses: ['closed'] }),
  closed: () => ({ statuses: [...OPEN_STATUSES] }),
  'in-time': (whole) =>
    isClosed(whole) || whole.loggedFrom !== undefined ? { outcome: 'in-time' } : undefined,
  rating: (whole, heard) =>
    !isClosed(whole)
      ? undefined
      : /认可|满意/.test(heard)
        ? { mark: 'satisfied' }
        : /[没吗冇不]$/.test(heard)
          ? { mark: 'rated' }
          : undefined,
};

function isClosed({ statuses }: IssueFilter): boolean {
  return statuses?.length === 1 && statuses[0] === 'closed';
}

/** After the step that made the set; of one that no step made, at any time. */
function later(whole: IssueFilter, step: Step): IssueFilter {
  return whole.step === undefined ? { step } : { after: { step, taken: true } };
}

function partOf(scan: Scan, fact: Fact, context: ReadContext): Reading | undefined {
  const make = scan.latest ? undefined : PARTS[fact];
  const over = scan.states.some(({ kind }) => kind === 'closed');
  const all = (fact === 'closed' || fact === 'routed') && !scan.definite && scan.states.length === 0;
  const set = isEvent(scan) || (over && (fact === 'rating' || fact === 'in-time')) || all;
  if (!make || !set || (scan.definite && all)) return undefined;
  const { sort: _, ...found } = filterOf(asSteps(scan), context);
  const logged = found.step === undefined && !isClosed(found);
  const filter: IssueFilter = logged ? { ...found, statuses: [...WHOLE] } : found;
  const made = make(filter, heardOf(scan, 'asked'));
  return made && { measure: 'part', filter, part: { ...filter, ...made } };
}

/** 退回的 and 反弹的 by the step, so that what came after it is known. */
function asSteps(scan: Scan): Scan {
  const mark = scan.states.find((s) => s.kind === 'mark' && (s.mark === 'bounced' || s.mark === 'reopened'));
  if (mark?.kind !== 'mark' || scan.step !== undefined) return scan;
  const step = mark.mark === 'bounced' ? 'bounced' : 'reopened';
  return { ...scan, step, states: scan.states.filter((one) => one !== mark) };
}
