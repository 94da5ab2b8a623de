/** A random town to ask questions of: units, projects, people, and problems with everything that can have befallen them. */
import fc from 'fast-check';
import { cardText } from '../../src/cards/card-text.ts';
import type { CommandContext } from '../../src/commands/context.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { answerQuestion, listIssuesFor } from '../../src/commands/query.ts';
import { insertArea, readAreas } from '../../src/db/area.ts';
import { saveCategory } from '../../src/db/category.ts';
import { loadDirectory } from '../../src/db/directory.ts';
import { appendHistory } from '../../src/db/history.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { loadActor, updatePerson, upsertPerson } from '../../src/db/person.ts';
import { insertProject, setProjectContact, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { insertUnit } from '../../src/db/unit.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { HistoryEvent, Issue, ItemKind, Status } from '../../src/domain/issue.ts';
import type { Chat, Project, Rung } from '../../src/domain/model.ts';
import { searchTokens } from '../../src/domain/search.ts';
import { drawAnswer } from '../../src/views/answer.ts';
import { blankIssue } from './blank-issue.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import type { StoredIssue, Town } from './question-oracle.ts';
import { REGISTRY, TABLE } from './table.ts';
import { TOWN } from './town.ts';

/** Wednesday 2026-11-18, 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 18, 2);
const DAY = 86_400_000;
const TENANT = 'home';

const OUTSIDERS = ['华明', '罗兰'];
export const PEOPLE = ['唐志强', '冯涛', '李梅', '王建国', ...OUTSIDERS];
export const UNITS = ['自然资源局', '住建局', '供电公司', '水利局'];
export const PROJECTS = ['兴发', '美利信', '楚能'];

export const PARK = '枝城园区';
export const INDUSTRY = '化工';
/** What problems are about, each word as people look for it. */
const ABOUT = ['围墙', '道路', '噪音', '电缆'];
const CATEGORIES = { 供电: ['用电', '变压器'], 用地: ['征地', '林地'] };

export interface Place {
  actor: Actor;
  chat: Chat | undefined;
}

let own: TestDatabase;
let directory: Directory;
let stored: StoredIssue[];
let actors: Map<string, Actor>;
const categories = new Map<string, number>();
const ids = {
  area: new Map<string, number>(),
  unit: new Map<string, number>(),
  project: new Map<string, number>(),
};
const people = new Map<string, number>();

export const storedIssues = (): readonly StoredIssue[] => stored;
export const drop = () => own.drop();

function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { numRuns: 1, seed })[0]!;
}

/** One draw of everything: who belongs where, and eighty items. */
export async function settle(seed: number): Promise<void> {
  own = await testDatabase('pglite');
  await own.db.transaction(async (tx) => {
    const top = (await readAreas(tx))[0]!;
    ids.area.set(top.name, top.id);
    for (const [name, upper] of [
      ['宜都市', top.name],
      ['远安县', top.name],
      ['高新区', '宜都市'],
    ] as const)
      ids.area.set(name, (await insertArea(tx, { name, parentId: ids.area.get(upper)! }))!.id);
    const pick = <T>(from: readonly T[], at: number) => sample(fc.constantFrom(...from), seed * 100 + at);
    const areas = [...ids.area.values()];
    for (const [i, name] of PEOPLE.entries()) {
      const home = !OUTSIDERS.includes(name);
      const met = { openId: `ou_${name}`, name, tenantKey: home ? TENANT : 'other', home };
      people.set(name, (await upsertPerson(tx, met, NOW + i)).id);
    }
    const who = (name: string) => people.get(name)!;
    for (const [i, name] of UNITS.entries())
      ids.unit.set(name, (await insertUnit(tx, { areaId: pick(areas, i), name }))!.id);
    for (const [i, name] of PROJECTS.entries()) {
      const own = { park: name === '楚能' ? null : PARK, industries: name === '美利信' ? [] : [INDUSTRY] };
      const enterprise = name === '楚能' ? null : '兴发集团';
      const facts = { name, areaId: pick(areas, i + 10), enterprise, ...own };
      ids.project.set(name, (await insertProject(tx, facts, NOW))!.id);
    }
    for (const [name, keywords] of Object.entries(CATEGORIES)) {
      const made = { name, keywords, unitId: ids.unit.get(pick(UNITS, 30))!, limitDays: 5 };
      categories.set(name, (await saveCategory(tx, made)).id);
    }
    await setProjectContact(tx, ids.project.get('兴发')!, who('华明'), true);
    await updateProject(tx, ids.project.get(pick(PROJECTS, 20))!, { secretaryId: who('王建国') });
    await updatePerson(tx, who('李梅'), { unitId: ids.unit.get(pick(UNITS, 21))! });
    await updateProject(tx, ids.project.get(pick(PROJECTS, 22))!, { leaderId: who('唐志强') });
    for (const [i, name] of PROJECTS.entries()) {
      const day = sample(fc.integer({ min: -200, max: 200 }), seed * 10 + i);
      const startOn = i === 2 ? null : dayAt(day);
      await updateProject(tx, ids.project.get(name)!, { startOn, productionOn: dayAt(day + 90) });
    }
    await grantRole(tx, { personId: who('唐志强'), role: 'leader', areaId: top.id });
    await grantRole(tx, { personId: who('冯涛'), role: 'office', areaId: ids.area.get('宜都市')! });
  });
  const { settings } = TOWN;
  directory = createDirectory(await own.db.read((tx) => loadDirectory(tx, settings)));
  const drawn = sample(fc.array(anyIssue(), { minLength: 80, maxLength: 80 }), seed);
  stored = await own.db.transaction(async (tx) => {
    const all: StoredIssue[] = [];
    for (const { lights, steps, ...issue } of drawn) {
      const areaId = directory.project(issue.projectId ?? -1)?.areaId ?? issue.areaId;
      const derived = { ...lights, nextAt: null, searchTokens: searchTokens(issue.text) };
      const made = await insertIssue(tx, { ...issue, areaId }, derived);
      for (const { verb, detail, at } of steps) {
        const context = { at, actorId: null, messageId: null };
        await appendHistory(tx, made.id, [{ verb, detail } as HistoryEvent], context);
      }
      all.push({ ...made, ...lights, steps });
    }
    return all;
  });
  actors = new Map();
  for (const name of PEOPLE) {
    const actor = await own.db.read((tx) => loadActor(tx, { openId: `ou_${name}` }));
    actors.set(name, actor!);
  }
}

