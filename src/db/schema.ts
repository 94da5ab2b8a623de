/** The tables of migrations/*.sql for the query builder. The SQL is the authority; a test compares the two. */
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BulletinPayload, BulletinState } from '../domain/bulletin.ts';
import type { BurdenSums } from '../domain/burden.ts';
import type { HandoverState } from '../domain/handover.ts';
import type { HistoryVerb, Issue, ItemKind, Status } from '../domain/issue.ts';
import type { Archived, ChatKind, DigestRhythm, Role, RulesPatch, Weather } from '../domain/model.ts';
import type { RecountCause } from '../domain/recount.ts';
import { amount, bigId, day, id, instant, json, tsvector, words } from './column.ts';
import type { IssueFacts } from './issue-row.ts';

/** Number of the newest migration this code was written for. */
export const SCHEMA_VERSION = 29;

export const meta = pgTable('meta', {
  key: text('key').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});

export const area = pgTable('area', {
  id: id(),
  parentId: integer('parent_id'),
  name: words('name').notNull(),
});

export const person = pgTable('person', {
  id: id(),
  openId: text('open_id').notNull(),
  name: words('name').notNull(),
  tenantKey: text('tenant_key').notNull(),
  home: boolean('home').notNull(),
  unitId: integer('unit_id'),
  mutedUntil: instant('muted_until'),
  unreachableSince: instant('unreachable_since'),
  greetedAt: instant('greeted_at'),
  createdAt: instant('created_at').notNull(),
  digest: text('digest').$type<DigestRhythm>().notNull().default('daily'),
  deputyId: integer('deputy_id'),
});

export const unit = pgTable('unit', {
  id: id(),
  areaId: integer('area_id').notNull(),
  name: words('name').notNull(),
  shortNames: json<string[]>('short_names').notNull(),
  headId: integer('head_id'),
  coordinatorId: integer('coordinator_id'),
  formerNames: json<string[]>('former_names').notNull().default([]),
  closed: json<{ at: number; successorId: number | null }>('closed'),
});

export const category = pgTable('category', {
  id: id(),
  name: words('name').notNull(),
  keywords: json<string[]>('keywords').notNull(),
  unitId: integer('unit_id'),
  limitDays: integer('limit_days').notNull(),
});

export const roleGrant = pgTable('role_grant', {
  personId: integer('person_id').notNull(),
  role: text('role').$type<Role>().notNull(),
  areaId: integer('area_id').notNull(),
});

export const project = pgTable('project', {
  id: id(),
  areaId: integer('area_id').notNull(),
  name: words('name').notNull(),
  shortNames: json<string[]>('short_names').notNull(),
  enterprise: words('enterprise'),
  leaderId: integer('leader_id'),
  secretaryId: integer('secretary_id'),
  leadUnitId: integer('lead_unit_id'),
  startOn: day('start_on'),
  productionOn: day('production_on'),
  greenChannel: boolean('green_channel').notNull(),
  createdAt: instant('created_at').notNull(),
  rules: json<RulesPatch>('rules'),
  park: words('park'),
  industries: json<string[]>('industries').notNull().default([]),
  bucket: words('bucket'),
  level: words('level'),
  land: words('land'),
  investTotal: amount('invest_total'),
  archived: json<Archived>('archived'),
  weather: text('weather').$type<Weather>(),
  note: words('note'),
});

export const projectUnit = pgTable('project_unit', {
  projectId: integer('project_id').notNull(),
  unitId: integer('unit_id').notNull(),
});

export const projectContact = pgTable('project_contact', {
  projectId: integer('project_id').notNull(),
  personId: integer('person_id').notNull(),
});

export const chat = pgTable('chat', {
  id: text('id').primaryKey(),
  name: words('name').notNull(),
  external: boolean('external').notNull(),
  kind: text('kind').$type<ChatKind>().notNull(),
  areaId: integer('area_id'),
  defaultProjectId: integer('default_project_id'),
  unreachable: boolean('unreachable').notNull(),
  unreachableReason: text('unreachable_reason'),
  dailySummary: boolean('daily_summary').notNull().default(false),
  createdAt: instant('created_at').notNull(),
  topMessageId: text('top_message_id'),
  topProjectId: integer('top_project_id'),
});

export const chatProject = pgTable('chat_project', {
  chatId: text('chat_id').notNull(),
  projectId: integer('project_id').notNull(),
});

