/** Random problems with random histories: a report's figures and lists are those reckoned anew, in plain JS, from the rows. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { loadDirectory } from '../../src/db/directory.ts';
import { appendHistory } from '../../src/db/history.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { loadActor } from '../../src/db/person.ts';
import { grantRole } from '../../src/db/role.ts';
import type { IssueFilter } from '../../src/domain/answer.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { HistoryVerb, Issue, Status } from '../../src/domain/issue.ts';
import type { PeriodList } from '../../src/domain/period-summary.ts';
import { loadReport } from '../../src/features/reports/load.ts';
import { daysOf, type ReportWord } from '../../src/features/reports/rules.ts';
import { drawAnswer } from '../../src/views/answer.ts';
import { makeDeadline, makeDerived, makeIssue, makeWorld, type World } from '../db/world.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { REGISTRY } from '../support/table.ts';
import { TOWN } from '../support/town.ts';

/** Wednesday, 10:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 18, 2);
const DAY = 86_400_000;
const HOUR = 3_600_000;

interface Row {
  verb: HistoryVerb;
  at: number;
  actorId: number | null;
}
interface Stored extends Issue {
  rows: Row[];
  redAt: number | null;
  yellowAt: number | null;
}

let own: TestDatabase;
let world: World;
let directory: Directory;
let stored: Stored[] = [];

/** Said by the specification to move nothing; written out, not taken from the code. */
const SILENT = ['undo', 'acknowledge', 'attach', 'confirm-lasting', 'correct', 'show-in', 'urge'];
const VERBS: HistoryVerb[] = ['progress', 'sign', 'bounce', 'attach', 'urge', 'undo', 'acknowledge', 'route'];

function anyStored(): fc.Arbitrary<{ issue: Partial<Issue>; rows: Row[]; late: number | null }> {
  const hours = fc.integer({ min: 0, max: 24 * 45 });
  return fc
    .record({
      status: fc.constantFrom<Status>(
        'unrouted',
        'unsigned',
        'working',
        'paused',
        'verifying',
        'closed',
        'void',
      ),
      kind: fc.constantFrom<Issue['kind']>('problem', 'problem', 'problem', 'problem', 'link', 'task'),
      logged: hours,
      done: fc.option(hours, { nil: null }),
      closed: hours,
      due: fc.integer({ min: -20, max: 20 }),
      late: fc.constantFrom(null, -1, 1),
      place: fc.constantFrom(0, 1, 2),
      rows: fc.array(fc.record({ verb: fc.constantFrom(...VERBS), ago: hours, byClock: fc.boolean() }), {
        maxLength: 4,
      }),
    })
    .map(({ status, kind, logged, done, closed, due, late, place, rows }) => {
      const at = (ago: number) => NOW - ago * HOUR;
      const doneAt =
        done === null || !['verifying', 'closed'].includes(status) ? null : at(Math.min(done, logged));
      return {
        issue: {
          kind,
          status,
          loggedAt: at(logged),
          doneAt,
          closedAt: status === 'closed' ? Math.max(at(Math.min(closed, logged)), doneAt ?? 0) : null,
          deadline: makeDeadline(NOW + due * DAY),
          areaId: place === 2 ? world.county : world.top,
          projectId: place === 2 ? null : (world.projects[place] ?? null),
        },
        late: ['unrouted', 'unsigned', 'working'].includes(status) ? late : null,
        rows: rows
          .map(({ verb, ago, byClock }) => ({
            verb,
            at: at(Math.min(ago, logged)),
            actorId: byClock ? null : world.people[0],
          }))
          .sort((a, b) => a.at - b.at),
      };
    });
}

async function fill(seed: number): Promise<void> {
  own = await testDatabase('pglite');
  world = await makeWorld(own.db);
  const drawn = fc.sample(anyStored(), { numRuns: 90, seed });
  stored = [];
  await own.db.transaction(async (tx) => {
    await grantRole(tx, { personId: world.people[1], role: 'leader', areaId: world.top });
    for (const { issue, rows, late } of drawn) {
      const yellowAt = late === null ? null : NOW - DAY;
      const redAt = late === null ? null : late < 0 ? NOW - HOUR : NOW + HOUR;
      const made = await insertIssue(tx, makeIssue(world, issue), makeDerived({ yellowAt, redAt }));
      for (const { verb, at, actorId } of rows)
        await appendHistory(tx, made.id, [{ verb, detail: { note: 'x' } }], { at, actorId, messageId: null });
      stored.push({ ...made, rows, yellowAt, redAt });
    }
  });
  directory = createDirectory(await own.db.read((tx) => loadDirectory(tx, TOWN.settings)));
}

const dayOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);

