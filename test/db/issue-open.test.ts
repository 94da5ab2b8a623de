import { beforeAll, expect, test } from 'vitest';
import { createDirectoryCache } from '../../src/db/directory.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { listHotIssues, listIssuesTouching, listOpenIssues } from '../../src/db/issue-open.ts';
import { loadActor } from '../../src/db/person.ts';
import { setProjectContact, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { updateUnit } from '../../src/db/unit.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { describeOnBoth } from './each-database.ts';
import { DAY, makeDeadline, makeDerived, makeIssue, T0, ZONE } from './world.ts';

const PENDING = { kind: 'extension', byId: 1, at: T0, reason: '', to: makeDeadline(T0) } as const;
const APPEAL = { byId: 1, at: T0, reason: '', decision: null, decidedBy: null, decidedAt: null };

describeOnBoth('open issues', (on) => {
  const ids: Record<string, number> = {};
  beforeAll(async () => {
    const { people, units, projects, county } = on.world;
    const far = {
      deadline: makeDeadline(T0 + 30 * DAY),
      projectId: null,
      unitId: units[2],
      reporterId: people[2],
    };
    const samples: Record<string, Partial<Issue>> = {
      unrouted: { status: 'unrouted', unitId: null },
      verifying: { status: 'verifying', projectId: projects[0] },
      asked: { pending: PENDING },
      appealed: { appeal: APPEAL },
      decided: { appeal: { ...APPEAL, decision: 'refused' } },
      late: { deadline: makeDeadline(T0 - DAY) },
      unit: { unitId: units[0] },
      assigned: { assigneeId: people[0] },
      reported: { reporterId: people[0] },
      chased: {
        status: 'paused',
        pauses: [
          { from: T0, expected: '2026-12-01', until: null, reason: '', chaserId: people[0], approvedBy: 1 },
        ],
      },
      county: { status: 'unrouted', areaId: county, unitId: null },
      closed: { status: 'closed', assigneeId: people[0], deadline: makeDeadline(T0 - DAY) },
    };
    await on.db.transaction(async (tx) => {
      for (const [name, patch] of Object.entries(samples)) {
        ids[name] = (await insertIssue(tx, makeIssue(on.world, { ...far, ...patch }), makeDerived())).id;
      }
      await updateUnit(tx, units[0], { coordinatorId: people[0] });
      await updateUnit(tx, units[2], { headId: people[2] });
      await updateProject(tx, projects[0], { secretaryId: people[1] });
      await setProjectContact(tx, projects[1], people[1], true);
    });
  });
  const names = (issues: Issue[]) =>
    Object.keys(ids).filter((name) => issues.some(({ id }) => id === ids[name]));
  const touching = (personId: number) =>
    on.db.transaction(async (tx) => {
      const directory = await createDirectoryCache({ ...DEFAULT_SETTINGS, timeZone: ZONE }).get(tx);
      return names(await listIssuesTouching(tx, (await loadActor(tx, { id: personId }))!, directory, 100));
    });

  test('that ask something of somebody are those to route, sign, verify or decide, and those due', async () => {
    const hot = await on.db.read((tx) => listHotIssues(tx, { dueBefore: T0 + DAY, after: 0, limit: 100 }));
    expect(names(hot)).toEqual(['unrouted', 'verifying', 'asked', 'appealed', 'late', 'county']);
  });

  test('touch a person by unit, name, report, chase or project', async () => {
    const { people } = on.world;
    expect(await touching(people[0])).toEqual(['unit', 'assigned', 'reported', 'chased']);
    expect(await touching(people[1])).toEqual(['verifying']);
  });

  test('touch an office in its area and below, with what waits there for it', async () => {
    const { people, county, top } = on.world;
    await on.db.transaction((tx) => grantRole(tx, { personId: people[1], role: 'office', areaId: county }));
    expect(await touching(people[1])).toEqual(['verifying', 'county']);
    await on.db.transaction((tx) => grantRole(tx, { personId: people[1], role: 'office', areaId: top }));
    expect(await touching(people[1])).toEqual(['unrouted', 'verifying', 'asked', 'appealed', 'county']);
  });

  test('are all read in pages, each once', async () => {
    const seen: Issue[] = [];
    for (let after = 0; ; after = seen.at(-1)!.id) {
      const page = await on.db.read((tx) => listOpenIssues(tx, { after, limit: 4 }));
      seen.push(...page);
      if (page.length < 4) break;
    }
    expect(seen.map(({ id }) => id)).toEqual(Object.values(ids).slice(0, -1));
    const later = await on.db.read((tx) =>
      listOpenIssues(tx, { after: 0, limit: 99, deadlineFrom: '2026-12-01' }),
    );
    expect(names(later)).not.toContain('late');
    const ofProject = { after: 0, limit: 99, projectIds: [on.world.projects[0]] };
    expect(names(await on.db.read((tx) => listOpenIssues(tx, ofProject)))).toEqual(['verifying']);
  });
});
