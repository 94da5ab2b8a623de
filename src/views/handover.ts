/** 交接 cards from the present state. */
import { handoverBegunCard, handoverReportCard } from '../cards/handover.ts';
import { HANDOVER_GONE, handoverCancelledText, handoverOverText } from '../cards/words-personal.ts';
import { listHandoversOf, listMovedFor, loadHandover } from '../db/handover.ts';
import { loadIssues } from '../db/issue.ts';
import { listIssuesTouching } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { loadActor } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { withoutStandIns } from '../domain/directory.ts';
import type { Handover } from '../domain/handover.ts';
import { sortForPerson } from '../domain/mine.ts';
import type { Day } from '../domain/time.ts';
import { yearOf } from '../text/moments.ts';
import { personName } from '../text/names.ts';
import type { DrawnAnswer } from './context.ts';
import { type Viewer, viewContext } from './context.ts';

const READ = 300;

/** What waits for a person, though somebody may stand in for them. */
async function waitingFor(tx: Tx, personId: number, viewer: Viewer) {
  const directory = withoutStandIns(viewer.directory);
  const actor = await loadActor(tx, { id: personId });
  if (!actor) return sortForPerson([], viewer.actor, directory);
  const own = { ...actor, standsInFor: [] };
  return sortForPerson(await listIssuesTouching(tx, own, directory, READ), own, directory);
}

/** Somebody further down a chain acts only as long as the link that led there lasts. */
async function relayedUntil(tx: Tx, one: Handover, readerId: number): Promise<Day> {
  if (one.deputyId === readerId) return one.untilDay;
  const link = (await listHandoversOf(tx, one.deputyId)).find(
    (other) => other.personId === one.deputyId && other.state === 'active',
  );
  return link && link.untilDay < one.untilDay ? link.untilDay : one.untilDay;
}

/** The card for either of the two; anybody else is told no more than that it is not theirs. */
export async function drawHandover(
  tx: Tx,
  answer: Answer & { kind: 'handover-begun' | 'handover-report' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const one = await loadHandover(tx, answer.handoverId);
  const { id } = viewer.actor.person;
  const acts = one && viewer.directory.deputyOf(one.personId) === id;
  const mine = one && (acts || [one.personId, one.deputyId, one.madeBy].includes(id));
  if (!one || !mine) return { kind: 'text', text: HANDOVER_GONE };
  const waiting = await waitingFor(tx, one.personId, viewer);
  const { reported: _, ...asked } = waiting;
  const issues = Object.values(asked).flat();
  const ids = [one.personId, one.deputyId];
  if (answer.kind === 'handover-begun') {
    const context = await viewContext(tx, viewer, { issues, personIds: ids });
    if (one.state === 'active') {
      const untilDay = await relayedUntil(tx, one, id);
      return { kind: 'card', card: handoverBegunCard({ ...one, untilDay, waiting: asked }, context) };
    }
    const text = (one.state === 'ended' ? handoverOverText : handoverCancelledText)(
      personName(context, one.personId),
      personName(context, one.deputyId),
      one,
      yearOf(context),
    );
    return { kind: 'text', text };
  }
  const moved = await listMovedFor(tx, one.personId, { from: one.beganAt ?? 0, until: one.endedAt });
  const touched = await loadIssues(tx, moved);
  const context = await viewContext(tx, viewer, { issues: touched, personIds: ids });
  const closed = touched.filter((issue) => issue.status === 'closed');
  const card = handoverReportCard(
    {
      ...one,
      closed,
      moved: touched.filter((issue) => issue.status !== 'closed' && issue.status !== 'void'),
      still: issues.length,
      cancelled: one.state === 'cancelled',
    },
    context,
  );
  return { kind: 'card', card };
}
