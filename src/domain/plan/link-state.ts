/** What a link's item says of it: its days, its unit, its state. Nothing of it is stored a second time. */
import { type Issue, OPEN_STATUSES } from '../issue.ts';
import { type Day, dayOf } from '../time.ts';
import type { LinkState, ProjectLink, StoredLink } from './model.ts';

/** What a link takes from its item. */
export type LinkClock = Pick<Issue, 'status' | 'unitId' | 'assigneeId' | 'signedAt' | 'doneAt' | 'closedAt'>;

/** What a stored link and its item make together. */
type LinkDays = Pick<
  ProjectLink,
  'unconcerned' | 'unitId' | 'contactId' | 'startedOn' | 'reportedOn' | 'finishedOn'
>;

/** A stored link with its item. @param item a void one counts as none */
export function linkOf(stored: StoredLink, item: Issue | null, timeZone: string): ProjectLink {
  const { claimedOn: _claimedOn, issueId: _issueId, ...row } = stored;
  const alive = item === null || item.status === 'void' ? null : item;
  return { ...row, ...linkDays(stored, item, timeZone), item: alive };
}

/** The days, the unit and the contact of a link. @param item a void one counts as none */
export function linkDays(
  stored: Pick<StoredLink, 'claimedOn' | 'startedOn' | 'finishedOn' | 'unconcerned' | 'unitId' | 'contactId'>,
  item: LinkClock | null,
  timeZone: string,
): LinkDays {
  const { claimedOn, startedOn, finishedOn, unconcerned, unitId, contactId } = stored;
  const alive = item === null || item.status === 'void' ? null : item;
  // A start that was taken back with its item is none.
  if (!alive) {
    const days = { startedOn: item ? null : startedOn, reportedOn: null, finishedOn };
    return { ...days, unconcerned, unitId, contactId };
  }
  const reported = claimedOn ?? (alive.doneAt === null ? null : dayOf(alive.doneAt, timeZone));
  const closed = alive.status === 'closed';
  return {
    // 不涉及 ends the item: one that runs again was brought back.
    unconcerned: OPEN_STATUSES.includes(alive.status) ? null : unconcerned,
    unitId: alive.unitId ?? unitId,
    contactId: alive.assigneeId ?? contactId,
    startedOn: startOf(startedOn, alive, closed ? reported : null, timeZone),
    reportedOn: alive.status === 'verifying' ? reported : null,
    finishedOn: closed ? (reported ?? closedOn(alive, timeZone)) : null,
  };
}

function closedOn({ closedAt }: LinkClock, timeZone: string): Day | null {
  return closedAt === null ? null : dayOf(closedAt, timeZone);
}

/** Said, else when it was signed for, else (reported done straight away) when it was done. */
function startOf(said: Day | null, item: LinkClock, finished: Day | null, timeZone: string): Day | null {
  if (said !== null) return said;
  if (item.signedAt === null) return finished;
  const signed = dayOf(item.signedAt, timeZone);
  return finished !== null && finished < signed ? finished : signed;
}

export function isDone(link: ProjectLink): boolean {
  return link.unconcerned !== null || link.finishedOn !== null;
}

/** The states of all links of a project, by code. A predecessor the project has not counts as done. */
export function linkStates(links: readonly ProjectLink[]): Map<string, LinkState> {
  const byCode = new Map(links.map((link) => [link.definition.code, link]));
  return new Map(links.map((link) => [link.definition.code, stateOf(link, byCode)]));
}

function stateOf(link: ProjectLink, byCode: ReadonlyMap<string, ProjectLink>): LinkState {
  if (link.unconcerned) return 'unconcerned';
  if (link.finishedOn !== null) return 'done';
  const { item } = link;
  if (item?.status === 'verifying') return 'verifying';
  if (link.startedOn !== null) return 'working';
  if (item && OPEN_STATUSES.includes(item.status) && item.status !== 'unsigned' && item.status !== 'unrouted')
    return 'working';
  return openPredecessors(link, byCode).length === 0 ? 'ready' : 'waiting';
}

/** Hard predecessors that are not done (紧前未完成). */
export function openPredecessors(link: ProjectLink, byCode: ReadonlyMap<string, ProjectLink>): ProjectLink[] {
  return link.definition.dependencies.flatMap(({ on, hard }) => {
    const before = byCode.get(on);
    return hard && before && !isDone(before) ? [before] : [];
  });
}

/** A material is there when somebody ticked it, or the link that makes it is done. */
export function isTicked(
  link: ProjectLink,
  material: { name: string; producedBy: string | null },
  byCode: ReadonlyMap<string, ProjectLink>,
): 'by-hand' | 'by-link' | null {
  const producer = material.producedBy === null ? undefined : byCode.get(material.producedBy);
  if (producer && isDone(producer)) return 'by-link';
  return link.ticked.includes(material.name) ? 'by-hand' : null;
}
