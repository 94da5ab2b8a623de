/** What the morning tells: one person, one group, one leader. Pure selections of issues already loaded. */
import { rolesOn } from './access.ts';
import type { Actor } from './actor.ts';
import type { Directory } from './directory.ts';
import { type Issue, ITEM_KINDS, type ItemKind, isAsleep, OPEN_STATUSES } from './issue.ts';
import { mustActNow } from './issue-people.ts';
import { type LightColor, lightOf } from './lights.ts';
import { asksLongTerm, isLongTerm } from './long-term.ts';
import type { Project } from './model.ts';
import { MORNING, spreadOf } from './sendable.ts';
import { type Day, dayOf, daysBetween, type Instant, instantAt } from './time.ts';

/** The first few of a list and how many it leaves out. */
export interface DigestPart {
  issues: Issue[];
  more: number;
}

/** Every issue stands in one part only: the first that fits, in the order given here. */
export interface PersonDigest {
  toRoute: DigestPart;
  toApprove: DigestPart;
  toVerify: DigestPart;
  toSign: DigestPart;
  /** Red before yellow, longest overdue first. */
  overdue: DigestPart;
  dueToday: DigestPart;
  /** 长期: once a quarter, whether it is still going on. */
  longTerm: DigestPart;
}

/** How many of a kind are open, and of them overdue. */
export interface KindCount {
  kind: ItemKind;
  open: number;
  overdue: number;
}

export interface GroupDigest {
  /** Of problems. */
  lights: Record<LightColor, number>;
  /** Of the other kinds there are. */
  others: KindCount[];
  /** Reported done: waits for the enterprise or the secretary. */
  toVerify: DigestPart;
  /** Struck off within the last few working days, and the enterprise has not said what it thinks of it. */
  toRate: DigestPart;
  overdue: DigestPart;
  dueToday: DigestPart;
  /** Due after today, up to and including the next working day. */
  dueNext: DigestPart;
  countdown: Countdown[];
}

/** Days to 开工 (start) or 投产 (production); 0 on the day itself. */
export interface Countdown {
  node: 'start' | 'production';
  day: Day;
  days: number;
  workingDays: number;
}

/** Every issue stands in one part only: first what waits for this reader, then the lights. */
export interface LeaderDigest {
  toApprove: DigestPart;
  toVerify: DigestPart;
  toRoute: DigestPart;
  /** To sign, or due today, where a unit has nobody else. */
  toDo: DigestPart;
  reds: DigestPart;
  yellows: DigestPart;
  /** What this leader instructed (您交办的) and is not over. */
  instructed: DigestPart;
}

/** Most issues one part lists. */
export const DIGEST_CAP = 10;
/** A node of the project so near concerns its group every morning. In working days. */
const NODE_NEAR_DAYS = 10;
/** So many working days after the strike-off a rating is still asked for. */
const RATE_DAYS = 5;

function part(issues: readonly Issue[], cap: number): DigestPart {
  return { issues: issues.slice(0, cap), more: Math.max(0, issues.length - cap) };
}

/** Problems first, then what else has a clock. */
function byDeadline(a: Issue, b: Issue): number {
  return (
    ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) || a.deadline.at - b.deadline.at || a.id - b.id
  );
}

/** Red first, then by deadline. */
function byUrgency(directory: Directory, now: Instant): (a: Issue, b: Issue) => number {
  const rank = (issue: Issue): number => (lightOf(issue, directory, now).color === 'red' ? 0 : 1);
  const kind = (issue: Issue) => (issue.kind === 'problem' ? 0 : 1);
  return (a, b) => kind(a) - kind(b) || rank(a) - rank(b) || byDeadline(a, b);
}

/**
 * 晨报 of one person: what this person must do today.
 * @param issues candidates, each at most once; those that are not this person's move are left out
 * @returns null when there is nothing: an empty digest is not sent
 */
