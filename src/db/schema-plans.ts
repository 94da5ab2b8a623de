/** The tables of projects' links, plans, batches and pages; the rest stands in schema.ts. */
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type {
  Forecast,
  LinkDefinition,
  LinkTemplate,
  PlanPayload,
  PlanState,
  ProjectLink,
  SubUnits,
} from '../domain/plan/model.ts';
import { amount, bigId, day, id, instant, json, words } from './column.ts';

export const investment = pgTable('investment', {
  projectId: integer('project_id').notNull(),
  month: day('month').notNull(),
  planned: amount('planned'),
  actual: amount('actual'),
});

export const projectNode = pgTable('project_node', {
  projectId: integer('project_id').notNull(),
  name: words('name').notNull(),
  plannedOn: day('planned_on'),
  actualOn: day('actual_on'),
});

export const projectHistory = pgTable('project_history', {
  id: bigId(),
  projectId: integer('project_id').notNull(),
  at: instant('at').notNull(),
  actorId: integer('actor_id'),
  what: text('what').notNull(),
  detail: json<Record<string, unknown>>('detail').notNull(),
  messageId: text('message_id'),
});

export const linkTemplate = pgTable('link_template', {
  id: id(),
  name: words('name').notNull(),
  payload: json<LinkTemplate>('payload').notNull(),
  chosen: boolean('chosen').notNull().default(false),
  changedBy: integer('changed_by'),
  changedAt: instant('changed_at').notNull(),
});

export const projectLink = pgTable('project_link', {
  id: id(),
  projectId: integer('project_id').notNull(),
  code: text('code').notNull(),
  no: integer('no').notNull(),
  definition: json<LinkDefinition>('definition').notNull(),
  unitId: integer('unit_id'),
  contactId: integer('contact_id'),
  unconcerned: json<NonNullable<ProjectLink['unconcerned']>>('unconcerned'),
  startedOn: day('started_on'),
  claimedOn: day('claimed_on'),
  finishedOn: day('finished_on'),
  ticked: json<string[]>('ticked').notNull().default([]),
  subUnits: json<SubUnits>('sub_units'),
  issueId: integer('issue_id'),
});

export const projectPlanBasis = pgTable('project_plan_basis', {
  projectId: integer('project_id').primaryKey(),
  template: json<Omit<LinkTemplate, 'links'>>('template').notNull(),
  templateName: words('template_name').notNull(),
  takenAt: instant('taken_at').notNull(),
  takenBy: integer('taken_by'),
});

export const plan = pgTable('plan', {
  id: id(),
  projectId: integer('project_id').notNull(),
  version: integer('version').notNull(),
  state: text('state').$type<PlanState>().notNull(),
  payload: json<PlanPayload>('payload').notNull(),
  reason: words('reason'),
  madeBy: integer('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  agreedBy: integer('agreed_by'),
  agreedAt: instant('agreed_at'),
  contactBy: integer('contact_by'),
  contactAt: instant('contact_at'),
  calendar: text('calendar').notNull(),
});

export const planCard = pgTable('plan_card', {
  messageId: text('message_id').primaryKey(),
  planId: integer('plan_id').notNull(),
});

export const forecast = pgTable('forecast', {
  projectId: integer('project_id').primaryKey(),
  madeOn: day('made_on').notNull(),
  payload: json<Omit<Forecast, 'projectId' | 'madeOn'>>('payload').notNull(),
});

export const issueBlock = pgTable('issue_block', {
  issueId: integer('issue_id').notNull(),
  linkId: integer('link_id').notNull(),
  byId: integer('by_id'),
  at: instant('at').notNull(),
});

export const batch = pgTable('batch', {
  id: id(),
  projectId: integer('project_id').notNull(),
  no: integer('no').notNull(),
  name: words('name').notNull(),
  madeBy: integer('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const quantity = pgTable('quantity', {
  id: id(),
  projectId: integer('project_id').notNull(),
  name: words('name').notNull(),
  measure: words('measure').notNull(),
  planned: amount('planned').notNull(),
  dueOn: day('due_on'),
  beganOn: day('began_on').notNull(),
  endedOn: day('ended_on'),
});

export const quantityDay = pgTable('quantity_day', {
  quantityId: integer('quantity_id').notNull(),
  day: day('day').notNull(),
  done: amount('done').notNull(),
  byId: integer('by_id'),
});

export const boardLink = pgTable('board_link', {
  id: text('id').primaryKey(),
  personId: integer('person_id').notNull(),
  projectId: integer('project_id'),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  browser: text('browser'),
});
