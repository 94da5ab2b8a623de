/** Whether the reason for a waiting private card still holds when it is about to be sent. */
import type { NoticeReason } from './decision.ts';
import type { Issue } from './issue.ts';

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
