/** The clock of an issue, ticked as badly as may be: late, twice, at any instant, after outages, with a clock set back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import { openPause } from '../../src/domain/pause.ts';
import { listRungs, rungTimes } from '../../src/domain/rungs.ts';
import { sendableAt } from '../../src/domain/sendable.ts';
import { dayOf, type Instant } from '../../src/domain/time.ts';
import { decideIssue } from '../../src/verbs/decide.ts';
import { ACTORS, EVERYBODY, starts, type Turn, turns } from '../support/any-history.ts';
import { colorByRule } from '../support/color-rule.ts';
import { logged } from '../support/given.ts';
import { at, town, who, ZONE } from '../support/town.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RUNS = { numRuns: 150 };

/** One tick or several at once, some time after the one before; hours back now and then. */
const gaps = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 120 }).map((minutes) => minutes * MINUTE) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 * 24 }).map((hours) => hours * HOUR) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -5 * HOUR, max: -1 }) },
);
const schedules = fc.array(gaps, { minLength: 1, maxLength: 25 });

/** An issue as it is stored: with the column the clock is woken by. */
interface Stored {
  issue: Issue;
  nextAt: Instant | null;
}

const store = (issue: Issue): Stored => ({ issue, nextAt: planIssue(issue, town).nextAt });

interface Effect {
  what: string;
  at: Instant;
}

/** Everything owed is done at once, or nothing; as engine/tick.ts goes about it. */
function tick({ issue, nextAt }: Stored, now: Instant, effects: Effect[]): Stored {
  if (nextAt === null || nextAt > now) return { issue, nextAt };
  const decision = decideTick(issue, { now, directory: town });
  if (!decision) {
    const plan = planIssue(issue, town).nextAt;
    return { issue, nextAt: plan !== null && plan <= now ? now + MINUTE : plan };
  }
  const { generation, fired } = issue.ladder;
  const rungs = decision.issue.ladder.fired.filter(
    (rung) => decision.issue.ladder.generation !== generation || !fired.includes(rung),
  );
  for (const { verb } of decision.events) {
    if (verb === 'rung')
      effects.push({ what: `rung ${decision.issue.ladder.generation} ${rungs.join()}`, at: now });
    if (verb === 'auto-resume') effects.push({ what: `resume ${openPause(issue)?.from}`, at: now });
    if (verb === 'look-back')
      effects.push({ what: `look-back ${issue.lookBackOn} ${issue.closedAt}`, at: now });
  }
  for (const rung of rungs)
    effects.push({ what: `fired ${decision.issue.ladder.generation} ${rung}`, at: now });
  return store(decision.issue);
}

/** A history with ticks at these gaps between the turns; `look` sees what is stored after every step. */
function live(
  start: Parameters<typeof logged>[0],
  history: readonly Turn[],
  gapsBetween: readonly number[],
  look: (stored: Stored, now: Instant) => void = () => {},
): { stored: Stored; now: Instant; effects: Effect[] } {
  let now = at('2026-11-23 10:00');
  let stored = store(logged({ by: who.office, ...start }));
  const effects: Effect[] = [];
  for (const [n, { by: first, able, say, later }] of history.entries()) {
    now += later * 600_000;
    const gap = gapsBetween[n % gapsBetween.length]!;
    for (const tickAt of [now - Math.min(gap, later * 600_000), now, now]) {
      stored = tick(stored, tickAt, effects);
      look(stored, tickAt);
    }
    const command = say(dayOf(now, ZONE));
    const decide = (id: number) =>
      decideIssue(stored.issue, command, { now, actor: ACTORS.get(id)!, directory: town });
    const decision = decide(able ? (EVERYBODY.find((id) => decide(id).ok) ?? first) : first);
    if (decision.ok) stored = store(decision.issue);
    look(stored, now);
  }
  return { stored, now, effects };
}

/** Ticks of a schedule from `now` on, then one at `end`. */
function tickUntil(
  stored: Stored,
  now: Instant,
  schedule: readonly number[],
  end: Instant,
  effects: Effect[],
): Stored {
  let state = stored;
  let then = now;
  for (const gap of schedule) {
    then += gap;
    if (then < end) state = tick(state, Math.max(then, now), effects);
  }
  // What is put off by a minute comes with the tick of the next.
  for (let n = 0; n < 3; n++) state = tick(state, end + n * MINUTE, effects);
  return state;
}

/** Whether the clock owes it something, by its facts alone. */
function owes(issue: Issue): boolean {
  if (issue.status === 'paused' || (issue.status === 'closed' && issue.lookBackOn !== null)) return true;
  if (issue.pending) return false;
  return Object.entries(rungTimes(issue, town)).some(
    ([rung, from]) => from != null && !issue.ladder.fired.includes(rung as never),
  );
}

