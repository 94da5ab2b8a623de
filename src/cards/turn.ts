/** Who has the ball: the one thing a glance at a card must answer. */
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';

export interface Turn {
  /** Who must act now, most wanted first; may be empty. */
  personIds: number[];
  /** Named instead when nobody is set or loaded. */
  otherwise: string;
  /** What they are to do, a verb as on the button. */
  task: string;
}

const present = (ids: readonly (number | null | undefined)[]): number[] => [
  ...new Set(ids.filter((id): id is number => typeof id === 'number')),
];

/** The next step and who takes it; undefined when nothing is open. */
export function whoseTurn(issue: Issue, directory: Directory): Turn | undefined {
  const unit = issue.unitId === null ? undefined : directory.unit(issue.unitId);
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  const office = () => directory.holders('office', issue.areaId);
  const doer = present([issue.assigneeId ?? unit?.coordinatorId ?? unit?.headId]);
  switch (issue.status) {
    case 'unrouted':
      return { personIds: office(), otherwise: '综合办', task: '转办' };
    case 'unsigned':
      return { personIds: doer, otherwise: unit?.name ?? '责任单位', task: '签收' };
    case 'working':
      return { personIds: doer, otherwise: unit?.name ?? '责任单位', task: '办理' };
    case 'paused': {
      const open = issue.pauses.find((pause) => pause.until === null);
      return { personIds: present([open?.chaserId]), otherwise: '盯办人', task: '盯办' };
    }
    case 'verifying': {
      const verifiers = present([...(project?.contactIds ?? []), project?.secretaryId]).filter(
        (id) => id !== issue.doneBy,
      );
      return { personIds: verifiers.length > 0 ? verifiers : office(), otherwise: '综合办', task: '核验' };
    }
    case 'closed':
    case 'void':
      return undefined;
  }
}

/** Everybody the card of an issue names, so that the reader loads them in one go. */
export function peopleOnIssue(issue: Issue, directory: Directory): number[] {
  return present([
    ...(whoseTurn(issue, directory)?.personIds ?? []),
    ...directory.holders('office', issue.areaId),
    issue.assigneeId,
    issue.reporterId,
    issue.sourcePersonId,
    issue.doneBy,
    issue.closedBy,
    issue.pending?.byId,
    issue.pending?.kind === 'pause' ? issue.pending.chaserId : null,
    issue.appeal?.byId,
    issue.appeal?.decidedBy,
    issue.satisfaction?.byId,
    issue.ladder.acknowledgedBy,
    ...issue.pauses.flatMap((pause) => [pause.chaserId, pause.approvedBy]),
    ...issue.bounces.map((bounce) => bounce.byId),
    ...issue.coUnits.map((unit) => unit.doneBy),
  ]);
}
