/** Whether the reason for a waiting private card still holds when it is about to be sent. */
import { ownUnits } from './access.ts';
import type { Actor } from './actor.ts';
import type { NoticeReason } from './decision.ts';
import { type Directory, withoutStandIns } from './directory.ts';
import type { Issue } from './issue.ts';
import { mustActNow } from './issue-people.ts';
import { lightThresholds } from './lights.ts';
import type { Rung } from './model.ts';
import type { Instant } from './time.ts';

/** What a waiting private card is about, as the outbox keeps it. */
export interface NoticeFacts {
  personId: number;
  reason: NoticeReason;
  note: string | null;
  /** 加急 when it is sent. */
  urgent: boolean;
  /** Missed in an outage, made up for now (补发). */
  late: boolean;
  /** Of the issue, when the card was asked for. */
  version: number;
  /** Of its ladder then; none on rows of an older version. */
  generation?: number;
  /** The clock caused it, nobody did. */
  auto: boolean;
  /** Whom it is for, when a deputy hears instead (交接). */
  forId?: number | null;
}

/** A card that is told inside another message: the morning's digest, or a list of reminders. */
export interface HeldNotice extends NoticeFacts {
  issueId: number;
}

/** One that is still true, with its issue as it is now. */
export interface ToldNotice {
  issue: Issue;
  notice: NoticeFacts;
}

/** What must be so for a call to act. News of something that happened stays true for ever. */
const HOLDS: Partial<Record<NoticeReason, (issue: Issue) => boolean>> = {
  'to-route': (issue) => issue.status === 'unrouted',
  frozen: (issue) => issue.status === 'unrouted',
  'to-sign': (issue) => issue.status === 'unsigned',
  'co-unit': (issue) => isOpen(issue),
  'to-verify': (issue) => issue.status === 'verifying',
  'to-approve': (issue) => issue.pending !== null,
  appealed: (issue) => issue.appeal !== null && issue.appeal.decision === null,
  rate: (issue) => issue.status === 'closed' && issue.satisfaction === null,
  'look-back': (issue) => issue.status === 'closed',
  urged: (issue) => isOpen(issue),
  'co-units-done': (issue) => issue.status === 'working',
  'rung-unrouted': (issue) => issue.status === 'unrouted',
  'rung-unsigned-1': (issue) => issue.status === 'unsigned',
  'rung-unsigned-2': (issue) => issue.status === 'unsigned',
  'rung-blue': (issue) => runs(issue) && isTop('blue', issue),
  'rung-yellow': (issue) => runs(issue) && isTop('yellow', issue),
  'rung-red': (issue) => runs(issue) && isTop('red', issue),
  'rung-deep-red': (issue) => runs(issue) && isTop('deep-red', issue),
};

/** Whether its reader asked not to be reminded of this issue (不再提醒). */
export function isUnwanted({ auto, reason, personId }: NoticeFacts, issue: Issue): boolean {
  return auto && reason.startsWith('rung-') && issue.mutedBy.includes(personId);
}

/** Rungs of the deadline, mildest first: a stronger one makes the milder card old news. */
const LIGHTS: readonly Rung[] = ['blue', 'yellow', 'red', 'deep-red'];

/** Whether this light was told in this run of the clock, and no stronger one since. */
function isTop(rung: Rung, issue: Issue): boolean {
  const { fired } = issue.ladder;
  return fired.includes(rung) && !LIGHTS.slice(LIGHTS.indexOf(rung) + 1).some((one) => fired.includes(one));
}

function isOpen(issue: Issue): boolean {
  return issue.status !== 'closed' && issue.status !== 'void';
}

function runs(issue: Issue): boolean {
  return issue.status === 'working' || issue.status === 'unsigned' || issue.status === 'unrouted';
}

/** What a waiting card was planned with, and what it is measured against now. */
export interface Planned extends Pick<NoticeFacts, 'generation'> {
  now: Instant;
  directory: Directory;
}

/** Asked right before sending; false drops the message. Of a rung only while it burns in the same generation. */
export function isStillTrue(reason: NoticeReason, issue: Issue, planned?: Planned): boolean {
  if (!(HOLDS[reason]?.(issue) ?? true)) return false;
  const rung = rungOf(reason);
  return rung === undefined || planned === undefined || burns(rung, issue, planned);
}

const THRESHOLDS = { blue: 'blueAt', yellow: 'yellowAt', red: 'redAt', 'deep-red': 'deepRedAt' } as const;

function rungOf(reason: NoticeReason): Rung | undefined {
  if (!reason.startsWith('rung-') || reason === 'rung-empty') return undefined;
  return reason.slice('rung-'.length) as Rung;
}

/** Whether the rung was heard in the run that still counts, and its light has not gone back since. */
function burns(rung: Rung, issue: Issue, { generation, now, directory }: Planned): boolean {
  if (generation !== undefined && generation !== issue.ladder.generation) return false;
  if (!issue.ladder.fired.includes(rung)) return false;
  if (!(rung in THRESHOLDS)) return true;
  const since = lightThresholds(issue, directory)[THRESHOLDS[rung as keyof typeof THRESHOLDS]];
  return since !== null && since <= now;
}

/**
 * Whether a private card goes on asking its reader, after others have changed the issue meanwhile: only while it is
 * still this reader's move, or the light it was about still burns unacknowledged.
 */
export function stillAsks(reason: NoticeReason, issue: Issue, reader: Actor, directory: Directory): boolean {
  if (!isStillTrue(reason, issue)) return false;
  const rung = rungOf(reason);
  if (rung !== undefined) {
    const { fired, acknowledgedAt } = issue.ladder;
    return fired.includes(rung) && acknowledgedAt === null && !issue.pending;
  }
  switch (reason) {
    case 'to-route':
    case 'frozen':
    case 'to-sign':
    case 'to-verify':
    case 'to-approve':
      // Who is away may still act; their card goes on asking.
      return [directory, withoutStandIns(directory)].some((where) =>
        mustActNow(issue, where).personIds.includes(reader.person.id),
      );
    case 'co-unit': {
      const own = ownUnits(reader);
      return issue.coUnits.some((co) => co.doneAt === null && own.includes(co.unitId));
    }
    case 'appealed':
    case 'look-back':
    case 'rate':
      return true;
    default:
      return false;
  }
}
