/** Random directories, problems, people and sentences: a figure that is told is the count of what the title says. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import type { CommandContext } from '../../src/commands/context.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { answerQuestion, listIssuesFor } from '../../src/commands/query.ts';
import { insertArea, readAreas } from '../../src/db/area.ts';
import { loadDirectory } from '../../src/db/directory.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { loadActor, updatePerson, upsertPerson } from '../../src/db/person.ts';
import { insertProject, setProjectContact, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { insertUnit } from '../../src/db/unit.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { Issue, Status } from '../../src/domain/issue.ts';
import type { Chat } from '../../src/domain/model.ts';
import { queryWords } from '../../src/language/lexicon/states.ts';
import { drawAnswer } from '../../src/views/answer.ts';
import { blankIssue } from '../support/blank-issue.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { meantBy, type StoredIssue, type Town } from '../support/question-oracle.ts';
import { REGISTRY, TABLE } from '../support/table.ts';
import { TOWN } from '../support/town.ts';

const NOW = Date.UTC(2026, 10, 18, 2);
const DAY = 86_400_000;
const TENANT = 'home';

const OUTSIDERS = ['华明', '罗兰'];
const PEOPLE = ['唐志强', '冯涛', '李梅', '王建国', ...OUTSIDERS];
const UNITS = ['自然资源局', '住建局', '供电公司', '水利局'];
const PROJECTS = ['兴发', '美利信', '楚能'];

interface Place {
  actor: Actor;
  chat: Chat | undefined;
}

let own: TestDatabase;
let directory: Directory;
let stored: StoredIssue[];
let actors: Map<string, Actor>;
const ids = {
  area: new Map<string, number>(),
  unit: new Map<string, number>(),
  project: new Map<string, number>(),
};
const people = new Map<string, number>();

/** One draw of everything: who belongs where, and sixty problems. */
function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { numRuns: 1, seed })[0]!;
}

async function settle(seed: number): Promise<void> {
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
      const facts = { name, areaId: pick(areas, i + 10), enterprise: name === '楚能' ? null : '兴发集团' };
      ids.project.set(name, (await insertProject(tx, facts, NOW))!.id);
    }
    await setProjectContact(tx, ids.project.get('兴发')!, who('华明'), true);
    await updateProject(tx, ids.project.get(pick(PROJECTS, 20))!, { secretaryId: who('王建国') });
    await updatePerson(tx, who('李梅'), { unitId: ids.unit.get(pick(UNITS, 21))! });
    await grantRole(tx, { personId: who('唐志强'), role: 'leader', areaId: top.id });
    await grantRole(tx, { personId: who('冯涛'), role: 'office', areaId: ids.area.get('宜都市')! });
  });
  const { settings } = TOWN;
  directory = createDirectory(await own.db.read((tx) => loadDirectory(tx, settings)));
  const drawn = sample(fc.array(anyIssue(), { minLength: 60, maxLength: 60 }), seed);
  stored = await own.db.transaction(async (tx) => {
    const all: StoredIssue[] = [];
    for (const { lights, ...issue } of drawn) {
      const areaId = directory.project(issue.projectId ?? -1)?.areaId ?? issue.areaId;
      const derived = { ...lights, nextAt: null, searchTokens: [] };
      all.push({ ...(await insertIssue(tx, { ...issue, areaId }, derived)), ...lights });
    }
    return all;
  });
  actors = new Map();
  for (const name of PEOPLE) {
    const actor = await own.db.read((tx) => loadActor(tx, { openId: `ou_${name}` }));
    actors.set(name, actor!);
  }
}

function anyIssue(): fc.Arbitrary<
  Omit<Issue, 'id'> & { lights: Record<'blueAt' | 'yellowAt' | 'redAt', number | null> }
