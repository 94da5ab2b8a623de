/**
 * A town whose problems, promises, tasks and links have lived random lives: people said anything in any order, took
 * steps back, a unit was merged into another half-way, a project was archived. Stored as the product stores it, and
 * kept beside that as plain objects with their whole histories.
 */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { derive } from '../../src/commands/apply.ts';
import { appendHistory } from '../../src/db/history.ts';
import { insertIssue, saveIssue } from '../../src/db/issue.ts';
import type { Db, Tx } from '../../src/db/open.ts';
import { createIssue } from '../../src/domain/create.ts';
import { deadlineAfterWorkingDays } from '../../src/domain/deadline.ts';
import { decideUndo } from '../../src/domain/decide/undo.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import { createImported } from '../../src/domain/import-item.ts';
import type { HistoryEvent, HistoryRow, Issue, IssueCommand, ItemKind } from '../../src/domain/issue.ts';
import type { DirectoryData } from '../../src/domain/model.ts';
import { newItem } from '../../src/domain/new-item.ts';
import type { LinkDuration, StatutoryDuration } from '../../src/domain/plan/model.ts';
import { decideRecompute } from '../../src/domain/recount.ts';
import { addDays } from '../../src/domain/time.ts';
import { decideReform } from '../../src/features/unit-reform/rules.ts';
import { decideIssue } from '../../src/verbs/decide.ts';
import { EVERYBODY, starts, type Turn, turns } from './any-history.ts';
import {
  actorOf,
  at,
  FAR,
  HOLLOW,
  HOUSING,
  LAND,
  MEILIXIN,
  POWER,
  TOWN,
  until,
  who,
  XINGFA,
} from './town.ts';

export const NOW = at('2026-11-28 10:00');
const MINUTE = 60_000;
const DAY = 86_400_000;
const REFORMED = at('2026-09-15 09:00');
/** When the calendar became what it is. */
const RECOUNTED = at('2026-11-12 09:00');
const PROJECTS = [XINGFA, MEILIXIN, FAR];

/** 某办 was merged into 住建局; the second project is archived; two days of November became free. */
const MERGED: DirectoryData = {
  ...TOWN,
  units: TOWN.units.map((unit) =>
    unit.id === HOLLOW ? { ...unit, closed: { at: REFORMED, successorId: HOUSING } } : unit,
  ),
  projects: TOWN.projects.map((one) =>
    one.id === MEILIXIN
      ? { ...one, archived: { at: at('2026-03-10 09:00'), byId: who.office, reason: '投产' } }
      : one,
  ),
};
export const DIRECTORY: Directory = createDirectory({
  ...MERGED,
  holidays: [
    { day: '2026-10-31', kind: 'work' },
    { day: '2026-11-19', kind: 'off' },
    { day: '2026-11-20', kind: 'off' },
  ],
});
const BEFORE = createDirectory(TOWN);
const UNCOUNTED = createDirectory(MERGED);
const directoryAt = (now: number) => (now < REFORMED ? BEFORE : now < RECOUNTED ? UNCOUNTED : DIRECTORY);

export interface Lived {
  issue: Issue;
  history: HistoryRow[];
}

export interface LinkFacts {
  projectId: number;
  code: string;
  no: number;
  unitId: number | null;
  unconcerned: boolean;
  startedOn: string | null;
  claimedOn: string | null;
  finishedOn: string | null;
  promised: LinkDuration;
  statutory: StatutoryDuration | null;
  /** null: it has no clock of its own. */
  item: Lived | null;
}

export interface StoredTown {
  issues: Lived[];
  links: LinkFacts[];
  born: Map<number, number>;
  nodes: { projectId: number; name: string; actualOn: string | null }[];
  invested: { projectId: number; month: string; planned: number | null; actual: number | null }[];
  batches: { id: number; projectId: number; no: number }[];
}

interface NewLife {
  issue: Omit<Issue, 'id'>;
  history: HistoryRow[];
  /** As it was some steps before, after so many rows of its history; stored first. */
  early?: { issue: Omit<Issue, 'id'>; rows: number };
}