/** The one list a problem stands in, by the sentences of the 口径. */
function listOf(issue: Stored, from: string, until: string): PeriodList | null {
  const within = (at: number | null) => at !== null && from <= dayOf(at) && dayOf(at) <= until;
  const after = (at: number | null) => at !== null && dayOf(at) > until;
  if (issue.status === 'void' || issue.kind !== 'problem') return null;
  if (issue.status === 'closed' && within(issue.closedAt)) return 'closed';
  // Over before the period, or logged after it.
  if (issue.status === 'closed' && !after(issue.closedAt)) return null;
  if (after(issue.loggedAt)) return null;
  if ((issue.status === 'verifying' || issue.status === 'closed') && within(issue.doneAt)) return 'reported';
  if (within(issue.loggedAt)) return 'logged';
  const moved = issue.rows.some(
    ({ verb, at, actorId }) => actorId !== null && within(at) && !SILENT.includes(verb),
  );
  return moved ? 'moved' : null;
}

const SCOPES = ['area', 'project', 'both projects'] as const;
const SPANS: [ReportWord, string | undefined, string | undefined][] = [
  ['daily', undefined, undefined],
  ['daily', '2026-11-13', '2026-11-13'],
  ['weekly', undefined, undefined],
  ['weekly', '2026-11-09', '2026-11-15'],
  ['monthly', undefined, undefined],
  ['monthly', '2026-10-01', '2026-10-31'],
  ['special', '2026-11-05', '2026-11-17'],
];

describe.each([1, 2, 3])('ninety random problems (%i)', (seed) => {
  beforeAll(() => fill(seed), 120_000);
  afterAll(() => own.drop());

  const scopeOf = (scope: (typeof SCOPES)[number]) =>
    scope === 'area'
      ? { areaId: world.top, projectIds: undefined }
      : { areaId: undefined, projectIds: scope === 'project' ? [world.projects[0]] : [...world.projects] };

  test.for(SCOPES.flatMap((scope) => SPANS.map((span) => [scope, ...span] as const)))(
    '%s, %s %s: figures and the three lists are those of the rows, and those of 清单',
    async ([scope, word, first, last]) => {
      const said = first && last ? { from: first as never, until: last as never } : undefined;
      const days = daysOf(word, said, '2026-11-18');
      if (typeof days === 'string') throw new Error(days);
      const place = scopeOf(scope);
      const content = await own.db.read((tx) =>
        loadReport(tx, { word, ...days, ...place }, 'full', '', { now: NOW, directory }),
      );
      const mine = stored.filter(
        ({ projectId }) =>
          place.projectIds === undefined || (projectId !== null && place.projectIds.includes(projectId)),
      );
      const problems = mine.filter(({ kind, status }) => kind === 'problem' && status !== 'void');
      const within = (at: number | null) => at !== null && days.from <= dayOf(at) && dayOf(at) <= days.until;
      for (const list of ['closed', 'reported', 'logged', 'moved'] as const) {
        const expected = mine.filter((issue) => listOf(issue, days.from, days.until) === list);
        expect(content.lists[list].total, list).toBe(expected.length);
        expect(content.lists[list].issues.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
          expected.map(({ id }) => id).sort((a, b) => a - b),
        );
      }
      expect(content.logged).toBe(problems.filter(({ loggedAt }) => within(loggedAt)).length);
      expect(content.struckOff).toBe(
        problems.filter(({ status, closedAt }) => status === 'closed' && within(closedAt)).length,
      );
      expect(content.loggedEver).toBe(problems.length);
      expect(content.struckOffEver).toBe(problems.filter(({ status }) => status === 'closed').length);
      expect(content.open.total).toBe(problems.filter(({ status }) => status !== 'closed').length);
      const red = (one: Stored) => one.redAt !== null && one.redAt <= NOW;
      expect(content.reds.total).toBe(problems.filter(red).length);
      expect(content.yellows.total).toBe(
        problems.filter((one) => one.yellowAt !== null && one.yellowAt <= NOW && !red(one)).length,
      );
      const flow = content.projects.reduce((sum, { raised }) => sum + raised, 0);
      expect(flow).toBe(
        problems.filter(({ projectId, loggedAt }) => projectId !== null && within(loggedAt)).length,
      );
      await expectListed({ closedFrom: days.from, closedTo: days.until }, place, content.struckOff);
      await expectListed({ colors: ['red'] }, place, content.reds.total);
      await expectListed({ statuses: ['closed'] }, place, content.struckOffEver);
    },
  );

  /** What `清单` with this filter tells the leader, in private. */
  async function expectListed(
    filter: IssueFilter,
    { projectIds }: { projectIds: number[] | undefined },
    count: number,
  ): Promise<void> {
    const text = await own.db.read(async (tx) => {
      const actor = (await loadActor(tx, { id: world.people[1] }))!;
      const viewer = { now: NOW, directory, actor, chat: undefined, demo: false, features: REGISTRY };
      const asked = { ...filter, ...(projectIds && { projectIds }) };
      const drawn = await drawAnswer(tx, { kind: 'list', filter: asked, page: 1 }, viewer, {
        rows: [],
        usageOf: () => undefined,
      });
      return drawn.kind === 'card' ? cardText(drawn.card) : drawn.text;
    });
    expect(Number(/(\d+) 件/.exec(text)?.[1] ?? 0), text.slice(0, 80)).toBe(count);
  }
});