const dayAt = (days: number) => new Date(NOW + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

const STATUSES: readonly Status[] = [
  'unrouted',
  'unsigned',
  'working',
  'working',
  'paused',
  'verifying',
  'closed',
  'closed',
  'void',
];
const OTHERS: readonly ItemKind[] = ['link', 'task', 'deferral'];

/** Rows of the history, some of them taken back. */
const TOOK: readonly (readonly [verb: string, detail: Record<string, unknown>])[] = [
  ['route', { unitId: 1 }],
  ['sign', {}],
  ['bounce', { unitId: 1 }],
  ['bounce', { unitId: 2 }],
  ['route', { fromUnitId: 1, unitId: 2 }],
  ['request-extension', {}],
  ['verify', { confirmed: false }],
  ['verify', { confirmed: true }],
  ['progress', {}],
  ['report-done', {}],
  ['urge', {}],
  ['urge', {}],
  ['decide-request', { request: 'extension', approve: true }],
  ['decide-request', { request: 'extension', approve: true }],
  ['decide-request', { request: 'extension', approve: false }],
  ['decide-request', { request: 'pause', approve: true }],
  ['reopen', {}],
  ['rung', { rung: 'red' }],
  ['rung', { rung: 'yellow' }],
  ['undo', {}],
];

/** Whatever can have befallen it: moved deadlines, pauses, exemptions, reopenings, ratings; other kinds of items, too. */
function anyIssue(): fc.Arbitrary<
  Omit<Issue, 'id'> & {
    lights: Record<'blueAt' | 'yellowAt' | 'redAt', number | null>;
    steps: StoredIssue['steps'];
  }
> {
  const one = (from: Map<string, number>) => fc.constantFrom(...from.values());
  const maybe = (from: Map<string, number>) => fc.option(one(from), { nil: null });
  return fc
    .record({
      kind: fc.constantFrom<ItemKind>('problem', 'problem', 'problem', 'problem', ...OTHERS),
      status: fc.constantFrom(...STATUSES),
      areaId: one(ids.area),
      projectId: maybe(ids.project),
      unitId: maybe(ids.unit),
      categoryId: maybe(categories),
      assigneeId: maybe(people),
      reporterId: one(people),
      onAgenda: fc.boolean(),
      about: fc.constantFrom(...ABOUT),
      due: fc.integer({ min: -20, max: 20 }),
      logged: fc.integer({ min: 1, max: 60 }),
      // Ways to the end: how much of the time since logging each took, in percent.
      done: fc.integer({ min: 0, max: 100 }),
      closed: fc.integer({ min: 0, max: 100 }),
      helps: fc.option(fc.record({ unitId: one(ids.unit), done: fc.boolean() }), { nil: null }),
      extended: fc.constantFrom('no', 'no', 'asked', 'granted'),
      paused: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null, freq: 2 }),
      appealed: fc.constantFrom(null, null, 'exempt', 'refused', 'open'),
      rated: fc.constantFrom(null, 'satisfied', 'fairly', 'unsatisfied'),
      reopens: fc.constantFrom(0, 0, 1, 2),
      bounced: fc.boolean(),
      greenChannel: fc.boolean(),
      onTheSpot: fc.boolean(),
      quiet: fc.integer({ min: 0, max: 100 }),
      special: fc.constantFrom('no', 'no', 'no', 'long-term', 'asleep'),
      routed: fc.integer({ min: 0, max: 60 }),
      signed: fc.integer({ min: 0, max: 100 }),
      told: fc.constantFrom([], [], ['red'], ['red', 'deep-red']),
      took: fc.array(fc.record({ step: fc.constantFrom(...TOOK), ago: fc.integer({ min: 0, max: 40 }) }), {
        maxLength: 7,
      }),
    })
    .map(
      ({
        due,
        logged,
        done,
        closed,
        helps,
        extended,
        paused,
        appealed,
        rated,
        quiet,
        about,
        special,
        bounced,
        routed,
        signed,
        told,
        took,
        ...facts
      }) => {
        const loggedAt = NOW - logged * DAY;
        const longTerm = special === 'long-term';
        const at = longTerm ? Date.UTC(2999, 11, 31, 9, 30) : NOW + due * DAY;
        const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
        const deadline = { at, day, phrase: '', rule: { kind: 'day', start: day, day } as const };
        const runs = ['unrouted', 'unsigned', 'working'].includes(facts.status);
        const from = (days: number) => (runs ? at + days * DAY : null);
        const over = facts.status === 'closed';
        const doneAt = Math.round(loggedAt + (NOW - loggedAt) * (done / 100));
        const closedAt = Math.round(doneAt + (NOW - doneAt) * (closed / 100));
        const routedAt = Math.round(loggedAt + (NOW - loggedAt) * (routed / 100));
        const signedAt = Math.round(routedAt + (NOW - routedAt) * (signed / 100));
        const still = facts.status === 'paused';
        const pausedFor = paused ?? (still ? 3 : undefined);
        return {
          ...blankIssue(loggedAt, deadline),
          ...facts,
          routedAt: facts.status === 'unrouted' ? null : routedAt,
          signedAt: ['unrouted', 'unsigned'].includes(facts.status) ? null : signedAt,
          ladder: { ...blankIssue(loggedAt, deadline).ladder, fired: [...told] as Rung[] },
          steps: took
            .toSorted((a, b) => b.ago - a.ago)
            .map(({ step: [verb, detail], ago }, i) => ({
              verb,
              detail,
              at: NOW - ago * DAY - 3_600_000 + i,
            })),
          title: `厂区${about}要处理`,
          text: `厂区${about}要处理`,
          // Of what was closed before there were reports of done, only the end is known.
          doneAt: (over && done % 5 > 0) || facts.status === 'verifying' ? doneAt : null,
          closedAt: over ? closedAt : null,
          coUnits: helps ? [{ unitId: helps.unitId, doneAt: helps.done ? NOW : null, doneBy: null }] : [],
          originalDeadline: extended === 'granted' ? deadline : null,
          pending:
            extended === 'asked'
              ? ({ kind: 'extension', byId: 1, at: NOW, reason: '等', to: deadline } as const)
              : null,
          pauses:
            pausedFor === undefined
              ? []
              : [
                  {
                    from: NOW - pausedFor * DAY,
                    expected: day,
                    until: still ? null : NOW - DAY,
                    reason: '等',
                    chaserId: 1,
                    approvedBy: 1,
                  },
                ],
          appeal:
            appealed === null
              ? null
              : {
                  byId: 1,
                  at: NOW,
                  reason: '等',
                  decision: appealed === 'open' ? null : appealed,
                  decidedBy: null,
                  decidedAt: null,
                },
          satisfaction: over && rated ? { score: rated, reason: null, byId: 1, at: NOW } : null,
          bounces: bounced ? [{ unitId: 1, byId: 1, at: NOW, reason: '不属实' }] : [],
          changedAt: Math.round(loggedAt + (NOW - loggedAt) * (quiet / 100)),
          ...(special === 'asleep' &&
            runs && {
              imported: { file: '台账.xlsx', row: '第3行', at: NOW, sleeping: true as const },
            }),
          lights: longTerm
            ? { blueAt: from(0), yellowAt: null, redAt: null }
            : { blueAt: from(-2), yellowAt: from(0), redAt: from(4) },
        };
      },
    );
}

