/** 交接: making, showing and taking back; beginning and ending, which the clock does, too. */
import {
  deputyUnreachableText,
  HANDOVER_NOT_FOR_OUTSIDER,
  HANDOVER_OUTSIDER,
  handoverAskedText,
  handoverCancelledText,
  handoverDroppedText,
  handoverLine,
  handoverMadeText,
  handoverProblemText,
  handoversText,
  handoverTellText,
  NO_HANDOVER,
  whichHandoverText,
} from '../cards/words-personal.ts';
import { redrawIssues } from '../db/card-time.ts';
import {
  insertHandover,
  listHandoversOf,
  listOpenHandovers,
  lockOpenHandovers,
  moveHandover,
  renewStandIns,
} from '../db/handover.ts';
import { listIssuesTouching } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeople, loadActors } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { allows, mayNot, reachesArea } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { beginsAt, endsAt, type Handover, handoverProblem, handoverStep } from '../domain/handover.ts';
import type { Person } from '../domain/model.ts';
import { sendableAt } from '../domain/sendable.ts';
import { type Day, datePartsOf, dayOf, type Instant } from '../domain/time.ts';
import { ANSWER } from '../kinds/messages.ts';
import type { SaidPerson } from '../language/said.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { resolvePerson } from './person.ts';
import { atNeeded } from './project.ts';

type Asked = NonNullable<Extract<Call, { name: 'handover' }>['asked']>;

const READ = 1000;

export async function makeHandover(context: CommandContext, asked: Asked): Promise<Answer> {
  const { deps, tx, now, actor, directory } = context;
  const person = await personMeant(context, asked.person);
  if ('kind' in person) return person;
  const deputy = await someone(context, asked.deputy);
  if ('kind' in deputy) return deputy;
  if (!person.home) return warn(HANDOVER_NOT_FOR_OUTSIDER);
  if (!deputy.home) return warn(HANDOVER_OUTSIDER);
  if (deputy.unreachableSince !== null) return warn(deputyUnreachableText(deputy.name));
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const open = await lockOpenHandovers(tx);
  const days = { fromDay: asked.fromDay, untilDay: asked.untilDay };
  const made = { ...days, personId: person.id, deputyId: deputy.id };
  const problem = handoverProblem(made, open, today);
  const year = datePartsOf(today).year;
  if (problem) {
    const other = 'other' in problem ? await lineOf(tx, problem.other, year) : undefined;
    const days = 'days' in problem ? problem.days : undefined;
    return warn(handoverProblemText(problem.code, { days, other }));
  }
  const handover = await insertHandover(
    tx,
    { ...made, madeBy: actor.person.id, nextAt: beginsAt(days, timeZone) },
    now,
  );
  const begun = handoverStep(handover, now, timeZone) === 'begin';
  if (begun) await beginHandover(deps, tx, handover, now, { tellPerson: false });
  else await tell(deps, tx, deputy.id, text(handoverAskedText(person.name, days, year)), now);
  const own = person.id === actor.person.id;
  if (!own) {
    const words = handoverTellText(deputy.name, days, { begun, madeBy: actor.person.name }, year);
    await tell(deps, tx, person.id, text(words), now);
  }
  const relays = open.filter(
    (one) => one.personId === deputy.id && one.fromDay <= days.untilDay && days.fromDay <= one.untilDay,
  );
  const names = await namesOf(
    tx,
    relays.map((one) => one.deputyId),
  );
  return {
    kind: 'text',
    tone: 'success',
    text: handoverMadeText(
      { person: own ? undefined : person.name, deputy: deputy.name },
      { ...days, begun },
      relays.map((one) => ({ deputy: names.get(one.deputyId) ?? '', days: one })),
      year,
    ),
  };
}

