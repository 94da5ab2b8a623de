/**
 * What a model is told and what of its answer counts. It names units and projects by names it was given, never by
 * number, and chooses among readings of ours; everything else is thrown away. Pure.
 */
import { z } from 'zod';
import { readingShape } from '../../cards/shape-reading.ts';
import { OPEN_STATUSES } from '../../domain/issue.ts';
import { type IssueFilter, MARKS } from '../../domain/issue-filter.ts';
import { DURATIONS, RATES, type Reading } from '../../domain/reading.ts';
import { parseDay } from '../../domain/time.ts';

/** A name that may be sent, with what it stands for here. */
export interface Known {
  name: string;
  unitId?: number;
  projectId?: number;
}

const MOST_NAMES = 200;
const MEASURED = ['count', 'list', 'slowest', 'rate', 'duration'] as const;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().max(60);

const proposal = z.strictObject({
  measure: z.enum(MEASURED),
  units: z.array(name).max(5).optional(),
  projects: z.array(name).max(5).optional(),
  state: z
    .enum([
      'red',
      'yellow',
      'blue',
      'overdue',
      'open',
      'closed',
      'unrouted',
      'unsigned',
      'paused',
      'verifying',
    ])
    .optional(),
  mark: z.enum(MARKS).optional(),
  from: day.optional(),
  until: day.optional(),
  clock: z.enum(['logged', 'closed', 'due']).optional(),
  by: z.enum(['unit', 'project', 'area']).optional(),
  rate: z.enum(RATES).optional(),
  duration: z.enum(DURATIONS).optional(),
});
type Proposal = z.infer<typeof proposal>;

/** Those that share most with the sentence first, as many as are sent. */
export function namesToSend(sentence: string, known: readonly Known[]): Known[] {
  const said = new Set(sentence);
  const shared = ({ name: one }: Known) => [...one].filter((character) => said.has(character)).length;
  return known.toSorted((a, b) => shared(b) - shared(a)).slice(0, MOST_NAMES);
}

function jsonIn(text: string): unknown {
  const bare = text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

/** One of our readings, about names that were sent; undefined: the answer is thrown away. */
export function readingIn(text: string, sent: readonly Known[]): Reading | undefined {
  const read = proposal.safeParse(jsonIn(text));
  if (!read.success) return undefined;
  const ids = (of: 'unitId' | 'projectId', names: readonly string[] = []) =>
    names.map((one) => {
      // A name that several bear names none: the button could not say which is meant.
      const bearers = new Set(sent.flatMap((known) => (known.name === one ? (known[of] ?? []) : [])));
      return bearers.size === 1 ? [...bearers][0] : undefined;
    });
  const unitIds = ids('unitId', read.data.units);
  const projectIds = ids('projectId', read.data.projects);
  if ([...unitIds, ...projectIds].includes(undefined)) return undefined;
  const place: IssueFilter = {
    ...(unitIds.length > 0 && { unitIds: unitIds as number[] }),
    ...(projectIds.length > 0 && { projectIds: projectIds as number[] }),
  };
  const reading = madeOf(read.data, place);
  return reading && readingShape.safeParse(reading).success ? reading : undefined;
}

/** What goes together, as language/reading-of.ts has it; the rest is no reading of ours. */
function madeOf(said: Proposal, place: IssueFilter): Reading | undefined {
  const { measure, by, rate, duration, state, mark } = said;
  const days = daysOf(said);
  if (!days) return undefined;
  const timed = Object.keys(days).length > 0;
  const apart = by && { by };
  if (measure === 'rate') {
    if (!rate || duration || mark) return undefined;
    if (rate === 'share') {
      const part = lit(state);
      return part && !timed ? { measure, rate, filter: { ...place, ...part }, ...apart } : undefined;
    }
    if (state !== undefined && state !== 'closed') return undefined;
    const clock = rate === 'closed' ? 'logged' : 'closed';
    if (timed && said.clock !== clock) return undefined;
    const closed = rate === 'closed' ? {} : { statuses: ['closed' as const] };
    return { measure, rate, filter: { ...place, ...closed, ...days }, ...apart };
  }
  if (measure === 'duration') {
    if (rate || mark || (state !== undefined && state !== 'closed') || (timed && said.clock !== 'closed'))
      return undefined;
    const filter = { ...place, statuses: ['closed' as const], ...days };
    return { measure, duration: by ? 'average' : (duration ?? 'average'), filter, ...apart };
  }
  if (rate || duration) return undefined;
  const marked = mark && { mark };
  if (measure === 'slowest') {
    if (timed || mark || (state !== undefined && state !== 'overdue')) return undefined;
    return by
      ? { measure, by, most: 'overdue', filter: { ...place, overdue: true } }
      : { measure, filter: { ...place, overdue: true, sort: 'overdue' } };
  }
  if (said.clock === 'closed' && state !== undefined && state !== 'closed') return undefined;
  if (said.clock === 'due' && state === 'closed') return undefined;
  const states = said.clock === 'closed' ? { statuses: ['closed' as const] } : statesOf(said);
  return { measure, filter: { ...place, ...states, ...marked, ...days }, ...apart };
}

function daysOf({ from, until, clock }: Proposal): IssueFilter | undefined {
  if (from === undefined && until === undefined) return clock === undefined ? {} : undefined;
  if (from === undefined || until === undefined || clock === undefined || from > until) return undefined;
  if (!isDay(from) || !isDay(until)) return undefined;
  if (clock === 'logged') return { loggedFrom: from, loggedTo: until };
  return clock === 'due' ? { dueFrom: from, dueTo: until } : { closedFrom: from, closedTo: until };
}

/** 2026-02-31 is none, though it parses. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return parseDay(year, month, day) === text;
}

function lit(state: Proposal['state']): IssueFilter | undefined {
  switch (state) {
    case 'red':
    case 'yellow':
    case 'blue':
      return { colors: [state] };
    case 'overdue':
      return { overdue: true };
    case 'unrouted':
    case 'unsigned':
    case 'paused':
    case 'verifying':
      return { statuses: [state] };
    default:
      return undefined;
  }
}

/** Without a state it is about open problems, or about all that were logged in a time. */
function statesOf({ state, clock, mark }: Proposal): IssueFilter {
  if (state === 'closed') return { statuses: ['closed'] };
  const all = clock === 'logged' || (mark !== undefined && state === undefined);
  return lit(state) ?? (all && state !== 'open' ? {} : { statuses: [...OPEN_STATUSES] });
}
