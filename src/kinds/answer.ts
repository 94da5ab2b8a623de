/** The shapes of stored answers, by their kind. */
import { z } from 'zod';
import type { Answer, SpineAnswer } from '../domain/answer.ts';
import { day, flag, id, instant, record, trusted } from './shape.ts';

const text = z.string();
const of = (fields: Parameters<typeof record>[0]) => record(fields);
const alone = of({});
const ofIssue = of({ issueId: id });
const ofDraft = of({ draftId: text });
const ofHandover = of({ handoverId: id });
const ids = z.array(id).optional();
const words = z.array(text).optional();

const filter = of({
  areaIds: ids,
  projectIds: ids,
  unitIds: ids,
  unitRole: text.optional(),
  park: text.optional(),
  industry: text.optional(),
  categoryIds: ids,
  personId: id.optional(),
  reporterId: id.optional(),
  source: text.optional(),
  statuses: words,
  colors: words,
  overdue: flag.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  loggedFrom: day.optional(),
  loggedTo: day.optional(),
  closedFrom: day.optional(),
  closedTo: day.optional(),
  search: text.optional(),
  onAgenda: flag.optional(),
  extension: text.optional(),
  similarTo: id.optional(),
  sort: text.optional(),
});

const reading = of({
  measure: text,
  filter,
  by: text.optional(),
  most: text.optional(),
  rate: text.optional(),
  duration: text.optional(),
  compared: of({ from: day, to: day }).optional(),
  projectId: id.optional(),
  nodes: words,
  categoryId: id.optional(),
});

/** A kind of answer without a shape does not compile. */
export const ANSWER_SHAPES: Record<SpineAnswer['kind'], z.ZodType> = {
  text: of({
    text,
    tone: text.optional(),
    offers: z.array(of({ fact: text, issueId: id.optional() })).optional(),
  }),
  refusal: of({ refusal: of({ code: text }), issueId: id.optional() }),
  issue: of({ issueId: id, lead: text.optional() }),
  list: of({ filter, page: z.int(), lead: text.optional(), aside: text.optional(), asked: flag.optional() }),
  groups: of({ by: text, filter, most: text.optional(), lead: text.optional(), aside: text.optional() }),
  figures: of({ reading, lead: text.optional() }),
  several: of({ parts: z.array(reading), compare: flag.optional(), lead: text.optional() }),
  mine: alone,
  history: of({ issueId: id, lead: text.optional(), course: flag.optional() }),
  explain: ofIssue,
  preview: ofDraft,
  missed: of({ draftIds: z.array(text), others: z.int() }),
  form: of({
    form: text,
    issueId: id.optional(),
    draftId: text.optional(),
    lead: text.optional(),
  }),
  help: of({ topic: text.optional() }),
  unknown: of({ heard: text, nearest: z.array(text) }),
  suggest: of({ text, commands: z.array(text) }),
  misuse: of({ word: text, problem: text, usage: text.optional() }),
  project: of({ projectId: id }),
  projects: of({ words: text.optional(), page: z.int().optional() }),
  bind: of({ lead: text }),
  'welcome-back': alone,
  greeting: alone,
  units: alone,
  categories: alone,
  people: of({ words: text }),
  roles: alone,
  settings: alone,
  rules: of({ projectId: id.nullable() }),
  'rules-preview': ofDraft,
  holidays: alone,
  'handover-begun': ofHandover,
  'handover-report': ofHandover,
  areas: alone,
  health: alone,
  error: of({ code: text, at: instant }),
};

/** An answer of another kind is read by the feature that draws it; one that no feature knows ends there. */
export const answer = trusted<Answer>(
  z.looseObject({ kind: z.string() }).superRefine((value, context) => {
    const shape = Object.hasOwn(ANSWER_SHAPES, value.kind)
      ? ANSWER_SHAPES[value.kind as SpineAnswer['kind']]
      : undefined;
    for (const { path } of shape?.safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...path], message: 'wrong' });
  }),
);
