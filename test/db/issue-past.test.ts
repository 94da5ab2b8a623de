/** What a past day looked like is told from histories alone; here every state was kept as it came. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { appendHistory } from '../../src/db/history.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { countByColor } from '../../src/db/issue-list.ts';
import type { NewIssue } from '../../src/domain/create.ts';
import type { HistoryEvent, HistoryRow, Issue } from '../../src/domain/issue.ts';
import type { IssueFilter } from '../../src/domain/issue-filter.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import { addDays, type Day, dayOf, instantAt } from '../../src/domain/time.ts';
import { decideIssue, decideUndo } from '../../src/verbs/decide.ts';
import { ACTORS, EVERYBODY, starts, type Turn, turns } from '../support/any-history.ts';
import { logged } from '../support/given.ts';
import { at, town, who } from '../support/town.ts';
import { describeOnBoth } from './each-database.ts';
import { makeDerived, makeIssue, ZONE } from './world.ts';

const START = at('2026-11-23 10:00');
const DAY = 86_400_000;
const LIVES = 200;

/** What was known from `at` on. */
interface Kept {
  at: number;
  issue: Issue;
}
interface Life {
  states: Kept[];
  steps: { at: number; by: number | null; events: HistoryEvent[] }[];
}

/** Plays a history with the clock ticking in between; some steps are taken back a minute later, some just past midnight. */
function live(
  first: Issue,
  events: HistoryEvent[],
  history: readonly (Turn & { undo: boolean; late: boolean })[],
): Life {
  let issue = first;
  let now = START;
  const life: Life = { states: [{ at: now, issue }], steps: [{ at: now, by: who.office, events }] };
  const keep = (at: number, by: number | null, next: { issue: Issue; events: HistoryEvent[] }) => {
    issue = next.issue;
    life.states.push({ at, issue });
    life.steps.push({ at, by, events: next.events });
  };
  for (const { by: someone, able, say, later, undo, late } of history) {
    let next = now + later * 600_000 + 1;
    // A minute before midnight, so that taking it back falls on the day after.
    if (late) next = instantAt(addDays(dayOf(next, ZONE), 1), '00:00', ZONE) - 30_000;
    for (let steps = 0; steps < 50; steps++) {
      const plan = planIssue(issue, town).nextAt;
      if (plan === null || plan > next) break;
      const tick = decideTick(issue, { now: Math.max(plan, now + 1), directory: town });
      if (!tick) break;
      now = Math.max(plan, now + 1);
      keep(now, null, tick);
    }
    now = Math.max(next, now + 1);
    const command = say(dayOf(now, ZONE));
    const decide = (id: number) =>
      decideIssue(issue, command, { now, actor: ACTORS.get(id)!, directory: town });
    const by = able ? (EVERYBODY.find((id) => decide(id).ok) ?? someone) : someone;
    const decision = decide(by);
    if (!decision.ok) continue;
    const before = issue;
    keep(now, by, decision);
    if (!undo) continue;
    now += 60_000;
    const { verb, detail } = decision.events.at(-1)!;
    const row: HistoryRow = {
      id: 1,
      issueId: issue.id,
      at: now - 60_000,
      actorId: by,
      messageId: null,
      verb,
      detail,
    };
    const back = decideUndo(issue, before, row, { now, actor: ACTORS.get(by)!, directory: town });
    if (back.ok) keep(now, by, back);
  }
  return life;
}

const taken = turns
  .map((all) => all)
  .chain((all) =>
    fc
      .tuple(fc.constant(all), fc.infiniteStream(fc.nat(9)))
      .map(([some, dice]) =>
        some.map((turn) => ({ ...turn, undo: dice.next().value! < 3, late: dice.next().value! < 2 })),
      ),
  );

const created = (start: Partial<NewIssue>) => logged({ by: who.office, ...start });