/** 交接 alone: what is planned and running, made by the speaker and taken over from others. */
export async function showHandovers(context: CommandContext): Promise<Answer> {
  const { tx, now, actor, directory } = context;
  const year = datePartsOf(dayOf(now, directory.settings.timeZone)).year;
  const found = await listHandoversOf(tx, actor.person.id);
  const lines = async (own: boolean) => {
    const some = found.filter((one) => (one.personId === actor.person.id) === own);
    return Promise.all(some.map((one) => lineOf(tx, one, year)));
  };
  return { kind: 'text', text: handoversText(await lines(true), await lines(false)) };
}

/** Taken back by the person, declined by the deputy, or cancelled by the office for somebody named. */
export async function cancelHandover(
  context: CommandContext,
  asked: { day: Day | null; person: SaidPerson },
): Promise<Answer> {
  const { deps, tx, now, actor, directory } = context;
  const person = await personMeant(context, asked.person);
  if ('kind' in person) return person;
  const year = datePartsOf(dayOf(now, directory.settings.timeZone)).year;
  await lockOpenHandovers(tx);
  const all = await listHandoversOf(tx, person.id);
  const own = all.filter((one) => one.personId === person.id);
  const some = (own.length > 0 ? own : all).filter(
    ({ fromDay, untilDay }) => asked.day === null || (fromDay <= asked.day && asked.day <= untilDay),
  );
  const [only] = some;
  if (!only) return warn(NO_HANDOVER);
  if (some.length > 1) {
    return warn(whichHandoverText(await Promise.all(some.map((one) => lineOf(tx, one, year)))));
  }
  const names = await namesOf(tx, [only.personId, only.deputyId]);
  const words = handoverCancelledText(
    names.get(only.personId) ?? '',
    names.get(only.deputyId) ?? '',
    only,
    year,
  );
  if (only.state === 'active') await endHandover(deps, tx, only, now, 'cancelled');
  else {
    await moveHandover(tx, only.id, 'planned', { state: 'cancelled', nextAt: null, endedAt: now });
    for (const id of [only.personId, only.deputyId]) {
      if (id !== actor.person.id) await tell(deps, tx, id, text(words), now);
    }
  }
  return { kind: 'text', tone: 'success', text: words };
}

/** The speaker, or somebody named for whom the speaker may act: as administrator, or office of the unit's area. */
async function personMeant(context: CommandContext, said: SaidPerson): Promise<Person | Answer> {
  const { actor, directory } = context;
  if (said.openId === null && said.name === null) return actor.person;
  const person = await someone(context, said);
  if ('kind' in person || person.id === actor.person.id) return person;
  const areaId = directory.unit(person.unitId ?? -1)?.areaId ?? directory.topAreaId;
  const may =
    allows(actor, 'admin', null, directory) === true || reachesArea(actor, ['office'], areaId, directory);
  return may ? person : { kind: 'refusal', refusal: mayNot(['office', 'administrator']).refusal };
}

async function someone(context: CommandContext, said: SaidPerson): Promise<Person | Answer> {
  const found = await resolvePerson(context, said);
  if (found === undefined) return atNeeded();
  if (found === 'unknown' || found === 'ambiguous') {
    return { kind: 'refusal', refusal: { code: 'person-unknown', params: { name: said.name ?? '' } } };
  }
  return found;
}

/**
 * Begins a planned handover: from now on everything goes to the deputy, who gets what is open.
 * @param how.tellPerson false when the person is told in the answer to their own words
 */
export async function beginHandover(
  deps: Deps,
  tx: Tx,
  one: Handover,
  now: Instant,
  how: { tellPerson: boolean },
): Promise<void> {
  const { timeZone } = (await deps.directory.get(tx)).settings;
  const next = { state: 'active', beganAt: now, nextAt: endsAt(one, timeZone) } as const;
  if (!(await moveHandover(tx, one.id, 'planned', next))) return;
  await passOn(deps, tx, now);
  if (!how.tellPerson) return;
  const names = await namesOf(tx, [one.deputyId]);
  const year = datePartsOf(dayOf(now, timeZone)).year;
  const words = handoverTellText(names.get(one.deputyId) ?? '', one, { begun: true }, year);
  await tell(deps, tx, one.personId, text(words), now);
}

