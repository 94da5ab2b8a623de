/** At size: which indexes PostgreSQL uses, also for prepared statements that are no longer planned per value. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimCards, findIssueByMessage, placeCard } from '../../src/db/card.ts';
import { sharingWords } from '../../src/db/described.ts';
import { claimDueIssues } from '../../src/db/issue.ts';
import { countByColor, listIssues, similarIssues } from '../../src/db/issue-list.ts';
import type { Tx } from '../../src/db/open.ts';
import { claimOutbox } from '../../src/db/outbox.ts';
import { countFlow } from '../../src/db/period-issues.ts';
import { loadActor } from '../../src/db/person.ts';
import { countPeriod, countResults } from '../../src/db/stats.ts';
import type { IssueScope } from '../../src/domain/access.ts';
import type { IssueFilter } from '../../src/domain/answer.ts';
import { listAgenda, listStuck } from '../../src/features/meeting-pack/store.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fillIssues, vacuumAnalyze } from './fill.ts';
import { openNotingDb } from './plan-notes.ts';
import { DAY, makeWorld, T0, type World, ZONE } from './world.ts';

const ROWS = 20_000;
const monthOf = (area: number) => ({ areaIds: [area], from: T0 - 23 * DAY, until: T0, timeZone: ZONE });
const ALL: IssueScope = { all: true };

describe('with 20,000 stored issues', () => {
  let own: TestDatabase;
  let world: World;
  beforeAll(async () => {
    own = await testDatabase('postgres');
    world = await makeWorld(own.db);
    await fillIssues(own.db, ROWS);
    await vacuumAnalyze(own.db);
  });
  afterAll(() => own.drop());

  /** Plans of everything `work` asks, as auto_explain notes them: the statements as they are really sent. */
  async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<string> {
    const noting = await openNotingDb(own.url!);
    try {
      await noting.db.transaction(work);
    } finally {
      await noting.db.close();
    }
    return noting.notes.join('\n');
  }

  const listOf =
    (filter: IssueFilter, scope: IssueScope = ALL) =>
    (tx: Tx) =>
      listIssues(tx, { filter, scope, now: T0, timeZone: ZONE, page: 1, pageSize: 10 });

  test('the notes do show a sequential scan where there is one', async () => {
    expect(await plansOf((tx) => tx.execute('select * from issue where result is not null'))).toContain(
      'Seq Scan on issue',
    );
  });

  test('who sees nothing or little has no more than the newest gone through for a description', async () => {
    const none = { all: false as const, areaIds: [], unitIds: [], projectIds: [], personIds: [] };
    const tokens = ['词0', '词5', '词100', '词2900', '没有'];
    for (const scope of [none, { ...none, unitIds: [999_999] }, { ...none, personIds: [999_999] }]) {
      const query = { filter: {}, scope, now: T0, timeZone: ZONE };
      const notes = await plansOf((tx) => sharingWords(tx, query, tokens, T0 - 90 * DAY));
      const sampled = notes.split('Query Text:').filter((note) => note.includes('lexeme'));
      expect(sampled.length).toBeGreaterThan(0);
      for (const note of sampled) expect(note).toMatch(/One-Time Filter: false|\(id > /);
    }
  });

  test.each<[string, (world: World) => (tx: Tx) => Promise<unknown>]>([
    ['what the clock must look at', () => (tx) => claimDueIssues(tx, T0, 50)],
    [
      'open ones of a unit',
      ({ units }) => listOf({ unitIds: [units[0]], statuses: ['working', 'unsigned'] }),
    ],
    [
      'open ones of a project',
      ({ projects }) => listOf({ projectIds: [projects[0]], colors: ['red', 'yellow'] }),
    ],
    ['everything overdue', () => listOf({ overdue: true })],
    ['open ones of a person', ({ people }) => listOf({ personId: people[0], colors: ['green'] })],
    ['what was closed on a day', () => listOf({ closedFrom: '2026-11-20', closedTo: '2026-11-20' })],
    ['words', () => listOf({ search: '词77' })],
    [
      'open ones in the scope of a unit member',
      ({ units, projects, people }) =>
        listOf(
          { colors: ['red'] },
          { all: false, areaIds: [], unitIds: [units[0]], projectIds: [projects[0]], personIds: [people[0]] },
        ),
    ],
    [
      'colours of all that is open',
      () => (tx) =>
        countByColor(tx, { filter: { colors: ['red', 'yellow'] }, scope: ALL, now: T0, timeZone: ZONE }),
    ],
    ['similar ones', () => (tx) => similarIssues(tx, { issueId: 1 }, ALL, 5)],
    [
      'figures of a month',
      ({ top }) =>
        (tx) =>
          countPeriod(tx, monthOf(top)),
    ],
    [
      'results of the units in a month',
      ({ top }) =>
        (tx) =>
          countResults(tx, monthOf(top), 'unit', T0),
    ],
    [
      'what is on the agenda',
      ({ top }) =>
        (tx) =>
          listAgenda(tx, { areaIds: [top], since: T0 - 7 * DAY, limit: 200 }),
    ],
    [
      'what is stuck',
      ({ top }) =>
        (tx) =>
          listStuck(tx, [top], 200),
    ],
    [
      'raised and closed per project in a week',
      ({ projects }) =>
        (tx) =>
          countFlow(tx, projects, T0 - 7 * DAY),
    ],
    ['the issue of a message', () => (tx) => findIssueByMessage(tx, 'om_nothing')],
  ])('%s: no sequential scan of the table', async (_name, work) => {
    const plans = await plansOf(work(world));
    expect(plans).toContain('Query Text');
    expect(plans).not.toContain('Seq Scan on issue ');
  });

  test('averages of all time come from the index alone', async () => {
    const plans = await plansOf((tx) => countPeriod(tx, { ...monthOf(world.top), from: undefined }));
    expect(plans).toContain('Index Only Scan using issue_area_kind_closed');
    expect(plans).toContain('Index Only Scan using issue_area_kind_logged');
  });

  test('the newest are read from the end of an index; only their total counts every row', async () => {
    const plans = await plansOf(listOf({ sort: 'newest' }));
    expect(plans).toContain('Index Scan Backward using issue_pkey');
  });

  test('a sender finds its work by index, whatever is stored', async () => {
    await own.db.session((session) =>
      session.run(`
        insert into outbox (id, kind, target, payload, created_at, state, finished_at)
          select 'o' || n, 'answer', 'chat:' || n % 500, '{}', '2026-11-01', 'sent', '2026-11-01' from generate_series(1, 20000) n;
        insert into issue_card (issue_id, place, target, nonce, wanted_version, shown_version)
          select n, 'chat', 'oc_a', '', 1, 1 from generate_series(1, 20000) n;
        analyze outbox; analyze issue_card`),
    );
    await own.db.transaction((tx) =>
      placeCard(tx, { issueId: 1, place: 'person', target: 'ou_x', version: 1, nonce: 'n', dueAt: T0 }),
    );
    const claim = { now: T0, leaseMs: 1000, limit: 40 };
    const plans = await plansOf(async (tx) => [await claimCards(tx, claim), await claimOutbox(tx, claim)]);
    expect(plans).not.toMatch(/Seq Scan on (issue_card|outbox)/);
  });

  test('a person with all rights is one query', async () => {
    const plans = await plansOf((tx) => loadActor(tx, { openId: 'ou_张三' }));
    expect(plans.match(/Query Text/g)).toHaveLength(1);
  });
});
