/** The kinds of messages of the outbox: what each carries. How they are drawn: engine/draw-row.ts. */
import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import type { Finding } from '../domain/audit.ts';
import type { NoticeFacts } from '../domain/notice.ts';
import type { RecountCause } from '../domain/recount.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import { answer } from './answer.ts';
import { rowKind } from './kind.ts';
import { day, flag, heldNotice, id, noticeFacts, record, trusted } from './shape.ts';

/** An answer to somebody, in a chat or privately. */
export interface AnswerPayload {
  answer: Answer;
  personId: number;
  chatId?: string | undefined;
  openId?: string | undefined;
  replyTo?: string | undefined;
  /** Several answers that came late, told in one message: the messages it answers, in its order. */
  repliesTo?: string[] | undefined;
  /** What a reply to it goes on from; read when one comes. */
  leaves?: LastAnswer | undefined;
}

export const ANSWER = rowKind<AnswerPayload>(
  'answer',
  record({
    answer,
    personId: id,
    chatId: z.string().optional(),
    openId: z.string().optional(),
    replyTo: z.string().optional(),
    repliesTo: z.array(z.string()).optional(),
    leaves: trusted<LastAnswer>(record({})).optional(),
  }),
);

/** A private card about one issue; the row names the issue. */
export const NOTICE = rowKind<NoticeFacts>('notice', noticeFacts);

const held = { openId: z.string(), notices: z.array(heldNotice) };

/** Several private cards in one. */
export const REMINDERS = rowKind('reminders', record(held));

const ofDay = { day, late: flag };

export const PERSON_DIGEST = rowKind('person-digest', record({ ...held, ...ofDay }));

/** What comes once a day to a group. */
export const groupOfDay = record({ ...ofDay, chatId: z.string() });
export type GroupOfDay = z.infer<typeof groupOfDay>;
export const GROUP_DIGEST = rowKind('group-digest', groupOfDay);

/** Whose turn it is and who can be met in a group alone, mentioned there once; the row names the issue. */
export const TURN_CALL = rowKind(
  'turn-call',
  record({ chatId: z.string(), what: z.enum(['verify', 'rate']), version: id }),
);

/** What every post to an office carries; `personId`: who asked for it, nobody when it comes by itself. */
export const officeFields = {
  areaId: id,
  day: day.optional(),
  late: flag.optional(),
  chatId: z.string().optional(),
  openId: z.string().optional(),
  personId: id.optional(),
  replyTo: z.string().optional(),
};
export const officePost = record(officeFields);
export type OfficePayload = z.infer<typeof officePost>;

export const HEALTH_REPORT = rowKind<OfficePayload>('health-report', officePost);
export const AUDIT_REPORT = rowKind(
  'audit-report',
  record({
    ...officeFields,
    findings: z.array(trusted<Finding>(record({ issueId: id, kind: z.string(), repaired: flag }))),
  }),
);

const recount = record({
  run: id,
  cause: trusted<RecountCause>(z.string()),
  personId: id,
  asked: flag,
});
export const RECOUNT_REPORT = rowKind('recount-report', recount);
export const RECOUNT_OWN = rowKind('recount-own', recount);