> {
  const statuses: Status[] = [
    'unrouted',
    'unsigned',
    'working',
    'working',
    'paused',
    'verifying',
    'closed',
    'void',
  ];
  const one = (from: Map<string, number>) => fc.constantFrom(...from.values());
  const maybe = (from: Map<string, number>) => fc.option(one(from), { nil: null });
  return fc
    .record({
      status: fc.constantFrom(...statuses),
      areaId: one(ids.area),
      projectId: maybe(ids.project),
      unitId: maybe(ids.unit),
      assigneeId: maybe(people),
      reporterId: one(people),
      onAgenda: fc.boolean(),
      due: fc.integer({ min: -20, max: 20 }),
      logged: fc.integer({ min: 1, max: 60 }),
      closed: fc.integer({ min: 0, max: 50 }),
      helps: fc.option(fc.record({ unitId: one(ids.unit), done: fc.boolean() }), { nil: null }),
      extended: fc.constantFrom('no', 'no', 'asked', 'granted'),
      special: fc.constantFrom('no', 'no', 'no', 'long-term', 'asleep'),
    })
    .map(({ due, logged, closed, helps, extended, special, ...facts }) => {
      const longTerm = special === 'long-term';
      const at = longTerm ? Date.UTC(2999, 11, 31, 9, 30) : NOW + due * DAY;
      const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
      const deadline = { at, day, phrase: '', rule: { kind: 'day', start: day, day } as const };
      const runs = ['unrouted', 'unsigned', 'working'].includes(facts.status);
      const from = (days: number) => (runs ? at + days * DAY : null);
      return {
        ...blankIssue(NOW - logged * DAY, deadline),
        ...facts,
        closedAt: facts.status === 'closed' ? NOW - closed * DAY : null,
        coUnits: helps ? [{ unitId: helps.unitId, doneAt: helps.done ? NOW : null, doneBy: null }] : [],
        originalDeadline: extended === 'granted' ? deadline : null,
        pending:
          extended === 'asked'
            ? ({ kind: 'extension', byId: 1, at: NOW, reason: '等', to: deadline } as const)
            : null,
        pauses:
          facts.status === 'paused'
            ? [{ from: NOW - DAY, expected: day, until: null, reason: '等', chaserId: 1, approvedBy: 1 }]
            : [],
        ...(special === 'asleep' && {
          imported: { file: '台账.xlsx', row: '第3行', at: NOW, sleeping: true as const },
        }),
        lights: longTerm
          ? { blueAt: from(0), yellowAt: null, redAt: null }
          : { blueAt: from(-2), yellowAt: from(0), redAt: from(4) },
      };
    });
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

function townOf(place: Place): Town {
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
    here: place.chat?.kind === 'project' ? place.chat.projectIds : undefined,
    visible: visibleTo(place),
  };
}

function placeOf(who: string, where: string): Place {
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

interface Told {
  kind: Answer['kind'] | 'unknown';
  text: string;
}

/** Says it there, and reads the answer as it is drawn. */
async function ask(text: string, place: Place): Promise<Told> {
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
    const said = { ...running, messageId: 'm', mentions: [], via: 'message' } as unknown as CommandContext;
    const answer = await (call.name === 'ask' ? answerQuestion(said, call) : listIssuesFor(said, call));
    const viewer = { now: NOW, directory, actor, chat, demo: false, features: REGISTRY };
    const drawn = await drawAnswer(tx, answer, viewer, { rows: [], usageOf: () => undefined });
    return { kind: answer.kind, text: drawn.kind === 'card' ? cardText(drawn.card) : drawn.text };
  });
}

const TITLE = /^(.*?)(?: (\d+) 件(?:（其中作废 (\d+)）)?)?$/;

