/** Pieces of the shapes of stored JSON. Fields a later version added are kept as they are, for it to read again. */
import { z } from 'zod';
import type { Deadline } from '../domain/issue.ts';
import type { Rules } from '../domain/model.ts';
import type { HeldNotice, NoticeFacts } from '../domain/notice.ts';
import type { Day } from '../domain/time.ts';
import type { LogLine, ReadDeadline } from '../language/said.ts';

/** An object with these fields at least. */
export function record<S extends z.core.$ZodLooseShape>(fields: S): z.ZodType<z.infer<z.ZodObject<S>>> {
  return z.looseObject(fields) as unknown as z.ZodType<z.infer<z.ZodObject<S>>>;
}

/** A type finer than what is checked: what only ever is a word of ours is checked to be a string. */
export function trusted<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as unknown as z.ZodType<T>;
}

export const id = z.int();
export const instant = z.number();
export const day = trusted<Day>(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));
export const flag = z.boolean();

const noticeFields = {
  personId: id,
  reason: trusted<NoticeFacts['reason']>(z.string()),
  note: z.string().nullable(),
  urgent: flag,
  late: flag,
  version: z.int(),
  generation: z.int().exactOptional(),
  auto: flag,
  forId: id.nullable().exactOptional(),
};
export const noticeFacts: z.ZodType<NoticeFacts> = record(noticeFields);
export const heldNotice: z.ZodType<HeldNotice> = record({ ...noticeFields, issueId: id });

export const deadline = trusted<Deadline>(
  record({ at: instant, day, phrase: z.string(), rule: record({ kind: z.string() }) }),
);

const readDeadline = trusted<ReadDeadline>(
  z.union([
    record({ ok: z.literal(true), deadline, notices: z.array(z.string()) }),
    record({ ok: z.literal(false), missing: z.literal(true) }),
    record({ ok: z.literal(false), missing: z.literal(false), problem: z.string() }),
  ]),
);

export const logLine: z.ZodType<LogLine> = record({
  text: z.string(),
  title: z.string(),
  unitId: id.nullable(),
  projectId: id.nullable(),
  categoryId: id.nullable(),
  assigneeOpenId: z.string().nullable(),
  deadline: readDeadline,
  unitCandidates: z.array(id),
  projectCandidates: z.array(id),
  projectsElsewhere: z.array(id).optional(),
  others: z.array(record({ openId: z.string().nullable(), name: z.string().nullable() })).optional(),
  coUnitIds: z.array(id).optional(),
  unitHeard: z.string().optional(),
  linkHeard: z.string().optional(),
});

export const rules = trusted<Rules>(
  record({
    hears: z.record(z.string(), z.array(z.string())),
    nearDueDays: z.number(),
    yellowDays: z.number(),
    deepRedDays: z.number(),
    yellowRepeatDays: z.number(),
    unsignedDays: z.tuple([z.number(), z.number()]),
    acknowledgeLapseDays: z.number(),
    maxPauses: z.number(),
    bounceLimit: z.number(),
    lookBackDays: z.number(),
  }),
);