/** product.md §8, row "see", written anew. */
function visibleTo({ actor, chat }: Place): (issue: StoredIssue) => boolean {
  const { person, grants } = actor;
  const here = chat?.kind === 'project' ? chat.projectIds : [];
  const below = (areaId: number) => grants.some((grant) => directory.reaches(grant.areaId, areaId));
  const own = (id: number | null) =>
    id !== null && (actor.secretaryOf.includes(id) || actor.contactOf.includes(id));
  const mine = (issue: StoredIssue) => issue.reporterId === person.id || issue.assigneeId === person.id;
  if (!person.home)
    return (issue) =>
      own(issue.projectId) ||
      (actor.contactOf.length === 0 && issue.projectId !== null && here.includes(issue.projectId));
  return (issue) =>
    below(issue.areaId) ||
    own(issue.projectId) ||
    (issue.projectId !== null && here.includes(issue.projectId)) ||
    (person.unitId !== null &&
      (issue.unitId === person.unitId || issue.coUnits.some((co) => co.unitId === person.unitId))) ||
    mine(issue);
}

function projectsBy(whose: (project: Project) => number | null): Map<string, number[]> {
  const named = [...people].map(([name, id]) => {
    const own = directory.data.projects.filter((project) => whose(project) === id);
    return [name, own.map((project) => project.id)] as const;
  });
  return new Map(named);
}

