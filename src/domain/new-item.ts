/** An item of any kind as it begins: routed when its unit is known, its clock running from now. */
import type { Deadline, Issue, ItemKind } from './issue.ts';
import type { Rules } from './model.ts';
import type { Instant } from './time.ts';

export interface ItemFacts {
  kind: ItemKind;
  title: string;
  text: string;
  areaId: number;
  projectId: number | null;
  /** null: it waits for the office to route it. */
  unitId: number | null;
  assigneeId: number | null;
  reporterId: number;
  deadline: Deadline;
  now: Instant;
  rules: Rules;
  linkId?: number | null;
  batchId?: number | null;
}

/** Nothing has been done about it yet. */
export function newItem(facts: ItemFacts): Omit<Issue, 'id'> {
  const { now, linkId = null, batchId = null, ...given } = facts;
  const { kind, title, text, areaId, projectId, unitId, assigneeId, reporterId, deadline, rules } = given;
  return {
    version: 1,
    kind,
    linkId,
    batchId,
    status: unitId === null ? 'unrouted' : 'unsigned',
    title,
    text,
    areaId,
    projectId,
    categoryId: null,
    unitId,
    assigneeId,
    coUnits: [],
    reporterId,
    sourcePersonId: null,
    sourceMessageId: null,
    originChatId: null,
    loggedAt: now,
    routedAt: unitId === null ? null : now,
    signedAt: null,
    doneAt: null,
    doneBy: null,
    result: null,
    closedAt: null,
    closedBy: null,
    onTheSpot: false,
    greenChannel: false,
    deadline,
    originalDeadline: null,
    bounces: [],
    frozen: false,
    pauses: [],
    pending: null,
    falseCloses: 0,
    reopens: 0,
    satisfaction: null,
    measure: null,
    appeal: null,
    onAgenda: false,
    pastYellows: [],
    lookBackOn: null,
    urges: [],
    mutedBy: [],
    changedAt: now,
    ladder: { generation: 1, startedAt: now, fired: [], acknowledgedAt: null, acknowledgedBy: null },
    rules,
  };
}