export function personDigest(
  issues: readonly Issue[],
  actor: Actor,
  directory: Directory,
  now: Instant,
  cap: number = DIGEST_CAP,
): PersonDigest | null {
  if (isAway(actor, directory)) return null;
  const lists: Record<keyof PersonDigest, Issue[]> = {
    toRoute: [],
    toApprove: [],
    toVerify: [],
    toSign: [],
    overdue: [],
    dueToday: [],
    longTerm: [],
  };
  const today = dayOf(now, directory.clock.timeZone);
  for (const issue of [...issues].sort(byUrgency(directory, now))) {
    const name = placeOf(issue, actor, directory, now, today);
    if (name) lists[name].push(issue);
  }
  if (Object.values(lists).every((list) => list.length === 0)) return null;
  return {
    toRoute: part(lists.toRoute, cap),
    toApprove: part(lists.toApprove, cap),
    toVerify: part(lists.toVerify, cap),
    toSign: part(lists.toSign, cap),
    overdue: part(lists.overdue, cap),
    dueToday: part(lists.dueToday, cap),
    longTerm: part(lists.longTerm, cap),
  };
}

function placeOf(
  issue: Issue,
  actor: Actor,
  directory: Directory,
  now: Instant,
  today: Day,
): keyof PersonDigest | undefined {
  if (!OPEN_STATUSES.includes(issue.status) || issue.mutedBy.includes(actor.person.id)) return undefined;
  if (isAsleep(issue)) return undefined;
  const appealed = issue.appeal !== null && issue.appeal.decision === null;
  if ((issue.pending || appealed) && rolesOn(actor, issue, directory).has('office')) return 'toApprove';
  const { what, personIds } = mustActNow(issue, directory);
  if (!personIds.includes(actor.person.id)) return undefined;
  if (what === 'route') return 'toRoute';
  if (what === 'verify') return 'toVerify';
  if (what === 'sign') return 'toSign';
  if (what !== 'work') return undefined;
  if (isLongTerm(issue)) return asksLongTerm(issue, directory, now) ? 'longTerm' : undefined;
  const { color } = lightOf(issue, directory, now);
  if (color === 'yellow' || color === 'red') return 'overdue';
  return issue.deadline.day === today ? 'dueToday' : undefined;
}

/** From this day on what was struck off may still wait for its rating. */
export function ratedSince(directory: Directory, now: Instant): Day {
  return directory.calendar.addWorkingDays(dayOf(now, directory.clock.timeZone), -RATE_DAYS);
}

/**
 * Digest of a project's group. Null when nothing concerns the group today: nothing due, overdue or to verify, and no
 * node within ten working days.
 * @param issues of this project, those struck off since {@link ratedSince} among them
 * @param happened nodes with an actual day: nothing is counted down to them any more
 */
export function groupDigest(
  issues: readonly Issue[],
  project: Project,
  directory: Directory,
  now: Instant,
  cap: number = DIGEST_CAP,
  happened: ReadonlySet<Countdown['node']> = new Set(),
): GroupDigest | null {
  const today = dayOf(now, directory.clock.timeZone);
  const open = issues.filter((issue) => OPEN_STATUSES.includes(issue.status)).sort(byUrgency(directory, now));
  const countdown = countdownOf(project, directory, today).filter(({ node }) => !happened.has(node));
  const lights: Record<LightColor, number> = {
    green: 0,
    blue: 0,
    yellow: 0,
    red: 0,
    paused: 0,
    done: 0,
    none: 0,
  };
  const overdue: Issue[] = [];
  const running: Issue[] = [];
  const verifying: Issue[] = [];
  for (const issue of open) {
    const { color } = lightOf(issue, directory, now);
    if (issue.kind === 'problem') lights[color]++;
    if (isAsleep(issue)) continue;
    if (color === 'yellow' || color === 'red') overdue.push(issue);
    else if (issue.status === 'verifying') verifying.push(issue);
    else if (issue.status !== 'paused') running.push(issue);
  }
  const dueToday = running.filter((issue) => issue.deadline.day === today);
  const near = countdown.some((node) => node.workingDays <= NODE_NEAR_DAYS);
  if (!near && [overdue, verifying, dueToday].every((list) => list.length === 0)) return null;
  const since = ratedSince(directory, now);
  const unrated = issues.filter(
    (issue) =>
      mustActNow(issue, directory).what === 'rate' &&
      issue.closedAt !== null &&
      dayOf(issue.closedAt, directory.clock.timeZone) >= since,
  );
  const next = directory.calendar.nextWorkingDay(today);
  return {
    lights,
    others: countKinds(open, (issue) => overdue.includes(issue)),
    toVerify: part(verifying, cap),
    toRate: part(unrated, cap),
    overdue: part(overdue, cap),
    dueToday: part(dueToday, cap),
    dueNext: part(
      running.filter((issue) => issue.deadline.day > today && issue.deadline.day <= next),
      cap,
    ),
    countdown,
  };
}