/** The figures of an answer against the stored rows; false when none are told. */
function checkFigures({ kind, text }: Told, place: Place, said: string): boolean {
  if (kind !== 'list' && kind !== 'groups') return false;
  if (text.startsWith('本群只看')) return false;
  const town = townOf(place);
  const [head = '', ...lines] = text.split('\n');
  const [, title = '', count = '0', voided] = TITLE.exec(head)!;
  const meant = meantBy(title, stored, town);
  const where = `${said} → ${head}`;
  expect(Number(count), where).toBe(meant.length);
  expect(meant.filter((issue) => !town.visible(issue)).length, `${where} tells of hidden ones`).toBe(0);
  if (place.chat?.kind === 'project') {
    const elsewhere = meant.filter((issue) => !place.chat!.projectIds.includes(issue.projectId ?? -1));
    expect(elsewhere.length, `${where} tells of other projects`).toBe(0);
  }
  if (voided !== undefined) {
    expect(Number(voided), where).toBe(meant.filter((issue) => issue.status === 'void').length);
  }
  // Every row shown is one the asker may see; but for what units help with, one the title means.
  const shown = lines.flatMap((line) => /^[●○] #(\d+) /.exec(line)?.[1] ?? []).map(Number);
  const rows = stored.filter((issue) => shown.includes(issue.id));
  expect(rows.every(town.visible), where).toBe(true);
  const apart = lines.findIndex((line) => /^协办 \d+ 件$/.test(line));
  const main = lines.slice(0, apart < 0 ? undefined : apart);
  const listed = main.flatMap((line) => /^[●○] #(\d+) /.exec(line)?.[1] ?? []).map(Number);
  for (const id of listed)
    expect(
      meant.map((one) => one.id),
      where,
    ).toContain(id);
  return true;
}

/** Words with the part of the title that must come of them. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ...UNITS.map((name) => [name, new RegExp(name)] as const),
  ...PROJECTS.map((name) => [name, new RegExp(`${name}|本群`)] as const),
  ['兴发集团', /兴发|本群/],
  ['住建', /住建局/],
  ['宜都市', /宜都市|本群/],
  ['高新区', /高新区|本群/],
  ['企业反映的', /企业登记/],
  ['我登记的', /我登记/],
];
const SPANS: readonly (readonly [string, RegExp])[] = [
  ['本周到期的', /本周到期/],
  ['上周登记的', /上周登记/],
  ['本月办结的', /本月办结/],
  ['10月份新增的', /上月登记/],
  ['明天到期的', /明天到期/],
  ['本周和下周到期的', /到期/],
];
const STATES: readonly (readonly [string, RegExp])[] = [
  ['红色的', /红色/],
  ['黄灯的', /黄色/],
  ['逾期的', /逾期|红色、黄色/],
  ['临期的', /蓝色/],
  ['没逾期的', /蓝色、正常/],
  ['没人接的', /待签收/],
  ['待核验的', /待核验/],
  ['挂账的', /已挂账/],
  ['没办完的', /未销号|待签收|待核验|已挂账/],
  ['销号的', /已销号|办结/],
  ['延期的', /延过期或延期待批/],
  ['上会的', /上会/],
];
const ENDS = [
  '有几个',
  '有哪些',
  '有多少问题',
  '一共有几件',
  '哪件最久',
  '分单位有几件',
  '哪个项目最多',
  '哪个单位最慢',
];

const part = (from: readonly (readonly [string, RegExp])[], chance: number) =>
  fc.option(fc.constantFrom(...from), { nil: undefined, freq: chance });
const someone = fc.constantFrom(...PEOPLE);
const somewhere = fc.constantFrom('私聊', '私聊', '兴发', '兴发和楚能', '办公室');
const sentence = fc
  .tuple(part(NAMES, 3), part(SPANS, 1), part(STATES, 3), part(STATES, 1), fc.constantFrom(...ENDS))
  .map(([name, span, state, second, end]) => ({
    parts: [name, span, state, second].filter((one) => one !== undefined),
    end,
  }));

describe.each([1, 2])('in town %i', (seed) => {
  beforeAll(() => settle(seed));
  afterAll(() => own.drop());

  test('a figure is the count of what the title says, of what the asker may see, and every word is in it', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(someone, somewhere, sentence, async (who, where, { parts, end }) => {
        const place = placeOf(who, where);
        const said = parts.map(([word]) => word).join('') + end;
        const answer = await ask(said, place);
        if (!checkFigures(answer, place, `${who}@${where}: ${said}`)) return;
        told++;
        const [head = ''] = answer.text.split('\n');
        for (const [word, title] of parts) expect(head, `${word} in ${said}`).toMatch(title);
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(30);
  });

  test('any words of the vocabulary in any order', async () => {
    const words = [...queryWords().map(({ word }) => word), ...NAMES.map(([word]) => word), '本周', '上月'];
    const any = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
    const ends = fc.constantFrom(...ENDS, '', '的', '吗');
    await fc.assert(
      fc.asyncProperty(someone, somewhere, any, ends, async (who, where, some, end) => {
        const place = placeOf(who, where);
        const said = some.join('') + end;
        checkFigures(await ask(said, place), place, `${who}@${where}: ${said}`);
      }),
      { numRuns: 200 },
    );
  });

  test('with a word nobody knows in it there is no figure', async () => {
    const strange = fc.constantFrom('围墙', '不', '除了', '超过三天', '张处长', '非');
    await fc.assert(
      fc.asyncProperty(someone, sentence, strange, fc.nat(4), async (who, { parts, end }, word, at) => {
        const pieces = [...parts.map(([one]) => one), end];
        pieces.splice(at % pieces.length, 0, word);
        const answer = await ask(pieces.join(''), placeOf(who, '私聊'));
        expect(answer.text, `${pieces.join('')} → ${answer.text}`).not.toMatch(/\d+ 件/);
      }),
      { numRuns: 60 },
    );
  });
});
