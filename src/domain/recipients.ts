/** Who stands behind a role of an issue. People hear because of what they are, never by a list of names. */
import { type Directory, withoutStandIns } from './directory.ts';
import type { Issue } from './issue.ts';
import type { Post } from './model.ts';

/** What the look-ups need of an issue; a new one has no number yet. */
export type Routed = Pick<Issue, 'areaId' | 'projectId' | 'unitId' | 'assigneeId'>;

/** People ids without holes and doubles, in order. */
export function listPeople(...ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id): id is number => id !== null && id !== undefined))];
}

/** Those who act for these people now: deputies of the ones away, nobody for whom who acts cannot be reached. */
export function activeDeputies(ids: readonly number[], directory: Directory): number[] {
  return listPeople(...ids.map((id) => directory.deputyOf(id)));
}

/** Coordinator (联络员) of the unit, else its head; a lost one is passed over. Empty when there is nobody. */
export function unitContacts(unitId: number | null, directory: Directory): number[] {
  const unit = unitId === null ? undefined : directory.unit(unitId);
  const named = listPeople(unit?.coordinatorId, unit?.headId).find((id) => !directory.isLost(id));
  return activeDeputies(listPeople(named), directory);
}

/** Who has to sign or work: the person named or signed, else the unit's contact. */
export function responsiblePeople(issue: Routed, directory: Directory): number[] {
  if (issue.unitId === null) return [];
  const { assigneeId } = issue;
  return assigneeId === null || directory.isLost(assigneeId)
    ? unitContacts(issue.unitId, directory)
    : activeDeputies([assigneeId], directory);
}

/** The office (综合办) of the issue's area, or the nearest one above. */
export function officePeople(issue: Routed, directory: Directory): number[] {
  return activeDeputies(directory.holders('office', issue.areaId), directory);
}

/** Leader in charge (分管领导): of the project, else of the area. */
export function leaderPeople(issue: Routed, directory: Directory): number[] {
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  if (project?.leaderId != null) return activeDeputies([project.leaderId], directory);
  return activeDeputies(directory.holders('leader', issue.areaId), directory);
}

/** Principal leader (主要领导) of the area, or the nearest one above. */
export function principalPeople(issue: Routed, directory: Directory): number[] {
  return activeDeputies(directory.holders('principal', issue.areaId), directory);
}

/** Who holds a post of the ladder for this issue; empty when nobody does. */
export function postPeople(post: Post, issue: Routed, directory: Directory): number[] {
  const unit = issue.unitId === null ? undefined : directory.unit(issue.unitId);
  switch (post) {
    case 'assignee':
      // Strictly: that the one who signed cannot be reached is the ladder's business.
      return issue.assigneeId === null
        ? responsiblePeople(issue, directory)
        : activeDeputies([issue.assigneeId], directory);
    case 'coordinator':
      return activeDeputies(listPeople(unit?.coordinatorId), directory);
    case 'head':
      return activeDeputies(listPeople(unit?.headId), directory);
    case 'secretary': {
      const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
      return activeDeputies(listPeople(project?.secretaryId), directory);
    }
    case 'office':
      return officePeople(issue, directory);
    case 'leader':
      return leaderPeople(issue, directory);
    case 'principal':
      return principalPeople(issue, directory);
  }
}

/** Enterprise contacts (企业联系人) of the project. */
export function contactPeople(issue: Routed, directory: Directory): number[] {
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  return activeDeputies(project?.contactIds ?? [], directory);
}

/**
 * Who is asked to verify (核验): enterprise contacts and the secretary, never the doer nor anybody who stands in for the
 * doer. Contacts of other tenants cannot be written to privately, so without another secretary the office is asked, and
 * where that is the doer the leaders.
 */
export function verifyingPeople(issue: Routed & Pick<Issue, 'doneBy'>, directory: Directory): number[] {
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  const everybody = withoutStandIns(directory);
  const doers = issue.doneBy === null ? [] : listPeople(issue.doneBy, directory.deputyOf(issue.doneBy));
  const others = (people: readonly number[]) =>
    activeDeputies(
      people.filter((id) => id !== issue.doneBy),
      directory,
    ).filter((id) => !doers.includes(id));
  const levels = [
    listPeople(project?.secretaryId),
    officePeople(issue, everybody),
    leaderPeople(issue, everybody),
    principalPeople(issue, everybody),
  ].map(others);
  const asked = levels.find((people) => people.length > 0) ?? [];
  return listPeople(...others(contactPeople(issue, everybody)), ...asked);
}