export const chatMember = pgTable('chat_member', {
  chatId: text('chat_id').notNull(),
  personId: integer('person_id').notNull(),
});

export const holiday = pgTable('holiday', {
  day: day('day').primaryKey(),
  kind: text('kind').$type<'off' | 'work'>().notNull(),
  name: words('name'),
});

export const noticeDay = pgTable('notice_day', {
  year: integer('year').notNull(),
  day: day('day').notNull(),
  kind: text('kind').$type<'off' | 'work'>().notNull(),
  name: words('name'),
});

export const recount = pgTable('recount', {
  id: integer('id').primaryKey(),
  calendar: text('calendar'),
  builtIn: text('built_in'),
  replaced: text('replaced'),
  countedAt: instant('counted_at'),
  recheckAt: instant('recheck_at'),
  run: integer('run').notNull(),
  target: text('target'),
  targetBuiltIn: text('target_built_in'),
  begunAt: instant('begun_at'),
  afterId: integer('after_id').notNull(),
  cause: text('cause').$type<RecountCause>(),
  actorId: integer('actor_id'),
  answered: boolean('answered').notNull(),
});

export const recountChange = pgTable('recount_change', {
  run: integer('run').notNull(),
  issueId: integer('issue_id').notNull(),
  personId: integer('person_id'),
  fromDay: day('from_day').notNull(),
  toDay: day('to_day').notNull(),
  countedDay: day('counted_day'),
});

export const publishedYear = pgTable('published_year', { year: integer('year').primaryKey() });

export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
});

export const issue = pgTable('issue', {
  id: id(),
  version: integer('version').notNull(),
  status: text('status').$type<Status>().notNull(),
  title: words('title').notNull(),
  text: words('text').notNull(),
  areaId: integer('area_id').notNull(),
  projectId: integer('project_id'),
  categoryId: integer('category_id'),
  unitId: integer('unit_id'),
  assigneeId: integer('assignee_id'),
  reporterId: integer('reporter_id').notNull(),
  sourcePersonId: integer('source_person_id'),
  sourceMessageId: text('source_message_id'),
  originChatId: text('origin_chat_id'),
  loggedAt: instant('logged_at').notNull(),
  routedAt: instant('routed_at'),
  signedAt: instant('signed_at'),
  doneAt: instant('done_at'),
  doneBy: integer('done_by'),
  result: words('result'),
  closedAt: instant('closed_at'),
  closedBy: integer('closed_by'),
  onTheSpot: boolean('on_the_spot').notNull(),
  greenChannel: boolean('green_channel').notNull(),
  deadlineAt: instant('deadline_at').notNull(),
  deadlineDay: day('deadline_day').notNull(),
  onAgenda: boolean('on_agenda').notNull(),
  lookBackOn: day('look_back_on'),
  measure: words('measure'),
  facts: json<IssueFacts>('facts').notNull(),
  blueAt: instant('blue_at'),
  yellowAt: instant('yellow_at'),
  redAt: instant('red_at'),
  nextAt: instant('next_at'),
  search: tsvector('search').notNull(),
  kind: text('kind').$type<ItemKind>().notNull().default('problem'),
  linkId: integer('link_id'),
  batchId: integer('batch_id'),
});

export const coUnit = pgTable('co_unit', {
  issueId: integer('issue_id').notNull(),
  unitId: integer('unit_id').notNull(),
  open: boolean('open').notNull(),
});

export const history = pgTable('history', {
  id: bigId(),
  issueId: integer('issue_id').notNull(),
  at: instant('at').notNull(),
  actorId: integer('actor_id'),
  verb: text('verb').$type<HistoryVerb>().notNull(),
  detail: json<Record<string, unknown>>('detail').notNull(),
  messageId: text('message_id'),
  before: json<Issue>('before'),
});

export const attachment = pgTable('attachment', {
  id: bigId(),
  issueId: integer('issue_id').notNull(),
  messageId: text('message_id').notNull(),
  fileKey: text('file_key').notNull(),
  kind: text('kind').notNull(),
  name: words('name'),
  personId: integer('person_id'),
  at: instant('at').notNull(),
});