/** Ends an active handover: everything comes back, and both hear what became of it. */
export async function endHandover(
  deps: Deps,
  tx: Tx,
  one: Handover,
  now: Instant,
  state: 'ended' | 'cancelled',
): Promise<void> {
  if (!(await moveHandover(tx, one.id, 'active', { state, nextAt: null, endedAt: now }))) return;
  await passOn(deps, tx, now);
  for (const id of [one.personId, one.deputyId]) {
    await tell(deps, tx, id, { kind: 'handover-report', handoverId: one.id }, now);
  }
}

/** One that was over before anybody could begin it. */
export async function dropHandover(deps: Deps, tx: Tx, one: Handover, now: Instant): Promise<void> {
  if (!(await moveHandover(tx, one.id, 'planned', { state: 'ended', nextAt: null, endedAt: now }))) return;
  const { timeZone } = (await deps.directory.get(tx)).settings;
  const names = await namesOf(tx, [one.personId, one.deputyId]);
  const words = handoverDroppedText(
    names.get(one.personId) ?? '',
    names.get(one.deputyId) ?? '',
    one,
    datePartsOf(dayOf(now, timeZone)).year,
  );
  for (const id of [one.personId, one.deputyId]) await tell(deps, tx, id, text(words), now);
}

/** Whoever acts for somebody from now on, down a chain too, gets what is open; each once for a handover. */
async function passOn(deps: Deps, tx: Tx, now: Instant): Promise<void> {
  const changed = await renewStandIns(tx);
  await redrawFor(deps, tx, changed, now);
  const directory = await deps.directory.get(tx);
  for (const one of await listOpenHandovers(tx)) {
    const actingId = directory.deputyOf(one.personId);
    if (one.state !== 'active' || actingId === null || !changed.includes(one.personId)) continue;
    await tell(deps, tx, actingId, { kind: 'handover-begun', handoverId: one.id }, now);
  }
}

/** The live cards that name these people name somebody else now. */
async function redrawFor(deps: Deps, tx: Tx, personIds: number[], now: Instant): Promise<void> {
  const directory = await deps.directory.get(tx);
  for (const actor of await loadActors(tx, personIds)) {
    const issues = await listIssuesTouching(tx, actor, directory, READ);
    await redrawIssues(
      tx,
      issues.map((issue) => issue.id),
      now,
    );
  }
}

/** Privately, not at night and not into a 静默; once for each handover and step. */
async function tell(deps: Deps, tx: Tx, personId: number, answer: Answer, now: Instant): Promise<void> {
  const [person] = await findPeople(tx, [personId]);
  if (!person?.home || person.unreachableSince !== null) return;
  const { clock } = await deps.directory.get(tx);
  await enqueue(
    tx,
    [
      ANSWER.row({
        id: deps.newId(),
        target: `person:${person.openId}`,
        payload: { answer, openId: person.openId, personId: person.id },
        ...('handoverId' in answer && {
          dedupeKey: `${answer.kind}:${answer.handoverId}:${person.id}`,
        }),
        dueAt: sendableAt(Math.max(now, person.mutedUntil ?? 0), clock),
      }),
    ],
    now,
  );
}

async function namesOf(tx: Tx, ids: number[]): Promise<Map<number, string>> {
  return new Map((await findPeople(tx, ids)).map((person) => [person.id, person.name]));
}

async function lineOf(tx: Tx, one: Handover, year: number): Promise<string> {
  const names = await namesOf(tx, [one.personId, one.deputyId]);
  const nameOf = (id: number) => names.get(id) ?? '';
  return handoverLine({ person: nameOf(one.personId), deputy: nameOf(one.deputyId) }, one, year);
}

function text(words: string): Answer {
  return { kind: 'text', text: words };
}

function warn(words: string): Answer {
  return { kind: 'text', tone: 'warning', text: words };
}