const workday = fc
  .integer({ min: 0, max: 90 * 24 * 60 })
  .map((minutes) => sendableAt(at('2026-12-01 00:00') + minutes * MINUTE, town.clock));

describe('whatever the histories and the tick times', () => {
  test('what owes something has a clock that runs, what owes nothing has none', () => {
    fc.assert(
      fc.property(starts, turns, schedules, (start, history, schedule) => {
        live(start, history, schedule, ({ issue, nextAt }) => {
          expect(nextAt !== null).toBe(owes(issue));
        });
      }),
      RUNS,
    );
  });

  test('the clock never wakes later than there is something to do, and never in vain', () => {
    fc.assert(
      fc.property(starts, turns, schedules, workday, (start, history, schedule, when) => {
        const { stored, now } = live(start, history, schedule);
        const plan = planIssue(stored.issue, town).nextAt;
        const acts = (instant: Instant) =>
          decideTick(stored.issue, { now: instant, directory: town }) !== null;
        const then = now + (when - at('2026-12-01 00:00'));
        if (acts(then)) expect(plan ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(then);
        if (plan === null) return;
        expect(acts(plan)).toBe(true);
        expect(acts(plan - 1)).toBe(false);
      }),
      RUNS,
    );
  });

  test('two schedules that meet at one instant leave the same issue: state, deadline, pauses, what was heard, colour', () => {
    fc.assert(
      fc.property(starts, turns, schedules, schedules, workday, (start, history, one, other, when) => {
        const { stored, now } = live(start, history, one);
        const end = sendableAt(now + (when - at('2026-12-01 00:00')), town.clock);
        const [a, b] = [one, other].map((schedule) => tickUntil(stored, now, schedule, end, []).issue);
        const facts = (issue: Issue) => ({
          ...issue,
          version: 0,
          changedAt: 0,
          ladder: { ...issue.ladder, fired: issue.ladder.fired.toSorted() },
        });
        expect(facts(a!)).toEqual(facts(b!));
        expect(lightOf(a!, town, end).color).toBe(lightOf(b!, town, end).color);
      }),
      RUNS,
    );
  });

  test('the colour is the rule’s at every step, as lists count it too', () => {
    fc.assert(
      fc.property(starts, turns, schedules, fc.nat(60 * 24), (start, history, schedule, hours) => {
        live(start, history, schedule, ({ issue }, now) => {
          for (const then of [now, now + hours * HOUR])
            expect(lightOf(issue, town, then).color).toBe(colorByRule(issue, then));
        });
      }),
      RUNS,
    );
  });

  test('each rung, each end of a pause and each look back happens once, none before its time, none is left out', () => {
    fc.assert(
      fc.property(starts, turns, schedules, (start, history, schedule) => {
        const { stored, now, effects } = live(start, history, schedule);
        const end = sendableAt(now + 400 * 24 * HOUR, town.clock);
        const last = tickUntil(stored, now, schedule, end, effects).issue;
        const names = effects.map(({ what }) => what);
        expect(new Set(names).size).toBe(names.length);
        expect(listRungs(last, town)).toEqual([]);
        expect(openPause(last)).toBeUndefined();
        if (last.status === 'closed') expect(last.lookBackOn).toBeNull();
      }),
      RUNS,
    );
  });

  test('nothing is done in quiet hours or on days off, whenever the tick comes', () => {
    fc.assert(
      fc.property(starts, turns, schedules, fc.nat(90 * 24 * 60), (start, history, schedule, minutes) => {
        const { stored, now, effects } = live(start, history, schedule);
        for (const { at: when } of effects) expect(sendableAt(when, town.clock)).toBe(when);
        const then = now + minutes * MINUTE;
        if (sendableAt(then, town.clock) !== then)
          expect(decideTick(stored.issue, { now: then, directory: town })).toBeNull();
      }),
      RUNS,
    );
  });

  test('a pause ends on its day and shifts the deadline alike, however late the tick', () => {
    fc.assert(
      fc.property(starts, turns, schedules, fc.nat(20 * 24), (start, history, schedule, late) => {
        live(start, history, schedule, ({ issue }) => {
          const pause = openPause(issue);
          const plan = planIssue(issue, town).nextAt;
          if (!pause || plan === null) return;
          const prompt = decideTick(issue, { now: plan, directory: town })!.issue;
          const then = sendableAt(plan + late * HOUR, town.clock);
          const tardy = decideTick(issue, { now: then, directory: town })!.issue;
          expect(tardy.deadline).toEqual(prompt.deadline);
          expect(tardy.pauses).toEqual(prompt.pauses);
        });
      }),
      RUNS,
    );
  });
});
