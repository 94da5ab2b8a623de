/** Small templates for the engine of plans, the golden one of eighteen links, and random ones. */
import fc from 'fast-check';
import type { Calendar } from '../../src/domain/calendar.ts';
import { backSchedule, type PlanRequest } from '../../src/domain/plan/back-schedule.ts';
import type { LinkDefinition, LinkDuration, PlanPayload } from '../../src/domain/plan/model.ts';
import type { NetworkLink, PlanBasis } from '../../src/domain/plan/network.ts';

export const STAGES = ['plan', 'design', 'permit', 'accept'].map((code) => ({
  code,
  name: code,
  shortName: code,
}));

export function aDefinition(no: number, on: string[], facts: Partial<LinkDefinition> = {}): LinkDefinition {
  return {
    code: `L${no}`,
    no,
    stage: 'plan',
    name: `环节${no}`,
    synonyms: [],
    trigger: null,
    authorities: [],
    task: '',
    statutory: null,
    promised: { n: 1, unit: 'working-days' },
    dependencies: on.map((code) => ({ on: code, kind: 'legal-sequence', hard: true })),
    materials: [],
    fee: '',
    output: null,
    place: null,
    source: '',
    grade: 'B',
    confirmedOn: null,
    unitId: null,
    contactId: null,
    ...facts,
  };
}

export function aLink(definition: LinkDefinition, facts: Partial<NetworkLink> = {}): NetworkLink {
  return {
    definition,
    unconcerned: null,
    startedOn: null,
    reportedOn: null,
    finishedOn: null,
    ...facts,
  };
}

export function aBasis(nodes: { start: number; production: number; accept: number[] }): PlanBasis {
  return {
    name: '测试',
    stages: STAGES,
    construction: {
      after: `L${nodes.start}`,
      before: nodes.accept.map((no) => `L${no}`),
      defaultDuration: { n: 100, unit: 'working-days' },
    },
    nodes: { start: `L${nodes.start}`, production: `L${nodes.production}` },
    reviewedOn: '2026-11-28',
  };
}

const days = (n: number): LinkDuration => ({ n, unit: 'working-days' });

/** reference: number, days, what it waits for. */
const GOLDEN: [number, number, number[]][] = [
  [1, 1, []],
  [2, 5, [1]],
  [3, 22, [1]],
  [4, 5, [1, 3]],
  [5, 3, [3]],
  [6, 7, [1]],
  [7, 10, [1]],
  [8, 5, [1]],
  [9, 10, [1]],
  [10, 7, [4]],
  [11, 7, [5, 10]],
  [12, 10, [10]],
  [13, 15, [10]],
  [14, 7, [11]],
  [15, 7, [14]],
  [16, 3, [11]],
  [17, 3, [13, 14]],
  [18, 3, [6, 7, 8, 9, 11, 13, 14, 15, 16, 17]],
  [19, 7, []],
  [20, 7, []],
  [21, 5, [19, 20]],
  [22, 10, [21]],
];

/** The default links with their usual promises; the first is 即办. */
export function goldenLinks(): NetworkLink[] {
  return GOLDEN.map(([no, n, on]) => {
    const stage = no <= 9 ? 'plan' : no <= 12 ? 'design' : no <= 18 ? 'permit' : 'accept';
    const waitsFor = on.map((one) => `L${one}`);
    const promised: LinkDuration = no === 1 ? { n: 1, unit: 'same-day' } : days(n);
    return aLink(aDefinition(no, waitsFor, { stage, promised }));
  });
}

export const GOLDEN_BASIS = aBasis({ start: 18, production: 22, accept: [19, 20] });

export interface AnyNetwork {
  links: NetworkLink[];
  basis: PlanBasis;
  construction: LinkDuration;
}

/** Links in any order of numbers, of which the last three accept; `units` of their durations. */
export function anyNetwork(units: LinkDuration['unit'][]): fc.Arbitrary<AnyNetwork> {
  const anyDuration = fc.record({ n: fc.integer({ min: 1, max: 25 }), unit: fc.constantFrom(...units) });
  return fc
    .record({
      before: fc.array(fc.tuple(anyDuration, fc.array(fc.nat(), { maxLength: 3 }), fc.boolean()), {
        minLength: 1,
        maxLength: 8,
      }),
      accept: fc.array(anyDuration, { minLength: 3, maxLength: 3 }),
      construction: anyDuration,
    })
    .map(({ before, accept, construction }) => {
      const count = before.length;
      const links = before.map(([promised, picks, skipped], index) => {
        const on = index === 0 ? [] : [...new Set(picks.map((pick) => `L${(pick % index) + 1}`))];
        const stage = STAGES[Math.min(2, Math.floor((3 * index) / count))]!.code;
        // The permit itself is always concerned.
        const unconcerned = skipped && index % 3 === 1 && index < count - 1 ? true : null;
        return aLink(aDefinition(index + 1, on, { stage, promised }), { unconcerned });
      });
      const last = accept.map((promised, index) => {
        const on = index === 2 ? [`L${count + 1}`, `L${count + 2}`] : [];
        return aLink(aDefinition(count + 1 + index, on, { stage: 'accept', promised }));
      });
      const basis = aBasis({ start: count, production: count + 3, accept: [count + 1, count + 2] });
      return { links: [...links, ...last], basis, construction };
    });
}

/** The Monday from which `goldenPlan` counts. */
export const GOLDEN_MONDAY = '2026-11-30';

/** The golden network planned from that Monday on, with 100 working days of 施工. */
export function goldenPlan(facts: Partial<PlanRequest>, calendar: Calendar): PlanPayload {
  const made = backSchedule(
    {
      links: goldenLinks(),
      basis: GOLDEN_BASIS,
      construction: { n: 100, unit: 'working-days' },
      targets: { start: null, production: null },
      from: GOLDEN_MONDAY,
      today: GOLDEN_MONDAY,
      ...facts,
    },
    calendar,
  );
  if ('fault' in made) throw new Error(made.fault);
  return made.payload;
}