export const issueCard = pgTable('issue_card', {
  id: bigId(),
  issueId: integer('issue_id').notNull(),
  place: text('place').$type<'chat' | 'person'>().notNull(),
  target: text('target').notNull(),
  messageId: text('message_id'),
  anchor: integer('anchor').notNull(),
  nonce: text('nonce').notNull(),
  wantedVersion: integer('wanted_version').notNull(),
  shownVersion: integer('shown_version').notNull(),
  replyTo: text('reply_to'),
  dueAt: instant('due_at'),
  leaseUntil: instant('lease_until'),
  attempts: integer('attempts').notNull(),
  firstTriedAt: instant('first_tried_at'),
  lastError: text('last_error'),
  rendition: text('rendition'),
  postedAt: instant('posted_at'),
  requestId: text('request_id'),
  askedVersion: integer('asked_version'),
  leaseHolder: text('lease_holder'),
});

export const inbox = pgTable('inbox', {
  eventId: text('event_id').primaryKey(),
  kind: text('kind'),
  receivedAt: instant('received_at').notNull(),
});

export const inboxMessage = pgTable('inbox_message', {
  messageId: text('message_id').primaryKey(),
  receivedAt: instant('received_at').notNull(),
});

export const outbox = pgTable('outbox', {
  id: text('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).generatedByDefaultAsIdentity(),
  kind: text('kind').notNull(),
  target: text('target').notNull(),
  issueId: integer('issue_id'),
  payload: json<Record<string, unknown>>('payload').notNull(),
  dedupeKey: text('dedupe_key'),
  createdAt: instant('created_at').notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'dropped' | 'dead'>().notNull(),
  dueAt: instant('due_at'),
  leaseUntil: instant('lease_until'),
  attempts: integer('attempts').notNull(),
  firstTriedAt: instant('first_tried_at'),
  finishedAt: instant('finished_at'),
  messageId: text('message_id'),
  lastError: text('last_error'),
  rendition: text('rendition'),
  requestId: text('request_id'),
  wantedAt: instant('wanted_at'),
  leaseHolder: text('lease_holder'),
});

export const lease = pgTable('lease', {
  name: text('name').primaryKey(),
  holder: text('holder'),
  until: instant('until'),
  doneAt: instant('done_at'),
});

export const leaseHolder = pgTable('lease_holder', {
  holder: text('holder').primaryKey(),
  beats: bigint('beats', { mode: 'number' }).notNull(),
  at: instant('at').notNull(),
});

export const periodicRun = pgTable('wave', {
  kind: text('kind').notNull(),
  day: day('day').notNull(),
  plannedAt: instant('planned_at').notNull(),
  late: boolean('late').notNull(),
  queued: integer('queued').notNull(),
});

export const pacing = pgTable('pacing', {
  id: integer('id').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
});

export const pacingGrant = pgTable('pacing_grant', {
  version: bigint('version', { mode: 'number' }).primaryKey(),
  holder: text('holder').notNull(),
  at: instant('at').notNull(),
  slots: json<Record<string, number>>('slots').notNull(),
});

export const draft = pgTable('draft', {
  id: text('id').primaryKey(),
  personId: integer('person_id').notNull(),
  kind: text('kind').notNull(),
  payload: json<unknown>('payload').notNull(),
  createdAt: instant('created_at').notNull(),
  consumedAt: instant('consumed_at'),
});

export const handover = pgTable('handover', {
  id: id(),
  personId: integer('person_id').notNull(),
  deputyId: integer('deputy_id').notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day').notNull(),
  state: text('state').$type<HandoverState>().notNull(),
  madeBy: integer('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  beganAt: instant('began_at'),
  endedAt: instant('ended_at'),
  nextAt: instant('next_at'),
});

export const bulletin = pgTable('bulletin', {
  id: id(),
  areaId: integer('area_id').notNull(),
  month: day('month').notNull(),
  payload: json<BulletinPayload>('payload').notNull(),
  state: text('state').$type<BulletinState>().notNull(),
  createdAt: instant('created_at').notNull(),
  decidedBy: integer('decided_by'),
  decidedAt: instant('decided_at'),
  chatId: text('chat_id'),
});

/** Primary key: area and month. */
export const burdenMonth = pgTable('burden_month', {
  areaId: integer('area_id').notNull(),
  month: day('month').notNull(),
  payload: json<BurdenSums>('payload').notNull(),
  madeAt: instant('made_at').notNull(),
});