/** The kinds beside problems, in their order. */
export function countKinds(open: readonly Issue[], isOverdue: (issue: Issue) => boolean): KindCount[] {
  return ITEM_KINDS.flatMap((kind) => {
    const of = kind === 'problem' ? [] : open.filter((issue) => issue.kind === kind);
    return of.length === 0 ? [] : [{ kind, open: of.length, overdue: of.filter(isOverdue).length }];
  });
}

/** Days left to each node of the project still ahead, today included. */
export function countdownOf(project: Project, directory: Directory, today: Day): Countdown[] {
  const nodes = [
    { node: 'start', day: project.startOn },
    { node: 'production', day: project.productionOn },
  ] as const;
  return nodes.flatMap(({ node, day }) => {
    if (day === null || day < today) return [];
    const workingDays = directory.calendar.workingDaysBetween(today, day);
    return [{ node, day, days: daysBetween(today, day), workingDays }];
  });
}

/** Digest of a leader over everything in reach; null when nothing is red or yellow, waiting or instructed. */
export function leaderDigest(
  issues: readonly Issue[],
  actor: Actor,
  directory: Directory,
  now: Instant,
  cap: number = DIGEST_CAP,
): LeaderDigest | null {
  if (isAway(actor, directory)) return null;
  const open = issues
    .filter(
      (issue) =>
        OPEN_STATUSES.includes(issue.status) && !issue.mutedBy.includes(actor.person.id) && !isAsleep(issue),
    )
    .sort(byDeadline);
  const today = dayOf(now, directory.clock.timeZone);
  const lists: Record<keyof LeaderDigest, Issue[]> = {
    toApprove: [],
    toVerify: [],
    toRoute: [],
    toDo: [],
    reds: [],
    yellows: [],
    instructed: [],
  };
  for (const issue of open) {
    const { color } = lightOf(issue, directory, now);
    const place = placeOf(issue, actor, directory, now, today);
    if (place === 'toApprove' || place === 'toVerify' || place === 'toRoute') lists[place].push(issue);
    else if (color === 'red') lists.reds.push(issue);
    else if (color === 'yellow') lists.yellows.push(issue);
    else if (place !== undefined) lists.toDo.push(issue);
    else if (issue.reporterId === actor.person.id) lists.instructed.push(issue);
  }
  if (Object.values(lists).every((list) => list.length === 0)) return null;
  return {
    toApprove: part(lists.toApprove, cap),
    toVerify: part(lists.toVerify, cap),
    toRoute: part(lists.toRoute, cap),
    toDo: part(lists.toDo, cap),
    reds: part(lists.reds, cap),
    yellows: part(lists.yellows, cap),
    instructed: part(lists.instructed, cap),
  };
}

/** Somebody stands in: the digest goes there. */
function isAway(actor: Actor, directory: Directory): boolean {
  return directory.deputyOf(actor.person.id) !== actor.person.id;
}

const WINDOW_SECONDS = 9 * 60;

/** When a recipient's digest of this day goes out: 08:31:00–08:39:59, spread by a stable hash, never :30 or :00. */
export function digestAt(day: Day, recipient: string, directory: Directory): Instant {
  return digestWindow(day, directory).from + spreadOf(recipient, WINDOW_SECONDS) * 1000;
}

/** The morning window of a day: [from, until). Whether the day is a working day is asked by the caller. */
export function digestWindow(day: Day, directory: Directory): { from: Instant; until: Instant } {
  const from = instantAt(day, MORNING, directory.clock.timeZone);
  return { from, until: from + WINDOW_SECONDS * 1000 };
}