/** One life: each turn is said by somebody who may, if there is one; sometimes it is taken back at once. */
function live(
  start: { issue: Omit<Issue, 'id'>; events: HistoryEvent[] },
  lived: readonly (Turn & { undo: boolean })[],
): NewLife {
  let issue: Issue = { ...start.issue, id: 1 };
  let now = issue.loggedAt;
  let reformed = false;
  let recounted = false;
  const history: HistoryRow[] = [];
  const record = (events: readonly HistoryEvent[], actorId: number | null) => {
    for (const event of events)
      history.push({ ...event, id: history.length + 1, issueId: 1, at: now, actorId, messageId: null });
  };
  record(start.events, issue.reporterId);
  /** The clock's own: once, when the calendar has changed. */
  const recount = () => {
    if (recounted) return;
    recounted = true;
    const counted = decideRecompute(issue, { now, directory: DIRECTORY });
    if (!counted) return;
    record(counted.events, null);
    issue = counted.issue;
    now += MINUTE;
  };
  const half = Math.floor(lived.length / 2);
  let early: NewLife['early'];
  for (const [n, turn] of lived.entries()) {
    if (n === half) early = { issue, rows: history.length };
    now += Math.max(1, turn.later) * 10 * MINUTE;
    if (now >= NOW) break;
    const directory = directoryAt(now);
    if (now >= REFORMED && !reformed) {
      reformed = true;
      const context = { now, actor: actorOf(who.administrator, directory), directory };
      const moved = decideReform(issue, { unitId: HOLLOW, successorId: HOUSING }, context);
      if (moved?.ok) {
        record(moved.events, who.administrator);
        issue = moved.issue;
        now += MINUTE;
      }
    }
    if (now >= RECOUNTED) recount();
    const command = turn.say(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10));
    for (const by of turn.able ? [turn.by, ...EVERYBODY] : [turn.by]) {
      const actor = actorOf(by, directory);
      const decision = decideIssue(issue, command, { now, actor, directory });
      if (!decision.ok) continue;
      const before = issue;
      record(decision.events, by);
      issue = decision.issue;
      if (turn.undo) {
        now += MINUTE;
        const last = history.at(-1)!;
        const back = decideUndo(issue, before, last, true, { now, actor, directory });
        if (back.ok) {
          record(back.events, by);
          issue = back.issue;
        }
      }
      break;
    }
  }
  now = Math.max(now, RECOUNTED);
  recount();
  return { issue, history, ...(early && { early }) };
}

/** Ways things often go, so that random lives also reach what is rare. */
const COURSES: (IssueCommand | Turn['say'])[][] = [
  // Asked for in time; whether it is decided in time is the office's affair.
  [
    { verb: 'sign' },
    (today) => ({ verb: 'request-extension', to: until(addDays(today, 25)), reason: '等设备' }),
    { verb: 'decide-request', approve: true },
    { verb: 'report-done', result: '已办好' },
    { verb: 'verify', confirmed: true },
  ],
  [
    { verb: 'sign' },
    { verb: 'report-done', result: '已办好' },
    { verb: 'verify', confirmed: true },
    { verb: 'reopen', reason: '反弹' },
    { verb: 'sign' },
    { verb: 'report-done', result: '已再办好' },
    { verb: 'verify', confirmed: true },
  ],
  [
    { verb: 'sign' },
    { verb: 'report-done', result: '已办好' },
    { verb: 'verify', confirmed: true },
    { verb: 'rate', score: 'satisfied' },
  ],
  [
    { verb: 'sign' },
    { verb: 'report-done', result: '已办好' },
    { verb: 'verify', confirmed: true },
    { verb: 'rate', score: 'unsatisfied' },
  ],
  [{ verb: 'sign' }, { verb: 'report-done', result: '已办好' }, { verb: 'verify', confirmed: true }],
  [
    { verb: 'sign' },
    { verb: 'request-pause', expected: '2027-01-20', reason: '等批复', chaserId: who.landHead },
    { verb: 'decide-request', approve: true },
  ],
  [
    { verb: 'sign' },
    { verb: 'appeal', reason: '暴雨' },
    { verb: 'decide-appeal', exempt: true },
    { verb: 'report-done', result: '已办好' },
  ],
  [
    { verb: 'appeal', reason: '暴雨' },
    { verb: 'decide-appeal', exempt: false },
  ],
  [{ verb: 'bounce', reason: '不属于我局' }, { verb: 'route', unitId: HOUSING }, { verb: 'sign' }],
  [
    { verb: 'route', unitId: POWER },
    { verb: 'sign' },
    { verb: 'report-done', result: '已办好' },
    { verb: 'verify', confirmed: true },
    { verb: 'reopen', reason: '反弹' },
  ],
  [],
];
const course: fc.Arbitrary<Turn[]> = fc
  .tuple(
    fc.constantFrom(...COURSES),
    fc.array(fc.oneof(fc.nat(30), fc.nat(900)), { minLength: 7, maxLength: 7 }),
  )
  .map(([commands, gaps]) =>
    commands.map((command, i) => ({
      by: who.office,
      able: true,
      say: typeof command === 'function' ? command : () => command,
      later: gaps[i] ?? 1,
    })),
  );

