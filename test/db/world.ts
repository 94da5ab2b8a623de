/** A small deployment to test against, and issues with every field filled at will. */
import fc from 'fast-check';
import { insertArea, readAreas } from '../../src/db/area.ts';
import { upsertChat } from '../../src/db/chat.ts';
import type { Derived } from '../../src/db/issue.ts';
import type { Db } from '../../src/db/open.ts';
import { upsertPerson } from '../../src/db/person.ts';
import { insertProject } from '../../src/db/project.ts';
import { insertUnit } from '../../src/db/unit.ts';
import type { Deadline, Issue } from '../../src/domain/issue.ts';
import { blankIssue } from '../support/blank-issue.ts';

export const T0 = Date.UTC(2026, 10, 23, 1);
export const ZONE = 'Asia/Shanghai';
export const DAY = 86_400_000;

export interface World {
  top: number;
  county: number;
  units: [number, number, number];
  people: [number, number, number];
  projects: [number, number];
  chats: [string, string];
}

/** Two areas, three units, three people, two projects, two groups. */
export function makeWorld(db: Db): Promise<World> {
  return db.transaction(async (tx) => {
    const top = (await readAreas(tx))[0]!.id;
    const county = (await insertArea(tx, { name: '兴山县', parentId: top }))!.id;
    const unit = async (name: string) => (await insertUnit(tx, { areaId: top, name }))!.id;
    const person = async (name: string) =>
      (await upsertPerson(tx, { openId: `ou_${name}`, name, tenantKey: 't', home: true }, T0)).id;
    const project = async (name: string) => (await insertProject(tx, { areaId: top, name }, T0))!.id;
    const chat = async (id: string) => (await upsertChat(tx, { id, name: id, external: false }, T0)).id;
    return {
      top,
      county,
      units: [await unit('住建局'), await unit('供电公司'), await unit('自然资源局')],
      people: [await person('张三'), await person('李四'), await person('王五')],
      projects: [await project('兴发'), await project('美利信')],
      chats: [await chat('oc_a'), await chat('oc_b')],
    };
  });
}

export function makeDeadline(at: number): Deadline {
  return {
    at,
    day: new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
    phrase: '默认5个工作日',
    rule: { kind: 'default' } as unknown as Deadline['rule'],
  };
}

/** A plain issue just logged. */
export function makeIssue(world: World, patch: Partial<Issue> = {}): Omit<Issue, 'id'> {
  return {
    ...blankIssue(T0, makeDeadline(T0 + 5 * DAY)),
    areaId: world.top,
    projectId: world.projects[0],
    unitId: world.units[0],
    reporterId: world.people[0],
    ...patch,
  };
}

export function makeDerived(patch: Partial<Derived> = {}): Derived {
  return { blueAt: null, yellowAt: null, redAt: null, nextAt: null, searchTokens: [], ...patch };
}

const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
const days = instants.map((at) => new Date(at).toISOString().slice(0, 10));
const texts = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\0'));

function deadlines(): fc.Arbitrary<Deadline> {
  return fc
    .record({ at: instants, day: days, phrase: texts })
    .map((base) => ({ ...makeDeadline(0), ...base }));
}

/** Issues in which every field takes any value it may have. */
export function arbitraryIssue(world: World): fc.Arbitrary<Omit<Issue, 'id'>> {
  const person = fc.constantFrom(...world.people);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const base = makeIssue(world);
  return fc.record({
    ...(Object.fromEntries(Object.entries(base).map(([name, value]) => [name, fc.constant(value)])) as {
      [Name in keyof typeof base]: fc.Arbitrary<(typeof base)[Name]>;
    }),
    version: fc.integer({ min: 1, max: 1_000_000 }),
    status: fc.constantFrom('unrouted', 'unsigned', 'working', 'paused', 'verifying', 'closed', 'void'),
    title: texts,
    text: texts,
    projectId: maybe(fc.constantFrom(...world.projects)),
    unitId: maybe(fc.constantFrom(...world.units)),
    assigneeId: maybe(person),
    coUnits: fc.uniqueArray(
      fc.record({ unitId: fc.constantFrom(...world.units), doneAt: maybe(instants), doneBy: maybe(person) }),
      { selector: (co) => co.unitId },
    ),
    sourcePersonId: maybe(person),
    sourceMessageId: maybe(texts),
    originChatId: maybe(texts),
    loggedAt: instants,
    routedAt: maybe(instants),
    signedAt: maybe(instants),
    doneAt: maybe(instants),
    doneBy: maybe(person),
    result: maybe(texts),
    closedAt: maybe(instants),
    closedBy: maybe(person),
    onTheSpot: fc.boolean(),
    greenChannel: fc.boolean(),
    deadline: fc.oneof(
      deadlines(),
      deadlines().map((deadline) => ({ ...deadline, hour: '17:00' })),
    ),
    originalDeadline: maybe(deadlines()),
    bounces: fc.array(fc.record({ unitId: fc.nat(), byId: person, at: instants, reason: texts }), {
      maxLength: 3,
    }),
    frozen: fc.boolean(),
    pauses: fc.array(
      fc.record({
        from: instants,
        expected: days,
        until: maybe(instants),
        reason: texts,
        chaserId: person,
        approvedBy: person,
      }),
      { maxLength: 2 },
    ),
    pending: maybe(
      fc.record({
        kind: fc.constant('extension' as const),
        byId: person,
        at: instants,
        reason: texts,
        to: deadlines(),
      }),
    ),
    falseCloses: fc.nat(9),
    reopens: fc.nat(9),
    satisfaction: maybe(
      fc.record({
        score: fc.constantFrom('satisfied', 'fairly', 'unsatisfied'),
        reason: maybe(texts),
        byId: person,
        at: instants,
      }),
    ),
    measure: maybe(texts),
    onAgenda: fc.boolean(),
    pastYellows: fc.array(instants, { maxLength: 3 }),
    lookBackOn: maybe(days),
    changedAt: instants,
  });
}