describeOnBoth('how things stood on a past day', (on) => {
  const lives: { id: number; life: Life }[] = [];

  beforeAll(async () => {
    const drawn = fc.sample(fc.tuple(starts, taken), { numRuns: LIVES, seed: 7 });
    await on.db.transaction(async (tx) => {
      for (const [start, history] of drawn) {
        const issue = created(start);
        const opened: HistoryEvent = {
          verb: 'log',
          detail: { onTheSpot: issue.onTheSpot, deadline: issue.deadline.day },
        };
        const life = live(issue, [opened], history);
        const last = life.states.at(-1)!.issue;
        const { areaId, projectId, unitId, reporterId } = makeIssue(on.world);
        const place = {
          areaId,
          projectId,
          unitId,
          reporterId,
          assigneeId: null,
          categoryId: null,
          coUnits: [],
          doneBy: null,
          closedBy: null,
          sourcePersonId: null,
          originChatId: null,
        };
        const { id } = await insertIssue(tx, { ...last, ...place }, makeDerived());
        for (const { at, events } of life.steps)
          await appendHistory(tx, id, events, { at, actorId: null, messageId: null });
        lives.push({ id, life });
      }
    });
  }, 60_000);

  const told = (filter: IssueFilter, id?: number) =>
    on.db.read(async (tx) => {
      const query = { scope: { all: true } as const, now: START + 400 * DAY, timeZone: ZONE };
      return (
        await countByColor(tx, { ...query, filter: id === undefined ? filter : { ...filter, ids: [id] } })
      ).total;
    });
  const asItWas = (life: Life, on: Day): Issue | undefined => {
    const over = instantAt(addDays(on, 1), '00:00', ZONE);
    return life.states.findLast((one) => one.at < over)?.issue;
  };
  const isOpen = (issue: Issue | undefined) =>
    issue !== undefined && !['closed', 'void'].includes(issue.status);
  const isLate = (issue: Issue | undefined, on: Day) =>
    issue !== undefined &&
    ['yellow', 'red'].includes(lightOf(issue, town, instantAt(addDays(on, 1), '00:00', ZONE)).color);

  test('open, paused, to be verified and overdue: each figure of each day is what was true then', async () => {
    const days = Array.from({ length: 24 }, (_, i) => addDays(dayOf(START, ZONE), 2 * i - 1));
    const seen = { late: 0, paused: 0, gone: 0 };
    for (const asOf of days) {
      const then = lives.map(({ life }) => asItWas(life, asOf));
      const count = (test: (issue: Issue | undefined) => boolean) => then.filter(test).length;
      const said = {
        open: await told({ asOf }),
        paused: await told({ asOf, statuses: ['paused'] }),
        verifying: await told({ asOf, statuses: ['verifying'] }),
        late: await told({ asOf, overdue: true }),
      };
      const right = {
        open: count(isOpen),
        paused: count((one) => one?.status === 'paused'),
        verifying: count((one) => one?.status === 'verifying'),
        late: count((one) => isLate(one, asOf)),
      };
      const wrong = JSON.stringify(said) === JSON.stringify(right) ? '' : await whichIsWrong(asOf);
      expect(said, `${asOf} ${wrong}`).toEqual(right);
      seen.late += count((one) => isLate(one, asOf));
      seen.paused += count((one) => one?.status === 'paused');
      seen.gone += count((one) => one !== undefined && !isOpen(one));
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });

  /** Which of them is told wrong, for whoever mends it. */
  async function whichIsWrong(asOf: Day): Promise<string> {
    const all: string[] = [];
    for (const { id, life } of lives) {
      const was = asItWas(life, asOf);
      const pairs = [
        ['open', await told({ asOf }, id), isOpen(was)],
        ['late', await told({ asOf, overdue: true }, id), isLate(was, asOf)],
      ] as const;
      for (const [what, said, right] of pairs)
        if (said > 0 !== right)
          all.push(
            `#${id} ${what} ${said} but ${was?.status} ${was?.deadline.day} ${was?.appeal?.decision ?? ''} ${was?.pending?.kind ?? ''}: ${life.steps.map((one) => `${dayOf(one.at, ZONE)} ${new Date(one.at).toISOString().slice(11, 19)} ${one.events.map((e) => `${e.verb}${JSON.stringify(e.detail).slice(0, 120)}`).join('+')}`).join('\n')}`,
          );
    }
    return all.slice(0, 1).join('\n');
  }
});