const someTurns = fc
  .tuple(course, turns, fc.nat(3))
  .map(([usual, random, few]) => [...usual, ...random.slice(0, few * 4)])
  .chain((some) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: some.length, maxLength: some.length })
      .map((dice) => some.map((turn, i) => ({ ...turn, undo: dice[i] === 0 }))),
  );
const daysBack = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }));
const hours = fc.integer({ min: 0, max: 23 * 60 });

const problems = fc
  .record({
    start: starts,
    unitId: fc.constantFrom(LAND, HOUSING, POWER, HOLLOW, null),
    projectId: fc.constantFrom(...PROJECTS),
    categoryId: fc.constantFrom(5, 6, null),
    back: daysBack,
    minute: hours,
    limit: fc.integer({ min: 0, max: 15 }),
    turns: someTurns,
  })
  .map(({ start, unitId, projectId, categoryId, back, minute, limit, turns: said }): NewLife | null => {
    const now = NOW - back * DAY - minute * MINUTE;
    // Some by working days, which another calendar counts anew.
    const far = projectId === FAR;
    const day = new Date(now + limit * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
    const deadline = until(day);
    if (limit % 2 === 0) {
      const {
        at: due,
        day: on,
        rule,
      } = deadlineAfterWorkingDays(limit + 1, { now, ...directoryAt(now).clock });
      Object.assign(deadline, { at: due, day: on, rule });
    }
    const made = createIssue(
      {
        text: '磷石膏仓库堆放不下',
        deadline,
        ...start,
        projectId,
        categoryId,
        unitId: far ? null : unitId,
      },
      { now, actor: actorOf(far ? who.otherOffice : who.office, BEFORE), directory: BEFORE },
    );
    return made.ok ? live({ issue: made.issue, events: made.events }, said) : null;
  });

/** Of a ledger: struck off before it came, mostly on no day that it says. */
const imported = fc
  .record({
    projectId: fc.constantFrom(...PROJECTS),
    unitId: fc.constantFrom(LAND, HOUSING),
    loggedOn: fc.constantFrom(null, '2025-11-12', '2026-10-09'),
    closedOn: fc.constantFrom(null, null, '2026-10-22'),
    back: daysBack,
  })
  .map(({ back, closedOn, ...said }): NewLife => {
    const { issue, events } = createImported(
      { title: '旧账', deadline: 'default', state: { closedOn }, file: '台账.xlsx', row: '第5行', ...said },
      who.office,
      BEFORE,
      NOW - back * DAY,
    );
    const at = NOW - back * DAY;
    return {
      issue,
      history: events.map((event, i) => ({
        ...event,
        id: i + 1,
        issueId: 1,
        at,
        actorId: who.office,
        messageId: null,
      })),
    };
  });

const items = (kind: ItemKind, facts: fc.Arbitrary<Partial<Issue>>) =>
  fc
    .record({
      unitId: fc.constantFrom(LAND, HOUSING, POWER, HOLLOW),
      facts,
      back: daysBack,
      minute: hours,
      limit: fc.integer({ min: 0, max: 15 }),
      turns: someTurns,
    })
    .map(({ unitId, facts: own, back, minute, limit, turns: said }): NewLife => {
      const now = NOW - back * DAY - minute * MINUTE;
      const day = new Date(now + limit * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
      const projectId = own.projectId ?? XINGFA;
      const issue = newItem({
        kind,
        title: '一项',
        text: '一项',
        areaId: BEFORE.project(projectId)!.areaId,
        projectId,
        unitId,
        assigneeId: null,
        reporterId: who.secretary,
        deadline: until(day),
        now,
        rules: BEFORE.settings.rules,
        linkId: own.linkId ?? null,
        batchId: own.batchId ?? null,
      });
      const events: HistoryEvent[] = [{ verb: 'log', detail: { kind, unitId } }];
      return live({ issue, events }, said);
    });

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => new Date(NOW - n * DAY).toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const duration = fc.record({
  n: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('working-days' as const, 'days' as const),
});

const CODES = ['land-supply', 'construction-permit', 'filing', 'environment', 'design-scheme'];

function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

/** Mostly in their order, some missing, some the wrong way round. */
function nodesOf(projectId: number, seed: number): StoredTown['nodes'] {
  const reached = {
    签约: day(450, 700),
    拿地: day(380, 600),
    发证: day(200, 400),
    开工: day(150, 460),
    投产: day(1, 200),
  };
  return Object.entries(reached).map(([name, on], i) => ({
    projectId,
    name,
    actualOn: sample(fc.option(on, { nil: null, freq: 4 }), seed * 10 + i, 1)[0] ?? null,
  }));
}

/**
 * Fills an empty database; the same for the same seed.
 * @param halfway called when everything is there, but half of what happened is still to come
 */
export async function settle(db: Db, seed: number, halfway: () => Promise<unknown>): Promise<StoredTown> {
  const stored: StoredTown = {
    issues: [],
    links: [],
    born: new Map(
      PROJECTS.map((id, i) => [id, at(['2024-05-06 09:00', '2025-02-03 09:00', '2026-08-10 09:00'][i]!)]),
    ),
    nodes: PROJECTS.flatMap((projectId, i) => nodesOf(projectId, seed * 10 + i)),
    invested: [],
    batches: [],
  };
  const later: ((tx: Tx) => Promise<void>)[] = [];
  await db.transaction(async (tx) => {
    const run = (text: string) => tx.execute(sql.raw(text));
    await run(`update area set name = '市' where id = 1`);
    for (const { id, parentId, name } of TOWN.areas)
      if (id !== 1)
        await run(`insert into area (id, parent_id, name) values (${id}, ${parentId}, '${name}')`);
    await run(
      `insert into person (id, open_id, name, tenant_key, home, created_at) select n, 'ou_' || n, '某' || n, 'home', true, '2024-01-01' from generate_series(1, 300) n`,
    );
    for (const { id, areaId, name } of TOWN.units)
      await run(
        `insert into unit (id, area_id, name, short_names) values (${id}, ${areaId}, '${name}', '[]')`,
      );
    for (const { id, name } of TOWN.categories)
      await run(`insert into category (id, name, keywords, limit_days) values (${id}, '${name}', '[]', 5)`);
    for (const { id, areaId, name } of TOWN.projects)
      await run(
        `insert into project (id, area_id, name, short_names, green_channel, created_at) values (${id}, ${areaId}, '${name}', '[]', false, '${new Date(stored.born.get(id)!).toISOString()}')`,
      );
    for (const { projectId, name, actualOn } of stored.nodes)
      await run(
        `insert into project_node (project_id, name, actual_on) values (${projectId}, '${name}', ${actualOn === null ? 'null' : `'${actualOn}'`})`,
      );
    const keep = async ({ issue, history, early }: NewLife): Promise<Lived> => {
      const first = early ?? { issue, rows: history.length };
      const { id } = await insertIssue(tx, first.issue, derive(first.issue, DIRECTORY));
      await record(tx, id, history.slice(0, first.rows));
      if (early)
        later.push(async (tx) => {
          const whole = { ...issue, id };
          await saveIssue(tx, whole, derive(whole, DIRECTORY));
          await record(tx, id, history.slice(early.rows));
        });
      const lived = { issue: { ...issue, id }, history: history.map((row) => ({ ...row, issueId: id })) };
      stored.issues.push(lived);
      return lived;
    };
    for (const life of sample(problems, seed, 90)) if (life) await keep(life);
    for (const life of sample(imported, seed + 2, 8)) await keep(life);
    const promises = items('deferral', fc.record({ projectId: fc.constantFrom(...PROJECTS) }));
    for (const life of sample(promises, seed + 1, 25)) await keep(life);
    for (let no = 1; no <= 5; no++) {
      const projectId = PROJECTS[no % 3]!;
      await run(
        `insert into batch (id, project_id, no, name, made_by, made_at) values (${no}, ${projectId}, ${no}, '批${no}', 30, '2026-01-01')`,
      );
      stored.batches.push({ id: no, projectId, no });
      const tasks = items('task', fc.constant({ projectId, batchId: no }));
      for (const life of sample(tasks, seed + 10 + no, no === 5 ? 0 : 4)) await keep(life);
    }
    await settleLinks(stored, seed, run, keep);
    for (const row of sample(
      fc.record({
        projectId: fc.constantFrom(...PROJECTS),
        month: fc.constantFrom(
          '2025-03-01',
          '2025-12-31',
          '2026-01-01',
          '2026-10-01',
          '2026-11-01',
          '2026-12-31',
        ),
        planned: maybe(fc.integer({ min: 0, max: 900 })),
        actual: maybe(fc.integer({ min: 0, max: 900 })),
      }),
      seed + 30,
      14,
    )) {
      if (stored.invested.some((one) => one.projectId === row.projectId && one.month === row.month)) continue;
      // A year's own plan has no amount done.
      const fact = row.month.endsWith('-12-31') ? { ...row, actual: null } : row;
      stored.invested.push(fact);
      await run(
        `insert into investment (project_id, month, planned, actual) values (${fact.projectId}, '${fact.month}', ${fact.planned ?? 'null'}, ${fact.actual ?? 'null'})`,
      );
    }
  });
  await halfway();
  await db.transaction(async (tx) => {
    for (const step of later) await step(tx);
  });
  return stored;
}

async function record(tx: Tx, id: number, history: readonly HistoryRow[]): Promise<void> {
  for (const row of history)
    await appendHistory(tx, id, [row], {
      at: row.at,
      actorId: row.actorId,
      messageId: null,
      before: 'none',
    });
}

async function settleLinks(
  stored: StoredTown,
  seed: number,
  run: (text: string) => Promise<unknown>,
  keep: (life: NewLife) => Promise<Lived>,
): Promise<void> {
  const facts = fc.record({
    unitId: fc.constantFrom(LAND, HOUSING, POWER, null),
    unconcerned: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    startedOn: maybe(day(60, 200)),
    claimedOn: maybe(day(1, 100)),
    finishedOn: maybe(day(1, 100)),
    promised: duration,
    statutory: fc.option(
      fc.record({
        n: fc.integer({ min: 1, max: 60 }),
        unit: fc.constantFrom('working-days' as const, 'days' as const),
        law: fc.constant('某法'),
        minimum: fc.boolean(),
      }),
      { nil: null, freq: 4 },
    ),
    life: fc.option(items('link', fc.constant({})), { nil: null, freq: 3 }),
  });
  let no = 0;
  for (const projectId of PROJECTS) {
    for (const { life, ...fact } of sample(facts, seed + 60 + projectId, CODES.length)) {
      const code = CODES[no % CODES.length]!;
      no++;
      const item =
        life &&
        (await keep({
          ...life,
          issue: { ...life.issue, projectId, areaId: BEFORE.project(projectId)!.areaId },
        }));
      stored.links.push({ projectId, code, no, ...fact, item });
      const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
      const definition = JSON.stringify({
        code,
        no,
        name: code,
        promised: fact.promised,
        statutory: fact.statutory,
      });
      await run(
        `insert into project_link (project_id, code, no, definition, unit_id, unconcerned, started_on, claimed_on, finished_on, issue_id)
         values (${projectId}, '${code}', ${no}, '${definition}', ${fact.unitId ?? 'null'}, ${fact.unconcerned ? `'{"reason":"x","byId":1,"at":1}'` : 'null'},
           ${text(fact.startedOn)}, ${text(fact.claimedOn)}, ${text(fact.finishedOn)}, ${item?.issue.id ?? 'null'})`,
      );
    }
  }
}