/** Live projects this person may see there: those of the group, of areas below, led, kept, or of the enterprise. */
export function projectsOf(): readonly Project[] {
  return directory.liveProjects;
}

export function townOf(place: Place): Town {
  const below = (areaId: number) => [...ids.area.values()].filter((id) => directory.reaches(areaId, id));
  return {
    now: NOW,
    me: place.actor.person.id,
    units: ids.unit,
    projects: ids.project,
    areas: new Map([...ids.area].map(([name, id]) => [name, below(id)])),
    people,
    contacts: [[ids.project.get('兴发')!, people.get('华明')!]],
    outsiders: OUTSIDERS.map((name) => people.get(name)!),
    categories,
    parks: new Map([[PARK, ['兴发', '美利信'].map((name) => ids.project.get(name)!)]]),
    industries: new Map([[INDUSTRY, ['兴发', '楚能'].map((name) => ids.project.get(name)!)]]),
    leads: projectsBy(({ leaderId }) => leaderId),
    keeps: projectsBy(({ secretaryId }) => secretaryId),
    here: place.chat?.kind === 'project' ? place.chat.projectIds : undefined,
    visible: visibleTo(place),
  };
}

export function placeOf(who: string, where: string): Place {
  const actor = actors.get(who)!;
  const bare = { name: where, external: true, areaId: null, defaultProjectId: null, unreachable: false };
  const projectIds = where.split('和').flatMap((name) => ids.project.get(name) ?? []);
  if (projectIds.length > 0) {
    const chat: Chat = { ...bare, id: where, kind: 'project', projectIds };
    return { actor: { ...actor, groupProjectIds: projectIds }, chat };
  }
  const areaId = ids.area.get('宜都市')!;
  if (where === '办公室' && actor.person.home)
    return { actor, chat: { ...bare, id: where, kind: 'office', areaId, projectIds: [] } };
  return { actor, chat: undefined };
}

export interface Told {
  kind: Answer['kind'] | 'unknown';
  text: string;
}

/** Says it there, and reads the answer as it is drawn. */
export async function ask(text: string, place: Place): Promise<Told> {
  const { actor, chat } = place;
  const chatOf = { projectIds: chat?.projectIds ?? [], defaultProjectId: null };
  const context = { directory, now: NOW, actor, chat: { kind: chat ? 'group' : 'p2p', ...chatOf } } as const;
  const match = matchCommand({ text, mentions: [], context }, TABLE);
  if (match.kind !== 'call') return { kind: 'unknown', text: '' };
  const { call } = match;
  if (call.name !== 'ask' && call.name !== 'list' && call.name !== 'search')
    return { kind: 'unknown', text: '' };
  return own.db.read(async (tx) => {
    const running = { tx, now: NOW, directory, actor, chat, chatId: 'c', chatType: chat ? 'group' : 'p2p' };
    const deps = { demo: false, features: REGISTRY };
    const heard = { ...running, deps, messageId: 'm', mentions: [], via: 'message' };
    const said = heard as unknown as CommandContext;
    const answer = await (call.name === 'ask' ? answerQuestion(said, call) : listIssuesFor(said, call));
    const viewer = { now: NOW, directory, actor, chat, demo: false, features: REGISTRY };
    const drawn = await drawAnswer(tx, answer, viewer, { rows: [], usageOf: () => undefined });
    return { kind: answer.kind, text: drawn.kind === 'card' ? cardText(drawn.card) : drawn.text };
  });
}
