/** One issue ⇄ one row. What has no column of its own goes into `facts`, so a new field needs no migration. */
import type { Deadline, Issue } from '../domain/issue.ts';
import { completeRules } from '../domain/rules.ts';
import type { Day, Instant } from '../domain/time.ts';

/** The columns an Issue fills under their own names. */
export const ISSUE_COLUMNS = [
  'version',
  'status',
  'title',
  'text',
  'areaId',
  'projectId',
  'categoryId',
  'unitId',
  'assigneeId',
  'reporterId',
  'sourcePersonId',
  'sourceMessageId',
  'originChatId',
  'loggedAt',
  'routedAt',
  'signedAt',
  'doneAt',
  'doneBy',
  'result',
  'closedAt',
  'closedBy',
  'onTheSpot',
  'greenChannel',
  'onAgenda',
  'lookBackOn',
  'measure',
  'kind',
  'linkId',
  'batchId',
] as const satisfies (keyof Issue)[];

type Column = (typeof ISSUE_COLUMNS)[number];

/** Everything nobody filters by, as it stands in jsonb. */
export type IssueFacts = Omit<Issue, Column | 'id' | 'deadline'> & { deadline: Omit<Deadline, 'at' | 'day'> };

/** What {@link issueOfRow} needs of a row; the table's row type must fit it. */
export type IssueColumns = Pick<Issue, Column> & { deadlineAt: Instant; deadlineDay: Day; facts: IssueFacts };

/** The columns of an issue, without its id and without what is derived from it. */
export function rowOfIssue(issue: Omit<Issue, 'id'>): IssueColumns {
  const columns: Record<string, unknown> = {};
  const facts: Record<string, unknown> = { ...issue };
  for (const name of ISSUE_COLUMNS) {
    columns[name] = issue[name];
    delete facts[name];
  }
  delete facts.id;
  const { at, day, ...deadline } = issue.deadline;
  return {
    ...(columns as Pick<Issue, Column>),
    deadlineAt: at,
    deadlineDay: day,
    facts: { ...(facts as Omit<IssueFacts, 'deadline'>), deadline },
  };
}

/** Facts younger than what is stored, as they were when nobody knew of them. */
const YOUNGER = { kind: 'problem', linkId: null, batchId: null } as const;

/** An issue kept whole as JSON (the state before a step), perhaps by a version before. */
export function completeIssue(stored: Issue): Issue {
  return { ...YOUNGER, ...{ mutedBy: [] }, ...stored, rules: completeRules(stored.rules) };
}

/** The issue of a row; the inverse of {@link rowOfIssue}. */
export function issueOfRow(row: IssueColumns & { id: number }): Issue {
  const columns: Record<string, unknown> = {};
  for (const name of ISSUE_COLUMNS) columns[name] = row[name];
  return {
    ...{ mutedBy: [] },
    ...row.facts,
    rules: completeRules(row.facts.rules),
    ...(columns as Pick<Issue, Column>),
    id: row.id,
    deadline: { ...row.facts.deadline, at: row.deadlineAt, day: row.deadlineDay },
  };
}
