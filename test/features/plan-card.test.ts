/** Cards of plans: whatever links are called and however many there are, the platform takes them and the figures stay. */
import { describe, expect, test } from 'vitest';
import { cardBytes } from '../../src/cards/card-fit.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { button } from '../../src/cards/kit.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { type BackSchedule, backSchedule } from '../../src/domain/plan/back-schedule.ts';
import { comparePlans } from '../../src/domain/plan/compare.ts';
import type { Plan } from '../../src/domain/plan/model.ts';
import { type PlanView, planCard } from '../../src/features/plan/card.ts';
import { comparisonCard, versionsCard } from '../../src/features/plan/versions-card.ts';
import { problemsOf } from '../cards/check.ts';
import { sampleContext } from '../cards/samples.ts';
import { aBasis, aDefinition, aLink } from '../support/any-network.ts';

const HARD = '*磷石膏*_综合_`利用`[x](y)<at id=all></at>~项目|#1'.repeat(3).slice(0, 60);
const ctx = sampleContext();
const calendar = createCalendar();

/** A chain of so many links with the hardest names, the last three of which accept. */
function longPlan(count: number, from: string): BackSchedule {
  const links = Array.from({ length: count }, (_, index) => {
    const no = index + 1;
    const on = index === 0 || no === count - 2 || no === count - 1 ? [] : [`L${no - 1}`];
    const stage = no > count - 3 ? 'accept' : (['plan', 'design', 'permit'] as const)[index % 3]!;
    return aLink(aDefinition(no, on, { stage, name: HARD, promised: { n: 9, unit: 'working-days' } }));
  });
  const basis = aBasis({ start: count - 3, production: count, accept: [count - 2, count - 1] });
  const construction = { n: 150, unit: 'days' as const };
  const targets = { start: null, production: '2027-02-01' };
  const made = backSchedule({ links, basis, construction, targets, from, today: from }, calendar);
  if ('fault' in made) throw new Error(made.fault);
  return made;
}

const nameOf = (code: string) => ({ no: code === 'construction' ? null : Number(code.slice(1)), name: HARD });

function viewOf({ payload, gaps }: BackSchedule, title: string): PlanView {
  return {
    title,
    subtitle: HARD,
    color: 'orange',
    payload,
    stages: ['plan', 'design', 'permit', 'accept'].map((code) => ({ code, name: code, shortName: code })),
    stageOf: (code) => (code === 'construction' ? null : 'plan'),
    nameOf,
    gaps,
    cuts: payload.steps.map(({ code, duration }) => ({ code, from: duration, to: { ...duration, n: 1 } })),
    daysOff: [{ name: '春节', first: '2027-02-05', last: '2027-02-11', days: 7, code: 'L3' }],
    provisional: [2027, 2028],
    chainDays: 400,
    reserve: 0,
    lead: [HARD],
    end: [button('确认', { do: 'x' })],
  };
}

function aPlan(version: number, payload: Plan['payload']): Plan {
  return {
    id: version,
    projectId: 1,
    version,
    state: version === 1 ? 'superseded' : 'agreed',
    payload,
    reason: HARD.repeat(8),
    madeBy: 1,
    madeAt: ctx.now,
    agreedBy: 1,
    agreedAt: ctx.now,
    contactBy: 2,
    contactAt: ctx.now,
    calendar: '',
  };
}

describe('a plan on a card', () => {
  test.for([22, 60])('of %i links with the hardest names fits, with its gap and its button', (count) => {
    const made = longPlan(count, '2026-11-30');
    const card = planCard(viewOf(made, `${HARD}倒排工期`), ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardBytes(card)).toBeLessThan(30 * 1024);
    const text = cardText(card);
    expect(text).toMatch(/按现在的工期最早 .*投产，晚 \d+ 个工作日/);
    expect(text).toContain('2028年放假安排尚未公布');
    expect(JSON.stringify(card)).toContain('"确认"');
    // Nobody is called by a name.
    expect(JSON.stringify(card.body)).not.toContain('<at id=all>');
  });

  test('so do its versions and what moved between two of them', () => {
    const [before, after] = [longPlan(60, '2026-11-30').payload, longPlan(60, '2027-01-04').payload];
    const plans = Array.from({ length: 30 }, (_, n) => aPlan(30 - n, before));
    const versions = versionsCard(HARD, plans, ctx);
    expect(problemsOf(versions)).toEqual([]);
    const moved = comparePlans(before, after, calendar);
    expect(moved).toHaveLength(before.steps.length);
    const compared = comparisonCard(
      { name: HARD, before: aPlan(1, before), after: aPlan(2, after), moved, nameOf },
      ctx,
    );
    expect(problemsOf(compared)).toEqual([]);
    expect(cardText(compared)).toMatch(/投产：.*→/);
  });
});
