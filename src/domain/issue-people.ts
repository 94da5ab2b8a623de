/** Whose move it is, and everybody a view of an issue names. */
import type { Actor } from './actor.ts';
import { type Directory, withoutStandIns } from './directory.ts';
import { type Issue, isRated } from './issue.ts';
import {
  activeDeputies,
  contactPeople,
  listPeople,
  officePeople,
  responsiblePeople,
  verifyingPeople,
} from './recipients.ts';

/** What the people who must act now have to do. */
export type NextMove = 'route' | 'sign' | 'work' | 'approve' | 'chase' | 'verify' | 'rate' | 'none';

/** Who has the ball; the card @-mentions them. `personIds` is empty when nobody is known. */
export interface MustAct {
  what: NextMove;
  personIds: number[];
  /** Which of them act only as somebody's deputy, and whose. */
  standIns: { deputyId: number; personId: number }[];
}

type Move = Pick<MustAct, 'what' | 'personIds'>;

/** Every person id an issue names, each once, for loading names in one read. */
export function peopleOf(issue: Issue): number[] {
  const { pending, appeal, satisfaction } = issue;
  return listPeople(
    issue.assigneeId,
    issue.reporterId,
    issue.sourcePersonId,
    issue.doneBy,
    issue.closedBy,
    ...issue.coUnits.map((co) => co.doneBy),
    ...issue.bounces.map((bounce) => bounce.byId),
    ...issue.pauses.flatMap((pause) => [pause.chaserId, pause.approvedBy]),
    pending?.byId,
    pending?.kind === 'pause' ? pending.chaserId : null,
    appeal?.byId,
    appeal?.decidedBy,
    satisfaction?.byId,
    issue.ladder.acknowledgedBy,
    ...issue.urges.map((urge) => urge.byId),
    ...issue.mutedBy,
  );
}

/** Who must act now and what (product.md §3); a unit without people leaves the ball with the office. */
export function mustActNow(issue: Issue, directory: Directory): MustAct {
  const move = moveOf(issue, directory);
  if (directory.data.standIns.length === 0) return { ...move, standIns: [] };
  const everybody = moveOf(issue, withoutStandIns(directory)).personIds;
  const standIns = everybody.flatMap((personId) => {
    const deputyId = directory.deputyOf(personId);
    return deputyId === null || everybody.includes(deputyId) ? [] : [{ deputyId, personId }];
  });
  return { ...move, standIns: standIns.filter(({ deputyId }) => move.personIds.includes(deputyId)) };
}

/** Whose work this person does as a deputy when taking a step now; empty when acting for themselves. */
export function actsFor(issue: Issue, actor: Actor, directory: Directory): number[] {
  if (actor.standsInFor.length === 0) return [];
  const named = [issue.assigneeId, issue.status === 'paused' ? issue.pauses.at(-1)?.chaserId : null];
  if (named.includes(actor.person.id)) return [];
  return listPeople(
    ...mustActNow(issue, directory).standIns.flatMap(({ deputyId, personId }) =>
      deputyId === actor.person.id ? [personId] : [],
    ),
    ...actor.standsInFor.filter((id) => named.includes(id)),
  );
}

function moveOf(issue: Issue, directory: Directory): Move {
  const office = () => officePeople(issue, directory);
  const unit = () => {
    const people = responsiblePeople(issue, directory);
    return people.length > 0 ? people : office();
  };
  switch (issue.status) {
    case 'unrouted':
      return { what: 'route', personIds: office() };
    case 'unsigned':
      return { what: 'sign', personIds: unit() };
    case 'working':
      if (issue.pending) return { what: 'approve', personIds: office() };
      return { what: 'work', personIds: unit() };
    case 'paused':
      return {
        what: 'chase',
        personIds: activeDeputies(listPeople(issue.pauses.at(-1)?.chaserId), directory),
      };
    case 'verifying':
      return { what: 'verify', personIds: verifyingPeople(issue, directory) };
    case 'closed': {
      // What was struck off before it was imported nobody here confirmed.
      const here = issue.imported === undefined || issue.closedBy !== null;
      const rated = here && isRated(issue.kind) && issue.satisfaction === null && !issue.onTheSpot;
      const asked = rated ? contactPeople(issue, directory) : [];
      return { what: asked.length > 0 ? 'rate' : 'none', personIds: asked };
    }
    case 'void':
      return { what: 'none', personIds: [] };
  }
}
